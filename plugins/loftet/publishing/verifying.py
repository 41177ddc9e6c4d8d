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
from loftet.publishing.masks import MASKS, NO_MASKS, Masks, kept_since, read_masks
from loftet.publishing.readable import FOLDER, readable_pages

_NOT_OURS = "Hämta den publicerade versionen ur arkivet, eller publicera på nytt."


def verified(kept: Kept) -> Iterator[Problem]:
    """Give a Problem for each break in what is kept: the log, the chain of manifests, the editions."""
    log, unread = read_log(kept)
    masks, unmasked = read_masks(kept)
    yield from (*unread, *unmasked)
    previous: Json = None
    sealed: dict[str, Json] = {}
    for number, line in enumerate(log, start=1):
        yield from _line(kept, number, line, previous, masks)
        previous = line["manifest"]
        sealed = _told(kept, number).get("utgåvor") or sealed  # type: ignore[assignment]  # a mapping in every manifest
    yield from _editions(kept, sealed, masks)


def _line(
    kept: Kept, number: int, line: Mapping[str, Json], previous: Json, masks: Masks
) -> Iterator[Problem]:
    if line["nr"] != number or line.get("föregående") != previous:
        what = f"Kedjan är bruten: publicering {number} hänger inte ihop med den före."
        yield Problem(kept.shown(LOG), number, 0, what, BACK)
    path = kept.path(manifest_name(number))
    if not path.is_file() or not masks.holds(line["manifest"], sha256(path.read_bytes())):
        what = f"Manifestet för publicering {number} saknas eller är ändrat."
        yield Problem(kept.shown(manifest_name(number)), 0, 0, what, BACK)
    elif _told(kept, number).get("föregående") != previous:
        what = f"Kedjan är bruten: manifestet för publicering {number} hänger inte ihop med det före."
        yield Problem(kept.shown(manifest_name(number)), 0, 0, what, BACK)
    elif not kept_since(masks, _told(kept, number)):
        what = f"En maskering som fanns vid publicering {number} saknas eller är ändrad."
        yield Problem(kept.shown(MASKS), 0, 0, what, BACK)


def _told(kept: Kept, number: int) -> dict[str, Json]:
    path = kept.path(manifest_name(number))
    return manifest_of(path.read_bytes()) if path.is_file() else {}


def _editions(kept: Kept, sealed: Mapping[str, Json], masks: Masks) -> Iterator[Problem]:
    editions, missing = read_editions(kept, masks)
    yield from missing
    for id, seal in sealed.items():
        edition = editions.get(id)
        if edition is None:
            if not any(f"{EDITIONS}/{id}/" in one.file for one in missing):
                yield Problem(kept.shown(f"{EDITIONS}/{id}"), 0, 0, f"Utgåvan ”{id}” saknas.", BACK)
        elif not masks.holds(seal, sha256(edition.seal)) and not list(altered(kept, edition, masks)):
            what = f"Utgåvan ”{id}” är inte den som publicerades."
            yield Problem(kept.shown(f"{EDITIONS}/{id}"), 0, 0, what, BACK)


def verified_copy(copy: Path, log: Log, masks: Masks = NO_MASKS) -> Iterator[Problem]:
    """Give a Problem for each file of a published folder or snapshot (zip) that is not as its manifest says.

    Nor as it was masked since, or that still holds what is masked elsewhere.
    """
    files = _zipped(copy) if copy.is_file() else _in_folder(copy)
    to_open = {name: files.pop(name) for name in list(files) if name.startswith(FOLDER)}
    again = dict(readable_pages(files)) if to_open else {}
    text = files.pop(MARK, b"")
    told = manifest_of(text)
    listed = told.get("filer")
    if not isinstance(listed, dict):
        yield Problem(str(copy), 0, 0, f"Här finns inget läsbart {MARK}.", _NOT_OURS)
        return
    known = any(masks.holds(one["manifest"], sha256(text)) for one in log)
    if told.get("slag") == "publicering" and log and not known:
        yield Problem(
            f"{copy}/{MARK}", 0, 0, "Manifestet hör inte till någon publicering i loggen.", _NOT_OURS
        )
    if to_open != again:
        what = "Sidorna att öppna säger inte detsamma som de publicerade."
        yield Problem(f"{copy}/{FOLDER}", 0, 0, what, _NOT_OURS)
    for name in sorted({*listed, *files}):
        problem = _compared(name, listed, files, masks)
        if problem:
            yield Problem(f"{copy}/{name}", 0, 0, f"{problem} (publicering {told.get('nr')}).", _NOT_OURS)


def _compared(name: str, listed: Mapping[str, Json], files: Mapping[str, bytes], masks: Masks) -> str | None:
    if name not in files:
        return "Filen saknas"
    if name not in listed:
        return "Filen hör inte till publiceringen"
    if masks.left_unmasked(listed[name], sha256(files[name])):
        return "Här står kvar en uppgift som är maskerad på andra ställen; kör ”loftet maskera” med --kopia"
    same = masks.holds(listed[name], sha256(files[name]))
    return None if same else "Filen är ändrad sedan den publicerades"


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
