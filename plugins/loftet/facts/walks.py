"""What follows from the walks together: their order, what became of a planned one, the same place again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from loftet.facts.as_of import AsOf
from loftet.geo.coordinates import Point, metres_between
from loftet.geo.positions import point_of
from loftet.model.walk import Observation, SafetyWalk
from loftet.model.words.places import PlacePrecision
from loftet.model.words.walks import WalkPhase
from loftet.wording import fold

NEAR = 100.0
"""Metres within which two stops of the same name are taken as the same place."""

Seen = tuple[SafetyWalk, Observation]
"""A stop with the walk that it belongs to."""


def is_to_come(as_of: AsOf, walk: SafetyWalk) -> bool:
    """Tell whether a planned walk can still be joined: its last possible day is today, later or not stated."""
    return walk.phase is WalkPhase.PLANNED and not is_unreported(as_of, walk)


def is_unreported(as_of: AsOf, walk: SafetyWalk) -> bool:
    """Tell whether the day of a planned walk has passed and nothing is said of whether it was held (rule 3)."""
    return walk.phase is WalkPhase.PLANNED and walk.date is not None and as_of.today > walk.date.last


@dataclass(frozen=True)
class Walks:
    """Every public walk; each index is made once."""

    as_of: AsOf

    @cached_property
    def by_date(self) -> tuple[SafetyWalk, ...]:
        """Give every walk, the oldest first; those without a date first of all."""
        return tuple(sorted(self.as_of.public.walks.values(), key=_when))

    def moved_here(self, walk: SafetyWalk) -> tuple[SafetyWalk, ...]:
        """Give the walks that were moved or called off in favour of this one, the oldest first."""
        return self._moved_to.get(walk.id, ())

    @cached_property
    def _moved_to(self) -> Mapping[str, tuple[SafetyWalk, ...]]:
        return _grouped((one.moved_to, one) for one in self.by_date if one.moved_to)

    def others_here(self, walk: SafetyWalk) -> tuple[SafetyWalk, ...]:
        """Give the other walks that share an area or a title with this one, the newest first."""
        keys = self._whereabouts[walk.id]
        found = {one.id: one for key in keys for one in self._at[key] if one.id != walk.id}
        return tuple(sorted(found.values(), key=_when, reverse=True))

    @cached_property
    def _at(self) -> Mapping[str, tuple[SafetyWalk, ...]]:
        return _grouped((key, one) for one in self.by_date for key in self._whereabouts[one.id])

    @cached_property
    def _whereabouts(self) -> Mapping[str, frozenset[str]]:
        return {one.id: _whereabouts(one) for one in self.by_date}

    def same_place(self, walk: SafetyWalk, stop: Observation) -> tuple[Seen, ...]:
        """Give the stops of other walks at the same place, the oldest first.

        The same place has the same name (case, dots and hyphens apart) on walks that share an area or a title,
        or within NEAR metres. A name alone is not enough: every district has its school yard.
        """
        named = self._by_place[fold(stop.place)]
        here, point = self._whereabouts[walk.id], _exact_point(stop)
        return tuple(
            (other, one)
            for other, one, there in named
            if other.id != walk.id and (here & self._whereabouts[other.id] or _are_near(point, there))
        )

    @cached_property
    def _by_place(self) -> Mapping[str, tuple[tuple[SafetyWalk, Observation, Point | None], ...]]:
        return _grouped(
            (fold(stop.place), (walk, stop, _exact_point(stop)))
            for walk in self.by_date
            for stop in walk.stops
        )


Thing = TypeVar("Thing")


def _grouped(pairs: Iterable[tuple[str, Thing]]) -> dict[str, tuple[Thing, ...]]:
    found: dict[str, list[Thing]] = {}
    for key, thing in pairs:
        found.setdefault(key, []).append(thing)
    return {key: tuple(things) for key, things in found.items()}


def _when(walk: SafetyWalk) -> tuple[date, date, str]:
    return (walk.date.last, walk.date.first, walk.id) if walk.date else (date.min, date.min, walk.id)


def _whereabouts(walk: SafetyWalk) -> frozenset[str]:
    return frozenset((*(f"område {id}" for id in walk.areas), f"titel {fold(walk.title)}"))


def _exact_point(stop: Observation) -> Point | None:
    exact = stop.position is not None and stop.position.precision is PlacePrecision.POINT
    return point_of(stop.position) if stop.position and exact else None


def _are_near(one: Point | None, other: Point | None) -> bool:
    return one is not None and other is not None and metres_between(one, other) <= NEAR
