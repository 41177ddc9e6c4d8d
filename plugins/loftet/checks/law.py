"""The records that kommun.yml names as parts of the work under lag 2023:196 must exist and be public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loftet.checks.telling import problem
from loftet.facts.law import named, reference
from loftet.model.register import KINDS, Register, is_draft, kind_named
from loftet.problems import Problem
from loftet.wording import did_you_mean


def law_records_exist(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each `slag/id` that names nothing, or a draft; words are left as they are."""
    for place, line in enumerate(register.municipality.law):
        kind_and_id = reference(line.record)
        if kind_and_id is None:
            continue
        found = _fault(register, line.record, *kind_and_id)
        if found:
            yield problem(register, register.municipality, ("lagen", place, "post"), *found)


def _fault(register: Register, text: str, kind_name: str, id: str) -> tuple[str, str] | None:
    kind = kind_named(kind_name)
    if kind is None:
        names = [one.name for one in KINDS]
        return f"”{kind_name}” är inget slag av poster.", did_you_mean(kind_name, names, len(names))
    record = named(register, text)
    if record is None:
        if register.is_unread(kind.name, id):
            return None
        what = f"”{text}” finns inte: ingen post av slaget {kind.one} har det id:t."
        return what, did_you_mean(id, sorted(register.of(kind)))
    if is_draft(record):
        mend = "Publicera posten, eller ta bort raden tills den är publicerad."
        return f"”{text}” är ett utkast och syns inte på webbplatsen.", mend
    return None
