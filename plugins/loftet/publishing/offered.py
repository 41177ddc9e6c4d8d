"""What a drawn site offers: its addresses, the anchors on each page, and which of them are permanent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape

from loftet import addresses
from loftet.model import statuses
from loftet.model.register import Register
from loftet.pages.site import Page, Site

_ID = re.compile(r'\sid="([^"]+)"')
_LASTING_FOLDERS = ("data/", "floden/", "kalender/", "inbaddat/", "kartor/", "bilder/", "original/")
_SHARED = ("kartor/leaflet/", "kartor/karta.")
_STATUSES: tuple[type[statuses.Status], ...] = (
    statuses.MeasureStatus,
    statuses.CommitmentStatus,
    statuses.GoalStatus,
    statuses.StopStatus,
    statuses.Lifecycle,
)


class AddressKind(StrEnum):
    """What stands at a permanent address."""

    PAGE = "sida"
    ANCHOR = "ankare"
    FILE = "fil"


@dataclass(frozen=True)
class Written:
    """A hand-written page of content/: its address, title, and the anchors that are given explicitly."""

    address: str
    title: str
    anchors: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Offered:
    """Every page's anchors by its address, every file's address, and what of it is permanent (with a title)."""

    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    lasting: Mapping[str, tuple[AddressKind, str]] = field(default_factory=dict)

    def has(self, address: str) -> bool:
        """Tell whether a page, an anchor on a page, or a file stands at an address."""
        page, mark, anchor = address.partition("#")
        if mark:
            return anchor in self.anchors.get(page, ())
        return page in self.anchors or page in self.files


def offered(
    site: Site, pages: Iterable[Page], written: Iterable[Written] = (), data: Iterable[str] = ()
) -> Offered:
    """Give what a site offers: drawn pages with their files, hand-written pages (they win an address), data files."""
    drawn = list(pages)
    own = {one.address: one for one in written}
    anchors = {one.address: _ids(one.body) for one in drawn if one.address not in own}
    anchors |= {address: one.anchors for address, one in own.items()}
    files = frozenset(data) | {name for one in drawn for name in one.files}
    titles = {one.address: one.title for one in drawn} | {one.address: one.title for one in own.values()}
    lasting = {one: (AddressKind.PAGE, titles[one]) for one in sorted(_lasting_pages(drawn) | set(own))}
    for address in sorted({*_anchors(site.register), *_explicit(own.values())}):
        page, _, anchor = address.partition("#")
        if page in lasting and anchor in anchors[page]:
            lasting[address] = (AddressKind.ANCHOR, "")
    for name in sorted(files):
        if name.startswith(_LASTING_FOLDERS) and not name.startswith(_SHARED):
            lasting[name] = (AddressKind.FILE, "")
    return Offered(anchors, files, lasting)


def _ids(body: str) -> frozenset[str]:
    return frozenset(unescape(one) for one in _ID.findall(body))


def _lasting_pages(pages: Iterable[Page]) -> set[str]:
    """Give the pages that stay for ever: all but filters, which search engines may not list."""
    return {one.address for one in pages if one.listed or one.address.startswith("inbaddat/")}


def _explicit(written: Iterable[Written]) -> Iterator[str]:
    for page in written:
        yield from (f"{page.address}#{anchor}" for anchor in page.anchors)


def _anchors(register: Register) -> Iterator[str]:
    """Give every anchor that the table of addresses promises to keep."""
    for promise in register.promises.values():
        yield from (addresses.commitment_anchor(promise.id, one.id) for one in promise.commitments)
    for walk in register.walks.values():
        yield from (addresses.stop(walk, one) for one in walk.stops if one.anchor)
    for follow_up in register.follow_ups.values():
        here = addresses.of(follow_up)
        yield from (f"{here}#{anchor}" for anchor in addresses.entry_anchors(follow_up))
    for indicator in register.indicators.values():
        here = addresses.of(indicator)
        yield from (f"{here}#{anchor}" for anchor in addresses.value_anchors(indicator))
    for dialogue in register.dialogues.values():
        yield from (addresses.point(dialogue, one) for one in dialogue.heard)
    for record in (*register.glossary.values(), *register.corrections.values()):
        yield addresses.of(record)
    for kind in _STATUSES:
        yield from (f"{addresses.METHOD}#{addresses.status_anchor(one)}" for one in kind)
