"""Laws of how long a stop has waited."""

from __future__ import annotations

from datetime import date

import pytest

from loftet.facts import AsOf
from loftet.facts.waiting import answer_goal, is_past_promise, mending_goal, unanswered_past_goal
from loftet.model.place import Municipality
from loftet.model.promise import Measure
from loftet.model.register import Register
from loftet.model.walk import SafetyWalk


def known(today: date, goals: dict[str, str], **walk: object) -> tuple[AsOf, SafetyWalk]:
    """Give a walk on 14 October 2025 with one stop that waits, as known on a day."""
    stated = {
        "id": "torget",
        "titel": "Torget",
        "datum": "2025-10-14",
        "stopp": [{"nr": "1", "plats": "Trappan"}],
    }
    one = SafetyWalk.model_validate({**stated, **walk})
    kommun = Municipality.model_validate({"id": "kommun", "namn": "Byn", "inställningar": goals})
    return AsOf(Register(kommun, walks={one.id: one}), today), one


ANSWER, MENDING = {"svar_inom_månader": "3"}, {"åtgärdat_inom_månader": "6"}


@pytest.mark.parametrize(("today", "passed"), [(date(2026, 1, 14), False), (date(2026, 1, 15), True)])
def test_the_goal_for_an_answer_has_passed_from_the_day_after_its_last_day(today: date, passed: bool) -> None:
    as_of, walk = known(today, ANSWER)
    goal = answer_goal(as_of, walk, walk.stops[0])
    assert goal
    assert (goal.due, goal.passed) == (date(2026, 1, 14), passed)
    assert unanswered_past_goal(as_of, walk) == (walk.stops if passed else ())


def test_a_walk_known_by_its_season_waits_from_the_last_day_of_the_season() -> None:
    as_of, walk = known(date(2026, 2, 28), ANSWER, datum="hösten 2025")
    goal = answer_goal(as_of, walk, walk.stops[0])
    assert goal
    assert (goal.due, goal.passed) == (date(2026, 2, 28), False)


@pytest.mark.parametrize(
    "stop",
    [{"svar": "Nej."}, {"åtgärdat_i_ord": "Lampan byttes."}, {"slag": "positivt"}],
    ids=["answered", "mended", "positive"],
)
def test_a_stop_that_needs_nothing_more_has_no_goal(stop: dict[str, str]) -> None:
    as_of, walk = known(date(2030, 1, 1), ANSWER | MENDING, stopp=[{"plats": "Trappan", **stop}])
    assert answer_goal(as_of, walk, walk.stops[0]) is None
    assert mending_goal(as_of, walk, walk.stops[0]) is None


def test_no_goal_is_made_up_without_a_setting_or_a_date() -> None:
    for goals, date_ in (({}, "2025-10-14"), (ANSWER | MENDING, None)):
        as_of, walk = known(date(2030, 1, 1), goals, datum=date_) if date_ else undated(goals)
        assert answer_goal(as_of, walk, walk.stops[0]) is None
        assert mending_goal(as_of, walk, walk.stops[0]) is None


def undated(goals: dict[str, str]) -> tuple[AsOf, SafetyWalk]:
    as_of, walk = known(date(2030, 1, 1), goals)
    return as_of, walk.model_copy(update={"date": None})


def test_a_measure_is_an_answer_but_the_goal_for_the_work_goes_on() -> None:
    as_of, walk = known(date(2026, 6, 1), ANSWER | MENDING)
    measure = Measure.model_validate(
        {"id": "lampa", "titel": "Ny lampa", "kommer_ur": [{"vandring": "torget", "stopp": "1"}]}
    )
    as_of = AsOf(
        Register(as_of.register.municipality, walks={walk.id: walk}, measures={"lampa": measure}), as_of.today
    )
    assert answer_goal(as_of, walk, walk.stops[0]) is None
    goal = mending_goal(as_of, walk, walk.stops[0])
    assert goal
    assert (goal.due, goal.passed) == (date(2026, 4, 14), True)


@pytest.mark.parametrize(("today", "past"), [(date(2025, 11, 30), False), (date(2025, 12, 1), True)])
def test_a_time_promised_in_the_protocol_is_past_from_the_day_after_it(today: date, past: bool) -> None:
    as_of, walk = known(today, {}, stopp=[{"plats": "Trappan", "klart_senast": "hösten 2025"}])
    assert is_past_promise(as_of, walk, walk.stops[0]) is past
