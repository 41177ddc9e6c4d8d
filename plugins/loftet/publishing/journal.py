"""A publication that is carried out to its end or not at all, whenever it is stopped.

First everything is written aside, in `publicerat/.pagaende/`. The plan, renamed into place in one step, is the
promise to go through with it. Then the fresh site changes places with the old, and the files of `publicerat/`
move to their names. Every step can be done again: the next run does so for a plan that it finds.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from loftet.exports.records import Json
from loftet.publishing.kept import Kept, json_text, parsed, sha256
from loftet.publishing.swapping import mend, prefix, put_in_place

MARK = "manifest.json"
"""The file of a built site that tells one site from another: its SHA-256 stands in the plan."""

_ASIDE, _PLAN = ".pagaende", "plan.json"
_EXCHANGE, _INTENT = "byten.json", "tankta-byten.json"


@dataclass(frozen=True)
class Plan:
    """What is left to do: put the site with this mark (SHA-256 of its manifest) in place, and move the files."""

    fresh: Path
    target: Path
    mark: str


def carry_out(kept: Kept, fresh: Path, target: Path, files: Mapping[str, bytes]) -> None:
    """Put a fresh site (with its manifest.json) in the place of the target, and the files in `publicerat/`.

    Raises OSError when a disk is full or read-only: with nothing changed, or, when the sites have changed places
    already, with a plan that `unfinished` gives and that the next run ends.
    """
    plan = Plan(fresh.absolute(), target.absolute(), sha256((fresh / MARK).read_bytes()))
    try:
        _write_aside(kept, plan, files)
        _swap(plan)
    except OSError:
        if not _swapped(plan):  # else only clearing away the old site failed
            _forget(kept)
            raise
    _move_files(kept)
    _forget(kept)


def exchange(kept: Kept, contents: Mapping[Path, bytes | None]) -> None:
    """Give each file its new content, or remove it (None): all of them, whenever this is stopped, or none.

    The files may lie anywhere; each new one is written beside the old and then takes its place in one step.
    Raises OSError with nothing changed, or with what is decided left to the next run.
    """
    homes = sorted(contents)
    names: Json = [str(home.resolve()) for home in homes]
    kept.path(_ASIDE).mkdir(parents=True, exist_ok=True)
    _write(kept.path(f"{_ASIDE}/{_INTENT}"), json_text(names))
    try:
        for home in homes:
            content = contents[home]
            if content is not None:
                home.resolve().parent.mkdir(parents=True, exist_ok=True)
                _write(_beside(home.resolve()), content)
                if home.exists():
                    shutil.copymode(home, _beside(home.resolve()))
        gone: Json = [str(home.resolve()) for home in homes if contents[home] is None]
        draft = kept.path(f"{_ASIDE}/{_EXCHANGE}.ny")
        _write(draft, json_text({"byt": names, "ta_bort": gone}))
        draft.replace(kept.path(f"{_ASIDE}/{_EXCHANGE}"))
    except OSError:
        _exchanged(kept)
        raise
    _exchanged(kept)


def _beside(home: Path) -> Path:
    return home.with_name(f".{home.name}.byts")


def _exchanged(kept: Kept) -> bool:
    """Go through with a decided exchange, or clear away one that was never decided; give whether one was."""
    decided = _read(kept, _EXCHANGE)
    if isinstance(decided, dict):
        for one in _paths(decided.get("byt")):
            if _beside(one).is_file():
                _beside(one).replace(one)
        for one in _paths(decided.get("ta_bort")):
            one.unlink(missing_ok=True)
            _clear_upwards(one.parent)
    else:
        for one in _paths(_read(kept, _INTENT)):
            _beside(one).unlink(missing_ok=True)
    for name in (_EXCHANGE, _INTENT):
        kept.path(f"{_ASIDE}/{name}").unlink(missing_ok=True)
    if kept.path(_ASIDE).is_dir():
        shutil.rmtree(kept.path(_ASIDE), ignore_errors=True)
    return isinstance(decided, dict)


def _clear_upwards(folder: Path) -> None:
    """Remove a folder that is left empty, and those above it that then are."""
    while not folder.exists() or not any(folder.iterdir()):
        if folder.exists():
            folder.rmdir()
        folder = folder.parent


def _read(kept: Kept, name: str) -> Json:
    path = kept.path(f"{_ASIDE}/{name}")
    return parsed(path.read_text(encoding="utf-8")) if path.is_file() else None


def _paths(told: Json) -> list[Path]:
    return [Path(str(one)) for one in told] if isinstance(told, list) else []


def unfinished(kept: Kept) -> Plan | None:
    """Give the plan of a publication that was stopped after it was decided; None when there is none."""
    told = _read(kept, _PLAN)
    if not isinstance(told, dict):
        return None
    return Plan(Path(str(told["ny"])), Path(str(told["mål"])), str(told["märke"]))


def complete(kept: Kept) -> bool:
    """Go through with a publication that was stopped, or clear away one that was never decided.

    Gives whether one was completed. When neither folder holds the planned site (somebody removed it), the plan
    is dropped and the old site stands: nothing of the new one was shown.
    """
    if kept.path(f"{_ASIDE}/{_INTENT}").exists():
        return _exchanged(kept)
    plan = unfinished(kept)
    done = False
    if plan:
        mend(plan.target)
        done = _swapped(plan) or _swap_again(plan)
        if done:
            _move_files(kept)
        for leftover in _of_plan(plan):
            shutil.rmtree(leftover, ignore_errors=True)
    _forget(kept)
    return done


def _write_aside(kept: Kept, plan: Plan, files: Mapping[str, bytes]) -> None:
    shutil.rmtree(kept.path(_ASIDE), ignore_errors=True)
    for name, content in files.items():
        place = kept.path(f"{_ASIDE}/filer/{name}")
        place.parent.mkdir(parents=True, exist_ok=True)
        _write(place, content)
    told = json_text({"ny": str(plan.fresh), "mål": str(plan.target), "märke": plan.mark})
    draft = kept.path(f"{_ASIDE}/{_PLAN}.ny")
    draft.parent.mkdir(parents=True, exist_ok=True)
    _write(draft, told)
    draft.replace(kept.path(f"{_ASIDE}/{_PLAN}"))


def _write(place: Path, content: bytes) -> None:
    with place.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _swap(plan: Plan) -> None:
    put_in_place(plan.fresh, plan.target)


def _swap_again(plan: Plan) -> bool:
    found = next((one for one in _of_plan(plan) if _mark(one) == plan.mark), None)
    if found:
        put_in_place(found, plan.target)
    return found is not None


def _swapped(plan: Plan) -> bool:
    return _mark(plan.target) == plan.mark


def _mark(folder: Path) -> str | None:
    path = folder / MARK
    return sha256(path.read_bytes()) if path.is_file() else None


def _of_plan(plan: Plan) -> Iterator[Path]:
    """Give the folders that the plan's site may stand in, besides the one that is shown."""
    current = plan.target.resolve()
    beside = sorted(plan.target.parent.glob(f"{prefix(plan.target)}*"))
    for one in (plan.fresh, *beside):
        if one.is_dir() and one.resolve() != current:
            yield one


def _move_files(kept: Kept) -> None:
    aside = kept.path(f"{_ASIDE}/filer")
    for place in sorted(aside.rglob("*")):
        if place.is_file():
            home = kept.folder / place.relative_to(aside)
            home.parent.mkdir(parents=True, exist_ok=True)
            place.replace(home)


def _forget(kept: Kept) -> None:
    kept.path(f"{_ASIDE}/{_PLAN}").unlink(missing_ok=True)
    shutil.rmtree(kept.path(_ASIDE), ignore_errors=True)
