"""Whether the editor's files still say the same without the detail: every key and id, and what is frozen of them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from loftet.loading import load
from loftet.problems import Problem
from loftet.publishing.detail import Detail
from loftet.publishing.kept import sha256
from loftet.source import read
from loftet.source.document import Document, KeyPath, Plain

_YAML = (".yml", ".yaml")


def own_faults(
    folder: Path,
    before: Mapping[Path, bytes],
    contents: dict[Path, bytes | None],
    detail: Detail,
) -> Iterator[Problem]:
    """Give a Problem for each place in the editor's folder that cannot hold a masked detail.

    The stated SHA-256 of an original that is changed is changed with it, in `contents`.
    """
    _restate_hashes(folder, before, contents)
    found: list[Problem] = []
    for path, old in before.items():
        new = contents.get(path)
        if path.suffix.lower() in _YAML and new is not None and path.is_relative_to(folder):
            shown = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            found.extend(_rows(shown, old, new, detail))
    yield from found or _load_faults(folder, contents)


def _restate_hashes(folder: Path, before: Mapping[Path, bytes], contents: dict[Path, bytes | None]) -> None:
    originals = {path: old for path, old in before.items() if path.is_relative_to(folder / "original")}
    for path, old in originals.items():
        new = contents.get(path)
        for file in sorted(folder.rglob("*.yml")) if new is not None else []:
            text = contents.get(file) or file.read_bytes()
            if sha256(old).encode() in text:
                contents[file] = text.replace(sha256(old).encode(), sha256(new or b"").encode())


def _rows(shown: str, old: bytes, new: bytes, detail: Detail) -> Iterator[Problem]:
    """Compare a file before and after, value by value."""
    before, _ = read(old, shown)
    after, broken = read(new, shown)
    if before is None:
        yield Problem(
            shown, 0, 0, "Filen har fel och går inte att läsa.", "Kör ”loftet kontroll” och rätta den först."
        )
        return
    if after is None:
        yield _unfit(shown, broken[0].line, broken[0].column)
        return
    was, now = dict(_values(before.value)), dict(_values(after.value))
    for path, value in was.items():
        told = now.get(path)
        if told != value and path and path[-1] == "id":
            yield _in_id(before, path)
        elif told is None or detail.count(told) or (told != value and not _may_differ(path, value, detail)):
            yield _unfit(shown, *before.value_place(path))
    if len(now) != len(was) and was.keys() <= now.keys():
        yield _unfit(shown, 0, 0)


def _may_differ(path: KeyPath, value: str, detail: Detail) -> bool:
    return detail.count(value) > 0 or path[-1:] == ("sha256",)


def _values(value: Plain, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
        return
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for name, one in parts:
        yield from _values(one, (*path, name))


def _in_id(document: Document, path: KeyPath) -> Problem:
    what = "Uppgiften står i ett id, som är en adress."
    mend = (
        "Ge posten ett nytt id överallt där den nämns, och skriv inget om den i flyttat.yml. Kör sedan samma "
        "kommando igen: den gamla adressen stryks då ur adresslista, webbplats och kopior."
    )
    return Problem(document.file, *document.value_place(path), what, mend)


def _unfit(shown: str, line: int, column: int) -> Problem:
    what = "Uppgiften står så att filen inte skulle gå att läsa utan den."
    return Problem(
        shown, line, column, what, "Skriv om raden så att uppgiften står i en vanlig text, och kör igen."
    )


def _load_faults(folder: Path, contents: Mapping[Path, bytes | None]) -> Iterator[Problem]:
    """Read the folder as it would be, and give each fault that it does not have today."""
    _, known = load(folder)
    with tempfile.TemporaryDirectory() as top:
        trial = Path(top) / (folder.name or folder.resolve().name)
        shutil.copytree(folder, trial, copy_function=_linked)
        for path, content in contents.items():
            if path.is_relative_to(folder) and content is not None:
                place = trial / path.relative_to(folder)
                place.unlink(missing_ok=True)
                place.write_bytes(content)
        _, problems = load(trial)
    for one in problems:
        if one not in known:
            mend = f"{one.mend} Skriv om raden utan uppgiften och kör igen.".strip()
            yield Problem(one.file, one.line, one.column, f"Efter maskeringen: {one.what}", mend)


def _linked(source: str, target: str) -> None:
    """Let a file stand at two places instead of copying it, where the disk can."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
