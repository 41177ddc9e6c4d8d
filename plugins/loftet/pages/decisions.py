"""The pages of decisions about what to work on: the points, what came of them, and the decision before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from loftet import addresses
from loftet.model.organisation import DirectionDecision, DirectionPoint, Meeting
from loftet.model.promise import Measure
from loftet.model.register import KIND_BY_TYPE
from loftet.pages import marks, views
from loftet.pages.bodies import decision_line, in_time
from loftet.pages.long_lists import LongLists
from loftet.pages.records import Group, Sheet, overview, record_page, stated
from loftet.pages.site import Page, Site
from loftet.wording import first_upper, period_text, when_text

_LEAD = "Besluten säger vad kommunen, polisen och andra ska arbeta med den närmaste tiden. Det senaste står först."


def decisions(site: Site) -> Iterator[Page]:
    """Draw the list of decisions, newest first, and a page for each."""
    here = addresses.overview(KIND_BY_TYPE[DirectionDecision])
    ordered = in_time(site.register.decisions.values())
    groups = [Group([decision_line(site, here, one) for one in ordered])]
    title = first_upper(site.noun_of(DirectionDecision).plural)
    yield from overview(site, here, title, _LEAD, groups, "Inget beslut om inriktning är publicerat ännu.")
    series = list(reversed(ordered))
    for decision in ordered:
        yield from _pages(site, decision, series)


def _pages(site: Site, decision: DirectionDecision, series: Sequence[DirectionDecision]) -> Iterator[Page]:
    here = addresses.of(decision)
    long = LongLists(site, here, decision.title)
    before = _before(site, decision)
    tied = _measures(site, decision)
    named = {point.id for point in decision.points if point.id}
    parts: dict[str, object] = {
        "points": [_point(site, long, one, tied) for one in decision.points],
        "loose": long.first(
            "atgarder",
            "Åtgärder ur beslutet",
            [marks.measure_item(site, here, one) for point, one in tied if point not in named],
        ),
        "before": {
            "title": before.title,
            "href": site.link(here, addresses.of(before)),
            "points": [first_upper(one.text) for one in before.points],
        }
        if before
        else None,
    }
    lead = site.own("Det här ska parterna arbeta med") + f" {_when(decision)}." if _when(decision) else None
    yield record_page(site, "decision", Sheet(decision, lead, _facts(site, long, decision), parts), series)
    yield from long.pages()


def _when(decision: DirectionDecision) -> str | None:
    return period_text(decision.period) if decision.period else decision.period_words


def _before(site: Site, decision: DirectionDecision) -> DirectionDecision | None:
    return site.register.decisions.get(decision.previous or "")


def _measures(site: Site, decision: DirectionDecision) -> list[tuple[str | None, Measure]]:
    """Give the measures that come from a decision, each with the point that it names."""
    return [
        (origin.point, measure)
        for measure in site.register.measures.values()
        for origin in measure.comes_from
        if origin.decision == decision.id
    ]


def _point(
    site: Site, long: LongLists, point: DirectionPoint, tied: Sequence[tuple[str | None, Measure]]
) -> dict[str, object]:
    here = long.address
    held = [marks.measure_item(site, here, one) for id, one in tied if point.id and id == point.id]
    when = when_text(point.when) if point.when else point.when_words
    rows: list[tuple[str, object]] = [
        ("Vem", views.parties(site, here, point.parties, point.parties_words)),
        ("När", when),
        ("Fokusområde", views.focus_areas(site, here, point.focus)),
    ]
    return {
        "text": first_upper(point.text),
        "facts": stated(rows, ("Vem", "När")),
        "measures": long.first(f"punkt-{point.id}", first_upper(point.text), held),
    }


def _facts(site: Site, long: LongLists, decision: DirectionDecision) -> list[tuple[str, object]]:
    here = long.address
    body = site.register.bodies.get(decision.body or "")
    meeting = site.register.meetings.get(decision.meeting or "")
    before = _before(site, decision)
    after = [one for one in site.register.decisions.values() if one.previous == decision.id]
    rows: list[tuple[str, object]] = [
        ("Gäller", _when(decision)),
        ("Beslutat av", views.record_link(site, here, body, body.name) if body else None),
        ("På mötet", _link(site, here, meeting)),
        ("Publicerat", when_text(decision.published) if decision.published else None),
        ("Beslutet före", _link(site, here, before)),
        ("Beslutet efter", long.named("efter", "Beslutet efter", after)),
    ]
    return stated(rows, ("Gäller", "Beslutat av"))


def _link(site: Site, here: str, record: Meeting | DirectionDecision | None) -> Markup | None:
    return views.record_link(site, here, record, views.title_of(site, record)) if record else None
