"""What is one heading, link or button is heard as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from browsing import Visitor, addresses, one_of_each

pytestmark = pytest.mark.browser

# A part that is laid out as a block, or taken out of its line, is an object of its own to a screen reader in Firefox.
IN_PIECES = """() => [...document.querySelectorAll('body :is(h1, h2, h3, h4, h5, h6, a, button)')]
    .filter(one => one.checkVisibility() && [...one.querySelectorAll('*')].some(part => part.textContent.trim()
        && !part.closest('svg') && !getComputedStyle(part).display.startsWith('inline')
        && one.textContent.trim() !== part.textContent.trim()))
    .map(one => `${one.localName}.${one.className || one.parentNode.className}: ${one.textContent.trim()}`)"""


def test_no_heading_link_or_button_is_read_in_pieces(guest: Visitor, site: Path) -> None:
    """Heard in pieces, ”Uppfyllda 2” was two links and a dated heading three headings."""
    broken: dict[str, str] = {}
    for address in one_of_each(addresses(site)):
        guest.visit(address)
        broken |= dict.fromkeys(guest.page.evaluate(IN_PIECES), address)
    assert broken == {}


def test_the_letters_of_a_list_are_heard_once_before_it(guest: Visitor) -> None:
    guest.visit("ordlista/")
    leading = guest.page.locator("nav:not(footer nav) a[href='#bokstav-m']")
    assert leading.all_inner_texts() == ["M"]
