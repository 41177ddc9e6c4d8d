"""What stands about a page beside its body: its feed, what it is in schema.org's words, its small document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from loftet import addresses
from loftet.facts.accounts import covered
from loftet.facts.titles import named_as_walk
from loftet.model.base import Entity
from loftet.model.dates import Precision
from loftet.model.follow_up import FollowUp
from loftet.model.promise import Promise
from loftet.model.walk import SafetyWalk
from loftet.model.words.walks import WalkPhase
from loftet.pages.embeds import Embedded, embed_files
from loftet.pages.following import feed_of, own_feed
from loftet.pages.share_cards import share_beside
from loftet.pages.site import Page, Site, Version
from loftet.pages.versions import versions
from loftet.wording import and_list

Said = dict[str, object]

_STATES = {
    WalkPhase.PLANNED: "EventScheduled",
    WalkPhase.CANCELLED: "EventCancelled",
    WalkPhase.MOVED: "EventPostponed",
}


def headed(site: Site, pages: Iterable[Page]) -> Iterator[Page]:
    """Give pages with their feed, their structured data and their small document, each where there is one."""
    records, beside = _records(site), share_beside(site)
    for page in pages:
        record = records.get(page.address)
        said = structured(site, page, record)
        small = embed_files(site, record) if isinstance(record, Embedded) else {}
        yield replace(
            page,
            share=page.share or (beside(page.address) if page.language == "sv" else None),
            feed=own_feed(site, record) or feed_of(site, page.address),
            structured=written(said) if said else "",
            versions=page.versions or _versions(site, page, record),
            files={**page.files, **small},
        )


def _versions(site: Site, page: Page, record: Entity | None) -> tuple[Version, ...]:
    """Give the languages of the start page and of a promise; no other page has any."""
    if page.address == addresses.START:
        return versions(site)
    return versions(site, record) if isinstance(record, Promise) else ()


def _records(site: Site) -> Mapping[str, Entity]:
    register = site.register
    kinds = (register.promises, register.areas, register.parties, register.follow_ups, register.walks)
    return {addresses.of(one): one for kind in kinds for one in kind.values()}


def written(said: Said) -> str:
    """Write structured data so that nothing in it can end the script element that it stands in."""
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def structured(site: Site, page: Page, record: Entity | None) -> Said | None:
    """Say what a page is: the site, a report, or an event to come; None for other pages."""
    own: Said | None = None
    if page.address == addresses.START:
        own = {"@type": "WebSite", "publisher": _publisher(site)}
    if isinstance(record, FollowUp):
        own = _report(site, page, record)
    if isinstance(record, SafetyWalk):
        own = _event(site, record)
    if own is None:
        return None
    common: Said = {"name": page.title, "description": page.description, "inLanguage": "sv"}
    where: Said = {"url": f"{site.root}{page.address}"} if site.root else {}
    return {"@context": "https://schema.org", **common, **where, **own}


def _publisher(site: Site) -> Said:
    return {"@type": "GovernmentOrganization", "name": site.register.municipality.name}


def _report(site: Site, page: Page, told: FollowUp) -> Said:
    meeting = site.as_of.meeting(told)
    example = site.register.municipality.example
    return {
        "@type": "Report",
        "headline": page.title,
        "datePublished": site.as_of.published_on(told).isoformat(),
        "author": _publisher(site),
        "publisher": _publisher(site),
        "license": {"@type": "CreativeWork", "name": "CC0 1.0", "identifier": "CC0-1.0"},
        "about": [{"@type": "Thing", "name": one.title} for one in covered(site.as_of, told)],
        **({"reportNumber": meeting.diary} if meeting and meeting.diary else {}),
        **({"creativeWorkStatus": f"Exempel. {example}"} if example else {}),
    }


def _event(site: Site, walk: SafetyWalk) -> Said | None:
    """Say a walk as an event while its day lies ahead; None when its day is not known or has been."""
    exact = walk.date and walk.date.precision is Precision.DAY
    if not exact or walk.date is None or walk.phase not in _STATES or walk.date.last < site.as_of.today:
        return None
    areas = site.register.areas
    place = walk.place_words or and_list(areas[id].name for id in walk.areas if id in areas)
    kommun = site.register.municipality.name
    return {
        "@type": "Event",
        "inLanguage": "sv",
        "name": named_as_walk(site.register, walk.title),
        "startDate": walk.date.first.isoformat(),
        "eventStatus": f"https://schema.org/{_STATES[walk.phase]}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": place or kommun, "address": kommun},
        "organizer": _publisher(site),
    }
