"""Laws of what an area and a year hold: what still asks for something, what was held, what is waited for."""

from __future__ import annotations

from pathlib import Path

import pytest

import small_town
from loftet.pages.areas import areas
from loftet.pages.site import Page, Site, plain_text
from loftet.pages.years import years

TOWN = {
    "kommun.yml": "namn: Byn\n",
    "omraden/hamnen.yml": "namn: Hamnen\n",
    "atgarder/lampa.yml": "titel: Byt lampan\nkommer_ur: [{vandring: host, stopp: 1}]\n",
    "atgarder/mur.yml": "titel: Laga muren\nkommer_ur: [{vandring: host, stopp: 1}]\n",
    "vandringar/host.yml": (
        "titel: Runt hamnen\ndatum: 2024-10-22\nområden: [hamnen]\nstopp:\n"
        "  - {nr: 1, plats: Tunneln, iakttagelse: [Det är mörkt.]}\n"
    ),
    "uppfoljningar/nu.yml": (
        "gäller_per: 2025-06-01\npublicerad: 2025-06-01\nposter:\n"
        "  - {om: lampa, bedömning: genomförd, text: Klart.}\n"
        "  - {om: mur, bedömning: genomförs inte, text: Nej., skäl: saknar pengar}\n"
    ),
}


def test_a_stop_of_which_a_part_is_done_is_not_among_what_is_settled(tmp_path: Path) -> None:
    site = small_town.site(small_town.write(tmp_path, TOWN))
    page = next(one for one in areas(site) if one.address == "omraden/hamnen/")
    shown = plain_text(page.body)

    assert "delvis åtgärdat" in shown
    assert "Inte klara ännu" in shown
    assert "Åtgärdat, fått svar eller positivt" not in shown


def text_of(site: Site, address: str) -> str:
    pages: list[Page] = [*areas(site), *years(site)]
    return plain_text(next(one for one in pages if one.address == address).body)


@pytest.mark.parametrize("phase", ["planerad", "inställd", "flyttad"])
def test_a_walk_that_was_not_held_is_not_counted_and_has_no_unpublished_stops(
    tmp_path: Path, phase: str
) -> None:
    walk = f"titel: Runt bryggan\nskede: {phase}\ndatum: 2025-09-01\nområden: [hamnen]\n"
    site = small_town.site(small_town.write(tmp_path, {**TOWN, "vandringar/brygga.yml": walk}))
    shown = text_of(site, "omraden/hamnen/")
    assert "Runt bryggan" in shown
    assert "inte publicerade" not in shown
    assert "1 vandring" in text_of(site, "omraden/")
    assert "0 trygghetsvandringar" in text_of(site, "ar/")


def test_commitments_of_a_promise_that_is_over_stand_after_those_that_hold(tmp_path: Path) -> None:
    def promise(years: str, text: str) -> str:
        first, last = years.split("–")
        period = f"period: {{från: {first}-01-01, till: {last}-12-31}}\n"
        return f"titel: Ljus\nområden: [hamnen]\n{period}åtaganden:\n  - {{id: ljus, text: {text}}}\n"

    town = {
        **TOWN,
        "loften/a-forr.yml": promise("2023–2023", "Det gamla"),
        "loften/b-nu.yml": promise("2025–2027", "Det nya"),
    }
    shown = text_of(small_town.site(small_town.write(tmp_path, town)), "omraden/hamnen/")
    assert shown.index("Det nya") < shown.index("Det gamla")
    assert "1 i löften som gäller nu." in shown


@pytest.mark.parametrize("word", ["genomförs inte", "flyttad", "överlämnad"])
def test_nobody_waits_for_the_last_day_of_what_will_not_be_done_here(tmp_path: Path, word: str) -> None:
    own = "titel: Staket\nområde: [hamnen]\nklart_senast: december 2026\n"
    told = (
        "gäller_per: 2025-06-01\npublicerad: 2025-06-01\nposter:\n"
        f"  - {{om: staket, bedömning: {word}, text: Nej., skäl: saknar pengar, mottagare_i_ord: regionen}}\n"
    )
    town = {**TOWN, "atgarder/staket.yml": own, "uppfoljningar/nu.yml": told}
    del town["vandringar/host.yml"], town["atgarder/lampa.yml"], town["atgarder/mur.yml"]
    shown = text_of(small_town.site(small_town.write(tmp_path, town)), "omraden/hamnen/")
    assert "Staket" in shown
    assert "Klart senast" not in shown
