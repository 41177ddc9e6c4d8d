"""What maps cost to build: the time is told as a share of its target, and only a blow-up fails.

Times are of the processor and not of the clock on the wall: machines that run tests are busy ones.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import made_town
import small_town
from loftet.geo.geojson import Form
from loftet.geo.lines import spaced
from loftet.maps import interactive, points
from loftet.maps.figure import figure
from loftet.maps.ground import Ground
from loftet.maps.picture import svg
from loftet.maps.scene import Scene
from loftet.maps.terrain import BUDGET
from loftet.pages.site import Page
from loftet.pages.walks import walks

Record = Callable[[str, object], None]


def seconds(scenes: list[Scene]) -> float:
    """Build every file of some maps and give the processor's time for it."""
    began = time.process_time()
    for scene in scenes:
        figure(scene, "../"), interactive.script(scene), points.geojson(scene)
    return time.process_time() - began


def fresh_ground() -> Ground:
    """Give the rich ground as a build first meets it, nothing of it projected yet."""
    return replace(made_town.rich_ground())


def test_ten_thousand_places_on_rich_ground_take_a_second_to_build(record_property: Record) -> None:
    ground = fresh_ground()
    tuple(ground.within((0, 0, 0, 0)))
    scene = replace(made_town.crowd(10_000), ground=ground)
    share = seconds([scene]) / 1.0
    record_property("share_of_target", share)
    assert share <= 3


def ground_file() -> str:
    """Write the rich ground as an editor's file of GeoJSON."""
    features = [
        {
            "type": "Feature",
            "properties": {"slag": one.kind.value, "namn": one.name},
            "geometry": {
                "type": "Polygon" if one.form is Form.POLYGON else "LineString",
                "coordinates": one.parts[0] if one.form is Form.POLYGON else one.parts[0][0],
            },
        }
        for one in made_town.rich_ground().features
    ]
    return json.dumps({"type": "FeatureCollection", "källa": "© Vista", "features": features})


def two_hundred_walks(mapped: bool) -> Iterator[tuple[str, str]]:
    """Write two hundred walks over the municipality, each with twelve stops and a route recorded step by step."""
    yield "kommun.yml", "namn: Vista\n"
    if mapped:
        yield "kartor/grund.geojson", ground_file()
    for number in range(200):
        up, right = number * 0.618 % 1 * 0.15, number * 0.755 % 1 * 0.28
        spots = [made_town.spot(up + north, right + east) for north, east in made_town.SPOTS]
        stops = "".join(
            f"  - nr: {place}\n    plats: Plats {place}\n    iakttagelse: Mörkt.\n"
            + f"    läge: {{lat: {spot.lat}, lon: {spot.lon}}}\n" * mapped
            for place, spot in enumerate(spots, 1)
        )
        route = f"rutt: {number}.gpx\n" * mapped
        yield f"vandringar/v{number}.yml", f"titel: Vista {number}\ndatum: 2025-10-14\n{route}stopp:\n{stops}"
        way = spaced([(one.lon, one.lat) for one in spots], 0.00002)
        points = "".join(f'<trkpt lat="{lat:.6f}" lon="{lon:.6f}"/>' for lon, lat in way)
        yield f"kartor/{number}.gpx", f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>"


def seconds_of_walks(folder: Path, mapped: bool) -> tuple[float, list[Page]]:
    """Draw the pages of two hundred walks with every file of their maps; gives the processor's time for it."""
    data = small_town.write(folder, dict(two_hundred_walks(mapped)))
    began = time.process_time()
    pages = list(walks(small_town.site(data)))
    return time.process_time() - began, [page for page in pages if page.address.startswith("vandringar/v")]


@pytest.mark.slow
def test_the_maps_of_two_hundred_walks_on_rich_ground_take_twenty_seconds(
    record_property: Record, tmp_path: Path
) -> None:
    """All of them, from the editor's files: what the same walks cost without places is taken off."""
    plain, _ = seconds_of_walks(tmp_path / "ord", mapped=False)
    mapped, pages = seconds_of_walks(tmp_path / "karta", mapped=True)
    assert len(pages) == 200
    assert all("lo-karta__route" in page.body and "lo-karta__gata" in page.body for page in pages)
    share = (mapped - plain) / 20
    record_property("share_of_target", share)
    assert share <= 1.5


def test_rich_ground_is_drawn_as_richly_as_the_budget_allows() -> None:
    """A picture that begins too coarsely would be quick, and empty."""
    scene = replace(made_town.crowd(100), ground=fresh_ground())
    drawn = svg(scene).partition('<g transform="scale(.1)">')[2].partition("</g>")[0]
    assert BUDGET / 4 <= len(drawn) <= BUDGET
