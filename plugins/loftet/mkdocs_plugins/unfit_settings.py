"""What is wrong with mkdocs.yml, in Swedish: MkDocs itself tells it in English, and in the log."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click import ClickException
from mkdocs.config import load_config

from loftet.mkdocs_plugins.clock import today
from loftet.problems import Problem

_LIKE_OURS = "Jämför med den mkdocs.yml som följer med Löftet."
_KNOWN = {
    "docs_dir": (
        "Mappen för egna sidor finns inte.",
        "Skapa mappen content bredvid mkdocs.yml, och skriv ”docs_dir: content”. Den får vara tom.",
    ),
    "site_name": ("Webbplatsen har inget namn.", "Skriv ”site_name:” och ett namn."),
    "site_url": (
        "Adressen i site_url är inte hel.",
        "Skriv den med https:// först, till exempel https://lofte.exempelby.se/.",
    ),
    "plugins": (
        "En insticksmodul som nämns under plugins finns inte.",
        "De som finns är search, loftet, loftet/loften, loftet/vandringar, loftet/uppfoljning och loftet/oppnadata.",
    ),
}


def unfit_settings(config_file: Path) -> tuple[Problem, ...]:
    """Give a Problem for each fault in mkdocs.yml that would keep MkDocs or us from reading it."""
    name = config_file.name
    with _heard() as said:
        try:
            config = load_config(str(config_file))
        except ClickException as error:
            found = [re.match(r"Config value '(\w+)'", line) for line in said]
            keys = dict.fromkeys(one[1] for one in found if one)
            return tuple(_of_key(name, key) for key in keys) or (_unread(name, error.format_message()),)
    if "loftet" not in config.plugins:
        mend = "Skriv ”- loftet:” under ”plugins:”, och under den de delar som ska visas."
        return (Problem(name, 0, 0, "Löftet står inte under plugins.", f"{mend} {_LIKE_OURS}"),)
    stated = config.plugins["loftet"].config["idag"]
    try:
        today(stated)
    except ValueError:
        mend = "Skriv den som 2026-03-10 inom raka citattecken, eller ta bort raden: då går klockan."
        return (Problem(name, 0, 0, f"”idag: {stated}” är inte en dag.", mend),)
    return ()


def _of_key(name: str, key: str) -> Problem:
    what, mend = _KNOWN.get(key, (f"Inställningen ”{key}” går inte att läsa.", _LIKE_OURS))
    return Problem(name, 0, 0, what, mend)


def _unread(name: str, said: str) -> Problem:
    place = re.search(r"line (\d+), column (\d+)", said)
    line, column = (int(place[1]), int(place[2])) if place else (0, 0)
    mend = (
        "Rader dras in med blanksteg, inte tabb, och efter kolon står ett blanksteg. Spara filen som UTF-8."
    )
    return Problem(name, line, column, "Filen går inte att läsa.", f"{mend} {_LIKE_OURS}")


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Take what MkDocs would have logged, instead of letting it out."""
    said: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    engine, ear = logging.getLogger("mkdocs"), Ear()
    spoke = engine.propagate
    engine.addHandler(ear)
    engine.propagate = False
    try:
        yield said
    finally:
        engine.removeHandler(ear)
        engine.propagate = spoke
