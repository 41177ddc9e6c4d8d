"""Five questions that a resident asks, answered in at most three clicks from the start page, without script.

Each way is walked on a phone by links that can be seen; only the start page is opened by its address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import new_context, visitor
from travelling import Traveller

pytestmark = pytest.mark.browser

MOST_CLICKS = 3
# For each question: the links pressed, the part of the page that answers, and what stands there.
ASKED = {
    "Vad är lovat om stationsområdet?": (
        ["Stationsområdet"],
        "main",
        [
            "Det här är lovat här 1 åtagande: pågår.",
            "Bättre ljus på stråken till stationen pågår sedan 17 november 2025",
            "5 åtgärder: 2 genomförda, 1 delvis genomförd, 1 på försök och 1 överlämnad.",
        ],
    ),
    "Hur går det med löftet om stationsområdet?": (
        ["Stationsområdet", "Bättre ljus på stråken till stationen"],
        "main",
        [
            "minst 75 procent trygga ute sent på kvällen i mätningen 2026",
            "Fem av sju nya lampor lyser på Stationsvägen.",
        ],
    ),
    "Vad blev det av lampan i tunneln från vandringen i oktober?": (
        ["Trygghetsvandring: Stationsområdet"],
        "#stopp-4",
        [
            "Stopp 4, Tunneln under spåren: delvis åtgärdat",
            "Två lampor trasiga",
            "överlämnad sedan 10 februari 2026, tas över av Trafikverket: Hela lampor i tunneln under spåren",
            "Tunneln tillhör Trafikverket.",
        ],
    ),
    "Vilka åtaganden hölls inte, och varför?": (
        ["inte uppfyllt"],
        "main",
        [
            "2 åtaganden, varav 1 i löften som gäller nu.",
            "Vuxna ute i centrum på helgkvällarna inte uppfyllt sedan 10 februari 2026",
            "Ingen annan förening har velat ta över. Rådet letar vidare. Skäl: saknar deltagare.",
            "Färre stulna cyklar inte uppfyllt sedan 19 maj 2025",
            "Skäl: Stölderna flyttade från stationen till bostadshusen.",
        ],
    ),
    "Vad hölls inte av det som gäller nu, och varför?": (
        ["Löften", "Medborgarlöfte om centrum och trafiken"],
        "main",
        [
            "Vuxna ute i centrum på helgkvällarna inte uppfyllt sedan 10 februari 2026",
            "Ingen annan förening har velat ta över. Rådet letar vidare. Skäl: saknar deltagare.",
        ],
    ),
    "Vad hölls inte av det som gällde förut, och varför?": (
        ["Löften", "Medborgarlöfte om torget och stationen"],
        "main",
        [
            "Färre stulna cyklar inte uppfyllt sedan 19 maj 2025",
            "Skäl: Stölderna flyttade från stationen till bostadshusen.",
        ],
    ),
    "Vem rapporterade inte vid den senaste uppföljningen?": (
        ["Uppföljningar", "Uppföljning 12 februari 2026, Trygghetsrådet"],
        "main",
        ["Rapporterade inte Räddningstjänsten Sjölandet", "Räddningstjänsten hann inte lämna sitt underlag."],
    ),
    "När är nästa uppföljning, och hur får jag veta det?": (
        [],
        "section:has(> #folj)",
        ["Nästa uppföljning: 21 maj 2026.", "Få besked med e-post", "Det som kommer, i din kalender"],
    ),
}


@pytest.fixture
def newcomer(browser: Browser, site_url: str, request: pytest.FixtureRequest) -> Iterator[Traveller]:
    """Give somebody with a phone and without script, who has never been here."""
    context = new_context(browser, java_script_enabled=False)
    guest = visitor(context, site_url)
    guest.page.set_viewport_size({"width": 360, "height": 740})
    yield Traveller(guest, f"fraga-{list(ASKED).index(request.node.callspec.params['question']) + 1}")
    context.close()


@pytest.mark.parametrize("question", ASKED)
def test_a_question_is_answered_within_three_clicks(newcomer: Traveller, question: str) -> None:
    way, place, answers = ASKED[question]
    newcomer.begin()
    for words in way:
        newcomer.follow(words)
    assert len(newcomer.clicks) <= MOST_CLICKS
    told = newcomer.read(place).casefold()
    assert [answer for answer in answers if answer.casefold() not in told] == []


def test_no_promise_keeps_to_itself_what_was_not_kept(browser: Browser, site_url: str) -> None:
    """The list of promises counts what was not kept; each such promise names as many, with a reason each."""
    context = new_context(browser, java_script_enabled=False)
    newcomer = Traveller(visitor(context, site_url), "inte-hallet")
    newcomer.begin()
    newcomer.follow("Löften")
    counted = len(re.findall("[:,] 1 inte uppfyllt", newcomer.read()))
    named = 0
    for promise in ("Medborgarlöfte om centrum och trafiken", "Medborgarlöfte om torget och stationen"):
        newcomer.follow(promise, "main")
        named += newcomer.read().casefold().count("inte uppfyllt sedan")
        newcomer.page.go_back()
    context.close()
    assert counted == named > 0


def test_the_calendar_on_the_start_page_has_the_next_follow_up(site: Path) -> None:
    assert "20260521" in (site / "kalender" / "allt.ics").read_text(encoding="utf-8")
