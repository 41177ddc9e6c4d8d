"""Rule 2: where a promise is in its life, each step with its day; rule 10: an unknown period never ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.facts.lifecycle import LifeStage, last_day_of, life_stage
from loftet.model.statuses import Lifecycle
from made_registers import TODAY, known, promise, the_promise

TWO_YEARS = {"från": "2025-03-30", "till": "2027-03-29"}


def stage(*others: dict[str, Any], today: date = TODAY, **own: Any) -> LifeStage:
    as_of = known(today, loften=[promise(**own), *others])
    return life_stage(as_of, the_promise(as_of))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 3, 29), Lifecycle.SIGNED),
        (date(2025, 3, 30), Lifecycle.IN_FORCE),
        (date(2027, 3, 29), Lifecycle.IN_FORCE),
        (date(2027, 3, 30), Lifecycle.ENDED),
    ],
)
def test_a_promise_holds_from_the_first_to_the_last_day_of_its_period(
    today: date, expected: Lifecycle
) -> None:
    assert stage(today=today, period=TWO_YEARS).stage is expected


@settings(max_examples=30)
@given(st.dates(date(2000, 1, 1), date(2199, 12, 31)))
def test_rule_10_an_unknown_period_never_expires(today: date) -> None:
    for own in ({}, {"period_i_ord": "2019/2020"}, {"period_i_ord": "under ett år", "undertecknat": "2018"}):
        assert stage(today=today, **own).stage is Lifecycle.NOT_STATED


@settings(max_examples=30)
@given(st.dates(date(2025, 3, 30), date(2199, 12, 31)))
def test_a_period_without_an_end_never_ends(today: date) -> None:
    assert stage(today=today, period={"från": "2025-03-30"}).stage is Lifecycle.IN_FORCE


def test_a_period_with_only_an_end_ends_on_it() -> None:
    own = {"period": {"till": "2025"}}
    assert stage(today=date(2025, 12, 31), **own).stage is Lifecycle.IN_FORCE
    assert stage(today=date(2026, 1, 1), **own).stage is Lifecycle.ENDED


def test_a_promise_may_be_signed_after_its_start() -> None:
    assert stage(period=TWO_YEARS, undertecknat="2025-10-26").stage is Lifecycle.IN_FORCE


def test_an_extension_moves_the_end_and_shows_the_decision_that_moved_it() -> None:
    event = {"händelse": "förlängt", "datum": "2025-06-17", "till": "2026-08-31"}
    ended: dict[str, Any] = {"period": {"från": "2024-09-01", "till": "2025-08-31"}, "händelser": [event]}
    shown = stage(**ended)
    assert (shown.stage, shown.since, shown.until) == (
        Lifecycle.EXTENDED,
        date(2025, 6, 17),
        date(2026, 8, 31),
    )
    assert stage(today=date(2026, 9, 1), **ended).stage is Lifecycle.ENDED
    assert stage(today=date(2025, 6, 16), **ended).until == date(2025, 8, 31)


def test_an_extension_without_a_last_day_leaves_the_end_open() -> None:
    as_of = known(
        loften=[promise(period={"år": "2024"}, händelser=[{"händelse": "förlängt", "datum": "2024-12-01"}])]
    )
    assert last_day_of(the_promise(as_of), TODAY) is None
    assert life_stage(as_of, the_promise(as_of)).stage is Lifecycle.EXTENDED


def test_a_promise_that_is_withdrawn_is_so_from_its_decision() -> None:
    event = {"händelse": "återtaget", "datum": "2026-01-15", "skäl_i_ord": "Parterna är inte överens."}
    assert stage(today=date(2026, 1, 14), period=TWO_YEARS, händelser=[event]).stage is Lifecycle.IN_FORCE
    shown = stage(period=TWO_YEARS, händelser=[event])
    assert (shown.stage, shown.since) == (Lifecycle.WITHDRAWN, date(2026, 1, 15))


def test_a_decision_to_end_later_ends_on_the_day_it_says() -> None:
    event = {"händelse": "avslutat", "datum": "2026-01-15", "till": "2026-06-30"}
    own: dict[str, Any] = {"period": TWO_YEARS, "händelser": [event]}
    assert stage(today=date(2026, 6, 30), **own).stage is not Lifecycle.ENDED
    assert stage(today=date(2026, 7, 1), **own).since == date(2026, 6, 30)


def test_an_extension_after_the_end_revives_the_promise() -> None:
    events = [
        {"händelse": "avslutat", "datum": "2025-06-30"},
        {"händelse": "förlängt", "datum": "2025-09-01", "till": "2026-12-31"},
    ]
    assert stage(period={"år": "2025"}, händelser=events).stage is Lifecycle.EXTENDED


def test_a_successor_replaces_once_it_holds_and_is_signed() -> None:
    new = promise(id="lofte-2", ersätter="lofte-1", period={"från": "2025-03-30"}, undertecknat="2025-04-12")
    own = {"period": {"från": "2023-01-01"}}
    assert stage(new, today=date(2025, 4, 11), **own).stage is Lifecycle.IN_FORCE
    shown = stage(new, today=date(2025, 4, 12), **own)
    assert (shown.stage, shown.since) == (Lifecycle.REPLACED, date(2025, 3, 30))
    assert shown.successor is not None
    assert shown.successor.id == "lofte-2"


def test_a_successor_of_unknown_days_replaces_nothing() -> None:
    assert stage(promise(id="lofte-2", ersätter="lofte-1"), period=TWO_YEARS).stage is Lifecycle.IN_FORCE
