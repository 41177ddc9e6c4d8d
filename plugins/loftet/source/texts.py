"""What is said of keys and texts that YAML reads without complaint though something is amiss."""

from __future__ import annotations

import re

import yaml

from loftet.source.spot import indent, quoted, shortened, without_comment

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted values that mean "nothing" in YAML; an editor who has nothing to say leaves the row out."""

Saying = tuple[str, str]
"""What is wrong, and how to mend it."""

SEVERAL_DOCUMENTS: Saying = (
    "Här börjar ett nytt dokument (---). En fil får bara innehålla ett.",
    "Ta bort raden med ---. Är det en ny post som börjar: lägg den i en egen fil.",
)
EMPTY_ITEM: Saying = ("Strecket har inget efter sig.", "Skriv något efter strecket eller ta bort raden.")
NAMELESS: Saying = ("Nyckeln före kolon saknas.", "Skriv nyckeln, till exempel «titel: Tryggare centrum».")
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
_SMART = "”“„"
_SCHEMES = frozenset({"mailto", "tel", "geo", "urn", "doi", "sms"})
_KEY_WITHOUT_SPACE = re.compile(r"([^\W\d][\w-]*):(?!//)([^ \t\n].*)", re.DOTALL)
_KEY_LINE = re.compile(r"\s*(?:- +)?[a-zåäö_]+:(?: |$)")


def special(event: yaml.Event) -> Saying | None:
    """Say what a tag, an anchor or an alias is, and that it is not used; None when there is none."""
    if isinstance(event, yaml.AliasEvent):
        return _ALIAS
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        return _ANCHOR
    tagged = isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None
    return _TAG if tagged else None


def loose(text: str) -> Saying:
    """Say that a whole file is one text, or that its only row lacks the blank after the colon."""
    missing = without_space(text)
    if missing is not None:
        return missing
    return (
        "Filen är löpande text. Den ska bestå av rader med nyckel, kolon och värde.",
        "Skriv till exempel «titel: Tryggare centrum», med kolon och blanksteg efter nyckeln.",
    )


def without_space(text: str) -> Saying | None:
    """Say that the blank after the colon is missing, when a text reads like `titel:Hej`."""
    matched = _KEY_WITHOUT_SPACE.fullmatch(text)
    if matched is None or matched[1].lower() in _SCHEMES:
        return None
    key, value = matched[1], shortened(matched[2])
    return f"Det saknas blanksteg efter kolon i «{key}:{value}».", f"Skriv «{key}: {value}»."


def duplicate(key: str, first_line: int) -> Saying:
    """Say that a key stands twice; `first_line` counts from 1."""
    return (
        f"«{key}» står två gånger: här och på rad {first_line}.",
        "Behåll den ena. Är det flera värden: skriv dem som en lista under en enda nyckel.",
    )


def empty(key: str, rest: str) -> Saying:
    """Say that a key has no value; `rest` is what stands after the key on its line."""
    if re.match(r"\s*:\s+#\S", rest):
        text = rest.split(":", 1)[1].strip()
        return (
            f"«{key}» har inget värde: allt efter # är en kommentar och läses inte.",
            f"Ska det vara med, sätt det inom citattecken: «{key}: {quoted(shortened(text))}».",
        )
    return (
        f"«{key}» har inget värde.",
        f"Skriv ett värde efter kolon, eller ta bort raden. Hör raderna under till «{key}»: "
        "dra in dem med två blanksteg.",
    )


def cut_by_comma(piece: str, phrase: str, has_key: bool) -> Saying:
    """Say that a comma inside { } cut a text; `phrase` is the whole of it, from its first piece on."""
    missing = without_space(piece)
    if missing is not None:
        return missing
    if not has_key:
        return (
            f"«{shortened(piece)}» inom {{ }} har inget värde.",
            "Skriv nyckel, kolon, blanksteg och värde.",
        )
    return (
        f"Kommatecknet inom {{ }} klipper av texten: «{shortened(piece)}» blev en egen nyckel utan värde.",
        f"Sätt hela texten inom raka citattecken: {quoted(shortened(phrase.strip(_SMART), 100))}.",
    )


def slip(
    event: yaml.ScalarEvent, key: yaml.ScalarEvent | None, text: str
) -> tuple[int, int, str, str] | None:
    """Find a slip in a text that YAML accepts: line and column from 0, what and mend; None when it reads well."""
    start, end = event.start_mark, event.end_mark
    if event.style in ("|", ">"):
        return None
    if start.line != end.line:
        return _swallowed(event, key, text.split("\n"))
    if event.style:
        return None
    if event.value[0] in _SMART and event.value[-1] in _SMART and len(event.value) > 1:
        return (start.line, start.column, *_smart(event.value))
    if key is None or key.start_mark.line != start.line:
        missing = without_space(event.value)
        return None if missing is None else (start.line, start.column, *missing)
    return None


def _smart(value: str) -> Saying:
    bare = value.strip(_SMART)
    return (
        f"Texten står inom typografiska citattecken ({value[0]}). De skyddar inte texten i YAML utan följer med ut.",
        f"Skriv raka citattecken: {quoted(shortened(bare))}. Ska de synas: {quoted(shortened(value))}.",
    )


def _swallowed(
    event: yaml.ScalarEvent, key: yaml.ScalarEvent | None, lines: list[str]
) -> tuple[int, int, str, str] | None:
    """Find a row that was read as the continuation of the text above though it looks like one of its own."""
    start, last = event.start_mark, event.end_mark.line
    outer = indent(lines[key.start_mark.line]) if key is not None else start.column - 1
    for number in range(start.line + 1, last + 1):
        line = lines[number]
        if event.style:
            if indent(line) <= outer and _KEY_LINE.match(line):
                return (start.line, start.column, *unclosed_quote(event.style, line))
            continue
        found = _in_plain(line, lines[number - 1])
        if found is not None:
            return (number, indent(line), *found)
    return None


def unclosed_quote(quote: str, swallowed: str) -> Saying:
    """Say that a quote is never closed, so that the next row became a part of the text."""
    return (
        f"Citattecknet ({quote}) här avslutas inte på raden, så «{shortened(swallowed)}» blev en del av texten.",
        f"Sätt ett {quote} till där texten slutar, eller ta bort det första.",
    )


def _in_plain(line: str, above: str) -> Saying | None:
    bare = without_comment(line).strip()
    if bare.startswith("- "):
        return (
            f"Raden börjar med streck men raden ovanför har redan ett värde: «{shortened(above)}».",
            "Ska det vara en lista: ta bort texten efter kolon ovanför. Ska det vara text: börja inte raden med streck.",
        )
    return without_space(bare)
