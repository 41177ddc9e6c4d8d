"""What stands at a published address that is gone: a redirect that any host can serve, or a tombstone.

Redirects need no script and no server rule; the rules for servers only make them quicker and keep the part after #.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import urljoin

from loftet import addresses
from loftet.exports.feeds import ended_feed
from loftet.exports.source import Source
from loftet.model.moves import Removal
from loftet.pages.embeds import removed_embed
from loftet.pages.site import Page, Site
from loftet.publishing.gone import Gone
from loftet.publishing.kept import json_text
from loftet.publishing.moved import record_page
from loftet.publishing.server_rules import rules
from loftet.wording import date_text, ended

NEVER_PUBLISHED = "En sida"


def redirected(
    site: Site, pages: Iterable[Page], data: Mapping[str, bytes], lost: tuple[Gone, ...]
) -> Iterator[Page]:
    """Give the pages with a note at each anchor that is gone, then the tombstones; redirects ride on the start page."""
    anchors: dict[str, list[Gone]] = {}
    for one in lost:
        if one.anchor:
            anchors.setdefault(one.page, []).append(one)
    files = {**dict(_files(site, lost, anchors)), **_same_bytes(lost, data)}
    for page in pages:
        noted = noted_page(site, page, anchors.get(page.address, ()))
        extra = _same_bytes(lost, page.files) | (files if page.address == addresses.START else {})
        yield replace(noted, files={**noted.files, **extra}) if extra else noted
    for one in lost:
        if one.is_page and one.way.to is None and one.way.move.removed:
            yield tombstone(site, one, one.way.move.removed, anchors.get(one.address, ()))


def noted_page(site: Site, page: Page, lost: Iterable[Gone]) -> Page:
    """Give a page with an element for each of its anchors that is gone, so that links to it land on an answer."""
    notes = [_note(page.address, one) for one in lost]
    if not notes:
        return page
    return replace(page, body=page.body + site.render("moved_anchors", page.address, notes=notes))


def _note(here: str, one: Gone) -> dict[str, object]:
    removed = one.way.move.removed
    return {
        "id": one.anchor,
        "href": _href(here, one.way.to) if one.way.to else None,
        "removed": _removal(removed) if removed else None,
    }


def _removal(removed: Removal) -> dict[str, str]:
    return {"date": date_text(removed.date.first), "reason": removed.reason, "ask": removed.ask}


def _href(here: str, to: str) -> str:
    return to if to.startswith(("http://", "https://")) else addresses.href(here, to)


def tombstone(site: Site, one: Gone, removed: Removal, anchors: Iterable[Gone] = ()) -> Page:
    """Draw what stands where a page was removed: what it was, when and why it went, and whom to ask (rule 11)."""
    what = removed.what or one.title or NEVER_PUBLISHED
    body = site.render(
        "removed",
        one.address,
        title=f"Borttagen sida: {what}",
        what=what,
        removed=_removal(removed),
        anchors=[other.anchor for other in anchors],
    )
    text = f"Sidan togs bort den {date_text(removed.date.first)}. {removed.reason}"
    return Page(one.address, f"Borttagen sida: {what}", body, description=text, listed=False)


def _files(
    site: Site, lost: tuple[Gone, ...], anchors: Mapping[str, list[Gone]]
) -> Iterator[tuple[str, bytes]]:
    for one in lost:
        if one.is_page and one.way.to:
            yield f"{one.address}index.html", _redirect(site, one, one.way.to, anchors.get(one.address, ()))
        elif not one.anchor and not one.is_page:
            told = _file_tombstone(site, one)
            if told is not None:
                yield one.address, told
    yield from rules(site.root, lost).items()


def _file_tombstone(site: Site, one: Gone) -> bytes | None:
    """Give what a file that is gone says of itself; None for a kind that can say nothing (a picture, a table)."""
    if one.address.startswith("inbaddat/"):
        return removed_embed(site, one.address, next(record_page(one.address)), _became(one))
    if one.address.startswith("floden/"):
        removed = one.way.move.removed
        day = removed.date.first if removed else site.built
        return ended_feed(Source(site.as_of, site.built, site.root), one.address, day, _became(one))
    if one.address.endswith(".json"):
        return _json_tombstone(site, one)
    return None


def _became(one: Gone) -> str:
    """Say in a sentence what became of it."""
    removed = one.way.move.removed
    if removed is None:
        return "Det som stod här finns nu på en annan adress."
    return f"Togs bort den {date_text(removed.date.first)}. {ended(removed.reason)} Fråga {removed.ask}."


def missing(lost: Iterable[Gone], stands: Container[str]) -> frozenset[str]:
    """Give the files that are gone with nothing in their place: they can neither be a page nor say anything."""
    return frozenset(
        one.address for one in lost if not one.anchor and not one.is_page and one.address not in stands
    )


def _redirect(site: Site, one: Gone, to: str, anchors: Iterable[Gone]) -> bytes:
    places = [
        {"id": other.anchor, "href": _href(one.address, other.way.to)} for other in anchors if other.way.to
    ]
    return site.render(
        "redirect",
        one.address,
        href=_href(one.address, to),
        canonical=urljoin(site.root, to) if site.root or one.way.is_foreign else None,
        places=places,
    ).encode()


def _same_bytes(lost: tuple[Gone, ...], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the moved files whose new file is among these: the same bytes at the old address too."""
    copies: dict[str, bytes] = {}
    for one in lost:
        new = one.new_file
        if new and new in files:
            copies[one.address] = files[new]
    return copies


def _json_tombstone(site: Site, one: Gone) -> bytes:
    removed = one.way.move.removed
    if removed is None:
        return json_text({"flyttad_till": urljoin(site.root, one.way.to or "")})
    return json_text(
        {"borttagen": removed.date.first.isoformat(), "skäl": removed.reason, "fråga": removed.ask}
    )
