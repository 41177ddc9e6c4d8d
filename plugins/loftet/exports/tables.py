"""CSV tables of measures, commitments, stops and figures: UTF-8, comma, CRLF, no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Final

from loftet import addresses
from loftet.exports.source import Source
from loftet.facts.readings import readings
from loftet.facts.status import commitment_standing, measure_standing
from loftet.facts.stops import stop_standing
from loftet.wording import and_list

_RUNS: Final = re.compile(r"""(\A|[;\t\r\n])(?=[ "']*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])""")
"""Where a spreadsheet would take what follows for a formula: first in a cell, and after a sign that it may split at.

A Swedish Excel splits at semicolons whatever the file says, and then quotes protect nothing (CWE-1236).
"""


def tables(source: Source) -> Iterator[tuple[str, bytes]]:
    """Give `/data/atgarder.csv`, `/data/ataganden.csv`, `/data/stopp.csv` and `/data/siffror.csv`."""
    yield addresses.data_table("atgarder"), table(_MEASURES, _measures(source))
    yield addresses.data_table("ataganden"), table(_COMMITMENTS, _commitments(source))
    yield addresses.data_table("stopp"), table(_STOPS, _stops(source))
    yield addresses.data_table("siffror"), table(_FIGURES, _figures(source))


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


_MEASURES = (
    "id",
    "titel",
    "lage",
    "sedan",
    "klart_senast",
    "ansvariga",
    "lofte",
    "atagande",
    "adress",
    "exempel",
)
_COMMITMENTS = ("id", "text", "lage", "sedan", "ansvariga", "lofte", "adress", "exempel")
_STOPS = ("vandring", "datum", "stopp", "plats", "slag", "iakttagelse", "lage", "sedan", "adress", "exempel")
_FIGURES = (
    "indikator",
    "namn",
    "fran",
    "till",
    "varde",
    "visas_som",
    "enhet",
    "felmarginal",
    "preliminar",
    "omrade",
    "galler",
    "kalla",
    "hamtad",
    "anmarkning",
    "adress",
    "exempel",
)


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
            standing.since,
            standing.deadline.when.iso if standing.deadline else None,
            _names(source, one.responsible, one.responsible_words),
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
                standing.since,
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
                standing.since,
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
