"""Whether what is kept, archived or shown is what was published: which file in which edition was altered."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from loftet.exports.records import Json
from loftet.problems import Problem
from loftet.publishing.editions import altered, read_editions
from loftet.publishing.journal import MARK
from loftet.publishing.kept import BACK, EDITIONS, LOG, Kept, sha256
from loftet.publishing.manifest import Log, manifest_name, manifest_of, read_log

_NOT_OURS = "Hämta den publicerade versionen ur arkivet, eller publicera på nytt."


def verified(kept: Kept) -> Iterator[Problem]:
    """Give a Problem for each break in what is kept: the log, the chain of manifests, the editions."""
    log, unread = read_log(kept)
    yield from unread
    previous: Json = None
    sealed: dict[str, Json] = {}
    for number, line in enumerate(log, start=1):
        yield from _line(kept, number, line, previous)
        previous = line["manifest"]
        sealed = _told(kept, number).get("utgåvor") or sealed  # type: ignore[assignment]  # a mapping in every manifest
    yield from _editions(kept, sealed)


def _line(kept: Kept, number: int, line: Mapping[str, Json], previous: Json) -> Iterator[Problem]:
    if line["nr"] != number or line.get("föregående") != previous:
        what = f"Kedjan är bruten: publicering {number} hänger inte ihop med den före."
        yield Problem(kept.shown(LOG), number, 0, what, BACK)
    path = kept.path(manifest_name(number))
    if not path.is_file() or sha256(path.read_bytes()) != line["manifest"]:
        what = f"Manifestet för publicering {number} saknas eller är ändrat."
        yield Problem(kept.shown(manifest_name(number)), 0, 0, what, BACK)
    elif _told(kept, number).get("föregående") != previous:
        what = f"Kedjan är bruten: manifestet för publicering {number} hänger inte ihop med det före."
        yield Problem(kept.shown(manifest_name(number)), 0, 0, what, BACK)


def _told(kept: Kept, number: int) -> dict[str, Json]:
    path = kept.path(manifest_name(number))
    return manifest_of(path.read_bytes()) if path.is_file() else {}


def _editions(kept: Kept, sealed: Mapping[str, Json]) -> Iterator[Problem]:
    editions, missing = read_editions(kept)
    yield from missing
    for id, seal in sealed.items():
        edition = editions.get(id)
        if edition is None:
            if not any(f"{EDITIONS}/{id}/" in one.file for one in missing):
                yield Problem(kept.shown(f"{EDITIONS}/{id}"), 0, 0, f"Utgåvan «{id}» saknas.", BACK)
        elif sha256(edition.seal) != seal and not list(altered(kept, edition)):
            what = f"Utgåvan «{id}» är inte den som publicerades."
            yield Problem(kept.shown(f"{EDITIONS}/{id}"), 0, 0, what, BACK)


def verified_copy(copy: Path, log: Log) -> Iterator[Problem]:
    """Give a Problem for each file of a published folder or snapshot (zip) that is not as its manifest says."""
    files = _zipped(copy) if copy.is_file() else _in_folder(copy)
    text = files.pop(MARK, b"")
    told = manifest_of(text)
    listed = told.get("filer")
    if not isinstance(listed, dict):
        yield Problem(str(copy), 0, 0, f"Här finns inget läsbart {MARK}.", _NOT_OURS)
        return
    if told.get("slag") == "publicering" and log and sha256(text) not in {one["manifest"] for one in log}:
        yield Problem(
            f"{copy}/{MARK}", 0, 0, "Manifestet hör inte till någon publicering i loggen.", _NOT_OURS
        )
    for name in sorted({*listed, *files}):
        problem = _compared(name, listed, files)
        if problem:
            yield Problem(f"{copy}/{name}", 0, 0, f"{problem} (publicering {told.get('nr')}).", _NOT_OURS)


def _compared(name: str, listed: Mapping[str, Json], files: Mapping[str, bytes]) -> str | None:
    if name not in files:
        return "Filen saknas"
    if name not in listed:
        return "Filen hör inte till publiceringen"
    return None if sha256(files[name]) == listed[name] else "Filen är ändrad sedan den publicerades"


def _zipped(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as file:
        return {name: file.read(name) for name in file.namelist() if not name.endswith("/")}


def _is_ours(name: str) -> bool:
    """Tell whether a file may be of a site: a host's own marks (.git/, .nojekyll) are not."""
    return not name.startswith(".")


def _in_folder(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    named = ((path.relative_to(folder).as_posix(), path) for path in found)
    return {name: path.read_bytes() for name, path in named if _is_ours(name)}
