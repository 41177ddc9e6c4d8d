"""The frame of a picture: which part of the country it shows and how places become picture units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from loftet.geo.bounds import Bounds
from loftet.geo.coordinates import Point
from loftet.geo.lines import XY, Box
from loftet.geo.mercator import degrees, mercator, metres_per_unit
from loftet.geo.precision import RADIUS_OF
from loftet.maps.scene import Scene

WIDTH = 480.0
"""Picture units across. On a phone of 360 px text of 15 units is then just above 10 px."""

LOWEST, HIGHEST = 280.0, 440.0
"""How high a map may be, in picture units."""

MARGIN = 40.0
"""Picture units around what is shown, for symbols and numbers."""

SMALLEST = 300.0
"""Metres that a picture shows across at least: a single place needs some ground around it."""

SPILL = 6.0
"""Picture units outside the edge that the ground still reaches, so that cut edges are not seen."""

NICE = (10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)


@dataclass(frozen=True)
class Frame:
    """A rectangle of Web Mercator and the height of the picture of it."""

    left: float
    top: float
    scale: float
    height: float
    """`scale` is picture units for one unit of the Mercator square."""

    @classmethod
    def of(cls, scene: Scene) -> Frame:
        """Fit the frame to the scene's places (with their circles) and route; the scene is drawable."""
        west, north, east, south = mercator_box(_shown(scene))
        width, depth = east - west, south - north
        room = WIDTH - 2 * MARGIN
        scale = min(room / width, (HIGHEST - 2 * MARGIN) / depth)
        height = round(min(max(depth * scale + 2 * MARGIN, LOWEST), HIGHEST))
        left = (west + east) / 2 - WIDTH / 2 / scale
        top = (north + south) / 2 - height / 2 / scale
        return cls(left, top, scale, height)

    def xy(self, point: Point) -> XY:
        """Place a point in picture units."""
        return self.unit_xy(mercator(point.lat, point.lon))

    def unit_xy(self, place: XY) -> XY:
        """Place Mercator units in picture units."""
        return (place[0] - self.left) * self.scale, (place[1] - self.top) * self.scale

    def units_xy(self, places: Iterable[XY]) -> list[XY]:
        """Place many Mercator units in picture units at once."""
        left, top, scale = self.left, self.top, self.scale
        return [((x - left) * scale, (y - top) * scale) for x, y in places]

    @property
    def box(self) -> Box:
        """Give the frame with its spill in Mercator units, for cutting the ground."""
        spill = SPILL / self.scale
        right, bottom = self.left + WIDTH / self.scale, self.top + self.height / self.scale
        return self.left - spill, self.top - spill, right + spill, bottom + spill

    @property
    def edge(self) -> Box:
        """Give the frame with its spill in picture units, for cutting lines."""
        return -SPILL, -SPILL, WIDTH + SPILL, self.height + SPILL

    @property
    def bounds(self) -> Bounds:
        """Give the frame in degrees: where the picture lies when it is laid under Leaflet."""
        north, west = degrees(self.left, self.top)
        south, east = degrees(self.left + WIDTH / self.scale, self.top + self.height / self.scale)
        return Bounds(round(south, 6), round(west, 6), round(north, 6), round(east, 6))

    @property
    def units_per_metre(self) -> float:
        """Give picture units for one metre on the ground, in the middle of the frame."""
        return self.scale / metres_per_unit(self.bounds.middle[0])

    @property
    def bar(self) -> tuple[int, float]:
        """Choose the scale bar: a round number of metres and its length, at most 120 units."""
        fitting = [metres for metres in NICE if metres * self.units_per_metre <= 120]
        metres = fitting[-1] if fitting else NICE[0]
        return metres, metres * self.units_per_metre


def mercator_box(bounds: Bounds) -> Box:
    """Give a box of degrees in Mercator units: west, north, east, south."""
    west, north = mercator(bounds.north, bounds.west)
    east, south = mercator(bounds.south, bounds.east)
    return west, north, east, south


def _shown(scene: Scene) -> Bounds:
    """Give the smallest box with everything that must be seen, and no smaller than SMALLEST across."""
    # The outline of an area alone is shown whole; around places it may reach out of the picture.
    outline = () if scene.located else (point for ring in scene.boundary for point in ring)
    by_radius: dict[int, list[Point]] = {0: [*scene.route, *outline]}
    for place, point in scene.located:
        by_radius.setdefault(RADIUS_OF[place.precision], []).append(point)
    found = ((Bounds.around(points), radius) for radius, points in by_radius.items())
    seen = reduce(Bounds.joined, (box.grown(radius) for box, radius in found if box))
    lat, lon = seen.middle
    return seen.joined(Bounds(lat, lon, lat, lon).grown(SMALLEST / 2))
