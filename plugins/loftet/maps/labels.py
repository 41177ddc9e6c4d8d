"""Where labels go: beside their places, not on each other, the same way every time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from loftet.geo.lines import XY, Box

DIRECTIONS = tuple(
    (math.cos(math.radians(turn)), math.sin(math.radians(turn))) for turn in range(-90, 270, 45)
)
"""Eight ways out from a place, straight up first, clockwise."""

RINGS = (22.0, 40.0, 58.0)
"""Picture units from the place to the middle of its label, nearest first."""


@dataclass
class Space:
    """What is taken in a picture; labels ask it for the best free place."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> None:
        """Note that a box is used."""
        self.taken.append(box)

    def overlap(self, box: Box) -> float:
        """Measure how much of a box is taken or outside the picture, in square units."""
        inside = _shared(box, (0, 0, self.width, self.height))
        outside = (box[2] - box[0]) * (box[3] - box[1]) - inside
        return 3 * outside + sum(_shared(box, other) for other in self.taken)

    def settle(self, place: XY, size: XY, centred: bool) -> XY:
        """Find and take the least crowded spot for a label of a size: on its place, or beside it.

        Gives the middle of the label. The first of equally free spots wins, nearest ring first.
        """
        best, least = place, math.inf
        for spot in _spots(place, size, centred):
            crowded = self.overlap(around(spot, size))
            if crowded < least:
                best, least = spot, crowded
            if least == 0:
                break
        self.take(around(best, size))
        return best


def around(middle: XY, size: XY) -> Box:
    """Give the box of a size around its middle."""
    return (
        middle[0] - size[0] / 2,
        middle[1] - size[1] / 2,
        middle[0] + size[0] / 2,
        middle[1] + size[1] / 2,
    )


def text_width(text: str, size: float) -> float:
    """Estimate the width of a text in a plain sans serif, a little generously."""
    return (0.58 * len(text) + 0.14 * sum(letter.isupper() for letter in text)) * size


def _spots(place: XY, size: XY, centred: bool) -> Iterator[XY]:
    if centred:
        yield place
    for ring in RINGS:
        for across, down in DIRECTIONS:
            # A label is wider than high: it has to go farther out sideways than upward.
            yield place[0] + across * (ring + (size[0] - size[1]) / 2), place[1] + down * ring


def _shared(one: Box, other: Box) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0


def longest_straight(line: Sequence[XY]) -> tuple[XY, XY]:
    """Find the longest straight run of a line."""
    return max(pairwise(line), key=lambda run: math.dist(*run))


def widest_inside(rings: Sequence[Sequence[XY]], steps: int = 7) -> tuple[XY, float]:
    """Find the widest horizontal run inside a polygon: its middle and its width, of a few heights tried."""
    low, high = min(y for _, y in rings[0]), max(y for _, y in rings[0])
    best: tuple[XY, float] = ((0.0, 0.0), 0.0)
    # Of heights that are equally wide the one nearest the middle is best.
    for step in sorted(range(1, steps), key=lambda one: abs(2 * one - steps)):
        y = low + (high - low) * step / steps
        crossings = sorted(x for ring in rings for x in _crossings(ring, y))
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            if right - left > best[1]:
                best = ((left + right) / 2, y), right - left
    return best


def _crossings(ring: Sequence[XY], y: float) -> Iterator[float]:
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y):
            yield x1 + (y - y1) / (y2 - y1) * (x2 - x1)
