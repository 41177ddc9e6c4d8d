"""Walk over a record's values with the editor's keys: the one way that judges and loading visit everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeVar, get_args

from pydantic import BaseModel

from loftet.model.base import RefTo

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Leaf:
    """One value of a record: where it stands (the editor's keys), what it is, and which kinds it may point at."""

    path: KeyPath
    value: object
    ref: RefTo | None


@cache
def _keys(kind: type[BaseModel]) -> tuple[tuple[str, str, RefTo | None], ...]:
    return tuple(
        (name, field.alias or name, _ref((field.annotation, *field.metadata)))
        for name, field in kind.model_fields.items()
    )


def _ref(parts: tuple[object, ...]) -> RefTo | None:
    for part in parts:
        found = part if isinstance(part, RefTo) else _ref(_inner(part))
        if found:
            return found
    return None


def _inner(annotation: object) -> tuple[object, ...]:
    return (*get_args(annotation), *getattr(annotation, "__metadata__", ()))


def leaves(record: BaseModel, path: KeyPath = ()) -> Iterator[Leaf]:
    """Give every stated value of a record, in the order of the model; what is left out (None, empty) is not given."""
    for name, alias, ref in _keys(type(record)):
        yield from _values(getattr(record, name), (*path, alias), ref)


def _values(value: object, path: KeyPath, ref: RefTo | None) -> Iterator[Leaf]:
    if value is None:
        return
    if isinstance(value, BaseModel):
        yield from leaves(value, path)
    elif isinstance(value, tuple):
        for number, member in enumerate(value):
            yield from _values(member, (*path, number), ref)
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from _values(member, (*path, name), ref)
    else:
        yield Leaf(path, value, ref)


Wanted = TypeVar("Wanted", bound=BaseModel)


def records_of(
    record: BaseModel, wanted: type[Wanted], path: KeyPath = ()
) -> Iterator[tuple[KeyPath, Wanted]]:
    """Give every record of one class inside a record, with its place."""
    if isinstance(record, wanted):
        yield path, record
    for name, alias, _ in _keys(type(record)):
        for place, member in _members(getattr(record, name), (*path, alias)):
            yield from records_of(member, wanted, place)


def _members(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, BaseModel]]:
    if isinstance(value, BaseModel):
        yield path, value
    elif isinstance(value, tuple):
        for number, member in enumerate(value):
            yield from _members(member, (*path, number))
