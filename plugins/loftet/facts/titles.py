"""What follow-ups, meetings and walks are called, on pages and in files alike."""

from __future__ import annotations

from loftet.facts.as_of import AsOf
from loftet.facts.labels import noun
from loftet.model.follow_up import FollowUp
from loftet.model.organisation import Meeting
from loftet.model.register import Register
from loftet.model.walk import SafetyWalk
from loftet.wording import first_upper, when_text


def follow_up_title(as_of: AsOf, told: FollowUp) -> str:
    """Give a follow-up's title: its own, else its meeting's body and day, else the day its figures hold for."""
    if told.title:
        return told.title
    called = first_upper(noun(as_of.public.municipality, "uppföljning").singular)
    meeting = as_of.meeting(told)
    if meeting and meeting.date:
        body = as_of.public.bodies.get(meeting.body or "")
        name = body.name if body else meeting.body_words
        return f"{called} {when_text(meeting.date)}" + (f", {name}" if name else "")
    return f"{called} {when_text(told.as_of)}"


def meeting_name(register: Register, meeting: Meeting) -> str:
    """Give what a meeting is called without its day: its own title, else its body, else ”Möte”."""
    body = register.bodies.get(meeting.body or "")
    called = first_upper(noun(register.municipality, "möte").singular)
    return meeting.title or (body.name if body else meeting.body_words) or called


def walk_name(walk: SafetyWalk) -> str:
    """Give what a walk is called on pages: its title with its date, unless the title tells the year."""
    if walk.date is None or str(walk.date.last.year) in walk.title:
        return walk.title
    return f"{walk.title}, {when_text(walk.date)}"


def named_as_walk(register: Register, name: str) -> str:
    """Give a walk's name or title where nothing around it tells that it is a walk."""
    called = noun(register.municipality, "trygghetsvandring").singular
    is_named = name.lower().startswith(("trygghetsvandring", called.lower()))
    return name if is_named else f"{first_upper(called)} {name}"
