"""*Så arbetar vi*: the municipality's own steps, what stands in each, and where each promise stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup, escape

from loftet import addresses
from loftet.facts.process import KINDS_OF, Link, chain
from loftet.model.base import Entity
from loftet.model.place import Step
from loftet.model.promise import Promise
from loftet.model.register import KIND_BY_NAME
from loftet.model.words.organisation import ProcessStep
from loftet.pages import views
from loftet.pages.paging import in_parts, part_links
from loftet.pages.promise_life import in_order
from loftet.pages.site import Page, Site
from loftet.wording import and_list, count, first_upper, genitive

TITLE = "Så arbetar vi"
MOST = 4
"""How many records a promise's step names before it only counts the rest."""

_PROMISES = 4
"""Promises that are set beside the steps on one page, the newest first; the older ones stand on pages of their own."""

_GOVERNING = ("dokument", "grupp", "mote")
"""Kinds that no step holds: what the work rests on, and who decides."""
MOST_GOVERNING = 12
"""How many of each of those are named before a link leads to all of them."""

_MISSING = {
    ProcessStep.MAPPING: "Saknas. Ingen lägesbild, dialog eller vandring är knuten till löftet.",
    ProcessStep.ANALYSIS: "Saknas. Ingen orsaksanalys är knuten till löftet.",
    ProcessStep.PRIORITISING: "Saknas. Inget fokusområde och inget beslut är knutet till löftet.",
    ProcessStep.ACTION: "Löftet finns, men ingen åtgärd är publicerad.",
    ProcessStep.FOLLOW_UP: "Saknas. Ingen uppföljning är publicerad.",
    ProcessStep.FEEDBACK: "Saknas. Ingen årlig uppföljning och inget svar efter en dialog är publicerat.",
}


def process(site: Site) -> Iterator[Page]:
    """Draw the page of the process."""
    here = addresses.PROCESS
    own = site.register.municipality.process
    first, *others = in_parts(here, in_order(site), _PROMISES, _PROMISES)
    lead = _lead(site, bool(own))
    body = site.render(
        "process",
        here,
        title=TITLE,
        lead=lead,
        methods=_methods(site, own),
        without=site.own(
            and_list(one.value for one in ProcessStep if one not in {step.core for step in own})
        ),
        steps=[_step(site, here, one) for one in ProcessStep],
        governing=[row for name in _GOVERNING if (row := _governing(site, here, name))],
        promises=[_promise(site, here, one) for one in first.items],
        parts=part_links(site, first),
        note=site.register.municipality.note,
        sources=views.sources(site, here, site.register.municipality),
        cite=views.cite(site, here, TITLE),
    )
    yield Page(here, TITLE, body, description=lead, search_text=" ".join([lead, *(one.name for one in own)]))
    for part in others:
        named = part.title(TITLE)
        body = site.render(
            "process_part",
            part.address,
            title=named,
            promises=[_promise(site, part.address, one) for one in part.items],
            parts=part_links(site, part),
        )
        yield Page(part.address, named, body, description=f"{named}.", listed=False)


def _lead(site: Site, has_own: bool) -> str:
    name = site.register.municipality.name
    where = site.own("var varje löfte finns i dem.")
    if has_own:
        return f"Här står stegen i {genitive(name)} arbete med kommunens egna ord, och {where}"
    return f"{name} har inte publicerat egna steg. Här står de gemensamma stegen och {where}"


def _methods(site: Site, own: tuple[Step, ...]) -> list[dict[str, object]]:
    """Give the municipality's steps in its own order, those of one way of working together."""
    return [
        {
            "name": method,
            "steps": [
                {"name": first_upper(one.name), "core": site.own(one.core.value), "text": one.text}
                for one in steps
            ],
        }
        for method, steps in groupby(own, key=lambda one: one.method)
    ]


def _step(site: Site, here: str, step: ProcessStep) -> tuple[str, object]:
    counted = [one for kind in KINDS_OF[step] if (one := _counted(site, here, kind))]
    return site.own(first_upper(step.value)), views.listed(counted) or "Inget är publicerat här."


def _counted(site: Site, here: str, name: str) -> Markup | None:
    kind = KIND_BY_NAME[name]
    many = len(site.register.of(kind))
    there = addresses.YEARS if name == "arsuppfoljning" else addresses.overview(kind)
    return views.link(site.link(here, there), site.noun(name).counted(many)) if many else None


def _governing(site: Site, here: str, name: str) -> tuple[str, list[Markup]] | None:
    """Name the first records of a kind that governs the work, and lead to all of them; None where there are none."""
    kind, called = KIND_BY_NAME[name], site.noun(name)
    known = list(site.register.of(kind).values())
    shown = [_named(site, here, one) for one in known[:MOST_GOVERNING]]
    whole = views.link(site.link(here, addresses.overview(kind)), f"Alla {called.counted(len(known))}")
    rest = [whole] if len(known) > MOST_GOVERNING else []
    return (first_upper(called.plural), [*shown, *rest]) if known else None


def _promise(site: Site, here: str, promise: Promise) -> dict[str, object]:
    links = chain(site.as_of, promise)
    missing = [one.step.value for one in links if one.missing]
    return {
        "id": promise.id,
        "title": promise.title,
        "href": site.link(here, addresses.of(promise)),
        "rows": [(first_upper(one.step.value), _said(site, here, one)) for one in links],
        "sentence": f"Länkar som saknas: {and_list(missing)}." if missing else "Varje länk finns.",
    }


def _said(site: Site, here: str, link: Link) -> Markup | str:
    if link.missing:
        return site.own(_MISSING[link.step])
    shown = [_named(site, here, one) for one in link.records[:MOST]]
    rest = len(link.records) - len(shown)
    more = [escape(f"{count(rest, 'till', 'till')}")] if rest else []
    words = [escape(link.words)] if link.words and not shown else []
    return views.listed([*shown, *more, *words]) or ""


def _named(site: Site, here: str, record: Entity) -> Markup:
    return views.record_link(site, here, record, views.title_of(site, record))
