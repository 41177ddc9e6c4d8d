"""Text → Document, event by event, so that depth is known before anything is built from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn

from yaml import YAMLError

from loftet.problems import Problem
from loftet.source import syntax, texts
from loftet.source.decoding import text_of
from loftet.source.document import Document, KeyPath, Place, Plain
from loftet.source.events import Event, events, keyless
from loftet.source.spot import without_comment

DEEPEST = 50
"""How many lists and mappings may stand inside each other."""

_MOST_READINGS = 25
_MOST_READ = 4 * 1024 * 1024
"""How often a faulty file is read again, and how many characters in all, in search of its other faults."""

_ASIDE = ""
"""Ends the path of what is read past but not kept; no key of the editor's is empty."""


def read(data: bytes, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read the bytes of one file; `file` is its path as the editor sees it.

    Gives the Document when its values can be judged further, and every Problem that can be told honestly.
    No Document always comes with at least one Problem.
    """
    text = text_of(data, file)
    if isinstance(text, Problem):
        return None, (text,)
    if not any(line and not line.startswith("#") for line in map(str.strip, text.split("\n"))):
        return None, (_without_content(text, file),)
    return _read_mending(text, file)


def _without_content(text: str, file: str) -> Problem:
    what = "Filen innehåller bara kommentarer." if text.strip() else "Filen är tom."
    return Problem(file, 0, 0, what, "Fyll i uppgifterna eller ta bort filen.")


def _read_mending(text: str, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read the text; after a syntax error mend the line in thought and read again, to tell the rest too."""
    lines, told, mended, sure = text.split("\n"), set[Problem](), set[int](), True
    for _ in range(max(2, min(_MOST_READINGS, _MOST_READ // len(text)))):
        reading = _Reading("\n".join(lines), file)
        document, error = reading.finish()
        if sure:
            before = set(reading.problems)
        if error is None:
            return document if sure else None, _told(told, before)
        fault = syntax.fault(error, lines)
        if fault.line not in mended:
            told.add(Problem(file, fault.line + 1, fault.column + 1, fault.what, fault.mend))
        if not fault.repaired or not mended.isdisjoint(fault.repaired):
            break
        for line, repaired in fault.repaired.items():
            lines[line] = repaired
        mended.update(fault.repaired)
        sure = sure and fault.sure
    return None, _told(told, before)


def _told(syntax_faults: set[Problem], others: set[Problem]) -> tuple[Problem, ...]:
    """Join what is told, in order of place; where a syntax fault is told, no slip is told of the same spot."""
    spots = {(fault.line, fault.column) for fault in syntax_faults}
    return tuple(
        sorted(syntax_faults | {other for other in others if (other.line, other.column) not in spots})
    )


class _Stop(Exception):
    """Ends a reading at a fault after which nothing more can be read."""


@dataclass
class _Open:
    """A mapping that is being read: `cut` are keys that may be the rest of the text `whole`."""

    path: KeyPath
    depth: int
    value: dict[str, Plain] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    cut: list[Event] = field(default_factory=list)
    whole: Event | None = None


class _Reading:
    """One reading of one text: takes the parser's events in order, keeps places and Problems."""

    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._lines = text.split("\n")
        self._file = file
        self._marks: dict[KeyPath, Place] = {}
        self._value_marks: dict[KeyPath, Place] = {}
        self._events = events(text)

    def finish(self) -> tuple[Document | None, YAMLError | None]:
        """Read to the end or to the first syntax error, which is given back."""
        try:
            return self._document(), None
        except _Stop:
            return None, None
        except YAMLError as error:
            return None, error

    def _tell(self, line: int, column: int, saying: texts.Saying) -> None:
        what, mend = saying
        self.problems.append(Problem(self._file, line + 1, column + 1, what, mend))

    def _document(self) -> Document | None:
        next(self._events)  # the beginning of the stream
        if next(self._events).kind != "document":
            raise _Stop  # nothing is left: what stood there was a syntax fault and is told
        first = next(self._events)
        if first.kind == "text":
            self._loose(first)
        value = self._node(first, (), 1)
        next(self._events)
        after = next(self._events)
        if after.kind == "document":
            self._tell(after.line, after.column, texts.SEVERAL_DOCUMENTS)
        return None if value is None else Document(self._file, value, self._marks, self._value_marks)

    def _loose(self, first: Event) -> NoReturn:
        """Tell what is wrong when the file is one text, or when its first row is no key."""
        row = without_comment(self._lines[first.line]).strip()
        if not first.style and (texts.without_space(row) is not None or self._breaks_further_on()):
            raise keyless(first)
        self._tell(first.line, first.column, texts.loose(first.value))
        raise _Stop

    def _breaks_further_on(self) -> bool:
        try:
            for _ in self._events:
                pass
        except YAMLError:
            return True
        return False

    def _node(self, event: Event, path: KeyPath, depth: int) -> Plain | None:
        """Give the value that begins with an event; None when it cannot be kept and a Problem is told."""
        self._value_marks[path] = (event.line + 1, event.column + 1)
        if depth > DEEPEST and event.kind in ("list", "mapping"):
            self._tell(event.line, event.column, texts.too_deep(DEEPEST))
            raise _Stop
        if event.special:
            self._tell(event.line, event.column, texts.SPECIAL[event.special])
        if event.kind == "text":
            return event.value or None
        if event.kind == "list":
            return self._list(path, depth)
        return self._mapping(event, _Open(path, depth)) if event.kind == "mapping" else None

    def _list(self, path: KeyPath, depth: int) -> list[Plain]:
        items: list[Plain] = []
        while (event := next(self._events)).kind != "end":
            item_path = (*path, len(items))
            self._marks[item_path] = (event.line + 1, event.column + 1)
            if _is_empty(event):
                self._tell(event.line, event.column, texts.EMPTY_ITEM)
                continue
            item = self._node(event, item_path, depth + 1)
            if item is not None and self._reads_well(event, None):
                items.append(item)
        return items

    def _mapping(self, start: Event, mapping: _Open) -> dict[str, Plain]:
        while (event := next(self._events)).kind != "end":
            key = self._key(event, mapping)
            content = next(self._events)
            if key is None or not start.flow or not self._is_cut(key, content):
                self._tell_cut(mapping)
                mapping.cut, mapping.whole = [], content
                self._entry(mapping, key, content)
            elif (missing := texts.without_space(key.value)) is not None:
                self._tell(key.line, key.column, missing)
                self._keep_unspaced(mapping, key)
            else:
                mapping.cut.append(key)
        self._tell_cut(mapping)
        return mapping.value

    def _key(self, event: Event, mapping: _Open) -> Event | None:
        """Give the key; None when it is no text and a Problem is told."""
        if event.kind != "text" or event.special:
            told = len(self.problems)
            self._aside(event, mapping)
            del self.problems[told:]  # what stands in a key that is no key needs no mending of its own
            self._tell(event.line, event.column, texts.KEY_NOT_TEXT)
            return None
        bare = texts.bare_key(event.value)
        if not bare:
            self._tell(event.line, event.column, texts.NAMELESS)
            return None
        if bare == event.value:
            return event
        self._tell(event.line, event.column, texts.odd_key(event.value))
        return event._replace(value=bare)

    def _entry(self, mapping: _Open, key: Event | None, content: Event) -> None:
        """Take one key and what stands under it into the mapping, if it can be kept."""
        if key is None:
            self._aside(content, mapping)
        elif key.value in mapping.lines:
            self._tell(key.line, key.column, texts.duplicate(key.value, mapping.lines[key.value] + 1))
            self._aside(content, mapping)
        else:
            mapping.lines[key.value] = key.line
            self._new_entry(mapping, key, content)

    def _new_entry(self, mapping: _Open, key: Event, content: Event) -> None:
        path = (*mapping.path, key.value)
        self._marks[path] = (key.line + 1, key.column + 1)
        if _is_empty(content):
            self._tell(key.line, key.column, texts.empty(key.value, self._rest_of_line(key)))
            return
        kept = self._node(content, path, mapping.depth + 1)
        if kept is not None and self._reads_well(content, key):
            mapping.value[key.value] = kept

    def _keep_unspaced(self, mapping: _Open, key: Event) -> None:
        """Keep what `{lat:58.3}` means, so that nobody is told that `lat` is missing."""
        name, _, value = key.value.partition(":")
        self._marks[(*mapping.path, name)] = (key.line + 1, key.column + 1)
        mapping.value.setdefault(name, value)

    def _aside(self, event: Event, mapping: _Open) -> None:
        """Read past a value that has no place in the Document, so that its own faults are told."""
        self._node(event, (*mapping.path, _ASIDE), mapping.depth + 1)

    def _reads_well(self, event: Event, key: Event | None) -> bool:
        """Judge a text that YAML takes without complaint; False when it was not read as it was meant."""
        slip = texts.slip(event, key, self._lines) if event.kind == "text" else None
        if slip is not None:
            self._tell(slip.line, slip.column, slip.saying)
        return slip is None or slip.readable

    def _is_cut(self, key: Event, content: Event) -> bool:
        """Say whether a comma between brackets made a key of what was meant as text: no colon follows it."""
        follows = self._text[key.end : key.end + 80].lstrip()
        return _is_empty(content) and not follows.startswith(":")

    def _tell_cut(self, mapping: _Open) -> None:
        if mapping.cut:
            first, last = mapping.cut[0], mapping.cut[-1]
            phrase = self._text[mapping.whole.begin : last.end] if mapping.whole is not None else ""
            self._tell(first.line, first.column, texts.cut_by_comma(first.value, phrase))

    def _rest_of_line(self, event: Event) -> str:
        end = self._text.find("\n", event.end)
        return self._text[event.end : end if end >= 0 else None]


def _is_empty(event: Event) -> bool:
    if event.kind != "text" or event.special:
        return False
    return not event.value.strip() or (not event.style and event.value in texts.NOTHING)
