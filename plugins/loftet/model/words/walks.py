"""The words of safety walks and of what was seen on them."""

from __future__ import annotations

from loftet.model.words.word import Word


class WalkPhase(Word):
    """Vandringens skede."""

    PLANNED = "planerad"
    CANCELLED = "inställd"
    MOVED = "flyttad"
    WALKED = "genomförd"
    PROTOCOL = "protokoll klart"
    FOLLOWED_UP = "följs upp"
    CLOSED = "avslutad"

    @property
    def called_off(self) -> bool:
        """Tell whether the walk was not held when it should have been."""
        return self in (WalkPhase.CANCELLED, WalkPhase.MOVED)

    @property
    def walked(self) -> bool:
        """Tell whether the walk has been held."""
        return self is not WalkPhase.PLANNED and not self.called_off


class Light(Word):
    """Ljusförhållande på vandringen."""

    DAY = "dagsljus"
    DUSK = "skymning"
    DARK = "mörker"


class ObservationKind(Word):
    """Slag av iakttagelse."""

    FAULT = "brist"
    POSITIVE = "positivt"
    PROPOSAL = "förslag"
