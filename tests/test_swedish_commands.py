"""The command line speaks Swedish, also where the words are click's."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from compile_messages import MESSAGES, compiled
from loftet.cli import COMMANDS, main

ENGLISH = (
    "Usage",
    "Options:",
    "Commands:",
    "Show this",
    "Try '",
    "Error:",
    "No such",
    "does not exist",
    "Did you mean",
)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--hjalp"], "Kommandon:"),
        (["kontrol"], "Kommandot 'kontrol' finns inte. Menar du 'kontroll'?"),
        (["bygg", "--finns-inte"], "Valet '--finns-inte' finns inte."),
        (["kontroll", "--config-file", "saknas.yml"], "Filen 'saknas.yml' finns inte."),
        *[([command.name or "", "--hjalp"], "Visa den här hjälpen.") for command in COMMANDS],
    ],
)
def test_help_and_faults_of_use_are_swedish(words: list[str], said: str) -> None:
    """A coordinator who types a word wrong is told so in her own language."""
    told = CliRunner().invoke(main, words).output
    assert said in told
    assert not [word for word in ENGLISH if word in told]


def test_the_compiled_words_are_those_of_the_catalogue() -> None:
    """Whoever changes click.po runs scripts/compile_messages.py."""
    assert (MESSAGES / "click.mo").read_bytes() == compiled()
