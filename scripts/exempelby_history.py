"""Make Exempelby's `publicerat/` anew: nine publications, each of what was written by then, and today's update.

    python scripts/exempelby_history.py MAPP

makes the whole history in the folder MAPP; `MAPP/publicerat/` is then copied to the root. Same data, same bytes.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from loftet.cli import main as loftet
from loftet.facts import AsOf
from loftet.loading import load
from loftet.model.register import Register
from loftet.publishing.earlier import as_known

ROOT = Path(__file__).parent.parent
DATA = ROOT / "site_data"
TODAY = date(2026, 3, 10)
"""The day that the example site shows: `idag` in mkdocs.yml."""

_ITEM = re.compile(r"(?m)^(?=- )")


def days(register: Register) -> tuple[date, ...]:
    """Give the day on which each follow-up of Exempelby became public, oldest first."""
    as_of = AsOf(register, TODAY)
    return tuple(as_of.published_on(one) for one in as_of.follow_ups)


def known_folder(whole: Register, day: date, folder: Path) -> None:
    """Let an editor's folder hold what was written on a day: later records' files, values and rows are gone."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(DATA, folder)
    known = as_known(whole, day)
    for kind, record in whole.everything():
        path = folder.parent / whole.location(kind, record).file
        if kind.name != "kommun" and record.id not in known.of(kind) and path.parent.name == kind.folder:
            path.unlink(missing_ok=True)
    for path in sorted((folder / "atgarder").glob("*.yml")):
        _rewrite(path, lambda text: _known_origins(text, known))
    for path in sorted((folder / "indikatorer").glob("*.yml")):
        _rewrite(path, lambda text: _fetched(text, day))
    for path in sorted((folder / "loften").glob("*.yml")):
        _rewrite(path, lambda text: _happened(text, day))
    for path in sorted((folder / "vandringar").glob("*.yml")):
        _rewrite(path, lambda text: _answered(text, day))
    for path in sorted((folder / "moten").glob("*.yml")):
        _rewrite(path, lambda text: _minuted(text, day))
    _rewrite(folder / "flyttat.yml", lambda text: _moved(text, known, day))


def _rewrite(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def _known_origins(text: str, known: Register) -> str:
    """Leave out the origins of a measure that were not known yet."""
    for id in re.findall(r"  - (?:vandring|beslut): ([\w-]+)\n", text):
        if id not in {*known.walks, *known.decisions, *known.meetings}:
            text = re.sub(rf"  - (?:vandring|beslut): {id}\n(?:    .*\n)*", "", text)
    return re.sub(r"kommer_ur:\n(?!  -)", "", text)


def _fetched(text: str, day: date) -> str:
    """Leave out the values of an indicator that were fetched later, and the gaps of years that were not over."""
    item = re.compile(r"(?m)^  - period:(?:\s+från:)? (\d{4}).*\n(?:    .*\n?)*")

    def kept(found: re.Match[str]) -> str:
        known = _told(found[0], "hämtad") or f"{found[1]}-12-31"
        return found[0] if known <= day.isoformat() else ""

    left = item.sub(kept, text)
    return re.sub(r"(?m)^värden:\n(?!  -)", "värden: []\n", left)


def _happened(text: str, day: date) -> str:
    """Leave out what happened to a promise later."""
    return re.sub(r"(?m)^händelser:\n(?!  -)", "", _without_later(text, "händelse", "datum", day))


def _answered(text: str, day: date) -> str:
    """Leave out the answers to stops of a walk that were given later, and the answers to several at once."""
    stop = re.compile(r"(?m)^  - .*\n(?:    .*\n?)*")
    answer = re.compile(r"(?m)^    (?:svar|svar_datum|svar_från|skäl): .*\n(?:      .*\n)*")

    def kept(found: re.Match[str]) -> str:
        if re.search(r"(?m)^    datum: ", found[0]):
            return found[0] if _told(found[0], "datum") <= day.isoformat() else ""
        later = _told(found[0], "svar_datum") > day.isoformat()
        return answer.sub("", found[0]) if later else found[0]

    return re.sub(r"(?m)^samlade_svar:\n(?!  -)", "", stop.sub(kept, text))


def _without_later(text: str, head: str, key: str, day: date) -> str:
    """Leave out each item of a list that begins with a key (`head`) and whose day (`key`) is later."""
    item = re.compile(rf"(?m)^  - {head}:.*\n(?:    .*\n?)*")
    return item.sub(lambda found: found[0] if _told(found[0], key) <= day.isoformat() else "", text)


def _minuted(text: str, day: date) -> str:
    """Leave out the paragraph and minutes of a meeting whose minutes were adjusted later."""
    if _told(text, "justerat") <= day.isoformat():
        return text
    return re.sub(r"(?m)^\s*(?:paragraf|protokoll|justerat): .*\n", "", text)


def _moved(text: str, known: Register, day: date) -> str:
    """Leave out the moves to promises that were not made yet, and what was removed later."""
    head, *rows = _ITEM.split(text)
    kept = [
        row
        for row in rows
        if _told(row, "datum") <= day.isoformat()
        and all(id in known.promises for id in re.findall(r"flyttad_till: loften/([\w-]+)/", row))
    ]
    return "".join([head if kept else "[]\n", *kept])


def _told(text: str, key: str) -> str:
    found = re.search(rf"(?m)^\s*{key}: (\S+)", text)
    return found.group(1) if found else ""


def settings(folder: Path, day: date) -> Path:
    """Write the example site's settings for a folder and a day; gives the file."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r'idag: ".*"', f'idag: "{day}"', text)
    file = folder / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    return file


def publish_history(folder: Path, published: Callable[[date], object] = print) -> None:
    """Publish meeting after meeting into a folder, then update to today; `published` hears of each day."""
    whole, problems = load(DATA)
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "content", folder / "content", dirs_exist_ok=True)
    for day in days(whole):
        known_folder(whole, day, folder / "site_data")
        _run("publicera", folder, day)
        published(day)
    shutil.rmtree(folder / "site_data")
    shutil.copytree(DATA, folder / "site_data")
    _run("uppdatera", folder, TODAY)


def _run(command: str, folder: Path, day: date) -> None:
    words = [command, "--config-file", str(settings(folder, day))]
    loftet.main(words, standalone_mode=False)


if __name__ == "__main__":
    publish_history(Path(sys.argv[1]).absolute())
