"""The key under a line chart: only the signs that it has, and for a missing value its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from loftet.charts.line import MISSING_SIGN
from loftet.charts.series import LineChart, SeriesPoint

_LINE: Final = '<line class="lo-chart__line lo-chart__line--{0}" x1="-14" x2="14"/>'
_MAIN: Final = Markup(_LINE.format("main") + '<circle class="lo-chart__point lo-chart__point--main" r="5"/>')
_COMPARISON: Final = Markup(
    _LINE.format("comparison")
    + '<rect class="lo-chart__point lo-chart__point--comparison" x="-3.5" y="-3.5" width="7" height="7"/>'
)
_PRELIMINARY: Final = Markup(
    '<circle class="lo-chart__point lo-chart__point--main lo-chart__point--preliminary" r="5"/>'
)
_MARGIN: Final = Markup('<path class="lo-chart__margin" d="M0-8V8M-5-8H5M-5 8H5"/>')
_BREAK: Final = Markup('<line class="lo-chart__break" y1="-9" y2="9"/>')
_MISSING: Final = Markup('<g class="lo-chart__missing">') + MISSING_SIGN + Markup("</g>")


def chart_key(chart: LineChart) -> Markup:
    """List the chart's signs with their words, as HTML; a chart of one whole, sure series has no key."""
    entries = [Markup("<li>{} {}</li>").format(_sign(sign), words) for sign, words in _entries(chart)]
    if not entries:
        return Markup("")
    return Markup('<ul class="lo-key">{}</ul>').format(Markup("\n").join(entries))


def _entries(chart: LineChart) -> Iterator[tuple[Markup, str]]:
    if len(chart.series) > 1:
        for series in chart.series:
            yield (_COMPARISON if series.comparison else _MAIN), series.name
    points = [point for series in chart.series for point in series.points]
    if any(point.preliminary for point in points):
        yield _PRELIMINARY, "preliminär siffra"
    if any(point.low is not None and point.high is not None for point in points):
        yield _MARGIN, "felmarginal"
    if any(point.break_before for point in points):
        yield _BREAK, "tidsseriebrott: siffrorna före och efter kan inte jämföras"
    for reason, periods in _missing(chart.series[0].points if chart.series else ()).items():
        yield _MISSING, f"{', '.join(periods)}: {reason}"


def _missing(points: tuple[SeriesPoint, ...]) -> dict[str, list[str]]:
    reasons: dict[str, list[str]] = {}
    for point in points:
        if point.value is None:
            reasons.setdefault(point.missing or "uppgift saknas", []).append(point.period())
    return reasons


def _sign(drawing: Markup) -> Markup:
    opening = Markup(
        '<svg class="lo-key__sign" viewBox="-16 -10 32 20" width="32" height="20" aria-hidden="true">'
    )
    return opening + drawing + Markup("</svg>")
