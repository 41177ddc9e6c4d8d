"""A text in another language: what the editor has had translated, by the language's code."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from loftet.model.base import Day, Record, Text, key
from loftet.model.faults import Fault

_CODE = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?")


def _language(value: object) -> str:
    code = str(value).strip()
    if not _CODE.fullmatch(code):
        raise Fault(
            f"”{code}” är inte en språkkod.",
            "Skriv språkets två eller tre små bokstäver: en för engelska, ar för arabiska, fi för finska.",
        )
    if code == "sv":
        raise Fault("Svenska är webbplatsens eget språk.", "Ta bort översättningen till sv.")
    return code


LanguageCode = Annotated[str, BeforeValidator(_language)]
"""A language as BCP 47 writes it, in lower case: `en`, `ar`, `sr-latn`."""


class Translation(Record):
    """Översättning: a heading and a short text in another language."""

    title: Text = key("titel", "Rubriken på det andra språket.")
    text: Text = key("text", "Texten på det andra språket. Får ha *betoning*, listor och länkar.")
    translated: Day | None = key("översatt", "Dagen då den översattes.", None)


Translations = dict[LanguageCode, Translation]
"""What has been translated, by the code of its language."""
