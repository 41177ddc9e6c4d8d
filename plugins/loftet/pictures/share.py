"""Draw the picture that stands beside a shared link: what it is about, how it stands in words and figures, as of when.

Text is set by Pillow in a font that comes with its own package, so that å, ä and ö are right on a machine without
fonts; drawings (bar, shapes, map) are SVG, made into pixels by resvg.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from loftet.pictures.cache import key_of

SIZE: Final = (1200, 630)
"""Width and height in pixels, as those who show shared links ask for."""

_FAMILY: Final = "Source Sans Pro"
"""Source Sans Pro, by Adobe, SIL Open Font License 1.1, from the package font-source-sans-pro with its licence."""

_FONTS: Final = {
    weight: Path(str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf"))
    for weight in ("Regular", "Bold")
}

INK: Final = "#1b2421"
QUIET: Final = "#4b5853"
PAPER: Final = "#ffffff"
ACCENT: Final = "#075a6b"
RULE: Final = "#cfd6d3"

_BLANKS: Final = re.compile(r"[^\S\u00a0\u202f]+")

_EDGE: Final = 64
"""Pixels of empty paper at the left and the right."""

_TOP, _BAR, _FOOT = 44, 452, 540
"""Where the words, the bar and the foot begin, measured from above."""

_BAR_HEIGHT: Final = 60
_TITLE_ROOM: Final = 190
_LEADING: Final = 1.17
_MAP: Final = (480, 484)
"""The most that a map may take: wide, high."""

_COLOURS: Final = 128
"""Colours of the PNG: enough for smooth letters and a map, a third of the bytes."""


@dataclass(frozen=True)
class BarPart:
    """One part of the bar: how many, the shape as SVG geometry around (0, 0), and the colour."""

    count: int
    shape: str
    colour: str


@dataclass(frozen=True)
class Card:
    """What a share picture says; `map_svg` is a drawing that stands to the right of the words."""

    kind: str
    title: str
    sentence: str
    as_of: str
    publisher: str
    parts: tuple[BarPart, ...] = ()
    map_svg: str | None = None

    @property
    def words(self) -> str:
        """Give all that the picture says, for those who do not see it."""
        return f"{self.kind}: {self.title}. {self.sentence} {self.as_of}. {self.publisher}."


def key(card: Card) -> str:
    """Give the hash of everything that decides the bytes of a picture."""
    return key_of(repr(card), _recipe())


@cache
def _recipe() -> str:
    made_by = (version("pillow"), version("resvg-py"))
    return key_of(*made_by, Path(__file__).read_bytes(), *(path.read_bytes() for path in _FONTS.values()))


def drawn(card: Card) -> bytes:
    """Draw a card as a PNG; the same card gives the same bytes."""
    sheet = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((0, 0, SIZE[0], 15), fill=ACCENT)
    width = SIZE[0] - 2 * _EDGE
    if card.map_svg:
        picture = _map(card.map_svg)
        sheet.paste(picture, (SIZE[0] - _EDGE - picture.width, _TOP))
        width -= _MAP[0] + 40
    _words(pen, card, width)
    if card.parts:
        sheet.paste(_bar(card.parts, width), (_EDGE, _BAR))
    _foot(pen, card)
    file = BytesIO()
    sheet.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()


def _words(pen: ImageDraw.ImageDraw, card: Card, width: int) -> None:
    """Set kind, title and sentence under each other, each as large as it can be in its room."""
    at = _set(pen, card.kind, ("Bold", ACCENT), range(30, 21, -2), (_TOP, width, 40))
    at = _set(pen, card.title, ("Bold", INK), range(62, 33, -2), (at + 8, width, _TITLE_ROOM))
    end = _BAR if card.parts else _FOOT
    _set(pen, card.sentence, ("Regular", INK), range(42, 23, -2), (at + 18, width, end - 20 - at - 18))


def _foot(pen: ImageDraw.ImageDraw, card: Card) -> None:
    """Set the day that the figures hold for, and whose they are."""
    pen.rectangle((_EDGE, _FOOT, SIZE[0] - _EDGE, _FOOT + 1), fill=RULE)
    half = SIZE[0] // 2 - _EDGE - 10
    _set(pen, card.as_of, ("Regular", QUIET), range(28, 17, -2), (_FOOT + 18, half, 40))
    lines, size = _fitted(card.publisher, "Bold", range(28, 17, -2), half, 40)
    left = SIZE[0] - _EDGE - _font("Bold", size).getlength(lines[0])
    pen.text((left, _FOOT + 18), lines[0], fill=INK, font=_font("Bold", size))


def _set(
    pen: ImageDraw.ImageDraw,
    text: str,
    style: tuple[str, str],
    sizes: Sequence[int],
    place: tuple[int, int, int],
) -> int:
    """Set a text in a weight and colour, at (top, width, room) pixels; give where the next may begin."""
    weight, colour = style
    at, width, room = place
    lines, size = _fitted(text, weight, sizes, width, room)
    for line in lines:
        pen.text((_EDGE, at), line, fill=colour, font=_font(weight, size))
        at += round(size * _LEADING)
    return at


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    # The basic engine is the same everywhere; the other one asks for a library of the machine.
    return ImageFont.truetype(_FONTS[weight], size, layout_engine=ImageFont.Layout.BASIC)


def _fitted(text: str, weight: str, sizes: Sequence[int], width: int, room: int) -> tuple[list[str], int]:
    """Break a text into lines at the largest size that fits its room; at worst the rest is cut with ”…”."""
    lines: list[str] = []
    for size in sizes:
        most = max(1, int(room / (size * _LEADING)))
        lines = list(_lines(_plain(text), _font(weight, size), width))
        if len(lines) <= most:
            return lines or [""], size
    font, last = _font(weight, sizes[-1]), lines[most - 1]
    while last and font.getlength(f"{last} …") > width:
        last = last[:-1].rstrip()
    return [*lines[: most - 1], f"{last} …"], sizes[-1]


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        line = word
        while font.getlength(line) > width:
            cut = next(
                end for end in range(len(line), 0, -1) if end == 1 or font.getlength(line[:end]) <= width
            )
            yield line[:cut]
            line = line[cut:]
    if line:
        yield line


def _plain(text: str) -> str:
    """Give a text on one line, without signs that are not seen; spaces that must not break are kept."""
    seen = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    return _BLANKS.sub(" ", seen).strip()


def _bar(parts: Sequence[BarPart], width: int) -> Image.Image:
    """Draw the bar as on the page: a part for each status, its shape inside where there is room."""
    total = sum(part.count for part in parts)
    places = [width * before // total for before in accumulate((part.count for part in parts), initial=0)]
    drawings = [
        _bar_part(part, left, right - 4) for part, (left, right) in zip(parts, pairwise(places), strict=True)
    ]
    size = f'width="{width}" height="{_BAR_HEIGHT}"'
    return _pixels(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(drawings)}</svg>')


def _bar_part(part: BarPart, left: int, right: int) -> str:
    ground = f'<rect x="{left}" width="{max(right - left, 3)}" height="{_BAR_HEIGHT}" fill="{part.colour}"/>'
    if right - left < 30:
        return ground
    place = f"translate({(left + right) / 2:.1f} {_BAR_HEIGHT / 2:.0f}) scale(1.9)"
    return f'{ground}<g transform="{place}" fill="{PAPER}">{part.shape}</g>'


def _map(svg: str) -> Image.Image:
    """Draw a map whole, for its source stands at its foot, in the room that there is."""
    picture = _pixels(svg, _MAP[0], line=INK)
    if picture.height > _MAP[1]:
        picture = picture.resize(
            (round(_MAP[0] * _MAP[1] / picture.height), _MAP[1]), Image.Resampling.LANCZOS
        )
    return picture


def _pixels(svg: str, width: int | None = None, line: str = PAPER) -> Image.Image:
    """Draw an SVG; `line` is the colour of shapes that are lines: white in the bar, dark on a map's white labels."""
    png = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        background=PAPER,
        skip_system_fonts=True,
        font_files=[str(path) for path in _FONTS.values()],
        sans_serif_family=_FAMILY,
        style_sheet=f".lo-shape__line{{fill:none;stroke:{line};stroke-width:2}}",
    )
    return Image.open(BytesIO(png)).convert("RGB")
