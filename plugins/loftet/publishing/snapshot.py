"""A publication as one zip for the e-archive: pages, data, pictures and its manifest, the same bytes each time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from loftet.publishing.journal import MARK
from loftet.publishing.manifest import manifest_of
from loftet.publishing.readable import readable_pages

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can tell: a file's own time would differ between two machines."""


def snapshot_name(folder: Path) -> str:
    """Give the name of the snapshot of a published folder: `publicering-9-2026-02-12.zip`."""
    told = manifest_of((folder / MARK).read_bytes())
    return f"{told['slag']}-{told['nr']}-{told['datum']}.zip"


def write_snapshot(folder: Path, archive: Path) -> None:
    """Write every file of a published folder into a zip, and its pages once more to be opened from a disk."""
    files = _files(folder)
    _write({**files, **dict(readable_pages(files))}, archive)


def write_zip(folder: Path, archive: Path) -> None:
    """Write every file of a folder into a zip, sorted, without times or permissions of the machine."""
    _write(_files(folder), archive)


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _write(files: Mapping[str, bytes], archive: Path) -> None:
    draft = archive.with_name(f".{archive.name}.ny")
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, files[name])
    draft.replace(archive)
