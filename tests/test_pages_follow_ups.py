"""The pages of follow-ups: an edition that never changes in today's frame, the list, what is new, corrections."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from loftet.facts import AsOf
from loftet.loading import load
from loftet.pages.corrections import correction_page
from loftet.pages.follow_up_list import follow_up_list
from loftet.pages.follow_ups import edition_body, follow_ups
from loftet.pages.news import news
from loftet.pages.site import Site, plain_text

TODAY = date(2026, 3, 10)
TOWN = {
    "kommun.yml": "namn: Byn\n",
    "parter.yml": "- {id: kommunen, namn: Byns kommun}\n- {id: polisen, namn: Polisen i Byn}\n",
    "grupper/radet.yml": "namn: Rådet\n",
    "moten/radet-1.yml": "grupp: radet\ndatum: 2026-02-12\n",
    "loften/ljus.yml": """\
titel: Ljus på torget
period: {från: 2025-01-01, till: 2026-12-31}
uppföljning_lovad: {antal: 4, per: år}
parter:
  - {part: kommunen, roll: undertecknar}
  - {part: polisen, roll: undertecknar}
åtaganden:
  - {id: stolpar, text: Nya stolpar på torget}
  - {id: buskar, text: Lägre buskar}
""",
    "atgarder/armaturer.yml": "titel: Sju armaturer\nåtagande: ljus/stolpar\n",
    "uppfoljningar/februari.yml": """\
möte: radet-1
gäller_per: 2026-02-10
rapporterar: [kommunen]
poster:
  - om: armaturer
    bedömning: pågår
    text: Fem av sju lyser.
    uppgift_från: kommunen
""",
}
AUGUST = """\
gäller_per: 2025-08-20
publicerad: 2025-09-01
rapporterar: [kommunen, polisen]
poster:
  - {om: armaturer, bedömning: planerad}
