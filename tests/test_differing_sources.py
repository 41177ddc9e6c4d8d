"""Laws of sources that differ: each is quoted with its publisher and day, and none is chosen in silence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from example_sites import MUNICIPALITIES, site
from loftet import addresses
from loftet.facts import AsOf
from loftet.loading import load
from loftet.model.base import Disagreement, Wording
from loftet.model.knowledge import GlossaryEntry
from loftet.pages import all_pages
from loftet.pages.site import Site, plain_text
from loftet.wording import when_text
from made_registers import TODAY

MALA = Path(__file__).parent / "cases" / "samma-lofte-i-tva-lydelser" / "site_data"


@cache
def pages(name: str) -> dict[str, str]:
    return {page.address: page.body for page in all_pages(known(name))}


@cache
def known(name: str) -> Site:
    if name != "mala":
        return site(name)
    register, unread = load(MALA)
    assert not unread
    return Site(AsOf(register, TODAY), TODAY)


def differing(name: str) -> Iterator[tuple[str, Disagreement]]:
    """Give every disagreement of a site with the address where it must stand."""
    for _, record in known(name).register.everything():
        here = addresses.GLOSSARY if isinstance(record, GlossaryEntry) else None
        for one in record.disagreements:
            yield here or addresses.of(record), one
    for promise in known(name).register.promises.values():
        for own in promise.commitments:
            for one in own.disagreements:
                yield addresses.commitment(promise.id, own.id), one


def told(wording: Wording) -> str:
    when = when_text(wording.when) if wording.when else "datum ej angivet"
    return f"Så skriver {wording.publisher} {wording.text} {wording.publisher}, {when}"


@pytest.mark.parametrize("name", [*MUNICIPALITIES, "mala"])
def test_sources_that_differ_are_both_quoted_with_publisher_and_day(name: str) -> None:
    """The page of the thing says that the sources differ, and quotes every one of them."""
    found = list(differing(name))
    assert found
    for address, one in found:
        text = plain_text(pages(name)[address])
        assert "Uppgifterna skiljer sig" in text, address
        assert len(one.wordings) >= 2, address
        assert [told(wording) for wording in one.wordings if told(wording) not in text] == [], address


def test_a_number_that_sources_give_differently_is_not_a_target() -> None:
    """Six times or three: nothing is counted against either, and both stand in the target's words."""
    found = known("mala").register.commitment("lofte-3/ungdomar")
    assert found is not None
    assert found[1].goals == ()
    text = plain_text(pages("mala")["loften/lofte-3/ungdomar/"])
    assert "minst sex eller minst tre per år" in text
    assert "minst sex per år" in text
    assert "minst tre per år" in text


def test_an_activity_that_one_publisher_alone_names_stands_with_both_lists() -> None:
    """Nässjö's inventory is kept as an activity, on its own page and on the promise's, beside the list without it."""
    for address in ("atgarder/inventering-resecentrum/", "loften/lofte-1/"):
        text = plain_text(pages("nassjo")[address])
        assert "Nässjö kommun, nyhet, 30 mars 2023" in text or "Nässjö kommun, 30 mars 2023" in text, address
        assert "datum ej angivet" in text, address
