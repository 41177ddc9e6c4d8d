"""Rule 14, whatever the output: a site with drafts of every kind is, byte for byte, the site without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from every_key import BESIDE, CANARY, CANARY_LINK, Plain, bases, filled, keys, value, written
from loftet.cli import main
from loftet.model.register import KINDS, SINGLES, Kind
from small_town import SETTINGS, put, tree

STREET = "Kanariegatan"
GROUND = b'{"type": "FeatureCollection", "features": []}'
NEVER_DRAFTS = {"kommun": "är webbplatsens avsändare"}
"""Kinds that cannot be drafts, and why."""

OF_A_FORM = {"id", "sha256", *BESIDE}
"""Keys whose text must have a form of its own."""


def drafts() -> Iterator[tuple[str, Plain]]:
    """Give a draft of every kind with every text, link and day that it can hold, and a street in every text."""
    for kind in (*SINGLES, *KINDS):
        if kind.name in NEVER_DRAFTS:
            continue
        record = with_every_text(kind)
        name = f"{kind.folder}.yml" if kind in SINGLES else f"{kind.folder}/provet.yml"
        yield name, {**_on_the_street(record), "utkast": "ja"}
        if kind.name == "uppfoljning":
            yield f"{kind.folder}/underlaget.yml", {**_on_the_street(record), "skede": "utkast"}
        if kind.name == "ord":
            yield (
                f"{kind.folder}/lampor.yml",
                {**_on_the_street(record), "id": "lampor", "ord": "lampor", "utkast": "ja"},
            )


def with_every_text(kind: Kind) -> Plain:
    """Give a record of a kind in which every key that holds a text or a link has one."""
    record = bases(kind)[0]
    for number, (way, field) in enumerate(keys(kind.type)):
        plain = value(field, way[-1])
        if plain in (CANARY, CANARY_LINK) and way[-1] not in OF_A_FORM:
            record = filled(kind.type, record, way, f"{plain}{number:03d}")
    return record


def _on_the_street(record: Plain) -> Plain:
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    loaded: Plain = yaml.safe_load(re.sub(rf"(?m)({CANARY}\d+)$", rf"\1 vid {STREET}", text))
    return loaded


def published(folder: Path, records: dict[str, Plain], monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Publish a municipality with the command; gives the site and what is kept of it."""
    data = written(folder, records)
    put(data, "kartor/kanarie.geojson", GROUND)
    put(folder, "mkdocs.yml", SETTINGS)
    put(folder, "content/om.md", "# Om webbplatsen\n")
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(main, ["publicera"])
    assert done.exit_code == 0, done.output
    return {name: data for name, data in tree(folder).items() if name.startswith(("site/", "publicerat/"))}


def test_a_site_with_drafts_of_every_kind_is_the_site_without_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages, index, feeds, data, calendar, maps, pictures, ledger, editions and manifest: no byte differs."""
    hidden = dict(drafts())
    assert len(hidden) == len(SINGLES) + len(KINDS) - len(NEVER_DRAFTS) + 2
    without = published(tmp_path / "utan", {}, monkeypatch)
    beside = published(tmp_path / "med", hidden, monkeypatch)
    assert {name for name in {*without, *beside} if without.get(name) != beside.get(name)} == set()
    heard = [
        name for name, data in beside.items() if re.search(rb"kanariefagel|kanariegat", data, re.IGNORECASE)
    ]
    assert heard == []
    assert {"site/search/search_index.json", "site/sitemap.xml", "site/_headers"} <= set(beside)


def test_what_is_hidden_as_a_draft_would_be_heard_if_it_were_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The canaries sing as soon as nothing hides them, so that their silence says something."""
    shown = {
        name: {key: value for key, value in record.items() if key not in ("utkast", "skede")}
        for name, record in drafts()
        if name.startswith(("atgarder/", "vandringar/", "dialoger/"))
    }
    heard = published(tmp_path, shown, monkeypatch)
    for name in (
        "site/search/search_index.json",
        "site/platser/k/index.html",
        "site/data/atgarder/provet.json",
    ):
        assert STREET.encode() in heard[name], name
