"""The chart of counts: lying bars from zero, each with its name above and its number behind."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from loftet.charts.axes import LETTER, WIDTH
from loftet.charts.drawing import framed, ruled, written
from loftet.charts.series import BarChart, CountBar
from loftet.wording import number

LINE: Final = 20
BAR: Final = 16
GAP: Final = 16
LETTERS: Final = int(WIDTH / LETTER)


def bar_chart(chart: BarChart) -> Markup:
    """Draw counts as lying bars in the order given; long names wrap, words stand for numbers where given."""
    room = WIDTH - max((len(_words(bar)) for bar in chart.bars), default=0) * LETTER - 12
    most = max((Decimal(bar.value) for bar in chart.bars if bar.value is not None), default=Decimal(0))
    parts: list[Markup] = []
    y = 0
    for bar in chart.bars:
        name = textwrap.wrap(bar.label, LETTERS) or [""]
        parts += _bar(bar, name, y, max(room, WIDTH / 3), most)
        y += len(name) * LINE + BAR + GAP
    return framed(chart.id, chart.title, chart.description, max(y, 1), parts)


def _bar(bar: CountBar, name: list[str], y: int, room: float, most: Decimal) -> Iterator[Markup]:
    for place, line in enumerate(name):
        yield written(line, 0, y + place * LINE + 15, "lo-chart__name")
    top = y + len(name) * LINE + 2
    length = 0.0
    if bar.value is not None:
        length = round(float(Decimal(bar.value) / most) * room, 1) if most else 0.0
        tone = f" lo-tone--{bar.tone}" if bar.tone else ""
        markup = Markup('<rect class="lo-chart__bar{}" x="0" y="{}" width="{}" height="{}"/>')
        yield markup.format(tone, top, f"{length:g}", BAR)
    yield ruled("lo-chart__base", 0, top - 2, 0, top + BAR + 2)
    yield written(_words(bar), length + 8, top + 14, "lo-chart__number")


def _words(bar: CountBar) -> str:
    if bar.value is None:
        return bar.words or bar.missing
    return bar.words or number(bar.value)
