"""Originals that are kept with the site: of a kind that may be published, and the very file that is stated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath

from loftet.checks.telling import problem
from loftet.model.base import Entity, Source, suggested_id
from loftet.model.register import Register
from loftet.model.walking import KeyPath
from loftet.model.words.knowledge import SourceForm
from loftet.originals import (
    FOLDER,
    KINDS,
    MAX_BYTES,
    contents,
    ending_of,
    is_addressable,
    is_what_it_says,
    named_originals,
)
from loftet.pictures.photograph import hushed, tells_where
from loftet.problems import Problem
from loftet.wording import and_list, or_list


def originals_may_be_published(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each original of another kind, with an odd name, too large, or not what its name says."""
    for _, record in register.everything():
        for path, source in named_originals(record):
            fault = _fault(register, source.file or "")
            if fault:
                yield problem(register, record, (*path, "fil"), *fault)


def originals_are_as_stated(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each original whose bytes are not those that its stated SHA-256 was taken of."""
    for _, record in register.everything():
        for path, source in named_originals(record):
            data = contents(register, source.file or "")
            if data is not None and source.sha256:
                yield from _compared(register, record, path, source, sha256(data).hexdigest())


def wordings_name_an_original(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each wording whose file is none of its record's originals: only those are kept."""
    for record, leaf in register.leaves:
        if leaf.path[-1] == "fil" and "lydelser" in leaf.path:
            kept = [source.file for _, source in named_originals(record) if source.file]
            if leaf.value not in kept:
                what = f"Filen ”{leaf.value}” är inte ett av postens original."
                mend = (
                    f"Skriv {or_list(f'”{one}”' for one in kept)}." if kept else "Lägg den under ”original:”."
                )
                yield problem(register, record, leaf.path, what, mend)


def forms_are_of_files(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each source that says what its kept file is, but keeps none."""
    for record, leaf in register.leaves:
        if isinstance(leaf.value, SourceForm) and not _has_file(record, leaf.path[:-1]):
            what = f"”{leaf.value}” säger vad filen är, men ingen fil är angiven."
            yield problem(register, record, leaf.path, what, "Skriv ”fil:”, eller ta bort ”form:”.")


def _has_file(record: Entity, place: KeyPath) -> bool:
    return place in [path for path, _ in named_originals(record)]


def _compared(
    register: Register, record: Entity, path: KeyPath, source: Source, found: str
) -> Iterator[Problem]:
    if source.sha256 and source.sha256.lower() != found:
        what = f"Filen ”{source.file}” är inte den som kontrollsumman gäller."
        mend = f"Hämta originalet igen. Är filen rätt, skriv ”sha256: {found}”."
        yield problem(register, record, (*path, "sha256"), what, mend)


def _fault(register: Register, file: str) -> tuple[str, str] | None:
    """Say why an original cannot be published and how to mend it; None when it can, or is not there."""
    if ending_of(file) not in KINDS:
        what = f"”{file}” är inte en sorts fil som publiceras."
        return what, f"Spara dokumentet som PDF. Det går också med {and_list(_endings())}."
    if not is_addressable(file):
        name = f"{suggested_id(PurePosixPath(file).stem)}.{ending_of(file)}"
        return f"Filnamnet ”{file}” kan inte stå i en adress.", f"Byt namn på filen till ”{name}”."
    place = register.folder / FOLDER / file if register.folder else None
    return _inner_fault(register, file, place) if place and place.is_file() else None


def _endings() -> list[str]:
    return [ending for ending in KINDS if ending not in ("pdf", "jpeg")]


def _inner_fault(register: Register, file: str, place: Path) -> tuple[str, str] | None:
    if place.stat().st_size > MAX_BYTES:
        told = f"{place.stat().st_size // 1_000_000} MB, högst {MAX_BYTES // 1_000_000} MB"
        return f"Filen ”{file}” är för stor ({told}).", "Spara dokumentet mindre."
    data = contents(register, file)
    if data is None:
        return f"Filen ”{file}” är en länk ut ur mappen {FOLDER}/.", "Lägg själva filen i mappen."
    if not is_what_it_says(file, data):
        return (
            f"Filen ”{file}” är inte {KINDS[ending_of(file)]}, som namnet säger.",
            "Spara dokumentet på nytt.",
        )
    with hushed():
        if tells_where(place):
            return f"Bilden ”{file}” säger var den är tagen (GPS).", "Spara den utan plats, eller som PDF."
    return None
