"""The originals that are kept with the site: the very bytes that were published, with their hash.

Only kinds of files that a browser shows or saves without running anything in them are published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from loftet.model.base import Entity, Source
from loftet.model.register import Register
from loftet.model.walking import KeyPath, records_of

FOLDER: Final = "original"
"""The folder of originals, in the editor's data and on the site."""

MAX_BYTES: Final = 50_000_000
"""The largest file that is published."""

KINDS: Final[Mapping[str, str]] = {
    "pdf": "PDF",
    "txt": "text",
    "csv": "CSV",
    "png": "PNG-bild",
    "jpg": "JPEG-bild",
    "jpeg": "JPEG-bild",
}
"""What may be published, by ending: never HTML or SVG, which can carry scripts."""

_STARTS: Final[Mapping[str, bytes]] = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
}
_ADDRESS: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")


@dataclass(frozen=True)
class Original:
    """A published original: its file's name, address, what kind it is, its size in bytes and its SHA-256 in hex."""

    file: str
    address: str
    kind: str
    size: int
    sha256: str


def named_originals(record: Entity) -> Iterator[tuple[KeyPath, Source]]:
    """Give every original of a record that has a file, with its place."""
    return ((path, source) for path, source in records_of(record, Source) if source.file)


def ending_of(file: str) -> str:
    """Give the ending of a file's name in lower case without its dot; empty without one."""
    return Path(file).suffix.lower().removeprefix(".")


def is_addressable(file: str) -> bool:
    """Tell whether a file's name can stand in an address as it is."""
    return _ADDRESS.fullmatch(file) is not None


def contents(register: Register, file: str) -> bytes | None:
    """Read an original; None when it is not there, is too large, or lies outside the folder (a link that climbs)."""
    folder = register.folder / FOLDER if register.folder else None
    path = folder / file if folder else None
    if folder is None or path is None or not path.is_file():
        return None
    inside = path.resolve().is_relative_to(folder.resolve())
    return path.read_bytes() if inside and path.stat().st_size <= MAX_BYTES else None


def is_what_it_says(file: str, data: bytes) -> bool:
    """Tell whether the bytes of a file begin as its ending says; text has no bytes that text cannot have."""
    ending = ending_of(file)
    if ending in ("txt", "csv"):
        return b"\0" not in data
    return data.startswith(_STARTS[ending]) if ending in _STARTS else False


def published(register: Register) -> dict[str, bytes]:
    """Give the file of every original that may be published: address → bytes."""
    files = {source.file for _, record in register.everything() for _, source in named_originals(record)}
    found = {file: contents(register, file) for file in sorted(filter(None, files)) if _may_stand(file)}
    return {
        f"{FOLDER}/{file}": data
        for file, data in found.items()
        if data is not None and is_what_it_says(file, data)
    }


def _may_stand(file: str) -> bool:
    return is_addressable(file) and ending_of(file) in KINDS


def originals(register: Register) -> dict[str, Original]:
    """Give what pages say of every original that is published, by the file's name."""
    files = ((address.removeprefix(f"{FOLDER}/"), data) for address, data in published(register).items())
    return {
        file: Original(file, f"{FOLDER}/{file}", KINDS[ending_of(file)], len(data), sha256(data).hexdigest())
        for file, data in files
    }
