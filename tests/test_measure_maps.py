"""Laws of the maps of measures and areas: only what is known of the place, and the files that they ask for."""

from __future__ import annotations

import json
from pathlib import Path

import small_town
from loftet.pages.areas import areas
from loftet.pages.measures import measures
from loftet.pages.site import Page, plain_text

RING = [[14.50, 58.31], [14.51, 58.31], [14.51, 58.32], [14.50, 58.31]]
OUTLINE = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [RING]}}
TOWN = {
    "kommun.yml": "namn: Byn\n",
    "omraden/torget.yml": "namn: Torget\ngeometri: torget.geojson\n",
    "omraden/hela.yml": "namn: Hela Byn\ntyp: kommun\ngeometri: torget.geojson\n",
    "kartor/torget.geojson": json.dumps({"type": "FeatureCollection", "features": [OUTLINE]}),
    "atgarder/lampor.yml": "titel: Lampor\nområde: [torget]\nkommer_ur: [{vandring: torget, stopp: 1}]\n",
    "atgarder/bankar.yml": "titel: Bänkar\nområde: [torget]\n",
    "atgarder/kampanj.yml": "titel: Kampanj\nområde: [hela]\n",
    "vandringar/torget.yml": """\
titel: Torget
datum: 2025-10-14
stopp:
  - {nr: 1, plats: Tunneln, läge: {lat: 58.3140699, lon: 14.5067899, noggrannhet: område}}
  - {nr: 2, plats: Trappan, läge: {lat: 58.315, lon: 14.506}}
""",
}


def page(folder: Path, id: str) -> Page:
    site = small_town.site(small_town.write(folder, TOWN))
    drawn = {one.address: one for one in (*measures(site), *areas(site))}
    return drawn[id]


def test_a_measure_that_comes_from_a_stop_shows_that_stop_and_no_other(tmp_path: Path) -> None:
    one = page(tmp_path, "atgarder/lampor/")
    points = json.loads(one.files["kartor/atgard-lampor.geojson"])["features"]
    assert [point["properties"]["lank"] for point in points] == ["../../vandringar/torget/#stopp-1"]
    assert 'data-map="atgard-lampor"' in one.body
    assert b"58.31407" not in b"".join(one.files.values()) + one.body.encode()


def test_a_measure_of_an_area_shows_the_areas_outline(tmp_path: Path) -> None:
    one = page(tmp_path, "atgarder/bankar/")
    assert '<path class="lo-karta__boundary"' in one.body
    assert "Görs i Torget." in plain_text(one.body)


def test_a_measure_of_the_whole_municipality_has_no_map(tmp_path: Path) -> None:
    one = page(tmp_path, "atgarder/kampanj/")
    assert "lo-karta" not in one.body
    assert one.files == {}


def test_an_area_with_an_outline_is_shown_though_nobody_has_walked_there(tmp_path: Path) -> None:
    one = page(tmp_path, "omraden/hela/")
    assert 'data-map="omrade-hela"' in one.body
    assert json.loads(one.files["kartor/omrade-hela.geojson"])["features"] == []
