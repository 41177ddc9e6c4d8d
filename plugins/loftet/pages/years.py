"""The pages of years: the year's follow-ups, walks, meetings and figures, and the annual report's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from loftet import addresses
from loftet.facts.readings import Reading, readings
from loftet.facts.walks import Walks
from loftet.model.follow_up import AnnualReport
from loftet.model.knowledge import Indicator
from loftet.model.walk import SafetyWalk
from loftet.pages import views
from loftet.pages.lines import Line, follow_up_line, line, walk_line
from loftet.pages.long_lists import LongLists
from loftet.pages.records import Group, overview
from loftet.pages.site import Page, Site
from loftet.wording import first_upper, period_text

_LEAD = "Här står vad som hände varje år: uppföljningar, vandringar, nya siffror och årets sammanfattning."
_FIRST = 12
"""Lines of each of the year's lists that stand on its page."""


@dataclass(frozen=True)
class Year:
    """One year as its page tells it: reports are the municipality's own words about it."""

    name: str
    reports: tuple[AnnualReport, ...]
    follow_ups: Sequence[Line]
    walks: Sequence[Line]
    figures: Sequence[Line]


def years(site: Site) -> Iterator[Page]:
    """Draw the list of years, newest first, and a page for each with a report, a follow-up or a walk.

    A year that was published and has none of them any longer keeps its page, out of lists and search engines.
    """
    names = sorted(_names(site), reverse=True)
    here = addresses.YEARS
    groups = [Group([_line(site, here, one) for one in names])]
    yield from overview(site, here, "År för år", _LEAD, groups, "Inget är publicerat för något år ännu.")
    for name in sorted({*names, *site.years}, reverse=True):
        yield from _pages(site, name, sorted({*names, name}))


def _names(site: Site) -> set[str]:
    reported = {one.year for one in site.register.annual_reports.values()}
    followed = {str(one.as_of.last.year) for one in site.as_of.follow_ups}
    return reported | followed | {year for one in _held(site) if (year := _walked(one))}


def _held(site: Site) -> list[SafetyWalk]:
    return [one for one in site.register.walks.values() if one.phase.walked]


def _line(site: Site, here: str, name: str) -> Line:
    told = _year(site, here, name)
    parts = [
        site.noun("uppföljning").counted(len(told.follow_ups)),
        site.noun("trygghetsvandring").counted(sum(_walked(one) == name for one in _held(site))),
    ]
    own = ", ".join(_title(site, one) for one in told.reports)
    return {
        "title": name,
        "href": site.link(here, addresses.year(name)),
        "fact": ". ".join(filter(None, [own, ", ".join(parts)])) + ".",
    }


def _title(site: Site, report: AnnualReport) -> str:
    return report.title or f"{first_upper(site.noun_of(AnnualReport).singular)} {report.year}"


def _year(site: Site, here: str, name: str) -> Year:
    register = site.register
    told = [(one, value) for one in register.indicators.values() for value in readings(register, one)]
    return Year(
        name,
        tuple(one for one in register.annual_reports.values() if one.year == name),
        [
            follow_up_line(site, here, one)
            for one in site.as_of.follow_ups
            if str(one.as_of.last.year) == name
        ],
        [walk_line(site, here, one) for one in Walks(site.as_of).by_date if _walked(one) == name],
        [_figure(site, here, *one) for one in told if _is_of(one[1], name)],
    )


def _walked(walk: SafetyWalk) -> str | None:
    return str(walk.date.last.year) if walk.date else None


def _is_of(told: Reading, name: str) -> bool:
    """Tell whether a figure is of a year: its period lies in it."""
    first, last = told.period.first, told.period.last
    return last is not None and str(last.year) == name and (first is None or first.year == last.year)


def _figure(site: Site, here: str, indicator: Indicator, told: Reading) -> Line:
    area = site.register.areas.get(told.area or "")
    where = f"Gäller {area.name}" if area else site.own("Området är inte angivet")
    shown = f"Visas inte: {told.missing}" if told.missing and told.value.missing else told.words
    parts = (shown, told.value.group, "preliminärt" if told.value.preliminary else None)
    fact = first_upper(", ".join(part for part in parts if part))
    return line(site, here, indicator, f"{fact}. {where}.", period_text(told.period))


def _pages(site: Site, name: str, names: Sequence[str]) -> Iterator[Page]:
    here = addresses.year(name)
    told = _year(site, here, name)
    title = " och ".join(_title(site, one) for one in told.reports) or f"Året {name}"
    emptied = not (told.reports or told.follow_ups or told.walks)
    previous, following = views.neighbours(site, here, [(addresses.year(one), one) for one in names])
    long = LongLists(site, here, title)
    body = site.render(
        "year",
        here,
        title=title,
        lead=told.reports[0].summary if len(told.reports) == 1 else None,
        year=name,
        follow_ups=long.first("uppfoljningar", "Årets uppföljningar", told.follow_ups, _FIRST),
        walks=long.first("vandringar", "Årets trygghetsvandringar", told.walks, _FIRST),
        figures=long.first("siffror", "Årets siffror", told.figures, _FIRST),
        going_on=_is_going_on(site, name),
        emptied=emptied,
        reports=[_report(site, here, one) for one in told.reports],
        sources=[source for one in told.reports for source in views.sources(site, here, one)],
        note=" ".join(one.note for one in told.reports if one.note) or None,
        cite=views.cite(site, here, title),
        previous=previous,
        following=following,
    )
    text = next((one.summary for one in told.reports if one.summary), f"Vad som hände {name}.")
    source = site.file_of(told.reports[0]) if told.reports else None
    said = f"{title} {text}"
    yield Page(here, title, body, description=text, search_text=said, source=source, listed=not emptied)
    yield from long.pages()


def _is_going_on(site: Site, name: str) -> bool:
    return name.isdigit() and site.as_of.today <= date(int(name), 12, 31)


def _report(site: Site, here: str, report: AnnualReport) -> dict[str, object]:
    rows: list[tuple[str, object]] = [
        ("Gjord av", views.parties(site, here, [report.owner] if report.owner else [])),
        ("Redovisas för", list(map(first_upper, report.accounted_to))),
    ]
    return {
        "title": _title(site, report),
        "summary": report.summary,
        "points": report.points,
        "disagreements": views.differing(site, here, report),
        "facts": rows,
        "link_out": report.link,
    }
