"""Laws of background maps in PMTiles: read at build, joined over the edges of tiles, refused in words."""

from __future__ import annotations

import gzip
import io
import math
import sys
from itertools import product
from pathlib import Path

import mapbox_vector_tile
import pytest
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

import small_town
from loftet.checks.attachments import map_files_read
from loftet.geo import tiles
from loftet.geo.coordinates import degrees_of_sweref
from loftet.geo.geojson import Form
from loftet.geo.ground import GroundKind
from loftet.geo.lines import signed_area
from loftet.geo.mercator import mercator
from loftet.loading import load
from loftet.pages.walks import walks
from loftet.problems import DataError

OTHERS = Path(__file__).parent / "shared" / "vista.pmtiles"
"""A made-up town by another's writer: GDAL 3.12, as `ogr2ogr -f PMTiles -dsco MINZOOM=9 -dsco MAXZOOM=14` makes it
of a GeoPackage in SWEREF 99 TM with the layers water, landuse, roads and buildings; tiles packed with gzip."""

LEVEL = 14
COLUMN, ROW = (int(one * 2**LEVEL) for one in mercator(58.312, 14.503))
WHOLE = [[(0, 0), (4096, 0), (4096, 4096), (0, 4096), (0, 0)]]
LAKE = {"geometry": {"type": "Polygon", "coordinates": WHOLE}, "properties": {"name": "Sjön"}}
ROAD = {
    "geometry": {"type": "LineString", "coordinates": [(-80, 2000), (4176, 2000)]},
    "properties": {"kind": "minor_road", "name": "Storgatan"},
}
PATH = {**ROAD, "properties": {"kind": "path", "name": "Stigen"}}
RAIL = {**ROAD, "properties": {"kind": "rail"}}


def tile(**layers: list[dict[str, object]]) -> bytes:
    """Make one vector tile."""
    named = [{"name": name, "features": features} for name, features in layers.items()]
    return gzip.compress(mapbox_vector_tile.encode(named, default_options={"y_coord_down": True}), mtime=0)


def archive(
    layers: dict[str, list[dict[str, object]]],
    kind: TileType = TileType.MVT,
    attribution: str = '<a href="https://byn.example">© Byns kommun</a>',
) -> bytes:
    """Write a small PMTiles file of two by two equal tiles."""
    buffer = io.BytesIO()
    writer = Writer(buffer)
    found = sorted(zxy_to_tileid(LEVEL, COLUMN + x, ROW + y) for x, y in product((0, 1), (0, 1)))
    for id in found:
        writer.write_tile(id, tile(**layers))
    header: dict[str, object] = {"tile_type": kind, "tile_compression": Compression.GZIP}
    header |= {f"{end}_{axis}_e7": 0 for end in ("min", "max") for axis in ("lon", "lat")}
    header |= {"center_zoom": 0, "center_lon_e7": 0, "center_lat_e7": 0}
    writer.finalize(header, {"attribution": attribution})
    return buffer.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(DataError) as error:
        tiles.read(data, "site_data/kartor/byn.pmtiles")
    return str(error.value)