"""
Files = Mapping[str, str]
NONE: Files = MappingProxyType({})


def site(folder: Path, more: Files = NONE, today: date = TODAY, without: tuple[str, ...] = ()) -> Site:
    for name, text in {**TOWN, **more}.items():
        if name not in without:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    register, problems = load(folder)
    assert not problems, problems
    return Site(AsOf(register, today), today, root="https://byn.example/")


def body(made: Site, id: str = "februari") -> str:
    return next(page.body for page in follow_ups(made) if page.address == f"uppfoljningar/{id}/")


def words(made: Site, id: str = "februari") -> str:
    return plain_text(body(made, id))


def entry(fields: str) -> Files:
    return {
        "uppfoljningar/februari.yml": f"möte: radet-1\ngäller_per: 2026-02-10\nposter:\n  - om: armaturer\n{fields}"
    }


def test_an_edition_says_which_version_it_is_as_exactly_as_its_day_is_known(tmp_path: Path) -> None:
    assert "Fastställd version den 12 februari 2026, ändras inte" in words(site(tmp_path / "a"))
    vague = {"uppfoljningar/u.yml": "gäller_per: hösten 2025\npublicerad: oktober 2025\n"}
    assert "Publicerad version oktober 2025, ändras inte" in words(site(tmp_path / "b", vague), "u")


def test_what_is_frozen_is_the_same_bytes_whatever_comes_later(tmp_path: Path) -> None:
    soon_late = {
        "atgarder/armaturer.yml": "titel: Sju armaturer\nåtagande: ljus/stolpar\nklart_senast: 2026-02-28\n"
    }
    alone = site(tmp_path / "a", soon_late, date(2026, 2, 12))
    later = {
        **soon_late,
        "uppfoljningar/u.yml": "gäller_per: 2026-03-05\nposter:\n  - {om: ljus/buskar, bedömning: uppfyllt}\n",
        "moten/radet-1.yml": "grupp: radet\ndatum: 2026-02-12\nparagraf: § 4\njusterat: 2026-02-20\n",
        "rattelser/r.yml": "rättar: februari\ndatum: 2026-03-01\nstod: Fem\nska_vara: Fyra\nvarför: Fel\n",
    }
    after = site(tmp_path / "b", later)
    told = alone.as_of.follow_ups[0]
    assert edition_body(after, after.register.follow_ups["februari"]) == edition_body(alone, told)
    assert "§ 4" in words(after)


def test_a_signatory_that_did_not_report_is_shown_plainly(tmp_path: Path) -> None:
    told = words(site(tmp_path))
    assert re.search(r"Rapporterade Byns kommun Rapporterade inte Polisen i Byn", told)


def test_a_claim_without_evidence_is_published_as_such(tmp_path: Path) -> None:
    assert "Enligt Byns kommun, underlag saknas." in words(site(tmp_path / "a"))
    shown = entry(
        "    bedömning: genomförd\n    belägg: [{text: Arbetsorder 7}]\n    bekräftat_av_i_ord: gående\n"
    )
    told = words(site(tmp_path / "b", shown))
    assert "Arbetsorder 7" in told
    assert "Bekräftat av gående." in told


def test_target_and_outcome_stand_side_by_side_and_an_outcome_alone_says_so(tmp_path: Path) -> None:
    five = entry("    bedömning: pågår\n    utfall: 5\n    enhet: armaturer\n")
    aimed = {"atgarder/armaturer.yml": "titel: Sju armaturer\nmål: {antal: 7, enhet: armaturer}\n"}
    beside, alone = words(site(tmp_path / "a", {**five, **aimed})), words(site(tmp_path / "b", five))
    assert "Mål 7 armaturer Utfall 5 armaturer" in beside
    assert "Utfall 5 armaturer. Inget mål är angivet" in alone


def test_a_moved_time_table_stands_beside_the_old_one(tmp_path: Path) -> None:
    moved = entry("    bedömning: pågår\n    ny_tidsplan: april 2026\n    skäl: ny tidsplan\n")
    old = {"atgarder/armaturer.yml": "titel: Sju armaturer\nklart_senast: hösten 2025\n"}
    told = words(site(tmp_path, {**moved, **old}))
    assert "ändrad från hösten 2025 till april 2026" in told


def test_every_entry_has_an_anchor_of_its_own_also_when_the_same_is_told_twice(tmp_path: Path) -> None:
    twice = entry(
        "    bedömning: pågår\n    avser: 2025\n  - om: armaturer\n    utfall: 3\n    avser: 2024\n"
    )
    drawn = body(site(tmp_path, twice))
    ids = re.findall(r'\bid="([^"]+)"', drawn)
    assert {"armaturer", "armaturer-2"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_what_is_not_mentioned_is_listed_and_never_called_undone(tmp_path: Path) -> None:
    told = words(site(tmp_path))
    silent = told[told.index("Det här nämns inte") :]
    assert "betyder inte att inget är gjort" in silent
    assert "Lägre buskar, som ingen uppföljning har nämnt" in silent
    assert "Nya stolpar" not in silent


def test_sources_that_disagree_are_both_quoted_with_their_publisher(tmp_path: Path) -> None:
    torn = entry("""\
    bedömning: pågår
    uppgifterna_skiljer_sig:
      - om: antal armaturer
        lydelser:
          - {text: fem, utgivare: Byns kommun}
          - {text: sex, utgivare: Polisen}
