"""The map as a picture: inline SVG that needs no script, prints, and shows shape, number and ground.

Colours stand as attributes so that the picture is whole without any style sheet; `karta.css` gives the
same colours, their dark twins and forced colours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

from markupsafe import Markup

from loftet.charts.drawing import picture_name, unspoken
from loftet.charts.shapes import plain_geometry
from loftet.geo.lines import XY, clipped_line, simplified, spaced
from loftet.geo.precision import RADIUS_OF
from loftet.maps.foot import foot_height, foot_svg
from loftet.maps.frame import WIDTH, Frame
from loftet.maps.groups import Cluster, grouped
from loftet.maps.labels import Space, around, text_width
from loftet.maps.names import SIZE, names_svg
from loftet.maps.scene import Place, Scene, css_word
from loftet.maps.terrain import path_of, shapes, terrain_svg
from loftet.model.words.places import PlacePrecision

MOST_SINGLE = 60
"""Places that are drawn one by one; more become groups with a count."""

MOST_TOGETHER = 4
"""Places without numbers that may lie in one cell of the grid and still be drawn one by one."""

ROUTE = 8.0
"""Picture units on each side of the route that names keep clear of."""

NUMBERS = 16.0
"""Picture units of the digits: about 11 px on a phone of 360 px."""

PILL = 24.0
"""Height of the label with symbol and number."""

SMALLEST_CIRCLE = 20.0
"""Radius of the circle for a place that is not exactly known, when the true one could not be seen."""

Located: TypeAlias = Sequence[tuple[Place, XY]]


def svg(scene: Scene) -> Markup:
    """Draw a scene: ground, names, boundary, route, places, scale bar and source; "" without any position."""
    if not scene.drawable:
        return Markup("")
    frame = Frame.of(scene)
    space = Space(WIDTH, frame.height)
    drawn = shapes(scene.ground, frame) if scene.ground else ()
    places = [(place, frame.xy(point)) for place, point in scene.located]
    symbols = _many(scene, places, space) if counts_places(scene) else _few(scene, places, frame, space)
    for place in spaced([frame.xy(point) for point in scene.route], ROUTE):
        space.take(around(place, (ROUTE, ROUTE)))
    # The names come last to the free space, and under the symbols in the picture.
    names = names_svg(drawn, space)
    layers = (
        _symbols(scene, places),
        Markup('<g class="lo-karta__ground"><rect class="lo-karta__land" {} fill="#efeae0"/>').format(
            _whole(frame)
        ),
        Markup('<g transform="scale(.1)">{}</g>').format(terrain_svg(drawn, frame.units_per_metre)),
        Markup(
            '<g class="lo-karta__names" fill="#3a4542" stroke="#efeae0" stroke-width="3" {}>{}</g></g>'
        ).format(Markup('paint-order="stroke" text-anchor="middle"'), names),
        _lines(scene, frame),
        symbols,
        foot_svg(scene, frame),
    )
    return opening(scene, frame, text_of(scene)) + unspoken(layers) + Markup("</svg>")


def opening(scene: Scene, frame: Frame, text: str) -> Markup:
    """Give the beginning of a map's SVG, with its title and what it shows in words."""
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="lo-karta__picture" viewBox="0 0 {:.0f} {:.0f}" '
        'font-family="sans-serif" font-size="{:.0f}" {}'
    ).format(WIDTH, frame.height + foot_height(scene, frame), SIZE, picture_name(scene.id, scene.title, text))


def counts_places(scene: Scene) -> bool:
    """Tell whether the picture counts its places in groups: they are many, or unnumbered and on a heap."""
    if len(scene.located) > MOST_SINGLE:
        return True
    if any(place.number for place, _ in scene.located) or not scene.located:
        return False
    frame = Frame.of(scene)
    groups, _ = grouped((place, frame.xy(point)) for place, point in scene.located)
    return any(group.count > MOST_TOGETHER for group in groups)


