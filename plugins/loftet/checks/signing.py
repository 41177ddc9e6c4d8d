"""Hints before signing: what a promise lacks to be understood and checked (rule 15: told to the editor alone)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loftet.checks.telling import hint
from loftet.facts.signed import given_at_signing
from loftet.model.register import Register
from loftet.problems import Problem
from loftet.wording import and_list

LONGEST_SUMMARY = 300
"""Letters that a summary on plain Swedish may have: one idea, read in ten seconds."""


def promises_are_ready(register: Register, _today: date) -> Iterator[Problem]:
    """Give Hints about a promise without a summary, and about commitments that cannot be checked."""
    for promise in register.promises.values():
        if promise.summary is None:
            mend = "Lägg till ”sammanfattning:” med löftet på vanlig svenska, högst 300 tecken."
            yield hint(register, promise, (), "Löftet saknar sammanfattning.", mend)
        elif len(promise.summary) > LONGEST_SUMMARY:
            what = f"Sammanfattningen är {len(promise.summary)} tecken lång."
            yield hint(register, promise, ("sammanfattning",), what, "Korta den till 300 tecken.")
        for number, own in enumerate(promise.commitments):
            missing = [one.label for one in given_at_signing(register, own) if one.value is None]
            if len(missing) >= 4:
                what = f"Åtagandet går knappast att följa upp: {and_list(missing)} är inte angivet."
                yield hint(register, promise, ("åtaganden", number), what)
