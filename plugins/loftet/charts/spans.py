"""Several periods under one scale of time: where each lies, drawn as a bar; the words stand beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from markupsafe import Markup

from loftet.charts.bars import percent


@dataclass(frozen=True)
class Scale:
    """The time that a row of bars shows: whole years, both days included."""

    first: date
    last: date

    def place(self, day: date) -> Fraction:
        """Give where a day lies as a percentage; a day outside lies at the end."""
        whole = (self.last - self.first).days + 1
        return min(max(Fraction(100 * (day - self.first).days, whole), Fraction(0)), Fraction(100))


def common_scale(days: Iterable[date | None], today: date) -> Scale:
    """Give the scale of whole years that holds all known days, and today."""
    years = [day.year for day in (*days, today) if day]
    return Scale(date(min(years), 1, 1), date(max(years), 12, 31))


def span_line(scale: Scale, first: date | None, last: date | None, today: date) -> Markup:
    """Draw one period on a scale, with today; an end that is not stated goes to the scale's end.

    Hidden from screen readers: the period stands in words beside it. Both ends belong to the period.
    """
    start = scale.place(first) if first else Fraction(0)
    end = scale.place(date.fromordinal(last.toordinal() + 1)) if last else Fraction(100)
    parts = (
        Markup('<rect class="lo-bar__ground" width="100%" height="8" y="8"/>'),
        Markup('<rect class="lo-period__gone" x="{}" width="{}" height="8" y="8"/>').format(
            percent(start), percent(max(end - start, Fraction(0)))
        ),
        Markup('<line class="lo-period__today" x1="{0}" x2="{0}" y1="0" y2="24"/>').format(
            percent(scale.place(today))
        ),
    )
    opening = Markup('<svg class="lo-period__line" width="100%" height="24" aria-hidden="true">')
    return opening + Markup("").join(parts) + Markup("</svg>")
