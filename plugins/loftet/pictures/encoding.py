"""Write a photo in each size and format that pages offer; the same pixels give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, features
from PIL import __version__ as pillow_version

from loftet.pictures import photograph
from loftet.pictures.cache import key_of

SIZES: Final[tuple[int, ...]] = (480, photograph.LONGEST)
"""The longer side of each size in pixels, smallest first; a smaller photo keeps its own size."""

_SETTINGS: Final[Mapping[str, tuple[str, Mapping[str, object]]]] = {
    # One thread, for the number of cores would show in the bytes.
    "avif": ("AVIF", {"quality": 60, "speed": 8, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 80, "optimize": True, "progressive": True}),
}

MIME: Final[Mapping[str, str]] = {"avif": "image/avif", "webp": "image/webp"}
"""What a browser is told of a format that it may not know; JPEG stands for the rest."""

FORMATS: Final[tuple[str, ...]] = tuple(
    ending for ending, (name, _) in _SETTINGS.items() if name == "JPEG" or features.check(name.lower())
)
"""Endings of the formats that are written, the best first, JPEG last."""

_WRITTEN_BY = (pillow_version, *(features.version(name) or "" for name in ("avif", "webp", "jpg")))

RECIPE: Final = key_of(*_WRITTEN_BY, *(Path(one).read_bytes() for one in (__file__, photograph.__file__)))
"""Everything beside the photo that decides the bytes: the libraries and our own two modules."""


def encoded(image: Image.Image, width: int, height: int, ending: str) -> bytes:
    """Write a photo in a size in pixels and in the format of an ending in FORMATS."""
    name, settings = _SETTINGS[ending]
    file = BytesIO()
    image.resize((width, height), Image.Resampling.LANCZOS).save(file, name, **settings)
    return file.getvalue()


def bare(image: Image.Image) -> bytes:
    """Write a photo as the editor keeps it: a fine JPEG of the pixels alone, to be drawn from again."""
    file = BytesIO()
    image.save(file, "JPEG", quality=92, optimize=True)
    return file.getvalue()
