"""What a published coordinate may say when a place is known as a point, a street or an area.

A coarser class is rounded to a coarser grid, so nothing finer can be read out of any file; the circle
that is drawn for it always covers the true place.
"""

from __future__ import annotations

from loftet.geo.coordinates import LATITUDES, LONGITUDES, Point
from loftet.model.words.places import PlacePrecision

STEPS_PER_DEGREE = {PlacePrecision.POINT: 100_000, PlacePrecision.STREET: 1_000, PlacePrecision.AREA: 200}
"""How fine the grid is that a place of each class is rounded to: 1 m, 111 m and 556 m to the north."""

RADIUS_OF = {PlacePrecision.POINT: 0, PlacePrecision.STREET: 80, PlacePrecision.AREA: 350}
"""Metres from the published coordinate within which the true place lies; 0 for a point.

Half the diagonal of a cell of the grid is at most 64 m and 321 m (at 55° north, where the cells are
widest), so the circle covers the place that it hides.
"""


def coarsened(point: Point, precision: PlacePrecision) -> Point:
    """Round a point to what its class lets be published; a point rounded twice is the same point."""
    if precision is PlacePrecision.POINT:
        return point
    steps = STEPS_PER_DEGREE[precision]
    # The box around Sweden lies on every grid, so staying inside it never makes a place finer.
    lat = min(max(round(point.lat * steps) / steps, LATITUDES[0]), LATITUDES[1])
    lon = min(max(round(point.lon * steps) / steps, LONGITUDES[0]), LONGITUDES[1])
    return Point(lat, lon)
