"""What a status alone would hide, in sentences: a later word after a verdict, a new time that is only words."""

from __future__ import annotations

from loftet.facts.own_words import OwnWords
from loftet.facts.status import Standing
from loftet.model.statuses import CommitmentStatus, MeasureStatus
from loftet.wording import date_text, when_text

Shown = Standing[MeasureStatus] | Standing[CommitmentStatus]

_NOT_WAITED_FOR = {
    MeasureStatus.NOT_DONE,
    MeasureStatus.HANDED_OVER,
    MeasureStatus.MOVED,
    CommitmentStatus.NOT_DONE,
    CommitmentStatus.MOVED,
}
"""What nobody here goes on with: its last day stands in its history, and is no day to wait for."""


def later_words(standing: Shown, own: OwnWords) -> str | None:
    """Say that a follow-up has said more after the verdict that stands, with both days; None when none has."""
    later, verdict = standing.later, standing.said
    if later is None or verdict is None or later.entry.assessment is None:
        return None
    return (
        f"Bedömningen ”{standing.status.value}” är från {date_text(verdict.date)}. "
        f"Den {date_text(later.date)} {own('sade uppföljningen')} ”{later.entry.assessment.value}”, "
        f"utan ny bedömning. {own('Bedömningen står tills en uppföljning ändrar den.')}"
    )


def new_time_words(standing: Shown, own: OwnWords) -> str | None:
    """Say the new time in the follow-up's words beside the last day that still holds; None when there is no such."""
    if not standing.new_time or standing.deadline is None:
        return None
    return (
        f"Sista dagen är {when_text(standing.deadline.when)}. {own('Ny tid enligt uppföljningen')}: "
        f"”{standing.new_time}”. "
        "Den gamla sista dagen räknas tills en ny dag är sagd."
    )


def due_words(standing: Shown) -> str | None:
    """Say the last day that holds with a new time in words beside it; None when none does, or nobody waits for it."""
    if standing.deadline is None or standing.status in _NOT_WAITED_FOR:
        return None
    day = when_text(standing.deadline.when)
    return f"{day}, ny tid: {standing.new_time}" if standing.new_time else day
