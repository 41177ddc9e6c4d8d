"""No page grows with the number of records: what does not fit stands on plain pages of its own.

What bears permanent anchors stays whole: the entries of a follow-up, the commitments of a promise, the stops of a
walk, the values of an indicator, words and corrections. Of those the town has few, but for the follow-ups' entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import small_town
from grown_town import grown_town
from loftet import addresses
from loftet.charts.once import drawn_once
from loftet.pages import all_pages
from loftet.pages.site import Page

FEW, MANY = 22, 44
"""So many records of each kind: enough that every list is cut, few enough to be drawn in seconds."""

HOLDS_ANCHORS = re.compile(r"uppfoljningar/[^/]+/")
"""A follow-up: every entry keeps its anchor, so it is as long as what the meeting said."""

ROOM = 15_600
"""Bytes of a body: most are under 13 kB, which with the shell of about 7 is a page of 20."""

Drawn = dict[str, Page]


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> tuple[Drawn, Drawn]:
    few, many = (drawn(tmp_path_factory.mktemp("town"), number) for number in (FEW, MANY))
    return few, many


def drawn(folder: Path, number: int) -> Drawn:
    pages = all_pages(small_town.site(small_town.write(folder, grown_town(number))))
    return {page.address: page for page in pages if not HOLDS_ANCHORS.fullmatch(page.address)}


def size(page: Page) -> int:
    return len(drawn_once(page.body).encode())


def test_no_page_that_lasts_is_heavier_with_twice_the_records(towns: tuple[Drawn, Drawn]) -> None:
    few, many = towns
    grown = {
        address: (size(page), size(many[address]))
        for address, page in few.items()
        if page.listed and size(many[address]) > size(page) + 300
    }
    assert grown == {}


def test_no_page_has_more_than_the_room_of_a_page(towns: tuple[Drawn, Drawn]) -> None:
    _, many = towns
    heavy = {address: size(page) for address, page in many.items() if size(page) > ROOM}
    assert set(heavy) == {addresses.METHOD}, heavy


def test_what_is_left_out_of_a_page_stands_where_its_link_leads(towns: tuple[Drawn, Drawn]) -> None:
    _, many = towns
    assert {one for page in many.values() for one in left_out(page)} - set(many) == set()


def left_out(page: Page) -> Iterator[str]:
    for link in re.findall(r'class="lo-items-rest"><a href="([^"#]+)', page.body):
        there = addresses.resolved(page.address, link)
        if not HOLDS_ANCHORS.fullmatch(there):
            yield there


def test_every_page_that_lasts_is_still_reached_through_the_lists(towns: tuple[Drawn, Drawn]) -> None:
    """From the lists of each kind, without the index from A to Ö and the ways to the record before and after."""
    _, many = towns
    pages = {address: page for address, page in many.items() if not address.startswith(addresses.A_TO_Z)}
    reached = {address for address in pages if address.count("/") <= 1}
    waiting = list(reached)
    while waiting:
        new = {one for one in linked(pages[waiting.pop()]) if one in pages} - reached
        reached |= new
        waiting += new
    assert {address for address, page in pages.items() if page.listed} - reached == set()


def linked(page: Page) -> set[str]:
    body = re.sub(r'<nav class="lo-neighbours".*?</nav>', "", page.body, flags=re.DOTALL)
    links = re.findall(r'href="([^"#]+)', body)
    return {addresses.resolved(page.address, one) for one in links}
