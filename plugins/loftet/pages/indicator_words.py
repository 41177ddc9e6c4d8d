"""What stands around an indicator's chart: what it cannot say, the table of its values, what points at it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from loftet import addresses
from loftet.facts.readings import (
    Reading,
    hides_small_counts,
    in_time,
    is_own_area,
    is_within,
    months_of,
    readings,
)
from loftet.facts.targets import target_words
from loftet.model.knowledge import Indicator, Value
from loftet.model.promise import Goal, Measure, Promise
from loftet.model.register import Register
from loftet.model.words.knowledge import Selection
from loftet.pages import marks, views
from loftet.pages.promise_life import in_order
from loftet.pages.site import Site
from loftet.wording import and_list, date_text, number, period_text, when_text

_MANY_AREAS = 3
"""So many other areas are named one by one; more are spoken of together."""

_NO_CAUSE = "Siffran visar inte varför något har ändrats, eller om åtgärderna är skälet."


def limits(site: Site, indicator: Indicator) -> list[str]:
    """Say what the figures cannot tell: area, breaks, self-selected answers, spans, what is preliminary or hidden."""
    register = site.register
    told = in_time(readings(register, indicator))
    computed = [*_areas(site, told), *_breaks(indicator), *_ways(register, indicator, told)]
    return [*computed, *indicator.caveats, *([site.own(_NO_CAUSE)] if told else [])]


def _areas(site: Site, told: list[Reading]) -> Iterator[str]:
    """Say of which areas the figures tell nothing: the municipality beside a larger one, the rest beside a part."""
    register = site.register
    ids = list(dict.fromkeys(one.area for one in told))
    names = {id: register.areas[id].name for id in ids if id and id in register.areas}
    if len(names) < len(ids):
        yield site.own("Vilket område siffran gäller är inte angivet.")
    parts = [name for id, name in names.items() if is_within(register, id)]
    others = [
        name for id, name in names.items() if not is_within(register, id) and not is_own_area(register, id)
    ]
    if parts:
        yield f"Siffran för {_together(site, parts)} " + site.own("gäller bara det området.")
    if others:
        yield f"Siffran för {_together(site, others)} säger inget om {register.municipality.name} för sig."


def _together(site: Site, names: list[str]) -> str:
    return and_list(names) if len(names) <= _MANY_AREAS else site.own("vart och ett av de andra områdena")


def _breaks(indicator: Indicator) -> Iterator[str]:
    for one in indicator.breaks:
        yield (
            f"Siffrorna före {when_text(one.before)} kan inte jämföras med dem från {when_text(one.before)}: "
            f"{one.why.rstrip('.')}."
        )


def _ways(register: Register, indicator: Indicator, told: list[Reading]) -> Iterator[str]:
    chosen = [one for one in told if one.value.sample is Selection.SELF_SELECTED]
    if chosen:
        when = and_list(dict.fromkeys(period_text(one.period) for one in chosen))
        yield f"Svaren för {when} kommer från dem som själva valde att svara. De säger inget säkert om alla."
    if len({months_of(one.period) for one in told if one.number is not None}) > 1:
        yield "Perioderna är olika långa, så alla siffror kan inte jämföras med varandra."
    preliminary = [period_text(one.period) for one in told if one.value.preliminary]
    if preliminary:
        yield f"Siffran för {and_list(dict.fromkeys(preliminary))} är preliminär och kan ändras."
    if hides_small_counts(register, indicator):
        least = number(register.municipality.settings.smallest_count)
        yield f"Antal under {least} visas som ”färre än {least}”, så att ingen ska kunna kännas igen."


_HEADINGS = ("Period", "Värde", "Område", "Gäller", "Svar", "Källa", "Anmärkning")
_ALWAYS = 3
"""So many of the columns stand even when no value says anything there; the first of them."""


def value_table(site: Site, here: str, indicator: Indicator) -> dict[str, object]:
    """Give every value as the `table` component takes it, newest first, only with the columns that say something."""
    told = readings(site.register, indicator)
    anchors = dict(zip(map(id, told), addresses.value_anchors(indicator), strict=True))
    newest = in_time(told, newest_first=True)
    cells = [_cells(site, here, one) for one in newest]
    kept = [place for place in range(len(_HEADINGS)) if place < _ALWAYS or any(row[place] for row in cells)]
    return {
        "columns": [site.own(_HEADINGS[place]) for place in kept],
        "rows": [
            {"id": anchors[id(one)], "cells": [row[place] or _empty(one, place) for place in kept]}
            for one, row in zip(newest, cells, strict=True)
        ],
    }


def _empty(one: Reading, place: int) -> str:
    """Say what is not known; nothing (the style draws a dash) where there is no figure to miss it of, nor of a note."""
    if _HEADINGS[place] == "Gäller":
        return "alla"
    return views.NOT_GIVEN if one.number is not None and _HEADINGS[place] != "Anmärkning" else ""


def _cells(site: Site, here: str, one: Reading) -> tuple[Markup | str | None, ...]:
    """Give what is known of a value, in the order of the headings."""
    return (
        period_text(one.period),
        _shown(one),
        views.areas(site, here, [one.area] if one.area else []),
        one.value.group,
        _answers(one.value),
        _source(one.value),
        one.note,
    )


def _shown(one: Reading) -> str:
    """Give the figure with its margin of error and whether it is preliminary."""
    margin = one.value.margin if one.number is not None else None
    more = [
        f"±{number(margin)}" if margin is not None else None,
        "preliminär" if one.value.preliminary else None,
    ]
    told = ", ".join(word for word in more if word)
    return f"{one.words} ({told})" if told else one.words


def _answers(value: Value) -> str | None:
    """Say how many answered, of how many, the share that the source states, and how they were chosen."""
    answered = value.respondents_words or (number(value.respondents) if value.respondents is not None else "")
    asked = f"av {number(value.asked)}" if value.asked is not None else ""
    rate = f"({number(value.response_rate)} procent)" if value.response_rate is not None else ""
    how_many = " ".join(one for one in (answered, asked, rate) if one)
    return ", ".join(one for one in (how_many, _SAMPLES[value.sample] if value.sample else "") if one) or None


_SAMPLES = {
    Selection.SELF_SELECTED: "självvalda svar",
    Selection.RANDOM: "slumpmässigt urval",
    Selection.EVERYONE: "alla tillfrågades",
}


def _source(value: Value) -> Markup | None:
    """Give a value's own source with when it was measured and fetched; None when nothing is stated."""
    named = value.source or ("källan" if value.address else None)
    parts = [
        views.link(value.address, named) if named else None,
        escape(f"mätt {when_text(value.measured)}") if value.measured else None,
        escape(f"hämtad {date_text(value.fetched.last)}") if value.fetched else None,
    ]
    known = [part for part in parts if part]
    return Markup(", ").join(known) if known else None


