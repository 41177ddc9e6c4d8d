"""Whether a target and an outcome are of the same time (rule 5): one year, one week, the whole period."""

from __future__ import annotations

from datetime import timedelta

from loftet.facts.silence import months_after
from loftet.model.dates import Period
from loftet.model.words.knowledge import Per
from loftet.wording import period_text


def span_difference(per: Per | None, span: Period | None, whole: Period | None) -> str:
    """Say why an outcome's time is not the target's, empty when it is.

    `per` is what the target is counted per, `span` the time of the outcome, `whole` the promise's period.
    """
    if per is None:
        return "" if span is None or _same(span, whole) else _spans("hela tiden", span)
    if span is None:
        return f"Målet gäller per {per.value}, men källan säger inte vilken tid utfallet gäller."
    if per is Per.PERIOD:
        return "" if _same(span, whole) else _spans("hela perioden", span)
    return "" if _is_one(per, span) else _spans(f"per {per.value}", span)


def _spans(target: str, span: Period) -> str:
    return f"Målet gäller {target} och utfallet {period_text(span)}, så de kan inte jämföras."


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
