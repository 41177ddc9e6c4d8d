"""Which files of the editor's folder are records, which are attachments, and which nobody reads."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loftet.model.base import ID, suggested_id
from loftet.model.register import KINDS, SINGLES, Kind
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

    @property
    def stem(self) -> str:
        """Give the file's name without its ending, which is the id of a record that states none."""
        return Path(shown_name(self.path.name)).stem


def record_files(folder: Path) -> Iterator[RecordFile | Problem]:
    """Give every file of records in a fixed order, and a Problem for every file that nobody would read."""
    top = folder.name or folder.resolve().name
    for path in _inside(folder):
        name = shown_name(path.name)
        if name in ATTACHMENTS or name == f"{MOVES}.yml":
            continue
        if path.is_dir():
            yield from _in_folder(path, name, top)
        else:
            yield _at_the_top(path, name, top)


def shown_name(name: str) -> str:
    """Give a file's name as the editor sees it: NFC, and a question mark for what no editor can type."""
    return unicodedata.normalize("NFC", name).encode("utf-8", "replace").decode("utf-8")


def bytes_of(path: Path) -> bytes | None:
    """Read a file; None when it cannot be opened (a broken link, no right to read)."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def unfit_name(file: RecordFile) -> Problem | None:
    """Give the Problem of a file whose name is to be an id and cannot; None when it can."""
    if ID.fullmatch(file.stem):
        return None
    wanted = f"{suggested_id(file.stem)}{file.path.suffix.lower()}"
    what = f"Filens namn blir postens id, och ”{file.stem}” kan inte vara ett id."
    mend = f"Byt namn på filen till {wanted}: små bokstäver a–z, siffror och bindestreck."
    if copied := _copied(file):
        mend = (
            f"Är den en kopia av {copied}, från Utforskaren eller OneDrive: jämför dem och ta bort den ena. "
            f"Annars: b{mend[1:]}"
        )
    return Problem(file.shown, 0, 0, what, mend)


def _copied(file: RecordFile) -> str | None:
    """Give the file beside one whose name it begins with, as the names of copies do; None when there is none."""
    for path in _inside(file.path.parent):
        stem = Path(shown_name(path.name)).stem
        begins = file.stem.casefold().startswith(stem.casefold())
        if begins and ID.fullmatch(stem) and file.stem[len(stem) :][:1] in (" ", "-", "_", "("):
            return shown_name(path.name)
    return None


def _inside(folder: Path) -> list[Path]:
    """Give what lies in a folder, in a fixed order, without what programs leave behind them."""
    found = [path for path in folder.iterdir() if not path.name.startswith((".", "~$"))]
    return sorted((path for path in found if path.name.lower() not in _LITTER), key=lambda one: one.name)


def _in_folder(path: Path, name: str, top: str) -> Iterator[RecordFile | Problem]:
    kind = next((one for one in KINDS if one.folder == name), None)
    if kind is None:
        yield _unknown(f"{top}/{name}", "Mappen", name)
        return
    yield from _of_kind(path, f"{top}/{name}", kind)


def _of_kind(folder: Path, shown: str, kind: Kind) -> Iterator[RecordFile | Problem]:
    for path in _inside(folder):
        own = f"{shown}/{shown_name(path.name)}"
        if path.is_dir():
            yield from _of_kind(path, own, kind)
        elif path.suffix.lower() in _SUFFIXES:
            yield RecordFile(path, own, kind, whole_kind=False)
        else:
            yield _unread(own, path.suffix.lower())


def _at_the_top(path: Path, name: str, top: str) -> RecordFile | Problem:
    stem, suffix = Path(name).stem, Path(name).suffix.lower()
    if name.lower().startswith(f"{MOVES}."):
        what = f"Filen läses inte: adresser som har flyttat skrivs i filen {MOVES}.yml."
        return Problem(f"{top}/{name}", 0, 0, what, _AS_MOVES)
    if suffix not in _SUFFIXES:
        return _unread(f"{top}/{name}", suffix)
    kind = next((one for one in (*SINGLES, *KINDS) if one.folder == stem), None)
    if kind is None:
        return _unknown(f"{top}/{name}", "Filen", stem)
    return RecordFile(path, f"{top}/{name}", kind, whole_kind=kind not in SINGLES)


_AS_MOVES = f"Byt namn på filen till {MOVES}.yml, och spara den som ren text."
_OTHER_MAPS = (".kml", ".kmz", ".shp", ".gpkg")
_SHEETS = (".xlsx", ".xls", ".xlsm", ".ods", ".csv", ".numbers")
_BELONG = {
    "bilder": (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".svg"),
    "original": (".pdf", ".docx", ".doc", ".odt", ".rtf", ".pptx", ".msg", ".eml", ".htm", ".html"),
    "kartor": (".gpx", ".geojson", ".json", ".pmtiles"),
}
"""The folder in which a file of an ending belongs."""


def _unread(shown: str, suffix: str) -> Problem:
    home = next((folder for folder, suffixes in _BELONG.items() if suffix in suffixes), None)
    if suffix in _SHEETS:
        what = "Kalkylblad läses inte här."
        mend = "Skriv uppgifterna i filer som slutar på .yml. Ska kalkylbladet sparas: lägg det i mappen original/."
    elif suffix in _OTHER_MAPS:
        what, mend = "Filen läses inte här.", "Spara den som GPX eller GeoJSON i mappen kartor/."
    elif home:
        what, mend = "Filen läses inte här.", f"Flytta den till mappen {home}/."
    else:
        what = "Filen läses inte: bara filer som slutar på .yml är poster."
        mend = "Byt ändelse till .yml om det är en post. Annars: ta bort filen eller flytta den härifrån."
    return Problem(shown, 0, 0, what, mend)


def _unknown(shown: str, what: str, name: str) -> Problem:
    folders = [kind.folder for kind in KINDS]
    meant = nearest(suggested_id(name), [*folders, *ATTACHMENTS, *(one.folder for one in SINGLES)])
    listed = f"Flytta den härifrån, eller välj ett slag som finns: {', '.join(folders)}."
    mend = f"Menar du ”{meant}”?" if meant else listed
    return Problem(shown, 0, 0, f"{what} ”{name}” hör inte till något slag av poster.", mend)
