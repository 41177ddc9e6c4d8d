"""Publishing: what is written down, what readers see change, what is refused, and a chain that anyone can verify."""

from __future__ import annotations

import errno
import json
import os
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loftet.pages.site import Site
from loftet.problems import DataError, disk_words
from loftet.publishing.history import Drawn
from loftet.publishing.judging.built import read_built
from loftet.publishing.kept import EDITIONS, LEDGER, LOG, beside
from loftet.publishing.locking import locked
from loftet.publishing.manifest import read_log
from loftet.publishing.publication import publish, rehearse, update
from loftet.publishing.seen import seen, seen_words
from loftet.publishing.snapshot import write_snapshot
from loftet.publishing.verifying import verified, verified_copy
from small_town import (
    TOWN,
    history,
    order,
    plainly_built,
    published_now,
    put,
    tree,
    write,
)

MORE = {"atgarder/buskar.yml": "titel: Klippa buskar\nåtagande: ljus/buskar\n"}


def silent(_line: str) -> None:
    """Say nothing while publishing."""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A small municipality that has published once."""
    data = write(tmp_path, TOWN)
    published_now(data)
    return data


def test_a_publication_writes_edition_ledger_log_and_manifest_and_shows_the_site(town: Path) -> None:
    """The archive finds the diarienummer, the decision and who published; the log names the manifest's hash."""
    shown = town.parent / "site"
    assert (shown / "uppfoljningar/februari/index.html").is_file()
    kept = tree(beside(town).folder)
    assert {f"{EDITIONS}/februari/data.json", LEDGER, LOG, "manifest/1.json"} <= set(kept)
    told = json.loads(kept["manifest/1.json"])
    assert (told["nr"], told["beslutat"], told["föregående"]) == (1, "2026-02-12", None)
    assert (shown / "manifest.json").read_bytes() == kept["manifest/1.json"]
    assert set(told["filer"]) == set(tree(shown)) - {"manifest.json"}


def test_publishing_the_same_again_changes_nothing(town: Path) -> None:
    """Someone who is unsure may run it twice."""
    before = tree(town.parent)
    assert published_now(town)[-1] == "Inget är nytt sedan förra publiceringen."
    assert tree(town.parent) == before


def test_a_site_that_is_gone_is_put_back_when_nothing_is_new(town: Path) -> None:
    """A build machine starts empty each time; the log gets no line for it."""
    before = tree(town.parent)
    shutil.rmtree(town.parent / "site")
    assert published_now(town)[-1] == "Inget är nytt sedan förra publiceringen."
    assert tree(town.parent) == before


