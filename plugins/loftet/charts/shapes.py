"""The shapes of the status language as drawings, the same in bars, lists, tables, maps and keys.

Drawn and not typed, because fonts differ: a phone shows some of these characters as coloured pictures.
Add a shape: one line in SHAPES with its geometry inside a square from -8 to 8.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from markupsafe import Markup

_LINE: Final = 'class="lo-shape__line"'
_PAINT: Final = 'fill="none" stroke="#1b2421" stroke-width="2.4"'

SHAPES: Final[dict[str, str]] = {
    "●": '<circle r="6"/>',
    "◐": f'<circle {_LINE} r="5.2"/><path d="M0-6A6 6 0 0 0 0 6z"/>',
    "◆": '<path d="M0-7 7 0 0 7-7 0z"/>',
    "↻": f'<path {_LINE} d="M4.6-2.6A5.3 5.3 0 1 0 5.3.8"/><path d="M6.9-6.6v5.4H1.6z"/>',
    "◇": f'<path {_LINE} d="M0-5.8 5.8 0 0 5.8-5.8 0z"/>',
    "‖": '<path d="M-5-6h3.6V6H-5zM1.4-6H5V6H1.4z"/>',
    "■": '<path d="M-5.5-5.5h11v11h-11z"/>',
    "▲": '<path d="M0-6.8 7 6H-7z"/>',
    "✕": f'<path {_LINE} d="M-5-5 5 5M5-5-5 5"/>',
    "→": f'<path {_LINE} d="M-6.5 0H5M.5-5 5.6 0 .5 5"/>',
    "✉": f'<path {_LINE} d="M-6.5-4.6h13v9.2h-13zM-6.5-4.2 0 1.2l6.5-5.4"/>',
    "+": f'<path {_LINE} d="M0-6V6M-6 0H6"/>',
    "?": f'<path {_LINE} d="M-3.6-3A3.7 3.7 0 1 1 .9.2Q0 .8 0 2.6"/><circle cy="6" r="1.4"/>',
    "○": f'<circle {_LINE} r="5.2"/>',
}


@cache
def shape_geometry(shape: str) -> Markup:
    """Give the drawing of one shape around (0, 0), 16 units wide, to stand inside an SVG.

    A character outside the list is drawn as itself, so that a new status is seen and not lost.
    """
    if shape in SHAPES:
        return Markup(SHAPES[shape])
    return Markup('<text text-anchor="middle" y="5">{}</text>').format(shape)


@cache
def plain_geometry(shape: str) -> Markup:
    """Give the drawing of one shape so that it is whole without any style sheet: lines carry their own paint.

    The map's picture needs it, for it is also shown where no style sheet reaches, as in a share picture.
    """
    return Markup(str(shape_geometry(shape)).replace(_LINE, f"{_LINE} {_PAINT}"))


@cache
def shape_mark(shape: str) -> Markup:
    """Draw one shape as a small SVG of its own, silent to screen readers: the word stands beside it."""
    opening = Markup('<svg class="lo-shape" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">')
    return opening + shape_geometry(shape) + Markup("</svg>")
