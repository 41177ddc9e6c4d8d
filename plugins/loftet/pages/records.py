"""The pattern that the smaller kinds of record share: an overview in groups, and a page for each record.

A page type says what is its own (facts and parts); title, originals, citation and neighbours are said here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from loftet import addresses
from loftet.model.base import Entity
from loftet.pages import views
from loftet.pages.lines import Line
from loftet.pages.long_lists import ListOf, LongLists
from loftet.pages.site import Page, Site
from loftet.wording import first_upper

Row = tuple[str, object]
Ties = Callable[[LongLists], dict[str, object] | None]
"""Gives how the records of a list hang together, as the `ties` component takes it."""


@dataclass(frozen=True)
class Group:
    """A part of an overview: its lines, and a heading with its anchor when there are several parts."""

    lines: Sequence[Line]
    title: str = ""
    anchor: str = ""
    note: str | None = None


@dataclass(frozen=True)
class Sheet:
    """What one record's page says of its own: `facts` are (term, value), `parts` go to its template."""

    record: Entity
    lead: str | None = None
    facts: Sequence[Row] = ()
    parts: dict[str, object] = field(default_factory=dict)
    description: str = ""
    search_text: str = ""


def overview(
    site: Site,
    here: str,
    title: str,
    lead: str,
    groups: Sequence[Group],
    empty_text: str,
    menu: str = "",
    ties: Ties | None = None,
) -> Iterator[Page]:
    """Draw the list of all records of a kind, its words in the municipality's, and what the page has no room for.

    Groups without lines are left out.
    """
    own = site.own
    title, lead, empty_text = own(title), own(lead), own(empty_text)
    long = LongLists(site, here, title)
    known = [one for one in groups if one.lines]
    firsts = long.shared([ListOf(one.anchor or "alla", one.title, one.lines) for one in known])
    shown = [
        {"title": own(one.title), "anchor": one.anchor, "note": own(one.note or ""), "shown": first}
        for one, first in zip(known, firsts, strict=True)
    ]
    body = site.render(
        "overview",
        here,
        title=title,
        lead=lead,
        groups=shown,
        empty_text=empty_text,
        ties=ties and ties(long),
    )
    yield Page(here, title, body, description=lead, menu=menu)
    yield from long.pages()


def record_page(site: Site, template: str, sheet: Sheet, series: Sequence[Entity]) -> Page:
    """Draw the page of one record; `series` is its own kind in the order of the overview, with it in."""
    record = sheet.record
    here = addresses.of(record)
    title = views.title_of(site, record)
    titled = [(addresses.of(one), views.title_of(site, one)) for one in _beside(record, series)]
    previous, following = views.neighbours(site, here, titled)
    body = site.render(
        template,
        here,
        record=record,
        title=title,
        kind=first_upper(site.noun_of(type(record)).singular),
        lead=sheet.lead,
        facts=sheet.facts,
        disagreements=views.differing(site, here, record),
        sources=views.sources(site, here, record),
        cite=views.cite(site, here, title),
        previous=previous,
        following=following,
        series=first_upper(site.noun_of(type(record)).plural),
        **sheet.parts,
    )
    kind = first_upper(site.noun_of(type(record)).singular)
    text = sheet.description or f"{kind}: {title}. {sheet.lead or ''}".strip()
    search = f"{kind} {sheet.search_text or sheet.lead or ''}".strip()
    return Page(here, title, body, description=text, search_text=search, source=site.file_of(record))


def _beside(record: Entity, series: Sequence[Entity]) -> Sequence[Entity]:
    """Give a record with the one before and the one after it."""
    place = [one.id for one in series].index(record.id)
    return series[max(place - 1, 0) : place + 2]


def stated(rows: Sequence[Row], wanted: Sequence[str] = ()) -> list[Row]:
    """Leave out facts that are not known, but for the wanted ones: they are shown as missing."""
    return [(term, value) for term, value in rows if value or term in wanted]
