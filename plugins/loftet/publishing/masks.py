"""What has been masked, kept in `publicerat/maskeringar.jsonl`: why, when, by whom, and which file became which.

Of a file only its SHA-256 is kept, before and after; the one before stands in a published manifest or seal already.
The detail itself, and its own hash, which could be guessed, are kept nowhere. Each line names the hash of the
line before, and each publication's manifest that of the last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from loftet.exports.records import Json
from loftet.pages.site import Masking
from loftet.problems import Problem
from loftet.publishing.detail import MARKER, MaskingReason
from loftet.publishing.kept import BACK, EDITIONS, Kept, line_text, sha256

MASKS = "maskeringar.jsonl"


@dataclass(frozen=True)
class Swap:
    """One file that was masked: its name, and its SHA-256 before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Mask:
    """One masking: its reason, and each file that it changed; `line` is the SHA-256 of its line."""

    reason: MaskingReason
    swaps: tuple[Swap, ...]
    line: str

    @property
    def edition_ids(self) -> frozenset[str]:
        """Give the editions that it changed."""
        parts = (one.name.split("/") for one in self.swaps)
        return frozenset(one[1] for one in parts if one[0] == EDITIONS and len(one) == 3)


@dataclass(frozen=True)
class Masks:
    """Every masking, oldest first."""

    said: tuple[Mask, ...] = ()

    def holds(self, published: Json, actual: str) -> bool:
        """Tell whether a file is the one that was published, or exactly what it was masked into."""
        return actual in (self._now(published) if isinstance(published, str) else ())

    def left_unmasked(self, published: Json, actual: str) -> bool:
        """Tell whether a file is an older one, in which a detail that is masked elsewhere still stands."""
        return isinstance(published, str) and actual in self._reached(published) - self._now(published)

    def shown(self) -> tuple[Masking, ...]:
        """Give what pages say of each masking."""
        return tuple(
            Masking(one.reason.why, one.reason.day, one.reason.function, one.edition_ids) for one in self.said
        )

    def _reached(self, published: str) -> set[str]:
        """Give a file's SHA-256 and each that it has had since."""
        reached = {published}
        for one in self.said:
            reached |= {swap.after for swap in one.swaps if swap.before in reached}
        return reached

    def _now(self, published: str) -> set[str]:
        masked = {swap.before for one in self.said for swap in one.swaps}
        return self._reached(published) - masked


NO_MASKS = Masks()


def read_masks(kept: Kept) -> tuple[Masks, tuple[Problem, ...]]:
    """Read maskeringar.jsonl strictly, with a Problem for each line that cannot be read or breaks the chain."""
    said: list[Mask] = []
    problems: list[Problem] = []
    for number, line in kept.lines(MASKS):
        mask = line if isinstance(line, Problem) else _mask(line)
        if isinstance(mask, Problem):
            problems.append(mask)
        elif mask is None or isinstance(line, Problem) or line.get("föregående") != _last(said):
            what = "Raden är inte en maskering, eller hänger inte ihop med den före."
            problems.append(Problem(kept.shown(MASKS), number, 0, what, BACK))
        else:
            said.append(mask)
    return Masks(tuple(said)), tuple(problems)


def _mask(line: Mapping[str, Json]) -> Mask | None:
    files = line.get("filer")
    try:
        reason = MaskingReason(
            str(line["skäl"]), date.fromisoformat(str(line["datum"])), str(line["funktion"])
        )
        told = [one for one in files if isinstance(one, dict)] if isinstance(files, list) else []
        swaps = tuple(Swap(str(one["fil"]), str(one["före"]), str(one["efter"])) for one in told)
    except (KeyError, ValueError):
        return None
    return Mask(reason, swaps, sha256(line_text([line])))


def _last(said: list[Mask]) -> str | None:
    return said[-1].line if said else None


def same_but_masked(frozen: Json, now: Json) -> bool:
    """Tell whether data says what was frozen of it; where that is masked, the words may as well be left out."""
    if isinstance(frozen, dict) and isinstance(now, dict):
        names = {**frozen, **now}
        return all(same_but_masked(frozen.get(name), now.get(name)) for name in names)
    if isinstance(frozen, list) and isinstance(now, list) and len(frozen) == len(now):
        return all(same_but_masked(one, other) for one, other in zip(frozen, now, strict=True))
    if isinstance(frozen, str) and isinstance(now, str | None) and MARKER.search(frozen):
        return _words(frozen) == _words(now or "")
    return frozen == now


def _words(text: str) -> list[str]:
    return MARKER.sub(" ", text).split()


def with_mask(kept: Kept, masks: Masks, reason: MaskingReason, swaps: tuple[Swap, ...]) -> bytes:
    """Give maskeringar.jsonl with one masking more."""
    files: list[Json] = [{"fil": one.name, "före": one.before, "efter": one.after} for one in swaps]
    line: dict[str, Json] = {
        "nr": len(masks.said) + 1,
        "datum": reason.day.isoformat(),
        "skäl": reason.why,
        "funktion": reason.function,
        "filer": files,
        "föregående": _last(list(masks.said)),
    }
    old = kept.path(MASKS).read_bytes() if kept.path(MASKS).is_file() else b""
    return old + line_text([line])


def standing(masks: Masks) -> dict[str, Json]:
    """Give what a publication's manifest says of the maskings: how many, and the SHA-256 of the last line."""
    said = masks.said
    return {"maskeringar": {"antal": len(said), "sista": said[-1].line}} if said else {}


def kept_since(masks: Masks, told: Mapping[str, Json]) -> bool:
    """Tell whether every masking that a manifest knew of is still there."""
    known = told.get("maskeringar")
    if not isinstance(known, dict):
        return True
    number = known.get("antal")
    lines = [one.line for one in masks.said]
    return isinstance(number, int) and 0 < number <= len(lines) and lines[number - 1] == known.get("sista")
