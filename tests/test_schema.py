"""The JSON schemas that an editor's program reads."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from loftet.model.register import KINDS, MUNICIPALITY
from loftet.model.schema import schemas

ROOT = Path(__file__).parents[1]


@cache
def made() -> dict[str, str]:
    return dict(schemas())


def test_the_schemas_in_the_repository_are_those_of_the_model() -> None:
    """Whoever changes the model runs `loftet schema`, or editors are told of keys that do not exist."""
    kept = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "schema").glob("*.json")}
    assert kept == made()


@pytest.mark.parametrize("kind", [MUNICIPALITY, *KINDS], ids=lambda kind: str(kind.name))
def test_a_schema_names_every_key_of_its_kind_and_no_other(kind: object) -> None:
    """What the loader refuses the schema refuses, and what it reads the schema completes."""
    name, model = getattr(kind, "name", ""), getattr(kind, "type", None)
    schema = json.loads(made()[f"{name}.json"])
    assert model is not None
    assert set(schema["properties"]) == {field.alias for field in model.model_fields.values()}
    assert schema["additionalProperties"] is False


def test_an_id_may_be_left_out_of_a_file_but_not_of_a_list() -> None:
    """A file's name is the id; in a list nothing else can be."""
    texts = made()
    assert "id" not in json.loads(texts["lofte.json"])["required"]
    assert "id" in json.loads(texts["lofte-lista.json"])["items"]["required"]


def test_every_record_file_of_the_example_names_its_schema() -> None:
    """A new editor copies an example file, and completion comes along."""
    for file in sorted((ROOT / "site_data").rglob("*.yml")):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), file
        named = (file.parent / first.partition("$schema=")[2]).resolve()
        assert named.is_file(), (file, named)


def test_a_moved_address_has_one_way_out() -> None:
    """An editor's program tells at once when an address is both moved and removed, or neither."""
    (one,) = [json.loads(made()["flyttat.json"])["items"]]
    assert set(one["properties"]) == {"adress", "flyttad_till", "borttagen"}
    assert one["oneOf"] == [{"required": ["flyttad_till"]}, {"required": ["borttagen"]}]
