"""A least *Om webbplatsen*, for a municipality that has not written its own page content/om.md."""

from __future__ import annotations

from collections.abc import Iterator

from loftet import addresses
from loftet.pages import views
from loftet.pages.records import Row, stated
from loftet.pages.site import Page, Site
from loftet.wording import number, when_text


def municipality_facts(site: Site) -> list[Row]:
    """Give what identifies the municipality that publishes the site, as far as it is known."""
    kommun = site.register.municipality
    residents = number(kommun.population) if kommun.population else None
    when = f" ({when_text(kommun.population_when)})" if residents and kommun.population_when else ""
    return stated(
        [
            ("Kommun", kommun.name),
            ("Kommunkod", kommun.code),
            ("Organisationsnummer", kommun.organisation_number),
            ("Län", kommun.county),
            ("Lokalpolisområde", list(kommun.police_areas)),
            ("Invånare", f"{residents}{when}" if residents else None),
            ("Webbplats", views.link(kommun.website, kommun.website) if kommun.website else None),
        ]
    )


def about(site: Site) -> Iterator[Page]:
    """Draw the page about the site; the editor's own page, when there is one, stands instead."""
    here = addresses.ABOUT
    kommun = site.register.municipality
    body = site.render(
        "about",
        here,
        title="Om webbplatsen",
        facts=municipality_facts(site),
        disagreements=views.differing(site, here, site.register.municipality),
        method=site.link(here, addresses.METHOD),
        glossary=site.link(here, addresses.GLOSSARY),
        index=site.link(here, addresses.A_TO_Z),
    )
    text = f"Vem som ansvarar för uppgifterna om vad {kommun.name} har lovat, och hur sidorna läses."
    yield Page(here, "Om webbplatsen", body, description=text, search_text=text)
