"""Which files of the editor's folder are records, which are attachments, and which nobody reads."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loftet.model.base import suggested_id
from loftet.model.register import KINDS, MUNICIPALITY, Kind
from loftet.problems import Problem
from loftet.wording import nearest

ATTACHMENTS = ("bilder", "original", "kartor")
"""Folders whose files belong to records without being records."""

MOVES = "flyttat"
"""The file in which the editor says what has moved or gone (see publishing)."""

_SUFFIXES = (".yml", ".yaml")
_LITTER = ("thumbs.db", "desktop.ini", "readme.md")


@dataclass(frozen=True)
class RecordFile:
    """A file that holds one record, or a list of records of one kind."""

    path: Path
    shown: str
    kind: Kind
    whole_kind: bool


def record_files(folder: Path) -> Iterator[RecordFile | Problem]:
    """Give every file of records in a fixed order, and a Problem for every file that nobody would read."""
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        name = unicodedata.normalize("NFC", path.name)
        if _is_litter(name) or name in ATTACHMENTS or name.startswith(f"{MOVES}."):
            continue
        if path.is_dir():
            yield from _in_folder(path, name, folder.name)
        else:
            yield _at_the_top(path, name, folder.name)


def _is_litter(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _LITTER


def _in_folder(path: Path, name: str, top: str) -> Iterator[RecordFile | Problem]:
    kind = next((one for one in KINDS if one.folder == name), None)
    if kind is None:
        yield _unknown(f"{top}/{name}", "Mappen", name)
        return
    for file in sorted(path.rglob("*"), key=lambda one: one.as_posix()):
        shown = f"{top}/{unicodedata.normalize('NFC', file.relative_to(path.parent).as_posix())}"
        if file.is_dir() or _is_litter(file.name):
            continue
        if file.suffix.lower() in _SUFFIXES:
            yield RecordFile(file, shown, kind, whole_kind=False)
        else:
            yield _unread(shown)


def _at_the_top(path: Path, name: str, top: str) -> RecordFile | Problem:
    stem, suffix = Path(name).stem, Path(name).suffix.lower()
    if suffix not in _SUFFIXES:
        return _unread(f"{top}/{name}")
    kind = next((one for one in (MUNICIPALITY, *KINDS) if one.folder == stem), None)
    if kind is None:
        return _unknown(f"{top}/{name}", "Filen", stem)
    return RecordFile(path, f"{top}/{name}", kind, whole_kind=kind is not MUNICIPALITY)


def _unread(shown: str) -> Problem:
    return Problem(
        shown,
        0,
        0,
        "Filen läses inte: bara filer som slutar på .yml är poster.",
        "Byt ändelse, eller flytta filen.",
    )


def _unknown(shown: str, what: str, name: str) -> Problem:
    folders = [kind.folder for kind in KINDS]
    meant = nearest(suggested_id(name), folders)
    mend = f"Menar du «{meant}»?" if meant else f"Mappar som läses: {', '.join(folders)}."
    return Problem(shown, 0, 0, f"{what} «{name}» hör inte till något slag av poster.", mend)
