"""Golden cases: what an editor wrote in site_data/ and the page bodies and problems that came of it.

A case is a folder in tests/cases named for what it shows. `expected/` holds one bare HTML body per page that
the case is about, under its address, and `problems.txt` when the data has faults. `pytest --rewrite` writes
them anew: read the difference before you commit it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from loftet.checks import judge
from loftet.facts import AsOf
from loftet.loading import load
from loftet.pages import all_pages
from loftet.pages.site import Site

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 3, 10)
_SHOWN = ("loften/", "atgarder/", "vandringar/", "uppfoljningar/", "indikatorer/")


def bodies(folder: Path) -> dict[str, str]:
    register, _ = load(folder)
    site = Site(AsOf(register, TODAY), TODAY)
    return {
        page.address: page.body
        for page in all_pages(site)
        if page.address.startswith(_SHOWN) and page.address not in _SHOWN and page.listed
    }


def problems(folder: Path) -> str:
    register, unread = load(folder)
    found, _ = judge(register, TODAY)
    return "".join(f"{problem}\n" for problem in sorted({*unread, *found}))


def outcome(folder: Path) -> dict[str, str]:
    told = problems(folder)
    if told:
        return {"problems.txt": told}
    return {f"{address.rstrip('/')}.html": body.strip() + "\n" for address, body in bodies(folder).items()}


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: str(case.name))
def test_a_case_comes_out_as_it_was_last_read(case: Path, request: pytest.FixtureRequest) -> None:
    """What an editor writes becomes the same pages, or the same sentences, until somebody means otherwise."""
    told = outcome(case / "site_data")
    expected = case / "expected"
    if request.config.getoption("--rewrite"):
        rewrite(expected, told)
    there = {
        file.relative_to(expected).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(expected.rglob("*"))
        if file.is_file()
    }
    assert sorted(there) == sorted(told)
    for name in there:
        assert there[name] == told[name], name


def rewrite(expected: Path, told: dict[str, str]) -> None:
    for file in expected.rglob("*"):
        if file.is_file():
            file.unlink()
    for name, text in told.items():
        (expected / name).parent.mkdir(parents=True, exist_ok=True)
        (expected / name).write_text(text, encoding="utf-8")
