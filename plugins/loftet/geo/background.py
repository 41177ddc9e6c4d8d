"""Which files of kartor/ are background data, and reading each by its ending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from loftet.geo import ground, tiles
from loftet.geo.ground import Layer

_TILES = ".pmtiles"
_ENDINGS = (".geojson", ".json", _TILES)


def files(maps: Mapping[str, bytes], outlines: Iterable[str | None]) -> Iterator[tuple[str, bytes]]:
    """Give the files that are laid under the maps: neither routes nor the outlines of areas."""
    named = set(outlines)
    for name, data in maps.items():
        if name not in named and name.lower().endswith(_ENDINGS):
            yield name, data


@lru_cache(maxsize=64)
def read(data: bytes, file: str) -> Layer:
    """Read one file of background data; raises DataError with what the editor is to mend."""
    return tiles.read(data, file) if file.lower().endswith(_TILES) else ground.read(data, file)
