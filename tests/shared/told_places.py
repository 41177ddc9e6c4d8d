"""Find places in files: every number of a built site that can be a latitude or a longitude, packed ones too."""

from __future__ import annotations

import gzip
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from PIL import Image

from loftet.facts.coarse import as_public
from loftet.geo.positions import point_of
from loftet.model.place import Position
from loftet.model.register import Register
from loftet.model.walking import records_of

Pair = tuple[str, str]
"""A latitude and a longitude as text, zeros at the end left out."""

_DEGREES = re.compile(rb"(?<![\d.])((?:5[5-9]|6\d|1\d|2[0-4])\.\d{3,})(?!\d)")
_COARSE = 3
"""Decimals that tell no more than which street."""


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give every file of a folder, what is packed in one too, and what pictures say beside what they show."""
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        yield from _inside(path.relative_to(folder).as_posix(), path.read_bytes())


def _inside(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, data
    if name.endswith(".gz"):
        yield from _inside(name.removesuffix(".gz"), gzip.decompress(data))
    elif zipfile.is_zipfile(BytesIO(data)):
        with zipfile.ZipFile(BytesIO(data)) as packed:
            for one in packed.namelist():
                yield from _inside(f"{name}/{one}", packed.read(one))
    elif name.endswith((".png", ".jpg", ".webp", ".avif")):
        picture = Image.open(BytesIO(data))
        exif = picture.getexif()
        told = (picture.info, dict(exif), exif.get_ifd(0x8825))
        yield f"{name} (beside the picture)", repr(told).encode()


def numbers(data: bytes) -> list[str]:
    """Give every number that can be a latitude or a longitude, in order, when it has three decimals or more."""
    return [one.decode().rstrip("0") for one in _DEGREES.findall(data)]


def hidden(register: Register) -> frozenset[Pair]:
    """Give the places as the editor has written them that may not be shown so exactly."""
    return frozenset(_pairs(register)) - frozenset(_pairs(as_public(register)))


def _pairs(register: Register) -> Iterator[Pair]:
    for _, record in register.everything():
        for _, position in records_of(record, Position):
            point = point_of(position)
            yield f"{point.lat:.5f}".rstrip("0"), f"{point.lon:.5f}".rstrip("0")


def leaks(folder: Path, secret: frozenset[Pair]) -> list[str]:
    """Give where a hidden place stands: its latitude and longitude side by side, in either order."""
    return [
        f"{name}: {first}, {second}"
        for name, data in files(folder)
        for first, second in pairwise(numbers(data))
        if any(_is(first, second, place) or _is(second, first, place) for place in secret)
    ]


def halves(folder: Path, secret: frozenset[Pair]) -> list[str]:
    """Give where even one of the two numbers of a hidden place stands; for places whose numbers nothing else has."""
    exact = tuple(one for place in secret for one in place if len(one.partition(".")[2]) > _COARSE)
    return [
        f"{name}: {one}" for name, data in files(folder) for one in numbers(data) if one.startswith(exact)
    ]


def _is(lat: str, lon: str, place: Pair) -> bool:
    return lat.startswith(place[0]) and lon.startswith(place[1])
