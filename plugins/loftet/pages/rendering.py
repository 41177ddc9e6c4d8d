"""The templates' environment: one for all pages, escaping on, a missing name is a fault."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from loftet.charts.bars import period_line, segmented_bar, share_bar, swatch
from loftet.charts.shapes import shape_mark
from loftet.wording import first_upper, soft_hyphens, when_text

TEMPLATES: Final = Path(__file__).resolve().parent.parent / "templates"

_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE_SCHEMES: Final = frozenset({"http:", "https:", "mailto:", "tel:"})


@cache
def environment() -> Environment:
    """Give the one Jinja environment of all pages and components.

    Drawings are globals, since components hold no arithmetic: `shape_mark`, `swatch`, `segmented_bar`,
    `share_bar`, `period_line`. The test `linkable` says whether an address may stand in a link; the filter
    `breakable` marks where long Swedish words may be broken,
    `when_text` writes a date as exactly as it is known, `first_upper` begins a heading.
    """
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    drawings = (shape_mark, swatch, segmented_bar, share_bar, period_line)
    templates.globals.update({drawing.__name__: drawing for drawing in drawings})
    templates.tests["linkable"] = linkable
    templates.filters["breakable"] = breakable
    templates.filters["when_text"] = when_text
    templates.filters["first_upper"] = first_upper
    return templates


def linkable(address: str) -> bool:
    """Say whether an address is relative or of a scheme that opens a page, a letter or a call.

    Spaces and control characters are left out first, as browsers do, so that a broken `javascript:` is seen.
    """
    scheme = _SCHEME.match(re.sub(r"[\x00-\x20]", "", address))
    return scheme is None or scheme.group().lower() in _SAFE_SCHEMES


def breakable(text: str) -> str:
    """Give a text with soft hyphens in its long words, markup left as it is (Chromium does not hyphenate Swedish)."""
    return text if isinstance(text, Markup) else soft_hyphens(text)
