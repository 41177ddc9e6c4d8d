"""What a reference such as `lofte-7/belysning` or `atgard/belysning` stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.register import Register

SubjectKind: TypeAlias = Literal["atgard", "atagande", "lofte"]
"""What a follow-up can speak of: a measure, a commitment or a promise."""

_PREFIXES: Mapping[str, SubjectKind] = {
    "atgard": "atgard",
    "atgarder": "atgard",
    "lofte": "lofte",
    "loften": "lofte",
    "atagande": "atagande",
}


@dataclass(frozen=True)
class Subject:
    """One thing that a follow-up can speak of; `key` is its full id."""

    kind: SubjectKind
    key: str


def subjects(register: Register, about: str) -> tuple[Subject, ...]:
    """Give every thing that a reference can mean: none when it is unknown, several when it is ambiguous."""
    prefix, _, rest = about.partition("/")
    if rest and prefix in _PREFIXES and prefix not in register.promises:
        wanted: SubjectKind = "atagande" if "/" in rest else _PREFIXES[prefix]
        return tuple(one for one in subjects(register, rest) if one.kind == wanted)
    if rest:
        return (Subject("atagande", about),) if register.commitment(about) else ()
    return tuple(_bare(register, about))


def _bare(register: Register, about: str) -> Iterator[Subject]:
    if about in register.measures:
        yield Subject("atgard", about)
    if about in register.promises:
        yield Subject("lofte", about)
    for promise in register.promises_with(about):
        yield Subject("atagande", f"{promise.id}/{about}")


def subject(register: Register, about: str) -> Subject | None:
    """Give the one thing that a reference means; None when it is unknown or ambiguous."""
    found = subjects(register, about)
    return found[0] if len(found) == 1 else None


def promised(register: Register, about: str) -> Subject | None:
    """Give the commitment or promise that a measure's `åtagande` means: never a measure of the same id."""
    found = [one for one in subjects(register, about) if one.kind != "atgard"]
    return found[0] if len(found) == 1 else None


def of_measure(measure: Measure) -> Subject:
    """Give the subject that a measure is."""
    return Subject("atgard", measure.id)


def of_commitment(promise: Promise, commitment: Commitment) -> Subject:
    """Give the subject that a commitment is."""
    return Subject("atagande", f"{promise.id}/{commitment.id}")


def of_promise(promise: Promise) -> Subject:
    """Give the subject that a promise as a whole is."""
    return Subject("lofte", promise.id)
