"""What a measure and a commitment are shown as: first match in the decision table of `domain.md`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile
from typing import Generic, TypeVar

from loftet.facts.as_of import AsOf, Said
from loftet.facts.lifecycle import decided_end
from loftet.facts.subjects import SubjectKind
from loftet.model.dates import FuzzyDate, exact_day
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.register import Register
from loftet.model.statuses import CommitmentStatus, MeasureStatus, Status
from loftet.model.words.follow_ups import Assessment
from loftet.model.words.promises import LifecycleEvent

_OF_MEASURE = {
    Assessment.PLANNED: MeasureStatus.PLANNED,
    Assessment.ONGOING: MeasureStatus.ONGOING,
    Assessment.CONTINUOUS: MeasureStatus.CONTINUOUS,
    Assessment.ON_TRIAL: MeasureStatus.ON_TRIAL,
    Assessment.PAUSED: MeasureStatus.PAUSED,
    Assessment.DONE: MeasureStatus.DONE,
    Assessment.PARTLY_DONE: MeasureStatus.PARTLY,
    Assessment.NOT_DONE: MeasureStatus.NOT_DONE,
    Assessment.HANDED_OVER: MeasureStatus.HANDED_OVER,
    Assessment.MOVED: MeasureStatus.MOVED,
    Assessment.UNTRACEABLE: MeasureStatus.UNTRACEABLE,
}
_OF_COMMITMENT = {
    Assessment.KEPT: CommitmentStatus.KEPT,
    Assessment.PARTLY_KEPT: CommitmentStatus.PARTLY,
    Assessment.PARTLY_DONE: CommitmentStatus.PARTLY,
    Assessment.NOT_KEPT: CommitmentStatus.NOT_KEPT,
    Assessment.UNTRACEABLE: CommitmentStatus.UNTRACEABLE,
    Assessment.NOT_DONE: CommitmentStatus.NOT_DONE,
    Assessment.MOVED: CommitmentStatus.MOVED,
    Assessment.HANDED_OVER: CommitmentStatus.MOVED,
    Assessment.PLANNED: CommitmentStatus.PLANNED,
    Assessment.ONGOING: CommitmentStatus.ONGOING,
    Assessment.CONTINUOUS: CommitmentStatus.CONTINUOUS,
    Assessment.ON_TRIAL: CommitmentStatus.ON_TRIAL,
    Assessment.PAUSED: CommitmentStatus.PAUSED,
}
MEASURE_WORDS = frozenset(_OF_MEASURE)
"""What a follow-up may say of a measure."""
COMMITMENT_WORDS = frozenset(_OF_COMMITMENT)
"""What a follow-up may say of a commitment."""


def said_status(kind: SubjectKind, assessment: Assessment | None) -> Status | None:
    """Give the status that a follow-up's word stands for, said of a thing of a kind."""
    if assessment is None:
        return None
    return _OF_MEASURE.get(assessment) if kind == "atgard" else _OF_COMMITMENT.get(assessment)


_WITH_OTHERS = {MeasureStatus.HANDED_OVER, MeasureStatus.MOVED, CommitmentStatus.MOVED}
_NEVER_LATE = {
    MeasureStatus.DONE,
    MeasureStatus.NOT_DONE,
    MeasureStatus.HANDED_OVER,
    MeasureStatus.MOVED,
    MeasureStatus.UNTRACEABLE,
    MeasureStatus.CONTINUOUS,
    MeasureStatus.PAUSED,
}
_VERDICTS = {
    CommitmentStatus.KEPT,
    CommitmentStatus.PARTLY,
    CommitmentStatus.NOT_KEPT,
    CommitmentStatus.UNTRACEABLE,
}
_COMMITMENT_NEVER_LATE = {
    CommitmentStatus.NOT_DONE,
    CommitmentStatus.MOVED,
    CommitmentStatus.CONTINUOUS,
    CommitmentStatus.PAUSED,
}


@dataclass(frozen=True)
class Deadline:
    """A last day as signed or as moved: `said` is the follow-up's entry that moved it, None as signed."""

    when: FuzzyDate
    said: Said | None = None


