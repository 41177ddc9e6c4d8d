"""The calendar: planned days for the reader's own, read back by a parser of RFC 5545."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar, Component

from loftet.exports.calendar import calendar, walk_calendars
from loftet.exports.source import Source
from made_registers import known, told

DAY = date(2026, 3, 10)
LONG = "Åkerö, Ö-vägen; " * 12

Records = Mapping[str, Sequence[Mapping[str, Any]]]


def written(records: Records, root: str = "https://byn.example/", **kommun: Any) -> bytes:
    ((address, content),) = calendar(Source(known(DAY, kommun, **records), DAY, root))
    assert address == "kalender/allt.ics"
    return content


def events(records: Records, **more: Any) -> list[Component]:
    return list(Calendar.from_ical(written(records, **more)).walk("VEVENT"))


def meeting(id: str, when: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "datum": when, "skede": "planerat", "titel": f"Möte {id}", **more}


def walk(id: str, when: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "titel": "Hamnen", "datum": when, "skede": "planerad", **more}


def test_a_planned_meeting_is_a_whole_day_with_its_page() -> None:
    (event,) = events({"moten": [meeting("m-1", "2026-05-21")]})
    assert event["SUMMARY"] == "Möte m-1"
    assert event.decoded("DTSTART") == date(2026, 5, 21)
    assert event.decoded("DTEND") == date(2026, 5, 22)
    assert event["URL"] == "https://byn.example/moten/m-1/"


def test_the_stamp_is_the_sites_day_and_not_the_machines() -> None:
    (event,) = events({"moten": [meeting("m-1", "2026-05-21")]})
    assert event.decoded("DTSTAMP") == datetime(2026, 3, 10, tzinfo=UTC)


def test_a_day_that_is_not_known_exactly_is_left_out() -> None:
    """Rule 10: no day is made up for ”maj 2026”."""
    assert events({"moten": [meeting("m-1", "2026-05")], "vandringar": [walk("v-1", "hösten 2026")]}) == []


def test_what_has_been_is_left_out() -> None:
    assert events({"vandringar": [walk("v-1", "2026-03-09")]}) == []
    assert len(events({"vandringar": [walk("v-1", "2026-03-10")]})) == 1


def test_a_walk_says_when_and_where_to_meet() -> None:
    (event,) = events(
        {
            "vandringar": [
                walk(
                    "v-1",
                    "2026-04-21",
                    tid="19:00–20:30",
                    plats_i_ord="Kajen",
                    möten_i_ord=["Samling vid Bystugan"],
                )
            ]
        }
    )
    assert event["SUMMARY"] == "Trygghetsvandring Hamnen"
    assert event.decoded("DTSTART") == datetime(2026, 4, 21, 17, 0, tzinfo=UTC)
    assert event.decoded("DTEND") == datetime(2026, 4, 21, 18, 30, tzinfo=UTC)
    assert event["LOCATION"] == "Kajen"
    assert event["DESCRIPTION"] == "Samling vid Bystugan."


@pytest.mark.parametrize(
    ("words", "begins", "ends"),
    [
        ("kl. 18.00-19.30", 17, datetime(2026, 1, 20, 18, 30, tzinfo=UTC)),
        ("18:00", 17, None),
        ("18:00–09:00", 17, None),
    ],
)
def test_a_clock_is_read_as_it_is_written_and_told_in_universal_time(
    words: str, begins: int, ends: datetime | None
) -> None:
    (event,) = own({"vandringar": [walk("v-1", "2026-01-20", tid=words)]}, "v-1")
    assert event.decoded("DTSTART") == datetime(2026, 1, 20, begins, 0, tzinfo=UTC)
    assert (event.decoded("DTEND") if "DTEND" in event else None) == ends


def test_a_clock_that_cannot_be_read_stands_in_the_title_of_a_whole_day() -> None:
    for words in ("på kvällen", "25:00", "19:61–20:00"):
        (event,) = own({"vandringar": [walk("v-1", "2026-01-20", tid=words)]}, "v-1")
        assert event.decoded("DTSTART") == date(2026, 1, 20)
        assert event["SUMMARY"] == f"Trygghetsvandring Hamnen, klockan {words}"


def own(records: Records, id: str) -> list[Component]:
    """Give what stands in a walk's own calendar file."""
    files = dict(walk_calendars(Source(known(DAY, {}, **records), DAY, "https://byn.example/")))
    read = Calendar.from_ical(files[f"kalender/vandringar/{id}.ics"])
    assert read["X-WR-CALNAME"] == "Trygghetsvandring Hamnen"
    return [one for one in read.walk() if one.name in ("VEVENT", "VJOURNAL")]


