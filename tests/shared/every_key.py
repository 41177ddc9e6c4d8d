"""Every key that an editor may write, and what may stand under it: the model walked, one key at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

import small_town
from loftet.model.base import Link, Mailbox, RefTo
from loftet.model.dates import FuzzyDate, Period
from loftet.model.register import KINDS, SINGLES, Kind
from loftet.model.words.word import Word
from loftet.pages import all_pages
from made_photos import jpeg

Plain = dict[str, Any]  # Any: what an editor writes
Way = tuple[str, ...]

CANARY = "kanariefagel"
CANARY_LINK = "https://kanarie.example/sida"
CANARY_MAILBOX = "brevlada@kanarie.example"
DAY = "2025-05-17"
DEPTH = 4
"""How deep keys are followed; parts of parts of parts say nothing new."""

COMPANIONS: Mapping[str, Plain] = {
    "part": {"namn": "Kanarieparten"},
    "omrade": {"namn": "Kanarieområdet"},
    "fokus": {"namn": "Kanariefokus"},
    "dokument": {"titel": "Kanariedokumentet"},
    "grupp": {"namn": "Kanariegruppen"},
    "mote": {"titel": "Kanariemötet", "datum": "2026-01-15"},
    "beslut": {"titel": "Kanariebeslutet", "period": "2025"},
    "lagesbild": {"titel": "Kanariebilden", "period": "2024"},
    "orsak": {"titel": "Kanarieorsaken"},
    "dialog": {"titel": "Kanariedialogen", "hört": [{"id": "ljus", "text": "Mer ljus"}]},
    "vandring": {
        "titel": "Kanarievandringen",
        "datum": "2025-09-02",
        "stopp": [{"nr": "1", "plats": "Bron", "läge": {"lat": "57.65", "lon": "14.7"}}],
    },
    "lofte": {
        "titel": "Kanarielöftet",
        "period": "2025",
        "åtaganden": [{"id": "andra", "text": "Fler lampor"}],
    },
    "atgard": {"titel": "Kanarieåtgärden"},
    "uppfoljning": {"gäller_per": "2025-11-30", "poster": [{"om": "atgard/andra", "bedömning": "pågår"}]},
    "indikator": {"namn": "Kanariesiffran", "enhet": "procent", "värden": [{"period": "2023", "värde": "4"}]},
}
"""One more record of each kind that another may point at; its id is `andra`."""

BASES: Mapping[str, tuple[Plain, ...]] = {
    "kommun": ({"namn": "Byn"},),
    "tillganglighet": (
        {
            "tjänst": "Webbplatsen",
            "förenlig": "delvis förenlig",
            "metod": "extern granskning",
            "bedömd": "2026-01-10",
            "uppdaterad": "2026-01-10",
        },
    ),
    "grupp": ({"namn": "Rådet"}, {"namn": "Rådet", "träffas": {"per": "år"}}),
    "mote": (
        {"grupp": "andra", "datum": "2026-02-12"},
        {"skede": "inställt", "datum": "2026-02-12"},
        {"skede": "planerat", "datum": "2026-05-12"},
        {},
    ),
    "dialog": ({"titel": "Samtal", "hört": [{"id": "ljus", "text": "Mer ljus"}]},),
    "vandring": (
        {"titel": "Torget", "datum": "2025-10-14", "stopp": [{"nr": "1", "plats": "Trappan"}]},
        {"titel": "Torget", "datum": "2026-04-14", "skede": "planerad"},
        {"titel": "Torget", "datum": "2026-04-14", "skede": "inställd"},
        {"titel": "Torget"},
    ),
    "lofte": (
        {
            "titel": "Ljus på torget",
            "period": {"från": "2025-01-01", "till": "2026-12-31"},
            "åtaganden": [{"id": "lampor", "text": "Nya lampor"}, {"id": "buskar", "text": "Lägre buskar"}],
        },
        {"titel": "Ljus på torget"},
    ),
    "atgard": ({"titel": "Sju armaturer", "åtagande": "andra/andra"}, {"titel": "Sju armaturer"}),
    "uppfoljning": (
        {"gäller_per": "2026-02-10", "poster": [{"om": "atgard/andra", "bedömning": "pågår"}]},
        {"gäller_per": "2026-02-10", "poster": [{"om": "andra/andra", "bedömning": "uppfyllt"}]},
        {"publicerad": "2026-02-10", "poster": [{"om": "atgard/andra", "bedömning": "överlämnad"}]},
    ),
    "part": ({"namn": "Föreningen"},),
    "omrade": ({"namn": "Torget"},),
    "arsuppfoljning": ({"år": "2024"},),
    "rattelse": (
        {"rättar": "uppfoljning/andra", "datum": "2026-01-10", "stod": "5", "ska_vara": "6", "varför": "Fel"},
    ),
    "indikator": (
        {
            "namn": "Trygga",
            "enhet": "procent",
            "värden": [{"period": "2024", "värde": "60"}, {"period": "2025", "värde": "62"}],
        },
    ),
}
"""What each kind's record is before a key is filled in; several where a key says something only in one of them."""

