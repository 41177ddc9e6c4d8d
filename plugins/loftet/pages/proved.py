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


class Criterion(TypedDict):
    """A criterion of WCAG: its name, the tests that look at it, and in a sentence what the review saw, or ""."""

    namn: str
    prov: list[str]
    genomgång: str


class Result(TypedDict):
    """The file: the version tested, when, in what, by which judges, how much, what was found, which criteria.

    `genomgången` is the day of the review of what no program can tell, `skärmläsare` what read the pages aloud in it.
    """

    version: str
    dag: str
    webbläsare: dict[str, str]
    domare: dict[str, str]
    sidor: int
    sidtyper: int
    fynd: list[str]
    genomgången: str
    skärmläsare: str
    krav: dict[str, Criterion]


@dataclass(frozen=True)
class Proved:
    """The result, as the statement tells it; criteria are "1.1.1 Bilder har text", with what looked at them.

    A criterion that both tests and the review looked at stands in `tested` and in `reviewed`.
    """

    version: str
    day: date
    browsers: Mapping[str, str]
    judges: Mapping[str, str]
    pages: int
    page_types: int
    findings: tuple[str, ...]
    review_day: date
    screen_reader: str
    tested: tuple[tuple[str, tuple[str, ...]], ...]
    reviewed: tuple[tuple[str, str], ...]
    not_looked_at: tuple[str, ...]


@cache
def proved(file: Path = RESULT) -> Proved:
    """Read the result of the tests; a broken or missing file raises, for it is part of the package."""
    told: Result = json.loads(file.read_text(encoding="utf-8"))
    criteria = [(f"{at} {one['namn']}", one) for at, one in told["krav"].items()]
    return Proved(
        version=told["version"],
        day=date.fromisoformat(told["dag"]),
        browsers=told["webbläsare"],
        judges=told["domare"],
        pages=told["sidor"],
        page_types=told["sidtyper"],
        findings=tuple(told["fynd"]),
        review_day=date.fromisoformat(told["genomgången"]),
        screen_reader=told["skärmläsare"],
        tested=tuple((name, tuple(one["prov"])) for name, one in criteria if one["prov"]),
        reviewed=tuple((name, one["genomgång"]) for name, one in criteria if one["genomgång"]),
        not_looked_at=tuple(name for name, one in criteria if not one["prov"] and not one["genomgång"]),
    )
