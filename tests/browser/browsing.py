"""A visitor of the built site: which browser, which pages, and what the visitor noticed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Route

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SENT_ON = 'http-equiv="refresh"'
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_path() -> str | None:
    """Find a Chromium of this machine that starts; None leaves the choice to Playwright."""
    for name in (os.environ.get("LOFTET_CHROMIUM", ""), *CHROMIUM_NAMES):
        path = shutil.which(name) if name else None
        if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
            return path
    return None


def started(playwright: Playwright) -> Browser:
    """Start the browser, with nothing of its own sent out."""
    return playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)


@dataclass
class Visitor:
    """One visitor with an empty profile: what is asked of other hosts is stopped and remembered."""

    page: Page
    site_url: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def visit(self, address: str, *, wait: bool = False) -> None:
        """Open one page of the site; `wait` also lets maps and search finish their loading."""
        self.foreign.clear()
        self.complaints.clear()
        self.page.goto(self.site_url + address, wait_until="networkidle" if wait else "load")

    def stop(self, route: Route) -> None:
        """Remember a request to another host and let it fail."""
        self.foreign.append(route.request.url)
        route.abort()

    def hear(self, message: ConsoleMessage) -> None:
        """Remember an error in the console."""
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location.get('url', '')})")


def visitor(context: BrowserContext, site_url: str) -> Visitor:
    """Give a visitor of the site in a fresh tab of the context."""
    page = context.new_page()
    found = Visitor(page, site_url)
    own = re.escape(site_url)
    page.route(re.compile(rf"^(?!{own}|data:|blob:|about:)"), found.stop)
    page.on("console", found.hear)
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    return found


def new_context(
    browser: Browser, *, java_script_enabled: bool = True, bypass_csp: bool = False
) -> BrowserContext:
    """Give an empty profile: Swedish, a desktop window, no service worker, no movement."""
    return browser.new_context(
        java_script_enabled=java_script_enabled,
        bypass_csp=bypass_csp,
        locale="sv-SE",
        viewport={"width": 1280, "height": 800},
        service_workers="block",
        reduced_motion="reduce",
    )


def addresses(site: Path) -> list[str]:
    """Give the address of every page of the built folder, from its root, sorted.

    A page that sends its visitor on at once is left out: nobody sees it.
    """
    seen = (file for file in site.rglob("*.html") if SENT_ON not in file.read_text(encoding="utf-8"))
    found = (file.relative_to(site).as_posix() for file in seen)
    return sorted(re.sub(r"(^|/)index\.html$", r"\1", path) for path in found)


def page_type(address: str) -> str:
    """Give what kind of page an address is: `loften/*/` for every page in that series."""
    parts = address.rstrip("/").split("/")
    return "/".join([parts[0], *("*" for _ in parts[1:])])


def one_of_each(all_addresses: Sequence[str]) -> list[str]:
    """Give the first address of every page type."""
    first: dict[str, str] = {}
    for address in all_addresses:
        first.setdefault(page_type(address), address)
    return list(first.values())
