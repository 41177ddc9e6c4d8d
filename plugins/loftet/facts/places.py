"""Streets and places that the records name in words, each with what is promised, done and seen there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loftet.facts.as_of import AsOf
from loftet.facts.walks import Seen, Walks
from loftet.model.base import suggested_id
from loftet.model.promise import Commitment, Measure, Promise

_KINDS = (
    *("gatan", "vägen", "gränd", "gränden", "stigen", "torget", "parken", "allén", "leden", "backen", "bron"),
    *("kajen", "esplanaden", "rondellen", "viadukten", "skolan", "hallen", "vallen", "badet", "kyrkan"),
)
_SIDES = ("Stora", "Lilla", "Norra", "Södra", "Östra", "Västra", "Nya", "Gamla", "Övre", "Nedre")
_NAME = re.compile(
    rf"\b(?:(?:{'|'.join(_SIDES)}) (?:{'|'.join(_KINDS)})|[A-ZÅÄÖ][a-zåäöé]*?(?:{'|'.join(_KINDS)}))s?\b"
)
"""A street's name: ”Storgatan”, ”Norra vägen”, also in the genitive."""

_HEAD = re.compile(r"[^,;( ]+ [^,;(]+?(?=[,;(]| vid | mellan | längs | fram till | utanför |$)|[^,;(]+")
"""The first words of a place, two at least where more follow: ”Gården bakom Torghuset”, ”Parken vid biblioteket”."""

_LONGEST = 40


@dataclass(frozen=True)
class NamedPlace:
    """A street or place: its id in addresses, its name, and what is promised, done and seen there."""

    id: str
    name: str
    commitments: tuple[tuple[Promise, Commitment], ...]
    measures: tuple[Measure, ...]
    stops: tuple[Seen, ...]


@dataclass(frozen=True)
class _Told:
    """One thing with where it is, in its own words, and what else it says."""

    where: str
    said: str
    commitment: tuple[Promise, Commitment] | None = None
    measure: Measure | None = None
    stop: Seen | None = None

    @property
    def text(self) -> str:
        return f"{self.where}. {self.said}"


def places(as_of: AsOf) -> tuple[NamedPlace, ...]:
    """Give every street and place that commitments, measures and stops name, in the order they are first named.

    A street is known by its ending (Storgatan, Norra vägen); a stop or measure that names none is found under
    the first words of its place. A word that also stands in lower case (Gångvägen) is no name.
    """
    told = list(_all_told(as_of))
    common = {word for one in told for word in re.findall(r"\b[a-zåäö]\w+", one.text)}
    named = [(one, _streets(one.text, common)) for one in told]
    heads = [head for one, streets in named if not streets and (head := _head(one.where))]
    by_word: dict[str, list[str]] = {}
    for head in dict.fromkeys(heads):
        by_word.setdefault(head.split()[0].casefold(), []).append(head)
    found: dict[str, tuple[str, list[_Told]]] = {}
    for one, streets in named:
        for name in dict.fromkeys((*streets, *_mentioned(one.text, by_word))):
            found.setdefault(suggested_id(name), (name, []))[1].append(one)
    return tuple(_place(id, name, things) for id, (name, things) in found.items())


def _place(id: str, name: str, told: list[_Told]) -> NamedPlace:
    return NamedPlace(
        id,
        name,
        tuple(one.commitment for one in told if one.commitment),
        tuple(one.measure for one in told if one.measure),
        tuple(one.stop for one in told if one.stop),
    )


def _all_told(as_of: AsOf) -> Iterator[_Told]:
    for promise in as_of.public.promises.values():
        for own in promise.commitments:
            yield _Told(own.place_words or "", f"{own.text}. {own.wording or ''}", commitment=(promise, own))
    for measure in as_of.public.measures.values():
        yield _Told(measure.place_words or "", f"{measure.title}. {measure.text or ''}", measure=measure)
    for walk in reversed(Walks(as_of).by_date):
        yield from (_Told(stop.place, "", stop=(walk, stop)) for stop in walk.stops)


def _streets(text: str, common: set[str]) -> tuple[str, ...]:
    names = (_bare(name) for name in _NAME.findall(text))
    return tuple(dict.fromkeys(one for one in names if one.casefold() not in common))


def _bare(name: str) -> str:
    """Give a name without the ending of the genitive: Björkskolans → Björkskolan."""
    return name[:-1] if name.endswith(tuple(f"{kind}s" for kind in _KINDS)) else name


def _head(where: str) -> str:
    found = _HEAD.match(where)
    head = found.group().strip() if found else ""
    return head if head[:1].isupper() and len(head) <= _LONGEST else ""


def _mentioned(text: str, by_word: dict[str, list[str]]) -> Iterable[str]:
    """Give the places of several words, or none, that a text names."""
    plain = text.casefold()
    for word in dict.fromkeys(re.findall(r"\w+", plain)):
        for head in by_word.get(word, ()):
            if re.search(rf"\b{re.escape(head.casefold())}\b", plain):
                yield head
