"""Target beside outcome: a ratio only where unit, span and area are the same (rules 4, 5 and 9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from loftet.facts.as_of import AsOf, Said
from loftet.facts.hindrances import Hindrance, HindranceKind
from loftet.facts.readings import Reading, latest_reading
from loftet.facts.spans import span_difference
from loftet.facts.targets import (
    amount_words,
    counted,
    is_met,
    outcome_words,
    target_number,
    target_words,
    wants_more,
)
from loftet.model.dates import FuzzyDate, Period
from loftet.model.knowledge import Indicator
from loftet.model.promise import Commitment, Goal, Measure, Promise
from loftet.model.statuses import GoalStatus
from loftet.model.words.knowledge import Per
from loftet.model.words.promises import GoalKind
from loftet.wording import date_text, first_upper, number, period_text


@dataclass(frozen=True)
class Comparison:
    """One target beside one outcome.

    `share` is whole percent rounded down, None where no ratio may be told; `sentence` is the printed
    arithmetic, or `hindrance` in words: why the two cannot be compared. `said` is where the outcome stands.
    """

    target: str
    outcome: str
    status: GoalStatus
    share: int | None
    sentence: str
    said: Said | None = None
    hindrance: Hindrance | None = None

    @classmethod
    def hindered(
        cls, target: str, outcome: str, hindrance: Hindrance, said: Said | None = None
    ) -> Comparison:
        """Give a target and an outcome that cannot be compared."""
        return cls(target, outcome, GoalStatus.NOT_COMPARABLE, None, hindrance.sentence, said, hindrance)


def comparisons_of_commitment(as_of: AsOf, promise: Promise, own: Commitment) -> tuple[Comparison, ...]:
    """Give a commitment's targets beside its outcomes, newest outcome first."""
    told = as_of.said_of_commitment(promise, own)
    frame = TimeFrame(promise.period, own.deadline)
    return _comparisons(as_of, own.goals, own.goals_words, told, frame)


def comparisons_of_measure(as_of: AsOf, measure: Measure) -> tuple[Comparison, ...]:
    """Give a measure's targets beside its outcomes, newest outcome first."""
    promise = as_of.promise_of(measure)
    told = as_of.said_of_measure(measure)
    frame = TimeFrame(promise.period if promise else None, measure.deadline)
    return _comparisons(as_of, measure.goals, measure.goals_words, told, frame)


@dataclass(frozen=True)
class TimeFrame:
    """The time that a target without one of its own is for: the promise's period, and the last day as signed."""

    whole: Period | None = None
    deadline: FuzzyDate | None = None

    def end(self, goal: Goal) -> date | None:
        """Give the day by which a target is to be reached; None when no day is stated."""
        deadline = goal.deadline or self.deadline
        return deadline.last if deadline else self.whole.last if self.whole else None


def _comparisons(
    as_of: AsOf, goals: tuple[Goal, ...], own_words: str | None, told: tuple[Said, ...], frame: TimeFrame
) -> tuple[Comparison, ...]:
    with_outcome = [one for one in reversed(told) if one.entry.outcome is not None or one.entry.outcome_words]
    targets = goals or ((Goal.model_validate({"text": own_words}),) if own_words or with_outcome else ())
    words = own_words if len(targets) == 1 else None
    found: list[Comparison] = []
    for goal in targets:
        pairs = [
            compare(goal, one, frame, words, targets) for one in with_outcome if _is_of(one, goal, targets)
        ]
        measured = measured_by_indicator(as_of, goal, target_words(goal, words), frame)
        found += [*([measured] if measured else []), *pairs] or [_unmeasured(goal, words)]
    return tuple(found)


def _unmeasured(goal: Goal, words: str | None) -> Comparison:
    sentence = "Inget utfall är publicerat ännu."
    return Comparison(target_words(goal, words), "", GoalStatus.NOT_MEASURED, None, sentence)


