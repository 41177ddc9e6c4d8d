"""The pages of bodies: who meets, how often, what they decide, and where a question goes when they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from markupsafe import Markup, escape

from loftet import addresses
from loftet.model.organisation import Body, DirectionDecision, Meeting, Member
from loftet.model.register import KIND_BY_TYPE
from loftet.model.words.organisation import BodyLevel, MeetingPhase
from loftet.pages import views
from loftet.pages.alphabet import swedish_key
from loftet.pages.body_ties import body_ties
from loftet.pages.lines import Line, is_to_come, line, meeting_line
from loftet.pages.long_lists import LongLists
from loftet.pages.records import Group, Sheet, overview, record_page, stated
from loftet.pages.site import Page, Site
from loftet.wording import Adjective, count, first_upper, period_text

_LEAD = (
    "Här ser du var kommunen, polisen och andra möts. "
    "Du ser vilka som är med, hur ofta de ses och vad de får bestämma."
)
_WANTED = ("Sammankallande", "Träffas", "Rapporterar till")
_HELD = Adjective("hållen", "hållet", "hållna")
_LEVELS = (*BodyLevel, None)
_PAST = 12
"""Earlier meetings that stand on the page of their body: about three years."""


def bodies(site: Site) -> Iterator[Page]:
    """Draw the list of bodies by level and a page for each."""
    here = addresses.overview(KIND_BY_TYPE[Body])
    groups = [_level(site, here, one) for one in _LEVELS]
    title = first_upper(site.noun_of(Body).plural)
    series = [body for level in _LEVELS for body in _at(site, level)]
    yield from overview(
        site,
        here,
        title,
        _LEAD,
        groups,
        "Ingen grupp är publicerad ännu.",
        ties=partial(body_ties, bodies=series),
    )
    for body in series:
        yield from _pages(site, body, series)


def _at(site: Site, level: BodyLevel | None) -> list[Body]:
    found = [one for one in site.register.bodies.values() if one.level is level]
    return sorted(found, key=lambda one: swedish_key(one.name))


def _level(site: Site, here: str, level: BodyLevel | None) -> Group:
    lines = [
        line(site, here, one, _often(one) or "Hur ofta den träffas är inte angivet", _limited(one))
        for one in _at(site, level)
    ]
    title = f"{first_upper(level.value)} nivå" if level else "Nivån är inte angiven"
    return Group(lines, title, _anchor(level))


def _anchor(level: BodyLevel | None) -> str:
    return f"niva-{level.value}" if level else "niva-ej-angiven"


def _often(body: Body) -> str | None:
    """Give how often a body meets in its own words, with the number when both are known."""
    numbered = views.cadence_text(body.cadence) if body.cadence else None
    if body.cadence_words and numbered:
        return f"{first_upper(body.cadence_words)} ({numbered})"
    return first_upper(body.cadence_words or numbered or "") or None


def _limited(body: Body) -> str | None:
    existed = period_text(body.existed) if body.existed else None
    if body.temporary:
        return f"Tidsbegränsad{f', {existed}' if existed else ''}"
    return first_upper(existed) if existed else None


def _pages(site: Site, body: Body, series: Sequence[Body]) -> Iterator[Page]:
    here = addresses.of(body)
    long = LongLists(site, here, body.name)
    meetings = [one for one in site.register.meetings.values() if one.body == body.id]
    coming, past = split(site, meetings)
    parts: dict[str, object] = {
        "members": [_member(site, here, one) for one in body.members],
        "members_words": body.members_words,
        "tasks": [first_upper(one) for one in body.tasks],
        "decides": [first_upper(one) for one in body.decides],
        "coming": long.first(
            "kommande", "Planerade möten", [meeting_line(site, here, one) for one in coming]
        ),
        "past": long.first(
            "tidigare", "Tidigare möten", [meeting_line(site, here, one) for one in past], _PAST
        ),
        "held": _held(site, past),
        "promised": _often(body),
        "decisions": long.first(
            "inriktning", "Beslut om vad parterna ska arbeta med", _decisions(site, here, body)
        ),
    }
    yield record_page(site, "body", Sheet(body, body.text, _facts(site, long, body), parts), series)
    yield from long.pages()


def split(site: Site, meetings: Iterable[Meeting]) -> tuple[list[Meeting], list[Meeting]]:
    """Give the meetings to come, soonest first, and the others, newest first."""
    ordered = sorted(meetings, key=lambda one: (one.date.last if one.date else date.min, one.id))
    coming = [one for one in ordered if is_to_come(site, one)]
    return coming, [one for one in reversed(ordered) if not is_to_come(site, one)]


def _held(site: Site, past: Sequence[Meeting]) -> list[str]:
    """Count the meetings that were held and cancelled, newest year first."""
    years = sorted({one.date.last.year for one in past if one.date}, reverse=True)
    return [
        f"{year}: {_of_year(site, [one for one in past if one.date and one.date.last.year == year])}"
        for year in years
    ]


def _of_year(site: Site, meetings: Sequence[Meeting]) -> str:
    held = sum(one.phase is MeetingPhase.HELD for one in meetings)
    cancelled = sum(one.phase is MeetingPhase.CANCELLED for one in meetings)
    silent = len(meetings) - held - cancelled
    called = site.noun("möte")
    words = [f"{called.counted(held)} {called.agreeing(_HELD, held)}"]
    words += [f"{cancelled} inställt" if cancelled == 1 else f"{cancelled} inställda"] if cancelled else []
    words += [f"{silent} utan besked"] if silent else []
    return ", ".join(words)


def _member(site: Site, here: str, member: Member) -> Markup:
    party = site.register.parties.get(member.party or "")
    who = views.record_link(site, here, party, party.name) if party else None
    function = escape(first_upper(member.function)) if member.function else None
    named = Markup(", ").join(part for part in (function, who) if part)
    return named + (" (vid behov)" if member.when_needed else "")


def _facts(site: Site, long: LongLists, body: Body) -> list[tuple[str, object]]:
    here = long.address
    everyone = site.register.bodies.values()
    rows: list[tuple[str, object]] = [
        ("Nivå", body.level.value if body.level else None),
        ("Är också", [*_bodies(site, here, body.is_also), *_words(body.is_also_words)]),
        (
            "Samma grupp som",
            long.named("samma", "Samma grupp som", [one for one in everyone if body.id in one.is_also]),
        ),
        ("Sammankallande", [first_upper(one) for one in body.convenor]),
        ("Ordförande", first_upper(body.chair) if body.chair else None),
        ("Träffas", _often(body)),
        ("Rapporterar till", [*_receivers(site, here, body), *_words(body.reports_words)]),
        (
            "Får rapporter från",
            long.named(
                "rapporter", "Får rapporter från", [one for one in everyone if body.id in one.reports_to]
            ),
        ),
        ("Lyfter frågor till", [*_bodies(site, here, [body.escalates_to or ""]), *_words(body.escalation)]),
        (
            "Får frågor från",
            long.named("fragor", "Får frågor från", [one for one in everyone if one.escalates_to == body.id]),
        ),
        ("Tid", _limited(body)),
    ]
    return stated(rows, _WANTED)


def _words(words: str | None) -> list[str]:
    return [first_upper(words)] if words else []


def _bodies(site: Site, here: str, ids: Iterable[str]) -> list[Markup]:
    known = [site.register.bodies[id] for id in ids if id in site.register.bodies]
    return [views.record_link(site, here, one, one.name) for one in known]


def _receivers(site: Site, here: str, body: Body) -> list[Markup]:
    parties = [site.register.parties[id] for id in body.reports_to if id in site.register.parties]
    named = [views.record_link(site, here, one, one.name) for one in parties]
    return [*_bodies(site, here, body.reports_to), *named]


def _decisions(site: Site, here: str, body: Body) -> list[Line]:
    taken = [one for one in site.register.decisions.values() if one.body == body.id]
    return [decision_line(site, here, one) for one in in_time(taken)]


def in_time(decisions: Iterable[DirectionDecision]) -> list[DirectionDecision]:
    """Give decisions about what to work on, newest first by their period, else when they were published."""
    return sorted(decisions, key=lambda one: (_began(one), one.id), reverse=True)


def _began(decision: DirectionDecision) -> date:
    stated_start = decision.period.first if decision.period else None
    return stated_start or (decision.published.first if decision.published else date.min)


def decision_line(site: Site, here: str, decision: DirectionDecision) -> Line:
    """Give a decision about what to work on with how many points it has and its period."""
    when = period_text(decision.period) if decision.period else decision.period_words
    return line(site, here, decision, count(len(decision.points), "punkt", "punkter"), when)
