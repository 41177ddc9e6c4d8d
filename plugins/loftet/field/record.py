"""Write a walk's record to fill in: block style, what is known filled in, what may be said as commented hints."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from loftet.field.stops import TEXTS, Stop, plain
from loftet.geo.coordinates import DECIMALS, Point

_PLAIN: Final = re.compile(r"[^\W\d_][\w ()–.]*[\w).]")
"""Texts that need no quotes in YAML."""

_HEAD: Final = """\
# Gjord av ”loftet nytt vandring”. Fyll i det ni vet och ta bort resten. Raderna som börjar med # är förslag.
id: {id}
utkast: ja                    # ta bort raden när vandringen ska publiceras
titel: {title}
# datum: 14 oktober 2025      # dagen, månaden eller årstiden
# tid: 19:00–21:00
# ljusförhållande: mörker     # dagsljus, skymning eller mörker
# områden: [centrum]
# målgrupper: [boende, ungdomar]
# sammankallande: [säkerhetssamordnare]      # funktioner, inga namn
# deltagare_i_ord: ungefär 20, varav hälften boende
"""

_ABOUT_POINT: Final = "punkt, gata eller område"

_HINTS: Final = {
    "slag": "brist                # brist, positivt eller förslag",
    "kategorier": "[belysning, sikt]",
    "iakttagelse": "Vad gruppen såg.",
    "förslag": "Vad gruppen föreslog.",
    "ägare_i_ord": "Vem som äger platsen.",
}

_PHOTO: Final = """\
    # bild: {file}
    # bild_alt: Vad bilden visar, för den som inte ser den.
    # bild_godkänd: ja        # när inga ansikten och registreringsskyltar syns
"""


def record_text(
    id: str, title: str | None, route: str | None, stops: Sequence[Stop], photos: Sequence[str]
) -> str:
    """Write the record of a walk: its stops in order, each with the photo of the same place in line.

    `route` and `photos` are names of files in kartor/ and bilder/. Photos beyond the stops get stops of their own.
    """
    lines = [_HEAD.format(id=id, title=scalar(plain(title or "") or "Skriv vandringens namn, ofta platsen"))]
    lines.append(f"rutt: {route}\n" if route else f"# rutt: {id}.gpx\n")
    told = [
        _stop(number, stop or Stop(), photo)
        for number, (stop, photo) in enumerate(zip_longest(stops, photos), 1)
    ]
    return "".join([*lines, "stopp:\n" if told else "# stopp:\n", *told])


def _stop(number: int, stop: Stop, photo: str | None) -> str:
    texts = {"nr": str(number), "plats": "Skriv platsen i ord", **stop.texts}
    rest = [key for key in TEXTS if key not in ("nr", "plats")]
    lines = [
        f"  - nr: {scalar(texts['nr'])}\n",
        f"    plats: {scalar(texts['plats'])}\n",
        *_place(stop.point),
    ]
    lines += [f"    {key}: {_value(key, texts[key])}\n" for key in rest if key in texts]
    lines += [f"    # {key}: {_HINTS[key]}\n" for key in rest if key not in texts]
    return "".join(lines) + (_PHOTO.format(file=photo) if photo else "")


def _place(point: Point | None) -> Iterator[str]:
    if point is None:
        return
    yield "    läge:\n"
    yield f"      lat: {point.lat:.{DECIMALS}f}\n"
    yield f"      lon: {point.lon:.{DECIMALS}f}\n"
    yield f"      noggrannhet: punkt      # {_ABOUT_POINT}\n"
    yield "    # vid_bostad: ja          # är stoppet vid en bostad visas läget bara ungefär\n"


def _value(key: str, text: str) -> str:
    """Write a key's value; categories are a list, parted by comma or semicolon."""
    if key != "kategorier":
        return scalar(text)
    parts = [part.strip() for part in re.split("[,;|]", text) if part.strip()]
    return "".join(f"\n      - {scalar(part)}" for part in parts) or scalar(text)


def scalar(text: str) -> str:
    """Write a text as one YAML value, in quotes where it needs them."""
    return (
        text
        if _PLAIN.fullmatch(text) or (text.isascii() and text.isdigit())
        else json.dumps(text, ensure_ascii=False)
    )


def route_text(route: Sequence[Point]) -> str:
    """Write a route as GPX 1.1: coordinates and nothing else."""
    points = "".join(f'<trkpt lat="{one.lat:.{DECIMALS}f}" lon="{one.lon:.{DECIMALS}f}"/>\n' for one in route)
    head = '<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="Löftet">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n<trk><trkseg>\n{points}</trkseg></trk>\n</gpx>\n'
