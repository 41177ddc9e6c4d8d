"""What the shell around every page is told: the municipality's name, banner, contacts, clocks and menu."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from loftet.mkdocs_plugins.adapter import share_meta, version_meta
from loftet.model.place import Municipality
from loftet.pages.following import site_feed
from loftet.pages.menus import FOOTER, MENU, shown
from loftet.pages.share_cards import share_of_site
from loftet.pages.site import Page, SearchEntry, Site
from loftet.pages.versions import versions
from loftet.pages.views import held_words
from loftet.publishing.headers import map_origin
from loftet.wording import date_text

_ACCENT = "assets/accent.css"
"""The style sheet that MkDocs fills in with the municipality's colour."""


def dress(config: MkDocsConfig, site: Site, fault: str) -> None:
    """Fill in what overrides/ asks for; what mkdocs.yml says itself is left alone."""
    extra = config.extra
    for name, value in _extra(site).items():
        extra.setdefault(name, value)
    feed = site_feed(site)
    extra["loftet"] = {
        "utgivare": site.register.municipality.name,
        "galler": held_words(site),
        "galler_per": site.holds_as_of,
        "byggd": date_text(site.built),
        "nasta_uppfoljning": site.next_words,
        "exempel": bool(site.register.municipality.example),
        "versioner": [version_meta(one) for one in versions(site)],
        "flode": {"titel": feed.title, "adress": feed.address} if feed else None,
        "delningsbild": share_meta(share_of_site(site)),
        "kartvard": map_origin(site.register.municipality),
    }
    if fault:
        extra["banner"] = f"Fel i data, sidan visar det senaste som gick att läsa. {fault}"
    elif site.register.municipality.example:
        extra["banner"] = site.register.municipality.example
    if config.nav is None:
        config.nav = [{title: f"{address}index.md"} for title, address in shown(site, MENU)]
    _find_overrides(config)


def _extra(site: Site) -> dict[str, Any]:
    kommun = site.register.municipality
    stated = {
        "sidansvarig": kommun.page_owner,
        "felanmalan": kommun.fault_report,
        "kontakt": _contact(kommun),
        "sidfot": [{"titel": title, "adress": address} for title, address in shown(site, FOOTER)],
        "aterkoppling": {"fel": kommun.feedback_link, "hjalp": kommun.feedback_link}
        if kommun.feedback_link
        else None,
    }
    return {name: value for name, value in stated.items() if value}


def _contact(kommun: Municipality) -> dict[str, str | None]:
    first = kommun.contacts[0] if kommun.contacts else None
    return {
        "namn": first.function if first else kommun.name,
        "e_post": kommun.feedback_email or (first.email if first else None),
        "telefon": first.phone if first else None,
    }


def shipped_overrides() -> Path | None:
    """Give the folder of the shell that ships with the package: inside it, or at the root of a checkout."""
    package = Path(__file__).resolve().parent.parent
    places = (package / "overrides", package.parent.parent / "overrides")
    return next((place for place in places if place.is_dir()), None)


def _find_overrides(config: MkDocsConfig) -> None:
    """Put the shell that ships with the package behind what mkdocs.yml names as custom_dir."""
    config.theme.static_templates.add(_ACCENT)
    shipped = shipped_overrides()
    if shipped and str(shipped) not in config.theme.dirs:
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(own, str(shipped))


def search_document(entry: SearchEntry) -> dict[str, object]:
    """Give an entry as Material's index holds it: kind and status as its tag, other words in `ord`, never shown.

    Material's worker reads title, text and tags as HTML, so that what is typed as a tag would be lost.
    """
    title, text = escape(entry.title, quote=False), escape(entry.text, quote=False)
    told: dict[str, object] = {"location": entry.address, "title": title, "text": text}
    if entry.kind:
        told["tags"] = [escape(entry.kind, quote=False)]
    if entry.also:
        told["ord"] = entry.also
    return told


def add_to_search(config: MkDocsConfig, page: Page) -> None:
    """Hand a page's entries to whichever search plugin there is; each keeps its index as `search_index`."""
    for plugin in config.plugins.values():
        index = getattr(plugin, "search_index", None)
        if index is not None:
            index.entries.extend(search_document(entry) for entry in page.entries)
