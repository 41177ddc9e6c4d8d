"""The foot of a picture: the scale bar, and who made the ground."""

from __future__ import annotations

import textwrap

from markupsafe import Markup

from loftet.maps.frame import WIDTH, Frame
from loftet.maps.labels import text_width
from loftet.maps.names import SIZE
from loftet.maps.scene import Scene

LINE = 20.0
"""Picture units from one line of the foot to the next."""

EDGE = 8.0


def foot_height(scene: Scene, frame: Frame) -> float:
    """Give the height of the foot in picture units: one line, or more for a long source."""
    _, below = _source_lines(scene, frame)
    return LINE * (1 + len(below)) + EDGE


def foot_svg(scene: Scene, frame: Frame) -> Markup:
    """Draw the foot under the map: scale bar to the left, source to the right or on lines of its own."""
    metres, length = frame.bar
    base = frame.height + LINE
    beside, below = _source_lines(scene, frame)
    return Markup(
        '<g class="lo-karta__foot" fill="#1b2421"><rect y="{:.0f}" width="{:.0f}" height="{:.0f}" fill="#fff"/>'
        '<path d="M{:.0f} {:.0f}v6h{:.1f}v-6" fill="none" stroke="#1b2421" stroke-width="1.5"/>{}{}{}</g>'
    ).format(
        frame.height,
        WIDTH,
        foot_height(scene, frame),
        EDGE,
        base - 7,
        length,
        _text(EDGE + length + 6, base, distance(metres)),
        _text(WIDTH - EDGE, base, beside, end=True) if beside else "",
        Markup("").join(_text(EDGE, base + LINE * row, line) for row, line in enumerate(below, 1)),
    )


def distance(metres: int) -> str:
    """Write a round distance: "200 m", "1 km"."""
    return f"{metres // 1000}\u00a0km" if metres >= 1000 else f"{metres}\u00a0m"


def _source_lines(scene: Scene, frame: Frame) -> tuple[str, tuple[str, ...]]:
    """Share the source out: beside the scale bar when it fits there, else on lines below it."""
    metres, length = frame.bar
    room = WIDTH - 2 * EDGE
    free = room - length - text_width(distance(metres), SIZE) - 24
    if text_width(scene.source, SIZE) <= free:
        return scene.source, ()
    return "", tuple(textwrap.wrap(scene.source, int(room / text_width("x", SIZE))))


def _text(x: float, y: float, text: str, end: bool = False) -> Markup:
    anchor = Markup(' text-anchor="end"') if end else ""
    return Markup('<text x="{:.0f}" y="{:.0f}"{}>{}</text>').format(x, y, anchor, text)
