"""The ways to follow what happens: the municipality's own e-mail service, feeds and the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from loftet import addresses
from loftet.model.base import Entity
from loftet.model.place import Area, Party
from loftet.model.promise import Promise
from loftet.pages.site import FeedLink, Site
from loftet.pages.views import title_of

Way = dict[str, str | None]

WITH_FEED = (Promise, Area, Party)
"""Kinds of records that have a feed of their own."""


def site_feed(site: Site) -> FeedLink | None:
    """Give the feed of everything; None where no feeds are made."""
    drawn = site.link("", addresses.FEED) is not None
    return FeedLink(site.own("Allt nytt om löften och trygghet"), addresses.FEED) if drawn else None


_FEEDS = {
    addresses.NEWS: ("Vad som har ändrats", addresses.CHANGES_FEED),
    addresses.CORRECTIONS: ("Rättelser", addresses.CORRECTIONS_FEED),
}
"""The pages that tell the same as a feed does: the feed's title in our words, and its address."""


def feed_of(site: Site, address: str) -> FeedLink | None:
    """Give the feed of a page that tells the same as a feed does; None for others, or where no feeds are made."""
    title, feed = _FEEDS.get(address, ("", ""))
    return FeedLink(site.own(title), feed) if feed and site_feed(site) else None


def own_feed(site: Site, record: Entity | None) -> FeedLink | None:
    """Give a record's own feed; None for a kind without one, or where no feeds are made."""
    if not isinstance(record, WITH_FEED) or site_feed(site) is None:
        return None
    return FeedLink(f"Nytt om {title_of(site, record)}", addresses.feed(record))


def ways_to_follow(site: Site, here: str, record: Entity | None = None) -> list[Way]:
    """Give the ways to follow the site, or one record of it, as the `follow_box` component takes them."""
    return [way for way in _ways(site, here, record) if way["href"]]


def _ways(site: Site, here: str, record: Entity | None) -> Iterator[Way]:
    service = site.register.municipality.follow_by_email
    yield _way("Få besked med e-post", service, "Kommunens egen tjänst.")
    if record is None:
        yield _way(
            "Det senaste", site.link(here, addresses.NEWS), site.own("Vad som ändrats sedan förra mötet.")
        )
        yield _way(f"Alla {site.noun('uppföljning').plural}", site.link(here, addresses.FOLLOW_UPS))
    own = own_feed(site, record)
    if own:
        yield _way(f"{own.title}, som flöde", site.link(here, own.address), "Atom, för en flödesläsare.")
    whole = site.link(here, addresses.FEED)
    yield _way("Allt nytt, som flöde", whole, None if own else "Atom, för en flödesläsare.")
    note = site.own("Möten, vandringar och uppföljningar med bestämd dag. Går att prenumerera på.")
    yield _way("Det som kommer, i din kalender", site.link(here, addresses.CALENDAR), note)


def _way(text: str, href: str | None, note: str | None = None) -> Way:
    return {"text": text, "href": href, "note": note}
