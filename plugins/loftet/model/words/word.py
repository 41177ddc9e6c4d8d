"""What every closed list of words is: Swedish words, each of which may carry a meaning."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A closed list of Swedish words; each word may carry a meaning in a sentence."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Make one word of the list."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        return word

    @classmethod
    def forms(cls) -> dict[str, Self]:
        """Give every accepted spelling with the word that it stands for."""
        return {word.value: word for word in cls}
