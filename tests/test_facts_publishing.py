"""Rules 1 and 14: what the public knows on a day is what was published by then, and nothing of a draft."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.facts.silence import data_as_of
from loftet.facts.status import commitment_standing, measure_standing
from loftet.model.statuses import CommitmentStatus, MeasureStatus
from made_registers import commitment, known, measure, promise, said, the_commitment, the_measure, told, walk

OF_MEASURE = ["planerad", "pågår", "löpande", "på försök", "pausad", "genomförd", "delvis genomförd",
              "genomförs inte", "överlämnad", "flyttad", "går inte att följa upp"]  # fmt: skip
OF_COMMITMENT = ["planerad", "pågår", "löpande", "pausad", "uppfyllt", "delvis uppfyllt", "inte uppfyllt",
                 "går inte att följa upp", "genomförs inte", "flyttat"]  # fmt: skip
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@st.composite
def follow_ups(draw: st.DrawFn) -> list[dict[str, Any]]:
    days = draw(st.lists(DAYS, max_size=6))
    return [
        told(
            f"rad-{number}",
            day.isoformat(),
            said("lampor", draw(st.sampled_from([None, *OF_MEASURE]))),
            said("lofte-1/ljus", draw(st.sampled_from([None, *OF_COMMITMENT]))),
        )
        for number, day in enumerate(days)
    ]


def standings(today: date, follow_ups: list[dict[str, Any]]) -> tuple[object, ...]:
    as_of = known(
        today,
        loften=[promise(commitment(klart_senast="hösten 2025"))],
        atgarder=[measure(klart_senast="hösten 2025", åtagande="lofte-1/ljus")],
        uppfoljningar=follow_ups,
    )
    return measure_standing(as_of, the_measure(as_of)), commitment_standing(as_of, *the_commitment(as_of))


@settings(max_examples=25)
@given(follow_ups(), DAYS, st.integers(1, 400), st.sampled_from(OF_MEASURE), st.sampled_from(OF_COMMITMENT))
def test_rule_1_a_follow_up_of_a_day_to_come_changes_nothing(
    earlier: list[dict[str, Any]], today: date, days: int, of_measure: str, of_commitment: str
) -> None:
    later = (today + timedelta(days)).isoformat()
    entries = [said("lampor", of_measure, ny_tidsplan="2030"), said("lofte-1/ljus", of_commitment)]
    future = [told("senare", later, *entries), told("dröjer", "2020-01-01", *entries, publicerad=later)]
    future[1]["id"] = "drojer"
    assert standings(today, [*earlier, *future]) == standings(today, earlier)


@settings(max_examples=25)
@given(follow_ups(), DAYS, DAYS, st.sampled_from(OF_MEASURE), st.sampled_from(OF_COMMITMENT))
def test_rule_14_a_draft_follow_up_changes_nothing(
    earlier: list[dict[str, Any]], today: date, day: date, of_measure: str, of_commitment: str
) -> None:
    entries = [said("lampor", of_measure, ny_tidsplan="2030"), said("lofte-1/ljus", of_commitment)]
    by_phase = told("underlag", day.isoformat(), *entries, skede="utkast")
    by_key = told("hemlig", day.isoformat(), *entries, utkast="ja")
    assert standings(today, [*earlier, by_phase, by_key]) == standings(today, earlier)


@settings(max_examples=25)
@given(follow_ups(), DAYS, st.randoms(use_true_random=False))
def test_rule_1_the_latest_entry_wins_whatever_the_file_order(
    follow_ups: list[dict[str, Any]], today: date, chance: Any
) -> None:
    shuffled = list(follow_ups)
    chance.shuffle(shuffled)
    assert standings(today, shuffled) == standings(today, follow_ups)


@settings(max_examples=25)
@given(follow_ups(), DAYS)
def test_rule_1_what_was_known_earlier_can_be_shown_again(
    follow_ups: list[dict[str, Any]], then: date
) -> None:
    now = known(date(2027, 6, 1), loften=[promise()], atgarder=[measure()], uppfoljningar=follow_ups)
    past = known(then, loften=[promise()], atgarder=[measure()], uppfoljningar=follow_ups)
    assert measure_standing(now.at(then), the_measure(now)) == measure_standing(past, the_measure(past))


def test_rule_1_of_several_periods_in_one_follow_up_the_latest_period_is_said_last() -> None:
    newest_first = told(
        "rad-1",
        "2026-02-10",
        said("lampor", "pågår", avser={"år": "2025"}),
        said("lampor", "pausad", avser={"år": "2024"}),
    )
    as_of = known(atgarder=[measure()], uppfoljningar=[newest_first])
    assert measure_standing(as_of, the_measure(as_of)).status is MeasureStatus.ONGOING


def test_an_account_of_an_older_day_that_is_published_later_does_not_overrule_a_newer_one() -> None:
    newer = told("kommunen", "2025-12-31", said("lampor", "genomförd"), publicerad="2026-02-01")
    older = told("polisen", "2025-06-30", said("lampor", "pågår"), publicerad="2026-03-01")
    as_of = known(atgarder=[measure()], uppfoljningar=[newer, older])
    assert measure_standing(as_of, the_measure(as_of)).status is MeasureStatus.DONE


def test_figures_never_hold_for_a_day_after_they_were_published() -> None:
    early = told("host", "2025", said("lampor", "pågår"), publicerad="2025-11-10")
    later = told("vinter", "2025-12-01", said("lampor", "genomförd"))
    as_of = known(atgarder=[measure()], uppfoljningar=[early, later])
    assert as_of.holds_on(as_of.public.follow_ups["host"]) == date(2025, 11, 10)
    assert measure_standing(as_of, the_measure(as_of)).status is MeasureStatus.DONE
    assert data_as_of(as_of) == date(2025, 12, 1)


MEETINGS = {
    "hållet": date(2026, 2, 12),
    "planerat": date(2026, 2, 12),
    "inställt": date(2026, 2, 10),
}


@pytest.mark.parametrize("phase", MEETINGS)
def test_a_follow_up_is_public_the_day_its_meeting_was_held_and_a_cancelled_one_handled_nothing(
    phase: str,
) -> None:
    as_of = known(
        moten=[{"id": "radet", "datum": "2026-02-12", "skede": phase}],
        uppfoljningar=[told("rad-1", "2026-02-10", möte="radet")],
    )
    assert as_of.published_on(as_of.public.follow_ups["rad-1"]) == MEETINGS[phase]


def test_a_follow_up_of_a_meeting_to_come_is_not_public() -> None:
    as_of = known(
        moten=[{"id": "radet", "datum": "2026-05-21", "skede": "planerat"}],
        atgarder=[measure()],
        uppfoljningar=[told("rad-1", "2026-02-10", said("lampor", "genomförd"), möte="radet")],
    )
    assert as_of.follow_ups == ()
    assert measure_standing(as_of, the_measure(as_of)).status is MeasureStatus.NOT_FOLLOWED_UP


def test_a_follow_up_known_by_its_month_is_public_when_the_month_is_over() -> None:
    month = [told("rad-1", "februari 2026")]
    assert known(date(2026, 2, 27), uppfoljningar=month).follow_ups == ()
    assert len(known(date(2026, 2, 28), uppfoljningar=month).follow_ups) == 1


def test_rule_14_nothing_of_a_draft_promise_measure_or_walk_is_known() -> None:
    as_of = known(
        loften=[promise(commitment(), utkast="ja")],
        atgarder=[measure(utkast="ja"), measure("synlig")],
        vandringar=[walk(utkast="ja")],
        uppfoljningar=[told("rad-1", "2026-02-10", said("lampor", "genomförd"), said("synlig", "pågår"))],
    )
    assert not as_of.public.promises
    assert list(as_of.public.measures) == ["synlig"]
    assert not as_of.public.walks
    assert as_of.public.commitment("lofte-1/ljus") is None


def test_rule_14_a_draft_successor_replaces_nothing() -> None:
    as_of = known(
        loften=[promise(), promise(id="lofte-2", ersätter="lofte-1", period={"år": "2026"}, utkast="ja")]
    )
    assert as_of.successors == {}


def test_a_commitment_judged_before_the_future_follow_up_is_told_as_then() -> None:
    as_of = known(
        loften=[promise(commitment())],
        uppfoljningar=[
            told("nu", "2026-02-10", said("lofte-1/ljus", "pågår")),
            told("sedan", "2026-05-18", said("lofte-1/ljus", "uppfyllt")),
        ],
    )
    pair = the_commitment(as_of)
    assert commitment_standing(as_of, *pair).status is CommitmentStatus.ONGOING
    assert commitment_standing(as_of.at(date(2026, 5, 18)), *pair).status is CommitmentStatus.KEPT
