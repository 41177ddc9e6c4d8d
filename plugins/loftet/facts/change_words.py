"""What a follow-up changed, in words: ”från pågår till genomförd”, a new time-table, a new target."""

from __future__ import annotations

from collections.abc import Mapping

from loftet.facts.as_of import AsOf
from loftet.facts.changes import Change
from loftet.facts.labels import noun
from loftet.facts.subjects import Subject, SubjectKind
from loftet.model.statuses import Status
from loftet.wording import first_upper

_CALLED: Mapping[SubjectKind, str] = {"atgard": "åtgärd", "atagande": "åtagande", "lofte": "löfte"}


def is_neuter(as_of: AsOf, about: Subject) -> bool:
    """Tell whether a status is said of it in the neuter: ett åtagande, ett löfte, but en åtgärd.

    The municipality's own word for the thing decides.
    """
    return noun(as_of.public.municipality, _CALLED[about.kind]).neuter


def word_of(as_of: AsOf, status: Status, about: Subject) -> str:
    """Give a status' word as it is said of a thing."""
    return status.neuter if is_neuter(as_of, about) else status.common


def moved_words(change: Change) -> str | None:
    """Say the new time-table with the old one beside it; None when it was not moved."""
    if not change.new_deadline:
        return None
    if not change.old_deadline:
        return f"är nu {change.new_deadline}; ingen tid var angiven förut"
    return f"ändrad från {change.old_deadline} till {change.new_deadline}"


def target_change_words(change: Change) -> str | None:
    """Say the changed target with the old one beside it; None when it was not changed."""
    if not change.new_target:
        return None
    old = f"”{change.old_target}”" if change.old_target else "inget angivet mål"
    return f"ändrat från {old} till ”{change.new_target}”"


def change_words(as_of: AsOf, change: Change) -> str:
    """Say in one line what a follow-up changed: ”från pågår till genomförd”, a new time-table, a new target."""
    moved, aimed = moved_words(change), target_change_words(change)
    words = [
        _status_words(as_of, change),
        f"tidsplanen {moved}" if moved else None,
        f"målet {aimed}" if aimed else None,
    ]
    return first_upper("; ".join(one for one in words if one)) or "Tas upp utan bedömning"


def _status_words(as_of: AsOf, change: Change) -> str | None:
    if change.after is None:
        return None
    if change.before is None:
        return "tas upp för första gången"
    if change.status_changed:
        return f"från {word_of(as_of, change.before, change.about)} till {word_of(as_of, change.after, change.about)}"
    return None
