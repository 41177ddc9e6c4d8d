"""A longer text may use a small part of Markdown; everything else is shown as it was typed."""

import lxml.html
import pytest

from loftet.pages.prose import prose


def test_headings_lists_emphasis_links_and_line_ends_are_drawn() -> None:
    drawn = prose("# Vad\nEn *viktig* rad\noch en till\n\n- [läs](https://a.se/)\n\n#### Djup\n")
    assert str(drawn).split("\n") == [
        "<h2>Vad</h2>",
        "<p>En <em>viktig</em> rad<br>",
        "och en till</p>",
        "<ul>",
        '<li><a href="https://a.se/">läs</a></li>',
        "</ul>",
        "<h3>Djup</h3>",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<div onload=x>hej</div>",
        "a <b onclick=x>b</b>",
        "![bild](x.png)",
        "`kod`",
        "[a]: http://x.se/",
        "<https://x.se/>",
    ],
)
def test_other_markup_is_shown_as_typed(typed: str) -> None:
    drawn = lxml.html.fromstring(f"<div>{prose(typed)}</div>")
    assert drawn.text_content().strip() == typed
    assert {one.tag for one in drawn.iter()} == {"div", "p"}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:x", "java\tscript:x"]
)
def test_an_address_that_a_browser_could_run_is_no_link(address: str) -> None:
    drawn = lxml.html.fromstring(f"<div>{prose(f'[läs]({address})')}</div>")
    assert drawn.xpath("//a") == []
    assert "läs" in drawn.text_content()
