"""The pages of situation reports and cause analyses: how it is, why, and what that led to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from loftet import addresses
from loftet.model.base import Entity
from loftet.model.knowledge import CauseAnalysis, Conclusion, Factor, SituationReport
from loftet.model.register import KIND_BY_TYPE
from loftet.model.words.knowledge import Domain, FactorKind
from loftet.pages import marks, views
from loftet.pages.lines import Line, line, promise_line
from loftet.pages.long_lists import LongLists
from loftet.pages.records import Group, Sheet, overview, record_page, stated
from loftet.pages.site import Page, Site
from loftet.wording import count, first_upper, period_text, when_text

_REPORTS = (
    "En lägesbild säger hur det står till just nu. Den handlar om platser och problem, aldrig om enskilda."
)
_CAUSES = "En orsaksanalys söker svar på varför ett problem finns, innan man bestämmer vad man ska göra."


def situation_reports(site: Site) -> Iterator[Page]:
    """Draw the list of situation reports, newest first, and a page for each."""
    here = addresses.overview(KIND_BY_TYPE[SituationReport])
    ordered = sorted(site.register.situation_reports.values(), key=_held, reverse=True)
    groups = [Group([_report_line(site, here, one) for one in ordered])]
    title = first_upper(site.noun_of(SituationReport).plural)
    yield from overview(site, here, title, _REPORTS, groups, "Ingen lägesbild är publicerad ännu.")
    series = list(reversed(ordered))
    for report in ordered:
        yield from _report_pages(site, report, series)


def _held(report: SituationReport) -> tuple[date, str]:
    last = report.period.last if report.period else None
    return (last or date.min, report.id)


def _when(report: SituationReport) -> str | None:
    return period_text(report.period) if report.period else report.period_words


def _report_line(site: Site, here: str, report: SituationReport) -> Line:
    told = count(len(report.conclusions), "slutsats", "slutsatser")
    fact = f"{first_upper(told)}." if report.conclusions else "Slutsatserna är inte publicerade här."
    return line(site, here, report, fact, _when(report))


def _report_pages(site: Site, report: SituationReport, series: Sequence[SituationReport]) -> Iterator[Page]:
    here = addresses.of(report)
    long = LongLists(site, here, report.title)
    analysed = [one for one in site.register.causes.values() if one.report == report.id]
    parts: dict[str, object] = {
        "conclusions": [_conclusion(site, here, one) for one in report.conclusions],
        "rests_on": report.sources,
        "led_to": long.first(
            "ledde-till",
            "Vad den ledde till",
            [
                *(line(site, here, one, one.problem) for one in analysed),
                *_promises_by(site, here, report),
            ],
        ),
        "link_out": report.link,
    }
    facts = _report_facts(site, here, report)
    search = " ".join(one.text for one in report.conclusions)
    yield record_page(site, "situation_report", Sheet(report, None, facts, parts, "", search), series)
    yield from long.pages()


def _conclusion(site: Site, here: str, told: Conclusion) -> dict[str, object]:
    rows: list[tuple[str, object]] = [
        ("Enligt", told.source),
        ("Område", views.areas(site, here, told.area)),
        ("Fokusområde", views.focus_areas(site, here, told.focus)),
    ]
    return {"text": told.text, "facts": stated(rows, ("Enligt",))}


def _promises_by(site: Site, here: str, record: Entity) -> list[Line]:
    return [
        promise_line(site, here, one)
        for one in site.register.promises.values()
        if record.id in one.arrived_by
    ]


def _report_facts(site: Site, here: str, report: SituationReport) -> list[tuple[str, object]]:
    rows: list[tuple[str, object]] = [
        ("Tid", _when(report)),
        ("Område", views.areas(site, here, report.areas)),
        ("Gjord av", report.made_by),
        ("Mall", report.template),
        ("Nästa lägesbild", _next(site, report)),
    ]
    return stated(rows, ("Tid", "Område", "Gjord av", "Nästa lägesbild"))


def _next(site: Site, report: SituationReport) -> str | None:
    """Give when the next report comes, and say so when that day has passed without one (rule 3)."""
    due = report.next_due
    if due is None:
        return None
    newer = [one for one in site.register.situation_reports.values() if _held(one) > _held(report)]
    passed = site.as_of.today > due.last and not newer
    return f"{first_upper(when_text(due))}." + (" Den är inte publicerad ännu." if passed else "")


def causes(site: Site) -> Iterator[Page]:
    """Draw the list of cause analyses and a page for each."""
    here = addresses.overview(KIND_BY_TYPE[CauseAnalysis])
    ordered = list(site.register.causes.values())
    groups = [Group([_cause_line(site, here, one) for one in ordered])]
    title = first_upper(site.noun_of(CauseAnalysis).plural)
    yield from overview(site, here, title, _CAUSES, groups, "Ingen orsaksanalys är publicerad ännu.")
    for cause in ordered:
        yield from _cause_pages(site, cause, ordered)


def _cause_line(site: Site, here: str, cause: CauseAnalysis) -> Line:
    return line(site, here, cause, cause.problem, when_text(cause.date) if cause.date else None)


def _cause_pages(site: Site, cause: CauseAnalysis, series: Sequence[CauseAnalysis]) -> Iterator[Page]:
    here = addresses.of(cause)
    long = LongLists(site, here, cause.title)
    tied = [
        one
        for one in site.register.measures.values()
        if any(origin.cause == cause.id for origin in one.comes_from)
    ]
    looked_at = [one for one in Domain if _is_looked_at(one, cause)]
    parts: dict[str, object] = {
        "domains": [_domain(one, cause.factors) for one in looked_at] if cause.factors else [],
        "looked_at": [] if cause.factors else [first_upper(one.value) for one in looked_at],
        "built_on": list(map(first_upper, cause.sources)),
        "text": cause.text,
        "led_to": long.first(
            "ledde-till",
            "Vad analysen ledde till",
            [*_promises_by(site, here, cause), *(marks.measure_item(site, here, one) for one in tied)],
        ),
    }
    sheet = Sheet(cause, cause.problem, _cause_facts(site, here, cause), parts)
    yield record_page(site, "cause", sheet, series)
    yield from long.pages()


def _is_looked_at(domain: Domain, cause: CauseAnalysis) -> bool:
    return domain in cause.domains or any(one.domain is domain for one in cause.factors)


def _domain(domain: Domain, factors: Sequence[Factor]) -> dict[str, object]:
    def of(kind: FactorKind) -> list[str]:
        return [one.text for one in factors if one.domain is domain and one.kind is kind]

    rows: list[tuple[str, object]] = [
        ("Risk", of(FactorKind.RISK)),
        ("Skydd", of(FactorKind.PROTECTIVE)),
    ]
    return {"title": first_upper(domain.value), "facts": rows}


def _cause_facts(site: Site, here: str, cause: CauseAnalysis) -> list[tuple[str, object]]:
    report = site.register.situation_reports.get(cause.report or "")
    rows: list[tuple[str, object]] = [
        ("Gjord", when_text(cause.date) if cause.date else None),
        ("Lägesbild", views.record_link(site, here, report, report.title) if report else None),
        ("Fokusområden", views.focus_areas(site, here, cause.focus)),
        ("Hur den gjordes", cause.method),
    ]
    return stated(rows, ("Gjord", "Lägesbild", "Hur den gjordes"))
