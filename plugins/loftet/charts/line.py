"""The chart of an indicator over time: no line across a gap or a break; margins and preliminary values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from loftet.charts.axes import LETTER, WIDTH, Axis, axis, shown_labels
from loftet.charts.drawing import framed, ruled, written
from loftet.charts.series import LineChart, Series, SeriesPoint
from loftet.wording import number

HEIGHT: Final = 320
TOP: Final = 56
BOTTOM: Final = 276
RIGHT: Final = WIDTH - 22
ALL_VALUES: Final = 6
"""So many points of the first series each have their number printed; of more only the first and the last."""


@dataclass(frozen=True)
class _Plot:
    """The chart's scales: values upwards, periods to the right."""

    left: float
    values: Axis
    places: dict[str, float]


@dataclass(frozen=True)
class _Mark:
    """One point with a value and where it stands."""

    point: SeriesPoint
    value: Decimal
    x: float
    y: float


def line_chart(chart: LineChart) -> Markup:
    """Draw the series of a chart (at least one) as one accessible SVG, the comparisons behind.

    A missing value is a crossed circle on the base line (the key gives the reason), a break a dashed line.
    """
    plot = _plot(chart)
    parts = [*_grid(chart, plot), *_period_labels(chart, plot)]
    for series in sorted(chart.series, key=lambda series: not series.comparison):
        parts += _series(series, plot)
    parts += _breaks(chart.series[0], plot)
    parts += _missing(chart.series[0], plot)
    parts += _numbers(chart, plot)
    return framed(chart.id, chart.title, chart.description, HEIGHT, parts)


def _plot(chart: LineChart) -> _Plot:
    values = axis(tuple(chart.values()), BOTTOM, TOP, from_zero=chart.from_zero)
    left = 12 + max(len(number(tick)) for tick in values.ticks) * LETTER
    labels = chart.labels()
    first, last = left + 24, RIGHT - 8
    step = (last - first) / max(len(labels) - 1, 1)
    start = first if len(labels) > 1 else (first + last) / 2
    places = {label: round(start + place * step, 1) for place, label in enumerate(labels)}
    return _Plot(left, values, places)


def _grid(chart: LineChart, plot: _Plot) -> Iterator[Markup]:
    yield written(chart.unit, 0, 18, "lo-chart__unit")
    for tick in plot.values.ticks:
        y = plot.values.place(tick)
        css_class = "lo-chart__base" if tick == 0 else "lo-chart__grid"
        yield ruled(css_class, plot.left, y, RIGHT, y)
        yield written(number(tick), plot.left - 8, y + 5, "lo-chart__tick", "end")


def _period_labels(chart: LineChart, plot: _Plot) -> Iterator[Markup]:
    labels = chart.labels()
    shown = shown_labels(labels, RIGHT - plot.left - 32)
    for label, is_shown in zip(labels, shown, strict=True):
        x = plot.places[label]
        if is_shown:
            half = len(label) * LETTER / 2
            anchor = "end" if x + half > WIDTH else "start" if x - half < 0 else "middle"
            place = WIDTH if anchor == "end" else 0 if anchor == "start" else x
            yield written(label, place, BOTTOM + 28, "lo-chart__period", anchor)
        yield ruled("lo-chart__grid", x, BOTTOM, x, BOTTOM + (8 if is_shown else 4))


def _series(series: Series, plot: _Plot) -> Iterator[Markup]:
    kind = "comparison" if series.comparison else "main"
    runs = tuple(_runs(series.points, plot))
    for run in runs:
        if len(run) > 1:
            way = " ".join(f"{mark.x:g},{mark.y:g}" for mark in run)
            yield Markup('<polyline class="lo-chart__line lo-chart__line--{}" points="{}"/>').format(
                kind, way
            )
    for mark in (mark for run in runs for mark in run):
        yield from _margin(mark, plot)
        yield _symbol(mark, kind)


