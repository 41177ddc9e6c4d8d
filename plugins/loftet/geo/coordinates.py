"""Points in Sweden: WGS 84 degrees, with SWEREF 99 TM as the other way in.

The usual slips (the two numbers swapped, 0 and 0, a lost decimal point, metres for degrees) each
get their own Swedish sentence, because "outside Sweden" alone does not help an editor.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from sweden_crs_transformations.crs_coordinate import CrsCoordinate
from sweden_crs_transformations.crs_projection import CrsProjection

DECIMALS = 5
"""Decimals of a degree that are kept and published: about one metre."""

LATITUDES = (55.0, 69.1)
LONGITUDES = (10.5, 24.2)
"""The box around Sweden, in degrees WGS 84."""

NORTHINGS = (6_090_000.0, 7_690_000.0)
EASTINGS = (180_000.0, 930_000.0)
"""The same box in metres SWEREF 99 TM (EPSG:3006), a little generous."""

METRES_PER_DEGREE = 111_195.0
"""Metres in a degree of latitude on a sphere of 6 371 km; enough for margins and simplification."""


class CoordinateFault(ValueError):
    """Say in Swedish what is wrong with a pair of coordinates, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        """Keep the fault and its mend apart, as a Problem wants them."""
        self.what = what
        self.mend = mend
        super().__init__(what)


@dataclass(frozen=True, order=True)
class Point:
    """A place in Sweden in degrees WGS 84, rounded to five decimals (about a metre).

    Raises CoordinateFault when the numbers cannot be a place in Sweden.
    """

    lat: float
    lon: float

    def __post_init__(self) -> None:
        """Refuse what is not in Sweden, then round."""
        lat, lon = float(self.lat), float(self.lon)
        if not in_sweden(lat, lon):
            raise _degree_fault(lat, lon)
        object.__setattr__(self, "lat", round(lat, DECIMALS))
        object.__setattr__(self, "lon", round(lon, DECIMALS))


def in_sweden(lat: float, lon: float) -> bool:
    """Tell whether degrees WGS 84 lie in the box around Sweden; NaN does not."""
    return _between(lat, LATITUDES) and _between(lon, LONGITUDES)


def from_sweref(north: float, east: float) -> Point:
    """Make a Point from metres SWEREF 99 TM (EPSG:3006), north first.

    Raises CoordinateFault for swapped, missing or misplaced numbers and for places outside Sweden.
    """
    if not (_between(north, NORTHINGS) and _between(east, EASTINGS)):
        raise _sweref_fault(north, east)
    lat, lon = degrees_of_sweref(north, east)
    if not in_sweden(lat, lon):
        raise CoordinateFault(
            f"SWEREF-koordinaterna {_number(north)}, {_number(east)} ligger utanför Sverige.",
            "Kontrollera talen i kartan där de hämtades. Norr-värdet står först, sedan öst-värdet.",
        )
    return Point(lat, lon)


def degrees_of_sweref(north: float, east: float) -> tuple[float, float]:
    """Convert metres SWEREF 99 TM to (lat, lon) degrees WGS 84, unrounded and unchecked.

    SWEREF 99 and WGS 84 are taken as one datum, as EPSG:3006 does; held to 1 mm of pyproj.
    """
    grid = CrsCoordinate.create_coordinate(CrsProjection.SWEREF_99_TM, north, east)
    degrees = grid.transform(CrsProjection.WGS84)
    return float(degrees.get_latitude_y()), float(degrees.get_longitude_x())


def metres_between(first: Point, second: Point) -> float:
    """Measure the distance between two points in metres, as on a sphere, good to half a percent."""
    middle = math.radians((first.lat + second.lat) / 2)
    north = (second.lat - first.lat) * METRES_PER_DEGREE
    east = (second.lon - first.lon) * METRES_PER_DEGREE * math.cos(middle)
    return math.hypot(north, east)


