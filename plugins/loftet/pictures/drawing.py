"""Judge an SVG file that somebody has sent in: a drawing, or a page that runs scripts when it is opened alone.

The site shows it in an <img>, where a browser runs nothing; opened by its own address it is a document.
"""

from __future__ import annotations

import re
from typing import Final
from xml.parsers import expat

MAX_BYTES: Final = 500_000
"""The largest drawing that is published; a coat of arms is about 50 kB."""

_RUNS: Final = (
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "handler",
    "listener",
    "audio",
    "video",
)
_INNER: Final = re.compile(r"\s*(#|data:image/(png|jpeg|webp|gif);)", re.IGNORECASE)
_OUTWARD: Final = re.compile(
    r"@import|url\(\s*[\"']?\s*(?!#|data:image/(?:png|jpeg|webp|gif);)", re.IGNORECASE
)


class _Found(Exception):
    """Ends the reading at the first fault; its text says what the file has."""


def fault(data: bytes) -> str | None:
    """Say what an SVG file has that no drawing needs, as words after ”Filen”; None for a mere drawing."""
    if len(data) > MAX_BYTES:
        return f"är för stor ({len(data) // 1000} kB, högst {MAX_BYTES // 1000} kB)"
    parser, styles = expat.ParserCreate(), list[str]()
    parser.StartElementHandler = _element
    parser.CharacterDataHandler = styles.append
    parser.StartDoctypeDeclHandler = _doctype
    parser.ProcessingInstructionHandler = _instruction
    try:
        parser.Parse(data, True)
    except _Found as found:
        return str(found)
    except expat.ExpatError:
        return "är ingen hel SVG"
    return "hämtar något från annat håll" if _OUTWARD.search("".join(styles)) else None


def _doctype(_name: str, _system: str | None, _public: str | None, has_rules: int) -> None:
    if has_rules:
        raise _Found("innehåller egna regler (<!DOCTYPE)")


def _instruction(target: str, _data: str) -> None:
    raise _Found(f"innehåller en instruktion (<?{target})")


def _element(name: str, attributes: dict[str, str]) -> None:
    tag = name.rpartition(":")[2].lower()
    if tag in _RUNS:
        raise _Found(f"innehåller <{name}>")
    for key, value in attributes.items():
        attribute = key.rpartition(":")[2].lower()
        if attribute.startswith("on"):
            raise _Found(f"kör något vid ”{key}”")
        if attribute in ("href", "src", "from", "to", "values") and tag != "a":
            _judge_reference(tag, attribute, attributes, value)
        if (tag == "a" and attribute == "href") or _OUTWARD.search(value):
            raise _Found(f"leder någon annanstans i ”{key}”")


def _judge_reference(tag: str, attribute: str, attributes: dict[str, str], value: str) -> None:
    animated = attributes.get("attributeName", "").rpartition(":")[2].lower()
    moves_link = tag in ("set", "animate") and (animated == "href" or animated.startswith("on"))
    if moves_link or (attribute in ("href", "src") and not _INNER.match(value)):
        raise _Found(f"leder någon annanstans i <{tag}>")
