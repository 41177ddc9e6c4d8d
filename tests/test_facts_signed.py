"""Rule 15: checkability is told as facts. What was given when it was signed stands beside what was not."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.facts.signed import given_at_signing
from made_registers import commitment, known, promise, said, the_commitment, told

PARTIES = [
    {"id": "polisen", "namn": "Lokalpolisområde Sjölandet"},
    {"id": "kommunen", "namn": "Exempelby kommun"},
]
AREAS = [{"id": "centrum", "namn": "Centrum"}]


def given_of(own: dict[str, Any], **more: Any) -> dict[str, str | None]:
    as_of = known(
        loften=[promise(commitment(**own), **more)],
        parter=PARTIES,
        omraden=AREAS,
        indikatorer=[{"id": "trygg", "namn": "Andel trygga"}],
    )
    return {one.label: one.value for one in given_at_signing(as_of.public, the_commitment(as_of)[1])}


def test_a_commitment_that_states_nothing_says_of_each_thing_that_it_was_not_given() -> None:
    assert given_of({}) == dict.fromkeys(["antal", "tid", "plats", "ansvarig", "mäts med"])


def test_what_was_not_given_is_said_to_be_so() -> None:
    as_of = known(loften=[promise(commitment())])
    told_of_it = given_at_signing(as_of.public, the_commitment(as_of)[1])
    assert {one.words for one in told_of_it} == {"ej angivet"}


def test_what_was_given_is_told_in_its_own_words() -> None:
    own = {
        "mål": {"minst": "30", "enhet": "trafikkontroller", "per": "år"},
        "klart_senast": "hösten 2025",
        "områden": ["centrum"],
        "ansvariga": ["polisen", "kommunen"],
    }
    assert given_of(own) == {
        "antal": "minst 30 trafikkontroller per år",
        "tid": "senast hösten 2025",
        "plats": "Centrum",
        "ansvarig": "Lokalpolisområde Sjölandet och Exempelby kommun",
        "mäts med": "antal trafikkontroller",
    }


def test_plain_words_are_given_as_well_as_ids() -> None:
    own = {
        "mål_i_ord": "fler kontroller än i fjol",
        "klart_senast_i_ord": "under perioden",
        "plats_i_ord": "vid skolorna",
        "ansvariga_i_ord": "båda",
        "indikatorer": ["trygg"],
    }
    assert list(given_of(own).values()) == [
        "fler kontroller än i fjol",
        "under perioden",
        "vid skolorna",
        "båda",
        "Andel trygga",
    ]


def test_a_target_per_year_gives_the_time_even_when_the_period_is_not_stated() -> None:
    assert given_of({"mål": {"minst": "1", "per": "vecka"}})["tid"] == "varje vecka"


def test_the_last_day_of_a_goal_gives_the_time_where_the_commitment_has_none_of_its_own() -> None:
    goal = {"minst": "75", "enhet": "procent", "senast": "2026"}
    assert given_of({"mål": goal})["tid"] == "senast 2026"
    assert given_of({"mål": [goal, {**goal, "senast": "våren 2027"}]})["tid"] == "senast 2026 och våren 2027"
    assert given_of({"mål": goal, "klart_senast": "hösten 2025"})["tid"] == "senast hösten 2025"


def test_a_target_for_the_whole_period_gives_the_time() -> None:
    assert given_of({"mål": {"minst": "1", "per": "period"}})["tid"] == "under perioden"


def test_continuous_work_gives_its_time() -> None:
    assert given_of({"löpande": "ja"})["tid"] == "löpande"
    assert given_of({"villkor_i_ord": "vid önskemål från skolan"})["tid"] == "vid önskemål från skolan"


@settings(max_examples=20)
@given(st.sampled_from(["uppfyllt", "pågår", "inte uppfyllt"]), st.sampled_from(["2026", "våren 2027"]))
def test_rule_1_what_was_given_at_signing_is_not_changed_by_what_is_said_later(word: str, moved: str) -> None:
    own: dict[str, Any] = {"klart_senast": "hösten 2025", "mål": {"minst": "7", "enhet": "lampor"}}
    later = said("lofte-1/ljus", word, ny_tidsplan=moved, nytt_mål_i_ord="minst tre", text="Kabel saknas")
    as_of = known(loften=[promise(commitment(**own))], uppfoljningar=[told("rad-1", "2026-02-10", later)])
    found = {one.label: one.value for one in given_at_signing(as_of.public, the_commitment(as_of)[1])}
    assert (found["tid"], found["antal"]) == ("senast hösten 2025", "minst 7 lampor")
