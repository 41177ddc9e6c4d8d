"""The edition of each published follow-up: its data and its bare body, frozen with their SHA-256 (rule 11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from loftet.exports.records import Json, derived, plain, shown
from loftet.exports.source import Source
from loftet.facts import AsOf
from loftet.model.base import Entity
from loftet.model.follow_up import FollowUp
from loftet.model.promise import Promise
from loftet.model.register import Register
from loftet.pages.follow_ups import edition_body
from loftet.pages.site import Site
from loftet.problems import Problem
from loftet.publishing.earlier import as_it_was
from loftet.publishing.kept import BACK, EDITIONS, Kept, json_text, parsed, sha256
from loftet.publishing.masks import NO_MASKS, Masks, same_but_masked
from loftet.wording import date_text

DATA, BODY, SEAL = "data.json", "kropp.html", "utgava.json"
_FRAME = ("id", "utkast", "skede", "original", "länk", "anmärkning", "uppgifterna_skiljer_sig")
"""Keys of a follow-up that belong to today's frame: they may be filled in later without being a correction."""


@dataclass(frozen=True)
class Edition:
    """One frozen edition: the bytes of its data and body, and its seal (who, when, their hashes)."""

    id: str
    data: bytes
    body: bytes
    seal: bytes

    @property
    def files(self) -> dict[str, bytes]:
        """Give its files by their names in `publicerat/`."""
        folder = f"{EDITIONS}/{self.id}"
        return {f"{folder}/{DATA}": self.data, f"{folder}/{BODY}": self.body, f"{folder}/{SEAL}": self.seal}


def read_editions(kept: Kept, masks: Masks = NO_MASKS) -> tuple[Mapping[str, Edition], tuple[Problem, ...]]:
    """Read every frozen edition, with a Problem for each file that is missing or not the one that was sealed.

    A file that was masked since is to be exactly what it was masked into.
    """
    folder = kept.path(EDITIONS)
    editions: dict[str, Edition] = {}
    problems: list[Problem] = []
    for place in sorted(folder.iterdir()) if folder.is_dir() else []:
        files = {name: place / name for name in (DATA, BODY, SEAL)}
        missing = [name for name, path in files.items() if not path.is_file()]
        if missing:
            shown_name = kept.shown(f"{EDITIONS}/{place.name}/{missing[0]}")
            problems.append(Problem(shown_name, 0, 0, "Filen i en publicerad utgåva saknas.", BACK))
            continue
        edition = Edition(place.name, *(files[name].read_bytes() for name in (DATA, BODY, SEAL)))
        editions[edition.id] = edition
        problems.extend(altered(kept, edition, masks))
    return editions, tuple(problems)


def altered(kept: Kept, edition: Edition, masks: Masks) -> Iterator[Problem]:
    """Give a Problem for each file of an edition whose SHA-256 is not the one in its seal, or of its masking."""
    seal = parsed(edition.seal.decode("utf-8", "replace"))
    hashes = seal.get("filer") if isinstance(seal, dict) else None
    for name, content in ((DATA, edition.data), (BODY, edition.body)):
        if not isinstance(hashes, dict) or not masks.holds(hashes.get(name), sha256(content)):
            what = f"Utgåvan ”{edition.id}” är ändrad sedan den publicerades."
            yield Problem(kept.shown(f"{EDITIONS}/{edition.id}/{name}"), 0, 0, what, BACK)


def then(site: Site, day: date) -> Site:
    """Give the site as it was known on a day, built that day."""
    return replace(as_it_was(site, day), built=day, editions={})


def frozen(site: Site, follow_up: FollowUp, generator: str) -> Edition:
    """Freeze a follow-up: what was known of everything the day it became public."""
    day = site.as_of.published_on(follow_up)
    known = then(site, day)
    data = json_text(edition_data(known, follow_up))
    body = edition_body(known, follow_up).encode()
    meeting = known.as_of.meeting(follow_up)
    seal: Json = {
        "utgåva": follow_up.id,
        "publicerad": day.isoformat(),
        "möte": meeting.id if meeting else None,
        "paragraf": meeting.paragraph if meeting else None,
        "diarienummer": meeting.diary if meeting else None,
        "generator": generator,
        "filer": {DATA: sha256(data), BODY: sha256(body)},
    }
    return Edition(follow_up.id, data, body, json_text(seal))


