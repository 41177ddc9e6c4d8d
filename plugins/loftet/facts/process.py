"""Where each promise stands in the common steps, by the ties that records state; a tie that is missing is missing.

The chain is that of the domain: lägesbild and dialogue, analysis, priority, promise and measures, follow-up, feedback.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from loftet.facts.as_of import AsOf
from loftet.facts.heard import heard
from loftet.model.base import Entity
from loftet.model.promise import Origin, Promise
from loftet.model.register import KIND_BY_NAME
from loftet.model.words.organisation import ProcessStep

KINDS_OF: Mapping[ProcessStep, tuple[str, ...]] = {
    ProcessStep.MAPPING: ("lagesbild", "dialog", "vandring", "indikator"),
    ProcessStep.ANALYSIS: ("orsak",),
    ProcessStep.PRIORITISING: ("fokus", "beslut"),
    ProcessStep.ACTION: ("lofte", "atgard"),
    ProcessStep.FOLLOW_UP: ("uppfoljning",),
    ProcessStep.FEEDBACK: ("arsuppfoljning",),
}
"""The kinds of record that stand in each step."""


@dataclass(frozen=True)
class Link:
    """What ties a promise to one step: records, or only words; with neither the link is missing."""

    step: ProcessStep
    records: tuple[Entity, ...] = ()
    words: str = ""

    @property
    def missing(self) -> bool:
        """Tell whether nothing that is published ties the promise to the step."""
        return not self.records and not self.words


def chain(as_of: AsOf, promise: Promise) -> tuple[Link, ...]:
    """Give a promise's link to every step, in the order of the steps."""
    return tuple(
        Link(step, _once(_TIES[step](as_of, promise)), _words(promise, step)) for step in ProcessStep
    )


def _words(promise: Promise, step: ProcessStep) -> str:
    return (promise.arrived_by_words or "") if step is ProcessStep.MAPPING else ""


def _once(records: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple({(type(one), one.id): one for one in records}.values())


def _named(as_of: AsOf, ids: Iterable[str | None], kinds: Iterable[str]) -> Iterator[Entity]:
    known = [as_of.public.of(KIND_BY_NAME[kind]) for kind in kinds]
    for id in ids:
        yield from (records[id] for records in known if id and id in records)


def _origins(as_of: AsOf, promise: Promise) -> Iterator[Origin]:
    for measure in as_of.measures_of_promise(promise):
        yield from measure.comes_from


def _mapped(as_of: AsOf, promise: Promise) -> Iterator[Entity]:
    yield from _named(as_of, promise.arrived_by, KINDS_OF[ProcessStep.MAPPING])
    for origin in _origins(as_of, promise):
        yield from _named(as_of, (origin.dialogue,), ("dialog",))
        yield from _named(as_of, (origin.walk,), ("vandring",))


def _analysed(as_of: AsOf, promise: Promise) -> Iterator[Entity]:
    """Give the analyses that the promise or a measure names, and those of a lägesbild behind the promise."""
    named = [*promise.arrived_by, *(one.cause for one in _origins(as_of, promise))]
    yield from _named(as_of, named, ("orsak",))
    yield from (one for one in as_of.public.causes.values() if one.report in promise.arrived_by)


def _prioritised(as_of: AsOf, promise: Promise) -> Iterator[Entity]:
    focus = [*promise.focus, *(id for own in promise.commitments for id in own.focus)]
    yield from _named(as_of, focus, ("fokus",))
    decided = [*promise.arrived_by, *(one.decision for one in _origins(as_of, promise))]
    yield from _named(as_of, decided, ("beslut",))


def _answered(as_of: AsOf, promise: Promise) -> Iterator[Entity]:
    """Give what went back to residents: the accounts of its years, and dialogues where something said is answered."""
    years = {str(as_of.holds_on(one).year) for one in as_of.follow_ups_of(promise)}
    yield from (one for one in as_of.public.annual_reports.values() if one.year in years)
    origins = [*promise.arrived_by, *(one.dialogue for one in _origins(as_of, promise))]
    for id in origins:
        dialogue = as_of.public.dialogues.get(id or "")
        if dialogue and any(not one.waits for one in heard(as_of, dialogue)):
            yield dialogue


_TIES: Mapping[ProcessStep, Callable[[AsOf, Promise], Iterable[Entity]]] = {
    ProcessStep.MAPPING: _mapped,
    ProcessStep.ANALYSIS: _analysed,
    ProcessStep.PRIORITISING: _prioritised,
    ProcessStep.ACTION: lambda as_of, promise: as_of.measures_of_promise(promise),
    ProcessStep.FOLLOW_UP: lambda as_of, promise: as_of.follow_ups_of(promise),
    ProcessStep.FEEDBACK: _answered,
}
