"""Laws of the map pictures, the scripts, the points and the shared files."""

from __future__ import annotations

import gzip
import json
import math
import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

import made_town
from loftet.charts.shapes import SHAPES, shape_geometry
from loftet.geo.coordinates import Point, metres_between
from loftet.geo.geojson import Form
from loftet.geo.ground import GroundFeature, GroundKind, read
from loftet.geo.mercator import degrees, mercator
from loftet.geo.precision import STEPS_PER_DEGREE
from loftet.maps import assets, interactive, points
from loftet.maps.figure import caption, figure
from loftet.maps.foot import distance
from loftet.maps.frame import WIDTH, Frame
from loftet.maps.ground import Ground
from loftet.maps.groups import CELL, grouped
from loftet.maps.labels import text_width
from loftet.maps.picture import svg, text_of
from loftet.maps.scene import Place, Scene, css_word
from loftet.maps.terrain import BUDGET, shapes, terrain_svg
from loftet.model import statuses
from loftet.model.words.places import PlacePrecision
from loftet.problems import DataError
from loftet.wording import ended

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "title", "desc", "defs", "g", "path", "rect", "circle", "text", "use"}
SCENES = (
    made_town.walk(),
    made_town.rough_walk(),
    made_town.hostile(),
    made_town.crowd(60),
    made_town.crowd(200),
)


def parsed(scene: Scene) -> ET.Element:
    return ET.fromstring(svg(scene))


def texts(scene: Scene, layer: str) -> list[str]:
    found = parsed(scene).find(f".//*[@class='lo-karta__{layer}']")
    assert found is not None
    return ["".join(text.itertext()) for text in found.iter(f"{SVG}text")]


def test_an_open_map_is_fitted_below_its_button_for_layers_and_to_its_whole_height_without_one() -> None:
    padding = re.compile(rf'"paddingTopLeft": \[\s*0,\s*{interactive.ABOVE},?\s*\]')
    assert padding.search(interactive.script(made_town.walk()).decode())
    assert "paddingTopLeft" not in interactive.script(made_town.apart(6)).decode()


def test_capitals_get_the_room_that_they_need_in_a_label() -> None:
    assert text_width("4711-BIS-B", 16) > text_width("4711-bis-b", 16) + 8


def with_position(position: Point | None, precision: PlacePrecision = PlacePrecision.POINT) -> Place:
    return made_town.place(1, "Platsen", position, precision=precision)


# The picture


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.id)
def test_a_picture_is_whole_xml_without_style_or_script(scene: Scene) -> None:
    for element in parsed(scene).iter():
        assert element.tag.removeprefix(SVG) in DRAWN
        assert not {name for name in element.attrib if name == "style" or name.startswith("on")}
        assert not element.get("href", "#").lstrip("#").startswith(("http", "javascript"))


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.id)
def test_a_picture_is_an_image_with_a_name_and_a_description(scene: Scene) -> None:
    root = parsed(scene)
    labels = root.get("aria-labelledby", "").split()
    named = {element.get("id"): "".join(element.itertext()) for element in root.iter() if element.get("id")}
    assert root.get("role") == "img"
    assert [named[label] for label in labels] == [ended(scene.title), text_of(scene)]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.id)
def test_no_word_drawn_in_a_picture_is_spoken(scene: Scene) -> None:
    """Firefox lets a screen reader into a picture: it would read every street and number after the description."""
    *named, drawn = parsed(scene)
    assert [element.tag.removeprefix(SVG) for element in named] == ["title", "desc"]
    assert drawn.get("aria-hidden") == "true"