""")
    told = words(site(tmp_path, torn))
    assert "Så skriver Byns kommun fem" in told
    assert "Så skriver Polisen sex" in told


def test_a_correction_stands_dated_on_the_edition_with_the_old_text_readable(tmp_path: Path) -> None:
    made = {
        "rattelser/r.yml": (
            "rättar: februari\nom: armaturer\ndatum: 2026-03-01\nstod: Fem lyser\n"
            "ska_vara: Fyra lyser\nvarför: Felräknat\n"
        )
    }
    drawn = body(site(tmp_path, made))
    told = plain_text(drawn)
    assert "Rättad 1 mars 2026" in told
    assert "Det stod Fem lyser Det ska stå Fyra lyser" in told
    assert 'href="#armaturer"' in drawn


def test_a_correction_to_come_is_not_told_yet(tmp_path: Path) -> None:
    later = {
        "rattelser/r.yml": "rättar: februari\ndatum: 2026-05-01\nstod: Fem\nska_vara: Fyra\nvarför: Fel\n",
    }
    made = site(tmp_path, later)
    assert "Fyra" not in words(made)
    assert "Inga rättelser har gjorts." in plain_text(next(correction_page(made)).body)


@pytest.mark.parametrize(
    "draft",
    ["skede: utkast\ngäller_per: 2026-03-01\n", "utkast: ja\ngäller_per: 2026-03-01\n"],
)
def test_a_draft_has_no_page_and_no_line(tmp_path: Path, draft: str) -> None:
    made = site(tmp_path, {"uppfoljningar/hemlig.yml": f"titel: Kanariefågel\n{draft}"})
    pages = [*follow_ups(made), *follow_up_list(made), *news(made)]
    assert not [page.address for page in pages if "hemlig" in page.address or "Kanariefågel" in page.body]


def test_a_missing_follow_up_is_the_first_thing_the_list_says(tmp_path: Path) -> None:
    made = site(tmp_path, today=date(2026, 6, 30))
    told = plain_text(next(follow_up_list(made)).body)
    assert told.index("Uppföljning saknas sedan 12 maj 2026") < told.index("Publicerade uppföljningar")
    in_time = site(tmp_path, today=date(2026, 6, 1))
    assert "saknas sedan" not in plain_text(next(follow_up_list(in_time)).body)


def test_a_promise_without_rhythm_has_no_missing_follow_up_and_says_so(tmp_path: Path) -> None:
    free = TOWN["loften/ljus.yml"].replace("uppföljning_lovad: {antal: 4, per: år}\n", "")
    told = plain_text(next(follow_up_list(site(tmp_path, {"loften/ljus.yml": free}, date(2026, 12, 1)))).body)
    assert "saknas sedan" not in told
    assert "löftet säger inte hur ofta" in told


def test_the_newest_stands_first_in_the_list_and_in_what_is_new(tmp_path: Path) -> None:
    made = site(tmp_path, {"uppfoljningar/augusti.yml": AUGUST})
    for page in (next(follow_up_list(made)), next(news(made))):
        order = re.findall(r'href="[^"#]*(februari|augusti)/"', page.body)
        assert order == ["februari", "augusti"]


def test_only_the_latest_three_are_told_in_full_among_what_is_new(tmp_path: Path) -> None:
    more = {
        f"uppfoljningar/u{month}.yml": (
            f"gäller_per: 2025-0{month}-20\nposter:\n  - {{om: armaturer, bedömning: {word}}}\n"
        )
        for month, word in ((1, "planerad"), (2, "pågår"), (3, "pausad, skäl: saknar pengar"), (4, "pågår"))
    }
    told = next(news(site(tmp_path, more))).body
    assert re.findall(r'<h2 id="u--([^"]+)">', told) == ["februari", "u4", "u3"]
    assert told.index('id="aldre"') < told.index("/u2/")
    lines = re.findall(r'<li class="lo-item" id="u--([^"]+)">', told)
    assert lines == ["u2", "u1"], "a link to what once was told in full leads to its line"


def test_without_follow_ups_every_page_says_what_is_missing(tmp_path: Path) -> None:
    made = site(tmp_path, without=("uppfoljningar/februari.yml",))
    assert list(follow_ups(made)) == []
    assert "Ingen uppföljning är publicerad ännu." in plain_text(next(follow_up_list(made)).body)
    assert "Ingen uppföljning är publicerad ännu." in plain_text(next(news(made)).body)


def test_an_editors_text_is_never_markup(tmp_path: Path) -> None:
    hostile = entry('    bedömning: pågår\n    text: "<script>alert(1)</script>"\n')
    assert "<script" not in body(site(tmp_path, hostile))
