"""The register as it was known on an earlier day: what came later is left out, as far as the data tells when.

What is only planned says nothing of when it was announced, and is left out too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from loftet.facts import AsOf
from loftet.model.base import Entity
from loftet.model.dates import FuzzyDate
from loftet.model.follow_up import AnnualReport
from loftet.model.knowledge import Indicator, SituationReport, Value
from loftet.model.organisation import Body, DirectionDecision, Meeting
from loftet.model.promise import Measure, Origin, Promise
from loftet.model.register import Register
from loftet.model.walk import Observation, SafetyWalk
from loftet.model.words.organisation import MeetingPhase
from loftet.model.words.walks import WalkPhase
from loftet.pages.site import Site

Known = TypeVar("Known", bound=Entity)


def as_known(register: Register, day: date) -> Register:
    """Give the register as it was known at the end of a day, without drafts."""
    return _Then(register.without_drafts(), day).register


def as_it_was(site: Site, day: date) -> Site:
    """Give a site as it was known at the end of an earlier day; the day it is built, and its editions, are kept."""
    return replace(site, as_of=AsOf(as_known(site.as_of.register, day), day), years=frozenset())


@dataclass(frozen=True)
class _Then:
    """What was known on a day, kind by kind; the later kinds rest on the earlier ones."""

    whole: Register
    day: date

    def _past(self, when: FuzzyDate | None) -> bool:
        return when is None or when.last <= self.day

    def _kept(self, records: Mapping[str, Known], known: Callable[[Known], bool]) -> dict[str, Known]:
        return {id: record for id, record in records.items() if known(record)}

    @property
    def register(self) -> Register:
        whole = self.whole
        return replace(
            whole,
            documents=self._kept(whole.documents, lambda one: self._past(one.adopted)),
            bodies=self._kept(whole.bodies, self._existed),
            meetings={id: self._minuted(one) for id, one in self._meetings.items()},
            decisions=self._decisions,
            situation_reports=self._kept(whole.situation_reports, self._reported),
            causes=self._kept(whole.causes, lambda one: self._past(one.date)),
            dialogues=self._kept(whole.dialogues, lambda one: self._past(one.date)),
            walks={id: self._answered(one) for id, one in self._walks.items()},
            promises={id: self._decided(one) for id, one in self._promises.items()},
            measures={
                id: self._from_known(one) for id, one in self._kept(whole.measures, self._begun).items()
            },
            follow_ups={one.id: one for one in self._told.follow_ups},
            corrections=self._kept(whole.corrections, lambda one: one.date.first <= self.day),
            indicators={id: self._measured(one) for id, one in whole.indicators.items()},
            annual_reports=self._kept(whole.annual_reports, self._accounted),
        )

    @cached_property
    def _told(self) -> AsOf:
        return AsOf(self.whole, self.day)

    @cached_property
    def _mentioned(self) -> frozenset[str]:
        return frozenset(id for id, one in self.whole.measures.items() if self._told.said_of_measure(one))

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        planned = MeetingPhase.PLANNED
        return self._kept(self.whole.meetings, lambda one: one.phase is not planned and self._past(one.date))

    def _minuted(self, meeting: Meeting) -> Meeting:
        """Give a meeting without the paragraphs and minutes that came when it was adjusted, if that was later."""
        if self._past(meeting.adjusted):
            return meeting
        later = {"paragraph": None, "minutes": None, "adjusted": None}
        decisions = tuple(one.model_copy(update={"paragraph": None}) for one in meeting.decisions)
        return meeting.model_copy(update={**later, "decisions": decisions})

    @cached_property
    def _decisions(self) -> dict[str, DirectionDecision]:
        return self._kept(self.whole.decisions, self._published)

    def _published(self, decision: DirectionDecision) -> bool:
        return self._past(decision.published) and (
            decision.meeting is None or decision.meeting in self._meetings
        )

    @cached_property
    def _walks(self) -> dict[str, SafetyWalk]:
        planned = WalkPhase.PLANNED
        return self._kept(self.whole.walks, lambda one: one.phase is not planned and self._past(one.date))

    def _answered(self, walk: SafetyWalk) -> SafetyWalk:
        """Give a walk without the answers that came later, and without a successor that was not known yet."""
        answers = tuple(one for one in walk.answers if self._past(one.answered))
        moved = walk.moved_to if walk.moved_to in self._walks else None
        stops = tuple(self._stop(one) for one in walk.stops)
        return walk.model_copy(update={"stops": stops, "answers": answers, "moved_to": moved})

    def _stop(self, stop: Observation) -> Observation:
        if self._past(stop.answered):
            return stop
        none = {"answer": None, "answered": None, "answered_by": None, "reason": None}
        return stop.model_copy(update=none)

    @cached_property
    def _promises(self) -> dict[str, Promise]:
        return self._kept(self.whole.promises, self._signed)

    def _signed(self, promise: Promise) -> bool:
        begun = promise.period.first if promise.period else None
        return self._past(promise.signed) if promise.signed else begun is None or begun <= self.day

    def _decided(self, promise: Promise) -> Promise:
        events = tuple(one for one in promise.events if self._past(one.date))
        return promise.model_copy(update={"events": events})

    def _begun(self, measure: Measure) -> bool:
        """Tell whether a measure was known: a follow-up had told of it, or all that it comes from was known."""
        if measure.id in self._mentioned:
            return True
        promise = self._told.promise_of(measure)
        return (promise is None or promise.id in self._promises) and all(
            self._origin_known(one) for one in measure.comes_from
        )

    def _from_known(self, measure: Measure) -> Measure:
        """Give a measure without the origins that were added later."""
        origins = tuple(one for one in measure.comes_from if self._origin_known(one))
        return (
            measure if origins == measure.comes_from else measure.model_copy(update={"comes_from": origins})
        )

    def _origin_known(self, origin: Origin) -> bool:
        whole = self.whole
        dialogue = whole.dialogues.get(origin.dialogue or "")
        cause = whole.causes.get(origin.cause or "")
        return (
            (origin.walk is None or origin.walk in self._walks)
            and (origin.decision is None or origin.decision in {*self._decisions, *self._meetings})
            and (dialogue is None or self._past(dialogue.date))
            and (cause is None or self._past(cause.date))
        )

    def _measured(self, indicator: Indicator) -> Indicator:
        values = tuple(one for one in indicator.values if self._fetched(one))
        return indicator.model_copy(update={"values": values})

    def _fetched(self, value: Value) -> bool:
        if value.fetched:
            return self._past(value.fetched)
        return value.period.last is None or value.period.last <= self.day

    def _existed(self, body: Body) -> bool:
        begun = body.existed.first if body.existed else None
        return begun is None or begun <= self.day

    def _reported(self, report: SituationReport) -> bool:
        ended = report.period.last if report.period else None
        return ended is None or ended <= self.day

    def _accounted(self, report: AnnualReport) -> bool:
        return report.year < str(self.day.year)
