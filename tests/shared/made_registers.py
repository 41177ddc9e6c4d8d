"""Small registers for tests: from YAML texts in a folder, or straight from plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from loftet.facts import AsOf
from loftet.loading import load
from loftet.model.base import Entity
from loftet.model.place import Municipality
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.register import KINDS, Register
from loftet.model.walk import Observation, SafetyWalk
from loftet.problems import Problem

TODAY = date(2026, 3, 10)
Plain = Mapping[str, Any]  # Any: what an editor writes, texts, lists and mappings


def written(place: Path, files: Mapping[str, str]) -> Path:
    """Write a folder site_data of YAML texts, with a kommun.yml when none is given."""
    folder = place / "site_data"
    for name, text in {"kommun.yml": "namn: Exempelby kommun\n", **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def loaded(place: Path, files: Mapping[str, str]) -> tuple[Register, tuple[Problem, ...]]:
    """Load a folder of YAML texts."""
    return load(written(place, files))


def register(kommun: Plain | None = None, **records: Sequence[Plain]) -> Register:
    """Make a register from plain values, each list under its folder's name: `register(loften=[{…}])`."""
    made: dict[str, dict[str, Entity]] = {}
    for kind in KINDS:
        found = [kind.type.model_validate(dict(one)) for one in records.get(kind.folder, ())]
        made[kind.field] = {one.id: one for one in found}
    municipality = Municipality.model_validate({"id": "kommun", "namn": "Exempelby kommun", **(kommun or {})})
    return Register(municipality).holding(made)


def known(today: date = TODAY, kommun: Plain | None = None, **records: Sequence[Plain]) -> AsOf:
    """Make what the public knows on a day from plain values."""
    return AsOf(register(kommun, **records), today)


def told(id: str, day: str, *entries: Plain, **more: Any) -> dict[str, Any]:
    """Give a published follow-up whose figures hold for a day."""
    return {"id": id, "gäller_per": day, "poster": [dict(one) for one in entries], **more}


def said(about: str, word: str | None = None, **more: Any) -> dict[str, Any]:
    """Give one entry of a follow-up, with its word when it has one."""
    return {"om": about, **({"bedömning": word} if word else {}), **more}


def promise(*commitments: Plain, id: str = "lofte-1", **more: Any) -> dict[str, Any]:
    """Give a promise with some commitments."""
    return {"id": id, "titel": "Tryggare centrum", "åtaganden": [dict(one) for one in commitments], **more}


def commitment(id: str = "ljus", **more: Any) -> dict[str, Any]:
    """Give a commitment."""
    return {"id": id, "text": "Bättre ljus", **more}


def measure(id: str = "lampor", **more: Any) -> dict[str, Any]:
    """Give a measure."""
    return {"id": id, "titel": "Sju nya lampor", **more}


def walk(*stops: Plain, id: str = "vandring-1", **more: Any) -> dict[str, Any]:
    """Give a walk with some stops."""
    return {
        "id": id,
        "titel": "Centrum",
        "datum": "2025-10-14",
        "stopp": [dict(one) for one in stops],
        **more,
    }


def stop(number: str = "1", **more: Any) -> dict[str, Any]:
    """Give a stop."""
    return {"nr": number, "plats": "Tunneln", **more}


def the_measure(as_of: AsOf, id: str = "lampor") -> Measure:
    return as_of.public.measures[id]


def the_promise(as_of: AsOf, id: str = "lofte-1") -> Promise:
    return as_of.public.promises[id]


def the_commitment(as_of: AsOf, reference: str = "lofte-1/ljus") -> tuple[Promise, Commitment]:
    pair = as_of.public.commitment(reference)
    assert pair is not None
    return pair


def the_stop(as_of: AsOf, number: str = "1", walk: str = "vandring-1") -> tuple[SafetyWalk, Observation]:
    found = as_of.public.walks[walk]
    return found, next(one for one in found.stops if one.number == number)
