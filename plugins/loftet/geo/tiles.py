"""Background data in PMTiles, read when the site is built: no visitor's browser ever asks for a tile.

Needs the extra `bakgrund`. The layers of Protomaps' and OpenMapTiles' schemas are known, and layers that
are named as a GroundKind.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import product
from typing import TypeAlias

from loftet.geo.geojson import Form
from loftet.geo.ground import GroundFeature, GroundKind, Layer
from loftet.geo.lines import XY, Line
from loftet.geo.mercator import degrees
from loftet.problems import DataError, Problem

MOST_TILES = 1_500
"""Tiles that are read at most: a municipality at the level where houses are seen, or a county less finely."""

MAX_BYTES = 100_000_000

MAX_TILE_BYTES = 20_000_000
"""Bytes of one tile when it is unpacked; a full one is about 500 kB."""

EXTENT = 4096
"""Units across a tile to which every layer is brought."""

SEAM = 4.0
"""Units within which two ends at the edge of a tile are one: each tile has rounded the line for itself."""

KNOWN: dict[str, GroundKind | None] = {
    **{kind.value: kind for kind in GroundKind},
    "water": GroundKind.WATER,
    "waterway": GroundKind.WATER,
    "physical_line": GroundKind.WATER,
    "landuse": GroundKind.PARK,
    "park": GroundKind.PARK,
    "buildings": GroundKind.BUILDING,
    "building": GroundKind.BUILDING,
    "roads": GroundKind.STREET,
    "transportation": GroundKind.STREET,
    "transit": GroundKind.RAILWAY,
    "boundaries": GroundKind.BORDER,
    "boundary": GroundKind.BORDER,
    **dict.fromkeys(("earth", "landcover", "globallandcover", "natural", "places", "place", "pois", "poi")),
    **dict.fromkeys(("physical_point", "water_name", "transportation_name", "housenumber", "mountain_peak")),
    **dict.fromkeys(("aeroway", "aerodrome_label")),
}
"""What each layer is drawn as; None is known and left out."""

_GREEN = {"park", "forest", "wood", "garden", "grass", "meadow", "cemetery", "playground", "nature_reserve"}
_NO_STREET = {"path", "track", "ferry", "pier", "aerialway", "other", "service"}

NOT_INSTALLED = (
    "Filen är en karta i PMTiles, och det som läser sådana är inte installerat.",
    "Kör ”pip install 'loftet[bakgrund]'”, eller exportera underlaget som GeoJSON.",
)
BROKEN = (
    "Filen är ingen hel PMTiles-karta.",
    "Hämta filen på nytt, eller klipp ut kommunen på nytt med ”pmtiles extract”.",
)
PICTURES = (
    "Filen innehåller bilder och inga linjer och ytor, eller är packad på ett sätt som inte läses här.",
    "Välj en PMTiles-karta med vektordata (MVT), packad med gzip.",
)
EMPTY = ("Kartan innehåller inget som ritas.", "Klipp ut området som kommunen ligger i.")
LARGE = (
    f"Filen är för stor (högst {MAX_BYTES // 1_000_000} MB).",
    "Klipp ut kommunen med ”pmtiles extract”.",
)

Tile: TypeAlias = tuple[tuple[int, int, int], bytes]
Key: TypeAlias = tuple[GroundKind, str, Form]


def read(data: bytes, file: str) -> Layer:
    """Read a PMTiles file as background data; what was cut at the edges of tiles is joined again.

    Raises DataError when the extra is not installed, the file is broken, too large or holds pictures, and
    for layers that are not known.
    """
    if len(data) > MAX_BYTES:
        raise _refusal(file, LARGE)
    try:
        import mapbox_vector_tile
        import pmtiles.reader
        import shapely
    except ImportError:
        raise _refusal(file, NOT_INSTALLED) from None
    del mapbox_vector_tile, shapely
    try:
        reader = pmtiles.reader.Reader(pmtiles.reader.MemorySource(data))
        header, metadata = reader.header(), reader.metadata()
        tiles = _chosen(pmtiles.reader.all_tiles(pmtiles.reader.MemorySource(data)), int(header["max_zoom"]))
    except (pmtiles.tile.MagicNumberNotFound, *_FAULTS):
        raise _refusal(file, BROKEN) from None
    if header["tile_type"].name != "MVT" or header["tile_compression"].name not in ("GZIP", "NONE"):
        raise _refusal(file, PICTURES)
    return Layer(_features(tiles, file), _plain(str(metadata.get("attribution") or "")))


_FAULTS = (
    ValueError,
    KeyError,
    IndexError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
    json.JSONDecodeError,
)
"""What the readers of others raise for broken bytes."""


def _refusal(file: str, words: tuple[str, str]) -> DataError:
    return DataError([Problem(file, 0, 0, *words)])


def _plain(html: str) -> str:
    """Give a source without the tags that map makers put into it."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)).strip()


def _unpacked(data: bytes, file: str) -> bytes:
    """Unpack a tile, and refuse one that would fill the memory before it does."""
    with gzip.open(BytesIO(data)) as packed:
        unpacked = packed.read(MAX_TILE_BYTES + 1)
    if len(unpacked) > MAX_TILE_BYTES:
        raise _refusal(file, BROKEN)
    return unpacked


