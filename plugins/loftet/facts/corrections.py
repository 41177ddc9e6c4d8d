"""Corrections: what each is of, and what has been corrected in a record."""

from __future__ import annotations

from loftet.facts.as_of import AsOf
from loftet.facts.subjects import subject
from loftet.model.base import Entity
from loftet.model.follow_up import Correction, Entry, FollowUp
from loftet.model.register import KIND_BY_NAME, KIND_BY_TYPE, Register, kind_named

_KINDS = tuple(KIND_BY_NAME[name] for name in ("uppfoljning", "indikator", "lofte", "atgard", "vandring"))


def corrected(register: Register, correction: Correction) -> Entity | None:
    """Give the record that a correction is of, named by its id or by kind and id; None when it is unknown."""
    prefix, _, rest = correction.of.partition("/")
    kind = kind_named(prefix) if rest else None
    if kind in _KINDS:
        return register.of(kind).get(rest)
    return next((one for kind in _KINDS if (one := register.of(kind).get(correction.of))), None)


def corrections(as_of: AsOf) -> tuple[Correction, ...]:
    """Give the corrections made up to today, newest first."""
    made = [one for one in as_of.public.corrections.values() if one.date.first <= as_of.today]
    return tuple(sorted(made, key=lambda one: (one.date, one.id), reverse=True))


def corrections_of(as_of: AsOf, record: Entity) -> tuple[Correction, ...]:
    """Give the corrections of a record made up to today, oldest first, as they were added."""
    of = (KIND_BY_TYPE[type(record)].name, record.id)
    made = []
    for one in reversed(corrections(as_of)):
        found = corrected(as_of.public, one)
        if found and (KIND_BY_TYPE[type(found)].name, found.id) == of:
            made.append(one)
    return tuple(made)


def corrected_entry(register: Register, correction: Correction) -> Entry | None:
    """Give the entry of a follow-up that a correction is of; None when it names none, or none that is there."""
    record = corrected(register, correction)
    wanted = subject(register, correction.about) if correction.about else None
    if not isinstance(record, FollowUp) or wanted is None:
        return None
    return next((one for one in record.entries if subject(register, one.about) == wanted), None)
