"""Laws that every page of the built site keeps, whatever its data.

Each page is visited once; then each test reads what was seen and names every page that breaks its law.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version as package_version
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing import Visitor, addresses, new_context, one_of_each, visitor
from criteria import CRITERIA, REVIEWED, SCREEN_READER
from judges import ENGINES, axe, code_sniffer, ibm, probed, version
from loftet.pages.proved import RESULT

pytestmark = pytest.mark.browser

STORED = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
# The words of every link that can be seen outside a map.
LINKS = "main a:visible:not(.leaflet-container a)"


@dataclass(frozen=True)
class Visit:
    """What one visit to one page showed; `faults` names each state that the page was seen in."""

    address: str
    foreign: tuple[str, ...]
    complaints: tuple[str, ...]
    main_headings: int
    media: int
    language: str | None
    stored: tuple[str, ...]
    faults: dict[str, tuple[str, ...]] = field(default_factory=dict)


@contextmanager
def on_paper(page: Page) -> Iterator[None]:
    """Show the page as it is printed on an A4 sheet with margins of 10 mm."""
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    yield
    page.emulate_media(media="screen")


def faults_everywhere(page: Page) -> dict[str, tuple[str, ...]]:
    """Judge the page wide, and measure it on paper and as narrow as a window of 1280 px at 400 % zoom."""
    found = {"axe": axe(page), "HTML_CodeSniffer": code_sniffer(page)}
    with on_paper(page):
        found["bredd på papper"] = probed(page, "tooWide")
    page.set_viewport_size({"width": 320, "height": 256})
    return found | {"smal": probed(page, "tooWide")}


def faults_in_every_state(page: Page) -> dict[str, tuple[str, ...]]:
    """Judge one page of its type in each state that a visitor can ask for; leaves it on a narrow screen."""
    page.set_viewport_size({"width": 1280, "height": 800})
    found = {"IBM": ibm(page), "bilder": probed(page, "contrast"), "rörelse": probed(page, "motion")}
    with on_paper(page):
        found["papper"] = probed(page, "printed")
    page.set_viewport_size({"width": 320, "height": 256})
    found |= {"textavstånd": probed(page, "spaced"), "förstorat": probed(page, "cut") + probed(page, "room")}
    found["tangentbord"] = probed(page, "focus")
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme="dark")
    found |= {"mörkt": axe(page), "bilder i mörker": probed(page, "contrast")}
    page.emulate_media(forced_colors="active")
    return found | {"egna färger": probed(page, "edges")}


def visit(guest: Visitor, address: str, *, thorough: bool) -> Visit:
    """See one page wide and narrow and, when thorough, in every state."""
    page = guest.page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light", forced_colors="none")
    guest.visit(address, wait=thorough)
    stored = (*page.evaluate(STORED), *(str(cookie["name"]) for cookie in page.context.cookies()))
    faults = faults_everywhere(page)
    return Visit(
        address=address,
        faults=faults | faults_in_every_state(page) if thorough else faults,
        foreign=tuple(guest.foreign),
        complaints=tuple(guest.complaints),
        main_headings=page.locator("h1").count(),
        media=page.locator("audio, video, object, embed").count(),
        language=page.locator("html").get_attribute("lang"),
        stored=stored,
    )


@pytest.fixture(scope="module")
def visits(browser: Browser, site: Path, site_url: str) -> Iterator[list[Visit]]:
    """Visit every page once; one of each type also waits for its maps and is seen in every state."""
    context = new_context(browser)
    guest = visitor(context, site_url)
    every = addresses(site)
    thorough = set(one_of_each(every))
    yield [visit(guest, address, thorough=address in thorough) for address in every]
    context.close()


def result(visits: list[Visit], chromium: str) -> dict[str, object]:
    """Give what the accessibility statement tells of these tests."""
    thorough = [seen for seen in visits if "IBM" in seen.faults]
    found = {
        f"{state}: {fault}" for seen in visits for state, faults in seen.faults.items() for fault in faults
    }
    return {
        "version": package_version("loftet"),
        "dag": date.today().isoformat(),  # noqa: TID251 the day the tests were run
        "webbläsare": {"Chromium": chromium},
        "domare": {name: version(package) for name, package in ENGINES.items()},
        "sidor": len(visits),
        "sidtyper": len(thorough),
        "fynd": sorted(found),
        "genomgången": REVIEWED.isoformat(),
        "skärmläsare": SCREEN_READER,
        "krav": {
            number: {"namn": one.name, "prov": list(one.tests), "genomgång": one.review}
            for number, one in CRITERIA.items()
        },
    }


def grouped(faults: Iterable[tuple[str, object]]) -> str:
    """Put each fault on one line, with how many pages have it and one of them; empty when there is none."""
    pages: dict[str, list[str]] = {}
    for address, fault in faults:
        pages.setdefault(str(fault), []).append(address)
    return "\n".join(f"{fault} ({len(found)} sidor, /{found[0]})" for fault, found in sorted(pages.items()))


def broken(visits: Iterable[Visit], state: str) -> str:
    """Group what was found in one state; a state that no page was seen in is a fault of the tests."""
    seen = [(one.address, one.faults[state]) for one in visits if state in one.faults]
    assert seen
    return grouped((address, fault) for address, faults in seen for fault in faults)


def test_the_start_page_is_there(visits: list[Visit]) -> None:
    assert "" in {seen.address for seen in visits}


def test_no_page_asks_another_host(visits: list[Visit]) -> None:
    assert grouped((seen.address, asked) for seen in visits for asked in seen.foreign) == ""


def test_no_page_complains_in_the_console(visits: list[Visit]) -> None:
    assert grouped((seen.address, said) for seen in visits for said in seen.complaints) == ""


def test_every_page_has_one_main_heading(visits: list[Visit]) -> None:
    assert grouped((seen.address, seen.main_headings) for seen in visits if seen.main_headings != 1) == ""


def test_every_page_says_which_language_it_is_in(visits: list[Visit]) -> None:
    """A translated page lies under sprak/<code>/; every other page is in Swedish."""
    wanted = {
        seen.address: seen.address.split("/")[1] if seen.address.startswith("sprak/") else "sv"
        for seen in visits
    }
    wrong = [(seen.address, seen.language) for seen in visits if seen.language != wanted[seen.address]]
    assert grouped(wrong) == ""


def test_nothing_is_stored_before_the_visitor_acts(visits: list[Visit]) -> None:
    assert grouped((seen.address, name) for seen in visits for name in seen.stored) == ""


def test_axe_finds_no_barrier_on_any_page(visits: list[Visit]) -> None:
    assert broken(visits, "axe") == ""


def test_html_codesniffer_finds_no_breach_on_any_page(visits: list[Visit]) -> None:
    assert broken(visits, "HTML_CodeSniffer") == ""


def test_the_engine_of_ibm_finds_no_breach_on_any_page_type(visits: list[Visit]) -> None:
    assert broken(visits, "IBM") == ""


def test_no_page_scrolls_sideways_on_a_narrow_screen(visits: list[Visit]) -> None:
    assert broken(visits, "smal") == ""


def test_axe_finds_no_barrier_in_the_dark_on_a_phone(visits: list[Visit]) -> None:
    assert broken(visits, "mörkt") == ""


def test_wide_text_spacing_hides_nothing(visits: list[Visit]) -> None:
    assert broken(visits, "textavstånd") == ""


def test_at_four_hundred_percent_nothing_is_cut_and_no_band_takes_half_the_screen(
    visits: list[Visit],
) -> None:
    assert broken(visits, "förstorat") == ""


def test_every_tab_stop_is_seen_marked_and_uncovered(visits: list[Visit]) -> None:
    assert broken(visits, "tangentbord") == ""


def test_the_words_of_every_picture_stand_out(visits: list[Visit]) -> None:
    assert broken(visits, "bilder") == ""


def test_the_words_of_every_picture_stand_out_in_the_dark(visits: list[Visit]) -> None:
    assert broken(visits, "bilder i mörker") == ""


def test_with_forced_colours_everything_to_press_has_an_edge(visits: list[Visit]) -> None:
    assert broken(visits, "egna färger") == ""


def test_nothing_moves_for_one_who_wants_it_still(visits: list[Visit]) -> None:
    assert broken(visits, "rörelse") == ""


def test_no_page_is_wider_than_its_paper(visits: list[Visit]) -> None:
    """What sticks out to the left is measured in right-to-left pages only."""
    assert broken(visits, "bredd på papper") == ""


def test_on_paper_nothing_is_cut_folded_or_to_be_pressed(visits: list[Visit]) -> None:
    assert broken(visits, "papper") == ""


def test_no_page_has_sound_or_film(visits: list[Visit]) -> None:
    """The criteria about them are met by there being none."""
    assert grouped((seen.address, seen.media) for seen in visits if seen.media) == ""


def test_the_statement_tells_what_these_tests_find(
    visits: list[Visit], browser: Browser, request: pytest.FixtureRequest
) -> None:
    """The date, the browsers and how many pages there were are those of the day when it was written."""
    found = result(visits, browser.version)
    if request.config.getoption("--rewrite"):
        RESULT.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    written = json.loads(RESULT.read_text(encoding="utf-8"))
    kept = ("version", "domare", "fynd", "genomgången", "skärmläsare", "krav")
    assert {name: written[name] for name in kept} == {name: found[name] for name in kept}, (
        "Skriv om resultatet: pytest tests/browser/test_pages.py --rewrite"
    )


def test_without_javascript_no_link_of_a_page_is_lost(
    browser: Browser, guest: Visitor, site: Path, site_url: str
) -> None:
    context = new_context(browser, java_script_enabled=False)
    plain = visitor(context, site_url)
    lost: list[tuple[str, object]] = []
    for address in one_of_each(addresses(site)):
        guest.visit(address)
        plain.visit(address)
        kept = plain.page.locator(LINKS).all_inner_texts()
        lost += [(address, link) for link in guest.page.locator(LINKS).all_inner_texts() if link not in kept]
    context.close()
    assert grouped(lost) == ""
