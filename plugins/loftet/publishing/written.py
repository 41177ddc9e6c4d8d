"""The hand-written pages of content/: their addresses, titles and the anchors that are given explicitly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from loftet.publishing.offered import Written

_TITLE = re.compile(r"^(?:title:\s*(.+?)|#\s+(.+?))\s*(?:\{[^}]*\}\s*)?$", re.MULTILINE)
_ANCHOR = re.compile(r"\{:?[^}\n]*?#([\w-]+)[^}\n]*\}|\sid=\"([\w-]+)\"")


def written_pages(content: Path) -> Iterator[Written]:
    """Give every page of the folder of hand-written Markdown, sorted by address; none when there is no folder."""
    found = sorted(content.rglob("*.md")) if content.is_dir() else []
    for path in found:
        text = path.read_text(encoding="utf-8", errors="replace")
        title = _TITLE.search(text)
        anchors = frozenset(first or second for first, second in _ANCHOR.findall(text))
        name = next((one for one in title.groups() if one), "") if title else ""
        yield Written(_address(path.relative_to(content)), name.strip("'\""), anchors)


def _address(path: Path) -> str:
    folder = path.parent.as_posix().removeprefix(".")
    own = "" if path.stem in ("index", "README") else f"{path.stem}/"
    return f"{folder}/{own}" if folder else own
