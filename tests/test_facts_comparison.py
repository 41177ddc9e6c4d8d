"""Rules 4, 5, 8 and 9: a target beside its outcome, a ratio only in the same unit over the same span and area."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.facts.comparison import Comparison, comparisons_of_commitment
from loftet.model.statuses import GoalStatus
from made_registers import TODAY, commitment, known, promise, said, the_commitment, told

CHECKS = {"minst": "30", "enhet": "trafikkontroller", "per": "år"}
YEAR = {"år": "2025"}


def compared(
    goals: object,
    *entries: dict[str, Any],
    told_on: str = "2026-02-10",
    today: date = TODAY,
    own: dict[str, Any] | None = None,
    whole: dict[str, Any] | None = None,
    follow_up: dict[str, Any] | None = None,
    **records: Any,
) -> tuple[Comparison, ...]:
    """Give the comparisons of a commitment with some goals about which one follow-up says some outcomes."""
    outcomes = [said("lofte-1/ljus", **entry) for entry in entries]
    as_of = known(
        today,
        loften=[promise(commitment(mål=goals, **(own or {})), **(whole or {}))],
        uppfoljningar=[told("rad-1", told_on, *outcomes, **(follow_up or {}))],
        **records,
    )
    return comparisons_of_commitment(as_of, *the_commitment(as_of))


def only(*args: Any, **more: Any) -> Comparison:
    found = compared(*args, **more)
    assert len(found) == 1
    return found[0]


# A ratio, with its arithmetic.


def test_the_same_unit_over_the_same_span_gives_a_ratio_with_its_arithmetic() -> None:
    found = only(CHECKS, {"utfall": "22", "avser": YEAR})
    assert (found.status, found.share) == (GoalStatus.NOT_REACHED, 73)
    assert found.sentence == "22 av 30 trafikkontroller 2025 är 73 procent, avrundat nedåt."
    assert (found.target, found.outcome) == ("minst 30 trafikkontroller per år", "22 trafikkontroller")


def test_a_target_that_is_met_is_reached() -> None:
    found = only(CHECKS, {"utfall": "33", "avser": YEAR})
    assert (found.status, found.share) == (GoalStatus.REACHED, 110)
    assert found.sentence == (
        "Utfallet 2025 är 33 trafikkontroller; målet är minst 30 trafikkontroller per år."
    )


@pytest.mark.parametrize(
    ("got", "sentence"),
    [
        ("1", "Utfallet 2025 är 1 trygghetsvandring; målet är minst 1 trygghetsvandring per år."),
        ("0", "0 av 1 trygghetsvandring 2025 är 0 procent."),
        ("3", "Utfallet 2025 är 3 trygghetsvandringar; målet är minst 1 trygghetsvandring per år."),
    ],
)
def test_one_of_a_thing_is_told_as_one(got: str, sentence: str) -> None:
    goal = {"minst": "1", "enhet": "trygghetsvandringar", "per": "år"}
    assert only(goal, {"utfall": got, "avser": YEAR}).sentence == sentence


@settings(max_examples=40)
@given(st.integers(0, 60), st.integers(1, 60))
def test_rule_5_never_a_hundred_per_cent_unless_the_target_is_met(got: int, aim: int) -> None:
    found = only({**CHECKS, "minst": str(aim)}, {"utfall": str(got), "avser": YEAR})
    assert found.share is not None
    assert (found.share >= 100) == (got >= aim) == (found.status is GoalStatus.REACHED)


# What may not be compared, and why.

DIFFERENT = {
    "a target in words": (
        {"text": "fler kontroller"},
        {"utfall": "22", "avser": YEAR},
        "Målet är inte ett tal, så utfallet kan inte räknas mot det.",
    ),
    "an outcome in words": (
        CHECKS,
        {"utfall_i_ord": "drygt 20", "avser": YEAR},
        "Utfallet är inte ett exakt tal, så det kan inte räknas mot målet.",
    ),
    "another unit": (
        CHECKS,
        {"utfall": "22", "enhet": "bötfällda", "avser": YEAR},
        "Målet räknas i trafikkontroller och utfallet i bötfällda, så de kan inte jämföras.",
    ),
    "a target without unit": (
        {"minst": "30", "per": "år"},
        {"utfall": "22", "enhet": "trafikkontroller", "avser": YEAR},
        "Målet säger inte vad som räknas och utfallet i trafikkontroller, så de kan inte jämföras.",
    ),
    "no span of the outcome": (
        CHECKS,
        {"utfall": "22"},
        "Målet gäller per år, men källan säger inte vilken tid utfallet gäller.",
    ),
    "another span": (
        CHECKS,
        {"utfall": "22", "avser": {"från": "2025-01-01", "till": "2025-06-30"}},
        "Målet gäller per år och utfallet 1 januari – 30 juni 2025, så de kan inte jämföras.",
    ),
    "two years for one": (
        CHECKS,
        {"utfall": "62", "avser": {"från": "2024", "till": "2025"}},
        "Målet gäller per år och utfallet 2024 – 2025, så de kan inte jämföras.",
    ),
    "a year for a week": (
        {**CHECKS, "per": "vecka"},
        {"utfall": "62", "avser": YEAR},
        "Målet gäller per vecka och utfallet 2025, så de kan inte jämföras.",
    ),
    "a year for the whole period": (
        {**CHECKS, "per": "period"},
        {"utfall": "62", "avser": YEAR},
        "Målet gäller hela perioden och utfallet 2025, så de kan inte jämföras.",
    ),
    "a year for all the time": (
        {"minst": "30", "enhet": "trafikkontroller"},
        {"utfall": "62", "avser": YEAR},
        "Målet gäller hela tiden och utfallet 2025, så de kan inte jämföras.",
    ),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_rule_5_without_the_same_unit_and_span_both_are_quoted_and_it_is_said_why(name: str) -> None:
    goal, entry, why = DIFFERENT[name]
    found = only(goal, entry, whole={"period": {"från": "2024-07-01", "till": "2026-06-30"}})
    assert (found.status, found.share, found.sentence) == (GoalStatus.NOT_COMPARABLE, None, why)
    assert found.target
    assert found.outcome


SPANS = [
    ("år", {"år": "2025"}),
    ("år", {"från": "2024-03-30", "till": "2025-03-29"}),
    ("halvår", {"från": "2025-07-01", "till": "2025-12-31"}),
    ("tertial", "tertial 2 2025"),
    ("kvartal", "kvartal 3 2025"),
    ("kvartal", "december 2024–februari 2025"),
    ("månad", "oktober 2025"),
    ("vecka", {"från": "2025-10-13", "till": "2025-10-19"}),
    ("period", {"från": "2024-07-01", "till": "2026-01-31"}),
]


@pytest.mark.parametrize(("per", "span"), SPANS)
def test_a_span_of_exactly_that_length_may_be_compared(per: str, span: object) -> None:
    whole = {"period": {"från": "2024-07-01", "till": "2026-01-31"}}
    assert only({**CHECKS, "per": per}, {"utfall": "30", "avser": span}, whole=whole).share == 100


def test_an_outcome_without_a_span_of_its_own_is_for_the_span_of_its_follow_up() -> None:
    assert only(CHECKS, {"utfall": "30"}, follow_up={"avser": YEAR}).share == 100


def test_rule_5_missing_is_never_zero() -> None:
    found = only(CHECKS, {"text": "Polisen har kontrollerat farten."})
    assert (found.status, found.share, found.outcome) == (GoalStatus.NOT_MEASURED, None, "")
    assert found.sentence == "Inget utfall är publicerat ännu."


def test_an_outcome_without_a_target_is_quoted_alone() -> None:
    found = only((), {"utfall": "303", "enhet": "kontroller", "avser": YEAR})
    assert (found.target, found.outcome, found.share) == ("", "303 kontroller", None)


# The time is not over.


def test_an_outcome_before_the_end_of_its_span_is_only_so_far() -> None:
    found = only(CHECKS, {"utfall": "12", "avser": YEAR}, told_on="2025-06-30")
    assert (found.status, found.share) == (GoalStatus.UNDECIDED, None)
    assert (
        found.sentence
        == "Hittills 12 trafikkontroller; målet är minst 30 trafikkontroller per år. 2025 är inte slut."
    )


def test_what_is_reached_before_the_end_is_reached() -> None:
    assert only(CHECKS, {"utfall": "30", "avser": YEAR}, told_on="2025-06-30").status is GoalStatus.REACHED


def test_at_most_is_never_reached_before_the_time_is_over() -> None:
    most = {"högst": "30", "enhet": "cykelstölder", "per": "år"}
    early = only(most, {"utfall": "3", "avser": YEAR}, told_on="2025-06-30")
    late = only(most, {"utfall": "3", "avser": YEAR})
    assert (early.status, late.status) == (GoalStatus.UNDECIDED, GoalStatus.REACHED)


def test_a_target_for_the_whole_time_is_not_missed_before_its_last_day() -> None:
    lamps = {"antal": "7", "enhet": "lampor"}
    before = only(lamps, {"utfall": "5"}, own={"klart_senast": "april 2026"})
    after = only(lamps, {"utfall": "5"}, own={"klart_senast": "hösten 2025"})
    unknown = only(lamps, {"utfall": "5"})
    assert (before.status, before.share) == (GoalStatus.UNDECIDED, 71)
    assert (
        before.sentence
        == "5 av 7 lampor är 71 procent, avrundat nedåt. Sista dagen för målet är 30 april 2026."
    )
    assert after.status is GoalStatus.NOT_REACHED
    assert (unknown.status, unknown.sentence.endswith("Målet har ingen sista dag.")) == (
        GoalStatus.UNDECIDED,
        True,
    )


# Rule 8: direction is explicit.


@pytest.mark.parametrize(
    ("goal", "got", "status"),
    [
        ({"antal": "4"}, "5", GoalStatus.REACHED),
        ({"antal": "4", "riktning": "öka"}, "5", GoalStatus.REACHED),
        ({"antal": "4", "riktning": "minska"}, "5", GoalStatus.NOT_REACHED),
        ({"antal": "4", "riktning": "minska"}, "3", GoalStatus.REACHED),
        ({"antal": "4", "riktning": "oförändrat"}, "3", GoalStatus.NOT_REACHED),
        ({"antal": "4", "riktning": "oförändrat"}, "4", GoalStatus.REACHED),
        ({"antal": "4", "riktning": "oförändrat"}, "5", GoalStatus.NOT_REACHED),
        ({"högst": "4"}, "5", GoalStatus.NOT_REACHED),
        ({"minst": "2", "högst": "4"}, "5", GoalStatus.NOT_REACHED),
        ({"minst": "2", "högst": "4"}, "3", GoalStatus.REACHED),
    ],
)
def test_rule_8_whether_more_is_better_is_as_stated(
    goal: dict[str, str], got: str, status: GoalStatus
) -> None:
    found = only({**goal, "enhet": "möten", "per": "år"}, {"utfall": got, "avser": YEAR})
    assert found.status is status
    if "högst" in goal or goal.get("riktning") in ("minska", "oförändrat"):
        assert found.share is None


# Rule 4: output is not outcome.

SAFE = {"typ": "effekt", "minst": "75", "enhet": "procent", "riktning": "öka"}


def test_rule_4_an_outcome_is_set_beside_the_target_that_counts_in_its_unit() -> None:
    found = compared(
        [CHECKS, SAFE],
        {"utfall": "22", "enhet": "trafikkontroller", "avser": YEAR},
        {"utfall": "71", "enhet": "procent"},
    )
    assert [(one.target, one.outcome) for one in found] == [
        ("minst 30 trafikkontroller per år", "22 trafikkontroller"),
        ("minst 75 procent", "71 procent"),
    ]


def test_rule_4_an_outcome_that_may_be_of_either_target_is_of_none() -> None:
    found = compared([CHECKS, SAFE], {"utfall": "22", "avser": YEAR})
    assert [one.share for one in found] == [None, None]
    assert {one.sentence for one in found} == {
        "Det finns flera mål, och uppföljningen säger inte vilket av dem utfallet gäller."
    }
    assert {one.outcome for one in found} == {"22"}


# Rule 9: each figure with its own area and period.


def by_indicator(goal: dict[str, Any], *values: dict[str, Any], **more: Any) -> Comparison:
    indicator = {
        "id": "trygg",
        "namn": "Trygghet",
        "enhet": "procent",
        "område": "kommunen",
        "värden": list(values),
    }
    areas = [{"id": "kommunen", "namn": "Kommunen"}, {"id": "polisen", "namn": "Polisområdet"}]
    indikatorer, omraden = [{**indicator, **more.pop("indikator", {})}], areas
    return only({**SAFE, "indikator": "trygg", **goal}, indikatorer=indikatorer, omraden=omraden, **more)


def test_a_target_with_an_indicator_is_set_beside_its_latest_figure() -> None:
    found = by_indicator(
        {"senast": "2024"}, {"period": "2022", "värde": "66"}, {"period": "2024", "värde": "71"}
    )
    assert (found.status, found.share, found.outcome) == (GoalStatus.NOT_REACHED, None, "71 procent (2024)")
    assert found.sentence == "Den senaste siffran är 71 procent (2024); målet är minst 75 procent."


def test_a_figure_from_before_the_target_is_due_decides_nothing() -> None:
    found = by_indicator({"senast": "2026"}, {"period": "2024", "värde": "80"})
    assert found.status is GoalStatus.UNDECIDED
    assert found.sentence.endswith("Sista dagen för målet är 31 december 2026.")


def test_a_figure_from_within_the_time_when_the_target_is_due_decides() -> None:
    found = by_indicator(
        {"senast": "2026"}, {"period": "hösten 2026", "värde": "80"}, today=date(2027, 1, 10)
    )
    assert found.status is GoalStatus.REACHED


def test_rule_9_a_figure_of_another_area_is_not_compared() -> None:
    found = by_indicator({"senast": "2024", "område": "polisen"}, {"period": "2024", "värde": "80"})
    assert found.status is GoalStatus.NOT_COMPARABLE
    assert found.sentence == "Målet gäller Polisområdet och siffran Kommunen, så de kan inte jämföras."


def test_rule_9_a_figure_in_another_unit_is_not_compared() -> None:
    found = by_indicator(
        {"senast": "2024"}, {"period": "2024", "värde": "80"}, indikator={"enhet": "per 100 000"}
    )
    assert found.sentence == "Målet räknas i procent och siffran i per 100 000, så de kan inte jämföras."


def test_rule_5_a_figure_that_is_missing_is_not_zero() -> None:
    found = by_indicator({"senast": "2024"}, {"period": "2024", "visas_inte": "ej mätt"})
    assert (found.status, found.outcome) == (GoalStatus.NOT_MEASURED, "")


def test_rule_9_a_small_count_that_is_hidden_is_not_compared() -> None:
    found = by_indicator(
        {"senast": "2024", "enhet": "brott", "högst": "9", "minst": "0"},
        {"period": "2024", "värde": "3"},
        indikator={"enhet": "brott"},
    )
    assert (found.status, found.outcome) == (GoalStatus.NOT_COMPARABLE, "färre än 5 (2024)")
    assert found.sentence == "Talet visas inte: färre än 5."


def test_rule_8_an_effect_without_a_direction_is_not_judged() -> None:
    goal = {"minst": None, "antal": "75", "riktning": None, "senast": "2024"}
    found = by_indicator(goal, {"period": "2024", "värde": "80"})
    assert found.sentence == "Målet säger inte om talet ska öka eller minska."
    directed = by_indicator(goal, {"period": "2024", "värde": "80"}, indikator={"riktning": "minska"})
    assert directed.status is GoalStatus.NOT_REACHED
