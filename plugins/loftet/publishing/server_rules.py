"""Rules for web servers: what has moved answers 301 at once, what was removed answers 410 (Gone).

The site does without them; they make a move quicker, and say of removed files what a file cannot say itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, urlsplit

from loftet.publishing.gone import Gone

FOLDER = "omdirigeringar"

_HEAD = "# Skriven av Löftet: adresser som har flyttat eller tagits bort."
"""Stands in every file, for Caddy does not start with an empty one."""


def rules(root: str, lost: Iterable[Gone]) -> Mapping[str, bytes]:
    """Give the files of rules by address: for hosts that read `_redirects`, for nginx, Apache and Caddy.

    They are there when nothing has moved too, so that a server can always read them.
    """
    prefix = urlsplit(root).path.rstrip("/")
    told = [one for one in lost if not one.anchor]
    moved = [(_at(prefix, one.address), _new_place(prefix, one)) for one in told if one.way.to]
    pages = [_at(prefix, one.address) for one in told if one.way.to is None and one.is_page]
    files = [_at(prefix, one.address) for one in told if one.way.to is None and not one.is_page]
    return {
        "_redirects": _text(f"{old} {new} 301" for old, new in moved),
        f"{FOLDER}/nginx.conf": _text([_HEAD, *_nginx(moved, pages, files)]),
        f"{FOLDER}/apache.conf": _text([_HEAD, *_apache(moved, files)]),
        f"{FOLDER}/caddy.conf": _text([_HEAD, *_caddy(moved, files)]),
    }


_Moved = Sequence[tuple[str, str]]


def _nginx(moved: _Moved, pages: Sequence[str], files: Sequence[str]) -> list[str]:
    return [
        *(f"location = {old} {{ return 301 {new}; }}" for old, new in moved),
        *(f"location = {one} {{ error_page 410 {one}index.html; return 410; }}" for one in pages),
        *(f"location = {one} {{ return 410; }}" for one in files),
    ]


def _apache(moved: _Moved, files: Sequence[str]) -> list[str]:
    return [
        *(f"RedirectMatch 301 ^{re.escape(old)}$ {new}" for old, new in moved),
        *(f"RedirectMatch 410 ^{re.escape(one)}$" for one in files),
    ]


def _caddy(moved: _Moved, files: Sequence[str]) -> list[str]:
    return [*(f"redir {old} {new} permanent" for old, new in moved), *(f"respond {one} 410" for one in files)]


def _at(prefix: str, address: str) -> str:
    return f"{prefix}/{quote(address)}"


def _new_place(prefix: str, one: Gone) -> str:
    to = one.new_file or one.way.to or ""
    return to if one.way.is_foreign else f"{prefix}/{quote(to, safe='/#')}"


def _text(rows: Iterable[str]) -> bytes:
    return "".join(f"{row}\n" for row in rows).encode()
