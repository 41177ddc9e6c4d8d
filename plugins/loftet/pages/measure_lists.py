"""The list of all measures with counted filters, each filter a plain page of its own (not permanent, noindex)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loftet import addresses
from loftet.facts.progress import progress_of_measures
from loftet.facts.status import measure_standing
from loftet.model.promise import Measure
from loftet.model.statuses import MeasureStatus
from loftet.pages import marks
from loftet.pages.choices import choice_view
from loftet.pages.paging import FIRST, ListPart, in_parts, part_links, part_page
from loftet.pages.site import Page, Site
from loftet.wording import first_upper

MOST_CHOICES = 10
"""Choices of one way that stand beside a list, the commonest; the rest are found on the list of their own kind."""

Keys = Callable[[Site, Measure], list[str]]


@dataclass(frozen=True)
class Filter:
    """One way to choose among measures: its slug in addresses, its heading, its keys for a measure, a key's name.

    `overview` is where its choices all stand, each with its own measures, when they are too many here.
    """

    slug: str
    title: str
    keys: Keys
    name: Callable[[Site, str], str]
    overview: str = ""


def _status(site: Site, measure: Measure) -> list[str]:
    return [measure_standing(site.as_of, measure).status.slug]


def _focus(site: Site, measure: Measure) -> list[str]:
    tied = site.as_of.commitment_of(measure)
    return sorted({*measure.focus, *(tied[1].focus if tied else ())} & set(site.register.focus_areas))


def _party(site: Site, measure: Measure) -> list[str]:
    return sorted({*measure.responsible, *measure.contributors} & set(site.register.parties))


def _area(site: Site, measure: Measure) -> list[str]:
    return sorted(set(measure.area) & set(site.register.areas))


def _years(site: Site, measure: Measure) -> list[str]:
    said = {str(one.date.year) for one in site.as_of.said_of_measure(measure)}
    due = {str(measure.deadline.last.year)} if measure.deadline else set()
    return sorted(said | due)


def _status_name(_site: Site, slug: str) -> str:
    return first_upper(next(status.plural for status in MeasureStatus if status.slug == slug))


FILTERS = (
    Filter(addresses.BY_STATUS, "Läge", _status, _status_name),
    Filter(
        "fokus", "Fokusområde", _focus, lambda site, id: site.register.focus_areas[id].name, addresses.FOCUS
    ),
    Filter(
        "part",
        "Ansvarig eller medverkande",
        _party,
        lambda site, id: site.register.parties[id].name,
        addresses.PARTIES,
    ),
    Filter("omrade", "Område", _area, lambda site, id: site.register.areas[id].name, addresses.AREAS),
    Filter("ar", "År", _years, lambda _site, year: year),
)
"""Every way to choose; to add one, write its keys and name it here."""


def measure_lists(site: Site) -> Iterator[Page]:
    """Draw the list of all measures and one list for each choice of each filter."""
    everything = sorted(site.register.measures.values(), key=lambda one: (one.title.lower(), one.id))
    chosen = {one.slug: _choices(site, one, everything) for one in FILTERS}
    called = site.noun("åtgärd").plural
    yield from _list(site, addresses.MEASURES, f"Alla {called}", everything, chosen)
    for way in FILTERS:
        for key, members in chosen[way.slug].items():
            here = _address(way, key)
            yield from _list(site, here, f"{first_upper(called)}: {way.name(site, key)}", members, chosen)


def _choices(site: Site, way: Filter, everything: list[Measure]) -> dict[str, list[Measure]]:
    found: dict[str, list[Measure]] = {}
    for measure in everything:
        for key in way.keys(site, measure):
            found.setdefault(key, []).append(measure)
    return dict(sorted(found.items()))


def _list(
    site: Site, address: str, title: str, members: list[Measure], chosen: dict[str, dict[str, list[Measure]]]
) -> Iterator[Page]:
    """Draw one list, in parts: its counts and what it can be chosen by stand on the first."""
    called = site.noun("åtgärd")
    progress = progress_of_measures(site.as_of, members)
    first, *others = in_parts(address, members, FIRST)
    whole = address == addresses.MEASURES
    brief = whole and bool(progress.segments)  # the words under the bar are links, and say every number
    body = site.render(
        "measures",
        address,
        title=title,
        items=_lines(site, first),
        parts=part_links(site, first),
        filters=[_filter_view(site, address, way, chosen[way.slug]) for way in FILTERS if chosen[way.slug]],
        progress=marks.bar_segments(progress, _by_status(site) if whole else None),
        sentence=called.counted(progress.counted) if brief else progress.sentence,
        brief=brief,
        left_out=len(progress.left_out),
        not_done=progress.not_done_aside,
        everything=None if whole else site.link(address, addresses.MEASURES),
    )
    text = f"{title}: {called.counted(len(members))}."
    menu = first_upper(called.plural) if whole else ""
    yield Page(address, title, body, description=text, menu=menu, listed=whole)
    for part in others:
        yield part_page(site, part, title, _lines(site, part), (title, address))


def _by_status(site: Site) -> dict[str, str | None]:
    """Give where the list of all measures that stand so is, by the status' slug, from the list of all."""
    return {one.slug: site.link(addresses.MEASURES, _address(FILTERS[0], one.slug)) for one in MeasureStatus}


def _lines(site: Site, part: ListPart[Measure]) -> list[dict[str, object]]:
    return [marks.measure_item(site, part.address, one, with_promise=True) for one in part.items]


def _filter_view(site: Site, here: str, way: Filter, choices: dict[str, list[Measure]]) -> dict[str, object]:
    commonest = sorted(choices, key=lambda key: -len(choices[key]))[:MOST_CHOICES]
    shown = {
        key: held
        for key, held in choices.items()
        if not way.overview or key in commonest or here == _address(way, key)
    }
    more = site.link(here, way.overview) if len(shown) < len(choices) else None
    return {
        "title": site.own(way.title),
        "open": False,
        "choices": [_choice(site, here, way, *one) for one in shown.items()],
        "more": {"text": f"Alla {len(choices)}", "href": more} if more else None,
    }


def _address(way: Filter, key: str) -> str:
    return addresses.filtered(addresses.MEASURES, way.slug, key)


def _choice(site: Site, here: str, way: Filter, key: str, members: list[Measure]) -> dict[str, object]:
    status = next((one for one in MeasureStatus if way.slug == addresses.BY_STATUS and one.slug == key), None)
    return choice_view(site, here, _address(way, key), way.name(site, key), len(members), status)
