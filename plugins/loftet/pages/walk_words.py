"""How a walk is said in words: its name, its summary sentence, since when a stop has waited."""

from __future__ import annotations

from loftet.facts.progress import progress_of_stops
from loftet.facts.stops import StopStanding, stop_standing
from loftet.facts.titles import named_as_walk
from loftet.facts.titles import walk_name as walk_name
from loftet.facts.waiting import unanswered_past_goal, unmended_past_goal
from loftet.facts.walks import is_to_come, is_unreported
from loftet.model.dates import Precision
from loftet.model.statuses import Status, StopStatus
from loftet.model.walk import Observation, SafetyWalk
from loftet.model.words.walks import WalkPhase
from loftet.pages.site import Site
from loftet.wording import and_list, count, first_upper, month_text, when_text

UNPUBLISHED = "Stoppen på vandringen är inte publicerade."


def full_name(site: Site, walk: SafetyWalk) -> str:
    """Give a walk's name where nothing around it tells that it is a walk."""
    return named_as_walk(site.register, walk_name(walk))


def walk_when(walk: SafetyWalk) -> str | None:
    """Give when a walk was or will be, as exactly as it is known, with its own words and the clock."""
    stated = when_text(walk.date) if walk.date else None
    own = walk.date_words if walk.date_words != stated else None
    day = f"{stated} ({own})" if stated and own else stated or own
    clock = f"klockan {walk.time}" if walk.time else None
    return ", ".join(part for part in (day, clock) if part) or None


def waited_since(walk: SafetyWalk) -> str | None:
    """Give the month, or what less is known, since which an unanswered stop of a walk waits."""
    if walk.date is None:
        return None
    return month_text(walk.date.first) if walk.date.precision is Precision.DAY else when_text(walk.date)


def stop_word(walk: SafetyWalk, standing: StopStanding) -> str:
    """Give the status of a stop as its heading says it: `pågår`, `väntar sedan oktober 2025`."""
    since = waited_since(walk) if standing.status is StopStatus.WAITING else None
    return f"{standing.status.neuter} sedan {since}" if since else standing.status.neuter


def stop_title(walk: SafetyWalk, stop: Observation) -> str:
    """Give a stop's number and place: `Stopp 4, Tunneln under spåren`; the place alone on a walk without numbers."""
    if stop.number:
        return f"Stopp {stop.number}, {stop.place}"
    numbered = any(one.number for one in walk.stops)
    return f"Stopp utan nummer, {stop.place}" if numbered else first_upper(stop.place)


def summary(site: Site, walk: SafetyWalk) -> str:
    """Say what has become of a walk's stops in one sentence, or why nothing can be said of them."""
    if not walk.stops:
        return no_stops(site, walk)
    segments = progress_of_stops(site.as_of, walk).segments
    if len(segments) == 1:
        return _alone(walk, segments[0].count, _status_of(site, walk))
    told = [
        _first(walk, one.count, one.status) if place == 0 else _next(walk, one.count, one.status)
        for place, one in enumerate(segments)
    ]
    return f"Av {len(walk.stops)} stopp {and_list(told)}."


def no_stops(site: Site, walk: SafetyWalk) -> str:
    """Say why no stops are shown: the walk's own words, that it is still to come, or that they are unpublished."""
    if walk.stops_words:
        return walk.stops_words
    if is_to_come(site.as_of, walk):
        return site.own("Stoppen publiceras efter vandringen.")
    if is_unreported(site.as_of, walk) or walk.phase is WalkPhase.CANCELLED:
        return "Inga stopp är publicerade."
    return site.own("Vandringen flyttades." if walk.phase is WalkPhase.MOVED else UNPUBLISHED)


def _status_of(site: Site, walk: SafetyWalk) -> Status:
    return stop_standing(site.as_of, walk, walk.stops[0]).status


def _since(walk: SafetyWalk) -> str:
    since = waited_since(walk)
    return f" sedan {since}" if since else ""


def _alone(walk: SafetyWalk, number: int, status: Status) -> str:
    who = "Det enda stoppet" if number == 1 else f"Alla {number} stopp"
    form = status.neuter if number == 1 else status.plural
    said: dict[Status, str] = {
        StopStatus.ONGOING: "pågår",
        StopStatus.ANSWERED: "har fått svar",
        StopStatus.WAITING: f"väntar{_since(walk)}",
    }
    return f"{who} {said.get(status, f'är {form}')}."


def _first(walk: SafetyWalk, number: int, status: Status) -> str:
    form = status.neuter if number == 1 else status.plural
    said: dict[Status, str] = {
        StopStatus.ONGOING: f"pågår {number}",
        StopStatus.ANSWERED: f"har {number} fått svar",
        StopStatus.WAITING: f"väntar {number}{_since(walk)}",
    }
    return said.get(status, f"är {number} {form}")


def _next(walk: SafetyWalk, number: int, status: Status) -> str:
    form = status.neuter if number == 1 else status.plural
    said: dict[Status, str] = {
        StopStatus.ONGOING: f"{number} pågår",
        StopStatus.ANSWERED: f"{number} har fått svar",
        StopStatus.WAITING: f"{number} väntar{_since(walk)}",
    }
    return said.get(status, f"{number} är {form}")


def goal_sentence(site: Site, walk: SafetyWalk) -> str | None:
    """Say the municipality's own goals for stops and how many have waited longer; None without a goal or stops."""
    kommun = site.register.municipality.settings
    if not walk.stops or (kommun.answer_months is None and kommun.mended_months is None):
        return None
    stated = kommun.answer_goal_words or _goal_words(kommun.answer_months, kommun.mended_months)
    late = []
    if kommun.answer_months is not None:
        late.append(_unanswered(len(unanswered_past_goal(site.as_of, walk))))
    if kommun.mended_months is not None:
        late.append(_unmended(len(unmended_past_goal(site.as_of, walk))))
    return " ".join([f"Kommunens mål: {stated.removesuffix('.')}.", *late])


def _goal_words(answer: int | None, mended: int | None) -> str:
    parts = [
        f"svar inom {count(answer, 'månad', 'månader')}" if answer is not None else "",
        f"åtgärdat inom {count(mended, 'månad', 'månader')}" if mended is not None else "",
    ]
    return and_list(part for part in parts if part)


def _unanswered(number: int) -> str:
    if not number:
        return "Inget stopp väntar på svar efter den tiden."
    return f"{number} stopp väntar fortfarande på svar efter den tiden."


def _unmended(number: int) -> str:
    form = "klart" if number == 1 else "klara"
    return f"{number} stopp är inte {form} i tid." if number else "Tiden har inte gått ut för något stopp."
