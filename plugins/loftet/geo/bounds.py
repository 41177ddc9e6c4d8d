"""Boxes of latitude and longitude."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from loftet.geo.coordinates import METRES_PER_DEGREE, Point


@dataclass(frozen=True)
class Bounds:
    """A box in degrees WGS 84, edges included."""

    south: float
    west: float
    north: float
    east: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Bounds | None:
        """Make the smallest box around the points, or None when there are none."""
        held = tuple(points)
        if not held:
            return None
        lats, lons = [p.lat for p in held], [p.lon for p in held]
        return cls(min(lats), min(lons), max(lats), max(lons))

    @property
    def middle(self) -> tuple[float, float]:
        """Give the (lat, lon) in the middle of the box."""
        return (self.south + self.north) / 2, (self.west + self.east) / 2

    def grown(self, metres: float) -> Bounds:
        """Give the box with a margin of so many metres on every side."""
        up = metres / METRES_PER_DEGREE
        out = up / math.cos(math.radians(self.middle[0]))
        return Bounds(self.south - up, self.west - out, self.north + up, self.east + out)

    def joined(self, other: Bounds) -> Bounds:
        """Give the smallest box around both."""
        return Bounds(
            min(self.south, other.south),
            min(self.west, other.west),
            max(self.north, other.north),
            max(self.east, other.east),
        )
