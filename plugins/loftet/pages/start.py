"""The start page: what is promised, how it goes, what is new, what is near; answered in one screen on a phone."""

from __future__ import annotations

from collections.abc import Iterator

from loftet import addresses
from loftet.facts.change_words import is_neuter, word_of
from loftet.facts.changes import Change, changes
from loftet.facts.finding import finding
from loftet.facts.heard import heard, heard_sentence
from loftet.facts.lifecycle import life_stage
from loftet.facts.progress import progress_of_commitments, progress_of_stops
from loftet.facts.readings import Reading, latest_reading
from loftet.facts.silence import data_as_of, silence
from loftet.model.knowledge import Indicator
from loftet.model.promise import Promise
from loftet.model.walk import SafetyWalk
from loftet.model.words.knowledge import Direction
from loftet.model.words.places import AreaType
from loftet.model.words.promises import PartyRole
from loftet.pages import marks, views
from loftet.pages.following import ways_to_follow
from loftet.pages.promise_life import holds, in_order, period_words
from loftet.pages.site import Page, Site
from loftet.wording import and_list, count, date_text, first_upper, period_text, when_text

_PROMISES = 4
"""So many promises stand on the first screen; of more, the newest and a way to them all."""

_MISSING = 2
"""So many missing follow-ups are told one by one."""

_AREAS = 12
"""So many areas are named; of more, the list of all is one link."""

_NEAR = (AreaType.LOCALITY, AreaType.DISTRICT, AreaType.PLACE, AreaType.ELECTORAL)
"""Kinds of area that somebody knows herself to live in."""

_NEWS = 3
_FIGURES = 4
_DIRECTIONS = {
    Direction.UP: "Ska öka.",
    Direction.DOWN: "Ska minska.",
    Direction.SAME: "Ska vara oförändrat.",
}


def start(site: Site) -> Iterator[Page]:
    """Draw the start page."""
    here = addresses.START
    in_force = promises_in_force(site)
    shown = shown_promises(site)
    areas = _areas(site, here)
    news = _news(site, here)
    progress = progress_of_commitments(site.as_of, shown)
    held = data_as_of(site.as_of)
    body = site.render(
        "start",
        here,
        title=start_title(site),
        promises=[_promise(site, here, one) for one in shown[: _PROMISES - 1 if _too_many(shown) else None]],
        more_promises=_all_promises(site, here, shown) if _too_many(shown) else None,
        none_in_force=not in_force,
        progress=marks.commitment_segments(site, here, progress),
        sentence=site.noun("åtagande").counted(progress.counted) if progress.segments else progress.sentence,
        left_out=len(progress.left_out),
        not_done=progress.not_done_aside,
        situation=f"Läget den {date_text(held)}" if held else "Ingen uppföljning är publicerad ännu",
        missing=_all_missing(site, shown),
        areas=areas if len(areas) <= _AREAS else [],
        all_areas=site.link(here, addresses.AREAS) if len(areas) > _AREAS else None,
        news=news[:_NEWS],
        news_count=count(len(news), "ändring", "ändringar"),
        places=site.link(here, addresses.PLACES) if site.places else None,
        news_href=site.link(here, addresses.NEWS),
        walk=_latest_walk(site, here),
        dialogue=_latest_dialogue(site, here),
        figures=_figures(site, here),
        contacts=[views.contact_view(one) for one in site.register.municipality.contacts],
        follow=ways_to_follow(site, here),
    )
    text = f"{start_title(site)}. {progress.sentence}"
    yield Page(here, start_title(site), body, description=text, search_text=text, menu="Start")


def promises_in_force(site: Site) -> list[Promise]:
    """Give the promises that hold today, or may hold since no period is stated; the newest first."""
    return [one for one in in_order(site) if holds(site, one)]


def shown_promises(site: Site) -> list[Promise]:
    """Give the promises that the start page is about: those in force, else the latest."""
    return promises_in_force(site) or in_order(site)[:1]


def _too_many(shown: list[Promise]) -> bool:
    return len(shown) > _PROMISES


def _all_promises(site: Site, here: str, shown: list[Promise]) -> dict[str, str | None]:
    return {"href": site.link(here, addresses.PROMISES), "words": site.noun("löfte").counted(len(shown))}


def start_title(site: Site) -> str:
    """Give the start page's title."""
    return f"Det här har {site.register.municipality.name} lovat"


def _promise(site: Site, here: str, promise: Promise) -> dict[str, object]:
    who = _promised_by(site, promise)
    life = life_stage(site.as_of, promise)
    until = f"till {date_text(life.until)}" if life.until and holds(site, promise) else None
    period = until or period_words(promise, site.as_of.today)
    return {
        "title": promise.title,
        "href": site.link(here, addresses.of(promise)),
        "who": who,
        "period": period if who else first_upper(period),
    }


