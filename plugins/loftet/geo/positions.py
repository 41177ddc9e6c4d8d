"""A record's position as a point: degrees or SWEREF 99 TM metres, never a bare pair."""

from __future__ import annotations

from loftet.geo.coordinates import CoordinateFault, Point, from_sweref
from loftet.model.place import Position


def point_of(position: Position) -> Point:
    """Give the point of a position in degrees WGS 84; raises CoordinateFault when it cannot be meant."""
    if position.sweref is not None:
        if len(position.sweref) != 2 or position.lat is not None or position.lon is not None:
            raise CoordinateFault(
                "Läget ska ha antingen lat och lon, eller sweref med två tal.",
                "Skriv ”lat: 58.31207” och ”lon: 14.50311”, eller ”sweref: [nord, öst]”.",
            )
        north, east = position.sweref
        return from_sweref(float(north), float(east))
    if position.lat is None or position.lon is None:
        raise CoordinateFault("Läget saknar lat eller lon.", "Skriv både ”lat:” och ”lon:”.")
    return Point(float(position.lat), float(position.lon))
