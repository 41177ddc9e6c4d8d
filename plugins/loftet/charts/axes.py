"""Scales: from values to places in a picture, and the round numbers beside an axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

WIDTH: Final = 480
"""Width of a chart's viewBox: at 360 px a text of 16 units is still 10.9 px high."""

LETTER: Final = 8.6
"""Mean width of a letter or figure at 16 units, on the safe side."""

_ROUND_STEPS: Final = tuple(Decimal(step) for step in ("1", "2", "5", "10"))


@dataclass(frozen=True)
class Axis:
    """A linear scale from values `low`–`high` to places `start`–`end` in the picture, with its ticks."""

    low: Decimal
    high: Decimal
    start: float
    end: float
    ticks: tuple[Decimal, ...]

    def place(self, value: Decimal) -> float:
        """Give the place of a value in the picture's units, to one decimal."""
        share = float((value - self.low) / (self.high - self.low))
        return round(self.start + share * (self.end - self.start), 1)


def axis(values: Sequence[Decimal], start: float, end: float, *, from_zero: bool, wanted: int = 4) -> Axis:
    """Make a scale with round ticks that holds all values; about `wanted` steps. No values: 0 to 1."""
    low, high = (min(values), max(values)) if values else (Decimal(0), Decimal(1))
    if from_zero:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = low + 1
    step = round_step((high - low) / wanted)
    first = (low / step).to_integral_value(ROUND_FLOOR) * step
    last = (high / step).to_integral_value(ROUND_CEILING) * step
    count = int((last - first) / step)
    return Axis(first, last, start, end, tuple(first + step * place for place in range(count + 1)))


def round_step(least: Decimal) -> Decimal:
    """Give the smallest of 1, 2, 5 times a power of ten that is not below `least` (which is above zero)."""
    power = Decimal(1).scaleb(least.adjusted())
    step = next(step * power for step in _ROUND_STEPS if step * power >= least)
    return step.quantize(Decimal(1)) if step >= 1 else step.normalize()


def shown_labels(labels: Sequence[str], room: float) -> tuple[bool, ...]:
    """Choose which labels under an axis are printed: every nth, counted from the last, so that none touch."""
    if not labels:
        return ()
    widest = max(map(len, labels)) * LETTER + 14
    every = max(1, -int(-widest * max(len(labels) - 1, 1) // room))
    return tuple((len(labels) - 1 - place) % every == 0 for place in range(len(labels)))
