"""What a follow-up says must fit what it speaks of, with a reason where the rules ask for one (rules 2 and 7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from loftet.checks.telling import hint, problem
from loftet.facts import AsOf
from loftet.facts.status import COMMITMENT_WORDS, MEASURE_WORDS
from loftet.facts.subjects import SubjectKind, subject
from loftet.model.follow_up import Entry, FollowUp, Part
from loftet.model.register import Register, is_draft
from loftet.model.walking import KeyPath, records_of
from loftet.model.words.follow_ups import Assessment, Reason
from loftet.model.words.organisation import MeetingPhase
from loftet.problems import Hint, Problem
from loftet.wording import date_text, or_list

_WANT_A_REASON = {
    Assessment.PARTLY_DONE,
    Assessment.PARTLY_KEPT,
    Assessment.PAUSED,
    Assessment.NOT_DONE,
    Assessment.MOVED,
}
_ALLOWED: Mapping[SubjectKind, frozenset[Assessment]] = {
    "atgard": MEASURE_WORDS,
    "atagande": COMMITMENT_WORDS,
    "lofte": COMMITMENT_WORDS,
}
_CALLED: Mapping[SubjectKind, str] = {"atgard": "en åtgärd", "atagande": "ett åtagande", "lofte": "ett löfte"}


def _entries(register: Register) -> Iterator[tuple[FollowUp, KeyPath, Entry]]:
    for follow_up in register.follow_ups.values():
        for path, entry in records_of(follow_up, Entry):
            yield follow_up, path, entry


def assessments_fit(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where a word for commitments is said of a measure or a part of it, or the other way round."""
    for follow_up, path, entry in _entries(register):
        about = subject(register, entry.about)
        if about is None:
            continue
        said = [
            (path, entry.assessment),
            *((place, one.assessment) for place, one in records_of(entry, Part, path)),
        ]
        for place, word in said:
            if word and word not in _ALLOWED[about.kind]:
                words = or_list(one.value for one in Assessment if one in _ALLOWED[about.kind])
                what = f"”{word.value}” kan inte sägas om {_CALLED[about.kind]}."
                yield problem(register, follow_up, (*place, "bedömning"), what, f"Skriv {words}.")


def handled_is_over(register: Register, today: date) -> Iterator[Problem]:
    """Give a Problem for each handled follow-up whose meeting was not held or whose day has not been (rule 14)."""
    as_of = AsOf(register, today)
    for follow_up in register.follow_ups.values():
        meeting = register.meetings.get(follow_up.meeting or "")
        if is_draft(follow_up):
            continue
        if meeting and meeting.phase is not MeetingPhase.HELD:
            what = f"Uppföljningen är ”behandlad”, men mötet ”{meeting.id}” är ”{meeting.phase.value}”."
            mend = "Skriv ”skede: utkast” tills mötet har hållits, eller ”skede: hållet” på mötet om det har det."
            yield problem(register, follow_up, ("möte",), what, mend)
        elif as_of.published_on(follow_up) > today:
            yield _too_early(register, follow_up, as_of.published_on(follow_up))


def _too_early(register: Register, follow_up: FollowUp, when: date) -> Problem:
    stated = follow_up.published or follow_up.stated_as_of
    key = "publicerad" if follow_up.published else "gäller_per" if stated else "avser"
    what = f"Uppföljningen är ”behandlad”, men blir offentlig först {date_text(when)}. Den dagen har inte varit än."
    mend = "Rätta dagen, eller skriv ”skede: utkast” till dess."
    if not stated:
        mend = "Lägg till ”gäller_per:” med dagen som uppgifterna gäller."
    return problem(register, follow_up, (key,), what, mend)


_WANT_A_RECIPIENT = {Assessment.HANDED_OVER, Assessment.MOVED}


def recipients_are_named(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where överlämnad or flyttad does not say to whom or what (rule 2)."""
    for follow_up, path, entry in _entries(register):
        if entry.assessment in _WANT_A_RECIPIENT and not (entry.recipient or entry.recipient_words):
            what = f"”{entry.assessment.value}” behöver en mottagare." if entry.assessment else ""
            mend = "Lägg till ”mottagare:” (en part) eller ”mottagare_i_ord:”, till exempel ett annat löfte."
            yield problem(register, follow_up, (*path, "bedömning"), what, mend)


def reasons_are_given(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where a word or a change that rule 2 asks a reason for has none, a Hint where it has no text."""
    for follow_up, path, entry in _entries(register):
        told = entry.text or entry.reason_words
        if entry.assessment in _WANT_A_REASON and entry.reason is None:
            what = f"”{entry.assessment.value}” behöver ett skäl." if entry.assessment else ""
            mend = f"Lägg till ”skäl:” med ett av: {', '.join(one.value for one in Reason)}."
            yield problem(register, follow_up, (*path, "bedömning"), what, mend)
        elif entry.reason is Reason.OTHER and not told:
            mend = "Lägg till ”text:” eller ”skäl_i_ord:” som säger vilket."
            yield problem(register, follow_up, (*path, "skäl"), "”annat skäl” säger inte vilket skäl.", mend)
        elif entry.assessment in _WANT_A_REASON and not told:
            mend = "Lägg till ”text:” som säger vad som har hänt."
            yield hint(register, follow_up, path, "Skälet har ingen text bredvid sig.", mend)
        moved = entry.new_deadline or entry.new_deadline_words or entry.new_target
        if moved and not (entry.reason or told):
            what = "En ny tidsplan eller ett nytt mål behöver ett skäl."
            yield problem(
                register, follow_up, path, what, "Lägg till ”skäl:” eller ”text:” som säger varför."
            )


def evidence_is_given(register: Register, _today: date) -> Iterator[Hint]:
    """Give a Hint for a claim that something is done or kept without evidence."""
    for follow_up, path, entry in _entries(register):
        if entry.assessment in (Assessment.DONE, Assessment.KEPT) and not entry.evidence:
            what = "Inget belägg är angivet. På sidan står ”underlag saknas”."
            yield hint(
                register,
                follow_up,
                path,
                what,
                "Lägg till ”belägg:” med länk, bild eller text, om det finns.",
            )
