"""A page in plain Swedish or another language has an address of its own, and says what is in which language."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import lxml.html
import pytest

from loftet.checks import judge
from loftet.facts import AsOf
from loftet.loading import load
from loftet.model.base import Cadence
from loftet.pages import all_pages
from loftet.pages.site import GROUPS, Page, Site
from loftet.pages.versions import language_name, right_to_left

DAY = date(2026, 3, 10)

TOWN = """
namn: Byns kommun
lättläst: |
  Vi har lovat.
  Läs här.
översättningar:
  en: {titel: Our promises, text: "We have *promised*.", översatt: 2026-02-20}
"""

PROMISE = """
titel: Tryggare centrum
period: {från: 2025-01-01, till: 2026-12-31}
lättläst: Vi lovar ljus.
översättningar:
  ar: {titel: وعد, text: نعد بالضوء}
åtaganden:
  - {id: ljus, text: Bättre ljus}
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "loften").mkdir()
    (tmp_path / "kommun.yml").write_text(TOWN, encoding="utf-8")
    (tmp_path / "loften" / "centrum.yml").write_text(PROMISE, encoding="utf-8")
    register, problems = load(tmp_path)
    assert problems == ()
    return Site(AsOf(register, DAY), DAY)


def pages(site: Site) -> dict[str, Page]:
    return {one.address: one for one in all_pages(site)}


def text(page: Page) -> str:
    return " ".join(lxml.html.fromstring(page.body).text_content().split())


def test_each_version_knows_all_versions_of_its_page(site: Site) -> None:
    drawn = pages(site)
    start = [(one.code, one.address) for one in drawn[""].versions]
    assert start == [("sv", ""), ("sv-simple", "lattlast/"), ("ar", "sprak/ar/"), ("en", "sprak/en/")]
    own = [(one.code, one.address) for one in drawn["loften/centrum/"].versions]
    assert own[1:] == [("sv-simple", "loften/centrum/lattlast/"), ("ar", "sprak/ar/loften/centrum/")]
    for code, address in (*start, *own):
        assert (code, address) in [(one.code, one.address) for one in drawn[address].versions]


def test_plain_swedish_is_marked_and_leads_back(site: Site) -> None:
    body = lxml.html.fromstring(pages(site)["loften/centrum/lattlast/"].body)
    assert body.get("lang") == "sv-simple"
    links = [(one.text, one.get("href")) for one in body.xpath("//a")]
    assert links == [
        ("Samma sida på vanlig svenska", "../"),
        ("Alla löften på lättläst", "../../../lattlast/"),
    ]


def test_the_day_is_a_word_of_its_own_where_a_narrow_screen_takes_away_the_line_break(
    site: Site, tmp_path: Path
) -> None:
    assert site.as_of.follow_ups == ()
    (tmp_path / "uppfoljningar").mkdir()
    told = "gäller_per: 2026-02-10\nposter:\n  - {om: centrum/ljus, bedömning: pågår}\n"
    (tmp_path / "uppfoljningar" / "rad.yml").write_text(told, encoding="utf-8")
    heard = Site(AsOf(load(tmp_path)[0], DAY), DAY)
    assert "Så här var det den 10 februari 2026:" in text(pages(heard)["loften/centrum/lattlast/"])


def test_swedish_on_an_english_page_is_marked(site: Site) -> None:
    page = pages(site)["sprak/en/"]
    (link,) = lxml.html.fromstring(page.body).xpath("//a[text()='Tryggare centrum']")
    assert (link.get("lang"), link.get("hreflang")) == ("sv", "sv")
    assert (page.language, page.right_to_left) == ("en", False)
    assert "We have promised." in text(page)
    assert "Translated 20 February 2026." in text(page)


