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

from loftet.publishing.kept import Kept, json_text, parsed, sha256
from loftet.publishing.swapping import mend, prefix, put_in_place

MARK = "manifest.json"
"""The file of a built site that tells one site from another: its SHA-256 stands in the plan."""

_ASIDE, _PLAN = ".pagaende", "plan.json"


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


def unfinished(kept: Kept) -> Plan | None:
    """Give the plan of a publication that was stopped after it was decided; None when there is none."""
    path = kept.path(f"{_ASIDE}/{_PLAN}")
    told = parsed(path.read_text(encoding="utf-8")) if path.is_file() else None
    if not isinstance(told, dict):
        return None
    return Plan(Path(str(told["ny"])), Path(str(told["mål"])), str(told["märke"]))


def complete(kept: Kept) -> bool:
    """Go through with a publication that was stopped, or clear away one that was never decided.

    Gives whether one was completed. When neither folder holds the planned site (somebody removed it), the plan
    is dropped and the old site stands: nothing of the new one was shown.
    """
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
