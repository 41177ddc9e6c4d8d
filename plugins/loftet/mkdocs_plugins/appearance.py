"""Judge what mkdocs.yml says of the look: the municipality's colour, and its logo and other drawings in content/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig

from loftet.pictures import drawing
from loftet.pictures.contrast import LEAST, contrast, nearest_readable
from loftet.problems import Problem
from loftet.wording import nearest

GROUNDS: Final = {"ljus": "#f2f5f4", "mork": "#1c2426"}
"""The ground, light and dark, on which a link is hardest to read: --lo-paper-soft in tokens.css."""

LOGO_ENDINGS: Final = ("svg", "png", "webp", "jpg", "jpeg")

_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")


def faults(config: MkDocsConfig) -> Iterator[Problem]:
    """Give a Problem for a colour that is hard to read, a logo that is not there, and drawings that could run."""
    file = Path(config.config_file_path or "mkdocs.yml")
    for what, mend, sought in (*_colours(config.extra.get("accent")), *_logo(config)):
        yield Problem(file.name, _line(file, sought), 0, what, mend)
    content = Path(config.docs_dir)
    for path in sorted(content.rglob("*.svg")):
        found = drawing.fault(path.read_bytes())
        if found:
            shown = f"{content.name}/{path.relative_to(content).as_posix()}"
            mend = "Spara bilden på nytt som ”vanlig SVG” i ett ritprogram, eller som PNG."
            yield Problem(
                shown, 0, 0, f"Filen {found}. Öppnad för sig kan den köra kod på webbplatsen.", mend
            )


_Fault = tuple[str, str, str]
"""What is wrong, how to mend it, and what to look for in mkdocs.yml to find the line."""


def _colours(accent: object) -> Iterator[_Fault]:
    if accent is None:
        return
    if not isinstance(accent, dict):
        yield "”accent” ska ha två färger.", "Skriv accent: {ljus: '#075a6b', mork: '#7fcadb'}.", "accent:"
        return
    for name, colour in accent.items():
        if name not in GROUNDS:
            meant = nearest(str(name), list(GROUNDS)) or "ljus"
            yield (
                f"”{name}” finns inte i accent.",
                f"Menar du ”{meant}”? Färgerna är ljus och mork.",
                f"{name}:",
            )
        elif not isinstance(colour, str) or not _HEX.fullmatch(colour):
            yield (
                f"”{colour}” är ingen färg.",
                "Skriv sex siffror efter #, inom citattecken: '#075a6b'.",
                f"{name}:",
            )
        elif contrast(colour, GROUNDS[name]) < LEAST:
            told = f"{contrast(colour, GROUNDS[name]):.1f}".replace(".", ",")
            look = "ljusa" if name == "ljus" else "mörka"
            near = nearest_readable(colour, GROUNDS[name])
            what = (
                f"Färgen {colour} går inte att läsa på den {look} sidan: kontrasten är {told}:1, minst 4,5:1."
            )
            yield what, f"Skriv '{near}', den närmaste som går.", colour


def _logo(config: MkDocsConfig) -> Iterator[_Fault]:
    logo = config.extra.get("logo")
    if logo is None:
        return
    ending = str(logo).rpartition(".")[2].lower()
    inside = (
        isinstance(logo, str) and not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|\\", logo) and ".." not in logo
    )
    places = [Path(config.docs_dir), *map(Path, config.theme.dirs)]
    if not inside:
        what = f"Logotypen ”{logo}” ligger inte på webbplatsen."
        yield what, "Lägg filen i content/ och skriv dess namn, till exempel vapen.svg.", "logo:"
    elif ending not in LOGO_ENDINGS:
        yield f"Logotypen ”{logo}” är ingen bild som visas.", "Spara den som SVG eller PNG.", "logo:"
    elif not any((place / str(logo)).is_file() for place in places):
        yield f"Logotypen ”{logo}” finns inte.", f"Lägg filen i {Path(config.docs_dir).name}/.", "logo:"


def _line(file: Path, sought: str) -> int:
    """Give the line of a file on which something stands first; 0 where it does not."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return next((number for number, line in enumerate(lines, 1) if sought in line), 0)
