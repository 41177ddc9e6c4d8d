"""The permanent address of each record and anchor; the only place that makes one (rule 11).

An address is relative to the site's root and ends with a slash (`loften/lofte-7/`); an id alone decides it.
`href(here, there)` makes the relative link from one page to another, so that a site works under any prefix.
"""

from __future__ import annotations

import posixpath

from loftet.model.base import Entity
from loftet.model.follow_up import AnnualReport, Correction, Entry
from loftet.model.knowledge import GlossaryEntry, Value
from loftet.model.register import KIND_BY_NAME, KIND_BY_TYPE, Kind
from loftet.model.walk import Observation, SafetyWalk
from loftet.model.words import Status

START = ""
MEASURES, WALKS, PROMISES, FOLLOW_UPS = "atgarder/", "vandringar/", "loften/", "uppfoljningar/"
INDICATORS, PARTIES, AREAS, FOCUS = "indikatorer/", "parter/", "omraden/", "fokus/"
METHOD, GLOSSARY, NEWS, CORRECTIONS, ABOUT = "sa-raknar-vi/", "ordlista/", "nytt/", "rattelser/", "om/"
A_TO_Z, ACCESSIBILITY, OPEN_DATA, LAW = "a-o/", "tillganglighet/", "oppna-data/", "lagen/"


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
    return f"ar/{number}/"


def reference(kind: str, id: str) -> str:
    """Give the address of a record named by kind and id, such as `part` and `polisen`."""
    return f"{KIND_BY_NAME[kind].folder}/{id}/"


def commitment(promise: str, own: str) -> str:
    """Give the address of a commitment's own page."""
    return f"{PROMISES}{promise}/{own}/"


def commitment_anchor(promise: str, own: str) -> str:
    """Give the address of a commitment on its promise's page."""
    return f"{PROMISES}{promise}/#{own}"


def stop(walk: SafetyWalk, observation: Observation) -> str:
    """Give the address of a stop on its walk's page; the walk's own when the stop has neither number nor id."""
    anchor = stop_anchor(observation)
    return of(walk) + (f"#{anchor}" if anchor else "")


def stop_anchor(observation: Observation) -> str:
    """Give the anchor of a stop (`stopp-4`), empty when it has neither number nor id."""
    return f"stopp-{observation.anchor}" if observation.anchor else ""


def entry_anchor(entry: Entry) -> str:
    """Give the anchor of an entry in a follow-up: what it is about, slash as hyphen."""
    return entry.about.replace("/", "-")


def value_anchor(value: Value) -> str:
    """Give the anchor of a value row on an indicator's page: its period as written."""
    start = value.period.start
    words = value.period.words or (start.words if start else "")
    return words.lower().replace(" ", "-").replace("/", "-").replace("–", "-")


def status_anchor(status: Status) -> str:
    """Give the anchor of a status on the method page."""
    return status.slug


def filtered(list_address: str, what: str, id: str) -> str:
    """Give the address of a filtered list (not permanent): `atgarder/status/forsenad/`."""
    return f"{list_address}{what}/{id}/"


def href(here: str, there: str) -> str:
    """Give the relative link from the page at one address to another address, anchor kept."""
    path, _, anchor = there.partition("#")
    relative = posixpath.relpath(f"/{path}", f"/{here}") + ("/" if not path or path.endswith("/") else "")
    link = "" if path == here and anchor else relative
    return f"{link}#{anchor}" if anchor else link
