"""The calendar (RFC 5545): planned meetings and walks, and when follow-ups are due, on days that are known exactly.

Each walk has a file of its own too, for the one who wants that walk and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from loftet import addresses
from loftet.exports.feeds import named
from loftet.exports.source import Source
from loftet.facts.silence import silence
from loftet.facts.titles import follow_up_title, meeting_name, named_as_walk
from loftet.model.dates import FuzzyDate, Precision
from loftet.model.walk import SafetyWalk
from loftet.wording import and_list, ended

_WIDTH = 75
"""Octets in a line, at most; a longer one goes on in the next after a blank."""


_SWEDEN = ZoneInfo("Europe/Stockholm")

_CLOCK = re.compile(r"(?:kl(?:ockan|\.)? )?(\d{1,2})[.:](\d{2})(?: ?[–-] ?(\d{1,2})[.:](\d{2}))?")
"""A clock as editors write it: 19:00, 19.00–20.45, kl. 19.00-20.45."""


@dataclass(frozen=True)
class Happening:
    """One day in the calendar, whole where no clock is known.

    `key` never changes, so that a moved day moves in the reader's calendar too.
    """

    key: str
    day: date
    title: str
    page: str
    text: str = ""
    place: str = ""
    cancelled: bool = False
    begins: time | None = None
    ends: time | None = None


def calendar(source: Source) -> Iterator[tuple[str, bytes]]:
    """Give `/kalender/allt.ics`; what is known less exactly than to the day is left out."""
    found = [*_meetings(source), *_walks(source), *_follow_ups(source)]
    coming = sorted(
        (one for one in found if one.day >= source.as_of.today), key=lambda one: (one.day, one.key)
    )
    name = f"{source.own('Löften och trygghet i')} {source.as_of.public.municipality.name}"
    yield addresses.CALENDAR, _file(source, name, (line for one in coming for line in _event(source, one)))


def walk_calendars(source: Source) -> Iterator[tuple[str, bytes]]:
    """Give `/kalender/vandringar/<id>.ics` for every walk, whatever its phase: the address stays when it has been.

    A walk whose day is not known exactly is a note without a day (VJOURNAL), for no day is made up (rule 10).
    """
    for walk in source.as_of.public.walks.values():
        day, title = _exact(walk.date), named_as_walk(source.as_of.public, walk.title)
        lines = _event(source, _walk(source, walk, day)) if day else _note(source, walk, title)
        yield addresses.calendar(walk), _file(source, title, lines)


def _file(source: Source, name: str, lines: Iterable[str]) -> bytes:
    """Write a calendar; the name of an example's says that it is one (rule 16)."""
    shown = f"{name} (exempel)" if source.as_of.public.municipality.example else name
    whole = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Löftet//Kalender//SV", "CALSCALE:GREGORIAN"),
        f"X-WR-CALNAME:{_escaped(shown)}",
        *lines,
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in whole).encode()


def _note(source: Source, walk: SafetyWalk, title: str) -> Iterator[str]:
    here = addresses.of(walk)
    yield "BEGIN:VJOURNAL"
    yield f"UID:{uuid5(NAMESPACE_URL, named(source, here))}"
    yield f"DTSTAMP:{source.built:%Y%m%d}T000000Z"
    yield f"SUMMARY:{_escaped(f'{title}: dagen är inte känd')}"
    if source.root:
        yield f"URL:{source.root}{here}"
    yield "END:VJOURNAL"


def _times(one: Happening) -> Iterator[str]:
    """Give when something begins and ends: in universal time, so that no reader needs our time zone."""
    if one.begins is None:
        yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}"
        return
    for name, clock in (("DTSTART", one.begins), ("DTEND", one.ends)):
        if clock:
            moment = datetime.combine(one.day, clock, _SWEDEN).astimezone(UTC)
            yield f"{name}:{moment:%Y%m%dT%H%M%SZ}"


def _event(source: Source, one: Happening) -> Iterator[str]:
    example = source.as_of.public.municipality.example
    text = " ".join(part for part in (one.text, example) if part)
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, named(source, one.key))}"
    yield f"DTSTAMP:{source.built:%Y%m%d}T000000Z"
    yield from _times(one)
    yield f"SUMMARY:{_escaped(f'Inställt: {one.title}' if one.cancelled else one.title)}"
    yield f"STATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if text:
        yield f"DESCRIPTION:{_escaped(text)}"
    if one.place:
        yield f"LOCATION:{_escaped(one.place)}"
    if source.root:
        yield f"URL:{source.root}{one.page}"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(plain, written)
    return "".join(letter for letter in text if letter >= " ")


def _folded(line: str) -> str:
    """Break a line where it is longer than allowed, never inside a letter."""
    rows, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _WIDTH:
            rows.append(" ")
            size = 1
        rows[-1] += letter
        size += width
    return "\r\n".join(rows)


def _exact(when: FuzzyDate | None) -> date | None:
    return when.first if when and when.precision is Precision.DAY else None


def _meetings(source: Source) -> Iterator[Happening]:
    for meeting in source.as_of.meetings_to_come:
        day = _exact(meeting.date)
        if day:
            here = addresses.of(meeting)
            yield Happening(here, day, meeting_name(source.as_of.public, meeting), here)


def _walks(source: Source) -> Iterator[Happening]:
    for walk in source.as_of.public.walks.values():
        day = _exact(walk.date)
        if day and not walk.phase.walked:
            yield _walk(source, walk, day)


def _walk(source: Source, walk: SafetyWalk, day: date) -> Happening:
    begins, ends = _clocks(walk.time or "")
    title = named_as_walk(source.as_of.public, walk.title)
    here = addresses.of(walk)
    return Happening(
        here,
        day,
        f"{title}, klockan {walk.time}" if walk.time and begins is None else title,
        here,
        " ".join(ended(one) for one in walk.meetings_words),
        _place(source, walk),
        cancelled=walk.phase.called_off,
        begins=begins,
        ends=ends,
    )


def _clocks(words: str) -> tuple[time | None, time | None]:
    """Read when a walk begins and ends; None for what is not said, or not as a clock."""
    found = _CLOCK.fullmatch(words.strip().lower())
    if found is None:
        return None, None
    hour, minute, last_hour, last_minute = found.groups()
    try:
        begins = time(int(hour), int(minute))
        ends = time(int(last_hour), int(last_minute)) if last_hour else None
    except ValueError:
        return None, None
    return begins, ends if ends and ends > begins else None


def _place(source: Source, walk: SafetyWalk) -> str:
    areas = source.as_of.public.areas
    return walk.place_words or and_list(areas[id].name for id in walk.areas if id in areas)


def _follow_ups(source: Source) -> Iterator[Happening]:
    """Give the days that the latest follow-ups announce, and those that are due by a promised rhythm."""
    as_of = source.as_of
    promises = as_of.public.promises.values()
    latest = [*as_of.follow_ups[-1:], *(told for one in promises for told in as_of.follow_ups_of(one)[-1:])]
    for told in {one.id: one for one in latest}.values():
        day = _exact(told.next)
        if day:
            here, title = addresses.of(told), source.own("Nästa uppföljning av löftena")
            text = f"Utlovad i ”{follow_up_title(as_of, told)}”."
            yield Happening(f"{here}nasta", day, title, here, text)
    for promise in promises:
        due = silence(as_of, promise).due
        if due:
            here = addresses.of(promise)
            text = source.own("Sista dag enligt den utlovade rytmen. Uppföljningen kan komma tidigare.")
            title = f"{source.own('Uppföljning väntas')}: {promise.title}"
            yield Happening(f"{here}uppfoljning", due, title, here, text)
