"""What is wrong with the editor's data, said in Swedish with the place and the mend.

A Problem stops a build; a Hint is printed and stops nothing. All are gathered before anyone is told.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault at one place in the editor's files: what, and how to mend it.

    `file` is a path as the editor sees it (`site_data/loften/x.yml`); `line` and `column` count
    from 1, and 0 means that no line can be named (the whole file, or a file that is missing).
    `what` and `mend` are whole Swedish sentences; an empty `mend` means that `what` says it all.
    """

    file: str
    line: int
    column: int
    what: str
    mend: str = ""

    @property
    def place(self) -> str:
        """Give file:line:column, without what is not known."""
        known = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *known])

    def __str__(self) -> str:
        """Write the problem as the editor reads it: place and fault, then the mend on a line of its own."""
        head = f"{self.place}: {self.what}"
        return f"{head}\n  Gör så här: {self.mend}" if self.mend else head


@dataclass(frozen=True, order=True)
class Hint(Problem):
    """Advice at one place in the editor's files: worth a look, never stops a build."""


class DataError(Exception):
    """Carry every Problem found in the editor's data, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems sorted; at least one is expected."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


_DISK_WORDS = {
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "utrymmet på disken är slut",
    errno.EROFS: "disken är skrivskyddad",
    errno.EACCES: "du får inte skriva i mappen",
    errno.EPERM: "du får inte skriva i mappen",
    errno.ENOTDIR: "en fil ligger där en mapp ska vara",
    errno.EEXIST: "en fil ligger där en mapp ska vara",
}


def disk_words(error: OSError) -> str:
    """Say in Swedish why a disk did not let anything be written; other reasons as the system says them."""
    return _DISK_WORDS.get(error.errno or 0) or str(error.strerror or error)
