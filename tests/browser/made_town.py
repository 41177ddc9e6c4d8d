"""Vista, a made-up town on an island in Vättern, where nobody lives: ground, walks and many places."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from loftet.geo.coordinates import Point
from loftet.geo.geojson import Form
from loftet.geo.ground import GroundFeature, GroundKind, read
from loftet.maps.ground import Ground
from loftet.maps.scene import Place, Scene
from loftet.model.place import MapService
from loftet.model.words.places import PlacePrecision

SOUTH, WEST = 58.300, 14.500
HOSTILE = "`${alert(1)}` <img src=x onerror=alert(2)> </script><script>alert(3)</script> javascript:alert(4)"

STATUSES = (
    ("åtgärdat", "●", "klart"),
    ("pågår", "◆", "pagar"),
    ("väntar", "▲", "sen"),
    ("planerat", "■", "planerad"),
    ("fått svar", "✉", "svar"),
    ("positivt", "+", "positivt"),
    ("delvis genomfört", "◐", "delvis"),
    ("löpande", "↻", "lopande"),
    ("på försök", "◇", "forsok"),
    ("pausat", "‖", "pausad"),
    ("genomförs inte", "✕", "inte"),
    ("flyttat", "→", "vidare"),
    ("går inte att följa upp", "?", "oklart"),
    ("ej uppföljt ännu", "○", "tyst"),
)

WHERE = (
    "Tunneln under spåren",
    "Busstorget",
    "Parken vid Hamngatan",
    "Gångvägen bakom skolan",
    "Parkeringen vid ishallen",
    "Lekplatsen",
    "Kvarngatan",
    "Hamnplan",
    "Bron",
    "Biblioteket",
    "Vid fotbollsplanen",
    "Östra backen",
)

SPOTS = (
    (0.0012, 0.0020),
    (0.0016, 0.0031),
    (0.0030, 0.0028),
    (0.0034, 0.0046),
    (0.0035, 0.0049),
    (0.0047, 0.0060),
    (0.0055, 0.0045),
    (0.0061, 0.0071),
    (0.0048, 0.0088),
    (0.0030, 0.0080),
    (0.0018, 0.0070),
    (0.0010, 0.0055),
)


def at(up: float, right: float) -> tuple[float, float]:
    """Give the (lon, lat) of a spot in the town, in degrees from its south-west corner."""
    return round(WEST + right, 6), round(SOUTH + up, 6)


def spot(up: float, right: float) -> Point:
    """Give the Point of a spot in the town."""
    return Point(SOUTH + up, WEST + right)


def _feature(slag: str, name: str, kind: str, coordinates: object) -> dict[str, object]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"slag": slag, "namn": name}, "geometry": geometry}


def _square(up: float, right: float, high: float, wide: float) -> list[list[tuple[float, float]]]:
    corners = ((up, right), (up, right + wide), (up + high, right + wide), (up + high, right), (up, right))
    return [[at(*corner) for corner in corners]]


def _ground_features() -> Iterable[dict[str, object]]:
    shore = [at(-0.004, -0.01), at(-0.0005, 0.0005), at(0.0003, 0.004), at(-0.0002, 0.008), at(0.002, 0.0105)]
    shore += [at(0.006, 0.0100), at(0.009, 0.013), at(0.009, 0.03), at(-0.01, 0.03), at(-0.01, -0.01)]
    yield _feature("vatten", "Vättern", "Polygon", [[*shore, shore[0]]])
    yield _feature("park", "Vistaparken", "Polygon", _square(0.0022, 0.0012, 0.0016, 0.0017))
    rows = ("Hamngatan", "Storgatan", "Kvarngatan", "Norra vägen")
    for number, name in enumerate(rows):
        up = 0.0011 + number * 0.0016
        yield _feature("gata", name, "LineString", [at(up, -0.002), at(up + 0.0002, 0.005), at(up, 0.0095)])
    columns = ("Skolgatan", "Kyrkogatan", "Östra Järnvägsgatan", "Backen")
    for number, name in enumerate(columns):
        right = 0.001 + number * 0.0025
        yield _feature("gata", name, "LineString", [at(0.0008, right), at(0.009, right + 0.0006)])
    for row in range(4):
        for column in range(9):
            yield _feature(
                "byggnad",
                "",
                "Polygon",
                _square(0.0014 + row * 0.0016, 0.0003 + column * 0.001, 0.0005, 0.0006),
            )
    yield _feature("jarnvag", "", "LineString", [at(0.0070, -0.004), at(0.0064, 0.004), at(0.0078, 0.02)])
    yield _feature("grans", "", "LineString", [at(0.0085, -0.004), at(0.0082, 0.02)])


@cache
def ground() -> Ground:
    """Give the town's background data, read as a file would be."""
    document = {"type": "FeatureCollection", "features": list(_ground_features())}
    return Ground(read(json.dumps(document).encode(), "vista.geojson").features, "© Vista kommun (påhittad)")


