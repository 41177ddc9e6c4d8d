"""Laws of the plain pages that show the stops of one status or one category."""

from __future__ import annotations

import re
from pathlib import Path

import small_town
from loftet.pages.site import Page, Site, plain_text
from loftet.pages.stop_filters import stop_filters
from loftet.pages.walks import walks
from loftet.publishing.offered import offered

TOWN = {
    "kommun.yml": "namn: Byn\n",
    "vandringar/torget.yml": """\
titel: Torget
datum: 2025-10-14
stopp:
  - {nr: 1, plats: Tunneln, läge: {lat: 58.31207, lon: 14.50311}, kategorier: [Belysning, växtlighet]}
  - {nr: 2, plats: Trappan, kategorier: [belysning], svar: Kommunen äger inte trappan.}
  - {nr: 3, plats: Parken, slag: positivt, läge: {lat: 58.314, lon: 14.506}, kategorier: [väx/tlighet, väx tlighet]}
""",
    "vandringar/parken.yml": "titel: Parken\ndatum: 2025-09-02\nstopp:\n  - {nr: 1, plats: Bänken}\n",
    "vandringar/nasta.yml": "titel: Nästa\ndatum: 2026-05-02\nskede: planerad\nstopp:\n  - {nr: 1, plats: Kiosken}\n",
}


def site(folder: Path) -> Site:
    return small_town.site(small_town.write(folder, TOWN))


def drawn(site: Site) -> dict[str, Page]:
    return {page.address: page for page in stop_filters(site)}


def listed(page: Page) -> list[str]:
    """Give the titles of a page's list."""
    return [plain_text(one) for one in re.findall(r'<p class="lo-item__title">.*?</p>', page.body)]


def test_each_status_and_category_that_has_stops_has_a_page(tmp_path: Path) -> None:
    assert list(drawn(site(tmp_path))) == [
        "vandringar/status/fatt-svar/",
        "vandringar/status/vantar/",
        "vandringar/status/positivt/",
        "vandringar/kategori/belysning/",
        "vandringar/kategori/vax-tlighet/",
        "vandringar/kategori/vax-tlighet_2/",
        "vandringar/kategori/vaxtlighet/",
    ]


def test_a_page_lists_its_stops_and_no_other_however_a_category_is_capitalised(tmp_path: Path) -> None:
    pages = drawn(site(tmp_path))
    assert listed(pages["vandringar/kategori/belysning/"]) == ["Stopp 1, Tunneln", "Stopp 2, Trappan"]
    assert listed(pages["vandringar/status/positivt/"]) == ["Stopp 3, Parken"]


def test_the_pages_of_one_way_hold_every_stop_of_walks_that_have_been(tmp_path: Path) -> None:
    found = [one for at, page in drawn(site(tmp_path)).items() if "/status/" in at for one in listed(page)]
    assert sorted(found) == ["Stopp 1, Bänken", "Stopp 1, Tunneln", "Stopp 2, Trappan", "Stopp 3, Parken"]


def test_a_filter_is_neither_permanent_nor_listed(tmp_path: Path) -> None:
    town = site(tmp_path)
    pages = drawn(town).values()
    assert not any(page.listed for page in pages)
    assert offered(town, pages).lasting == {}


def test_the_picture_shows_the_same_stops_as_the_list_and_needs_no_script(tmp_path: Path) -> None:
    pages = drawn(site(tmp_path))
    body = pages["vandringar/status/positivt/"].body
    assert 'aria-labelledby="vandringar-status-positivt-titel' in body
    assert body.count("<use ") == 1
    assert "<script" not in body
    assert "<button" not in body


def test_each_filter_tells_its_number_and_where_one_stands(tmp_path: Path) -> None:
    body = drawn(site(tmp_path))["vandringar/kategori/belysning/"].body
    assert re.search(r'href="[^"]*" aria-current="page">Belysning <b>2</b>', body)
    assert "2 stopp av 4." in plain_text(body)


def test_the_overview_lists_every_stop_with_what_the_script_chooses_by(tmp_path: Path) -> None:
    overview = next(page for page in walks(site(tmp_path)) if page.address == "vandringar/")
    lines = re.findall(r'<li class="lo-item" data-ton="(\w+)" data-kategorier="([^"]*)">', overview.body)
    assert lines == [
        ("sen", "belysning|växtlighet"),
        ("svar", "belysning"),
        ("positivt", "väx/tlighet|väx tlighet"),
        ("sen", ""),
    ]


def test_a_long_list_of_stops_stands_on_pages_of_its_own_that_lose_none(tmp_path: Path) -> None:
    town = with_stops(tmp_path, 45)
    waiting = [page for at, page in drawn(town).items() if at.startswith("vandringar/status/vantar/")]
    assert [len(listed(page)) for page in waiting] == [10, 20, 16]
    assert [one for page in waiting for one in listed(page)][44:] == ["Stopp 45, Plats 45", "Stopp 1, Bänken"]
    assert 'href="../../../../torget/#stopp-11"' in waiting[1].body


def test_the_list_beside_the_map_holds_every_stop_up_to_a_hundred(tmp_path: Path) -> None:
    (overview,) = all_walks(with_stops(tmp_path, 99))
    assert overview.body.count('data-kategorier="') == 100
    whole, *parts = all_walks(with_stops(tmp_path, 100))
    assert '<a href="lista--stopp/">Samma stopp som lista (101)</a>' in whole.body
    assert [page.address for page in parts][:2] == [
        "vandringar/lista--stopp/",
        "vandringar/lista--stopp/sida/2/",
    ]
    assert sum(len(listed(page)) for page in parts) == 101


def with_stops(folder: Path, number: int) -> Site:
    stops = "".join(f"  - {{nr: {n}, plats: Plats {n}}}\n" for n in range(1, number + 1))
    many = {**TOWN, "vandringar/torget.yml": f"titel: Torget\ndatum: 2025-10-14\nstopp:\n{stops}"}
    return small_town.site(small_town.write(folder, many))


def all_walks(town: Site) -> list[Page]:
    return [page for page in walks(town) if page.address.startswith("vandringar/") and not page.source]
