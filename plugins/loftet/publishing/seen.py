"""What readers would see change between two built sites: new pages, pages that are gone, and the words that differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path

from loftet.wording import count

_BLOCKS = frozenset(
    (
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "tr", "div", "section"),
        *("article", "figcaption", "caption", "summary", "blockquote", "header"),
    )
)
_UNSEEN = frozenset({"script", "style", "template", "svg"})
_MOST_LINES, _LONGEST = 6, 160

_Told = tuple[str, tuple[str, ...]]
"""A page's main heading and its lines."""


@dataclass(frozen=True)
class PageChange:
    """One page that differs: its address, heading, and the lines that go and come."""

    address: str
    title: str
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seen:
    """Every page that is new, gone or changed, sorted by address."""

    new: tuple[PageChange, ...]
    lost: tuple[PageChange, ...]
    changed: tuple[PageChange, ...]


def seen(old: Path, new: Path) -> Seen:
    """Compare what two built sites say to a reader; a folder that is not there is an empty site."""
    before, after = _pages(old), _pages(new)
    return Seen(
        tuple(_whole(path, after[path]) for path in sorted(after.keys() - before.keys())),
        tuple(_whole(path, before[path]) for path in sorted(before.keys() - after.keys())),
        tuple(
            _compared(path, before[path], after[path])
            for path in sorted(before.keys() & after.keys())
            if before[path] != after[path]
        ),
    )


def _pages(folder: Path) -> dict[str, _Told]:
    return {
        path.relative_to(folder).as_posix().removesuffix("index.html"): visible_lines(
            path.read_text(encoding="utf-8", errors="replace")
        )
        for path in folder.rglob("*.html")
    }


def visible_lines(html: str) -> tuple[str, tuple[str, ...]]:
    """Give a page's main heading and the lines that a reader sees in its main part, a block a line."""
    reader = _Lines()
    reader.feed(html)
    reader.close()
    reader.end_line()
    return reader.title, tuple(reader.lines)


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.title = ""
        self._line: list[str] = []
        self._inside = self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
        self._inside += tag == "main"
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1" and not self.title:
            self.title = " ".join("".join(self._line).replace("\u00ad", "").split())
        if tag == "main":
            self.end_line()
        self._inside -= tag == "main"
        self._unseen -= tag in _UNSEEN
        if tag in _BLOCKS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if self._inside and not self._unseen:
            self._line.append(data)

    def end_line(self) -> None:
        text = " ".join("".join(self._line).replace("\u00ad", "").split())
        self._line = []
        if text:
            self.lines.append(text)


def _whole(path: str, told: _Told) -> PageChange:
    return PageChange(path, told[0])


def _compared(path: str, old: _Told, new: _Told) -> PageChange:
    before, after = old[1], new[1]
    gone: list[str] = []
    come: list[str] = []
    for tag, one, two, three, four in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone.extend(before[one:two])
            come.extend(after[three:four])
    return PageChange(path, new[0], tuple(gone), tuple(come))


def seen_words(found: Seen) -> Iterator[str]:
    """Say in Swedish, line by line, what readers would see change."""
    if not (found.new or found.lost or found.changed):
        yield "Läsarna ser ingen skillnad."
        return
    yield from _list("ny sida", "nya sidor", found.new)
    yield from _list("sida försvinner", "sidor försvinner", found.lost)
    yield f"{count(len(found.changed), 'ändrad sida', 'ändrade sidor')}:" if found.changed else ""
    for change in found.changed:
        yield f"  /{change.address}  {change.title}"
        yield from _lines("−", change.gone)
        yield from _lines("+", change.come)


def _list(one: str, many: str, changes: tuple[PageChange, ...]) -> Iterator[str]:
    if changes:
        yield f"{count(len(changes), one, many)}:"
    for change in changes:
        yield f"  /{change.address}  {change.title}"


def _lines(sign: str, lines: tuple[str, ...]) -> Iterator[str]:
    for line in lines[:_MOST_LINES]:
        short = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
        yield f"    {sign} {short}"
    if len(lines) > _MOST_LINES:
        yield f"    {sign} … och {count(len(lines) - _MOST_LINES, 'rad', 'rader')} till"
