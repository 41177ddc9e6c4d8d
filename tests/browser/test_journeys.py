"""Journeys of four people through the built site, each from the start page; pictures are kept in .cache/resor.

Each is made with the finger, without script, and with the keyboard alone.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import TypedDict

import pypdf
import pytest
from playwright.sync_api import Browser

from browsing import new_context, visitor
from paper import MARGINS, outside, squeezed
from travelling import PICTURES, Traveller, plain

pytestmark = pytest.mark.browser

PHONE, DESK = (360, 740), (1280, 800)
EDITION = "Uppföljning 12 februari 2026, Trygghetsrådet"
AREA_SAYS = [
    ("heading", "Stationsområdet"),
    ("heading", "Det här är lovat här"),
    ("link", "Bättre ljus på stråken till stationen"),
    ("StaticText", "Pågår"),
    ("heading", "Det här görs här"),
    ("heading", "Det här sågs på vandringarna"),
    ("heading", "Inte klara ännu"),
    ("link", "Stopp 8, Norra tunnelmynningen"),
    ("StaticText", "Väntar"),
    ("StaticText", "Regnvatten blir stående och fryser på vintern."),
]
STOP_SAYS = [
    ("heading", "Stationsområdet, 14 oktober 2025"),
    ("heading", "Stoppen"),
    ("heading", "Stopp 8, Norra tunnelmynningen: väntar sedan oktober 2025"),
    ("term", "Det här sågs"),
    ("StaticText", "Regnvatten blir stående och fryser på vintern."),
    ("term", "Det här hände"),
    ("StaticText", "Varken åtgärd eller svar är publicerat."),
    ("StaticText", "Kommunens egen tid för svar gick ut 14 januari 2026."),
]


class Value(TypedDict):
    """A value of the accessibility tree, as the browser hands it over."""

    value: str


class Node(TypedDict, total=False):
    """A node of the accessibility tree, as far as these tests read it."""

    nodeId: str
    ignored: bool
    role: Value
    name: Value
    childIds: list[str]


@pytest.fixture(params=["finger", "utan-skript", "tangentbord"])
def way(request: pytest.FixtureRequest) -> str:
    """Give how somebody moves."""
    return str(request.param)


@pytest.fixture
def traveller(
    browser: Browser, site_url: str, way: str, request: pytest.FixtureRequest
) -> Iterator[Traveller]:
    """Give somebody with a phone who moves in one of the ways."""
    context = new_context(browser, java_script_enabled=way != "utan-skript")
    guest = visitor(context, site_url)
    guest.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    journey = request.function.__name__.removeprefix("test_")
    yield Traveller(guest, f"{journey}-{way}", keyboard=way == "tangentbord")
    assert (guest.foreign, guest.complaints) == ([], [])
    context.close()


def at_a_desk(traveller: Traveller) -> Traveller:
    """Sit down at a wide screen."""
    traveller.page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    return traveller


def test_a_resident_finds_the_nearest_stop_that_waits_and_what_happened(traveller: Traveller) -> None:
    traveller.begin()
    traveller.follow("Stationsområdet", "main")
    waiting = traveller.read("h3:has-text('Inte klara ännu') + ul li:has-text('Norra tunnelmynningen')")
    assert "väntar sedan 14 oktober 2025" in waiting.casefold()
    traveller.follow("Stopp 8, Norra tunnelmynningen")
    stop = traveller.page.locator("#stopp-8")
    box = stop.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < PHONE[1] / 2, "Stoppet syns inte när sidan öppnas"
    told = traveller.read("#stopp-8")
    assert "Regnvatten blir stående och fryser på vintern." in told
    assert "Varken åtgärd eller svar är publicerat." in told
    assert len(traveller.clicks) <= 3


def heard(traveller: Traveller) -> list[tuple[str, str]]:
    """Give role and name of everything in the accessibility tree, in the order in which it is read."""
    session = traveller.page.context.new_cdp_session(traveller.page)
    nodes: dict[str, Node] = {
        one["nodeId"]: one for one in session.send("Accessibility.getFullAXTree")["nodes"]
    }
    session.detach()
    told: list[tuple[str, str]] = []
    waiting = [next(iter(nodes))]
    while waiting:
        node = nodes[waiting.pop()]
        if not node.get("ignored"):
            told.append((node["role"]["value"], plain(node.get("name", {"value": ""})["value"])))
        waiting += [child for child in reversed(node.get("childIds", [])) if child in nodes]
    return told


def missing_in_order(wanted: list[tuple[str, str]], told: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give what is not heard after what stands before it; a text may begin with what is wanted."""
    rest = iter(told)
    return [
        (role, name)
        for role, name in wanted
        if not any(
            one == role and (called.startswith(name) if role == "StaticText" else called == name)
            for one, called in rest
        )
    ]


