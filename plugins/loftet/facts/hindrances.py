"""Why a target and an outcome cannot be compared (rules 4 and 5): the reason as data, and the sentence that says it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from loftet.model.dates import Period
from loftet.wording import period_text


class HindranceKind(Enum):
    """What keeps the two apart: its sentence, with a place for each side of what differs."""

    MANY_TARGETS = "Det finns flera mål, och uppföljningen säger inte vilket av dem utfallet gäller."
    TARGET_IN_WORDS = "Målet är inte ett tal, så utfallet kan inte räknas mot det."
    OUTCOME_IN_WORDS = "Utfallet är inte ett exakt tal, så det kan inte räknas mot målet."
    OTHER_UNIT = "Målet räknas i {target} och utfallet i {outcome}, så de kan inte jämföras."
    TARGET_WITHOUT_UNIT = "Målet säger inte vad som räknas och utfallet i {outcome}, så de kan inte jämföras."
    OUTCOME_WITHOUT_UNIT = "Målet mäts med en indikator, och uppföljningen säger inte vad utfallet räknas i."
    OTHER_TIME = "Målet gäller {target} och utfallet {time}, så de kan inte jämföras."
    OUTCOME_WITHOUT_TIME = "Målet gäller {target}, men källan säger inte vilken tid utfallet gäller."
    FIGURE_FOR_TARGET_IN_WORDS = "Målet är inte ett tal, så siffran kan inte räknas mot det."
    FIGURE_NOT_SHOWN = "Talet visas inte: {outcome}."
    FIGURE_OF_OTHER_UNIT = "Målet räknas i {target} och siffran i {outcome}, så de kan inte jämföras."
    FIGURE_OF_OTHER_AREA = "Målet gäller {target} och siffran {outcome}, så de kan inte jämföras."
    FIGURE_WITHOUT_DIRECTION = "Målet säger inte om talet ska öka eller minska."


@dataclass(frozen=True)
class Hindrance:
    """What keeps a target and an outcome apart, with what each side is (a unit, an area, how long).

    `time` is when the outcome is of, where that is what differs. It is no part of what makes two hindrances the
    same: outcomes of several times may each be of too short a time.
    """

    kind: HindranceKind
    target: str = ""
    outcome: str = ""
    time: Period | None = field(default=None, compare=False)

    @property
    def sentence(self) -> str:
        """Say why the two cannot be compared."""
        time = period_text(self.time) if self.time else ""
        return self.kind.value.format(target=self.target, outcome=self.outcome, time=time)
