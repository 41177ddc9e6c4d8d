"""The documents of a draft for the parties: each page in a marked shell, a first sheet, and all of it for print."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape, unescape
from pathlib import Path

from markupsafe import Markup

from loftet import addresses
from loftet.model.base import Entity
from loftet.model.follow_up import FollowUp
from loftet.pages import views
from loftet.pages.site import Page, Site
from loftet.wording import date_text, first_upper, when_text

COVER, PRINT, STYLE = "index.html", "utskrift.html", "stil/underlag.css"

_START = "startsidan/"
"""Where the site's start page stands: the first sheet takes its place."""

_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif")
_LINK = re.compile(r'(<(?:a|area|img|source|use|image|link)\b[^>]*?\s)(href|src|srcset|xlink:href)="([^"]*)"')
_USELESS = re.compile(r"<(script|form)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
"""What does nothing without a server and scripts; the page says the same in words beside it."""

_IDS = re.compile(r'\s(?:id|for|aria-labelledby|aria-describedby|aria-controls)="[^"]*"')
_HEADING = re.compile(r"(</?h)([1-5])\b")


@dataclass(frozen=True)
class DraftSheet:
    """What a draft is of: its records, the day that it shows, the day it was made, and the style sheets."""

    records: tuple[Entity, ...]
    day: date
    made: date
    styles: Mapping[str, bytes]


def draft_files(
    site: Site, sheet: DraftSheet, pages: Iterable[Page], attached: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Give every file of a draft by its name: pages, first sheet, print, pictures and styles; no script, no feed."""
    drawn = {page.address: page for page in pages}
    files = {f"stil/{name}": content for name, content in sheet.styles.items()}
    files[STYLE] = (Path(__file__).parent.parent / "templates/draft/underlag.css").read_bytes()
    pictures = {name: data for page in drawn.values() for name, data in page.files.items()} | dict(attached)
    kept = {
        name: data
        for name, data in pictures.items()
        if name.endswith((*_PICTURES, ".css", ".pdf", ".txt", ".csv"))
    }
    files |= {name: data for name, data in kept.items() if not name.startswith("delning/")}
    known = {*files, COVER, PRINT, *map(_file, drawn)}
    for page in drawn.values():
        body = _relinked(page.body, page.address, _file(page.address), known)
        files[_file(page.address)] = _document(
            site, _file(page.address), page.title, body, files, page.language
        )
    cover = _relinked(_cover(site, sheet), "", COVER, known)
    files[COVER] = _document(site, COVER, "Underlag till parterna", cover, files)
    files[PRINT] = _document(site, PRINT, "Underlag för utskrift", _print(site, sheet, drawn, known), files)
    return files


def _file(address: str) -> str:
    return f"{address or _START}index.html"


def _relinked(body: str, here: str, file: str, known: set[str]) -> str:
    """Let every link lead to a file of the draft; one that leads to none of them is left as words."""

    def lead(match: re.Match[str]) -> str:
        tag, name, link = match.groups()
        place, mark, anchor = unescape(link).partition("#")
        if re.match(r"[a-z][a-z0-9+.-]*:|//", place, re.IGNORECASE) or not place:
            return match[0]
        there = _there(here, place)
        if there not in known:
            return tag
        return (
            f'{tag}{name}="{escape(posixpath.relpath(there, posixpath.dirname(file) or "."))}{mark}{anchor}"'
        )

    return _LINK.sub(lead, _USELESS.sub("", body))


def _there(here: str, link: str) -> str:
    """Give the file that a relative link from a page at an address means."""
    whole = posixpath.normpath(posixpath.join(f"/{here}", link)).lstrip("/")
    is_page = link.endswith("/") or posixpath.basename(link) in (".", "..", "")
    return _file(f"{whole}/" if whole else "") if is_page else whole


def _document(
    site: Site, file: str, title: str, body: str, files: Mapping[str, bytes], language: str = "sv"
) -> bytes:
    up = posixpath.dirname(file) or "."
    sheets = [one for one in files if one.startswith("stil/") and one != STYLE]
    return site.render(
        "draft",
        "",
        title=title,
        language=language,
        body=Markup(body),  # our own drawn HTML
        styles=[posixpath.relpath(one, up) for one in (*sheets, STYLE)],
        cover=posixpath.relpath(COVER, up),
        paper=posixpath.relpath(PRINT, up),
        is_cover=file == COVER,
    ).encode()


def _cover(site: Site, sheet: DraftSheet) -> str:
    return site.render(
        "draft_cover",
        "",
        day=date_text(sheet.day),
        made=date_text(sheet.made),
        drafts=[_draft(site, one) for one in sheet.records],
        lists=[
            (first_upper(site.noun(name).plural), site.link("", there))
            for name, there in (
                ("löfte", addresses.PROMISES),
                ("åtgärd", addresses.MEASURES),
                ("vandring", addresses.WALKS),
                ("uppföljning", addresses.FOLLOW_UPS),
            )
        ],
        start=_START,
    )


def _draft(site: Site, record: Entity) -> dict[str, object]:
    told: dict[str, object] = {
        "kind": first_upper(site.noun_of(type(record)).singular),
        "title": views.title_of(site, record),
        "href": site.link("", addresses.of(record)),
        "approvals": None,
    }
    if isinstance(record, FollowUp):
        told["approvals"] = list(_approvals(site, record))
    return told


def _approvals(site: Site, follow_up: FollowUp) -> Iterator[tuple[str, str, str]]:
    """Give each party that has approved, with function and day, then each that reports or is quoted and has not."""
    parties = site.register.parties
    for one in follow_up.approvals:
        yield parties[one.party].name, one.function, when_text(one.date)
    asked = [*follow_up.reporting, *(one.said_by for one in follow_up.entries if one.said_by)]
    approved = {one.party for one in follow_up.approvals}
    for id in dict.fromkeys(asked):
        if id not in approved and id in parties:
            yield parties[id].name, "–", "har inte godkänt än"


def _print(site: Site, sheet: DraftSheet, drawn: Mapping[str, Page], known: set[str]) -> str:
    """Put the first sheet and the drafts' own pages after each other, each on a sheet of its own."""
    whole = [_relinked(_cover(site, sheet), "", PRINT, known)]
    for record in sheet.records:
        page = drawn.get(addresses.of(record).partition("#")[0])
        if page:
            inner = _IDS.sub("", _relinked(page.body, page.address, PRINT, known))
            inner = _HEADING.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", inner)
            whole.append(f'<section class="lo-draft-sheet">{inner}</section>')
    return "\n".join(dict.fromkeys(whole))
