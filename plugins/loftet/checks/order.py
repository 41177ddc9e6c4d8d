"""Chains that must end, anchors that must be unique, and dates that must come in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from loftet.checks.telling import hint, problem
from loftet.model.base import Entity
from loftet.model.dates import FuzzyDate, Precision
from loftet.model.register import Register
from loftet.model.walking import KeyPath
from loftet.model.words.organisation import MeetingPhase
from loftet.problems import Problem


def chains_end(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each record that, followed upwards, comes back to itself."""
    yield from _loops(register, register.promises.values(), ("ersätter",), lambda one: [one.replaces])
    yield from _loops(register, register.areas.values(), ("ingår_i",), lambda one: [one.part_of])
    yield from _loops(register, register.parties.values(), ("ingår_i",), lambda one: [one.part_of])
    yield from _loops(register, register.documents.values(), ("under",), lambda one: one.parents)
    yield from _loops(register, register.decisions.values(), ("efter",), lambda one: [one.previous])
    yield from _loops(register, register.measures.values(), ("beror_på",), lambda one: one.depends_on)
    yield from _loops(register, register.bodies.values(), ("rapporterar_till",), lambda one: one.reports_to)
    yield from _loops(register, register.bodies.values(), ("lyfter_till",), lambda one: [one.escalates_to])
    yield from _loops(register, register.walks.values(), ("flyttad_till",), lambda one: [one.moved_to])


Kept = TypeVar("Kept", bound=Entity)


def _loops(
    register: Register, records: Iterable[Kept], path: KeyPath, up: Callable[[Kept], Iterable[str | None]]
) -> Iterator[Problem]:
    known = {record.id: record for record in records}
    above = {id: [one for one in up(record) if one in known] for id, record in known.items()}
    for id, record in known.items():
        if id in _reached(id, above):
            what = f"”{id}” leder tillbaka till sig själv genom ”{path[0]}”."
            yield problem(register, record, path, what, "Ta bort eller rätta en av länkarna i kedjan.")


def _reached(start: str, above: dict[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(above[start])
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting.extend(above[one])
    return reached


def anchors_are_unique(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for two commitments of a promise, stops of a walk or heard points with the same id."""
    for promise in register.promises.values():
        yield from _twice(
            register, promise, "åtaganden", [own.id for own in promise.commitments], "Åtagandets id"
        )
    for walk in register.walks.values():
        yield from _twice(register, walk, "stopp", [stop.anchor for stop in walk.stops], "Stoppets nummer")
    for dialogue in register.dialogues.values():
        yield from _twice(register, dialogue, "hört", [point.id for point in dialogue.heard], "Punktens id")


def _twice(register: Register, record: Entity, key: str, names: list[str], what: str) -> Iterator[Problem]:
    often = Counter(name for name in names if name)
    seen: set[str] = set()
    for number, name in enumerate(names):
        if often[name] > 1 and name in seen:
            mend = "Ge det senare ett annat. Adressen till det första kan vara publicerad."
            yield problem(register, record, (key, number), f"{what} ”{name}” står två gånger.", mend)
        seen.add(name)


def dates_make_sense(register: Register, today: date) -> Iterator[Problem]:
    """Give a Problem for what has happened in the future, and a Hint for what looks mistyped or forgotten."""
    for walk in register.walks.values():
        if walk.date and walk.date.first > today and walk.phase.walked:
            what = f"Vandringen är ”{walk.phase.value}”, men dagen {walk.date.words} har inte varit än."
            yield problem(register, walk, ("datum",), what, "Rätta dagen, eller skriv ”skede: planerad”.")
    for meeting in register.meetings.values():
        if meeting.date and meeting.date.first > today and meeting.phase is MeetingPhase.HELD:
            what = f"Mötet är ”hållet”, men dagen {meeting.date.words} har inte varit än."
            yield problem(register, meeting, ("datum",), what, "Rätta dagen, eller skriv ”skede: planerat”.")
        if meeting.date and meeting.date.last < today and meeting.phase is MeetingPhase.PLANNED:
            what = f"Mötet är ”planerat”, men dagen {meeting.date.words} har varit."
            yield hint(register, meeting, ("skede",), what, "Skriv ”skede: hållet” eller ”skede: inställt”.")
    for record, leaf in register.leaves:
        if not isinstance(leaf.value, FuzzyDate):
            continue
        if not 1950 <= leaf.value.first.year <= today.year + 30:
            what = f"Årtalet i ”{leaf.value.words}” ser felskrivet ut."
            yield hint(register, record, leaf.path, what, "Kontrollera årtalet.")
        if leaf.value.precision is Precision.SEASON and leaf.value.first.year < leaf.value.last.year:
            yield from _one_winter(register, record, leaf.path, leaf.value)


def _one_winter(register: Register, record: Entity, path: KeyPath, when: FuzzyDate) -> Iterator[Problem]:
    """Give a Hint where ”vintern 2025” may be the one before or the one after New Year."""
    year = when.last.year
    if re.fullmatch(r"vinter\w* \d{4}", when.words.lower()):
        what = f"”{when.words}” läses som december {year - 1} till februari {year}."
        yield hint(register, record, path, what, f"Är det nästa vinter: skriv vintern {year}/{year + 1}.")