def test_every_id_in_a_picture_carries_the_scene_so_that_two_fit_on_one_page() -> None:
    for scene in SCENES:
        ids = [element.get("id") for element in parsed(scene).iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        assert all(str(id).startswith(f"{scene.id}-") for id in ids)


def test_the_same_scene_gives_the_same_bytes() -> None:
    for make in (made_town.walk, made_town.rough_walk, made_town.hostile):
        first, again = make(), make()
        assert svg(first) == svg(again)
        assert interactive.script(first) == interactive.script(again)
        assert points.geojson(first) == points.geojson(again)
        assert figure(first, "../") == figure(again, "../")


def test_the_numbers_in_the_picture_are_those_of_the_list() -> None:
    scene = made_town.walk()
    assert sorted(texts(scene, "labels")) == sorted(place.number for place in scene.places)


def chart(place: Place) -> ET.Element:
    """Read the shape of a place as charts and lists draw it."""
    return ET.fromstring(f'<g xmlns="{SVG[1:-1]}">{shape_geometry(place.shape)}</g>')


def drawn_with(symbol: ET.Element) -> list[str]:
    """Give the geometry of a symbol, whatever its paint."""
    return [part.get("d") or f"{part.get('r')} {part.get('cy')}" for part in symbol]


def test_each_status_keeps_its_shape_and_tone() -> None:
    scene = made_town.walk()
    symbols = {element.get("id"): element for element in parsed(scene).iter(f"{SVG}g") if element.get("id")}
    used = [element.get("href", "")[1:] for element in parsed(scene).iter(f"{SVG}use")]
    assert [drawn_with(symbols[id]) for id in used] == [drawn_with(chart(place)) for place in scene.places]
    assert [symbols[id].get("class") for id in used] == [
        f"lo-karta__symbol lo-tone--{place.tone}" for place in scene.places
    ]


def test_every_status_of_the_model_has_a_drawn_shape() -> None:
    kinds = [
        kind
        for kind in vars(statuses).values()
        if isinstance(kind, type) and issubclass(kind, statuses.Status)
    ]
    assert len(kinds) > 3
    assert {word.shape for kind in kinds for word in kind} <= set(SHAPES)


def test_labels_of_a_walk_do_not_cover_each_other() -> None:
    for scene in (made_town.walk(), made_town.rough_walk()):
        layer = parsed(scene).find(".//*[@class='lo-karta__labels']")
        assert layer is not None
        boxes = []
        for label in layer:
            x, y = map(float, re.findall(r"[-\d.]+", label.get("transform", "")))
            wide = float(label[0].get("width", "0"))
            boxes.append((x - wide / 2, y - 12, x + wide / 2, y + 12))
        for one, other in combinations(boxes, 2):
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_place_known_as_a_street_or_an_area_is_a_ring_and_never_a_dot() -> None:
    scene = made_town.rough_walk()
    layer = parsed(scene).find(".//*[@class='lo-karta__dots']")
    assert layer is not None
    exact = [place for place in scene.places if place.precision is PlacePrecision.POINT]
    assert layer[-1].get("d", "").count("M") == len(exact)
    rings = parsed(scene).findall(f".//*[@class='lo-karta__rings']/{SVG}circle")
    per_metre = Frame.of(scene).units_per_metre
    assert [ring.get("class") for ring in rings] == ["lo-karta__ring--gata", "lo-karta__ring--omrade"]
    assert float(rings[1].get("r", "0")) == pytest.approx(350 * per_metre, abs=0.5)


def test_above_sixty_places_a_picture_counts_them_in_groups() -> None:
    scene = made_town.crowd(200)
    counts = [int(text) for text in texts(scene, "groups")]
    assert sum(counts) + len(texts(scene, "labels")) == 200
    assert "200 platser, samlade i cirklar" in text_of(scene)
    assert "Siffran i en cirkel är antalet platser där." in caption(scene)


@example([(67.0, 10.0), (67.5, 10.0), (68.5, 10.0), (69.0, 10.0)])
@given(st.lists(st.tuples(st.floats(0, 480), st.floats(0, 400)), min_size=1, max_size=200))
def test_groups_hold_every_place_once_and_do_not_touch(places: list[tuple[float, float]]) -> None:
    groups, alone = grouped((number, xy) for number, xy in enumerate(places))
    assert sum(group.count for group in groups) + len(alone) == len(places)
    for one, other in combinations(groups, 2):
        assert math.dist(one.middle, other.middle) >= one.radius + other.radius - 1e-9
    assert all(group.radius <= CELL / 2 for group in groups)


def test_a_picture_is_small_whatever_it_shows() -> None:
    for scene in SCENES:
        assert len(svg(scene).encode()) <= 30_000
    lines = tuple(
        (
            (
                made_town.at(0.0001 * row, 0),
                *(made_town.at(0.0001 * row + 0.00007 * (step % 2), step * 0.0001) for step in range(1, 100)),
            ),
        )
        for row in range(100)
    )
    dense = Ground((GroundFeature(GroundKind.STREET, "", Form.LINE, lines),), "")
    frame = Frame.of(made_town.walk())
    assert len(terrain_svg(shapes(dense, frame), frame.units_per_metre)) <= BUDGET


def test_letters_are_at_least_ten_pixels_on_a_phone() -> None:
    for scene in SCENES:
        sizes = [float(element.get("font-size", "99")) for element in parsed(scene).iter()]
        assert min(sizes) * (360 - 32) / WIDTH >= 10


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    scene = made_town.walk()
    frame = Frame.of(scene)
    metres, length = frame.bar
    y = mercator(58.3035, 14.5)[1]
    here, there = degrees(frame.left, y), degrees(frame.left + length / frame.scale, y)
    assert metres_between(Point(*here), Point(*there)) == pytest.approx(metres, rel=0.02)
    assert distance(metres) in texts(scene, "foot")
    assert [distance(200), distance(2000)] == ["200\u00a0m", "2\u00a0km"]


def test_the_source_stands_in_the_picture_also_when_it_is_long() -> None:
    assert "© Vista kommun (påhittad)" in texts(made_town.walk(), "foot")
    told = "© Lantmäteriet, Vista kommun, Trafikverket och alla andra som har mätt, ritat och delat sina data 2026"
    scene = Scene(
        "x", "X", "", (with_position(made_town.spot(0, 0)),), ground=made_town.ground(), attribution=told
    )
    assert told in " ".join(texts(scene, "foot"))


def test_a_picture_lies_exactly_where_leaflet_is_told_to_lay_it() -> None:
    frame = Frame.of(made_town.walk())
    bounds = frame.bounds
    assert frame.unit_xy(mercator(bounds.north, bounds.west)) == pytest.approx((0, 0), abs=0.1)
    assert frame.unit_xy(mercator(bounds.south, bounds.east)) == pytest.approx((WIDTH, frame.height), abs=0.1)


@settings(max_examples=30)
@given(st.lists(st.builds(Point, st.floats(55.0, 69.1), st.floats(10.5, 24.2)), min_size=1, max_size=5))
def test_every_place_is_inside_its_picture(where: list[Point]) -> None:
    scene = Scene("x", "X", "", tuple(with_position(point) for point in where))
    frame = Frame.of(scene)
    for point in where:
        x, y = frame.xy(point)
        assert 0 < x < WIDTH
        assert 0 < y < frame.height


def test_without_any_position_one_sentence_stands_for_the_map() -> None:
    scene = Scene("x", "X", "", (with_position(None),), ground=made_town.ground())
    assert svg(scene) == ""
    assert figure(scene, "") == (
        '<p class="lo-karta__missing">Kartan kan inte ritas, eftersom inget läge är känt. Platserna står i listan.</p>'
    )


def test_a_place_without_position_is_counted_in_the_caption() -> None:
    scene = Scene("x", "Kartan", "", (with_position(made_town.spot(0, 0)), with_position(None)))
    assert caption(scene) == "Kartan. 1 plats har inget känt läge och står bara i listan."


# The ground


def ground_file(**properties: str) -> bytes:
    geometry = {"type": "LineString", "coordinates": [[14.5, 58.3], [14.51, 58.31]]}
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


def test_an_unknown_kind_of_ground_is_told_with_the_known_ones() -> None:
    with pytest.raises(DataError) as error:
        read(ground_file(slag="motorväg"), "kartor/bakgrund.geojson")
    assert str(error.value) == (
        "kartor/bakgrund.geojson: Egenskapen slag är ”motorväg”, som kartan inte känner.\n"
        "  Gör så här: Välj bland vatten, park, byggnad, strand, gata, jarnvag, grans."
    )


def test_a_kind_may_be_spelt_with_its_dots() -> None:
    (feature,) = read(ground_file(slag="Järnväg", namn="Stambanan"), "x.geojson").features
    assert (feature.kind, feature.name, feature.form) == (GroundKind.RAILWAY, "Stambanan", Form.LINE)


def test_a_lake_whose_shore_is_far_away_still_fills_the_picture() -> None:
    shore = [(14.0, 58.0), (15.0, 58.0), (15.0, 59.0), (14.0, 59.0)]
    long = [
        (a[0] + (b[0] - a[0]) * step / 500, a[1] + (b[1] - a[1]) * step / 500)
        for a, b in zip(shore, shore[1:] + shore[:1], strict=True)
        for step in range(500)
    ]
    lake = GroundFeature(GroundKind.WATER, "Vättern", Form.POLYGON, (((*long, long[0]),),))
    frame = Frame.of(made_town.walk())
    (shape,) = shapes(Ground((lake,), ""), frame)
    xs, ys = zip(*shape.lines[0], strict=True)
    assert (min(xs), max(xs)) == pytest.approx((-6, WIDTH + 6))
    assert (min(ys), max(ys)) == pytest.approx((-6, frame.height + 6))


def test_street_names_stand_along_their_streets_and_are_never_upside_down() -> None:
    names = parsed(made_town.walk()).find(".//*[@class='lo-karta__names']")
    assert names is not None
    written = {"".join(name.itertext()): name.get("transform", "") for name in names}
    assert {"Storgatan", "Skolgatan", "Vättern"} <= set(written)
    for transform in written.values():
        turn = re.search(r"rotate\((.*)\)", transform)
        assert turn is None or -90 <= float(turn[1]) <= 90


# What else is written


def test_points_are_geojson_in_the_order_of_the_list() -> None:
    scene = made_town.walk()
    features = json.loads(points.geojson(scene))["features"]
    assert [feature["id"] for feature in features] == [place.id for place in scene.places]
    assert features[0] == {
        "type": "Feature",
        "id": "stopp-1",
        "properties": {
            "nr": "1",
            "titel": "Tunneln under spåren",
            "status": "åtgärdat",
            "form": "●",
            "ton": "klart",
            "noggrannhet": "punkt",
            "rader": ["Mörkt och trångt på kvällen.", "Ny belysning sätts upp hösten 2026."],
            "lank": "#stopp-1",
        },
        "geometry": {"type": "Point", "coordinates": [14.502, 58.3012]},
    }


@pytest.mark.parametrize("precision", [PlacePrecision.STREET, PlacePrecision.AREA])
def test_no_file_holds_a_place_finer_than_its_class(precision: PlacePrecision) -> None:
    secret = Point(58.30377, 14.50833)
    scene = Scene("x", "X", "", (with_position(secret, precision), with_position(made_town.spot(0, 0))))
    written = points.geojson(scene) + interactive.script(scene) + figure(scene, "").encode()
    assert b"58.30377" not in written
    assert b"14.50833" not in written
    lon, lat = json.loads(points.geojson(scene))["features"][0]["geometry"]["coordinates"]
    steps = STEPS_PER_DEGREE[precision]
    assert (lat, lon) == (round(58.30377 * steps) / steps, round(14.50833 * steps) / steps)
    hidden = Scene(
        "x", "X", "", (with_position(Point(lat, lon), precision), with_position(made_town.spot(0, 0)))
    )
    assert (svg(hidden), interactive.script(hidden)) == (svg(scene), interactive.script(scene))


def test_ten_thousand_places_are_light() -> None:
    scene = made_town.crowd(10_000)
    assert len(gzip.compress(points.geojson(scene))) <= 300_000
    assert len(svg(scene)) <= 30_000
    assert len(interactive.script(scene)) <= 5_000


def test_a_script_is_inert_and_asks_no_other_host() -> None:
    for scene in SCENES:
        script = interactive.script(scene).decode()
        assert script.startswith(f'LoftetMaps.define("{scene.id}", function () {{')
        assert "http" not in script
        assert "<" not in script
        for option in ("minZoom", "maxZoom", "maxBounds", '"scrollWheelZoom": false', ".fitBounds("):
            assert option in script


def test_no_text_of_an_editor_stands_in_a_script_but_the_escaped_source() -> None:
    script = interactive.script(made_town.hostile()).decode()
    assert script.count("alert(1)") == 1
    assert "\\u0026lt;img src=x onerror=alert(2)" in script


def test_layers_are_named_only_when_they_exist() -> None:
    assert '"Rutt"' in interactive.script(made_town.walk()).decode()
    assert "L.control.layers" not in interactive.script(made_town.crowd(3)).decode()


def test_the_caption_is_not_the_figures_name_too() -> None:
    """A screen reader says the name of a figure when it enters it, and its texts again when it reads them."""
    drawn = html.fromstring(figure(made_town.walk(), "../"))
    assert [one.text for one in drawn.iter("p")][-1] == caption(made_town.walk())
    assert list(drawn.iter("figcaption")) == []


def test_hostile_text_stays_text_in_the_figure() -> None:
    markup = figure(made_town.hostile(), "../")
    assert "<img" not in markup
    assert markup.count("<script") == 1
    assert 'src="../kartor/karta.js"' in markup


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("#stopp-4", "#stopp-4"),
        ("../../atgarder/a/", "../../atgarder/a/"),
        ("https://example.org/a?b=c:d", "https://example.org/a?b=c:d"),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("JaVaScript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("", ""),
    ],
)
def test_only_web_and_relative_links_are_published(href: str, link: str) -> None:
    assert Place("a", "", "", (), "", "●", "klart", href, None).link == link


