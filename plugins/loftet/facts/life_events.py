"""What was decided about a promise and its commitments, told on both promises that a decision ties together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loftet.facts.as_of import AsOf
from loftet.facts.lifecycle import beginning, events_of, last_day_of
from loftet.facts.subjects import promised
from loftet.model.dates import FuzzyDate
from loftet.model.promise import Commitment, Promise, PromiseEvent
from loftet.model.words.promises import LifecycleEvent
from loftet.wording import date_text

OTHER_SIDE = {LifecycleEvent.REPLACED: "ersätter", LifecycleEvent.CARRIED_OVER: "övertaget"}
"""What a decision is called on the promise that takes over: there it replaces, or has taken over."""


@dataclass(frozen=True)
class LifeEvent:
    """One decision as one promise tells it.

    `other` and `other_commitment` are the promise and commitment at the other end; `incoming` tells that this promise
    is the one that takes over. `decided` is what the editor wrote, None where a successor alone says it. `before` and
    `after` are the wordings, empty where there is none: what was struck has nothing after it.
    """

    kind: LifecycleEvent
    promise: Promise
    commitment: Commitment | None = None
    other: Promise | None = None
    other_commitment: Commitment | None = None
    incoming: bool = False
    decided: PromiseEvent | None = None
    when: FuzzyDate | None = None
    before: str = ""
    after: str = ""

    @property
    def word(self) -> str:
        """Give the decision's word as this promise tells it."""
        return OTHER_SIDE.get(self.kind, self.kind.value) if self.incoming else self.kind.value

    @property
    def day(self) -> date:
        """Give the day by which it is told in order; the first of days where none is known."""
        return self.when.last if self.when else date.min

    def touches(self, own: Commitment) -> bool:
        """Tell whether it is about a commitment of the promise that tells it."""
        return self.commitment is not None and self.commitment.id == own.id


def life_events(as_of: AsOf, promise: Promise) -> tuple[LifeEvent, ...]:
    """Give what was decided about a promise up to today, oldest first, what ties it to other promises included."""
    decided = [_decided(as_of, promise, one) for one in events_of(promise, as_of.today)]
    found = [*decided, *_taken_over(as_of, promise), *_succession(as_of, promise, decided)]
    return tuple(sorted(found, key=lambda one: one.day))


def life_events_of(as_of: AsOf, promise: Promise, own: Commitment) -> tuple[LifeEvent, ...]:
    """Give what was decided about one commitment up to today, oldest first."""
    return tuple(one for one in life_events(as_of, promise) if one.touches(own))


def _decided(as_of: AsOf, promise: Promise, event: PromiseEvent) -> LifeEvent:
    own = next((one for one in promise.commitments if one.id == event.commitment), None)
    other, carried = _aim(as_of, event) or (None, None)
    if event.kind is LifecycleEvent.REPLACED and own is None:
        other = as_of.successors.get(promise.id)
    before, after = _wordings(promise, own, other, carried, event)
    return LifeEvent(event.kind, promise, own, other, carried, False, event, event.date, before, after)


def _aim(as_of: AsOf, event: PromiseEvent) -> tuple[Promise, Commitment] | None:
    about = promised(as_of.public, event.carried_to) if event.carried_to else None
    return as_of.public.commitment(about.key) if about else None


def _taken_over(as_of: AsOf, promise: Promise) -> Iterator[LifeEvent]:
    """Give the commitments that other promises have carried over to this one, as this one tells it."""
    for other in as_of.public.promises.values():
        for event in events_of(other, as_of.today) if other is not promise else ():
            aim = _aim(as_of, event)
            if aim and aim[0].id == promise.id:
                told = _decided(as_of, other, event)
                yield LifeEvent(
                    event.kind,
                    promise,
                    aim[1],
                    other,
                    told.commitment,
                    True,
                    event,
                    event.date,
                    told.before,
                    told.after,
                )


def _succession(as_of: AsOf, promise: Promise, decided: list[LifeEvent]) -> Iterator[LifeEvent]:
    """Give that a promise was replaced, and that it replaces: the new names the old, the old tells the decision."""
    successor = as_of.successors.get(promise.id)
    stated = any(one.kind is LifecycleEvent.REPLACED and one.commitment is None for one in decided)
    if successor and not stated and _has_begun(as_of, successor):
        before, after = _whole(promise), _whole(successor)
        yield LifeEvent(
            LifecycleEvent.REPLACED,
            promise,
            other=successor,
            when=_start(successor),
            before=before,
            after=after,
        )
    old = as_of.public.promises.get(promise.replaces or "")
    if old and _has_begun(as_of, promise):
        said = [one for one in life_events_decided(as_of, old) if one.kind is LifecycleEvent.REPLACED]
        told = said[-1] if said else None
        yield LifeEvent(
            LifecycleEvent.REPLACED,
            promise,
            other=old,
            incoming=True,
            decided=told.decided if told else None,
            when=told.when if told else _start(promise),
            before=told.before if told else _whole(old),
            after=told.after if told else _whole(promise),
        )


def life_events_decided(as_of: AsOf, promise: Promise) -> list[LifeEvent]:
    """Give the decisions about a whole promise that its own record states, oldest first."""
    return [
        _decided(as_of, promise, one) for one in events_of(promise, as_of.today) if one.commitment is None
    ]


def _has_begun(as_of: AsOf, promise: Promise) -> bool:
    known = beginning(promise)
    return known is None or known <= as_of.today


def _start(promise: Promise) -> FuzzyDate | None:
    start = promise.period.start if promise.period else None
    return start or promise.signed


def _whole(promise: Promise) -> str:
    return promise.wording or ""


def _own(own: Commitment | None) -> str:
    return (own.wording or own.text) if own else ""


def _wordings(
    promise: Promise,
    own: Commitment | None,
    other: Promise | None,
    carried: Commitment | None,
    event: PromiseEvent,
) -> tuple[str, str]:
    """Give the wording before and after a decision: as stated, else what the records themselves say."""
    before, after = event.before or "", event.after or ""
    if event.kind is LifecycleEvent.EXTENDED and event.until:
        return before or _held_until(
            promise, own, event
        ), after or f"Gäller till {date_text(event.until.last)}"
    if event.kind in (LifecycleEvent.CARRIED_OVER, LifecycleEvent.REPLACED) and own:
        return before or _own(own), after or _own(carried)
    if event.kind is LifecycleEvent.REPLACED and other:
        return before or _whole(promise), after or _whole(other)
    if event.kind is LifecycleEvent.STRUCK:
        return before or _own(own), after
    if event.kind is LifecycleEvent.ADDED:
        return before, after or _own(own)
    return before, after


def _held_until(promise: Promise, own: Commitment | None, event: PromiseEvent) -> str:
    """Say until when it held the day before an extension; empty when no day is stated."""
    if own:
        return f"Gäller till {date_text(own.deadline.last)}" if own.deadline else ""
    earlier = promise.model_copy(update={"events": tuple(one for one in promise.events if one is not event)})
    last = last_day_of(earlier, event.date.last if event.date else date.max)
    return f"Gäller till {date_text(last)}" if last else ""
