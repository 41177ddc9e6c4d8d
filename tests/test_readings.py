"""Figures as they may be shown: small counts hidden, and what may be compared with what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftet.facts.readings import latest_reading, main_series, readings, why_not_comparable
from loftet.model.knowledge import Indicator
from loftet.model.place import Municipality
from loftet.model.register import Register

BYN = Register(
    Municipality.model_validate({"id": "kommun", "namn": "Byn", "inställningar": {"minsta_antal": "5"}})
)
Row = dict[str, object]


def indicator(*rows: Row, unit: str | None = "antal", **more: object) -> Indicator:
    stated = {"id": "i", "namn": "Anmälda brott", "enhet": unit, "värden": list(rows), **more}
    return Indicator.model_validate({name: value for name, value in stated.items() if value is not None})


@given(st.integers(0, 30))
def test_a_count_below_the_smallest_is_never_told_and_never_zero(count: int) -> None:
    told = readings(BYN, indicator({"period": "2025", "värde": str(count), "värde_i_ord": f"just {count}"}))[
        0
    ]
    if count < 5:
        assert (told.words, told.number, told.missing) == ("färre än 5", None, "färre än 5")
    else:
        assert told.number == count


@pytest.mark.parametrize("unit", ["procent", "per 100 000 invånare", "km/h", "minuter", "antal per 1 000"])
def test_a_share_a_rate_or_a_measure_is_no_count(unit: str) -> None:
    assert readings(BYN, indicator({"period": "2025", "värde": "3"}, unit=unit))[0].number == 3


@pytest.mark.parametrize("unit", ["antal", "Antal brott", "anmälda brott", "personer", "bränder"])
def test_what_is_counted_is_a_count_whatever_it_is_called(unit: str) -> None:
    assert readings(BYN, indicator({"period": "2025", "värde": "3"}, unit=unit))[0].number is None


@pytest.mark.parametrize("note", ["3 av dem i centrum", "Det var tre.", "Tre"])
def test_a_note_that_tells_a_hidden_number_is_hidden_too(note: str) -> None:
    rows: list[Row] = [{"period": "2025", "värde": value, "anmärkning": note} for value in ("3", "30")]
    assert [one.note for one in readings(BYN, indicator(*rows))] == [None, note]


def test_a_missing_figure_says_why_and_is_never_zero() -> None:
    told = readings(BYN, indicator({"period": "2024", "visas_inte": "ej mätt"}, {"period": "2025"}))
    assert [(one.words, one.number) for one in told] == [("ej mätt", None), ("uppgift saknas", None)]


def test_words_without_a_number_are_shown_as_they_are() -> None:
    told = readings(BYN, indicator({"period": "2025", "värde_i_ord": "stadigt sjunkande"}, unit=None))[0]
    assert (told.words, told.missing) == ("stadigt sjunkande", "")


def test_the_own_series_holds_one_area_and_everybody() -> None:
    rows: list[Row] = [
        {"period": "2025", "värde": "30", "område": "riket"},
        {"period": "2025", "värde": "20", "grupp": "flickor"},
        {"period": "2025", "värde": "10"},
        {"period": "2024", "värde": "9"},
    ]
    one = indicator(*rows, område="byn")
    assert [told.number for told in main_series(one, readings(BYN, one))] == [9, 10]


def test_several_areas_and_none_its_own_are_no_series() -> None:
    rows: list[Row] = [
        {"period": "2024", "värde": "30", "område": "lundby"},
        {"period": "2025", "värde": "20", "område": "hyllie"},
    ]
    one = indicator(*rows)
    assert main_series(one, readings(BYN, one)) == []


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ({"period": "2021"}, {"period": "2022"}, "ny enkät"),
        ({"period": "2022"}, {"period": "2024"}, ""),
        (
            {"period": "2024"},
            {"period": {"från": "2025-01-01", "till": "2025-09-30"}},
            "perioderna är olika långa",
        ),
        (
            {"period": "2024", "urval": "självvalda"},
            {"period": "2025", "urval": "slumpmässigt"},
            "de som svarade",
        ),
    ],
)
def test_figures_are_compared_only_where_they_measure_alike(before: Row, after: Row, why: str) -> None:
    one = indicator(
        {**before, "värde": "66"},
        {**after, "värde": "71"},
        unit="procent",
        serien_bryts=[{"före": "2022", "varför": "ny enkät"}],
    )
    first, second = readings(BYN, one)
    told = why_not_comparable(one, first, second)
    assert told.startswith(why) if why else told == ""


def test_what_was_known_on_a_day_is_only_what_had_been_fetched() -> None:
    one = indicator(
        {"period": "2022", "värde": "66", "hämtad": "2023-02-01"},
        {"period": "2024", "värde": "71", "hämtad": "2025-02-03"},
        {"period": "2025", "värde": "99"},
        unit="procent",
    )
    known = latest_reading(BYN, one, fetched_by=date(2025, 2, 2))
    assert known is not None
    assert known.number == Decimal(66)
    assert latest_reading(BYN, one, fetched_by=date(2022, 1, 1)) is None
