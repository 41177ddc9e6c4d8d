"""Ids that would take an address which the site itself uses, and two records that would share one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loftet.addresses import EASY, MEASURE_CHOICES, PROMISE_CHOICES, PROMISE_SECTIONS
from loftet.checks.telling import problem
from loftet.model.base import Entity
from loftet.model.promise import Promise
from loftet.model.register import Register
from loftet.model.walking import KeyPath
from loftet.problems import Problem


def ids_are_free(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each id that the site needs for a list or a section of its own, and each year told twice."""
    for id in MEASURE_CHOICES:
        measure = register.measures.get(id)
        if measure:
            yield _reserved(register, measure, (), id, f"adressen /atgarder/{id}/ är en lista av åtgärder")
    for id in PROMISE_CHOICES:
        chosen = register.promises.get(id)
        if chosen:
            yield _reserved(register, chosen, (), id, f"på adressen /loften/{id}/ står listor av åtaganden")
    for promise in register.promises.values():
        yield from _sections(register, promise)
    yield from _years(register)


def _sections(register: Register, promise: Promise) -> Iterator[Problem]:
    for number, one in enumerate(promise.commitments):
        if one.id in PROMISE_SECTIONS:
            why = f"#{one.id} är ett avsnitt på löftets sida"
            yield _reserved(register, promise, ("åtaganden", number), one.id, why)
        if one.id == EASY.rstrip("/"):
            why = f"på adressen /loften/{promise.id}/{EASY} står löftet på lättläst svenska"
            yield _reserved(register, promise, ("åtaganden", number), one.id, why)


def _reserved(register: Register, record: Entity, path: KeyPath, id: str, why: str) -> Problem:
    what = f"Id:t ”{id}” är upptaget: {why}."
    return problem(register, record, (*path, "id"), what, f"Välj ett annat, till exempel ”{id}-1”.")


def _years(register: Register) -> Iterator[Problem]:
    told: dict[str, str] = {}
    for report in register.annual_reports.values():
        if not (len(report.year) == 4 and report.year.isdecimal()):
            what = f"”{report.year}” är inte ett år."
            yield problem(register, report, ("år",), what, "Skriv året med fyra siffror: 2025.")
        elif report.year in told:
            what = f"Året {report.year} har redan en årlig uppföljning, ”{told[report.year]}”."
            yield problem(register, report, ("år",), what, "Lägg allt om året i en av dem.")
        told.setdefault(report.year, report.id)
