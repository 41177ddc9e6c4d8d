"""The pictures that stand beside shared links: walks, promises and follow-ups have one each, the site has one for all.

What belongs to a promise and has no picture of its own is shared with the promise's. To give another kind of record
one: its card in `_card`, its records in `_cards`, and `share=` where its page is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from typing import Final, TypeAlias, TypeVar

from loftet import addresses
from loftet.charts.shapes import shape_geometry
from loftet.facts.accounts import covered
from loftet.facts.changes import edition
from loftet.facts.progress import Progress, progress_of_commitments, progress_of_stops
from loftet.model.base import Entity
from loftet.model.follow_up import FollowUp
from loftet.model.promise import Promise
from loftet.model.walk import SafetyWalk
from loftet.pages import views
from loftet.pages.site import Share, Site
from loftet.pages.start import shown_promises, start_title
from loftet.pages.walk_maps import walk_picture
from loftet.pages.walk_words import summary, walk_name
from loftet.pictures import share
from loftet.pictures.cache import Cache
from loftet.pictures.share import BarPart, Card
from loftet.wording import when_text

COLOURS: Final[Mapping[str, str]] = {
    "klart": "#17683a",
    "positivt": "#17683a",
    "delvis": "#5d6100",
    "pagar": "#1c5a99",
    "lopande": "#1c5a99",
    "forsok": "#1c5a99",
    "sen": "#a33b00",
    "inte": "#96203a",
}
"""The colour of each tone as in the style sheet's light scheme; every other tone is quiet."""

_QUIET: Final = "#56615c"

_SITE: Final = "delning/start.png"

Counted = TypeVar("Counted")
Shared: TypeAlias = SafetyWalk | Promise | FollowUp


def share_of(site: Site, record: Shared) -> Share:
    """Give the address of a record's share picture and all that stands in it."""
    return Share(_address(record), _card(site, record).words)


def share_of_site(site: Site) -> Share:
    """Give the picture of the site as a whole and all that stands in it."""
    return Share(_SITE, _site(site).words)


def share_beside(site: Site) -> Callable[[str], Share]:
    """Give what tells, by a page's address, the picture that it is shared with when it has none of its own."""
    register = site.register
    promises = {addresses.of(one): one for one in register.promises.values() if "loften" in site.groups}
    over = {
        addresses.of(measure): addresses.of(promise)
        for measure in register.measures.values()
        if (promise := site.as_of.promise_of(measure))
    }
    own = cache(lambda address: share_of(site, promises[address]))
    whole = share_of_site(site)

    def beside(address: str) -> Share:
        folder, _, rest = address.partition("/")
        above = over.get(address) or f"{folder}/{rest.partition('/')[0]}/"
        return own(above) if above in promises else whole

    return beside


def share_pictures(site: Site) -> dict[str, bytes]:
    """Draw every share picture: address → PNG, kept between builds by what it says."""
    kept = Cache.of(site.register, "delning")
    cards = {_SITE: _site(site), **{_address(record): card for record, card in _cards(site)}}
    return {
        address: kept.kept(f"{share.key(card)}.png", partial(share.drawn, card))
        for address, card in cards.items()
    }


def _cards(site: Site) -> Iterator[tuple[Entity, Card]]:
    """Give every record that has a share picture with its card, map and all."""
    for walk in site.register.walks.values() if "vandringar" in site.groups else ():
        yield walk, replace(_card(site, walk), map_svg=str(walk_picture(site, walk)) or None)
    for promise in site.register.promises.values() if "loften" in site.groups else ():
        yield promise, _card(site, promise)
    for follow_up in site.register.follow_ups.values() if "uppfoljning" in site.groups else ():
        yield follow_up, _card(site, follow_up)


def _address(record: Entity) -> str:
    return f"delning/{addresses.of(record).strip('/').replace('/', '-')}.png"


def _card(site: Site, record: Shared) -> Card:
    """Give what a picture says; that of an example says that it is one (rule 16)."""
    if isinstance(record, SafetyWalk):
        card = _walk(site, record)
    else:
        card = _promise(site, record) if isinstance(record, Promise) else _follow_up(site, record)
    return replace(card, kind=f"{card.kind}, exempel") if site.register.municipality.example else card


def _site(site: Site) -> Card:
    progress = progress_of_commitments(site.as_of, shown_promises(site))
    kind = site.own("Medborgarlöften")
    return Card(
        kind=f"{kind}, exempel" if site.register.municipality.example else kind,
        title=start_title(site),
        sentence=progress.sentence,
        as_of=views.held_words(site),
        publisher=site.register.municipality.name,
        parts=_parts(progress),
    )


def _walk(site: Site, walk: SafetyWalk) -> Card:
    return Card(
        kind=site.own("Trygghetsvandring"),
        title=walk_name(walk),
        sentence=summary(site, walk),
        as_of=views.held_words(site),
        publisher=site.register.municipality.name,
        parts=_parts(progress_of_stops(site.as_of, walk)),
    )


def _promise(site: Site, promise: Promise) -> Card:
    progress = progress_of_commitments(site.as_of, [promise])
    return Card(
        kind=site.own("Medborgarlöfte"),
        title=promise.title,
        sentence=progress.sentence if progress.total else promise.summary or "",
        as_of=views.held_words(site),
        publisher=site.register.municipality.name,
        parts=_parts(progress),
    )


def _follow_up(site: Site, follow_up: FollowUp) -> Card:
    then = edition(site.as_of, follow_up)
    progress = progress_of_commitments(then, covered(then, follow_up))
    return Card(
        kind=site.own("Uppföljning av medborgarlöften"),
        title=views.follow_up_title(site, follow_up),
        sentence=progress.sentence if progress.total else follow_up.overall or "",
        as_of=f"Uppgifterna gäller per {follow_up.as_of_words or when_text(follow_up.as_of)}",
        publisher=site.register.municipality.name,
        parts=_parts(progress),
    )


def _parts(progress: Progress[Counted]) -> tuple[BarPart, ...]:
    return tuple(
        BarPart(one.count, str(shape_geometry(one.status.shape)), COLOURS.get(one.status.tone, _QUIET))
        for one in progress.segments
    )