def edition_data(known: Site, follow_up: FollowUp) -> Json:
    """Give the data of an edition: the follow-up as written, and the state of everything that was known then."""
    source = Source(known.as_of, known.built, known.root)
    register = known.register
    day = known.as_of.published_on(follow_up)
    return {
        "utgåva": follow_up.id,
        "publicerad": day.isoformat(),
        "kommun": register.municipality.name,
        "exempel": register.municipality.example,
        "möte": _meeting(known.as_of, follow_up),
        "uppföljning": account(register, follow_up),
        "löften": {id: _promise(source, one) for id, one in register.promises.items()},
        "åtgärder": {id: _state(source, one) for id, one in register.measures.items()},
        "vandringar": {id: _state(source, one) for id, one in register.walks.items()},
        "siffror": {
            id: _picked(shown(source, one), "namn", "enhet", "värden")
            for id, one in register.indicators.items()
        },
    }


def account(register: Register, follow_up: FollowUp) -> Json:
    """Give a follow-up as the editor wrote it, without the keys that belong to today's frame."""
    written = plain(register.follow_ups[follow_up.id])
    kept = written.items() if isinstance(written, dict) else ()
    return {name: value for name, value in kept if name not in _FRAME}


def _meeting(known: AsOf, follow_up: FollowUp) -> Json:
    meeting = known.meeting(follow_up)
    return _picked(plain(meeting), "id", "grupp", "datum") if meeting else None


def _promise(source: Source, promise: Promise) -> Json:
    words: Json = {one.id: one.text for one in promise.commitments}
    state = _state(source, promise)
    return {**state, "ordalydelser": words}


def _state(source: Source, record: Entity) -> dict[str, Json]:
    own = derived(source, record)
    title = _picked(plain(record), "titel", "åtagande", "datum")
    return {**title, **(own if isinstance(own, dict) else {})}


def _picked(data: Json, *names: str) -> dict[str, Json]:
    return {name: data[name] for name in names if name in data} if isinstance(data, dict) else {}


def new_editions(site: Site, kept: Mapping[str, Edition], generator: str) -> Iterator[Edition]:
    """Freeze each follow-up that is public today and has no edition yet, oldest first."""
    for follow_up in site.as_of.follow_ups:
        if follow_up.id not in kept:
            yield frozen(site, follow_up, generator)


def bodies(editions: Mapping[str, Edition]) -> dict[str, str]:
    """Give the frozen body of each edition, as the pages take it."""
    return {id: one.body.decode("utf-8", "replace") for id, one in editions.items()}


def rewritten(site: Site, editions: Mapping[str, Edition]) -> Iterator[Problem]:
    """Give a Problem for each published follow-up that has been changed since: that takes a correction."""
    for follow_up in site.as_of.follow_ups:
        edition = editions.get(follow_up.id)
        data = parsed(edition.data.decode("utf-8", "replace")) if edition else None
        if not isinstance(data, dict):
            continue
        before, now = _said(data.get("uppföljning")), _said(account(site.register, follow_up))
        if same_but_masked(before, now):
            continue
        changed = _changed(before, now)
        day = date_text(site.as_of.published_on(follow_up))
        what = f"Uppföljningen publicerades den {day} och får inte ändras efteråt. Ändrat: {changed}."
        mend = "Ta tillbaka ändringen. Var något fel: skriv en rättelse i rattelser/, så läggs den bredvid."
        yield Problem(site.file_of(follow_up), 0, 0, what, mend)


def _said(written: Json) -> Json:
    """Give what a follow-up says; that an entry was judged fit to show may be written afterwards."""
    if isinstance(written, dict):
        return {name: _said(one) for name, one in written.items() if name != "sekretessprövad"}
    return [_said(one) for one in written] if isinstance(written, list) else written


def _changed(before: Json, after: Json) -> str:
    old, new = (one if isinstance(one, dict) else {} for one in (before, after))
    names = [name for name in {**old, **new} if not same_but_masked(old.get(name), new.get(name))]
    return ", ".join(f"”{name}”" for name in names)
