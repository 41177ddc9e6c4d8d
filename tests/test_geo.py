"""Laws of coordinates, precision, bounds, lines and GeoJSON."""

import json
import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely import LineString
from shapely import Point as ShapelyPoint

from loftet.geo import geojson
from loftet.geo.bounds import Bounds
from loftet.geo.coordinates import CoordinateFault, Point, degrees_of_sweref, from_sweref, metres_between
from loftet.geo.geojson import Feature, Form
from loftet.geo.lines import clipped_line, clipped_ring, signed_area, simplified
from loftet.geo.precision import RADIUS_OF, STEPS_PER_DEGREE, coarsened
from loftet.model.words.places import PlacePrecision
from loftet.problems import DataError

swedish_points = st.builds(Point, st.floats(55.0, 69.1), st.floats(10.5, 24.2))

# North, east in EPSG:3006 and lat, lon in EPSG:4326, computed once with pyproj 3.7.2.
KNOWN = [
    (6580822, 674032, 59.330231227, 18.059189736),
    (6465000, 470500, 58.324957881, 14.496350021),
    (7536000, 720000, 67.854859311, 20.235028438),
    (6140000, 385000, 55.392771632, 13.184355270),
    (6399000, 319000, 57.696701229, 11.962893498),
    (7626000, 800000, 68.584100648, 22.377150125),
    (6391500, 700000, 57.621404864, 18.349114979),
    (7000000, 500000, 63.129339713, 15.000000000),
]


@pytest.mark.parametrize(("north", "east", "lat", "lon"), KNOWN)
def test_sweref_is_within_a_millimetre_of_pyproj(north: float, east: float, lat: float, lon: float) -> None:
    got_lat, got_lon = degrees_of_sweref(north, east)
    northward = (got_lat - lat) * 111_500
    eastward = (got_lon - lon) * 111_500 * math.cos(math.radians(lat))
    assert math.hypot(northward, eastward) < 0.001


def test_a_point_keeps_five_decimals() -> None:
    assert Point(58.3249578, 14.4963500) == Point(58.32496, 14.49635)
    assert from_sweref(6465000, 470500) == Point(58.32496, 14.49635)


@pytest.mark.parametrize(
    ("lat", "lon", "what", "mend"),
    [
        (
            14.5,
            58.3,
            "Latitud och longitud har bytt plats (lat: 14.5, lon: 58.3).",
            "Byt plats på dem: lat: 58.3 och lon: 14.5.",
        ),
        (
            0,
            0,
            "Koordinaterna är 0 och 0, en punkt i havet utanför Afrika.",
            "Ta bort lat och lon om läget inte är känt. Platsen i ord räcker.",
        ),
        (
            5832496,
            14.49635,
            "En decimalpunkt saknas (lat: 5832496, lon: 14.49635).",
            "Sätt ut decimalpunkten, till exempel lat: 58.32496 och lon: 14.49635.",
        ),
        (
            58.32496,
            1449635,
            "En decimalpunkt saknas (lat: 58.32496, lon: 1449635).",
            "Sätt ut decimalpunkten, till exempel lat: 58.32496 och lon: 14.49635.",
        ),
        (
            6465000,
            470500,
            "Talen är meter i SWEREF 99 TM, inte grader (lat: 6465000, lon: 470500).",
            "Skriv sweref: [6465000, 470500] i stället för lat och lon.",
        ),
        (
            52.5,
            13.4,
            "Platsen ligger utanför Sverige (lat: 52.5, lon: 13.4).",
            "Sverige ligger mellan lat 55 och 69.1 och mellan lon 10.5 och 24.2. Kontrollera båda talen.",
        ),
        (math.nan, 14.5, "Koordinaterna är inte tal.", "Skriv till exempel lat: 58.3 och lon: 14.5."),
        (58.3, math.inf, "Koordinaterna är inte tal.", "Skriv till exempel lat: 58.3 och lon: 14.5."),
    ],
)
def test_each_slip_with_degrees_has_its_own_sentence(lat: float, lon: float, what: str, mend: str) -> None:
    with pytest.raises(CoordinateFault) as fault:
        Point(lat, lon)
    assert (fault.value.what, fault.value.mend) == (what, mend)


