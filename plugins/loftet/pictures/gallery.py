"""The photos that records name: which may be shown, what they are called on the site, and their files.

Only an approved photo with words for those who do not see it is published (rules 7 and 13).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import Final

from PIL.Image import Image

from loftet.model.base import Entity, suggested_id
from loftet.model.follow_up import Evidence
from loftet.model.promise import Measure
from loftet.model.register import Register
from loftet.model.walk import Observation
from loftet.model.walking import KeyPath, records_of
from loftet.pictures.cache import Cache, key_of
from loftet.pictures.encoding import FORMATS, RECIPE, SIZES, encoded
from loftet.pictures.photograph import MAX_BYTES, dimensions, hushed, photograph, within
from loftet.problems import DataError, Problem

FOLDER: Final = "bilder"
"""The folder of photos, in the editor's data and on the site."""


@dataclass(frozen=True)
class NamedPhoto:
    """A photo that a record names: at which key, which file, what it shows, and whether it is approved.

    `prefix` begins the keys that say the last two: `bild_` where the record says more than the photo.
    """

    path: KeyPath
    file: str
    alt: str | None
    approved: bool
    prefix: str = "bild_"

    @property
    def fit(self) -> bool:
        """Tell whether it may be published."""
        return self.approved and bool(self.alt)


@dataclass(frozen=True)
class Photo:
    """A photo as the site shows it: the address that all its files begin with, and its sizes.

    `sizes` has one (name, width, height) a size, smallest first; the name is the longer side that was asked for.
    """

    file: str
    stem: str
    sizes: tuple[tuple[int, int, int], ...]

    def address(self, size: int, ending: str) -> str:
        """Give the address of one file."""
        return f"{self.stem}-{size}.{ending}"


def named_photos(record: Entity) -> Iterator[NamedPhoto]:
    """Give every photo that a record names, in the order of the model."""
    for path, one in records_of(record, Evidence):
        if one.image:
            yield NamedPhoto((*path, "bild"), one.image, one.alt, one.approved, prefix="")
    for path, stop in records_of(record, Observation):
        if stop.image:
            yield NamedPhoto((*path, "bild"), stop.image, stop.image_alt, stop.image_approved)
    if isinstance(record, Measure) and record.image:
        yield NamedPhoto(("bild",), record.image, record.image_alt, record.image_approved)


def stem_of(file: str) -> str:
    """Give the address that the files of a photo begin with: `bilder/stationsvagen-2026-01`."""
    path = PurePosixPath(file)
    parts = [*path.parent.parts, path.stem]
    return "/".join([FOLDER, *(suggested_id(part) for part in parts)])


def place_of(register: Register, file: str) -> tuple[Path, str] | None:
    """Give where a photo lies and what the editor calls that place; None when it is not there."""
    path = register.folder / FOLDER / file if register.folder else None
    if register.folder is None or path is None or not path.is_file():
        return None
    return path, f"{register.folder.name}/{FOLDER}/{file}"


def gallery(register: Register) -> dict[str, Photo]:
    """Give each photo that may be shown, by the file's name; one that cannot be read is left to the judges."""
    files = {one.file for _, record in register.everything() for one in named_photos(record) if one.fit}
    shown: dict[str, Photo] = {}
    for file in sorted(files):
        place = place_of(register, file)
        if place is None:
            continue
        with suppress(DataError), hushed():
            shown[file] = Photo(file, stem_of(file), _sizes(*dimensions(*place)))
    return shown


def _sizes(width: int, height: int) -> tuple[tuple[int, int, int], ...]:
    """Give the sizes in which a photo is published; no size larger than the photo twice."""
    longest = max(width, height)
    wanted = [size for size in SIZES if size < longest] + [size for size in SIZES if size >= longest][:1]
    return tuple((size, *within(width, height, size)) for size in wanted)


def unreadable(register: Register) -> Iterator[Problem]:
    """Give the Problem of each named photo that cannot be read, by reading every one that is not drawn already."""
    cache = Cache.of(register, FOLDER)
    files = {one.file for _, record in register.everything() for one in named_photos(record)}
    places = [place for file in sorted(files) if (place := place_of(register, file))]
    with hushed(), ThreadPoolExecutor() as pool:
        told = list(pool.map(lambda place: _faults(place[0], place[1], cache), places))
    for problems in told:
        yield from problems


def _faults(path: Path, shown: str, cache: Cache) -> tuple[Problem, ...]:
    if path.stat().st_size <= MAX_BYTES and cache.holds(f"{_key(path)}-{SIZES[0]}.{FORMATS[-1]}"):
        return ()
    try:
        photograph(path, shown)
    except DataError as error:
        return error.problems
    return ()


def _key(path: Path) -> str:
    with path.open("rb") as file:
        return key_of(file_digest(file, "sha256").hexdigest(), RECIPE)


def published(register: Register) -> dict[str, bytes]:
    """Give every file of every photo that may be shown: address → bytes, drawn anew and cached by content.

    Raises DataError for a photo that cannot be read.
    """
    cache = Cache.of(register, FOLDER)
    photos = gallery(register).values()
    with hushed(), ThreadPoolExecutor() as pool:
        made = pool.map(lambda photo: _files(register, photo, cache), photos)
        return {address: data for files in made for address, data in files.items()}


def _files(register: Register, photo: Photo, cache: Cache) -> Mapping[str, bytes]:
    place = place_of(register, photo.file)
    if place is None:
        return {}
    key = _key(place[0])
    sheet = _Sheet(*place)
    return {
        photo.address(size, ending): cache.kept(
            f"{key}-{size}.{ending}", partial(sheet.encoded, width, height, ending)
        )
        for size, width, height in photo.sizes
        for ending in FORMATS
    }


@dataclass(frozen=True)
class _Sheet:
    """A photo that is decoded when its first file is wanted, and only once."""

    path: Path
    shown: str

    @cached_property
    def image(self) -> Image:
        return photograph(self.path, self.shown)

    def encoded(self, width: int, height: int, ending: str) -> bytes:
        return encoded(self.image, width, height, ending)
