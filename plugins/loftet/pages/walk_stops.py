"""The stops of a walk as its page shows them: what was seen, what became of it, and the same place on other walks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from loftet import addresses
from loftet.facts.progress import progress_of_measures
from loftet.facts.status import measure_standing
from loftet.facts.stops import StopStanding, joint_answers, stop_standing
from loftet.facts.waiting import answer_goal, is_past_promise, mending_goal
from loftet.facts.walks import Seen, Walks
from loftet.model.dates import FuzzyDate
from loftet.model.promise import Measure
from loftet.model.statuses import StopStatus
from loftet.model.walk import JointAnswer, Observation, SafetyWalk
from loftet.model.words.follow_ups import Reason
from loftet.model.words.places import PlacePrecision
from loftet.model.words.walks import ObservationKind
from loftet.pages import events, marks, views
from loftet.pages.measures import deadline_words
from loftet.pages.site import Site
from loftet.pages.walk_words import stop_title, stop_word, walk_name
from loftet.wording import and_list, date_text, ended, first_upper, fold, when_text

_ROUGHLY = {
    PlacePrecision.STREET: "Ungefär utsatt på kartan: gatan är känd.",
    PlacePrecision.AREA: "Ungefär utsatt på kartan: området är känt.",
}
_MOST_WALKS = 6
"""Walks side by side at most, the newest: more do not fit beside each other."""


def stop_view(site: Site, here: str, walks: Walks, walk: SafetyWalk, stop: Observation) -> dict[str, object]:
    """Give a stop as the `stop` component takes it, with what the `outcome` component says of it."""
    standing = stop_standing(site.as_of, walk, stop)
    status = standing.status
    return {
        "id": addresses.stop_anchor(stop) or None,
        "title": stop_title(walk, stop),
        "status": {"word": stop_word(walk, standing), "shape": status.shape, "tone": status.tone},
        "seen": _lines(stop.seen),
        "outcome": _outcome(site, here, walk, stop, standing),
        "rows": list(_rows(site, here, walks, walk, stop)),
        "photo": events.photo(site, here, stop.image, stop.image_alt, stop.image_approved),
    }


def _lines(texts: tuple[str, ...]) -> Markup | str | None:
    if len(texts) < 2:
        return texts[0] if texts else None
    return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(one) for one in texts))


def _outcome(
    site: Site, here: str, walk: SafetyWalk, stop: Observation, standing: StopStanding
) -> dict[str, object]:
    answers = [_own_answer(stop)] if stop.answer else []
    answers += [_joint_answer(one) for one in joint_answers(walk, stop)]
    return {
        "sentences": list(_sentences(site, walk, stop, standing)),
        "measures": [measure_view(site, here, one) for one in standing.measures],
        "answers": answers,
    }


def _sentences(site: Site, walk: SafetyWalk, stop: Observation, standing: StopStanding) -> Iterator[str]:
    if stop.mended:
        yield stop.mended
    if standing.status is StopStatus.PARTLY:
        yield progress_of_measures(site.as_of, standing.measures).sentence
    if standing.status is StopStatus.POSITIVE:
        yield "De som gick lyfte fram det här som bra."
    if standing.status is StopStatus.WAITING:
        yield site.own(_unanswered(walk))
    answer, mending = answer_goal(site.as_of, walk, stop), mending_goal(site.as_of, walk, stop)
    if answer and answer.passed:
        yield f"Kommunens egen tid för svar gick ut {date_text(answer.due)}."
    if mending and mending.passed:
        yield f"Kommunens egen tid för att bli klar gick ut {date_text(mending.due)}."
    if is_past_promise(site.as_of, walk, stop):
        yield "Den tid som protokollet lovade har gått."


def _unanswered(walk: SafetyWalk) -> str:
    """Say that a stop has no answer, and no more than is known where answers name no stop that they are for."""
    if all(any(one in joint_answers(walk, stop) for stop in walk.stops) for one in walk.answers):
        return "Varken åtgärd eller svar är publicerat."
    return (
        "Inget eget svar är publicerat. Efter listan står svar där källan inte säger vilka stopp de gäller."
    )


def measure_view(site: Site, here: str, measure: Measure) -> dict[str, object]:
    """Give a measure as the `outcome` component takes it: status today, who, when, and what was last said."""
    standing = measure_standing(site.as_of, measure)
    names = [site.register.parties[id].name for id in measure.responsible if id in site.register.parties]
    who = and_list([*names, *([measure.responsible_words] if measure.responsible_words else [])])
    due = deadline_words(measure, standing)
    told = site.as_of.said_of_measure(measure)
    return {
        "mark": marks.measure_mark(site, standing),
        "title": measure.title,
        "href": site.link(here, addresses.of(measure)),
        "terms": " ".join(
            part
            for part in (f"Ansvarig: {who}." if who else "", f"Klart senast {due}." if due else "")
            if part
        ),
        "said": f"{date_text(told[-1].date)}: {events.said_text(told[-1])}" if told else None,
    }


def _own_answer(stop: Observation) -> dict[str, object]:
    return {"text": stop.answer, "by": _said_by("Svar", stop.answered_by, stop.answered, stop.reason)}


def _joint_answer(answer: JointAnswer) -> dict[str, object]:
    covers = f"Samlat svar för {_covered(answer)}"
    return {"text": answer.text, "by": _said_by(covers, answer.answered_by, answer.answered, answer.reason)}


def _covered(answer: JointAnswer) -> str:
    if answer.stops:
        return f"stopp {and_list(answer.stops)}"
    return f"allt om {answer.category}" if answer.category else "flera stopp"


def _said_by(what: str, who: str | None, when: FuzzyDate | None, reason: Reason | None) -> str:
    given = f" från {who}" if who else ""
    day = f", {when_text(when)}" if when else ""
    unknown = "" if who else " Vem som svarade är inte angivet."
    return f"{what}{given}{day}.{unknown}" + (f" Skäl: {reason.value}." if reason else "")


def _rows(
    site: Site, here: str, walks: Walks, walk: SafetyWalk, stop: Observation
) -> Iterator[tuple[str, object]]:
    due = when_text(stop.due) if stop.due else None
    rows: tuple[tuple[str, object], ...] = (
        ("Förslag", stop.proposal),
        ("Utlovad tid", " – ".join(part for part in (due, stop.due_words) if part)),
        ("Om stoppet", Markup(" ").join(_about(site, here, walk, stop))),
        (site.own("Andra vandringar"), _elsewhere(site, here, walks.same_place(walk, stop))),
    )
    for term, value in rows:
        if value:
            yield term, value


def _about(site: Site, here: str, walk: SafetyWalk, stop: Observation) -> Iterator[Markup]:
    """Say in short sentences who owns the place, what the stop is about, who said it, and how well it is placed."""
    owned = views.parties(site, here, [stop.owner] if stop.owner else [], stop.owner_words)
    areas = views.areas(site, here, stop.areas)
    if owned:
        yield Markup("Platsen ägs av {}.").format(owned)
    elif stop.kind is not ObservationKind.POSITIVE and some_owner(walk):
        yield Markup("Vem som äger platsen är inte angivet.")
    plain = (
        _kind(stop),
        f"Sagt av {stop.said_by}." if stop.said_by else "",
        f"Prioritet: {stop.priority}." if stop.priority else "",
        _on_map(site, walk, stop),
        views.judged(stop.secrecy),
    )
    yield from (escape(one) for one in plain if one)
    if areas:
        yield Markup("{}: {}.").format(first_upper(site.noun("område").singular), areas)


def some_owner(walk: SafetyWalk) -> bool:
    """Tell whether the owner of any stop is stated; where none is, that is said once for the whole list."""
    return any(stop.owner or stop.owner_words for stop in walk.stops)


def _kind(stop: Observation) -> str:
    about = and_list(stop.categories)
    if stop.kind is None or stop.kind is ObservationKind.POSITIVE:
        return f"Gäller {about}." if about else ""
    return f"{first_upper(stop.kind.value)}: {about}." if about else f"{first_upper(stop.kind.value)}."


def _on_map(site: Site, walk: SafetyWalk, stop: Observation) -> str:
    if stop.at_home:
        return views.at_home(on_map=stop.position is not None)
    if stop.position is None:
        return "Inte utsatt på kartan." if any(one.position for one in walk.stops) else ""
    return site.own(_ROUGHLY.get(stop.position.precision, ""))


def _elsewhere(site: Site, here: str, found: tuple[Seen, ...]) -> Markup | None:
    return views.listed([_link_to(site, here, walk, stop) for walk, stop in found[-_MOST_WALKS:]])


def _link_to(site: Site, here: str, walk: SafetyWalk, stop: Observation) -> Markup:
    when = when_text(walk.date) if walk.date else walk_name(walk)
    word = stop_word(walk, stop_standing(site.as_of, walk, stop))
    return views.link(site.link(here, addresses.stop(walk, stop)), f"{when}: {word}")


def joint_answer_view(site: Site, here: str, walk: SafetyWalk, answer: JointAnswer) -> dict[str, object]:
    """Give an answer that covers several stops, with links to those that it reaches."""
    covered = [stop for stop in walk.stops if answer in joint_answers(walk, stop)]
    called = site.own("stopp")
    links = [
        views.link(
            site.link(here, addresses.stop(walk, stop)),
            f"{called} {stop.number}" if stop.number else stop.place,
        )
        for stop in covered
    ]
    return {
        "about": first_upper(answer.category or _covered(answer)),
        "text": answer.text,
        "by": _said_by("Svar", answer.answered_by, answer.answered, answer.reason),
        "due": answer.due_words,
        "judged": views.judged(answer.secrecy),
        "stops": views.listed(links),
    }


def side_by_side(site: Site, here: str, walks: Walks, walk: SafetyWalk) -> dict[str, object] | None:
    """Give the places that other walks have stopped at too, as a table with a column for each walk, oldest first.

    None when no place comes back.
    """
    again: dict[str, list[Seen]] = {}
    for stop in walk.stops:
        elsewhere = walks.same_place(walk, stop)
        if elsewhere:
            again.setdefault(fold(stop.place), [*elsewhere]).append((walk, stop))
    if not again:
        return None
    met = {one.id for seen in again.values() for one, _ in seen}
    columns = [one for one in walks.by_date if one.id in met][-_MOST_WALKS:]
    return {
        "columns": ["Plats", *(_column(one) for one in columns)],
        "rows": [
            [seen[-1][1].place, *(_cell(site, here, one, seen) for one in columns)] for seen in again.values()
        ],
    }


def _column(walk: SafetyWalk) -> str:
    return when_text(walk.date) if walk.date else walk_name(walk)


def _cell(site: Site, here: str, walk: SafetyWalk, seen: Iterable[Seen]) -> Markup:
    told = [
        Markup("<span>{} {}</span>").format(
            " ".join(map(ended, stop.seen)), _status_link(site, here, one, stop)
        )
        for one, stop in seen
        if one.id == walk.id
    ]
    return Markup(" ").join(told) if told else escape(site.own("inte på vandringen"))


def _status_link(site: Site, here: str, walk: SafetyWalk, stop: Observation) -> Markup:
    word = stop_word(walk, stop_standing(site.as_of, walk, stop))
    return views.link(site.link(here, addresses.stop(walk, stop)), first_upper(word))
