"""Laws of the background data that an editor lays under the maps, and of the files that each map gets."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest

import small_town
from loftet.checks.attachments import map_files_read
from loftet.geo.ground import GroundKind
from loftet.loading import load
from loftet.maps.interactive import element_id
from loftet.maps.scene import Scene
from loftet.pages.site import Page, Site
from loftet.pages.walks import walks
from loftet.problems import Hint

STREET = [[14.502, 58.312], [14.504, 58.313]]
STOP = "stopp:\n  - nr: 1\n    plats: Tunneln\n    läge: {lat: 58.31207, lon: 14.50311}\n"


def layer(slag: str = "", whole: str = "", source: str = "") -> str:
    """Write a file of one street, its kind said on the street itself or for the whole file."""
    geometry = {"type": "LineString", "coordinates": STREET}
    feature = {"type": "Feature", "properties": {"slag": slag} if slag else {}, "geometry": geometry}
    said = {"slag": whole, "källa": source}
    return json.dumps(
        {"type": "FeatureCollection", "features": [feature], **{k: v for k, v in said.items() if v}}
    )


def town(folder: Path, **layers: str) -> Path:
    """Write a town of two walks with files of background data."""
    written = {f"kartor/{name}.geojson": text for name, text in layers.items()}
    ids = ("torget.a", "torget-a", "torget_a")
    walked = {f"vandringar/{id}.yml": f"titel: {id}\ndatum: 2025-10-14\n{STOP}" for id in ids}
    return small_town.write(folder, {"kommun.yml": "namn: Byn\n", **written, **walked})


def told(folder: Path, **layers: str) -> list[str]:
    """Give what the judges say of the files."""
    register, _ = load(town(folder, **layers))
    return [str(one) for one in map_files_read(register, small_town.TODAY)]


def pages(site: Site) -> dict[str, Page]:
    return {page.address: page for page in walks(site)}


def test_several_layers_become_one_ground_that_names_each_source_once(tmp_path: Path) -> None:
    data = town(
        tmp_path,
        gator=layer("gata", source="© Byns kommun"),
        tag=layer(whole="järnväg", source="© Trafikverket"),
        vagar=layer("gata", source="© Byns kommun"),
    )
    ground = small_town.site(data).ground
    assert ground is not None
    assert [one.kind for one in ground.features] == [GroundKind.STREET, GroundKind.RAILWAY, GroundKind.STREET]
    assert ground.attribution == "© Byns kommun, © Trafikverket"


def test_who_made_the_ground_stands_in_the_picture_and_under_the_map(tmp_path: Path) -> None:
    site = small_town.site(town(tmp_path, gator=layer("gata", source="© Byns kommun")))
    body = pages(site)["vandringar/torget-a/"].body
    picture, _, caption = body.partition("lo-karta__caption")
    assert "© Byns kommun</text>" in picture
    assert "Kartunderlag: © Byns kommun." in caption


@pytest.mark.parametrize(
    ("file", "what"),
    [
        (layer("motorväg"), "Egenskapen slag är ”motorväg”, som kartan inte känner."),
        (layer(whole="hav"), "Egenskapen slag är ”hav”, som kartan inte känner."),
        (layer(), "Egenskapen slag saknas: kartan vet inte vad den ska rita."),
    ],
)
def test_a_layer_of_no_known_kind_is_a_problem_that_lists_the_known_ones(
    tmp_path: Path, file: str, what: str
) -> None:
    assert told(tmp_path, bakgrund=file) == [
        f"site_data/kartor/bakgrund.geojson: {what}\n"
        "  Gör så här: Välj bland vatten, park, byggnad, strand, gata, jarnvag, grans."
    ]


def test_ground_that_does_not_say_who_made_it_is_a_hint(tmp_path: Path) -> None:
    register, _ = load(town(tmp_path, gator=layer("gata")))
    (hint,) = map_files_read(register, small_town.TODAY)
    assert isinstance(hint, Hint)
    assert str(hint) == (
        "site_data/kartor/gator.geojson: Kartan säger inte vem som har gjort underlaget.\n"
        "  Gör så här: Skriv den som källa överst i GeoJSON-filen, bredvid type, "
        "eller som attribution i PMTiles-filen."
    )


def test_the_outline_of_an_area_needs_no_kind_and_is_no_ground(tmp_path: Path) -> None:
    ring = [[14.50, 58.31], [14.51, 58.31], [14.51, 58.32], [14.50, 58.31]]
    feature = {
        "type": "Feature",
        "properties": {},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    files = {
        "kommun.yml": "namn: Byn\n",
        "omraden/torget.yml": "namn: Torget\ngeometri: torget.geojson\n",
        "kartor/torget.geojson": json.dumps({"type": "FeatureCollection", "features": [feature]}),
    }
    data = small_town.write(tmp_path, files)
    assert list(map_files_read(load(data)[0], small_town.TODAY)) == []
    assert small_town.site(data).ground is None


def test_two_walks_never_share_a_map_file_or_an_element_however_alike_their_ids(tmp_path: Path) -> None:
    drawn = pages(small_town.site(town(tmp_path)))
    own = [
        {name for name in page.files if name.startswith("kartor/vandring-")}
        for address, page in drawn.items()
        if address != "vandringar/"
    ]
    assert own[0] == {"kartor/vandring-torget-a.geojson", "kartor/vandring-torget-a.js"}
    for one, other in combinations(own, 2):
        assert not one & other
    alike = ("a-b", "a_b", "a.b", "a-ub", "a-db")
    assert len({element_id(Scene(f"vandring-{id}", "", "", ())) for id in alike}) == len(alike)
