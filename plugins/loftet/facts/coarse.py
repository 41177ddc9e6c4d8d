"""What the public may know of where things are: every position as exact as its class, and no dwelling as a point.

Done once, where the public register is made, so that no page, map, picture or data file can hold anything finer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Protocol, TypeVar

from loftet.geo.coordinates import DECIMALS, CoordinateFault
from loftet.geo.positions import point_of
from loftet.geo.precision import coarsened
from loftet.model.place import Area, Position
from loftet.model.promise import Measure, MeasureBody, Promise
from loftet.model.register import Register
from loftet.model.walk import Observation, SafetyWalk
from loftet.model.words.places import PlacePrecision

_FROM_FINE = (PlacePrecision.POINT, PlacePrecision.STREET, PlacePrecision.AREA)

Dwellings = frozenset[tuple[str, str]]
"""The stops at somebody's home, as (walk, name of the stop): see `stop_key`."""


class _WithPosition(Protocol):
    @property
    def position(self) -> Position | None: ...


One = TypeVar("One")


def stop_key(name: str | None) -> str:
    """Give the number or id of a stop as it is compared."""
    return (name or "").strip().lower()


def as_public(register: Register) -> Register:
    """Give a register in which every position is as coarse as its class, or as the setting says for a dwelling.

    A measure that comes from a stop at a dwelling is at that dwelling too. A position that cannot be meant is left
    out: a judge tells of it. Done twice it is the same.
    """
    home = PlacePrecision(register.municipality.settings.dwelling_precision.value)
    homes = frozenset(_dwellings(register.walks.values()))
    measured = _changed(register.measures, lambda one: _measure(one, home, homes))
    return replace(
        register,
        walks=_changed(register.walks, lambda one: _walk(one, home)),
        measures=measured,
        promises=_changed(register.promises, lambda one: _promise(one, home, homes)),
        areas=_changed(register.areas, _area),
    )


def is_at_home(measure: MeasureBody, homes: Dwellings) -> bool:
    """Tell whether a measure is at a dwelling: it says so, or a stop that it comes from does."""
    return measure.at_home or any(
        (one.walk or "", stop_key(one.stop)) in homes for one in measure.comes_from if one.stop
    )


def _dwellings(walks: Iterable[SafetyWalk]) -> Iterable[tuple[str, str]]:
    for walk in walks:
        for stop in walk.stops:
            if stop.at_home:
                yield from ((walk.id, stop_key(name)) for name in (stop.number, stop.id) if name)


def _changed(records: Mapping[str, One], change: Callable[[One], One]) -> Mapping[str, One]:
    return {name: change(one) for name, one in records.items()}


def _walk(walk: SafetyWalk, home: PlacePrecision) -> SafetyWalk:
    stops = tuple(_stop(one, home) for one in walk.stops)
    same = all(new is old for new, old in zip(stops, walk.stops, strict=True))
    return walk if same else walk.model_copy(update={"stops": stops})


def _stop(stop: Observation, home: PlacePrecision) -> Observation:
    position = _shown(stop, home if stop.at_home else PlacePrecision.POINT)
    return stop if position is stop.position else stop.model_copy(update={"position": position})


def _measure(measure: Measure, home: PlacePrecision, homes: Dwellings) -> Measure:
    position = _shown(measure, home if is_at_home(measure, homes) else PlacePrecision.POINT)
    return measure if position is measure.position else measure.model_copy(update={"position": position})


def _promise(promise: Promise, home: PlacePrecision, homes: Dwellings) -> Promise:
    nested = tuple(
        one.model_copy(
            update={"position": _shown(one, home if is_at_home(one, homes) else PlacePrecision.POINT)}
        )
        for one in promise.measures
    )
    return promise.model_copy(update={"measures": nested}) if nested else promise


def _area(area: Area) -> Area:
    position = _shown(area, PlacePrecision.POINT)
    return area if position is area.position else area.model_copy(update={"position": position})


def _shown(placed: _WithPosition, least: PlacePrecision) -> Position | None:
    """Give the position that may be shown, itself where it holds nothing finer than that already."""
    position = placed.position
    if position is None:
        return None
    precision = max(position.precision, least, key=_FROM_FINE.index)
    try:
        point = coarsened(point_of(position), precision)
    except CoordinateFault:
        return None
    shown = (_degrees(point.lat), _degrees(point.lon))
    if precision is position.precision and shown == (position.lat, position.lon):
        return position
    stated = {"lat": shown[0], "lon": shown[1], "sweref": None, "precision": precision}
    return position.model_copy(update=stated)


def _degrees(value: float) -> Decimal:
    return Decimal(f"{value:.{DECIMALS}f}")
