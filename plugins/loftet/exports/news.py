"""What has happened, as entries of feeds: follow-ups, walks with a protocol and corrections, with what each touches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from markupsafe import Markup

from loftet import addresses
from loftet.exports.source import Source
from loftet.facts.accounts import wholes
from loftet.facts.change_words import change_words
from loftet.facts.changes import Change, changes
from loftet.facts.corrections import corrected, corrected_entry, corrections
from loftet.facts.progress import progress_of_stops
from loftet.facts.subjects import Subject, subject
from loftet.facts.titles import follow_up_title, named_as_walk, walk_name
from loftet.model.base import Entity
from loftet.model.follow_up import Correction, FollowUp
from loftet.model.promise import Measure, Promise
from loftet.model.register import KIND_BY_TYPE
from loftet.model.walk import SafetyWalk
from loftet.model.words.walks import WalkPhase
from loftet.wording import count, ended, when_text

Touched = frozenset[tuple[str, str]]
"""What a thing touches: (folder, id) of promises, areas (and those they lie in) and parties (and their wholes)."""

_MOST = 40
"""So many changes are told one by one in an entry; the rest is a number."""

_REPORTED = (WalkPhase.PROTOCOL, WalkPhase.FOLLOWED_UP, WalkPhase.CLOSED)


@dataclass(frozen=True)
class News:
    """One thing that has happened: where it stands, when it became public, and what it says as bare HTML.

    `lines` are what it says of one thing each, with what that thing touches; `touches` is the whole's own.
    """

    address: str
    title: str
    day: date
    updated: date
    summary: str
    touches: Touched
    lines: tuple[tuple[Touched, Markup], ...] = ()
    correction: bool = False

    def about(self, record: tuple[str, str]) -> bool:
        """Tell whether it touches a record, itself or in something that it says."""
        return record in self.touches or any(record in own for own, _ in self.lines)

    def html(self, record: tuple[str, str] | None = None) -> Markup:
        """Give what it says, in all or of one record, as bare HTML."""
        wanted = [line for own, line in self.lines if record is None or record in own]
        told = Markup("").join(Markup("<li>{}</li>").format(line) for line in wanted[:_MOST])
        more = len(wanted) - _MOST
        rest = (
            Markup("<p>Och {}.</p>").format(count(more, "ändring till", "ändringar till")) if more > 0 else ""
        )
        return Markup("<p>{}</p>").format(self.summary) + (
            Markup("<ul>{}</ul>{}").format(told, rest) if told else ""
        )


@dataclass(frozen=True)
class Happenings:
    """Everything that has happened up to the day of the source, newest first."""

    source: Source

    @cached_property
    def all(self) -> tuple[News, ...]:
        """Give every piece of news, newest first."""
        as_of = self.source.as_of
        told = [
            *(self._follow_up(one) for one in as_of.follow_ups),
            *self._walks(),
            *(self._correction(one) for one in corrections(as_of)),
        ]
        return tuple(sorted(told, key=lambda one: (one.day, one.address), reverse=True))

    def _follow_up(self, told: FollowUp) -> News:
        as_of = self.source.as_of
        made = {one.about: one for one in changes(as_of, told)}.values()
        day = as_of.published_on(told)
        number = count(len(made), "ändring", "ändringar") if made else "Inget läge har ändrats"
        summary = f"{number}. Uppgifterna gäller per {told.as_of_words or when_text(told.as_of)}."
        corrected_on = [one.date.last for one in corrections(as_of) if corrected(as_of.public, one) is told]
        own = {("loften", id) for id in told.promises} | self._parties(told.reporting)
        return News(
            addresses.of(told),
            follow_up_title(as_of, told),
            day,
            max([day, *(min(one, as_of.today) for one in corrected_on)]),
            f"{ended(told.overall)} {summary}" if told.overall else summary,
            frozenset(own),
            tuple((self._touched(one.about), self._line(one)) for one in made),
        )

    def _line(self, change: Change) -> Markup:
        there = f"{self.source.root}{addresses.entry(change.said.follow_up, change.said.entry)}"
        title = (
            Markup('<a href="{}">{}</a>').format(there, change.title) if self.source.root else change.title
        )
        return Markup("{}: {}").format(title, change_words(self.source.as_of, change))

    def _walks(self) -> Iterator[News]:
        """Give the walks whose protocol is published; the day of a protocol is not known, so the walk's stands."""
        as_of = self.source.as_of
        for walk in as_of.public.walks.values():
            reported = walk.protocol or walk.stops or walk.phase in _REPORTED
            if walk.phase.walked and reported and walk.date and walk.date.last <= as_of.today:
                yield self._walk(walk, walk.date.last)

    def _walk(self, walk: SafetyWalk, day: date) -> News:
        found = progress_of_stops(self.source.as_of, walk)
        summary = found.sentence if walk.stops else walk.stops_words or "Stoppen är inte publicerade."
        stopped = [area for stop in walk.stops for area in stop.areas]
        within = subject(self.source.as_of.public, walk.within) if walk.within else None
        touches = self._areas((*walk.areas, *stopped)) | self._parties(walk.organiser)
        promised = self._touched(within) if within else frozenset()
        name = named_as_walk(self.source.as_of.public, walk_name(walk))
        return News(addresses.of(walk), name, day, day, summary, frozenset(touches) | promised)

    def _correction(self, made: Correction) -> News:
        public = self.source.as_of.public
        of, entry = corrected(public, made), corrected_entry(public, made)
        about = subject(public, entry.about) if entry else None
        touches = self._touched(about) if about else self._of_record(of)
        day = min(made.date.last, self.source.as_of.today)
        summary = f"Det stod ”{made.before}”. Det ska stå ”{made.after}”. Varför: {ended(made.why)}"
        title = f"{self.source.own('Rättelse')} {when_text(made.date)}: {self._named(of) or made.of}"
        return News(addresses.of(made), title, day, day, summary, touches, correction=True)

    def _named(self, record: Entity | None) -> str | None:
        if isinstance(record, FollowUp):
            return follow_up_title(self.source.as_of, record)
        if isinstance(record, SafetyWalk):
            return named_as_walk(self.source.as_of.public, walk_name(record))
        named = getattr(record, "title", None) or getattr(record, "name", None)
        return str(named) if named else None

    def _of_record(self, record: Entity | None) -> Touched:
        public = self.source.as_of.public
        if isinstance(record, Promise | Measure):
            about = subject(public, f"{'lofte' if isinstance(record, Promise) else 'atgard'}/{record.id}")
            return self._touched(about) if about else frozenset()
        if isinstance(record, SafetyWalk):
            return frozenset(self._areas(record.areas) | self._parties(record.organiser))
        if isinstance(record, FollowUp):
            return frozenset({("loften", id) for id in record.promises} | self._parties(record.reporting))
        return frozenset()

    def _touched(self, about: Subject) -> Touched:
        as_of = self.source.as_of
        if about.kind == "atgard":
            measure = as_of.public.measures[about.key]
            promise = as_of.promise_of(measure)
            return self._all(promise, measure.area, (*measure.responsible, *measure.contributors))
        pair = as_of.public.commitment(about.key)
        if pair:
            promise, own = pair
            return self._all(promise, own.areas or promise.areas, own.responsible)
        promise = as_of.public.promises[about.key]
        return self._all(promise, promise.areas, [one.party for one in promise.parties])

    def _all(self, promise: Promise | None, areas: Sequence[str], parties: Sequence[str]) -> Touched:
        own = {("loften", promise.id)} if promise else set()
        return frozenset(own | self._areas(areas) | self._parties(parties))

    def _areas(self, ids: Sequence[str]) -> set[tuple[str, str]]:
        known = self.source.as_of.public.areas
        found: set[tuple[str, str]] = set()
        for id in ids:
            above = id
            while above in known and ("omraden", above) not in found:
                found.add(("omraden", above))
                above = known[above].part_of or ""
        return found

    def _parties(self, ids: Sequence[str]) -> set[tuple[str, str]]:
        public = self.source.as_of.public
        return {("parter", whole) for id in ids if id for whole in wholes(public, id)}


def key_of(record: Entity) -> tuple[str, str]:
    """Give how news name a record."""
    return KIND_BY_TYPE[type(record)].folder, record.id
