"""What readers would see change between two built sites: new pages, pages that are gone, and the words that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loftet.publishing.judging.built import Built
from loftet.publishing.reading import BuiltPage
from loftet.wording import count

_MOST_LINES, _MOST_PAGES, _LONGEST = 6, 5, 160


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
    """Compare two pages line by line; a line that only stands in another place has not changed."""
    before, after = Counter(old.lines), Counter(new.lines)
    gone, come = before - after, after - before
    return PageChange(path, new.title, _in_order(old.lines, gone), _in_order(new.lines, come))


def _in_order(lines: tuple[str, ...], wanted: Counter[str]) -> tuple[str, ...]:
    left = Counter(wanted)
    kept = []
    for line in lines:
        if left[line]:
            left[line] -= 1
            kept.append(line)
    return tuple(kept)


def seen_words(found: Seen) -> Iterator[str]:
    """Say in Swedish, line by line, what readers would see change; the same change is said once for all its pages."""
    if not (found.new or found.lost or found.changed):
        yield "Läsarna ser ingen skillnad."
        return
    yield from _list("ny sida", "nya sidor", found.new)
    yield from _list("sida försvinner", "sidor försvinner", found.lost)
    if found.changed:
        number = count(len(found.changed), "ändrad sida", "ändrade sidor")
        yield f"{number} (− försvinner, + tillkommer):"
    for alike in _alike(found.changed):
        yield from _named(alike)
        yield from _lines("−", alike[0].gone)
        yield from _lines("+", alike[0].come)
        if not (alike[0].gone or alike[0].come):
            yield "    Samma rader i en annan ordning."


def _alike(changes: tuple[PageChange, ...]) -> Iterator[list[PageChange]]:
    """Gather the pages on which the same lines go and come."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[PageChange]] = {}
    for change in changes:
        groups.setdefault((change.gone, change.come), []).append(change)
    yield from groups.values()


def _named(alike: list[PageChange]) -> Iterator[str]:
    for change in alike[:_MOST_PAGES]:
        yield f"  /{change.address}  {change.title}"
    if len(alike) > _MOST_PAGES:
        yield f"  och {count(len(alike) - _MOST_PAGES, 'sida', 'sidor')} till med samma ändring"


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
