"""Areas coloured by a figure: a still picture with the figure written in each area, and its legend in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from loftet.charts.drawing import unspoken
from loftet.geo.coordinates import Point
from loftet.geo.lines import XY, box_of, clipped_ring, simplified
from loftet.maps.foot import foot_svg
from loftet.maps.frame import WIDTH, Frame
from loftet.maps.ground import Ground
from loftet.maps.labels import Space, text_width, widest_inside
from loftet.maps.names import SIZE
from loftet.maps.picture import opening
from loftet.maps.scene import Scene
from loftet.maps.terrain import path_of

FILLS = ("#e3eef2", "#a9cbd6", "#5f9db0", "#1f6478")
"""From few to many, one hue: no colour says good or bad (rule 8)."""

LETTERS = "ABCD"
"""What each class is called in its areas and in the legend, for those who see no colours, and on grey paper."""

_ON = ("#1b2421", "#1b2421", "#1b2421", "#fff")
"""The ink that is read on each of FILLS."""

HIDDEN = "gles"
"""The shade of an area whose value is not shown."""


@dataclass(frozen=True)
class Shade:
    """One area: its outlines, the figure in it, and its class from 0; `place` None is hatched."""

    rings: tuple[tuple[Point, ...], ...]
    text: str
    place: int | None


def choropleth(
    id: str, title: str, description: str, shades: Sequence[Shade], ground: Ground | None
) -> Markup:
    """Draw the areas that have outlines; "" when none has. `id` begins every id in the picture."""
    outlines = tuple(ring for shade in shades for ring in shade.rings)
    if not outlines:
        return Markup("")
    source = ground.attribution if ground else ""
    scene = Scene(id, title, description, (), boundary=outlines, attribution=source)
    frame = Frame.of(scene)
    placed = [(shade, [[frame.xy(point) for point in ring] for ring in shade.rings]) for shade in shades]
    placed = [(shade, rings) for shade, rings in placed if rings]
    # A large area must not cover a small one that lies in it.
    placed.sort(key=lambda one: -_extent(one[1]))
    space = Space(WIDTH, frame.height)
    layers = (
        _land(scene, frame),
        Markup('<g transform="scale(.1)" stroke="#1b2421" stroke-width="15">{}</g>').format(
            Markup("").join(_area(scene, shade, rings, frame) for shade, rings in placed)
        ),
        Markup(
            '<g class="lo-karta__labels" fill="#1b2421" font-weight="700" text-anchor="middle">{}</g>'
        ).format(
            Markup("").join(
                _label(f"{LETTERS[shade.place]} {shade.text}", rings, space)
                for shade, rings in reversed(placed)
                if shade.place is not None
            )
        ),
        foot_svg(scene, frame),
    )
    return opening(scene, frame, scene.description) + unspoken(layers) + Markup("</svg>")


def swatch(place: int | None) -> Markup:
    """Draw the sign of a class for the legend, silent to screen readers: the words stand beside it."""
    return Markup(
        '<svg class="lo-key__sign" viewBox="0 0 32 20" width="32" height="20" aria-hidden="true">'
        '<rect width="32" height="20" {} stroke="#1b2421"/>{}</svg>'
    ).format(_paint(place), _HATCH if place is None else _letter(place))


_HATCH = Markup('<path class="lo-karta__hatch" d="M4 20 24 0M14 20 32 2M0 14 14 0" stroke="#1b2421"/>')


def _letter(place: int) -> Markup:
    return Markup(
        '<text class="lo-karta__letter" x="16" y="15" text-anchor="middle" font-family="sans-serif" '
        'font-size="14" font-weight="700" fill="{}">{}</text>'
    ).format(_ON[place], LETTERS[place])


def _paint(place: int | None) -> Markup:
    named = HIDDEN if place is None else str(place)
    fill = "#fff" if place is None else FILLS[place]
    return Markup('class="lo-karta__shade--{}" fill="{}"').format(named, fill)


def _land(scene: Scene, frame: Frame) -> Markup:
    return Markup(
        '<defs><pattern id="{}-streck" width="90" height="90" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path class="lo-karta__hatch" d="M0 0V90" stroke="#1b2421" '
        'stroke-width="24"/></pattern></defs>'
        '<rect class="lo-karta__land" width="{:.0f}" height="{:.0f}" fill="#efeae0"/>'
    ).format(scene.id, WIDTH, frame.height)


def _area(scene: Scene, shade: Shade, rings: Iterable[Sequence[XY]], frame: Frame) -> Markup:
    inside = (clipped_ring(simplified(ring, 0.4), frame.edge) for ring in rings)
    path = "".join(path_of(ring, closed=True) for ring in inside if ring)
    drawn = Markup('<path {} d="{}"/>').format(_paint(shade.place), path)
    if shade.place is None:
        drawn += Markup('<path fill="url(#{}-streck)" d="{}"/>').format(scene.id, path)
    return drawn


def _label(text: str, rings: Sequence[Sequence[XY]], space: Space) -> Markup:
    middle, _ = widest_inside(sorted(rings, key=_span, reverse=True)[:1])
    width = round(text_width(text, SIZE) + 12)
    x, y = space.settle(middle, (width, 24), centred=True)
    return Markup(
        '<g transform="translate({:.0f} {:.0f})"><rect x="{:.1f}" y="-12" width="{}" height="24" rx="4" fill="#fff" '
        'stroke="#1b2421"/><text y="5">{}</text></g>'
    ).format(x, y, -width / 2, width, text)


def _extent(rings: Sequence[Sequence[XY]]) -> float:
    return max(map(_span, rings))


def _span(ring: Sequence[XY]) -> float:
    left, top, right, bottom = box_of(tuple(ring))
    return right - left + bottom - top
