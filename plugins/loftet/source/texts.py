"""What is said of keys and texts that YAML reads without complaint though something is amiss."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from loftet.source.events import Event
from loftet.source.spot import indent, quoted, shortened, without_comment

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted values that mean "nothing" in YAML; an editor who has nothing to say leaves the row out."""

Saying = tuple[str, str]
"""What is wrong, and how to mend it."""


class Slip(NamedTuple):
    """A slip of the pen at a place that counts from 0; `readable` when the text is still the one meant."""

    line: int
    column: int
    saying: Saying
    readable: bool = False


SEVERAL_DOCUMENTS: Saying = (
    "Här börjar ett nytt dokument (---). En fil får bara innehålla ett.",
    "Ta bort raden med ---. Är det en ny post som börjar: lägg den i en egen fil.",
)
EMPTY_ITEM: Saying = ("Strecket har inget efter sig.", "Skriv något efter strecket eller ta bort raden.")
NAMELESS: Saying = ("Nyckeln före kolon saknas.", "Skriv nyckeln, till exempel ”titel: Tryggare centrum”.")
KEY_NOT_TEXT: Saying = (
    "Nyckeln före kolon är inte vanlig text.",
    "Skriv nyckeln som ett ord. Ska raden vara text: sätt den inom raka citattecken.",
)
_TAG: Saying = (
    "Utropstecken först i ett värde är en instruktion i YAML (en tagg) och används inte här.",
    'Sätt texten inom raka citattecken: "!…", eller ta bort utropstecknet.',
)
_ANCHOR: Saying = (
    "& först i ett värde är ett ankare i YAML och används inte här.",
    'Sätt texten inom raka citattecken: "&…". Ska samma uppgift stå på två ställen: skriv den två gånger.',
)
_ALIAS: Saying = (
    "* först i ett värde är en hänvisning till ett ankare i YAML och används inte här.",
    'Sätt texten inom raka citattecken: "*…". Ska samma uppgift stå på två ställen: skriv den två gånger.',
)
SPECIAL = {"!": _TAG, "&": _ANCHOR, "*": _ALIAS}
"""What is said of a tag, an anchor and an alias, by the sign each begins with."""

_SMART = "”“„"
_ODD_BLANKS = "\u00a0\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u3000\ufeff"
_SCHEMES = frozenset({"mailto", "tel", "geo", "urn", "doi", "sms"})
_KEY_WITHOUT_SPACE = re.compile(r"([^\W\d][\w-]*):(?!//)([^ \t\n].*)", re.DOTALL)
_KEY_LINE = re.compile(r"\s*(?:- +)?[a-zåäö_]+:(?: |$)")


def too_deep(deepest: int) -> Saying:
    """Say that lists and mappings stand too deep inside each other."""
    return (
        f"Här är det fler än {deepest} nivåer inuti varandra.",
        "Ta bort överflödiga hakparenteser, streck och indrag.",
    )


def odd_key(key: str) -> Saying:
    """Say that a key begins or ends with a blank that is none to YAML."""
    sign = next(sign for sign in key if sign in _ODD_BLANKS)
    return (
        f"Vid nyckeln ”{bare_key(key)}” står ett hårt blanksteg ({_code(sign)}), som inte räknas som blanksteg.",
        "Radera det och skriv vanliga blanksteg. Det följde troligen med när texten klistrades in.",
    )


def bare_key(key: str) -> str:
    """Give a key without the odd blanks around it."""
    return key.strip(_ODD_BLANKS)


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def loose(text: str) -> Saying:
    """Say that a whole file is one text."""
    if not text.strip():
        return "Filen är tom.", "Fyll i uppgifterna eller ta bort filen."
    return (
        "Filen är löpande text. Den ska bestå av rader med nyckel, kolon och värde.",
        "Skriv till exempel ”titel: Tryggare centrum”, med kolon och blanksteg efter nyckeln.",
    )


def without_space(text: str) -> Saying | None:
    """Say that the blank after the colon is missing, when a text reads like `titel:Hej`."""
    matched = _KEY_WITHOUT_SPACE.fullmatch(text)
    if matched is None or matched[1].lower() in _SCHEMES:
        return None
    key, value = matched[1], shortened(matched[2])
    if matched[2][0] in _ODD_BLANKS:
        what = f"Efter kolon i ”{key}:” står ett hårt blanksteg ({_code(matched[2][0])}), inte ett vanligt."
        return what, "Radera det och skriv ett vanligt blanksteg. Det följde troligen med vid inklistring."
    return f"Det saknas blanksteg efter kolon i ”{key}:{value}”.", f"Skriv ”{key}: {value}”."


