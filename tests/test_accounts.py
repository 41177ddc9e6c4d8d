"""Whom a follow-up heard, and what it passes over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from loftet.facts import AsOf
from loftet.facts.accounts import covered, left_out, left_unmentioned, passed_over, reporting
from small_town import site, write

TOWN = {
    "kommun.yml": "namn: Byn\n",
    "parter.yml": """\
- id: kommunen
  namn: Byns kommun
- id: tekniska
  namn: Tekniska
  ingår_i: kommunen
- id: polisen
  namn: Polisen
- id: skolan
  namn: Skolan
""",
    "loften/ljus.yml": """\
titel: Ljus
period: {från: 2025-01-01, till: 2026-12-31}
parter:
  - {part: kommunen, roll: undertecknar}
  - {part: polisen, roll: undertecknar}
  - {part: skolan, roll: medverkar}
åtaganden:
  - {id: lampor, text: Nya lampor}
  - {id: buskar, text: Lägre buskar}
""",
    "loften/gammalt.yml": """\
titel: Gammalt
period: {från: 2020-01-01, till: 2021-12-31}
åtaganden:
  - {id: vakter, text: Fler vakter}
""",
    "atgarder/armaturer.yml": "titel: Sju armaturer\nåtagande: ljus/lampor\n",
}


def known(folder: Path, *follow_ups: str, more: dict[str, str] | None = None) -> AsOf:
    told = {f"uppfoljningar/u{place}.yml": text for place, text in enumerate(follow_ups)}
    return site(write(folder, {**TOWN, **told, **(more or {})}), date(2026, 3, 10)).as_of


def told(as_of: AsOf) -> list[str]:
    return [own.id for one in passed_over(as_of, as_of.follow_ups[-1]) for own in one.commitments]


def test_a_signatory_that_did_not_report_is_named_and_one_that_only_takes_part_is_not(tmp_path: Path) -> None:
    as_of = known(tmp_path, "gäller_per: 2026-02-10\nrapporterar: [kommunen]\n")
    assert reporting(as_of, as_of.follow_ups[0]).absent == ("polisen",)


def test_a_party_reports_for_the_one_it_is_part_of(tmp_path: Path) -> None:
    as_of = known(tmp_path, "gäller_per: 2026-02-10\nrapporterar: [tekniska, polisen]\n")
    assert reporting(as_of, as_of.follow_ups[0]).absent == ()


def test_nobody_is_called_absent_where_the_source_names_no_reporter(tmp_path: Path) -> None:
    as_of = known(tmp_path, "gäller_per: 2026-02-10\nrapporterar_i_ord: parterna\n")
    assert reporting(as_of, as_of.follow_ups[0]).absent is None


def test_a_commitment_is_mentioned_through_its_measure(tmp_path: Path) -> None:
    as_of = known(tmp_path, "gäller_per: 2026-02-10\nposter:\n  - {om: armaturer, utfall: 3}\n")
    assert told(as_of) == ["buskar"]


def test_an_ended_promise_is_not_missed_unless_the_follow_up_names_it(tmp_path: Path) -> None:
    silent = known(tmp_path / "a", "gäller_per: 2026-02-10\n")
    named = known(tmp_path / "b", "gäller_per: 2026-02-10\nlöften: [gammalt]\n")
    assert told(silent) == ["lampor", "buskar"]
    assert told(named) == ["vakter"]
    assert [one.id for one in covered(named, named.follow_ups[0])] == ["gammalt"]


def test_what_is_settled_need_not_be_told_again_but_was_missed_before_it_was(tmp_path: Path) -> None:
    early = "gäller_per: 2025-05-10\nposter:\n  - {om: armaturer, utfall: 1}\n"
    verdict = "gäller_per: 2025-11-10\nposter:\n  - {om: ljus/buskar, bedömning: uppfyllt}\n"
    as_of = known(tmp_path, early, verdict, "gäller_per: 2026-02-10\n")
    assert told(as_of) == ["lampor"]
    assert [own.id for own in passed_over(as_of, as_of.follow_ups[0])[0].commitments] == ["buskar"]


def test_a_promise_without_commitments_is_missed_by_its_measures(tmp_path: Path) -> None:
    lone = {
        "loften/lone.yml": "titel: Ensamt\nperiod: {från: 2025-01-01}\n",
        "atgarder/buss.yml": "titel: En buss\nlöfte: lone\n",
    }
    as_of = known(tmp_path, "gäller_per: 2026-02-10\n", more=lone)
    told = passed_over(as_of, as_of.follow_ups[0])
    assert [one.id for lost in told if not lost.commitments for one in lost.measures] == ["buss"]


def test_a_measure_that_nobody_mentions_is_listed_under_a_mentioned_commitment(tmp_path: Path) -> None:
    more = {"atgarder/kabel.yml": "titel: Ny kabel\nåtagande: ljus/lampor\n"}
    spoken = "gäller_per: 2026-02-10\nposter:\n  - {om: armaturer, utfall: 3}\n"
    as_of = known(tmp_path, spoken, more=more)
    assert [one.id for lost in passed_over(as_of, as_of.follow_ups[0]) for one in lost.measures] == ["kabel"]
    assert [one.key for one in left_unmentioned(as_of, as_of.follow_ups[0])] == ["ljus/buskar", "kabel"]


def test_a_promise_that_a_follow_up_is_not_about_is_left_out_whole_and_said_to_be(tmp_path: Path) -> None:
    unga = "titel: Unga\nperiod: {från: 2025-01-01}\nåtaganden:\n  - {id: hus, text: Ett hus}\n"
    spoken = "gäller_per: 2026-02-10\nposter:\n  - {om: ljus/lampor, bedömning: pågår}\n"
    as_of = known(tmp_path, spoken, more={"loften/unga.yml": unga})
    assert [one.promise.id for one in passed_over(as_of, as_of.follow_ups[0])] == ["ljus"]
    assert [one.key for one in left_unmentioned(as_of, as_of.follow_ups[0])] == ["ljus/buskar", "armaturer"]
    assert [one.id for one in left_out(as_of, as_of.follow_ups[0])] == ["unga"]
