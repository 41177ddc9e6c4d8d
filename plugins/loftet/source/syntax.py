"""A syntax error → what is wrong in Swedish, by looking at the line as the editor sees it.

YAML's own English words are never shown. To add a diagnosis: a function from Spot to SyntaxFault or None in the
module of its theme, its name in DIAGNOSES (the first that answers is believed), and a case in the tests.
"""

from __future__ import annotations

from collections.abc import Callable

from yaml import MarkedYAMLError, YAMLError

from loftet.source import brackets, layout, quoting
from loftet.source.spot import Spot, SyntaxFault, shortened

DIAGNOSES: tuple[Callable[[Spot], SyntaxFault | None], ...] = (
    layout.tab,
    quoting.forbidden_start,
    quoting.unclosed_quote,
    quoting.backslash,
    quoting.block_sign,
    quoting.special_sign,
    quoting.directive,
    quoting.text_after_quote,
    brackets.text_after_bracket,
    brackets.stray_closer,
    brackets.within_brackets,
    quoting.colon_in_text,
    layout.missing_space,
    layout.nameless,
    layout.dash_after_colon,
    layout.dash_among_keys,
    layout.indented_under_value,
    layout.after_the_end,
    layout.uneven_indent,
)


def fault(error: YAMLError, lines: list[str]) -> SyntaxFault:
    """Give the first diagnosis that knows the error, or the general one."""
    spot = _spot(error, lines)
    for diagnosis in DIAGNOSES:
        known = diagnosis(spot)
        if known is not None:
            return known
    return _unknown(spot)


def _spot(error: YAMLError, lines: list[str]) -> Spot:
    """Read the parser's marks; one past the end is moved to the last line with content."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Spot(tuple(lines), str(error), "", 0, 0, 0, 0)
    mark, start = error.problem_mark, error.context_mark or error.problem_mark
    line, column = _within(lines, mark.line, mark.column)
    start_line, start_column = _within(lines, start.line, start.column)
    message, context = error.problem or "", error.context or ""
    return Spot(tuple(lines), message, context, line, column, start_line, start_column)


def _within(lines: list[str], line: int, column: int) -> tuple[int, int]:
    if line < len(lines) and (column < len(lines[line]) or any(lines[line:])):
        return line, column
    last = max((number for number, text in enumerate(lines) if text.strip()), default=0)
    return last, len(lines[last])


def _unknown(spot: Spot) -> SyntaxFault:
    what = f"Raden kan inte läsas: ”{shortened(spot.text)}”."
    mend = (
        "Jämför med raderna ovanför: kolon och blanksteg efter nyckeln, samma indrag, "
        "och raka citattecken runt text som innehåller : # [ ] { } eller citattecken."
    )
    return SyntaxFault(spot.line, spot.column, what, mend)
