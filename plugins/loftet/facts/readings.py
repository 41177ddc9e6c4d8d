"""A figure as it may be shown: its number in words, or the reason why there is none; small counts are never told.

Pages, charts and data files take figures from here alone, so that none of them says what the others hide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from loftet.model.dates import Period
from loftet.model.knowledge import Indicator, SeriesBreak, Value
from loftet.model.register import Register
from loftet.model.words.knowledge import Selection
from loftet.model.words.places import AreaType
from loftet.wording import number

_NO_COUNT = re.compile(
    r"\s*$|andel|procent|promille|%|.*\bper\b|.*/|kronor|kr\b|tkr|mkr|timm|minut|sekund|met(er|rar)|km\b|kilomet"
    r"|grad|index|poäng|betyg|medel|snitt|kvadrat|hektar",
    re.IGNORECASE,
)
"""Units (or, without one, names) of what is not a count of things: shares, rates, averages, measures."""


@dataclass(frozen=True)
class Reading:
    """One value of an indicator as it may be shown.

    `words` is what is printed; `number` is None where there is none or where it is hidden, and then `missing` is
    the reason in words (empty when the value is words only). `area` is the id of its area, None when none is
    stated.
    """

    value: Value
    words: str
    number: Decimal | None
    missing: str
    area: str | None

    @property
    def period(self) -> Period:
        """Give the period that it holds for."""
        return self.value.period

    @property
    def note(self) -> str | None:
        """Give the editor's note, but not where it tells the very number that is hidden."""
        note, figure = self.value.note, self.value.value
        if note and figure is not None and self.number is None and _tells(note, figure):
            return None
        return note

    @property
    def series(self) -> tuple[str | None, str | None]:
        """Give what must be the same for two values to stand in one series: area and group."""
        return self.area, self.value.group


def readings(register: Register, indicator: Indicator) -> tuple[Reading, ...]:
    """Give an indicator's values as they may be shown, in the order of the data."""
    least = register.municipality.settings.smallest_count
    return tuple(_reading(indicator, one, least) for one in indicator.values)


def _reading(indicator: Indicator, value: Value, least: int) -> Reading:
    area = value.area or indicator.area
    if value.value is None or value.missing:
        missing = value.missing.value if value.missing else "" if value.words else "uppgift saknas"
        return Reading(value, missing or value.words or "", None, missing, area)
    if _is_small(indicator, value, least):
        hidden = f"färre än {least}"
        return Reading(value, hidden, None, hidden, area)
    return Reading(value, value.words or amount(value.value, indicator.unit), value.value, "", area)


def is_count(indicator: Indicator) -> bool:
    """Tell whether an indicator counts things or persons, so that a small number could point one out (rule 9)."""
    return not _NO_COUNT.match(indicator.unit or indicator.name)


def hides_small_counts(register: Register, indicator: Indicator) -> bool:
    """Tell whether any value of an indicator is hidden because it is small."""
    least = register.municipality.settings.smallest_count
    return any(_is_small(indicator, one, least) for one in indicator.values)


def _is_small(indicator: Indicator, value: Value, least: int) -> bool:
    told = value.value is not None and value.missing is None
    return told and value.value is not None and abs(value.value) < least and is_count(indicator)


def amount(figure: Decimal, unit: str | None) -> str:
    """Write a number with its unit: `66 procent`, `37,9 km/h`; ”antal” is not said after a number."""
    said = "" if not unit or unit.lower() == "antal" else unit.removeprefix("antal ")
    return f"{number(figure)} {said}".strip()


_SMALL = ("noll", "en|ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")


def _tells(note: str, figure: Decimal) -> bool:
    named = _SMALL[int(figure)] if 0 <= figure < len(_SMALL) else number(figure)
    return re.search(rf"\b({re.escape(number(figure))}|{named})\b", note, re.IGNORECASE) is not None


def in_time(told: Iterable[Reading], newest_first: bool = False) -> list[Reading]:
    """Sort readings by their periods, oldest first unless asked; those of equal periods keep their order."""
    return sorted(told, key=lambda one: _ordinals(one.period), reverse=newest_first)


def _ordinals(period: Period) -> tuple[int, int]:
    first, last = period.first or period.last, period.last or period.first
    return (first.toordinal() if first else 0, last.toordinal() if last else 0)


def latest_reading(
    register: Register, indicator: Indicator, area: str | None = None, fetched_by: date | None = None
) -> Reading | None:
    """Give the latest figure of an indicator, or the words for a small one: of its own series, or of one area.

    With `fetched_by` only what is known to have been fetched by that day. None when no period has a figure.
    """
    told = [one for one in readings(register, indicator) if fetched_by is None or _fetched(one) <= fetched_by]
    series = in_time(one for one in told if one.area == area) if area else main_series(indicator, told)
    figures = [one for one in series if one.value.value is not None and not one.value.missing]
    return figures[-1] if figures else None


def _fetched(one: Reading) -> date:
    return one.value.fetched.last if one.value.fetched else date.max


def main_series(indicator: Indicator, told: Iterable[Reading]) -> list[Reading]:
    """Give the indicator's own series, oldest first: of its own area, everybody before a group.

    An indicator without an area of its own has one only when all its values are of one area.
    """
    every = list(told)
    own = [one for one in every if one.area == indicator.area]
    if not own and len({one.area for one in every}) == 1:
        own = every
    chosen = min((one.series for one in own), key=lambda series: series[1] is not None, default=None)
    return in_time(one for one in own if one.series == chosen)


def break_between(indicator: Indicator, earlier: Reading, later: Reading) -> SeriesBreak | None:
    """Give the series break that lies between two readings; None when there is none."""
    first, last = earlier.period.first, later.period.first
    if first is None or last is None:
        return None
    return next((one for one in indicator.breaks if first < one.before.first <= last), None)


def months_of(period: Period) -> int | None:
    """Give how many months a period is long, to the nearest whole; None when an end is not stated."""
    first, last = period.first, period.last
    if first is None or last is None:
        return None
    return round(((last - first).days + 1) / 30.44)


def why_not_comparable(indicator: Indicator, earlier: Reading, later: Reading) -> str:
    """Say why two readings of one series cannot be compared; empty when they can."""
    broken = break_between(indicator, earlier, later)
    if broken:
        return broken.why
    if months_of(earlier.period) != months_of(later.period):
        return "perioderna är olika långa"
    ways = {earlier.value.sample, later.value.sample}
    if len(ways) > 1 and Selection.SELF_SELECTED in ways:
        return "de som svarade valdes på olika sätt"
    return ""


_LARGER = (
    AreaType.LOCAL_POLICE,
    AreaType.POLICE_AREA,
    AreaType.POLICE_REGION,
    AreaType.COUNTY,
    AreaType.COUNTRY,
)


def is_own_area(register: Register, id: str | None) -> bool:
    """Tell whether an area is the municipality itself: by its code, else its name."""
    area = register.areas.get(id or "")
    if area is None or area.type is not AreaType.MUNICIPALITY:
        return False
    municipality = register.municipality
    if area.code and municipality.code:
        return area.code == municipality.code
    name = area.name.removesuffix(" kommun").removesuffix("s").lower()
    return municipality.name.removesuffix(" kommun").removesuffix("s").lower() == name


def is_within(register: Register, id: str | None) -> bool:
    """Tell whether an area lies inside the municipality, as a district or a place does."""
    area = register.areas.get(id or "")
    return area is not None and area.type not in (*_LARGER, AreaType.MUNICIPALITY)
