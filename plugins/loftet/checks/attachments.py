"""Files that records name: there, readable, and inside the folders they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from loftet.checks.telling import problem
from loftet.geo import background, geojson, gpx
from loftet.model.base import Entity, Source
from loftet.model.place import Area
from loftet.model.register import Register
from loftet.model.walk import SafetyWalk
from loftet.model.walking import KeyPath, records_of
from loftet.pictures.gallery import FOLDER, named_photos
from loftet.problems import DataError, Hint, Problem
from loftet.wording import nearest


def _named_files(record: Entity) -> Iterator[tuple[KeyPath, str, str]]:
    """Give every file a record names: the key, the folder and the name."""
    for path, source in records_of(record, Source):
        if source.file:
            yield (*path, "fil"), "original", source.file
    for photo in named_photos(record):
        yield photo.path, FOLDER, photo.file
    if isinstance(record, SafetyWalk) and record.route:
        yield ("rutt",), "kartor", record.route
    if isinstance(record, Area) and record.geometry:
        yield ("geometri",), "kartor", record.geometry


def files_exist(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each named file that is not in its folder, or is a map of a kind that nobody reads."""
    for _, record in register.everything():
        for path, folder, name in _named_files(record):
            place = register.folder / folder if register.folder else None
            if place is None:
                continue
            if (place / name).is_file():
                if folder == "kartor" and name not in register.maps:
                    what = f"Filen ”{name}” är ingen karta som kan läsas."
                    yield problem(register, record, path, what, "Spara den som GPX eller GeoJSON.")
                continue
            there = sorted(one.name for one in place.iterdir()) if place.is_dir() else []
            meant = nearest(PurePosixPath(name).name, there)
            mend = f"Menar du ”{meant}”?" if meant else f"Lägg filen i mappen {folder}/, eller ta bort raden."
            yield problem(register, record, path, f"Filen ”{name}” finns inte i mappen {folder}/.", mend)


def map_files_read(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each file in kartor/ that is not what its name says, a Hint for ground without source."""
    top = register.folder.name if register.folder else "site_data"
    ground = {name for name, _ in background.files(register.maps, map(_outline, register.areas.values()))}
    for name, data in register.maps.items():
        file = f"{top}/kartor/{name}"
        try:
            if name in ground and not background.read(data, file).source:
                yield Hint(file, 0, 0, NO_SOURCE, SAY_SOURCE)
            elif name.lower().endswith(".gpx"):
                gpx.read(data, file)
            elif name not in ground:
                geojson.read(data, file)
        except DataError as error:
            yield from error.problems


NO_SOURCE = "Kartan säger inte vem som har gjort underlaget."
SAY_SOURCE = (
    "Skriv den som källa överst i GeoJSON-filen, bredvid type, eller som attribution i PMTiles-filen."
)


def _outline(area: Area) -> str | None:
    return area.geometry
