"""What a release is made of: locked with hashes, listed with licences, and the same list each time."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from pip_requirements_parser import RequirementsFile

import supply_chain
from loftet.maps.assets import files as map_files

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.txt", "requirements-test.txt")


@pytest.fixture(scope="module")
def sbom() -> bytes:
    return supply_chain.sbom()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_reads_as_pip_audit_reads_it_with_each_package_pinned_and_hashed(lock: str) -> None:
    """pip-audit uses the same reader; it asks PyPI what is known of each."""
    read = RequirementsFile.from_file(str(ROOT / lock))
    assert read.invalid_lines == []
    assert [one.name for one in read.requirements if not one.is_pinned or not one.hash_options] == []
    assert len(read.requirements) > 40


def test_the_list_of_licences_is_that_of_the_lock() -> None:
    """After sh scripts/lock: python scripts/supply_chain.py."""
    rows = re.findall(r"^\| (\S+) \| (\S+) \| (.+) \|$", supply_chain.LIST.read_text(encoding="utf-8"), re.M)
    told = [(name, version) for name, version, _ in rows if name == name.lower() and version[0].isdigit()]
    carried = {one.name for one in supply_chain.INSIDE}
    read = RequirementsFile.from_file(str(supply_chain.LOCK)).requirements
    locked = sorted((one.name, one.get_pinned_version) for one in read)
    assert sorted(one for one in told if one[0] not in carried) == locked
    assert supply_chain.LIST.read_text(encoding="utf-8") == supply_chain.listed()


def test_the_sbom_is_valid_names_all_that_is_locked_and_carried_and_is_the_same_each_time(
    sbom: bytes,
) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(sbom.decode()) is None
    components = json.loads(sbom)["components"]
    named = {(one["name"], one.get("version", "")) for one in components}
    parts = (*supply_chain.locked(), *supply_chain.INSIDE)
    assert named == {(one.name, one.version) for one in parts}
    assert all(one["licenses"] for one in components)
    assert supply_chain.sbom() == sbom


def test_leaflet_and_the_letters_are_the_versions_that_are_said() -> None:
    said = {one.name: one.version for one in supply_chain.INSIDE}
    assert f"Leaflet {said['Leaflet']}".encode() in map_files()["leaflet/leaflet.js"][:200]
    worker = next((Path(str(files("material"))) / "templates/assets/javascripts/workers").glob("search.*.js"))
    assert f'.version="{said["lunr"]}"' in worker.read_text(encoding="utf-8")
    letters = Path(str(files("font_source_sans_pro"))) / "files/SourceSansPro-Bold.otf"
    assert f"Version {said['Source Sans Pro']}".encode() in letters.read_bytes().replace(b"\0", b"")


def test_a_package_without_a_licence_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "lock.txt").write_text(
        "no-such-package-here==1.0 \\\n    --hash=sha256:00\n", encoding="utf-8"
    )
    with pytest.raises(LookupError, match="no-such-package-here says no licence"):
        list(supply_chain.locked(tmp_path / "lock.txt"))
