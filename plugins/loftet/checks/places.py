"""Coordinates that are where they should be: in Sweden, and in the municipality."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loftet.checks.telling import hint, problem
from loftet.geo.coordinates import CoordinateFault
from loftet.geo.positions import point_of
from loftet.model.place import Box, Position
from loftet.model.register import Register
from loftet.model.walking import records_of
from loftet.problems import Problem


def positions_are_in_place(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for coordinates that cannot be meant, and a Hint for those outside the municipality."""
    for _, record in register.everything():
        for path, position in records_of(record, Position):
            try:
                point = point_of(position)
            except CoordinateFault as fault:
                yield problem(register, record, path, fault.what, fault.mend)
                continue
            box = register.municipality.box
            if box and not _inside(box, point.lat, point.lon):
                what = f"Läget {point.lat}, {point.lon} ligger utanför kommunens ram."
                yield hint(register, record, path, what, "Kontrollera koordinaterna.")


def _inside(box: Box, lat: float, lon: float) -> bool:
    return float(box.south) <= lat <= float(box.north) and float(box.west) <= lon <= float(box.east)
