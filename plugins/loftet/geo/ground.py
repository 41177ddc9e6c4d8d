"""What background data may hold, and reading it: water, streets, houses from the municipality's own files.

A file is GeoJSON. `slag` (one of GroundKind) stands on each feature or once for the whole file, `namn`
on each feature that has one, and `källa` (or `attribution`) once: who made the data.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from loftet.geo import geojson
from loftet.geo.geojson import Feature, Form
from loftet.geo.lines import Line
from loftet.problems import DataError, Problem

_SOURCE_KEYS = ("källa", "kalla", "attribution")


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
class Layer:
    """What one file gives the ground: its features, and who made them ("" when the file does not say)."""

    features: tuple[GroundFeature, ...]
    source: str


def read(data: bytes, file: str) -> Layer:
    """Read background data from a GeoJSON file; points are left out.

    `file` is the path as the editor sees it. Raises DataError for what geojson.read refuses and for a
    feature whose `slag` is missing or unknown, with the kinds that are known.
    """
    members = geojson.members(data, file)
    common = members.get("slag") or ""
    features = geojson.read(data, file)
    told = {id(one): one.properties.get("slag") or common for one in features}
    unknown = sorted({str(word) for word in told.values() if GroundKind.named(word) is None})
    if unknown:
        raise DataError(unknown_kind(file, word) for word in unknown)
    source = next((str(members[key]) for key in _SOURCE_KEYS if members.get(key)), "")
    drawn = (one for one in features if one.form is not Form.POINT)
    return Layer(tuple(_feature(one, GroundKind.named(told[id(one)])) for one in drawn), source)


def unknown_kind(file: str, word: str) -> Problem:
    """Give the Problem of a kind that the map does not know, with those it does."""
    if word:
        what = f"Egenskapen slag är ”{word}”, som kartan inte känner."
    else:
        what = "Egenskapen slag saknas: kartan vet inte vad den ska rita."
    return Problem(file, 0, 0, what, f"Välj bland {', '.join(GroundKind)}.")


def _feature(feature: Feature, kind: GroundKind | None) -> GroundFeature:
    assert kind is not None  # read has refused the unknown ones
    return GroundFeature(kind, str(feature.properties.get("namn") or ""), feature.form, feature.parts)
