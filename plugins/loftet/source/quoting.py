"""Syntax faults of quotes, of colons in a text, and of signs that mean something to YAML."""

from __future__ import annotations

import re
from dataclasses import replace

from loftet.source import texts
from loftet.source.spot import (
    Spot,
    SyntaxFault,
    continued_until,
    has_content,
    indent,
    quoted,
    shortened,
    value_start,
    with_value,
    without_comment,
)

_COLON_IN_VALUE = re.compile(r"""^(\s*(?:- +)*)([^\s:#"'\[{][^:]*?):[ \t]+(\S.*)$""")
_SMART = "”“„"


def forbidden_start(spot: Spot) -> SyntaxFault | None:
    """Know a value that begins with @, ` or %."""
    sign = spot.at
    if sign not in ("@", "`", "%") or "cannot start any token" not in spot.message:
        return None
    value = without_comment(spot.text[spot.column :])
    what = f"Ett värde kan inte börja med {sign} i YAML."
    return _quote_rest(spot, spot.line, spot.column, what, value)


def directive(spot: Spot) -> SyntaxFault | None:
    """Know a line that begins with %, which YAML takes for an instruction to itself."""
    if not spot.start_text.startswith("%"):
        return None
    what = "En rad kan inte börja med %, som är en instruktion i YAML."
    mend = "Ta bort raden, eller skriv nyckel och kolon före och sätt texten inom raka citattecken."
    return SyntaxFault(spot.start_line, 0, what, mend, {spot.start_line: ""})


def block_sign(spot: Spot) -> SyntaxFault | None:
    """Know a text that stands on the same line as | or >, which announce a text on the lines below."""
    sign = spot.start_text[spot.start_column : spot.start_column + 1]
    if "block scalar" not in spot.context or sign not in ("|", ">"):
        return None
    value = without_comment(spot.start_text[spot.start_column :])
    what = f"{sign} efter kolon betyder att texten börjar på nästa rad, men här står text på samma rad."
    fault = _quote_rest(spot, spot.start_line, spot.start_column, what, value)
    until = continued_until(spot.lines, spot.start_line)
    if not any(map(str.strip, spot.lines[spot.start_line + 1 : until])):
        return fault
    return replace(fault, mend=f"Flytta det som står efter {sign} till nästa rad, med samma indrag som där.")


def special_sign(spot: Spot) -> SyntaxFault | None:
    """Know a value that begins with *, & or !, which YAML takes for a reference, an anchor or a tag."""
    sign = spot.start_text[spot.start_column : spot.start_column + 1]
    if sign not in texts.SPECIAL or "quoted" in spot.context or sign == "":
        return None
    what, _ = texts.SPECIAL[sign]
    value = without_comment(spot.start_text[spot.start_column :])
    return _quote_rest(spot, spot.start_line, spot.start_column, what, value)


def backslash(spot: Spot) -> SyntaxFault | None:
    """Know a backslash within double quotes, as in a path of Windows."""
    if "quoted scalar" not in spot.context or "\\" not in spot.text or "end of stream" in spot.message:
        return None
    column = spot.text.find("\\", max(spot.column - 2, 0))
    what = "Omvänt snedstreck (\\) inom dubbla citattecken har en särskild betydelse i YAML."
    mend = "Byt de dubbla citattecknen mot enkla ('…'), eller skriv \\\\ i stället för \\."
    doubled = spot.text.replace("\\\\", "\\").replace("\\", "\\\\")
    return SyntaxFault(spot.line, column if column >= 0 else spot.column, what, mend, {spot.line: doubled})


def unclosed_quote(spot: Spot) -> SyntaxFault | None:
    """Know a quote that is never closed, so that the file ended within a text."""
    if "quoted scalar" not in spot.context or "end of stream" not in spot.message:
        return None
    return _unclosed(spot, spot.start_line, spot.start_column)


