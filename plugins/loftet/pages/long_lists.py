"""The long lists of a page: their first lines stand on it, all of them on plain pages of their own (noindex)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup

from loftet import addresses
from loftet.model.base import Entity
from loftet.model.register import KINDS
from loftet.pages import views
from loftet.pages.lines import Line, line
from loftet.pages.paging import MOST, in_parts, part_page
from loftet.pages.site import Page, Site

FIRST: Final = 4
"""Lines of a long list that stand on the page; one line more is shown too, for the link would take its place."""

NAMED: Final = 12
"""Records that a fact names one after the other before a link leads to all of them."""

EVENTS: Final = 12
"""Events of a story that stand on the page it is about, the newest: three years of four follow-ups each."""

_FOLDERS: Final = frozenset(f"{kind.folder}/" for kind in KINDS)

Drawn = Callable[[str, Sequence[int]], Sequence[Line]]
"""Gives the lines of a whole list at some places in it, as they stand on the page at an address."""


Event = Callable[[str], Line]
"""Tells one event of a story as it stands on the page at an address (see the `timeline` component)."""


@dataclass(frozen=True)
class Shown:
    """What stands of a list on its page: its lines, and how many there are where in all when some are left out."""

    lines: Sequence[Line]
    rest: dict[str, object] | None = None

    @property
    def total(self) -> object:
        """Give how many there are in all."""
        return self.rest["total"] if self.rest else len(self.lines)


@dataclass(frozen=True)
class ListOf:
    """One of several lists on a page: the anchor it stands at, its title, its lines."""

    anchor: str
    title: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class _Whole:
    title: str
    address: str
    total: int
    drawn: Drawn
    template: str = "long_list"


@dataclass
class LongLists:
    """The lists of one page as they are drawn: `first` gives what it shows, `pages` then what it leaves out.

    `address` and `title` are the page's own. A list's own address is the page's with the list's anchor. `most` is how
    many lines stand on each page of a whole list: more where lines are short.
    """

    site: Site
    address: str
    title: str
    most: int = MOST
    _whole: list[_Whole] = field(default_factory=list)

    def first(self, anchor: str, title: str, lines: Sequence[Line], most: int = FIRST) -> Shown:
        """Give the first lines of a list, whole when it has at most one line more; `title` names it on its own."""
        if len(lines) <= most + 1:
            return Shown(lines)
        return Shown(lines[:most], self._rest(anchor, title, len(lines), self._seen_from(lines)))

    def shared(self, lists: Sequence[ListOf]) -> list[Shown]:
        """Give what stands of lists that share one page: as many lines in all as a part of a list has.

        Of few lists each shows its first lines even so; of many, such as one a year, the later ones only say how
        many lines they have and where.
        """
        left, shown = MOST, []
        least = FIRST if len(lists) <= FIRST + 1 else 0
        for one in lists:
            shown.append(self.first(one.anchor, one.title, one.lines, max(left, least)))
            left = max(left - len(shown[-1].lines), 0)
        return shown

    def named(self, anchor: str, title: str, records: Sequence[Entity]) -> list[Markup]:
        """Give links to the first records that a fact names, and one to all of them where they are many."""
        site, here = self.site, self.address
        shown = self.first(anchor, title, [line(site, here, one) for one in records], NAMED)
        links = [views.record_link(site, here, one, views.title_of(site, one)) for one in records]
        whole = (
            [Markup('<a href="{}">Alla {}</a>').format(shown.rest["href"], shown.total)] if shown.rest else []
        )
        return [*links[: len(shown.lines)], *whole]

    def story(self, anchor: str, title: str, told: Sequence[Event]) -> Shown:
        """Give the newest events of a story, newest first; the others are told on pages of their own."""
        shown = told if len(told) <= EVENTS + 1 else told[:EVENTS]

        def drawn(here: str, places: Sequence[int]) -> list[Line]:
            return [told[place](here) for place in places]

        rest = self._rest(anchor, title, len(told), drawn, "long_story") if len(shown) < len(told) else None
        return Shown([one(self.address) for one in shown], rest)

    def _rest(
        self, anchor: str, title: str, total: int, drawn: Drawn, template: str = "long_list"
    ) -> dict[str, object]:
        """Keep a list that is cut, and give the way to all of it."""
        # Records lie beside the lists of their kind; no id has two hyphens together.
        own = f"lista--{anchor}" if self.address in _FOLDERS else anchor
        there = f"{self.address}{own}/"
        named = f"{self.title}: {self.site.own(title)}" if title else self.title
        self._whole.append(_Whole(named, there, total, drawn, template))
        return {"href": addresses.href(self.address, there), "total": total}

    def pages(self) -> Iterator[Page]:
        """Draw every list that was cut, whole, in parts."""
        for whole in self._whole:
            for part in in_parts(whole.address, range(whole.total), self.most, self.most):
                lines = whole.drawn(part.address, part.items)
                yield part_page(
                    self.site, part, whole.title, lines, (self.title, self.address), whole.template
                )

    def _seen_from(self, lines: Sequence[Line]) -> Drawn:
        """Give lines of the page as they stand on another: links are relative; anchors and data are the page's."""

        def drawn(here: str, places: Sequence[int]) -> list[Line]:
            return [self._seen(here, lines[place]) for place in places]

        return drawn

    def _seen(self, here: str, one: Line) -> Line:
        href = one.get("href")
        if isinstance(href, str) and not urlsplit(href).scheme:
            href = addresses.href(here, addresses.resolved(self.address, href))
        return {**one, "href": href, "id": None, "data": {}}
