"""The files that every map shares: Leaflet from PyPI, checked to the byte, and our own loader and style."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import distribution
from importlib.resources import files as package_files
from types import MappingProxyType

LEAFLET = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
    "images/layers.png": "1dbbe9d028e292f36fcba8f8b3a28d5e8932754fc2215b9ac69e4cdecf5107c6",
    "images/layers-2x.png": "066daca850d8ffbef007af00b06eac0015728dee279c51f3cb6c716df7c42edf",
    "images/marker-icon.png": "574c3a5cca85f4114085b6841596d62f00d7c892c7b03f28cbfa301deb1dc437",
    "images/marker-icon-2x.png": "00179c4c1ee830d3a108412ae0d294f55776cfeb085c60129a39aa6fc4ae2528",
    "images/marker-shadow.png": "264f5c640339f042dd729062cfc04c17f8ea0f29882b538e3848ed8f10edb4da",
}
"""SHA-256 of each file of Leaflet 1.9.4 as npm and PyPI both have it."""

OWN = ("karta.js", "karta.css")


class AlteredFile(RuntimeError):
    """Tell that a file of Leaflet is not the one that was pinned."""


@cache
def files() -> Mapping[str, bytes]:
    """Give every shared file by its path under `kartor/`.

    Raises AlteredFile when the installed Leaflet differs from the pinned one by a single byte.
    """
    own = {name: _without_notes(_own(name)) for name in OWN}
    own["karta.js"] = _dense(own["karta.js"])
    leaflet = {f"leaflet/{name}": _leaflet(name) for name in LEAFLET}
    licence = {"leaflet/LICENSE.txt": _licence()}
    return MappingProxyType({**own, **leaflet, **licence})


def _own(name: str) -> str:
    return package_files("loftet.maps").joinpath("static", name).read_text(encoding="utf-8")


def _leaflet(name: str) -> bytes:
    folder = package_files("js_lib_leaflet").joinpath("static", "js_lib_leaflet")
    data = checked(name, folder.joinpath(*name.split("/")).read_bytes())
    return _NOT_CSS.sub(b"", data) if name == "leaflet.css" else data


def checked(name: str, data: bytes) -> bytes:
    """Give back a file of Leaflet that is the pinned one; raise AlteredFile otherwise."""
    if hashlib.sha256(data).hexdigest() != LEAFLET[name]:
        raise AlteredFile(f"{name} is not the file of Leaflet 1.9.4")
    return data


def _licence() -> bytes:
    text = distribution("django-js-lib-leaflet").read_text("LICENSE")
    if text is None:
        raise AlteredFile("the licence of Leaflet is missing from its package")
    return text.encode()


_NOT_CSS = re.compile(rb"^\s*(?:behavior|mix-blend-mode): .*\n", re.MULTILINE)
"""Two declarations of Leaflet's for old browsers and for tiles of pictures, which no standard of CSS knows."""

_GAP = re.compile(r"""("[^"\n]*"|`[^`]*`|/\^[^\n]*?/)| *(=>|[=,:?{}()<>|&+]+) *""")


def _dense(script: bytes) -> bytes:
    """Leave out the blanks around the signs of our own script, but not those in its texts."""
    return _GAP.sub(lambda found: found[1] or found[2], script.decode()).encode()


def _without_notes(text: str) -> bytes:
    """Leave out the lines that are notes to developers: those that begin with // or are wholly a comment."""
    kept = (line.strip() for line in text.splitlines())
    dense = (line for line in kept if line and not line.startswith("//"))
    return ("\n".join(dense) + "\n").encode()
