"""A built site as its files tell it: every page, every file, and what an address on a page means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from loftet.problems import Problem
from loftet.publishing.reading import BuiltPage, read_page


@dataclass(frozen=True)
class Built:
    """A built folder: its pages by path, all its files, and the address that it is built for."""

    folder: Path
    pages: Mapping[str, BuiltPage]
    files: frozenset[str]
    root: str

    def own(self, page: BuiltPage, address: str) -> tuple[str, str] | None:
        """Give the file and anchor that an address on a page means when it is on this site; None otherwise."""
        whole = urljoin(urljoin(self.root, page.path), address)
        parts = urlsplit(whole)
        if parts.scheme not in ("http", "https") or not whole.startswith(self.root):
            return None
        path = unquote(parts.path)[len(urlsplit(self.root).path) :]
        return _file(path), unquote(parts.fragment)

    def has(self, address: str) -> bool:
        """Tell whether an address as the ledger writes it is there: page, file, or anchor on a page."""
        path, mark, anchor = address.partition("#")
        page = self.pages.get(_file(path))
        return anchor in page.ids if mark and page else _file(path) in self.files and not mark


def _file(path: str) -> str:
    return f"{path}index.html" if path == "" or path.endswith("/") else path


@dataclass(frozen=True)
class Expected:
    """What a site is judged against: the addresses of the ledger, and the words that stand in drafts alone."""

    ledger: tuple[str, ...] = ()
    drafts: tuple[str, ...] = field(default=())


def fault(path: str, what: str, mend: str = "") -> Problem:
    """Give a Problem of one built file."""
    return Problem(path, 0, 0, what, mend)


def read_built(folder: Path, root: str = "") -> Built:
    """Read a built folder; `root` is the address it is built for, else what its first page says.

    A folder that is not there is a site without pages.
    """
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    names = [one.relative_to(folder).as_posix() for one in files]
    pages = {
        name: read_page(name, path.read_text(encoding="utf-8", errors="replace"))
        for name, path in zip(names, files, strict=True)
        if name.endswith(".html")
    }
    start = pages.get("index.html")
    address = root or (start.canonical if start else "") or "http://localhost/"
    return Built(folder, pages, frozenset(names), address)
