"""The pages of safety walks: the list of all walks, and for each walk what became of every stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from loftet import addresses
from loftet.facts.progress import progress_of_stops
from loftet.facts.subjects import subject
from loftet.facts.walks import Walks, is_to_come
from loftet.model.walk import ParticipantGroup, SafetyWalk
from loftet.pages import marks, views
from loftet.pages.embeds import embedding
from loftet.pages.long_lists import LongLists
from loftet.pages.share_cards import share_of
from loftet.pages.site import Page, Site
from loftet.pages.walk_list import walk_list
from loftet.pages.walk_maps import map_figure, map_files, walk_picture, walk_scene
from loftet.pages.walk_stops import joint_answer_view, side_by_side, some_owner, stop_view
from loftet.pages.walk_views import GONE, join_rows, walk_line, walk_notices
from loftet.pages.walk_words import full_name, goal_sentence, summary, walk_name, walk_when
from loftet.wording import count

_IN_JOIN = {"När", "Väg", "Målgrupper", "Möten", "Syfte"}
"""What the page of a walk to come has said before its facts."""


def walks(site: Site) -> Iterator[Page]:
    """Draw the list of all walks and a page for each walk."""
    known = Walks(site.as_of)
    yield from walk_list(site, known)
    series = [(addresses.of(one), walk_name(one)) for one in known.by_date]
    for walk in known.by_date:
        yield from _pages(site, known, walk, series)


def _pages(site: Site, known: Walks, walk: SafetyWalk, series: list[tuple[str, str]]) -> Iterator[Page]:
    here, name = addresses.of(walk), walk_name(walk)
    long = LongLists(site, here, name)
    tied = [marks.measure_item(site, here, one) for one in site.as_of.measures_of_walk(walk)]
    others = [walk_line(site, here, one) for one in known.others_here(walk)]
    previous, following = views.neighbours(site, here, series)
    scene = walk_scene(site, here, walk)
    progress = progress_of_stops(site.as_of, walk)
    body = site.render(
        "walk",
        here,
        name=name,
        walk=walk,
        notices=walk_notices(site, here, known, walk),
        join=join_rows(site, here, walk) if is_to_come(site.as_of, walk) else None,
        progress=marks.bar_segments(progress),
        sentence=summary(site, walk),
        lead=_lead(site, walk),
        walked=walk.phase.walked,
        goal=goal_sentence(site, walk),
        figure=map_figure(scene, here, walk_picture(site, walk)),
        owners_missing=not some_owner(walk),
        stops=[stop_view(site, here, known, walk, one) for one in walk.stops],
        answers=[joint_answer_view(site, here, walk, one) for one in walk.answers],
        measures=long.first("atgarder", "Åtgärder ur vandringen", tied),
        comparison=side_by_side(site, here, known, walk),
        others=long.first("har", "Andra vandringar här", others),
        participants=[_group(site, here, one) for one in walk.participants],
        total=_total(walk),
        facts=_facts(site, long, walk),
        disagreements=views.differing(site, here, walk),
        sources=views.sources(site, here, walk),
        cite=views.cite(site, here, full_name(site, walk)),
        embedding=embedding(site, here, walk),
        previous=previous,
        following=following,
    )
    text = f"{full_name(site, walk)}. {summary(site, walk)}"
    yield Page(
        here,
        name,
        body,
        description=text,
        search_text=_search_text(site, walk, text),
        source=site.file_of(walk),
        share=share_of(site, walk),
        files=map_files(scene),
    )
    yield from long.pages()


def _lead(site: Site, walk: SafetyWalk) -> str | None:
    """Give the sentence under the title: none where the bar or the banner says it, the purpose of a walk to come."""
    if walk.stops or walk.phase in GONE:
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


def _facts(site: Site, long: LongLists, walk: SafetyWalk) -> list[tuple[str, object]]:
    here = long.address
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
        ("Underlag till", _led_to(site, long, walk)),
        ("Möten", _meetings(site, here, walk)),
        ("Protokoll", protocol),
        ("Sekretess", views.judged(walk.secrecy)),
    ]
    walked = walk.phase.walked
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


def _led_to(site: Site, long: LongLists, walk: SafetyWalk) -> Sequence[Markup] | Markup | None:
    promises = [one for one in site.register.promises.values() if walk.id in one.arrived_by]
    named = long.named("underlag", "Underlag till", promises)
    return named if len(promises) > len(named) else views.listed(named)


def _meetings(site: Site, here: str, walk: SafetyWalk) -> Sequence[Markup | str]:
    known = [site.register.meetings[id] for id in walk.meetings if id in site.register.meetings]
    named = [views.record_link(site, here, one, views.meeting_title(site, one)) for one in known]
    return [*named, *walk.meetings_words]
