"""The pages of safety walks: the list of all walks, and for each walk what became of every stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from loftet import addresses
from loftet.facts.progress import progress_of_stops, progress_of_walks
from loftet.facts.subjects import subject
from loftet.facts.walks import Walks, is_to_come, is_unreported
from loftet.model.dates import Precision
from loftet.model.walk import ParticipantGroup, SafetyWalk
from loftet.model.words import WalkPhase
from loftet.pages import marks, views
from loftet.pages.embeds import embedding
from loftet.pages.lines import Line
from loftet.pages.long_lists import LongLists, Shown
from loftet.pages.share_cards import share_of
from loftet.pages.site import Page, Site
from loftet.pages.stop_filters import StopChoices, stop_lines
from loftet.pages.walk_maps import all_walks_scene, map_figure, map_files, walk_picture, walk_scene
from loftet.pages.walk_stops import joint_answer_view, side_by_side, some_owner, stop_view
from loftet.pages.walk_words import NOT_WALKED, full_name, goal_sentence, summary, walk_name, walk_when
from loftet.wording import count, first_upper, soft_hyphens, weekday_date_text

_WITH_BAR = 6
"""Walks that get a bar of their own in the list, the newest; the older ones have one line each."""

_BESIDE_MAP = 100
"""Stops that stand in a list beside the map of all walks: it is the map's equal as long as a page can hold it."""

_GONE = {WalkPhase.CANCELLED: "ställdes in", WalkPhase.MOVED: "flyttades"}

_IN_JOIN = {"När", "Väg", "Målgrupper", "Möten", "Syfte"}
"""What the page of a walk to come has said before its facts."""

NO_SIGN_UP = "Hur man anmäler sig är inte angivet."


def walks(site: Site) -> Iterator[Page]:
    """Draw the list of all walks and a page for each walk."""
    known = Walks(site.as_of)
    yield from _overview(site, known)
    series = [(addresses.of(one), walk_name(one)) for one in known.by_date]
    for walk in known.by_date:
        yield _page(site, known, walk, series)


def _overview(site: Site, known: Walks) -> Iterator[Page]:
    here, title = addresses.WALKS, site.own("Trygghetsvandringar")
    long = LongLists(site, here, title)
    coming = [one for one in known.by_date if is_to_come(site.as_of, one)]
    others = [one for one in reversed(known.by_date) if not is_to_come(site.as_of, one)]
    progress = progress_of_walks(site.as_of, others)
    scene = all_walks_scene(site, here, others)
    chosen = StopChoices(site)
    body = site.render(
        "walks",
        here,
        title=soft_hyphens(title),
        coming=[_card(site, here, known, one) for one in coming],
        suggest=_suggest(site),
        progress=marks.bar_segments(progress),
        sentence=progress.sentence,
        figure=map_figure(scene, here),
        filters=chosen.views(here),
        stops=_beside_map(long, stop_lines(site, here, chosen.stops)),
        newest=[_card(site, here, known, one) for one in others[:_WITH_BAR]],
        older=long.first("aldre", "Äldre vandringar", [_line(site, here, one) for one in others[_WITH_BAR:]]),
    )
    text = f"{site.noun('vandring').counted(len(known.by_date))}: vad som sågs och vad som hände sedan."
    yield Page(
        here,
        title,
        body,
        description=text,
        search_text=text,
        menu=site.own("Vandringar"),
        files=map_files(scene),
    )
    yield from long.pages()


def _beside_map(long: LongLists, lines: Sequence[Line]) -> Shown:
    """Give the stops that a choice on the open map narrows with it; too many stand on pages of their own."""
    return long.first("lista", "Alla stopp", lines, len(lines) if len(lines) <= _BESIDE_MAP else 0)


def _suggest(site: Site) -> Markup | None:
    """Say where a walk can be suggested: at its own address, else with the first function that has a mailbox."""
    kommun, text = site.register.municipality, site.own("Föreslå en vandring")
    if kommun.suggest_walk_link:
        return views.link(kommun.suggest_walk_link, text)
    if kommun.suggest_walk_email:
        return Markup("{}: {}").format(text, _mailbox(kommun.suggest_walk_email))
    contact = next((one for one in kommun.contacts if one.email), None)
    if contact is None or contact.email is None:
        return None
    return Markup("{}: {} {}").format(text, contact.function.lower(), _mailbox(contact.email))


def _mailbox(address: str) -> Markup:
    return views.link(f"mailto:{address}", address)


