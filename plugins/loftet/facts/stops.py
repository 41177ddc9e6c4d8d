"""What a stop of a walk is shown as: from its measures, else its answer (first match in the decision table)."""

from __future__ import annotations

from dataclasses import dataclass

from loftet.facts.as_of import AsOf
from loftet.facts.status import Standing, measure_standing
from loftet.model.dates import FuzzyDate
from loftet.model.promise import Measure
from loftet.model.statuses import MeasureStatus, StopStatus
from loftet.model.walk import JointAnswer, Observation, SafetyWalk
from loftet.model.words.walks import ObservationKind


@dataclass(frozen=True)
class StopStanding:
    """What a stop is shown as, with what it rests on: its measures or its answer (own or joint)."""

    status: StopStatus
    since: FuzzyDate | None = None
    measures: tuple[Measure, ...] = ()
    answers: tuple[JointAnswer, ...] = ()


_WORK_GOES_ON = {
    MeasureStatus.ONGOING,
    MeasureStatus.PARTLY,
    MeasureStatus.CONTINUOUS,
    MeasureStatus.ON_TRIAL,
    MeasureStatus.PAUSED,
}
_WORK_TO_COME = {
    MeasureStatus.PLANNED,
    MeasureStatus.NOT_FOLLOWED_UP,
    MeasureStatus.NOT_ASSESSED,
    MeasureStatus.UNTRACEABLE,
}
"""A measure is decided, and no more can be said of it."""


def stop_standing(as_of: AsOf, walk: SafetyWalk, stop: Observation) -> StopStanding:
    """Give what a stop is shown as today: from its measures, else its answer, else how long it has waited."""
    return as_of.once(_stop_standing, walk, stop)


def _stop_standing(as_of: AsOf, walk: SafetyWalk, stop: Observation) -> StopStanding:
    measures = as_of.measures_of_stop(walk, stop)
    answers = joint_answers(walk, stop)
    asks = stop.kind is not ObservationKind.POSITIVE
    answered = stop.answered or next((one.answered for one in answers if one.answered), None)
    if measures:
        status, since = _from_measures([measure_standing(as_of, one) for one in measures])
        is_answer = status is StopStatus.ANSWERED and answered
        return StopStanding(status, answered if is_answer else since, measures, answers)
    if stop.mended:
        return StopStanding(StopStatus.MENDED, walk.date, (), answers)
    if stop.answer or (answers and asks):
        return StopStanding(StopStatus.ANSWERED, answered, (), answers)
    if not asks:
        return StopStanding(StopStatus.POSITIVE, answers=answers)
    return StopStanding(StopStatus.WAITING, walk.date)


def _from_measures(standings: list[Standing[MeasureStatus]]) -> tuple[StopStatus, FuzzyDate | None]:
    """Give what becomes of a stop by all its measures: mended only when every one of them is done.

    Partly mended when some are done and nobody here goes on with the rest: it was handed over or will not be done.
    """
    beneath = {one.under or _beneath_late(one) for one in standings}
    since = max((day for one in standings if (day := _worked_since(one))), default=None)
    if beneath == {MeasureStatus.DONE}:
        return StopStatus.MENDED, since
    if MeasureStatus.DONE in beneath and not beneath & (_WORK_GOES_ON | _WORK_TO_COME):
        return StopStatus.PARTLY, since
    if beneath & _WORK_GOES_ON or (MeasureStatus.DONE in beneath and beneath & _WORK_TO_COME):
        return StopStatus.ONGOING, since
    if beneath & _WORK_TO_COME:
        return StopStatus.PLANNED, since
    return StopStatus.ANSWERED, since


def _beneath_late(standing: Standing[MeasureStatus]) -> MeasureStatus:
    return MeasureStatus.NOT_FOLLOWED_UP if standing.status is MeasureStatus.LATE else standing.status


def _worked_since(standing: Standing[MeasureStatus]) -> FuzzyDate | None:
    """Give since when something is said of a measure: the day it became late is not the day work began."""
    if standing.status is MeasureStatus.LATE:
        return standing.said.when if standing.said else None
    return standing.since


def joint_answers(walk: SafetyWalk, stop: Observation) -> tuple[JointAnswer, ...]:
    """Give the walk's answers that cover a stop, by its number or id or by one of its categories."""
    names = {name.strip().lower() for name in (stop.number, stop.id) if name}
    categories = {one.lower() for one in stop.categories}
    return tuple(
        answer
        for answer in walk.answers
        if names & {one.strip().lower() for one in answer.stops}
        or (not answer.stops and answer.category and answer.category.lower() in categories)
    )
