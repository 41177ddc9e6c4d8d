"""The addresses that are gone and that flyttat.yml explains: what each was, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from loftet.model.moves import Moves
from loftet.publishing.ledger import Ledger
from loftet.publishing.moved import WayOut, WaysOut, record_page
from loftet.publishing.offered import Offered


@dataclass(frozen=True)
class Gone:
    """One address that is gone, what it was called, and what became of it."""

    address: str
    title: str
    way: WayOut

    @property
    def page(self) -> str:
        """Give the page part of the address."""
        return self.address.partition("#")[0]

    @property
    def anchor(self) -> str:
        """Give the anchor, empty for a page or a file."""
        return self.address.partition("#")[2]

    @property
    def is_page(self) -> bool:
        """Tell whether a page of the site stood there."""
        return not self.anchor and (self.address.endswith("/") or not self.address)

    @property
    def new_file(self) -> str | None:
        """Give the address of the file that takes a moved file's place; None when it was removed or is a page."""
        if self.anchor or self.is_page or self.way.to is None or self.way.is_foreign:
            return None
        if not self.way.to.endswith("/"):
            return self.way.to.partition("#")[0]
        old = next((own for own in record_page(self.address) if own == self.way.move.address), None)
        new_id = self.way.to.rstrip("/").rpartition("/")[2]
        old_id = old.rstrip("/").rpartition("/")[2] if old else ""
        head, _, tail = self.address.rpartition(old_id) if old_id else ("", "", "")
        return f"{head}{new_id}{tail}" if head else None


def gone(ledger: Ledger, moves: Moves, offered: Offered) -> tuple[Gone, ...]:
    """Give every address that is gone and that flyttat.yml explains, published by us or before us, sorted."""
    ways = WaysOut(moves, offered)
    found = []
    for address in sorted({*ledger, *moves.said}):
        way = None if offered.has(address) else ways.of(address)
        if way:
            known = ledger.get(address)
            found.append(Gone(address, known.title if known else "", way))
    return tuple(found)
