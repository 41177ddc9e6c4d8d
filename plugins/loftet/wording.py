"""Swedish words for dates, numbers, counts, lists and nearly right names: plain types in, text out.

The names of months and days are Babel's. Nothing here knows a record.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import get_day_names, get_month_names

from loftet.model.dates import FuzzyDate, Period, Precision

MINUS = "\u2212"
"""A true minus, as wide as a plus; a hyphen is read as nothing by many screen readers."""

NO_BREAK = "\u00a0"
"""A no-break space, between thousands and between a figure and its sign: 7 250 °.

Not a thin one: Orca turns this one into a blank before it speaks, and with others 1 200 is heard as ”one two hundred”.
"""

_MONTHS = get_month_names("wide", "format", "sv")
_DAYS = get_day_names("wide", "format", "sv")
_JOINTS = re.compile(r"[-_\s]+")


def date_text(day: date) -> str:
    """Write a day as `12 mars 2026`."""
    return f"{day.day} {_MONTHS[day.month]} {day.year}"


def weekday_date_text(day: date) -> str:
    """Write a day with its weekday, as `torsdag 12 mars 2026`."""
    return f"{_DAYS[day.weekday()]} {date_text(day)}"


def month_text(day: date) -> str:
    """Write the month of a day, as `mars 2026`."""
    return f"{_MONTHS[day.month]} {day.year}"


def span_text(first: date, last: date) -> str:
    """Write two days and what lies between, without saying the same month or year twice.

    `1–5 mars 2026`, `30 mars – 2 april 2026`, `30 mars 2025 – 29 mars 2027`; one day when they are the same.
    """
    if first == last:
        return date_text(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{date_text(last)}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {_MONTHS[first.month]}{year} – {date_text(last)}"


def when_text(when: FuzzyDate) -> str:
    """Write a date as exactly as it is known: `14 oktober 2025`, `oktober 2025`, or its own words (rule 10)."""
    if when.precision is Precision.DAY:
        return date_text(when.first)
    if when.precision is Precision.MONTH and when.words[:1].isdigit():
        return month_text(when.first)
    return when.words


def period_text(period: Period) -> str:
    """Write a period in the words it was given in, or `30 mars 2025 – 29 mars 2027`, `från 1 mars 2025`, `till …`."""
    if period.words or period.start is None or period.end is None:
        start = f"från {when_text(period.start)}" if period.start else ""
        return period.words or start or (f"till {when_text(period.end)}" if period.end else "")
    exact = period.start.precision is Precision.DAY and period.end.precision is Precision.DAY
    if exact:
        return span_text(period.start.first, period.end.last)
    return f"{when_text(period.start)} – {when_text(period.end)}"


def number(value: Decimal | int, decimals: int | None = None) -> str:
    """Write a figure the Swedish way: `7 250,5` with no-break spaces from 1 000 on and a true minus.

    As many decimals as the value was written with, or exactly `decimals` (a half is rounded away from zero).
    Raises ValueError for what is not finite. Years and numbers that are names are no figures: write them as text.
    """
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {value}")
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    digits = f"{abs(exact):,f}".replace(",", NO_BREAK).replace(".", ",")
    return f"{MINUS}{digits}" if exact < 0 else digits


def percent(value: Decimal | int, decimals: int | None = None) -> str:
    """Write a share that is given in per cent, as `66 %`; the space before the sign is never broken."""
    return f"{number(value, decimals)}{NO_BREAK}%"


def percent_in_words(value: Decimal | int, decimals: int | None = None) -> str:
    """Write a share that is given in per cent as in running text: `66 procent`."""
    return f"{number(value, decimals)} procent"


def count(n: int, one: str, many: str) -> str:
    """Write how many there are: `1 åtgärd`, `3 åtgärder`, `0 åtgärder`; digits always."""
    return f"{number(n)} {one if n == 1 else many}"


def size_text(size: int) -> str:
    """Write the size of a file in bytes as `120 kB` or `1,2 MB`, rounded up: nothing is 0 kB."""
    kilobytes = -(-size // 1000)
    if kilobytes < 1000:
        return f"{number(kilobytes)}{NO_BREAK}kB"
    return f"{number(Decimal(-(-size // 100_000)) / 10, 1)}{NO_BREAK}MB"


def and_list(items: Iterable[str]) -> str:
    """Join words as `a, b och c`; nothing gives an empty text."""
    return _joined(items, "och")


def or_list(items: Iterable[str]) -> str:
    """Join words as `a, b eller c`; nothing gives an empty text."""
    return _joined(items, "eller")


def _joined(items: Iterable[str], last: str) -> str:
    *head, tail = list(items) or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def ended(text: str) -> str:
    """Give a text as a sentence with its full stop; nothing stays nothing."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def first_upper(text: str) -> str:
    """Give a text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def genitive(name: str) -> str:
    """Give a name in the genitive: `Nässjös`, but `Borås` and `Växjö kommuns` as the ending asks."""
    return name if name[-1:].casefold() in ("s", "x", "z") else f"{name}s"


@dataclass(frozen=True)
class Adjective:
    """An adjective in its three forms: `försenad`, `försenat`, `försenade`."""

    common: str
    neuter: str
    plural: str

    @classmethod
    def unchanged(cls, form: str) -> Adjective:
        """Give an adjective (or status) that is the same in all forms, such as `pågående`."""
        return cls(form, form, form)


@dataclass(frozen=True)
class Noun:
    """A noun as a municipality calls a kind of record: `åtgärd, åtgärden, åtgärder, åtgärderna`, or `ett löfte`.

    `neuter` is True for an ett-word.
    """

    singular: str
    definite: str
    plural: str
    definite_plural: str
    neuter: bool

    @property
    def article(self) -> str:
        """Give `en` or `ett`."""
        return "ett" if self.neuter else "en"

    def form(self, n: int) -> str:
        """Give the indefinite form that goes with a count."""
        return self.singular if n == 1 else self.plural

    def counted(self, n: int, adjective: Adjective | None = None) -> str:
        """Write how many there are: `3 åtgärder`, `1 försenat löfte`, `0 försenade löften`."""
        quality = f"{self.agreeing(adjective, n)} " if adjective else ""
        return count(n, quality + self.singular, quality + self.plural)

    def agreeing(self, adjective: Adjective, n: int = 1) -> str:
        """Give the form of an adjective that goes with so many of this noun."""
        if n != 1:
            return adjective.plural
        return adjective.neuter if self.neuter else adjective.common


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Give the candidate that was most likely meant, or None when none is like the word.

    Upper case, the dots of å, ä and ö, and hyphen, underscore and space make no difference; among equals
    the first is given.
    """
    folded: dict[str, str] = {}
    for candidate in candidates:
        folded.setdefault(fold(candidate), candidate)
    wanted = fold(word)
    if wanted in folded:
        return folded[wanted]
    close = difflib.get_close_matches(wanted, folded, n=1, cutoff=0.7)
    return folded[close[0]] if close else None


def fold(word: str) -> str:
    """Give a word as it is compared: lower case, without dots, rings, hyphens, underscores and blanks."""
    decomposed = unicodedata.normalize("NFKD", word)
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _JOINTS.sub("", letters.casefold())


def did_you_mean(word: str, candidates: Sequence[str], most: int = 12) -> str:
    """Write the mend of a name that is not known: `Menar du ”polisen”?`.

    When none is like it the candidates are listed, if they are no more than `most`; else an empty text.
    """
    near = nearest(word, candidates)
    if near is not None:
        return f"Menar du ”{near}”?"
    if not candidates or len(candidates) > most:
        return ""
    return f"Skriv {or_list(f'”{candidate}”' for candidate in candidates)}."
