"""Web Mercator, the plane of Leaflet: the picture uses it too, so that one lies exactly on the other."""

from __future__ import annotations

import math

EARTH = 2 * math.pi * 6_378_137.0
"""The equator of the sphere of Web Mercator (EPSG:3857), in metres."""


def mercator(lat: float, lon: float) -> tuple[float, float]:
    """Project degrees to the unit square of Web Mercator: x to the east, y to the south, both 0 to 1."""
    y = 0.5 - math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) / (2 * math.pi)
    return lon / 360 + 0.5, y


def degrees(x: float, y: float) -> tuple[float, float]:
    """Give the (lat, lon) of a place in the unit square."""
    return math.degrees(2 * math.atan(math.exp((0.5 - y) * 2 * math.pi)) - math.pi / 2), (x - 0.5) * 360


def metres_per_unit(lat: float) -> float:
    """Give the metres on the ground that one unit of the square stands for at a latitude."""
    return EARTH * math.cos(math.radians(lat))
