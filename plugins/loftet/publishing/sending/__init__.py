"""Send a published site to where readers meet it: a zip, another machine by rsync, or a branch of a git archive.

The site is put in place on this machine first, with its ledger and log; sending copies it from there, and can be done
again as often as one likes. To add a way: a module here with a function `(folder, place, …) -> str`, named in `send`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from loftet.problems import disk_words
from loftet.publishing.sending.branch import push
from loftet.publishing.sending.programs import NotSent, not_sent
from loftet.publishing.sending.rsync import transfer
from loftet.publishing.snapshot import write_zip

__all__ = ["Destination", "NotSent", "destination", "send"]

RSYNC, GIT, ZIP = "rsync", "git", "zip"


@dataclass(frozen=True)
class Destination:
    """Where a site is sent: `way` is rsync, git or zip, `place` what that way takes (host and folder, branch, file)."""

    way: str
    place: str

    @property
    def shown(self) -> str:
        """Give it as the editor wrote it."""
        return self.place if self.way == ZIP else f"{self.way}:{self.place}"


def destination(written: str) -> Destination | None:
    """Read what stands after --till; None for a folder on this machine."""
    way, mark, place = written.partition(":")
    if mark and way in (RSYNC, GIT):
        return Destination(way, place)
    return Destination(ZIP, written) if written.lower().endswith(".zip") else None


def send(folder: Path, to: Destination, archive: Path) -> str:
    """Send a published folder; gives what was done, in Swedish. `archive` is the git archive's folder.

    Raises NotSent with every reason why it could not be: what readers saw before still stands there, but for a
    transfer by rsync that was broken off, in which no page is lost (see `rsync`).
    """
    if not to.place:
        raise not_sent(to.shown, "Platsen saknas.", "Skriv till exempel rsync:värd:/mapp eller git:gren.")
    if to.way == RSYNC:
        return transfer(folder, to.place)
    if to.way == GIT:
        return push(folder, to.place, archive)
    return _zipped(folder, Path(to.place))


def _zipped(folder: Path, file: Path) -> str:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_zip(folder, file)
    except OSError as error:
        what = f"Zip-filen kunde inte skrivas: {disk_words(error)}."
        raise not_sent(
            str(file), what, "Kontrollera att disken har plats och att du får skriva där."
        ) from error
    return f"Skriven: {file}"
