"""Whether a colour can be read on its ground, and the nearest one that can."""

from __future__ import annotations

import colorsys
from typing import Final

LEAST: Final = 4.5
"""Contrast of text with its ground (WCAG 2.2, criterion 1.4.3 at level AA)."""


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (`#rrggbb`), 1 to 21 (WCAG 2.2)."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def nearest_readable(colour: str, ground: str) -> str:
    """Give the colour of the same hue that is nearest in lightness and readable on a ground."""
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
    towards = 1.0 if _luminance(ground) < 0.2 else 0.0
    for step in range(256):
        shade = light + (towards - light) * step / 255
        found = _hexadecimal(colorsys.hls_to_rgb(hue, shade, saturation))
        if contrast(found, ground) >= LEAST:
            return found
    return _hexadecimal((towards, towards, towards))


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _hexadecimal(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