@pytest.mark.parametrize(
    ("north", "east", "what", "mend"),
    [
        (
            470500,
            6465000,
            "Norr och öst har bytt plats (sweref: [470500, 6465000]).",
            "Skriv norr-värdet först: sweref: [6465000, 470500].",
        ),
        (
            58.3,
            14.5,
            "Talen är grader, inte meter i SWEREF 99 TM (sweref: [58.3, 14.5]).",
            "Skriv lat: 58.3 och lon: 14.5 i stället för sweref.",
        ),
        (
            64650001,
            470500,
            "En decimalpunkt saknas (sweref: [64650001, 470500]).",
            "Sätt ut decimalpunkten, till exempel sweref: [6465000.1, 470500].",
        ),
        (
            0,
            0,
            "Koordinaterna är 0 och 0, en punkt i havet utanför Afrika.",
            "Ta bort sweref om läget inte är känt. Platsen i ord räcker.",
        ),
        (
            646500,
            470500,
            "Platsen ligger utanför Sverige (sweref: [646500, 470500]).",
            "Norr-värdet har sju siffror före decimalpunkten och öst-värdet sex, i SWEREF 99 TM. "
            "Lokala zoner (till exempel SWEREF 99 13 30) måste räknas om först.",
        ),
        (
            7680000,
            200000,
            "SWEREF-koordinaterna 7680000, 200000 ligger utanför Sverige.",
            "Kontrollera talen i kartan där de hämtades. Norr-värdet står först, sedan öst-värdet.",
        ),
        (math.nan, 470500, "Koordinaterna är inte tal.", "Skriv till exempel sweref: [6465000, 470500]."),
    ],
)
def test_each_slip_with_metres_has_its_own_sentence(north: float, east: float, what: str, mend: str) -> None:
    with pytest.raises(CoordinateFault) as fault:
        from_sweref(north, east)
    assert (fault.value.what, fault.value.mend) == (what, mend)


@given(st.floats(), st.floats())
def test_any_two_numbers_are_a_place_in_sweden_or_a_fault(lat: float, lon: float) -> None:
    for make in (Point, from_sweref):
        try:
            point = make(lat, lon)
        except CoordinateFault as fault:
            told = fault.what, fault.mend
            assert all(sentence.endswith(".") for sentence in told)
        else:
            assert 55 <= point.lat <= 69.1
            assert 10.5 <= point.lon <= 24.2


@given(swedish_points, st.sampled_from(PlacePrecision))
@example(Point(55.00249, 12.00249), PlacePrecision.AREA)
@example(Point(55.00049, 12.00049), PlacePrecision.STREET)
def test_a_coarse_place_lies_on_its_grid_and_its_circle_covers_the_true_place(
    point: Point, precision: PlacePrecision
) -> None:
    coarse = coarsened(point, precision)
    for number in (coarse.lat, coarse.lon):
        steps = number * STEPS_PER_DEGREE[precision]
        assert abs(steps - round(steps)) < 1e-6
    assert coarsened(coarse, precision) == coarse
    assert metres_between(point, coarse) <= RADIUS_OF[precision]


def test_a_box_grows_by_metres_and_knows_what_it_holds() -> None:
    stops = [Point(58.3, 14.5), Point(58.31, 14.52)]
    box = Bounds.around(stops)
    assert box == Bounds(58.3, 14.5, 58.31, 14.52)
    beside = Point(58.3, 14.501 + 0.02)
    assert box.east < box.grown(50).east < beside.lon < box.grown(60).east
    assert Bounds.around([]) is None


coordinate = st.floats(-100, 100).map(lambda value: round(value, 3))
places = st.tuples(coordinate, coordinate)


