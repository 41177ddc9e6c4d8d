"""The explanation of a word on a page, for one who has only the keyboard."""

from __future__ import annotations

import pytest

from browsing import Visitor

pytestmark = pytest.mark.browser

PAGE = "atgarder/torget-poliser/"
TERM = "main button.lo-term__word"
SHOWN = ".lo-term__text:popover-open"


def test_an_explanation_opens_closes_and_gives_the_focus_back_by_the_keyboard(guest: Visitor) -> None:
    guest.visit(PAGE)
    page = guest.page
    page.locator(TERM).first.focus()
    page.keyboard.press("Enter")
    assert page.locator(SHOWN).inner_text().strip()
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.querySelector('{SHOWN}').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert page.locator(SHOWN).count() == 0
    assert page.evaluate(f"document.activeElement === document.querySelector('{TERM}')")


def test_an_explanation_never_covers_what_has_the_focus_after_it(guest: Visitor) -> None:
    guest.visit(PAGE)
    page = guest.page
    page.locator(TERM).first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.locator(SHOWN).count() == 1
    page.keyboard.press("Tab")
    assert page.locator(SHOWN).count() == 0
    assert page.evaluate("document.activeElement.matches('main a')")
