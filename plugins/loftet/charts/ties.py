"""Who reports to whom: boxes under each other with a line from each to those it turns to, readable on a phone.

Every line has a lane of its own to the right of the boxes, so lines cross but never lie on each other.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from loftet.charts.drawing import picture_name, unspoken

BOX = 236
WIDTH = 360
_LETTERS = 27
_LINE = 17
_PAD = 8
_GAP = 12
_LEVEL = 24
_ARROW = 5


@dataclass(frozen=True)
class NamedBox:
    """One box: its name, and a heading when a new group of boxes begins with it."""

    name: str
    heading: str = ""


@dataclass(frozen=True)
class Tie:
    """A line between two boxes, by their places; dashed where it is gone only at need."""

    start: int
    end: int
    dashed: bool = False


@dataclass(frozen=True)
class _Placed:
    top: int
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        return len(self.lines) * _LINE + 2 * _PAD


def tied_boxes(
    chart_id: str, title: str, description: str, boxes: Sequence[NamedBox], ties: Sequence[Tie]
) -> Markup:
    """Draw boxes in the order given and a line with an arrow for each tie; units are those of a 360 wide picture.

    Read by a screen reader as one picture with title and description: the caller gives the same ties as a list.
    """
    placed = _placed(boxes)
    height = placed[-1].top + placed[-1].height + _GAP
    parts = [
        *(_heading(box, place) for box, place in zip(boxes, placed, strict=True) if box.heading),
        *(_box(place) for place in placed),
        *_lines(placed, ties),
    ]
    opening = Markup('<svg class="lo-ties" id="{}" viewBox="0 0 {} {}" {}').format(
        chart_id, WIDTH, height, picture_name(chart_id, title, description)
    )
    return opening + unspoken(parts) + Markup("</svg>")


def _placed(boxes: Sequence[NamedBox]) -> list[_Placed]:
    placed: list[_Placed] = []
    top = 0
    for box in boxes:
        top += _LEVEL if box.heading else 0
        placed.append(_Placed(top, tuple(textwrap.wrap(box.name, _LETTERS)) or ("",)))
        top += placed[-1].height + _GAP
    return placed


def _heading(box: NamedBox, place: _Placed) -> Markup:
    return Markup('<text class="lo-ties__level" x="0" y="{}">{}</text>').format(place.top - 7, box.heading)


def _box(place: _Placed) -> Markup:
    lines = Markup("").join(
        Markup('<text x="10" y="{}">{}</text>').format(place.top + _PAD + 13 + number * _LINE, line)
        for number, line in enumerate(place.lines)
    )
    frame = Markup('<rect class="lo-ties__box" x="1" y="{}" width="{}" height="{}" rx="4"/>')
    return frame.format(place.top + 1, BOX - 2, place.height - 2) + lines


def _lines(placed: Sequence[_Placed], ties: Sequence[Tie]) -> list[Markup]:
    """Draw the lines: the shortest nearest to the boxes, each with its own port on the boxes that it joins."""
    ordered = sorted(ties, key=lambda one: (abs(one.start - one.end), one.start, one.end, one.dashed))
    step = min(16.0, (WIDTH - BOX - 8) / max(len(ordered), 1))
    used = [0] * len(placed)
    ports = [sum(place in (tie.start, tie.end) for tie in ordered) for place in range(len(placed))]

    def port(place: int) -> float:
        used[place] += 1
        return placed[place].top + placed[place].height * used[place] / (ports[place] + 1)

    return [
        _line(BOX + step * (number + 1), port(tie.start), port(tie.end), tie.dashed)
        for number, tie in enumerate(ordered)
    ]


def _line(lane: float, start: float, end: float, dashed: bool) -> Markup:
    css_class = "lo-ties__line lo-ties__line--dashed" if dashed else "lo-ties__line"
    path = Markup('<path class="{}" d="M{} {:.1f}H{:.1f}V{:.1f}H{}"/>')
    arrow = Markup('<path class="lo-ties__arrow" d="M{} {:.1f}l{} -{}v{}z"/>')
    return path.format(css_class, BOX, start, lane, end, BOX + _ARROW) + arrow.format(
        BOX, end, 2 * _ARROW, _ARROW, 2 * _ARROW
    )
