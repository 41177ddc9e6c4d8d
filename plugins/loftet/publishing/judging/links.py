"""Every link leads to a page and an anchor that are there, and no page fetches anything from another host."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from loftet.problems import Problem
from loftet.publishing.judging.built import Built, Expected, fault
from loftet.publishing.reading import BuiltPage, Reference

_ALWAYS_THERE = {"", "top"}


def links_lead_somewhere(built: Built, _expected: Expected) -> Iterator[Problem]:
    """Give a Problem for each link to a page, file or anchor that is not there, the redirects' included."""
    for page in built.pages.values():
        refresh = page.refresh.partition("url=")[2].strip()
        for reference in (*page.references, *([Reference(refresh, False)] if refresh else [])):
            what = _broken(built, page, reference)
            if what:
                yield fault(page.path, what)


def _broken(built: Built, page: BuiltPage, reference: Reference) -> str | None:
    aim = built.own(page, reference.address)
    if aim is None:
        return None
    path, anchor = aim
    if path not in built.files:
        return f"Länken {reference.address} leder till en sida som inte finns."
    there = built.pages.get(path)
    if there is None or anchor in _ALWAYS_THERE or anchor in there.ids:
        return None
    return f"Länken {reference.address} leder till ett ställe som inte finns på sidan."


def nothing_from_elsewhere(built: Built, _expected: Expected) -> Iterator[Problem]:
    """Give a Problem for each script, picture or style that a page fetches from another host."""
    for page in built.pages.values():
        for reference in page.references:
            if (
                reference.fetched
                and urlsplit(reference.address).netloc
                and not built.own(page, reference.address)
            ):
                what = f"Sidan hämtar {reference.address} från en annan värd, som då får veta vem som läser."
                yield fault(page.path, what, "Lägg filen bland webbplatsens egna.")
