"""Target beside outcome: a ratio only where unit, span and area are the same (rules 4, 5, 12 of the cases)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from loftet.facts.as_of import AsOf, Said
from loftet.model.dates import Period
from loftet.model.promise import Commitment, Goal, Measure, Promise
from loftet.model.words import GoalStatus, Per
from loftet.wording import first_upper, number, period_text

_LONGEST = {Per.YEAR: 12, Per.HALF_YEAR: 6, Per.TERTIAL: 4, Per.QUARTER: 3, Per.MONTH: 1}


@dataclass(frozen=True)
class Comparison:
    """One target beside one outcome.

    `share` is whole percent rounded down, None where no ratio may be told; `sentence` is the printed
    arithmetic, or the reason why the two cannot be compared; `said` is where the outcome stands.
    """

    target: str
    outcome: str
    status: GoalStatus
    share: int | None
    sentence: str
    said: Said | None = None


def target_words(goal: Goal, own_words: str | None = None) -> str:
    """Give a target in words: the editor's own when there are any, else «minst 30 trafikkontroller per år»."""
    if own_words or goal.words:
        return own_words or goal.words or ""
    amount = target_number(goal)
    if amount is None:
        return ""
    bound = "minst " if goal.at_least is not None else "högst " if goal.at_most is not None else ""
    per = f" per {goal.per.value}" if goal.per else ""
    return f"{bound}{number(amount)} {goal.unit or ''}".strip() + per


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
    unit = entry.unit or (goal.unit if goal else None) or ""
    return f"{number(entry.outcome)} {unit}".strip()


def comparisons_of_commitment(as_of: AsOf, promise: Promise, own: Commitment) -> tuple[Comparison, ...]:
    """Give a commitment's targets beside its outcomes, newest outcome first."""
    told = as_of.said_of_commitment(promise, own)
    return _comparisons(own.goals, own.goals_words, told, promise.period)


def comparisons_of_measure(as_of: AsOf, measure: Measure) -> tuple[Comparison, ...]:
    """Give a measure's targets beside its outcomes, newest outcome first."""
    promise = as_of.promise_of(measure)
    told = as_of.said_of_measure(measure)
    return _comparisons(measure.goals, measure.goals_words, told, promise.period if promise else None)


def _comparisons(
    goals: tuple[Goal, ...], own_words: str | None, told: tuple[Said, ...], whole: Period | None
) -> tuple[Comparison, ...]:
    with_outcome = [one for one in reversed(told) if one.entry.outcome is not None or one.entry.outcome_words]
    targets = goals or ((Goal.model_validate({"text": own_words}),) if own_words or with_outcome else ())
    words = own_words if len(targets) == 1 else None
    found = [compare(goal, said, whole, words) for goal in targets for said in with_outcome]
    silent = [_unmeasured(goal, words) for goal in targets if not with_outcome]
    return (*found, *silent)


def _unmeasured(goal: Goal, words: str | None) -> Comparison:
    sentence = "Inget utfall är publicerat ännu."
    return Comparison(target_words(goal, words), "", GoalStatus.NOT_MEASURED, None, sentence)


def compare(goal: Goal, said: Said, whole: Period | None, own_words: str | None = None) -> Comparison:
    """Set one outcome beside one target; `whole` is the promise's period, for targets per period."""
    target, outcome = target_words(goal, own_words), outcome_words(said, goal)
    why_not = _difference(goal, said, whole)
    aim, got = target_number(goal), said.entry.outcome
    if why_not or aim is None or got is None:
        return Comparison(target, outcome, GoalStatus.NOT_COMPARABLE, None, why_not or "", said)
    met = got <= aim if goal.at_most is not None else got == aim if _exact(goal) else got >= aim
    if not met and _still_running(said):
        sentence = f"Hittills {outcome}; målet är {target}. {_when(said)} är inte slut."
        return Comparison(target, outcome, GoalStatus.NOT_COMPARABLE, None, sentence, said)
    status = GoalStatus.REACHED if met else GoalStatus.NOT_REACHED
    share = whole_percent(got, aim) if goal.at_most is None and not _exact(goal) else None
    return Comparison(target, outcome, status, share, _arithmetic(goal, said, share), said)


def _exact(goal: Goal) -> bool:
    return goal.at_least is None and goal.at_most is None and goal.per is not None


def whole_percent(part: Decimal, of: Decimal) -> int | None:
    """Give part of a whole in whole percent, rounded down: 100 only when all is there; None of nothing."""
    if of <= 0 or part < 0:
        return None
    return int(part * 100 // of)


def _arithmetic(goal: Goal, said: Said, share: int | None) -> str:
    aim, got = target_number(goal), said.entry.outcome
    when = f" {period_text(said.entry.period)}" if said.entry.period else ""
    if share is None or aim is None or got is None:
        return f"Utfallet{when} är {outcome_words(said, goal)}; målet är {target_words(goal)}."
    unit = goal.unit or said.entry.unit or ""
    percent = f"{share} procent" + ("" if got * 100 % aim == 0 else ", avrundat nedåt")
    return f"{number(got)} av {number(aim)} {unit}".strip() + f"{when} är {percent}."


def _when(said: Said) -> str:
    period = said.entry.period
    return first_upper(period_text(period)) if period else ""


def _still_running(said: Said) -> bool:
    end = said.entry.period.last if said.entry.period else None
    return end is not None and said.date < end


def _difference(goal: Goal, said: Said, whole: Period | None) -> str:
    """Say why target and outcome cannot be compared; empty when they can."""
    entry = said.entry
    if target_number(goal) is None:
        return "Målet är inte ett tal, så utfallet kan inte räknas mot det."
    if entry.outcome is None:
        return "Utfallet är inte ett exakt tal, så det kan inte räknas mot målet."
    if entry.unit and goal.unit and entry.unit.lower() != goal.unit.lower():
        return f"Målet räknas i {goal.unit} och utfallet i {entry.unit}, så de kan inte jämföras."
    return _span_difference(goal.per, entry.period, whole)


def _span_difference(per: Per | None, span: Period | None, whole: Period | None) -> str:
    if per is None:
        return "" if span is None or _same(span, whole) else _spans("hela tiden", span)
    if span is None:
        return f"Målet gäller per {per.value}, men källan säger inte vilken tid utfallet gäller."
    if per is Per.PERIOD:
        return "" if _same(span, whole) else _spans("hela löftets period", span)
    fits = _is_week(span) if per is Per.WEEK else _is_months(span, _LONGEST[per])
    return "" if fits else _spans(f"per {per.value}", span)


def _spans(target: str, span: Period) -> str:
    return f"Målet gäller {target} och utfallet {period_text(span)}, så de kan inte jämföras."


def _same(span: Period, whole: Period | None) -> bool:
    return whole is not None and (span.first, span.last) == (whole.first, whole.last)


def _is_months(span: Period, months: int) -> bool:
    """Tell whether a span is whole calendar months that start where such a part of the year starts."""
    first, last = span.first, span.last
    if first is None or last is None or first.day != 1 or (first.month - 1) % months:
        return False
    year, month = divmod(first.year * 12 + first.month - 1 + months - 1, 12)
    return last == date(year, month + 1, monthrange(year, month + 1)[1])


def _is_week(span: Period) -> bool:
    first, last = span.first, span.last
    return first is not None and last is not None and (last - first).days == 6
