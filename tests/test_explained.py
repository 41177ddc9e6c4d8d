"""A word of the glossary is explained where it first stands, and never where it would break what it stands in."""

from datetime import date
from pathlib import Path

import lxml.html
import pytest

from loftet.facts import AsOf
from loftet.loading import load
from loftet.pages.explained import explained, explained_text
from loftet.pages.site import Page, Site

WORDS = """
- id: est
  ord: EST
  uttydning: effektiv samordning för trygghet
  betydelse: Ett <arbetssätt> & mer
- id: atgard
  ord: åtgärd
  betydelse: Det som någon gör.
- id: sig
  ord: SIG
  betydelse: Sociala insatsgrupper.
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "kommun.yml").write_text("namn: Byn\n", encoding="utf-8")
    (tmp_path / "ordlista.yml").write_text(WORDS, encoding="utf-8")
    register, problems = load(tmp_path)
    assert problems == ()
    day = date(2026, 3, 10)
    return Site(AsOf(register, day), day)


def buttons(html: str) -> list[str]:
    return [one.text_content() for one in lxml.html.fromstring(f"<div>{html}</div>").xpath(".//button")]


def test_a_word_is_explained_the_first_time_and_only_then(site: Site) -> None:
    drawn = explained_text(site, "om/", "<p>EST och EST, tre åtgärder och en åtgärd.</p>")
    assert buttons(drawn) == ["EST", "åtgärder"]


def test_the_meaning_stands_beside_the_word_and_is_reached_by_it(site: Site) -> None:
    drawn = lxml.html.fromstring(explained_text(site, "om/", "<p>Vi har EST här.</p>"))
    (button,) = drawn.xpath("//button")
    (meaning,) = drawn.xpath(f"//*[@id='{button.get('popovertarget')}']")
    assert meaning.text.strip() == "EST: effektiv samordning för trygghet. Ett <arbetssätt> & mer."
    assert meaning.xpath("a/@href") == ["../ordlista/#est"]
    assert meaning.getparent().tag == "p"


@pytest.mark.parametrize(
    "html",
    [
        "<h2>EST</h2>",
        '<p><a href="x/">EST-gruppen</a></p>',
        "<p><a><strong>EST</strong></a></p>",
        "<details><summary>EST</summary></details>",
        "<blockquote><p>EST</p></blockquote>",
        "<table><tr><td>EST</td></tr></table>",
        '<p class="lo-status">EST</p>',
        '<p title="EST">sig est BEST ESTer</p>',
    ],
)
def test_what_is_a_link_a_heading_or_a_quotation_is_left_alone(site: Site, html: str) -> None:
    assert explained_text(site, "om/", html) == html


def test_a_stop_or_a_comma_is_held_to_the_word_it_follows(site: Site) -> None:
    """A button may be broken after, whatever follows it: what holds the two together is drawn unbroken."""
    drawn = lxml.html.fromstring(explained_text(site, "om/", "<p>EST, en åtgärd (SIG).</p>"))
    held = [
        (one.xpath("button")[0].text, one.xpath("*[last()]")[0].tail)
        for one in drawn.xpath("span[@class='lo-term']")
    ]
    assert held == [("EST", ","), ("SIG", ").")]


def test_a_word_after_a_link_is_still_explained(site: Site) -> None:
    drawn = explained_text(site, "om/", "<ul><li><a>EST</a><br><img alt=''>EST</li></ul>")
    assert buttons(drawn) == ["EST"]


def test_an_edition_is_shown_as_fixed_with_its_words_after_it(site: Site) -> None:
    body = '<p>EST</p>\n<section class="lo-box lo-cite">…</section>'
    (page,) = explained(site, [Page("uppfoljningar/u/", "U", body)])
    before, _, after = page.body.partition('<h2 id="ord-pa-sidan">')
    assert before == "<p>EST</p>\n"
    assert after.endswith('<section class="lo-box lo-cite">…</section>')
    assert "<dt>EST</dt>" in after


@pytest.mark.parametrize("address", ["ordlista/", "a-o/"])
def test_the_lists_of_words_explain_nothing_twice(site: Site, address: str) -> None:
    (page,) = explained(site, [Page(address, "Sida", "<p>EST</p>")])
    assert page.body == "<p>EST</p>"


def test_a_page_in_another_language_has_no_swedish_words_explained(site: Site) -> None:
    (page,) = explained(site, [Page("sprak/en/", "Page", "<p>EST</p>", language="en")])
    assert page.body == "<p>EST</p>"
