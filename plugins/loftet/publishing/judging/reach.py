"""How many clicks each page is from the start page: a page that nobody can come to is as good as lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from loftet.problems import Problem
from loftet.publishing.judging.built import Built, fault

START = "index.html"
_NOT_FOUND = "404.html"


def clicks(built: Built) -> dict[str, int]:
    """Give the fewest clicks from the start page to each page; pages that are never reached are left out."""
    steps = {START: 0} if START in built.pages else {}
    queue = deque(steps)
    while queue:
        here = built.pages[queue.popleft()]
        for reference in here.references:
            aim = built.own(here, reference.address) if reference.clicked else None
            if aim and aim[0] in built.pages and aim[0] not in steps:
                steps[aim[0]] = steps[here.path] + 1
                queue.append(aim[0])
    return steps


def within_reach(built: Built, most: int) -> Iterator[Problem]:
    """Give a Problem for each listed page that is never reached, and each kind of page that is too far away."""
    steps = clicks(built)
    for path, page in built.pages.items():
        if page.listed and path != _NOT_FOUND and path not in steps:
            yield fault(path, "Sidan nås inte från startsidan.")
    nearest: dict[str, int] = {}
    for path, number in steps.items():
        kind = path.split("/")[0] + ("/<id>/" if path.count("/") > 1 else "/")
        nearest[kind] = min(number, nearest.get(kind, number))
    for kind, number in nearest.items():
        if number > most:
            yield fault(kind, f"Sidorna ligger {number} klick från startsidan, de får ligga högst {most}.")
