"""The pages of focus areas: what is promised, done, measured and said about one problem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loftet import addresses
from loftet.facts.heard import Heard, heard
from loftet.model.knowledge import Dialogue, Indicator
from loftet.model.place import FocusArea
from loftet.model.promise import Measure
from loftet.pages import views
from loftet.pages.lines import Line, indicator_line, line
from loftet.pages.long_lists import LongLists
from loftet.pages.records import Group, Sheet, overview, record_page
from loftet.pages.site import Page, Site
from loftet.pages.tallies import Pair, all_pairs, tally_of_commitments, tally_of_measures
from loftet.wording import and_list, count, first_upper

_LEAD = "Ett fokusområde är ett problem som kommunen och polisen har valt att arbeta med."


def focus_areas(site: Site) -> Iterator[Page]:
    """Draw the list of focus areas and a page for each, in the editor's order."""
    ordered = list(site.register.focus_areas.values())
    here = addresses.FOCUS
    lines = [_line(site, here, one) for one in ordered]
    yield from overview(
        site, here, "Fokusområden", _LEAD, [Group(lines)], "Inget fokusområde är publicerat ännu."
    )
    for focus in ordered:
        yield from _pages(site, focus, ordered)


def _line(site: Site, here: str, focus: FocusArea) -> Line:
    counted = (
        (len(_commitments(site, focus)), "åtagande"),
        (len(_measures(site, focus)), "åtgärd"),
        (len(_indicators(site, focus)), "indikator"),
    )
    points = len(_points(site, focus))
    told = [site.noun(name).counted(number) for number, name in counted if number]
    words = and_list([*told, *([count(points, "synpunkt", "synpunkter")] if points else [])])
    return line(site, here, focus, focus.text, words or "Inget är publicerat om det ännu")


def _commitments(site: Site, focus: FocusArea) -> list[Pair]:
    """Give the commitments of a focus area: their own, else their promise's."""
    return [pair for pair in all_pairs(site) if focus.id in (pair[1].focus or pair[0].focus)]


def _measures(site: Site, focus: FocusArea) -> list[Measure]:
    return [one for one in site.register.measures.values() if focus.id in _focus_of(site, one)]


def _focus_of(site: Site, measure: Measure) -> tuple[str, ...]:
    tied = site.as_of.commitment_of(measure)
    return (*measure.focus, *(tied[1].focus if tied else ()))


def _indicators(site: Site, focus: FocusArea) -> list[Indicator]:
    return [one for one in site.register.indicators.values() if focus.id in one.focus]


def _points(site: Site, focus: FocusArea) -> list[tuple[Dialogue, Heard]]:
    return [
        (dialogue, one)
        for dialogue in site.register.dialogues.values()
        for one in heard(site.as_of, dialogue)
        if focus.id in one.point.focus
    ]


def _pages(site: Site, focus: FocusArea, series: Sequence[FocusArea]) -> Iterator[Page]:
    here = addresses.of(focus)
    long = LongLists(site, here, focus.name)
    points = [point_line(site, here, *one) for one in _points(site, focus)]
    figures = [indicator_line(site, here, one) for one in _indicators(site, focus)]
    lead = " ".join(filter(None, [focus.text, f"Till exempel: {focus.examples}" if focus.examples else ""]))
    parts: dict[str, object] = {
        "commitments": tally_of_commitments(site, here, _commitments(site, focus)).shown(
            long, "ataganden", "Det här är lovat"
        ),
        "measures": tally_of_measures(site, here, _measures(site, focus)).shown(
            long, "atgarder", "Det här görs"
        ),
        "figures": long.first("siffror", "Siffror att läsa bredvid", figures),
        "points": long.first("ni-sa", "Det här har ni sagt", points),
        "conclusions": long.first(
            "lagesbilder", "Så står det i lägesbilderna", _conclusions(site, here, focus)
        ),
        "causes": long.first("orsaker", "Varför problemet finns", _causes(site, here, focus)),
        "decisions": long.first(
            "beslut", "Beslut om vad parterna ska arbeta med", _decisions(site, here, focus)
        ),
    }
    yield record_page(site, "focus", Sheet(focus, lead or None, (), parts), series)
    yield from long.pages()


def _conclusions(site: Site, here: str, focus: FocusArea) -> list[Line]:
    return [
        {**line(site, here, report, None, report.title), "title": one.text}
        for report in site.register.situation_reports.values()
        for one in report.conclusions
        if focus.id in one.focus
    ]


def _causes(site: Site, here: str, focus: FocusArea) -> list[Line]:
    return [line(site, here, one) for one in site.register.causes.values() if focus.id in one.focus]


def _decisions(site: Site, here: str, focus: FocusArea) -> list[Line]:
    return [
        {**line(site, here, decision, None, decision.title), "title": first_upper(point.text)}
        for decision in site.register.decisions.values()
        for point in decision.points
        if focus.id in point.focus
    ]


def point_line(site: Site, here: str, dialogue: Dialogue, told: Heard) -> Line:
    """Give a point of a dialogue with what became of it."""
    became = "Inget svar ännu."
    if told.measures:
        became = f"Ledde till {site.noun('åtgärd').counted(len(told.measures))}."
    elif told.answered:
        became = "Har fått svar."
    return {
        "title": told.point.text,
        "href": site.link(here, addresses.point(dialogue, told.point)),
        "fact": became,
        "date": views.title_of(site, dialogue),
    }
