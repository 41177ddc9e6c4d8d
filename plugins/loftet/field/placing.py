"""Put new files in place together: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from loftet.problems import DataError, Problem, disk_words


def put_all(files: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet; when one cannot be written none is left, nor any folder made for them.

    Raises DataError when a file is there already or cannot be written.
    """
    there = [path for path in files if path.exists() or path.is_symlink()]
    if there:
        raise DataError(
            Problem(_shown(path), 0, 0, "Filen finns redan.", "Välj ett annat id, eller ta bort filen.")
            for path in there
        )
    made: list[Path] = []
    try:
        for path, data in files.items():
            _make_folder(path.parent, made)
            beside = path.with_name(f".{path.name}.ny")
            made.append(beside)
            beside.write_bytes(data)
        for path in files:
            # A link and not a renaming: a file that came in between is not written over.
            os.link(path.with_name(f".{path.name}.ny"), path)
            made.append(path)
    except OSError as error:
        _undo(made)
        place = _shown(Path(error.filename)) if isinstance(error.filename, str) else "mappen"
        what = f"Filen kunde inte skrivas ({disk_words(error)}). Inget är skrivet."
        raise DataError(
            [Problem(place, 0, 0, what, "Kontrollera mappen och att den går att skriva i.")]
        ) from None
    _undo([path.with_name(f".{path.name}.ny") for path in files])


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir()
        made.append(one)


def _undo(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()


def _shown(path: Path) -> str:
    return "/".join(path.parts[-3:])
