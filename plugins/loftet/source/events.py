"""The parser's events as plain tuples: what begins where, how it is written, without anything of PyYAML's.

Events are used rather than nodes: they come one at a time (100,000 nested brackets cost nothing until someone
asks for them all), they carry tags and anchors as written, and what stands before a syntax error is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Kind(Enum):
    """What an event begins or ends."""

    SCALAR = auto()
    LIST = auto()
    MAPPING = auto()
    END = auto()
    ALIAS = auto()
    DOCUMENT = auto()
    OTHER = auto()


class Event(NamedTuple):
    """One event; lines, columns and indexes into the text count from 0.

    `style` is the quote or block sign of a text, empty when it is plain; `special` is `!`, `&` or `*` for a
    tag, an anchor or an alias; `flow` tells a list or mapping within brackets.
    """

    kind: Kind
    value: str
    style: str
    special: str
    flow: bool
    line: int
    column: int
    begin: int
    last_line: int
    end: int


_KINDS: dict[type[yaml.Event], Kind] = {
    yaml.ScalarEvent: Kind.SCALAR,
    yaml.SequenceStartEvent: Kind.LIST,
    yaml.MappingStartEvent: Kind.MAPPING,
    yaml.SequenceEndEvent: Kind.END,
    yaml.MappingEndEvent: Kind.END,
    yaml.AliasEvent: Kind.ALIAS,
    yaml.DocumentStartEvent: Kind.DOCUMENT,
}


def events(text: str) -> Iterator[Event]:
    """Give the events of a text in order; raises yaml.YAMLError where the syntax breaks."""
    for event in yaml.parse(text, Loader=_LOADER):
        start, end = event.start_mark, event.end_mark
        assert start is not None  # every event that is parsed from a text has its marks
        assert end is not None
        yield Event(
            kind=_KINDS.get(type(event), Kind.OTHER),
            value=getattr(event, "value", ""),
            style=getattr(event, "style", None) or "",
            special=_special(event),
            flow=bool(getattr(event, "flow_style", None)),
            line=start.line,
            column=start.column,
            begin=start.index,
            last_line=end.line,
            end=end.index,
        )


def _special(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if getattr(event, "anchor", None) is not None:
        return "&"
    return "!" if getattr(event, "tag", None) is not None else ""
