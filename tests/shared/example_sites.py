"""The example municipalities' pages, drawn in memory once: what is said where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from loftet.facts import AsOf
from loftet.loading import load
from loftet.model.register import Register
from loftet.pages import all_pages
from loftet.pages.site import Site, plain_text

EXAMPLES = Path(__file__).parents[2] / "examples"
MUNICIPALITIES = ("nassjo", "varnamo", "norsjo", "fagersta", "nynashamn")


EXPLANATION = re.compile(r'<span class="lo-term__text".*?</span>', re.DOTALL)
"""What the glossary says of a word, opened only by who asks: no part of the sentence around it."""


def register(municipality: str) -> Register:
    """Give what one example municipality has published."""
    return site(municipality).register


@cache
def site(municipality: str) -> Site:
    """Give one example site as of the day that its settings say."""
    settings = yaml.safe_load((EXAMPLES / municipality / "mkdocs.yml").read_text(encoding="utf-8"))
    own = next(one["loftet"] for one in settings["plugins"] if isinstance(one, dict) and "loftet" in one)
    today = date.fromisoformat(own["idag"])
    known, unread = load(EXAMPLES / municipality / own["mapp"])
    assert not unread
    return Site(AsOf(known, today), today)


@cache
def bodies(municipality: str) -> Mapping[str, str]:
    """Give the HTML body of every page of one example site by its address; the start page is ”/”."""
    return {page.address or "/": page.body for page in all_pages(site(municipality))}


def missing(municipality: str, address: str, words: str) -> str | None:
    """Say what is wrong with a place that should say some words; None when they stand there.

    A place is an address, with an anchor when the words are to stand in the part that the anchor begins.
    A capital letter counts as a small one, since a page may begin a line with it.
    """
    path, _, anchor = address.partition("#")
    body = bodies(municipality).get(path)
    if body is None:
        return f"{municipality}: sidan ”{path}” finns inte"
    if anchor:
        _, found, body = body.partition(f'id="{anchor}"')
        if not found:
            return f"{municipality}: ”{path}” har inget ankare ”{anchor}”"
        body = f"<p {part_of(body)}"
    text = plain_text(EXPLANATION.sub("", body))
    return (
        None if words.casefold() in text.casefold() else f"{municipality}: ”{words}” står inte på ”{address}”"
    )


def part_of(rest: str) -> str:
    """Give what belongs to an anchor: to the next row of a list of words, else to the next heading of the page."""
    end = re.search(r"<div id=|<h2\b", rest)
    return rest[: end.start()] if end else rest
