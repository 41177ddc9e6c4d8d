"""The long lists of a page: their first lines stand on it, all of them on plain pages of their own (noindex)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from loftet import addresses
from loftet.pages.lines import Line
from loftet.pages.paging import MOST, in_parts, part_page
from loftet.pages.site import Page, Site

FIRST = 4
"""Lines of a long list that stand on the page; one line more is shown too, for the link would take its place."""


@dataclass(frozen=True)
class Shown:
    """What stands of a list on its page: its lines, and how many there are where in all when some are left out."""

    lines: Sequence[Line]
    rest: dict[str, object] | None = None


@dataclass(frozen=True)
class _Whole:
    title: str
    address: str
    lines: Sequence[Line]


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
        there = f"{self.address}{anchor}/"
        named = self.site.own(title)
        self._whole.append(_Whole(f"{self.title}: {named}", there, lines))
        return Shown(lines[:most], {"href": addresses.href(self.address, there), "total": len(lines)})

    def pages(self) -> Iterator[Page]:
        """Draw every list that was cut, whole, in parts."""
        for whole in self._whole:
            for part in in_parts(whole.address, whole.lines, self.most, self.most):
                lines = [self._seen_from(part.address, one) for one in part.items]
                yield part_page(self.site, part, whole.title, lines, (self.title, self.address))

    def _seen_from(self, here: str, line: Line) -> Line:
        """Give a line of the page as it stands on another: its link is relative; anchor and data are the page's."""
        href = line.get("href")
        if isinstance(href, str) and not urlsplit(href).scheme:
            href = addresses.href(here, addresses.resolved(self.address, href))
        return {**line, "href": href, "id": None, "data": {}}