def test_a_language_without_a_frame_of_its_own_says_that_the_frame_is_english(site: Site) -> None:
    page = pages(site)["sprak/ar/loften/centrum/"]
    assert (page.language, page.right_to_left) == ("ar", True)
    (frame,) = lxml.html.fromstring(f"<div>{page.body}</div>").xpath("div[@lang='en'][@dir='ltr']")
    said = " ".join(frame.text_content().split())
    assert "The rest of this page, and the words around it, are in English." in said
    assert "1 commitment: 1 not followed up yet" in said
    assert "1 January 2025 – 31 December 2026" in said


def test_a_language_with_promises_only_still_has_a_start_page(site: Site) -> None:
    assert "The start page has not been translated to العربية yet." in text(pages(site)["sprak/ar/"])


def test_nothing_is_offered_where_nothing_is_translated(site: Site, tmp_path: Path) -> None:
    (tmp_path / "kommun.yml").write_text("namn: Byn\n", encoding="utf-8")
    (tmp_path / "loften" / "centrum.yml").write_text("titel: Centrum\n", encoding="utf-8")
    register, _ = load(tmp_path)
    drawn = pages(replace(site, as_of=AsOf(register, DAY)))
    assert [one for one in drawn if one.startswith("sprak/") or one.endswith("lattlast/")] == []
    assert not any(one.versions for one in drawn.values())


def test_without_promises_on_the_site_no_translated_promise_is_drawn(site: Site) -> None:
    drawn = pages(replace(site, groups=frozenset(GROUPS) - {"loften"}))
    assert sorted(one for one in drawn if one.startswith("sprak/")) == ["sprak/en/"]


def test_no_commitment_takes_the_address_of_the_plain_version(tmp_path: Path) -> None:
    (tmp_path / "loften").mkdir()
    (tmp_path / "kommun.yml").write_text("namn: Byn\n", encoding="utf-8")
    taken = "titel: Centrum\nåtaganden:\n  - {id: lattlast, text: Ljus}\n"
    (tmp_path / "loften" / "centrum.yml").write_text(taken, encoding="utf-8")
    found, _ = judge(load(tmp_path)[0], DAY)
    assert [one.what for one in found] == [
        "Id:t ”lattlast” är upptaget: på adressen /loften/centrum/lattlast/ står löftet på lättläst svenska."
    ]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("SV", "”SV” är inte en språkkod."),
        ("engelska språket", "”engelska språket” är inte en språkkod."),
        ("sv", "Svenska är webbplatsens eget språk."),
    ],
)
def test_a_code_that_names_no_other_language_is_told(tmp_path: Path, code: str, said: str) -> None:
    told = f"namn: Byn\növersättningar:\n  {code}: {{titel: a, text: b}}\n"
    (tmp_path / "kommun.yml").write_text(told, encoding="utf-8")
    assert said in [one.what for one in load(tmp_path)[1]]


@pytest.mark.parametrize(
    ("code", "name", "leftwards"),
    [
        ("en", "English", False),
        ("ar", "العربية", True),
        ("fit", "Meänkieli", False),
        ("yi", "ייִדיש", True),
        ("qqq", "qqq", False),
    ],
)
def test_a_language_is_called_what_it_calls_itself(code: str, name: str, leftwards: bool) -> None:
    assert (language_name(code), right_to_left(code)) == (name, leftwards)


def test_a_reader_of_another_language_is_told_that_a_follow_up_is_missing(site: Site) -> None:
    """What is silent is said as loudly in every language (rule 3)."""
    promise = site.register.promises["centrum"]
    silent = promise.model_copy(update={"rhythm": Cadence.model_validate({"antal": "2", "per": "år"})})
    told = replace(site, as_of=AsOf(replace(site.register, promises={"centrum": silent}), DAY))
    words = "a promised follow-up has been missing since 1 July 2025"
    assert [words in text(pages(told)[one]) for one in ("sprak/en/", "sprak/ar/loften/centrum/")] == [
        True
    ] * 2
    assert "missing" not in text(pages(site)["sprak/en/"])