NAMED: Mapping[str, object] = {
    "fil": "kanarie.txt",
    "bild": "kanarie.jpg",
    "rutt": "kanarie.gpx",
    "geometri": "kanarie.geojson",
    "lat": "57.65",
    "lon": "14.7",
    "sweref": ["6391000", "481000"],
    "rättar": "vandring/andra",
    "noggrannhet": "område",
    "år": "2025",
    "kommunkod": "0682",
    "post": "dokument/andra",
    "punkt": "ljus",
    "inom": "lofte/andra",
    "del_av": "buskar",
    "stopp": "1",
}
"""Values of keys whose form says more than their type."""

WITHIN: Mapping[str, str] = {"åtagande": "lampor"}
"""Ids of something in the record itself, where the key is no reference to another record."""

PHOTO = {"bild": "kanarie.jpg", "bild_alt": "Lampa", "bild_godkänd": "ja", "alt": "Lampa", "godkänd": "ja"}
BESIDE: Mapping[str, Plain] = {
    "lat": {"lon": "14.7"},
    "lon": {"lat": "57.65"},
    "folkmängd_avser": {"folkmängd": "9840"},
    "enhet": {"utfall": "713", "minst": "713"},
    "punkt": {"dialog": "andra"},
    "förs_till": {"åtagande": "lampor"},
    "förs_till_i_ord": {"åtagande": "lampor"},
    "stopp": {"vandring": "andra"},
    "noggrannhet": {"lat": "57.65", "lon": "14.7"},
    **dict.fromkeys(("bild", "bild_alt", "bild_godkänd", "alt", "godkänd"), PHOTO),
}
"""Keys that say something only together with others."""

_ROUND = [[14.69, 57.64], [14.71, 57.64], [14.71, 57.66], [14.69, 57.66], [14.69, 57.64]]
FILES: Mapping[str, bytes] = {
    "original/kanarie.txt": b"Kanarie",
    "bilder/kanarie.jpg": jpeg(640, 480),
    "kartor/kanarie.geojson": json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "properties": {},
                    "geometry": {"type": "Polygon", "coordinates": [_ROUND]},
                }
            ],
        }
    ).encode(),
    "kartor/kanarie.gpx": b"""<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
<trkpt lat="57.650" lon="14.700"/><trkpt lat="57.651" lon="14.702"/><trkpt lat="57.652" lon="14.705"/>
</trkseg></trk></gpx>""",
}
"""Files that keys name."""


def keys(model: type[BaseModel], above: Way = ()) -> Iterator[tuple[Way, FieldInfo]]:
    """Give every key that holds a value, with the keys above it; a list of things is one step."""
    for field in model.model_fields.values():
        way = (*above, str(field.alias))
        inner = within(field)
        if inner is None:
            yield way, field
        elif len(way) < DEPTH:
            yield from keys(inner, way)


def within(field: FieldInfo) -> type[BaseModel] | None:
    """Give the kind of thing that a key holds, when it holds things with keys of their own."""
    return next((one for one in classes(field.annotation) if issubclass(one, BaseModel)), None)


