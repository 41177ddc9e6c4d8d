"""JSON Schema per kind of record, made from the model, so that an editor program completes and checks keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from loftet.model.moves import Move
from loftet.model.register import KINDS, SINGLES

_DIALECT = "http://json-schema.org/draft-07/schema#"
_TITLES = {"title"}


def schemas() -> Iterator[tuple[str, str]]:
    """Give (file name, JSON text) for each kind: `lofte.json` for one record, `lofte-lista.json` for a list.

    Last comes that of flyttat.yml, the editor's only list of what is not a record.
    """
    for kind in (*SINGLES, *KINDS):
        one = _plain(kind.type.model_json_schema(by_alias=True))
        one["required"] = [name for name in one.get("required", []) if name != "id"]
        yield f"{kind.name}.json", _text({"$schema": _DIALECT, "title": kind.one, **one})
        if kind in SINGLES:
            continue
        definitions = one.pop("$defs", {})
        one["required"] = ["id", *one["required"]]
        many = {"$schema": _DIALECT, "title": kind.many, "type": "array", "items": one, "$defs": definitions}
        yield f"{kind.name}-lista.json", _text(many)
    yield "flyttat.json", _text({"$schema": _DIALECT, "title": "flyttade adresser", **_moves()})


def _moves() -> dict[str, Any]:  # Any: JSON
    """Give the schema of flyttat.yml: a list of addresses, each either moved or removed."""
    one = _plain(Move.model_json_schema(by_alias=True))
    definitions = one.pop("$defs", {})
    ways_out = [{"required": ["flyttad_till"]}, {"required": ["borttagen"]}]
    return {"type": "array", "items": {**one, "oneOf": ways_out}, "$defs": definitions}


def _text(schema: dict[str, Any]) -> str:  # Any: JSON
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _plain(schema: Any) -> Any:  # Any: JSON
    """Leave out pydantic's English titles and defaults, and let a list stand as one value alone."""
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: _plain(value) for name, value in schema.items() if not _is_noise(name, value)}
    if kept.get("type") == "array" and "items" in kept:
        return {
            **{key: kept.pop(key) for key in ("description",) if key in kept},
            "anyOf": [kept, kept["items"]],
        }
    return kept


def _is_noise(name: str, value: object) -> bool:
    return name == "default" or (name in _TITLES and isinstance(value, str))
