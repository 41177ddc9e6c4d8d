"""List everything that the site is made with and that ends up in it: licences, and an SBOM for a release.

    python scripts/supply_chain.py            writes THIRD-PARTY.md anew (after sh scripts/lock)
    python scripts/supply_chain.py dist/      also writes dist/loftet.cdx.json (CycloneDX 1.6)

The same lock gives the same bytes.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.txt"
LIST = ROOT / "THIRD-PARTY.md"
SBOM = "loftet.cdx.json"

STATED: Mapping[str, str] = {
    "babel": "BSD-3-Clause",
    "colorama": "BSD-3-Clause",
    "django-js-lib-leaflet": "BSD-2-Clause",
    "editables": "MIT",
    "font-source-sans-pro": "OFL-1.1",
    "ghp-import": "Apache-2.0",
    "jinja2": "BSD-3-Clause",
    "mergedeep": "MIT",
    "pathspec": "MPL-2.0",
    "personnummer": "MIT",
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "resvg-py": "MIT",
    "sweden-crs-transformations": "MIT",
    "trove-classifiers": "Apache-2.0",
}
"""Licences that a package says in its licence file only, or in words that are no SPDX expression."""


@dataclass(frozen=True, order=True)
class Part:
    """Something that is installed, or that a built site holds: its name, version, licence (SPDX) and what it is for."""

    name: str
    version: str
    licence: str
    within: str = ""
    purl: str = ""


INSIDE = (
    Part("Leaflet", "1.9.4", "BSD-2-Clause", "django-js-lib-leaflet", "pkg:npm/leaflet@1.9.4"),
    Part("lunr", "2.3.9", "MIT", "mkdocs-material", "pkg:npm/lunr@2.3.9"),
    Part("lunr-languages", "", "MPL-1.1", "mkdocs-material", "pkg:npm/lunr-languages"),
    Part("Source Sans Pro", "2.020", "OFL-1.1", "font-source-sans-pro"),
)
"""What the packages carry of others and a built site holds: scripts, and the letters of the share pictures.

lunr-languages says no version of its own; the version of what carries it stands for it.
"""

HEAD = """# Vad Löftet är gjort av

Skriven av `python scripts/supply_chain.py` efter `requirements.txt`. Licenserna står som SPDX-uttryck.
Löftet självt har licensen EUPL-1.2.

## I den färdiga webbplatsen

Skript som läsarens webbläsare hämtar, och typsnittet i delningsbilderna. Allt ligger på webbplatsen.

"""
INSTALLED = """
## Installeras för att bygga

Inget av detta når läsarna, utom det som står ovan och det lilla av MkDocs och Material som sidornas skal är gjort av.

"""


def locked(lock: Path = LOCK) -> Iterator[Part]:
    """Give every package of a lock; one that is locked in two versions for different systems is given twice."""
    for name, version in re.findall(
        r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", lock.read_text(encoding="utf-8"), re.M
    ):
        yield Part(name, version, licence(name))


def licence(name: str) -> str:
    """Give a package's licence; raises LookupError for one that says none and has none in STATED."""
    if name in STATED:
        return STATED[name]
    try:
        said = metadata(name)
        found = [said[key] for key in ("License-Expression", "License") if key in said]
    except PackageNotFoundError:
        found = []
    if not found or not re.fullmatch(r"[A-Za-z0-9.+() -]{2,90}", found[0]):
        raise LookupError(f"{name} says no licence: read its licence file and name it in STATED.")
    return found[0]


def listed() -> str:
    """Write the list of licences as Markdown."""
    inside = [
        f"| {one.name} | {one.version or '–'} | {one.licence} | {one.within} |" for one in sorted(INSIDE)
    ]
    rows = [f"| {one.name} | {one.version} | {one.licence} |" for one in sorted(locked())]
    above = ["| vad | version | licens | följer med |", "|---|---|---|---|"]
    below = ["| paket | version | licens |", "|---|---|---|"]
    return HEAD + "\n".join([*above, *inside]) + "\n" + INSTALLED + "\n".join([*below, *rows]) + "\n"


def sbom() -> bytes:
    """Write the SBOM of the lock (CycloneDX 1.6, JSON): hashes from the lock, licences, and what packages carry."""
    program = Path(sys.executable).parent / "cyclonedx-py"
    words = [
        "requirements",
        LOCK.name,
        "--pyproject",
        "pyproject.toml",
        "--output-reproducible",
        "--sv",
        "1.6",
    ]
    done = subprocess.run([program, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    document = json.loads(done.stdout)
    licences = {one.name: one.licence for one in locked()}
    for component in document["components"]:
        component["licenses"] = [_licence(licences[component["name"]])]
        component.pop("description", None)
    carried = [_component(one) for one in sorted(INSIDE)]
    document["components"] = sorted([*document["components"], *carried], key=lambda one: str(one["bom-ref"]))
    depends = [{"ref": one["bom-ref"]} for one in carried]
    document["dependencies"] = sorted([*document["dependencies"], *depends], key=lambda one: str(one["ref"]))
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _component(part: Part) -> dict[str, object]:
    told: dict[str, object] = {
        "type": "library",
        "bom-ref": f"carried-{part.name.lower().replace(' ', '-')}",
        "name": part.name,
        "licenses": [_licence(part.licence)],
        "properties": [{"name": "loftet:within", "value": part.within}],
    }
    stated = {"version": part.version, "purl": part.purl}
    return {**told, **{name: value for name, value in stated.items() if value}}


def _licence(expression: str) -> dict[str, object]:
    several = " " in expression
    return {"expression": expression} if several else {"license": {"id": expression}}


def main(words: list[str]) -> int:
    """Write the list, and the SBOM into a folder when one is named."""
    LIST.write_text(listed(), encoding="utf-8")
    print(LIST.name)
    for folder in map(Path, words):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / SBOM).write_bytes(sbom())
        print(folder / SBOM)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
