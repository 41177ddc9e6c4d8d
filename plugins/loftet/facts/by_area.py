"""An indicator's values area by area, as a map may colour them: only where enough have answered (rule 19)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from loftet.facts.readings import Reading, in_time, is_count, readings
from loftet.model.knowledge import Indicator
from loftet.model.place import Settings
from loftet.model.register import Register
from loftet.model.words.places import AreaType
from loftet.wording import period_text

WIDE = frozenset(
    (
        AreaType.MUNICIPALITY,
        AreaType.LOCAL_POLICE,
        AreaType.POLICE_AREA,
        AreaType.POLICE_REGION,
        AreaType.COUNTY,
        AreaType.COUNTRY,
    )
)
"""Areas that hold others: they are compared with none inside them, and tell nobody where something is done."""

MOST_CLASSES = 4
"""Shades that an eye can tell apart beside each other."""


@dataclass(frozen=True)
class AreaValue:
    """What one area's value is shown as: `number` is None where it is hidden, and `hidden` says why."""

    area: str
    words: str
    number: Decimal | None
    hidden: str


@dataclass(frozen=True)
class ByArea:
    """The values of one period, and the upper bound of each class of them, lowest first."""

    period: str
    values: tuple[AreaValue, ...]
    bounds: tuple[Decimal, ...]

    def class_of(self, number: Decimal) -> int:
        """Give the class that a value belongs to, from 0."""
        return next(place for place, bound in enumerate(self.bounds) if number <= bound)

    def members(self, place: int) -> tuple[AreaValue, ...]:
        """Give the areas of a class, in the order of the data."""
        return tuple(
            one for one in self.values if one.number is not None and self.class_of(one.number) == place
        )

    @property
    def hidden(self) -> tuple[AreaValue, ...]:
        """Give the areas whose value is not shown."""
        return tuple(one for one in self.values if one.number is None)


def by_area(register: Register, indicator: Indicator) -> ByArea | None:
    """Give the values of the latest period with at least two areas whose values may be shown.

    None unless the municipality has switched such maps on, and where there is nothing to compare. Areas
    that hold others, and values of a group or a part of the people, are left out.
    """
    settings = register.municipality.settings
    if not settings.area_maps:
        return None
    by_period: dict[str, dict[str, AreaValue]] = {}
    for one in in_time(readings(register, indicator)):
        area = register.areas.get(one.area or "")
        if area and area.type not in WIDE and not one.value.group:
            by_period.setdefault(period_text(one.period), {})[area.id] = _value(indicator, one, settings)
    for period, found in reversed(by_period.items()):
        shown = sorted({one.number for one in found.values() if one.number is not None})
        if sum(one.number is not None for one in found.values()) > 1:
            return ByArea(period, tuple(found.values()), _bounds(shown))
    return None


def _value(indicator: Indicator, one: Reading, settings: Settings) -> AreaValue:
    answers, least = one.value.respondents, settings.smallest_answers
    hidden = one.missing
    if not hidden and not is_count(indicator) and answers is None:
        hidden = "antalet svar är inte angivet"
    elif not hidden and answers is not None and answers < least:
        hidden = f"färre än {least} svar"
    if hidden or one.number is None:
        return AreaValue(one.area or "", "", None, hidden or "uppgift saknas")
    return AreaValue(one.area or "", one.words, one.number, "")


def _bounds(numbers: list[Decimal]) -> tuple[Decimal, ...]:
    """Share sorted, different numbers out into classes of as equal width as there are numbers for."""
    low, high = numbers[0], numbers[-1]
    width = (high - low) / MOST_CLASSES
    limits = (low + width * step for step in range(1, MOST_CLASSES))
    upper = {max((one for one in numbers if one <= limit), default=low) for limit in limits}
    return tuple(sorted({*upper, high}))
