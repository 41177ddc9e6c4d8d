"""What a councillor hands out: few sheets, nothing cut, only what is of use on paper, black on white."""

from __future__ import annotations

import io

import pypdf
import pytest
from playwright.sync_api import Browser

from browsing import Visitor, new_context, visitor
from paper import MARGINS, outside, squeezed

pytestmark = pytest.mark.browser

SHEETS = {"": 2, "loften/lofte-7/": 7, "vandringar/vandring-12/": 8, "ar/2025/": 3, "uppfoljningar/": 3}
ON_SCREEN_ONLY = (
    "Visa på en annan webbplats",
    "Sök på webbplatsen",
    "Huvudmeny",
    "Mer i ordlistan",
    "Gör en felanmälan",
)


@pytest.mark.parametrize("address", SHEETS)
def test_a_page_fits_few_sheets_and_nothing_is_cut(guest: Visitor, address: str) -> None:
    guest.visit(address)
    document = pypdf.PdfReader(io.BytesIO(guest.page.pdf(format="A4", margin=MARGINS)))
    told = [sheet.extract_text() for sheet in document.pages]
    assert 1 <= len(told) <= SHEETS[address]
    assert all(text.strip() for text in told), "Ett tomt blad"
    assert outside(document) == []
    paper = squeezed("".join(told))
    assert [words for words in ON_SCREEN_ONLY if squeezed(words) in paper] == []
    assert squeezed("Sidan byggd") in paper


def test_the_wide_layout_is_printed_though_a_sheet_is_narrow(guest: Visitor) -> None:
    """A sheet is narrower than the width where tables begin on a screen."""
    guest.page.set_viewport_size({"width": 680, "height": 960})
    guest.page.emulate_media(media="print")
    guest.visit("indikatorer/trygg-sen-kvall/")
    shown = guest.page.locator(".lo-table--cards tbody tr").first
    assert shown.evaluate("row => getComputedStyle(row).display") == "table-row"
    guest.visit("uppfoljningar/radet-2026-02-12/")
    facts = guest.page.locator(".lo-facts > div").first
    assert facts.evaluate("row => getComputedStyle(row).display") == "grid"


def test_paper_is_white_also_where_the_screen_is_dark(browser: Browser, site_url: str) -> None:
    context = new_context(browser)
    guest = visitor(context, site_url)
    guest.page.emulate_media(media="print", color_scheme="dark")
    guest.visit("")
    ground, ink = guest.page.evaluate(
        "() => [document.body, document.querySelector('h1')].map(one => getComputedStyle(one))"
        ".map((style, place) => place ? style.color : style.backgroundColor)"
    )
    context.close()
    assert (ground, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
