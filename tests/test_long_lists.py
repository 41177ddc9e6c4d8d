"""Laws of long lists: a page shows their first lines and leads to all of them, none lost and every link right."""

from __future__ import annotations

import re
from pathlib import Path

import small_town
from loftet import addresses
from loftet.pages import all_pages
from loftet.pages.areas import areas
from loftet.pages.index import index
from loftet.pages.long_lists import LongLists
from loftet.pages.measure_lists import measure_lists
from loftet.pages.news import news
from loftet.pages.paging import in_parts, part_links
from loftet.pages.site import Page, Site, plain_text
from loftet.pages.start import start
from loftet.publishing.offered import offered

HELD = 30


def town(folder: Path, held: int = HELD) -> Site:
    """Give a municipality with so many measures in one area and under one commitment."""
    acts = "".join(
        f"- {{id: sak-{n:03}, titel: Sak {n:03}, område: [centrum], åtagande: ljus/lampor}}\n"
        for n in range(held)
    )
    entries = "".join(f"  - {{om: sak-{n:03}, bedömning: pågår}}\n" for n in range(held))
    files = {
        "kommun.yml": "namn: Byn\n",
        "omraden.yml": "- {id: centrum, namn: Centrum, typ: stadsdel}\n",
        "loften/ljus.yml": "titel: Ljus\nåtaganden:\n  - {id: lampor, text: Nya lampor}\n",
        "atgarder.yml": acts,
        "uppfoljningar/nu.yml": f"gäller_per: 2025-06-01\npublicerad: 2025-06-01\nlöften: [ljus]\nposter:\n{entries}",
    }
    return small_town.site(small_town.write(folder, files))


def lines(page: Page) -> list[str]:
    found = re.findall(r'<p class="lo-item__title">(.*?)</p>', page.body)
    return [plain_text(one) for one in found]


def test_an_area_shows_the_first_measures_and_leads_to_all_of_them(tmp_path: Path) -> None:
    drawn = {page.address: page for page in areas(town(tmp_path))}
    first = drawn["omraden/centrum/"]
    assert lines(first) == ["Sak 000", "Sak 001", "Sak 002", "Sak 003"]
    assert "30 åtgärder: 30 pågår." in plain_text(first.body)
    assert '<a href="atgarder/">Visa alla 30</a>' in first.body
    whole = [drawn["omraden/centrum/atgarder/"], drawn["omraden/centrum/atgarder/sida/2/"]]
    assert [len(lines(page)) for page in whole] == [20, 10]
    assert [one for page in whole for one in lines(page)] == [f"Sak {n:03}" for n in range(HELD)]
    assert 'href="../../../../../atgarder/sak-020/"' in whole[1].body
    assert '<a href="../../../">Centrum</a>' in whole[1].body
    assert '<a href="../">Centrum</a>' in whole[0].body


def test_a_list_with_one_line_more_than_stands_on_the_page_stays_whole(tmp_path: Path) -> None:
    first, *others = [
        page for page in areas(town(tmp_path, 5)) if page.address.startswith("omraden/centrum/")
    ]
    assert (len(lines(first)), others) == (5, [])


def test_every_link_to_another_page_leads_to_one_that_is_drawn(tmp_path: Path) -> None:
    site = town(tmp_path)
    pages = list(all_pages(site))
    known = offered(site, pages)
    links = {
        addresses.resolved(page.address, link)
        for page in pages
        for link in re.findall(r'href="([^"]+)"', page.body)
        if not link.startswith(("#", "http", "mailto:", "tel:"))
    }
    broken = {one for one in links if not known.has(one.partition("#")[0])}
    assert {
        one for one in broken if not one.startswith(("data/", "floden/", "kalender/", "inbaddat/"))
    } == set()


def test_a_link_to_another_site_stays_as_it_is(tmp_path: Path) -> None:
    long = LongLists(town(tmp_path, 1), "omraden/centrum/", "Centrum")
    link = "https://exempel.se/protokoll"
    long.first("siffror", "Siffror", [{"title": f"Rad {n}", "href": link} for n in range(6)])
    (page,) = long.pages()
    assert page.body.count(f'href="{link}"') == 6


