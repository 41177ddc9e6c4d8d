"""One publication at a time: a lock that the system lets go of when the process ends, however it ends."""

from __future__ import annotations

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
    with kept.path(LOCK).open("a", encoding="utf-8") as file:
        if not _taken(file.fileno()):
            mend = "Vänta tills den är klar och kör igen."
            raise DataError([Problem(kept.shown(LOCK), 0, 0, "En annan publicering pågår.", mend)])
        yield


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
