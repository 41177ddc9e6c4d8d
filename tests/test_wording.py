"""Laws of the Swedish words: one way to write each thing, the same for the same values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftet.wording import (
    Adjective,
    Noun,
    and_list,
    count,
    date_text,
    did_you_mean,
    first_upper,
    fold,
    genitive,
    month_text,
    nearest,
    number,
    or_list,
    percent,
    percent_in_words,
    span_text,
    weekday_date_text,
)

PROMISE = Noun("löfte", "löftet", "löften", "löftena", neuter=True)
MEASURE = Noun("åtgärd", "åtgärden", "åtgärder", "åtgärderna", neuter=False)
LATE = Adjective("försenad", "försenat", "försenade")


def test_a_day_is_written_with_the_month_in_words() -> None:
    assert date_text(date(2026, 3, 12)) == "12 mars 2026"
    assert weekday_date_text(date(2026, 3, 12)) == "torsdag 12 mars 2026"
    assert month_text(date(2025, 12, 1)) == "december 2025"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2026, 3, 1), date(2026, 3, 1), "1 mars 2026"),
        (date(2026, 3, 1), date(2026, 3, 5), "1–5 mars 2026"),
        (date(2026, 3, 30), date(2026, 4, 2), "30 mars – 2 april 2026"),
        (date(2025, 3, 30), date(2027, 3, 29), "30 mars 2025 – 29 mars 2027"),
        (date(2025, 3, 1), date(2026, 3, 1), "1 mars 2025 – 1 mars 2026"),
    ],
)
def test_a_span_says_neither_month_nor_year_twice(first: date, last: date, text: str) -> None:
    assert span_text(first, last) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1\u00a0000"),
        (Decimal("7250.5"), "7\u00a0250,5"),
        (1234567, "1\u00a0234\u00a0567"),
        (-3, "\u22123"),
        (Decimal("-0.0"), "0,0"),
        (Decimal("7.50"), "7,50"),
        (Decimal("1E+3"), "1\u00a0000"),
        (Decimal("0.00000001"), "0,00000001"),
    ],
)
def test_a_figure_has_thin_spaces_a_comma_and_a_true_minus(value: Decimal | int, text: str) -> None:
    assert number(value) == text


def test_a_half_is_rounded_away_from_zero() -> None:
    assert number(Decimal("2.5"), 0) == "3"
    assert number(Decimal("-2.5"), 0) == "\u22123"
    assert number(7, 1) == "7,0"


def test_a_rounded_nothing_has_no_minus() -> None:
    assert number(Decimal("-0.4"), 0) == "0"


def test_what_is_not_finite_is_no_figure() -> None:
    with pytest.raises(ValueError, match="not a finite number: NaN"):
        number(Decimal("NaN"))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_a_figure_can_be_read_back(value: Decimal) -> None:
    back = number(value).replace("\u00a0", "").replace(",", ".").replace("\u2212", "-")
    assert Decimal(back) == value


def test_a_share_is_never_parted_from_its_sign() -> None:
    assert percent(66) == "66\u00a0%"
    assert percent(Decimal("66.67"), 1) == "66,7\u00a0%"
    assert percent_in_words(66) == "66 procent"


def test_one_is_singular_and_all_else_plural_in_digits() -> None:
    assert [count(n, "åtgärd", "åtgärder") for n in (0, 1, 2, 1200)] == [
        "0 åtgärder",
        "1 åtgärd",
        "2 åtgärder",
        "1\u00a0200 åtgärder",
    ]


def test_a_list_has_och_or_eller_before_the_last() -> None:
    assert [and_list("abc"[:n]) for n in range(4)] == ["", "a", "a och b", "a, b och c"]
    assert or_list(["a", "b", "c"]) == "a, b eller c"


def test_only_the_first_letter_is_raised() -> None:
    assert first_upper("åtgärder i BRÅ") == "Åtgärder i BRÅ"
    assert first_upper("") == ""


def test_a_name_that_ends_in_s_x_or_z_has_no_s_more() -> None:
    assert [genitive(name) for name in ("Nässjö", "Borås", "Växjö kommun", "SJ:s Lex")] == [
        "Nässjös",
        "Borås",
        "Växjö kommuns",
        "SJ:s Lex",
    ]


def test_an_adjective_agrees_with_gender_and_number() -> None:
    assert [PROMISE.counted(n, LATE) for n in (0, 1, 2)] == [
        "0 försenade löften",
        "1 försenat löfte",
        "2 försenade löften",
    ]
    assert MEASURE.counted(1, LATE) == "1 försenad åtgärd"
    assert PROMISE.agreeing(Adjective.unchanged("pågående")) == "pågående"


def test_a_noun_knows_its_article_and_forms() -> None:
    assert (PROMISE.article, MEASURE.article) == ("ett", "en")
    assert (MEASURE.form(1), MEASURE.form(2), MEASURE.counted(3)) == ("åtgärd", "åtgärder", "3 åtgärder")


@pytest.mark.parametrize(
    ("word", "candidate"),
    [
        ("polis", "polisen"),
        ("fran", "från"),
        ("Från", "från"),
        ("period i ord", "period_i_ord"),
        ("lofte7", "lofte-7"),
        ("raddningstjänsten", "raddningstjansten"),
        ("titlel", "titel"),
    ],
)
def test_the_nearest_name_forgives_dots_case_and_joints(word: str, candidate: str) -> None:
    others = ["kommunen", "indikatorer", "vandring-12"]
    assert nearest(word, [*others, candidate]) == candidate


def test_what_is_like_nothing_has_no_nearest() -> None:
    assert nearest("xyz", ["polisen", "kommunen"]) is None
    assert nearest("polisen", []) is None


def test_among_equals_the_first_is_meant() -> None:
    assert nearest("ATGARD", ["åtgärd", "atgard"]) == "åtgärd"


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_a_mend_names_the_nearest_else_lists_a_few_else_is_silent() -> None:
    assert did_you_mean("polis", ["polisen", "kommunen"]) == "Menar du ”polisen”?"
    assert did_you_mean("xyz", ["ja", "nej", "delvis"]) == "Skriv ”ja”, ”nej” eller ”delvis”."
    assert did_you_mean("xyz", [f"åtgärd-{n}" for n in range(13)]) == ""
    assert did_you_mean("xyz", []) == ""
