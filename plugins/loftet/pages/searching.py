"""What the search knows of each page: kind and status, a short text, and the words that it is also found by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from loftet import addresses
from loftet.facts.lifecycle import life_stage
from loftet.facts.status import commitment_standing, measure_standing
from loftet.facts.stops import stop_standing
from loftet.model.base import Entity
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.register import KINDS
from loftet.model.walk import Observation, SafetyWalk
from loftet.pages import marks
from loftet.pages.site import Page, SearchEntry, Site
from loftet.pages.synonyms import Synonyms
from loftet.pages.versions import language_name
from loftet.pages.walk_words import stop_title
from loftet.wording import first_upper

_SHORTEST, _LONGEST = 60, 180
"""How many letters of a page's text the index keeps: no more than the hits show, fewer where the pages are many."""

_LETTERS = 60_000
"""How many letters of text the index keeps in all, so that a thousand records are some 60 kB on the way."""


def searchable(site: Site, pages: Iterable[Page]) -> Iterator[Page]:
    """Give pages with what the search says of them; a page that may not be listed has only the parts it names."""
    records = _records(site)
    longest = longest_text(site)
    for page in pages:
        own = [_entry(site, page, records.get(page.address))] if page.listed else []
        walk = records.get(page.address)
        stops = _stops(site, walk) if isinstance(walk, SafetyWalk) else ()
        entries = (_with_others(site.synonyms, one, longest) for one in (*own, *page.entries, *stops))
        yield replace(page, entries=tuple(entries))


_Record = Entity | tuple[Promise, Commitment]


def _records(site: Site) -> Mapping[str, _Record]:
    found: dict[str, _Record] = {}
    for kind in KINDS:
        found.update({addresses.of(one): one for one in site.register.of(kind).values()})
    for promise in site.register.promises.values():
        for own in promise.commitments:
            found[addresses.commitment(promise.id, own.id)] = (promise, own)
    return found


def _with_others(synonyms: Synonyms, entry: SearchEntry, longest: int) -> SearchEntry:
    others = synonyms.others(f"{entry.title} {entry.kind} {entry.text} {entry.also}")
    text = _cut(entry.text, longest)
    shown = {word.strip(".,:;()") for word in f"{entry.title} {text}".split()}
    also = dict.fromkeys((*entry.also.split(), *" ".join(others).split()))
    return replace(entry, text=text, also=" ".join(one for one in also if one not in shown))


def longest_text(site: Site) -> int:
    """Give how many letters of text an entry may keep, from how many records and stops there are."""
    records = sum(len(site.register.of(kind)) for kind in KINDS)
    stops = sum(len(walk.stops) for walk in site.register.walks.values())
    return max(_SHORTEST, min(_LONGEST, _LETTERS // max(1, records + stops)))


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    return f"{text[:longest].rsplit(' ', 1)[0]} …"


def _entry(site: Site, page: Page, record: _Record | None) -> SearchEntry:
    entry = partial(SearchEntry, page.address, page.title)
    if page.language != "sv":
        return entry(language_name(page.language))
    if isinstance(record, Measure):
        return entry(*_measure(site, record))
    if isinstance(record, tuple):
        return entry(*_commitment(site, *record))
    if isinstance(record, Promise):
        named = " ".join(own.text for own in record.commitments)
        stage = life_stage(site.as_of, record).stage.value
        who = _named(site, [one.party for one in record.parties], record.areas)
        return entry(
            _kind(site, "medborgarlöfte", stage), record.summary or page.description, f"{named} {who}"
        )
    text = page.search_text or page.description
    if isinstance(record, SafetyWalk):
        return entry(
            first_upper(site.noun_of(SafetyWalk).singular), page.description, _named(site, (), record.areas)
        )
    if isinstance(record, Entity):
        kind = first_upper(site.noun_of(type(record)).singular)
        return entry(kind, text.removeprefix(kind).strip())
    return entry("", text)


def _kind(site: Site, name: str, status: str) -> str:
    return f"{first_upper(site.noun(name).singular)} · {status}"


def _measure(site: Site, measure: Measure) -> tuple[str, str, str]:
    """Give a measure's kind with its status, its text, and the places and parties that it is found by."""
    status = marks.standing_words(site, "åtgärd", measure_standing(site.as_of, measure))
    who = _named(site, (*measure.responsible, *measure.contributors), measure.area)
    also = f"{who} {measure.place_words or ''} {measure.responsible_words or ''}"
    return _kind(site, "åtgärd", status), measure.text or "", also


def _commitment(site: Site, promise: Promise, own: Commitment) -> tuple[str, str, str]:
    status = marks.standing_words(site, "åtagande", commitment_standing(site.as_of, promise, own))
    who = _named(site, (*own.responsible, *own.contributors), own.areas)
    also = f"{who} {own.place_words or ''} {own.responsible_words or ''}"
    return _kind(site, "åtagande", status), f"I {promise.title}.", also


def _stops(site: Site, walk: SafetyWalk) -> Iterator[SearchEntry]:
    """Give each stop of a walk that has an anchor of its own."""
    for stop in walk.stops:
        if stop.anchor:
            yield _stop(site, walk, stop)


def _stop(site: Site, walk: SafetyWalk, stop: Observation) -> SearchEntry:
    status = stop_standing(site.as_of, walk, stop).status.value
    where = " ".join(site.register.areas[id].name for id in stop.areas if id in site.register.areas)
    kind = f"Stopp · {status}"
    seen = " ".join(stop.seen)
    return SearchEntry(
        addresses.stop(walk, stop), stop_title(walk, stop), kind, seen, " ".join((where, *stop.categories))
    )


def _named(site: Site, parties: Iterable[str], areas: Iterable[str]) -> str:
    """Give the names of parties, short ones too, and of areas."""
    who = [site.register.parties[id] for id in parties if id in site.register.parties]
    where = [site.register.areas[id].name for id in areas if id in site.register.areas]
    return " ".join([*(f"{one.name} {one.short or ''}".strip() for one in who), *where])
