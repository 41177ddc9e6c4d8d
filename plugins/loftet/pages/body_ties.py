"""How bodies hang together: who reports to whom and where a question goes, as a picture and as an equal list."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from loftet.charts.ties import NamedBox, Tie, tied_boxes
from loftet.model.base import Entity
from loftet.model.organisation import Body
from loftet.pages import views
from loftet.pages.lines import Line, line
from loftet.pages.long_lists import LongLists
from loftet.pages.paging import MOST
from loftet.pages.site import Site
from loftet.wording import first_upper

_REPORTS = "En hel linje går till den som gruppen rapporterar till."
_LIFTS = " En streckad linje går till den som får frågan när gruppen inte är enig."
_DRAWN = 24
"""Bodies and parties that are drawn in one picture; of more the lines between them cannot be told apart."""

_SAME = "Listan under bilden säger samma sak."


def body_ties(long: LongLists, bodies: Sequence[Body]) -> dict[str, object] | None:
    """Give picture and list of how bodies hang together, in the order given; None where no tie is stated.

    A party that bodies report to stands among the boxes, after the bodies. Of many bodies there is no picture.
    """
    site = long.site
    parties = [
        one for one in site.register.parties.values() if any(one.id in body.reports_to for body in bodies)
    ]
    ends: list[Entity] = [*bodies, *parties]
    place = {(type(one), one.id): number for number, one in enumerate(ends)}
    told = [(body, other, dashed) for body in bodies for other, dashed in _turns_to(site, body)]
    if not told:
        return None
    ties = [
        Tie(place[type(body), body.id], place[type(other), other.id], dashed) for body, other, dashed in told
    ]
    title = site.own("Så hör grupperna ihop")
    drawn = len(ends) <= _DRAWN
    shown = long.first("sa-hor-de-ihop", title, [_whole(site, long.address, *one) for one in told], MOST)
    return {
        "svg": tied_boxes("gruppernas-ordning", title, _SAME, _boxes(site, bodies, parties), ties)
        if drawn
        else None,
        "lines": [_line(site, long.address, *one) for one in told[: len(shown.lines)]],
        "rest": shown.rest,
        "key": site.own(_REPORTS + (_LIFTS if any(dashed for *_, dashed in told) else "")),
    }


def _whole(site: Site, here: str, body: Body, other: Entity, dashed: bool) -> Line:
    return line(site, here, body, f"{_verb(dashed)} {views.title_of(site, other)}")


def _verb(dashed: bool) -> str:
    return "lyfter frågor till" if dashed else "rapporterar till"


def _turns_to(site: Site, body: Body) -> list[tuple[Entity, bool]]:
    bodies, parties = site.register.bodies, site.register.parties
    reports: list[tuple[Entity, bool]] = []
    for id in body.reports_to:
        found = bodies.get(id) or parties.get(id)
        if found:
            reports.append((found, False))
    lifts = bodies.get(body.escalates_to or "")
    return [*reports, *([(lifts, True)] if lifts else [])]


def _boxes(site: Site, bodies: Sequence[Body], parties: Sequence[Entity]) -> list[NamedBox]:
    boxes: list[NamedBox] = []
    before: str | None = None
    for body in bodies:
        level = f"{first_upper(body.level.value)} nivå" if body.level else "Nivån är inte angiven"
        boxes.append(NamedBox(body.name, level if level != before else ""))
        before = level
    for number, party in enumerate(parties):
        heading = site.own("Andra som får rapporter") if number == 0 else ""
        boxes.append(NamedBox(views.title_of(site, party), heading))
    return boxes


def _line(site: Site, here: str, body: Body, other: Entity, dashed: bool) -> Markup:
    own, receiver = (views.record_link(site, here, one, views.title_of(site, one)) for one in (body, other))
    return Markup("{} {} {}").format(own, _verb(dashed), receiver)
