"""What has changed about each thing since the meetings before, newest first; and what a status alone would hide."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.facts import AsOf
from loftet.facts.histories import histories
from loftet.facts.own_words import own_words
from loftet.facts.progress import progress_of_stops
from loftet.facts.standing_words import due_words, later_words, new_time_words
from loftet.facts.status import commitment_standing, measure_standing
from loftet.facts.subjects import Subject
from loftet.model.statuses import CommitmentStatus, MeasureStatus
from loftet.pages import all_pages
from loftet.pages.site import Site
from loftet.pages.walk_words import summary
from made_registers import (
    commitment,
    known,
    measure,
    promise,
    said,
    stop,
    the_commitment,
    the_measure,
    told,
    walk,
)
from small_town import TOWN, site, write

LAMPS = Subject("atgard", "lampor")
KEPT = Subject("atagande", "lofte-1/ljus")


def followed(*entries: tuple[str, list[dict[str, Any]]], due: str = "hösten 2025", **more: Any) -> AsOf:
    """Make a promise with one commitment, a measure of it, and a follow-up for each (day, entries)."""
    follow_ups = [told(f"rad-{day}", day, *said_then) for day, said_then in entries]
    return known(
        loften=[promise(commitment())],
        atgarder=[measure(åtagande="lofte-1/ljus", klart_senast=due)],
        uppfoljningar=follow_ups,
        **more,
    )


def words(as_of: AsOf, about: Subject = LAMPS) -> list[str]:
    return [one.words for one in histories(as_of).get(about, ())]


def test_what_changed_is_told_newest_first_with_the_old_beside_the_new_and_the_reason() -> None:
    moved = said("lampor", "pågår", ny_tidsplan="april 2026", skäl="väntar på leverans")
    as_of = followed(
        ("2025-05-20", [said("lampor", "planerad")]),
        ("2025-11-17", [moved]),
        ("2026-02-10", [said("lampor", "pågår", nytt_mål_i_ord="fem lampor")]),
    )
    assert words(as_of) == [
        "Målet ändrat från inget angivet mål till ”fem lampor”.",
        "Från planerad till pågår; tidsplanen ändrad från hösten 2025 till april 2026. Skäl: väntar på leverans.",
        "Tas upp för första gången: planerad.",
    ]


def test_a_follow_up_that_only_confirms_is_no_change_and_one_that_is_silent_is_told() -> None:
    as_of = followed(
        ("2025-05-20", [said("lampor", "pågår")]),
        ("2025-06-20", [said("lampor", "pågår")]),
        ("2025-07-20", [said("lofte-1/ljus", "pågår")]),
        due="hösten 2026",
    )
    assert words(as_of) == ["Nämns inte", "Tas upp för första gången: pågår."]


def test_what_is_settled_is_not_missed() -> None:
    as_of = followed(
        ("2025-05-20", [said("lampor", "genomförd")]), ("2025-06-20", [said("lofte-1/ljus", "pågår")])
    )
    assert words(as_of) == ["Tas upp för första gången: genomförd."]


def test_a_follow_up_of_another_promise_does_not_miss_this_one() -> None:
    as_of = known(
        loften=[promise(commitment()), promise(commitment(), id="lofte-2")],
        uppfoljningar=[told("u", "2025-05-20", said("lofte-2/ljus", "pågår"), löften=["lofte-2"])],
    )
    assert words(as_of, KEPT) == []


@pytest.mark.parametrize(
    ("second", "told_so"),
    [
        ({"utfall": "14", "avser": {"år": "2025"}}, True),
        ({"utfall": "12", "avser": {"år": "2025"}}, False),
        ({"utfall": "14", "avser": {"år": "2024"}}, False),
        ({"utfall": "14"}, False),
    ],
)
def test_a_figure_is_revised_when_the_same_time_has_another_number(
    second: dict[str, Any], told_so: bool
) -> None:
    first = said("lampor", "pågår", utfall="12", avser={"år": "2025"})
    as_of = followed(("2025-05-20", [first]), ("2025-06-20", [said("lampor", "pågår", **second)]))
    found = [one for one in words(as_of) if "Siffran" in one]
    assert found == (["Siffran för 2025 är ändrad från 12 till 14."] if told_so else [])


def test_a_correction_and_the_calendar_are_told_with_their_days() -> None:
    made = {"id": "r", "rättar": "rad-2025-05-20", "om": "lampor", "datum": "2025-06-01"}
    as_of = followed(
        ("2025-05-20", [said("lampor", "pågår")]),
        rattelser=[{**made, "stod": "fem", "ska_vara": "sju", "varför": "Fel räknat"}],
    )
    turns = histories(as_of)[LAMPS]
    assert [(one.day.isoformat(), one.words) for one in turns] == [
        ("2025-12-01", "Försenad: sista dagen har gått. Ingen uppföljning har sagt något om det än."),
        ("2025-06-01", "Rättat: det stod ”fem”, det ska stå ”sju”. Varför: Fel räknat."),
        ("2025-05-20", "Tas upp för första gången: pågår."),
    ]


# --- What a status alone would hide ------------------------------------------------------------------------


def test_a_later_word_after_a_verdict_is_said_beside_it_with_both_days() -> None:
    """The decision table lets the latest verdict stand; the reader must see that somebody has said more since."""
    as_of = followed(
        ("2025-05-20", [said("lofte-1/ljus", "uppfyllt")]), ("2025-11-17", [said("lofte-1/ljus", "pågår")])
    )
    standing = commitment_standing(as_of, *the_commitment(as_of))
    assert standing.status is CommitmentStatus.KEPT
    assert later_words(standing, own_words(as_of.public.municipality)) == (
        "Bedömningen ”uppfyllt” är från 20 maj 2025. Den 17 november 2025 sade uppföljningen ”pågår”, "
        "utan ny bedömning. Bedömningen står tills en uppföljning ändrar den."
    )


def test_a_verdict_that_nothing_followed_has_nothing_beside_it() -> None:
    as_of = followed(
        ("2025-05-20", [said("lofte-1/ljus", "pågår")]), ("2025-11-17", [said("lofte-1/ljus", "uppfyllt")])
    )
    standing = commitment_standing(as_of, *the_commitment(as_of))
    assert later_words(standing, own_words(as_of.public.municipality)) is None


def test_a_new_time_in_words_stands_beside_the_last_day_that_still_holds() -> None:
    as_of = followed(
        ("2025-11-17", [said("lampor", "pågår", ny_tidsplan_i_ord="senare i år", text="Dröjer")])
    )
    standing = measure_standing(as_of, the_measure(as_of))
    assert standing.status is MeasureStatus.LATE
    assert due_words(standing) == "hösten 2025, ny tid: senare i år"
    assert new_time_words(standing, own_words(as_of.public.municipality)) == (
        "Sista dagen är hösten 2025. Ny tid enligt uppföljningen: ”senare i år”. "
        "Den gamla sista dagen räknas tills en ny dag är sagd."
    )


def test_a_day_said_after_the_words_is_the_time_again() -> None:
    as_of = followed(
        ("2025-11-17", [said("lampor", "pågår", ny_tidsplan_i_ord="senare i år", text="Dröjer")]),
        (
            "2025-11-18",
            [said("lampor", "pågår", ny_tidsplan="maj 2026", ny_tidsplan_i_ord="i vår", text="Dröjer")],
        ),
    )
    standing = measure_standing(as_of, the_measure(as_of))
    assert (standing.new_time, due_words(standing)) == ("", "maj 2026")


KINDS = st.lists(
    st.tuples(
        st.sampled_from(["positivt", "brist", None]), st.sampled_from(["svar", "åtgärdat_i_ord", None])
    ),
    min_size=1,
    max_size=9,
)


@settings(max_examples=50)
@given(KINDS)
def test_the_parts_of_a_walks_sentence_add_up_to_its_stops_the_good_spots_among_them(
    seen: list[tuple[str | None, str | None]],
) -> None:
    """”Av 12 stopp är … och 2 är positiva”: the good spots are of the twelve, and told as such."""
    stops = [
        stop(str(number), **({"slag": kind} if kind else {}), **({key: "Ja."} if key else {}))
        for number, (kind, key) in enumerate(seen, 1)
    ]
    as_of = known(vandringar=[walk(*stops)])
    found = next(iter(as_of.public.walks.values()))
    told_of = progress_of_stops(as_of, found)
    assert sum(one.count for one in told_of.segments) == len(stops)
    sentence = summary(Site(as_of, date(2026, 3, 10)), found).replace(" sedan oktober 2025", "")
    numbers = [int(one) for one in re.findall(r"\d+", sentence)]
    if len(told_of.segments) > 1:
        assert numbers[0] == sum(numbers[1:]) == len(stops)


# --- Pages ------------------------------------------------------------------------------------------------


def page(folder: Path, address: str, files: dict[str, str]) -> str:
    drawn = {one.address: one.body for one in all_pages(site(write(folder, {**TOWN, **files})))}
    return drawn[address].partition('id="andrat"')[2].partition("<h2")[0]


def test_each_page_says_what_changed_and_leads_to_the_meeting_that_said_it(tmp_path: Path) -> None:
    for address in ("atgarder/armaturer/", "loften/ljus/buskar/", "loften/ljus/"):
        told_here = page(tmp_path, address, {})
        assert "Tas upp för första gången" in told_here
        assert re.search(r'href="(\.\./)+uppfoljningar/februari/#', told_here)


def test_each_link_of_a_story_says_which_follow_up_it_leads_to(tmp_path: Path) -> None:
    more = {
        "uppfoljningar/maj.yml": "gäller_per: 2025-05-10\nposter:\n  - {om: armaturer, bedömning: planerad}\n"
    }
    drawn = {one.address: one.body for one in all_pages(site(write(tmp_path, {**TOWN, **more})))}
    story = drawn["atgarder/armaturer/"].partition('id="handelser"')[2].partition("<h2")[0]
    links = dict(re.findall(r'<a href="([^"]+)">([^<]+)</a>', story))
    assert links == {
        "../../uppfoljningar/februari/#armaturer": "Uppföljning 12 februari 2026",
        "../../uppfoljningar/maj/#armaturer": "Uppföljning 10 maj 2025",
    }


def test_a_thing_that_nobody_has_looked_at_says_so_and_never_that_nothing_is_done(tmp_path: Path) -> None:
    silent = "gäller_per: 2024-02-10\nposter:\n  - {om: torg, bedömning: pågår}\n"
    quiet = {"uppfoljningar/februari.yml": silent, "atgarder/torg.yml": "titel: Torg\n"}
    told_here = page(tmp_path, "loften/ljus/buskar/", quiet)
    assert "Inget har ändrats. Ingen uppföljning har sagt något om det här ännu." in told_here


def test_a_thousand_changes_are_folded_and_each_still_leads_to_its_own_place(tmp_path: Path) -> None:
    many = {
        f"uppfoljningar/m{number:03}.yml": f"gäller_per: 2025-{1 + number // 28:02}-{1 + number % 28:02}\nposter:\n"
        f"  - {{om: armaturer, bedömning: {'pågår' if number % 2 else 'planerad'}}}\n"
        for number in range(30)
    }
    told_here = page(tmp_path, "atgarder/armaturer/", many)
    assert told_here.index('<details class="lo-details" id="aldre-andringar">') < told_here.index(
        "m025/#armaturer"
    )
    assert '<a href="aldre-andringar/">Visa alla 27</a>' in told_here
    drawn = {one.address: one.body for one in all_pages(site(write(tmp_path / "whole", {**TOWN, **many})))}
    older = drawn["atgarder/armaturer/aldre-andringar/"] + drawn["atgarder/armaturer/aldre-andringar/sida/2/"]
    assert all(f"uppfoljningar/m{number:03}/#armaturer" in told_here + older for number in range(30))
