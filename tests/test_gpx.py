"""Laws of reading a walk's route from a phone's GPX file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.geo import gpx
from loftet.geo.coordinates import Point, metres_between
from loftet.problems import DataError

HEAD = '<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1" creator="Telefon 7">'
TRACK = """
<metadata><author><name>Kim Exempelsson</name></author><time>2025-10-14T18:02:00Z</time></metadata>
<wpt lat="58.3005" lon="14.5005"><name>Hemma hos Kim</name><desc>mörkt</desc></wpt>
<trk><name>Kvällsrunda</name><trkseg>
<trkpt lat="58.3000001" lon="14.5000"><ele>91.3</ele><time>2025-10-14T18:02:00Z</time></trkpt>
<trkpt lat="58.3010" lon="14.5010"><time>2025-10-14T18:03:00Z</time></trkpt>
</trkseg><trkseg><trkpt lat="58.3020" lon="14.5030"/></trkseg></trk>
"""


def file_of(body: str, head: str = HEAD) -> bytes:
    return f"{head}{body}</gpx>".encode()


def test_only_coordinates_are_read() -> None:
    trace = gpx.read(file_of(TRACK), "rutt.gpx")
    assert trace.route == (Point(58.3, 14.5), Point(58.301, 14.501), Point(58.302, 14.503))
    assert trace.waypoints == (Point(58.3005, 14.5005),)
    assert not {"Kim", "Kvällsrunda", "2025", "Telefon"} & set(repr(trace).split())
    assert "Kim" not in repr(trace)
    assert "2025" not in repr(trace)


@pytest.mark.parametrize(
    "head",
    [
        '<gpx xmlns="http://www.topografix.com/GPX/1/0">',
        "<gpx>",
        '<p:gpx xmlns:p="http://www.topografix.com/GPX/1/1" xmlns="http://www.topografix.com/GPX/1/1">',
    ],
)
def test_older_and_careless_files_are_read(head: str) -> None:
    data = file_of(TRACK, head).replace(b"</gpx>", b"</p:gpx>" if b"p:gpx" in head.encode() else b"</gpx>")
    assert len(gpx.read(data, "rutt.gpx").route) == 3


def test_a_planned_route_is_read_when_there_is_no_track() -> None:
    body = '<rte><rtept lat="58.3" lon="14.5"/><rtept lat="58.4" lon="14.6"/></rte>'
    assert gpx.read(file_of(body), "rutt.gpx").route == (Point(58.3, 14.5), Point(58.4, 14.6))


BOMB = '<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><gpx>&b;</gpx>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (BOMB.encode(), "rutt.gpx:1: GPX-filen innehåller <!DOCTYPE, som inte tas emot."),
        (BOMB.encode("utf-16"), "rutt.gpx:1: GPX-filen innehåller <!DOCTYPE, som inte tas emot."),
        (file_of(TRACK)[:-60], "rutt.gpx:7: GPX-filen är trasig eller avklippt."),
        (b"", "rutt.gpx:1: GPX-filen är trasig eller avklippt."),
        (b"\x89PNG\r\n", "rutt.gpx:1: GPX-filen är trasig eller avklippt."),
        (b"<kml><Placemark/></kml>", "rutt.gpx:1: Filen är ingen GPX-fil."),
        (b'<gpx xmlns="http://example.org/annat"/>', "rutt.gpx:1: Filen är ingen GPX-fil."),
        (file_of("<trk><trkseg/></trk>"), "rutt.gpx: GPX-filen har ingen rutt."),
        (file_of('<wpt lat="58.3" lon="14.5"/>'), "rutt.gpx: GPX-filen har ingen rutt."),
        (file_of('\n<trkpt lat="58.3"/>'), "rutt.gpx:2: En punkt i GPX-filen saknar lat eller lon."),
        (file_of('<trkpt lat="norr" lon="14"/>'), "rutt.gpx:1: En punkt i GPX-filen saknar lat eller lon."),
        (
            file_of('<trkpt lat="0" lon="0"/>'),
            "rutt.gpx:1: GPX-filen: Koordinaterna är 0 och 0, en punkt i havet utanför Afrika.",
        ),
        (b" " * (gpx.MAX_BYTES + 1), "rutt.gpx: GPX-filen är för stor (20 MB, högst 20 MB)."),
    ],
)
def test_each_broken_file_gets_its_own_sentence(data: bytes, told: str) -> None:
    with pytest.raises(DataError) as error:
        gpx.read(data, "rutt.gpx")
    assert str(error.value).splitlines()[0] == told
    assert all(problem.mend for problem in error.value.problems)


def line(*longitudes: float) -> tuple[Point, ...]:
    return tuple(Point(58.3, longitude) for longitude in longitudes)


def test_the_way_from_and_to_somebodys_home_is_cut_off() -> None:
    recorded = line(14.400, 14.450, 14.499, 14.5, 14.6, 14.7, 14.701, 14.8)
    assert gpx.cropped(recorded, line(14.5, 14.7), margin=80) == line(14.499, 14.5, 14.6, 14.7, 14.701)


def test_a_recording_that_never_meets_a_stop_gives_nothing() -> None:
    assert gpx.cropped(line(14.4, 14.5), ()) == ()
    assert gpx.cropped(line(14.4, 14.5), line(14.6)) == ()


def test_a_route_goes_straight_across_a_circle_and_by_the_exact_places_in_it() -> None:
    there, out, aside = Point(58.3, 14.49), Point(58.3, 14.51), Point(58.3007, 14.5)
    route, circle = (there, Point(58.3, 14.5), aside, Point(58.3, 14.5), out), (Point(58.3, 14.5), 80.0)
    assert gpx.smoothed(gpx.skirted(route, [circle])) == (there, out)
    by_the_place = gpx.smoothed(gpx.skirted(route, [circle], [aside]))
    assert (by_the_place[0], by_the_place[-1]) == (there, out)
    assert aside in by_the_place
    assert all(metres_between(one, circle[0]) > 80 or one == aside for one in by_the_place)
    assert gpx.skirted(route, []) == route


def test_no_way_to_a_hidden_circle_is_left() -> None:
    """Two straight ways that stop at its edge would meet, drawn out, at what it hides."""
    out, circle = Point(58.302, 14.51), (Point(58.3, 14.5), 80.0)
    assert gpx.avoided((Point(58.3, 14.49), Point(58.3, 14.5), out), [circle]) == (Point(58.3, 14.49), out)


wanderings = st.lists(
    st.builds(Point, st.floats(58.30, 58.31), st.floats(14.50, 14.52)), min_size=2, max_size=80
)


@settings(max_examples=50)
@given(wanderings)
def test_a_smoothed_route_keeps_its_ends_and_points_of_the_recording(route: list[Point]) -> None:
    short = gpx.smoothed(route)
    assert (short[0], short[-1]) == (route[0], route[-1])
    assert set(short) <= set(route)
    assert gpx.smoothed(()) == ()


def test_a_straight_walk_with_a_shaking_hand_becomes_two_points() -> None:
    shaking = [Point(58.3 + (0.00002 if step % 2 else 0), 14.5 + step * 0.0001) for step in range(101)]
    assert gpx.smoothed(shaking) == (shaking[0], shaking[-1])
    corner = [*shaking, Point(58.301, 14.51)]
    assert len(gpx.smoothed(corner)) == 3
    assert metres_between(corner[-2], corner[-1]) > gpx.TOLERANCE