def duplicate(key: str, first_line: int) -> Saying:
    """Say that a key stands twice; `first_line` counts from 1."""
    return (
        f"”{key}” står två gånger: här och på rad {first_line}.",
        "Behåll den ena. Är det flera värden: skriv dem som en lista under en enda nyckel.",
    )


def empty(key: str, rest: str) -> Saying:
    """Say that a key has no value; `rest` is what stands after the key on its line."""
    if re.match(r"\s*:\s+#\S", rest):
        text = rest.split(":", 1)[1].strip()
        return (
            f"”{key}” har inget värde: allt efter # är en kommentar och läses inte.",
            f"Ska det vara med, sätt det inom citattecken: ”{key}: {quoted(shortened(text))}”.",
        )
    return (
        f"”{key}” har inget värde.",
        f"Skriv ett värde efter kolon, eller ta bort raden. Hör raderna under till ”{key}”: "
        "dra in dem med två blanksteg.",
    )


def cut_by_comma(piece: str, phrase: str) -> Saying:
    """Say that a comma inside { } cut a text; `phrase` is the whole of it, empty when no text began."""
    shown = shortened(piece)
    if not phrase:
        return f"”{shown}” inom {{ }} har inget värde.", "Skriv nyckel, kolon, blanksteg och värde."
    return (
        f"Kommatecknet inom {{ }} klipper av texten: ”{shown}” blev en egen nyckel utan värde.",
        f"Sätt hela texten inom raka citattecken: {quoted(shortened(phrase.strip(_SMART), 100))}.",
    )


def slip(event: Event, key: Event | None, lines: Sequence[str]) -> Slip | None:
    """Find a slip in a text that YAML accepts; `lines` are the whole file. None when it reads well."""
    if event.style in ("|", ">"):
        return None
    if event.line != event.last_line:
        return _swallowed(event, key, lines)
    return None if event.style else _plain_slip(event, alone=key is None or key.line != event.line)


def _plain_slip(event: Event, alone: bool) -> Slip | None:
    """Judge an unquoted text on one line; `alone` when no key stands before it."""
    value = event.value
    inner = value[1:-1].strip(_SMART)
    if len(value) > 1 and value[0] in _SMART and value[-1] in _SMART and not set(inner) & set(_SMART):
        return Slip(event.line, event.column, smart_quotes(value), readable=True)
    missing = without_space(value) if alone else None
    return missing and Slip(event.line, event.column, missing)


def smart_quotes(value: str) -> Saying:
    """Say that typographic quotes protect nothing in YAML."""
    bare = shortened(value.strip(_SMART))
    return (
        f"Texten står inom typografiska citattecken ({value[0]}). De skyddar inte texten utan följer med ut.",
        f"Skriv raka citattecken: {quoted(bare)}. Ska de typografiska synas: {quoted(shortened(value))}.",
    )


def _swallowed(event: Event, key: Event | None, lines: Sequence[str]) -> Slip | None:
    """Find a row that was read as a part of the text above though it looks like one of its own."""
    outer = indent(lines[key.line]) if key is not None else event.column - 1
    for number in range(event.line + 1, event.last_line + 1):
        line = lines[number]
        if event.style and indent(line) <= outer and _KEY_LINE.match(line):
            return Slip(event.line, event.column, unclosed_quote(event.style, line))
        saying = None if event.style else _in_plain(line, lines[number - 1])
        if saying is not None:
            return Slip(number, indent(line), saying)
    return None


def unclosed_quote(quote: str, swallowed: str) -> Saying:
    """Say that a quote is never closed, so that the next row became a part of the text."""
    return (
        f"Citattecknet ({quote}) avslutas inte, så raden ”{shortened(swallowed)}” blev en del av texten.",
        f"Sätt ett {quote} till där texten slutar, eller ta bort det första.",
    )


def _in_plain(line: str, above: str) -> Saying | None:
    bare = without_comment(line).strip()
    if bare.startswith("- "):
        return (
            f"Raden börjar med streck, men raden ovanför har redan ett värde: ”{shortened(above)}”.",
            "En lista: ta bort texten efter kolon ovanför. En text: börja inte raden med streck.",
        )
    return without_space(bare)
