"""What follows from the data: pure functions of the register and a day, after the decision table of `domain.md`.

Status is derived here and nowhere else (rule 1); the clock is `AsOf.today`, an argument.
"""

from loftet.facts.as_of import AsOf, Said

__all__ = ["AsOf", "Said"]
