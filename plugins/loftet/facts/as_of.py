"""The register as it was known on a day: published follow-ups up to then, and what each said about what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar, TypeVarTuple, cast

from loftet.facts.coarse import as_public, stop_key
from loftet.facts.subjects import Subject, of_commitment, of_measure, of_promise, promised, subject
from loftet.model.dates import FuzzyDate, exact_day
from loftet.model.follow_up import Entry, FollowUp
from loftet.model.organisation import Meeting
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.register import Register
from loftet.model.walk import Observation, SafetyWalk
from loftet.model.words.organisation import MeetingPhase


@dataclass(frozen=True)
class Said:
    """One entry of one published follow-up; `public` is the day it became so, None in a made-up example."""

    follow_up: FollowUp
    entry: Entry
    public: date | None = None

    @property
    def date(self) -> date:
        """Give the last day that the follow-up's figures can hold for: none is later than the publication."""
        stated = self.follow_up.as_of.last
        return min(stated, self.public) if self.public else stated

    @property
    def when(self) -> FuzzyDate:
        """Give when what is said holds, as exactly as it is stated: its own day, else that of the figures (rule 10)."""
        stated = self.entry.when or self.follow_up.as_of
        return exact_day(self.date) if stated is self.follow_up.as_of and stated.is_exact else stated


Made = TypeVar("Made")
Things = TypeVarTuple("Things")


class _Timeless:
    """What is the same on every day: the public register, and all that its follow-ups have ever said; made once."""

    def __init__(self, register: Register) -> None:
        self._register = register

    @cached_property
    def public(self) -> Register:
        return as_public(self._register.without_drafts())

    def meeting(self, follow_up: FollowUp) -> Meeting | None:
        return self.public.meetings.get(follow_up.meeting) if follow_up.meeting else None

    def published_on(self, follow_up: FollowUp) -> date:
        meeting = self.meeting(follow_up)
        held = meeting.date if meeting and meeting.phase is not MeetingPhase.CANCELLED else None
        stated = follow_up.published or held or follow_up.as_of
        return max(stated.last, follow_up.as_of.first)

    def holds_on(self, follow_up: FollowUp) -> date:
        return min(follow_up.as_of.last, self.published_on(follow_up))

    @cached_property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        told = self.public.follow_ups.values()
        return tuple(sorted(told, key=lambda one: (self.holds_on(one), self.published_on(one), one.id)))

    @cached_property
    def said(self) -> Mapping[Subject, tuple[Said, ...]]:
        told: dict[Subject, list[Said]] = {}
        for follow_up in self.follow_ups:
            public = self.published_on(follow_up)
            for entry in sorted(follow_up.entries, key=_end_of):
                about = subject(self.public, entry.about)
                if about:
                    told.setdefault(about, []).append(Said(follow_up, entry, public))
        return {about: tuple(all_said) for about, all_said in told.items()}

    @cached_property
    def measures_of(self) -> Mapping[str, tuple[Measure, ...]]:
        tied: dict[str, list[Measure]] = {}
        for measure in self.public.measures.values():
            about = promised(self.public, measure.commitment) if measure.commitment else None
            tied.setdefault(about.key if about else measure.promise or "", []).append(measure)
        return {key: tuple(found) for key, found in tied.items()}

    @cached_property
    def measures_of_stops(self) -> Mapping[tuple[str, str], tuple[Measure, ...]]:
        tied: dict[tuple[str, str], list[Measure]] = {}
        for measure in self.public.measures.values():
            for origin in measure.comes_from:
                if origin.walk:
                    tied.setdefault((origin.walk, stop_key(origin.stop)), []).append(measure)
        return {key: tuple({one.id: one for one in found}.values()) for key, found in tied.items()}


