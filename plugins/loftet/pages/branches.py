"""What lies under what as a nested list: whole while it is small, its two upper levels when it is large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from loftet.pages.lines import Line
from loftet.pages.long_lists import FIRST, NAMED, LongLists

_WHOLE: Final = 60
"""Branches in all that stand as one nested list."""


@dataclass(frozen=True)
class Branch:
    """One thing in a nested list: where its page is, a fact, what lies under it, and how many of that are left out."""

    text: str
    href: str | None
    fact: str = ""
    under: tuple[Branch, ...] = ()
    extra: Markup | None = None
    left_out: int = 0


@dataclass(frozen=True)
class Branches:
    """What stands of a nested list on its page, and the way to the rest of its upper level."""

    lines: Sequence[Branch]
    rest: dict[str, object] | None = None


def bounded(long: LongLists, anchor: str, title: str, branches: Sequence[Branch]) -> Branches:
    """Give a small tree whole, of a large one the first of its two upper levels; each thing's own page has the rest."""
    if _number(branches) <= _WHOLE:
        return Branches(branches)
    lines: list[Line] = [{"title": one.text, "href": one.href, "fact": one.fact} for one in branches]
    shown = long.first(anchor, title, lines, NAMED)
    return Branches([_first_of(one) for one in branches[: len(shown.lines)]], shown.rest)


def _first_of(branch: Branch) -> Branch:
    under = branch.under if len(branch.under) <= FIRST + 1 else branch.under[:FIRST]
    flat = tuple(replace(one, under=(), left_out=len(one.under)) for one in under)
    return replace(branch, under=flat, left_out=len(branch.under) - len(flat))


def _number(branches: Sequence[Branch]) -> int:
    return sum(1 + _number(one.under) for one in branches)
