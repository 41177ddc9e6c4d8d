"""A detail to be masked, in every form that a site may have written it in: escaped, hyphenated, folded, marked up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html.entities import codepoint2name

from loftet.model.base import suggested_id
from loftet.problems import Problem
from loftet.wording import date_text

WORDS = "uppgift maskerad"
SLUG = "uppgift-maskerad"
"""What stands in an address or an anchor where a masked detail stood."""

PLACE = "loftet maskera"
"""What is named where it is the command, and no file, that is wrong."""

_SHORTEST = 3
_PLAIN = re.compile(r"[\w .()/§–-]+")
_HYPHENS = re.compile(r"\u00ad|\u200b|&shy;|&#173;|&#xad;|\\u00ad|%c2%ad|\r?\n[ \t](?=\S)", re.IGNORECASE)
_SOFT = rf"(?:{_HYPHENS.pattern})*"
"""What may stand inside a word: soft hyphens set when the site is built, and the folded lines of iCalendar."""

_TAG = r"</?[a-z][^<>]*>|[*_]{1,3}"
_GAP = rf"(?:\s|&nbsp;|&#160;|&#xa0;|\\[nrt]|\\u00a0|%20|%C2%A0|\+|\\(?=\s)|{_TAG})+"
"""What may stand between two words; the marks in it are kept."""

_BEFORE = r"(?:(?<![^\W_])|(?<=\\[nrt])|(?<=\\u[0-9a-f]{4})|(?<=%[0-9a-f]{2}))"
_AFTER = r"(?=s?(?![^\W_]))"
"""A whole word, or its genitive: ”Ann” is not what stands in ”planna”."""

_DASHES = "-‐‑–−"


@dataclass(frozen=True)
class MaskingReason:
    """Why something is masked, on which day and by which function: all that is ever told of it."""

    why: str
    day: date
    function: str

    @property
    def marker(self) -> str:
        """Give what stands in the detail's place: no sign in it means anything in YAML, HTML, JSON, CSV or XML."""
        return f"({WORDS} {date_text(self.day)} av {self.function} – {self.why})"


MARKER = re.compile(
    rf"\({WORDS} \d{{1,2}} [a-z]+ \d{{4}} av [^\n<>\"]+? – (?:[^\n<>\"()]|\([^()]*\))+\)|{SLUG}"
)
"""A detail that has been masked, in any text."""


@dataclass(frozen=True)
class Detail:
    """The words that are to go; they are never printed."""

    text: str

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = [_word(one) for one in self.text.split()]
        edges = (_BEFORE if self.text[0].isalnum() else "", _AFTER if self.text[-1].isalnum() else "")
        slug = [re.escape(one) for one in self.slugs]
        forms = "|".join(
            [edges[0] + _GAP.join(words) + edges[1], *(f"{_BEFORE}{one}{_AFTER}" for one in slug)]
        )
        return re.compile(forms, re.IGNORECASE)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """Give how the words read in an address or a file's name, where that is another form than the words."""
        slug = suggested_id(self.text)
        forms = (
            slug,
            slug.replace("-", "_"),
            unicodedata.normalize("NFC", self.text).lower().replace(" ", "-"),
        )
        return tuple(
            dict.fromkeys(
                one for one in forms if len(one) > _SHORTEST and "-" in forms[0] and one != self.text.lower()
            )
        )

    @cached_property
    def _core(self) -> str:
        """Give the longest run of plain letters and digits in it, which every form of it has."""
        return max(re.findall(r"[a-z0-9]+", self.text.lower()), key=len, default="")

    def _may_stand(self, text: str) -> bool:
        """Tell whether the pattern, which is slow on long texts, is worth while."""
        return self._core in _HYPHENS.sub("", text.lower())

    def count(self, text: str) -> int:
        """Count how many times it stands in a text, in any form."""
        return sum(1 for _ in self._pattern.finditer(text)) if self._may_stand(text) else 0

    def masked(self, text: str, marker: str) -> str:
        """Give the text with the marker wherever the detail stood; marks between its words are kept."""
        if not self._may_stand(text):
            return text
        return self._pattern.sub(lambda match: self._replacement(match, marker), text)

    def _replacement(self, match: re.Match[str], marker: str) -> str:
        found = match[0]
        if found.lower() in self.slugs or re.search(r"%[0-9a-f]{2}", found, re.IGNORECASE):
            return SLUG
        return marker + "".join(re.findall(_TAG, found, re.IGNORECASE))

    def inside_words(self, text: str) -> bool:
        """Tell whether its letters stand inside a longer word, where they are left alone."""
        plain = unicodedata.normalize("NFC", text).casefold().replace("\u00ad", "")
        return self.text.casefold() in plain and self.count(text) < plain.count(self.text.casefold())