@dataclass(frozen=True)
class AsOf:
    """What the public knows on `today`: drafts are never in it (rule 14); every index is made once.

    `heard` are the ids of the follow-ups that count, None for all that are public by then; `gathered` is what
    another day has made already of the same register.
    """

    register: Register
    today: date
    heard: frozenset[str] | None = None
    gathered: _Timeless | None = field(default=None, compare=False, repr=False)

    @cached_property
    def _timeless(self) -> _Timeless:
        return self.gathered or _Timeless(self.register)

    @property
    def public(self) -> Register:
        """Give the register without drafts, with no place finer than it may be shown."""
        return self._timeless.public

    @cached_property
    def _earlier(self) -> dict[date, AsOf]:
        return {self.today: self}

    def at(self, day: date) -> AsOf:
        """Give what was known on another day, made once for each day."""
        if day not in self._earlier:
            self._earlier[day] = AsOf(self.register, day, self.heard, self._timeless)
        return self._earlier[day]

    def having_heard(self, follow_ups: Iterable[FollowUp], day: date) -> AsOf:
        """Give what is known on a day from some follow-ups alone."""
        return AsOf(self.register, day, frozenset(one.id for one in follow_ups), self._timeless)

    @cached_property
    def _worked_out(self) -> dict[tuple[object, ...], tuple[object, object]]:
        return {}

    def once(self, work: Callable[[AsOf, *Things], Made], *things: *Things) -> Made:
        """Work something out about some records, once for these very objects: nothing here ever changes."""
        key = (work, *map(id, things))
        if key not in self._worked_out:
            # The records are kept too: an id is an object's own only as long as the object lives.
            self._worked_out[key] = (things, work(self, *things))
        return cast(Made, self._worked_out[key][1])

    @cached_property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """Give the published follow-ups up to today, oldest first by the day that their figures hold for."""
        return tuple(
            one
            for one in self._timeless.follow_ups
            if self.published_on(one) <= self.today and (self.heard is None or one.id in self.heard)
        )

    @cached_property
    def _heard(self) -> frozenset[str]:
        return frozenset(one.id for one in self.follow_ups)

    def meeting(self, follow_up: FollowUp) -> Meeting | None:
        """Give the meeting that handled a follow-up; None when there was none."""
        return self._timeless.meeting(follow_up)

    def published_on(self, follow_up: FollowUp) -> date:
        """Give the day a follow-up became public: as stated, else its meeting's day, else the day of its figures.

        Never before those figures can hold; a cancelled meeting handled nothing.
        """
        return self._timeless.published_on(follow_up)

    def holds_on(self, follow_up: FollowUp) -> date:
        """Give the last day that a follow-up's figures can hold for: as stated, but never after it became public."""
        return self._timeless.holds_on(follow_up)

    def said(self, about: Subject) -> tuple[Said, ...]:
        """Give what published follow-ups have said about a thing, oldest first."""
        return tuple(one for one in self._timeless.said.get(about, ()) if one.follow_up.id in self._heard)

    def said_of_measure(self, measure: Measure) -> tuple[Said, ...]:
        """Give what has been said about a measure, oldest first."""
        return self.said(of_measure(measure))

    def said_of_commitment(self, promise: Promise, commitment: Commitment) -> tuple[Said, ...]:
        """Give what has been said about a commitment itself, oldest first."""
        return self.said(of_commitment(promise, commitment))

    def measures_of_commitment(self, promise: Promise, commitment: Commitment) -> tuple[Measure, ...]:
        """Give the measures tied to a commitment, in the order of their ids."""
        return self._timeless.measures_of.get(of_commitment(promise, commitment).key, ())

    def loose_measures(self, promise: Promise) -> tuple[Measure, ...]:
        """Give the measures tied to a promise but to none of its commitments."""
        return self._timeless.measures_of.get(promise.id, ())

    def measures_of_promise(self, promise: Promise) -> tuple[Measure, ...]:
        """Give every measure of a promise: its commitments', in their order, then the loose ones."""
        tied = [one for own in promise.commitments for one in self.measures_of_commitment(promise, own)]
        return (*tied, *self.loose_measures(promise))

    def commitment_of(self, measure: Measure) -> tuple[Promise, Commitment] | None:
        """Give the commitment that a measure carries out, with its promise; None when it is tied to none."""
        about = promised(self.public, measure.commitment) if measure.commitment else None
        return self.public.commitment(about.key) if about and about.kind == "atagande" else None

    def promise_of(self, measure: Measure) -> Promise | None:
        """Give the promise that a measure belongs to, through its commitment or directly."""
        about = promised(self.public, measure.commitment) if measure.commitment else None
        return self.public.promises.get(about.key.partition("/")[0] if about else measure.promise or "")

    def measures_of_stop(self, walk: SafetyWalk, stop: Observation) -> tuple[Measure, ...]:
        """Give the measures that say they come from a stop (the link is written in the measure alone, rule 17)."""
        keys = {stop_key(stop.number), stop_key(stop.id)} - {""}
        tied = {
            one.id: one for key in keys for one in self._timeless.measures_of_stops.get((walk.id, key), ())
        }
        return tuple(tied[id] for id in sorted(tied))

    def measures_of_walk(self, walk: SafetyWalk) -> tuple[Measure, ...]:
        """Give the measures that come from a walk as a whole, no stop named."""
        return self._timeless.measures_of_stops.get((walk.id, ""), ())

    def stops_of(self, measure: Measure) -> tuple[tuple[SafetyWalk, Observation], ...]:
        """Give the stops that a measure comes from, with their walks."""
        found = {
            (walk.id, place): (walk, stop)
            for origin in measure.comes_from
            if origin.walk and origin.stop and (walk := self.public.walks.get(origin.walk))
            for place, stop in enumerate(walk.stops)
            if stop_key(origin.stop) in (stop_key(stop.number), stop_key(stop.id))
        }
        return tuple(found.values())

    @cached_property
    def meetings_to_come(self) -> tuple[Meeting, ...]:
        """Give the planned meetings from today on, soonest first."""
        planned = [
            one
            for one in self.public.meetings.values()
            if one.phase is MeetingPhase.PLANNED and one.date and one.date.last >= self.today
        ]
        return tuple(sorted(planned, key=lambda one: (one.date.first if one.date else date.max, one.id)))

    def follow_ups_of(self, promise: Promise) -> tuple[FollowUp, ...]:
        """Give the published follow-ups that name a promise or say something of it, oldest first."""
        return self._follow_ups_of.get(promise.id, ())

    @cached_property
    def _follow_ups_of(self) -> Mapping[str, tuple[FollowUp, ...]]:
        found: dict[str, list[FollowUp]] = {}
        for follow_up in self.follow_ups:
            for promise in sorted(self._promises_in(follow_up)):
                found.setdefault(promise, []).append(follow_up)
        return {promise: tuple(told) for promise, told in found.items()}

    def _promises_in(self, follow_up: FollowUp) -> set[str]:
        spoken = [subject(self.public, entry.about) for entry in follow_up.entries]
        return set(follow_up.promises) | {id for about in spoken if about and (id := self._promise_in(about))}

    def _promise_in(self, about: Subject) -> str | None:
        if about.kind == "atgard":
            promise = self.promise_of(self.public.measures[about.key])
            return promise.id if promise else None
        return about.key.partition("/")[0]

    def said_of_promise(self, promise: Promise) -> tuple[Said, ...]:
        """Give what has been said about a promise as a whole, oldest first."""
        return self.said(of_promise(promise))

    @cached_property
    def successors(self) -> Mapping[str, Promise]:
        """Give, for each replaced promise's id, the promise that replaces it."""
        return {one.replaces: one for one in self.public.promises.values() if one.replaces}


def _end_of(entry: Entry) -> date:
    """Order what one follow-up says several times of a thing: earlier periods first, what has none last."""
    return entry.period.last if entry.period and entry.period.last else date.max
