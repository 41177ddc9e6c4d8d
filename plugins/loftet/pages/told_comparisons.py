"""Targets beside outcomes on a page: each in full, but outcomes that no target can be set beside as one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from loftet.facts.comparison import Comparison
from loftet.model.statuses import GoalStatus
from loftet.pages.lines import Line
from loftet.pages.long_lists import NAMED, LongLists
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


@dataclass(frozen=True)
class Told:
    """A target beside its newest outcome (`bar`, as the `target_bar` component takes it), and earlier ones as facts.

    `rest` leads to all the earlier ones where these are only the first of them.
    """

    bar: dict[str, object]
    earlier: Sequence[tuple[str, str]] = ()
    rest: dict[str, object] | None = None


def shown_comparisons(long: LongLists, comparisons: Sequence[Comparison]) -> list[Told]:
    """Give what a page shows of targets and outcomes: of many earlier outcomes the first."""
    return [_cut(long, number, one) for number, one in enumerate(told_comparisons(comparisons), start=1)]


def _cut(long: LongLists, number: int, told: Told) -> Told:
    lines: list[Line] = [{"title": when, "fact": outcome} for when, outcome in told.earlier]
    shown = long.first(f"tidigare-utfall-{number}", "Tidigare utfall", lines, NAMED)
    return replace(told, earlier=told.earlier[: len(shown.lines)], rest=shown.rest)


def told_comparisons(comparisons: Sequence[Comparison]) -> list[Told]:
    """Give comparisons as they are told, newest first.

    Outcomes that cannot be compared with the same target for the same reason are told together: each is of its own
    time, so what is said of the newest one holds for them all.
    """
    return [_told(list(alike)) for _, alike in groupby(comparisons, key=_alike)]


def _alike(one: Comparison) -> object:
    return (one.target, one.hindrance) if one.hindrance else one


def _told(alike: Sequence[Comparison]) -> Told:
    newest, *earlier = alike
    bar = comparison_view(newest)
    if earlier:
        bar["outcome_label"] = f"Utfall, {_when(newest)}"
    return Told(bar, [(_when(one), one.outcome) for one in earlier])


def _when(one: Comparison) -> str:
    """Say which time an outcome is of, else the day of the follow-up that told it."""
    if one.said is None:
        return "tiden är inte angiven"
    time = one.said.entry.period or (one.hindrance.time if one.hindrance else None)
    return period_text(time) if time else date_text(one.said.date)
