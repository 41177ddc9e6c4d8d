"""A built page as it meets its readers: what a browser, a person and a search engine find in its HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

_FETCHED = {"script", "img", "iframe", "source", "audio", "video", "embed", "object", "image", "use", "track"}
_FETCHED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect"}
_NAMING = ("href", "src", "data", "action", "xlink:href", "poster")
_SILENT = {"script", "style", "template"}
_DRAWN = {"svg"}
_BLOCKS = frozenset(
    (
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "tr", "div", "section"),
        *("article", "figcaption", "caption", "summary", "blockquote", "header"),
    )
)


@dataclass(frozen=True)
class Reference:
    """One address that a page names: whether a browser fetches it unasked, and whether a reader may go there."""

    address: str
    fetched: bool
    clicked: bool = False


@dataclass(frozen=True)
class BuiltPage:
    """One built page.

    `ids` are in order; `title` is its first main heading and `headings` how many of them there are; `text` is all
    that is said, alternative texts included; `lines` is what is seen in its main part, a block a line.
    """

    path: str
    ids: tuple[str, ...]
    references: tuple[Reference, ...]
    title: str
    headings: int
    language: str
    text: str
    lines: tuple[str, ...]
    canonical: str
    listed: bool
    refresh: str


def read_page(path: str, html: str) -> BuiltPage:
    """Read one page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_line()
    return BuiltPage(
        path=path,
        ids=tuple(reader.ids),
        references=tuple(reader.references),
        title=reader.title,
        headings=reader.headings,
        language=reader.language,
        text=" ".join(reader.text),
        lines=tuple(reader.lines),
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
        self.lines: list[str] = []
        self.headings = 0
        self.title = self.language = self.canonical = self.refresh = ""
        self.listed = True
        self._line: list[str] = []
        self._main = self._silent = self._drawing = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self._main += tag == "main"
        self._silent += tag in _SILENT
        self._drawing += tag in _DRAWN
        self.headings += tag == "h1"
        if tag in _BLOCKS:
            self.end_line()
        if tag == "html":
            self.language = told.get("lang", "")
        if "id" in told:
            self.ids.append(told["id"])
        self._head(tag, told)
        self.references.extend(_references(tag, told))
        self.text.extend(told[name] for name in ("alt", "title", "aria-label", "content") if told.get(name))

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1" and not self.title:
            self.title = _plain("".join(self._line))
        if tag in _BLOCKS or tag == "main":
            self.end_line()
        self._main -= bool(tag == "main" and self._main)
        self._silent -= bool(tag in _SILENT and self._silent)
        self._drawing -= bool(tag in _DRAWN and self._drawing)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if data.strip():
            self.text.append(data.strip())
        if self._main and not self._drawing:
            self._line.append(data)

    def end_line(self) -> None:
        line, self._line = _plain("".join(self._line)), []
        if line:
            self.lines.append(line)

    def _head(self, tag: str, told: Mapping[str, str]) -> None:
        if tag == "link" and "canonical" in told.get("rel", "").split():
            self.canonical = told.get("href", "")
        if tag == "meta" and told.get("name") == "robots":
            self.listed = "noindex" not in told.get("content", "")
        if tag == "meta" and told.get("http-equiv", "").lower() == "refresh":
            self.refresh = told.get("content", "")


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def _references(tag: str, told: Mapping[str, str]) -> Iterable[Reference]:
    fetched = tag in _FETCHED or (tag == "link" and bool(set(told.get("rel", "").split()) & _FETCHED_LINKS))
    for name in _NAMING:
        if name in told:
            yield Reference(told[name].strip(), fetched, tag in ("a", "iframe"))
    for part in told.get("srcset", "").split(","):
        if part.strip():
            yield Reference(part.split()[0], True)
