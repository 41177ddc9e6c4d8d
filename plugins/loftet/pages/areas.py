"""The pages of areas, *Där du bor*: what is promised here and how it goes, what was seen here on walks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from loftet import addresses
from loftet.facts.lifecycle import life_stage
from loftet.facts.progress import Progress, progress_of_seen
from loftet.facts.stops import stop_standing
from loftet.facts.walks import Walks
from loftet.model.knowledge import Indicator
from loftet.model.place import Area
from loftet.model.promise import Measure, Promise
from loftet.model.statuses import Lifecycle, StopStatus
from loftet.model.walk import Observation, SafetyWalk
from loftet.model.words.places import AreaType
from loftet.pages import marks, views
from loftet.pages.alphabet import swedish_key
from loftet.pages.area_maps import area_scene
from loftet.pages.branches import Branch, bounded
from loftet.pages.following import ways_to_follow
from loftet.pages.lines import Line, dialogue_when, indicator_line, line, promise_line, stop_line, walk_line
from loftet.pages.long_lists import FIRST, LongLists
from loftet.pages.records import Sheet, record_page, stated
from loftet.pages.site import Page, Site
from loftet.pages.tallies import Pair, all_pairs, tally_of_commitments, tally_of_measures
from loftet.pages.trees import Node, above_of, forest, ids_of, within
from loftet.pages.walk_maps import map_figure, map_files
from loftet.wording import and_list, count

_FOR_FIGURES = (
    AreaType.DESO,
    AreaType.REGSO,
    AreaType.LOCAL_POLICE,
    AreaType.POLICE_AREA,
    AreaType.POLICE_REGION,
    AreaType.COUNTY,
    AreaType.COUNTRY,
)
"""Areas that figures are published for, where nobody says that she lives."""

_OPEN = (StopStatus.WAITING, StopStatus.ONGOING, StopStatus.PLANNED, StopStatus.PARTLY)
"""What still asks for something, in the order in which it is shown."""

Stop = tuple[SafetyWalk, Observation]


@dataclass(frozen=True)
class Here:
    """What belongs to an area: what names it, or an area in it."""

    area: Area
    ids: frozenset[str]
    commitments: Sequence[Pair]
    measures: Sequence[Measure]
    stops: Sequence[Stop]
    walks: Sequence[SafetyWalk]

    def words(self, site: Site) -> str:
        """Say how much there is: ”3 åtaganden, 5 åtgärder och 2 vandringar”."""
        counted = (
            (len(self.commitments), "åtagande"),
            (len(self.measures), "åtgärd"),
            (sum(one.phase.walked for one in self.walks), "vandring"),
        )
        told = [site.noun(name).counted(number) for number, name in counted if number]
        stops = len(self.stops)
        return and_list([*told, *([count(stops, "stopp", "stopp")] if stops else [])])


def areas(site: Site) -> Iterator[Page]:
    """Draw *Där du bor*, a nested list of areas, and a page for each area."""
    ordered = sorted(site.register.areas.values(), key=lambda one: swedish_key(one.name))
    trees = forest(ordered, lambda one: [one.part_of] if one.part_of else [])
    found = {one.id: _here(site, one, trees) for one in ordered}
    yield from _overview(site, trees, found)
    for area in ordered:
        yield from _pages(site, found[area.id], ordered)


def _here(site: Site, area: Area, trees: Sequence[Node[Area]]) -> Here:
    node = within(trees, area.id)
    ids = ids_of(node) if node else frozenset({area.id})
    stops = [
        (walk, stop) for walk in Walks(site.as_of).by_date for stop in walk.stops if _lies_in(ids, walk, stop)
    ]
    walked = {walk.id for walk, _ in stops}
    return Here(
        area,
        ids,
        [pair for pair in all_pairs(site) if ids & set(pair[1].areas or pair[0].areas)],
        [one for one in site.register.measures.values() if ids & set(one.area)],
        stops,
        [one for one in Walks(site.as_of).by_date if one.id in walked or ids & set(one.areas)],
    )


def _lies_in(ids: frozenset[str], walk: SafetyWalk, stop: Observation) -> bool:
    """Tell whether a stop lies in one of some areas: by its own, else by the only area of its walk."""
    return bool(ids & set(stop.areas or (walk.areas if len(walk.areas) == 1 else ())))


def _overview(site: Site, trees: Sequence[Node[Area]], found: dict[str, Here]) -> Iterator[Page]:
    here = addresses.AREAS
    long = LongLists(site, here, "Där du bor")
    places = [node for node in trees if node.record.type not in _FOR_FIGURES]
    wider = [node for node in trees if node.record.type in _FOR_FIGURES]
    body = site.render(
        "areas",
        here,
        places=bounded(long, "valj", "Välj område", [_branch(site, here, one, found) for one in places]),
        wider=bounded(
            long, "storre", "Områden som siffror gäller", [_branch(site, here, one, found) for one in wider]
        ),
    )
    text = site.own(
        "Välj var du bor och se vad som är lovat där, hur det går och vad som sågs på vandringarna."
    )
    yield Page(here, "Där du bor", body, description=text, menu="Där du bor")
    yield from long.pages()


def _branch(site: Site, here: str, node: Node[Area], found: dict[str, Here]) -> Branch:
    area = node.record
    under = tuple(_branch(site, here, one, found) for one in node.under)
    return Branch(area.name, site.link(here, addresses.of(area)), found[area.id].words(site), under)


def _pages(site: Site, found: Here, series: Sequence[Area]) -> Iterator[Page]:
    area = found.area
    here = addresses.of(area)
    long = LongLists(site, here, area.name)
    progress = progress_of_seen(site.as_of, found.stops)
    still_open, others = _by_status(site, found.stops)
    scene = area_scene(site, here, area, found.walks, partial(_lies_in, found.ids))
    parts: dict[str, object] = {
        "commitments": tally_of_commitments(site, here, found.commitments).shown(
            long, "ataganden", "Det här är lovat här"
        ),
        "wider": long.first(
            "storre-loften", "Löften som gäller även här", _wider_promises(site, here, found)
        ),
        "measures": tally_of_measures(site, here, found.measures).shown(long, "atgarder", "Det här görs här"),
        "figure": map_figure(scene, here),
        "open_stops": long.first(
            "inte-klara", "Stopp som inte är klara ännu", [stop_line(site, here, *one) for one in still_open]
        ),
        "other_stops": long.first(
            "ovriga-stopp",
            "Åtgärdat, fått svar eller positivt",
            [stop_line(site, here, *one) for one in others],
            FIRST if len(others) <= FIRST + 1 else 0,
        ),
        "other_count": len(others),
        "stops_progress": marks.bar_segments(progress),
        "stops_sentence": _stops_sentence(site, progress, found),
        "walks": long.first(
            "vandringar", "Vandringar här", [walk_line(site, here, one) for one in reversed(found.walks)]
        ),
        "dialogues": long.first("dialoger", "Dialoger här", _dialogues(site, here, found)),
        "conclusions": long.first(
            "lagesbilder", "Så står det i lägesbilderna", _conclusions(site, here, found)
        ),
        "figures": long.first("siffror", "Siffror för området", _figures(site, here, area)),
        "wider_figures": long.first(
            "storre-siffror", "Siffror som gäller ett större område", _wider_figures(site, here, area)
        ),
        "follow": ways_to_follow(site, here, area),
    }
    description = (
        f"{area.name}: {found.words(site) or site.own('inget löfte eller stopp nämner området ännu')}."
    )
    sheet = Sheet(area, area.text, _facts(site, long, area), parts, description, description)
    yield replace(record_page(site, "area", sheet, series), files=map_files(scene))
    yield from long.pages()


def _stops_sentence(site: Site, progress: Progress[Stop], found: Here) -> str:
    walks = len({walk.id for walk, _ in found.stops})
    return f"{progress.sentence[:-1]}. Från {site.noun('vandring').counted(walks)}."


def _by_status(site: Site, stops: Sequence[Stop]) -> tuple[list[Stop], list[Stop]]:
    """Give the stops that still ask for something, what waits first, and the others; the newest walk first."""
    newest = list(reversed(stops))
    shown = [(one, stop_standing(site.as_of, *one).status) for one in newest]
    still_open = [one for status in _OPEN for one, said in shown if said is status]
    return still_open, [one for one, said in shown if said not in _OPEN]


def _above(site: Site, area: Area) -> list[Area]:
    return above_of(site.register.areas, area.id, lambda one: one.part_of)


def _facts(site: Site, long: LongLists, area: Area) -> list[tuple[str, object]]:
    above = _above(site, area)[:1]
    inside = [one for one in site.register.areas.values() if one.part_of == area.id]
    inside.sort(key=lambda one: swedish_key(one.name))
    return stated(
        [
            ("Slag av område", site.own(area.type.value)),
            ("Ingår i", [views.record_link(site, long.address, one, one.name) for one in above]),
            ("Här ingår", long.named("har-ingar", "Här ingår", inside)),
            ("Kod", area.code),
            ("Indelning", area.division_year),
        ]
    )


def _wider_promises(site: Site, here: str, found: Here) -> list[Line]:
    """Give the promises in force that hold for a larger area, or name none, and so hold here too."""
    above = _above(site, found.area)
    shown = {(promise.id, own.id) for promise, own in found.commitments}
    lines = []
    for promise in site.register.promises.values():
        wider = and_list(one.name for one in above if one.id in promise.areas)
        if (wider or not promise.areas) and _holds_besides(site, promise, shown):
            where = (
                f"Gäller {wider}." if wider else site.own("Löftet säger inte vilket område löftet gäller.")
            )
            lines.append(promise_line(site, here, promise, where))
    return lines


def _holds_besides(site: Site, promise: Promise, shown: set[tuple[str, str]]) -> bool:
    """Tell whether a promise in force promises something without an area of its own that is not shown already."""
    if life_stage(site.as_of, promise).stage not in (Lifecycle.IN_FORCE, Lifecycle.EXTENDED):
        return False
    wide = [own for own in promise.commitments if not own.areas and (promise.id, own.id) not in shown]
    return bool(wide) or not promise.commitments


def _dialogues(site: Site, here: str, found: Here) -> list[Line]:
    return [
        line(site, here, one, site.own(one.form.value) if one.form else None, dialogue_when(one))
        for one in site.register.dialogues.values()
        if found.ids & set(one.areas)
    ]


def _conclusions(site: Site, here: str, found: Here) -> list[Line]:
    return [
        {**line(site, here, report, None, report.title), "title": conclusion.text}
        for report in site.register.situation_reports.values()
        for conclusion in report.conclusions
        if found.ids & set(conclusion.area)
    ]


def _has_values(indicator: Indicator, area: Area) -> bool:
    return area.id in {one.area or indicator.area for one in indicator.values}


def _figures(site: Site, here: str, area: Area) -> list[Line]:
    told = [one for one in site.register.indicators.values() if _has_values(one, area)]
    return [indicator_line(site, here, one, area.id) for one in told]


def _wider_figures(site: Site, here: str, area: Area) -> list[Line]:
    """Give the indicators that hold for a larger area and not for this one: named so (rule 9)."""
    return [
        {**indicator_line(site, here, one, wider.id), "fact": f"Gäller {wider.name}"}
        for one in site.register.indicators.values()
        if not _has_values(one, area)
        for wider in _above(site, area)
        if _has_values(one, wider)
    ]
