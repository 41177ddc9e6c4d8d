"""English words for the frame of translated pages: dates, periods and how it goes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from babel.dates import format_date

from loftet.model.dates import FuzzyDate, Period, Precision
from loftet.model.statuses import CommitmentStatus, Lifecycle, Status

_STATUSES: Final[Mapping[Status, str]] = {
    CommitmentStatus.KEPT: "kept",
    CommitmentStatus.PARTLY: "partly kept",
    CommitmentStatus.NOT_KEPT: "not kept",
    CommitmentStatus.UNTRACEABLE: "cannot be followed up",
    CommitmentStatus.NOT_DONE: "will not be done",
    CommitmentStatus.MOVED: "continued elsewhere",
    CommitmentStatus.LATE: "late",
    CommitmentStatus.ONGOING: "in progress",
    CommitmentStatus.CONTINUOUS: "done all the time",
    CommitmentStatus.ON_TRIAL: "on trial",
    CommitmentStatus.PAUSED: "paused",
    CommitmentStatus.PLANNED: "planned",
    CommitmentStatus.NOT_ASSESSED: "mentioned, not assessed",
    CommitmentStatus.NOT_FOLLOWED_UP: "not followed up yet",
}

_STAGES: Final[Mapping[Lifecycle, str]] = {
    Lifecycle.DRAFT: "draft",
    Lifecycle.SIGNED: "signed, not in force yet",
    Lifecycle.IN_FORCE: "in force",
    Lifecycle.EXTENDED: "in force, extended",
    Lifecycle.ENDED: "ended",
    Lifecycle.REPLACED: "replaced by a new promise",
    Lifecycle.WITHDRAWN: "withdrawn",
    Lifecycle.NOT_STATED: "the period is not stated",
}


def day_text(day: date) -> str:
    """Write a day as `12 March 2026`."""
    return format_date(day, "d MMMM y", "en")


def when_text(when: FuzzyDate) -> str | None:
    """Write a date as exactly as it is known, to the day or the month; None when it is known in Swedish words only."""
    if when.precision is Precision.DAY:
        return day_text(when.last)
    if when.precision is Precision.MONTH:
        return format_date(when.last, "MMMM y", "en")
    return when.words if when.words.isdigit() else None


def period_text(period: Period | None) -> str | None:
    """Write a period's days as `30 March 2025 – 29 March 2027`; None when an end is not known exactly."""
    if period is None or period.start is None or period.end is None:
        return None
    start, end = when_text(period.start), when_text(period.end)
    return f"{start} – {end}" if start and end else None


def stage_text(stage: Lifecycle) -> str:
    """Say where a promise is in its life."""
    return _STAGES[stage]


def status_text(status: Status) -> str:
    """Say how a commitment stands."""
    return _STATUSES[status]
