"""Send a site by rsync, over ssh or to a mounted folder.

No reader meets a page that asks for what is not there yet: first all that pages are made of is sent, then the pages,
then what is gone is taken away, and last the manifest. Each file changes in one step at the end of its part
(--delay-updates). What was broken off is completed when the same command is run again.
"""

from __future__ import annotations

from pathlib import Path

from loftet.publishing.journal import MARK
from loftet.publishing.sending.programs import Result, last_words, not_sent, run

_NO_SUCH_FOLDER = 23
_UNREACHABLE = (10, 12, 30, 35, 255)
_SAME = ("--recursive", "--links", "--checksum", "--compress", "--chmod=D755,F644", "--delay-updates")
_HOSTS_OWN = "--filter=P /.*"  # .htaccess, .well-known/: what the host itself has put there stays
_PAGES_LATER = ("--exclude=*.html", f"--exclude=/{MARK}", "--exclude=/sitemap.xml*")


def transfer(folder: Path, place: str) -> str:
    """Make the folder at `place` (`host:/folder` or a path) the same as a published one.

    Raises NotSent when rsync is missing, the host does not answer, or something else than a site of ours lies there:
    that would be deleted.
    """
    where = f"rsync:{place}"
    there, source = f"{place.rstrip('/')}/", f"{folder}/"
    _look(where, there)
    for words in (
        (*_SAME, *_PAGES_LATER, "--", source, there),
        (*_SAME, "--delete-delay", _HOSTS_OWN, f"--exclude=/{MARK}", "--", source, there),
        (*_SAME, "--", f"{source}{MARK}", there),
    ):
        _heard(where, run(["rsync", *words], where))
    return f"Skickad: {place}"


def _look(where: str, there: str) -> None:
    result = run(["rsync", "--list-only", "--", there], where)
    if result.returncode == _NO_SUCH_FOLDER and "No such file" in result.stderr:
        return
    _heard(where, result)
    names = {line.split(maxsplit=4)[-1] for line in result.stdout.splitlines() if line.strip()}
    if MARK not in names and any(not one.startswith(".") for one in names):
        what = "Mappen har redan annat innehåll, som skulle tas bort."
        raise not_sent(where, what, "Välj en tom mapp, eller töm den först om inget där ska vara kvar.")


def _heard(where: str, result: Result) -> None:
    if result.returncode == 0:
        return
    if result.returncode in _UNREACHABLE:
        what = f"Värden svarar inte: {last_words(result)}"
        raise not_sent(where, what, "Kontrollera namnet, nätet och ssh-nyckeln, till exempel med: ssh värden")
    what = f"Överföringen avbröts: {last_words(result)}"
    raise not_sent(where, what, "Kontrollera rättigheter och plats på värden och kör samma kommando igen.")
