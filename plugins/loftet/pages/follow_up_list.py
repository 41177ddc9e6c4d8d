"""The list of follow-ups: what is missing first, then what is to come, then every edition, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from loftet import addresses
from loftet.facts.changes import changes
from loftet.facts.lifecycle import life_stage
from loftet.facts.silence import silence
from loftet.model.follow_up import FollowUp
from loftet.model.organisation import Meeting
from loftet.model.promise import Promise
from loftet.model.register import KIND_BY_TYPE
from loftet.model.words.organisation import MeetingPhase
from loftet.pages import views
from loftet.pages.follow_ups import as_of_words, settled_briefly
from loftet.pages.lines import Line
from loftet.pages.long_lists import NAMED, ListOf, LongLists, Shown
from loftet.pages.site import Page, Site
from loftet.wording import count, date_text, ended, first_upper, period_text, when_text

_BY_YEAR = 12
"""So many follow-ups stand in one list; more are told year by year."""

_MISSING = 3
"""So many missing follow-ups are told one by one before a link leads to all of them."""

_NO_RHYTHM = "löftet säger inte hur ofta, så ingen uppföljning kan kallas försenad"


def follow_up_list(site: Site) -> Iterator[Page]:
    """Draw the list of all published follow-ups."""
    here = addresses.FOLLOW_UPS
    told = list(reversed(site.as_of.follow_ups))
    called, promised = site.noun("uppföljning"), site.noun("löfte").definite_plural
    title = first_upper(called.plural)
    long = LongLists(site, here, title)
    missing = [one for promise in site.register.promises.values() if (one := _missing(site, here, promise))]
    rhythms = [_rhythm(site, here, one) for one in site.register.promises.values() if _owed(site, one)]
    to_come, cancelled = site.as_of.meetings_to_come, cancelled_meetings(site)
    body = site.render(
        "follow_ups",
        here,
        total=len(told),
        next=site.next_words,
        missing=long.first("saknas", "Uppföljning saknas", missing, _MISSING),
        rhythms=long.first("hur-ofta", "Så ofta är uppföljningen utlovad", rhythms, NAMED),
        to_come=[_meeting(site, one) for one in to_come[:NAMED]],
        cancelled=[_cancelled(site, one) for one in cancelled[:NAMED]],
        all_meetings=_all_meetings(site, here) if max(len(to_come), len(cancelled)) > NAMED else None,
        years=_years(site, long, told),
        cite=views.cite(site, here, title),
    )
    text = f"{called.counted(len(told))} av {promised} i {site.register.municipality.name}."
    yield Page(here, title, body, description=text, menu=title)
    yield from long.pages()


def _missing(site: Site, here: str, promise: Promise) -> Line | None:
    """Give a promise whose promised follow-up has not come: since when, and what was promised."""
    quiet = silence(site.as_of, promise)
    if not quiet.missing or not quiet.due:
        return None
    latest = (
        f"Den senaste gäller per {as_of_words(quiet.latest)}." if quiet.latest else "Ingen har kommit ännu."
    )
    return {
        "title": promise.title,
        "href": site.link(here, addresses.of(promise)),
        "date": f"{site.own('Uppföljning')} saknas sedan {date_text(quiet.due)}",
        "fact": f"Den är utlovad {rhythm_words(promise)}. {latest} Det betyder inte att inget är gjort.",
    }


def rhythm_words(promise: Promise) -> str | None:
    """Give how often follow-up was promised: in its own words, else as a number; None when it says nothing."""
    return promise.rhythm_words or (views.cadence_text(promise.rhythm) if promise.rhythm else None)


def _owed(site: Site, promise: Promise) -> bool:
    """Tell whether a promise still holds, or has ended and still waits for its last account."""
    return not life_stage(site.as_of, promise).stage.is_over or silence(site.as_of, promise).due is not None


def _rhythm(site: Site, here: str, promise: Promise) -> Line:
    quiet, words = silence(site.as_of, promise), rhythm_words(promise)
    due = f". Nästa väntas senast {date_text(quiet.due)}" if quiet.due and not quiet.missing else ""
    return {
        "title": promise.title,
        "href": site.link(here, addresses.of(promise)),
        "fact": f"{words}{due}" if words else site.own(_NO_RHYTHM),
    }


def _all_meetings(site: Site, here: str) -> str | None:
    return site.link(here, addresses.overview(KIND_BY_TYPE[Meeting]))


def _meeting(site: Site, meeting: Meeting) -> dict[str, str | None]:
    when = when_text(meeting.date) if meeting.date else meeting.date_words or views.NOT_GIVEN
    body = site.register.bodies.get(meeting.body or "")
    return {"when": when, "who": meeting.title or (body.name if body else meeting.body_words)}


def cancelled_meetings(site: Site) -> list[Meeting]:
    """Give the meetings that were cancelled after the first follow-up, newest first; one without a day is left out."""
    first = site.as_of.follow_ups[0].as_of.last if site.as_of.follow_ups else None
    cancelled = [
        one
        for one in site.register.meetings.values()
        if one.phase is MeetingPhase.CANCELLED and one.date and (first is None or one.date.last >= first)
    ]
    return sorted(
        cancelled, key=lambda one: (one.date.last.toordinal() if one.date else 0, one.id), reverse=True
    )


def _cancelled(site: Site, meeting: Meeting) -> dict[str, str | None]:
    return {**_meeting(site, meeting), "why": meeting.reason}


def _years(site: Site, long: LongLists, told: list[FollowUp]) -> list[dict[str, object]]:
    """Give the follow-ups in one list, or by the year in which they became public when they are many."""
    here = long.address
    if len(told) <= _BY_YEAR:
        return [{"year": None, "shown": Shown([follow_up_item(site, here, one) for one in told])}]
    newest = sorted(told, key=lambda one: -site.as_of.published_on(one).year)
    by_year = groupby(newest, key=lambda one: site.as_of.published_on(one).year)
    lists = [
        ListOf(f"ar-{year}", str(year), [follow_up_item(site, here, one) for one in own])
        for year, own in by_year
    ]
    return [{"year": one.title, "shown": shown} for one, shown in zip(lists, long.shared(lists), strict=True)]


def follow_up_item(site: Site, here: str, follow_up: FollowUp) -> dict[str, object]:
    """Give a follow-up as one line of a list: what it covers, how much it changed, which version it is."""
    period = follow_up.period_words or (period_text(follow_up.period) if follow_up.period else None)
    changed = len({one.about for one in changes(site.as_of, follow_up)})
    told = [
        f"Gäller {period}." if period else None,
        f"{count(changed, 'ändring', 'ändringar')}." if follow_up.entries else "Inga poster.",
        ended(follow_up.overall or ""),
    ]
    return {
        "title": views.follow_up_title(site, follow_up),
        "href": site.link(here, addresses.of(follow_up)),
        "status": None,
        "fact": " ".join(one for one in told if one),
        "date": settled_briefly(site, follow_up),
    }
