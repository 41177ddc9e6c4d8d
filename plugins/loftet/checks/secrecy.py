"""Nothing personal (rule 13), and secrecy decided before publication (rule 19)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from loftet.checks.personal import found
from loftet.checks.telling import hint, problem
from loftet.facts.subjects import subject
from loftet.model.base import Entity
from loftet.model.follow_up import FollowUp, Part
from loftet.model.knowledge import Dialogue
from loftet.model.promise import Measure
from loftet.model.register import Register
from loftet.model.walk import SafetyWalk
from loftet.model.walking import KeyPath, records_of
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

_DECIDE = "Låt en funktion pröva om det får visas, och skriv vem: «sekretessprövad: säkerhetssamordnare»."
_HOUSE_NUMBER = re.compile(r"[^\W\d_]{3,} \d+ ?[A-Za-z]?\b")
"""A word and a number, as in «Storgatan 14»: finer than the street and the area that a dwelling is shown as."""


def no_personal_data(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each personnummer, private address or number in any text, and a Hint for the doubtful."""
    for record, leaf in register.leaves:
        if not isinstance(leaf.value, str) or leaf.ref or leaf.path[-1] in _CONTACT_KEYS:
            continue
        for finding in found(leaf.value) if _MAY_BE_PERSONAL.search(leaf.value) else ():
            tell = problem if finding.certain else hint
            yield tell(register, record, leaf.path, finding.what, finding.mend)


class _Judged(NamedTuple):
    """Texts about one place that a function judges together: where they stand, what they are, who has judged."""

    record: Entity
    path: KeyPath
    what: str
    told: tuple[str | None, ...]
    secrecy: str | None
    delicate: re.Pattern[str] = _WEAK_SPOT


def secrecy_is_decided(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each delicate text about a place that no function has judged fit to show (rule 19)."""
    measures = (_of_measure(one) for one in register.measures.values())
    walks = (one for walk in register.walks.values() for one in _of_walk(walk))
    dialogues = (one for dialogue in register.dialogues.values() for one in _of_dialogue(dialogue))
    follow_ups = (
        one for follow_up in register.follow_ups.values() for one in _of_follow_up(register, follow_up)
    )
    for one in (*walks, *measures, *dialogues, *follow_ups):
        found = None if one.secrecy else one.delicate.search(_joined(one.told))
        if found:
            what = f"{one.what} nämner «{found[0]}», som kan vara känsligt."
            yield problem(register, one.record, one.path, what, _DECIDE)


def _of_walk(walk: SafetyWalk) -> Iterator[_Judged]:
    for number, stop in enumerate(walk.stops):
        told = (stop.place, *stop.seen, stop.proposal, stop.answer, stop.mended, stop.image_alt)
        yield _Judged(walk, ("stopp", number), "Stoppet", told, stop.secrecy, _DELICATE_STOP)
    for number, one in enumerate(walk.answers):
        yield _Judged(walk, ("samlade_svar", number), "Svaret", (one.text,), one.secrecy)
    own = (
        walk.purpose,
        walk.route_words,
        walk.stops_words,
        walk.result_words,
        walk.conflict,
        walk.phase_reason,
    )
    yield _Judged(walk, (), "Texten om vandringen", own, walk.secrecy)


def _of_measure(measure: Measure) -> _Judged:
    told = (measure.title, measure.text, measure.place_words, measure.goals_words, measure.image_alt)
    return _Judged(measure, (), "Åtgärden", told, measure.secrecy)


def _of_dialogue(dialogue: Dialogue) -> Iterator[_Judged]:
    for number, point in enumerate(dialogue.heard):
        yield _Judged(dialogue, ("hört", number), "Punkten", (point.text, point.answer), point.secrecy)
    yield _Judged(dialogue, (), "Beskrivningen av dialogen", (dialogue.text,), dialogue.secrecy)


def _of_follow_up(register: Register, follow_up: FollowUp) -> Iterator[_Judged]:
    """Give each entry; one about a measure that has been judged is judged with it."""
    for number, entry in enumerate(follow_up.entries):
        about = subject(register, entry.about)
        measure = register.measures.get(about.key) if about and about.kind == "atgard" else None
        parts = (
            text for _, part in records_of(entry, Part) for text in (part.text, part.note, part.place_words)
        )
        told = (entry.text, entry.reason_words, entry.outcome_words, entry.next_step, *parts)
        judged_by = entry.secrecy or (measure.secrecy if measure else None)
        yield _Judged(follow_up, ("poster", number), "Posten", told, judged_by)


def _joined(told: Iterable[str | None]) -> str:
    """Join texts so that no sign of what is delicate is read across two of them."""
    return ". ".join(one for one in told if one)


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
        what = f"Platsen ligger vid en bostad, men «{house[0]}» säger vilken."
        mend = "Skriv gatan eller området utan nummer. "
        yield problem(register, record, (*path, key), what, mend + _DECIDE.replace("Låt", "Eller låt", 1))
    if image:
        what = "Bilden är tagen vid en bostad, så den kan visa vilken."
        mend = "Ta bort bilden. "
        yield problem(register, record, (*path, "bild"), what, mend + _DECIDE.replace("Låt", "Eller låt", 1))
