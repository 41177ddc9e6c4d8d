"""Laws of the maps of the built site: each opens, asks no other host, and breaks no policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from browsing import Visitor, addresses
from made_maps import OPEN

pytestmark = pytest.mark.browser


def page_text(site: Path, address: str) -> str:
    """Give the HTML of the page at an address."""
    file = site / address
    return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")


def mapped(site: Path) -> list[str]:
    """Give the address of every page with a map that can be opened."""
    return [at for at in addresses(site) if 'data-map="' in page_text(site, at)]


def test_every_map_of_the_site_opens_and_asks_no_other_host(guest: Visitor, site: Path) -> None:
    pages = mapped(site)
    assert {at.partition("/")[0] for at in pages} >= {"vandringar", "omraden", "atgarder"}
    faults: list[str] = []
    for at in pages:
        guest.visit(at)
        guest.page.locator(".lo-karta__open").first.click()
        guest.page.wait_for_selector(OPEN)
        faults += [f"{at}: {one}" for one in (*guest.foreign, *guest.complaints)]
    assert faults == []
