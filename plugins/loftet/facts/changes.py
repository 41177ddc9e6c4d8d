"""What has changed since the last follow-up: computed from the data, never written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from loftet.facts.as_of import AsOf, Said
from loftet.facts.status import Standing, commitment_standing, deadlines, measure_standing, said_status
from loftet.facts.subjects import Subject, subject
from loftet.facts.targets import target_words
from loftet.model.follow_up import FollowUp
from loftet.model.promise import Commitment, Measure
from loftet.model.statuses import CommitmentStatus, MeasureStatus, Status
from loftet.wording import when_text


class ChangeKind(StrEnum):
    """What a follow-up did to a thing, in the order in which a page tells it."""

    FIRST = "tas upp för första gången"
    STATUS = "har fått ett nytt läge"
    DEADLINE = "har fått ny tidsplan eller nytt mål"
    CONFIRMED = "har samma läge som förut"
    FIGURES = "har fått nya uppgifter men ingen bedömning"


@dataclass(frozen=True)
class Change:
    """What one entry of a follow-up says of one thing, and what that changed.

    `before` is what the thing was shown as after the previous follow-up, None when no earlier one had looked
    at it; `after` what it was shown as the day this one became public, None for a promise that nothing was
    judged about. `kind` is that of the thing: all entries about it in one follow-up share it. Old words of a
    deadline or target are empty when none was stated.
    """

    about: Subject
    title: str
    before: Status | None
    after: Status | None
    said: Said
    kind: ChangeKind
    old_deadline: str = ""
    new_deadline: str = ""
    old_target: str = ""
    new_target: str = ""

    @property
    def status_changed(self) -> bool:
        """Tell whether the status word is another than before."""
        return self.before is not self.after


def edition(as_of: AsOf, follow_up: FollowUp) -> AsOf:
    """Give what was known the day a follow-up became public: it and those before it in the series, nothing later."""
    return as_of.once(_edition, follow_up)


def _edition(as_of: AsOf, follow_up: FollowUp) -> AsOf:
    return _known(as_of, (*_earlier(as_of, follow_up), follow_up))


def previous(as_of: AsOf, follow_up: FollowUp) -> FollowUp | None:
    """Give the nearest earlier follow-up that shares a promise with one, of those public when it became so.

    Where it names or speaks of no promise the nearest of all; None for the first.
    """
    then = edition(as_of, follow_up)
    series = [[told.id for told in then.follow_ups_of(one)] for one in then.public.promises.values()]
    shared = {id for told in series if follow_up.id in told for id in told}
    earlier = [one for one in _earlier(as_of, follow_up) if not shared or one.id in shared]
    return earlier[-1] if earlier else None


def _earlier(as_of: AsOf, follow_up: FollowUp) -> tuple[FollowUp, ...]:
    order = [one.id for one in as_of.follow_ups]
    before = as_of.follow_ups[: order.index(follow_up.id)] if follow_up.id in order else ()
    public = as_of.published_on(follow_up)
    return tuple(one for one in before if as_of.published_on(one) <= public)


def _known(as_of: AsOf, told: tuple[FollowUp, ...]) -> AsOf:
    return as_of.having_heard(told, as_of.published_on(told[-1]))


def changes(as_of: AsOf, follow_up: FollowUp) -> tuple[Change, ...]:
    """Give what a follow-up changed, in the order of its entries; what it only confirmed is not a change."""
    unchanged = (ChangeKind.CONFIRMED, ChangeKind.FIGURES)
    return tuple(one for one in mentioned(as_of, follow_up) if one.kind not in unchanged)


def mentioned(as_of: AsOf, follow_up: FollowUp) -> tuple[Change, ...]:
    """Give everything that a follow-up says, entry by entry in its order, changed or not."""
    return as_of.once(_mentioned, follow_up)


def _mentioned(as_of: AsOf, follow_up: FollowUp) -> tuple[Change, ...]:
    earlier = _earlier(as_of, follow_up)
    then = edition(as_of, follow_up)
    before = _known(as_of, earlier) if earlier else None
    told = list(_told(before, then, follow_up))
    kinds = _kinds(told)
    return tuple(replace(one, kind=kinds[one.about]) for one in told)


def _told(before: AsOf | None, then: AsOf, follow_up: FollowUp) -> Iterator[Change]:
    for entry in follow_up.entries:
        about = subject(then.public, entry.about)
        if about is None:
            continue
        title, own = _thing(then, about)
        earlier = before.said(about) if before else ()
        said = next(one for one in then.said(about) if one.entry is entry)
        change = Change(
            about,
            title,
            _shown(before, about) if before and earlier else None,
            _shown(then, about),
            said,
            ChangeKind.FIRST if not earlier else ChangeKind.CONFIRMED,
        )
        yield _moved(change, own, _until(then.said(about), said))


def _until(told: tuple[Said, ...], said: Said) -> tuple[Said, ...]:
    """Give what was said of a thing before one entry, in earlier follow-ups and in its own."""
    place = next(place for place, one in enumerate(told) if one.entry is said.entry)
    return told[:place]


def _thing(then: AsOf, about: Subject) -> tuple[str, Measure | Commitment | None]:
    if about.kind == "atgard":
        measure = then.public.measures[about.key]
        return measure.title, measure
    pair = then.public.commitment(about.key)
    return (pair[1].text, pair[1]) if pair else (then.public.promises[about.key].title, None)


def title_of(as_of: AsOf, about: Subject) -> str:
    """Give what a thing that a follow-up speaks of is called."""
    return _thing(as_of, about)[0]


def _standing(known: AsOf, about: Subject) -> Standing[MeasureStatus] | Standing[CommitmentStatus] | None:
    if about.kind == "atgard":
        return measure_standing(known, known.public.measures[about.key])
    pair = known.public.commitment(about.key)
    return commitment_standing(known, *pair) if pair else None


def _shown(known: AsOf, about: Subject) -> Status | None:
    standing = _standing(known, about)
    if standing:
        return standing.status
    judged = [said_status(about.kind, one.entry.assessment) for one in known.said(about)]
    return next((one for one in reversed(judged) if one), None)


def _moved(change: Change, own: Measure | Commitment | None, told: tuple[Said, ...]) -> Change:
    """Add a moved deadline and a changed target with what was stated before, as signed or in an earlier entry."""
    entry = change.said.entry
    stated = [when_text(one.when) for one in deadlines(own.deadline if own else None, told)]
    new = when_text(entry.new_deadline) if entry.new_deadline else entry.new_deadline_words or ""
    old = stated[-1] if stated else (own.deadline_words or "") if own else ""
    targets = [one.entry.new_target for one in told if one.entry.new_target]
    old_target = targets[-1] if targets else _target_as_signed(own)
    moved = bool(new) and new != old
    changed = bool(entry.new_target) and entry.new_target != old_target
    return replace(
        change,
        old_deadline=old if moved else "",
        new_deadline=new if moved else "",
        old_target=old_target if changed else "",
        new_target=entry.new_target or "" if changed else "",
    )


def _target_as_signed(own: Measure | Commitment | None) -> str:
    if own is None:
        return ""
    words = [target_words(goal) for goal in own.goals]
    return own.goals_words or "; ".join(one for one in words if one)


def _kinds(told: list[Change]) -> dict[Subject, ChangeKind]:
    """Decide for each thing, from all that is said of it, what the follow-up did to it."""
    by_thing: dict[Subject, list[Change]] = {}
    for one in told:
        by_thing.setdefault(one.about, []).append(one)
    return {about: _kind(entries) for about, entries in by_thing.items()}


def _kind(entries: list[Change]) -> ChangeKind:
    if entries[0].kind is ChangeKind.FIRST:
        return ChangeKind.FIRST
    if entries[0].status_changed:
        return ChangeKind.STATUS
    if any(one.new_deadline or one.new_target for one in entries):
        return ChangeKind.DEADLINE
    judged = any(one.said.entry.assessment for one in entries)
    return ChangeKind.CONFIRMED if judged else ChangeKind.FIGURES


@dataclass(frozen=True)
class TurnedLate:
    """A thing that has become late since a follow-up: no follow-up has said so, the clock has; `since` which day."""

    about: Subject
    title: str
    status: Status
    since: date


def turned_late(as_of: AsOf, follow_up: FollowUp) -> tuple[TurnedLate, ...]:
    """Give what is late today and was not the day a follow-up became public, measures first."""
    then = edition(as_of, follow_up)
    measures = (Subject("atgard", id) for id in as_of.public.measures)
    commitments = (
        Subject("atagande", f"{promise.id}/{own.id}")
        for promise in as_of.public.promises.values()
        for own in promise.commitments
    )
    standings = ((about, _standing(as_of, about)) for about in (*measures, *commitments))
    return tuple(
        TurnedLate(about, title_of(as_of, about), now.status, now.since.last)
        for about, now in standings
        if now and now.since and now.status in _LATE and _shown(then, about) is not now.status
    )


_LATE = (MeasureStatus.LATE, CommitmentStatus.LATE)
