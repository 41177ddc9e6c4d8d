"""Signs that nobody sees in an editor's texts: they turn letters and figures around, or hide inside words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from loftet.checks.telling import hint, problem
from loftet.model.register import Register
from loftet.problems import Problem

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates of Unicode's bidirectional text: «53» is read as «35» after one of them."""

_HIDDEN = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064]")
"""Signs without width that follow from web pages and Word: the search and a reader's own do not find the word."""

_RETYPE = "Syns det inte: skriv om texten för hand. Tecknet följde troligen med när den klistrades in."

_TRANSLATIONS = "översättningar"
"""Where text from right to left is written, and marks of direction may be needed."""


def texts_hide_no_signs(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where an unseen sign turns a text around, and a Hint where one hides inside a word."""
    for record, leaf in register.leaves:
        text = leaf.value
        if not isinstance(text, str) or text.isascii():
            continue
        turning, hidden = _TURNING.search(text), _HIDDEN.search(text)
        if turning:
            what = f"Här står ett osynligt tecken ({_code(turning[0])}) som får text och tal att läsas baklänges."
            yield problem(register, record, leaf.path, what, f"Radera det. {_RETYPE}")
        elif hidden and _TRANSLATIONS not in leaf.path:
            what = f"Här står ett osynligt tecken ({_code(hidden[0])}), och då hittar sökningen inte ordet."
            yield hint(register, record, leaf.path, what, f"Radera det. {_RETYPE}")


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"