def _chosen(tiles: Iterable[Tile], highest: int) -> list[Tile]:
    """Give the tiles of the finest level that is not too many."""
    by_level: dict[int, list[Tile]] = {}
    for place, data in tiles:
        if place[0] <= highest:
            by_level.setdefault(place[0], []).append((place, data))
    fitting = [level for level, found in by_level.items() if len(found) <= MOST_TILES]
    return sorted(by_level[max(fitting)]) if fitting else []


def _features(tiles: list[Tile], file: str) -> tuple[GroundFeature, ...]:
    import shapely

    gathered: dict[Key, list[object]] = {}
    unknown: set[str] = set()
    level = tiles[0][0][0] if tiles else 0
    for place, data in tiles:
        for key, shape in _of_tile(place, data, file, unknown):
            gathered.setdefault(key, []).append(shape)
    if unknown:
        allowed = ", ".join(sorted(KNOWN))
        raise DataError(
            Problem(
                file, 0, 0, f"Kartlagret ”{name}” känner kartan inte.", f"Behåll bara lager bland {allowed}."
            )
            for name in sorted(unknown)
        )
    if not gathered:
        raise _refusal(file, EMPTY)
    return tuple(
        GroundFeature(kind, name, form, tuple(_parts(shapely.unary_union(found), form, level)))
        for (kind, name, form), found in sorted(gathered.items())
    )


def _of_tile(
    place: tuple[int, int, int], data: bytes, file: str, unknown: set[str]
) -> Iterator[tuple[Key, object]]:
    """Give what one tile holds, cut to the tile and placed among all tiles of its level."""
    import mapbox_vector_tile
    import shapely
    from google.protobuf.message import DecodeError

    _, column, row = place
    try:
        unpacked = _unpacked(data, file) if data[:2] == b"\x1f\x8b" else data
        layers = mapbox_vector_tile.decode(unpacked, default_options={"y_coord_down": True})
    except (DecodeError, *_FAULTS):
        raise _refusal(file, BROKEN) from None
    for name, layer in layers.items():
        if name not in KNOWN:
            unknown.add(name)
            continue
        scale = EXTENT / layer["extent"]
        for feature in layer["features"]:
            key = _key(name, feature["properties"], feature["geometry"]["type"])
            if key is None:
                continue
            shape = shapely.clip_by_rect(
                shapely.make_valid(shapely.geometry.shape(feature["geometry"])), 0, 0, *[layer["extent"]] * 2
            )
            moved = shapely.transform(shape, lambda xy, by=scale: xy * by + (column * EXTENT, row * EXTENT))
            if not moved.is_empty:
                yield key, moved


def _key(layer: str, properties: Mapping[str, object], geometry: str) -> Key | None:
    """Tell what a feature is drawn as and what it is called; None for what is not drawn."""
    kind = KNOWN[layer]
    said = str(properties.get("kind") or properties.get("class") or "")
    if kind is None or "Point" in geometry or (layer == "landuse" and said not in _GREEN):
        return None
    if kind is GroundKind.STREET and said in ("rail", "transit"):
        kind = GroundKind.RAILWAY
    if kind is GroundKind.STREET and said in _NO_STREET:
        return None
    names = (properties.get(key) for key in ("name:sv", "namn", "name"))
    form = Form.POLYGON if "Polygon" in geometry else Form.LINE
    return kind, next((str(name) for name in names if name), ""), form


def _parts(shape: object, form: Form, level: int) -> Iterator[tuple[Line, ...]]:
    """Take a joined shape apart into lines, or rings with their holes, in degrees."""
    import shapely

    if form is Form.LINE:
        joined = shapely.line_merge(_sewn(shape))
        wanted = [one for one in shapely.get_parts(joined) if one.geom_type == "LineString"]
        yield from ((_degrees(one.coords, level),) for one in wanted)
        return
    for one in shapely.get_parts(shape):
        if one.geom_type == "Polygon":
            yield tuple(_degrees(ring.coords, level) for ring in (one.exterior, *one.interiors))


def _sewn(shape: object) -> object:
    """Let lines that were cut at the edge of a tile meet there again."""
    import shapely

    lines = [list(one.coords) for one in shapely.get_parts(shape)]
    kept: dict[tuple[int, int], XY] = {}
    for line in lines:
        for end in (0, -1):
            if any(abs(one - round(one / EXTENT) * EXTENT) < 1e-6 for one in line[end]):
                line[end] = _met(line[end], kept)
    return shapely.multilinestrings([shapely.linestrings(line) for line in lines])


def _met(end: XY, kept: dict[tuple[int, int], XY]) -> XY:
    """Give the end already met within SEAM, which stands in one of nine cells, or keep this one."""
    column, row = int(end[0] // SEAM), int(end[1] // SEAM)
    around = (kept.get((column + right, row + down)) for right, down in product((-1, 0, 1), repeat=2))
    near = next((one for one in around if one and math.dist(one, end) <= SEAM), None)
    return near or kept.setdefault((column, row), end)


def _degrees(places: Iterable[tuple[float, float]], level: int) -> Line:
    across = EXTENT * 2**level
    found = (degrees(x / across, y / across) for x, y in places)
    return tuple((round(lon, 6), round(lat, 6)) for lat, lon in found)
