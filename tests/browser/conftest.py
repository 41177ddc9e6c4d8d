"""The built site on loopback, a real browser, and a visitor in it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browsing import Visitor, new_context, started, visitor
from site_server import site_server

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the built Exempelby: LOFTET_SITE names one that is built already."""
    ready = os.environ.get("LOFTET_SITE")
    if ready:
        return Path(ready)
    folder = tmp_path_factory.mktemp("bygge") / "site"
    loftet = Path(sys.executable).parent / "loftet"
    subprocess.run([loftet, "bygg", "--till", folder], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Serve the site on loopback and give its address, with a slash at the end."""
    server = site_server(site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once for all tests."""
    with sync_playwright() as playwright:
        running = started(playwright)
        yield running
        running.close()


@pytest.fixture
def guest(browser: Browser, site_url: str) -> Iterator[Visitor]:
    """Give a visitor with an empty profile of its own."""
    context = new_context(browser)
    yield visitor(context, site_url)
    context.close()


@pytest.fixture
def page(guest: Visitor) -> Page:
    """Give the tab of a visitor with an empty profile."""
    return guest.page
