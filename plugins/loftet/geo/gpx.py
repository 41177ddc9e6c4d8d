"""The route of a walk from a GPX file: where it went, and nothing else.

A phone's file also tells who, when and with what. Only coordinates are read: times, names, notes and
heights are never looked at, so they cannot leak. The ends of a recording often lie at somebody's
home: `cropped` cuts them before publication.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from xml.parsers import expat

from loftet.geo.coordinates import METRES_PER_DEGREE, CoordinateFault, Point, metres_between
from loftet.geo.lines import simplified, spaced
from loftet.problems import DataError, Problem

MAX_BYTES = 20_000_000
"""The largest file that is read; a day's walk with one point a second is about 10 MB."""

TOLERANCE = 5.0
"""Metres that a simplified route may leave the recorded one."""

_CLOSE = 10.0
"""Metres between the points that a route is judged by."""

_PASSED = 25.0
"""Metres from a place within which a route is taken to have gone by it."""

NAMESPACES = ("http://www.topografix.com/GPX/1/0", "http://www.topografix.com/GPX/1/1")

RESAVE = "Spara rutten på nytt som GPX i appen."


@dataclass(frozen=True)
class Trace:
    """What a GPX file says about places: the route as recorded, and its waypoints in file order."""

    route: tuple[Point, ...]
    waypoints: tuple[Point, ...]


def read(data: bytes, file: str) -> Trace:
    """Read the coordinates of a GPX 1.0 or 1.1 file: its tracks, or its routes when it has no track.

    `file` is the path as the editor sees it. Raises DataError when the file is too large, declares
    a DOCTYPE, is not whole XML, is no GPX, has no route, or has a point outside Sweden.
    """
    if len(data) > MAX_BYTES:
        size = f"{len(data) // 1_000_000} MB, högst {MAX_BYTES // 1_000_000} MB"
        raise _refusal(file, f"GPX-filen är för stor ({size}).", "Spara bara vandringens rutt i filen.")
    reader = _PointReader(file)
    reader.parse(data)
    route = tuple(reader.points["trkpt"] or reader.points["rtept"])
    if len(route) < 2:
        raise _refusal(file, "GPX-filen har ingen rutt.", "Kontrollera att inspelningen var på. " + RESAVE)
    return Trace(route, tuple(reader.points["wpt"]))


def cropped(route: Sequence[Point], stops: Sequence[Point], margin: float = 50.0) -> tuple[Point, ...]:
    """Cut the ends of a route to the first and last point within `margin` metres of a stop.

    A route that never comes near a stop, or a walk without stops on the map, gives nothing: then it
    cannot be told which part of the recording was the walk.
    """

    def is_near(point: Point) -> bool:
        return any(metres_between(point, stop) <= margin for stop in stops)

    near = [index for index, point in enumerate(route) if is_near(point)]
    return tuple(route[near[0] : near[-1] + 1]) if near else ()


def avoided(route: Sequence[Point], hidden: Sequence[tuple[Point, float]]) -> tuple[Point, ...]:
    """Leave out the corners of a smoothed route that lie inside circles (a middle, metres), and the ways to them.

    A straight way that stops at a circle's edge points at what is inside; here nothing leads there.
    """
    return tuple(
        point for point in route if all(metres_between(point, middle) > radius for middle, radius in hidden)
    )


def skirted(
    route: Sequence[Point], hidden: Sequence[tuple[Point, float]], shown: Sequence[Point] = ()
) -> tuple[Point, ...]:
    """Draw a route straight across circles (a middle, metres), from where it went in to where it came out.

    On its way across it goes by the places of `shown` that it passed there, in the order it passed them.
    """

    def is_hidden(point: Point) -> bool:
        return any(metres_between(point, middle) <= radius for middle, radius in hidden)

    kept: list[Point] = []
    for across, points in groupby(_dense(route) if hidden else route, is_hidden):
        run = tuple(points)
        kept += _passed(run, shown) if across else run
    return tuple(kept)


def _dense(route: Sequence[Point]) -> tuple[Point, ...]:
    """Give a route with points between its own, so close that no circle is crossed between two of them."""
    east = METRES_PER_DEGREE * math.cos(math.radians(route[0].lat)) if route else 1.0
    places = spaced(_places(route, east), _CLOSE)
    return tuple(Point(up / METRES_PER_DEGREE, right / east) for right, up in places)


def _passed(points: Sequence[Point], shown: Sequence[Point]) -> list[Point]:
    """Give the places that some points of a route come near, in the route's order."""
    nearest = {
        place: min((metres_between(place, one), at) for at, one in enumerate(points)) for place in shown
    }
    met = sorted((at, place) for place, (metres, at) in nearest.items() if metres <= _PASSED)
    return [place for _, place in met]


def smoothed(route: Sequence[Point], tolerance: float = TOLERANCE) -> tuple[Point, ...]:
    """Simplify a route so that it leaves the recorded one by at most `tolerance` metres."""
    if not route:
        return ()
    east = METRES_PER_DEGREE * math.cos(math.radians(route[0].lat))
    plane = {(point.lon * east, point.lat * METRES_PER_DEGREE): point for point in route}
    return tuple(plane[place] for place in simplified([*_places(route, east)], tolerance))


def _places(route: Sequence[Point], east: float) -> list[tuple[float, float]]:
    return [(point.lon * east, point.lat * METRES_PER_DEGREE) for point in route]


def _refusal(file: str, what: str, mend: str, line: int = 0) -> DataError:
    return DataError([Problem(file, line, 0, what, mend)])


@dataclass
class _PointReader:
    """Hear the start of each element and keep the coordinates of points; no text is ever kept."""

    file: str
    points: dict[str, list[Point]] = field(default_factory=lambda: {"trkpt": [], "rtept": [], "wpt": []})
    seen_root: bool = False

    def parse(self, data: bytes) -> None:
        """Read the whole file, or raise DataError."""
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._element
        self._parser.StartDoctypeDeclHandler = self._doctype
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            raise _refusal(self.file, "GPX-filen är trasig eller avklippt.", RESAVE, error.lineno) from None

    def _doctype(self, *_: object) -> None:
        """Refuse before any entity can be declared, in whatever encoding the file is."""
        raise self._fault("GPX-filen innehåller <!DOCTYPE, som inte tas emot.")

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self.seen_root:
            self.seen_root = True
            if local != "gpx" or (space and space not in NAMESPACES):
                raise self._fault("Filen är ingen GPX-fil.")
        if local in self.points and (not space or space in NAMESPACES):
            self.points[local].append(self._point(attributes))

    def _point(self, attributes: dict[str, str]) -> Point:
        try:
            return Point(float(attributes["lat"]), float(attributes["lon"]))
        except CoordinateFault as fault:
            raise self._fault(f"GPX-filen: {fault.what}") from None
        except (KeyError, ValueError):
            raise self._fault("En punkt i GPX-filen saknar lat eller lon.") from None

    def _fault(self, what: str) -> DataError:
        return _refusal(self.file, what, RESAVE, self._parser.CurrentLineNumber)
