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
from loftet.geo.coordinates import Point, in_sweden, metres_between
from loftet.geo.mercator import degrees, mercator
from loftet.geo.positions import point_of
from loftet.geo.precision import RADIUS_OF
from loftet.model.place import Position
from loftet.model.register import Register
from loftet.model.walking import records_of

Pair = tuple[str, str]
"""A latitude and a longitude as text, with five decimals."""

_DEGREES = re.compile(rb"(?<![\d.])((?:5[5-9]|6\d|1\d|2[0-4])\.\d{3,})(?!\d)")

_ROUGH = 4.0
"""Metres that a picture's tenths of a unit, and a route simplified to them, may be off."""

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


def turns(folder: Path, register: Register) -> list[str]:
    """Give each corner of a drawn route that lies where a stop is only roughly known, in pictures and files.

    A walk's route is held to its own stops and to every dwelling, any other file to everything; the places that
    are published anyway are no secret.
    """
    public = as_public(register)
    known = [_point(one) for one in sorted(set(_pairs(public)))]
    found: list[str] = []
    for name, data in files(folder):
        for walk, place in (*_drawn(folder, data), *_written(name, data)):
            rough = any(
                metres_between(place, middle) < radius - _ROUGH for middle, radius in _circles(public, walk)
            )
            if rough and all(metres_between(place, one) > _ROUGH for one in known):
                found.append(f"{name}: {place.lat}, {place.lon}")
    return found


def _circles(public: Register, route_of: str) -> list[tuple[Point, float]]:
    """Give where the stops that a walk's route may not tell are, as they are published; "" is every walk."""
    return [
        (point_of(stop.position), RADIUS_OF[stop.position.precision])
        for walk in public.walks.values()
        for stop in walk.stops
        if stop.position
        and (stop.at_home or route_of in ("", walk.id))
        and RADIUS_OF[stop.position.precision]
    ]


def _written(name: str, data: bytes) -> Iterator[tuple[str, Point]]:
    """Give the pairs of numbers in a file that can be a place in Sweden, in either order, and whose route it is.

    A map's script also says its frame and the outlines of areas: of it only the route is read.
    """
    walk = re.search(r"kartor/vandring-(.*)\.js", name)
    if name.endswith(".js"):
        data = b"".join(re.findall(rb'LoftetMaps\.line\(.*"route"\)', data))
    for one in _ONE_PLACE.split(data):
        for pair in pairwise(map(float, numbers(one))):
            low, high = sorted(pair)
            if in_sweden(high, low):
                yield walk[1] if walk else "", Point(high, low)


def _drawn(folder: Path, data: bytes) -> Iterator[tuple[str, Point]]:
    """Give the corners of every walk's route in the pictures of a file, and whose route it is."""
    for picture in re.findall(rb"<svg[^>]*lo-karta__picture.*?</svg>", data, re.DOTALL):
        head = re.search(rb'viewBox="0 0 (\d+) \d+".*?<title id="(.*?)-titel"', picture, re.DOTALL)
        land = re.search(rb'class="lo-karta__land" width="\d+" height="(\d+)"', picture)
        assert head, "every picture of a map has a size and a title"
        assert land, "every picture of a map has its land"
        scene = head[2].decode()
        for path in re.findall(rb'class="lo-karta__route"[^>]* d="(.*?)"', picture):
            box = _box((folder / "kartor" / f"{scene}.js").read_text("utf-8"))
            for lat, lon in _corners(path.decode(), box, int(head[1]), int(land[1])):
                yield scene.removeprefix("vandring-"), Point(lat, lon)


def _box(script: str) -> tuple[float, ...]:
    """Give south, west, north and east of the picture that lies under an opened map."""
    corners = re.search(r"LoftetMaps\.ground\(\[\[(.*?), (.*?)\], \[(.*?), (.*?)\]\]", script)
    assert corners, "every map's script says where its picture lies"
    return tuple(map(float, corners.groups()))


def _corners(path: str, box: tuple[float, ...], width: int, height: int) -> Iterator[tuple[float, float]]:
    """Read a path of tenths of a unit, `M` and then steps, as degrees."""
    (left, low), (right, high) = mercator(box[0], box[1]), mercator(box[2], box[3])
    x = y = 0
    steps = iter(map(int, re.findall(r"-?\d+", path)))
    for across, down in zip(steps, steps, strict=True):
        x, y = x + across, y + down
        yield degrees(left + x / 10 / width * (right - left), high + y / 10 / height * (low - high))


def _point(pair: Pair) -> Point:
    return Point(float(pair[0]), float(pair[1]))


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
