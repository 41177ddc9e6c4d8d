"""*Gator och platser*: every street and place that is named, by letter, with what is promised there and how it went."""

from __future__ import annotations

from collections.abc import Iterator

from loftet import addresses
from loftet.facts.places import Place
from loftet.pages import marks
from loftet.pages.alphabet import Letter, by_letter
from loftet.pages.lines import stop_line
from loftet.pages.long_lists import LongLists
from loftet.pages.site import Page, SearchEntry, Site
from loftet.wording import and_list, count, first_upper

Line = dict[str, object]


def place_pages(site: Site) -> Iterator[Page]:
    """Draw the list of places, and for each letter what is said of its places."""
    here = addresses.PLACES
    letters = by_letter(site.places, lambda one: one.name)
    body = site.render(
        "places",
        here,
        letters=[
            {
                "title": one.title,
                "anchor": one.anchor,
                "places": [_listed(site, here, one, place) for place in one.members],
            }
            for one in letters
        ],
        areas=site.link(here, addresses.AREAS),
    )
    text = "Gator och platser i bokstavsordning, med vad som är lovat där och hur det går."
    yield Page(here, "Gator och platser", body, description=text, search_text=text)
    for letter in letters:
        yield from _letter_pages(site, letter)


def _listed(site: Site, here: str, letter: Letter[Place], place: Place) -> dict[str, str | None]:
    return {
        "text": place.name,
        "href": site.link(here, addresses.letter(letter.anchor, place.id)),
        "fact": _words(site, place),
    }


def _words(site: Site, place: Place) -> str:
    """Say how much there is: «1 åtagande, 2 åtgärder och 3 stopp»."""
    duties, acts, stops = len(place.commitments), len(place.measures), len(place.stops)
    told = (
        (duties, site.noun("åtagande").counted(duties)),
        (acts, site.noun("åtgärd").counted(acts)),
        (stops, count(stops, "stopp", "stopp")),
    )
    return and_list(words for number, words in told if number)


def _letter_pages(site: Site, letter: Letter[Place]) -> Iterator[Page]:
    here = addresses.letter(letter.anchor)
    title = f"Gator och platser på {letter.title}"
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
            for one in letter.members
        ],
        all=site.link(here, addresses.PLACES),
    )
    entries = tuple(
        SearchEntry(addresses.letter(letter.anchor, one.id), one.name, "Gata eller plats", _words(site, one))
        for one in letter.members
    )
    yield Page(here, title, body, description=f"{title}.", listed=False, entries=entries)
    yield from long.pages()


def _items(site: Site, here: str, place: Place) -> Iterator[Line]:
    """Give what is promised, done and seen at a place, each with its status."""
    duty, act = (first_upper(site.noun(name).singular) for name in ("åtagande", "åtgärd"))
    yield from (_called(duty, marks.commitment_item(site, here, *one)) for one in place.commitments)
    yield from (_called(act, marks.measure_item(site, here, one)) for one in place.measures)
    yield from (stop_line(site, here, *one) for one in place.stops)


def _called(kind: str, item: Line) -> Line:
    return {**item, "fact": f"{kind}. {item['fact']}"}