def _card(site: Site, here: str, known: Walks, walk: SafetyWalk) -> dict[str, object]:
    progress = progress_of_stops(site.as_of, walk)
    return {
        "title": walk_name(walk),
        "href": site.link(here, addresses.of(walk)),
        "phase": _phase(site, walk),
        "place": views.areas(site, here, walk.areas, walk.place_words),
        "notices": _notices(site, here, known, walk),
        "join": _join(site, here, walk) if is_to_come(site.as_of, walk) else None,
        "progress": marks.bar_segments(progress) if walk.stops else None,
        "sentence": None if walk.phase in _GONE or is_unreported(site.as_of, walk) else summary(site, walk),
        "result": walk.result_words,
    }


def _line(site: Site, here: str, walk: SafetyWalk) -> dict[str, object]:
    return {
        "title": walk_name(walk),
        "href": site.link(here, addresses.of(walk)),
        "fact": summary(site, walk),
        "date": _phase(site, walk),
    }


def _phase(site: Site, walk: SafetyWalk) -> str:
    return "Skulle ha hållits" if is_unreported(site.as_of, walk) else first_upper(walk.phase.value)


def _notices(site: Site, here: str, known: Walks, walk: SafetyWalk) -> list[dict[str, object]]:
    """Give the banners of a walk that was called off or moved, of which nothing is known, or that another led to."""
    notices: list[dict[str, object]] = []
    if walk.phase in _GONE:
        successor = site.register.walks.get(walk.moved_to or "")
        notices.append(
            {
                "kind": "installd",
                "heading": site.own("Vandringen") + f" {_GONE[walk.phase]}",
                "text": f"Skäl: {walk.phase_reason or views.NOT_GIVEN}",
                "href": site.link(here, addresses.of(successor)) if successor else None,
                "link_text": f"Den här kom i stället: {walk_name(successor)}" if successor else None,
            }
        )
    if is_unreported(site.as_of, walk):
        passed = "Dagen" if walk.date and walk.date.precision is Precision.DAY else "Tiden"
        text = site.own("Inget är publicerat om att vandringen blev av eller vad som sågs.")
        notices.append({"kind": "saknas", "text": f"{passed} har gått. {text}"})
    for earlier in known.moved_here(walk):
        notices.append(
            {
                "kind": "upplysning",
                "text": site.own("Vandringen kom i stället för en som")
                + f" {_GONE.get(earlier.phase, 'flyttades')}.",
                "href": site.link(here, addresses.of(earlier)),
                "link_text": walk_name(earlier),
            }
        )
    return notices


def _join(site: Site, here: str, walk: SafetyWalk) -> list[tuple[str, object]]:
    """Give what somebody who wants to come needs: when, where, for whom, and how to say so."""
    exact = walk.date if walk.date and walk.date.first == walk.date.last else None
    clock = f", klockan {walk.time}" if walk.time else ""
    when = first_upper(weekday_date_text(exact.first)) + clock if exact else walk_when(walk)
    sign_up = views.link(walk.sign_up, "Anmäl dig") if walk.sign_up else _asked(site)
    file = site.link(here, addresses.calendar(walk)) if exact else None
    rows: list[tuple[str, object]] = [
        ("När", when),
        ("Kalender", views.link(file, "Lägg in dagen i din kalender") if file else None),
        ("Samling", list(walk.meetings_words)),
        ("Väg", walk.route_words),
        ("För vem", ", ".join(walk.target_groups)),
        ("Anmälan", sign_up),
    ]
    return [(term, value) for term, value in rows if value or term == "När"]


def _asked(site: Site) -> Markup | str:
    contact = next((one for one in site.register.municipality.contacts if one.email), None)
    if contact is None or contact.email is None:
        return NO_SIGN_UP
    return Markup("{} Fråga {}: {}").format(NO_SIGN_UP, contact.function.lower(), _mailbox(contact.email))


def _page(site: Site, known: Walks, walk: SafetyWalk, series: list[tuple[str, str]]) -> Page:
    here, name = addresses.of(walk), walk_name(walk)
    previous, following = views.neighbours(site, here, series)
    scene = walk_scene(site, here, walk)
    progress = progress_of_stops(site.as_of, walk)
    body = site.render(
        "walk",
        here,
        name=name,
        walk=walk,
        notices=_notices(site, here, known, walk),
        join=_join(site, here, walk) if is_to_come(site.as_of, walk) else None,
        progress=marks.bar_segments(progress),
        sentence=summary(site, walk),
        lead=_lead(site, walk),
        walked=walk.phase not in NOT_WALKED,
        goal=goal_sentence(site, walk),
        figure=map_figure(scene, here, walk_picture(site, walk)),
        owners_missing=not some_owner(walk),
        stops=[stop_view(site, here, known, walk, one) for one in walk.stops],
        answers=[joint_answer_view(site, here, walk, one) for one in walk.answers],
        measures=[marks.measure_item(site, here, one) for one in site.as_of.measures_of_walk(walk)],
        comparison=side_by_side(site, here, known, walk),
        others=[_line(site, here, one) for one in known.others_here(walk)],
        participants=[_group(site, here, one) for one in walk.participants],
        total=_total(walk),
        facts=_facts(site, here, walk),
        disagreements=views.differing(site, here, walk),
        sources=views.sources(site, here, walk),
        cite=views.cite(site, here, full_name(site, walk)),
        embedding=embedding(site, here, walk),
        previous=previous,
        following=following,
    )
    text = f"{full_name(site, walk)}. {summary(site, walk)}"
    return Page(
        here,
        name,
        body,
        description=text,
        search_text=_search_text(site, walk, text),
        source=site.file_of(walk),
        share=share_of(site, walk),
        files=map_files(scene),
    )


