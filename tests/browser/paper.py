"""Sheets of paper as the browser prints them: their margins, their words, and what falls outside them."""

from __future__ import annotations

import unicodedata

import pypdf
from playwright.sync_api import PdfMargins

MARGINS: PdfMargins = {"top": "15mm", "right": "15mm", "bottom": "15mm", "left": "15mm"}


def squeezed(text: str) -> str:
    """Give text without what a sheet of paper changes: ligatures, and spaces and hyphens where lines break."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def outside(document: pypdf.PdfReader) -> list[str]:
    """Give the words that begin outside their sheet of paper."""
    found: list[str] = []
    for sheet in document.pages:
        width, height = float(sheet.mediabox.width), float(sheet.mediabox.height)

        def place(
            text: str,
            matrix: list[float],
            start: list[float],
            _font: object,
            _size: float,
            width: float = width,
            height: float = height,
        ) -> None:
            x = start[4] * matrix[0] + start[5] * matrix[2] + matrix[4]
            y = start[4] * matrix[1] + start[5] * matrix[3] + matrix[5]
            if text.strip() and not (0 <= x <= width and 0 <= y <= height):
                found.append(f"{text.strip()} ({x:.0f}, {y:.0f})")

        sheet.extract_text(visitor_text=place)
    return found
