"""The ground as SVG: outlines in tenths of a picture unit, as coarse as the budget of bytes demands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup

from loftet.geo.ground import GroundKind
from loftet.geo.lines import XY, Line, box_of, signed_area, simplified
from loftet.maps.frame import Frame
from loftet.maps.ground import Ground, Piece

BUDGET = 15_000
"""Bytes that the ground of one picture may take."""

FINEST = 0.4
"""Picture units that a drawn line may leave the true one at first; doubled until the budget holds."""

SPECK = 6.0
"""How many times the tolerance a shape must measure to be drawn at all."""

STREET_METRES = 9.0
"""Metres that a street is drawn wide, as long as that can be seen and is not too broad."""

PAINT = {
    GroundKind.WATER: 'fill="#c4dcec" stroke="#7fa8c4" stroke-width="8"',
    GroundKind.PARK: 'fill="#d8e8cc"',
    GroundKind.BUILDING: 'fill="#dcd3c8"',
    GroundKind.SHORE: 'fill="none" stroke="#7fa8c4" stroke-width="14"',
    GroundKind.STREET: 'fill="none" stroke="#fff" stroke-linecap="round"',
    GroundKind.RAILWAY: 'fill="none" stroke="#6b6b6b" stroke-width="24" stroke-dasharray="60 40"',
    GroundKind.BORDER: 'fill="none" stroke="#7d4a8d" stroke-width="24" stroke-dasharray="100 40 20 40"',
}
"""How each kind looks where the style sheet does not reach; the sheet says the same and the dark twin."""


@dataclass(frozen=True)
class Shape:
    """One piece of the ground in picture units."""

    kind: GroundKind
    name: str
    closed: bool
    lines: tuple[Line, ...]


def shapes(ground: Ground, frame: Frame) -> tuple[Shape, ...]:
    """Cut the ground to a frame, in picture units and drawing order."""
    return tuple(_shape(piece, frame) for piece in ground.within(frame.box))


def terrain_svg(drawn: Sequence[Shape], units_per_metre: float, budget: int = BUDGET) -> Markup:
    """Draw the ground in tenths: a path for each kind, simplified until all are within the budget of bytes.

    Each round simplifies what the round before left, so that a large ground costs little more than its
    first round; together they stray at most twice the last tolerance.
    """
    tolerance = FINEST
    while True:
        drawn = [_coarser(shape, tolerance) for shape in drawn]
        svg = _paths(drawn, units_per_metre)
        if len(svg) <= budget or tolerance > 100:
            return svg
        tolerance *= 2


def _paths(drawn: Sequence[Shape], units_per_metre: float) -> Markup:
    street = round(10 * min(max(STREET_METRES * units_per_metre, 1.2), 9))
    widths = {GroundKind.STREET: Markup(' stroke-width="{}"').format(street)}
    paths = {kind: "".join(_path(shape) for shape in drawn if shape.kind is kind) for kind in GroundKind}
    return Markup("").join(
        Markup('<path class="lo-karta__{}" {}{} d="{}"/>').format(
            kind.value, Markup(PAINT[kind]), widths.get(kind, ""), path
        )
        for kind, path in paths.items()
        if path
    )


def _shape(piece: Piece, frame: Frame) -> Shape:
    lines = (_thinned([frame.unit_xy(place) for place in line], FINEST) for line in piece.lines)
    # A brook is water but has no inside to fill.
    brook = piece.kind is GroundKind.WATER and not piece.closed
    return Shape(GroundKind.SHORE if brook else piece.kind, piece.name, piece.closed, tuple(lines))


def _thinned(line: Sequence[XY], spacing: float) -> Line:
    """Drop points closer than so many units to the last kept one: what no eye can see."""
    kept = [line[0]]
    for place in line[1:-1]:
        if abs(place[0] - kept[-1][0]) + abs(place[1] - kept[-1][1]) >= spacing:
            kept.append(place)
    return (*kept, line[-1])


def _coarser(shape: Shape, tolerance: float) -> Shape:
    """Simplify a shape; what has become too small to see is left out."""
    lines = (_thinned(line, tolerance) for line in shape.lines if _seen(line, tolerance))
    simple = (simplified(line, tolerance) for line in lines)
    return replace(
        shape, lines=tuple(line for line in simple if _worth_drawing(line, shape.closed, tolerance))
    )


def _path(shape: Shape) -> str:
    return "".join(path_of(line, shape.closed) for line in shape.lines)


def _seen(line: Line, tolerance: float) -> bool:
    """Tell quickly that a line is too small to see, by its box."""
    left, top, right, bottom = box_of(line)
    return right - left + bottom - top > SPECK * tolerance


def _worth_drawing(line: Line, closed: bool, tolerance: float) -> bool:
    size = SPECK * tolerance
    if closed:
        return abs(signed_area(line)) > size * size
    return sum(abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(line)) > size


def path_of(line: Iterable[XY], closed: bool = False) -> str:
    """Write a line as path data in tenths of a unit, relative from point to point."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in line]
    if closed and tenths[0] == tenths[-1]:
        tenths.pop()
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(tenths) if a != b]
    start = f"M{tenths[0][0]}{_signed(tenths[0][1])}"
    return start + "l" * bool(steps) + _joined(steps) + "z" * closed


def _joined(steps: Iterable[tuple[int, int]]) -> str:
    written = "".join(f"{_signed(x)}{_signed(y)}" for x, y in steps)
    return written.removeprefix(" ")


def _signed(number: int) -> str:
    """Write a number after another: the minus sign parts them as well as a space does."""
    return f" {number}" if number >= 0 else str(number)
