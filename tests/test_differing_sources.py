"""Laws of sources that differ: each is quoted with its publisher and day, and none is chosen in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from example_sites import MUNICIPALITIES, site
from loftet import addresses
from loftet.facts import AsOf
from loftet.loading import load
from loftet.model.base import Disagreement, Entity, Wording
from loftet.model.knowledge import GlossaryEntry
from loftet.model.words.knowledge import SourceForm
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


def differing(name: str) -> Iterator[tuple[str, Entity, Disagreement]]:
    """Give every disagreement of a site with the address where it must stand, and the record that it is written in."""
    for _, record in known(name).register.everything():
        here = addresses.GLOSSARY if isinstance(record, GlossaryEntry) else None
        for one in record.disagreements:
            yield here or addresses.of(record), record, one
    for promise in known(name).register.promises.values():
        for own in promise.commitments:
            for one in own.disagreements:
                yield addresses.commitment(promise.id, own.id), promise, one


def missing_of(name: str, address: str, record: Entity, wording: Wording) -> list[str]:
    """Give what a reader cannot find of a quoted source: where it is from, its kept file, what that is, its hash."""
    source = next((one for one in record.originals if one.file == wording.file and one.file), None)
    if source is None or not source.publisher or not (source.address or source.reference):
        return [f"{address}: ”{wording.text}” har ingen sparad källa"]
    folder = known(name).register.folder
    assert folder is not None
    kept = sha256((folder / "original" / (source.file or "")).read_bytes()).hexdigest()
    line = re.compile(
        rf'<p class="lo-source"><a href="{addresses.href(address, f"original/{source.file}")}">'
        rf"Sparad anteckning ur källan, inte dokumentet självt</a>, text, \d\xa0kB\. .*{kept}</code>"
    )
    return (
        [] if line.search(pages(name)[address]) else [f"{address}: ”{source.file}” visas inte med sin summa"]
    )


def told(wording: Wording) -> str:
    when = when_text(wording.when) if wording.when else "datum ej angivet"
    return f"Enligt {wording.publisher} {wording.text} {wording.publisher}, {when}"


@pytest.mark.parametrize("name", [*MUNICIPALITIES, "mala"])
def test_sources_that_differ_are_both_quoted_with_publisher_and_day(name: str) -> None:
    """The page of the thing says that the sources differ, and quotes every one of them."""
    found = list(differing(name))
    assert found
    for address, _, one in found:
        text = plain_text(pages(name)[address])
        assert "Uppgifterna skiljer sig" in text, address
        assert len(one.wordings) >= 2, address
        assert [told(wording) for wording in one.wordings if told(wording) not in text] == [], address


@pytest.mark.parametrize("name", [*MUNICIPALITIES, "mala"])
def test_each_source_that_differs_is_kept_and_shown_with_its_hash(name: str) -> None:
    """Beside each wording stands the file that is kept of its source, what it is, and the SHA-256 of its bytes."""
    assert [
        fault
        for address, record, one in differing(name)
        for wording in one.wordings
        for fault in missing_of(name, address, record, wording)
    ] == []


@pytest.mark.parametrize("name", [*MUNICIPALITIES, "mala"])
def test_every_kept_file_is_a_note_that_says_so_and_that_some_record_names(name: str) -> None:
    """None of the documents themselves could be fetched: no file is taken for one, and none lies there unnamed."""
    register = known(name).register
    assert register.folder is not None
    named = {
        source.file: source.form
        for _, record in register.everything()
        for source in record.originals
        if source.file
    }
    there = {
        one.name: one.read_text(encoding="utf-8-sig") for one in (register.folder / "original").iterdir()
    }
    assert named == dict.fromkeys(there, SourceForm.NOTE)
    assert [
        file for file, text in there.items() if not text.startswith("ANTECKNING, INTE DOKUMENTET SJÄLVT\n")
    ] == []


@pytest.mark.parametrize("name", [*MUNICIPALITIES, "mala"])
def test_each_note_tells_the_day_when_its_source_was_read_or_that_it_was_not_found(name: str) -> None:
    """The day in the file and the day on the page are one, and no day is given for a source that was not read."""
    register = known(name).register
    assert register.folder is not None
    for _, record in register.everything():
        for source in record.originals:
            assert source.fetched is None, source.address
            if source.file:
                text = (register.folder / "original" / source.file).read_text(encoding="utf-8-sig")
                said = source.read_in_copy.first.isoformat() if source.read_in_copy else None
                in_file = re.search(r"^Hämtad: nej; läst (\S+) i en lagrad kopia$", text, re.MULTILINE)
                assert said == (in_file[1] if in_file else None), source.file


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
