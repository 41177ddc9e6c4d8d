"""What the project's own accessibility tests found on its example site, from the file that they write.

`provresultat.json` comes with the package; tests/browser/test_pages.py writes it and compares it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypedDict

RESULT = Path(__file__).with_name("provresultat.json")


class Result(TypedDict):
    """The file: the version tested, when, in what, by which judges, how much, what was found, which criteria."""

    version: str
    dag: str
    webbläsare: dict[str, str]
    domare: dict[str, str]
    sidor: int
    sidtyper: int
    fynd: list[str]
    krav: dict[str, tuple[str, list[str]]]


@dataclass(frozen=True)
class Proved:
    """The result, as the statement tells it; criteria are "1.1.1 Bilder har text", with what looked at them."""

    version: str
    day: date
    browsers: Mapping[str, str]
    judges: Mapping[str, str]
    pages: int
    page_types: int
    findings: tuple[str, ...]
    looked_at: tuple[tuple[str, str], ...]
    not_looked_at: tuple[str, ...]


@cache
def proved(file: Path = RESULT) -> Proved:
    """Read the result of the tests; a broken or missing file raises, for it is part of the package."""
    told: Result = json.loads(file.read_text(encoding="utf-8"))
    return Proved(
        version=told["version"],
        day=date.fromisoformat(told["dag"]),
        browsers=told["webbläsare"],
        judges=told["domare"],
        pages=told["sidor"],
        page_types=told["sidtyper"],
        findings=tuple(told["fynd"]),
        looked_at=tuple((f"{at} {name}", ", ".join(how)) for at, (name, how) in told["krav"].items() if how),
        not_looked_at=tuple(f"{at} {name}" for at, (name, how) in told["krav"].items() if not how),
    )
