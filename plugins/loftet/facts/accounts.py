"""What a follow-up accounts for: which promises, who reported and who did not, and what it passes over (rule 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from loftet.facts.as_of import AsOf
from loftet.facts.changes import edition
from loftet.facts.lifecycle import life_stage
from loftet.facts.status import commitment_standing, measure_standing
from loftet.facts.subjects import Subject, of_commitment, of_measure, of_promise, subject
from loftet.model.follow_up import FollowUp
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.register import Register
from loftet.model.statuses import CommitmentStatus, Lifecycle, MeasureStatus
from loftet.model.words.promises import PartyRole

_HOLDS = (Lifecycle.IN_FORCE, Lifecycle.EXTENDED, Lifecycle.NOT_STATED)
_SETTLED = (
    CommitmentStatus.KEPT,
    CommitmentStatus.NOT_KEPT,
    CommitmentStatus.NOT_DONE,
    CommitmentStatus.MOVED,
)
_OVER = (MeasureStatus.DONE, MeasureStatus.NOT_DONE, MeasureStatus.HANDED_OVER, MeasureStatus.MOVED)


def in_force(as_of: AsOf, follow_up: FollowUp) -> tuple[Promise, ...]:
    """Give the promises that held the day a follow-up's figures hold for; one of unknown period never ends."""
    day = as_of.at(as_of.holds_on(follow_up))
    return tuple(
        one
        for one in as_of.public.promises.values()
        if life_stage(day, one).stage in _HOLDS and not (one.signed and one.signed.first > day.today)
    )


def covered(as_of: AsOf, follow_up: FollowUp) -> tuple[Promise, ...]:
    """Give the promises that a follow-up accounts for: those it names, else those it speaks of, else all in force."""
    promises = as_of.public.promises
    named = [promises[id] for id in follow_up.promises if id in promises]
    spoken = set(_promises_spoken_of(as_of, follow_up))
    return tuple(named or [promises[id] for id in promises if id in spoken] or in_force(as_of, follow_up))


def left_out(as_of: AsOf, follow_up: FollowUp) -> tuple[Promise, ...]:
    """Give the promises in force that a follow-up is not about, as it was known when it became public."""
    then = edition(as_of, follow_up)
    about = covered(then, follow_up)
    return tuple(one for one in in_force(then, follow_up) if one not in about)


def _promises_spoken_of(as_of: AsOf, follow_up: FollowUp) -> Iterable[str]:
    for about in _subjects(as_of, follow_up):
        if about.kind != "atgard":
            yield about.key.partition("/")[0]
        elif promise := as_of.promise_of(as_of.public.measures[about.key]):
            yield promise.id


def _subjects(as_of: AsOf, follow_up: FollowUp) -> set[Subject]:
    found = (subject(as_of.public, entry.about) for entry in follow_up.entries)
    return {one for one in found if one}


@dataclass(frozen=True)
class Reporting:
    """Who reported and who did not: ids of parties.

    `absent` are the signatories of the promises accounted for that did not report, themselves or through a party
    that is part of them. It is None where it cannot be told: the source names no reporter, or no signatory.
    """

    reported: tuple[str, ...]
    absent: tuple[str, ...] | None


def reporting(as_of: AsOf, follow_up: FollowUp) -> Reporting:
    """Give who reported to a follow-up and who did not."""
    signed = dict.fromkeys(
        one.party
        for promise in covered(as_of, follow_up)
        for one in promise.parties
        if one.role is PartyRole.SIGNS
    )
    if not follow_up.reporting or not signed:
        return Reporting(follow_up.reporting, None)
    heard = {whole for id in follow_up.reporting for whole in wholes(as_of.public, id)}
    return Reporting(follow_up.reporting, tuple(id for id in signed if id not in heard))


def wholes(register: Register, party: str) -> tuple[str, ...]:
    """Give a party and every party that it is part of, nearest first."""
    found: list[str] = []
    while party and party not in found:
        found.append(party)
        known = register.parties.get(party)
        party = (known.part_of or "") if known else ""
    return tuple(found)


@dataclass(frozen=True)
class PassedOver:
    """What a follow-up does not mention of a promise that it is about; `wholly` when it mentions nothing of it.

    What an earlier follow-up has settled is left out. A measure is passed over for itself: what is said of its
    commitment, or of another measure there, says nothing of it.
    """

    promise: Promise
    commitments: tuple[Commitment, ...]
    measures: tuple[Measure, ...]
    wholly: bool


def passed_over(as_of: AsOf, follow_up: FollowUp) -> tuple[PassedOver, ...]:
    """Give what a follow-up does not mention of the promises that it accounts for.

    A commitment is mentioned when an entry is about it or about a measure of it. Told as it was known when the
    follow-up became public.
    """
    then = edition(as_of, follow_up)
    spoken = _subjects(then, follow_up)
    told = (_passed_over(then, promise, spoken) for promise in covered(then, follow_up))
    return tuple(one for one in told if one.commitments or one.measures)


def _passed_over(as_of: AsOf, promise: Promise, spoken: set[Subject]) -> PassedOver:
    silent = tuple(own for own in promise.commitments if not _mentioned(as_of, promise, own, spoken))
    measures = as_of.measures_of_promise(promise)
    quiet = tuple(one for one in measures if of_measure(one) not in spoken)
    wholly = len(silent) == len(promise.commitments) and len(quiet) == len(measures)
    return PassedOver(
        promise,
        tuple(own for own in silent if commitment_standing(as_of, promise, own).status not in _SETTLED),
        tuple(one for one in quiet if measure_standing(as_of, one).status not in _OVER),
        wholly=wholly and of_promise(promise) not in spoken,
    )


def _mentioned(as_of: AsOf, promise: Promise, own: Commitment, spoken: set[Subject]) -> bool:
    measures = as_of.measures_of_commitment(promise, own)
    return of_commitment(promise, own) in spoken or any(of_measure(one) in spoken for one in measures)


def left_unmentioned(as_of: AsOf, follow_up: FollowUp) -> tuple[Subject, ...]:
    """Give each commitment and measure that a follow-up passes over, as `passed_over` tells them."""
    found: list[Subject] = []
    for one in passed_over(as_of, follow_up):
        found += [of_commitment(one.promise, own) for own in one.commitments]
        found += [of_measure(measure) for measure in one.measures]
    return tuple(found)
