"""The ground as SVG: outlines in tenths of a picture unit, as coarse as the budget of bytes demands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup

from loftet.geo.ground import GroundKind
from loftet.geo.lines import XY, Box, Line, box_of, signed_area, simplified
from loftet.maps.frame import Frame
from loftet.maps.ground import Ground, Piece

BUDGET = 15_000
"""Bytes that the ground of one picture may take."""

FINEST = 0.4
"""Picture units that a drawn line may leave the true one at first; doubled as long as the budget asks."""

BYTES_A_POINT = 5
"""What a point of a path takes, in the middle."""

COARSEST = 1.6
"""The largest tolerance; coarser than that a street no longer lies where it is."""

SPECK = 2.4
"""Picture units that a shape must measure to be drawn at all."""

TAGS = 1_000
"""Bytes that the elements around the paths of all kinds take."""

STREET_METRES = 9.0
"""Metres that a street is drawn wide, as long as that can be seen and is not too broad."""

PAINT = {
    GroundKind.WATER: 'fill="#c4dcec" stroke="#6b93b0" stroke-width="8"',
    GroundKind.PARK: 'fill="#d8e8cc"',
    GroundKind.BUILDING: 'fill="#dcd3c8"',
    GroundKind.SHORE: 'fill="none" stroke="#6b93b0" stroke-width="14"',
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
    smallest = SPECK / frame.scale
    return tuple(_shape(piece, frame) for piece in ground.within(frame.box, smallest))


def terrain_svg(drawn: Sequence[Shape], units_per_metre: float, budget: int = BUDGET) -> Markup:
    """Draw the ground in tenths: a path for each kind, as finely as the budget of bytes allows.

    First all is drawn more coarsely, each round from what the round before left; at the coarsest the largest
    shapes win, so that a ground of very many short streets is thinned out and not lost.
    """
    tolerance = _first_tolerance(drawn, budget)
    while True:
        drawn = [coarse for shape in drawn if (coarse := _coarser(shape, tolerance)).lines]
        paths = [_path(shape) for shape in drawn]
        room = budget - TAGS - sum(map(len, paths))
        if room >= 0:
            return _painted(drawn, paths, units_per_metre)
        if tolerance >= COARSEST:
            kept = _largest(drawn, paths, budget - TAGS)
            return _painted([drawn[one] for one in kept], [paths[one] for one in kept], units_per_metre)
        tolerance *= 2


def _first_tolerance(drawn: Sequence[Shape], budget: int) -> float:
    """Give the tolerance to begin with: the finest, or for far too many points one that may well be enough.

    Twice the tolerance leaves about half the points; one doubling less is tried than that would need.
    """
    points = sum(len(line) for shape in drawn for line in shape.lines)
    doublings = math.floor(math.log2(max(points * BYTES_A_POINT / budget, 1))) - 1
    return min(COARSEST, float(FINEST * 2 ** max(doublings, 0)))


def _largest(drawn: Sequence[Shape], paths: Sequence[str], budget: int) -> list[int]:
    """Give the places of the largest shapes whose paths fit in the budget, in drawing order."""
    sizes = [_size(box_of(shape.lines[0])) for shape in drawn]
    kept = []
    for place in sorted(range(len(drawn)), key=lambda one: -sizes[one]):
        budget -= len(paths[place])
        if budget < 0:
            break
        kept.append(place)
    return sorted(kept)


def _painted(drawn: Sequence[Shape], paths: Sequence[str], units_per_metre: float) -> Markup:
    street = round(10 * min(max(STREET_METRES * units_per_metre, 1.2), 9))
    widths = {GroundKind.STREET: Markup(' stroke-width="{}"').format(street)}
    joined: dict[GroundKind, list[str]] = {kind: [] for kind in GroundKind}
    for shape, path in zip(drawn, paths, strict=True):
        joined[shape.kind].append(path)
    return Markup("").join(
        Markup('<path class="lo-karta__{}" {}{} d="{}"/>').format(
            kind.value, Markup(PAINT[kind]), widths.get(kind, ""), "".join(found)
        )
        for kind, found in joined.items()
        if found
    )


def _shape(piece: Piece, frame: Frame) -> Shape:
    lines = (_thinned(frame.units_xy(line), FINEST) for line in piece.lines)
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
    lines = (_thinned(line, tolerance) for line in shape.lines if _seen(line))
    simple = (simplified(line, tolerance) for line in lines)
    return replace(shape, lines=tuple(line for line in simple if _worth_drawing(line, shape.closed)))


def _path(shape: Shape) -> str:
    return "".join(path_of(line, shape.closed) for line in shape.lines)


def _seen(line: Line) -> bool:
    """Tell quickly that a line is too small to see, by its box."""
    return _size(box_of(line)) > SPECK


def _size(box: Box) -> float:
    left, top, right, bottom = box
    return right - left + bottom - top


def _worth_drawing(line: Line, closed: bool) -> bool:
    if closed:
        return abs(signed_area(line)) > SPECK * SPECK
    return sum(abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(line)) > SPECK


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