@settings(max_examples=50)
@given(st.lists(places, min_size=2, max_size=60), st.floats(0.1, 20))
def test_a_simplified_line_keeps_its_ends_and_leaves_no_point_farther_away(
    line: list[tuple[float, float]], tolerance: float
) -> None:
    short = simplified(line, tolerance)
    assert short[0] == line[0]
    assert short[-1] == line[-1]
    for point in line:
        assert LineString(short).distance(ShapelyPoint(point)) <= tolerance + 1e-9


@given(st.lists(places, min_size=3, max_size=30))
def test_what_is_clipped_lies_in_the_box(line: list[tuple[float, float]]) -> None:
    box = (-20.0, -10.0, 30.0, 40.0)
    for piece in (clipped_ring(line, box), *clipped_line(line, box)):
        for x, y in piece:
            assert -20 - 1e-9 <= x <= 30 + 1e-9
            assert -10 - 1e-9 <= y <= 40 + 1e-9


def test_a_line_that_leaves_the_box_and_returns_comes_out_in_pieces() -> None:
    line = [(0, 0), (0, 20), (5, 20), (5, 0)]
    assert clipped_line(line, (-10, -10, 10, 10)) == (((0, 0), (0, 10)), ((5, 10), (5, 0)))
    cut = clipped_ring([(0, 0), (20, 0), (20, 5), (0, 5)], (-10, -10, 10, 10))
    assert cut == ((0, 0), (10, 0), (10, 5), (0, 5))


def collection(*features: object, **more: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def feature(kind: str, coordinates: object, **more: object) -> dict[str, object]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"slag": "gata"}, "geometry": geometry, **more}


def test_written_geojson_is_read_back_as_it_was() -> None:
    features = (
        geojson.point_feature("stopp-1", Point(58.3, 14.5), {"titel": "Tunneln å"}),
        Feature("rutt", Form.LINE, ((((14.5, 58.3), (14.51, 58.31)),),), {}),
        Feature("omrade", Form.POLYGON, ((((14.5, 58.3), (14.6, 58.3), (14.6, 58.4), (14.5, 58.3)),),), {}),
    )
    assert geojson.read(geojson.write(features), "x.geojson") == features


def test_rings_are_written_counter_clockwise_and_holes_clockwise() -> None:
    outer = ((14.0, 58.0), (14.0, 59.0), (15.0, 59.0), (15.0, 58.0), (14.0, 58.0))
    hole = ((14.2, 58.2), (14.4, 58.2), (14.4, 58.4), (14.2, 58.2))
    written = json.loads(geojson.write([Feature("yta", Form.POLYGON, ((outer, hole),), {})]))
    rings = written["features"][0]["geometry"]["coordinates"]
    assert signed_area([tuple(place) for place in rings[0]]) > 0
    assert signed_area([tuple(place) for place in rings[1]]) < 0
    assert "crs" not in written


def test_a_file_in_sweref_is_converted_to_degrees_with_five_decimals() -> None:
    for name in ("urn:ogc:def:crs:EPSG::3006", "EPSG:3006"):
        crs = {"type": "name", "properties": {"name": name}}
        (point,) = geojson.read(collection(feature("Point", [470500, 6465000]), crs=crs), "x.geojson")
        assert point.parts == ((((14.49635, 58.32496),),),)


def test_heights_nested_values_and_missing_geometry_are_left_out() -> None:
    given_features = (
        feature("MultiLineString", [[[14.5, 58.3, 91], [14.6, 58.3, 90]]], properties={"namn": "A", "x": {}}),
        {"type": "Feature", "properties": None, "geometry": None},
    )
    (line,) = geojson.read(collection(*given_features), "x.geojson")
    assert (line.form, line.parts) == (Form.LINE, ((((14.5, 58.3), (14.6, 58.3)),),))
    assert line.properties == {"namn": "A"}


def test_background_may_reach_a_little_over_the_border() -> None:
    (point,) = geojson.read(collection(feature("Point", [24.6, 65.8])), "x.geojson")
    assert point.parts == ((((24.6, 65.8),),),)


