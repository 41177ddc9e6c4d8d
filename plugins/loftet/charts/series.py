"""What a chart is drawn from: series of values with their gaps, breaks and margins, and counts with names.

Values are Decimals in the unit that the chart names; None means no value, and then `missing` says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class SeriesPoint:
    """One value of a series, or the place where one is missing.

    `label` names its period as printed ("jan–sep 2025"), `in_full` the same period in running text, where that
    is longer ("januari–september 2025"). `missing` is the reason in words when `value` is None
    ("för få svar"). `low` and `high` are the ends of the margin of error, in the chart's unit.
    `break_before` says that the figure can not be compared with the one before (tidsseriebrott); `joined` is
    False where no line may lead here from the one before though no break is stated: a gap, or another span.
    """

    label: str
    value: Decimal | None
    missing: str = ""
    preliminary: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    break_before: bool = False
    joined: bool = True
    in_full: str = ""

    def period(self) -> str:
        """Name the period where there is room for whole words."""
        return self.in_full or self.label


@dataclass(frozen=True)
class Series:
    """Points in the order of time; `comparison` marks another area or group, drawn behind and thinner."""

    name: str
    points: tuple[SeriesPoint, ...]
    comparison: bool = False


@dataclass(frozen=True)
class LineChart:
    """One or more series over the same periods.

    `id` is a stable name, unique on the page. `title` is the finding, `description` the numbers in words;
    both are for screen readers. `unit` stands at the axis ("procent"). `from_zero` starts the axis at zero.
    """

    id: str
    title: str
    description: str
    unit: str
    series: tuple[Series, ...]
    from_zero: bool = True

    def labels(self) -> tuple[str, ...]:
        """Name every period once: in the first series' order, then those that only later series have."""
        return tuple(dict.fromkeys(point.label for series in self.series for point in series.points))

    def values(self) -> Iterator[Decimal]:
        """Give every number that must have room in the chart: values and margins."""
        for series in self.series:
            for point in series.points:
                yield from (number for number in (point.value, point.low, point.high) if number is not None)


@dataclass(frozen=True)
class CountBar:
    """One bar: its name, its value, and the words for it where the source counts in words ("drygt 20").

    Without a value no bar is drawn and `missing` stands in its place. `tone` is that of a status, or empty.
    """

    label: str
    value: Decimal | int | None
    words: str = ""
    missing: str = "uppgift saknas"
    tone: str = ""


@dataclass(frozen=True)
class BarChart:
    """Counts of one kind side by side, always from zero; `id`, `title`, `description` as in LineChart."""

    id: str
    title: str
    description: str
    bars: tuple[CountBar, ...]
