"""What became of what residents said in a dialogue: measures, an answer, or nothing yet (rule 3)."""

from __future__ import annotations

from dataclasses import dataclass

from loftet.facts.as_of import AsOf
from loftet.facts.own_words import own_words
from loftet.model.knowledge import Dialogue, HeardPoint
from loftet.model.promise import Measure
from loftet.wording import and_list, count, first_upper, number


@dataclass(frozen=True)
class Heard:
    """One thing that was heard, with the measures that say they come from it (the tie is theirs, rule 17)."""

    point: HeardPoint
    measures: tuple[Measure, ...]

    @property
    def answered(self) -> bool:
        """Tell whether it has got an answer or a reason and no measure."""
        return not self.measures and bool(self.point.answer or self.point.reason)

    @property
    def waits(self) -> bool:
        """Tell whether neither a measure nor an answer is published."""
        return not self.measures and not self.answered


def heard(as_of: AsOf, dialogue: Dialogue) -> tuple[Heard, ...]:
    """Give what became of each point of a dialogue, in its order."""
    return tuple(
        Heard(point, tuple(one for one in measures_of(as_of, dialogue) if _from(one, dialogue, point.id)))
        for point in dialogue.heard
    )


def measures_of(as_of: AsOf, dialogue: Dialogue) -> tuple[Measure, ...]:
    """Give the measures that say they come from a dialogue, a point of it named or not."""
    return tuple(
        one
        for one in as_of.public.measures.values()
        if any(origin.dialogue == dialogue.id for origin in one.comes_from)
    )


def _from(measure: Measure, dialogue: Dialogue, point: str) -> bool:
    return any(one.dialogue == dialogue.id and one.point == point for one in measure.comes_from)


def loose_measures(as_of: AsOf, dialogue: Dialogue) -> tuple[Measure, ...]:
    """Give the measures that come from a dialogue but name none of its points."""
    points = [point.id for point in dialogue.heard]
    return tuple(
        one
        for one in measures_of(as_of, dialogue)
        if not any(_from(one, dialogue, point) for point in points)
    )


def heard_sentence(as_of: AsOf, told: tuple[Heard, ...]) -> str:
    """Say the counts: ”Av 6 saker som sades har 3 lett till åtgärder, 2 fått svar och 1 varken åtgärd eller svar”."""
    own = own_words(as_of.public.municipality)
    if not told:
        return own("Vad som sades i dialogen är inte publicerat.")
    said = count(len(told), "sak som sades", "saker som sades")
    counted = (
        (sum(bool(one.measures) for one in told), own("lett till åtgärder")),
        (sum(one.answered for one in told), "fått svar"),
        (sum(one.waits for one in told), own("varken fått åtgärd eller svar")),
    )
    parts = [f"{number(many)} {fate}" for many, fate in counted if many]
    if all(one.waits for one in told):
        return f"{first_upper(said)}. " + own("Ingen åtgärd och inget svar är publicerat.")
    if len(told) == 1:
        return f"{said} har {next(fate for many, fate in counted if many)}."
    return f"Av {said} har {and_list(parts)}."
