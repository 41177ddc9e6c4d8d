"""The pages of meetings: what was decided, where it stands in the minutes, and which follow-up was handled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from loftet import addresses
from loftet.model.organisation import Decision, Meeting
from loftet.model.register import KIND_BY_TYPE
from loftet.model.words.organisation import MeetingPhase
from loftet.pages import marks, views
from loftet.pages.bodies import decision_line, split
from loftet.pages.lines import follow_up_line, is_to_come, line, meeting_line
from loftet.pages.long_lists import LongLists
from loftet.pages.records import Group, Sheet, overview, record_page, stated
from loftet.pages.site import Page, Site
from loftet.wording import first_upper, when_text

_LEAD = "Möten där löftena följs upp och där beslut fattas. Planerade möten står först."


def meetings(site: Site) -> Iterator[Page]:
    """Draw the list of meetings, planned ones first and then by year, and a page for each."""
    here = addresses.overview(KIND_BY_TYPE[Meeting])
    coming, past = split(site, site.register.meetings.values())
    groups = [Group([meeting_line(site, here, one) for one in coming], "Planerade möten", "planerade")]
    groups += [_year(site, here, year, list(held)) for year, held in groupby(past, _year_of)]
    title = first_upper(site.noun_of(Meeting).plural)
    yield from overview(site, here, title, _LEAD, groups, "Inget möte är publicerat ännu.")
    series = _by_body([*reversed(past), *coming])
    for meeting in (*coming, *past):
        yield from _pages(site, meeting, series[_body_of(meeting)])


def _year_of(meeting: Meeting) -> str:
    return str(meeting.date.last.year) if meeting.date else ""


def _year(site: Site, here: str, year: str, held: Sequence[Meeting]) -> Group:
    lines = [meeting_line(site, here, one) for one in held]
    return Group(lines, year or "Utan dag", f"ar-{year}" if year else "utan-dag")


def _pages(site: Site, meeting: Meeting, series: Sequence[Meeting]) -> Iterator[Page]:
    here = addresses.of(meeting)
    long = LongLists(site, here, views.title_of(site, meeting))
    register = site.register
    tied = [
        one for one in register.measures.values() if any(own.decision == meeting.id for own in one.comes_from)
    ]
    told = [one for one in site.as_of.follow_ups if one.meeting == meeting.id]
    parts: dict[str, object] = {
        "to_come": is_to_come(site, meeting),
        "cancelled": meeting.phase is MeetingPhase.CANCELLED,
        "unreported": meeting.phase is MeetingPhase.PLANNED and not is_to_come(site, meeting),
        "decided": [_decision(one) for one in meeting.decisions],
        "follow_ups": long.first(
            "uppfoljning", "Uppföljning på mötet", [follow_up_line(site, here, one) for one in told]
        ),
        "directions": long.first(
            "inriktning",
            "Beslut om vad parterna ska arbeta med",
            [
                decision_line(site, here, one)
                for one in register.decisions.values()
                if one.meeting == meeting.id
            ],
        ),
        "measures": long.first(
            "atgarder", "Åtgärder som beslutades här", [marks.measure_item(site, here, one) for one in tied]
        ),
        "walks": long.first(
            "vandringar",
            "Trygghetsvandringar som mötet hör till",
            [line(site, here, one) for one in register.walks.values() if meeting.id in one.meetings],
        ),
    }
    phase = site.own(f"{first_upper(meeting.phase.value)} möte")
    sheet = Sheet(
        meeting, None, _facts(site, here, meeting), parts, f"{phase}: {views.title_of(site, meeting)}."
    )
    yield record_page(site, "meeting", sheet, series)
    yield from long.pages()


def _by_body(ordered: Iterable[Meeting]) -> dict[str, list[Meeting]]:
    """Give the meetings of each body, in the order given."""
    found: dict[str, list[Meeting]] = {}
    for meeting in ordered:
        found.setdefault(_body_of(meeting), []).append(meeting)
    return found


def _body_of(meeting: Meeting) -> str:
    return meeting.body or meeting.body_words or ""


def _decision(decision: Decision) -> dict[str, str | None]:
    return {"text": decision.text, "paragraph": decision.paragraph, "diary": decision.diary}


def _facts(site: Site, here: str, meeting: Meeting) -> list[tuple[str, object]]:
    body = site.register.bodies.get(meeting.body or "")
    held = meeting.phase is MeetingPhase.HELD
    rows: list[tuple[str, object]] = [
        ("Grupp", views.record_link(site, here, body, body.name) if body else meeting.body_words),
        ("Dag", when_text(meeting.date) if meeting.date else meeting.date_words),
        ("Skede", meeting.phase.value),
        ("Paragraf", meeting.paragraph),
        ("Diarienummer", meeting.diary),
        ("Protokoll", views.link(meeting.minutes, "Läs protokollet") if meeting.minutes else None),
        ("Justerat", when_text(meeting.adjusted) if meeting.adjusted else None),
    ]
    return stated(rows, ("Dag", "Protokoll", "Justerat") if held else ("Dag",))