def test_a_tile_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few kilobytes may unpack to gigabytes."""
    bomb = gzip.compress(b"\0" * (tiles.MAX_TILE_BYTES + 1), mtime=0)
    monkeypatch.setattr(sys.modules[__name__], "tile", lambda **_: bomb)
    assert len(bomb) < 30_000
    assert (
        refusal(archive({"water": [LAKE]}))
        == f"site_data/kartor/byn.pmtiles: {tiles.BROKEN[0]}\n  Gör så här: {tiles.BROKEN[1]}"
    )


def test_a_file_by_another_writer_is_read_whole() -> None:
    """Several layers and levels, surfaces of several parts and with holes, what is not drawn left out."""
    found = {(one.kind.value, one.name): one.parts for one in tiles.read(OTHERS.read_bytes(), "x").features}
    named = {("vatten", "Sjön med ön"), ("vatten", "Dammarna"), ("park", "Stadsparken")}
    named |= {("gata", "Åsögatan"), ("gata", "Östra vägen"), ("jarnvag", ""), ("byggnad", "")}
    assert set(found) == named
    surfaces = ("Sjön med ön", 1, 2), ("Dammarna", 2, 2), ("Stadsparken", 1, 2), ("", 56, 67)
    for name, parts, rings in surfaces:
        kept = next(parts for (kind, one), parts in found.items() if one == name and kind not in ("jarnvag",))
        assert (len(kept), sum(map(len, kept))) == (parts, rings), name
    cut = ("gata", "Åsögatan", 1), ("gata", "Östra vägen", 2), ("jarnvag", "", 1)
    assert [len(found[kind, name]) for kind, name, _ in cut] == [count for *_, count in cut]
    (shore, island), *_ = found["vatten", "Sjön med ön"]
    corner = degrees_of_sweref(6_463_000 - 700, 470_000 + 600)
    assert min(math.dist(corner, (lat, lon)) for lon, lat in island) < 0.00002
    assert signed_area(shore) > 0 > signed_area(island)


def test_a_walk_is_drawn_on_the_ground_of_another_writer(tmp_path: Path) -> None:
    spots = ((58.302, 14.49), (58.316, 14.518))
    stop = "stopp:\n" + "".join(
        f"  - {{plats: Bron, läge: {{lat: {lat}, lon: {lon}}}}}\n" for lat, lon in spots
    )
    data = small_town.write(
        tmp_path, {"kommun.yml": "namn: Byn\n", "vandringar/a.yml": f"titel: A\ndatum: 2025\n{stop}"}
    )
    small_town.put(data, "kartor/vista.pmtiles", OTHERS.read_bytes())
    body = next(page.body for page in walks(small_town.site(data)) if page.address == "vandringar/a/")
    for kind in ("vatten", "byggnad", "gata", "park", "jarnvag"):
        assert f'class="lo-karta__{kind}"' in body
    assert ">Stadsparken</text>" in body


def test_a_lake_cut_by_the_edges_of_tiles_is_one_surface_again() -> None:
    layer = tiles.read(archive({"water": [LAKE]}), "byn.pmtiles")
    (lake,) = layer.features
    assert (lake.kind, lake.name, lake.form) == (GroundKind.WATER, "Sjön", Form.POLYGON)
    ((ring,),) = lake.parts
    across = [tuple(one * 2**LEVEL for one in mercator(lat, lon)) for lon, lat in ring]
    assert abs(signed_area(across)) == pytest.approx(4, abs=0.01)
    assert min(x for x, _ in across) == pytest.approx(COLUMN, abs=0.01)
    assert max(y for _, y in across) == pytest.approx(ROW + 2, abs=0.01)


def test_a_street_over_several_tiles_is_one_line_and_a_path_is_left_out() -> None:
    layer = tiles.read(archive({"roads": [ROAD, PATH, RAIL], "places": []}), "byn.pmtiles")
    assert [(one.kind, one.name, len(one.parts)) for one in layer.features] == [
        (GroundKind.STREET, "Storgatan", 2),
        (GroundKind.RAILWAY, "", 2),
    ]


def test_the_source_is_named_without_the_tags_of_its_makers() -> None:
    assert tiles.read(archive({"water": [LAKE]}), "byn.pmtiles").source == "© Byns kommun"


def test_the_same_file_gives_the_same_ground() -> None:
    made = {"water": [LAKE], "roads": [ROAD]}
    assert tiles.read(archive(made), "a.pmtiles") == tiles.read(archive(made), "a.pmtiles")


def test_a_layer_that_is_not_known_is_a_problem_with_the_known_ones() -> None:
    said = refusal(archive({"water": [LAKE], "trees": [LAKE]}))
    assert said.startswith(
        "site_data/kartor/byn.pmtiles: Kartlagret ”trees” känner kartan inte.\n"
        "  Gör så här: Behåll bara lager bland aerodrome_label, "
    )
    assert "vatten" in said


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PMTiles",
        b"ingen karta alls" * 40,
        archive({"water": [LAKE]})[:200],
        archive({"water": [LAKE]})[:-30],
        archive({"water": [LAKE]}).replace(tile(water=[LAKE])[:20], b"\x1f\x8b" + b"x" * 18),
    ],
    ids=["tom", "stump", "annat", "avklippt", "svansen-borta", "trasig-ruta"],
)
def test_a_broken_file_is_told_in_words(data: bytes) -> None:
    assert refusal(data) == (
        "site_data/kartor/byn.pmtiles: Filen är ingen hel PMTiles-karta.\n"
        "  Gör så här: Hämta filen på nytt, eller klipp ut kommunen på nytt med ”pmtiles extract”."
    )


def test_a_file_of_pictures_and_one_that_draws_nothing_are_told_apart() -> None:
    assert "Filen innehåller bilder" in refusal(archive({"water": [LAKE]}, TileType.PNG))
    assert "Kartan innehåller inget som ritas." in refusal(archive({"roads": [PATH]}))


def test_without_the_extra_the_editor_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pmtiles.reader", None)
    assert refusal(archive({"water": [LAKE]})) == (
        "site_data/kartor/byn.pmtiles: Filen är en karta i PMTiles, "
        "och det som läser sådana är inte installerat.\n"
        "  Gör så här: Kör ”pip install 'loftet[bakgrund]'”, eller exportera underlaget som GeoJSON."
    )


def test_a_map_in_the_folder_is_drawn_into_the_picture_with_its_source(tmp_path: Path) -> None:
    walk = (
        "titel: Torget\ndatum: 2025-10-14\nstopp:\n"
        "  - nr: 1\n    plats: Tunneln\n    läge: {lat: 58.312, lon: 14.503}\n"
    )
    data = small_town.write(tmp_path, {"kommun.yml": "namn: Byn\n", "vandringar/torget.yml": walk})
    (data / "kartor").mkdir()
    (data / "kartor/byn.pmtiles").write_bytes(archive({"water": [LAKE], "roads": [ROAD]}))
    assert list(map_files_read(load(data)[0], small_town.TODAY)) == []
    body = {page.address: page.body for page in walks(small_town.site(data))}["vandringar/torget/"]
    assert '<path class="lo-karta__vatten"' in body
    assert "© Byns kommun</text>" in body
    assert "pmtiles" not in body


def test_a_broken_map_in_the_folder_is_a_problem_of_the_check(tmp_path: Path) -> None:
    data = small_town.write(tmp_path, {"kommun.yml": "namn: Byn\n"})
    (data / "kartor").mkdir()
    (data / "kartor/byn.pmtiles").write_bytes(b"ingen karta")
    (problem,) = map_files_read(load(data)[0], small_town.TODAY)
    assert problem.file == "site_data/kartor/byn.pmtiles"
