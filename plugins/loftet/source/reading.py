"""Text → Document, event by event, so that depth is known before anything is built from it.

The parser's events are used rather than its nodes: they come one at a time (100,000 nested brackets cost
nothing), they carry tags and anchors as written, and what stands before a syntax error is still read.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from loftet.problems import Problem
from loftet.source import syntax, texts
from loftet.source.decoding import text_of
from loftet.source.document import Document, KeyPath, Place, Plain

DEEPEST = 50
"""How many lists and mappings may stand inside each other."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ASIDE = ("",)
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
    while True:
        reading = _Reading("\n".join(lines), file)
        document, error = reading.finish()
        if sure:
            before = set(reading.problems)
        if error is None:
            return document if sure else None, tuple(sorted(told | before))
        fault = syntax.fault(error, lines)
        if fault.line not in mended:
            told.add(Problem(file, fault.line + 1, fault.column + 1, fault.what, fault.mend))
        if not fault.repaired or not mended.isdisjoint(fault.repaired):
            return None, tuple(sorted(told | before))
        for line, repaired in fault.repaired.items():
            lines[line] = repaired
        mended.update(fault.repaired)
        sure = sure and fault.sure


class _Stop(Exception):
    """Ends a reading at a fault after which nothing more can be read."""


class _Reading:
    """One reading of one text: takes the parser's events in order, keeps places and Problems."""

    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._file = file
        self._marks: dict[KeyPath, Place] = {}
        self._value_marks: dict[KeyPath, Place] = {}
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_LOADER))

    def finish(self) -> tuple[Document | None, yaml.YAMLError | None]:
        """Read to the end or to the first syntax error, which is given back."""
        try:
            return self._document(), None
        except _Stop:
            return None, None
        except yaml.YAMLError as error:
            return None, error

    def _tell(self, mark: yaml.Mark, what: str, mend: str) -> None:
        self.problems.append(Problem(self._file, mark.line + 1, mark.column + 1, what, mend))

    def _document(self) -> Document | None:
        next(self._events), next(self._events)  # the beginnings of the stream and of the document
        first = next(self._events)
        if isinstance(first, yaml.ScalarEvent):
            self._tell(first.start_mark, *texts.loose(first.value))
            raise _Stop
        value = self._node(first, (), 1)
        next(self._events)
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            self._tell(after.start_mark, *texts.SEVERAL_DOCUMENTS)
        return None if value is None else Document(self._file, value, self._marks, self._value_marks)

    def _node(self, event: yaml.Event, path: KeyPath, depth: int) -> Plain | None:
        """Give the value that begins with an event; None when it cannot be kept and a Problem is told."""
        start = event.start_mark
        self._value_marks[path] = (start.line + 1, start.column + 1)
        if depth > DEEPEST:
            self._tell(
                start, f"Här är det fler än {DEEPEST} nivåer inuti varandra.", "Skriv posten plattare."
            )
            raise _Stop
        special = texts.special(event)
        if special is not None:
            self._tell(start, *special)
        if isinstance(event, yaml.ScalarEvent):
            return event.value if special is None else event.value or None
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, path, depth)
        return None

    def _sequence(self, path: KeyPath, depth: int) -> list[Plain]:
        items: list[Plain] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            item_path = (*path, len(items))
            start = event.start_mark
            self._marks[item_path] = (start.line + 1, start.column + 1)
            if self._is_empty(event):
                self._tell(start, *texts.EMPTY_ITEM)
                continue
            item = self._node(event, item_path, depth + 1)
            if item is not None:
                self._judge(event, None)
                items.append(item)
        return items

    def _mapping(self, start: yaml.MappingStartEvent, path: KeyPath, depth: int) -> dict[str, Plain]:
        value: dict[str, Plain] = {}
        seen: dict[str, yaml.Event] = {}
        cut: list[yaml.ScalarEvent] = []
        whole: yaml.Event | None = None
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            named = self._key(key, path, depth)
            content = next(self._events)
            if named is not None and start.flow_style and self._is_cut(named, content):
                cut.append(named)
                continue
            self._tell_cut(whole, cut)
            cut, whole = [], content
            self._entry(value, seen, named, content, path, depth)
        self._tell_cut(whole, cut)
        return value

    def _key(self, event: yaml.Event, path: KeyPath, depth: int) -> yaml.ScalarEvent | None:
        """Give the key; None when it is no text and a Problem is told."""
        if isinstance(event, yaml.ScalarEvent) and event.value.strip() and texts.special(event) is None:
            return event
        if isinstance(event, yaml.ScalarEvent) and not event.value.strip():
            self._tell(event.start_mark, *texts.NAMELESS)
            return None
        self._tell(event.start_mark, *texts.KEY_NOT_TEXT)
        self._aside(event, path, depth)
        return None

    def _entry(
        self,
        value: dict[str, Plain],
        seen: dict[str, yaml.Event],
        key: yaml.ScalarEvent | None,
        content: yaml.Event,
        path: KeyPath,
        depth: int,
    ) -> None:
        """Take one key and what stands under it into the mapping, if it can be kept."""
        if key is None:
            return self._aside(content, path, depth)
        name = key.value
        if name in seen:
            self._tell(key.start_mark, *texts.duplicate(name, seen[name].start_mark.line + 1))
            return self._aside(content, path, depth)
        seen[name] = key
        entry_path = (*path, name)
        self._marks[entry_path] = (key.start_mark.line + 1, key.start_mark.column + 1)
        if self._is_empty(content):
            return self._tell(key.start_mark, *texts.empty(name, self._rest_of_line(key)))
        kept = self._node(content, entry_path, depth + 1)
        if kept is not None:
            self._judge(content, key)
            value[name] = kept

    def _aside(self, event: yaml.Event, path: KeyPath, depth: int) -> None:
        """Read past a value that has no place in the Document, so that its own faults are told."""
        if not isinstance(event, yaml.AliasEvent):
            self._node(event, (*path, *_ASIDE), depth + 1)

    def _judge(self, event: yaml.Event, key: yaml.ScalarEvent | None) -> None:
        """Tell what a text that YAML takes without complaint shows of a slip of the pen."""
        if isinstance(event, yaml.ScalarEvent):
            slip = texts.slip(event, key, self._text)
            if slip is not None:
                line, column, what, mend = slip
                self.problems.append(Problem(self._file, line + 1, column + 1, what, mend))

    @staticmethod
    def _is_empty(event: yaml.Event) -> bool:
        if not isinstance(event, yaml.ScalarEvent) or texts.special(event) is not None:
            return False
        return not event.value.strip() or (not event.style and event.value in texts.NOTHING)

    def _is_cut(self, key: yaml.ScalarEvent, content: yaml.Event) -> bool:
        """Say whether a comma between brackets made a key of what was meant as text: no colon follows it."""
        follows = self._text[key.end_mark.index : key.end_mark.index + 80].lstrip()
        return self._is_empty(content) and not follows.startswith(":")

    def _tell_cut(self, whole: yaml.Event | None, cut: list[yaml.ScalarEvent]) -> None:
        if cut:
            begins = whole.start_mark.index if whole is not None else cut[0].start_mark.index
            phrase = self._text[begins : cut[-1].end_mark.index]
            self._tell(cut[0].start_mark, *texts.cut_by_comma(cut[0].value, phrase, whole is not None))

    def _rest_of_line(self, event: yaml.Event) -> str:
        end = self._text.find("\n", event.end_mark.index)
        return self._text[event.end_mark.index : end if end >= 0 else None]