def faults(detail: str, reason: MaskingReason) -> Iterator[Problem]:
    """Give a Problem for each word of the command that cannot stand."""
    letters = sum(one.isalnum() for one in detail)
    if letters < _SHORTEST:
        what = f"Uppgiften är för kort: den måste ha minst {_SHORTEST} bokstäver eller siffror."
        yield Problem(
            PLACE, 0, 0, what, "Skriv hela uppgiften som den står, till exempel för- och efternamn."
        )
    for name, words in (("--skäl", reason.why), ("--funktion", reason.function)):
        if not words.strip():
            yield Problem(PLACE, 0, 0, f"{name} saknas.", _EXAMPLES[name])
        elif not _PLAIN.fullmatch(words):
            what = (
                f"{name} får bara ha bokstäver, siffror, mellanslag, punkt, bindestreck, §, / och parentes."
            )
            yield Problem(PLACE, 0, 0, what, _EXAMPLES[name])
        elif letters >= _SHORTEST and Detail(detail).count(words):
            yield Problem(PLACE, 0, 0, f"{name} innehåller själva uppgiften.", _EXAMPLES[name])
    if letters >= _SHORTEST and Detail(detail).count(reason.marker):
        what = "Uppgiften är ett ord som alltid står kvar där något är maskerat."
        yield Problem(PLACE, 0, 0, what, "Skriv mer av uppgiften.")


_EXAMPLES = {
    "--skäl": "Skriv varför, utan att säga vad: --skäl personuppgift.",
    "--funktion": "Skriv funktionen som har beslutat, inget namn: --funktion registratorn.",
}


def _word(word: str) -> str:
    """Give the pattern of one word: each sign in every form, with what may stand between two signs."""
    return _SOFT.join(_sign(one) for one in unicodedata.normalize("NFC", word))


def _sign(sign: str) -> str:
    if sign.isascii() and sign.isalnum():
        return sign
    if sign in _DASHES:
        return f"(?:[{_DASHES}]|%2D|&#45;|&(?:n|m)dash;|&#8211;|%E2%80%9[0-5])"
    forms = {form for one in (sign, sign.lower(), sign.upper()) for form in _forms(one)}
    return f"(?:{'|'.join(re.escape(one) for one in sorted(forms, key=len, reverse=True))})"


def _forms(sign: str) -> Iterator[str]:
    """Give one sign as it stands, decomposed, and as HTML, JSON, YAML, CSV and addresses escape it."""
    yield sign
    yield from _escaped(sign)
    apart = unicodedata.normalize("NFD", sign)
    if len(apart) > 1:
        yield from (apart[0] + form for form in (apart[1:], *_escaped(apart[1:])))
    yield from {"'": ("''", "&apos;"), '"': ('""',)}.get(sign, ())


def _escaped(sign: str) -> Iterator[str]:
    for one in sign:  # the upper case of ß is two
        code = ord(one)
        yield from (
            f"&#{code};",
            f"&#x{code:x};",
            f"&#0{code};",
            f"\\u{code:04x}",
            f"\\x{code:02x}",
            f"\\{one}",
        )
        if code in codepoint2name:
            yield f"&{codepoint2name[code]};"
    yield "".join(f"%{byte:02X}" for byte in sign.encode())
