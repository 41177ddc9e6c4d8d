"""Nothing personal (rule 13), and secrecy decided before publication (rule 19)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from loftet.checks.personal import found
from loftet.checks.telling import hint, problem
from loftet.facts.subjects import subject
from loftet.model.base import Entity
from loftet.model.follow_up import FollowUp
from loftet.model.knowledge import Dialogue
from loftet.model.promise import Measure
from loftet.model.register import Register
from loftet.model.walk import SafetyWalk
from loftet.model.walking import KeyPath, Leaf
from loftet.problems import Problem

_CONTACT_KEYS = {"e_post", "telefon", "synpunkter_till", "föreslå_vandring_till"}
"""Keys that are meant for a function's mailbox and switchboard."""

_MAY_BE_PERSONAL = re.compile(r"[\d@]")
"""What every number and mailbox has: other texts, which are most, need no closer look."""

_BROKEN_LOCK = r"(?:trasig|söndrig|sönder|uppbrut)\w* (?:dörr)?lås\w*"
_CRIME = r"(?:skjutning|mord|knivskärning|våldtäkt|rån|överfall)(?:en|et)"
_CRIME_SCENE = rf"platsen för {_CRIME}|där {_CRIME} (?:skedde|hände|inträffade|var)"
_DELICATE_STOP = re.compile(
    rf"\w*kamer(?:a|or)\w*|{_BROKEN_LOCK}|\blås(?:et|en)\b|{_CRIME_SCENE}"
    r"|rondering\w*|ronderar|rondvakt\w*|väktarnas|brottsplats\w*|döda? vink\w*|lägenhet\w*|hushåll\w*",
    re.IGNORECASE,
)
"""Words that tell of a camera's blind spot, a broken lock, a guard's route, a crime scene or a household."""

_WEAK_SPOT = re.compile(
    rf"döda? vink\w*|{_BROKEN_LOCK}|väktarnas (?:rutt|väg|tider|rond)\w*|\bbrottsplatsen\b|{_CRIME_SCENE}"
    r"|\w*kamer(?:a|or)\w*[^.]{0,40} (?:ser inte|täcker inte|når inte|fungerar inte|är trasig\w*|ur funktion)"
    r"|(?:trasig|söndrig)\w* (?:\w+)?kamer(?:a|or)\w*|\b(?:lägenheten|hushållet)\b"
    r"|\brond\w*[^.]{0,40} (?:klockan|kl\.|rutt\w*)",
    re.IGNORECASE,
)
"""The same where cameras, locks and guards may well be spoken of, as in a measure: only what tells of the weak spot."""

_DECIDE = "Låt en funktion pröva om det får visas, och skriv vem: ”sekretessprövad: säkerhetssamordnare”."
_HOUSE_NUMBER = re.compile(r"[^\W\d_]{3,} \d+ ?[A-Za-z]?\b")
"""A word and a number, as in ”Storgatan 14”: finer than the street and the area that a dwelling is shown as."""


