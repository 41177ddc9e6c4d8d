"""Many places in one picture: a count for each cell of a grid, so that it stays readable and small."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from loftet.geo.lines import XY

CELL = 68.0
"""Picture units across a cell."""

LARGEST = 27.0
"""Radius of the circle with the highest count; the ground stays visible between the circles."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Cluster:
    """A circle with a count, wholly inside its own cell."""

    middle: XY
    radius: float
    count: int


def grouped(places: Iterable[tuple[Item, XY]]) -> tuple[tuple[Cluster, ...], tuple[tuple[Item, XY], ...]]:
    """Share places out on a grid: a Cluster for each cell with several, and the places that are alone.

    Cells come row by row from the top left; a circle's area grows with its count.
    """
    cells: dict[tuple[int, int], list[tuple[Item, XY]]] = {}
    for item, (x, y) in places:
        cells.setdefault((int(y // CELL), int(x // CELL)), []).append((item, (x, y)))
    most = max((len(held) for held in cells.values()), default=1)
    groups = tuple(
        _group(cell, [xy for _, xy in held], most) for cell, held in sorted(cells.items()) if len(held) > 1
    )
    alone = tuple(held[0] for _, held in sorted(cells.items()) if len(held) == 1)
    return groups, alone


def _group(cell: tuple[int, int], held: list[XY], most: int) -> Cluster:
    count = len(held)
    readable = 6.0 + 4.8 * len(str(count))
    radius = max(readable, LARGEST * (count / most) ** 0.5)
    row, column = cell
    x = sum(place[0] for place in held) / count
    y = sum(place[1] for place in held) / count
    return Cluster((_within(x, column, radius), _within(y, row, radius)), radius, count)


def _within(value: float, cell: int, radius: float) -> float:
    """Move a circle so that it does not leave its cell."""
    return min(max(value, cell * CELL + radius), (cell + 1) * CELL - radius)
