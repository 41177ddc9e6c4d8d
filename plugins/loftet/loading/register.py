"""Every file of the editor's folder, read and typed; every fault in every file at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from loftet.loading.folder import ATTACHMENTS, RecordFile, bytes_of, record_files, shown_name, unfit_name
from loftet.loading.sentences import faults
from loftet.model.accessibility import AccessibilityStatement
from loftet.model.base import Entity, suggested_id
from loftet.model.place import Municipality
from loftet.model.promise import Measure, NestedMeasure, Promise
from loftet.model.register import ANY, KIND_BY_NAME, KINDS, MUNICIPALITY, SINGLES, Kind, Location, Register
from loftet.model.walking import KeyPath
from loftet.problems import Problem
from loftet.source import Document, Plain, read


@dataclass
class _Gathered:
    """What has been read so far."""

    records: dict[str, dict[str, Entity]] = field(default_factory=lambda: {kind.name: {} for kind in KINDS})
    locations: dict[tuple[str, str], Location] = field(default_factory=dict)
    unread: set[tuple[str, str]] = field(default_factory=set)
    municipality: Municipality | None = None
    statement: AccessibilityStatement | None = None
    problems: list[Problem] = field(default_factory=list)


def load(folder: Path) -> tuple[Register, tuple[Problem, ...]]:
    """Read a folder of YAML (site_data) into a Register, with a Problem for every fault in every file.

    A record that cannot be read is left out of the Register, and its id is kept in `unread`, so that
    those who point at it are not accused of pointing at nothing. Raises nothing for what an editor wrote.
    """
    if not folder.is_dir():
        what = "Mappen med data finns inte."
        missing = Problem(folder.name, 0, 0, what, "Skapa den, med filen kommun.yml i.")
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
    if gathered.municipality is None and (MUNICIPALITY.name, ANY) not in gathered.unread:
        what = "Filen kommun.yml saknas, så ingen vet vilken kommun sidorna gäller."
        mend = "Skapa den med raden ”namn: Exempelby kommun”."
        gathered.problems.append(Problem(f"{folder.name}/kommun.yml", 0, 0, what, mend))
    register = Register(
        municipality=gathered.municipality or _unnamed(),
        statement=gathered.statement,
        locations=gathered.locations,
        unread=frozenset(gathered.unread),
        maps=_map_files(folder),
        folder=folder,
    )
    return register.holding({kind.field: dict(sorted(gathered.records[kind.name].items())) for kind in KINDS})


def _unnamed() -> Municipality:
    return Municipality.model_validate({"id": MUNICIPALITY.name, "namn": "Kommunen"})


def _map_files(folder: Path) -> dict[str, bytes]:
    places = folder / ATTACHMENTS[2]
    found = sorted(places.rglob("*")) if places.is_dir() else []
    wanted = [path for path in found if path.suffix.lower() in (".gpx", ".geojson", ".json", ".pmtiles")]
    read = {
        shown_name(path.relative_to(places).as_posix()): bytes_of(path) for path in wanted if path.is_file()
    }
    return {name: data for name, data in read.items() if data is not None}


def _take_file(file: RecordFile, gathered: _Gathered) -> None:
    data = bytes_of(file.path)
    document, problems = read(data, file.shown) if data is not None else (None, (_closed(file),))
    gathered.problems.extend(problems)
    if document is None:
        _miss(file, gathered)
    elif file.whole_kind:
        _take_list(file, document, gathered)
    elif isinstance(document.value, dict):
        _take(file, document, (), document.value, gathered)
    else:
        _miss(file, gathered)
        what = "Filen ska ha en enda post, men här börjar en lista."
        mend = "Ta bort bindestrecket och indragen. Flera poster: lägg dem i var sin fil."
        gathered.problems.append(Problem(file.shown, *document.value_place(()), what, mend))


def _closed(file: RecordFile) -> Problem:
    mend = "Kontrollera att den finns och att du får läsa den."
    return Problem(file.shown, 0, 0, "Filen går inte att öppna.", mend)


def _miss(file: RecordFile, gathered: _Gathered) -> None:
    """Keep in mind that a file could not be read: of a list nobody knows which records it holds."""
    whole = file.whole_kind or file.kind in SINGLES
    gathered.unread.add((file.kind.name, ANY if whole else file.stem))


def _take_list(file: RecordFile, document: Document, gathered: _Gathered) -> None:
    if not isinstance(document.value, list):
        _miss(file, gathered)
        what = f"Filen {file.path.name} ska ha en lista av poster, men här börjar en enda post."
        mend = (
            f"Börja varje post med ett bindestreck: ”- id: …”. Eller lägg den i mappen {file.kind.folder}/."
        )
        gathered.problems.append(Problem(file.shown, *document.value_place(()), what, mend))
        return
    for number, value in enumerate(document.value):
        if isinstance(value, dict):
            _take(file, document, (number,), value, gathered)
        else:
            _miss(file, gathered)
            what = "Här ska det stå en post med nycklar, inte bara text."
            problem = Problem(
                file.shown, *document.place((number,)), what, "Skriv ”- id: …” och nycklarna under."
            )
            gathered.problems.append(problem)


def _take(
    file: RecordFile, document: Document, path: KeyPath, value: dict[str, Plain], gathered: _Gathered
) -> None:
    values = dict(value)
    named_by_file = not path and (*path, "id") not in document.marks
    if named_by_file and (fault := unfit_name(file)):
        gathered.problems.append(fault)
        values["id"] = suggested_id(file.stem)
    elif named_by_file:
        values["id"] = file.stem
    try:
        record = file.kind.type.model_validate(values)
    except ValidationError as error:
        gathered.problems.extend(faults(error, document, path, file.kind.type))
        own_id = values.get("id") if file.kind not in SINGLES else None
        gathered.unread.add((file.kind.name, own_id if isinstance(own_id, str) else ANY))
        return
    _keep(file.kind, record, Location(document.file, document.marks, path), gathered)


def _keep(kind: Kind, record: Entity, location: Location, gathered: _Gathered) -> None:
    if isinstance(record, Municipality) and gathered.municipality is None:
        gathered.municipality = record
    elif isinstance(record, AccessibilityStatement) and gathered.statement is None:
        gathered.statement = record
    elif earlier := _earlier(kind, record, gathered):
        gathered.problems.append(_taken(kind, record, location, earlier))
        return
    else:
        gathered.records[kind.name][record.id] = record
    gathered.locations[kind.name, record.id] = location


def _earlier(kind: Kind, record: Entity, gathered: _Gathered) -> Location | None:
    if kind in SINGLES:
        return next(location for (name, _), location in gathered.locations.items() if name == kind.name)
    return gathered.locations.get((kind.name, record.id))


def _taken(kind: Kind, record: Entity, location: Location, earlier: Location) -> Problem:
    line, column = location.at(("id",))
    if kind in SINGLES:
        named = "Kommunen" if kind is MUNICIPALITY else "Tillgängligheten"
        what = f"{named} är redan beskriven i {earlier.file}."
        return Problem(location.file, line, column, what, "Ta bort en av filerna.")
    there = f"{earlier.file}:{earlier.at(('id',))[0]}"
    what = f"Id:t ”{record.id}” används redan av en annan post av samma slag ({kind.one}), i {there}."
    mend = (
        "Är den ena en kopia: ta bort den. Annars: ge den nya posten ett annat id. Den gamla behåller sitt, "
        "eftersom adressen kan vara publicerad."
    )
    return Problem(location.file, line, column, what, mend)


def _take_nested_measures(gathered: _Gathered) -> None:
    """Move the measures that are written inside a promise out among the others, tied to it."""
    measures = KIND_BY_NAME["atgard"]
    for promise in list(gathered.records["lofte"].values()):
        location = gathered.locations["lofte", promise.id]
        if not isinstance(promise, Promise):
            continue
        for number, nested in enumerate(promise.measures):
            place = Location(location.file, location.marks, (*location.path, "åtgärder", number))
            _keep(measures, _outside(nested, promise), place, gathered)


def _outside(nested: NestedMeasure, promise: Promise) -> Measure:
    stated = {name: getattr(nested, name) for name in type(nested).model_fields}
    own = nested.commitment
    stated["commitment"] = own if own is None or "/" in own else f"{promise.id}/{own}"
    blank = Measure.model_validate({"id": nested.id, "titel": nested.title})
    return blank.model_copy(
        update={**stated, "promise": promise.id, "draft": promise.draft, "originals": promise.originals}
    )
