"""What a follow-up changed, told as it was known that day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from loftet.facts import AsOf
from loftet.facts.changes import ChangeKind, changes, edition, mentioned, previous, turned_late
from small_town import TOWN, site, write

NOVEMBER = """\
gäller_per: 2025-11-17
publicerad: 2025-11-20
poster:
  - om: armaturer
    bedömning: pågår
"""


BARE = {"atgarder/stolpar.yml": "titel: Stolpar utan sista dag\n"}


def known(
    folder: Path,
    follow_ups: dict[str, str],
    today: date = date(2026, 3, 10),
    more: Mapping[str, str] = MappingProxyType({}),
) -> AsOf:
    town = {name: text for name, text in TOWN.items() if not name.startswith("uppfoljningar/")}
    told = {f"uppfoljningar/{name}.yml": text for name, text in follow_ups.items()}
    return site(write(folder, {**town, **told, **more}), today).as_of


def kinds(as_of: AsOf, id: str) -> list[tuple[str, ChangeKind]]:
    return [(one.about.key, one.kind) for one in mentioned(as_of, as_of.public.follow_ups[id])]


def february(entries: str) -> str:
    return f"möte: radet\ngäller_per: 2026-02-10\nposter:\n{entries}"


def test_what_no_earlier_follow_up_spoke_of_is_told_for_the_first_time(tmp_path: Path) -> None:
    as_of = known(tmp_path, {"a": NOVEMBER, "b": february("  - om: ljus/buskar\n    bedömning: pågår\n")})
    assert kinds(as_of, "a") == [("armaturer", ChangeKind.FIRST)]
    assert kinds(as_of, "b") == [("ljus/buskar", ChangeKind.FIRST)]


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("bedömning: genomförd", ChangeKind.STATUS),
        ("bedömning: pausad\n    skäl: saknar pengar", ChangeKind.STATUS),
        ("bedömning: pågår\n    ny_tidsplan: våren 2026\n    text: Kabeln dröjer", ChangeKind.DEADLINE),
        ("utfall: 5\n    nytt_mål_i_ord: fem armaturer\n    text: Färre", ChangeKind.DEADLINE),
        ("bedömning: pågår\n    utfall: 5", ChangeKind.CONFIRMED),
        ("utfall: 5", ChangeKind.FIGURES),
    ],
)
def test_a_thing_is_grouped_by_what_the_follow_up_did_to_it(
    tmp_path: Path, entry: str, kind: ChangeKind
) -> None:
    november = NOVEMBER.replace("armaturer", "stolpar")
    as_of = known(tmp_path, {"a": november, "b": february(f"  - om: stolpar\n    {entry}\n")}, more=BARE)
    assert kinds(as_of, "b") == [("stolpar", kind)]


def test_a_new_time_table_stands_beside_the_old_one(tmp_path: Path) -> None:
    moved = "  - om: armaturer\n    bedömning: pågår\n    ny_tidsplan: april 2026\n    text: Kabeln dröjer\n"
    again = "gäller_per: 2026-03-01\nposter:\n" + moved.replace("april 2026", "maj 2026")
    as_of = known(tmp_path, {"a": NOVEMBER, "b": february(moved), "c": again})
    first, second = (mentioned(as_of, as_of.public.follow_ups[id])[0] for id in "bc")
    assert (first.old_deadline, first.new_deadline) == ("hösten 2025", "april 2026")
    assert (second.old_deadline, second.new_deadline) == ("april 2026", "maj 2026")


def test_a_time_table_said_again_is_not_a_new_one(tmp_path: Path) -> None:
    moved = "  - om: armaturer\n    bedömning: pågår\n    ny_tidsplan: april 2026\n    text: Kabeln dröjer\n"
    as_of = known(tmp_path, {"b": february(moved), "c": "gäller_per: 2026-03-01\nposter:\n" + moved})
    assert kinds(as_of, "c") == [("armaturer", ChangeKind.CONFIRMED)]


def test_what_became_late_between_two_follow_ups_has_a_new_status(tmp_path: Path) -> None:
    as_of = known(tmp_path, {"a": NOVEMBER, "b": february("  - om: armaturer\n    bedömning: pågår\n")})
    told = mentioned(as_of, as_of.public.follow_ups["b"])[0]
    assert (told.before, told.after, told.kind) == ("pågår", "försenad", ChangeKind.STATUS)


def test_the_same_thing_told_twice_is_two_entries_in_one_group(tmp_path: Path) -> None:
    twice = "  - om: armaturer\n    utfall: 3\n  - om: armaturer\n    bedömning: genomförd\n"
    as_of = known(tmp_path, {"a": NOVEMBER, "b": february(twice)})
    assert kinds(as_of, "b") == [("armaturer", ChangeKind.STATUS)] * 2


def test_what_is_only_confirmed_is_not_a_change(tmp_path: Path) -> None:
    december = NOVEMBER.replace("2025-11-17", "2025-11-25").replace("2025-11-20", "2025-11-26")
    as_of = known(tmp_path, {"a": NOVEMBER, "b": december})
    assert changes(as_of, as_of.public.follow_ups["b"]) == ()


def test_an_edition_says_the_same_whatever_comes_later(tmp_path: Path) -> None:
    later = february("  - om: armaturer\n    bedömning: genomförd\n")
    alone = known(tmp_path / "a", {"a": NOVEMBER}, date(2025, 11, 20))
    after = known(tmp_path / "b", {"a": NOVEMBER, "b": later})
    assert mentioned(alone, alone.follow_ups[0]) == mentioned(after, after.follow_ups[0])
    assert edition(after, after.follow_ups[0]).follow_ups == alone.follow_ups


def test_two_follow_ups_of_one_day_are_told_apart(tmp_path: Path) -> None:
    same_day = february("  - om: armaturer\n    bedömning: genomförd\n")
    earlier = february("  - om: armaturer\n    bedömning: planerad\n").replace("02-10", "02-09")
    as_of = known(tmp_path, {"a": earlier, "b": same_day})
    told = mentioned(as_of, as_of.public.follow_ups["b"])[0]
    assert told.after == "genomförd"
    assert mentioned(as_of, as_of.public.follow_ups["a"])[0].after == "försenad"


def test_a_late_published_follow_up_is_not_before_one_that_never_knew_it(tmp_path: Path) -> None:
    slow = NOVEMBER.replace("2025-11-20", "2026-03-01")
    as_of = known(tmp_path, {"slow": slow, "b": february("  - om: armaturer\n    bedömning: pågår\n")})
    assert previous(as_of, as_of.public.follow_ups["b"]) is None
    assert kinds(as_of, "b") == [("armaturer", ChangeKind.FIRST)]


def test_a_follow_up_is_compared_with_the_nearest_earlier_one_of_the_same_promise(tmp_path: Path) -> None:
    other = "gäller_per: 2025-12-10\npublicerad: 2025-12-12\nposter:\n  - {om: unga/hus, bedömning: pågår}\n"
    promise = "titel: Unga\nåtaganden:\n  - {id: hus, text: Ett hus}\n"
    later = february("  - om: armaturer\n    bedömning: genomförd\n")
    as_of = known(tmp_path, {"a": NOVEMBER, "b": other, "c": later}, more={"loften/unga.yml": promise})
    told = {one.id: one for one in as_of.follow_ups}
    assert previous(as_of, told["c"]) is told["a"]
    assert previous(as_of, told["b"]) is None


def test_what_has_turned_late_since_is_told_by_the_clock(tmp_path: Path) -> None:
    before = known(tmp_path, {"a": NOVEMBER}, date(2025, 11, 30))
    after = AsOf(before.register, date(2025, 12, 1))
    assert turned_late(before, before.follow_ups[0]) == ()
    assert [one.title for one in turned_late(after, after.follow_ups[0])] == ["Sju armaturer"]


def test_what_was_late_already_has_not_turned_late_since(tmp_path: Path) -> None:
    as_of = known(tmp_path, {"b": february("  - om: armaturer\n    bedömning: pågår\n")})
    assert mentioned(as_of, as_of.follow_ups[0])[0].after == "försenad"
    assert turned_late(as_of, as_of.follow_ups[0]) == ()
