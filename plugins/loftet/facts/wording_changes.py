"""What was taken away from a wording and what was put in its place, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

_ALIKE: Final = 0.4
"""Below this share of common words two wordings are two texts, and marks in them would only hide that."""

_MOST_WORDS: Final = 3_000
"""Longer wordings are shown unmarked: comparing them takes time that grows with the square of their length."""


@dataclass(frozen=True)
class WordingPiece:
    """A part of a wording as it stands, spaces and line breaks kept; `changed` when the other wording lacks it."""

    text: str
    changed: bool = False


@dataclass(frozen=True)
class Wordings:
    """A wording before and after a decision; `marked` tells whether what differs is pointed out."""

    before: tuple[WordingPiece, ...]
    after: tuple[WordingPiece, ...]
    marked: bool


def wording_changes(before: str, after: str) -> Wordings:
    """Set two wordings side by side with the words that differ; unmarked where they have too little in common."""
    old, new = _words(before), _words(after)
    whole = Wordings(_pieces([(before, False)]), _pieces([(after, False)]), False)
    if not old or not new or max(len(old), len(new)) > _MOST_WORDS:
        return whole
    matcher = SequenceMatcher(None, [_bare(one) for one in old], [_bare(one) for one in new], autojunk=False)
    if matcher.ratio() < _ALIKE or old == new:
        return whole
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for kind, start, end, start_new, end_new in matcher.get_opcodes():
        left += [(one, kind != "equal") for one in old[start:end]]
        right += [(one, kind != "equal") for one in new[start_new:end_new]]
    return Wordings(_pieces(left), _pieces(right), True)


def _words(text: str) -> list[str]:
    """Give the words of a text, each with the space that follows it."""
    return re.findall(r"\S+\s*|^\s+", text)


def _bare(word: str) -> str:
    return word.strip().rstrip(".,;:").lower()


def _pieces(told: Iterable[tuple[str, bool]]) -> tuple[WordingPiece, ...]:
    """Join words that stand beside each other and are alike changed or not."""
    runs = (
        (changed, "".join(text for text, _ in run)) for changed, run in groupby(told, key=lambda one: one[1])
    )
    return tuple(WordingPiece(text, changed) for changed, text in runs if text)
