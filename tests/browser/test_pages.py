"""Laws that every page of the built site keeps, whatever its data.

Each page is visited once; then each test reads what was seen and names every page that breaks its law.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import Visitor, addresses, new_context, one_of_each, visitor

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
AXE_RUN = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: {"target-size": {enabled: true}},
  resultTypes: ["violations"],
}).then(result => result.violations.flatMap(rule =>
  rule.nodes.map(node => `${rule.id}: ${rule.help} ${node.target.join(" ")}`)))"""
# How far the page can be scrolled sideways, and the first element that sticks out.
TOO_WIDE = """() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return "";
  const first = [...document.body.querySelectorAll("*")].find(
    element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
  return `${wide} px för bred: ${first ? first.outerHTML.slice(0, 120) : "?"}`;
}"""

STORED = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
# The words of every link that can be seen outside a map.
LINKS = "main a:visible:not(.leaflet-container a)"


@dataclass(frozen=True)
class Visit:
    """What one visit to one page showed; empty when there was nothing to complain of."""

    address: str
    foreign: tuple[str, ...]
    complaints: tuple[str, ...]
    main_headings: int
    language: str | None
    too_wide: str
    stored: tuple[str, ...]
    axe: tuple[str, ...]
    axe_dark: tuple[str, ...]


def axe(guest: Visitor) -> tuple[str, ...]:
    """Ask axe about the page as it stands: one line a violation, none when clean."""
    guest.page.evaluate(AXE.read_text(encoding="utf-8"))
    return tuple(guest.page.evaluate(AXE_RUN))


def visit(guest: Visitor, address: str, *, thorough: bool) -> Visit:
    """See one page wide, narrow and, when thorough, dark."""
    page = guest.page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light")
    guest.visit(address, wait=thorough)
    light = axe(guest)
    page.set_viewport_size({"width": 320, "height": 640})
    too_wide = page.evaluate(TOO_WIDE)
    dark: tuple[str, ...] = ()
    if thorough:
        page.emulate_media(color_scheme="dark")
        dark = axe(guest)
    return Visit(
        address=address,
        foreign=tuple(guest.foreign),
        complaints=tuple(guest.complaints),
        main_headings=page.locator("h1").count(),
        language=page.locator("html").get_attribute("lang"),
        too_wide=too_wide,
        stored=(*page.evaluate(STORED), *(str(cookie["name"]) for cookie in page.context.cookies())),
        axe=light,
        axe_dark=dark,
    )


@pytest.fixture(scope="module")
def visits(browser: Browser, site: Path, site_url: str) -> Iterator[list[Visit]]:
    """Visit every page once; one of each type also waits for its maps and is seen in the dark."""
    context = new_context(browser)
    guest = visitor(context, site_url)
    every = addresses(site)
    thorough = set(one_of_each(every))
    yield [visit(guest, address, thorough=address in thorough) for address in every]
    context.close()


def grouped(faults: Iterable[tuple[str, object]]) -> str:
    """Put each fault on one line, with how many pages have it and one of them; empty when there is none."""
    pages: dict[str, list[str]] = {}
    for address, fault in faults:
        pages.setdefault(str(fault), []).append(address)
    return "\n".join(f"{fault} ({len(found)} sidor, /{found[0]})" for fault, found in sorted(pages.items()))


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


def test_no_page_scrolls_sideways_on_a_narrow_screen(visits: list[Visit]) -> None:
    assert grouped((seen.address, seen.too_wide) for seen in visits if seen.too_wide) == ""


def test_nothing_is_stored_before_the_visitor_acts(visits: list[Visit]) -> None:
    assert grouped((seen.address, name) for seen in visits for name in seen.stored) == ""


def test_axe_finds_no_barrier_on_any_page(visits: list[Visit]) -> None:
    assert grouped((seen.address, found) for seen in visits for found in seen.axe) == ""


def test_axe_finds_no_barrier_in_the_dark_on_a_phone(visits: list[Visit]) -> None:
    assert grouped((seen.address, found) for seen in visits for found in seen.axe_dark) == ""


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
