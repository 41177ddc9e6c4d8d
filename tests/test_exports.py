"""Data files: what the pages say, for machines, and nothing that the pages hide."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from loftet.exports import all_files
from loftet.exports.source import Source
from loftet.exports.tables import safe
from loftet.facts import AsOf
from loftet.loading import load

DAY = date(2026, 3, 10)
WRITTEN = {
    "kommun.yml": "namn: Byn\nexempel: Påhittad by\n",
    "loften/ljus.yml": """\
titel: Ljus
åtaganden:
  - id: lampor
    text: "=1+1 lampor"
åtgärder:
  - id: lampa
    titel: En lampa
    klart_senast: hösten 2025
""",
    "loften/hemligt.yml": "titel: Kanariefågel\nutkast: ja\nåtgärder:\n  - id: dold\n    titel: Kanariefågel två\n",
    "indikatorer/inbrott.yml": """\
namn: Inbrott
enhet: antal
värden:
  - period: 2024
    värde: 3
    anmärkning: Tre inbrott, alla i samma hus
  - period: 2025
    värde: 12
""",
}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    for name, text in WRITTEN.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    register, problems = load(tmp_path)
    assert not problems
    return dict(all_files(Source(AsOf(register, DAY), DAY, "https://byn.example/")))


def test_every_public_record_has_its_file_with_the_day_it_holds_for(files: dict[str, bytes]) -> None:
    """A figure never travels without its day, its publisher and the mark of an example (rules 9, 12, 16)."""
    data = json.loads(files["data/loften/ljus.json"])
    assert data["post"]["titel"] == "Ljus"
    assert data["adress"] == "https://byn.example/loften/ljus/"
    assert data["om_filen"]["utgivare"] == "Byn"
    assert data["om_filen"]["exempel"] == "Påhittad by"
    assert data["om_filen"]["byggd"] == "2026-03-10"


def test_what_is_derived_stands_apart_from_what_was_written(files: dict[str, bytes]) -> None:
    """A reader can tell the editor's words from what was computed on the day."""
    data = json.loads(files["data/atgarder/lampa.json"])
    assert data["post"]["klart_senast"] == {"text": "hösten 2025", "från": "2025-09-01", "till": "2025-11-30"}
    assert data["härlett"]["läge"] == "försenad"
    assert data["härlett"]["sedan"] == "2025-12-01"


def test_no_draft_is_in_any_byte(files: dict[str, bytes]) -> None:
    """Drafts never leak (rule 14)."""
    assert not [name for name, content in files.items() if b"Kanarief" in content or "dold" in name]


def test_a_small_count_is_hidden_from_data_as_from_pages(files: dict[str, bytes]) -> None:
    """”färre än 5” is no secret if the file beside it says 3, or its note says three."""
    small, large = json.loads(files["data/indikatorer/inbrott.json"])["post"]["värden"]
    assert small["visas_som"] == "färre än 5"
    assert "värde" not in small
    assert "anmärkning" not in small
    assert large["värde"] == 12


def test_a_cell_that_a_spreadsheet_would_run_is_made_text(files: dict[str, bytes]) -> None:
    """Formula injection: the cell begins with an apostrophe."""
    rows = list(csv.DictReader(io.StringIO(files["data/ataganden.csv"].decode())))
    assert rows[0]["text"] == "'=1+1 lampor"
    assert [safe(cell) for cell in ("+4", "-", "@x", "\tx", "a=b", None, 5)] == [
        "'+4",
        "'-",
        "'@x",
        "'\tx",
        "a=b",
        "",
        "5",
    ]


def test_tables_are_utf_8_with_comma_and_crlf(files: dict[str, bytes]) -> None:
    """As the national municipal specifications ask."""
    assert files["data/atgarder.csv"].startswith(b"id,titel,lage,")
    assert files["data/atgarder.csv"].endswith(b",ja\r\n")


def test_the_figures_are_a_table_that_hides_what_the_pages_hide(files: dict[str, bytes]) -> None:
    """Whoever wants the numbers opens one sheet, where each carries its period, source and address (rule 9)."""
    small, large = csv.DictReader(io.StringIO(files["data/siffror.csv"].decode()))
    assert (small["varde"], small["visas_som"], small["anmarkning"]) == ("", "färre än 5", "")
    assert (large["varde"], large["fran"], large["till"]) == ("12", "2025-01-01", "2025-12-31")
    assert large["adress"] == "https://byn.example/indikatorer/inbrott/#2025"
    assert "hus" not in files["data/siffror.csv"].decode()
