"""Charts of an indicator: its own series in time, or its areas side by side where time tells nothing.

No line leads across a series break, a gap or between periods of different length (rule 9).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from loftet.charts.series import BarChart, CountBar, LineChart, Series, SeriesPoint
from loftet.facts.readings import (
    Reading,
    break_between,
    in_time,
    main_series,
    months_of,
    readings,
    why_not_comparable,
)
from loftet.model.dates import MONTHS, Period, Precision
from loftet.model.knowledge import Indicator
from loftet.model.register import Register
from loftet.wording import first_upper, period_text

_OTHERS = 2
"""So many other areas or groups stand in the chart beside the own series; more make it unreadable."""

_LONGEST_GAP = 12
"""Years without figures that are drawn one by one; a longer gap is only left open."""

NO_FIGURE = "ingen siffra är publicerad"


def line_of(register: Register, indicator: Indicator) -> LineChart | None:
    """Give an indicator's own series in time beside at most two others; None with fewer than two figures."""
    own = main_series(indicator, readings(register, indicator))
    if sum(one.number is not None for one in own) < 2:
        return None
    points = tuple(_points(indicator, own))
    name = _series_name(register, own[0])
    return LineChart(
        "diagram",
        indicator.name,
        description(points),
        indicator.unit or "",
        (Series(name, points), *_others(register, indicator, own, points)),
    )


def _points(indicator: Indicator, own: Sequence[Reading]) -> Iterator[SeriesPoint]:
    """Give the points of a series; years that are missing between two figures stand there as missing."""
    rhythm = _rhythm(own)
    before: Reading | None = None
    labels: Counter[str] = Counter()
    for one in own:
        point = _point(one)
        labels[point.label] += 1
        if labels[point.label] > 1:
            point = replace(point, label=f"{point.label} ({labels[point.label]})", joined=False, in_full="")
        if before:
            years = _years_between(before.period, one.period, rhythm)
            yield from (SeriesPoint(str(year), None, NO_FIGURE) for year in years)
            broken = break_between(indicator, before, one) is not None
            joined = point.joined and _follows(indicator, before, one, rhythm)
            point = replace(point, break_before=broken, joined=joined)
        yield point
        before = one


def _point(one: Reading) -> SeriesPoint:
    margin = one.value.margin if one.number is not None else None
    low = one.number - margin if one.number is not None and margin is not None else None
    high = one.number + margin if one.number is not None and margin is not None else None
    missing = one.missing or (one.words if one.number is None else "")
    preliminary = one.value.preliminary and one.number is not None
    label, in_full = short_period(one.period), short_period(one.period, letters=None)
    return SeriesPoint(label, one.number, missing, preliminary, low, high, in_full=in_full)


def _follows(indicator: Indicator, before: Reading, one: Reading, rhythm: int) -> bool:
    """Tell whether a line may lead from one figure to the next: like spans, and no time left out between."""
    if why_not_comparable(indicator, before, one):
        return False
    end, start = before.period.last, one.period.first
    touching = end is not None and start is not None and (start - end).days == 1
    return touching or _step(before.period, one.period) == rhythm


def _step(before: Period, after: Period) -> int | None:
    """Give how many months lie between the starts of two periods; None when a start is not stated."""
    if before.first is None or after.first is None:
        return None
    return (after.first.year - before.first.year) * 12 + after.first.month - before.first.month


def _rhythm(own: Sequence[Reading]) -> int:
    """Give how many months lie between the figures of a regular series: the shortest step, if seen twice, else 12."""
    steps = Counter(_step(one.period, two.period) or 0 for one, two in pairwise(own))
    shortest = min((step for step in steps if step > 0), default=12)
    return shortest if steps[shortest] > 1 else 12


def _years_between(before: Period, after: Period, rhythm: int) -> Iterable[int]:
    """Give the calendar years between two yearly figures that the series' rhythm would have had."""
    if not (_is_year(before) and _is_year(after)) or before.first is None or after.first is None:
        return ()
    step = max(rhythm // 12, 1)
    between = range(before.first.year + step, after.first.year, step)
    return between if len(between) <= _LONGEST_GAP else ()


def _is_year(period: Period) -> bool:
    first, last = period.first, period.last
    if first is None or last is None:
        return False
    return (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year)


def short_period(period: Period, letters: int | None = 3) -> str:
    """Give a period as short as an axis asks for: ”2025”, ”jan–sep 2025”, ”okt 2022”, else as it is said.

    `letters` are the first ones of a month's name that are printed, None for all: ”januari–september 2025”.
    """
    first, last = period.first, period.last
    if first is None or last is None or first.year != last.year:
        return period_text(period)
    if _is_year(period):
        return str(first.year)
    exact = all(
        one and one.precision in (Precision.DAY, Precision.MONTH) for one in (period.start, period.end)
    )
    if not exact or first.day != 1 or months_of(period) != last.month - first.month + 1:
        return period_text(period)
    months = [MONTHS[one.month - 1][:letters] for one in (first, last)]
    return f"{'–'.join(dict.fromkeys(months))} {first.year}"


def _others(
    register: Register, indicator: Indicator, own: Sequence[Reading], points: Sequence[SeriesPoint]
) -> tuple[Series, ...]:
    """Give the other areas and groups that have a figure for a period of the own series; none when they are many."""
    labels = {point.label for point in points}
    others: dict[tuple[str | None, str | None], list[Reading]] = {}
    for one in in_time(readings(register, indicator)):
        if one.series != own[0].series and one.number is not None and short_period(one.period) in labels:
            others.setdefault(one.series, []).append(one)
    if len(others) > _OTHERS:
        return ()
    return tuple(
        Series(
            _series_name(register, series[0]),
            tuple(point for point in _points(indicator, series) if point.label in labels),
            comparison=True,
        )
        for series in others.values()
    )


def _series_name(register: Register, one: Reading) -> str:
    area = register.areas.get(one.area or "")
    named = [area.name if area else None, one.value.group]
    return first_upper(", ".join(name for name in named if name)) or "Alla"


def description(points: Iterable[SeriesPoint]) -> str:
    """Give a series' numbers in words, for those who do not see the chart."""
    return "; ".join(f"{point.period()}: {_said(point)}" for point in points) + "."


def _said(point: SeriesPoint) -> str:
    if point.value is None:
        return point.missing or NO_FIGURE
    return f"{str(point.value).replace('.', ',')}{', preliminärt' if point.preliminary else ''}"


def areas_of(register: Register, indicator: Indicator) -> BarChart | None:
    """Give the areas side by side for the latest period that has figures of at least two; None without one."""
    told = [one for one in readings(register, indicator) if not one.value.group]
    by_period: dict[str, list[Reading]] = {}
    for one in in_time(told):
        by_period.setdefault(period_text(one.period), []).append(one)
    fit = [
        same for same in by_period.values() if len({one.area for one in same if one.number is not None}) > 1
    ]
    if not fit:
        return None
    bars = tuple(_bar(register, one) for one in fit[-1])
    title = f"{indicator.name}, {period_text(fit[-1][0].period)}"
    numbers = "; ".join(f"{bar.label}: {bar.words or bar.missing}" for bar in bars)
    return BarChart("diagram", title, f"{numbers}.", bars)


def _bar(register: Register, one: Reading) -> CountBar:
    preliminary = ", preliminärt" if one.value.preliminary else ""
    words = f"{one.words}{preliminary}" if one.number is not None else ""
    return CountBar(_series_name(register, one), one.number, words, one.missing)
