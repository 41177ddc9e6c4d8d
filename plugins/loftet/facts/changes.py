"""What has changed since the last follow-up: computed from the data, never written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loftet.facts.as_of import AsOf, Said
from loftet.facts.status import (
    Deadline,
    Standing,
    commitment_standing,
    deadlines,
    measure_standing,
)
from loftet.facts.subjects import Subject, of_commitment, of_measure
from loftet.model.follow_up import FollowUp
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.words import CommitmentStatus, MeasureStatus, Status


@dataclass(frozen=True)
class Change:
    """What one follow-up changed about one thing: its status before and after, a moved deadline or target.

    `before` is None for what no earlier follow-up had looked at.
    """

    about: Subject
    title: str
    before: Status | None
    after: Status
    said: Said
    old_deadline: str = ""
    new_deadline: str = ""
    new_target: str = ""

    @property
    def status_changed(self) -> bool:
        """Tell whether the status word is another than before."""
        return self.before is not self.after


def previous(as_of: AsOf, follow_up: FollowUp) -> FollowUp | None:
    """Give the follow-up before one, among those published up to today; None for the first."""
    order = [one.id for one in as_of.follow_ups]
    place = order.index(follow_up.id) if follow_up.id in order else 0
    return as_of.follow_ups[place - 1] if place > 0 else None


def changes(as_of: AsOf, follow_up: FollowUp) -> tuple[Change, ...]:
    """Give what a follow-up changed, in the order of its entries; what it only confirmed is not a change."""
    told = [one for one in _all(as_of, follow_up) if one.status_changed or one.new_deadline or one.new_target]
    return tuple(told)


def mentioned(as_of: AsOf, follow_up: FollowUp) -> tuple[Change, ...]:
    """Give everything that a follow-up says about measures and commitments, changed or not."""
    return tuple(_all(as_of, follow_up))


def _all(as_of: AsOf, follow_up: FollowUp) -> Iterator[Change]:
    then = as_of.at(as_of.published_on(follow_up))
    earlier = previous(as_of, follow_up)
    before = as_of.at(as_of.published_on(earlier)) if earlier else None
    for measure in then.public.measures.values():
        said = _last_of(then.said_of_measure(measure), follow_up)
        if said:
            yield _measure_change(then, before, measure, said)
    for promise in then.public.promises.values():
        for own in promise.commitments:
            said = _last_of(then.said_of_commitment(promise, own), follow_up)
            if said:
                yield _commitment_change(then, before, (promise, own), said)


def _last_of(told: tuple[Said, ...], follow_up: FollowUp) -> Said | None:
    own = [one for one in told if one.follow_up.id == follow_up.id]
    return own[-1] if own else None


def _measure_change(then: AsOf, before: AsOf | None, measure: Measure, said: Said) -> Change:
    old: Standing[MeasureStatus] | None = measure_standing(before, measure) if before else None
    heard = before is not None and bool(before.said_of_measure(measure))
    moved = deadlines(measure.deadline, then.said_of_measure(measure))
    return Change(
        of_measure(measure),
        measure.title,
        old.status if old and heard else None,
        measure_standing(then, measure).status,
        said,
        *_moved(moved, said),
    )


def _commitment_change(
    then: AsOf, before: AsOf | None, pair: tuple[Promise, Commitment], said: Said
) -> Change:
    promise, own = pair
    old: Standing[CommitmentStatus] | None = commitment_standing(before, promise, own) if before else None
    heard = before is not None and bool(before.said_of_commitment(promise, own))
    moved = deadlines(own.deadline, then.said_of_commitment(promise, own))
    return Change(
        of_commitment(promise, own),
        own.text,
        old.status if old and heard else None,
        commitment_standing(then, promise, own).status,
        said,
        *_moved(moved, said),
    )


def _moved(stated: tuple[Deadline, ...], said: Said) -> tuple[str, str, str]:
    entry = said.entry
    words = [one.when.words for one in stated]
    new = entry.new_deadline.words if entry.new_deadline else entry.new_deadline_words or ""
    old = words[-2] if entry.new_deadline and len(words) > 1 else ""
    return old, new, entry.new_target or ""
