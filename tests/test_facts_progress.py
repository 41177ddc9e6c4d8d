"""Rules 5 and 6: counts with the list behind them; löpande is in no denominator; never all unless all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.facts.comparison import whole_percent
from loftet.facts.progress import Progress, progress_of_commitments, progress_of_measures
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.statuses import CommitmentStatus
from made_registers import commitment, known, measure, promise, said, told

WORDS = [None, "planerad", "pågår", "löpande", "på försök", "pausad", "genomförd", "delvis genomförd",
         "genomförs inte", "överlämnad", "flyttad", "går inte att följa upp"]  # fmt: skip
VERDICTS = [None, "planerat", "pågår", "löpande", "uppfyllt", "delvis uppfyllt", "inte uppfyllt",
            "går inte att följa upp", "genomförs inte"]  # fmt: skip
KINDS: list[dict[str, str]] = [
    {},
    {},
    {"löpande": "ja"},
    {"villkor_i_ord": "vid behov"},
    {"klart_senast": "2025"},
]
MADE = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(KINDS)), max_size=8)


def of_measures(made: list[tuple[str | None, dict[str, str]]]) -> Progress[Measure]:
    ids = [f"atgard-{number}" for number in range(len(made))]
    as_of = known(
        atgarder=[measure(id, **own) for id, (_, own) in zip(ids, made, strict=True)],
        uppfoljningar=[
            told(
                "rad-1",
                "2026-02-10",
                *(said(id, word) for id, (word, _) in zip(ids, made, strict=True) if word),
            )
        ],
    )
    return progress_of_measures(as_of, as_of.public.measures.values())


def of_commitments(made: list[tuple[str | None, dict[str, str]]]) -> Progress[tuple[Promise, Commitment]]:
    ids = [f"del-{number}" for number in range(len(made))]
    entries = [said(f"lofte-1/{id}", word) for id, (word, _) in zip(ids, made, strict=True) if word]
    as_of = known(
        loften=[promise(*(commitment(id, **own) for id, (_, own) in zip(ids, made, strict=True)))],
        uppfoljningar=[told("rad-1", "2026-02-10", *entries)],
    )
    return progress_of_commitments(as_of, as_of.public.promises.values())


@settings(max_examples=50)
@given(MADE)
def test_rule_5_all_of_all_is_said_only_when_all_that_is_counted_is_done(
    made: list[tuple[str | None, dict[str, str]]],
) -> None:
    progress = of_measures(made)
    counted = [
        word for word, own in made if word != "löpande" and not {"löpande", "villkor_i_ord"} & set(own)
    ]
    assert (progress.done, progress.counted) == (counted.count("genomförd"), len(counted))
    assert (progress.done == progress.counted) == all(word == "genomförd" for word in counted)


@settings(max_examples=50)
@given(MADE)
def test_rule_6_continuous_and_conditional_work_is_in_no_denominator(
    made: list[tuple[str | None, dict[str, str]]],
) -> None:
    progress = of_measures(made)
    without = of_measures(
        [
            (word, own)
            for word, own in made
            if word != "löpande" and not {"löpande", "villkor_i_ord"} & set(own)
        ]
    )
    assert progress.arithmetic == without.arithmetic
    assert progress.total == progress.counted + len(progress.left_out) == len(made)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(VERDICTS), st.sampled_from(KINDS)), max_size=8))
def test_rule_6_holds_for_commitments_whatever_is_said_of_them(
    made: list[tuple[str | None, dict[str, str]]],
) -> None:
    progress = of_commitments(made)
    counted = [
        word for word, own in made if word != "löpande" and not {"löpande", "villkor_i_ord"} & set(own)
    ]
    assert (progress.done, progress.counted) == (counted.count("uppfyllt"), len(counted))


@settings(max_examples=50)
@given(MADE)
def test_every_count_has_the_list_behind_it_and_each_thing_stands_once(
    made: list[tuple[str | None, dict[str, str]]],
) -> None:
    progress = of_measures(made)
    members = [one.id for segment in progress.segments for one in segment.members]
    assert sorted([*members, *(one.id for one in progress.left_out)]) == [
        f"atgard-{n}" for n in range(len(made))
    ]
    assert all(segment.count == len(segment.members) > 0 for segment in progress.segments)


@pytest.mark.parametrize(
    ("made", "sentence", "arithmetic"),
    [
        ([], "Inga åtgärder.", "0 av 0 åtgärder"),
        ([("genomförd", {})], "1 åtgärd: genomförd.", "1 av 1 åtgärd"),
        (
            [("genomförd", {}), ("genomförd", {}), (None, {}), ("pågår", {"klart_senast": "2025"})],
            "4 åtgärder: 2 genomförda, 1 försenad och 1 ej uppföljd ännu.",
            "2 av 4 åtgärder",
        ),
        (
            [("pågår", {}), ("pågår", {"löpande": "ja"})],
            "2 åtgärder: 1 pågår och 1 löpande eller villkorad, som inte räknas.",
            "0 av 1 åtgärd",
        ),
        ([("löpande", {})], "1 åtgärd: löpande eller villkorad, som inte räknas.", "0 av 0 åtgärder"),
        (
            [("löpande", {}), ("pågår", {"löpande": "ja"})],
            "2 åtgärder: 2 löpande eller villkorade, som inte räknas.",
            "0 av 0 åtgärder",
        ),
        (
            [("genomförs inte", {"villkor_i_ord": "om fem anmäler sig"}), ("löpande", {}), ("genomförd", {})],
            "3 åtgärder: 1 genomförd och 2 löpande eller villkorade, som inte räknas (1 genomförs inte).",
            "1 av 1 åtgärd",
        ),
    ],
)
def test_counts_are_said_in_a_sentence_with_their_arithmetic(
    made: list[tuple[str | None, dict[str, str]]], sentence: str, arithmetic: str
) -> None:
    progress = of_measures(made)
    assert (progress.sentence, progress.arithmetic) == (sentence, arithmetic)


def test_a_commitment_is_inflected_as_an_ett_word() -> None:
    progress = of_commitments([("pågår", {"klart_senast": "2025"}), ("uppfyllt", {"löpande": "ja"})])
    assert progress.sentence == "2 åtaganden: 1 försenat och 1 löpande eller villkorat, som inte räknas."
    assert progress.segments[0].status is CommitmentStatus.LATE


POSITIVE = st.decimals(Decimal("0.01"), Decimal(10) ** 9, places=2)


@given(st.decimals(0, Decimal(10) ** 9, places=2), POSITIVE)
def test_rule_5_a_ratio_is_rounded_down_and_never_reaches_a_hundred_before_the_whole(
    part: Decimal, whole: Decimal
) -> None:
    share = whole_percent(part, whole)
    assert share is not None
    assert share * whole <= part * 100 < (share + 1) * whole
    assert (share >= 100) == (part >= whole)


@pytest.mark.parametrize(("part", "whole"), [(1, 0), (0, 0), (1, -1), (-1, 3)])
def test_rule_5_there_is_no_ratio_of_nothing(part: int, whole: int) -> None:
    assert whole_percent(Decimal(part), Decimal(whole)) is None


def test_a_ratio_of_unlike_sizes_is_a_number_and_no_crash() -> None:
    assert whole_percent(Decimal(10) ** 14, Decimal(10) ** -20) == 10**36