@pytest.mark.parametrize("id", ["Vandring", "a b", "", "a__b", "a--b", "<a>"])
def test_an_id_that_could_not_name_a_file_is_a_developers_fault(id: str) -> None:
    with pytest.raises(ValueError, match="a map's id"):
        Scene(id, "", "", ())


def test_a_tone_cannot_leave_its_class_name() -> None:
    assert css_word('På försök"><x') == "paforsokx"


def test_leaflet_is_the_pinned_one_with_its_licence() -> None:
    shared = assets.files()
    assert "Copyright" in shared["leaflet/LICENSE.txt"].decode()
    assert {"karta.js", "karta.css", "leaflet/leaflet.js", "leaflet/leaflet.css"} <= set(shared)
    with pytest.raises(assets.AlteredFile):
        assets.checked("leaflet.js", shared["leaflet/leaflet.js"] + b" ")


def test_the_style_sheet_of_leaflet_is_served_without_what_no_standard_knows() -> None:
    style = assets.files()["leaflet/leaflet.css"].decode()
    assert ".leaflet-tile" in style
    assert "behavior:" not in style
    assert "plus-lighter" not in style


def test_every_address_in_the_style_sheets_is_among_the_files() -> None:
    shared = assets.files()
    for name in ("karta.css", "leaflet/leaflet.css"):
        for address in re.findall(r"url\((?!#)([^)]*)\)", shared[name].decode()):
            assert str(Path(name).parent / address) in shared


def test_the_loader_is_light() -> None:
    assert len(gzip.compress(assets.files()["karta.js"])) <= 5_000


def test_a_map_adds_little_to_a_page_before_it_is_opened() -> None:
    shared = assets.files()
    for scene in SCENES:
        parts = (figure(scene, "../../").encode(), shared["karta.js"], shared["karta.css"])
        assert sum(len(gzip.compress(part)) for part in parts) <= 15_000


def test_opening_a_map_of_a_hundred_places_fetches_little() -> None:
    shared, scene = assets.files(), made_town.crowd(100)
    library = (shared["leaflet/leaflet.js"], shared["leaflet/leaflet.css"])
    parts = (*library, interactive.script(scene), points.geojson(scene))
    assert sum(len(gzip.compress(part)) for part in parts) <= 70_000
