"""A least *Om webbplatsen*, for a municipality that has not written its own page content/om.md."""

from __future__ import annotations

from collections.abc import Iterator

from loftet import addresses
from loftet.pages.site import Page, Site


def about(site: Site) -> Iterator[Page]:
    """Draw the page about the site; the editor's own page, when there is one, stands instead."""
    here = addresses.ABOUT
    kommun = site.register.municipality
    body = site.render(
        "about",
        here,
        title="Om webbplatsen",
        method=site.link(here, addresses.METHOD),
        glossary=site.link(here, addresses.GLOSSARY),
        index=site.link(here, addresses.A_TO_Z),
    )
    text = f"Vem som ansvarar för uppgifterna om vad {kommun.name} har lovat, och hur sidorna läses."
    yield Page(here, "Om webbplatsen", body, description=text, search_text=text)
