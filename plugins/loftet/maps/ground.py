"""The ground under a map, projected to Web Mercator once, so that many maps can be cut out of one ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from loftet.geo.geojson import Form
from loftet.geo.ground import GroundFeature, GroundKind
from loftet.geo.lines import Box, Line, box_of, clipped_line, clipped_ring, distant_thinned, in_runs
from loftet.geo.mercator import mercator


@dataclass(frozen=True)
class Piece:
    """One part of a feature, cut to a box, in Mercator units."""

    kind: GroundKind
    name: str
    closed: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Ground:
    """Background data with the source that must be named in every picture made from it."""

    features: tuple[GroundFeature, ...]
    attribution: str

    def within(self, box: Box, smallest: float = 0.0) -> Iterator[Piece]:
        """Give what lies in a box of Mercator units, cut to it, in drawing order.

        What measures less than `smallest` across and down together is left out before any work is spent on it.
        """
        for part in self._parts:
            if part.misses(box) or part.size < smallest:
                continue
            if part.inside(box):
                yield Piece(part.kind, part.name, part.closed, part.whole)
                continue
            lines = tuple(chain.from_iterable(part.cut(run, box) for run in part.runs))
            if lines:
                yield Piece(part.kind, part.name, part.closed, lines)

    @cached_property
    def _parts(self) -> tuple[_Part, ...]:
        order = list(GroundKind)
        ordered = sorted(self.features, key=lambda feature: order.index(feature.kind))
        return tuple(_Part.of(feature, part) for feature in ordered for part in feature.parts)


@dataclass(frozen=True)
class _Part:
    """One part in Mercator units, ready to be cut many times."""

    kind: GroundKind
    name: str
    closed: bool
    box: Box
    whole: tuple[Line, ...]

    @classmethod
    def of(cls, feature: GroundFeature, part: tuple[Line, ...]) -> _Part:
        lines = tuple(tuple(mercator(lat, lon) for lon, lat in line) for line in part)
        return cls(feature.kind, feature.name, feature.form is Form.POLYGON, box_of(lines[0]), lines)

    @cached_property
    def runs(self) -> tuple[tuple[tuple[Box, Line], ...], ...]:
        """Give the lines in short runs, each with its box; only what crosses an edge needs them."""
        return tuple(in_runs(line) for line in self.whole)

    @property
    def size(self) -> float:
        """Give how much the part measures across and down together."""
        return self.box[2] - self.box[0] + self.box[3] - self.box[1]

    def inside(self, box: Box) -> bool:
        """Tell whether the part lies wholly in the box."""
        left, low, right, high = self.box
        return left >= box[0] and right <= box[2] and low >= box[1] and high <= box[3]

    def misses(self, box: Box) -> bool:
        """Tell whether the part lies wholly beside the box."""
        left, low, right, high = self.box
        return right < box[0] or left > box[2] or high < box[1] or low > box[3]

    def cut(self, runs: tuple[tuple[Box, Line], ...], box: Box) -> tuple[Line, ...]:
        """Cut one line or ring to the box."""
        line = distant_thinned(runs, box)
        if not self.closed:
            return clipped_line(line, box)
        ring = clipped_ring(line, box)
        return (ring,) if ring else ()
