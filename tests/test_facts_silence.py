"""Rule 3: silence is a status. Due is the last follow-up plus one period; missing after the grace."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.facts.silence import Silence, months_after, next_follow_up, one_period_after, silence, unmentioned
from loftet.model.base import Cadence
from loftet.pages.site import Site
from made_registers import TODAY, commitment, known, measure, promise, said, the_promise, told

FOUR_A_YEAR = {"antal": "4", "per": "år"}
SINCE_2025 = {"från": "2025-01-01", "till": "2026-12-31"}


def quiet(
    *follow_ups: dict[str, Any],
    today: date = TODAY,
    kommun: dict[str, Any] | None = None,
    **own: Any,
) -> Silence:
    made = promise(**{"period": SINCE_2025, "uppföljning_lovad": FOUR_A_YEAR, **own})
    as_of = known(today, kommun, loften=[made], uppfoljningar=follow_ups)
    return silence(as_of, the_promise(as_of))


def account(id: str, day: str, **more: Any) -> dict[str, Any]:
    return told(id, day, löften=["lofte-1"], **more)


RHYTHMS = {
    ("4", "1", "år"): date(2025, 4, 30),
    ("1", "1", "år"): date(2026, 1, 31),
    ("2", "1", "år"): date(2025, 7, 31),
    ("1", "2", "år"): date(2027, 1, 31),
    ("1", "1", "halvår"): date(2025, 7, 31),
    ("1", "1", "tertial"): date(2025, 5, 31),
    ("1", "1", "kvartal"): date(2025, 4, 30),
    ("1", "1", "månad"): date(2025, 2, 28),
    ("1", "1", "vecka"): date(2025, 2, 7),
    ("1", "2", "vecka"): date(2025, 2, 14),
    ("5", "1", "år"): date(2025, 4, 12),
}


@pytest.mark.parametrize("rhythm", RHYTHMS)
def test_one_period_of_a_rhythm_is_counted_in_calendar_months(rhythm: tuple[str, str, str]) -> None:
    cadence = Cadence.model_validate(dict(zip(("antal", "varje", "per"), rhythm, strict=True)))
    assert one_period_after(date(2025, 1, 31), cadence) == RHYTHMS[rhythm]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 120))
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(1)).day == 1)


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.integers(0, 1000),
    st.integers(0, 1000),
    st.sampled_from(["år", "halvår", "tertial", "kvartal", "månad", "vecka"]),
)
def test_every_rhythm_moves_the_day_forward(day: date, times: int, every: int, per: str) -> None:
    cadence = Cadence.model_validate({"antal": str(times), "varje": str(every), "per": per})
    assert one_period_after(day, cadence) > day


def test_the_first_follow_up_is_due_one_period_after_the_start() -> None:
    assert quiet().due == date(2025, 4, 1)


def test_a_promise_signed_after_its_start_is_counted_from_the_signing() -> None:
    assert quiet(undertecknat="2025-10-26").due == date(2026, 1, 26)


def test_the_next_is_due_one_period_after_the_last_became_public() -> None:
    assert quiet(account("rad-1", "2025-12-31", publicerad="2026-02-12")).due == date(2026, 5, 12)


@pytest.mark.parametrize(
    ("today", "missing"), [(date(2025, 4, 1), False), (date(2025, 5, 1), False), (date(2025, 5, 2), True)]
)
def test_a_follow_up_is_missing_from_the_day_after_due_plus_thirty_days_of_grace(
    today: date, missing: bool
) -> None:
    assert quiet(today=today).missing is missing


def test_the_grace_is_a_setting() -> None:
    kommun = {"inställningar": {"frist_dagar": "0"}}
    assert quiet(today=date(2025, 4, 1), kommun=kommun).missing is False
    assert quiet(today=date(2025, 4, 2), kommun=kommun).missing is True


@settings(max_examples=30)
@given(st.dates(date(2025, 1, 1), date(2199, 12, 31)))
def test_without_a_promised_rhythm_none_is_ever_due(today: date) -> None:
    shown = quiet(today=today, uppföljning_lovad=None)
    assert (shown.due, shown.missing) == (None, False)


def test_without_a_start_and_without_a_follow_up_none_is_due() -> None:
    assert quiet(period=None).due is None


def test_rule_10_a_promise_of_unknown_period_is_owed_its_follow_ups() -> None:
    assert quiet(period=None, undertecknat="2025-06-01").missing


def test_once_per_period_is_due_on_the_last_day_of_the_period() -> None:
    assert quiet(uppföljning_lovad={"per": "period"}).due == date(2026, 12, 31)


def test_drafts_and_follow_ups_to_come_do_not_break_the_silence() -> None:
    assert quiet(account("utkast", "2026-01-01", skede="utkast"), account("sen", "2026-04-01")).due == date(
        2025, 4, 1
    )


def test_a_follow_up_of_another_promise_does_not_break_the_silence() -> None:
    other = promise(commitment("annat"), id="lofte-2")
    as_of = known(
        loften=[promise(period=SINCE_2025, uppföljning_lovad=FOUR_A_YEAR), other],
        uppfoljningar=[told("rad-1", "2026-02-10", said("lofte-2/annat", "pågår"))],
    )
    assert silence(as_of, the_promise(as_of)).missing


def test_a_word_about_a_measure_of_the_promise_is_a_follow_up_of_it() -> None:
    as_of = known(
        loften=[promise(commitment(), period=SINCE_2025, uppföljning_lovad=FOUR_A_YEAR)],
        atgarder=[measure(åtagande="lofte-1/ljus"), measure("los", löfte="lofte-1")],
        uppfoljningar=[
            told("rad-1", "2026-02-10", said("lampor", "pågår")),
            told("rad-2", "2026-03-01", said("los", "pågår")),
        ],
    )
    assert [one.id for one in as_of.follow_ups_of(the_promise(as_of))] == ["rad-1", "rad-2"]


# An ended promise.

ENDED: dict[str, Any] = {"period": {"från": "2024-01-01", "till": "2025-12-31"}}


def test_an_ended_promise_is_owed_one_last_account() -> None:
    assert quiet(account("rad-1", "2025-11-20"), today=date(2026, 6, 1), **ENDED).missing


@pytest.mark.parametrize(
    "last",
    [
        account("rad-1", "2025-12-31"),
        account("rad-1", "2026-02-10"),
        account("rad-1", "2026-02-10", avser={"år": "2025"}),
    ],
)
def test_an_ended_promise_whose_account_reaches_its_last_day_is_owed_none(last: dict[str, Any]) -> None:
    assert quiet(last, today=date(2030, 1, 1), **ENDED).due is None


def test_a_replaced_promise_is_settled_by_an_account_that_reaches_its_replacement() -> None:
    new = promise(id="lofte-2", ersätter="lofte-1", period={"från": "2025-07-01"})
    as_of = known(
        loften=[promise(uppföljning_lovad=FOUR_A_YEAR, **ENDED), new],
        uppfoljningar=[account("rad-1", "2025-09-01")],
    )
    assert silence(as_of, the_promise(as_of)).due is None


def test_a_promise_that_ended_on_an_unknown_day_is_owed_none() -> None:
    assert quiet(händelser=[{"händelse": "avslutat", "datum_i_ord": "någon gång 2025"}]).due is None


# What no follow-up mentions.


def test_commitments_that_no_follow_up_mentions_are_listed_as_such() -> None:
    as_of = known(
        loften=[
            promise(commitment("tyst"), commitment("namnd"), commitment("genom-atgard"), commitment("utkast"))
        ],
        atgarder=[measure(åtagande="lofte-1/genom-atgard"), measure("stum", åtagande="lofte-1/tyst")],
        uppfoljningar=[
            told("rad-1", "2026-02-10", said("lofte-1/namnd"), said("lampor", "pågår")),
            told("rad-2", "2026-02-10", said("lofte-1/utkast", "pågår"), skede="utkast"),
        ],
    )
    assert [one.id for one in unmentioned(as_of, the_promise(as_of))] == ["tyst", "utkast"]


# The next follow-up of the site.

BODIES = [{"id": "radet", "namn": "Trygghetsrådet"}, {"id": "namnden", "namn": "Tekniska nämnden"}]
PLANNED = [
    {"id": "namnden-mars", "grupp": "namnden", "datum": "2026-03-20", "skede": "planerat"},
    {"id": "radet-maj", "grupp": "radet", "datum": "2026-05-21", "skede": "planerat"},
    {"id": "radet-april", "grupp": "radet", "datum": "2026-04-02", "skede": "inställt"},
]
HELD = {"id": "radet-februari", "grupp": "radet", "datum": "2026-02-12"}


def test_the_next_follow_up_is_the_one_that_the_latest_announces() -> None:
    announced = told("rad-1", "2026-02-10", nästa_uppföljning="juni 2026", möte="radet-februari")
    found = next_follow_up(known(grupper=BODIES, moten=[*PLANNED, HELD], uppfoljningar=[announced]))
    assert found.when is not None
    assert found.when.words == "juni 2026"


def test_each_promise_announces_its_own_next_follow_up_and_the_first_is_told() -> None:
    own = promise(id="lofte-2")
    follow_ups = [
        told("unga", "2026-01-10", löften=["lofte-1"], nästa_uppföljning="2026-04-15"),
        told("radet", "2026-02-10", löften=["lofte-2"], nästa_uppföljning="2026-05-21"),
    ]
    found = next_follow_up(known(loften=[promise(), own], uppfoljningar=follow_ups))
    assert found.when is not None
    assert found.when.words == "2026-04-15"


def test_an_announced_day_that_has_passed_is_what_was_due() -> None:
    """That nothing came is said, and not that no day was named (rule 3)."""
    as_of = known(uppfoljningar=[told("rad-1", "2025-10-10", nästa_uppföljning="2026-02-12")])
    found = next_follow_up(as_of)
    assert (found.when, found.due) == (None, date(2026, 2, 12))
    assert Site(as_of, TODAY).next_words == "skulle ha kommit senast 12 februari 2026"
    assert Site(known(), TODAY).next_words == "inget datum är angivet"


def test_a_planned_meeting_counts_when_its_body_has_handled_a_follow_up() -> None:
    handled = told("rad-1", "2026-02-10", möte="radet-februari")
    found = next_follow_up(known(grupper=BODIES, moten=[*PLANNED, HELD], uppfoljningar=[handled]))
    assert found.meeting_id == "radet-maj"


def test_before_the_first_follow_up_any_planned_meeting_counts() -> None:
    assert next_follow_up(known(grupper=BODIES, moten=PLANNED)).meeting_id == "namnden-mars"


def test_otherwise_the_next_is_what_is_due_and_days_to_come_go_first() -> None:
    rhythm: dict[str, Any] = {"uppföljning_lovad": {"antal": "1", "per": "år"}}
    silent = promise(id="tyst", period={"från": "2019-01-01"}, **rhythm)
    fresh = promise(id="nytt", period={"från": "2025-09-01"}, **rhythm)
    assert next_follow_up(known(loften=[silent, fresh])).due == date(2026, 9, 1)
    assert next_follow_up(known(loften=[silent])).due == date(2020, 1, 1)
