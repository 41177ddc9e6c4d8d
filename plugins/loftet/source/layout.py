"""Syntax faults of rows: tabs, indent, a missing blank or colon, a dash where none may stand."""

from __future__ import annotations

import re

from loftet.source import texts
from loftet.source.spot import (
    Spot,
    SyntaxFault,
    has_content,
    indent,
    quoted,
    shortened,
    with_value,
    without_comment,
)

_KEY = re.compile(r"^\s*(?:- +)*([^\s:#][^:]*):(?:[ \t]|$)")
_NO_SPACE = re.compile(r"^(\s*(?:- +)*)([^\W\d][\w-]*):(?!//)([^ \t].*)$")
_BLOCK = re.compile(r"(?:^|[:\-]\s)\s*[|>][-+0-9]*\s*(?:#.*)?$")
_INDENT_MEND = "Använd två blanksteg för varje nivå, och samma indrag för rader som hör ihop."


def tab(spot: Spot) -> SyntaxFault | None:
    """Know a row that is indented with tabs; all such rows are told of at once."""
    if "\t" not in spot.text[: indent(spot.text)] or spot.column > indent(spot.text):
        return None
    tabbed = [line for line, text in enumerate(spot.lines) if "\t" in text[: indent(text)]]
    more = [str(line + 1) for line in tabbed if line != spot.line and spot.lines[line].strip()]
    rest = f" och {len(more) - 5} till" if len(more) > 5 else ""
    also = f" Likaså rad {', '.join(more[:5])}{rest}." if more else ""
    what = f"Raden är indragen med tabb. YAML tillåter bara blanksteg.{also}"
    mend = "Byt varje tabb mot två blanksteg. I VS Code: ”Convert Indentation to Spaces”."
    repaired = {line: _untabbed(spot.lines[line]) for line in tabbed}
    return SyntaxFault(spot.line, spot.text.index("\t"), what, mend, repaired, sure=not spot.text.strip())


def missing_space(spot: Spot) -> SyntaxFault | None:
    """Know a row such as `titel:Hej`, and a row between keys that has no colon at all."""
    if "could not find expected ':'" not in spot.message:
        return None
    text = spot.start_text
    matched = _NO_SPACE.match(text)
    if matched is None:
        return _without_colon(spot)
    saying = texts.without_space(f"{matched[2]}:{matched[3]}")
    if saying is None:
        return _without_colon(spot)
    repaired = {spot.start_line: f"{matched[1]}{matched[2]}: {matched[3].lstrip()}"}
    return SyntaxFault(spot.start_line, matched.end(2), *saying, repaired)


def _without_colon(spot: Spot) -> SyntaxFault:
    text = spot.start_text
    what = f"Raden saknar kolon och nyckel: ”{shortened(text)}”."
    mend = (
        "Hör den till texten ovanför: dra in den med två blanksteg. "
        "Annars: skriv nyckel, kolon, blanksteg och värde."
    )
    return SyntaxFault(spot.start_line, indent(text), what, mend, {spot.start_line: ""})


def nameless(spot: Spot) -> SyntaxFault | None:
    """Know a row that begins with a colon."""
    if not spot.text.lstrip().startswith(":") or "expected key" not in spot.message:
        return None
    return SyntaxFault(spot.line, indent(spot.text), *texts.NAMELESS)


def dash_after_colon(spot: Spot) -> SyntaxFault | None:
    """Know a dash or question mark straight after `key:`, where neither a list nor a key may begin."""
    sign = spot.at
    if sign not in ("-", "?") or "not allowed in this context" not in spot.message:
        return None
    what = f"{sign} direkt efter kolon kan inte läsas: ”{shortened(spot.text)}”."
    value = without_comment(spot.text[spot.column :])
    mend = (
        "En lista: skriv varje streck på en egen rad under nyckeln. "
        f"En text: sätt den inom raka citattecken, {quoted(shortened(value))}."
    )
    repaired = with_value(spot, spot.line, spot.column, value)
    return SyntaxFault(spot.line, spot.column, what, mend, repaired)