def text_after_quote(spot: Spot) -> SyntaxFault | None:
    """Know text after a closing quote, and a closing quote that is rather the opening of another."""
    before = spot.text[: spot.column].rstrip()
    if not before.endswith(('"', "'")) or "flow" in spot.context:
        return None
    quote, start = before[-1], value_start(spot.text)
    if spot.text[start : start + 1] == quote and start < len(before) - 1:
        return _after_quote(spot, quote, start)
    opened = _opened_above(spot, quote)
    return None if opened is None else _unclosed(spot, opened, value_start(spot.lines[opened]))


def colon_in_text(spot: Spot) -> SyntaxFault | None:
    """Know an unquoted text with a colon and a blank in it."""
    if "mapping values are not allowed" not in spot.message:
        return None
    matched = _COLON_IN_VALUE.match(spot.text)
    if matched is None or matched.start(3) > spot.column:
        return _colon_in_continued(spot)
    value = without_comment(matched[3])
    if value[0] in _SMART:
        what, mend = texts.smart_quotes(value)
    else:
        what = f"Kolon inne i texten: ”{shortened(value)}”. YAML tror att en ny nyckel börjar där."
        mend = f"Sätt hela texten inom citattecken: {matched[2]}: {quoted(shortened(value, 100))}."
    repaired = with_value(spot, spot.line, matched.start(3), value)
    return SyntaxFault(spot.line, spot.column, what, mend, repaired)


def _colon_in_continued(spot: Spot) -> SyntaxFault | None:
    """Know a colon in the second line of an unquoted text: what stands before it is no key but words."""
    before = spot.text[: spot.column].strip()
    if " " not in before.removeprefix("- ") or spot.above == spot.line:
        return None
    what = f"Kolon inne i en text på flera rader: ”{shortened(spot.text)}”."
    mend = "Skriv | efter nyckeln och hela texten på raderna under, indragen med två blanksteg."
    repaired = spot.text[: spot.column] + "." + spot.text[spot.column + 1 :]
    return SyntaxFault(spot.line, spot.column, what, mend, {spot.line: repaired})


def _quote_rest(spot: Spot, line: int, column: int, what: str, value: str) -> SyntaxFault:
    mend = f"Sätt texten inom raka citattecken: {quoted(shortened(value, 100))}."
    begins = value_start(spot.lines[line]) == column
    repaired = with_value(spot, line, column, value) if begins else {}
    return SyntaxFault(line, column, what, mend, repaired)


def _after_quote(spot: Spot, quote: str, start: int) -> SyntaxFault:
    value = without_comment(spot.text[start:])
    what = f"Text efter det avslutande citattecknet: ”{shortened(spot.text[spot.column :])}”."
    bare = value[1:].rstrip(quote) if quote == "'" and spot.text[spot.column - 1] == "'" else value
    mend = f"Sätt citattecken runt hela texten: {quoted(shortened(bare, 100))}."
    return SyntaxFault(spot.line, spot.column, what, mend, with_value(spot, spot.line, start, bare))


def _opened_above(spot: Spot, quote: str) -> int | None:
    """Find the line above where a text began with a quote that is not closed on its line."""
    for line in range(spot.line - 1, max(spot.line - 200, -1), -1):
        text = spot.lines[line]
        value = text[value_start(text) :]
        if value.startswith(quote):
            return line if value.count(quote) % 2 else None
    return None


def _unclosed(spot: Spot, line: int, column: int) -> SyntaxFault:
    text = spot.lines[line]
    quote = text[column : column + 1]
    until = continued_until(spot.lines, line)
    below = next((later for later in spot.lines[until:] if has_content(later)), "")
    if below:
        what, mend = texts.unclosed_quote(quote, below)
    else:
        what, mend = f"Citattecknet ({quote}) avslutas inte.", f"Sätt ett {quote} till där texten slutar."
    last = max((later for later in range(line, until) if spot.lines[later].strip()), default=line)
    return SyntaxFault(line, max(column, indent(text)), what, mend, {last: spot.lines[last].rstrip() + quote})
