"""Streets and places are found in the editor's words, and lead to what is promised, done and seen there."""

from datetime import date
from pathlib import Path

from loftet.facts import AsOf
from loftet.facts.places import NamedPlace, places
from loftet.loading import load
from loftet.pages.places import place_pages
from loftet.pages.site import Site, plain_text

DAY = date(2026, 3, 10)

MEASURES = """
- id: ljus
  titel: Nytt ljus vid Björkskolans port
  plats_i_ord: Norra vägen och Ågatan
- id: gang
  titel: Gångvägen till torget
  beskrivning: En gångvägen som rustas upp.
- id: tunnel
  titel: Hela lampor i tunneln under spåren
"""

WALK = """
titel: Stationen
datum: 2025-10-14
stopp:
  - {nr: 1, plats: Tunneln under spåren}
  - {nr: 2, plats: "Ågatan, södra delen"}
  - {nr: 3, plats: Parken vid biblioteket}
"""


def as_of(folder: Path) -> AsOf:
    (folder / "vandringar").mkdir()
    (folder / "kommun.yml").write_text("namn: Byn\n", encoding="utf-8")
    (folder / "atgarder.yml").write_text(MEASURES, encoding="utf-8")
    (folder / "vandringar" / "v1.yml").write_text(WALK, encoding="utf-8")
    register, problems = load(folder)
    assert problems == ()
    return AsOf(register, DAY)


def found(folder: Path) -> dict[str, NamedPlace]:
    return {one.name: one for one in places(as_of(folder))}


def test_streets_are_known_by_their_endings_and_other_places_by_their_first_words(tmp_path: Path) -> None:
    assert sorted(found(tmp_path)) == [
        "Björkskolan",
        "Norra vägen",
        "Parken vid biblioteket",
        "Tunneln under spåren",
        "Ågatan",
    ]


def test_a_street_has_all_that_names_it(tmp_path: Path) -> None:
    street = found(tmp_path)["Ågatan"]
    assert [one.id for one in street.measures] == ["ljus"]
    assert [stop.number for _, stop in street.stops] == ["2"]
    assert street.id == "agatan"


def test_a_place_of_a_stop_is_found_in_what_others_say(tmp_path: Path) -> None:
    assert [one.id for one in found(tmp_path)["Tunneln under spåren"].measures] == ["tunnel"]


def test_the_list_leads_to_each_place_with_how_it_goes(tmp_path: Path) -> None:
    first, *letters = place_pages(Site(as_of(tmp_path), DAY))
    assert 'href="a-ring/#agatan"' in first.body
    told = {one.address: one for one in letters}["platser/a-ring/"]
    assert "Nytt ljus vid Björkskolans port ej uppföljd ännu" in plain_text(told.body)
    assert not told.listed


def test_without_any_place_the_list_says_so(tmp_path: Path) -> None:
    (tmp_path / "kommun.yml").write_text("namn: Byn\n", encoding="utf-8")
    register, _ = load(tmp_path)
    (only,) = place_pages(Site(AsOf(register, DAY), DAY))
    assert "Ingen gata eller plats är nämnd ännu." in plain_text(only.body)
