"""Longer texts by the editor: a small part of Markdown (headings, emphasis, lists, links), everything else as typed."""

from __future__ import annotations

from functools import cache
from typing import Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from loftet.pages.rendering import linkable

_LEFT_OUT: Final = {
    "preprocessors": ("html_block",),
    "parser": ("code", "setextheader", "hr", "quote", "reference"),
    "inlinePatterns": (
        *("backtick", "reference", "image_link", "image_reference", "short_reference", "short_image_ref"),
        *("autolink", "automail", "html", "entity"),
    ),
    "postprocessors": ("raw_html",),
}
"""What Python-Markdown knows and an editor's text may not use: raw markup, pictures, code."""

_LEVELS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


def prose(text: str) -> Markup:
    """Draw a text whose lines end where the editor ended them; headings are level 2 and 3, below the page's own.

    Markup in the text is shown as typed, and of a link that a browser could run only the words are left.
    """
    reader = _reader()
    reader.reset()
    return Markup(reader.convert(text))


@cache
def _reader() -> Markdown:
    reader = Markdown(extensions=["nl2br", "sane_lists"], output_format="html")
    for owner, names in _LEFT_OUT.items():
        registry = reader.parser.blockprocessors if owner == "parser" else getattr(reader, owner)
        for name in names:
            registry.deregister(name)
    reader.treeprocessors.register(_Safe(reader), "loftet", 5)
    return reader


class _Safe(Treeprocessor):
    """Leave out addresses that may not stand in a link, and put headings on levels 2 and 3."""

    def run(self, root: Element) -> None:
        """Mend the tree in place."""
        for element in root.iter():
            if element.tag == "a" and not linkable(element.get("href", "")):
                element.tag = "span"
                element.attrib.clear()
            if element.tag in _LEVELS:
                element.tag = "h2" if element.tag in _LEVELS[:2] else "h3"
