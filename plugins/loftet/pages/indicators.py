"""The page of each indicator: the finding in words, its chart, what it cannot say, the table; and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from loftet import addresses
from loftet.charts.counts import bar_chart
from loftet.charts.key import chart_key
from loftet.charts.line import line_chart
from loftet.facts.corrections import corrections_of
from loftet.facts.finding import change_words, finding, wanted_words
from loftet.facts.readings import latest_reading
from loftet.model.knowledge import Indicator
from loftet.pages import views
from loftet.pages.area_figures import area_map
from loftet.pages.corrections import correction_view
from loftet.pages.indicator_charts import areas_of, line_of
from loftet.pages.indicator_words import limits, tied_commitments, value_table
from loftet.pages.long_lists import ListOf, LongLists
from loftet.pages.site import Page, Site
from loftet.pages.walk_maps import shared_files
from loftet.wording import date_text, first_upper, period_text

_TOGETHER = 6
"""So many indicators stand in one list; more are told by focus area."""


@dataclass(frozen=True)
class FocusGroup:
    """The indicators of one focus area: what names their list in its address, its heading, themselves."""

    anchor: str
    title: str
    members: Sequence[Indicator]


def indicators(site: Site) -> Iterator[Page]:
    """Draw the list of indicators and a page for each."""
    groups = _by_focus(site)
    ordered = [one for group in groups for one in group.members]
    yield from _overview(site, groups, ordered)
    series = [(addresses.of(one), one.name) for one in ordered]
    for one in ordered:
        yield from _pages(site, one, series)


def _by_focus(site: Site) -> list[FocusGroup]:
    """Give the indicators under their first focus area, by name; those of none last. Few stand in one list."""
    every = sorted(site.register.indicators.values(), key=lambda one: (one.name.lower(), one.id))
    if len(every) <= _TOGETHER:
        return [FocusGroup("alla", "", every)]
    groups: dict[str, list[Indicator]] = {}
    for one in every:
        groups.setdefault(one.focus[0] if one.focus else "", []).append(one)
    named = [
        FocusGroup(id, focus.name, groups[id])
        for id, focus in site.register.focus_areas.items()
        if id in groups
    ]
    rest = [one for one in every if not one.focus or one.focus[0] not in site.register.focus_areas]
    return [*named, *([FocusGroup("utan-fokus", site.own("Utan fokusområde"), rest)] if rest else [])]


def _overview(site: Site, groups: Sequence[FocusGroup], ordered: Sequence[Indicator]) -> Iterator[Page]:
    here = addresses.INDICATORS
    long = LongLists(site, here, "Siffror")
    lists = [ListOf(one.anchor, one.title, [_line(site, here, own) for own in one.members]) for one in groups]
    body = site.render(
        "indicators",
        here,
        groups=[
            {"title": one.title, "shown": shown} for one, shown in zip(lists, long.shared(lists), strict=True)
        ],
        cite=views.cite(site, here, "Siffror"),
    )
    text = f"{site.noun('indikator').counted(len(ordered))} om tryggheten, " + site.own(
        "var och en med källa och område."
    )
    yield Page(here, "Siffror", body, description=text, menu="Siffror")
    yield from long.pages()


def _line(site: Site, here: str, indicator: Indicator) -> dict[str, object]:
    found = finding(site.register, indicator)
    source = f"Källa: {indicator.source}" if indicator.source else "Källan är inte angiven"
    return {
        "title": found.sentence,
        "href": site.link(here, addresses.of(indicator)),
        "status": None,
        "fact": source,
        "date": None,
    }


def _pages(site: Site, indicator: Indicator, series: list[tuple[str, str]]) -> Iterator[Page]:
    here = addresses.of(indicator)
    long = LongLists(site, here, indicator.name)
    found = finding(site.register, indicator)
    previous, following = views.neighbours(site, here, series)
    made = corrections_of(site.as_of, indicator)
    shown_by_area = area_map(site, here, indicator)
    body = site.render(
        "indicator",
        here,
        indicator=indicator,
        title=found.sentence,
        change=change_words(indicator, found, site.own),
        wanted=site.own(wanted_words(indicator)),
        chart=_chart(site, indicator),
        figure=_figure(site, indicator),
        area_map=shown_by_area,
        source=_source(indicator),
        limits=limits(site, indicator),
        table=value_table(site, here, indicator),
        tied=long.first("loften", "Löften som pekar på siffran", tied_commitments(site, here, indicator)),
        focus=views.focus_areas(site, here, indicator.focus),
        corrections=[correction_view(site, here, one) for one in made],
        disagreements=views.differing(site, here, indicator),
        sources=views.sources(site, here, indicator),
        cite=views.cite(site, here, indicator.name, _held(indicator)),
        previous=previous,
        following=following,
    )
    text = f"{found.sentence}. Källa: {indicator.source or views.NOT_GIVEN}."
    search = f"Indikator siffra {indicator.name} {found.sentence}"
    yield Page(
        here,
        indicator.name,
        body,
        description=text,
        search_text=search,
        source=site.file_of(indicator),
        files=shared_files() if shown_by_area else {},
    )
    yield from long.pages()


def _chart(site: Site, indicator: Indicator) -> dict[str, object] | None:
    """Give the chart as the `chart_figure` component takes it; None where there is nothing to compare."""
    place = site.register.areas.get(indicator.area or "")
    where = [indicator.unit, place.name if place else None]
    subtitle = first_upper(". ".join(one for one in where if one)) or None
    line = line_of(site.register, indicator)
    if line:
        return {"title": line.title, "subtitle": subtitle, "svg": line_chart(line), "key": chart_key(line)}
    bars = areas_of(site.register, indicator)
    if bars:
        unit = first_upper(indicator.unit or "") or None
        return {"title": bars.title, "subtitle": unit, "svg": bar_chart(bars), "key": Markup("")}
    return None


def _figure(site: Site, indicator: Indicator) -> list[dict[str, object]]:
    """Give the only figure in large type where there is no chart."""
    latest = latest_reading(site.register, indicator)
    if latest is None:
        return []
    preliminary = ", preliminärt" if latest.value.preliminary else ""
    return [
        {
            "value": latest.words,
            "label": indicator.name,
            "period": f"{period_text(latest.period)}{preliminary}",
        }
    ]


def _held(indicator: Indicator) -> str:
    """Say for the reference which day the figures were fetched."""
    fetched = _fetched(indicator)
    return (
        f"Siffror hämtade senast {date_text(fetched)}"
        if fetched
        else "När siffrorna hämtades är inte angivet"
    )


def _fetched(indicator: Indicator) -> date | None:
    return max((one.fetched.last for one in indicator.values if one.fetched), default=None)


def _source(indicator: Indicator) -> dict[str, str | None]:
    fetched = _fetched(indicator)
    return {
        "publisher": indicator.source or "ej angiven",
        "href": indicator.source_address,
        "fetched": f"senast {date_text(fetched)}" if fetched else None,
    }