def test_no_page_but_the_follow_ups_own_grows_with_the_number_of_records(tmp_path: Path) -> None:
    """With the shell of 7 kB about 20; a follow-up keeps the anchors of all that it says."""
    made = {page.address: len(page.body.encode()) for page in all_pages(town(tmp_path, 1000))}
    heavy = {address for address, size in made.items() if size > 14_000}
    assert heavy == {"uppfoljningar/nu/", addresses.METHOD}


def test_no_part_of_a_list_is_permanent(tmp_path: Path) -> None:
    pages = list(all_pages(town(tmp_path)))
    parts = [page for page in pages if "/sida/" in page.address]
    assert parts
    assert not any(page.listed for page in parts)


def test_what_a_follow_up_changed_is_told_in_full_by_the_follow_up(tmp_path: Path) -> None:
    (page,) = news(town(tmp_path))
    assert len(lines(page)) == 6
    assert '<a href="../uppfoljningar/nu/#andrat">Visa alla 30</a>' in page.body


def test_of_many_parts_the_first_the_last_and_the_near_ones_are_named(tmp_path: Path) -> None:
    parts = list(in_parts("atgarder/", range(200), first=10))
    shown = part_links(town(tmp_path), parts[5])
    assert shown is not None
    numbers = shown["numbers"]
    assert isinstance(numbers, list)
    assert [(one["number"], one["gap"]) for one in numbers] == [
        (1, False),
        (5, True),
        (6, False),
        (7, False),
        (11, True),
    ]
    assert [len(part.items) for part in parts] == [10, *[20] * 9, 10]


def test_an_index_of_more_than_three_hundred_entries_gives_each_letter_pages_of_its_own(
    tmp_path: Path,
) -> None:
    short, *none = index(town(tmp_path / "few", 250))
    assert none == []
    assert "Visa alla" not in short.body
    first, *others = index(town(tmp_path / "many", 310))
    assert '<a href="bokstav-s/">Visa alla 310</a>' in first.body
    assert len(first.body) < len(short.body) / 4
    assert [len(lines(page)) for page in others] == [60, 60, 60, 60, 60, 10]
    assert 'href="../../../../atgarder/sak-060/"' in others[1].body


def test_an_overview_says_once_that_there_is_nothing(tmp_path: Path) -> None:
    site = small_town.site(small_town.write(tmp_path, {"kommun.yml": "namn: Byn\n"}))
    told = {page.address: plain_text(page.body) for page in all_pages(site)}
    assert "räkna" not in told["atgarder/"] + told[""]
    assert "Inga åtaganden." in told[""]
    assert "Allt som har ändrats" not in told[""]


def test_of_many_promises_areas_and_missing_follow_ups_the_start_page_names_few(tmp_path: Path) -> None:
    files = {
        "kommun.yml": "namn: Byn\n",
        "omraden.yml": "".join(f"- {{id: o-{n}, namn: Område {n}, typ: stadsdel}}\n" for n in range(13)),
    } | {
        f"loften/l-{n}.yml": (
            f"titel: Löfte nummer {n}\nperiod: {{från: 2025-01-0{n + 1}, till: 2026-12-31}}\n"
            "uppföljning_lovad: {antal: 4, per: år}\n"
        )
        for n in range(5)
    }
    (page,) = start(small_town.site(small_town.write(tmp_path, files)))
    told = plain_text(page.body)
    assert told.count("Löfte nummer") == 3
    assert '<a href="loften/">Alla 5 löften som gäller nu</a>' in page.body
    assert "Uppföljning av 5 löften saknas. Listan säger vilka." in told
    assert '<a href="omraden/">Alla områden</a>' in page.body


def test_what_the_list_of_all_measures_counts_is_said_once(tmp_path: Path) -> None:
    """A sentence with a dozen numbers and the same numbers under its bar would push the measures off a phone."""
    (first, *_) = measure_lists(town(tmp_path))
    told = plain_text(first.body)
    assert "30 åtgärder 30 pågår" in told
    assert "30 åtgärder: 30 pågår" not in told
    assert '<b>30</b> <a href="status/pagar/">pågår</a>' in first.body
