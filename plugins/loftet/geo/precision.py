"""What a published coordinate may say when a place is known as a point, a street or an area.

A coarser class keeps fewer decimals, so nothing finer can be read out of any file; the circle that is
drawn for it always covers the true place.
"""

from __future__ import annotations

from loftet.geo.coordinates import DECIMALS, LATITUDES, LONGITUDES, Point
from loftet.model.words import PlacePrecision

DECIMALS_OF = {PlacePrecision.POINT: DECIMALS, PlacePrecision.STREET: 3, PlacePrecision.AREA: 2}
"""Decimals of a degree that may be published for a place of each class."""

RADIUS_OF = {PlacePrecision.POINT: 0, PlacePrecision.STREET: 80, PlacePrecision.AREA: 750}
"""Metres from the published coordinate within which the true place lies; 0 for a point.

Half the diagonal of a rounding cell is at most 64 m and 641 m (at 55° north, where the cells are
widest), so the circle covers the place that it hides.
"""


def coarsened(point: Point, precision: PlacePrecision) -> Point:
    """Round a point to what its class lets be published; a point rounded twice is the same point."""
    decimals = DECIMALS_OF[precision]
    # The box around Sweden has one decimal, so staying inside it never adds one.
    lat = min(max(round(point.lat, decimals), LATITUDES[0]), LATITUDES[1])
    lon = min(max(round(point.lon, decimals), LONGITUDES[0]), LONGITUDES[1])
    return Point(lat, lon)