def tied_commitments(site: Site, here: str, indicator: Indicator) -> list[dict[str, object]]:
    """Give the promises, commitments and measures that point at an indicator, each with its target for it."""
    found: list[dict[str, object]] = []
    for promise in in_order(site):
        if any(goal.indicator == indicator.id for goal in promise.goals):
            found.append(_promise_item(site, here, promise, _target(promise.goals, indicator)))
        for own in promise.commitments:
            target = _target(own.goals, indicator)
            if target or indicator.id in own.indicators:
                fact = target or "Siffran läses bredvid, inget mål för den är angivet."
                found.append({**marks.commitment_item(site, here, promise, own), "fact": fact})
    for measure in site.register.measures.values():
        target = _target(measure.goals, indicator)
        if target:
            found.append(_measure_item(site, here, measure, target))
    return found


def _target(goals: tuple[Goal, ...], indicator: Indicator) -> str | None:
    told = [
        f"Mål ({goal.kind.value}): {target_words(goal)}." if goal.kind else f"Mål: {target_words(goal)}."
        for goal in goals
        if goal.indicator == indicator.id
    ]
    return " ".join(told) or None


def _promise_item(site: Site, here: str, promise: Promise, target: str | None) -> dict[str, object]:
    href = site.link(here, addresses.of(promise))
    return {"title": promise.title, "href": href, "status": None, "fact": target, "date": None}


def _measure_item(site: Site, here: str, measure: Measure, target: str) -> dict[str, object]:
    return {**marks.measure_item(site, here, measure), "fact": target}