Shown = TypeVar("Shown", bound=Status)


@dataclass(frozen=True)
class Standing(Generic[Shown]):
    """What a thing is shown as.

    `said` is the entry that it rests on; `since` when it began to hold, as exactly as that is known; `under` what the
    entry said when *försenad* lies over it; `counted` is False for löpande and conditional work (rule 6); `done` and
    `of` are the measures done and counted when a commitment has measures but no verdict, else None. `later`
    is a word without a verdict that came after the verdict that stands; `new_time` a new time-table in words that
    came after the last day that stands: neither moves what is shown, and neither may be hidden.
    """

    status: Shown
    since: FuzzyDate | None = None
    said: Said | None = None
    under: Shown | None = None
    deadline: Deadline | None = None
    counted: bool = True
    done: int | None = None
    of: int | None = None
    later: Said | None = None
    new_time: str = ""


def recipient(register: Register, standing: Standing[MeasureStatus] | Standing[CommitmentStatus]) -> str:
    """Name who takes over what was handed over or moved, as the follow-up says it; empty for all else."""
    if standing.status not in _WITH_OTHERS or standing.said is None:
        return ""
    entry = standing.said.entry
    known = register.parties.get(entry.recipient or "")
    return known.name if known else entry.recipient_words or ""


def measure_standing(as_of: AsOf, measure: Measure) -> Standing[MeasureStatus]:
    """Give what a measure is shown as today."""
    return as_of.once(_measure_standing, measure)


def _measure_standing(as_of: AsOf, measure: Measure) -> Standing[MeasureStatus]:
    told = as_of.said_of_measure(measure)
    latest = next((one for one in reversed(told) if _measure_word(one)), None)
    under = _measure_word(latest)
    deadline = latest_deadline(measure.deadline, told)
    open_ended = measure.continuous or measure.condition is not None
    counted = not open_ended and under is not MeasureStatus.CONTINUOUS
    late = counted and under not in _NEVER_LATE and has_passed(deadline, as_of.today)
    if late and deadline:
        new_time = new_time_in_words(told)
        late_from = _day_after(deadline)
        return Standing(MeasureStatus.LATE, late_from, latest, under, deadline, counted, new_time=new_time)
    unsaid = MeasureStatus.NOT_ASSESSED if told else MeasureStatus.NOT_FOLLOWED_UP
    status = under or unsaid
    since = _since(told, _measure_word)
    return Standing(status, since, latest, None, deadline, counted, new_time=new_time_in_words(told))


def _measure_word(said: Said | None) -> MeasureStatus | None:
    return _OF_MEASURE.get(said.entry.assessment) if said and said.entry.assessment else None


def _since(told: Sequence[Said], word: Callable[[Said], Status | None]) -> FuzzyDate | None:
    """Give when the unbroken run of entries that say what the latest says began; None when none says anything."""
    heard = [one for one in told if word(one)]
    run = takewhile(lambda one: word(one) is word(heard[-1]), reversed(heard))
    return next((one.when for one in reversed(list(run))), None)


def _day_after(deadline: Deadline) -> FuzzyDate:
    return exact_day(deadline.when.last + timedelta(days=1))


def deadlines(signed: FuzzyDate | None, told: tuple[Said, ...]) -> tuple[Deadline, ...]:
    """Give every last day ever stated, as signed first and then as moved: none is ever overwritten (rule 1)."""
    first = (Deadline(signed),) if signed else ()
    return (*first, *(Deadline(one.entry.new_deadline, one) for one in told if one.entry.new_deadline))


def latest_deadline(signed: FuzzyDate | None, told: tuple[Said, ...]) -> Deadline | None:
    """Give the last day that holds now; None when none is stated."""
    stated = deadlines(signed, told)
    return stated[-1] if stated else None


def new_time_in_words(told: tuple[Said, ...]) -> str:
    """Give a new time-table in words said after the last day that holds: ”senare i år”; empty when none is."""
    newest = next(
        (one for one in reversed(told) if one.entry.new_deadline or one.entry.new_deadline_words), None
    )
    return (newest.entry.new_deadline_words or "") if newest and not newest.entry.new_deadline else ""


