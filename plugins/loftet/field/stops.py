"""Stops as they come home from a walk: waypoints of a phone, rows of a table, points from QGIS.

Each way in gives the same `Stop`; every fault of a file is a Problem at its row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from typing import Final

from loftet.geo import geojson
from loftet.geo.coordinates import CoordinateFault, Point, from_sweref
from loftet.model.words.walks import ObservationKind
from loftet.problems import DataError, Problem
from loftet.wording import and_list, fold, or_list

MAX_BYTES: Final = 2_000_000
"""The largest table that is read; a thousand stops with long texts are about 0.5 MB."""

TEXTS: Final = ("nr", "plats", "slag", "kategorier", "iakttagelse", "förslag", "ägare_i_ord")
"""What a row may say beside where it is: the keys of a stop."""

_SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(TEXTS, ()),
    "nr": ("nummer", "stopp"),
    "kategorier": ("kategori",),
    "iakttagelse": ("iakttagelser", "beskrivning", "anteckning"),
    "ägare_i_ord": ("ägare",),
    "lat": ("latitud", "latitude"),
    "lon": ("long", "lng", "longitud", "longitude"),
    "nord": ("n", "norr", "northing", "sweref n"),
    "öst": ("e", "ö", "easting", "sweref e"),
}
_NAMES: Final = {fold(name): key for key, names in _SYNONYMS.items() for name in (key, *names)}
"""What the columns of tables are called, folded: dots, case and blanks make no difference."""

_SEPARATOR: Final = re.compile(r"\A\n*sep=.\n")
"""A first line by which a table tells Excel what parts its cells: it is read from the head all the same."""

_COLUMNS: Final = (
    "Kolumner som läses: nr, plats, lat och lon (eller nord och öst), slag, kategorier, iakttagelse, förslag."
)


@dataclass(frozen=True)
class Stop:
    """A stop to be: where it is, when that is known, and what is said of it by the stop's own keys."""

    point: Point | None = None
    texts: Mapping[str, str] = field(default_factory=dict)


def of_points(points: Iterable[Point]) -> tuple[Stop, ...]:
    """Make a stop of each waypoint, in order."""
    return tuple(Stop(point) for point in points)


def of_geojson(data: bytes, file: str) -> tuple[Stop, ...]:
    """Make a stop of each point of a GeoJSON file in WGS 84 or SWEREF 99 TM; lines and areas are passed over.

    Raises DataError when the file cannot be read or has no point.
    """
    points = [one for one in geojson.read(data, file) if one.form is geojson.Form.POINT]
    if not points:
        raise _refusal(file, 0, "GeoJSON-filen har inga punkter.", "Exportera lagret med stoppen.")
    stops = []
    problems: list[Problem] = []
    for number, feature in enumerate(points, 1):
        told = {str(name): str(value) for name, value in feature.properties.items() if _is_said(value)}
        texts = _texts({_NAMES.get(fold(name), ""): value for name, value in told.items()})
        problems += _kind_faults(texts, file, 0, f"Objekt {number}: ")
        stops += [Stop(Point(lat, lon), texts) for ((lon, lat),), *_ in feature.parts]
    if problems:
        raise DataError(problems)
    return tuple(stops)


def _is_said(value: object) -> bool:
    return value is not None and not isinstance(value, bool)


