"""Laws of the menus: what they are called, and what a page lies under."""

from __future__ import annotations

from loftet.facts.labels import NOUNS
from loftet.pages.menus import FOOTER, MENU, pages_above


def test_every_lower_case_title_of_a_menu_is_a_noun() -> None:
    """A title that is to be said in the municipality's words must be known as a noun, else it stands raw."""
    assert [name for name, _ in (*MENU, *FOOTER) if name[0].islower() and name not in NOUNS] == []


def test_a_page_lies_under_the_folders_that_have_a_page() -> None:
    titles = {"loften/": "Löften", "loften/lofte-7/": "Centrum", "atgarder/": "Åtgärder"}
    assert pages_above("loften/lofte-7/belysning/", titles) == [
        {"titel": "Löften", "adress": "loften/"},
        {"titel": "Centrum", "adress": "loften/lofte-7/"},
    ]
    assert pages_above("atgarder/status/forsenad/", titles) == [{"titel": "Åtgärder", "adress": "atgarder/"}]
    assert pages_above("atgarder/", titles) == pages_above("", titles) == []
