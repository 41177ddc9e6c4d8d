"""Put a fresh folder in the place of another in one step, so that a reader meets the old site or the new, whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from loftet.problems import Problem

_HERE = -100  # AT_FDCWD: paths are taken from the working directory
_ALWAYS_THERE = ("index.html", "sitemap.xml")  # in every site that MkDocs builds
_EXCHANGE = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS


def put_in_place(fresh: Path, target: Path) -> None:
    """Let `target` be what `fresh` is, and remove what stood there; both lie in the same folder.

    One step of the file system: a symbolic link is pointed anew, two folders change places, or a name that is
    free is taken. Where the system cannot exchange folders, the old one is moved aside first (`.<name>-gammal`),
    and `mend` brings it back if we are stopped between the two. Raises OSError, with the old site in place.
    """
    if target.is_symlink():
        _point(target, fresh)
    elif not target.exists():
        fresh.rename(target)
    elif _exchanged(fresh, target):
        shutil.rmtree(fresh, ignore_errors=True)
    else:
        _one_after_the_other(fresh, target)


def occupied(target: Path) -> Iterator[Problem]:
    """Give a Problem when the folder holds something else than a built site, which would be removed."""
    held = target.is_dir() and any(target.iterdir())
    if target.is_file() or (held and not all((target / name).is_file() for name in _ALWAYS_THERE)):
        what = "Där finns redan något annat än en byggd webbplats, som skulle tas bort."
        yield Problem(
            str(target), 0, 0, what, "Välj en ny mapp, eller ta bort innehållet själv om det inte behövs."
        )


def prefix(target: Path) -> str:
    """Give how the names of our own folders beside a site begin."""
    return f".{target.name}.loftet-"


def sweep(target: Path) -> None:
    """Remove our own folders beside a site that a stopped run left behind; the one that is shown stays."""
    shown = target.resolve()
    _pointer(target).unlink(missing_ok=True)
    for one in sorted(target.parent.glob(f"{prefix(target)}*")):
        if one.is_dir() and not one.is_symlink() and one.resolve() != shown:
            shutil.rmtree(one, ignore_errors=True)


def aside(target: Path) -> Path:
    """Give where the old site waits while two folders change places in two steps."""
    return target.with_name(f".{target.name}-gammal")


def mend(target: Path) -> None:
    """Bring the old site back where an exchange in two steps was stopped half-way."""
    if aside(target).is_dir() and not target.exists():
        aside(target).rename(target)


def _point(link: Path, fresh: Path) -> None:
    """Point a symbolic link at a folder that is named for good, and remove the one it pointed at."""
    old = link.resolve()
    used = {one.name for one in link.parent.iterdir()}
    names = (f"{prefix(link)}{number}" for number in range(1, len(used) + 2))
    new = link.with_name(next(name for name in names if name not in used))
    fresh.rename(new)
    pointer = _pointer(link)
    pointer.unlink(missing_ok=True)
    pointer.symlink_to(new.name)
    pointer.replace(link)
    if old.parent == link.parent.resolve() and old.name.startswith(prefix(link)):
        shutil.rmtree(old, ignore_errors=True)


def _pointer(link: Path) -> Path:
    return link.with_name(f"{prefix(link)}pekare")


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; False where the system or the file system has no such step."""
    if os.name != "posix":
        return False
    system = ctypes.CDLL(None, use_errno=True)
    paths = (os.fsencode(one), os.fsencode(other))
    if sys.platform == "linux" and hasattr(system, "renameat2"):
        return bool(system.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(system, "renamex_np"):
        return bool(system.renamex_np(*paths, _EXCHANGE) == 0)
    return False


def _one_after_the_other(fresh: Path, target: Path) -> None:
    shutil.rmtree(aside(target), ignore_errors=True)
    target.rename(aside(target))
    try:
        fresh.rename(target)
    except OSError:
        aside(target).rename(target)
        raise
    shutil.rmtree(aside(target), ignore_errors=True)