def of_csv(data: bytes, file: str) -> tuple[Stop, ...]:
    """Make a stop of each row of a table with a head; comma, semicolon or tab, UTF-8 or as Excel writes it.

    Raises DataError with every fault: too large, no text, no known column, a place that cannot be meant.
    """
    text = _SEPARATOR.sub("\n", _decoded(data, file))
    head = text.lstrip("\n").partition("\n")[0]
    separator = max(";\t,", key=head.count)
    try:
        rows = list(csv.reader(StringIO(text), delimiter=separator, strict=True))
    except csv.Error:
        raise _refusal(file, 0, "Tabellen går inte att läsa.", "Spara den som CSV på nytt.") from None
    numbered = [(number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if len(numbered) < 2:
        raise _refusal(file, 0, "Tabellen har inga rader.", _COLUMNS)
    keys = [_NAMES.get(fold(cell.strip()), "") for cell in numbered[0][1]]
    _refuse_columns(keys, numbered[0][1], file)
    return _rows(keys, numbered[1:], file)


def _decoded(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        told = f"{len(data) // 1_000_000} MB, högst {MAX_BYTES // 1_000_000} MB"
        raise _refusal(file, 0, f"Tabellen är för stor ({told}).", "Spara bara raderna med stopp.")
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise _refusal(file, 0, "Tabellen är inte text.", "Spara den som CSV med UTF-8.")


def _refuse_columns(keys: list[str], head: list[str], file: str) -> None:
    known = [key for key in keys if key]
    twice = sorted({key for key in known if known.count(key) > 1})
    if not known:
        raise _refusal(file, 1, "Tabellens första rad har ingen känd kolumn.", _COLUMNS)
    if twice:
        raise _refusal(file, 1, f"Flera kolumner betyder {and_list(twice)}.", "Ta bort alla utom en.")
    if {fold(cell) for cell in head} & {"x", "y"}:
        mend = "Döp dem till lat och lon (grader), eller nord och öst (SWEREF 99 TM)."
        raise _refusal(file, 1, "Vad x och y är går inte att veta.", mend)


def _rows(keys: list[str], rows: Iterable[tuple[int, list[str]]], file: str) -> tuple[Stop, ...]:
    stops: list[Stop] = []
    problems: list[Problem] = []
    for line, cells in rows:
        told = {key: cell.strip() for key, cell in zip(keys, cells, strict=False) if key and cell.strip()}
        texts = _texts(told)
        problems += _kind_faults(texts, file, line)
        try:
            stops.append(Stop(_point(told), texts))
        except CoordinateFault as fault:
            problems.append(Problem(file, line, 0, fault.what, fault.mend))
    if problems:
        raise DataError(problems)
    return tuple(stops)


def _point(told: Mapping[str, str]) -> Point | None:
    """Give a row's place; None when it states none."""
    degrees, metres = [told.get(key) for key in ("lat", "lon")], [told.get(key) for key in ("nord", "öst")]
    if any(degrees):
        return Point(*_numbers(degrees, "lat", "lon"))
    return from_sweref(*_numbers(metres, "nord", "öst")) if any(metres) else None


def _numbers(pair: list[str | None], first: str, second: str) -> tuple[float, float]:
    one, other = pair
    if one is None or other is None:
        raise CoordinateFault(
            f"Raden har {first} eller {second}, men inte båda.", "Skriv båda, eller ingen av dem."
        )
    try:
        return _number(one), _number(other)
    except ValueError:
        mend = f"Skriv bara tal i kolumnerna {first} och {second}."
        raise CoordinateFault(f"”{one}” och ”{other}” är inte två tal.", mend) from None


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace(" ", "").replace("\u00a0", ""))


def _texts(told: Mapping[str, str]) -> dict[str, str]:
    """Keep what is said by a stop's own keys, without signs that are not seen."""
    seen = {key: plain(told[key]) for key in TEXTS if key in told}
    return {key: text for key, text in seen.items() if text}


def plain(text: str) -> str:
    """Give a text on one line, without signs that are not seen."""
    return " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())


def _kind_faults(texts: Mapping[str, str], file: str, line: int, before: str = "") -> Iterator[Problem]:
    kind = texts.get("slag")
    if kind is not None and kind.lower() not in (form.lower() for form in ObservationKind.forms()):
        words = or_list(one.value for one in ObservationKind)
        yield Problem(file, line, 0, f"{before}”{kind}” är inget slag av iakttagelse.", f"Skriv {words}.")


def _refusal(file: str, line: int, what: str, mend: str) -> DataError:
    return DataError([Problem(file, line, 0, what, mend)])
