"""How long a stop has waited, against what the municipality itself aims at and what the protocol promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loftet.facts.as_of import AsOf
from loftet.facts.silence import months_after
from loftet.facts.stops import stop_standing
from loftet.model.statuses import StopStatus
from loftet.model.walk import Observation, SafetyWalk

_UNMENDED = {StopStatus.WAITING, StopStatus.PLANNED, StopStatus.ONGOING}


@dataclass(frozen=True)
class ServiceGoal:
    """A service goal for one stop: so many months after the last day of the walk's stated precision.

    `due` is the last day of the goal, `passed` tells that it is over while the stop still needs it.
    """

    months: int
    due: date
    passed: bool


def answer_goal(as_of: AsOf, walk: SafetyWalk, stop: Observation) -> ServiceGoal | None:
    """Give the goal for an answer (setting `svar_inom_månader`) of a stop that waits.

    None for a stop that does not wait, a walk without a date, or a municipality without the goal.
    """
    waits = stop_standing(as_of, walk, stop).status is StopStatus.WAITING
    return _goal(as_of, walk, as_of.public.municipality.settings.answer_months) if waits else None


def mending_goal(as_of: AsOf, walk: SafetyWalk, stop: Observation) -> ServiceGoal | None:
    """Give the goal for the work to be done (setting `åtgärdat_inom_månader`) of a stop where work remains.

    None for a stop that is mended, answered or works well, and where `answer_goal` gives None too.
    """
    remains = stop_standing(as_of, walk, stop).status in _UNMENDED
    return _goal(as_of, walk, as_of.public.municipality.settings.mended_months) if remains else None


def _goal(as_of: AsOf, walk: SafetyWalk, months: int | None) -> ServiceGoal | None:
    if months is None or walk.date is None:
        return None
    due = months_after(walk.date.last, months)
    return ServiceGoal(months, due, as_of.today > due)


def is_past_promise(as_of: AsOf, walk: SafetyWalk, stop: Observation) -> bool:
    """Tell whether the time that the protocol promised for a stop is over while work remains."""
    remains = stop_standing(as_of, walk, stop).status in _UNMENDED
    return remains and stop.due is not None and as_of.today > stop.due.last


def unanswered_past_goal(as_of: AsOf, walk: SafetyWalk) -> tuple[Observation, ...]:
    """Give the stops of a walk that still wait when the goal for an answer has passed."""
    return tuple(one for one in walk.stops if (goal := answer_goal(as_of, walk, one)) and goal.passed)


def unmended_past_goal(as_of: AsOf, walk: SafetyWalk) -> tuple[Observation, ...]:
    """Give the stops of a walk where work remains when the goal for the work has passed."""
    return tuple(one for one in walk.stops if (goal := mending_goal(as_of, walk, one)) and goal.passed)