def no_personal_data(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each personnummer, private address or number in any text, and a Hint for the doubtful."""
    for record, leaf in register.leaves:
        if not isinstance(leaf.value, str) or leaf.ref or leaf.path[-1] in _CONTACT_KEYS:
            continue
        for finding in found(leaf.value) if _MAY_BE_PERSONAL.search(leaf.value) else ():
            tell = problem if finding.certain else hint
            yield tell(register, record, leaf.path, finding.what, finding.mend)


_NOT_TOLD = frozenset(
    ("id", "nr", "bild", "rutt", "fil", "sha256", "källa", "länk", "protokoll", "anmälan", "sekretessprövad")
)
"""Keys that hold an id, a file, an address or a function: nothing that is told of a place."""


class _Judged(NamedTuple):
    """A part of a record that a function judges by itself: where it stands, what it is, who has judged it."""

    path: KeyPath
    what: str
    secrecy: str | None
    delicate: re.Pattern[str] = _WEAK_SPOT


def secrecy_is_decided(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each delicate text about a place that no function has judged fit to show (rule 19)."""
    for _, stated in groupby(register.leaves, key=lambda pair: id(pair[0])):
        pairs = tuple(stated)
        record = pairs[0][0]
        parts = {part.path: part for part in _judged(register, record)}
        if parts:
            yield from _delicate(register, record, parts, [leaf for _, leaf in pairs])


def _delicate(
    register: Register, record: Entity, parts: dict[KeyPath, _Judged], stated: list[Leaf]
) -> Iterator[Problem]:
    told: dict[KeyPath, list[str]] = {path: [] for path in parts}
    for leaf in stated:
        # A word of a closed list is not told by anybody, and neither is the id of another record.
        if type(leaf.value) is str and not leaf.ref and not _NOT_TOLD.intersection(leaf.path):
            told[leaf.path[:2] if leaf.path[:2] in parts else ()].append(leaf.value)
    for path, part in parts.items():
        # Joined so that no sign of what is delicate is read across two texts.
        found = None if part.secrecy else part.delicate.search(". ".join(told[path]))
        if found:
            what = f"{part.what} nämner ”{found[0]}”, som kan vara känsligt."
            yield problem(register, record, path, what, _DECIDE)


def _judged(register: Register, record: Entity) -> Iterator[_Judged]:
    """Give the parts of a record that have a key for who judged them; the record itself holds all the rest."""
    if isinstance(record, SafetyWalk):
        yield _Judged((), "Texten om vandringen", record.secrecy)
        for number, stop in enumerate(record.stops):
            yield _Judged(("stopp", number), "Stoppet", stop.secrecy, _DELICATE_STOP)
        for number, answer in enumerate(record.answers):
            yield _Judged(("samlade_svar", number), "Svaret", answer.secrecy)
    elif isinstance(record, Measure):
        yield _Judged((), "Åtgärden", record.secrecy)
    elif isinstance(record, Dialogue):
        yield _Judged((), "Beskrivningen av dialogen", record.secrecy)
        for number, point in enumerate(record.heard):
            yield _Judged(("hört", number), "Punkten", point.secrecy)
    elif isinstance(record, FollowUp):
        yield _Judged((), "Texten om uppföljningen", record.secrecy)
        for number, entry in enumerate(record.entries):
            yield _Judged(("poster", number), "Posten", entry.secrecy or _of_measure(register, entry.about))
        for number, beyond in enumerate(record.beyond):
            yield _Judged(("utöver_löftet", number), "Arbetet utöver löftet", beyond.secrecy)


def _of_measure(register: Register, text: str) -> str | None:
    """Give who has judged the measure that an entry is about: the entry is judged with it."""
    about = subject(register, text)
    measure = register.measures.get(about.key) if about and about.kind == "atgard" else None
    return measure.secrecy if measure else None


def dwellings_are_hidden(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for what is at a dwelling and points it out: by a house number in words, or by a photo."""
    for walk in register.walks.values():
        for number, stop in enumerate(walk.stops):
            if stop.at_home and not stop.secrecy:
                yield from _pointed_out(register, walk, ("stopp", number), "plats", stop.place, stop.image)
    for measure in register.measures.values():
        if measure.at_home and not measure.secrecy:
            words = measure.place_words or ""
            yield from _pointed_out(register, measure, (), "plats_i_ord", words, measure.image)


def _pointed_out(
    register: Register, record: Entity, path: KeyPath, key: str, place: str, image: str | None
) -> Iterator[Problem]:
    house = _HOUSE_NUMBER.search(place)
    if house:
        what = f"Platsen ligger vid en bostad, men ”{house[0]}” säger vilken."
        mend = "Skriv gatan eller området utan nummer. "
        yield problem(register, record, (*path, key), what, mend + _DECIDE.replace("Låt", "Eller låt", 1))
    if image:
        what = "Bilden är tagen vid en bostad, så den kan visa vilken."
        mend = "Ta bort bilden. "
        yield problem(register, record, (*path, "bild"), what, mend + _DECIDE.replace("Låt", "Eller låt", 1))
