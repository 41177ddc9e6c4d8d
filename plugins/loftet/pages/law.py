"""The law page: what is published of the six parts under lag 2023:196, when it is next due, or that it is missing.

It never says that the law is met, and quotes nothing of the law that could not be read (see LawPart).
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from loftet import addresses
from loftet.facts.law import Filling, fillings
from loftet.model.base import Entity
from loftet.model.follow_up import FollowUp
from loftet.model.knowledge import SituationReport
from loftet.model.organisation import Body, GoverningDocument
from loftet.model.words.organisation import LawPart
from loftet.pages import views
from loftet.pages.lines import Line
from loftet.pages.long_lists import LongLists
from loftet.pages.site import Page, Site
from loftet.wording import and_list, first_upper, period_text, when_text

TITLE = "Arbetet enligt lag 2023:196"
_LEAD = (
    "Lag 2023:196 gäller sedan den 1 juli 2023. Den handlar om kommunens arbete mot brott. "
    "Här står vad som är publicerat på den här webbplatsen om sex delar av arbetet, och vad som saknas."
)
_PASSED = "Dagen har passerat, och inget nyare är publicerat här."


def law(site: Site) -> Iterator[Page]:
    """Draw the law page."""
    here = addresses.LAW
    long = LongLists(site, here, TITLE)
    known = {part: fillings(site.as_of, part) for part in LawPart}
    missing = [part.value for part in LawPart if not known[part]]
    body = site.render(
        "law",
        here,
        title=TITLE,
        lead=_LEAD,
        missing=and_list(missing),
        parts=[_part(site, long, part, known[part]) for part in LawPart],
        read=[one for one in LawPart if one.meaning],
        unread=and_list(one.value for one in LawPart if not one.meaning),
        cite=views.cite(site, here, TITLE),
    )
    words = and_list(part.value for part in LawPart)
    text = f"Vad som är publicerat om {words}, och vad som saknas."
    yield Page(here, TITLE, body, description=text, search_text=text)
    yield from long.pages()


def _part(site: Site, long: LongLists, part: LawPart, found: tuple[Filling, ...]) -> dict[str, object]:
    here, title = long.address, first_upper(part.value)
    shown = long.first(part.slug, title, [_line(site, here, one) for one in found])
    return {
        "id": part.slug,
        "title": title,
        "found": [_filling(site, here, one) for one in found[: len(shown.lines)]],
        "rest": shown.rest,
        "chosen": bool(found) and not any(one.stated for one in found),
    }


def _line(site: Site, here: str, filling: Filling) -> Line:
    record = filling.record
    return {
        "title": views.title_of(site, record) if record else filling.words,
        "href": site.link(here, addresses.of(record)) if record else None,
        "fact": _when(record) if record else None,
    }


def _filling(site: Site, here: str, filling: Filling) -> list[tuple[str, object]]:
    record = filling.record
    return [
        (
            "Finns",
            views.record_link(site, here, record, views.title_of(site, record)) if record else filling.words,
        ),
        *([("När", _when(record) or views.NOT_GIVEN)] if record and not isinstance(record, Body) else []),
        *([("Dokumentet", _outside(record))] if record and _outside(record) else []),
        ("Nästa gång", _next(site, filling)),
    ]


def _when(record: Entity) -> str | None:
    """Give the day or the period of a record, as exactly as it is known."""
    if isinstance(record, FollowUp):
        return f"Uppgifterna gäller per {when_text(record.as_of)}"
    if isinstance(record, SituationReport):
        return period_text(record.period) if record.period else record.period_words
    if isinstance(record, GoverningDocument):
        adopted = f"Antaget {when_text(record.adopted)}" if record.adopted else None
        holds = period_text(record.period) if record.period else record.period_words
        said = [adopted, f"gäller {holds}" if holds and holds != views.NOT_GIVEN else None]
        return first_upper(", ".join(filter(None, said))) or None
    return None


def _outside(record: Entity) -> Markup | None:
    address = getattr(record, "link", None)
    return views.link(str(address), str(address)) if address else None


def _next(site: Site, filling: Filling) -> Markup | None:
    due = filling.next_due
    if due is None:
        return None
    said = first_upper(when_text(due))
    return escape(f"{said}. {_PASSED}" if site.as_of.today > due.last else said)
