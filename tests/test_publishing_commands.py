"""The commands as somebody at a municipality runs them, with MkDocs underneath."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loftet.cli import main
from small_town import SETTINGS, TOWN, tree, write


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small municipality with its settings, in the working directory."""
    write(tmp_path, TOWN)
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loftet(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.slow
def test_a_municipality_publishes_verifies_breaks_a_promise_and_is_refused(
    town: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """From the first publication to the refusal, as the commands say it."""
    done = loftet("publicera", "--arkiv", "arkiv", "--funktion", "registrator")
    assert done.exit_code == 0, done.output
    assert "Publicering 1 är klar" in done.output
    told = loftet("verifiera", "site", "arkiv/publicering-1-2026-03-10.zip")
    assert (told.exit_code, told.output) == (0, "1 publiceringar. Allt är som det publicerades.\n")
    assert loftet("publicera").output.endswith("Inget är nytt sedan förra publiceringen.\n")
    assert "Läsarna ser ingen skillnad." in loftet("publicera", "--torrkör").output
    before = tree(town / "site")
    (town / "site_data/vandringar/torget.yml").unlink()
    for command in ("kontroll", "publicera", "uppdatera", "bygg"):
        refused = loftet(command)
        assert refused.exit_code == 1, command
        assert (
            "Sidan ”vandringar/torget/” (Torget, 14 oktober 2025) publicerades"
            in refused.output + caplog.text
        )
    assert tree(town / "site") == before


def test_an_earlier_day_is_never_built_over_the_site_that_is_shown(town: Path) -> None:
    """--per without --till is wrong use."""
    told = loftet("bygg", "--per", "2026-02-20")
    assert told.exit_code == 2
    assert "Skriv också --till MAPP, så att webbplatsen som visas nu inte byts ut." in told.output
    assert not (town / "site").exists()
