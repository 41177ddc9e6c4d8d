"""XML as every reader takes it: with a declaration, indented, and without the signs that XML 1.0 does not know."""

from __future__ import annotations

import xml.etree.ElementTree as ET


def xml_text(text: str) -> str:
    """Give text without control characters, which no XML file may hold."""
    return "".join(letter for letter in text if letter in "\t\n" or letter >= " ")


def xml_file(top: ET.Element) -> bytes:
    """Write a tree as a file."""
    ET.indent(top)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(top, encoding="unicode")}\n'.encode()
