"""One line of a list for each kind of record that stands beside others: title, link, one fact, a date."""

from __future__ import annotations

from loftet import addresses
from loftet.facts.lifecycle import life_stage
from loftet.facts.progress import progress_of_stops
from loftet.facts.readings import in_time, latest_reading, readings
from loftet.facts.stops import stop_standing
from loftet.model.base import Entity
from loftet.model.follow_up import FollowUp
from loftet.model.knowledge import Dialogue, Indicator
from loftet.model.organisation import Meeting
from loftet.model.promise import Promise
from loftet.model.walk import Observation, SafetyWalk
from loftet.model.words.organisation import MeetingPhase
from loftet.pages import marks, views
from loftet.pages.promise_life import period_words
from loftet.pages.site import Site
from loftet.wording import and_list, first_upper, period_text, when_text

Line = dict[str, object]


def line(site: Site, here: str, record: Entity, fact: str | None = None, date: str | None = None) -> Line:
    """Give any record as one line: its title as a link, a fact and a date when there are any."""
    return {
        "title": views.title_of(site, record),
        "href": site.link(here, addresses.of(record)),
        "fact": fact,
        "date": date,
    }


def promise_line(site: Site, here: str, promise: Promise, fact: str | None = None) -> Line:
    """Give a promise with the stage of its life and its period."""
    shown = line(site, here, promise, fact, first_upper(period_words(promise, site.as_of.today)))
    return {**shown, "status": marks.mark(life_stage(site.as_of, promise).stage, site.noun("löfte").neuter)}


def follow_up_line(site: Site, here: str, told: FollowUp) -> Line:
    """Give a follow-up with who reports in it and the day that its figures hold for."""
    reporters = [site.register.parties[id].name for id in told.reporting if id in site.register.parties]
    said = and_list(reporters) or told.reporting_words
    fact = f"Rapporterar: {said}" if said else "Vem som rapporterar är inte angivet"
    return line(site, here, told, fact, f"Uppgifterna gäller per {when_text(told.as_of)}")


def walk_line(site: Site, here: str, walk: SafetyWalk) -> Line:
    """Give a walk with what has happened to its stops."""
    fact = progress_of_stops(site.as_of, walk).sentence if walk.stops else walk.stops_words
    shown = when_text(walk.date) if walk.date else walk.date_words
    phase = f"{first_upper(walk.phase.value)}. " if not walk.stops else ""
    unseen = "Stoppen är inte publicerade." if walk.phase.walked else ""
    return line(site, here, walk, (phase + (fact or unseen)).strip(), shown)


def stop_line(site: Site, here: str, walk: SafetyWalk, stop: Observation) -> Line:
    """Give a stop with what was seen there and what has happened."""
    standing = stop_standing(site.as_of, walk, stop)
    number_words = f"Stopp {stop.number}, " if stop.number else ""
    return {
        "title": f"{number_words}{stop.place}",
        "href": site.link(here, addresses.stop(walk, stop)),
        "status": marks.mark(standing.status, neuter=True, since=standing.since),
        "fact": " ".join(stop.seen) or stop.proposal,
        "date": f"{walk.title}, {when_text(walk.date)}" if walk.date else walk.title,
    }


def meeting_line(site: Site, here: str, meeting: Meeting) -> Line:
    """Give a meeting with how many decisions are published, or that it is planned or was cancelled."""
    decided = f"{len(meeting.decisions)} beslut." if meeting.decisions else "Inga beslut är publicerade."
    facts = {
        MeetingPhase.HELD: decided,
        MeetingPhase.PLANNED: "Planerat." if is_to_come(site, meeting) else "Planerat, inget besked efteråt.",
        MeetingPhase.CANCELLED: f"Inställt. {meeting.reason or 'Skälet är inte angivet.'}",
    }
    return line(site, here, meeting, facts[meeting.phase])


def is_to_come(site: Site, meeting: Meeting) -> bool:
    """Tell whether a meeting is planned and its day has not passed."""
    planned = meeting.phase is MeetingPhase.PLANNED
    return planned and (meeting.date is None or meeting.date.last >= site.as_of.today)


def dialogue_when(dialogue: Dialogue) -> str:
    """Give when a dialogue was held, as exactly as it is known."""
    return when_text(dialogue.date) if dialogue.date else dialogue.date_words or "Tiden är inte angiven"


def indicator_line(site: Site, here: str, indicator: Indicator, area: str | None = None) -> Line:
    """Give an indicator with its latest value, the period and the area that it holds for (rule 9)."""
    latest = latest_reading(site.register, indicator, area)
    if latest is None:
        return line(site, here, indicator, _why_none(site, indicator, area))
    place = site.register.areas.get(latest.area or "")
    where = place.name if place else site.own("Området är inte angivet")
    note = ", preliminärt" if latest.value.preliminary else ""
    return line(site, here, indicator, latest.words + note, f"{period_text(latest.period)}. {where}.")


def _why_none(site: Site, indicator: Indicator, area: str | None) -> str:
    """Say why an indicator has no figure: the reason of its last value, else that none is published."""
    told = [one for one in in_time(readings(site.register, indicator)) if area in (None, one.area)]
    return f"Visas inte: {told[-1].missing}." if told and told[-1].missing else "Inget tal är publicerat."
