"""Goals as pages show them: what is to be reached in words, and all else that is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loftet.facts.targets import amount_words, target_number, target_words
from loftet.model.promise import Goal
from loftet.model.words.knowledge import Direction
from loftet.pages import views
from loftet.pages.records import Row, stated
from loftet.pages.site import Site
from loftet.wording import first_upper, when_text

UNSAID = "Målet är inte angivet i ord"

_WANTED = {
    Direction.UP: "ska öka",
    Direction.DOWN: "ska minska",
    Direction.SAME: "ska vara oförändrat",
    Direction.NONE: "ingen riktning är önskad",
}


def goals(
    site: Site, here: str, stated_goals: Iterable[Goal], own_words: str | None = None
) -> list[dict[str, object]]:
    """Give goals as the `goals` component takes them; `own_words` are those of the promise or measure itself."""
    return [
        {
            "words": first_upper(target_words(goal, own_words) or UNSAID),
            "rows": stated([*_rows(site, here, goal, own_words), *_smart(goal)]),
        }
        for goal in stated_goals
    ]


def told_goals(
    site: Site, here: str, stated_goals: Iterable[Goal], own_words: str | None = None
) -> list[dict[str, object]]:
    """Give only the goals of which more is said than their words, for pages that say those elsewhere."""
    return [one for one in goals(site, here, stated_goals, own_words) if one["rows"]]


def _rows(site: Site, here: str, goal: Goal, own_words: str | None) -> Iterator[Row]:
    indicator = site.register.indicators.get(goal.indicator or "")
    amount = amount_words(goal)
    yield "I tal", amount if amount != target_words(goal, own_words) else None
    if target_number(goal) is None:
        counted = f"{goal.unit or ''}{f' per {goal.per.value}' if goal.per else ''}".strip()
        yield "Räknas i", counted
    yield "Slag av mål", f"{goal.kind.value}: {site.own(goal.kind.meaning)}" if goal.kind else None
    yield "Riktning", _WANTED[goal.direction] if goal.direction else None
    yield "Senast", when_text(goal.deadline) if goal.deadline else None
    yield "Gäller", views.areas(site, here, [goal.area] if goal.area else [])
    yield "Mäts med", [views.record_link(site, here, indicator, indicator.name)] if indicator else None


def _smart(goal: Goal) -> Iterator[Row]:
    smart = goal.smart
    if smart:
        yield "Specifikt", smart.specific
        yield "Mätbart", smart.measurable
        yield "Accepterat", smart.accepted
        yield "Realistiskt", smart.realistic
        yield "Tidssatt", smart.timed
