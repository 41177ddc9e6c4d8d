"""The ground under a map: water, streets, houses from the municipality's own files, no tiles.

A file is GeoJSON with the property `slag` (one of GroundKind) on each feature and `namn` where it has
one. Everything is projected to Web Mercator once, so that many maps can be cut out of one ground.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain

from loftet.geo import geojson
from loftet.geo.geojson import Feature, Form
from loftet.geo.lines import Box, Line, box_of, clipped_line, clipped_ring, distant_thinned, in_runs
from loftet.maps.mercator import mercator
from loftet.problems import DataError, Problem


class GroundKind(StrEnum):
    """What a feature of the ground is, in the order it is drawn; the value stands in `slag`."""

    WATER = "vatten"
    PARK = "park"
    BUILDING = "byggnad"
    SHORE = "strand"
    STREET = "gata"
    RAILWAY = "jarnvag"
    BORDER = "grans"

    @classmethod
    def named(cls, word: object) -> GroundKind | None:
        """Find the kind that an editor wrote, with or without its dots, or None."""
        spelt = str(word).strip().lower().translate(str.maketrans("åäö", "aao"))
        return next((kind for kind in cls if kind.value == spelt), None)


@dataclass(frozen=True)
class GroundFeature:
    """One feature of the ground, in degrees as it was read."""

    kind: GroundKind
    name: str
    form: Form
    parts: tuple[tuple[Line, ...], ...]


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

    def within(self, box: Box) -> Iterator[Piece]:
        """Give what lies in a box of Mercator units, cut to it, in drawing order."""
        for part in self._parts:
            if part.misses(box):
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
    runs: tuple[tuple[tuple[Box, Line], ...], ...]

    @classmethod
    def of(cls, feature: GroundFeature, part: tuple[Line, ...]) -> _Part:
        lines = tuple(tuple(mercator(lat, lon) for lon, lat in line) for line in part)
        runs = tuple(in_runs(line) for line in lines)
        return cls(feature.kind, feature.name, feature.form is Form.POLYGON, box_of(lines[0]), runs)

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


def read(data: bytes, file: str) -> tuple[GroundFeature, ...]:
    """Read background data from a GeoJSON file; points are left out.

    `file` is the path as the editor sees it. Raises DataError for what geojson.read refuses and for a
    feature whose `slag` is missing or unknown.
    """
    features = geojson.read(data, file)
    unknown = sorted({str(f.properties.get("slag", "")) for f in features if _kind(f) is None})
    if unknown:
        allowed = ", ".join(GroundKind)
        raise DataError(
            Problem(
                file, 0, 0, f"Egenskapen slag är «{word}», som kartan inte känner.", f"Välj bland {allowed}."
            )
            for word in unknown
        )
    drawn = ((kind, f) for f in features if f.form is not Form.POINT and (kind := _kind(f)))
    return tuple(
        GroundFeature(kind, str(f.properties.get("namn") or ""), f.form, f.parts) for kind, f in drawn
    )


def _kind(feature: Feature) -> GroundKind | None:
    return GroundKind.named(feature.properties.get("slag", ""))