def test_every_walk_has_a_file_that_says_the_same_as_the_common_calendar() -> None:
    records = {"vandringar": [walk("v-1", "2026-04-21", tid="19:00")]}
    assert own(records, "v-1")[0].to_ical() == events(records)[0].to_ical()


def test_a_walk_keeps_its_file_when_it_has_been_and_when_its_day_is_not_known() -> None:
    """An address that has been published stays (rule 11), and no day is made up (rule 10)."""
    (been,) = own({"vandringar": [walk("v-1", "2025-04-21", skede="genomförd")]}, "v-1")
    (unknown,) = own({"vandringar": [walk("v-1", "hösten 2026")]}, "v-1")
    assert (been.name, been["STATUS"]) == ("VEVENT", "CONFIRMED")
    assert (unknown.name, "DTSTART" in unknown) == ("VJOURNAL", False)
    assert unknown["SUMMARY"] == "Trygghetsvandring Hamnen: dagen är inte känd"
    assert unknown["UID"] == been["UID"]


def test_a_walk_that_is_called_off_says_so_and_keeps_its_name() -> None:
    (planned,) = events({"vandringar": [walk("v-1", "2026-04-21")]})
    (off,) = events({"vandringar": [walk("v-1", "2026-04-21", skede="inställd")]})
    assert (off["SUMMARY"], off["STATUS"]) == ("Inställt: Trygghetsvandring Hamnen", "CANCELLED")
    assert off["UID"] == planned["UID"]


def test_a_moved_day_moves_in_the_readers_calendar_too() -> None:
    (before,) = events({"moten": [meeting("m-1", "2026-05-21")]})
    (after,) = events({"moten": [meeting("m-1", "2026-05-28")]}, root="https://annan.example/")
    assert before["UID"] == after["UID"]


def test_a_follow_up_is_told_when_announced_and_when_due() -> None:
    promise = {
        "id": "ljus",
        "titel": "Ljus",
        "uppföljning_lovad": {"antal": "2", "per": "år"},
        "åtaganden": [{"id": "a", "text": "A"}],
    }
    follow_up = told("u-1", "2026-02-12", löften=["ljus"], nästa_uppföljning="2026-06-18")
    shown = events({"loften": [promise], "uppfoljningar": [follow_up]})
    assert [(one["SUMMARY"], one.decoded("DTSTART")) for one in shown] == [
        ("Nästa uppföljning av löftena", date(2026, 6, 18)),
        ("Uppföljning väntas: Ljus", date(2026, 8, 12)),
    ]


def test_every_line_fits_and_ends_as_the_standard_asks() -> None:
    """RFC 5545, 3.1: at most 75 octets, CRLF, and a letter is never cut in two."""
    content = written({"moten": [meeting("m-1", "2026-05-21", titel=LONG)]})
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in b"".join(lines)
    assert all(line.decode() for line in lines[:-1])


def test_a_long_title_with_signs_is_read_back_as_it_was_written() -> None:
    (event,) = events({"moten": [meeting("m-1", "2026-05-21", titel=LONG)]})
    assert event["SUMMARY"] == LONG.strip()
    whole = written({"moten": [meeting("m-1", "2026-05-21", titel=LONG)]}).replace(b"\r\n ", b"")
    assert "Åkerö\\, Ö-vägen\\; Åkerö".encode() in whole


def test_an_example_says_so() -> None:
    """Rule 16."""
    (event,) = events({"moten": [meeting("m-1", "2026-05-21")]}, exempel="Påhittad by.")
    assert event["DESCRIPTION"] == "Påhittad by."
    read = Calendar.from_ical(written({}, exempel="Påhittad by."))
    assert read["X-WR-CALNAME"] == "Löften och trygghet i Exempelby kommun (exempel)"