@cache
def rich_ground() -> Ground:
    """Give twenty thousand houses and streets over a whole municipality, as an export of one would be."""
    features = []
    for number in range(20_000):
        up, right = number * 0.6180339887 % 1 * 0.16, number * 0.7548776662 % 1 * 0.3
        if number % 10 < 6:
            ring = ((0, 0), (0.0001, 0), (0.0001, 0.0001), (0, 0.0001), (0, 0))
            line = tuple(at(up + high, right + wide) for wide, high in ring)
            features.append(GroundFeature(GroundKind.BUILDING, "", Form.POLYGON, ((line,),)))
        else:
            bends = ((step, (number * step) % 7 - 3) for step in range(13))
            line = tuple(at(up + bend * 0.0001, right + step * 0.0004) for step, bend in bends)
            features.append(GroundFeature(GroundKind.STREET, f"Gata {number}", Form.LINE, ((line,),)))
    return Ground(tuple(features), "© Vista kommun (påhittad)")


def place(number: int, title: str, where: Point | None, *lines: str, **more: object) -> Place:
    """Make one stop; the status follows from the number."""
    word, shape, tone = STATUSES[(number - 1) % len(STATUSES)]
    precision = more.get("precision", PlacePrecision.POINT)
    assert isinstance(precision, PlacePrecision)
    return Place(
        id=f"stopp-{number}",
        number=str(number),
        title=title,
        lines=lines or ("Mörkt och trångt på kvällen.", "Ny belysning sätts upp hösten 2026."),
        status_word=word,
        shape=shape,
        tone=tone,
        href=f"#stopp-{number}",
        position=where,
        precision=precision,
    )


def walk(id: str = "vandring-vista-2025") -> Scene:
    """Give a walk of twelve stops along the streets, two of them known only as street and area."""
    rough = {4: PlacePrecision.STREET, 8: PlacePrecision.AREA}
    places = tuple(
        place(
            number,
            WHERE[number - 1],
            spot(*SPOTS[number - 1]),
            precision=rough.get(number, PlacePrecision.POINT),
        )
        for number in range(1, 13)
        if number != 8
    )
    return Scene(
        id=id,
        title="Karta över trygghetsvandringen i Vista",
        description="Vandringen gick från hamnen, genom centrum och tillbaka.",
        places=places,
        route=tuple(spot(*each) for each in SPOTS),
        ground=ground(),
    )


def rough_walk() -> Scene:
    """Give a walk where one stop is known as an area only."""
    area = place(13, "Någonstans i centrum", spot(0.004, 0.004), precision=PlacePrecision.AREA)
    return Scene(
        "vandring-ungefar", "Vandring med ungefärliga lägen", "", (*walk().places, area), ground=ground()
    )


def corner() -> Scene:
    """Give a route between two corners of its frame, with a stop in each: one is where the button for layers stands."""
    spots = (spot(0.001, 0.001), spot(0.008, 0.010))
    places = tuple(place(number, WHERE[number], one) for number, one in enumerate(spots, 1))
    return Scene("vandring-horn", "Vandring från hörn till hörn", "", places, route=spots, ground=ground())


def hostile() -> Scene:
    """Give a map whose every text tries to become code."""
    bad = Place(
        "stopp-1",
        "1",
        HOSTILE,
        (HOSTILE, HOSTILE),
        HOSTILE,
        "▲",
        "sen",
        "javascript:alert(5)",
        spot(0.003, 0.004),
    )
    also = Place("stopp-2", "2", "Bra", (), "pågår", "◆", "pagar", "#stopp-2", spot(0.004, 0.006))
    route = (spot(0.003, 0.004), spot(0.004, 0.006))
    return Scene("fientlig", HOSTILE, HOSTILE, (bad, also), route, (route,), ground(), HOSTILE)


def apart(count: int) -> Scene:
    """Give a map of places in rows of six, so far apart that each keeps its own sign."""
    places = tuple(
        place(number + 1, f"Plats {number + 1}", spot(number // 6 * 0.001, number % 6 * 0.002))
        for number in range(count)
    )
    return Scene(f"rader-{count}", "Platser i rader", "", places)


def chosen() -> Scene:
    """Give a map of thirty places of a few statuses and two categories, that can be narrowed in place."""
    places = []
    for number in range(30):
        word, shape, tone = STATUSES[number % 3]
        where = spot(0.002 + number // 6 * 0.02, number % 6 * 0.04)
        categories = ("belysning",) if number % 5 else ("belysning", "trafik")
        places.append(
            Place(
                f"stopp-{number}",
                "",
                f"Plats {number}",
                (),
                word,
                shape,
                tone,
                f"#stopp-{number}",
                where,
                kind=word,
                categories=categories,
            )
        )
    return Scene("vandringar", "Alla platser", "", tuple(places), ground=ground(), choosable=True)


def served(address: str) -> Scene:
    """Give the walk with a map service that can be chosen in the open map."""
    service = MapService.model_validate(
        {"slag": "WMS", "adress": address, "lager": "stadskarta", "källa": "© Vista <b>kommun</b>"}
    )
    return replace(walk("vandring-tjanst"), service=service)


def crowd(count: int) -> Scene:
    """Give a map of so many places over a whole municipality, spread by the golden ratio."""
    places = tuple(
        place(
            number,
            f"{WHERE[number % len(WHERE)]} {number // len(WHERE)}",
            spot(number * 0.6180339887 % 1 * 0.16, number * 0.7548776662 % 1 * 0.3),
            "Sett på vandringen i oktober 2025.",
        )
        for number in range(1, count + 1)
    )
    return Scene(
        f"platser-{count}", "Alla platser i Vista", "Alla vandringar sedan 2013.", places, ground=ground()
    )
