"""Publishing: what is written down, what readers see change, what is refused, and a chain that anyone can verify."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from loftet.loading import load
from loftet.model.register import Register
from loftet.pages.site import Site
from loftet.problems import DataError
from loftet.publishing.earlier import as_known
from loftet.publishing.editions import new_editions
from loftet.publishing.history import Drawn
from loftet.publishing.kept import EDITIONS, LEDGER, LOG, beside
from loftet.publishing.locking import locked
from loftet.publishing.manifest import read_log
from loftet.publishing.publication import publish, rehearse, update
from loftet.publishing.snapshot import write_snapshot
from loftet.publishing.verifying import verified, verified_copy
from small_town import (
    TOWN,
    history,
    order,
    plainly_built,
    published_now,
    put,
    refusals,
    site,
    tree,
    write,
)

EXEMPELBY = Path(__file__).parent.parent / "site_data"
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


def test_a_rehearsal_says_what_readers_would_see_and_changes_nothing(town: Path) -> None:
    """New pages, changed lines before and after, in Swedish."""
    write(town.parent, MORE)
    before = tree(town.parent)
    told = list(rehearse(order(town), plainly_built(), silent))
    assert tree(town.parent) == before
    assert "  /atgarder/buskar/  Klippa buskar" in told
    start = next(number for number, line in enumerate(told) if line.startswith("  /atgarder/  "))
    assert any(line.startswith("    + ") and "Klippa buskar" in line for line in told[start:])


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
        "publicerad utgåva.\n  Gör så här: Kör «loftet publicera», så fryses den och webbplatsen byts."
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
        ("utgavor/februari/kropp.html", "Utgåvan «februari» är ändrad sedan den publicerades."),
        ("manifest/1.json", "Manifestet för publicering 1 saknas eller är ändrat."),
        ("logg.jsonl", "Kedjan är bruten: publicering 1 hänger inte ihop med den före."),
    ],
)
def test_what_was_altered_in_what_is_kept_is_named(town: Path, name: str, told: str) -> None:
    """Anyone can verify the history."""
    assert list(verified(beside(town))) == []
    spoiled(beside(town).path(name))
    assert [(one.file, one.what) for one in verified(beside(town))] == [(f"publicerat/{name}", told)]


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


def known_folder(whole: Register, day: date, folder: Path) -> None:
    """Let an editor's folder hold what was written on a day: later records' files, drafts and origins are gone."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(EXEMPELBY, folder)
    known = as_known(whole, day)
    for kind, record in whole.everything():
        path = folder.parent / whole.origin(kind, record).file
        if kind.name != "kommun" and record.id not in known.of(kind) and path.parent.name == kind.folder:
            path.unlink(missing_ok=True)
    for path in sorted((folder / "atgarder").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        origins = re.findall(r"  - (?:vandring|beslut): ([\w-]+)\n", text)
        for id in origins:
            if id not in {*known.walks, *known.decisions, *known.meetings}:
                text = re.sub(rf"  - (?:vandring|beslut): {id}\n(?:    .*\n)*", "", text)
        path.write_text(re.sub(r"kommer_ur:\n(?!  -)", "", text), encoding="utf-8")


@pytest.mark.slow
def test_exempelbys_history_is_nine_publications_of_which_every_edition_still_stands(tmp_path: Path) -> None:
    """Meeting after meeting is published from what was written by then; nothing published is altered by what comes."""
    whole, _ = load(EXEMPELBY)
    data = tmp_path / "site_data"
    editions: dict[str, bytes] = {}
    ledger = b""
    for follow_up in site(EXEMPELBY).as_of.follow_ups:
        day = site(EXEMPELBY).as_of.published_on(follow_up)
        known_folder(whole, day, data)
        assert "Publicering" in published_now(data, day)[-1]
        kept = tree(beside(data).folder)
        assert kept[LEDGER].startswith(ledger)
        ledger = kept[LEDGER]
        new = {
            name: content for name, content in kept.items() if name.startswith(f"{EDITIONS}/{follow_up.id}/")
        }
        assert len(new) == 3
        editions |= new
    shutil.rmtree(data)
    shutil.copytree(EXEMPELBY, data)
    assert refusals(data) == []
    log, _ = read_log(beside(data))
    assert len(log) == 9
    assert list(verified(beside(data))) == []
    kept = tree(beside(data).folder)
    assert {name: kept[name] for name in editions} == editions
    rebuilt = {
        name: content
        for one in new_editions(site(data), {}, "Löftet prov")
        for name, content in one.files.items()
    }
    assert {name: rebuilt[name] for name in editions if name.endswith("data.json")} == {
        name: content for name, content in editions.items() if name.endswith("data.json")
    }
