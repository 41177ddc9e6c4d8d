"""Syntax faults of lists within [ ] and records within { }."""

from __future__ import annotations

from dataclasses import replace

from loftet.source.spot import Spot, SyntaxFault, quoted, shortened, value_start, with_value, without_comment

_CLOSERS = {"[": "]", "{": "}"}


def stray_closer(spot: Spot) -> SyntaxFault | None:
    """Know a closing bracket where none was opened."""
    if spot.at not in ("]", "}") or "flow" in spot.context or spot.text[: spot.column].strip():
        return None
    what = f"Här står {spot.at} men ingen sådan hakparentes är öppnad ovanför."
    return SyntaxFault(spot.line, spot.column, what, f"Ta bort {spot.at}.", {spot.line: ""})


def text_after_bracket(spot: Spot) -> SyntaxFault | None:
    """Know text after a closing bracket: the brackets were meant as a part of a text."""
    before, start = spot.text[: spot.column].rstrip(), value_start(spot.text)
    opener = spot.text[start : start + 1]
    if "flow" in spot.context or not before.endswith(("]", "}")) or opener not in _CLOSERS:
        return None
    value = without_comment(spot.text[start:])
    what = (
        f"Text efter {before[-1]}: ”{shortened(spot.text[spot.column :])}”. YAML läser {opener} som en lista."
    )
    mend = f"Sätt hela texten inom raka citattecken: {quoted(shortened(value, 100))}."
    return SyntaxFault(spot.line, spot.column, what, mend, with_value(spot, spot.line, start, value))


def within_brackets(spot: Spot) -> SyntaxFault | None:
    """Know what goes wrong between brackets: never closed, a comma missing, a colon in a text."""
    opener = spot.start_text[spot.start_column : spot.start_column + 1]
    if "flow" not in spot.context:
        return None
    if opener not in _CLOSERS and not spot.at:
        last = max(spot.start_text.rfind(one) for one in _CLOSERS)
        opener = spot.start_text[last]
        return _unclosed(replace(spot, start_column=last), opener, _CLOSERS[opener])
    if opener not in _CLOSERS:
        what = f"Inom hakparenteserna saknas något före ”{spot.at}”."
        return SyntaxFault(
            spot.line, spot.column, what, "Skriv det som saknas, eller ta bort det ena kommatecknet."
        )
    closer = _CLOSERS[opener]
    rest = spot.start_text[spot.start_column :]
    if closer not in rest:
        return _unclosed(spot, opener, closer)
    if spot.at == ":":
        what = f"Kolon inne i en text inom {opener} {closer}: ”{shortened(rest)}”."
        return SyntaxFault(spot.line, spot.column, what, "Sätt texten inom raka citattecken.")
    what = f"Raden inom {opener} {closer} kan inte läsas: ”{shortened(rest)}”."
    mend = (
        "Skriv komma mellan delarna, bara ett, och sätt text med tecken som : [ ] { } inom raka citattecken."
    )
    return SyntaxFault(spot.line, spot.column, what, mend)


def _unclosed(spot: Spot, opener: str, closer: str) -> SyntaxFault:
    line = without_comment(spot.start_text)
    what = f"{opener} avslutas inte med {closer} på samma rad: ”{shortened(line)}”."
    mend = (
        f"Sätt {closer} där listan slutar. Är {opener} en del av en text: sätt texten inom raka citattecken."
    )
    ending = line.rstrip("]}")
    repaired = (ending if len(line) - len(ending) == 1 else line) + closer
    return SyntaxFault(spot.start_line, spot.start_column, what, mend, {spot.start_line: repaired})
