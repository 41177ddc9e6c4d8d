"""Laws of how several outcomes of one target stand on a page."""

from __future__ import annotations

from typing import Any

from loftet.facts.comparison import comparisons_of_measure
from loftet.pages.told_comparisons import Told, told_comparisons
from made_registers import known, measure, promise, said, the_measure, told

FIRST = told("rad-1", "2025-02-10", said("lampor", "löpande", utfall_i_ord="8 av 9 borttagna"))
NEWEST = told(
    "rad-2", "2026-02-10", said("lampor", "löpande", utfall_i_ord="10 av 11 borttagna", avser="2025")
)


def drawn(*follow_ups: dict[str, Any]) -> list[Told]:
    made = known(atgarder=[measure()], uppfoljningar=follow_ups)
    return told_comparisons(comparisons_of_measure(made, the_measure(made)))


def test_outcomes_without_a_target_are_one_list_that_says_when_each_is_of() -> None:
    (only,) = drawn(FIRST, NEWEST)
    assert only.bar["outcome_label"] == "Utfall, 2025"
    assert only.bar["outcome_words"] == "10 av 11 borttagna"
    assert only.earlier == [("10 februari 2025", "8 av 9 borttagna")]


def test_a_single_outcome_says_no_more_than_it_is() -> None:
    (only,) = drawn(FIRST)
    assert only.earlier == []
    assert "outcome_label" not in only.bar


def test_outcomes_that_are_each_of_too_short_a_time_are_one_list_with_one_reason() -> None:
    goal = {"minst": "208", "enhet": "kvällar", "per": "period"}
    short = [
        told(
            f"rad-{n}", f"2025-0{n}-20", said("lampor", "pågår", utfall=f"2{n}", enhet="kvällar", avser=when)
        )
        for n, when in ((3, "januari 2025"), (4, "februari 2025"), (5, "mars 2025"))
    ]
    made = known(
        loften=[promise(period={"från": "2024-01-01", "till": "2026-12-31"})],
        atgarder=[measure(mål=[goal], löfte="lofte-1")],
        uppfoljningar=short,
    )
    (only,) = told_comparisons(comparisons_of_measure(made, the_measure(made)))
    assert str(only.bar["why_not"]).count("utfallet") == 1
    assert [when for when, _ in only.earlier] == ["februari 2025", "januari 2025"]


def yearly(goal: dict[str, str], *outcomes: dict[str, str]) -> list[Told]:
    made = known(
        atgarder=[measure(mål=[goal])],
        uppfoljningar=[
            told(f"rad-{n}", f"202{n}-02-10", said("lampor", "pågår", **one))
            for n, one in enumerate(outcomes, start=5)
        ],
    )
    return told_comparisons(comparisons_of_measure(made, the_measure(made)))


def test_outcomes_that_are_counted_in_different_units_are_kept_apart_by_different_things() -> None:
    goal = {"minst": "30", "enhet": "kontroller", "per": "år"}
    hours, days = {"utfall": "9", "enhet": "timmar"}, {"utfall": "9", "enhet": "dagar"}
    assert [len(one.earlier) for one in yearly(goal, hours, hours)] == [1]
    assert [len(one.earlier) for one in yearly(goal, hours, days)] == [0, 0]


def test_the_same_outcome_twice_is_set_beside_its_target_twice() -> None:
    goal = {"högst": "5", "enhet": "klagomål", "per": "år"}
    twice = yearly(goal, {"utfall": "3", "avser": "2024"}, {"utfall": "3", "avser": "2025"})
    assert [one.bar["comparison"] for one in twice] == [
        "Utfallet 2025 är 3 klagomål; målet är högst 5 klagomål per år.",
        "Utfallet 2024 är 3 klagomål; målet är högst 5 klagomål per år.",
    ]
