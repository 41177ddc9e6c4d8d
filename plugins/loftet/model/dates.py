"""Dates and periods that keep the precision they were given in (domain rule 10).

”hösten 2025” stays ”hösten 2025”; what is computed from it are its first and last day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from loftet.model.date_slips import MONTH as _MONTH
from loftet.model.date_slips import MONTHS as MONTHS
from loftet.model.date_slips import not_a_date
from loftet.model.faults import Fault

_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_ORDINAL = "(" + "|".join(_ORDINALS) + ")"
_SEASONS = {"vår": (3, 5), "sommar": (6, 8), "höst": (9, 11), "vint": (12, 2)}
_YEARS = (1800, 2199)
_YEAR = r"((?:18|19|20|21)\d\d)"
_DASH = r"\s*(?:[–—-]|till)\s*"


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "dag"
    MONTH = "månad"
    SEASON = "årstid"
    QUARTER = "kvartal"
    TERTIAL = "tertial"
    HALF_YEAR = "halvår"
    YEAR = "år"
    SPAN = "flera månader eller år"


@dataclass(frozen=True, order=True)
class FuzzyDate:
    """A stretch of days known as well as its words say: a day, a month, a season, a year.

    `first` and `last` are both included. Orders by last day, then first.
    """

    last: date
    first: date
    words: str
    precision: Precision

    @property
    def is_exact(self) -> bool:
        """Tell whether it is known to the day."""
        return self.precision is Precision.DAY

    @property
    def iso(self) -> str:
        """Write the date for machines: as short as its precision (2025-10-14, 2025-10, 2025), else first/last."""
        if self.is_exact:
            return self.first.isoformat()
        if self.precision is Precision.MONTH:
            return f"{self.first:%Y-%m}"
        if self.precision is Precision.YEAR:
            return f"{self.first:%Y}"
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def exact_day(day: date) -> FuzzyDate:
    """Give a day of the calendar as a date that is known to the day."""
    return FuzzyDate(day, day, day.isoformat(), Precision.DAY)


def last_day(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def fuzzy_date(text: str) -> FuzzyDate:
    """Read a Swedish or ISO date with its precision.

    Knows 2025-10-14, 14 oktober 2025, 2025-10, oktober 2025, hösten 2025, vintern 2025/2026, kvartal 3 2025,
    andra tertialet 2025, första halvåret 2025, 2025, 2019/2020, mars–maj 2022, december 2021–februari 2022 and
    ”början|mitten|slutet av” a month. Raises Fault for anything else.
    """
    words = re.sub(r"\s+", " ", text.strip())
    lowered = words.lower()
    for pattern, reading in _READINGS:
        found = re.fullmatch(pattern, lowered)
        if found:
            first, last, precision = reading(found)
            return FuzzyDate(last=last, first=first, words=words, precision=precision)
    raise not_a_date(words)


def day(text: str) -> FuzzyDate:
    """Read an exact day (2025-10-14 or 14 oktober 2025); raises Fault for anything less exact."""
    read = fuzzy_date(text)
    if read.precision is not Precision.DAY:
        raise Fault(f"”{text}” är inte en bestämd dag.", "Skriv dagen som 2025-10-14.")
    return read


_Reading = tuple[date, date, Precision]
_Match = re.Match[str]


def _exact(year: int, month: int, number: int) -> date:
    if not _YEARS[0] <= year <= _YEARS[1]:
        raise Fault(
            f"Årtalet {year} kan inte stämma.", "Rätta årtalet, eller ta bort raden om dagen inte är känd."
        )
    if not 1 <= month <= 12:
        raise Fault(f"Månad {month} finns inte.", "Skriv dagen som år-månad-dag: 2025-10-14.")
    if not 1 <= number <= last_day(year, month).day:
        most = last_day(year, month).day
        raise Fault(
            f"Den {number} {MONTHS[month - 1]} {year} finns inte.",
            f"{MONTHS[month - 1].capitalize()} {year} har {most} dagar: rätta dagen.",
        )
    return date(year, month, number)


def _iso_day(found: _Match) -> _Reading:
    exact = _exact(*(int(part) for part in found.groups()))
    return exact, exact, Precision.DAY


def _swedish_day(found: _Match) -> _Reading:
    exact = _exact(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    return exact, exact, Precision.DAY


def _iso_month(found: _Match) -> _Reading:
    year, month = int(found[1]), int(found[2])
    return _exact(year, month, 1), last_day(year, month), Precision.MONTH


def _swedish_month(found: _Match) -> _Reading:
    year, month = int(found[2]), MONTHS.index(found[1]) + 1
    return date(year, month, 1), last_day(year, month), Precision.MONTH


def _season(found: _Match) -> _Reading:
    start, end = next(months for name, months in _SEASONS.items() if found[1].startswith(name))
    year = int(found[2])
    return date(year - 1 if start > end else year, start, 1), last_day(year, end), Precision.SEASON


def _winter_over_new_year(found: _Match) -> _Reading:
    year = int(found[1])
    if _second_year(found[1], found[2]) != year + 1:
        raise Fault(f"”{found[0]}” är inte en vinter.", "Skriv vintern som 2025/2026.")
    return date(year, 12, 1), last_day(year + 1, 2), Precision.SEASON


def _part_of_year(months: int, precision: Precision) -> Callable[[_Match], _Reading]:
    def reading(found: _Match) -> _Reading:
        number = _ORDINALS.get(found[1]) or int(found[1])
        year, end = int(found[2]), number * months
        if end > 12:
            raise Fault(f"”{found[0]}” finns inte: året har {12 // months} {precision.value}.")
        return date(year, end - months + 1, 1), last_day(year, end), precision

    return reading


def _year(found: _Match) -> _Reading:
    return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31), Precision.YEAR


def _second_year(first: str, second: str) -> int:
    if len(second) == 4:
        return int(second)
    same = int(first[:2] + second)
    return same if second != "00" else same + 100  # 1999/00 is the winter of the new century


def _years(found: _Match) -> _Reading:
    start, end = int(found[1]), _second_year(found[1], found[2])
    if end < start and len(found[2]) == 2 and 1 <= int(found[2]) <= 12:
        mend = f"En månad skrivs {found[1]}-{found[2]}, två år skrivs {found[1]}/{start + 1}."
        raise Fault(f"”{found[0]}” kan vara en månad eller två år.", mend)
    if end < start:
        raise Fault(f"”{found[0]}” slutar innan det börjar.", "Skriv det tidigare året först.")
    return date(start, 1, 1), date(end, 12, 31), Precision.SPAN


def _months(found: _Match) -> _Reading:
    start, end, end_year = MONTHS.index(found[1]) + 1, MONTHS.index(found[3]) + 1, int(found[4])
    start_year = int(found[2]) if found[2] else end_year - (1 if start > end else 0)
    first, last = date(start_year, start, 1), last_day(end_year, end)
    if last < first:
        raise Fault(f"”{found[0]}” slutar innan det börjar.", "Skriv den tidigare månaden först.")
    return first, last, Precision.SPAN


_READINGS: tuple[tuple[str, Callable[[_Match], _Reading]], ...] = (
    (r"(\d{4})-(\d{1,2})-(\d{1,2})", _iso_day),
    (rf"(?:den )?(\d{{1,2}}) {_MONTH} {_YEAR}", _swedish_day),
    (rf"{_YEAR}-(0[1-9]|1[0-2])", _iso_month),
    (rf"(?:(?:i )?(?:början|mitten|slutet) av )?{_MONTH} {_YEAR}", _swedish_month),
    (rf"(vår(?:en)?|sommar(?:en)?|höst(?:en)?|vinter|vintern) {_YEAR}", _season),
    (rf"vintern {_YEAR}\s*[/–-]\s*(\d{{4}}|\d\d)", _winter_over_new_year),
    (rf"(?:kvartal |kv\.? ?|q)([1-4]),? {_YEAR}", _part_of_year(3, Precision.QUARTER)),
    (rf"{_ORDINAL} kvartalet {_YEAR}", _part_of_year(3, Precision.QUARTER)),
    (rf"(?:tertial |t)([1-3]) {_YEAR}", _part_of_year(4, Precision.TERTIAL)),
    (rf"{_ORDINAL} tertialet {_YEAR}", _part_of_year(4, Precision.TERTIAL)),
    (rf"{_ORDINAL} halvåret {_YEAR}", _part_of_year(6, Precision.HALF_YEAR)),
    (_YEAR, _year),
    (rf"{_YEAR}\s*[/–—-]\s*((?:18|19|20|21)\d\d|\d\d)", _years),
    (rf"{_MONTH}(?: {_YEAR})?{_DASH}{_MONTH} {_YEAR}", _months),
)


@dataclass(frozen=True)
class Period:
    """A stretch of time with both ends, one, or none known; None means that the end is not stated."""

    start: FuzzyDate | None = None
    end: FuzzyDate | None = None
    words: str = ""

    @property
    def first(self) -> date | None:
        """Give the first day, or None when no start is stated."""
        return self.start.first if self.start else None

    @property
    def last(self) -> date | None:
        """Give the last day, or None when no end is stated."""
        return self.end.last if self.end else None

    def covers(self, moment: date) -> bool:
        """Tell whether a day falls inside; an end that is not stated is open."""
        return (self.first is None or self.first <= moment) and (self.last is None or moment <= self.last)


def period(value: object) -> Period:
    """Read a period: a date with its precision (”2019/2020”), or a mapping with från, till or år.

    Raises Fault when it ends before it starts, when nothing is stated, or when a key is unknown.
    """
    if isinstance(value, str):
        whole = fuzzy_date(value)
        return Period(start=whole, end=whole, words=whole.words)
    if not isinstance(value, dict) or not value:
        raise Fault(
            "En period skrivs som ett datum eller med från och till.", "Skriv till exempel från: 2025-01-01."
        )
    parts = {_PERIOD_KEYS.get(name, name): text for name, text in value.items()}
    unknown = sorted(str(name) for name in set(parts) - {"från", "till", "år"})
    if unknown:
        raise Fault(f"Nyckeln ”{unknown[0]}” finns inte i en period.", "Skriv från, till eller år.")
    if "år" in parts and len(parts) > 1:
        raise Fault("Perioden har både år och från eller till.", "Skriv antingen år, eller från och till.")
    if "år" in parts:
        return period(_scalar(parts["år"], "år"))
    start = fuzzy_date(_scalar(parts["från"], "från")) if "från" in parts else None
    end = fuzzy_date(_scalar(parts["till"], "till")) if "till" in parts else None
    if start and end and end.last < start.first:
        raise Fault(
            f"Perioden slutar ({end.words}) innan den börjar ({start.words}).", "Byt plats på från och till."
        )
    return Period(start=start, end=end)


_PERIOD_KEYS = {"fran": "från", "ar": "år"}


def _scalar(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise Fault(f"”{name}” är inte ett datum.", "Skriv dagen som 2025-10-14.")
    return value
