"""One publication at a time: a lock that the system lets go of when the process ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from loftet.problems import DataError, Problem
from loftet.publishing.kept import Kept

LOCK = ".las"


@contextmanager
def locked(kept: Kept) -> Iterator[None]:
    """Hold the lock of `publicerat/`; raises DataError when somebody else holds it."""
    kept.folder.mkdir(parents=True, exist_ok=True)
    file = _opened(kept)
    try:
        if not _taken(file):
            mend = "Vänta tills den är klar och kör igen."
            raise DataError([Problem(f"{kept.folder.name}/", 0, 0, "En annan publicering pågår.", mend)])
        yield
    finally:
        os.close(file)


def _opened(kept: Kept) -> int:
    """Open what is locked: the folder itself, so that nothing is left in it; a file where folders cannot be locked."""
    if sys.platform == "win32":
        return os.open(kept.path(LOCK), os.O_RDWR | os.O_CREAT)
    return os.open(kept.folder, os.O_RDONLY)


def _taken(file: int) -> bool:
    """Take the lock of an open file until it is closed; False when another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
