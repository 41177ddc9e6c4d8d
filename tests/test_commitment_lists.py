"""Laws of the lists of all commitments by status: each with its reason, those of promises in force first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import small_town
from loftet.pages.commitment_lists import commitment_lists
from loftet.pages.promises import promises
from loftet.pages.site import Page, Site, plain_text
from loftet.pages.start import start

PROMISE = """\
titel: {title}
period: {{från: {first}, till: {last}}}
åtaganden:
  - {{id: ljus, text: Bättre ljus i {title}}}
  - {{id: vuxna, text: Vuxna ute i {title}}}
"""
FOLLOW_UP = """\
gäller_per: {day}
publicerad: {day}
löften: [{promise}]
poster:
  - {{om: {promise}/ljus, bedömning: inte uppfyllt, text: Lamporna kom inte., {reason}}}
"""
TOWN = {
    "kommun.yml": "namn: Byn\n",
    "loften/gammalt.yml": PROMISE.format(title="hamnen", first="2022-01-01", last="2023-12-31"),
    "loften/nytt.yml": PROMISE.format(title="centrum", first="2025-01-01", last="2026-12-31"),
    "uppfoljningar/da.yml": FOLLOW_UP.format(
        day="2023-06-01", promise="gammalt", reason="skäl: saknar pengar"
    ),
    "uppfoljningar/nu.yml": FOLLOW_UP.format(
        day="2025-06-01", promise="nytt", reason="nästa_steg: Nytt försök"
    ),
}
NOT_KEPT = "loften/status/inte-uppfyllt/"


def site(folder: Path, town: dict[str, str] = TOWN) -> Site:
    return small_town.site(small_town.write(folder, town))


def drawn(site: Site) -> dict[str, Page]:
    return {page.address: page for page in commitment_lists(site)}


def lines(page: Page) -> list[str]:
    return [plain_text(one) for one in re.findall(r'<li class="lo-item">.*?</li>', page.body, re.DOTALL)]


def test_what_was_not_kept_stands_in_one_list_with_its_reason_and_what_holds_now_first(
    tmp_path: Path,
) -> None:
    now, then = lines(drawn(site(tmp_path))[NOT_KEPT])
    assert now.startswith("Bättre ljus i centrum inte uppfyllt sedan 1 juni 2025 Lamporna kom inte.")
    assert "Härnäst: Nytt försök Skälet är inte angivet. centrum. 1 januari 2025 – 31 december 2026" in now
    assert (
        "Bättre ljus i hamnen inte uppfyllt sedan 1 juni 2023 Lamporna kom inte. Skäl: saknar pengar." in then
    )


def test_each_status_that_some_commitment_has_is_a_page_with_its_count_that_no_ledger_keeps(
    tmp_path: Path,
) -> None:
    pages = drawn(site(tmp_path))
    assert list(pages) == [NOT_KEPT, "loften/status/ej-uppfoljt-annu/"]
    assert not any(page.listed for page in pages.values())
    assert "2 åtaganden, varav 1 i löften som gäller nu." in plain_text(pages[NOT_KEPT].body)


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        ("nu", "1 åtagande, i ett löfte som gäller nu."),
        ("da", "1 åtagande, i ett löfte som inte gäller nu."),
    ],
)
def test_one_commitment_alone_is_not_counted_twice(tmp_path: Path, kept: str, told: str) -> None:
    town = {name: text for name, text in TOWN.items() if not name.startswith("uppfoljningar/")}
    heard = f"uppfoljningar/{kept}.yml"
    assert told in plain_text(drawn(site(tmp_path, {**town, heard: TOWN[heard]}))[NOT_KEPT].body)


def test_a_list_that_is_long_stands_on_several_pages_that_lose_nothing(tmp_path: Path) -> None:
    own = "".join(f"  - {{id: sak-{number}, text: Sak {number}}}\n" for number in range(45))
    town = {"kommun.yml": "namn: Byn\n", "loften/nytt.yml": f"titel: Nytt\nåtaganden:\n{own}"}
    pages = drawn(site(tmp_path, town))
    first, *others = pages
    assert first == "loften/status/ej-uppfoljt-annu/"
    assert others == [f"{first}sida/{number}/" for number in (2, 3)]
    told = [line.split(" ej ")[0] for page in pages.values() for line in lines(page)]
    assert told == [f"Sak {number}" for number in range(45)]
    assert [pages[one].title.rpartition(", ")[2] for one in others] == ["sida 2 av 3", "sida 3 av 3"]
    assert re.findall(r'rel="(?:prev|next)" href="([^"]*)"', pages[others[0]].body) == ["../../", "../3/"]


def test_the_bars_words_lead_to_the_lists(tmp_path: Path) -> None:
    made = site(tmp_path)
    (first,) = start(made)
    assert '<a href="loften/status/inte-uppfyllt/">inte uppfyllt</a>' in first.body
    own = {page.address: page.body for page in promises(made)}
    assert '<a href="../status/inte-uppfyllt/">inte uppfyllt</a>' in own["loften/nytt/"]
    assert '<a href="status/inte-uppfyllt/">inte uppfyllt</a>' in own["loften/"]


def test_a_line_gives_the_period_of_an_extended_promise_as_extended(tmp_path: Path) -> None:
    longer = "händelser:\n  - {händelse: förlängt, datum: 2026-01-15, till: 2027-12-31}\n"
    town = {**TOWN, "loften/nytt.yml": TOWN["loften/nytt.yml"] + longer}
    page = next(one for one in commitment_lists(site(tmp_path, town)) if one.address == NOT_KEPT)

    assert "förlängt till 31 december 2027" in plain_text(page.body)