def has_passed(deadline: Deadline | None, today: date) -> bool:
    """Tell whether the last day of a deadline's stated precision is over (hösten = 30 November)."""
    return deadline is not None and today > deadline.when.last


def commitment_standing(as_of: AsOf, promise: Promise, commitment: Commitment) -> Standing[CommitmentStatus]:
    """Give what a commitment is shown as today; a verdict is said by a follow-up, never inferred.

    One that a decision has struck or carried over to another promise, and that had no verdict, is no longer waited for.
    """
    return as_of.once(_commitment_standing, promise, commitment)


def _commitment_standing(as_of: AsOf, promise: Promise, commitment: Commitment) -> Standing[CommitmentStatus]:
    told = as_of.said_of_commitment(promise, commitment)
    verdict = _latest_of(told, _VERDICTS)
    new_time = new_time_in_words(told)
    latest = _latest_of(told, set(CommitmentStatus))
    deadline = latest_deadline(commitment.deadline, told)
    under = _commitment_word(latest)
    open_ended = commitment.continuous or commitment.aspiration or commitment.condition is not None
    counted = not open_ended and under is not CommitmentStatus.CONTINUOUS
    judged = _commitment_word(verdict)
    if verdict and judged:
        later = latest if latest is not verdict else None
        since = _since([one for one in told if _commitment_word(one) in _VERDICTS], _commitment_word)
        return Standing(judged, since, verdict, None, deadline, not open_ended, later=later)
    gone = decided_end(as_of, promise, commitment)
    if gone:
        return Standing(_GONE[gone.kind], gone.date, deadline=deadline, counted=not open_ended)
    if counted and under not in _COMMITMENT_NEVER_LATE and has_passed(deadline, as_of.today) and deadline:
        late_from = _day_after(deadline)
        return Standing(CommitmentStatus.LATE, late_from, latest, under, deadline, new_time=new_time)
    if under and latest:
        return Standing(
            under, _since(told, _commitment_word), latest, None, deadline, counted, new_time=new_time
        )
    unsaid = CommitmentStatus.NOT_ASSESSED if told else CommitmentStatus.NOT_FOLLOWED_UP
    bare = Standing(unsaid, deadline=deadline, counted=counted, new_time=new_time)
    return _by_measures(as_of, promise, commitment, bare)


_GONE = {
    LifecycleEvent.STRUCK: CommitmentStatus.NOT_DONE,
    LifecycleEvent.WITHDRAWN: CommitmentStatus.NOT_DONE,
    LifecycleEvent.CARRIED_OVER: CommitmentStatus.MOVED,
    LifecycleEvent.REPLACED: CommitmentStatus.MOVED,
}
"""What a commitment is that a decision has taken out of its promise."""


def _by_measures(
    as_of: AsOf, promise: Promise, commitment: Commitment, unsaid: Standing[CommitmentStatus]
) -> Standing[CommitmentStatus]:
    """Say how many of a commitment's measures are done, never a verdict; work beyond the promise is not counted."""
    promised = [one for one in as_of.measures_of_commitment(promise, commitment) if not one.beyond]
    standings = [measure_standing(as_of, one) for one in promised]
    if not standings:
        return unsaid
    in_count = [one for one in standings if one.counted]
    heard = [said for one in promised for said in as_of.said_of_measure(one) if _measure_word(said)]
    return replace(
        unsaid,
        status=CommitmentStatus.ONGOING if heard else unsaid.status,
        since=min((one.when for one in heard), default=None),
        done=sum(one.status is MeasureStatus.DONE for one in in_count) if in_count else None,
        of=len(in_count) or None,
    )


def _commitment_word(said: Said | None) -> CommitmentStatus | None:
    return _OF_COMMITMENT.get(said.entry.assessment) if said and said.entry.assessment else None


def _latest_of(told: tuple[Said, ...], wanted: set[CommitmentStatus]) -> Said | None:
    fitting = [one for one in told if _commitment_word(one) in wanted]
    return fitting[-1] if fitting else None