def test_a_folder_with_something_else_in_it_is_never_replaced(tmp_path: Path) -> None:
    """Somebody who names the wrong folder keeps it."""
    data = write(tmp_path, TOWN)
    put(tmp_path / "site", "semester.jpg", "x")
    with pytest.raises(DataError) as refused:
        published_now(data)
    assert str(refused.value) == (
        f"{tmp_path}/site: Där finns redan något annat än en byggd webbplats, som skulle tas bort.\n"
        "  Gör så här: Välj en ny mapp, eller ta bort innehållet själv om det inte behövs."
    )
    assert tree(tmp_path / "site") == {"semester.jpg": b"x"}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disken är full"),
        (errno.EROFS, "disken är skrivskyddad"),
        (errno.EACCES, "du får inte skriva i mappen"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_why_nothing_could_be_written_is_said_in_swedish(number: int, words: str) -> None:
    """The editor who reads it can do something about the usual reasons; others are told as they are."""
    assert disk_words(OSError(number, os.strerror(number))) == words


def test_where_nothing_can_be_written_the_editor_is_told_and_nothing_is_logged(town: Path) -> None:
    """The folder above the site is a file here; a read-only disk is the same to us."""
    write(town.parent, MORE)
    put(town.parent, "webb", "en fil")
    before = tree(town.parent)
    with pytest.raises(DataError) as refused:
        publish(replace(order(town), target=town.parent / "webb/site"), plainly_built(), silent)
    assert str(refused.value) == (
        f"{town.parent}/webb/site: Det går inte att skriva webbplatsen där: en fil ligger där en mapp ska vara. "
        "Den gamla står kvar.\n"
        "  Gör så här: Kontrollera att disken har plats och att du får skriva i mappen."
    )
    assert tree(town.parent) == before


def test_a_rehearsal_says_what_readers_would_see_and_changes_nothing(town: Path) -> None:
    """New pages, changed lines before and after, in Swedish."""
    write(town.parent, MORE)
    before = tree(town.parent)
    told = list(rehearse(order(town), plainly_built(), silent))
    assert tree(town.parent) == before
    assert told[-1] == "Inget är ändrat. Utan --torrkör blir det så här."
    assert "  /atgarder/buskar/  Klippa buskar" in told
    start = next(number for number, line in enumerate(told) if line.startswith("  /atgarder/  "))
    assert any(line.startswith("    + ") and "Klippa buskar" in line for line in told[start:])


def test_a_rehearsal_says_the_same_change_once_and_leaves_out_lines_that_only_moved(tmp_path: Path) -> None:
    """A title that stands on twenty pages is one change to whoever reads the list."""
    for folder, title in (("gammal", "Lampor"), ("ny", "Armaturer")):
        for number in range(7):
            body = f"<h1>Sida {number}</h1><p>{title}</p><p>Pågår</p>"
            put(tmp_path, f"{folder}/s{number}/index.html", f"<main>{body}</main>")
    put(tmp_path, "gammal/a/index.html", "<main><h1>A</h1><p>Ett</p><p>Två</p></main>")
    put(tmp_path, "ny/a/index.html", "<main><h1>A</h1><p>Två</p><p>Ett</p></main>")
    told = list(seen_words(seen(read_built(tmp_path / "gammal"), read_built(tmp_path / "ny"))))
    assert told == [
        "8 ändrade sidor (− försvinner, + tillkommer):",
        "  /a/  A",
        "    Samma rader i en annan ordning.",
        *(f"  /s{number}/  Sida {number}" for number in range(5)),
        "  och 2 sidor till med samma ändring",
        "    − Lampor",
        "    + Armaturer",
    ]


def test_an_update_shows_new_pages_and_keeps_their_addresses_but_makes_no_edition(town: Path) -> None:
    """The nightly build lets lateness be true and leaves the log alone."""
    write(town.parent, MORE)
    log = beside(town).path(LOG).read_bytes()
    update(order(town, date(2026, 4, 1)), plainly_built(), silent)
    assert (town.parent / "site/atgarder/buskar/index.html").is_file()
    assert beside(town).path(LOG).read_bytes() == log
    assert history(town).ledger["atgarder/buskar/"].since == date(2026, 4, 1)


def test_an_update_refuses_while_a_follow_up_waits_to_be_published(tmp_path: Path) -> None:
    """A follow-up must not be read before it is frozen."""
    data = write(tmp_path, TOWN)
    with pytest.raises(DataError) as refused:
        update(order(data), plainly_built(), silent)
    assert str(refused.value) == (
        "site_data/uppfoljningar/februari.yml: Uppföljningen är behandlad den 12 februari 2026 men har ingen "
        "publicerad utgåva.\n  Gör så här: Kör ”loftet publicera”, så fryses den och webbplatsen byts."
    )
    assert not (tmp_path / "site").exists()


def test_a_fault_found_in_the_built_site_leaves_the_old_one(town: Path) -> None:
    """The judges read what was built, whatever built it."""
    write(town.parent, MORE)
    before = tree(town.parent / "site")

    def forgetful(fresh: Path, known: Site, drawn: Drawn) -> None:
        plainly_built()(fresh, known, drawn)
        shutil.rmtree(fresh / "vandringar/torget")

    with pytest.raises(DataError, match="leder till en sida som inte finns"):
        publish(order(town), forgetful, silent)
    assert tree(town.parent / "site") == before
    assert [one.name for one in town.parent.iterdir() if one.name.startswith(".site")] == []


def test_two_cannot_publish_at_once(town: Path) -> None:
    """The second is told to wait."""
    with locked(beside(town)), pytest.raises(DataError, match="En annan publicering pågår"):
        published_now(town)


def test_the_same_publication_twice_is_the_same_bytes_snapshot_included(tmp_path: Path) -> None:
    """Same data, same day, two machines: no byte differs."""
    archives = []
    for name in ("ett", "tva"):
        data = write(tmp_path / name, TOWN)
        published_now(data)
        write_snapshot(data.parent / "site", data.parent / "kopia.zip")
        archives.append(
            (tree(data.parent / "site"), tree(beside(data).folder), (data.parent / "kopia.zip").read_bytes())
        )
    assert archives[0] == archives[1]


def spoiled(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Fem av", b"Sex av").replace(b'"nr": 1', b'"nr": 7'))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("utgavor/februari/kropp.html", "Utgåvan ”februari” är ändrad sedan den publicerades."),
        ("manifest/1.json", "Manifestet för publicering 1 saknas eller är ändrat."),
        ("logg.jsonl", "Kedjan är bruten: publicering 1 hänger inte ihop med den före."),
    ],
)
def test_what_was_altered_in_what_is_kept_is_named(town: Path, name: str, told: str) -> None:
    """Anyone can verify the history."""
    assert list(verified(beside(town))) == []
    spoiled(beside(town).path(name))
    assert [(one.file, one.what) for one in verified(beside(town))] == [(f"publicerat/{name}", told)]


def test_a_snapshot_whose_pages_to_open_say_something_else_is_named(town: Path) -> None:
    archive, altered = town.parent / "kopia.zip", town.parent / "rord.zip"
    write_snapshot(town.parent / "site", archive)
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(altered, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b"x" if name == "oppna/index.html" else b""))
    log, _ = read_log(beside(town))
    assert [(one.file, one.what) for one in verified_copy(altered, log)] == [
        (f"{altered}/oppna/", "Sidorna att öppna säger inte detsamma som de publicerade.")
    ]


def test_a_copy_tells_which_file_was_altered_added_or_lost(town: Path) -> None:
    """A folder or an archived zip is compared with its manifest, and the manifest with the log."""
    shown, archive = town.parent / "site", town.parent / "kopia.zip"
    write_snapshot(shown, archive)
    log, _ = read_log(beside(town))
    assert list(verified_copy(archive, log)) == []
    spoiled(shown / "uppfoljningar/februari/index.html")
    (shown / "om.html").write_text("x", encoding="utf-8")
    (shown / "sitemap.xml").unlink()
    assert [(one.file.removeprefix(f"{shown}/"), one.what) for one in verified_copy(shown, log)] == [
        ("om.html", "Filen hör inte till publiceringen (publicering 1)."),
        ("sitemap.xml", "Filen saknas (publicering 1)."),
        ("uppfoljningar/februari/index.html", "Filen är ändrad sedan den publicerades (publicering 1)."),
    ]
