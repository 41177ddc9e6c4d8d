"""What is dear to make is kept between builds, by the hash of everything that it was made from.

The folder can be thrown away at any time: the bytes are the same, only slower.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from loftet.model.register import Register


def key_of(*inputs: str | bytes) -> str:
    """Give the name of what is made from these inputs: their hash, the same only for the same inputs in order."""
    digests = [sha256(one.encode() if isinstance(one, str) else one).digest() for one in inputs]
    return sha256(b"".join(digests)).hexdigest()


@dataclass(frozen=True)
class Cache:
    """A folder of made bytes; None keeps nothing."""

    folder: Path | None

    @classmethod
    def of(cls, register: Register, name: str) -> Cache:
        """Give the cache of a project: `.cache/<name>` beside the editor's folder, never inside the site."""
        return cls(register.folder.resolve().parent / ".cache" / name if register.folder else None)

    def holds(self, name: str) -> bool:
        """Tell whether something is kept under a name."""
        return self.folder is not None and (self.folder / name).is_file()

    def kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Give what is kept under a name, made and kept the first time."""
        if self.folder is None:
            return make()
        with suppress(OSError):
            found = (self.folder / name).read_bytes()
            if found:
                return found
        made = make()
        # A folder that cannot be written makes the next build slower, not wrong.
        with suppress(OSError):
            self._keep(self.folder, name, made)
        return made

    def _keep(self, folder: Path, name: str, data: bytes) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        # Written beside and renamed: a build that is broken off leaves nothing half.
        beside = folder / f".{name}-{os.getpid()}"
        beside.write_bytes(data)
        beside.replace(folder / name)
