"""Checkability is told as facts (rule 15): what was given when a commitment was signed, and what was not."""

from __future__ import annotations

from dataclasses import dataclass

from loftet.facts.targets import target_number, target_words
from loftet.model.promise import Commitment
from loftet.model.register import Register
from loftet.model.words.knowledge import Per
from loftet.wording import and_list

NOT_GIVEN = "ej angivet"


@dataclass(frozen=True)
class Given:
    """One thing that a commitment can state when it is signed; `value` is None when it was not given."""

    label: str
    value: str | None

    @property
    def words(self) -> str:
        """Give the value, or say that it was not given."""
        return self.value or NOT_GIVEN


def given_at_signing(register: Register, own: Commitment) -> tuple[Given, ...]:
    """Give what a commitment said as signed: how much, when, where, who, how it is measured."""
    return (
        Given("antal", _amount(own)),
        Given("tid", _time(own)),
        Given("plats", _place(register, own)),
        Given("ansvarig", _responsible(register, own)),
        Given("mäts med", _measured(register, own)),
    )


def _amount(own: Commitment) -> str | None:
    numbers = [target_words(goal) for goal in own.goals if target_number(goal) is not None]
    return own.goals_words or and_list(numbers) or None


def _time(own: Commitment) -> str | None:
    stated = own.deadline.words if own.deadline else own.deadline_words
    of_goals = dict.fromkeys(goal.deadline.words for goal in own.goals if goal.deadline)
    per = next((goal.per for goal in own.goals if goal.per), None)
    if stated:
        return f"senast {stated}" if own.deadline else stated
    if own.condition or own.continuous:
        return own.condition or "löpande"
    if of_goals:
        return f"senast {and_list(of_goals)}"
    return ("under perioden" if per is Per.PERIOD else f"varje {per.value}") if per else None


def _place(register: Register, own: Commitment) -> str | None:
    names = [area.name for id in own.areas if (area := register.areas.get(id))]
    return own.place_words or and_list(names) or None


def _responsible(register: Register, own: Commitment) -> str | None:
    names = [party.name for id in own.responsible if (party := register.parties.get(id))]
    return own.responsible_words or and_list(names) or None


def _measured(register: Register, own: Commitment) -> str | None:
    goals = [goal.indicator for goal in own.goals if goal.indicator]
    asked = dict.fromkeys((*own.indicators, *goals))
    names = [found.name for id in asked if (found := register.indicators.get(id))]
    units = [goal.unit for goal in own.goals if goal.unit and target_number(goal) is not None]
    return and_list(names) or (f"antal {and_list(units)}" if units else None)
