"""CSV tables of measures, commitments, stops and figures: UTF-8, comma, CRLF, no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from loftet import addresses
from loftet.exports.source import Source
from loftet.facts.readings import readings
from loftet.facts.status import commitment_standing, measure_standing, recipient
from loftet.facts.stops import stop_standing
from loftet.wording import and_list

_RUNS: Final = re.compile(r"""(\A|[;\t\r\n])(?=[ "']*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])""")
"""Where a spreadsheet would take what follows for a formula: first in a cell, and after a sign that it may split at.

A Swedish Excel splits at semicolons whatever the file says, and then quotes protect nothing (CWE-1236).
"""


_ADDRESS: Final = ("adress", "webbadressen till sidan")
_EXAMPLE: Final = ("exempel", "ja på en exempelwebbplats, annars nej")
_SINCE: Final = ("sedan", "dagen från när läget gäller")

_MEASURES: Final = (
    ("id", "åtgärdens id, som aldrig ändras"),
    ("titel", "vad åtgärden heter"),
    ("lage", "läget, med orden på sidan Så räknar vi"),
    _SINCE,
    ("klart_senast", "sista dag, månad eller år"),
    ("ansvariga", "de som ska göra det"),
    ("tas_over_av", "den som har tagit över"),
    ("lofte", "id för löftet"),
    ("atagande", "åtagandet i löftet"),
    _ADDRESS,
    _EXAMPLE,
)
_COMMITMENTS: Final = (
    ("id", "löftets id och åtagandets, med snedstreck emellan"),
    ("text", "åtagandet som det är skrivet"),
    ("lage", "läget, med orden på sidan Så räknar vi"),
    _SINCE,
    ("ansvariga", "de som ska göra det"),
    ("lofte", "id för löftet"),
    _ADDRESS,
    _EXAMPLE,
)
_STOPS: Final = (
    ("vandring", "vandringens id"),
    ("datum", "vandringens dag"),
    ("stopp", "stoppets ankare på vandringens sida"),
    ("plats", "platsen i ord"),
    ("slag", "brist, positivt eller förslag"),
    ("iakttagelse", "vad gruppen såg"),
    ("lage", "vad som har hänt, med orden på sidan Så räknar vi"),
    _SINCE,
    _ADDRESS,
    _EXAMPLE,
)
_FIGURES: Final = (
    ("indikator", "indikatorns id"),
    ("namn", "indikatorns namn"),
    ("fran", "periodens första dag"),
    ("till", "periodens sista dag"),
    ("varde", "talet, med decimalpunkt; tomt när bara ord visas"),
    ("visas_som", "talet i ord, som på sidan"),
    ("enhet", "vad som räknas"),
    ("felmarginal", "plus eller minus så mycket"),
    ("preliminar", "ja när talet kan ändras"),
    ("omrade", "området"),
    ("galler", "gruppen av människor"),
    ("kalla", "vem som har tagit fram talet"),
    ("hamtad", "dagen då talet hämtades"),
    ("anmarkning", "vad som är särskilt med talet"),
    _ADDRESS,
    _EXAMPLE,
)


@dataclass(frozen=True)
class Table:
    """One table: the name of its file, its title, what a row is, its columns with what they hold, and its rows."""

    name: str
    title: str
    a_row: str
    columns: tuple[tuple[str, str], ...]
    rows: Callable[[Source], Iterator[tuple[object, ...]]]


def tables(source: Source) -> Iterator[tuple[str, bytes]]:
    """Give `/data/<name>.csv` for each of TABLES."""
    for one in TABLES:
        header = tuple(name for name, _ in one.columns)
        yield addresses.data_table(one.name), table(header, one.rows(source))


def table(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> bytes:
    """Write a table as CSV; empty cells for what is not stated."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def safe(cell: object) -> str:
    """Give a cell as text; what a spreadsheet would run gets an apostrophe before it."""
    return _RUNS.sub(r"\1'", "" if cell is None else str(cell))


def _example(source: Source) -> str:
    return "ja" if source.as_of.public.municipality.example else "nej"


def _names(source: Source, ids: Iterable[str], words: str | None) -> str:
    parties = source.as_of.public.parties
    return and_list(parties[id].name for id in ids if id in parties) or words or ""


def _measures(source: Source) -> Iterator[tuple[object, ...]]:
    for one in source.as_of.public.measures.values():
        standing, promise = measure_standing(source.as_of, one), source.as_of.promise_of(one)
        yield (
            one.id,
            one.title,
            standing.status.value,
            standing.since.iso if standing.since else None,
            standing.deadline.when.iso if standing.deadline else None,
            _names(source, one.responsible, one.responsible_words),
            recipient(source.as_of.public, standing),
            promise.id if promise else None,
            one.commitment,
            f"{source.root}{addresses.of(one)}",
            _example(source),
        )


def _commitments(source: Source) -> Iterator[tuple[object, ...]]:
    for promise in source.as_of.public.promises.values():
        for own in promise.commitments:
            standing = commitment_standing(source.as_of, promise, own)
            yield (
                f"{promise.id}/{own.id}",
                own.text,
                standing.status.value,
                standing.since.iso if standing.since else None,
                _names(source, own.responsible, own.responsible_words),
                promise.id,
                f"{source.root}{addresses.commitment(promise.id, own.id)}",
                _example(source),
            )


def _stops(source: Source) -> Iterator[tuple[object, ...]]:
    for walk in source.as_of.public.walks.values():
        for stop in walk.stops:
            standing = stop_standing(source.as_of, walk, stop)
            yield (
                walk.id,
                walk.date.iso if walk.date else None,
                stop.anchor,
                stop.place,
                stop.kind.value if stop.kind else None,
                "; ".join(stop.seen),
                standing.status.value,
                standing.since.iso if standing.since else None,
                f"{source.root}{addresses.stop(walk, stop)}",
                _example(source),
            )


def _figures(source: Source) -> Iterator[tuple[object, ...]]:
    areas = source.as_of.public.areas
    for indicator in source.as_of.public.indicators.values():
        page = f"{source.root}{addresses.of(indicator)}"
        told = readings(source.as_of.public, indicator)
        for one, anchor in zip(told, addresses.value_anchors(indicator), strict=True):
            value, area = one.value, areas.get(one.area or "")
            yield (
                indicator.id,
                indicator.name,
                one.period.first,
                one.period.last,
                one.number,
                one.words,
                indicator.unit,
                value.margin if one.number is not None else None,
                "ja" if value.preliminary else "nej",
                area.name if area else None,
                value.group,
                value.source or indicator.source,
                value.fetched.iso if value.fetched else None,
                one.note,
                f"{page}#{anchor}",
                _example(source),
            )


TABLES: Final = (
    Table(
        "atgarder",
        "Åtgärder",
        "en rad för varje åtgärd, med läge, ansvariga och sista dag",
        _MEASURES,
        _measures,
    ),
    Table(
        "ataganden",
        "Åtaganden",
        "en rad för varje åtagande, med läge och löfte",
        _COMMITMENTS,
        _commitments,
    ),
    Table(
        "stopp",
        "Stopp på vandringar",
        "en rad för varje stopp, med vad som sågs och vad som hänt",
        _STOPS,
        _stops,
    ),
    Table(
        "siffror",
        "Siffror",
        "en rad för varje värde, med period, område och källa",
        _FIGURES,
        _figures,
    ),
)
"""Every table of the site, in the order in which the page about open data lists them."""
