"""The folder `publicerat/`: where its files stand, and how its lines are read and written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from loftet.exports.records import Json
from loftet.problems import Problem

FOLDER = "publicerat"
LEDGER, LOG, EDITIONS, MANIFESTS = "adresser.jsonl", "logg.jsonl", "utgavor", "manifest"

BACK = "Filen skrivs bara av Löftet. Hämta tillbaka den ur versionshistoriken."


@dataclass(frozen=True)
class Kept:
    """The folder `publicerat/` of one site; `folder` need not exist yet."""

    folder: Path

    def path(self, name: str) -> Path:
        """Give where a file of the folder stands; `name` uses slashes."""
        return self.folder / name

    def shown(self, name: str) -> str:
        """Give a file's name as the editor sees it."""
        return f"{self.folder.name}/{name}"

    def lines(self, name: str) -> Iterator[tuple[int, dict[str, Json] | Problem]]:
        """Give each line of a JSON Lines file with its number, from 1; a Problem for one that cannot be read."""
        path = self.path(name)
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        for number, line in enumerate(text.splitlines(), start=1):
            value = parsed(line)
            if isinstance(value, dict):
                yield number, value
            else:
                yield number, Problem(self.shown(name), number, 0, "Raden går inte att läsa.", BACK)


def beside(data_folder: Path) -> Kept:
    """Give the folder `publicerat/` beside the editor's folder."""
    return Kept(data_folder.parent / FOLDER)


def parsed(text: str) -> Json:
    """Read JSON text; None for what is none."""
    try:
        value: Json = json.loads(text)
    except ValueError:
        return None
    return value


def line_text(values: Iterable[Mapping[str, Json]]) -> bytes:
    """Write JSON Lines, one object a line, keys in their given order."""
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in values).encode()


def json_text(value: Json) -> bytes:
    """Write JSON that a person can read and compare, the same bytes for the same value."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def sha256(data: bytes) -> str:
    """Give the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