def classes(annotation: object) -> Iterator[type]:
    """Give every plain class that an annotation holds."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for one in get_args(annotation):
        yield from classes(one)


def told(annotation: object) -> Iterator[object]:
    """Give everything that is said beside the classes of an annotation."""
    yield from getattr(annotation, "__metadata__", ())
    for one in get_args(annotation):
        yield from told(one)


def value(field: FieldInfo, alias: str) -> Any:  # Any: what an editor may write under the key
    """Give a value that an editor may write under a key, one that is easy to find again."""
    inner, held = within(field), list(classes(field.annotation))
    if alias in NAMED and inner is None:
        return NAMED[alias]
    if inner:
        return wrapped(field, required(inner))
    beside = [*field.metadata, *told(field.annotation)]
    for mark in beside:
        if isinstance(mark, RefTo):
            return "andra/andra" if mark.kinds[0] == "atagande" else "andra"
    if alias in WITHIN:
        return WITHIN[alias]
    words = next((one for one in held if issubclass(one, Word)), None)
    if words:
        return next(iter(words)).value
    for kind_of_text, text in ((Link, CANARY_LINK), (Mailbox, CANARY_MAILBOX)):
        if any(one in beside for one in getattr(kind_of_text, "__metadata__", ())):
            return text
    plain = {FuzzyDate: DAY, Period: "2026", bool: "ja", int: "7", Decimal: "713"}
    return next((text for kind, text in plain.items() if kind in held), CANARY)


def wrapped(field: FieldInfo, thing: Plain) -> Any:  # Any: the thing alone, in a list, or under a language
    """Give a thing as its key holds it."""
    shapes = {get_origin(one) for one in parts(field.annotation)}
    return [thing] if tuple in shapes else {"en": thing} if dict in shapes else thing


def parts(annotation: object) -> Iterator[object]:
    yield annotation
    for one in get_args(annotation):
        yield from parts(one)


def required(model: type[BaseModel]) -> Plain:
    fields = [one for one in model.model_fields.values() if one.is_required()]
    return {str(one.alias): value(one, str(one.alias)) for one in fields}


def filled(model: type[BaseModel], record: Plain, way: Way, word: str | None = None) -> Plain:
    """Give a record with one key filled in, and what must stand beside it."""
    name, rest = way[0], way[1:]
    field = next(one for one in model.model_fields.values() if one.alias == name)
    inner = within(field)
    if inner is None or not rest:
        known = {one.alias for one in model.model_fields.values()}
        beside = {key: text for key, text in BESIDE.get(name, {}).items() if key in known}
        return {**record, **beside, name: word or value(field, name)}
    before = record.get(name, value(field, name))
    several = before[1:] if isinstance(before, list) else []
    first = before[0] if isinstance(before, list) else before.get("en", before)
    after = wrapped(field, filled(inner, first, rest, word))
    return {**record, name: [*after, *several] if isinstance(after, list) else after}


def bases(kind: Kind) -> tuple[Plain, ...]:
    return BASES.get(kind.name) or (required(kind.type),)


def written(folder: Path, records: Mapping[str, Plain]) -> Path:
    """Write a small municipality's folder: some records by file name, and a companion of every kind beside them."""
    said = {f"{one.folder}/andra.yml": COMPANIONS[one.name] for one in KINDS if one.name in COMPANIONS}
    texts = {
        name: yaml.safe_dump(one, allow_unicode=True, sort_keys=False)
        for name, one in {**said, "kommun.yml": {"namn": "Byn"}, **records}.items()
    }
    data = small_town.write(folder, texts)
    for name, content in FILES.items():
        small_town.put(data, name, content)
    return data


def drawn(folder: Path, kind: Kind, record: Plain) -> list[str]:
    """Draw the pages of a small municipality with one more record; its companions stand beside it."""
    name = f"{kind.folder}.yml" if kind in SINGLES else f"{kind.folder}/provet.yml"
    return [page.body for page in all_pages(small_town.site(written(folder, {name: record})))]
