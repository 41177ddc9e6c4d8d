"""What became of an address that is gone: the row in flyttat.yml that says so, and where its chain ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loftet.model.moves import Move, Moves
from loftet.model.register import KINDS
from loftet.publishing.offered import Offered

_KIND_OF_FOLDER = {kind.folder: kind.name for kind in KINDS}


@dataclass(frozen=True)
class WayOut:
    """What became of one address: where it stands now (own address or https), else why it was removed."""

    move: Move
    to: str | None

    @property
    def is_foreign(self) -> bool:
        """Tell whether it stands on another site now."""
        return self.to is not None and self.to.startswith(("http://", "https://"))


@dataclass(frozen=True)
class WaysOut:
    """The rows of flyttat.yml, read for every address that they cover.

    A row about a page covers the page's anchors, the pages below it (a promise's commitments) and the files
    made of it, so that an editor writes one row for a record.
    """

    moves: Moves
    site: Offered

    def of(self, address: str) -> WayOut | None:
        """Give what became of an address that is gone; None when no row covers it, or the row leads nowhere."""
        for whole, rest in covering(address):
            move = self.moves.said.get(whole)
            if move and move.removed:
                return WayOut(move, None)
            to = self.last(move) if move else None
            if move and to:
                return WayOut(move, self._same_place(to, rest))
        return None

    def _same_place(self, to: str, rest: str) -> str:
        """Give the same anchor or lower page at the new address when there is one, else the new address."""
        inner = to.partition("#")[0] + rest
        return inner if rest and self.site.has(inner) else to

    def last(self, move: Move) -> str | None:
        """Give where a chain of moves ends: an own address that stands, or one on another site; None otherwise.

        A chain that ends in a removed page ends there: its tombstone stands at that address.
        """
        seen = {move.address}
        to = move.to
        while to and not to.startswith(("http://", "https://")) and not self.site.has(to):
            following = self.moves.said.get(to)
            if following is None or to in seen:
                return None
            seen.add(to)
            if following.removed:
                return to
            to = following.to
        return to


def covering(address: str) -> Iterator[tuple[str, str]]:
    """Give each address whose row covers this one, nearest first, and what is left of this one below it."""
    page, mark, anchor = address.partition("#")
    yield address, ""
    if mark:
        yield from ((one, f"{rest}#{anchor}") for one, rest in covering(page))
        return
    parts = page.rstrip("/").split("/")
    if page.endswith("/") and len(parts) > 2 and parts[0] != "inbaddat":
        yield "/".join(parts[:-1]) + "/", f"{parts[-1]}/"
    yield from ((one, "") for one in record_page(page))


def photo(address: str) -> str:
    """Give the row that covers all sizes of a photo: bilder/torget/ for bilder/torget-640.webp."""
    return re.sub(r"-\d+\.\w+$", "/", address)


def record_page(address: str) -> Iterator[str]:
    """Give what a file is made of: the record's page (loften/x/ for data/loften/x.json and kartor/lofte-x.js).

    A photo's files in all sizes are made of one photo, which has no page: bilder/torget/ for bilder/torget-640.webp.
    """
    parts = address.rstrip("/").split("/")
    if parts[0] in ("data", "floden", "kalender") and len(parts) == 3:
        yield f"{parts[1]}/{parts[2].rpartition('.')[0]}/"
    if parts[0] == "inbaddat" and len(parts) >= 3:
        yield f"{parts[1]}/{parts[2]}/"
    if parts[0] == "bilder":
        yield photo(address)
    if parts[0] == "kartor" and len(parts) == 2:
        for folder, name in _KIND_OF_FOLDER.items():
            if parts[1].startswith(f"{name}-"):
                yield f"{folder}/{parts[1].removeprefix(f'{name}-').rpartition('.')[0]}/"
