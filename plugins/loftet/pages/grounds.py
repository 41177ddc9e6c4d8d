"""The ground under the maps: the editor's own files in kartor/, all but routes and the outlines of areas."""

from __future__ import annotations

from collections.abc import Iterator

from loftet.geo import background
from loftet.geo.ground import Layer
from loftet.maps.ground import Ground
from loftet.model.register import Register
from loftet.problems import DataError


def ground_of(register: Register) -> Ground | None:
    """Give the ground of all files together, with the sources that they name; None without any."""
    layers = list(_layers(register))
    features = tuple(one for layer in layers for one in layer.features)
    sources = dict.fromkeys(layer.source for layer in layers if layer.source)
    return Ground(features, ", ".join(sources)) if features else None


def _layers(register: Register) -> Iterator[Layer]:
    """Read each file; a faulty one is told of by the judges and is no ground here."""
    top = register.folder.name if register.folder else "site_data"
    for name, data in background.files(register.maps, (area.geometry for area in register.areas.values())):
        try:
            yield background.read(data, f"{top}/kartor/{name}")
        except DataError:
            continue
