"""Exempelby's two periods, published meeting after meeting with the real command: nothing published changes after."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

import exempelby_history
from exempelby_history import DATA, publish_history
from loftet.cli import main as loftet
from loftet.exports import all_files
from loftet.exports.source import Source
from loftet.publishing.earlier import as_it_was
from loftet.publishing.kept import EDITIONS, LEDGER, beside
from loftet.publishing.manifest import read_log
from loftet.publishing.verifying import verified, verified_copy
from small_town import site, tree

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Publication:
    """One publication as it was left: what was kept then, and the site that readers were shown."""

    day: date
    kept: Mapping[str, bytes]
    shown: Mapping[str, bytes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exempelby")


@pytest.fixture(scope="module")
def history(folder: Path) -> list[Publication]:
    """Nine publications and today's update, in the folder."""
    made: list[Publication] = []

    def published(day: date) -> None:
        made.append(Publication(day, tree(folder / "publicerat"), tree(folder / "site")))

    publish_history(folder, published)
    return made


def test_nine_publications_each_add_one_edition_and_change_nothing_of_the_eight_before(
    folder: Path, history: list[Publication]
) -> None:
    """Byte for byte, also after the update to today's data."""
    ids = [one.id for one in site(DATA).as_of.follow_ups]
    assert len(history) == len(ids) == 9
    last = tree(folder / "publicerat")
    for id, one in zip(ids, history, strict=True):
        frozen = {name: data for name, data in one.kept.items() if name.startswith(f"{EDITIONS}/")}
        assert len([name for name in frozen if name.startswith(f"{EDITIONS}/{id}/")]) == 3
        assert {name: last[name] for name in frozen} == frozen
        assert last[LEDGER].startswith(one.kept[LEDGER])
        page = (folder / f"site/uppfoljningar/{id}/index.html").read_text(encoding="utf-8")
        assert frozen[f"{EDITIONS}/{id}/kropp.html"].decode() in page
    log, _ = read_log(beside(folder / "site_data"))
    assert [line["utgåvor"] for line in log] == [[id] for id in ids]
    assert list(verified(beside(folder / "site_data"))) == []
    assert list(verified_copy(folder / "site", log)) == []


def test_the_ledger_holds_every_address_from_the_day_it_was_published(history: list[Publication]) -> None:
    """A figure that was fetched in 2025 has no address in 2024."""
    rows = [json.loads(line) for line in history[-1].kept[LEDGER].decode().splitlines()]
    since = {row["adress"]: row["sedan"] for row in rows}
    assert since["indikatorer/anlagda-brander/#2023"] == "2024-02-15"
    assert since["indikatorer/anlagda-brander/#2024"] == "2025-02-13"
    assert {row["sedan"] for row in rows} == {one.day.isoformat() for one in history}


def test_an_earlier_state_is_rebuilt_with_the_data_that_were_published_then(
    folder: Path, history: list[Publication], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every data file, feed and calendar of every publication, from today's files."""
    whole = site(DATA)
    for one in history:
        then = Source(as_it_was(whole, one.day).as_of, one.day, "https://exempelby.example/")
        rebuilt = dict(all_files(then))
        shown = told(one.shown)
        assert len(shown) > 100
        assert {name for name in {*shown, *rebuilt} if shown.get(name) != rebuilt.get(name)} == set()
    monkeypatch.chdir(folder)
    loftet.main(["bygg", "--per", "2025-11-20", "--till", "da"], standalone_mode=False)
    built, shown = told(tree(folder / "da")), told(history[7].shown)
    assert set(built) == set(shown)
    assert {name for name in shown if undated(built[name]) != undated(shown[name])} == set()


def test_the_same_history_made_again_by_another_process_is_the_same_bytes(
    folder: Path, history: list[Publication], tmp_path: Path
) -> None:
    """Ledger, log, editions and site follow from the data alone: not from the machine, its clock or its folders."""
    again = tmp_path / "en annan mapp"
    surroundings = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"}
    script = Path(exempelby_history.__file__)
    subprocess.run([sys.executable, str(script), str(again)], check=True, env=surroundings)
    first, second = ({**tree(one / "publicerat"), **tree(one / "site")} for one in (folder, again))
    assert len(history) == 9
    assert first == second


def told(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give what a site tells machines: data, feeds and calendars."""
    return {name: data for name, data in files.items() if name.startswith(("data/", "floden/", "kalender/"))}


def undated(data: bytes) -> bytes:
    """Give a file without the day that it was built, which is today whatever day it tells of."""
    return data.replace(b"2026-03-10", b"2025-11-20").replace(b"20260310", b"20251120")