def _degree_fault(lat: float, lon: float) -> CoordinateFault:
    """Name the likeliest slip behind degrees that are not in Sweden."""
    given = f"lat: {_number(lat)}, lon: {_number(lon)}"
    if not (math.isfinite(lat) and math.isfinite(lon)):
        return CoordinateFault("Koordinaterna är inte tal.", "Skriv till exempel lat: 58.3 och lon: 14.5.")
    if lat == 0 and lon == 0:
        return _nothing_fault("lat och lon")
    if in_sweden(lon, lat):
        mend = f"Byt plats på dem: lat: {_number(lon)} och lon: {_number(lat)}."
        return CoordinateFault(f"Latitud och longitud har bytt plats ({given}).", mend)
    if _metres(lat, lon):
        pair = f"[{_number(max(lat, lon))}, {_number(min(lat, lon))}]"
        mend = f"Skriv sweref: {pair} i stället för lat och lon."
        return CoordinateFault(f"Talen är meter i SWEREF 99 TM, inte grader ({given}).", mend)
    pointed = _with_point(lat, LATITUDES), _with_point(lon, LONGITUDES)
    if None not in pointed and (abs(lat) > 90 or abs(lon) > 180 or not _between(lon, LONGITUDES)):
        mend = f"Sätt ut decimalpunkten, till exempel lat: {pointed[0]} och lon: {pointed[1]}."
        return CoordinateFault(f"En decimalpunkt saknas ({given}).", mend)
    return CoordinateFault(
        f"Platsen ligger utanför Sverige ({given}).",
        "Sverige ligger mellan lat 55 och 69.1 och mellan lon 10.5 och 24.2. Kontrollera båda talen.",
    )


def _sweref_fault(north: float, east: float) -> CoordinateFault:
    """Name the likeliest slip behind metres that are not in Sweden."""
    given = f"sweref: [{_number(north)}, {_number(east)}]"
    if not (math.isfinite(north) and math.isfinite(east)):
        return CoordinateFault("Koordinaterna är inte tal.", "Skriv till exempel sweref: [6465000, 470500].")
    if north == 0 and east == 0:
        return _nothing_fault("sweref")
    if _between(east, NORTHINGS) and _between(north, EASTINGS):
        mend = f"Skriv norr-värdet först: sweref: [{_number(east)}, {_number(north)}]."
        return CoordinateFault(f"Norr och öst har bytt plats ({given}).", mend)
    if _degrees(north, east):
        pair = f"lat: {_number(max(north, east))} och lon: {_number(min(north, east))}"
        mend = f"Skriv {pair} i stället för sweref."
        return CoordinateFault(f"Talen är grader, inte meter i SWEREF 99 TM ({given}).", mend)
    pointed = _with_point(north, NORTHINGS), _with_point(east, EASTINGS)
    if None not in pointed and north >= NORTHINGS[0] and east >= EASTINGS[0]:
        mend = f"Sätt ut decimalpunkten, till exempel sweref: [{pointed[0]}, {pointed[1]}]."
        return CoordinateFault(f"En decimalpunkt saknas ({given}).", mend)
    return CoordinateFault(
        f"Platsen ligger utanför Sverige ({given}).",
        "Norr-värdet har sju siffror före decimalpunkten och öst-värdet sex, i SWEREF 99 TM. "
        "Lokala zoner (till exempel SWEREF 99 13 30) måste räknas om först.",
    )


def _nothing_fault(keys: str) -> CoordinateFault:
    return CoordinateFault(
        "Koordinaterna är 0 och 0, en punkt i havet utanför Afrika.",
        f"Ta bort {keys} om läget inte är känt. Platsen i ord räcker.",
    )


def _between(value: float, ends: tuple[float, float]) -> bool:
    return ends[0] <= value <= ends[1]


def _metres(first: float, second: float) -> bool:
    pairs = ((first, second), (second, first))
    return any(_between(north, NORTHINGS) and _between(east, EASTINGS) for north, east in pairs)


def _degrees(first: float, second: float) -> bool:
    return in_sweden(first, second) or in_sweden(second, first)


def _with_point(value: float, ends: tuple[float, float]) -> str | None:
    """Move the decimal point to the left until the number fits, or give None; 5830 becomes 58.3."""
    if value < ends[0]:
        return None
    while value > ends[1]:
        value /= 10
    return _number(round(value, 9)) if value >= ends[0] else None


def _number(value: float) -> str:
    """Write a number as the editor types it in YAML: decimal point, no needless zeros."""
    return str(int(value)) if math.isfinite(value) and value == int(value) else repr(value)
