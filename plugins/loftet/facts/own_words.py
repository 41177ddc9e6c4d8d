"""Löftet's own sentences in the municipality's words: ”Ingen åtgärd är försenad” becomes ”Inget arbete är försenat”.

Only sentences that Löftet itself has written go through here, before any of the editor's text is put in: what is
quoted is never touched. The words around a noun follow its gender; a sentence that speaks on of a thing with ”den”
or ”det” cannot be followed, so our sentences repeat the noun instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from loftet.facts.labels import NOUNS, noun
from loftet.model.place import Municipality
from loftet.wording import Noun

_EVERYDAY = "ord"
"""A noun that our sentences also use of any word at all: said in the municipality's way only by name."""

_FORMS = ("singular", "definite", "plural", "definite_plural")
_BEFORE = (
    ("en", "ett"),
    ("ingen", "inget"),
    ("någon", "något"),
    ("den", "det"),
    ("denna", "detta"),
    ("vilken", "vilket"),
    ("annan", "annat"),
    ("egen", "eget"),
    ("sin", "sitt"),
    ("vår", "vårt"),
    ("ny", "nytt"),
    ("viss", "visst"),
    ("sådan", "sådant"),
    ("årlig", "årligt"),
    ("utlovad", "utlovat"),
    ("hållen", "hållet"),
    ("inställd", "inställt"),
)
_AFTER = (
    ("angiven", "angivet"),
    ("avslutad", "avslutat"),
    ("försenad", "försenat"),
    ("genomförd", "genomfört"),
    ("gjord", "gjort"),
    ("klar", "klart"),
    ("knuten", "knutet"),
    ("planerad", "planerat"),
    ("publicerad", "publicerat"),
    ("undertecknad", "undertecknat"),
    ("uppfylld", "uppfyllt"),
)
_SAME = ("varje", "samma", "hela", "första", "senaste", "förra", "nästa", "tidigare", "enda", "publicerade")
_INTO = {
    form: pair for pair in (*_BEFORE, *_AFTER) for form in pair
}  # each inflected word with its pair (common, neuter)
_QUALITIES = "|".join(sorted((*_INTO, *_SAME), key=len, reverse=True))
_PREDICATES = "|".join(form for pair in _AFTER for form in pair)
_NEUTERS = frozenset(neuter for _, neuter in _BEFORE) | {"varje", "samma"}
_COMMONS = frozenset(common for common, _ in _BEFORE) | {"varje", "samma"}


@dataclass(frozen=True)
class OwnWords:
    """The municipality's nouns, those that are other than Löftet's, each beside the word it stands for."""

    nouns: tuple[tuple[Noun, Noun], ...] = ()

    def __call__(self, sentence: str) -> str:
        """Give a sentence of Löftet's own in the municipality's words; unchanged when it has none."""
        return self._pattern.sub(self._said, sentence) if self.nouns else sentence

    @cached_property
    def _by_form(self) -> Mapping[str, tuple[Noun, Noun]]:
        return {getattr(ours, form): (ours, own) for ours, own in self.nouns for form in reversed(_FORMS)}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = "|".join(re.escape(one) for one in sorted(self._by_form, key=len, reverse=True))
        return re.compile(
            rf"(?P<before>(?:\b(?:{_QUALITIES})\s+)*)"
            rf"(?P<several>\bav\s+)?"
            rf"(?<![\w-])(?P<form>{forms})(?P<genitive>s?)(?![\w-])"
            rf"(?P<after>(?:\s+(?:är|blir|var)(?:\s+(?:inte|också|ännu))?\s+(?:{_PREDICATES})\b)?)",
            re.IGNORECASE,
        )

    def _said(self, found: re.Match[str]) -> str:
        written = found["form"]
        ours, own = self._by_form[written.lower()]
        before, after = found["before"], found["after"]
        form = _form_of(ours, written.lower(), before.lower().split())
        if form in ("singular", "definite") or (found["several"] and before):
            before, after = (_agreeing(text, own.neuter) for text in (before, after))
        word = str(getattr(own, form)) + (
            "s" if found["genitive"] and not _hisses(getattr(own, form)) else ""
        )
        shown = word[:1].upper() + word[1:] if written[:1].isupper() else word
        return f"{before}{found['several'] or ''}{shown}{after}"


def _form_of(ours: Noun, written: str, before: list[str]) -> str:
    """Give which form was written; where singular and plural are alike, the words before it tell."""
    alike = [form for form in _FORMS if getattr(ours, form) == written]
    if len(alike) == 1:
        return alike[0]
    one = _NEUTERS if ours.neuter else _COMMONS
    return "singular" if not one.isdisjoint(before) else "plural"


def _agreeing(text: str, neuter: bool) -> str:
    return re.sub(r"\w+", lambda word: _inflected(word.group(), neuter), text)


def _inflected(word: str, neuter: bool) -> str:
    pair = _INTO.get(word.lower())
    if pair is None:
        return word
    shown = pair[1] if neuter else pair[0]
    return shown[:1].upper() + shown[1:] if word[:1].isupper() else shown


def _hisses(word: str) -> bool:
    return word[-1:] in ("s", "x", "z")


def own_words(municipality: Municipality) -> OwnWords:
    """Give the municipality's own words for Löftet's sentences; the same object for the same words."""
    if not municipality.labels:
        return _shared(())
    said = ((ours, noun(municipality, name)) for name, ours in NOUNS.items() if name != _EVERYDAY)
    return _shared(tuple((ours, own) for ours, own in said if own != ours))


NO_OWN_WORDS = OwnWords()
"""Löftet's own words as they are."""

_shared = cache(OwnWords)