SQUARE_WITHOUT_AREA = [[[14.5, 58.3], [14.6, 58.3], [14.5, 58.3]]]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"type": "FeatureCollection", ', "x.geojson:1:31: Filen är inte hel GeoJSON."),
        (b"[]", "x.geojson: Filen är ingen FeatureCollection."),
        (b'{"type":"Topology"}', "x.geojson: Filen är ingen FeatureCollection."),
        (b"\xff\xfe{", "x.geojson: Filen är inte text i UTF-8."),
        (b"[" * 200_000, "x.geojson: Filen är för djupt nästlad."),
        (b" " * (geojson.MAX_BYTES + 1), "x.geojson: Filen är för stor (30 MB, högst 30 MB)."),
        (
            collection(crs={"type": "name", "properties": {"name": "EPSG:3021"}}),
            "x.geojson: Referenssystemet ”EPSG:3021” kan inte läsas.",
        ),
        (
            collection(feature("Point", [58.3, 14.5])),
            "x.geojson: Objekt 1: Latitud och longitud har bytt plats (lat: 14.5, lon: 58.3).",
        ),
        (
            collection(feature("Point", [470500, 6465000])),
            "x.geojson: Objekt 1: Talen är meter i SWEREF 99 TM, inte grader (lat: 6465000, lon: 470500).",
        ),
        (collection(feature("Point", ["a", 1])), "x.geojson: Objekt 1: en koordinat är inte två tal."),
        (collection(feature("Point", [True, 1])), "x.geojson: Objekt 1: en koordinat är inte två tal."),
        (
            collection(feature("LineString", [[14.5, 58.3]])),
            "x.geojson: Objekt 1: linjen har färre än 2 punkter.",
        ),
        (
            collection(feature("Polygon", SQUARE_WITHOUT_AREA)),
            "x.geojson: Objekt 1: ytan har färre än tre hörn.",
        ),
        (collection(feature("Polygon", [])), "x.geojson: Objekt 1: geometrin saknar koordinater."),
        (collection(feature("Circle", [1, 2])), "x.geojson: Objekt 1: geometrin ”Circle” är okänd."),
        (
            collection(feature("Point", [14.5, 0])).replace(b"14.5", b"9" * 5000),
            "x.geojson: Objekt 1: Koordinaterna är inte tal.",
        ),
        (collection("x"), "x.geojson: Objekt 1: är ingen Feature."),
        (
            collection(feature("Point", [9e300, 1e300]), crs={"properties": {"name": "EPSG:3006"}}),
            "x.geojson: Objekt 1: Platsen ligger utanför Sverige (sweref: [",
        ),
    ],
)
def test_each_broken_file_gets_its_own_sentence(data: bytes, told: str) -> None:
    with pytest.raises(DataError) as error:
        geojson.read(data, "x.geojson")
    assert str(error.value).startswith(told)
    assert all(problem.mend for problem in error.value.problems)


def test_a_file_in_the_wrong_system_is_not_told_a_thousand_times() -> None:
    with pytest.raises(DataError) as error:
        geojson.read(collection(*[feature("Point", [58.3, 14.5])] * 1000), "x.geojson")
    assert len(error.value.problems) == geojson.MAX_PROBLEMS


words = st.sampled_from(["Point", "Polygon", "EPSG:3006", "å"])
keys = st.sampled_from(["type", "coordinates", "geometries", "properties", "name"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150)
@given(json_values, json_values, json_values)
def test_no_json_at_all_can_crash_the_reader(geometry: object, crs: object, kind: object) -> None:
    inner = {"type": kind, "coordinates": geometry}
    for made in (geometry, inner, {"type": "Polygon", "coordinates": geometry}):
        data = collection({"type": "Feature", "geometry": made, "properties": crs}, crs=crs)
        try:
            geojson.read(data, "x.geojson")
        except DataError as error:
            told = error.problems
            assert told