def _runs(points: Sequence[SeriesPoint], plot: _Plot) -> Iterator[tuple[_Mark, ...]]:
    """Give the stretches that one line may join: they end at a missing value, before a break and at a gap."""
    run: list[_Mark] = []
    for point in points:
        if run and (point.value is None or point.break_before or not point.joined):
            yield tuple(run)
            run = []
        if point.value is not None:
            x, y = plot.places[point.label], plot.values.place(point.value)
            run.append(_Mark(point, point.value, x, y))
    if run:
        yield tuple(run)


def _margin(mark: _Mark, plot: _Plot) -> Iterator[Markup]:
    if mark.point.low is None or mark.point.high is None:
        return
    low, high = plot.values.place(mark.point.low), plot.values.place(mark.point.high)
    yield ruled("lo-chart__margin", mark.x, low, mark.x, high)
    for end in (low, high):
        yield ruled("lo-chart__margin", mark.x - 5, end, mark.x + 5, end)


def _symbol(mark: _Mark, kind: str) -> Markup:
    state = " lo-chart__point--preliminary" if mark.point.preliminary else ""
    if kind == "comparison":
        markup = Markup(
            '<rect class="lo-chart__point lo-chart__point--comparison{}" x="{}" y="{}" width="7" height="7"/>'
        )
        return markup.format(state, f"{mark.x - 3.5:g}", f"{mark.y - 3.5:g}")
    markup = Markup('<circle class="lo-chart__point lo-chart__point--main{}" cx="{}" cy="{}" r="5"/>')
    return markup.format(state, f"{mark.x:g}", f"{mark.y:g}")


def _breaks(series: Series, plot: _Plot) -> Iterator[Markup]:
    """Draw each break midway between its point and the one before, with its name above the chart."""
    for before, point in zip(series.points, series.points[1:], strict=False):
        if point.break_before:
            x = round((plot.places[before.label] + plot.places[point.label]) / 2, 1)
            yield ruled("lo-chart__break", x, TOP - 16, x, BOTTOM)
            anchor = "end" if x > WIDTH * 0.8 else "start" if x < plot.left + 60 else "middle"
            yield written("tidsseriebrott", x, TOP - 22, "lo-chart__note", anchor)


def _missing(series: Series, plot: _Plot) -> Iterator[Markup]:
    for point in series.points:
        if point.value is None:
            opening = Markup('<svg class="lo-chart__missing" x="{}" y="{}" overflow="visible">')
            yield (
                opening.format(f"{plot.places[point.label]:g}", BOTTOM - 12) + MISSING_SIGN + Markup("</svg>")
            )


MISSING_SIGN: Final = Markup('<circle r="6"/><path d="M-4.2 4.2 4.2-4.2"/>')


def _numbers(chart: LineChart, plot: _Plot) -> Iterator[Markup]:
    """Print the first series' numbers beside its points, or only the first and the last of many."""
    own, *others = (tuple(_runs(series.points, plot)) for series in chart.series)
    marks = [(mark, run) for run in own for mark in run]
    for mark, run in marks if len(marks) <= ALL_VALUES else [marks[0], marks[-1]]:
        at = run.index(mark)
        around = [neighbour.y for neighbour in run[max(at - 1, 0) : at + 2] if neighbour is not mark]
        around += [rival.y for runs in others for other in runs for rival in other if rival.x == mark.x]
        y = _number_height(mark, around, plot)
        yield written(number(mark.value), mark.x, y, "lo-chart__number", "middle")


def _number_height(mark: _Mark, around: Sequence[float], plot: _Plot) -> float:
    """Put a number above its point and margin, or below where the lines around run higher and there is room."""
    ends = [mark.y, *(plot.values.place(end) for end in (mark.point.low, mark.point.high) if end is not None)]
    below = max(ends) + 24
    runs_higher = bool(around) and sum(around) / len(around) < mark.y
    return below if runs_higher and below < BOTTOM - 20 else min(ends) - 12
