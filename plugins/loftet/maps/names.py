"""Names on the ground: streets along their longest straight run, water and parks where they are widest."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from markupsafe import Markup

from loftet.geo.ground import GroundKind
from loftet.geo.lines import XY, Line, box_of, simplified
from loftet.maps.labels import Space, around, longest_straight, text_width, widest_inside
from loftet.maps.terrain import Shape

SIZE = 15.0
"""Picture units of the letters: 10 px on a phone of 360 px."""

MOST = 14
"""Names in one picture; the ones with most room for them win."""

BEND = 4.0
"""Picture units that a street may bend under its name."""


Candidate: TypeAlias = tuple[float, str, XY, float, GroundKind]


def names_svg(shapes: Sequence[Shape], space: Space) -> Markup:
    """Write the names that find room, and take that room; the largest features first."""
    written: list[Markup] = []
    seen: set[str] = set()
    roomy = (found for found in _candidates(shapes) if found[0] >= 0)
    for _, name, middle, turn, kind in sorted(roomy, key=lambda found: (-found[0], found[1])):
        box = _box(middle, turn, text_width(name, SIZE))
        if name in seen or len(written) == MOST or space.overlap(box) > 0:
            continue
        seen.add(name)
        space.take(box)
        written.append(_text(name, middle, turn, kind))
    return Markup("").join(written)


def _candidates(shapes: Sequence[Shape]) -> Iterator[Candidate]:
    """Give for each named feature how much room is left beside its name, and where it would stand."""
    for shape in shapes:
        if not shape.name:
            continue
        width = text_width(shape.name, SIZE)
        if shape.closed:
            middle, room = widest_inside(shape.lines)
            yield room - width, shape.name, middle, 0.0, shape.kind
        else:
            for line in (line for line in shape.lines if _long_enough(line, width)):
                yield from _along(shape, *longest_straight(simplified(line, BEND)), width)


def _long_enough(line: Line, width: float) -> bool:
    """Tell quickly that a line cannot carry a text, by the diagonal of its box."""
    left, top, right, bottom = box_of(line)
    return math.hypot(right - left, bottom - top) >= width


def _along(shape: Shape, start: XY, end: XY, width: float) -> Iterator[Candidate]:
    """Give the middle of a straight run, and the quarters where the run is long enough for them."""
    length = math.dist(start, end)
    for share in (0.5, 0.25, 0.75):
        middle = start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
        room = length * (1 - 2 * abs(share - 0.5)) - width
        yield room, shape.name, middle, _turn(start, end), shape.kind


def _turn(start: XY, end: XY) -> float:
    """Give the angle of a run in degrees so that text along it is never upside down."""
    turn = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    return (turn + 90) % 180 - 90


def _box(middle: XY, turn: float, width: float) -> tuple[float, float, float, float]:
    """Give the upright box around a turned text."""
    across, down = abs(math.cos(math.radians(turn))), abs(math.sin(math.radians(turn)))
    return around(middle, (width * across + SIZE * down, width * down + SIZE * across))


def _text(name: str, middle: XY, turn: float, kind: GroundKind) -> Markup:
    turned = Markup(" rotate({:.0f})").format(turn) if round(turn) else ""
    return Markup(
        '<text class="lo-karta__name lo-karta__name--{}" transform="translate({:.0f} {:.0f}){}" y="5">{}</text>'
    ).format(kind.value, middle[0], middle[1], turned, name)
