"""Make a Problem or a Hint at the place where a record's key is written."""

from __future__ import annotations

from typing import TypeVar

from loftet.model.base import Entity
from loftet.model.register import KIND_BY_TYPE, Register
from loftet.model.walking import KeyPath
from loftet.problems import Hint, Problem

Told = TypeVar("Told", bound=Problem)


def problem(register: Register, record: Entity, path: KeyPath, what: str, mend: str = "") -> Problem:
    """Give a Problem at a key of a record."""
    return _told(Problem, register, record, path, what, mend)


def hint(register: Register, record: Entity, path: KeyPath, what: str, mend: str = "") -> Hint:
    """Give a Hint at a key of a record."""
    return _told(Hint, register, record, path, what, mend)


def _told(kind: type[Told], register: Register, record: Entity, path: KeyPath, what: str, mend: str) -> Told:
    location = register.location(KIND_BY_TYPE[type(record)], record)
    line, column = location.at(path)
    return kind(location.file, line, column, what, mend)
