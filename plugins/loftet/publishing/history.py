"""What has been published so far and what the editor says of it, and the pages of a site that keep faith with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from loftet import addresses
from loftet.exports import all_files
from loftet.exports.source import Source
from loftet.loading.moves import load_moves
from loftet.model.moves import Moves
from loftet.pages import pages_of
from loftet.pages.attached import attached_files
from loftet.pages.site import GROUPS, Page, Site
from loftet.problems import Problem
from loftet.publishing.editions import Edition, bodies, read_editions, rewritten
from loftet.publishing.gone import gone
from loftet.publishing.headers import FILE as HEADERS_FILE
from loftet.publishing.headers import headers, map_origin
from loftet.publishing.kept import Kept, beside
from loftet.publishing.ledger import Ledger, read_ledger, vanished, wrong_moves
from loftet.publishing.masks import NO_MASKS, Masks, read_masks
from loftet.publishing.offered import AddressKind, Offered, Written, offered
from loftet.publishing.redirects import missing, redirected


@dataclass(frozen=True)
class History:
    """The folder `publicerat/` as read, with the editor's flyttat.yml."""

    kept: Kept
    ledger: Ledger = field(default_factory=dict)
    moves: Moves = field(default_factory=Moves)
    editions: Mapping[str, Edition] = field(default_factory=dict)
    masks: Masks = NO_MASKS

    def dressed(self, site: Site) -> Site:
        """Give a site whose follow-ups are drawn from their frozen editions, and whose years stay for ever."""
        years = frozenset(self._years(site.as_of.today))
        return replace(site, editions=bodies(self.editions), years=years, maskings=self.masks.shown())

    def _years(self, today: date) -> Iterator[str]:
        """Give the years whose pages have been published and of which flyttat.yml says nothing."""
        for entry in self.ledger.values():
            page = entry.address.removesuffix("/")
            above, _, name = page.rpartition("/")
            known = entry.since <= today and entry.address not in self.moves.said
            if known and name and f"{above}/" == addresses.YEARS and entry.kind is AddressKind.PAGE:
                yield name


def read_history(data_folder: Path) -> tuple[History, tuple[Problem, ...]]:
    """Read what was published from an editor's folder, with a Problem for everything that cannot be read."""
    kept = beside(data_folder)
    ledger, unread = read_ledger(kept)
    masks, unmasked = read_masks(kept)
    editions, altered = read_editions(kept, masks)
    moves, faults = load_moves(data_folder)
    return History(kept, ledger, moves, editions, masks), (*unread, *unmasked, *altered, *faults)


@dataclass(frozen=True)
class Drawn:
    """Every page of a site by group (redirects and tombstones too), and what the site offers.

    The files that belong to no page stand by the plugin that hands them on: `attached` (pictures, originals) with
    the common pages, `data` with the open data. `missing` are published files that were removed or moved with a
    word in flyttat.yml, and in whose place nothing can stand.
    """

    groups: Mapping[str, tuple[Page, ...]]
    attached: Mapping[str, bytes]
    data: Mapping[str, bytes]
    offered: Offered
    missing: frozenset[str] = frozenset()

    @property
    def pages(self) -> Iterator[Page]:
        """Give every page, group by group."""
        for pages in self.groups.values():
            yield from pages

    @property
    def files(self) -> dict[str, bytes]:
        """Give every file that belongs to no page: address → bytes."""
        return {**self.attached, **self.data}


def draw(site: Site, history: History, written: Iterable[Written] = ()) -> Drawn:
    """Draw every page of a site once, so that its addresses are known before anything is written."""
    plain = {group: tuple(pages_of(site, group)) for group in GROUPS if group in site.groups}
    everything = [page for pages in plain.values() for page in pages]
    attached, data = attached_files(site), _data(site)
    offers = offered(site, everything, written, (*attached, *data))
    attached[HEADERS_FILE] = headers(
        (*offers.anchors, *offers.files, *history.ledger), map_origin(site.register.municipality)
    )
    lost = gone(history.ledger, history.moves, offers)
    whole = list(redirected(site, everything, {**attached, **data}, lost))
    standing = {name for page in whole for name in page.files}
    groups: dict[str, tuple[Page, ...]] = {}
    for group, pages in plain.items():
        groups[group], whole = tuple(whole[: len(pages)]), whole[len(pages) :]
    groups["grund"] = (*groups.get("grund", ()), *whole)
    return Drawn(groups, attached, data, offers, missing(lost, standing))


def _data(site: Site) -> dict[str, bytes]:
    wanted = "oppnadata" in site.groups
    return dict(all_files(Source(site.as_of, site.built, site.root))) if wanted else {}


def broken_promises(history: History, site: Site, offers: Offered) -> tuple[Problem, ...]:
    """Give a Problem for all that was published and would vanish or change: addresses, anchors, follow-ups."""
    return (*broken_addresses(history, offers, site.as_of.today), *rewritten(site, history.editions))


def broken_addresses(history: History, offers: Offered, today: date) -> tuple[Problem, ...]:
    """Give a Problem for every published address that would vanish and every move that cannot be right."""
    told = (
        *vanished(history.ledger, history.kept, offers, history.moves, today),
        *wrong_moves(history.moves, offers),
    )
    return tuple(sorted(set(told)))
