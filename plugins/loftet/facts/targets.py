"""What a target and an outcome say: their words, their number, and whether a number meets a target."""

from __future__ import annotations

from decimal import Decimal

from loftet.facts.as_of import Said
from loftet.facts.labels import NOUNS
from loftet.model.promise import Goal
from loftet.model.words.knowledge import Direction
from loftet.wording import number

_ONE_OF = {noun.plural: noun.singular for noun in NOUNS.values()}


def target_words(goal: Goal, own_words: str | None = None) -> str:
    """Give a target in words: the editor's own when there are any, else ”minst 30 trafikkontroller per år”."""
    return own_words or goal.words or amount_words(goal)


def amount_words(goal: Goal) -> str:
    """Give a target's number with its unit and per what, whatever its own words are; empty without a number."""
    amount = target_number(goal)
    if amount is None:
        return ""
    bound = "minst " if goal.at_least is not None else "högst " if goal.at_most is not None else ""
    if goal.at_least is not None and goal.at_most is not None:
        bound = f"högst {number(goal.at_most)} och minst "
    per = f" per {goal.per.value}" if goal.per else ""
    return f"{bound}{counted(amount, goal.unit)}{per}"


def counted(amount: Decimal, unit: str | None) -> str:
    """Give a number with its unit: a unit is written in the plural, and told as one where a noun of ours is 1."""
    told = _ONE_OF.get((unit or "").lower(), unit) if amount == 1 else unit
    return f"{number(amount)} {told or ''}".strip()


def target_number(goal: Goal) -> Decimal | None:
    """Give the number of a target; None when it is words only."""
    stated = (goal.at_least, goal.at_most, goal.exactly)
    return next((one for one in stated if one is not None), None)


def outcome_words(said: Said, goal: Goal | None = None) -> str:
    """Give an outcome in words: as told, else the number with its unit; empty when none is told."""
    entry = said.entry
    if entry.outcome_words:
        return entry.outcome_words
    if entry.outcome is None:
        return ""
    return counted(entry.outcome, entry.unit or (goal.unit if goal else None))


def wants_more(goal: Goal) -> bool:
    """Tell whether more is better: not for ”högst”, nor for a plain number that is to fall or to stay."""
    return goal.at_most is None and (
        goal.at_least is not None or goal.direction not in (Direction.DOWN, Direction.SAME)
    )


def is_met(goal: Goal, got: Decimal) -> bool:
    """Tell whether a number meets a target's number, in the direction that the target states."""
    if goal.at_least is not None or goal.at_most is not None:
        enough = goal.at_least is None or got >= goal.at_least
        return enough and (goal.at_most is None or got <= goal.at_most)
    if goal.exactly is None:
        return False
    if goal.direction is Direction.SAME:
        return got == goal.exactly
    return got <= goal.exactly if goal.direction is Direction.DOWN else got >= goal.exactly
