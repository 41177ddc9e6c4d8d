"""Whether a target and an outcome are of the same time (rule 5): one year, one week, the whole period."""

from __future__ import annotations

from datetime import timedelta

from loftet.facts.hindrances import Hindrance, HindranceKind
from loftet.facts.silence import months_after
from loftet.model.dates import Period
from loftet.model.words.knowledge import Per


def span_difference(per: Per | None, span: Period | None, whole: Period | None) -> Hindrance | None:
    """Give why an outcome's time is not the target's, None when it is.

    `per` is what the target is counted per, `span` the time of the outcome, `whole` the promise's period.
    """
    if per is None:
        return None if span is None or _same(span, whole) else _other_time("hela tiden", span)
    if span is None:
        return Hindrance(HindranceKind.OUTCOME_WITHOUT_TIME, target=f"per {per.value}")
    if per is Per.PERIOD:
        return None if _same(span, whole) else _other_time("hela perioden", span)
    return None if _is_one(per, span) else _other_time(f"per {per.value}", span)


def _other_time(target: str, span: Period) -> Hindrance:
    return Hindrance(HindranceKind.OTHER_TIME, target=target, time=span)


def _same(span: Period, whole: Period | None) -> bool:
    return whole is not None and (span.first, span.last) == (whole.first, whole.last)


_MONTHS = {Per.YEAR: 12, Per.HALF_YEAR: 6, Per.TERTIAL: 4, Per.QUARTER: 3, Per.MONTH: 1}


def _is_one(per: Per, span: Period) -> bool:
    """Tell whether a span is exactly one year, quarter, week …: a year may begin on any day, as a promise's does."""
    if span.first is None or span.last is None:
        return False
    day_after = span.last + timedelta(days=1)
    if per is Per.WEEK:
        return day_after == span.first + timedelta(days=7)
    return day_after == months_after(span.first, _MONTHS[per])