def _is_of(said: Said, goal: Goal, targets: tuple[Goal, ...]) -> bool:
    """Tell whether an outcome may be of a target: of several, only of those that count in its unit (rule 4)."""
    units = [_unit(one.unit) for one in targets]
    named = _unit(said.entry.unit)
    return len(targets) == 1 or not named or named not in units or named == _unit(goal.unit)


def _unit(words: str | None) -> str:
    return " ".join((words or "").lower().split())


def compare(
    goal: Goal,
    said: Said,
    frame: TimeFrame,
    own_words: str | None = None,
    targets: tuple[Goal, ...] = (),
) -> Comparison:
    """Set one outcome beside one target; `targets` are all that the outcome could be of, when there are several."""
    unclear = len({_unit(one.unit) for one in targets}) > 1 and not said.entry.unit
    target, outcome = target_words(goal, own_words), outcome_words(said, None if unclear else goal)
    hindrance = _MANY_TARGETS if unclear else _difference(goal, said, frame.whole)
    if hindrance:
        return Comparison.hindered(target, outcome, hindrance, said)
    aim, got = target_number(goal), said.entry.outcome
    assert aim is not None  # a target in words hinders
    assert got is not None  # so does an outcome in words
    met = is_met(goal, got)
    share = whole_percent(got, aim) if wants_more(goal) else None
    sentence = _arithmetic(goal, said, share)
    running = _running(goal, said, frame)
    if running and not (met and wants_more(goal)):
        shown = share if goal.per is None else None
        so_far = sentence if shown is not None else f"Hittills {outcome}; målet är {amount_words(goal)}."
        return Comparison(target, outcome, GoalStatus.UNDECIDED, shown, f"{so_far} {running}", said)
    status = GoalStatus.REACHED if met else GoalStatus.NOT_REACHED
    return Comparison(target, outcome, status, share, sentence, said)


_MANY_TARGETS = Hindrance(HindranceKind.MANY_TARGETS)


