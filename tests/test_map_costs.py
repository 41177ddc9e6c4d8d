"""What maps cost to build: the time is told as a share of its target, and only a blow-up fails.

Times are of the processor and not of the clock on the wall: machines that run tests are busy ones.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import made_town
from loftet.maps import interactive, points
from loftet.maps.figure import figure
from loftet.maps.ground import Ground
from loftet.maps.picture import svg
from loftet.maps.scene import Scene
from loftet.maps.terrain import BUDGET

Record = Callable[[str, object], None]


def seconds(scenes: list[Scene]) -> float:
    """Build every file of some maps and give the processor's time for it."""
    began = time.process_time()
    for scene in scenes:
        figure(scene, "../"), interactive.script(scene), points.geojson(scene)
    return time.process_time() - began


def fresh_ground() -> Ground:
    """Give the rich ground as a build first meets it, nothing of it projected yet."""
    return replace(made_town.rich_ground())


def test_ten_thousand_places_on_rich_ground_take_a_second_to_build(record_property: Record) -> None:
    ground = fresh_ground()
    tuple(ground.within((0, 0, 0, 0)))
    scene = replace(made_town.crowd(10_000), ground=ground)
    share = seconds([scene]) / 1.0
    record_property("share_of_target", share)
    assert share <= 3


def test_two_hundred_walks_on_rich_ground_take_twenty_seconds_to_build(record_property: Record) -> None:
    ground = fresh_ground()
    scenes = [replace(made_town.walk(f"vandring-{number}"), ground=ground) for number in range(20)]
    share = seconds(scenes) / 2.0
    record_property("share_of_target", share)
    assert share <= 3


def test_rich_ground_is_drawn_as_richly_as_the_budget_allows() -> None:
    """A picture that begins too coarsely would be quick, and empty."""
    scene = replace(made_town.crowd(100), ground=fresh_ground())
    drawn = svg(scene).partition('<g transform="scale(.1)">')[2].partition("</g>")[0]
    assert BUDGET / 4 <= len(drawn) <= BUDGET
