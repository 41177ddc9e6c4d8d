"""Laws of Exempelby: the made-up municipality shows everything that Löftet can show, each at an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

import small_town
from loftet.facts import AsOf
from loftet.facts.lifecycle import life_stage
from loftet.facts.silence import silence
from loftet.loading import load
from loftet.model.register import Register
from loftet.model.statuses import Lifecycle
from loftet.model.words.organisation import MeetingPhase
from loftet.model.words.promises import LifecycleEvent
from loftet.model.words.walks import WalkPhase
from loftet.pages.site import Page, plain_text
from loftet.publishing.history import draw
from loftet.publishing.kept import beside
from loftet.publishing.verifying import verified

ROOT = Path(__file__).parents[1]
DATA = ROOT / "site_data"


@cache
def today() -> date:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    own = next(one["loftet"] for one in settings["plugins"] if isinstance(one, dict) and "loftet" in one)
    return date.fromisoformat(str(own["idag"]))


@cache
def register() -> Register:
    known, problems = load(DATA)
    assert not problems
    return known


@cache
def pages() -> Mapping[str, Page]:
    drawn = draw(small_town.site(DATA, today()), small_town.history(DATA))
    return {page.address: page for page in drawn.pages}


def says(address: str, *words: str) -> None:
    text = plain_text(pages()[address].body)
    assert [one for one in words if one not in text] == []


def test_ten_indicators_and_more_have_breaks_and_hidden_values() -> None:
    """Series that cannot be compared throughout, and figures that may not be shown, are both there to be seen."""
    series = register().indicators
    assert len(series) >= 10
    broken = [one for one in series.values() if one.breaks]
    hidden = {value.missing for one in series.values() for value in one.values if value.missing}
    assert len(broken) >= 2
    assert len(hidden) >= 3
    for one in broken:
        says(f"indikatorer/{one.id}/", "kan inte jämföras med dem från")


def test_a_number_that_an_indicator_hides_is_told_in_no_picture_of_the_situation() -> None:
    """The fires of the year are fewer than the municipality's smallest count."""
    grounds = [one.source for known in register().situation_reports.values() for one in known.conclusions]
    assert [one for one in grounds if one and re.search(r"\b(en|ett|två|tre|fyra|[1-4]) bränder", one)] == []


def test_a_promise_was_extended() -> None:
    """The new last day stands with its decision and its reason."""
    (extended,) = [
        one
        for one in register().promises.values()
        if any(event.kind is LifecycleEvent.EXTENDED for event in one.events)
    ]
    says(f"loften/{extended.id}/", "Förlängt", "Beslut: Kommunstyrelsen")


def test_a_promise_was_replaced() -> None:
    """Old and new lead to each other."""
    as_of = AsOf(register(), today())
    replaced = [one for one in register().promises.values() if one.replaces]
    assert [life_stage(as_of, register().promises[one.replaces or ""]).stage for one in replaced] == [
        Lifecycle.REPLACED
    ]
    for one in replaced:
        says(f"loften/{one.id}/", "Ersätter")
        says(f"loften/{one.replaces}/", "Ersatt")


def test_something_published_was_corrected() -> None:
    """What stood and what should have stood are both readable, on the page of corrections and where it was wrong."""
    (correction, *_) = register().corrections.values()
    says("rattelser/", correction.before, correction.after, "Fyra av kontrollerna gjordes i en grannkommun")
    assert correction.after in plain_text(pages()[f"uppfoljningar/{correction.of.rpartition('/')[2]}/"].body)


def test_an_address_moved_and_another_was_removed() -> None:
    """The old address of a promise leads on, and a removed walk says what it was and whom to ask."""
    files = {name for page in pages().values() for name in page.files}
    assert "loften/ungdomslofte/index.html" in files
    says("vandringar/vandring-7/", "Borttagen sida", "registrator@exempelby.example", "3 februari 2025")


def test_a_walk_was_cancelled_and_another_moved() -> None:
    """Each says why, and nobody reads of it as of a walk without faults."""
    phases = {one.phase: one for one in register().walks.values()}
    cancelled = phases[WalkPhase.CANCELLED]
    assert cancelled.phase_reason
    says(f"vandringar/{cancelled.id}/", "Vandringen ställdes in", "Det var blixthalka")
    moved = phases[WalkPhase.MOVED]
    assert moved.moved_to
    says(f"vandringar/{moved.id}/", "Vandringen flyttades", "Den här kom i stället")


def test_a_meeting_was_cancelled() -> None:
    """The meeting stands among the others with its reason."""
    (cancelled,) = [one for one in register().meetings.values() if one.phase is MeetingPhase.CANCELLED]
    says(f"moten/{cancelled.id}/", "Mötet ställdes in", "Skede inställt")


def test_a_promised_follow_up_is_missing() -> None:
    """The start page and the promise say since when."""
    as_of = AsOf(register(), today())
    missed = [one for one in register().promises.values() if silence(as_of, one).missing]
    assert missed
    for one in missed:
        says(f"loften/{one.id}/", "Uppföljning saknas sedan")
    says("", "saknas sedan")


@pytest.mark.parametrize(
    "kind",
    [
        "documents",
        "bodies",
        "meetings",
        "decisions",
        "situation_reports",
        "causes",
        "dialogues",
        "walks",
        "promises",
        "measures",
        "follow_ups",
        "corrections",
        "annual_reports",
        "glossary",
        "focus_areas",
    ],
)
def test_every_kind_of_record_is_there(kind: str) -> None:
    """Whoever tries Löftet sees each kind filled in."""
    assert getattr(register(), kind)


def test_each_follow_up_stands_as_it_was_published() -> None:
    """`publicerat/` was made by nine publications; the chain of manifests verifies and holds every follow-up."""
    kept = beside(DATA)
    assert list(verified(kept)) == []
    published = {one.id for one in AsOf(register(), today()).follow_ups}
    assert published == {one.name for one in kept.path("utgavor").iterdir()}