def landmarks(told: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give the landmarks that a screen-reader user jumps between."""
    return [one for one in told if one[0] in ("banner", "search", "navigation", "main", "contentinfo")]


def test_a_screen_reader_user_hears_the_same_in_order(traveller: Traveller) -> None:
    traveller.begin()
    first = heard(traveller)
    assert missing_in_order([("link", "Gå till innehållet"), ("main", ""), ("contentinfo", "")], first) == []
    traveller.follow("Stationsområdet", "main")
    area = heard(traveller)
    assert missing_in_order(AREA_SAYS, area) == []
    assert [one for one in landmarks(area) if one[0] in ("banner", "main", "contentinfo")] == [
        ("banner", ""),
        ("main", ""),
        ("contentinfo", ""),
    ]
    traveller.follow("Stopp 8, Norra tunnelmynningen")
    stop = heard(traveller)
    assert missing_in_order(STOP_SAYS, stop) == []
    nameless = [one for one in stop if one[0] in ("link", "button", "textbox", "searchbox") and not one[1]]
    assert nameless == []


def test_a_journalist_reaches_the_edition_cites_it_and_downloads_its_data(
    traveller: Traveller, site_url: str
) -> None:
    at_a_desk(traveller).begin()
    traveller.follow("Uppföljningar")
    traveller.follow(EDITION, "main")
    assert "Fastställd version den 12 februari 2026, ändras inte" in traveller.read()
    assert traveller.read(".lo-cite .lo-address") == (
        f"Exempelby kommun. {EDITION}. Fastställd version den 12 februari 2026. Uppgifterna gäller per "
        "10 februari 2026. https://exempelby.example/uppfoljningar/radet-2026-02-12/"
    )
    address = traveller.link("Samma uppgifter som datafil").get_attribute("href")
    assert address is not None
    answer = traveller.page.request.get(f"{traveller.page.url}{address}")
    assert answer.ok
    data = json.loads(answer.text())
    assert data["adress"] == "https://exempelby.example/uppfoljningar/radet-2026-02-12/"
    assert "Exempelby" in answer.text()
    traveller.follow("Samma uppgifter som datafil")
    assert traveller.page.url == f"{site_url}data/uppfoljningar/radet-2026-02-12.json"


def test_a_councillor_prints_the_follow_up_whole(traveller: Traveller) -> None:
    at_a_desk(traveller).begin()
    traveller.follow("Uppföljningar")
    traveller.follow(EDITION, "main")
    page = traveller.page
    page.emulate_media(media="print")
    wanted = [
        plain(one) for one in page.locator("main :is(h1, h2, h3, p, li, dt, dd):visible").all_inner_texts()
    ]
    printed = page.pdf(format="A4", margin=MARGINS)
    sheets = PICTURES / f"{traveller.name}.pdf"
    sheets.write_bytes(printed)
    document = pypdf.PdfReader(io.BytesIO(printed))
    read = "".join(sheet.extract_text() for sheet in document.pages)
    paper = squeezed(re.sub(r"\(https?://[^)]*\)", "", read))
    assert [one for one in wanted if squeezed(one) not in paper] == []
    assert outside(document) == []
    assert 3 <= len(document.pages) <= 5
    assert all(sheet.extract_text().strip() for sheet in document.pages), "Ett tomt blad"
    assert squeezed("protokollet (https://www.exempelby.example/protokoll/radet-2026-02-12)") in squeezed(
        read
    )
    assert squeezed("Gå till innehållet") not in paper
