"""What stands at a published address that is gone: a redirect that any host can serve, or a tombstone.

Redirects need no script and no server rule; the rules for nginx, Apache and hosts that read `_redirects` only
make them quicker and keep the part after #.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from loftet import addresses
from loftet.model.moves import Moves, Removal
from loftet.pages.site import Page, Site
from loftet.publishing.kept import json_text
from loftet.publishing.ledger import Ledger
from loftet.publishing.moved import WayOut, WaysOut, record_page
from loftet.publishing.offered import Offered
from loftet.wording import date_text

RULES = ("_redirects", "omdirigeringar/nginx.conf", "omdirigeringar/apache.conf")
NEVER_PUBLISHED = "En sida"


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
        if _is_page(one) and one.way.to is None and one.way.move.removed:
            yield tombstone(site, one, one.way.move.removed, anchors.get(one.address, ()))


def _is_page(one: Gone) -> bool:
    return not one.anchor and (one.address.endswith("/") or not one.address)


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
        if _is_page(one) and one.way.to:
            yield f"{one.address}index.html", _redirect(site, one, one.way.to, anchors.get(one.address, ()))
        elif not one.anchor and not _is_page(one) and one.address.endswith(".json"):
            yield one.address, _json_tombstone(site, one)
    if lost:
        yield from zip(RULES, rules(site, lost), strict=True)


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
        new = new_file(one)
        if new and new in files:
            copies[one.address] = files[new]
    return copies


def new_file(one: Gone) -> str | None:
    """Give the address of the file that takes a moved file's place; None when it was removed or is a page."""
    if one.anchor or _is_page(one) or one.way.to is None or one.way.is_foreign:
        return None
    if not one.way.to.endswith("/"):
        return one.way.to.partition("#")[0]
    old = next((own for own in record_page(one.address) if own == one.way.move.address), None)
    new_id = one.way.to.rstrip("/").rpartition("/")[2]
    old_id = old.rstrip("/").rpartition("/")[2] if old else ""
    head, _, tail = one.address.rpartition(old_id) if old_id else ("", "", "")
    return f"{head}{new_id}{tail}" if head else None


def _json_tombstone(site: Site, one: Gone) -> bytes:
    removed = one.way.move.removed
    if removed is None:
        return json_text({"flyttad_till": urljoin(site.root, one.way.to or "")})
    return json_text(
        {"borttagen": removed.date.first.isoformat(), "skäl": removed.reason, "fråga": removed.ask}
    )


def rules(site: Site, lost: tuple[Gone, ...]) -> tuple[bytes, bytes, bytes]:
    """Give the rules of redirection for hosts that read `_redirects`, for nginx and for Apache."""
    prefix = urlsplit(site.root).path.rstrip("/")
    moved = [(one, _whole(prefix, one)) for one in lost if one.way.to and not one.anchor]
    removed = [one for one in lost if one.way.to is None and _is_page(one)]
    plain = [f"{prefix}/{one.address} {to} 301" for one, to in moved]
    nginx = [f"location = {prefix}/{one.address} {{ return 301 {to}; }}" for one, to in moved]
    nginx += [
        f"location = {prefix}/{one.address} {{ error_page 410 {prefix}/{one.address}index.html; return 410; }}"
        for one in removed
    ]
    apache = [f"RedirectMatch 301 ^{re.escape(f'{prefix}/{one.address}')}$ {to}" for one, to in moved]
    return _text(plain), _text(nginx), _text(apache)


def _whole(prefix: str, one: Gone) -> str:
    to = new_file(one) or one.way.to or ""
    return to if one.way.is_foreign else f"{prefix}/{to}"


def _text(rows: Iterable[str]) -> bytes:
    return "".join(f"{row}\n" for row in rows).encode()
