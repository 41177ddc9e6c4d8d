"""Atom feeds (RFC 4287) of what has happened: all of it, changes, corrections, and per promise, area and party."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from loftet import addresses
from loftet.exports.news import Happenings, News, key_of
from loftet.exports.source import Source
from loftet.exports.xml_files import xml_file, xml_text
from loftet.model.base import Entity

ATOM = "http://www.w3.org/2005/Atom"

_SWEDEN = ZoneInfo("Europe/Stockholm")
_NEWEST = 60
"""So many entries a feed holds; what is older stands on the site."""


@dataclass(frozen=True)
class Feed:
    """A feed: its own address, the page that it follows, its title, its news, and the record that it is cut to."""

    address: str
    page: str
    title: str
    news: Sequence[News]
    record: tuple[str, str] | None = None


def feeds(source: Source) -> Iterator[tuple[str, bytes]]:
    """Give `/floden/allt.xml`, `andringar.xml` and `rattelser.xml` beside it, and one per promise, area and party."""
    happened = Happenings(source).all
    name = source.as_of.public.municipality.name
    for feed in (
        Feed(addresses.FEED, addresses.START, f"{source.own('Löften och trygghet i')} {name}", happened),
        Feed(
            addresses.CHANGES_FEED,
            addresses.NEWS,
            f"Vad som har ändrats, {name}",
            [one for one in happened if one.lines],
        ),
        Feed(
            addresses.CORRECTIONS_FEED,
            addresses.CORRECTIONS,
            f"{source.own('Rättelser')}, {name}",
            [one for one in happened if one.correction],
        ),
        *_of_records(source, happened),
    ):
        yield feed.address, written(source, feed)


def _of_records(source: Source, happened: Sequence[News]) -> Iterator[Feed]:
    public = source.as_of.public
    titled: list[tuple[Entity, str]] = [
        *((one, one.title) for one in public.promises.values()),
        *((one, one.name) for one in public.areas.values()),
        *((one, one.name) for one in public.parties.values()),
    ]
    for record, title in titled:
        key = key_of(record)
        own = [one for one in happened if one.about(key)]
        whole = f"{title}, {public.municipality.name}"
        yield Feed(addresses.feed(record), addresses.of(record), whole, own, key)


def ended_feed(source: Source, address: str, day: date, became: str) -> bytes:
    """Give what stands at a feed's address when its record went on a day: one entry that says what became of it."""
    name = source.as_of.public.municipality.name
    last = News(address, "Flödet har upphört", day, day, became, frozenset())
    return written(source, Feed(address, addresses.START, f"Flödet har upphört, {name}", [last]))


def written(source: Source, feed: Feed) -> bytes:
    """Write a feed as Atom; the title of an example says that it is one (rule 16)."""
    kommun = source.as_of.public.municipality
    top = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "sv"})
    shown = feed.news[:_NEWEST]
    _text(top, "title", f"{feed.title} (exempel)" if kommun.example else feed.title)
    if kommun.example:
        _text(top, "subtitle", kommun.example)
    _text(top, "id", permanent(source, feed.address))
    _text(top, "updated", moment(max((one.updated for one in shown), default=source.built)))
    _text(ET.SubElement(top, "author"), "name", kommun.name)
    if source.root:
        _link(top, "self", f"{source.root}{feed.address}", "application/atom+xml")
        _link(top, "alternate", f"{source.root}{feed.page}", "text/html")
    for one in shown:
        _entry(top, source, feed, one)
    return xml_file(top)


def _entry(top: ET.Element, source: Source, feed: Feed, news: News) -> None:
    entry = ET.SubElement(top, "entry")
    _text(entry, "title", news.title)
    _text(entry, "id", permanent(source, _identity(feed, news)))
    _text(entry, "published", moment(news.day))
    _text(entry, "updated", moment(news.updated))
    if source.root:
        _link(entry, "alternate", f"{source.root}{news.address}", "text/html")
    _text(entry, "summary", news.summary)
    _text(entry, "content", str(news.html(feed.record))).set("type", "html")


def _identity(feed: Feed, news: News) -> str:
    """Give what an entry is known by: where it stands; cut to one record it says something else, so it is another."""
    cut = feed.record is not None and news.lines
    return f"{feed.address}#{news.address.strip('/').replace('/', '-')}" if cut else news.address


def permanent(source: Source, address: str) -> str:
    """Give an id that never changes: the address, else (a site that has none) a URN made of name and address."""
    return f"{source.root}{address}" if source.root else uuid5(NAMESPACE_URL, named(source, address)).urn


def named(source: Source, address: str) -> str:
    """Give an address with the municipality before it: the same on whichever host the site lies."""
    return f"{source.as_of.public.municipality.name}/{address}"


def moment(day: date) -> str:
    """Give the first moment of a day in Sweden (RFC 3339)."""
    return datetime.combine(day, time(), _SWEDEN).isoformat()


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = xml_text(text)
    return child


def _link(parent: ET.Element, relation: str, href: str, type: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "type": type, "href": href, "hreflang": "sv"})
