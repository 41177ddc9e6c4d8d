"""The parser's events as plain tuples: what begins where, how it is written, without anything of PyYAML's.

Events are used rather than nodes: they come one at a time (100,000 nested brackets cost nothing until someone
asks for them all), they carry tags and anchors as written, and what stands before a syntax error is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


Kind = Literal["text", "list", "mapping", "end", "alias", "document", "other"]
"""What an event begins, or that a list or mapping ends."""


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
    yaml.ScalarEvent: "text",
    yaml.SequenceStartEvent: "list",
    yaml.MappingStartEvent: "mapping",
    yaml.SequenceEndEvent: "end",
    yaml.MappingEndEvent: "end",
    yaml.AliasEvent: "alias",
    yaml.DocumentStartEvent: "document",
}


def events(text: str) -> Iterator[Event]:
    """Give the events of a text in order; raises yaml.YAMLError where the syntax breaks."""
    for event in yaml.parse(text, Loader=_LOADER):
        start, end = event.start_mark, event.end_mark
        assert start is not None  # every event that is parsed from a text has its marks
        assert end is not None
        kind = _KINDS.get(type(event), "other")
        value = style = special = ""
        flow = False
        if isinstance(event, yaml.ScalarEvent):
            value, style, special = event.value, event.style or "", _special(event.anchor, event.tag)
        elif isinstance(event, yaml.CollectionStartEvent):
            flow, special = bool(event.flow_style), _special(event.anchor, event.tag)
        elif kind == "alias":
            special = "*"
        yield Event(
            kind, value, style, special, flow, start.line, start.column, start.index, end.line, end.index
        )


def keyless(event: Event) -> yaml.MarkedYAMLError:
    """Give the error of a row without key and colon, which the parser overlooks in the first row of a file."""
    mark = yaml.Mark("", event.begin, event.line, event.column, "", 0)
    return yaml.MarkedYAMLError(None, None, "could not find expected ':'", mark)


def _special(anchor: str | None, tag: str | None) -> str:
    if anchor is not None:
        return "&"
    return "!" if tag is not None else ""
