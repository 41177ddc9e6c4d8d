"""GeoJSON after RFC 7946: read what a municipality exports, write what the site publishes.

Positions are (lon, lat) in degrees WGS 84 with five decimals, outer rings run counter-clockwise and
holes clockwise, ids are stable. Files from QGIS in SWEREF 99 TM are converted when they say so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from loftet.geo.coordinates import (
    DECIMALS,
    EASTINGS,
    NORTHINGS,
    CoordinateFault,
    Point,
    degrees_of_sweref,
    from_sweref,
)
from loftet.geo.lines import XY, Line, signed_area
from loftet.problems import DataError, Problem

MAX_BYTES = 30_000_000
"""The largest file that is read; a whole municipality of streets and houses stays below it."""

MAX_PROBLEMS = 20
"""Faults told of one file; a file in the wrong system has one in every feature."""

RE_EXPORT = "Exportera lagret på nytt."
RE_DRAW = "Ta bort objektet eller rita det på nytt."
AS_GEOJSON = "Exportera lagret som GeoJSON från till exempel QGIS."

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Property: TypeAlias = "bool | int | float | str | tuple[str, ...] | None"


class Form(StrEnum):
    """What the parts of a feature are."""

    POINT = "Point"
    LINE = "LineString"
    POLYGON = "Polygon"


@dataclass(frozen=True)
class Feature:
    """One feature: its parts, whatever the file called them.

    A part is a tuple of lines of (lon, lat): one line of one position for a point, one line for a
    line, an outer ring and its holes (all closed) for a polygon. A feature of mixed geometries
    becomes several features with the same id.
    """

    id: str
    form: Form
    parts: tuple[tuple[Line, ...], ...]
    properties: Mapping[str, Property] = field(default_factory=dict)


def read(data: bytes, file: str) -> tuple[Feature, ...]:
    """Read the features of a GeoJSON file as WGS 84 degrees.

    `file` is the path as the editor sees it. Raises DataError with every fault found, up to
    MAX_PROBLEMS: not JSON, too large, no FeatureCollection, another reference system, broken geometry,
    coordinates that are not near Sweden.
    """
    document = _document(data, file)
    sweref = _is_sweref(document, file)
    listed = document.get("features")
    if document.get("type") != "FeatureCollection" or not isinstance(listed, list):
        raise _refusal(file, "Filen är ingen FeatureCollection.", AS_GEOJSON)
    features: list[Feature] = []
    problems: list[Problem] = []
    for number, given in enumerate(listed, 1):
        try:
            features.extend(_features(given, number, sweref))
        except CoordinateFault as fault:
            problems.append(Problem(file, 0, 0, f"Objekt {number}: {fault.what}", _mend(fault)))
        if len(problems) == MAX_PROBLEMS:
            break
    if problems:
        raise DataError(problems)
    return tuple(features)


def members(data: bytes, file: str) -> Mapping[str, Property]:
    """Give what a GeoJSON file says of itself beside its features: `källa`, `slag`, `name`.

    Raises DataError as read does for a file that is no JSON object.
    """
    return _properties({key: value for key, value in _document(data, file).items() if key != "features"})


def write(features: Iterable[Feature]) -> bytes:
    """Write features as a GeoJSON document: the same features give the same bytes."""
    collection = {"type": "FeatureCollection", "features": [_object(feature) for feature in features]}
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode() + b"\n"


def point_feature(id: str, point: Point, properties: Mapping[str, Property]) -> Feature:
    """Make a feature of one point."""
    return Feature(id, Form.POINT, ((((point.lon, point.lat),),),), properties)


def wound(part: tuple[Line, ...]) -> tuple[Line, ...]:
    """Turn the rings of a polygon as RFC 7946 asks: the outer one counter-clockwise, holes clockwise."""
    outer, *holes = (ring if signed_area(ring) > 0 else ring[::-1] for ring in part)
    return (outer, *(hole[::-1] for hole in holes))


def _refusal(file: str, what: str, mend: str, line: int = 0, column: int = 0) -> DataError:
    return DataError([Problem(file, line, column, what, mend)])


def _mend(fault: CoordinateFault) -> str:
    """Word a mend for a file of many places, where the editor cannot type each pair again."""
    if "SWEREF" in fault.what or "bytt plats" in fault.what:
        return "Exportera lagret på nytt som GeoJSON i WGS 84 (EPSG:4326), med longituden först."
    return fault.mend


def _document(data: bytes, file: str) -> dict[str, Json]:
    """Parse the file as one JSON object, or refuse it."""
    if len(data) > MAX_BYTES:
        raise _refusal(
            file,
            f"Filen är för stor ({len(data) // 1_000_000} MB, högst {MAX_BYTES // 1_000_000} MB).",
            "Klipp lagret till kommunen och ta bort kolumner som inte behövs.",
        )
    try:
        document: Json = json.loads(data.decode("utf-8-sig"), parse_int=_integer)
    except json.JSONDecodeError as error:
        raise _refusal(file, "Filen är inte hel GeoJSON.", RE_EXPORT, error.lineno, error.colno) from None
    except UnicodeDecodeError:
        raise _refusal(file, "Filen är inte text i UTF-8.", "Exportera lagret på nytt med UTF-8.") from None
    except RecursionError:
        raise _refusal(file, "Filen är för djupt nästlad.", RE_EXPORT) from None
    if not isinstance(document, dict):
        raise _refusal(file, "Filen är ingen FeatureCollection.", AS_GEOJSON)
    return document


def _integer(digits: str) -> int | float:
    """Read a whole number; one too long for an id or a coordinate becomes a float, at worst infinity."""
    return int(digits) if len(digits) < 16 else float(digits)


def _is_sweref(document: Mapping[str, Json], file: str) -> bool:
    """Tell whether the file says SWEREF 99 TM; refuse systems that cannot be converted here."""
    crs = document.get("crs")
    if crs is None:
        return False
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    said = str(name).upper()
    if said.endswith((":3006", "SWEREF99TM", "SWEREF 99 TM")):
        return True
    if said.endswith((":CRS84", ":4326", ":4258")):
        return False
    raise _refusal(
        file,
        f"Referenssystemet ”{name}” kan inte läsas.",
        "Exportera lagret i WGS 84 (EPSG:4326) eller SWEREF 99 TM (EPSG:3006).",
    )


def _features(given: Json, number: int, sweref: bool) -> Iterator[Feature]:
    """Read one feature; one without geometry gives nothing."""
    if not isinstance(given, dict) or given.get("type") != "Feature":
        raise CoordinateFault("är ingen Feature.", RE_EXPORT)
    properties = _properties(given.get("properties"))
    id = given.get("id", properties.get("id"))
    name = str(id) if isinstance(id, (str, int)) and not isinstance(id, bool) else str(number)
    by_form: dict[Form, list[tuple[Line, ...]]] = {}
    for form, part in _parts(given.get("geometry"), sweref):
        by_form.setdefault(form, []).append(part)
    for form, parts in by_form.items():
        yield Feature(name, form, tuple(parts), properties)


def _properties(given: Json) -> dict[str, Property]:
    """Keep the properties that are plain values."""
    if not isinstance(given, dict):
        return {}
    return {key: value for key, value in given.items() if not isinstance(value, (list, dict))}


def _parts(geometry: Json, sweref: bool) -> Iterator[tuple[Form, tuple[Line, ...]]]:
    """Take a geometry apart into points, lines and polygons."""
    if geometry is None:
        return
    if not isinstance(geometry, dict):
        raise CoordinateFault("geometrin kan inte läsas.", RE_EXPORT)
    kind, given = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection":
        for inner in _listed(geometry.get("geometries")):
            yield from _parts(inner, sweref)
    elif kind in ("Point", "MultiPoint"):
        for position in _listed(given) if kind == "MultiPoint" else [given]:
            yield Form.POINT, ((_position(position, sweref),),)
    elif kind in ("LineString", "MultiLineString"):
        for line in _listed(given) if kind == "MultiLineString" else [given]:
            yield Form.LINE, (_line(line, sweref, least=2),)
    elif kind in ("Polygon", "MultiPolygon"):
        for polygon in _listed(given) if kind == "MultiPolygon" else [given]:
            yield Form.POLYGON, wound(tuple(_ring(ring, sweref) for ring in _listed(polygon)))
    else:
        raise CoordinateFault(f"geometrin ”{kind}” är okänd.", RE_EXPORT)


def _listed(given: Json) -> list[Json]:
    if not isinstance(given, list) or not given:
        raise CoordinateFault("geometrin saknar koordinater.", RE_DRAW)
    return given


def _ring(given: Json, sweref: bool) -> Line:
    """Read a ring and close it when the file forgot to."""
    ring = _line(given, sweref, least=3)
    closed = ring if ring[0] == ring[-1] else (*ring, ring[0])
    if len(closed) < 4:
        raise CoordinateFault("ytan har färre än tre hörn.", RE_DRAW)
    return closed


def _line(given: Json, sweref: bool, least: int) -> Line:
    line = tuple(_position(position, sweref) for position in _listed(given))
    if len(line) < least:
        raise CoordinateFault(f"linjen har färre än {least} punkter.", RE_DRAW)
    return line


def _position(given: Json, sweref: bool) -> XY:
    """Read one position as rounded (lon, lat); heights are dropped."""
    match given:
        case [bool(), *_] | [_, bool(), *_]:
            raise CoordinateFault("en koordinat är inte två tal.", RE_EXPORT)
        case [int() | float() as x, int() | float() as y, *_]:
            lat, lon = _degrees(y, x) if sweref else (y, x)
        case _:
            raise CoordinateFault("en koordinat är inte två tal.", RE_EXPORT)
    # Background data may reach a little over the border, where Point would refuse it.
    if not (54 <= lat <= 70 and 9 <= lon <= 26):
        Point(lat, lon)
    return round(lon, DECIMALS), round(lat, DECIMALS)


def _degrees(north: float, east: float) -> tuple[float, float]:
    """Convert one position of a file in SWEREF 99 TM; metres far from Sweden get their own fault."""
    if not (NORTHINGS[0] <= north <= NORTHINGS[1] and EASTINGS[0] <= east <= EASTINGS[1]):
        from_sweref(north, east)
    return degrees_of_sweref(north, east)


def _object(feature: Feature) -> dict[str, object]:
    """Say a feature as the object that GeoJSON wants."""
    parts = [_coordinates(feature.form, part) for part in feature.parts]
    single = len(parts) == 1
    geometry = {
        "type": feature.form.value if single else f"Multi{feature.form.value}",
        "coordinates": parts[0] if single else parts,
    }
    return {"type": "Feature", "id": feature.id, "properties": dict(feature.properties), "geometry": geometry}


def _coordinates(form: Form, part: tuple[Line, ...]) -> object:
    """Nest the positions of one part as its form asks."""
    rounded = [[(round(x, DECIMALS), round(y, DECIMALS)) for x, y in line] for line in part]
    if form is Form.POINT:
        return rounded[0][0]
    if form is Form.LINE:
        return rounded[0]
    return [[(round(x, DECIMALS), round(y, DECIMALS)) for x, y in line] for line in wound(part)]