def dash_among_keys(spot: Spot) -> SyntaxFault | None:
    """Know a row of a list among keys, and a key among the rows of a list."""
    starts = spot.column == indent(spot.text)
    if starts and "block mapping" in spot.context and spot.text.lstrip().startswith("- "):
        what = f"Här börjar en lista bland nycklarna, utan egen nyckel: ”{shortened(spot.text)}”."
        mend = "Skriv nyckeln med kolon på raden ovanför listan, utan värde efter kolon."
        return SyntaxFault(spot.line, spot.column, what, mend, {spot.line: ""}, sure=False)
    if starts and "block" in spot.context and "'-'" in spot.message and spot.column == spot.start_column:
        what = f"Raden saknar streck, men raderna ovanför är en lista med streck: ”{shortened(spot.text)}”."
        mend = "Sätt streck och blanksteg först på raden, eller dra in den så att den hör till raden ovanför."
        return SyntaxFault(spot.line, spot.column, what, mend)
    return None


def indented_under_value(spot: Spot) -> SyntaxFault | None:
    """Know a key that is indented under a row that already has a value."""
    if "mapping values are not allowed" not in spot.message or spot.above == spot.line:
        return None
    above = spot.lines[spot.above]
    key = shortened(spot.text[: spot.column].lstrip(" -"), 30)
    what = f"”{key}” är indragen under en rad som redan har ett värde: ”{shortened(above)}”."
    mend = f"Ge ”{key}” samma indrag som raden ovanför. Hör den dit: ta bort värdet ovanför."
    moved = indent(above) - indent(spot.text)
    return SyntaxFault(spot.line, indent(spot.text), what, mend, _moved(spot, moved), sure=False)


def after_the_end(spot: Spot) -> SyntaxFault | None:
    """Know a row that stands after what YAML takes for the end of the file."""
    if "expected <document start>" not in spot.message:
        return None
    what = f"Raden hör inte ihop med det som står ovanför: ”{shortened(spot.text)}”."
    mend = "En fil är antingen rader med nycklar eller en enda lista. Ta bort rader med tre punkter (...)."
    return SyntaxFault(spot.line, spot.column, what, mend)


def uneven_indent(spot: Spot) -> SyntaxFault | None:
    """Know a row whose indent fits none of the rows above it."""
    if "block" not in spot.context or spot.column != indent(spot.text) or spot.above == spot.line:
        return None
    if spot.column == spot.start_column:
        return None
    opened = _block_above(spot)
    if opened is not None and not _KEY.match(spot.text):
        what = f"Raden hör till texten som börjar på rad {opened + 1} men är mindre indragen än den."
        mend = "Dra in raden lika mycket som textens första rad."
        inner = indent(spot.lines[opened + 1])
        return SyntaxFault(spot.line, spot.column, what, mend, {spot.line: " " * inner + spot.text.lstrip()})
    above = indent(spot.lines[spot.above])
    what = f"Indraget stämmer inte: raden har {spot.column} blanksteg och raden ovanför {above}."
    return SyntaxFault(
        spot.line, spot.column, what, _INDENT_MEND, _moved(spot, above - spot.column), sure=False
    )


def _block_above(spot: Spot) -> int | None:
    """Find the row that announces the text on several lines (| or >) which ends just above."""
    for line in range(spot.line - 1, -1, -1):
        if has_content(spot.lines[line]) and indent(spot.lines[line]) <= spot.column:
            return line if _BLOCK.search(spot.lines[line]) else None
    return None


def _moved(spot: Spot, columns: int) -> dict[int, str]:
    """Move a row, and those below that are indented as much or more, sideways."""
    moved: dict[int, str] = {}
    for line in range(spot.line, len(spot.lines)):
        text = spot.lines[line]
        if has_content(text) and indent(text) < indent(spot.text):
            break
        moved[line] = " " * max(indent(text) + columns, 0) + text.lstrip() if text.strip() else text
    return moved


def _untabbed(line: str) -> str:
    inner = indent(line)
    return line[:inner].replace("\t", "  ") + line[inner:] if line.strip() else ""
