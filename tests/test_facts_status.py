"""The decision table's rows for a measure and for a commitment, and rules 1, 2 and 6."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.facts import AsOf
from loftet.facts.status import (
    COMMITMENT_WORDS,
    MEASURE_WORDS,
    Standing,
    commitment_standing,
    deadlines,
    measure_standing,
    recipient,
)
from loftet.model.dates import exact_day, fuzzy_date
from loftet.model.statuses import CommitmentStatus, MeasureStatus
from loftet.model.words.follow_ups import Assessment
from made_registers import (
    TODAY,
    commitment,
    known,
    measure,
    promise,
    said,
    the_commitment,
    the_measure,
    told,
)

WORDS = {
    "planerad": MeasureStatus.PLANNED,
    "pågår": MeasureStatus.ONGOING,
    "löpande": MeasureStatus.CONTINUOUS,
    "på försök": MeasureStatus.ON_TRIAL,
    "pausad": MeasureStatus.PAUSED,
    "genomförd": MeasureStatus.DONE,
    "delvis genomförd": MeasureStatus.PARTLY,
    "genomförs inte": MeasureStatus.NOT_DONE,
    "överlämnad": MeasureStatus.HANDED_OVER,
    "flyttad": MeasureStatus.MOVED,
    "går inte att följa upp": MeasureStatus.UNTRACEABLE,
}
FINAL = ["genomförd", "genomförs inte", "överlämnad", "flyttad", "går inte att följa upp"]
NEVER_LATE = [*FINAL, "löpande", "pausad"]
MAY_BE_LATE = [word for word in WORDS if word not in NEVER_LATE]
LAST_DAYS = {
    "2025-10-14": date(2025, 10, 14),
    "oktober 2025": date(2025, 10, 31),
    "våren 2025": date(2025, 5, 31),
    "sommaren 2025": date(2025, 8, 31),
    "hösten 2025": date(2025, 11, 30),
    "vintern 2024/2025": date(2025, 2, 28),
    "kvartal 3 2025": date(2025, 9, 30),
    "tertial 2 2025": date(2025, 8, 31),
    "första halvåret 2025": date(2025, 6, 30),
    "2025": date(2025, 12, 31),
    "2024/2025": date(2025, 12, 31),
}


def of_measure(*entries: tuple[str, str | None], today: date = TODAY, **own: Any) -> Standing[MeasureStatus]:
    """Give the standing of a measure of which follow-ups have said (day, word)."""
    told_of_it = [
        told(f"rad-{number}", day, said("lampor", word)) for number, (day, word) in enumerate(entries)
    ]
    as_of = known(today, atgarder=[measure(**own)], uppfoljningar=told_of_it)
    return measure_standing(as_of, the_measure(as_of))


def of_commitment(
    *entries: tuple[str, str | None], today: date = TODAY, **own: Any
) -> Standing[CommitmentStatus]:
    told_of_it = [
        told(f"rad-{number}", day, said("lofte-1/ljus", word)) for number, (day, word) in enumerate(entries)
    ]
    as_of = known(today, loften=[promise(commitment(**own))], uppfoljningar=told_of_it)
    return commitment_standing(as_of, *the_commitment(as_of))


# A measure.


@pytest.mark.parametrize("word", WORDS)
def test_a_measure_is_shown_as_the_latest_entry_says(word: str) -> None:
    assert of_measure(("2025-05-01", "planerad"), ("2026-02-10", word)).status is WORDS[word]


@pytest.mark.parametrize("word", FINAL)
def test_a_final_word_stays_when_later_follow_ups_mention_without_judging(word: str) -> None:
    shown = of_measure(("2025-05-01", word), ("2026-02-10", None), klart_senast="2025")
    assert (shown.status, shown.since) == (WORDS[word], exact_day(date(2025, 5, 1)))


@pytest.mark.parametrize("word", FINAL)
def test_a_final_word_yields_when_a_later_entry_says_otherwise(word: str) -> None:
    assert of_measure(("2025-05-01", word), ("2026-02-10", "pågår")).status is MeasureStatus.ONGOING


def test_a_measure_that_no_follow_up_mentions_is_not_followed_up_and_never_not_done() -> None:
    assert of_measure().status is MeasureStatus.NOT_FOLLOWED_UP


def test_a_measure_that_is_mentioned_without_a_word_is_not_assessed() -> None:
    assert of_measure(("2026-02-10", None)).status is MeasureStatus.NOT_ASSESSED


@pytest.mark.parametrize("words", LAST_DAYS)
def test_rule_2_late_from_the_day_after_the_last_day_of_the_stated_precision(words: str) -> None:
    last = LAST_DAYS[words]
    assert of_measure(today=last, klart_senast=words).status is MeasureStatus.NOT_FOLLOWED_UP
    late = of_measure(today=last + timedelta(1), klart_senast=words)
    assert (late.status, late.since, late.under) == (MeasureStatus.LATE, exact_day(last + timedelta(1)), None)


def test_rule_2_autumn_is_late_from_the_first_of_december() -> None:
    assert of_measure(today=date(2025, 12, 1), klart_senast="hösten 2025").since == exact_day(
        date(2025, 12, 1)
    )


@pytest.mark.parametrize("word", MAY_BE_LATE)
def test_late_lies_over_what_was_said_and_keeps_it(word: str) -> None:
    late = of_measure(("2025-10-01", word), klart_senast="hösten 2025")
    assert (late.status, late.under, late.since) == (
        MeasureStatus.LATE,
        WORDS[word],
        exact_day(date(2025, 12, 1)),
    )


@pytest.mark.parametrize("word", NEVER_LATE)
def test_final_continuous_and_paused_work_is_never_late(word: str) -> None:
    assert of_measure(("2025-10-01", word), klart_senast="hösten 2025").status is WORDS[word]


@pytest.mark.parametrize("own", [{"löpande": "ja"}, {"villkor_i_ord": "vid behov"}])
def test_rule_6_continuous_and_conditional_work_is_neither_late_nor_counted(own: dict[str, Any]) -> None:
    for entries in ((), (("2025-10-01", "pågår"),), (("2025-10-01", "genomförd"),)):
        shown = of_measure(*entries, klart_senast="hösten 2025", **own)
        assert shown.status is not MeasureStatus.LATE
        assert not shown.counted


def test_a_deadline_in_vague_words_makes_nothing_late() -> None:
    assert of_measure(klart_senast_i_ord="så snart det går").status is MeasureStatus.NOT_FOLLOWED_UP


def test_what_happened_is_dated_by_the_day_it_happened() -> None:
    as_of = known(
        atgarder=[measure()],
        uppfoljningar=[
            told("rad-1", "2025-11-17", said("lampor", "genomförd", datum="2025-11-05")),
            told("rad-2", "2026-02-10", said("lampor", "genomförd")),
        ],
    )
    assert measure_standing(as_of, the_measure(as_of)).since == exact_day(date(2025, 11, 5))


# Deadlines.


def moved(*new: str, signed: str = "hösten 2025", today: date = TODAY) -> AsOf:
    entries = [
        told(
            f"rad-{number}",
            f"2025-1{number}-01",
            said("lampor", "pågår", ny_tidsplan=words, text="Grävtillstånd"),
        )
        for number, words in enumerate(new)
    ]
    return known(today, atgarder=[measure(klart_senast=signed)], uppfoljningar=entries)


def test_rule_1_a_new_timetable_decides_what_is_late_and_the_signed_one_stands_beside_it() -> None:
    as_of = moved("april 2026")
    shown = measure_standing(as_of, the_measure(as_of))
    assert shown.status is MeasureStatus.ONGOING
    assert shown.deadline is not None
    assert (shown.deadline.when.words, shown.deadline.said is not None) == ("april 2026", True)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["2025", "april 2026", "våren 2026", "2030"]), max_size=3))
def test_rule_1_deadlines_as_signed_stand_for_ever(new: list[str]) -> None:
    as_of = moved(*new)
    measure = the_measure(as_of)
    told_of_it = as_of.said_of_measure(measure)
    stated = deadlines(measure.deadline, told_of_it)
    assert [one.when.words for one in stated] == ["hösten 2025", *new]
    assert stated[0].said is None


def test_a_timetable_that_is_itself_passed_is_late_again() -> None:
    as_of = moved("april 2026", today=date(2026, 5, 1))
    assert measure_standing(as_of, the_measure(as_of)).since == exact_day(date(2026, 5, 1))


# A commitment.

VERDICTS = {
    "uppfyllt": CommitmentStatus.KEPT,
    "delvis uppfyllt": CommitmentStatus.PARTLY,
    "inte uppfyllt": CommitmentStatus.NOT_KEPT,
    "går inte att följa upp": CommitmentStatus.UNTRACEABLE,
}
OTHER_WORDS = {
    "planerat": CommitmentStatus.PLANNED,
    "pågår": CommitmentStatus.ONGOING,
    "löpande": CommitmentStatus.CONTINUOUS,
    "på försök": CommitmentStatus.ON_TRIAL,
    "pausat": CommitmentStatus.PAUSED,
    "genomförs inte": CommitmentStatus.NOT_DONE,
    "flyttat": CommitmentStatus.MOVED,
}


@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("later", [None, *OTHER_WORDS])
def test_the_latest_verdict_about_a_commitment_stands_before_all_else(
    verdict: str, later: str | None
) -> None:
    shown = of_commitment(("2025-05-01", verdict), ("2026-02-10", later), klart_senast="2025")
    assert (shown.status, shown.since) == (VERDICTS[verdict], exact_day(date(2025, 5, 1)))


@pytest.mark.parametrize("word", ["pågår", "delvis uppfyllt"])
def test_a_commitment_stands_so_since_it_was_first_said_without_a_break(word: str) -> None:
    """That a later follow-up says the same is no news."""
    shown = of_commitment(("2025-02-01", "planerat"), ("2025-05-01", word), ("2026-02-10", word))
    assert shown.since == exact_day(date(2025, 5, 1))


@pytest.mark.parametrize("of", [of_measure, of_commitment])
def test_rule_10_what_is_known_to_the_month_holds_since_that_month(of: Callable[..., Standing[Any]]) -> None:
    assert of(("november 2023", "pågår")).since == fuzzy_date("november 2023")


@pytest.mark.parametrize("word", ["överlämnad", "flyttad"])
@pytest.mark.parametrize("to", [{"mottagare": "vagar"}, {"mottagare_i_ord": "Vägverket"}])
def test_who_takes_over_is_named_while_it_is_with_them(word: str, to: dict[str, str]) -> None:
    def with_whom(*later: dict[str, Any]) -> str:
        as_of = known(
            parter=[{"id": "vagar", "namn": "Vägverket"}],
            atgarder=[measure()],
            uppfoljningar=[told("rad-1", "2025-05-01", said("lampor", word, **to)), *later],
        )
        return recipient(as_of.public, measure_standing(as_of, the_measure(as_of)))

    assert with_whom() == "Vägverket"
    assert with_whom(told("rad-2", "2026-02-10", said("lampor", "pågår"))) == ""


def test_a_commitment_goes_on_since_its_first_measure_was_told_of() -> None:
    as_of = known(
        loften=[promise(commitment())],
        atgarder=[measure(åtagande="lofte-1/ljus")],
        uppfoljningar=[
            told("rad-1", "2025-05-01", said("lampor", "planerad")),
            told("rad-2", "2026-02-10", said("lampor", "pågår")),
        ],
    )
    shown = commitment_standing(as_of, *the_commitment(as_of))
    assert (shown.status, shown.since) == (CommitmentStatus.ONGOING, exact_day(date(2025, 5, 1)))


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_later_verdict_overrules_an_earlier(verdict: str) -> None:
    assert of_commitment(("2025-05-01", "uppfyllt"), ("2026-02-10", verdict)).status is VERDICTS[verdict]


@pytest.mark.parametrize("word", OTHER_WORDS)
def test_without_a_verdict_the_latest_entry_about_a_commitment_is_shown(word: str) -> None:
    assert of_commitment(("2025-05-01", "planerat"), ("2026-02-10", word)).status is OTHER_WORDS[word]


def test_a_commitment_said_not_to_be_done_goes_on_when_a_later_entry_says_so() -> None:
    assert (
        of_commitment(("2025-05-01", "genomförs inte"), ("2026-02-10", "pågår")).status
        is CommitmentStatus.ONGOING
    )


@pytest.mark.parametrize("words", LAST_DAYS)
def test_rule_2_a_commitment_is_late_from_the_day_after_its_last_day(words: str) -> None:
    last = LAST_DAYS[words]
    assert of_commitment(today=last, klart_senast=words).status is CommitmentStatus.NOT_FOLLOWED_UP
    late = of_commitment(today=last + timedelta(1), klart_senast=words)
    assert (late.status, late.since) == (CommitmentStatus.LATE, exact_day(last + timedelta(1)))


@pytest.mark.parametrize("word", ["planerat", "pågår", "på försök"])
def test_late_lies_over_what_was_said_of_a_commitment(word: str) -> None:
    late = of_commitment(("2025-10-01", word), klart_senast="hösten 2025")
    assert (late.status, late.under) == (CommitmentStatus.LATE, OTHER_WORDS[word])


@pytest.mark.parametrize("word", ["löpande", "pausat", "genomförs inte", "flyttat"])
def test_a_commitment_that_is_continuous_paused_or_passed_on_is_never_late(word: str) -> None:
    assert of_commitment(("2025-10-01", word), klart_senast="hösten 2025").status is OTHER_WORDS[word]


@pytest.mark.parametrize("own", [{"löpande": "ja"}, {"villkor_i_ord": "vid behov"}, {"strävan": "ja"}])
@pytest.mark.parametrize("word", [None, "pågår", "uppfyllt", "inte uppfyllt"])
def test_rule_6_a_continuous_or_conditional_commitment_is_never_late_and_never_counted(
    own: dict[str, Any], word: str | None
) -> None:
    shown = of_commitment(("2025-10-01", word), klart_senast="hösten 2025", **own)
    assert shown.status is not CommitmentStatus.LATE
    assert not shown.counted


def test_a_commitment_that_no_follow_up_mentions_is_not_followed_up() -> None:
    assert of_commitment().status is CommitmentStatus.NOT_FOLLOWED_UP


def test_a_commitment_that_is_mentioned_without_a_word_is_not_assessed() -> None:
    assert of_commitment(("2026-02-10", None)).status is CommitmentStatus.NOT_ASSESSED


def with_measures(*words: str | None, **own: Any) -> Standing[CommitmentStatus]:
    """Give the standing of a commitment about which nothing is said but of its measures (None: nothing at all)."""
    ids = [f"atgard-{number}" for number in range(len(words))]
    entries = [said(id, word) for id, word in zip(ids, words, strict=True) if word]
    as_of = known(
        loften=[promise(commitment())],
        atgarder=[measure(id, åtagande="lofte-1/ljus", **own) for id in ids],
        uppfoljningar=[told("rad-1", "2026-02-10", *entries)],
    )
    return commitment_standing(as_of, *the_commitment(as_of))


@settings(max_examples=40)
@given(st.lists(st.sampled_from([None, *WORDS]), max_size=6))
def test_rule_2_a_verdict_is_never_inferred_from_measures(words: list[str | None]) -> None:
    shown = with_measures(*words)
    assert shown.status in (CommitmentStatus.NOT_FOLLOWED_UP, CommitmentStatus.ONGOING)
    assert shown.said is None


def test_a_commitment_with_measures_says_how_many_of_them_are_done() -> None:
    shown = with_measures("genomförd", "genomförd", "pågår", None)
    assert (shown.done, shown.of, shown.status) == (2, 4, CommitmentStatus.ONGOING)


def test_a_commitment_none_of_whose_measures_is_mentioned_is_not_followed_up() -> None:
    shown = with_measures(None, None)
    assert (shown.done, shown.of, shown.status) == (0, 2, CommitmentStatus.NOT_FOLLOWED_UP)


def test_rule_6_a_commitment_with_only_continuous_measures_counts_none_of_them() -> None:
    shown = with_measures("pågår", "genomförd", löpande="ja")
    assert (shown.done, shown.of) == (None, None)


def test_work_beyond_the_promise_is_not_counted_among_what_was_promised() -> None:
    assert with_measures("genomförd", utöver_löftet="ja").of is None


def test_every_word_of_a_follow_up_is_one_for_measures_for_commitments_or_for_both() -> None:
    assert set(Assessment) == MEASURE_WORDS | COMMITMENT_WORDS
    assert {Assessment.KEPT, Assessment.PARTLY_KEPT, Assessment.NOT_KEPT} == COMMITMENT_WORDS - MEASURE_WORDS
    assert {Assessment.DONE} == MEASURE_WORDS - COMMITMENT_WORDS
