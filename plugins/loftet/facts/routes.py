"""The routes of walks as far as they may be shown: neither anybody's way home nor what a stop's circle hides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from loftet.geo import gpx
from loftet.geo.coordinates import Point
from loftet.geo.positions import point_of
from loftet.geo.precision import RADIUS_OF, coarsened
from loftet.model.register import Register
from loftet.model.walk import Observation, SafetyWalk
from loftet.model.words.places import PlacePrecision
from loftet.model.words.walks import WalkPhase

MARGIN = 50.0
"""Metres of a recorded route that are shown beyond the outermost stop."""

_CROPPED_BY = (PlacePrecision.POINT, PlacePrecision.STREET)
"""Places known well enough to tell where the walk began and ended."""

Circle: TypeAlias = tuple[Point, float]
"""A middle and its metres."""


def routes(public: Register) -> dict[str, tuple[Point, ...]]:
    """Give the route of every walk that has one which may be shown, by the walk's id, simplified to 5 m.

    A recording often begins and ends at somebody's home, so it is cut at the outermost stops, and without
    stops on the map nothing of it is shown. A planned walk's route is an invitation and is shown whole. Where a
    stop is known as a street or an area neither is drawn as it went: a turn in at a gate would tell what the
    stop's own circle hides. Past a dwelling on any walk not even the ways to the circle are.
    """
    homes = _circles(stop for walk in public.walks.values() for stop in walk.stops if stop.at_home)
    return {
        walk.id: _shown(gpx.read(public.maps[walk.route], walk.route).route, walk, homes)
        for walk in public.walks.values()
        if walk.route and walk.route in public.maps
    }


def _shown(recorded: tuple[Point, ...], walk: SafetyWalk, homes: Sequence[Circle]) -> tuple[Point, ...]:
    kept = recorded if walk.phase is WalkPhase.PLANNED else _walked(recorded, walk)
    away = gpx.avoided(gpx.smoothed(kept), homes)
    return gpx.smoothed(gpx.skirted(away, _circles(walk.stops), _published(walk.stops, PlacePrecision.POINT)))


def _walked(recorded: tuple[Point, ...], walk: SafetyWalk) -> tuple[Point, ...]:
    """Cut a recording to the stops as exactly as they are published, so that its ends tell no more than they do."""
    pieces = [
        gpx.cropped(recorded, _published(walk.stops, precision), MARGIN + RADIUS_OF[precision])
        for precision in _CROPPED_BY
    ]
    kept = [piece for piece in pieces if piece]
    if not kept:
        return ()
    first = min(recorded.index(piece[0]) for piece in kept)
    last = max(len(recorded) - recorded[::-1].index(piece[-1]) for piece in kept)
    return recorded[first:last]


def _circles(stops: Iterable[Observation]) -> list[Circle]:
    """Give the circle of each stop that is not exactly known, as it is published: its middle, and its metres."""
    rough = (PlacePrecision.STREET, PlacePrecision.AREA)
    return [(middle, RADIUS_OF[one]) for one in rough for middle in _published(stops, one)]


def _published(stops: Iterable[Observation], precision: PlacePrecision) -> list[Point]:
    known = [stop.position for stop in stops if stop.position]
    return [coarsened(point_of(one), precision) for one in known if one.precision is precision]
