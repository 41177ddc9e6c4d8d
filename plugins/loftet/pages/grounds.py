"""The ground under the maps: the editor's own GeoJSON files in kartor/ that say `slag` of what they hold."""

from __future__ import annotations

import json

from loftet.maps.ground import Ground, GroundFeature, read
from loftet.model.register import Register
from loftet.problems import DataError


def ground_of(register: Register) -> Ground | None:
    """Give the ground of all files together, with the sources that they name as `källa`; None without any.

    The outlines of areas are no ground, and neither is a file whose objects lack a known `slag`.
    """
    outlines = {area.geometry for area in register.areas.values()}
    features: list[GroundFeature] = []
    sources: dict[str, None] = {}
    for name, data in register.maps.items():
        if name in outlines or not name.lower().endswith((".geojson", ".json")):
            continue
        try:
            features.extend(read(data, name))
        except DataError:
            continue
        sources[_source(data)] = None
    return Ground(tuple(features), ", ".join(filter(None, sources))) if features else None


def _source(data: bytes) -> str:
    """Give the member `källa` of a GeoJSON document: who made the ground."""
    return str(json.loads(data.decode("utf-8-sig")).get("källa") or "")
