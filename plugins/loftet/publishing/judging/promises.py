"""What was published is still there, and the sitemap names every page that search engines may list, no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

from loftet.problems import Problem
from loftet.publishing.judging.built import Built, Expected, fault

SITEMAP = "sitemap.xml"
_PLACE = re.compile(r"<loc>\s*([^<]+?)\s*</loc>")


def ledger_is_kept(built: Built, expected: Expected) -> Iterator[Problem]:
    """Give a Problem for each published address at which nothing stands, not even a redirect or tombstone."""
    for address in expected.ledger:
        if not built.has(address):
            yield fault(address or "/", "Adressen är publicerad men finns inte i den byggda webbplatsen.")


def sitemap_is_whole(built: Built, _expected: Expected) -> Iterator[Problem]:
    """Give a Problem for each page that the sitemap leaves out or should not name."""
    path = built.folder / SITEMAP
    named = (
        {unescape(one) for one in _PLACE.findall(path.read_text(encoding="utf-8"))}
        if path.is_file()
        else set()
    )
    own = {urljoin(built.root, one.removesuffix("index.html")): page for one, page in built.pages.items()}
    listed = {address for address, page in own.items() if page.listed and not page.path.startswith("404")}
    for address in sorted(listed - named):
        yield fault(SITEMAP, f"Webbplatskartan saknar {address}.")
    for address in sorted(named - listed):
        yield fault(SITEMAP, f"Webbplatskartan nämner {address}, som inte ska listas.")
