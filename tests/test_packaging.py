"""The built package works in any folder that has its own settings and data, without a checkout."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]

SETTINGS = """\
site_name: Provkommun
site_description: Provkommuns medborgarlöften
site_url: https://prov.example/
docs_dir: content
strict: true
theme:
  name: material
  language: sv
plugins:
  - search
  - loftet:
      idag: "2026-03-01"
  - loftet/loften
  - loftet/vandringar
  - loftet/uppfoljning
  - loftet/oppnadata
"""
FILES = {
    "mkdocs.yml": SETTINGS,
    "content/om.md": "# Om webbplatsen\n\nHär följer vi upp våra löften.\n",
    "site_data/kommun.yml": "id: kommun\nnamn: Provkommun\n",
    "site_data/loften/centrum.yml": "id: centrum\ntitel: Tryggare centrum\nperiod_i_ord: 2019/2020\n",
}


def run(*command: str | Path, folder: Path, env: Mapping[str, str] | None = None) -> str:
    """Run a command in a folder and give what it wrote; a failure shows all of it."""
    whole = {**os.environ, "NO_MKDOCS_2_WARNING": "true", "DISABLE_MKDOCS_2_WARNING": "true", **(env or {})}
    ran = subprocess.run(command, cwd=folder, env=whole, capture_output=True, text=True, check=False)
    if ran.returncode:
        pytest.fail(f"{' '.join(map(str, command))}\n{ran.stdout}\n{ran.stderr}", pytrace=False)
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the package from the checkout, with the locked build tools."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    run(sys.executable, "-m", "pip", "wheel", *options, ROOT, folder=folder)
    return next(folder.glob("loftet-*.whl"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the package with its locked dependencies in a fresh environment; give its folder of programs."""
    venv = tmp_path_factory.mktemp("miljö") / "venv"
    run(sys.executable, "-m", "venv", venv, folder=ROOT)
    pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.txt", folder=ROOT)
    run(*pip, "--no-deps", wheel, folder=ROOT)
    return venv / "bin"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write the smallest site that a municipality could have, in a folder of its own."""
    home = tmp_path / "provkommun"
    for name, text in FILES.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    return home


def test_the_package_holds_the_site_chrome_the_templates_and_the_mark_of_types(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    chrome = {
        f"loftet/{file.relative_to(ROOT)}" for file in (ROOT / "overrides").rglob("*") if file.is_file()
    }
    templates = {
        str(file.relative_to(ROOT / "plugins"))
        for file in (ROOT / "plugins" / "loftet" / "templates").rglob("*")
        if file.is_file()
    }
    assert templates
    assert {*chrome, *templates, "loftet/py.typed"} - held == set()


def test_another_folder_is_checked_and_built_by_the_installed_package(programs: Path, folder: Path) -> None:
    run(programs / "loftet", "kontroll", folder=folder)
    run(programs / "loftet", "bygg", folder=folder)
    page = (folder / "site" / "loften" / "centrum" / "index.html").read_text(encoding="utf-8")
    assert "Tryggare centrum" in page
    assert "2019/2020" in page
    assert (folder / "site" / "assets" / "chrome.css").is_file()


def test_mkdocs_itself_builds_another_folder_without_a_warning(programs: Path, folder: Path) -> None:
    run(programs / "mkdocs", "build", "--strict", folder=folder)
    assert (folder / "site" / "loften" / "centrum" / "index.html").is_file()
