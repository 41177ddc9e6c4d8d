"""A list that is too long for one page, in parts: each a plain page of its own (not permanent, noindex)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from loftet import addresses
from loftet.pages.lines import Line
from loftet.pages.site import Page, Site

MOST = 20
"""Lines on a page: with the shell about 20 kB, whatever the number of records."""

FIRST = 10
"""Lines on the first page of a list that has counts and filters above it."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class ListPart(Generic[Item]):
    """One part of a list: where it stands, its items, and its number of how many."""

    list_address: str
    items: Sequence[Item]
    number: int
    of: int
    total: int

    @property
    def address(self) -> str:
        """Give the address of the part's page; the first part is the list's own page."""
        return addresses.part(self.list_address, self.number)

    @property
    def is_first(self) -> bool:
        """Tell whether this is the part that stands at the list's own address."""
        return self.number == 1

    def title(self, title: str) -> str:
        """Give the page's title, with the part's number where there are several."""
        return title if self.is_first else f"{title}, sida {self.number} av {self.of}"


def in_parts(
    list_address: str, items: Sequence[Item], first: int = MOST, most: int = MOST
) -> Iterator[ListPart[Item]]:
    """Cut a list into parts, the first of at most `first` items, each other of `most`; an empty list is one part."""
    cuts = [items[:first], *(items[at : at + most] for at in range(first, len(items), most))]
    for number, cut in enumerate(cuts, start=1):
        yield ListPart(list_address, cut, number, len(cuts), len(items))


def part_page(
    site: Site,
    part: ListPart[Item],
    title: str,
    lines: Sequence[Line],
    belongs_to: tuple[str, str],
    template: str = "long_list",
) -> Page:
    """Draw a part as a plain page of lines; `belongs_to` is the page that the list is of, as (title, address)."""
    here, named = part.address, part.title(title)
    whole, back = belongs_to
    body = site.render(
        template,
        here,
        title=named,
        items=lines,
        parts=part_links(site, part),
        back={"text": whole, "href": addresses.href(here, back)},
    )
    return Page(here, named, body, description=f"{named}.", listed=False)


def part_links(site: Site, part: ListPart[Item]) -> dict[str, object] | None:
    """Give what the `parts_of_list` component takes: first, last and near parts; None when there is one only."""
    if part.of == 1:
        return None
    near = {1, part.of, *range(part.number - 1, part.number + 2)}
    shown = [one for one in sorted(near) if 1 <= one <= part.of]
    return {
        "number": part.number,
        "of": part.of,
        "total": part.total,
        "previous": _link(site, part, part.number - 1),
        "following": _link(site, part, part.number + 1),
        "numbers": [
            {"number": one, "href": _link(site, part, one), "gap": one - 1 not in (0, *shown)}
            for one in shown
        ],
    }


def _link(site: Site, part: ListPart[Item], number: int) -> str | None:
    if not 1 <= number <= part.of:
        return None
    return site.link(part.address, addresses.part(part.list_address, number))
