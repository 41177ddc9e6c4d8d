"""Who searches finds: whatever the ending, with or without dots, by other words, by place, party and status."""

import re

import pytest
from playwright.sync_api import Page

from browsing import Visitor

pytestmark = pytest.mark.browser

FINDS = [
    ("belysningen", "Ny belysning i Hamnparken", "Åtgärd · pausad"),
    ("lampa", "Hela lampor i tunneln under spåren", "Åtgärd · överlämnad, tas över av Trafikverket"),
    ("åtgärder försenad", "Upphöjd gångpassage på Skolgatan", "Åtgärd · försenad, pågår"),
    ("atgarder forsenade", "Upphöjd gångpassage på Skolgatan", "Åtgärd · försenad, pågår"),
    ("stationsvagen", "Stationsvägen", "Gata eller plats"),
    ("Spårgatan", "Spårgatan", "Gata eller plats"),
    ("polis åtagande", "Polisen syns mer till fots på kvällarna, i centrum och i byarna", "Åtagande · pågår"),
    ("insats pausad", "Ny belysning i Hamnparken", "Åtgärd · pausad"),
    ("sociala insatsgrupper", "SIG", "Ord i ordlistan"),
    ("gatubelysn", "Tekniska förvaltningen", "Part"),
]


def hits(page: Page, asked: str) -> list[tuple[str, str]]:
    """Type a question and give each hit, and each part of one: its title, and its kind with its status."""
    page.get_by_label("Sök på webbplatsen").fill(asked)
    page.wait_for_function(
        "asked => document.querySelector('.lo-hits__count')?.textContent.includes(`”${asked}”`)", arg=asked
    )
    return [
        (str(title), str(kind))
        for title, kind in page.locator(".lo-hits li").evaluate_all(
            "rows => rows.map(row => ['a', '.lo-hits__kind'].map(part =>"
            " (row.querySelector(`:scope > ${part}`)?.textContent || '').trim()))"
        )
    ]


@pytest.mark.parametrize(("asked", "title", "kind"), FINDS)
def test_a_question_finds_what_it_means(guest: Visitor, asked: str, title: str, kind: str) -> None:
    guest.visit("")
    assert (title, kind) in hits(guest.page, asked)


def test_nothing_of_the_search_is_fetched_before_it_is_used(guest: Visitor) -> None:
    fetched: list[str] = []
    guest.page.on("request", lambda request: fetched.append(request.url))
    guest.visit("", wait=True)
    assert [one for one in fetched if re.search("search|lunr", one)] == []
    hits(guest.page, "lampa")
    assert [one for one in fetched if one.endswith("search_index.json")]


def test_what_matches_no_page_wholly_is_said_to_match_a_part(guest: Visitor) -> None:
    guest.visit("")
    hits(guest.page, "xyzzy lampor")
    said = guest.page.locator(".lo-hits__count").inner_text()
    assert said.startswith("Inget har alla orden i ”xyzzy lampor”.")


def test_the_field_of_the_start_page_finds_a_street_on_a_phone(guest: Visitor) -> None:
    guest.page.set_viewport_size({"width": 360, "height": 740})
    guest.visit("")
    guest.page.get_by_label("Din gata, en plats eller ett område").fill("Stationsvägen")
    guest.page.get_by_role("button", name="Visa").click()
    guest.page.locator(".lo-hits a", has_text=re.compile("^Stationsvägen$")).click()
    guest.page.wait_for_url(re.compile(r"/platser/s/(sida/\d+/)?#stationsvagen$"))
    told = guest.page.locator("h2#stationsvagen + ul").inner_text()
    assert "Sju nya armaturer längs Stationsvägen" in told
    assert "Delvis genomförd" in told


@pytest.mark.parametrize("address", ["Stationsvägen 4", "Stationsvägen 14 B"])
def test_the_number_of_the_house_is_not_what_is_sought(guest: Visitor, address: str) -> None:
    guest.visit("")
    guest.page.get_by_label("Din gata, en plats eller ett område").fill(address)
    guest.page.get_by_role("button", name="Visa").click()
    guest.page.locator(".lo-hits a", has_text=re.compile("^Stationsvägen$")).wait_for()
    assert guest.page.get_by_label("Sök på webbplatsen").input_value() == "Stationsvägen"
