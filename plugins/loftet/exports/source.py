"""What every data file is made from and says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from loftet.facts import AsOf
from loftet.facts.own_words import OwnWords, own_words
from loftet.facts.silence import data_as_of


@dataclass(frozen=True)
class Source:
    """What is known as of a day, the day of the build, and the site's own address (empty when it has none)."""

    as_of: AsOf
    built: date
    root: str = ""

    @cached_property
    def own(self) -> OwnWords:
        """Give what says a sentence of Löftet's own in the municipality's words; never used on what is quoted."""
        return own_words(self.as_of.public.municipality)

    @property
    def smallest_count(self) -> int:
        """Give the least number of people or things that is told exactly."""
        return self.as_of.public.municipality.settings.smallest_count

    def about(self) -> dict[str, object]:
        """Say whose data it is, when they hold, and that an example is an example (rules 12 and 16)."""
        kommun = self.as_of.public.municipality
        held = data_as_of(self.as_of)
        return {
            "utgivare": kommun.name,
            "kommunkod": kommun.code,
            "uppgifterna_gäller_per": held.isoformat() if held else None,
            "byggd": self.built.isoformat(),
            "exempel": kommun.example,
            "licens": "https://creativecommons.org/publicdomain/zero/1.0/",
        }
