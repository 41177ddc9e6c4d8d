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
from loftet.geo import gpx
from loftet.geo.coordinates import Point
from loftet.geo.positions import point_of
from loftet.model.place import Position
from loftet.model.register import Register
from loftet.model.walking import records_of

Pair = tuple[str, str]
"""A latitude and a longitude as text, with five decimals."""

_DEGREES = re.compile(rb"(?<![\d.])((?:5[5-9]|6\d|1\d|2[0-4])\.\d{3,})(?!\d)")

_ONE_PLACE = re.compile(rb"[\]}]")
"""What no pair of coordinates has between its two numbers."""


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
    """Give every number that can be a latitude or a longitude and has three decimals or more, in order, cut to five."""
    found = (one.decode().partition(".") for one in _DEGREES.findall(data))
    return [f"{whole}.{rest:0<5.5}" for whole, _, rest in found]


def hidden(register: Register) -> frozenset[Pair]:
    """Give the places as the editor has written them that may not be shown so exactly."""
    return frozenset(_pairs(register)) - frozenset(_pairs(as_public(register)))


def on_routes(register: Register) -> frozenset[Pair]:
    """Give the places that the walks' own routes pass: a route is published, and hides which of them is a stop."""
    routes = (
        gpx.read(register.maps[walk.route], walk.route) for walk in register.walks.values() if walk.route
    )
    return frozenset(_pair(point) for one in routes for point in one.route)


def dwellings(register: Register) -> frozenset[Pair]:
    """Give the places of stops at dwellings, which no route may pass."""
    stops = (stop for walk in register.walks.values() for stop in walk.stops)
    return frozenset(_pair(point_of(one.position)) for one in stops if one.at_home and one.position)


def _pair(point: Point) -> Pair:
    return f"{point.lat:.5f}", f"{point.lon:.5f}"


def _pairs(register: Register) -> Iterator[Pair]:
    for _, record in register.everything():
        for _, position in records_of(record, Position):
            yield _pair(point_of(position))


def leaks(folder: Path, secret: frozenset[Pair]) -> list[str]:
    """Give where a hidden place stands: its latitude and longitude side by side, in either order."""
    return [
        f"{name}: {first}, {second}"
        for name, data in files(folder)
        for one in _ONE_PLACE.split(data)
        for first, second in pairwise(numbers(one))
        if (first, second) in secret or (second, first) in secret
    ]


def halves(folder: Path, secret: frozenset[Pair]) -> list[str]:
    """Give where even one of the two numbers of a hidden place stands; for places whose numbers nothing else has."""
    exact = {one for place in secret for one in place if not one.endswith("00")}
    return [f"{name}: {one}" for name, data in files(folder) for one in numbers(data) if one in exact]
