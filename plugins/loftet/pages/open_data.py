"""The page about open data: which files there are, what they hold, how they may be used."""

from __future__ import annotations

from collections.abc import Iterator

from loftet import addresses
from loftet.exports.tables import TABLES, Table
from loftet.model.register import KINDS
from loftet.pages.site import Page, Site
from loftet.wording import count, first_upper

_STREAMS = (
    (addresses.FEED, "Allt nytt", "Atom", "uppföljningar, vandringar och rättelser"),
    (addresses.CHANGES_FEED, "Ändringar", "Atom", "vad varje uppföljning ändrade"),
    (addresses.CORRECTIONS_FEED, "Rättelser", "Atom", "bara det som har rättats"),
    (addresses.CALENDAR, "Det som kommer", "ICS", "möten, vandringar och väntade uppföljningar"),
)


def open_data(site: Site) -> Iterator[Page]:
    """Draw the page about open data."""
    here = addresses.OPEN_DATA
    kinds = [
        (
            first_upper(site.noun_of(kind.type).plural),
            count(len(records), "fil", "filer"),
            f"data/{kind.folder}/<id>.json",
        )
        for kind in KINDS
        if (records := site.register.of(kind))
    ]
    rows = [
        {
            "text": site.own(one.title),
            "href": site.link(here, addresses.data_table(one.name)),
            "format": "CSV",
            "note": site.own(one.a_row),
        }
        for one in TABLES
    ]
    text = "Alla uppgifter på webbplatsen som filer att hämta, fria att använda."
    body = site.render(
        "open_data",
        here,
        tables=rows,
        columns=[_columns(site, one) for one in TABLES],
        kinds=kinds,
        streams=_streams(site, here),
        catalogue=_catalogue(site, here),
    )
    yield Page(here, "Öppna data", body, description=text, search_text=text)


def _columns(site: Site, table: Table) -> dict[str, object]:
    return {
        "title": f"Kolumnerna i {table.name}.csv",
        "rows": [(name, site.own(what)) for name, what in table.columns],
    }


def _catalogue(site: Site, here: str) -> dict[str, str | None] | None:
    """Give the catalogue as a link; None for a site that does not know its own address, which has no catalogue."""
    if not site.root:
        return None
    return {
        "address": f"{site.root}{addresses.DATA_CATALOGUE}",
        "href": site.link(here, addresses.DATA_CATALOGUE),
    }


def _streams(site: Site, here: str) -> list[dict[str, str | None]]:
    return [
        {
            "text": site.own(title),
            "href": site.link(here, there),
            "format": form,
            "note": site.own(what),
        }
        for there, title, form, what in _STREAMS
    ]
