"""What has changed about each thing, follow-up by follow-up, corrections and decisions among them, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from loftet.facts.accounts import left_unmentioned
from loftet.facts.as_of import AsOf
from loftet.facts.change_words import change_words, word_of
from loftet.facts.changes import Change, ChangeKind, changes, mentioned, turned_late
from loftet.facts.corrections import corrected, corrected_entry, corrections
from loftet.facts.life_events import LifeEvent, life_events
from loftet.facts.own_words import own_words
from loftet.facts.subjects import Subject, of_commitment, of_measure, of_promise, subject
from loftet.facts.targets import outcome_words
from loftet.model.follow_up import Correction, Entry, FollowUp
from loftet.model.promise import Measure, Promise
from loftet.model.statuses import Status
from loftet.model.words.follow_ups import Reason
from loftet.wording import ended, first_upper, period_text

UNMENTIONED = "Nämns inte"


@dataclass(frozen=True)
class Turn:
    """One change of one thing: the day it became public, the new status if it has one, and what changed in words.

    `follow_up` and `entry` are where it was said; a decision, a correction and what the calendar alone has done
    have none. `day` is the first of days for a decision whose day is not known.
    """

    about: Subject
    day: date
    words: str
    status: Status | None = None
    follow_up: FollowUp | None = None
    entry: Entry | None = None
    correction: Correction | None = None
    decided: LifeEvent | None = None


def histories(as_of: AsOf) -> Mapping[Subject, tuple[Turn, ...]]:
    """Give for each thing what has changed about it up to today, newest first; what nothing was said of has none."""
    found: dict[Subject, list[Turn]] = {}
    told = (
        *(one for follow_up in as_of.follow_ups for one in _at(as_of, follow_up)),
        *_decisions(as_of),
        *_corrections(as_of),
        *_by_the_calendar(as_of),
    )
    for one in told:
        found.setdefault(one.about, []).append(one)
    return {about: tuple(sorted(turns, key=lambda one: one.day))[::-1] for about, turns in found.items()}


def _at(as_of: AsOf, follow_up: FollowUp) -> Iterator[Turn]:
    """Give what one follow-up changed, one turn a thing, and what it left unmentioned."""
    day = as_of.published_on(follow_up)
    last = {one.about: one for one in changes(as_of, follow_up)}
    revised = {
        one.about: words for one in mentioned(as_of, follow_up) if (words := revised_words(as_of, one))
    }
    for about in dict.fromkeys((*last, *revised)):
        change = last.get(about)
        words = " ".join(
            one for one in (_change_words(as_of, change) if change else "", revised.get(about, "")) if one
        )
        entry = change.said.entry if change else None
        yield Turn(about, day, words, change.after if change else None, follow_up, entry)
    for about in left_unmentioned(as_of, follow_up):
        yield Turn(about, day, UNMENTIONED, None, follow_up)


def _change_words(as_of: AsOf, change: Change) -> str:
    """Say what changed and, where there is one, the reason: for a new status, a new time-table or a new target."""
    entry = change.said.entry
    reason = entry.reason_words or (entry.reason.value if entry.reason else "")
    told = change_words(as_of, change)
    if change.kind is ChangeKind.FIRST and change.after:
        told = f"{told}: {word_of(as_of, change.after, change.about)}"
    if entry.reason is Reason.NOT_STATED and not entry.reason_words:
        return f"{ended(told)} Skälet är inte angivet."
    return ended(told) + (f" Skäl: {ended(reason)}" if reason else "")


def revised_words(as_of: AsOf, change: Change) -> str:
    """Say that an entry gives another figure than an earlier one for the same time; empty when it does not."""
    entry = change.said.entry
    if entry.period is None or not outcome_words(change.said):
        return ""
    told = as_of.said(change.about)
    place = next(place for place, one in enumerate(told) if one.entry is entry)
    same = [one for one in told[:place] if one.entry.period == entry.period and outcome_words(one)]
    same = [one for one in same if one.entry.unit == entry.unit]
    if not same or outcome_words(same[-1]) == outcome_words(change.said):
        return ""
    old, new = outcome_words(same[-1]), outcome_words(change.said)
    return f"Siffran för {period_text(entry.period)} är ändrad från {old} till {new}."


def _decisions(as_of: AsOf) -> Iterator[Turn]:
    for promise in as_of.public.promises.values():
        for event in life_events(as_of, promise):
            own = event.commitment
            about = of_commitment(promise, own) if own else of_promise(promise)
            words = f"{event.word}: {event.other.title}" if event.other else event.word
            yield Turn(about, event.day, ended(first_upper(words)), decided=event)


def _corrections(as_of: AsOf) -> Iterator[Turn]:
    for made in corrections(as_of):
        about = _corrected_thing(as_of, made)
        if about:
            words = f"Rättat: det stod ”{made.before}”, det ska stå ”{made.after}”. Varför: {ended(made.why)}"
            yield Turn(about, made.date.last, words, correction=made)


def _corrected_thing(as_of: AsOf, made: Correction) -> Subject | None:
    entry, record = corrected_entry(as_of.public, made), corrected(as_of.public, made)
    if entry:
        return subject(as_of.public, entry.about)
    if isinstance(record, Measure):
        return of_measure(record)
    return of_promise(record) if isinstance(record, Promise) else None


def _by_the_calendar(as_of: AsOf) -> Iterator[Turn]:
    """Give what has become late since the latest follow-up: no follow-up has said so, the last day has passed."""
    if not as_of.follow_ups:
        return
    for one in turned_late(as_of, as_of.follow_ups[-1]):
        late = first_upper(word_of(as_of, one.status, one.about))
        unsaid = own_words(as_of.public.municipality)("Ingen uppföljning har sagt något om det än.")
        words = f"{late}: sista dagen har gått. {unsaid}"
        yield Turn(one.about, one.since, words, one.status)
