"""A visitor who goes from page to page as people do: by visible links, with the finger or with the keyboard alone."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error, Locator, Page

from browsing import Visitor

PICTURES = Path(__file__).parents[2] / ".cache" / "resor"
LONGEST_WAY = 400
"""So many presses of Tab that a keyboard user who has not come there has been trapped."""


def plain(text: str) -> str:
    """Give text as it is read: without the soft hyphens that break long words, one space between words."""
    return " ".join(text.replace("\u00ad", "").split())


@dataclass
class Traveller:
    """Somebody who began at the start page: the way there, and how they move."""

    visitor: Visitor
    name: str
    keyboard: bool = False
    clicks: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        """Give the tab."""
        return self.visitor.page

    def begin(self) -> None:
        """Open the start page; nothing else is opened by its address."""
        self.visitor.visit("")
        self.picture()

    def follow(self, words: str, within: str = "body") -> None:
        """Press the first visible link with just these words, and take a picture of what comes."""
        link = self.link(words, within)
        self.clicks.append(words)
        if self.keyboard:
            self.walk_to(link)
        with self.page.expect_navigation():
            if self.keyboard:
                self.page.keyboard.press("Enter")
            else:
                link.click()
        self.picture()

    def link(self, words: str, within: str = "body") -> Locator:
        """Find the visible link with just these words, soft hyphens or not; a missing one fails the test."""
        spelt = "\u00ad?".join(re.escape(letter) for letter in words)
        named = self.page.locator(f"{within} a:visible").filter(has_text=re.compile(rf"^\s*{spelt}\s*$"))
        assert named.count(), f"Ingen synlig länk ”{words}” på {self.page.url}"
        return named.first

    def walk_to(self, wanted: Locator) -> None:
        """Press Tab until the wanted element has the focus and shows it."""
        handle = wanted.element_handle()
        for _ in range(LONGEST_WAY):
            self.page.keyboard.press("Tab")
            if handle.evaluate("element => element === document.activeElement"):
                outline = handle.evaluate("element => getComputedStyle(element).outlineStyle")
                assert outline != "none", "Fokus syns inte"
                return
        raise AssertionError(f"Tangentbordet kom aldrig fram på {self.page.url}")

    def picture(self) -> None:
        """Keep what is seen now, for people to look at; the pictures are not part of any test."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        # A busy machine may fail to draw one; the journey goes on without it.
        with suppress(Error):
            self.page.screenshot(path=PICTURES / f"{self.name}-{len(self.clicks)}.png")

    def read(self, selector: str = "main") -> str:
        """Give the visible text of the first such element; the style may give a status a capital letter."""
        return plain(self.page.locator(selector).first.inner_text())
