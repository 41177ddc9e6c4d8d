"""A built site as its files tell it: every page's anchors, references and text, read as a browser would."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from loftet.problems import Problem

_FETCHED = {"script", "img", "iframe", "source", "audio", "video", "embed", "object", "image", "use", "track"}
_FETCHED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect"}
_NAMING = ("href", "src", "data", "action", "xlink:href", "poster")
_SILENT = {"script", "style", "template"}


@dataclass(frozen=True)
class Reference:
    """One address that a page names, and whether a browser fetches it unasked."""

    address: str
    fetched: bool


@dataclass(frozen=True)
class BuiltPage:
    """One built page: its path, every id in order, its references, headings, language, text and standing."""

    path: str
    ids: tuple[str, ...]
    references: tuple[Reference, ...]
    headings: int
    language: str
    text: str
    canonical: str
    listed: bool
    refresh: str


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
    """Read a built folder; `root` is the address it is built for, else what its first page says."""
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


def read_page(path: str, text: str) -> BuiltPage:
    """Read one page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return BuiltPage(
        path=path,
        ids=tuple(reader.ids),
        references=tuple(reader.references),
        headings=reader.headings,
        language=reader.language,
        text=" ".join(reader.text),
        canonical=reader.canonical,
        listed=reader.listed,
        refresh=reader.refresh,
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.references: list[Reference] = []
        self.text: list[str] = []
        self.headings = 0
        self.language = self.canonical = self.refresh = ""
        self.listed = True
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self._silent += tag in _SILENT
        self.headings += tag == "h1"
        if tag == "html":
            self.language = told.get("lang", "")
        if "id" in told:
            self.ids.append(told["id"])
        self._head(tag, told)
        self.references.extend(_references(tag, told))
        self.text.extend(told[name] for name in ("alt", "title", "aria-label", "content") if told.get(name))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.text.append(data.strip())

    def _head(self, tag: str, told: Mapping[str, str]) -> None:
        if tag == "link" and "canonical" in told.get("rel", "").split():
            self.canonical = told.get("href", "")
        if tag == "meta" and told.get("name") == "robots":
            self.listed = "noindex" not in told.get("content", "")
        if tag == "meta" and told.get("http-equiv", "").lower() == "refresh":
            self.refresh = told.get("content", "")


def _references(tag: str, told: Mapping[str, str]) -> Iterable[Reference]:
    fetched = tag in _FETCHED or (tag == "link" and bool(set(told.get("rel", "").split()) & _FETCHED_LINKS))
    for name in _NAMING:
        if name in told:
            yield Reference(told[name].strip(), fetched)
    for part in told.get("srcset", "").split(","):
        if part.strip():
            yield Reference(part.split()[0], True)
