"""What is wrong with a record, in Swedish: from the model's finding to a Problem with file, line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from loftet.model.base import ID, UnfitId, UnknownWord
from loftet.model.faults import Fault
from loftet.model.walking import KeyPath
from loftet.model.words.follow_ups import Assessment
from loftet.problems import Problem
from loftet.source import Document
from loftet.wording import nearest


def faults(
    error: ValidationError, document: Document, prefix: KeyPath, record: type[BaseModel]
) -> Iterator[Problem]:
    """Give a Problem for each finding; a key that was written but could not be read is not told of twice."""
    for finding in error.errors(include_url=False):
        path = (*prefix, *finding["loc"])
        if finding["type"] == "missing" and path in document.marks:
            continue
        line, column = _place(finding, document, path)
        what, mend = _sentence(finding, record)
        yield Problem(document.file, line, column, what, mend)


def _place(finding: ErrorDetails, document: Document, path: KeyPath) -> tuple[int, int]:
    if finding["type"] == "missing":
        return document.place(path[:-1])
    if finding["type"] == "extra_forbidden":
        return document.place(path)
    return document.value_place(path)


def _sentence(finding: ErrorDetails, record: type[BaseModel]) -> tuple[str, str]:
    kind = finding["type"]
    name = str(finding["loc"][-1]) if finding["loc"] else ""
    if kind == "value_error":
        return _own(finding["ctx"]["error"], record, finding["loc"])
    if kind == "missing":
        return f"Nyckeln ”{name}” saknas.", _meaning(record, finding["loc"], name)
    if kind == "extra_forbidden":
        return _unknown_key(record, finding["loc"], name)
    if kind == "tuple_type":
        return "Här ska det stå en lista.", "Börja varje rad i listan med ett bindestreck och ett mellanslag."
    if kind in ("model_type", "dict_type"):
        return "Här ska det stå nycklar med värden, inte bara text.", _keys_mend(record, finding["loc"])
    raise AssertionError(f"no Swedish sentence for {kind} at {finding['loc']}")


def _own(error: object, record: type[BaseModel], place: tuple[int | str, ...]) -> tuple[str, str]:
    if isinstance(error, UnknownWord):
        return _unknown_word(error)
    if isinstance(error, UnfitId) and _names(place)[-1:] != ["id"]:
        return error.what, _meant_record(error.text)
    if isinstance(error, Fault):
        twin = words_key(record, place) if error.wordy else None
        return error.what, f"{error.mend} Andra ord skrivs i ”{twin}:”." if twin else error.mend
    raise AssertionError(f"a fault without Swedish words: {error!r}")


def _names(place: tuple[int | str, ...]) -> list[str]:
    return [part for part in place if isinstance(part, str)]


def words_key(record: type[BaseModel], place: tuple[int | str, ...]) -> str | None:
    """Give the key beside a key where the same may be written in words; None when the record class has none."""
    names = _names(place)
    beside = keys_of(model_at(record, place[: place.index(names[-1])])) if names else []
    return next((key for key in beside if key == f"{names[-1]}_i_ord"), None)


def _meant_record(text: str) -> str:
    """Tell how other records are named where a text that is no id stands instead."""
    several = [part.strip() for part in re.split(r",| och ", text)]
    if len(several) > 1 and all(ID.fullmatch(part) for part in several):
        return f"Skriv flera som en lista: [{', '.join(several)}]."
    if ID.fullmatch(text.lower()):
        return f"Skriv ”{text.lower()}”."
    return "Skriv id:t för posten som du menar: det som står efter ”id:” i den, annars filens namn utan .yml."


_SAID_FOR = {
    "klar": "genomförd",
    "klart": "genomförd",
    "färdig": "genomförd",
    "avslutad": "genomförd",
    "utförd": "genomförd",
    "gjord": "genomförd",
    "påbörjad": "pågår",
    "startad": "pågår",
    "fortsätter": "pågår",
    "kommer": "planerad",
    "kommande": "planerad",
    "ej påbörjad": "planerad",
    "inte påbörjad": "planerad",
    "ej genomförd": "genomförs inte",
    "inte genomförd": "genomförs inte",
    "utgår": "genomförs inte",
    "ej uppfyllt": "inte uppfyllt",
    "ej uppfylld": "inte uppfyllt",
}
"""Words of other lists, and what they are called in ours."""

_COMPUTED = {"försenad", "försenat", "sen", "ej uppföljd", "ej uppföljt", "ej bedömt", "ej bedömd"}
"""What is computed and never written as an assessment (rule 1)."""


def _unknown_word(error: UnknownWord) -> tuple[str, str]:
    word = error.word.lower()
    if word in _COMPUTED and Assessment.ONGOING in error.words:
        what = f"”{error.word}” skrivs aldrig: det räknas ut av sista dagen och av vad som har sagts."
        return (
            what,
            "Skriv hur det går, till exempel ”pågår”, eller ta bort raden. Ny tid skrivs i ”ny_tidsplan:”.",
        )
    own = _SAID_FOR.get(word, "")
    meant = own if own in error.words else nearest(error.word, list(error.words))
    return str(error), f"Menar du ”{meant}”? {error.mend}" if meant else error.mend


def _unknown_key(record: type[BaseModel], place: tuple[int | str, ...], name: str) -> tuple[str, str]:
    known = keys_of(model_at(record, place[:-1]))
    meant = nearest(name, known)
    mend = f"Menar du ”{meant}”?" if meant else f"Nycklar som finns här: {', '.join(known)}."
    return f"Nyckeln ”{name}” finns inte här.", _written_elsewhere(name.lower(), known) or mend


def _written_elsewhere(name: str, known: list[str]) -> str:
    """Say where that stands which many write under a key that is not ours; "" for any other key."""
    if name == "status" and "bedömning" in known:
        return "Menar du ”bedömning”?"
    if name == "status" and "åtagande" in known:
        return "Läget räknas ut. Skriv vad som sades i en uppföljning i uppfoljningar/, med ”om:” och ”bedömning:”."
    if name in ("källa", "källor") and "original" in known:
        return "Skriv ”original:” och under den ”titel:” och ”källa:”."
    return ""


def _meaning(record: type[BaseModel], place: tuple[int | str, ...], name: str) -> str:
    if name == "id":
        return "Lägg till ”id:”, med små bokstäver a–z, siffror och bindestreck. Det står i adressen och ändras aldrig."
    inside = model_at(record, place[:-1])
    fields = inside.model_fields.values() if inside else ()
    meaning = next((field.description for field in fields if field.alias == name), "")
    return f"Lägg till ”{name}:”. {meaning or ''}".strip()


def _keys_mend(record: type[BaseModel], place: tuple[int | str, ...]) -> str:
    known = keys_of(model_at(record, place))
    twin = words_key(record, place)
    in_words = f" Bara ord skrivs i ”{twin}:”." if twin else ""
    return f"Nycklar som finns här: {', '.join(known)}.{in_words}" if known else in_words.strip()


def keys_of(record: type[BaseModel] | None) -> list[str]:
    """Give the editor's keys of a record class."""
    return [field.alias or name for name, field in record.model_fields.items()] if record else []


def model_at(record: type[BaseModel], place: tuple[int | str, ...]) -> type[BaseModel] | None:
    """Give the record class that stands at a path of keys below a record class."""
    at: type[BaseModel] | None = record
    for part in place:
        if isinstance(part, int) or at is None:
            continue
        field = next((one for one in at.model_fields.values() if one.alias == part), None)
        at = _model_in(field.annotation) if field else at
    return at


def _model_in(annotation: Any) -> type[BaseModel] | None:  # Any: an annotation is any type expression
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    arguments = getattr(annotation, "__args__", ())
    return next((found for one in arguments if (found := _model_in(one))), None)
