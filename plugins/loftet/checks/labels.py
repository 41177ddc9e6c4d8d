"""The names under `benämningar:` in kommun.yml must be those of things that the site speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loftet.checks.telling import problem
from loftet.facts.labels import KNOWN, NOUNS
from loftet.model.register import Register
from loftet.problems import Problem
from loftet.wording import did_you_mean


def labels_are_known(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each own word that is given for nothing, with the name that was likely meant."""
    for name in register.municipality.labels:
        if name not in KNOWN:
            mend = did_you_mean(name, tuple(NOUNS), most=len(NOUNS))
            what = f"Benämningen ”{name}” används inte, så det egna ordet skulle aldrig synas."
            yield problem(register, register.municipality, ("benämningar", name), what, mend)
