"""Every file of the editor's folder, read and typed; every fault in every file at once."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from loftet.loading.folder import ATTACHMENTS, RecordFile, record_files
from loftet.loading.sentences import faults
from loftet.model.base import Entity
from loftet.model.place import Municipality
from loftet.model.promise import Measure, NestedMeasure, Promise
from loftet.model.register import KIND_BY_NAME, KINDS, MUNICIPALITY, Kind, Origin, Register
from loftet.model.walking import KeyPath
from loftet.problems import Problem
from loftet.source import Document, Plain, read


@dataclass
class _Gathered:
    """What has been read so far."""

    records: dict[str, dict[str, Entity]] = field(default_factory=lambda: {kind.name: {} for kind in KINDS})
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    unread: set[tuple[str, str]] = field(default_factory=set)
    municipality: Municipality | None = None
    problems: list[Problem] = field(default_factory=list)


def load(folder: Path) -> tuple[Register, tuple[Problem, ...]]:
    """Read a folder of YAML (site_data) into a Register, with a Problem for every fault in every file.

    A record that cannot be read is left out of the Register, and its id is kept in `unread`, so that
    those who point at it are not accused of pointing at nothing. Raises nothing for what an editor wrote.
    """
    if not folder.is_dir():
        missing = Problem(
            folder.name, 0, 0, "Mappen med data finns inte.", "Skapa den, med filen kommun.yml i."
        )
        return Register(municipality=_unnamed()), (missing,)
    gathered = _Gathered()
    for file in record_files(folder):
        if isinstance(file, Problem):
            gathered.problems.append(file)
        else:
            _take_file(file, gathered)
    _take_nested_measures(gathered)
    return _register(folder, gathered), tuple(sorted(set(gathered.problems)))


def _register(folder: Path, gathered: _Gathered) -> Register:
    if gathered.municipality is None and (MUNICIPALITY.name, MUNICIPALITY.name) not in gathered.unread:
        gathered.problems.append(
            Problem(
                f"{folder.name}/kommun.yml",
                0,
                0,
                "Filen kommun.yml saknas, så ingen vet vilken kommun sidorna gäller.",
                "Skapa den med raden «namn: Exempelby kommun».",
            )
        )
    kinds: dict[str, Any] = {  # Any: each field of Register has its own record class
        kind.field: dict(sorted(gathered.records[kind.name].items())) for kind in KINDS
    }
    return Register(
        municipality=gathered.municipality or _unnamed(),
        origins=gathered.origins,
        unread=frozenset(gathered.unread),
        maps=_map_files(folder),
        folder=folder,
        **kinds,
    )


def _unnamed() -> Municipality:
    return Municipality.model_validate({"id": MUNICIPALITY.name, "namn": "Kommunen"})


def _map_files(folder: Path) -> dict[str, bytes]:
    places = folder / ATTACHMENTS[2]
    found = sorted(places.rglob("*")) if places.is_dir() else []
    wanted = [
        path for path in found if path.suffix.lower() in (".gpx", ".geojson", ".json") and path.is_file()
    ]
    return {
        unicodedata.normalize("NFC", path.relative_to(places).as_posix()): path.read_bytes()
        for path in wanted
    }


def _take_file(file: RecordFile, gathered: _Gathered) -> None:
    document, problems = read(file.path.read_bytes(), file.shown)
    gathered.problems.extend(problems)
    if document is None:
        gathered.unread.add((file.kind.name, _stem(file)))
        return
    if file.whole_kind:
        _take_list(file, document, gathered)
    elif isinstance(document.value, dict):
        _take(file, document, (), document.value, gathered)
    else:
        gathered.problems.append(
            Problem(
                file.shown, 1, 1, "Filen ska ha en enda post med nycklar.", "Ta bort bindestrecken längst ut."
            )
        )


def _stem(file: RecordFile) -> str:
    return unicodedata.normalize("NFC", file.path.stem)


def _take_list(file: RecordFile, document: Document, gathered: _Gathered) -> None:
    if not isinstance(document.value, list):
        gathered.problems.append(
            Problem(
                file.shown,
                1,
                1,
                "Filen ska ha en lista av poster.",
                "Börja varje post med ett bindestreck: «- id: …».",
            )
        )
        return
    for number, value in enumerate(document.value):
        if isinstance(value, dict):
            _take(file, document, (number,), value, gathered)
        else:
            line, column = document.place((number,))
            gathered.problems.append(
                Problem(
                    file.shown, line, column, "Här ska det stå en post med nycklar.", "Börja med «- id: …»."
                )
            )


def _take(
    file: RecordFile, document: Document, path: KeyPath, value: dict[str, Plain], gathered: _Gathered
) -> None:
    values = dict(value)
    if "id" not in values and not path and (*path, "id") not in document.marks:
        values["id"] = _stem(file)
    own_id = values.get("id", "")
    try:
        record = file.kind.type.model_validate(values)
    except ValidationError as error:
        gathered.problems.extend(faults(error, document, path, file.kind.type))
        gathered.unread.add((file.kind.name, str(own_id)))
        return
    _keep(file.kind, record, Origin(document.file, document.marks, path), gathered)


def _keep(kind: Kind, record: Entity, origin: Origin, gathered: _Gathered) -> None:
    if isinstance(record, Municipality):
        gathered.municipality = record
        gathered.origins[kind.name, record.id] = origin
        return
    earlier = gathered.origins.get((kind.name, record.id))
    if earlier:
        line, column = origin.at(("id",))
        there = f"{earlier.file}:{earlier.at(('id',))[0]}"
        gathered.problems.append(
            Problem(
                origin.file,
                line,
                column,
                f"Id:t «{record.id}» används redan av en annan post av samma slag ({kind.one}), i {there}.",
                "Ge den nya posten ett annat id. Den gamla behåller sitt, eftersom adressen är publicerad.",
            )
        )
        return
    gathered.records[kind.name][record.id] = record
    gathered.origins[kind.name, record.id] = origin


def _take_nested_measures(gathered: _Gathered) -> None:
    """Move the measures that are written inside a promise out among the others, tied to it."""
    measures = KIND_BY_NAME["atgard"]
    for promise in list(gathered.records["lofte"].values()):
        origin = gathered.origins["lofte", promise.id]
        if not isinstance(promise, Promise):
            continue
        for number, nested in enumerate(promise.measures):
            place = Origin(origin.file, origin.marks, (*origin.path, "åtgärder", number))
            _keep(measures, _outside(nested, promise), place, gathered)


def _outside(nested: NestedMeasure, promise: Promise) -> Measure:
    stated = {name: getattr(nested, name) for name in type(nested).model_fields}
    own = nested.commitment
    stated["commitment"] = own if own is None or "/" in own else f"{promise.id}/{own}"
    blank = Measure.model_validate({"id": nested.id, "titel": nested.title})
    return blank.model_copy(
        update={**stated, "promise": promise.id, "draft": promise.draft, "originals": promise.originals}
    )
