"""Silence is a status (rule 3): follow-ups that are due and missing, and what no follow-up has mentioned."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from loftet.facts.as_of import AsOf
from loftet.facts.lifecycle import beginning, decided_end, last_day_of, life_stage
from loftet.model.base import Cadence
from loftet.model.dates import FuzzyDate
from loftet.model.follow_up import FollowUp
from loftet.model.organisation import Meeting
from loftet.model.promise import Commitment, Promise
from loftet.model.words.knowledge import Per

_MONTHS = {Per.YEAR: 12, Per.HALF_YEAR: 6, Per.TERTIAL: 4, Per.QUARTER: 3, Per.MONTH: 1}


@dataclass(frozen=True)
class Silence:
    """A promise's own rhythm against its follow-ups.

    `due` is the day the next one is expected, None when no rhythm (or no start) is stated or none is due
    any more; `missing` tells that `due` plus the grace has passed; `latest` is the latest follow-up;
    `heard` is the day it became public, from which `due` is counted.
    """

    due: date | None
    missing: bool
    latest: FollowUp | None
    heard: date | None = None


def silence(as_of: AsOf, promise: Promise) -> Silence:
    """Give when a promise's next follow-up is due and whether it is missing.

    due = last follow-up (or the start) + one period of the promised rhythm; missing from the day after
    due + grace (setting `frist_dagar`, 30 days). Counted from the day the public last heard: an account of a
    whole year comes months after its figures. An ended promise is owed one last account.
    """
    told = as_of.follow_ups_of(promise)
    latest = told[-1] if told else None
    heard = max((as_of.published_on(one) for one in told), default=None)
    counted_from = heard or beginning(promise)
    if promise.rhythm is None or counted_from is None or _settled(as_of, promise, told):
        return Silence(None, False, latest, heard)
    due = _due(as_of, promise, promise.rhythm, counted_from)
    if due is None:
        return Silence(None, False, latest, heard)
    grace = timedelta(days=as_of.public.municipality.settings.grace_days)
    return Silence(due, as_of.today > due + grace, latest, heard)


def _settled(as_of: AsOf, promise: Promise, told: tuple[FollowUp, ...]) -> bool:
    """Tell whether an ended promise has had its last account: one whose figures reach its last day.

    A promise that ended on a day that nobody states is owed none.
    """
    life = life_stage(as_of, promise)
    if not life.stage.is_over:
        return False
    last = min((day for day in (life.since, life.until) if day), default=None)
    return last is None or any(_reaches(as_of, one) >= last for one in told)


def _reaches(as_of: AsOf, follow_up: FollowUp) -> date:
    covered = follow_up.period.last if follow_up.period else None
    return max(covered or date.min, as_of.holds_on(follow_up))


def _due(as_of: AsOf, promise: Promise, rhythm: Cadence, counted_from: date) -> date | None:
    if rhythm.per is Per.PERIOD:
        return last_day_of(promise, as_of.today)
    return one_period_after(counted_from, rhythm)


def one_period_after(day: date, rhythm: Cadence) -> date:
    """Give the day one period of a rhythm later: four times a year is three months, in whole days.

    Raises KeyError for ”per period”, whose length only the promise knows.
    """
    if rhythm.per is Per.WEEK:
        return day + timedelta(days=max(1, 7 * rhythm.every // max(1, rhythm.times)))
    whole, left = divmod(_MONTHS[rhythm.per] * rhythm.every, max(1, rhythm.times))
    step = months_after(day, whole) + timedelta(days=left * 30 // max(1, rhythm.times))
    return max(step, day + timedelta(days=1))


def months_after(day: date, months: int) -> date:
    """Give the same day some months later, or the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def unmentioned(as_of: AsOf, promise: Promise) -> tuple[Commitment, ...]:
    """Give the commitments that no published follow-up mentions, neither themselves nor a measure of theirs.

    One that a decision has struck or carried over is left out: nobody is to follow it up any more.
    """
    return tuple(
        own
        for own in promise.commitments
        if not decided_end(as_of, promise, own)
        and not as_of.said_of_commitment(promise, own)
        and not any(as_of.said_of_measure(one) for one in as_of.measures_of_commitment(promise, own))
    )


@dataclass(frozen=True)
class NextFollowUp:
    """When the public next hears: a day, whether it is announced or only due, and what announced it."""

    when: FuzzyDate | None
    due: date | None
    meeting_id: str | None = None


def next_follow_up(as_of: AsOf) -> NextFollowUp:
    """Give the next follow-up of the site: the first that is announced, else the first planned meeting, else due.

    Announced is what the latest follow-up says, in all or of one promise. A meeting counts when its body has
    handled a follow-up before (any body, before the first). Of days that are due, those to come go first; when
    nothing is to come, the day that was due or announced and has passed.
    """
    announced = [one.next for one in _latest(as_of) if one.next]
    ahead = [one for one in announced if one.last >= as_of.today]
    if ahead:
        return NextFollowUp(min(ahead), None)
    meeting = next(iter(_meetings_that_follow_up(as_of)), None)
    if meeting:
        return NextFollowUp(meeting.date, None, meeting.id)
    dues = [due for one in as_of.public.promises.values() if (due := silence(as_of, one).due)]
    to_come = [due for due in dues if due >= as_of.today]
    return NextFollowUp(None, min(to_come or dues or [one.last for one in announced], default=None))


def _latest(as_of: AsOf) -> Iterator[FollowUp]:
    yield from as_of.follow_ups[-1:]
    for promise in as_of.public.promises.values():
        yield from as_of.follow_ups_of(promise)[-1:]


def _meetings_that_follow_up(as_of: AsOf) -> tuple[Meeting, ...]:
    handled = {meeting.body for one in as_of.follow_ups if (meeting := as_of.meeting(one)) and meeting.body}
    return tuple(one for one in as_of.meetings_to_come if not handled or one.body in handled)


def data_as_of(as_of: AsOf) -> date | None:
    """Give the day that the site's figures hold for: the latest published follow-up's; None before the first."""
    return max((as_of.holds_on(one) for one in as_of.follow_ups), default=None)
