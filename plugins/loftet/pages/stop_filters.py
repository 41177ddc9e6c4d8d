"""Every stop of every walk: its list, and for each status and category a plain page (not permanent, noindex)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loftet import addresses
from loftet.facts.stops import stop_standing
from loftet.facts.walks import Seen, Walks, is_to_come
from loftet.model.base import suggested_id
from loftet.model.statuses import StopStatus
from loftet.model.walk import Observation, SafetyWalk
from loftet.pages import lines
from loftet.pages.choices import choice_view
from loftet.pages.paging import FIRST, ListPart, in_parts, part_links, part_page
from loftet.pages.site import Page, Site
from loftet.pages.walk_maps import categories_of, still_figure, stops_scene
from loftet.wording import count, first_upper


@dataclass(frozen=True)
class Choice:
    """One thing to choose: its slug in the address, its word, its stops; a status has its sign too."""

    slug: str
    word: str
    stops: Sequence[Seen]
    status: StopStatus | None = None


@dataclass(frozen=True)
class Way:
    """One way to choose among stops: its slug in addresses, its heading, and its choices in their order."""

    slug: str
    title: str
    choices: Callable[[Site, Sequence[Seen]], list[Choice]]


def _by_status(site: Site, stops: Sequence[Seen]) -> list[Choice]:
    found: dict[StopStatus, list[Seen]] = {status: [] for status in StopStatus}
    for walk, stop in stops:
        found[stop_standing(site.as_of, walk, stop).status].append((walk, stop))
    return [Choice(one.slug, first_upper(one.neuter), held, one) for one, held in found.items() if held]


def _by_category(_site: Site, stops: Sequence[Seen]) -> list[Choice]:
    """Group by category, however it is capitalised; two that would share an address are told apart by a number."""
    found: dict[str, list[Seen]] = {}
    for walk, stop in stops:
        for key in categories_of(stop):
            found.setdefault(key, []).append((walk, stop))
    slugs: dict[str, int] = {}
    choices = []
    for key, held in sorted(found.items()):
        slug = suggested_id(key)
        slugs[slug] = slugs.get(slug, 0) + 1
        own = slug if slugs[slug] == 1 else f"{slug}_{slugs[slug]}"
        choices.append(Choice(own, first_upper(key), held))
    return choices


WAYS = (Way(addresses.BY_STATUS, "Läge", _by_status), Way("kategori", "Kategori", _by_category))
"""Every way to choose; to add one, write its choices and name it here."""


@dataclass(frozen=True)
class StopChoices:
    """The stops of every walk that has been, and what they can be chosen by; each is found once."""

    site: Site

    @cached_property
    def stops(self) -> tuple[Seen, ...]:
        """Give every stop, the newest walk first, each walk in its own order."""
        known = reversed(Walks(self.site.as_of).by_date)
        been = (walk for walk in known if not is_to_come(self.site.as_of, walk))
        return tuple((walk, stop) for walk in been for stop in walk.stops)

    @cached_property
    def by_way(self) -> tuple[tuple[Way, list[Choice]], ...]:
        """Give each way to choose with its choices; a way without any is left out."""
        found = ((way, way.choices(self.site, self.stops)) for way in WAYS)
        return tuple((way, choices) for way, choices in found if choices)

    def views(self, here: str) -> list[dict[str, object]]:
        """Give the ways to choose as the `filters` component takes them."""
        return [
            {
                "title": way.title,
                "open": False,
                "choices": [_choice_view(self.site, here, way, one) for one in choices],
            }
            for way, choices in self.by_way
        ]


def stop_filters(site: Site) -> Iterator[Page]:
    """Draw one page for each choice: the picture of its stops, and the list."""
    known = StopChoices(site)
    for way, choices in known.by_way:
        for choice in choices:
            yield from _pages(known, way, choice)


def _pages(known: StopChoices, way: Way, choice: Choice) -> Iterator[Page]:
    """Draw the list of one choice, in parts: its map and what else can be chosen stand on the first."""
    site, address = known.site, addresses.filtered(addresses.WALKS, way.slug, choice.slug)
    title = f"{site.own('Stopp på vandringar')}: {choice.word}"
    number = count(len(choice.stops), "stopp", "stopp")
    scene = stops_scene(site, address, f"vandringar-{way.slug}-{choice.slug}", title, choice.stops)
    first, *others = in_parts(address, choice.stops, FIRST)
    body = site.render(
        "stops",
        address,
        title=title,
        sentence=f"{number} av {len(known.stops)}.",
        everything=site.link(address, addresses.WALKS),
        picture=still_figure(scene, address, f"{title}.") if scene.drawable else None,
        filters=known.views(address),
        items=_lines(site, first),
        parts=part_links(site, first),
    )
    yield Page(address, title, body, description=f"{title}: {number}.", listed=False)
    for part in others:
        yield part_page(site, part, title, _lines(site, part), (title, address))


def _lines(site: Site, part: ListPart[Seen]) -> list[lines.Line]:
    return [lines.stop_line(site, part.address, *one) for one in part.items]


def _choice_view(site: Site, here: str, way: Way, choice: Choice) -> dict[str, object]:
    there = addresses.filtered(addresses.WALKS, way.slug, choice.slug)
    return choice_view(site, here, there, choice.word, len(choice.stops), choice.status)


def stop_lines(site: Site, here: str, stops: Sequence[Seen]) -> list[lines.Line]:
    """Give stops line by line, with what a choice on the open map reads of them."""
    return [
        {**lines.stop_line(site, here, walk, stop), "data": _told(site, walk, stop)} for walk, stop in stops
    ]


def _told(site: Site, walk: SafetyWalk, stop: Observation) -> dict[str, str]:
    tone = stop_standing(site.as_of, walk, stop).status.tone
    return {"data-ton": tone, "data-kategorier": "|".join(categories_of(stop))}
