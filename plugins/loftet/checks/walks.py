"""Walks: what is called off or moved says why (rule 2), and an answer to several stops finds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loftet.checks.telling import hint, problem
from loftet.model.register import Register
from loftet.model.walk import JointAnswer, SafetyWalk
from loftet.model.words.walks import WalkPhase
from loftet.problems import Problem
from loftet.wording import did_you_mean


def walks_hold_together(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each walk called off without a reason, and each joint answer to stops that are not there."""
    for walk in register.walks.values():
        if walk.phase.called_off and not walk.phase_reason:
            what = f"Vandringen är ”{walk.phase.value}” men säger inte varför."
            yield problem(register, walk, ("skede",), what, "Lägg till ”skäl_i_ord:”.")
        if walk.phase is WalkPhase.MOVED and not walk.moved_to:
            what = "Vandringen är flyttad men säger inte vilken som kommer i stället."
            yield hint(register, walk, ("skede",), what, "Lägg till ”flyttad_till:” när den är bestämd.")
        for number, answer in enumerate(walk.answers):
            yield from _answered(register, walk, number, answer)


def _answered(register: Register, walk: SafetyWalk, number: int, answer: JointAnswer) -> Iterator[Problem]:
    path = ("samlade_svar", number)
    names = [name for one in walk.stops for name in (one.number, one.id) if name]
    known = {name.strip().lower() for name in names}
    for place, stop in enumerate(answer.stops):
        if stop.strip().lower() not in known:
            what = f"Vandringen har inget stopp ”{stop}”."
            yield problem(register, walk, (*path, "stopp", place), what, did_you_mean(stop, names))
    if answer.stops or not walk.stops:
        return
    categories = list(dict.fromkeys(one for stop in walk.stops for one in stop.categories))
    if answer.category is None:
        what = "Svaret säger inte vilka stopp det gäller."
        yield problem(register, walk, path, what, "Lägg till ”stopp:” eller ”kategori:”.")
    elif answer.category.lower() not in [one.lower() for one in categories]:
        what = f"Inget stopp har kategorin ”{answer.category}”, så svaret syns inte vid något stopp."
        yield hint(register, walk, (*path, "kategori"), what, did_you_mean(answer.category, categories))
