"""Where a promise is in its life: by its dates, its successor and its decided events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loftet.facts.as_of import AsOf
from loftet.model.dates import FuzzyDate
from loftet.model.promise import Commitment, Promise, PromiseEvent
from loftet.model.statuses import Lifecycle
from loftet.model.words.promises import LifecycleEvent


@dataclass(frozen=True)
class LifeStage:
    """The stage a promise is in: since when, until when it holds, and what decided it."""

    stage: Lifecycle
    since: date | None = None
    until: date | None = None
    event: PromiseEvent | None = None
    successor: Promise | None = None


def last_day_of(promise: Promise, today: date) -> date | None:
    """Give the last day that a promise holds, as extended up to today; None when none is stated.

    An extension that does not say until when leaves the end open: nothing is guessed.
    """
    moved = [one for one in _of_whole(promise, today) if one.until or one.kind is LifecycleEvent.EXTENDED]
    if moved:
        return _last(moved[-1].until)
    return promise.period.last if promise.period else None


def events_of(promise: Promise, today: date) -> list[PromiseEvent]:
    """Give the decided events of a promise and its commitments up to a day, oldest first; one without a day first."""
    known = [one for one in promise.events if one.date is None or one.date.last <= today]
    return sorted(known, key=lambda one: one.date.last if one.date else date.min)


def _of_whole(promise: Promise, today: date) -> list[PromiseEvent]:
    return [one for one in events_of(promise, today) if one.commitment is None]


def life_stage(as_of: AsOf, promise: Promise) -> LifeStage:
    """Give a promise's stage today; a period that is not stated never ends (rule 10)."""
    ending = _ending(as_of, promise)
    if ending:
        return ending
    last, first = last_day_of(promise, as_of.today), promise.period.first if promise.period else None
    extended = [one for one in _of_whole(promise, as_of.today) if one.kind is LifecycleEvent.EXTENDED]
    if first is None and last is None and not extended:
        return LifeStage(Lifecycle.NOT_STATED, _last(promise.signed))
    if first and as_of.today < first:
        return LifeStage(Lifecycle.SIGNED, _last(promise.signed), last)
    if last and as_of.today > last:
        return LifeStage(Lifecycle.ENDED, last, last)
    if extended:
        return LifeStage(Lifecycle.EXTENDED, _last(extended[-1].date), last, extended[-1])
    return LifeStage(Lifecycle.IN_FORCE, first, last)


def _last(when: FuzzyDate | None) -> date | None:
    return when.last if when else None


def events_about(promise: Promise, commitment: Commitment, today: date) -> list[PromiseEvent]:
    """Give the decided events of one commitment up to a day, oldest first."""
    return [one for one in events_of(promise, today) if one.commitment == commitment.id]


def decided_end(as_of: AsOf, promise: Promise, commitment: Commitment) -> PromiseEvent | None:
    """Give the decision that took a commitment out of its promise; None while it stands, or stands again."""
    decided = events_about(promise, commitment, as_of.today)
    turns = [one for one in decided if one.kind in _GONE or one.kind in _STANDS_AGAIN]
    return turns[-1] if turns and turns[-1].kind in _GONE else None


_GONE = (
    LifecycleEvent.STRUCK,
    LifecycleEvent.WITHDRAWN,
    LifecycleEvent.CARRIED_OVER,
    LifecycleEvent.REPLACED,
)
_STANDS_AGAIN = (LifecycleEvent.EXTENDED, LifecycleEvent.ADDED)


_ENDS = {LifecycleEvent.WITHDRAWN: Lifecycle.WITHDRAWN, LifecycleEvent.ENDED: Lifecycle.ENDED}


def _ending(as_of: AsOf, promise: Promise) -> LifeStage | None:
    """Give the end that was decided, by the latest step or by a successor; None while the promise goes on."""
    for event in reversed(_of_whole(promise, as_of.today)):
        if event.kind is LifecycleEvent.EXTENDED:
            break
        stage, day = _ENDS.get(event.kind), _last(event.until or event.date)
        if stage and (day is None or event.until is None or day < as_of.today):
            return LifeStage(stage, day, day, event)
    successor = as_of.successors.get(promise.id)
    known = beginning(successor) if successor else None
    if successor and known and known <= as_of.today:
        since = successor.period.first if successor.period else None
        until = last_day_of(promise, as_of.today)
        return LifeStage(Lifecycle.REPLACED, since or known, until, successor=successor)
    return None


def beginning(promise: Promise) -> date | None:
    """Give the first day that a promise both holds for and is signed; None when neither day is stated."""
    first = promise.period.first if promise.period else None
    return max((day for day in (first, _last(promise.signed)) if day), default=None)
