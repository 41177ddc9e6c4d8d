"""The decision table's row for a stop of a walk: what became of it, and since when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.facts.progress import progress_of_stops
from loftet.facts.stops import StopStanding, joint_answers, stop_standing
from loftet.model.dates import exact_day, fuzzy_date
from loftet.model.statuses import MeasureStatus, StopStatus
from made_registers import TODAY, known, measure, said, stop, the_stop, told, walk

FROM_STOP = [{"vandring": "vandring-1", "stopp": "1"}]


def standing(
    *words: str | None, today: date = TODAY, walked: dict[str, Any] | None = None, **own: Any
) -> StopStanding:
    """Give the standing of a stop with a measure for each word that a follow-up has said (None: nothing yet)."""
    ids = [f"atgard-{number}" for number in range(len(words))]
    as_of = known(
        today,
        vandringar=[walk(stop(**own), **(walked or {}))],
        atgarder=[measure(id, kommer_ur=FROM_STOP, klart_senast="hösten 2025") for id in ids],
        uppfoljningar=[
            told(
                "rad-1", "2025-10-20", *(said(id, word) for id, word in zip(ids, words, strict=True) if word)
            )
        ],
    )
    return stop_standing(as_of, *the_stop(as_of))


BY_MEASURES = [
    (("genomförd",), StopStatus.MENDED),
    (("genomförd", "genomförd"), StopStatus.MENDED),
    (("genomförd", "pågår"), StopStatus.ONGOING),
    (("genomförd", None), StopStatus.ONGOING),
    (("genomförd", "planerad"), StopStatus.ONGOING),
    (("pågår",), StopStatus.ONGOING),
    (("delvis genomförd",), StopStatus.ONGOING),
    (("på försök",), StopStatus.ONGOING),
    (("löpande",), StopStatus.ONGOING),
    (("pausad",), StopStatus.ONGOING),
    (("planerad",), StopStatus.PLANNED),
    ((None,), StopStatus.PLANNED),
    (("går inte att följa upp",), StopStatus.PLANNED),
    (("planerad", "genomförs inte"), StopStatus.PLANNED),
    (("genomförs inte",), StopStatus.ANSWERED),
    (("överlämnad",), StopStatus.ANSWERED),
    (("flyttad",), StopStatus.ANSWERED),
    (("genomförd", "genomförs inte"), StopStatus.PARTLY),
    (("genomförd", "överlämnad"), StopStatus.PARTLY),
    (("genomförd", "flyttad", "genomförd"), StopStatus.PARTLY),
    (("genomförd", "överlämnad", "pågår"), StopStatus.ONGOING),
    (("genomförs inte", "överlämnad"), StopStatus.ANSWERED),
]


@pytest.mark.parametrize(("words", "status"), BY_MEASURES)
def test_a_stop_is_shown_by_all_its_measures_together(
    words: tuple[str | None, ...], status: StopStatus
) -> None:
    assert standing(*words).status is status


@settings(max_examples=50)
@given(
    st.lists(
        st.sampled_from(
            [None, *(one.value for one in MeasureStatus if "ej" not in one and "förs" not in one)]
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_stop_is_mended_only_when_every_measure_of_it_is_done(words: list[str | None]) -> None:
    assert (standing(*words).status is StopStatus.MENDED) == (set(words) == {"genomförd"})


def test_late_work_is_shown_as_what_it_is_and_since_when_something_was_said() -> None:
    late = standing("pågår", today=date(2026, 3, 10))
    assert (late.status, late.since) == (StopStatus.ONGOING, exact_day(date(2025, 10, 20)))


def test_a_stop_mended_before_the_walk_ended_is_mended_since_that_day() -> None:
    mended = standing(åtgärdat_i_ord="Vaktmästaren bytte lampan under vandringen.")
    assert (mended.status, mended.since) == (StopStatus.MENDED, exact_day(date(2025, 10, 14)))


def test_an_answer_without_a_measure_is_an_answer_with_its_day() -> None:
    answered = standing(svar="Ägaren har fått synpunkten.", skäl="annan ägare", svar_datum="2025-11-03")
    assert (answered.status, answered.since) == (StopStatus.ANSWERED, exact_day(date(2025, 11, 3)))


def test_work_that_went_to_another_leaves_the_answer_with_the_day_it_was_given() -> None:
    answered = standing("överlämnad", svar="Ägaren har fått synpunkten.", svar_datum="2025-10-17")
    assert (answered.status, answered.since) == (StopStatus.ANSWERED, exact_day(date(2025, 10, 17)))


def test_a_measure_goes_before_an_answer() -> None:
    assert standing("pågår", svar="Vi tittar på det.").status is StopStatus.ONGOING


def test_a_stop_with_nothing_waits_since_the_walk() -> None:
    waiting = standing(slag="brist")
    assert (waiting.status, waiting.since) == (StopStatus.WAITING, exact_day(date(2025, 10, 14)))


def test_a_stop_that_only_gives_a_reason_still_waits_for_its_answer() -> None:
    assert standing(skäl="väntar på beslut").status is StopStatus.WAITING


def test_a_stop_of_a_walk_known_by_its_month_waits_since_that_month() -> None:
    assert standing(walked={"datum": "oktober 2025"}).since == fuzzy_date("oktober 2025")


def test_a_place_that_works_well_asks_for_nothing() -> None:
    assert standing(slag="positivt").status is StopStatus.POSITIVE


ANSWER = {"text": "Alla lampor byts under hösten.", "kategori": "belysning", "datum": "2025-12-01"}


def test_an_answer_to_a_category_is_an_answer_to_each_fault_in_it() -> None:
    walked: dict[str, Any] = {"samlade_svar": [ANSWER]}
    dark = standing(kategorier=["Belysning"], walked=walked)
    assert (dark.status, dark.since) == (StopStatus.ANSWERED, exact_day(date(2025, 12, 1)))
    assert standing(kategorier=["trafik"], walked=walked).status is StopStatus.WAITING


def test_an_answer_to_a_category_does_not_turn_what_works_well_into_a_fault() -> None:
    bright = standing(kategorier=["belysning"], slag="positivt", walked={"samlade_svar": [ANSWER]})
    assert bright.status is StopStatus.POSITIVE


def test_an_answer_that_names_stops_is_for_those_alone() -> None:
    named = {**ANSWER, "stopp": ["2"]}
    as_of = known(vandringar=[walk(stop("1", kategorier="belysning"), stop("2"), samlade_svar=[named])])
    assert [bool(joint_answers(*the_stop(as_of, number))) for number in ("1", "2")] == [False, True]


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["brist", "positivt", "förslag", None]), max_size=8))
def test_every_stop_is_counted_once(kinds: list[str | None]) -> None:
    stops = [stop(str(number), **({"slag": kind} if kind else {})) for number, kind in enumerate(kinds)]
    as_of = known(vandringar=[walk(*stops)])
    counted = progress_of_stops(as_of, as_of.public.walks["vandring-1"])
    assert counted.total == sum(one.count for one in counted.segments) == len(kinds)
