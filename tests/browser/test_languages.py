"""Translated pages, words explained and streets on a phone, as a visitor without script meets them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browsing import Visitor, new_context, visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(browser: Browser, site_url: str) -> Iterator[Visitor]:
    """Give a visitor with a phone and without script."""
    context = new_context(browser, java_script_enabled=False)
    guest = visitor(context, site_url)
    guest.page.set_viewport_size({"width": 360, "height": 740})
    yield guest
    context.close()


def alternates(page: Page) -> list[tuple[str, str]]:
    told = page.locator("link[rel=alternate][hreflang]").evaluate_all(
        "links => links.map(link => [link.hreflang, link.getAttribute('href')])"
    )
    return [(str(code), str(address)) for code, address in told]


def test_every_language_of_a_page_names_all_the_others(plain: Visitor) -> None:
    told = []
    for address in ("loften/lofte-7/", "sprak/en/loften/lofte-7/", "sprak/ar/loften/lofte-7/"):
        plain.visit(address)
        told.append(alternates(plain.page))
    assert told[0] == told[1] == told[2]
    assert [code for code, _ in told[0]] == ["sv", "x-default", "ar", "en"]


def test_a_page_from_right_to_left_has_its_frame_from_left_to_right(plain: Visitor) -> None:
    plain.visit("")
    plain.page.get_by_role("link", name="العربية").click()
    page = plain.page
    assert page.locator("html").get_attribute("dir") == "rtl"
    heading, footer = (
        page.locator(one).evaluate("one => getComputedStyle(one).direction") for one in ("h1", "footer")
    )
    assert (heading, footer) == ("rtl", "ltr")
    assert page.locator("footer").get_attribute("lang") == "en"
    page.get_by_role("link", name="Svenska").click()
    assert page.locator("html").get_attribute("lang") == "sv"


def test_a_word_is_explained_by_the_keyboard_alone(plain: Visitor) -> None:
    plain.visit("vandringar/vandring-12/")
    word = plain.page.locator(".lo-term__word").first
    meaning = plain.page.locator(".lo-term__text").first
    assert not meaning.is_visible()
    word.focus()
    plain.page.keyboard.press("Enter")
    assert meaning.is_visible()
    plain.page.keyboard.press("Escape")
    assert not meaning.is_visible()


def test_what_was_promised_on_a_street_is_two_clicks_away(plain: Visitor) -> None:
    plain.visit("")
    plain.page.get_by_role("link", name="Alla gator och platser, A–Ö").click()
    plain.page.get_by_role("link", name="Stationsvägen", exact=True).click()
    told = plain.page.locator("h2#stationsvagen + ul").text_content() or ""
    assert "Bättre ljus på stråken till stationen" in told
    assert "Sju nya armaturer längs Stationsvägen" in told
    assert "delvis genomförd" in told


def test_the_first_screen_of_a_phone_answers_and_leads_on(browser: Browser, site_url: str) -> None:
    """What is promised, how it goes, what is new and what is near, under the mark of an example."""
    with_script = new_context(browser)
    guest = visitor(with_script, site_url)
    guest.page.set_viewport_size({"width": 360, "height": 740})
    guest.visit("")
    first_screen = (
        ".lo-start :is(h1, .lo-banner, .lo-start__promises, .lo-progress__counts, .lo-start__ways a)"
    )
    boxes = [one.bounding_box() for one in guest.page.locator(first_screen).all()]
    ways = guest.page.locator(".lo-start__ways a").all_inner_texts()
    sizes = guest.page.evaluate(
        "() => [...document.querySelectorAll('.lo-start *')].map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    with_script.close()
    assert len(boxes) >= 6
    assert max(box["y"] + box["height"] for box in boxes if box) <= 740
    assert ways == ["Där du bor", "Nytt: 12 ändringar"]
    assert min(sizes) >= 15
