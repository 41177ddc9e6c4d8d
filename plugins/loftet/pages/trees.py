"""What lies under what: records in a tree by the parents that they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from loftet.model.base import Entity

Placed = TypeVar("Placed", bound=Entity)


@dataclass(frozen=True)
class Node(Generic[Placed]):
    """A record with those under it."""

    record: Placed
    under: tuple[Node[Placed], ...] = ()


def forest(records: Iterable[Placed], parents: Callable[[Placed], Iterable[str]]) -> tuple[Node[Placed], ...]:
    """Give records as trees, in the order given; one with several parents stands under the first of them.

    A record whose parents are unknown, or that lies under itself, stands at the top: nothing is ever left out.
    """
    known = {one.id: one for one in records}
    above = {id: next((up for up in parents(one) if up in known), None) for id, one in known.items()}
    tops = [id for id in known if above[id] is None or _in_a_ring(id, above)]
    below: dict[str, list[str]] = {}
    for id, up in above.items():
        if up and id not in tops:
            below.setdefault(up, []).append(id)
    return tuple(_node(known, below, id) for id in tops)


def _in_a_ring(id: str, above: Mapping[str, str | None]) -> bool:
    up, seen = above[id], set[str]()
    while up and up not in seen and up != id:
        seen.add(up)
        up = above[up]
    return up == id


def _node(known: Mapping[str, Placed], below: Mapping[str, list[str]], id: str) -> Node[Placed]:
    return Node(known[id], tuple(_node(known, below, one) for one in below.get(id, ())))


def within(nodes: Iterable[Node[Placed]], id: str) -> Node[Placed] | None:
    """Give the place of a record in a forest; None when it is not there."""
    for node in nodes:
        found = node if node.record.id == id else within(node.under, id)
        if found:
            return found
    return None


def ids_of(node: Node[Placed]) -> frozenset[str]:
    """Give the ids of a record and of everything under it."""
    return frozenset({node.record.id}).union(*(ids_of(one) for one in node.under))


def above_of(records: Mapping[str, Placed], id: str, parent: Callable[[Placed], str | None]) -> list[Placed]:
    """Give what a record lies in, nearest first; a ring ends where it closes."""
    found: list[Placed] = []
    up = parent(records[id])
    while up and up in records and up != id and records[up] not in found:
        found.append(records[up])
        up = parent(records[up])
    return found