def _lead(site: Site, walk: SafetyWalk) -> str | None:
    """Give the sentence under the title: none where the bar or the banner says it, the purpose of a walk to come."""
    if walk.stops or walk.phase in _GONE:
        return None
    return (walk.purpose if is_to_come(site.as_of, walk) else None) or summary(site, walk)


def _search_text(site: Site, walk: SafetyWalk, text: str) -> str:
    areas = [site.register.areas[id].name for id in walk.areas if id in site.register.areas]
    return " ".join([text, *areas, walk.place_words or "", *dict.fromkeys(one.place for one in walk.stops)])


def _group(site: Site, here: str, group: ParticipantGroup) -> Markup:
    """Give a group of those who walked, with its number as told."""
    party = site.register.parties.get(group.party or "")
    name = views.record_link(site, here, party, group.who) if party else Markup("{}").format(group.who)
    number = group.count_words or (str(group.count) if group.count is not None else None)
    return Markup("{}: {}").format(name, number) if number else name


def _total(walk: SafetyWalk) -> str | None:
    """Say how many walked in all, as told: in numbers, in words, or both."""
    parts = [
        count(walk.women, "kvinna", "kvinnor") if walk.women is not None else "",
        count(walk.men, "man", "män") if walk.men is not None else "",
    ]
    known = " och ".join(part for part in parts if part)
    number = count(walk.total, "person", "personer") if walk.total is not None else ""
    counted = f"{number}, varav {known}" if number and known else number or known
    own = walk.participants_words or ""
    told = {str(one) for one in (walk.total, walk.women, walk.men) if one is not None}
    if told <= set(own.replace(",", " ").split()):
        return own or None
    return f"{counted} ({own})" if own else counted


def _facts(site: Site, here: str, walk: SafetyWalk) -> list[tuple[str, object]]:
    protocol = views.link(walk.protocol, "Läs protokollet") if walk.protocol else None
    rows: list[tuple[str, object]] = [
        ("När", walk_when(walk)),
        ("Skede", walk.phase.value),
        ("Ljus", walk.light.value if walk.light else None),
        ("Plats", views.areas(site, here, walk.areas, walk.place_words)),
        ("Väg", walk.route_words),
        ("Vem som valde vägen", walk.route_chosen),
        ("Syfte", walk.purpose),
        ("Målgrupper", ", ".join(walk.target_groups)),
        ("Sammankallande", ", ".join(walk.convenor)),
        ("Arrangör", views.parties(site, here, walk.organiser)),
        ("Hör till", _within(site, here, walk)),
        ("Underlag till", _led_to(site, here, walk)),
        ("Möten", _meetings(site, here, walk)),
        ("Protokoll", protocol),
        ("Sekretess", views.judged(walk.secrecy)),
    ]
    walked = walk.phase not in NOT_WALKED
    wanted = {"När", "Plats", "Sammankallande", "Protokoll"} if walked else {"När", "Plats"}
    told = _IN_JOIN if is_to_come(site.as_of, walk) else set()
    return [(term, value) for term, value in rows if (value or term in wanted) and term not in told]


def _within(site: Site, here: str, walk: SafetyWalk) -> Markup | None:
    about = subject(site.register, walk.within) if walk.within else None
    pair = site.register.commitment(about.key) if about else None
    if pair:
        there = addresses.commitment(pair[0].id, pair[1].id)
        return Markup("{}: {}").format(pair[0].title, views.link(site.link(here, there), pair[1].text))
    promise = site.register.promises.get(about.key) if about else None
    return views.record_link(site, here, promise, promise.title) if promise else None


def _led_to(site: Site, here: str, walk: SafetyWalk) -> Markup | None:
    promises = [one for one in site.register.promises.values() if walk.id in one.arrived_by]
    return views.listed([views.record_link(site, here, one, one.title) for one in promises])


def _meetings(site: Site, here: str, walk: SafetyWalk) -> Sequence[Markup | str]:
    known = [site.register.meetings[id] for id in walk.meetings if id in site.register.meetings]
    named = [views.record_link(site, here, one, views.meeting_title(site, one)) for one in known]
    return [*named, *walk.meetings_words]