def text_of(scene: Scene) -> str:
    """Say in words what the picture shows, for those who do not see it."""
    count = len(scene.located)
    said = [scene.description]
    if counts_places(scene):
        said.append(f"{count} platser, samlade i cirklar med antal. Varje plats står i listan.")
    elif count:
        numbered = ", med samma nummer som i listan" if scene.located[0][0].number else ""
        said.append(f"{count} {'plats' if count == 1 else 'platser'}{numbered}.")
    if any(place.precision is not PlacePrecision.POINT for place, _ in scene.located):
        said.append("En ring visar att läget bara är ungefär känt.")
    return " ".join(sentence for sentence in said if sentence)


def _symbols(scene: Scene, places: Located) -> Markup:
    kinds = {(place.shape, place.tone) for place, _ in places}
    drawn = Markup("").join(
        Markup('<g id="{}" class="lo-karta__symbol lo-tone--{}">{}</g>').format(
            _symbol_id(scene, place_kind), css_word(place_kind[1]), plain_geometry(place_kind[0])
        )
        for place_kind in sorted(kinds)
    )
    return Markup("<defs>{}</defs>").format(drawn)


def _whole(frame: Frame) -> Markup:
    return Markup('width="{:.0f}" height="{:.0f}"').format(WIDTH, frame.height)


def _symbol_id(scene: Scene, kind: tuple[str, str]) -> str:
    """Name a symbol by its shape and tone, the same way in every build."""
    return f"{scene.id}-{ord(kind[0]):x}-{css_word(kind[1])}"


def _lines(scene: Scene, frame: Frame) -> Markup:
    """Draw the boundary and the route, the route with a pale edge so that it is seen on any ground."""
    edges = (
        piece for ring in scene.boundary for piece in clipped_line([frame.xy(p) for p in ring], frame.edge)
    )
    borders = "".join(path_of(simplified(edge, 0.5)) for edge in edges)
    route = path_of(simplified([frame.xy(p) for p in scene.route], 0.5)) if len(scene.route) > 1 else ""
    return Markup('<g transform="scale(.1)" fill="none" stroke-linejoin="round">{}{}</g>').format(
        Markup(
            '<path class="lo-karta__boundary" stroke="#7d4a8d" stroke-width="28" stroke-dasharray="110 60" d="{}"/>'
        ).format(borders)
        if borders
        else "",
        Markup(
            '<path class="lo-karta__route-edge" stroke="#fff" stroke-width="70" d="{0}"/>'
            '<path class="lo-karta__route" stroke="#075a6b" stroke-width="36" d="{0}"/>'
        ).format(route)
        if route
        else "",
    )


def _few(scene: Scene, places: Located, frame: Frame, space: Space) -> Markup:
    """Draw each place: a dot with its label beside it, or a ring with its label on it."""
    exact = [middle for place, middle in places if place.precision is PlacePrecision.POINT]
    for middle in exact:
        space.take(around(middle, (9, 9)))
    settled = [(place, middle, _settle(place, middle, space)) for place, middle in places]
    leaders = "".join(_leader(middle, spot, _radius(place, frame)) for place, middle, spot in settled)
    dots = "".join(path_of((middle,)) + "h0" for middle in exact)
    return Markup(
        '<g class="lo-karta__rings" fill="#1b2421" fill-opacity=".1" stroke="#1b2421" stroke-width="1.5">{}</g>'
        '<g transform="scale(.1)" fill="none" stroke="#1b2421" stroke-linecap="round" class="lo-karta__dots">'
        '<path d="{}" stroke-width="14"/><path d="{}" stroke-width="80"/></g>'
        '<g class="lo-karta__labels" fill="#1b2421" font-size="{:.0f}" '
        'font-weight="700">{}</g>'
    ).format(
        _rings(places, frame),
        leaders,
        dots,
        NUMBERS,
        Markup("").join(_label(scene, place, spot) for place, _, spot in settled),
    )


