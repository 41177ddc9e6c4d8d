"""What is published of the six parts of the work under lag 2023:196; never whether the law is met.

The editor says what belongs where (`lagen:` in kommun.yml); of a part that is not named there, what plainly is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from loftet.facts.as_of import AsOf
from loftet.facts.silence import next_follow_up
from loftet.model.base import Entity
from loftet.model.dates import FuzzyDate, exact_day
from loftet.model.knowledge import SituationReport
from loftet.model.place import LawLine
from loftet.model.register import Register, kind_named
from loftet.model.words.organisation import BodyLevel, LawPart

_REFERENCE = re.compile(r"(?P<kind>[a-zåäö]+)/(?P<id>[^\s/]+)")


@dataclass(frozen=True)
class Filling:
    """One thing that is published of a part: a record or words, when it is next due, and whether the editor says so."""

    record: Entity | None
    words: str = ""
    next_due: FuzzyDate | None = None
    stated: bool = False


def reference(text: str) -> tuple[str, str] | None:
    """Give kind and id of a text that is written as `slag/id`; None for words."""
    found = _REFERENCE.fullmatch(text)
    return (found["kind"], found["id"]) if found else None


def named(register: Register, text: str) -> Entity | None:
    """Give the record that `slag/id` names (the kind's name or its folder); None when there is none."""
    kind_and_id = reference(text)
    if kind_and_id is None:
        return None
    kind = kind_named(kind_and_id[0])
    return register.of(kind).get(kind_and_id[1]) if kind else None


def fillings(as_of: AsOf, part: LawPart) -> tuple[Filling, ...]:
    """Give what is published of a part: what the editor names, else what plainly is one; nothing when it is missing."""
    lines = [one for one in as_of.public.municipality.law if one.part is part]
    if lines:
        return tuple(_stated(as_of, one) for one in lines)
    return tuple(_PLAIN[part](as_of))


def _stated(as_of: AsOf, line: LawLine) -> Filling:
    record = named(as_of.public, line.record)
    due = line.next_due or (_own_due(as_of, record) if record else None)
    return Filling(record, "" if record else line.record, due, stated=True)


def _own_due(as_of: AsOf, record: Entity) -> FuzzyDate | None:
    """Give when a record itself says that it comes again: its next, its revision, its next meeting."""
    meeting = next((one.date for one in as_of.meetings_to_come if one.body == record.id), None)
    stated = (getattr(record, name, None) for name in ("next_due", "revision_due", "next"))
    due = next((one for one in stated if isinstance(one, FuzzyDate)), None)
    return due or (meeting if record.id in as_of.public.bodies else None)


def _latest_report(as_of: AsOf) -> Iterator[Filling]:
    """Give the lägesbild whose period ends last; without any period none can be called the latest, so all stand."""
    reports = list(as_of.public.situation_reports.values())
    ends = [end for one in reports if (end := _end(one))]
    for one in reports:
        if not ends or _end(one) == max(ends):
            yield Filling(one, next_due=_own_due(as_of, one))


def _end(report: SituationReport) -> date | None:
    return report.period.last if report.period else None


def _documents(*kinds: str) -> Callable[[AsOf], Iterator[Filling]]:
    def found(as_of: AsOf) -> Iterator[Filling]:
        for one in as_of.public.documents.values():
            if any(kind in (one.type or "").lower() for kind in kinds):
                yield Filling(one, next_due=_own_due(as_of, one))

    return found


def _latest_follow_up(as_of: AsOf) -> Iterator[Filling]:
    """Give the latest follow-up; a day that was due before it is what it has already answered, so it is not told."""
    following = next_follow_up(as_of)
    due = following.when or (exact_day(following.due) if following.due else None)
    for one in as_of.follow_ups[-1:]:
        yield Filling(one, next_due=due if due and due.last > as_of.published_on(one) else None)


def _councils(as_of: AsOf) -> Iterator[Filling]:
    for one in as_of.public.bodies.values():
        ended = one.existed.last if one.existed else None
        if one.level is BodyLevel.STRATEGIC and not one.temporary and not (ended and ended < as_of.today):
            yield Filling(one, next_due=_own_due(as_of, one))


def _nothing(_as_of: AsOf) -> Iterator[Filling]:
    return iter(())


_PLAIN: Mapping[LawPart, Callable[[AsOf], Iterator[Filling]]] = {
    LawPart.SITUATION: _latest_report,
    LawPart.PLAN: _documents("åtgärdsplan", "handlingsplan"),
    LawPart.FOLLOW_UP: _latest_follow_up,
    LawPart.AGREEMENTS: _documents("överenskommelse"),
    LawPart.COUNCIL: _councils,
    LawPart.COORDINATION: _nothing,
}
"""What plainly is each part, by the kind of record; a coordinating function never shows of itself."""
