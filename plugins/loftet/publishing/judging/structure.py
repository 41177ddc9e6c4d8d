"""Each page has ids that are its own, one main heading, and says which language it speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from loftet.problems import Problem
from loftet.publishing.judging.built import Built, Expected, fault


def ids_are_unique(built: Built, _expected: Expected) -> Iterator[Problem]:
    """Give a Problem for each id that stands twice on a page: a link cannot tell them apart."""
    for page in built.pages.values():
        for id, times in Counter(page.ids).items():
            if times > 1:
                yield fault(page.path, f"Ankaret ”{id}” står {times} gånger på sidan.")


def one_heading(built: Built, _expected: Expected) -> Iterator[Problem]:
    """Give a Problem for each page without exactly one main heading."""
    for page in built.pages.values():
        if page.headings != 1:
            yield fault(page.path, f"Sidan har {page.headings} huvudrubriker (h1), den ska ha en.")


def speaks_swedish(built: Built, _expected: Expected) -> Iterator[Problem]:
    """Give a Problem for each page that does not say its language, which a screen reader needs."""
    for page in built.pages.values():
        if not page.language:
            yield fault(page.path, "Sidan säger inte vilket språk den är skriven på (lang).")
