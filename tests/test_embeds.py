"""Small documents for other sites' frames, what heads say to machines, and the ways to follow that pages give."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import lxml.html
import pytest

from loftet.pages import all_pages
from loftet.pages.site import Page, Site
from made_registers import known, said, told

DAY = date(2026, 3, 10)
ROOT = "https://byn.example/"
EMBEDS = ("inbaddat/loften/ljus/", "inbaddat/uppfoljningar/u-1/", "inbaddat/vandringar/v-1/")


def drawn(**more: Any) -> Site:
    as_of = known(
        DAY,
        {"exempel": "Påhittad.", "följ_via_e_post": "https://byn.example/bevaka"},
        omraden=[{"id": "hamnen", "namn": "Hamnen", "typ": "stadsdel"}],
        parter=[{"id": "polisen", "namn": "Polisen", "typ": "polis"}],
        loften=[
            {
                "id": "ljus",
                "titel": 'Ljus "nu" & </script>',
                "åtaganden": [{"id": "lampor", "text": "Lampor"}],
            }
        ],
        vandringar=[
            {"id": "v-1", "titel": "Hamnen", "datum": "2026-04-21", "skede": "planerad"},
            {"id": "v-2", "titel": "Backen", "datum": "hösten 2026", "skede": "planerad"},
        ],
        uppfoljningar=[told("u-1", "2026-02-12", said("ljus/lampor", "pågår"), titel="Läget </script>")],
    )
    return replace(Site(as_of, DAY, root=ROOT), **more)


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {one.address: one for one in all_pages(drawn())}


@pytest.fixture(scope="module")
def embeds(pages: Mapping[str, Page]) -> dict[str, lxml.html.HtmlElement]:
    files = {name: content for page in pages.values() for name, content in page.files.items()}
    return {
        name.removesuffix("index.html"): lxml.html.document_fromstring(content.decode())
        for name, content in files.items()
        if name.startswith("inbaddat/")
    }


def data(page: Page) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(page.structured)
    return read


def links(page: Page) -> dict[str, str]:
    (box,) = lxml.html.fragment_fromstring(page.body, create_parent="div").xpath("//section[h2/@id='folj']")
    return {one.text_content(): one.get("href") for one in box.xpath(".//a")}


def test_promises_walks_and_follow_ups_have_small_documents(
    embeds: Mapping[str, lxml.html.HtmlElement],
) -> None:
    assert set(EMBEDS) < set(embeds)


@pytest.mark.parametrize("name", EMBEDS)
def test_a_small_document_stands_alone(embeds: Mapping[str, lxml.html.HtmlElement], name: str) -> None:
    """Own title and language, one h1, no script, nothing from other hosts, hidden from search engines."""
    page = embeds[name]
    assert page.get("lang") == "sv"
    assert page.findtext(".//title").endswith("– Exempelby kommun")
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//script | //iframe | //form | //@style") == []
    assert len(page.xpath("//nav//a")) == 1  # to the whole page; no menu
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert [one for one in page.xpath("//@src | //link/@href") if "//" in one] == []


@pytest.mark.parametrize("name", EMBEDS)
def test_a_link_in_a_small_document_leaves_the_frame(
    embeds: Mapping[str, lxml.html.HtmlElement], name: str
) -> None:
    found = embeds[name].xpath("//a")
    assert [one.get("target") for one in found] == ["_top"] * len(found)
    assert found[-1].get("href") == f"../../../{name.removeprefix('inbaddat/')}"


def test_a_small_document_says_that_it_is_an_example(embeds: Mapping[str, lxml.html.HtmlElement]) -> None:
    """Rule 16."""
    assert all("(exempel)" in one.text_content() for one in embeds.values())


def test_the_text_to_copy_is_one_frame_and_nothing_else(pages: Mapping[str, Page]) -> None:
    (code,) = lxml.html.document_fromstring(pages["loften/ljus/"].body).xpath("//*[@id='badda-in']//code")
    frame = lxml.html.fragment_fromstring(code.text_content())
    assert frame.tag == "iframe"
    assert frame.get("src") == f"{ROOT}inbaddat/loften/ljus/"
    assert frame.get("title") == 'Medborgarlöfte: Ljus "nu" & </script>'


def test_a_site_without_an_address_offers_no_text_to_copy() -> None:
    bare = {one.address: one for one in all_pages(drawn(root=""))}
    assert "badda-in" not in bare["loften/ljus/"].body


def test_a_small_document_wears_the_municipalitys_colour_when_it_has_one() -> None:
    """After the common styles, so that it wins."""
    own = next(one for one in all_pages(drawn(accent=True)) if one.address == "loften/ljus/")
    html = own.files["inbaddat/loften/ljus/index.html"].decode()
    styles = re.findall('rel="stylesheet" href="([^"]+)"', html)
    assert styles[-1] == "../../../assets/accent.css"
    assert len(styles) == 4


def test_a_follow_up_is_a_report_of_the_municipality(pages: Mapping[str, Page]) -> None:
    report = data(pages["uppfoljningar/u-1/"])
    assert (report["@type"], report["datePublished"]) == ("Report", "2026-02-12")
    assert report["publisher"] == {"@type": "GovernmentOrganization", "name": "Exempelby kommun"}
    assert report["creativeWorkStatus"] == "Exempel. Påhittad."


def test_a_walk_to_come_is_an_event_when_its_day_is_known(pages: Mapping[str, Page]) -> None:
    event = data(pages["vandringar/v-1/"])
    assert (event["@type"], event["startDate"]) == ("Event", "2026-04-21")
    assert event["name"] == "Trygghetsvandring Hamnen"
    assert pages["vandringar/v-2/"].structured == ""


def test_nothing_in_structured_data_ends_its_element(pages: Mapping[str, Page]) -> None:
    assert "<" not in pages["uppfoljningar/u-1/"].structured
    assert data(pages["uppfoljningar/u-1/"])["name"] == "Läget </script>"


def test_the_start_page_and_each_record_offer_their_ways_to_follow(pages: Mapping[str, Page]) -> None:
    assert list(links(pages[""]).values()) == [
        "https://byn.example/bevaka",
        "nytt/",
        "uppfoljningar/",
        "floden/allt.xml",
        "kalender/allt.ics",
    ]
    for address in ("loften/ljus/", "omraden/hamnen/", "parter/polisen/"):
        assert f"../../floden/{address.rstrip('/')}.xml" in links(pages[address]).values()


def test_a_record_with_a_feed_names_it_in_its_head(pages: Mapping[str, Page]) -> None:
    feed = pages["omraden/hamnen/"].feed
    assert feed is not None
    assert (feed.title, feed.address) == ("Nytt om Hamnen", "floden/omraden/hamnen.xml")
    assert pages["vandringar/v-1/"].feed is None


def test_a_site_without_open_data_offers_no_feed() -> None:
    plain = {one.address: one for one in all_pages(drawn(groups=frozenset({"grund", "loften"})))}
    assert list(links(plain["loften/ljus/"]).values()) == ["https://byn.example/bevaka"]
    assert plain["loften/ljus/"].feed is None
