"""What a follow-up says must fit what it speaks of, with a reason where the rules ask for one (rules 2 and 7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loftet.checks.telling import hint, problem
from loftet.facts.status import COMMITMENT_WORDS, MEASURE_WORDS
from loftet.facts.subjects import subject
from loftet.model.follow_up import Entry, FollowUp
from loftet.model.register import Register
from loftet.model.walking import KeyPath, records_of
from loftet.model.words import Assessment, Reason
from loftet.problems import Hint, Problem
from loftet.wording import or_list

_WANT_A_REASON = {
    Assessment.PARTLY_DONE,
    Assessment.PARTLY_KEPT,
    Assessment.PAUSED,
    Assessment.NOT_DONE,
    Assessment.MOVED,
}
_ALLOWED = {"atgard": MEASURE_WORDS, "atagande": COMMITMENT_WORDS, "lofte": COMMITMENT_WORDS}
_CALLED = {"atgard": "en åtgärd", "atagande": "ett åtagande", "lofte": "ett löfte"}


def _entries(register: Register) -> Iterator[tuple[FollowUp, KeyPath, Entry]]:
    for follow_up in register.follow_ups.values():
        for path, entry in records_of(follow_up, Entry):
            yield follow_up, path, entry


def assessments_fit(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where a word for commitments is said of a measure, or the other way round."""
    for follow_up, path, entry in _entries(register):
        about = subject(register, entry.about)
        if not about or not entry.assessment or entry.assessment in _ALLOWED[about.kind]:
            continue
        words = or_list(one.value for one in Assessment if one in _ALLOWED[about.kind])
        what = f"«{entry.assessment.value}» kan inte sägas om {_CALLED[about.kind]}."
        yield problem(register, follow_up, (*path, "bedömning"), what, f"Skriv {words}.")


def reasons_are_given(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where delvis, pausad, genomförs inte or flyttad has no reason from the closed list."""
    for follow_up, path, entry in _entries(register):
        if entry.assessment in _WANT_A_REASON and entry.reason is None:
            yield problem(
                register,
                follow_up,
                (*path, "bedömning"),
                f"«{entry.assessment.value}» behöver ett skäl.",
                f"Lägg till «skäl:» med ett av: {', '.join(one.value for one in Reason)}.",
            )
        moved = entry.new_deadline or entry.new_deadline_words or entry.new_target
        if moved and not (entry.reason or entry.reason_words or entry.text):
            yield problem(
                register,
                follow_up,
                path,
                "En ny tidsplan eller ett nytt mål behöver ett skäl.",
                "Lägg till «skäl:» eller «text:» som säger varför.",
            )


def evidence_is_given(register: Register, _today: date) -> Iterator[Hint]:
    """Give a Hint for a claim that something is done or kept without evidence."""
    for follow_up, path, entry in _entries(register):
        if entry.assessment in (Assessment.DONE, Assessment.KEPT) and not entry.evidence:
            what = "Inget belägg är angivet. På sidan står «underlag saknas»."
            yield hint(
                register,
                follow_up,
                path,
                what,
                "Lägg till «belägg:» med länk, bild eller text, om det finns.",
            )
