"""Lines and rings on a plane: simplify, clip, measure. Units are the caller's: metres or picture units."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

XY: TypeAlias = tuple[float, float]
Line: TypeAlias = tuple[XY, ...]
Box: TypeAlias = tuple[float, float, float, float]
"""min x, min y, max x, max y"""


def simplified(line: Sequence[XY], tolerance: float) -> Line:
    """Drop the points that lie within `tolerance` of the line without them; both ends stay.

    Douglas and Peucker (1973), with a stack, so that a long line cannot exhaust the recursion.
    """
    if len(line) < 3:
        return tuple(line)
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        far, distance = _farthest(line, first, last)
        if distance > tolerance:
            kept.add(far)
            spans += [(first, far), (far, last)]
    return tuple(line[index] for index in sorted(kept))


def _farthest(line: Sequence[XY], first: int, last: int) -> tuple[int, float]:
    """Find the point between two others that lies farthest from the segment between them.

    The sum is written out and squared: maps of whole municipalities spend their time here.
    """
    (x, y), (end_x, end_y) = line[first], line[last]
    dx, dy = end_x - x, end_y - y
    length = dx * dx + dy * dy or 1.0
    far, most = first, -1.0
    for index in range(first + 1, last):
        right, down = line[index][0] - x, line[index][1] - y
        share = (right * dx + down * dy) / length
        if share > 1:
            right, down = right - dx, down - dy
        elif share > 0:
            right, down = right - share * dx, down - share * dy
        away = right * right + down * down
        if away > most:
            far, most = index, away
    return far, math.sqrt(max(most, 0.0))


def spaced(line: Sequence[XY], spacing: float) -> Line:
    """Give points along a line, at most `spacing` apart, its corners among them."""
    found: list[XY] = list(line[:1])
    for (x, y), (end_x, end_y) in pairwise(line):
        steps = max(1, math.ceil(math.dist((x, y), (end_x, end_y)) / spacing))
        found += ((x + (end_x - x) * n / steps, y + (end_y - y) * n / steps) for n in range(1, steps + 1))
    return tuple(found)


def signed_area(ring: Sequence[XY]) -> float:
    """Measure the area of a closed ring: positive when it runs counter-clockwise (y upward)."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def box_of(line: Sequence[XY]) -> Box:
    """Give the smallest box around a line of at least one point."""
    xs, ys = [p[0] for p in line], [p[1] for p in line]
    return min(xs), min(ys), max(xs), max(ys)


def distant_thinned(runs: Sequence[tuple[Box, Line]], box: Box) -> Line:
    """Join the runs of a line, keeping only the ends of those that lie wholly on one outer side of the box.

    Clipping to the box gives the same result afterwards; a shore of 50,000 points becomes a few hundred.
    """
    kept: list[XY] = []
    for (left, low, right, high), run in runs:
        away = right < box[0] or left > box[2] or high < box[1] or low > box[3]
        kept.extend((run[0], run[-1]) if away else run)
    return tuple(kept)


def in_runs(line: Line, size: int = 64) -> tuple[tuple[Box, Line], ...]:
    """Cut a line into runs of at most `size` points, each with its box."""
    runs = (line[start : start + size] for start in range(0, len(line), size))
    return tuple((box_of(run), run) for run in runs)


def clipped_ring(ring: Sequence[XY], box: Box) -> Line:
    """Cut a ring to a box (Sutherland and Hodgman, 1974); empty when nothing is left.

    A ring that leaves the box and comes back gets an edge along the border, so draw it in a picture
    that is a little smaller than the box.
    """
    left = list(ring)
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        left = _cut(left, axis, limit, sign)
        if not left:
            return ()
    return tuple(left)


def _cut(ring: list[XY], axis: int, limit: float, sign: int) -> list[XY]:
    """Keep what lies on the inner side of one edge of the box."""
    kept: list[XY] = []
    for before, here in zip([ring[-1], *ring[:-1]], ring, strict=True):
        inside, was_inside = sign * (here[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if inside != was_inside:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            kept.append(_along(before, here, share))
        if inside:
            kept.append(here)
    return kept


def clipped_line(line: Sequence[XY], box: Box) -> tuple[Line, ...]:
    """Cut an open line to a box; it may come out in several pieces, or none."""
    pieces: list[list[XY]] = []
    for start, end in pairwise(line):
        span = _clipped_segment(start, end, box)
        if span is None:
            continue
        if pieces and pieces[-1][-1] == span[0]:
            pieces[-1].append(span[1])
        else:
            pieces.append([*span])
    return tuple(tuple(piece) for piece in pieces)


def _clipped_segment(start: XY, end: XY, box: Box) -> tuple[XY, XY] | None:
    """Cut one segment to a box (Liang and Barsky, 1984), or None when it misses."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    enters, leaves = 0.0, 1.0
    across = ((-dx, start[0] - box[0]), (dx, box[2] - start[0]))
    along = ((-dy, start[1] - box[1]), (dy, box[3] - start[1]))
    for direction, room in across + along:
        if direction == 0:
            if room < 0:
                return None
            continue
        share = room / direction
        if direction < 0:
            enters = max(enters, share)
        else:
            leaves = min(leaves, share)
    if enters > leaves:
        return None
    return (
        start if enters == 0 else _along(start, end, enters),
        end if leaves == 1 else _along(start, end, leaves),
    )


def _along(start: XY, end: XY, share: float) -> XY:
    """Give the point that lies a share of the way from one point to another."""
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
