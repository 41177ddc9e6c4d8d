"""The pages of years: the year's follow-ups, walks, meetings and figures, and the annual report's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from loftet import addresses
from loftet.model.follow_up import AnnualReport
from loftet.model.knowledge import Indicator, Value
from loftet.model.words import WalkPhase
from loftet.pages import views
from loftet.pages.lines import Line, follow_up_line, line, one_called, walk_line
from loftet.pages.records import Group, overview
from loftet.pages.site import Page, Site
from loftet.wording import count, first_upper, number, period_text

_LEAD = "Här står vad som hände varje år: uppföljningar, vandringar, nya siffror och årets sammanfattning."
_NOT_WALKED = (WalkPhase.PLANNED, WalkPhase.CANCELLED, WalkPhase.MOVED)


@dataclass(frozen=True)
class Year:
    """One year as its page tells it: reports are the municipality's own words about it."""

    name: str
    reports: tuple[AnnualReport, ...]
    follow_ups: Sequence[Line]
    walks: Sequence[Line]
    figures: Sequence[Line]


def years(site: Site) -> Iterator[Page]:
    """Draw the list of years, newest first, and a page for each with a report, a follow-up or a walk."""
    names = sorted(_names(site), reverse=True)
    here = addresses.YEARS
    groups = [Group([_line(site, here, one) for one in names])]
    yield overview(site, here, "År för år", _LEAD, groups, "Inget år har något publicerat ännu.")
    for name in names:
        yield _page(site, name, list(reversed(names)))


def _names(site: Site) -> set[str]:
    reported = {one.year for one in site.register.annual_reports.values()}
    followed = {str(one.as_of.last.year) for one in site.as_of.follow_ups}
    walked = {
        str(one.date.last.year)
        for one in site.register.walks.values()
        if one.date and one.phase not in _NOT_WALKED
    }
    return reported | followed | walked


def _line(site: Site, here: str, name: str) -> Line:
    told = _year(site, here, name)
    parts = [
        count(len(told.follow_ups), "uppföljning", "uppföljningar"),
        count(len(told.walks), "trygghetsvandring", "trygghetsvandringar"),
    ]
    own = ", ".join(_title(site, one) for one in told.reports)
    return {
        "title": name,
        "href": site.link(here, addresses.year(name)),
        "fact": ". ".join(filter(None, [own, ", ".join(parts)])) + ".",
    }


def _title(site: Site, report: AnnualReport) -> str:
    return report.title or f"{first_upper(one_called(site, AnnualReport))} {report.year}"


def _year(site: Site, here: str, name: str) -> Year:
    register = site.register
    return Year(
        name,
        tuple(one for one in register.annual_reports.values() if one.year == name),
        [
            follow_up_line(site, here, one)
            for one in site.as_of.follow_ups
            if str(one.as_of.last.year) == name
        ],
        [
            walk_line(site, here, one)
            for one in register.walks.values()
            if one.date and str(one.date.last.year) == name
        ],
        [
            _figure(site, here, one, value)
            for one in register.indicators.values()
            for value in one.values
            if _is_of(value, name)
        ],
    )


def _is_of(value: Value, name: str) -> bool:
    """Tell whether a value is of a year: its period ends in it and is no longer than it."""
    first, last = value.period.first, value.period.last
    return last is not None and str(last.year) == name and (first is None or first.year == last.year)


def _figure(site: Site, here: str, indicator: Indicator, value: Value) -> Line:
    area = site.register.areas.get(value.area or indicator.area or "")
    told = number(value.value) if value.value is not None else value.words
    missing = f"visas inte: {value.missing.value}" if value.missing else "uppgift saknas"
    unit = f" {indicator.unit}" if indicator.unit and value.value is not None else ""
    note = ", preliminärt" if value.preliminary else ""
    group = f", {value.group}" if value.group else ""
    fact = f"{told or missing}{unit}{group}{note}"
    return line(
        site,
        here,
        indicator,
        fact,
        f"{period_text(value.period)}. {area.name if area else 'Området är inte angivet'}.",
    )


def _page(site: Site, name: str, names: Sequence[str]) -> Page:
    here = addresses.year(name)
    told = _year(site, here, name)
    title = " och ".join(_title(site, one) for one in told.reports) or f"Året {name}"
    previous, following = views.neighbours(site, here, [(addresses.year(one), one) for one in names])
    body = site.render(
        "year",
        here,
        title=title,
        year=told,
        going_on=_is_going_on(site, name),
        reports=[_report(site, here, one) for one in told.reports],
        sources=[source for one in told.reports for source in views.sources(one)],
        note=" ".join(one.note for one in told.reports if one.note) or None,
        cite=views.cite(site, here, title),
        previous=previous,
        following=following,
    )
    text = next((one.summary for one in told.reports if one.summary), f"Vad som hände {name}.")
    source = site.file_of(told.reports[0]) if told.reports else None
    return Page(here, title, body, description=text, search_text=f"{title} {text}", source=source)


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
        "facts": rows,
        "link_out": report.link,
    }