def _radius(place: Place, frame: Frame) -> float:
    """Give the radius of a place's ring in picture units, 0 for one that is exactly known."""
    metres = RADIUS_OF[place.precision]
    return max(metres * frame.units_per_metre, SMALLEST_CIRCLE) if metres else 0.0


def _leader(middle: XY, spot: XY, radius: float) -> str:
    """Draw the line from a place, or from the edge of its ring, to its label; none inside the ring."""
    away = math.dist(middle, spot)
    if away <= radius:
        return ""
    share = radius / away
    start = middle[0] + share * (spot[0] - middle[0]), middle[1] + share * (spot[1] - middle[1])
    return path_of((start, spot))


def _rings(places: Located, frame: Frame) -> Markup:
    """Draw one circle for each place that is known as a street or an area, however many share it."""
    kept = {(middle, place.precision): _radius(place, frame) for place, middle in places}
    return Markup("").join(
        Markup('<circle class="lo-karta__ring--{}" {} cx="{}" cy="{}" r="{:.0f}"/>').format(
            css_word(precision),
            Markup('stroke-dasharray="5 4"') if precision is PlacePrecision.AREA else "",
            _tidy(middle[0]),
            _tidy(middle[1]),
            radius,
        )
        for (middle, precision), radius in kept.items()
        if radius
    )


def _pill_width(place: Place) -> float:
    return PILL + (text_width(place.number, NUMBERS) + 7 if place.number else 0)


def _settle(place: Place, middle: XY, space: Space) -> XY:
    """Find the spot for a place's label, in whole units."""
    centred = place.precision is not PlacePrecision.POINT
    x, y = space.settle(middle, (_pill_width(place), PILL), centred)
    return round(x), round(y)


def _label(scene: Scene, place: Place, spot: XY) -> Markup:
    width = round(_pill_width(place))
    number = Markup('<text x="{}" y="5.5">{}</text>').format(_tidy(PILL - 1 - width / 2), place.number)
    return Markup(
        '<g transform="translate({:.0f} {:.0f})"><rect x="{}" y="-12" width="{}" height="24" rx="12" fill="#fff" '
        'stroke="#1b2421" stroke-width="1.5"/><use href="#{}" x="{}"/>{}</g>'
    ).format(
        spot[0],
        spot[1],
        _tidy(-width / 2),
        width,
        _symbol_id(scene, (place.shape, place.tone)),
        _tidy(12 - width / 2),
        number if place.number else "",
    )


def _many(scene: Scene, places: Located, space: Space) -> Markup:
    """Draw a circle with a count for each crowded cell, and a label for each place that is alone."""
    groups, alone = grouped(places)
    for group in groups:
        space.take(around(group.middle, (2 * group.radius, 2 * group.radius)))
    for place, middle in alone:
        space.take(around(middle, (_pill_width(place), PILL)))
    return Markup(
        '<g class="lo-karta__groups" fill="#fff" stroke="#1b2421" stroke-width="1.5" text-anchor="middle" '
        'font-size="{:.0f}" font-weight="700">{}</g>'
        '<g class="lo-karta__labels" fill="#1b2421" font-size="{:.0f}" '
        'font-weight="700">{}</g>'
    ).format(
        NUMBERS,
        Markup("").join(map(_group, groups)),
        NUMBERS,
        Markup("").join(_label(scene, place, (round(x), round(y))) for place, (x, y) in alone),
    )


def _group(group: Cluster) -> Markup:
    x, y = group.middle
    return Markup(
        '<circle cx="{:.0f}" cy="{:.0f}" r="{:.0f}"/><text x="{:.0f}" y="{:.0f}" fill="#1b2421" stroke="none">{}</text>'
    ).format(x, y, group.radius, x, y + 5.5, group.count)


def _tidy(number: float) -> str:
    """Write a number with at most one decimal."""
    return f"{number:.1f}".removesuffix(".0")
