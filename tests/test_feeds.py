"""Feeds: what has happened and is public, as valid Atom, cut to what each follower asks for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pytest

from loftet.exports.feeds import feeds
from loftet.exports.source import Source
from made_registers import known, said, told

DAY = date(2026, 3, 10)
ROOT = "https://byn.example/trygg/"
A = "{http://www.w3.org/2005/Atom}"
CANARY = "Kanariefågel"

RECORDS: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "omraden": [
        {"id": "byn", "namn": "Byn", "typ": "kommun"},
        {"id": "hamnen", "namn": "Hamnen", "typ": "stadsdel", "ingår_i": "byn"},
    ],
    "parter": [
        {"id": "polisen", "namn": "Polisen", "typ": "polis"},
        {"id": "skolan", "namn": "Skolan", "typ": "skola"},
    ],
    "loften": [
        {
            "id": "ljus",
            "titel": "Ljus & <trygghet>",
            "åtaganden": [
                {
                    "id": "lampor",
                    "text": "Lampor <b>nu</b> & då",
                    "områden": ["hamnen"],
                    "ansvariga": ["polisen"],
                }
            ],
        },
        {"id": "annat", "titel": "Annat", "åtaganden": [{"id": "kurs", "text": "En kurs"}]},
        {"id": "hemligt", "titel": CANARY, "utkast": "ja"},
    ],
    "vandringar": [
        {
            "id": "v-1",
            "titel": "Hamnen",
            "datum": "2025-10-14",
            "områden": ["hamnen"],
            "skede": "protokoll klart",
        },
        {"id": "v-2", "titel": CANARY, "datum": "2026-10-14", "skede": "planerad"},
    ],
    "uppfoljningar": [
        told("u-1", "2025-06-12", said("ljus/lampor", "pågår"), said("annat/kurs", "pågår")),
        told("u-2", "2026-02-12", said("ljus/lampor", "uppfyllt"), said("annat/kurs", "pågår")),
        told("u-3", "2026-09-12", said("ljus/lampor", "pågår", text=CANARY)),
        told("u-4", "2026-01-12", said("ljus/lampor", "pågår"), titel=CANARY, skede="utkast"),
    ],
    "rattelser": [
        {
            "id": "r-1",
            "rättar": "u-2",
            "om": "ljus/lampor",
            "datum": "2026-03-01",
            "stod": "fem",
            "ska_vara": "sju & åtta",
            "varför": "Fel räknat",
        },
        {"id": "r-2", "rättar": "u-2", "datum": "2026-04-01", "stod": CANARY, "ska_vara": "x", "varför": "y"},
    ],
}


def written(root: str = ROOT, kommun: Mapping[str, Any] | None = None) -> dict[str, bytes]:
    return dict(feeds(Source(known(DAY, kommun, **RECORDS), DAY, root)))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return written()


def titles(files: Mapping[str, bytes], name: str) -> list[str | None]:
    return [one.findtext(f"{A}title") for one in ET.fromstring(files[name]).iter(f"{A}entry")]


def content(files: Mapping[str, bytes], name: str) -> str:
    return "".join(one.text or "" for one in ET.fromstring(files[name]).iter(f"{A}content"))


def test_every_feed_and_entry_has_what_atom_asks_for(files: dict[str, bytes]) -> None:
    """RFC 4287: one id, title and updated; an author; a link to itself; ids are absolute and told once."""
    for name, content in files.items():
        feed = ET.fromstring(content)
        entries = feed.findall(f"{A}entry")
        for one in (feed, *entries):
            assert [len(one.findall(f"{A}{part}")) for part in ("id", "title", "updated")] == [1, 1, 1]
            assert datetime.fromisoformat(one.findtext(f"{A}updated") or "").tzinfo
        assert feed.findtext(f"{A}author/{A}name") == "Exempelby kommun"
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{A}link")}
        assert links["self"] == f"{ROOT}{name}" == feed.findtext(f"{A}id")
        ids = [one.findtext(f"{A}id") or "" for one in entries]
        assert len(set(ids)) == len(ids)
        assert all(id.startswith(ROOT) for id in ids)


def test_the_feed_of_everything_tells_the_newest_first(files: dict[str, bytes]) -> None:
    assert titles(files, "floden/allt.xml") == [
        "Rättelse 1 mars 2026: Uppföljning 12 februari 2026",
        "Uppföljning 12 februari 2026",
        "Trygghetsvandring Hamnen, 14 oktober 2025",
        "Uppföljning 12 juni 2025",
    ]


def test_the_feed_of_changes_tells_what_follow_ups_changed_and_nothing_else(files: dict[str, bytes]) -> None:
    assert titles(files, "floden/andringar.xml") == [
        "Uppföljning 12 februari 2026",
        "Uppföljning 12 juni 2025",
    ]
    assert "<li>" in content(files, "floden/andringar.xml").replace("&lt;", "<")


def test_the_feed_of_corrections_tells_nothing_else(files: dict[str, bytes]) -> None:
    assert titles(files, "floden/rattelser.xml") == ["Rättelse 1 mars 2026: Uppföljning 12 februari 2026"]
    assert "sju &amp; åtta" in content(files, "floden/rattelser.xml")


def test_what_is_drafted_or_lies_ahead_stands_in_no_feed(files: dict[str, bytes]) -> None:
    """Rule 14: a draft, and what becomes public on a later day."""
    assert [name for name, text in files.items() if CANARY.encode() in text] == []
    assert "floden/loften/hemligt.xml" not in files


def test_a_promise_is_told_what_changed_in_it_alone(files: dict[str, bytes]) -> None:
    told = content(files, "floden/loften/annat.xml")
    assert titles(files, "floden/loften/annat.xml") == ["Uppföljning 12 juni 2025"]
    assert "En kurs" in told
    assert "Lampor" not in told


def test_an_area_is_told_what_happens_in_it_and_in_what_lies_in_it(files: dict[str, bytes]) -> None:
    assert titles(files, "floden/omraden/byn.xml") == titles(files, "floden/omraden/hamnen.xml")
    assert len(titles(files, "floden/omraden/hamnen.xml")) == 4


def test_a_party_is_told_what_it_answers_for(files: dict[str, bytes]) -> None:
    assert len(titles(files, "floden/parter/polisen.xml")) == 3
    assert titles(files, "floden/parter/skolan.xml") == []


def test_an_editors_signs_are_never_markup(files: dict[str, bytes]) -> None:
    told = content(files, "floden/loften/ljus.xml")
    assert "Lampor &lt;b&gt;nu&lt;/b&gt; &amp; då" in told
    assert "<b>" not in told
    assert (
        ET.fromstring(files["floden/loften/ljus.xml"]).findtext(f"{A}title")
        == "Ljus & <trygghet>, Exempelby kommun"
    )


def test_a_day_begins_at_midnight_in_sweden(files: dict[str, bytes]) -> None:
    moments = [
        one.findtext(f"{A}published") for one in ET.fromstring(files["floden/allt.xml"]).iter(f"{A}entry")
    ]
    assert moments[1] == "2026-02-12T00:00:00+01:00"
    assert moments[3] == "2025-06-12T00:00:00+02:00"


def test_a_corrected_follow_up_is_updated_the_day_it_was_corrected(files: dict[str, bytes]) -> None:
    entry = list(ET.fromstring(files["floden/allt.xml"]).iter(f"{A}entry"))[1]
    assert entry.findtext(f"{A}updated") == "2026-03-01T00:00:00+01:00"


def test_an_example_says_so_in_its_title() -> None:
    """Rule 16."""
    made = written(kommun={"exempel": "Påhittad by."})
    assert all(
        (ET.fromstring(content).findtext(f"{A}title") or "").endswith("(exempel)")
        for content in made.values()
    )


def test_a_site_without_an_address_has_permanent_ids_all_the_same() -> None:
    feed = ET.fromstring(written("")["floden/allt.xml"])
    ids = [one.text or "" for one in feed.iter(f"{A}id")]
    assert all(id.startswith("urn:uuid:") for id in ids)
    assert len(set(ids)) == 5
    assert list(feed.iter(f"{A}link")) == []
    assert "href" not in content(written(""), "floden/allt.xml")
