"""Anchors of entries and values: permanent, and one thing each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loftet.addresses import EDITION_SECTIONS, entry, entry_anchors, value_anchors
from loftet.model.follow_up import FollowUp
from loftet.model.knowledge import Indicator

ABOUTS = st.sampled_from(["a", "b", "a/b", "a-b", "a-2", "a/b-2", "rattelser", "hanvisa"])
AREAS = st.sampled_from([None, "byn", "riket"])
PERIODS = st.sampled_from(["2024", "2025", "2025/2026", "2025–2026", "våren 2025", "oktober 2025"])


def follow_up(abouts: list[str]) -> FollowUp:
    return FollowUp.model_validate(
        {"id": "u", "gäller_per": "2026-02-10", "poster": [{"om": about} for about in abouts]}
    )


@given(st.lists(ABOUTS, max_size=8))
def test_no_two_entries_share_an_anchor_and_none_takes_a_sections(abouts: list[str]) -> None:
    anchors = entry_anchors(follow_up(abouts))
    assert len(set(anchors)) == len(abouts)
    assert not set(anchors) & EDITION_SECTIONS


@given(st.lists(st.sampled_from(["a", "b", "a/b", "rattelser"]), min_size=1, max_size=8))
def test_an_entry_keeps_its_anchor_when_another_comes_after(abouts: list[str]) -> None:
    assert entry_anchors(follow_up(abouts))[:-1] == entry_anchors(follow_up(abouts[:-1]))


def test_the_first_entry_about_a_thing_has_its_name_and_the_next_a_number() -> None:
    told = follow_up(["lofte-7/kontroller", "nattvandring", "lofte-7/kontroller"])
    assert entry_anchors(told) == ("lofte-7-kontroller", "nattvandring", "lofte-7-kontroller-2")
    assert entry(told, told.entries[2]) == "uppfoljningar/u/#lofte-7-kontroller-2"


def test_a_number_is_never_the_name_of_another_entry() -> None:
    assert entry_anchors(follow_up(["a", "a", "a-2"])) == ("a", "a-3", "a-2")


@given(st.lists(st.tuples(PERIODS, AREAS, st.sampled_from([None, "flickor", "pojkar"])), max_size=8))
def test_no_two_values_share_an_anchor(rows: list[tuple[str, str | None, str | None]]) -> None:
    values = [
        {name: said for name, said in (("period", period), ("område", area), ("grupp", group)) if said}
        for period, area, group in rows
    ]
    anchors = value_anchors(Indicator.model_validate({"id": "i", "namn": "I", "värden": values}))
    assert len(set(anchors)) == len(values)
    assert all(anchor.isascii() for anchor in anchors)


def test_a_values_anchor_is_its_period_with_another_area_after_it() -> None:
    rows = [
        {"period": "2025", "område": "riket"},
        {"period": "2025"},
        {"period": {"från": "2025-01-01", "till": "2025-09-30"}},
        {"period": "2017–2018", "grupp": "pojkar"},
        {"period": "2017–2018", "grupp": "flickor"},
    ]
    indicator = Indicator.model_validate({"id": "i", "namn": "I", "område": "byn", "värden": rows})
    assert value_anchors(indicator) == (
        "2025-riket",
        "2025",
        "2025-01-01-2025-09-30",
        "2017-2018",
        "2017-2018-flickor",
    )
