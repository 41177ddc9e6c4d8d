"""Make a new walk of what came home from the street: `new_walk` gives its files, or every fault of every input."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from loftet.field import stops
from loftet.field.record import record_text, route_text
from loftet.field.stops import Stop
from loftet.geo import gpx
from loftet.geo.coordinates import Point
from loftet.loading import load
from loftet.model.base import suggested_id
from loftet.pictures.encoding import bare
from loftet.pictures.photograph import hushed, photograph
from loftet.problems import DataError, Problem

MARGIN: Final = 50.0
"""Metres of a route that are kept beyond its first and last stop."""

_LITTER: Final = ("thumbs.db", "desktop.ini")
_ID: Final = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")

_WHY: Final = {
    errno.ENOENT: ": den finns inte",
    errno.EISDIR: ": det är en mapp",
    errno.ENOTDIR: ": det är ingen mapp",
    errno.EACCES: ": du får inte öppna den",
}
"""Why a file cannot be read, where the system says one of what happens to people."""

Given = TypeVar("Given")


@dataclass(frozen=True)
class Inputs:
    """What the editor has: a GPX file, a folder of photos, a table or GeoJSON of stops, and a title."""

    route: Path | None = None
    photos: Path | None = None
    table: Path | None = None
    points: Path | None = None
    title: str | None = None


@dataclass(frozen=True)
class NewWalk:
    """The files of a walk that is about to be, and what the editor should know of them."""

    files: dict[Path, bytes]
    notes: tuple[str, ...]


def new_walk(folder: Path, id: str, given: Inputs) -> NewWalk:
    """Make the record, route and photos of a new walk in an editor's folder; nothing is written.

    Raises DataError with every fault of every input at once.
    """
    problems = [*_id_faults(folder, id)]
    trace = _take(given.route, lambda path: gpx.read(path.read_bytes(), str(path)), problems)
    seen = _seen(given, problems)
    pictures = _photos(given.photos, problems)
    if problems:
        raise DataError(problems)
    route = trace.route if trace else ()
    listed = seen if seen is not None else stops.of_points(trace.waypoints if trace else ())
    kept = _kept_route(route, listed)
    names = [f"{id}-{number}.jpg" for number in range(1, len(pictures) + 1)]
    text = record_text(id, given.title, f"{id}.gpx" if kept else None, listed, names)
    files = {folder / "vandringar" / f"{id}.yml": text.encode()}
    if kept:
        files[folder / "kartor" / f"{id}.gpx"] = route_text(kept).encode()
    files.update({folder / "bilder" / name: data for name, data in zip(names, pictures, strict=True)})
    return NewWalk(files, tuple(_notes(route, kept, listed, len(pictures))))


def _id_faults(folder: Path, id: str) -> Iterator[Problem]:
    if not _ID.fullmatch(id):
        what = f"”{id}” kan inte vara ett id: id är små bokstäver a–z, siffror och bindestreck."
        yield Problem("--id", 0, 0, what, f"Skriv --id {suggested_id(id)}.")
        return
    if not folder.is_dir():
        yield Problem(
            folder.name, 0, 0, "Mappen med data finns inte.", "Kör kommandot där mkdocs.yml ligger."
        )
        return
    register, _ = load(folder)
    if id in register.walks or register.is_unread("vandring", id):
        yield Problem("--id", 0, 0, f"Vandringen ”{id}” finns redan.", "Välj ett annat id.")


def _take(path: Path | None, read: Callable[[Path], Given], problems: list[Problem]) -> Given | None:
    """Read an input that was given; its faults join the others."""
    if path is None:
        return None
    try:
        return read(path)
    except DataError as error:
        problems.extend(error.problems)
    except OSError as error:
        what = f"Filen går inte att läsa{_WHY.get(error.errno or 0, '')}."
        problems.append(Problem(str(path), 0, 0, what, "Kontrollera sökvägen."))
    return None


def _seen(given: Inputs, problems: list[Problem]) -> tuple[Stop, ...] | None:
    """Give the stops of the table or of the GeoJSON file; None when neither is given."""
    if given.table:
        return _take(given.table, lambda path: stops.of_csv(path.read_bytes(), str(path)), problems)
    return _take(given.points, lambda path: stops.of_geojson(path.read_bytes(), str(path)), problems)


def _photos(folder: Path | None, problems: list[Problem]) -> list[bytes]:
    """Draw each photo of a folder anew, in the order of the files' names: 2 before 10."""
    files = _take(folder, lambda path: sorted(filter(_is_shown, path.iterdir()), key=_order), problems)
    if folder and files == []:
        problems.append(Problem(str(folder), 0, 0, "Mappen har inga foton.", "Lägg fotona direkt i mappen."))
    with hushed():
        drawn = [_take(path, lambda one: bare(photograph(one, str(one))), problems) for path in files or ()]
    return [one for one in drawn if one is not None]


def _is_shown(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and path.name.lower() not in _LITTER


def _order(path: Path) -> list[tuple[int, int, str]]:
    parts = re.split(r"(\d+)", path.name.lower())
    return [(1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts]


def _kept_route(route: tuple[Point, ...], listed: tuple[Stop, ...]) -> tuple[Point, ...]:
    """Cut a recording to its stops: its ends often lie at somebody's home."""
    places = [stop.point for stop in listed if stop.point]
    kept = gpx.smoothed(gpx.cropped(route, places, MARGIN))
    return kept if len(kept) > 1 else ()


def _notes(
    route: tuple[Point, ...], kept: tuple[Point, ...], listed: tuple[Stop, ...], photos: int
) -> Iterator[str]:
    if route and not kept:
        yield (
            "Rutten är inte sparad: inget stopp har ett läge vid den, så det går inte att se var vandringen började."
        )
    if kept:
        yield "Rutten är kapad vid första och sista stoppet. Tider och namn är borttagna."
    if photos:
        yield "Fotona är ritade om utan plats och tid. De står i namnens ordning, ett vid varje stopp: kontrollera det."
    if photos > len(listed):
        yield f"Fotona är fler än stoppen: {photos - len(listed)} har fått egna stopp."
