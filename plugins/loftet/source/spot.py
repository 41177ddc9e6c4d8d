"""Where the parser stopped, and what a diagnosis of it says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_DASHES = re.compile(r"\s*(?:- +)*")
_COMMENT = re.compile(r"\s+#.*$")
_VALUE_START = re.compile(r"""^(\s*(?:- +)*(?:[^\s:#"'\[{][^:]*?:[ \t]+)?)(\S.*)?$""")


@dataclass(frozen=True)
class Spot:
    """The place of a syntax error: its lines, the parser's own words and marks (all counted from 0).

    `start_line` and `start_column` are where the thing began that the parser was in the middle of.
    """

    lines: tuple[str, ...]
    message: str
    context: str
    line: int
    column: int
    start_line: int
    start_column: int

    @property
    def text(self) -> str:
        """Give the line where the parser stopped."""
        return self.lines[self.line]

    @property
    def start_text(self) -> str:
        """Give the line where that began which the parser was in the middle of."""
        return self.lines[self.start_line]

    @property
    def at(self) -> str:
        """Give the character where the parser stopped, or nothing at the end of a line."""
        return self.text[self.column : self.column + 1]

    @property
    def above(self) -> int:
        """Give the nearest line above that has content, or the line itself when there is none."""
        for line in range(self.line - 1, -1, -1):
            if has_content(self.lines[line]):
                return line
        return self.line


@dataclass(frozen=True)
class SyntaxFault:
    """What a diagnosis says of a Spot; line and column count from 0.

    `repaired` holds whole lines as they would read when mended, so that the rest of the file can be read
    too; empty means that nobody can tell. `sure` is False when the mend is a guess at the structure: then
    only further syntax faults are told, and no values are given.
    """

    line: int
    column: int
    what: str
    mend: str
    repaired: Mapping[int, str] = field(default_factory=dict)
    sure: bool = True


def has_content(line: str) -> bool:
    """Say whether a line has more than blanks and a comment."""
    bare = line.strip()
    return bool(bare) and not bare.startswith("#")


def indent(line: str) -> int:
    """Count the blanks a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def value_start(line: str) -> int:
    """Give the column where the value of a line begins, after dashes and key; its length when it has none."""
    matched = _VALUE_START.match(line)
    return len(matched[1]) if matched else len(line)


def without_comment(text: str) -> str:
    """Give a text without a comment and blanks at its end."""
    return _COMMENT.sub("", text).rstrip()


def quoted(text: str) -> str:
    """Write a text within straight quotes so that YAML reads it as it stands."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def continued_until(lines: Sequence[str], line: int) -> int:
    """Give the first line after a row that does not continue its value: it is indented no more than its key."""
    text = lines[line]
    key = len(text) - len(_DASHES.sub("", text, count=1))
    begins = key if value_start(text) > key else indent(text)
    for later in range(line + 1, len(lines)):
        if lines[later].strip() and indent(lines[later]) <= begins:
            return later
    return len(lines)


def with_value(spot: Spot, line: int, column: int, value: str) -> dict[int, str]:
    """Mend a row in thought: all from a column on becomes this text within quotes, and nothing continues it."""
    emptied = dict.fromkeys(range(line + 1, continued_until(spot.lines, line)), "")
    return {line: spot.lines[line][:column] + quoted(value), **emptied}


def shortened(text: str, most: int = 60) -> str:
    """Give a text as it can be shown in a sentence: on one line, cut at about `most` characters."""
    bare = " ".join(text.split())
    return bare if len(bare) <= most else bare[: most - 1].rstrip() + "…"
