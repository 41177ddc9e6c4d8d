"""Judges of the built site: they read the files that a reader would get, whatever made them.

To add a judge: write one function `(Built, Expected) -> Iterator[Problem]` in a module here, name it in JUDGES,
and give it a case in which it fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loftet.problems import Problem
from loftet.publishing.judging.built import Built, Expected
from loftet.publishing.judging.leaks import no_drafts, nothing_personal
from loftet.publishing.judging.links import links_lead_somewhere, nothing_from_elsewhere
from loftet.publishing.judging.promises import ledger_is_kept, sitemap_is_whole
from loftet.publishing.judging.structure import ids_are_unique, one_heading, speaks_swedish

JUDGES: tuple[Callable[[Built, Expected], Iterator[Problem]], ...] = (
    links_lead_somewhere,
    nothing_from_elsewhere,
    ids_are_unique,
    one_heading,
    speaks_swedish,
    ledger_is_kept,
    sitemap_is_whole,
    no_drafts,
    nothing_personal,
)


def judged(built: Built, expected: Expected) -> tuple[Problem, ...]:
    """Let every judge speak of a built site; sorted by file."""
    return tuple(sorted({problem for judge in JUDGES for problem in judge(built, expected)}))
