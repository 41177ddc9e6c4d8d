"""A newcomer's mkdocs.yml: what is wrong with it is told in Swedish, with a mend, and without a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from loftet.cli import main
from loftet.mkdocs_plugins.unfit_settings import unfit_settings

FIT = "site_name: Exempelby\ndocs_dir: content\nplugins:\n  - loftet:\n      mapp: site_data\n"
UNFIT = {
    "no folder of own pages": (FIT.replace("content", "sidor"), "Mappen för egna sidor finns inte."),
    "no name": (FIT.replace("site_name: Exempelby\n", ""), "Webbplatsen har inget namn."),
    "no whole address": (f"{FIT}site_url: exempelby.se\n", "Adressen i site_url är inte hel."),
    "a part that is not": (
        f"{FIT}  - loftet/lofte\n",
        "En insticksmodul som nämns under plugins finns inte.",
    ),
    "another setting": (f"{FIT}nav: hej\n", "Inställningen ”nav” går inte att läsa."),
    "no plugin": ("site_name: Exempelby\ndocs_dir: content\n", "Löftet står inte under plugins."),
    "no day": (f"{FIT}      idag: 2026-3-1x\n", "”idag: 2026-3-1x” är inte en dag."),
    "a tab": (f"{FIT}extra:\n\tscope: /\n", "Filen går inte att läsa."),
}


def written(folder: Path, text: str) -> Path:
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return folder / "mkdocs.yml"


@pytest.mark.parametrize("name", UNFIT)
def test_each_fault_of_the_settings_is_told_in_swedish_with_a_mend(tmp_path: Path, name: str) -> None:
    text, what = UNFIT[name]
    (told,) = unfit_settings(written(tmp_path, text))
    assert told.what == what
    assert told.mend


def test_settings_that_are_fit_are_not_complained_of(tmp_path: Path) -> None:
    assert unfit_settings(written(tmp_path, FIT)) == ()


def test_a_file_in_another_coding_is_told(tmp_path: Path) -> None:
    file = written(tmp_path, FIT)
    file.write_bytes(FIT.replace("Exempelby", "Åmål").encode("latin-1"))
    assert [one.what for one in unfit_settings(file)] == ["Filen går inte att läsa."]


@pytest.mark.parametrize("command", ["kontroll", "bygg", "publicera", "uppdatera", "verifiera", "underlag"])
def test_every_command_tells_it_and_nothing_of_mkdocs(tmp_path: Path, command: str) -> None:
    file = written(tmp_path, UNFIT["no day"][0])
    told = CliRunner().invoke(main, [command, "--config-file", str(file)])
    assert told.output == (
        "mkdocs.yml: ”idag: 2026-3-1x” är inte en dag.\n"
        "  Gör så här: Skriv den som 2026-03-10 inom raka citattecken, eller ta bort raden: då går klockan.\n"
    )
    assert told.exit_code == 1
