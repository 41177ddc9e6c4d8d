"""The page about open data: which files there are, what they hold, how they may be used."""

from __future__ import annotations

from collections.abc import Iterator

from loftet import addresses
from loftet.model.register import KINDS
from loftet.pages.site import Page, Site
from loftet.wording import count, first_upper

_STREAMS = (
    (addresses.FEED, "Allt nytt", "Atom", "uppföljningar, vandringar och rättelser"),
    (addresses.CHANGES_FEED, "Ändringar", "Atom", "vad varje uppföljning ändrade"),
    (addresses.CORRECTIONS_FEED, "Rättelser", "Atom", "bara det som har rättats"),
    (addresses.CALENDAR, "Det som kommer", "ICS", "möten, vandringar och väntade uppföljningar"),
)
_TABLES = (
    ("atgarder", "Åtgärder", "en rad för varje åtgärd, med läge, ansvariga och sista dag"),
    ("ataganden", "Åtaganden", "en rad för varje åtagande, med läge och löfte"),
    ("stopp", "Stopp på vandringar", "en rad för varje stopp, med vad som sågs och vad som hänt"),
    ("siffror", "Siffror", "en rad för varje värde, med period, område och källa"),
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
            "text": site.own(title),
            "href": site.link(here, addresses.data_table(name)),
            "format": "CSV",
            "note": site.own(what),
        }
        for name, title, what in _TABLES
    ]
    text = "Alla uppgifter på webbplatsen som filer att hämta, fria att använda."
    body = site.render("open_data", here, tables=rows, kinds=kinds, streams=_streams(site, here))
    yield Page(here, "Öppna data", body, description=text, search_text=text)


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
