"""Read a photo file as bare pixels: upright, sRGB, no larger than it is published, nothing else of it kept.

Whoever takes a photo knows where, when and with what; EXIF, GPS, comments and colour profiles stay in the
editor's file. What is no photo, or a trap, is refused with the editor's mend.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from loftet.problems import DataError, Problem

MAX_BYTES: Final = 40_000_000
"""The largest file that is read; a phone's largest photos are about 30 MB."""

MAX_PIXELS: Final = 64_000_000
"""The most pixels that are decoded: a photo of 50 megapixels and some more, about 200 MB in memory."""

LONGEST: Final = 1600
"""Pixels of the longer side of the largest size that is published."""

AS_JPEG: Final = "Spara bilden som JPEG i ett bildprogram."

_FORMATS: Final = tuple(
    str(reader.format)
    for reader in (
        JpegImagePlugin.JpegImageFile,
        PngImagePlugin.PngImageFile,
        WebPImagePlugin.WebPImageFile,
    )
)
"""What is decoded. Several phones write MPO as .jpg, a JPEG with a depth map behind it: the JPEG reader's too."""

_FAULTS: Final = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    struct.error,
    zlib.error,
    OverflowError,
    Image.DecompressionBombError,
    ImageCms.PyCMSError,
)
"""What Pillow raises for files that are not what they say."""

_ORIENTATION: Final = 0x0112
_GPS: Final = 0x8825
_LYING: Final = range(5, 9)
"""EXIF orientations in which width and height change places."""


def photograph(path: Path, shown: str) -> Image.Image:
    """Decode a photo to RGB pixels, upright and at most LONGEST on its longer side, with nothing else kept.

    `shown` is the path as the editor sees it. Raises DataError for a file that is no photo, cut off, animated,
    in a format that browsers cannot show, larger than MAX_BYTES or of more than MAX_PIXELS.
    """
    with _opened(path, shown) as image:
        size = within(*_upright(image), LONGEST)
        # A JPEG is decoded at a half or a quarter when that is enough: a tenth of the time.
        image.draft("RGB", (LONGEST, LONGEST))
        image.load()
        bare = _in_srgb(ImageOps.exif_transpose(image))
        # Onto a new sheet, for a picture that is only resized remembers what it was.
        clean = Image.new("RGB", size)
        clean.paste(bare.resize(size, Image.Resampling.LANCZOS))
        return clean


@contextmanager
def hushed() -> Iterator[None]:
    """Keep Pillow's English warnings from the editor: what matters in them is a Problem. Not for threads inside."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def dimensions(path: Path, shown: str) -> tuple[int, int]:
    """Measure a photo, upright, as (width, height) in pixels; only its head is read. Raises DataError."""
    with _opened(path, shown) as image:
        return _upright(image)


def within(width: int, height: int, longest: int) -> tuple[int, int]:
    """Shrink a size so that its longer side is at most so many pixels; a smaller one stays."""
    share = min(1.0, longest / max(width, height))
    return max(1, round(width * share)), max(1, round(height * share))


def tells_where(path: Path) -> bool:
    """Tell whether a picture file carries a GPS position; what cannot be read carries none."""
    try:
        with _opened(path, path.name) as image:
            return bool(image.getexif().get_ifd(_GPS))
    except DataError:
        return False


def _upright(image: Image.Image) -> tuple[int, int]:
    width, height = image.size
    lying = image.getexif().get(_ORIENTATION) in _LYING
    return (height, width) if lying else (width, height)


@contextmanager
def _opened(path: Path, shown: str) -> Iterator[Image.Image]:
    """Open a photo after every look at its outside; each fault of its inside becomes a Problem too."""
    _refuse_outside(path, shown)
    try:
        with Image.open(path, formats=_FORMATS) as image:
            _refuse_inside(image, shown)
            yield image
    except Image.DecompressionBombError:
        raise _too_many_pixels(shown) from None
    except _FAULTS:
        raise _refusal(
            shown, "Bilden är trasig eller avklippt.", f"Hämta bilden från kameran igen. {AS_JPEG}"
        ) from None


def _refuse_outside(path: Path, shown: str) -> None:
    """Refuse by size and first bytes, before any decoder sees the file."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        told = f"{size // 1_000_000} MB, högst {MAX_BYTES // 1_000_000} MB"
        raise _refusal(
            shown, f"Bildfilen är för stor ({told}).", "Spara bilden mindre, högst 4 000 pixlar bred."
        )
    with path.open("rb") as file:
        head = file.read(512)
    kind = _kind_of(head)
    if kind is not None:
        raise _refusal(shown, f"{kind} kan inte visas som foto.", AS_JPEG)
    known = head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or _is_webp(head)
    if not known:
        raise _refusal(shown, "Filen är ingen bild i JPEG, PNG eller WebP.", AS_JPEG)


def _kind_of(head: bytes) -> str | None:
    """Name a format that is recognised but not taken."""
    brand = head[8:12]
    if head[4:8] == b"ftyp" and brand in (b"avif", b"avis"):
        return "AVIF"
    if head[4:8] == b"ftyp":
        heic = brand in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
        return "HEIC (iPhones eget format)" if heic else "En film"
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<svg", b"<?xml", b"<!doctype svg")):
        return "SVG"
    starts = {b"GIF8": "GIF", b"%PDF": "PDF", b"II*\0": "TIFF", b"MM\0*": "TIFF", b"BM": "BMP"}
    return next((name for start, name in starts.items() if head.startswith(start)), None)


def _is_webp(head: bytes) -> bool:
    return head.startswith(b"RIFF") and head[8:12] == b"WEBP"


def _refuse_inside(image: Image.Image, shown: str) -> None:
    """Refuse what moves and what would fill the memory, before a pixel is decoded."""
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise _refusal(shown, "Bilden rör sig.", "Spara en stillbild som JPEG.")
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise _too_many_pixels(shown)


def _too_many_pixels(shown: str) -> DataError:
    most = f"{MAX_PIXELS // 1_000_000} miljoner"
    return _refusal(
        shown, f"Bilden har för många pixlar (högst {most}).", "Spara bilden mindre, högst 4 000 pixlar bred."
    )


def _in_srgb(image: Image.Image) -> Image.Image:
    """Give the colours as sRGB and on white where the picture is see-through."""
    if image.mode in ("RGB", "CMYK") and image.info.get("icc_profile"):
        # A profile that cannot be read is as none.
        with suppress(ImageCms.PyCMSError, OSError):
            own = ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"]))
            converted = ImageCms.profileToProfile(
                image, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            if converted is not None:
                return converted
    if image.mode.startswith("I"):
        # 16 bits of grey: Pillow's own conversion would cut them off at white.
        return image.point(lambda value: value / 256).convert("L").convert("RGB")
    if "A" in image.mode or "transparency" in image.info:
        seen = image.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(ground, seen).convert("RGB")
    return image.convert("RGB")


def _refusal(shown: str, what: str, mend: str) -> DataError:
    return DataError([Problem(shown, 0, 0, what, mend)])
