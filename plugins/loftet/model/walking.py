"""Walk over a record's values with the editor's keys: the one way that judges and loading visit everything."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TypeVar, get_args

from pydantic import BaseModel

from loftet.model.base import RefTo

KeyPath = tuple[str | int, ...]


class Leaf(NamedTuple):
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


def leaves(record: BaseModel, path: KeyPath = ()) -> list[Leaf]:
    """Give every stated value of a record, in the order of the model; what is left out (None, empty) is not given."""
    found: list[Leaf] = []
    _gather(record, path, found)
    return found


def _gather(record: BaseModel, path: KeyPath, found: list[Leaf]) -> None:
    stated, values = record.model_fields_set, record.__dict__
    for name, alias, ref in _keys(type(record)):
        if name in stated:
            _gather_value(values[name], (*path, alias), ref, found)


def _gather_value(value: object, path: KeyPath, ref: RefTo | None, found: list[Leaf]) -> None:
    if type(value) is str:  # most are, and need no further question
        found.append(Leaf(path, value, ref))
    elif isinstance(value, BaseModel):
        _gather(value, path, found)
    elif isinstance(value, tuple):
        for number, member in enumerate(value):
            _gather_value(member, (*path, number), ref, found)
    elif isinstance(value, dict):
        for name, member in value.items():
            _gather_value(member, (*path, name), ref, found)
    elif value is not None:
        found.append(Leaf(path, value, ref))


Wanted = TypeVar("Wanted", bound=BaseModel)


def records_of(
    record: BaseModel, wanted: type[Wanted], path: KeyPath = ()
) -> Iterator[tuple[KeyPath, Wanted]]:
    """Give every record of one class inside a record, with its place."""
    if isinstance(record, wanted):
        yield path, record
    for name, alias in _ways(type(record), wanted):
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            yield from records_of(value, wanted, (*path, alias))
        elif isinstance(value, tuple):
            for number, member in enumerate(value):
                if isinstance(member, BaseModel):
                    yield from records_of(member, wanted, (*path, alias, number))


@cache
def _ways(kind: type[BaseModel], wanted: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Give the fields of a class below which a record of another class can stand: the rest need no visit."""
    return tuple(
        (name, alias)
        for name, alias, _ in _keys(kind)
        if any(issubclass(one, wanted) for one in _below(kind, name))
    )


def _below(kind: type[BaseModel], name: str) -> set[type[BaseModel]]:
    """Give every class that can stand below a field, at any depth."""
    found: set[type[BaseModel]] = set()
    waiting = list(_classes(kind.model_fields[name].annotation))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(
                inner for field in one.model_fields.values() for inner in _classes(field.annotation)
            )
    return found


def _classes(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in _inner(annotation):
        yield from _classes(inner)
