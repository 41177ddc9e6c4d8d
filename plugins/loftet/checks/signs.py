"""Signs in texts that no reader should meet: they turn figures around, hide in words, or are broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

from loftet.checks.telling import hint, problem
from loftet.model.base import Entity
from loftet.model.register import Register
from loftet.model.walking import KeyPath
from loftet.problems import Problem

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates of Unicode's bidirectional text: ”53” is read as ”35” after one of them."""

_HIDDEN = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064]")
"""Signs without width that follow from web pages and Word: the search and a reader's own do not find the word."""

_BROKEN = re.compile("\ufffd|Ã[¤¥¶©¼„…–\u0080-\u009f]|â€")
"""Letters that were lost when a program read them in another coding than they were written in: ”på” became ”pÃ¥”."""

_CODED = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5});")
"""A sign as it is written in the code of a web page, which is shown as it stands on ours."""

_RETYPE = "Syns det inte: skriv om texten för hand. Tecknet följde troligen med när den klistrades in."

_TRANSLATIONS = "översättningar"
"""Where text from right to left is written, and marks of direction may be needed."""


def texts_hide_no_signs(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where a sign turns a text around or is broken, and a Hint where one hides or is in code."""
    for record, leaf in register.leaves:
        text = leaf.value
        if isinstance(text, str):
            yield from _coded(register, record, leaf.path, text)
        if not isinstance(text, str) or text.isascii():
            continue
        if broken := _BROKEN.search(text):
            around = text[max(broken.start() - 10, 0) : broken.end() + 10]
            what = f"Här har bokstäver gått sönder: ”{around}”."
            mend = "Skriv om dem för hand. Det hände troligen när texten sparades eller kopierades i ett annat program."
            yield problem(register, record, leaf.path, what, mend)
        turning, hidden = _TURNING.search(text), _HIDDEN.search(text)
        if turning:
            what = f"Här står ett osynligt tecken ({_code(turning[0])}) som får text och tal att läsas baklänges."
            yield problem(register, record, leaf.path, what, f"Radera det. {_RETYPE}")
        elif hidden and _TRANSLATIONS not in leaf.path:
            what = f"Här står ett osynligt tecken ({_code(hidden[0])}), och då hittar sökningen inte ordet."
            yield hint(register, record, leaf.path, what, f"Radera det. {_RETYPE}")


def _coded(register: Register, record: Entity, path: KeyPath, text: str) -> Iterator[Problem]:
    found = _CODED.search(text) if "&" in text else None
    if found and unescape(found[0]) != found[0]:
        what = f"”{found[0]}” är ett tecken i webbsidors kod, och visas så."
        yield hint(register, record, path, what, f"Skriv ”{unescape(found[0])}” i stället.")


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"
