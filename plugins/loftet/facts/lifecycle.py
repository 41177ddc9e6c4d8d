"""Where a promise is in its life: by its dates, its successor and its decided events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loftet.facts.as_of import AsOf
from loftet.model.dates import FuzzyDate
from loftet.model.promise import Promise, PromiseEvent
from loftet.model.words import Lifecycle, LifecycleEvent


@dataclass(frozen=True)
class LifeStage:
    """The stage a promise is in: since when, until when it holds, and what decided it."""

    stage: Lifecycle
    since: date | None = None
    until: date | None = None
    event: PromiseEvent | None = None
    successor: Promise | None = None


def last_day_of(promise: Promise, today: date) -> date | None:
    """Give the last day that a promise holds, as extended up to today; None when none is stated."""
    extensions = [one.until.last for one in events_of(promise, today) if one.until]
    signed = promise.period.last if promise.period else None
    return extensions[-1] if extensions else signed


def events_of(promise: Promise, today: date) -> list[PromiseEvent]:
    """Give the decided events of a promise up to a day, oldest first; one without a day first of all."""
    known = [one for one in promise.events if one.date is None or one.date.last <= today]
    return sorted(known, key=lambda one: one.date.last if one.date else date.min)


def life_stage(as_of: AsOf, promise: Promise) -> LifeStage:
    """Give a promise's stage today; a period that is not stated never ends (rule 10)."""
    ending = _ending(as_of, promise)
    if ending:
        return ending
    last, first = last_day_of(promise, as_of.today), promise.period.first if promise.period else None
    if first is None and last is None:
        return LifeStage(Lifecycle.NOT_STATED, _signed(promise.signed))
    if first and as_of.today < first:
        return LifeStage(Lifecycle.SIGNED, _signed(promise.signed), last)
    if last and as_of.today > last:
        return LifeStage(Lifecycle.ENDED, last, last)
    extended = [one for one in events_of(promise, as_of.today) if one.kind is LifecycleEvent.EXTENDED]
    if extended:
        return LifeStage(Lifecycle.EXTENDED, _signed(extended[-1].date), last, extended[-1])
    return LifeStage(Lifecycle.IN_FORCE, first, last)


def _signed(when: FuzzyDate | None) -> date | None:
    return when.last if when else None


def _ending(as_of: AsOf, promise: Promise) -> LifeStage | None:
    for event in reversed(events_of(promise, as_of.today)):
        if event.kind is LifecycleEvent.WITHDRAWN:
            return LifeStage(Lifecycle.WITHDRAWN, _signed(event.date), _signed(event.date), event)
        if event.kind is LifecycleEvent.ENDED:
            return LifeStage(Lifecycle.ENDED, _signed(event.date), _signed(event.date), event)
    successor = as_of.successors.get(promise.id)
    begun = _beginning(successor) if successor else None
    if successor and begun and begun <= as_of.today:
        return LifeStage(Lifecycle.REPLACED, begun, last_day_of(promise, as_of.today), successor=successor)
    return None


def _beginning(promise: Promise) -> date | None:
    stated = promise.period.first if promise.period else None
    return stated or (promise.signed.first if promise.signed else None)
