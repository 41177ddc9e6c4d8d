"""The permanent address of each record and anchor; the only place that makes one (rule 11).

An address is relative to the site's root and ends with a slash (`loften/lofte-7/`); an id alone decides it.
`href(here, there)` makes the relative link from one page to another, so that a site works under any prefix.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import count
from urllib.parse import urljoin

from loftet.model.base import Entity, suggested_id
from loftet.model.follow_up import AnnualReport, Correction, Entry, FollowUp
from loftet.model.knowledge import Dialogue, GlossaryEntry, HeardPoint, Indicator, Value
from loftet.model.register import KIND_BY_NAME, KIND_BY_TYPE, Kind
from loftet.model.statuses import CommitmentStatus, GoalStatus, Lifecycle, Status, StopStatus
from loftet.model.walk import Observation, SafetyWalk

START = ""
MEASURES, WALKS, PROMISES, FOLLOW_UPS = "atgarder/", "vandringar/", "loften/", "uppfoljningar/"
INDICATORS, PARTIES, AREAS, FOCUS = "indikatorer/", "parter/", "omraden/", "fokus/"
METHOD, GLOSSARY, NEWS, CORRECTIONS, ABOUT = "sa-raknar-vi/", "ordlista/", "nytt/", "rattelser/", "om/"
YEARS = "ar/"
A_TO_Z, ACCESSIBILITY, OPEN_DATA, LAW = "a-o/", "tillganglighet/", "oppna-data/", "lagen/"
PROCESS = "sa-arbetar-vi/"
EASY, LANGUAGES, PLACES = "lattlast/", "sprak/", "platser/"


def overview(kind: Kind) -> str:
    """Give the address of the list of all records of a kind."""
    return f"{kind.folder}/"


def of(record: Entity) -> str:
    """Give the address of a record's page (with an anchor where the record stands on a shared page)."""
    if isinstance(record, GlossaryEntry):
        return f"{GLOSSARY}#{record.id}"
    if isinstance(record, Correction):
        return f"{CORRECTIONS}#{record.id}"
    if isinstance(record, AnnualReport):
        return year(record.year)
    return f"{KIND_BY_TYPE[type(record)].folder}/{record.id}/"


def year(number: str) -> str:
    """Give the address of a year's account."""
    return f"{YEARS}{number}/"


def reference(kind: str, id: str) -> str:
    """Give the address of a record named by kind and id, such as `part` and `polisen`."""
    return f"{KIND_BY_NAME[kind].folder}/{id}/"


def commitment(promise: str, own: str) -> str:
    """Give the address of a commitment's own page."""
    return f"{PROMISES}{promise}/{own}/"


def commitment_anchor(promise: str, own: str) -> str:
    """Give the address of a commitment on its promise's page."""
    return f"{PROMISES}{promise}/#{own}"


def easy(promise: str = "") -> str:
    """Give the address of a promise in plain Swedish, lättläst; without an id that of the start page."""
    return f"{PROMISES}{promise}/{EASY}" if promise else EASY


def translated(language: str, promise: str = "") -> str:
    """Give the address of a promise in another language; without an id that of the start page."""
    return f"{LANGUAGES}{language}/" + (f"{PROMISES}{promise}/" if promise else "")


def letter(anchor: str) -> str:
    """Give the address of the places on a letter, as its anchor names it (not permanent)."""
    return f"{PLACES}{anchor.removeprefix('bokstav-')}/"


def stop(walk: SafetyWalk, observation: Observation) -> str:
    """Give the address of a stop on its walk's page; the walk's own when the stop has neither number nor id."""
    anchor = stop_anchor(observation)
    return of(walk) + (f"#{anchor}" if anchor else "")


def stop_anchor(observation: Observation) -> str:
    """Give the anchor of a stop (`stopp-4`), empty when it has neither number nor id."""
    return f"stopp-{observation.anchor}" if observation.anchor else ""


BY_STATUS = "status"
"""The way to choose by how it goes, among measures, commitments and stops alike."""

MEASURE_CHOICES = (BY_STATUS, "fokus", "part", "omrade", "ar")
"""Ways to choose among all measures, whose lists lie at `atgarder/<way>/…`: no measure may have such an id."""

PROMISE_CHOICES = (BY_STATUS,)
"""Ways to choose among all commitments, whose lists lie at `loften/<way>/…`: no promise may have such an id."""

PROMISE_SECTIONS = frozenset(
    (
        *(
            "hur-gar-det",
            "ataganden",
            "atgarder",
            "inte-namnda",
            "om-loftet",
            "hur-det-kom-till",
            "ordalydelse",
        ),
        *("uppgifterna-skiljer-sig", "uppfoljningar", "handelser", "kallor", "hanvisa", "kontaktvagar"),
        *("folj", "badda-in", "andrat", "aldre-andringar", "loftets-mal"),
    )
)
"""Anchors of the sections of a promise's page, which no commitment may take."""

EDITION_SECTIONS = frozenset(
    (
        "uppgifter",
        "andrat",
        "nytt-lage",
        "ny-tidsplan",
        "forsta-gangen",
        "samma-lage",
        "bara-uppgifter",
        "ej-namnt",
        "utover-loftet",
        "skiljer-sig",
        "siffror-da",
        "rattelser",
        "maskeringar",
        "kallor",
        "hanvisa",
        "badda-in",
        "ord-pa-sidan",
    )
)
"""Anchors of the sections of a follow-up's page, which no entry may take."""


