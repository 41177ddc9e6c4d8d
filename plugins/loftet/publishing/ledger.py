"""The address ledger: every address and anchor that has been published, and the refusal to let one vanish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from loftet.exports.records import Json
from loftet.model.moves import Move, Moves
from loftet.problems import Problem
from loftet.publishing.kept import BACK, LEDGER, Kept, line_text
from loftet.publishing.moved import WaysOut, covering, photo
from loftet.publishing.offered import AddressKind, Offered
from loftet.wording import date_text, nearest


@dataclass(frozen=True)
class LedgerEntry:
    """One published address: what stands there, since which day, its title then, and its line (0: not yet kept)."""

    address: str
    kind: AddressKind
    since: date
    title: str = ""
    line: int = 0


Ledger = Mapping[str, LedgerEntry]


def read_ledger(kept: Kept) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read adresser.jsonl strictly, with a Problem for each line that cannot be read; no file is an empty ledger."""
    entries: dict[str, LedgerEntry] = {}
    problems: list[Problem] = []
    for number, line in kept.lines(LEDGER):
        entry = line if isinstance(line, Problem) else _entry(line, number)
        if isinstance(entry, Problem):
            problems.append(entry)
        elif entry is None:
            problems.append(Problem(kept.shown(LEDGER), number, 0, "Raden är inte en adress.", BACK))
        else:
            entries.setdefault(entry.address, entry)
    return entries, tuple(problems)


def _entry(line: Mapping[str, Json], number: int) -> LedgerEntry | None:
    try:
        since = date.fromisoformat(str(line["sedan"]))
        kind = AddressKind(str(line["slag"]))
        return LedgerEntry(str(line["adress"]), kind, since, str(line.get("titel", "")), number)
    except (KeyError, ValueError):
        return None


def grown(ledger: Ledger, site: Offered, today: date) -> Ledger:
    """Give the ledger with what a site offers for the first time added; what it holds never changes or goes."""
    new = {
        address: LedgerEntry(address, kind, today, title)
        for address, (kind, title) in site.lasting.items()
        if address not in ledger
    }
    return {**ledger, **dict(sorted(new.items()))}


def ledger_text(ledger: Ledger) -> bytes:
    """Write the ledger, oldest publication first, so that a new publication only adds lines at the end."""
    ordered = sorted(ledger.values(), key=lambda one: (one.since, one.address))
    return line_text(_line(one) for one in ordered)


def _line(entry: LedgerEntry) -> dict[str, Json]:
    told: dict[str, Json] = {"adress": entry.address, "slag": entry.kind.value}
    if entry.title:
        told["titel"] = entry.title
    return {**told, "sedan": entry.since.isoformat()}


def vanished(ledger: Ledger, kept: Kept, site: Offered, moves: Moves, today: date) -> Iterator[Problem]:
    """Give a Problem for each address published up to today that the site no longer offers and no move explains.

    Each says the two ways out. The anchors, lower pages and files of a missing page are not told apart from it.
    """
    ways = WaysOut(moves, site)
    gone = [one for one in ledger.values() if one.since <= today and not site.has(one.address)]
    missing = {one.address: one for one in gone if ways.of(one.address) is None}
    told: set[str] = set()
    for entry in missing.values():
        covered = any(whole in missing for whole, _ in covering(entry.address) if whole != entry.address)
        if not covered and _row(entry) not in told:
            told.add(_row(entry))
            yield _vanished(entry, kept, site, ledger)


def _row(entry: LedgerEntry) -> str:
    """Give the address that the editor's row is to say: one for a photo in all its sizes."""
    return photo(entry.address) if entry.address.startswith("bilder/") else entry.address


def _vanished(entry: LedgerEntry, kept: Kept, site: Offered, ledger: Ledger) -> Problem:
    what = {AddressKind.PAGE: "Sidan", AddressKind.ANCHOR: "Stället på sidan", AddressKind.FILE: "Filen"}
    named = f" ({entry.title})" if entry.title else ""
    told = (
        f"{what[entry.kind]} ”{entry.address}”{named} publicerades den {date_text(entry.since)} "
        "men skulle försvinna, så att länkar dit slutar fungera."
    )
    new = [one for one, (kind, _) in site.lasting.items() if kind is entry.kind and one not in ledger]
    near = nearest(entry.address, [one for one in new if _folder(one) == _folder(entry.address)])
    guess = f" Har den bytt id? ”{near}” liknar den." if near else ""
    mend = (
        f"Lägg tillbaka posten med samma id.{guess} Annars finns två vägar, som skrivs i flyttat.yml under "
        f"”- adress: {_row(entry)}”: ”flyttad_till:” med den nya adressen, eller ”borttagen:” med datum, "
        "skäl och vem man frågar."
    )
    return Problem(kept.shown(LEDGER), entry.line, 0, told, mend)


def _folder(address: str) -> str:
    return address.partition("/")[0]


def wrong_moves(moves: Moves, site: Offered) -> Iterator[Problem]:
    """Give a Problem for each move of what still stands, or to what does not."""
    ways = WaysOut(moves, site)
    for move in moves.said.values():
        problem = _wrong(move, moves, ways, site)
        if problem:
            yield problem


def _wrong(move: Move, moves: Moves, ways: WaysOut, site: Offered) -> Problem | None:
    if site.has(move.address):
        what = f"”{move.address}” finns kvar på webbplatsen, så den är varken flyttad eller borttagen."
        return moves.problem(move.address, what, "Ta bort raden, eller ta bort det som står på adressen.")
    if move.to and move.to.startswith(("http://", "https://")):
        return None
    if move.to and ways.last(move) is None:
        what = f"”{move.address}” är flyttad till ”{move.to}”, som inte finns på webbplatsen."
        near = nearest(move.to, site.lasting)
        mend = f"Menar du ”{near}”?" if near else "Skriv en adress som finns, till exempel loften/."
        return moves.problem(move.address, what, mend)
    return None
