"""Bytes → text in NFC with plain line ends, or one Problem that names what the file is instead."""

from __future__ import annotations

import codecs
import re
import unicodedata

from loftet.problems import Problem

LARGEST = 1024 * 1024
"""The largest file that is read, in bytes: far above any register, far below what stalls a build."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "en Word-, Excel- eller zip-fil"),
    (b"\xd0\xcf\x11\xe0", "en äldre Word- eller Excel-fil"),
    (b"%PDF-", "en pdf-fil"),
    (b"\x89PNG", "en bild (png)"),
    (b"\xff\xd8\xff", "en bild (jpeg)"),
    (b"GIF8", "en bild (gif)"),
    (b"{\\rtf", "en rtf-fil"),
    (b"\x1f\x8b", "en packad fil (gzip)"),
)
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_AS_UTF8 = "Spara om filen som UTF-8. I Anteckningar: Spara som, och välj UTF-8 vid Kodning."
_AS_TEXT = (
    "Skriv uppgifterna i en textfil som slutar på .yml. Bilder läggs i bilder/ och dokument i original/."
)
_RETYPE = "Radera raden och skriv om den. Tecknet följde troligen med när texten klistrades in."
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_ODD_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
"""Line ends to YAML but to no editor; read as blanks, so that lines are counted as the editor counts them."""


def text_of(data: bytes, file: str) -> str | Problem:
    """Give the text of a file in NFC with plain line ends, or the Problem that hinders it."""
    if len(data) > LARGEST:
        return _whole(file, *_too_large(len(data)))
    known = _foreign(data)
    if known is not None:
        return _whole(file, *known)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as fault:
        return _not_utf8(data, fault.start, file)
    return _clean(text, file)


def _whole(file: str, what: str, mend: str) -> Problem:
    return Problem(file, 0, 0, what, mend)


def _too_large(size: int) -> tuple[str, str]:
    megabytes = f"{size / LARGEST:.1f}".replace(".", ",")
    return (
        f"Filen är {megabytes} MB. En fil får vara högst 1 MB.",
        "Dela filen: en post per fil. Bilder och dokument läggs i egna filer.",
    )


def _foreign(data: bytes) -> tuple[str, str] | None:
    """Say what the bytes are, and what to do, when they are plainly no text in UTF-8."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return f"Filen är {name} och inte text.", _AS_TEXT
    if data.startswith(_UTF16_MARKS) or _looks_like_utf16(data):
        return "Filen är sparad som UTF-16 (kallas ibland Unicode). Den måste vara UTF-8.", _SAVE_AS_UTF8
    if b"\x00" in data:
        return "Filen är inte text: den innehåller nolltecken, som i ett program eller en bild.", _AS_TEXT
    return None


def _looks_like_utf16(data: bytes) -> bool:
    """Judge UTF-16 without a byte-order mark: nearly every other byte of Swedish text is then zero."""
    sample = data[:400]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    return half >= 2 and len(data) % 2 == 0 and max(even, odd) > 0.8 * half and min(even, odd) == 0


def _not_utf8(data: bytes, start: int, file: str) -> Problem:
    line, column = _place(data[:start].decode("utf-8"))
    if any(byte < 0x20 and byte not in b"\t\n\r\x0c" for byte in data):
        return _whole(file, "Filen är inte text.", _AS_TEXT)
    meant = data[start : start + 1].decode("cp1252", errors="replace")
    what = (
        "Filen är sparad som Latin-1 (kallas också ANSI eller Windows-1252) och måste vara UTF-8, "
        f"annars blir å, ä och ö fel. Första felet: ”{meant}”."
    )
    return Problem(file, line, column, what, _SAVE_AS_UTF8)


def _clean(text: str, file: str) -> str | Problem:
    text = _ODD_LINE_ENDS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    strange = _UNREADABLE.search(text)
    if strange is None:
        return text
    line, column = _place(text[: strange.start()])
    what = f"Här står ett osynligt tecken (U+{ord(strange[0]):04X}) som inte kan läsas."
    return Problem(
        file,
        line,
        column,
        what,
        _RETYPE,
    )


def _place(before: str) -> tuple[int, int]:
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
