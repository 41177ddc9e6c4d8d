"""What readers would see change between two built sites: new pages, pages that are gone, and the words that differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from loftet.publishing.judging.built import Built
from loftet.publishing.reading import BuiltPage
from loftet.wording import count

_MOST_LINES, _LONGEST = 6, 160


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


def seen(old: Built, new: Built) -> Seen:
    """Compare what two built sites say to a reader."""
    before, after = _pages(old), _pages(new)
    return Seen(
        tuple(_whole(path, after[path]) for path in sorted(after.keys() - before.keys())),
        tuple(_whole(path, before[path]) for path in sorted(before.keys() - after.keys())),
        tuple(
            _compared(path, before[path], after[path])
            for path in sorted(before.keys() & after.keys())
            if (before[path].title, before[path].lines) != (after[path].title, after[path].lines)
        ),
    )


def _pages(built: Built) -> dict[str, BuiltPage]:
    return {path.removesuffix("index.html"): page for path, page in built.pages.items()}


def _whole(path: str, page: BuiltPage) -> PageChange:
    return PageChange(path, page.title)


def _compared(path: str, old: BuiltPage, new: BuiltPage) -> PageChange:
    before, after = old.lines, new.lines
    gone: list[str] = []
    come: list[str] = []
    for tag, one, two, three, four in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone.extend(before[one:two])
            come.extend(after[three:four])
    return PageChange(path, new.title, tuple(gone), tuple(come))


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
