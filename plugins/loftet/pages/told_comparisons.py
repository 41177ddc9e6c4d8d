"""Targets beside outcomes on a page: each in full, but outcomes that no target can be set beside as one list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from loftet.facts.comparison import Comparison
from loftet.model.statuses import GoalStatus
from loftet.wording import date_text, period_text


def comparison_view(comparison: Comparison) -> dict[str, object]:
    """Give a comparison as the `target_bar` component takes it: share 1 is the whole target."""
    comparable = comparison.share is not None or comparison.status is not GoalStatus.NOT_COMPARABLE
    share = None if comparison.share is None else comparison.share / 100
    return {
        "target_words": comparison.target or "inget mål är angivet",
        "outcome_words": comparison.outcome or "inget utfall är publicerat",
        "comparison": comparison.sentence if comparable else None,
        "share": share,
        "why_not": None if comparable else comparison.sentence,
    }


def told_comparisons(comparisons: Sequence[Comparison]) -> list[dict[str, object]]:
    """Give what the pages draw: `bar` as the `target_bar` component takes it, and `earlier` outcomes as facts.

    Outcomes that cannot be compared with the same target for the same reason are told together, newest first.
    """
    return [_told(list(alike)) for _, alike in groupby(comparisons, key=_alike)]


def _alike(one: Comparison) -> tuple[object, ...]:
    apart = one.share is None and one.said is not None
    return (one.target, one.sentence) if apart else (one.target, one.sentence, one.outcome)


def _told(alike: Sequence[Comparison]) -> dict[str, object]:
    newest, *earlier = alike
    bar = comparison_view(newest)
    if earlier:
        bar["outcome_label"] = f"Utfall, {_when(newest)}"
    return {"bar": bar, "earlier": [(_when(one), one.outcome) for one in earlier]}


def _when(one: Comparison) -> str:
    """Say which time an outcome is of: its own period, else the day of the follow-up that told it."""
    if one.said is None:
        return "tiden är inte angiven"
    period = one.said.entry.period
    return period_text(period) if period else date_text(one.said.date)