def entry_anchors(follow_up: FollowUp) -> tuple[str, ...]:
    """Give the anchor of each entry of a follow-up, in order: what it is about, slash as hyphen.

    The same thing told again gets a number: `belysning`, `belysning-2`.
    """
    return _anchors_of(tuple(one.about for one in follow_up.entries))


@lru_cache(maxsize=256)
def _anchors_of(abouts: tuple[str, ...]) -> tuple[str, ...]:
    return _unique([(about.replace("/", "-"),) for about in abouts], EDITION_SECTIONS)


def entry(follow_up: FollowUp, told: Entry) -> str:
    """Give the address of an entry on its follow-up's page."""
    place = next(place for place, one in enumerate(follow_up.entries) if one is told)
    return f"{of(follow_up)}#{entry_anchors(follow_up)[place]}"


def value_anchors(indicator: Indicator) -> tuple[str, ...]:
    """Give the anchor of each value row of an indicator, in order: its period as written.

    With its area when that is another than the indicator's, with its group or a number when that is not enough.
    """
    return _unique([_value_names(indicator, one) for one in indicator.values])


def _value_names(indicator: Indicator, value: Value) -> tuple[str, ...]:
    start, end = value.period.start, value.period.end
    ends = [one.words for one in (start, end) if one]
    period = _plain(value.period.words or " ".join(dict.fromkeys(ends)))
    own = value.area is None or value.area == indicator.area
    named = period if own else f"{period}-{value.area}"
    return (named, f"{named}-{_plain(value.group)}") if value.group else (named,)


def _plain(words: str) -> str:
    return suggested_id(re.sub("[–—/]", "-", words))


def _unique(names: Sequence[Sequence[str]], reserved: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Choose for each the first of its names that is free, else its first name with a number from 2."""
    spoken_for = reserved | {first for first, *_ in names}
    taken = set(reserved)
    chosen: list[str] = []
    for own in names:
        free = [one for one in own if one not in taken and (one == own[0] or one not in spoken_for)]
        numbered = (f"{own[0]}-{number}" for number in count(2))
        name = (
            free[0] if free else next(one for one in numbered if one not in taken and one not in spoken_for)
        )
        chosen.append(name)
        taken.add(name)
    return tuple(chosen)


def point(dialogue: Dialogue, heard: HeardPoint) -> str:
    """Give the address of one thing that was heard in a dialogue."""
    return f"{of(dialogue)}#{point_anchor(heard)}"


def point_anchor(heard: HeardPoint) -> str:
    """Give the anchor of one thing that was heard in a dialogue: `punkt-hamnen`."""
    return f"punkt-{heard.id}"


_STATUS_PREFIXES: Mapping[type[Status], str] = {
    CommitmentStatus: "atagande-",
    GoalStatus: "mal-",
    StopStatus: "stopp-",
    Lifecycle: "lofte-",
}
"""What comes before the slug, since lists share words: only a measure's status stands bare."""


def status_anchor(status: Status) -> str:
    """Give the anchor of a status on the method page: `forsenad` of a measure, `atagande-forsenat` of a commitment."""
    return _STATUS_PREFIXES.get(type(status), "") + status.slug


def filtered(list_address: str, what: str, id: str) -> str:
    """Give the address of a filtered list (not permanent): `atgarder/status/forsenad/`."""
    return f"{list_address}{what}/{id}/"


def part(list_address: str, number: int) -> str:
    """Give the address of one part of a long list (not permanent); the first is the list's own."""
    return list_address if number == 1 else f"{list_address}sida/{number}/"


def href(here: str, there: str) -> str:
    """Give the relative link from the page at one address to another address, anchor kept."""
    path, _, anchor = there.partition("#")
    relative = posixpath.relpath(f"/{path}", f"/{here}") + ("/" if not path or path.endswith("/") else "")
    link = "" if path == here and anchor else relative
    return f"{link}#{anchor}" if anchor else link


def resolved(here: str, link: str) -> str:
    """Give the address that a relative link on the page at an address leads to: what `href` was made from."""
    return urljoin(f"/{here}", link).removeprefix("/")


def data_file(record: Entity) -> str:
    """Give the address of a record's data file."""
    return f"data/{KIND_BY_TYPE[type(record)].folder}/{record.id}.json"


def data_table(name: str) -> str:
    """Give the address of a table of data."""
    return f"data/{name}.csv"


DATA_CATALOGUE = "data/katalog.rdf"
FEED, CALENDAR = "floden/allt.xml", "kalender/allt.ics"
CHANGES_FEED, CORRECTIONS_FEED = "floden/andringar.xml", "floden/rattelser.xml"


def feed(record: Entity) -> str:
    """Give the address of the feed of what happens to one record."""
    return f"floden/{KIND_BY_TYPE[type(record)].folder}/{record.id}.xml"


def calendar(walk: SafetyWalk) -> str:
    """Give the address of a walk's own calendar file."""
    return f"kalender/{KIND_BY_TYPE[type(walk)].folder}/{walk.id}.ics"


def embed(record: Entity) -> str:
    """Give the address of a record's small document for frames on other sites."""
    return f"inbaddat/{KIND_BY_TYPE[type(record)].folder}/{record.id}/"
