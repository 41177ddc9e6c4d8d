"""One JSON file per record: what the editor wrote, typed, and what follows from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from loftet import addresses
from loftet.exports.source import Source
from loftet.facts.lifecycle import life_stage
from loftet.facts.progress import (
    Counted,
    Progress,
    progress_of_commitments,
    progress_of_measures,
    progress_of_stops,
)
from loftet.facts.readings import Reading, readings
from loftet.facts.signed import given_at_signing
from loftet.facts.silence import silence
from loftet.facts.status import Standing, commitment_standing, measure_standing, recipient
from loftet.facts.stops import stop_standing
from loftet.model.base import Entity, Record
from loftet.model.dates import FuzzyDate, Period
from loftet.model.knowledge import Dialogue, Indicator
from loftet.model.promise import Measure, Promise
from loftet.model.register import KINDS
from loftet.model.statuses import CommitmentStatus, MeasureStatus
from loftet.model.walk import SafetyWalk

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def record_files(source: Source) -> Iterator[tuple[str, bytes]]:
    """Give `/data/<folder>/<id>.json` for every public record."""
    for kind in KINDS:
        for record in source.as_of.public.of(kind).values():
            yield addresses.data_file(record), written(record_data(source, kind.one, record))


def written(data: Json) -> bytes:
    """Write JSON for people too: UTF-8, indented, keys in the order they were put."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def record_data(source: Source, kind: str, record: Entity) -> Json:
    """Give a record's data: about the file, the record as written, and what is derived on the day."""
    return {
        "om_filen": plain(source.about()),
        "slag": kind,
        "adress": f"{source.root}{addresses.of(record)}",
        "post": shown(source, record),
        "härlett": derived(source, record),
    }


def shown(source: Source, record: Entity) -> Json:
    """Give a record as written, but for the small counts that no page tells either (rule 9)."""
    data = plain(record)
    if isinstance(record, Indicator) and isinstance(data, dict) and record.values:
        data["värden"] = [_reading(one) for one in readings(source.as_of.public, record)]
    if isinstance(record, Dialogue) and isinstance(data, dict):
        for name, told in (("tillfrågade", record.asked), ("svarande", record.answered)):
            if told is not None and 0 < told < source.smallest_count:
                data[name] = f"färre än {source.smallest_count}"
    return data


def _reading(reading: Reading) -> Json:
    data = plain(reading.value)
    if not isinstance(data, dict):
        return data
    told = {name: value for name, value in data.items() if name not in ("värde", "anmärkning")}
    return {
        **told,
        **_stated({"värde": plain(reading.number), "visas_som": reading.words, "anmärkning": reading.note}),
    }


def plain(value: object) -> Json:
    """Give any value of the model as JSON, with the editor's keys and without what is not stated."""
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, FuzzyDate):
        return {"text": value.words, "från": value.first.isoformat(), "till": value.last.isoformat()}
    if isinstance(value, Period):
        return _stated({"text": value.words or None, "från": plain(value.start), "till": plain(value.end)})
    if isinstance(value, dict):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return _scalar(value)


def _record(record: Record) -> dict[str, Json]:
    fields = type(record).model_fields.items()
    return _stated({field.alias or name: plain(getattr(record, name)) for name, field in fields})


def _stated(data: dict[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in data.items() if value is not False and value not in (None, [], {})}


def _scalar(value: object) -> Json:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"no JSON for {type(value).__name__}")


def derived(source: Source, record: Entity) -> Json:
    """Give what follows from the data for promises, measures and walks; nothing for other kinds."""
    if isinstance(record, Measure):
        return _standing(source, measure_standing(source.as_of, record))
    if isinstance(record, Promise):
        return _of_promise(source, record)
    if isinstance(record, SafetyWalk):
        return _of_walk(source, record)
    return {}


def _standing(
    source: Source, standing: Standing[MeasureStatus] | Standing[CommitmentStatus]
) -> dict[str, Json]:
    deadline = standing.deadline
    return {
        "läge": plain(standing.status),
        "sedan": standing.since.iso if standing.since else None,
        "tas_över_av": recipient(source.as_of.public, standing) or None,
        "enligt": standing.said.follow_up.id if standing.said else None,
        "klart_senast": plain(deadline.when) if deadline else None,
        "räknas": standing.counted,
    }


def _counts(progress: Progress[Counted]) -> dict[str, Json]:
    counts: dict[str, Json] = {segment.status.value: segment.count for segment in progress.segments}
    return {"antal": progress.total, "räknas": progress.counted, "lägen": counts, "i_ord": progress.sentence}


def _of_promise(source: Source, promise: Promise) -> Json:
    as_of = source.as_of
    life, quiet = life_stage(as_of, promise), silence(as_of, promise)
    return {
        "livscykel": life.stage.value,
        "gäller_till": plain(life.until),
        "uppföljning_senast": plain(quiet.due),
        "uppföljning_saknas": quiet.missing,
        "åtaganden": [
            {
                "id": own.id,
                **_standing(source, commitment_standing(as_of, promise, own)),
                "vid_undertecknandet": {one.label: one.value for one in given_at_signing(as_of.public, own)},
            }
            for own in promise.commitments
        ],
        "framsteg": _counts(progress_of_commitments(as_of, [promise])),
        "åtgärder": _counts(progress_of_measures(as_of, as_of.measures_of_promise(promise))),
    }


def _of_walk(source: Source, walk: SafetyWalk) -> Json:
    stops: list[Json] = [
        {
            "stopp": stop.anchor or None,
            "läge": (standing := stop_standing(source.as_of, walk, stop)).status.value,
            "sedan": standing.since.iso if standing.since else None,
            "åtgärder": [one.id for one in standing.measures],
        }
        for stop in walk.stops
    ]
    return {"stopp": stops, "antal": _counts(progress_of_stops(source.as_of, walk))}
