"""*Gator och platser*: every street and place that is named, by letter, with what is promised there and how it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loftet import addresses
from loftet.facts.places import NamedPlace
from loftet.pages import marks
from loftet.pages.alphabet import Letter, by_letter
from loftet.pages.lines import stop_line
from loftet.pages.long_lists import FIRST, LongLists
from loftet.pages.paging import ListPart, part_links
from loftet.pages.site import Page, SearchEntry, Site
from loftet.wording import and_list, count, first_upper

Line = dict[str, object]

_ON_ONE_PAGE = 100
"""Places whose names stand on one page, where a browser's own search finds them; of more, each letter has its own."""

_ROWS = 24
"""Rows on each page of a letter: the heading of a place is one, and so is each line under it."""


def place_pages(site: Site) -> Iterator[Page]:
    """Draw the list of places, and for each letter what is said of its places."""
    here = addresses.PLACES
    letters = by_letter(site.places, lambda one: one.name)
    pages = [list(_parts(letter)) for letter in letters]
    most = _ON_ONE_PAGE if len(site.places) <= _ON_ONE_PAGE else FIRST
    body = site.render(
        "places",
        here,
        letters=[_letter(site, here, one, parts, most) for one, parts in zip(letters, pages, strict=True)],
        areas=site.link(here, addresses.AREAS),
    )
    text = "Gator och platser i bokstavsordning, med vad som är lovat där och hur det går."
    yield Page(here, "Gator och platser", body, description=text, search_text=text)
    for letter, parts in zip(letters, pages, strict=True):
        for part in parts:
            yield from _part_pages(site, letter, part)


def _parts(letter: Letter[NamedPlace]) -> Iterator[ListPart[NamedPlace]]:
    """Cut a letter's places into parts that each fill a page."""
    cuts: list[list[NamedPlace]] = [[]]
    rows = 0
    for place in letter.members:
        own = 1 + min(_count(place), FIRST + 1)
        if cuts[-1] and rows + own > _ROWS:
            cuts.append([])
            rows = 0
        cuts[-1].append(place)
        rows += own
    address = addresses.letter(letter.anchor)
    for number, cut in enumerate(cuts, start=1):
        yield ListPart(address, cut, number, len(cuts), len(letter.members))


def _count(place: NamedPlace) -> int:
    return len(place.commitments) + len(place.measures) + len(place.stops)


def _letter(
    site: Site, here: str, letter: Letter[NamedPlace], parts: Sequence[ListPart[NamedPlace]], most: int
) -> dict[str, object]:
    """Give a letter with its first places, and the way to all of them where they are many."""
    shown = [_listed(site, here, part, place) for part in parts for place in part.items]
    cut = len(shown) > most + 1
    rest = {"href": site.link(here, parts[0].address), "total": len(shown)} if cut else None
    return {
        "title": letter.title,
        "anchor": letter.anchor,
        "places": shown[:most] if cut else shown,
        "rest": rest,
    }


def _listed(site: Site, here: str, part: ListPart[NamedPlace], place: NamedPlace) -> dict[str, str | None]:
    return {
        "text": place.name,
        "href": site.link(here, f"{part.address}#{place.id}"),
        "fact": _words(site, place),
    }


def _words(site: Site, place: NamedPlace) -> str:
    """Say how much there is: ”1 åtagande, 2 åtgärder och 3 stopp”."""
    duties, acts, stops = len(place.commitments), len(place.measures), len(place.stops)
    told = (
        (duties, site.noun("åtagande").counted(duties)),
        (acts, site.noun("åtgärd").counted(acts)),
        (stops, count(stops, "stopp", "stopp")),
    )
    return and_list(words for number, words in told if number)


def _part_pages(site: Site, letter: Letter[NamedPlace], part: ListPart[NamedPlace]) -> Iterator[Page]:
    here = part.address
    title = part.title(f"Gator och platser på {letter.title}")
    long = LongLists(site, here, title)
    body = site.render(
        "places_letter",
        here,
        title=title,
        places=[
            {
                "id": one.id,
                "title": one.name,
                "shown": long.first(one.id, one.name, list(_items(site, here, one))),
            }
            for one in part.items
        ],
        parts=part_links(site, part),
        all=site.link(here, addresses.PLACES),
    )
    entries = tuple(
        SearchEntry(f"{here}#{one.id}", one.name, "Gata eller plats", _words(site, one)) for one in part.items
    )
    yield Page(here, title, body, description=f"{title}.", listed=False, entries=entries)
    yield from long.pages()


def _items(site: Site, here: str, place: NamedPlace) -> Iterator[Line]:
    """Give what is promised, done and seen at a place, each with its status."""
    duty, act = (first_upper(site.noun(name).singular) for name in ("åtagande", "åtgärd"))
    yield from (_called(duty, marks.commitment_item(site, here, *one)) for one in place.commitments)
    yield from (_called(act, marks.measure_item(site, here, one)) for one in place.measures)
    yield from (stop_line(site, here, *one) for one in place.stops)


def _called(kind: str, item: Line) -> Line:
    return {**item, "fact": f"{kind}. {item['fact']}"}