def whole_percent(part: Decimal, of: Decimal) -> int | None:
    """Give part of a whole in whole percent, rounded down: 100 only when all is there; None of nothing."""
    if of <= 0 or part < 0:
        return None
    return int(Fraction(part) * 100 // Fraction(of))


def _arithmetic(goal: Goal, said: Said, share: int | None) -> str:
    """Say an outcome as a part of its target; what is more than the target, or all of 1, is no part of it."""
    aim, got = target_number(goal), said.entry.outcome
    when = f" {period_text(said.entry.period)}" if said.entry.period else ""
    if share is None or aim is None or got is None or got > aim or got == aim == 1:
        return f"Utfallet{when} är {outcome_words(said, goal)}; målet är {amount_words(goal)}."
    rounded = "" if Fraction(got) * 100 == Fraction(aim) * share else ", avrundat nedåt"
    return f"{number(got)} av {counted(aim, goal.unit)}{when} är {share} procent{rounded}."


def _running(goal: Goal, said: Said, frame: TimeFrame) -> str:
    """Say why the last word is not said yet: the time of the target was not over when the outcome was told."""
    period = _span_of(goal, said)
    if goal.per and goal.per is not Per.PERIOD:
        end = period.last if period else None
        return (
            f"{first_upper(period_text(period))} är inte slut." if period and end and said.date < end else ""
        )
    last = frame.whole.last if goal.per and frame.whole else frame.end(goal)
    if last is None:
        return "Målet har ingen sista dag."
    return "" if said.date >= last else f"Sista dagen för målet är {date_text(last)}."


def _span_of(goal: Goal, said: Said) -> Period | None:
    """Give the time that an outcome is for: as the entry says, else for a target per year or so the follow-up's."""
    return said.entry.period or (said.follow_up.period if goal.per else None)


def _difference(goal: Goal, said: Said, whole: Period | None) -> Hindrance | None:
    """Give why target and outcome cannot be compared; None when they can."""
    entry = said.entry
    if target_number(goal) is None:
        return Hindrance(HindranceKind.TARGET_IN_WORDS)
    if entry.outcome is None:
        return Hindrance(HindranceKind.OUTCOME_IN_WORDS)
    if entry.unit and _unit(entry.unit) != _unit(goal.unit):
        kind = HindranceKind.OTHER_UNIT if goal.unit else HindranceKind.TARGET_WITHOUT_UNIT
        return Hindrance(kind, goal.unit or "", entry.unit)
    if goal.kind is GoalKind.OUTCOME and goal.indicator and not entry.unit:
        return Hindrance(HindranceKind.OUTCOME_WITHOUT_UNIT)
    return span_difference(goal.per, _span_of(goal, said), whole)


def measured_by_indicator(as_of: AsOf, goal: Goal, target: str, frame: TimeFrame) -> Comparison | None:
    """Set a target that names an indicator beside its latest figure; None when it names none.

    Reached or not only when the figure is of the same unit and area, from the time that the target is for; an
    effect is never told as a share of its target (rule 4).
    """
    indicator = as_of.public.indicators.get(goal.indicator or "")
    if indicator is None:
        return None
    register = as_of.public
    own = latest_reading(register, indicator, goal.area) if goal.area else None
    reading = own or latest_reading(register, indicator)
    if reading is None:
        return Comparison(target, "", GoalStatus.NOT_MEASURED, None, "Ingen siffra är publicerad ännu.")
    outcome = f"{reading.words} ({period_text(reading.period)})"
    hindrance = _figure_difference(as_of, goal, indicator, reading)
    if hindrance:
        return Comparison.hindered(target, outcome, hindrance)
    assert reading.number is not None  # a figure that is not shown hinders
    status, more = _by_figure(goal, indicator, reading.number), ""
    if not _in_frame(goal, reading.period, frame):
        end = frame.end(goal)
        status = GoalStatus.UNDECIDED
        more = f" Sista dagen för målet är {date_text(end)}." if end else " Målet har ingen sista dag."
    sentence = f"Den senaste siffran är {outcome}; målet är {amount_words(goal)}.{more}"
    return Comparison(target, outcome, status, None, sentence)


def _by_figure(goal: Goal, indicator: Indicator, figure: Decimal) -> GoalStatus:
    directed = goal.model_copy(update={"direction": goal.direction or indicator.direction})
    return GoalStatus.REACHED if is_met(directed, figure) else GoalStatus.NOT_REACHED


def _in_frame(goal: Goal, period: Period, frame: TimeFrame) -> bool:
    """Tell whether a figure is from the time by which a target is to be reached, or from later."""
    end, first, last = frame.end(goal), period.first, period.last
    if end is None or first is None or last is None:
        return False
    return last >= end or (goal.deadline is not None and first >= goal.deadline.first)


def _figure_difference(as_of: AsOf, goal: Goal, indicator: Indicator, reading: Reading) -> Hindrance | None:
    """Give why a target and an indicator's figure cannot be compared; None when they can."""
    if target_number(goal) is None:
        return Hindrance(HindranceKind.FIGURE_FOR_TARGET_IN_WORDS)
    if reading.number is None:
        return Hindrance(HindranceKind.FIGURE_NOT_SHOWN, outcome=reading.missing or "det är angivet i ord")
    if goal.unit and indicator.unit and _unit(goal.unit) != _unit(indicator.unit):
        return Hindrance(HindranceKind.FIGURE_OF_OTHER_UNIT, goal.unit, indicator.unit)
    if goal.area and goal.area != reading.area:
        named = [as_of.public.areas.get(id) for id in (goal.area, reading.area or "")]
        ours, theirs = (one.name if one else "ett område som inte är angivet" for one in named)
        return Hindrance(HindranceKind.FIGURE_OF_OTHER_AREA, ours, theirs)
    stated = goal.at_least is not None or goal.at_most is not None
    if not (stated or goal.direction or indicator.direction):
        return Hindrance(HindranceKind.FIGURE_WITHOUT_DIRECTION)
    return None
