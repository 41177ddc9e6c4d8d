"""The Swedish order of names: å, ä and ö last, whatever the machine's language; digits first."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

_SWEDISH = "åäö"
_ORDER = "0123456789abcdefghijklmnopqrstuvwxyzåäö"
_ALIKE = str.maketrans({"æ": "ä", "ø": "ö", "ß": "ss", "ð": "d", "þ": "th", "ł": "l"})
_ANCHORS = {"å": "a-ring", "ä": "a-prickar", "ö": "o-prickar", "0": "siffror"}

Named = TypeVar("Named")


@dataclass(frozen=True)
class Letter(Generic[Named]):
    """The things whose names begin with a letter, in order; digits stand together under ”0–9”."""

    title: str
    anchor: str
    members: tuple[Named, ...]


def swedish_key(text: str) -> tuple[tuple[int, ...], str]:
    """Give what a text is sorted by: letters and digits in Swedish order, then the text itself."""
    return tuple(_ORDER.index(sign) + 1 if sign in _ORDER else 0 for sign in _plain(text)), text


def _plain(text: str) -> str:
    """Give a text in lower case with accents taken off all letters but å, ä and ö; other signs become blanks."""
    letters = []
    for sign in unicodedata.normalize("NFC", text).lower().translate(_ALIKE):
        base = sign if sign in _SWEDISH else unicodedata.normalize("NFD", sign)[0]
        letters.append(base if base in _ORDER else " ")
    return " ".join("".join(letters).split())


def by_letter(things: Iterable[Named], name: Callable[[Named], str]) -> tuple[Letter[Named], ...]:
    """Give things in Swedish order of their names, in one group a first letter."""
    groups: dict[str, list[Named]] = {}
    for thing in sorted(things, key=lambda one: swedish_key(name(one))):
        groups.setdefault(_first(name(thing)), []).append(thing)
    return tuple(
        Letter(
            "0–9" if first == "0" else first.upper(), f"bokstav-{_ANCHORS.get(first, first)}", tuple(found)
        )
        for first, found in groups.items()
    )


def _first(name: str) -> str:
    first = (_plain(name) or "0")[0]
    return "0" if first.isdigit() else first
