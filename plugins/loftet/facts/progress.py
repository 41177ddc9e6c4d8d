"""How it goes, as counts with the list behind them; never a percentage of unlike things (rules 5 and 6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from loftet.facts.as_of import AsOf
from loftet.facts.labels import noun
from loftet.facts.status import commitment_standing, measure_standing
from loftet.facts.stops import stop_standing
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.statuses import CommitmentStatus, MeasureStatus, Status, StopStatus
from loftet.model.walk import Observation, SafetyWalk
from loftet.wording import Noun, and_list

Counted = TypeVar("Counted")

_STOP = Noun("stopp", "stoppet", "stopp", "stoppen", True)


@dataclass(frozen=True)
class Segment(Generic[Counted]):
    """The things that share a status, in the order given."""

    status: Status
    members: tuple[Counted, ...]

    @property
    def count(self) -> int:
        """Give how many they are."""
        return len(self.members)


@dataclass(frozen=True)
class Progress(Generic[Counted]):
    """Everything of a kind, in segments by status; `aside` is löpande and conditional work, which no count holds."""

    segments: tuple[Segment[Counted], ...]
    aside: tuple[Segment[Counted], ...]
    noun: Noun

    @property
    def left_out(self) -> tuple[Counted, ...]:
        """Give what ”x av y” leaves out: löpande and conditional work (rule 6)."""
        return tuple(one for segment in self.aside for one in segment.members)

    @property
    def aside_not_done(self) -> tuple[Segment[Counted], ...]:
        """Give what is left out and does not happen: it is in no count, and must be seen all the same."""
        return tuple(one for one in self.aside if one.status.is_refused)

    @property
    def not_done_aside(self) -> str:
        """Say how much of what is left out does not happen, empty when all of it does."""
        told = [f"{one.count} {self.form(one)}" for one in self.aside_not_done]
        return and_list(told) if told else ""

    @property
    def total(self) -> int:
        """Give how many things there are in all, those left out of ”x av y” included."""
        return sum(segment.count for segment in self.segments) + len(self.left_out)

    @property
    def counted(self) -> int:
        """Give how many things ”x av y” counts: the y."""
        return self.total - len(self.left_out)

    @property
    def done(self) -> int:
        """Give how many of them are wholly done: the x."""
        return sum(segment.count for segment in self.segments if segment.status.is_done)

    def form(self, segment: Segment[Counted]) -> str:
        """Give a segment's word, inflected by gender and number of what is counted."""
        if segment.count != 1:
            return segment.status.plural
        return segment.status.neuter if self.noun.neuter else segment.status.common

    @property
    def sentence(self) -> str:
        """Say the counts in words: ”12 åtaganden: 3 uppfyllda, 5 pågår, 1 försenat”."""
        if not self.total:
            return f"Inga {self.noun.plural}."
        alone = self.total == 1
        words = [self.form(one) if alone else f"{one.count} {self.form(one)}" for one in self.segments]
        if self.left_out:
            one = "villkorat" if self.noun.neuter else "villkorad"
            form = one if len(self.left_out) == 1 else "villkorade"
            not_done = f" ({self.not_done_aside})" if self.not_done_aside else ""
            many = "" if alone else f"{len(self.left_out)} "
            words.append(f"{many}löpande eller {form}, som inte räknas{not_done}")
        return f"{self.total} {self.noun.form(self.total)}: {and_list(words)}."

    @property
    def arithmetic(self) -> str:
        """Say the share as ”3 av 5”: what is wholly done of what is counted."""
        return f"{self.done} av {self.counted} {self.noun.form(self.counted)}"


def _gathered(
    told: Iterable[tuple[Counted, Status, bool]],
    order: Sequence[Status],
    called: Noun,
) -> Progress[Counted]:
    known = list(told)

    def segments(wanted: bool) -> tuple[Segment[Counted], ...]:
        made = (
            Segment(
                status,
                tuple(thing for thing, shown, counted in known if counted is wanted and shown is status),
            )
            for status in order
        )
        return tuple(one for one in made if one.members)

    return Progress(segments(True), segments(False), called)


def progress_of_commitments(as_of: AsOf, promises: Iterable[Promise]) -> Progress[tuple[Promise, Commitment]]:
    """Count the commitments of some promises by what they are shown as today."""
    return progress_of_pairs(as_of, ((promise, own) for promise in promises for own in promise.commitments))


def progress_of_pairs(
    as_of: AsOf, pairs: Iterable[tuple[Promise, Commitment]]
) -> Progress[tuple[Promise, Commitment]]:
    """Count some commitments, each with its promise, by what they are shown as today."""
    told = (
        ((promise, own), standing.status, standing.counted)
        for promise, own in pairs
        for standing in [commitment_standing(as_of, promise, own)]
    )
    return _gathered(told, list(CommitmentStatus), noun(as_of.public.municipality, "åtagande"))


def progress_of_measures(as_of: AsOf, measures: Iterable[Measure]) -> Progress[Measure]:
    """Count measures by what they are shown as today."""
    told = (
        (measure, standing.status, standing.counted)
        for measure in measures
        for standing in [measure_standing(as_of, measure)]
    )
    return _gathered(told, list(MeasureStatus), noun(as_of.public.municipality, "åtgärd"))


def progress_of_stops(as_of: AsOf, walk: SafetyWalk) -> Progress[Observation]:
    """Count a walk's stops by what has happened to them; places that work well are counted as such."""
    told = ((stop, stop_standing(as_of, walk, stop).status, True) for stop in walk.stops)
    return _gathered(told, list(StopStatus), _STOP)


def progress_of_walks(as_of: AsOf, walks: Iterable[SafetyWalk]) -> Progress[tuple[SafetyWalk, Observation]]:
    """Count the stops of several walks by what has happened to them."""
    return progress_of_seen(as_of, ((walk, stop) for walk in walks for stop in walk.stops))


def progress_of_seen(
    as_of: AsOf, stops: Iterable[tuple[SafetyWalk, Observation]]
) -> Progress[tuple[SafetyWalk, Observation]]:
    """Count some stops, each with its walk, by what has happened to them."""
    told = (((walk, stop), stop_standing(as_of, walk, stop).status, True) for walk, stop in stops)
    return _gathered(told, list(StopStatus), _STOP)
