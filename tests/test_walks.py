"""Laws of the walks together: their order, the planned ones, the same place again."""

from __future__ import annotations

from datetime import date

import pytest

from loftet.facts import AsOf
from loftet.facts.walks import Walks, is_to_come, is_unreported
from loftet.model.place import Municipality
from loftet.model.register import Register
from loftet.model.walk import SafetyWalk

TODAY = date(2026, 3, 10)


def known(*stated: dict[str, object], today: date = TODAY) -> Walks:
    """Give walks with the ids v0, v1 …"""
    made = [
        SafetyWalk.model_validate({"id": f"v{number}", "titel": f"Titel {number}", **one})
        for number, one in enumerate(stated)
    ]
    kommun = Municipality.model_validate({"id": "kommun", "namn": "Byn"})
    return Walks(AsOf(Register(kommun, walks={one.id: one for one in made}), today))


def stop(place: str, lat: str = "", precision: str = "punkt") -> list[dict[str, object]]:
    position = {"läge": {"lat": lat, "lon": "14.5", "noggrannhet": precision}} if lat else {}
    return [{"nr": "1", "plats": place, **position}]


@pytest.mark.parametrize(("today", "to_come"), [(date(2026, 5, 31), True), (date(2026, 6, 1), False)])
def test_a_planned_walk_is_to_come_through_its_last_possible_day_and_unreported_after_it(
    today: date, to_come: bool
) -> None:
    walks = known({"datum": "maj 2026", "skede": "planerad"}, today=today)
    assert is_to_come(walks.as_of, walks.by_date[0]) is to_come
    assert is_unreported(walks.as_of, walks.by_date[0]) is not to_come


def test_a_planned_walk_without_a_date_is_still_to_come() -> None:
    walks = known({"skede": "planerad"})
    assert is_to_come(walks.as_of, walks.by_date[0])


def test_walks_stand_by_their_last_day_with_the_undated_first() -> None:
    walks = known({"datum": "2025-10-14"}, {}, {"datum": "hösten 2024"}, {"datum": "2024"})
    assert [one.id for one in walks.by_date] == ["v1", "v2", "v3", "v0"]


def test_walks_meet_in_a_shared_area_or_a_shared_title_and_nowhere_else() -> None:
    walks = known({"områden": ["a"]}, {"områden": ["b", "a"]}, {"titel": "titel-0"}, {"områden": ["c"]})
    assert {one.id for one in walks.others_here(walks.as_of.public.walks["v0"])} == {"v1", "v2"}


def test_a_walk_knows_those_that_were_moved_to_it() -> None:
    walks = known({"skede": "flyttad", "flyttad_till": "v1"}, {})
    assert [one.id for one in walks.moved_here(walks.as_of.public.walks["v1"])] == ["v0"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (
            {"områden": ["a"], "stopp": stop("Skolgården")},
            {"områden": ["a"], "stopp": stop("skolgården")},
            True,
        ),
        (
            {"områden": ["a"], "stopp": stop("Skolgården")},
            {"områden": ["b"], "stopp": stop("Skolgården")},
            False,
        ),
        (
            {"områden": ["a"], "stopp": stop("Skolgården")},
            {"områden": ["a"], "stopp": stop("Trappan")},
            False,
        ),
        ({"stopp": stop("Tunneln", "58.3100")}, {"stopp": stop("Tunneln", "58.3108")}, True),
        ({"stopp": stop("Tunneln", "58.3100")}, {"stopp": stop("Tunneln", "58.3110")}, False),
        ({"stopp": stop("Tunneln", "58.3100", "gata")}, {"stopp": stop("Tunneln", "58.3100", "gata")}, False),
    ],
    ids=["same area", "other area", "other name", "near", "far", "not exactly known"],
)
def test_the_same_place_has_the_same_name_and_lies_where_the_walks_meet_or_near(
    first: dict[str, object], second: dict[str, object], same: bool
) -> None:
    walks = known(first, second)
    one, other = (walks.as_of.public.walks[id] for id in ("v0", "v1"))
    assert walks.same_place(one, one.stops[0]) == (((other, other.stops[0]),) if same else ())


def test_two_stops_of_one_walk_are_not_the_same_place_again() -> None:
    walks = known({"stopp": [*stop("Hagnäsvägen"), {"nr": "2", "plats": "Hagnäsvägen"}]})
    assert walks.same_place(walks.by_date[0], walks.by_date[0].stops[0]) == ()
