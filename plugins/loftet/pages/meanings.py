"""The words of the glossary in all the forms in which a text may use them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from loftet.model.knowledge import GlossaryEntry

_ENDINGS = (
    *("", "s", "n", "en", "et", "t", "er", "ar", "or", "na", "arna", "erna", "orna", "ns", "ens", "ets"),
    *("ers", "ars", "arnas", "ernas", "are"),
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Meanings:
    """The words of the glossary in all their forms; an abbreviation has only one, in capitals."""

    entries: Mapping[str, GlossaryEntry]

    @cached_property
    def forms(self) -> dict[str, GlossaryEntry]:
        """Give the entry of each form that a word may have."""
        found: dict[str, GlossaryEntry] = {}
        for entry in self.entries.values():
            for form in _forms(entry.term):
                found.setdefault(form, entry)
        return found

    @cached_property
    def first_words(self) -> dict[str, tuple[str, ...]]:
        """Give the forms by their first word, so that a page without any of them is soon passed by."""
        found: dict[str, list[str]] = {}
        for form in self.forms:
            found.setdefault(_WORD.findall(form)[0], []).append(form)
        return {word: tuple(forms) for word, forms in found.items()}

    def found(self, html: str) -> dict[str, GlossaryEntry]:
        """Give the forms that may stand in a text, with their entries; the longest first."""
        words = self.first_words.keys() & set(_WORD.findall(html))
        forms = sorted(
            (form for word in words for form in self.first_words[word]), key=lambda one: (-len(one), one)
        )
        return {form: self.forms[form] for form in forms}


def _forms(term: str) -> Iterator[str]:
    """Give the forms of a word: its endings, in lower case and at the start of a sentence; none without a letter."""
    if not _WORD.search(term):
        return
    if term.isupper():
        yield term
        return
    stem = term[:-1] if term.endswith(("a", "e")) else term
    for start in dict.fromkeys((term, stem)):
        for ending in _ENDINGS if " " not in term else ("",):
            yield f"{start}{ending}"
            yield f"{start[:1].upper()}{start[1:]}{ending}"
