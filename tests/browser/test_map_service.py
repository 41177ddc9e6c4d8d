"""Laws of a municipality's own map service: nothing is asked of it until somebody chooses it."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

import made_town
from browsing import Visitor, new_context, visitor
from made_maps import OPEN, POLICY, SIGN, status, wait_until, write_pages
from site_server import site_server

pytestmark = pytest.mark.browser

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@dataclass
class Service:
    """A map server on loopback that remembers what it was asked; broken, it has no pictures."""

    address: str
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    broken: bool = False


@pytest.fixture
def service() -> Iterator[Service]:
    """Run a map server that answers every request with one pixel."""
    found = Service("")

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer as a WMS does."""
            found.asked.append(parse_qs(urlsplit(self.path).query))
            self.send_response(500 if found.broken else 200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(b"" if found.broken else PIXEL)

        def log_message(self, format: str, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found.address = f"http://127.0.0.1:{server.server_port}/wms"
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(browser: Browser, service: Service, tmp_path: Path) -> Iterator[Visitor]:
    """Give a visitor of one page whose policy lets the map server's pictures in, and nothing else."""
    policy = POLICY.replace(
        "img-src 'self' data:", f"img-src 'self' data: {service.address.removesuffix('/wms')}"
    )
    write_pages(tmp_path, {"tjanst": (lambda: made_town.served(service.address),)}, policy)
    server = site_server(tmp_path)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = new_context(browser)
    guest = visitor(context, f"http://127.0.0.1:{server.server_port}/")
    guest.page.route(f"{service.address}**", lambda route: route.continue_())
    yield guest
    context.close()
    server.shutdown()
    server.server_close()


def opened(reader: Visitor) -> Page:
    reader.visit("tjanst.html")
    reader.page.click(".lo-karta__open")
    reader.page.wait_for_selector(f"{OPEN} {SIGN}")
    return reader.page


def test_nothing_is_asked_of_the_map_server_before_somebody_chooses_it(
    reader: Visitor, service: Service
) -> None:
    page = opened(reader)
    page.wait_for_load_state("networkidle")
    page.click("[data-act=zoomIn]")
    assert (service.asked, reader.foreign, reader.complaints) == ([], [], [])


def test_the_page_says_who_will_see_the_visitors_address(reader: Visitor) -> None:
    reader.visit("tjanst.html")
    assert (
        "I den öppnade kartan kan du välja Kommunens karta under Lager. "
        "Den hämtas från 127.0.0.1, som då ser din ip-adress."
    ) in reader.page.locator(".lo-karta__caption").inner_text()


def test_by_keyboard_the_municipal_map_is_chosen_and_names_its_source(
    reader: Visitor, service: Service
) -> None:
    page = opened(reader)
    page.locator(".leaflet-control-layers-toggle").press("Enter")
    page.get_by_label("Kommunens karta").press(" ")
    page.wait_for_selector(".leaflet-tile-loaded")
    assert service.asked[0]["layers"] == ["stadskarta"]
    assert service.asked[0]["request"] == ["GetMap"]
    assert "© Vista <b>kommun</b>" in page.locator(".leaflet-control-attribution").inner_text()
    assert page.locator(".lo-karta__overlay").count() == 0
    page.get_by_label("Enkel karta").press(" ")
    assert page.locator(".lo-karta__overlay").count() == 1
    assert (reader.foreign, reader.complaints) == ([], [])


def test_the_list_of_layers_takes_the_focus_and_gives_it_back(reader: Visitor) -> None:
    page = opened(reader)
    page.locator(".leaflet-control-layers-toggle").press("Enter")
    assert page.evaluate("document.activeElement.matches('.leaflet-control-layers-list input')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.leaflet-control-layers-toggle')")
    assert page.locator(".leaflet-control-layers-list").is_hidden()
    assert page.locator(".lo-karta__box").is_visible()


def test_a_map_server_that_does_not_answer_is_said(reader: Visitor, service: Service) -> None:
    service.broken = True
    page = opened(reader)
    page.locator(".leaflet-control-layers-toggle").press("Enter")
    page.get_by_label("Kommunens karta").press(" ")
    wait_until(page, "document.querySelector('[role=status]').textContent.startsWith('Den valda kartan')")
    assert status(page) == "Den valda kartan kunde inte hämtas. Välj den enkla kartan under Lager."
