"""The templates' environment: one for all pages of a site, escaping on, a missing name is a fault.

Templates are written in Löftet's words. A municipality with words of its own has them put in when the templates
are compiled, before any data is there: what is quoted is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

from loftet.charts.bars import period_line, segmented_bar, share_bar, swatch
from loftet.charts.shapes import shape_mark
from loftet.facts.labels import NOUNS
from loftet.facts.own_words import NO_OWN_WORDS, OwnWords
from loftet.hyphenation import soft_hyphens, title_hyphens
from loftet.wording import first_upper, when_text

TEMPLATES: Final = Path(__file__).resolve().parent.parent / "templates"

_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE_SCHEMES: Final = frozenset({"http:", "https:", "mailto:", "tel:"})


class _Sentences(Extension):
    """Say a template's own sentences in the municipality's words; names, anchors and addresses stay."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Give the template's tokens with their sentences said anew."""
        own = self.environment.filters["own"]
        for token in stream:
            is_text = token.type == "data" or (token.type == "string" and _is_sentence(token.value))
            yield token._replace(value=own(token.value)) if is_text else token


def _is_sentence(text: str) -> bool:
    """Tell words for the reader from a name in code: they have a capital or a space and are no noun's name."""
    return text not in NOUNS and (" " in text or text[:1].isupper())


@cache
def environment(own: OwnWords = NO_OWN_WORDS) -> Environment:
    """Give the one Jinja environment of all pages and components that are said in some words.

    Drawings are globals, since components hold no arithmetic: `shape_mark`, `swatch`, `segmented_bar`,
    `share_bar`, `period_line`. The test `linkable` says whether an address may stand in a link; the filter
    `breakable` marks where long Swedish words may be broken, `breakable_title` so in the first heading of a page,
    `own` says a sentence that Löftet has written in the municipality's words,
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
    templates.filters["own"] = own
    templates.add_extension(_Sentences)
    drawings = (shape_mark, swatch, segmented_bar, share_bar, period_line)
    templates.globals.update({drawing.__name__: drawing for drawing in drawings})
    templates.tests["linkable"] = linkable
    templates.filters["breakable"] = breakable
    templates.filters["breakable_title"] = breakable_title
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


def breakable_title(text: str) -> str:
    """Give a page's title with soft hyphens in the words that its first heading has no room for at 320 px."""
    return text if isinstance(text, Markup) else title_hyphens(text)
