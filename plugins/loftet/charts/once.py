"""The small drawings of a page drawn once each: a page of a hundred statuses holds fourteen shapes, not a hundred.

A drawing's own rules are read inside its copies too, but not rules that begin outside it: what a copy takes from
where it stands (colour, tone, edge) comes through inheritance, see components.css.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

_DRAWING: Final = re.compile(
    r'<svg class="lo-shape" viewBox="-8 -8 16 16"[^>]*>(?P<shape>.*?)</svg>'
    r'|(?P<part><svg class="lo-(?:swatch|bar__part) [^>]*>)'
    r'(?P<inside><g class="lo-pattern .*?</g>(?:<svg class="lo-bar__shape".*?</svg>)?)</svg>'
)


@dataclass(frozen=True)
class _Drawing:
    """What is drawn: a shape, which brings its own square, or a pattern, which fills the place it is given."""

    geometry: str
    is_shape: bool

    @classmethod
    def of(cls, found: re.Match[str]) -> _Drawing:
        return cls(found["inside"] or found["shape"], found["part"] is None)

    def defined(self, name: str) -> str:
        if self.is_shape:
            return f'<symbol id="{name}" viewBox="-8 -8 16 16" overflow="visible">{self.geometry}</symbol>'
        return f'<g id="{name}">{self.geometry}</g>'


def drawn_once(body: str) -> str:
    """Give a page's body with each shape and pattern that comes often drawn once, at its start, and named after.

    What would not be shorter so stays where it is; a body without repetition is given back as it was.
    """
    counts = Counter(_Drawing.of(found) for found in _DRAWING.finditer(body))
    often = (drawing for drawing, count in counts.items() if _is_shorter(drawing, count))
    names = {drawing: f"lo-rit-{number}" for number, drawing in enumerate(often, start=1)}

    def named(found: re.Match[str]) -> str:
        name = names.get(_Drawing.of(found))
        if name is None:
            return found[0]
        opening = found["part"] or '<svg class="lo-shape" aria-hidden="true">'
        return f"{opening}{_use(name)}</svg>"

    drawings = "".join(drawing.defined(name) for drawing, name in names.items())
    sheet = (
        f'<svg class="lo-drawings" width="0" height="0" aria-hidden="true"><defs>{drawings}</defs></svg>\n'
    )
    return (sheet if names else "") + _DRAWING.sub(named, body)


def _use(name: str) -> str:
    return f'<use href="#{name}"/>'


def _is_shorter(drawing: _Drawing, count: int) -> bool:
    name = "lo-rit-1"
    square = len(' viewBox="-8 -8 16 16"') if drawing.is_shape else 0
    saved = len(drawing.geometry) + square - len(_use(name))
    return count * saved > len(drawing.defined(name))