def _promised_by(site: Site, promise: Promise) -> str | None:
    """Name those who sign, else those whose part in the promise is not stated; None when nobody is."""
    asked = (PartyRole.SIGNS, PartyRole.NOT_STATED)
    known = [[one.party for one in promise.parties if one.role is role] for role in asked]
    named = [site.register.parties[id] for id in known[0] or known[1]]
    return first_upper(and_list(one.short or one.name for one in named)) or promise.parties_words


def _all_missing(site: Site, shown: list[Promise]) -> list[str]:
    """Say of which promises a follow-up is missing: of each, or of many only how many they are."""
    told = [words for one in shown if (words := _missing(site, one))]
    if len(told) <= _MISSING:
        return told
    called = site.noun("löfte").counted(len(told))
    return [f"{site.own('Uppföljning')} av {called} saknas. Listan säger vilka."]


def _missing(site: Site, promise: Promise) -> str | None:
    quiet = silence(site.as_of, promise)
    if not quiet.missing or not quiet.due:
        return None
    called = site.own("Uppföljning")
    return f"{called} av ”{promise.title}” saknas sedan {date_text(quiet.due)}."


def _areas(site: Site, here: str) -> list[dict[str, str | None]]:
    return [
        {"text": one.name, "href": site.link(here, addresses.of(one))}
        for one in sorted(site.register.areas.values(), key=lambda one: one.name)
        if one.type in _NEAR
    ]


def _news(site: Site, here: str) -> list[dict[str, object]]:
    """Give what the latest follow-up changed."""
    if not site.as_of.follow_ups:
        return []
    latest = site.as_of.follow_ups[-1]
    return [_change(site, here, one) for one in changes(site.as_of, latest)]


def _change(site: Site, here: str, change: Change) -> dict[str, object]:
    there = addresses.entry(change.said.follow_up, change.said.entry)
    neuter = is_neuter(site.as_of, change.about)
    return {
        "title": change.title,
        "href": site.link(here, there),
        "status": marks.mark(change.after, neuter) if change.after else None,
        "fact": f"Tidigare: {word_of(site.as_of, change.before, change.about)}" if change.before else None,
        "date": f"Ny tidsplan: {change.new_deadline}" if change.new_deadline else None,
    }


def _latest_walk(site: Site, here: str) -> dict[str, object] | None:
    walked = [one for one in site.register.walks.values() if one.date and one.phase.walked]
    if not walked or site.link(here, addresses.WALKS) is None:
        return None
    latest = max(walked, key=_walked)
    progress = progress_of_stops(site.as_of, latest)
    return {
        "title": latest.title,
        "href": site.link(here, addresses.of(latest)),
        "date": when_text(latest.date) if latest.date else None,
        "sentence": progress.sentence
        if latest.stops
        else latest.stops_words or "Stoppen är inte publicerade.",
        "progress": marks.bar_segments(progress),
    }


def _walked(walk: SafetyWalk) -> tuple[int, str]:
    return (walk.date.last.toordinal() if walk.date else 0, walk.id)


def _latest_dialogue(site: Site, here: str) -> dict[str, object] | None:
    dated = [one for one in site.register.dialogues.values() if one.date]
    if not dated:
        return None
    latest = max(dated, key=lambda one: (one.date.last.toordinal() if one.date else 0, one.id))
    return {
        "title": latest.title,
        "href": site.link(here, addresses.of(latest)),
        "date": when_text(latest.date) if latest.date else None,
        "sentence": heard_sentence(site.as_of, heard(site.as_of, latest)),
    }


def _figures(site: Site, here: str) -> list[dict[str, object]]:
    """Give the latest value of the indicators that promises in force ask to be read beside."""
    wanted = [
        id for promise in promises_in_force(site) for own in promise.commitments for id in own.indicators
    ]
    chosen = [site.register.indicators[id] for id in dict.fromkeys(wanted) if id in site.register.indicators]
    shown = [(one, value) for one in chosen if (value := latest_reading(site.register, one))]
    return [_figure(site, here, *one) for one in shown[:_FIGURES]]


def _figure(site: Site, here: str, indicator: Indicator, latest: Reading) -> dict[str, object]:
    area = site.register.areas.get(latest.area or "")
    where = f", {area.name}" if area and area.type is not AreaType.MUNICIPALITY else ""
    return {
        "value": latest.words,
        "label": indicator.name,
        "href": site.link(here, addresses.of(indicator)),
        "direction": _DIRECTIONS.get(indicator.direction) if indicator.direction else None,
        "period": f"{period_text(latest.period)}{where}"
        + (", preliminärt" if latest.value.preliminary else ""),
        "earlier": _earlier(site, indicator, latest),
    }


def _earlier(site: Site, indicator: Indicator, latest: Reading) -> str | None:
    """Give the figure before the one shown, with its period, where the two can be compared."""
    found = finding(site.register, indicator)
    if found.earlier is None or found.latest != latest:
        return None
    return f"{period_text(found.earlier.period)}: {found.earlier.words}"
