"""The page of one measure: where it stands, target beside outcome, its story from the stop to the latest meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from markupsafe import Markup, escape

from loftet import addresses
from loftet.facts import Said
from loftet.facts.comparison import comparisons_of_measure
from loftet.facts.standing_words import new_time_words
from loftet.facts.status import Standing, measure_standing
from loftet.facts.subjects import of_measure
from loftet.model.promise import Measure, Origin
from loftet.model.statuses import MeasureStatus
from loftet.model.walk import Observation, SafetyWalk
from loftet.pages import events, marks, views
from loftet.pages.goals import told_goals
from loftet.pages.histories import thing_history
from loftet.pages.long_lists import Event, LongLists
from loftet.pages.measure_maps import measure_scene
from loftet.pages.site import Page, Site
from loftet.pages.told_comparisons import shown_comparisons
from loftet.pages.walk_maps import map_figure, map_files
from loftet.wording import first_upper, when_text


def measures(site: Site) -> Iterator[Page]:
    """Draw a page for each measure."""
    series = [(addresses.of(one), one.title) for one in site.register.measures.values()]
    for measure in site.register.measures.values():
        yield from _pages(site, measure, series)


def _pages(site: Site, measure: Measure, series: list[tuple[str, str]]) -> Iterator[Page]:
    here = addresses.of(measure)
    long = LongLists(site, here, measure.title)
    previous, following = views.neighbours(site, here, series)
    standing = measure_standing(site.as_of, measure)
    called, state = site.own("Åtgärd"), marks.standing_words(site, "åtgärd", standing)
    scene = measure_scene(site, measure)
    body = site.render(
        "measure",
        here,
        figure=map_figure(scene, here),
        measure=measure,
        mark=marks.measure_mark(site, standing),
        standing=standing,
        new_time=new_time_words(standing, site.own),
        history=thing_history(site, long, of_measure(measure)),
        facts=_facts(site, here, measure, standing),
        comparisons=shown_comparisons(long, comparisons_of_measure(site.as_of, measure)),
        goals=told_goals(site, here, measure.goals, measure.goals_words),
        events=long.story("handelser", "Vad som har hänt", _story(site, measure)),
        photo=events.photo(site, here, measure.image, measure.image_alt, measure.image_approved),
        disagreements=views.differing(site, here, measure),
        sources=views.sources(site, here, measure),
        cite=views.cite(site, here, measure.title),
        previous=previous,
        following=following,
    )
    yield Page(
        here,
        measure.title,
        body,
        description=f"{called}: {measure.title}. {first_upper(state)}.",
        search_text=" ".join(filter(None, [called, state, measure.text, measure.place_words])),
        source=site.file_of(measure),
        files=map_files(scene),
    )
    yield from long.pages()


def _facts(
    site: Site, here: str, measure: Measure, standing: Standing[MeasureStatus]
) -> list[tuple[str, object]]:
    tied = site.as_of.commitment_of(measure)
    promise = site.as_of.promise_of(measure)
    rows: list[tuple[str, object]] = [
        (
            first_upper(site.noun("löfte").singular),
            views.record_link(site, here, promise, promise.title) if promise else None,
        ),
        (
            first_upper(site.noun("åtagande").singular),
            views.link(site.link(here, addresses.commitment(tied[0].id, tied[1].id)), tied[1].text)
            if tied
            else None,
        ),
        ("Ansvarig", views.parties(site, here, measure.responsible, measure.responsible_words)),
        ("Medverkar", views.parties(site, here, measure.contributors)),
        ("Börjar", when_text(measure.planned_start) if measure.planned_start else None),
        ("Klart senast", deadline_words(measure, standing)),
        ("Plats", views.areas(site, here, measure.area, measure.place_words)),
        ("Om platsen", _about_place(measure)),
        ("Fokusområde", views.focus_areas(site, here, measure.focus)),
        ("Villkor", measure.condition or ("görs löpande" if measure.continuous else None)),
        ("Preventionsnivå", measure.prevention.value if measure.prevention else None),
        ("Slag", measure.kind_words),
        ("Kostnad", measure.cost_words),
        ("Beror på", _depends(site, here, measure)),
        ("Kommer ur", _origins(site, here, measure)),
    ]
    wanted = {"Ansvarig", "Klart senast", "Plats"}
    return [(term, value) for term, value in rows if value or term in wanted]


def _about_place(measure: Measure) -> str:
    """Say that a measure is at a dwelling, and who has judged that it may be shown."""
    parts = (
        views.at_home(on_map=False) if measure.at_home else "",
        views.judged(measure.secrecy),
    )
    return " ".join(part for part in parts if part)


def _depends(site: Site, here: str, measure: Measure) -> list[Markup]:
    """Give what must be done first: other measures with their status, and conditions in words."""
    first = [site.register.measures[id] for id in measure.depends_on if id in site.register.measures]
    told = [
        Markup("{} ({})").format(
            views.record_link(site, here, one, one.title),
            marks.standing_words(site, "åtgärd", measure_standing(site.as_of, one)),
        )
        for one in first
    ]
    return [*told, *([escape(measure.depends_words)] if measure.depends_words else [])]


def _origins(site: Site, here: str, measure: Measure) -> list[Markup]:
    """Give what a measure came of besides the stops of walks, which its story begins with."""
    return [one for origin in measure.comes_from for one in _origin(site, here, origin)]


def _origin(site: Site, here: str, origin: Origin) -> Iterator[Markup]:
    register = site.register
    dialogue = register.dialogues.get(origin.dialogue or "")
    if dialogue:
        point = next((one for one in dialogue.heard if one.id == origin.point), None)
        there = addresses.point(dialogue, point) if point else addresses.of(dialogue)
        yield views.link(
            site.link(here, there), f"{dialogue.title}: {point.text}" if point else dialogue.title
        )
    walk = register.walks.get(origin.walk or "")
    if walk and not origin.stop:
        yield views.record_link(site, here, walk, walk.title)
    decided = register.decisions.get(origin.decision or "") or register.meetings.get(origin.decision or "")
    cause = register.causes.get(origin.cause or "")
    for one in (decided, cause):
        if one:
            yield views.record_link(site, here, one, views.title_of(site, one))
    if origin.words:
        yield escape(origin.words)


def deadline_words(measure: Measure, standing: Standing[MeasureStatus]) -> str | None:
    """Say when a measure is to be done, a new time-table beside the first one; None when nothing is stated."""
    signed = when_text(measure.deadline) if measure.deadline else measure.deadline_words
    moved = when_text(standing.deadline.when) if standing.deadline and standing.deadline.said else None
    due = f"{moved} (från början: {signed or views.NOT_GIVEN})" if moved else signed
    if not standing.new_time:
        return due
    return f"{due}, ny tid: {standing.new_time}" if due else f"ny tid: {standing.new_time}"


def _story(site: Site, measure: Measure) -> Sequence[Event]:
    told: list[tuple[date, Event]] = [
        (one.date, partial(_told, site, measure, one))
        for one in reversed(site.as_of.said_of_measure(measure))
    ]
    begun = list(_beginnings(site, measure))
    return [event for _, event in sorted([*told, *begun], key=lambda one: one[0], reverse=True)]


def _told(site: Site, measure: Measure, said: Said, here: str) -> dict[str, object]:
    then = measure_standing(site.as_of.at(site.as_of.published_on(said.follow_up)), measure)
    return events.said_event(site, here, said, then.status if said.entry.assessment else None, "åtgärd")


def _beginnings(site: Site, measure: Measure) -> Iterator[tuple[date, Event]]:
    for walk, stop in site.as_of.stops_of(measure):
        yield walk.date.last if walk.date else date.min, partial(_beginning, site, walk, stop)


def _beginning(site: Site, walk: SafetyWalk, stop: Observation, here: str) -> dict[str, object]:
    return {
        "date": when_text(walk.date) if walk.date else walk.date_words or views.NOT_GIVEN,
        "heading": f"{site.own('Trygghetsvandring')}: {walk.title}",
        "text": f"{stop.place}: {' '.join(stop.seen)}",
        "href": site.link(here, addresses.stop(walk, stop)),
        "link_text": "Läs om stoppet",
    }
