"""The accessibility statement, with the contents and headings that Digg lists; a missing one is said to be missing."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from loftet import addresses
from loftet.model.accessibility import AccessibilityStatement
from loftet.model.words.website import Conformance
from loftet.pages import views
from loftet.pages.proved import proved
from loftet.pages.site import Page, Site
from loftet.wording import and_list, date_text, when_text

TITLE = "Tillgänglighet"
SUPERVISOR = "https://www.digg.se/tdosanmalan"
"""Digg's form for complaints, as its guidance names it."""
GENERATOR = "Löftet"
"""The program's name, which a municipality's own words for its promises never change."""

_LAW = "kraven i lagen om tillgänglighet till digital offentlig service"
_MEANS = {
    Conformance.FULL: f"Webbplatsen är helt förenlig med {_LAW}.",
    Conformance.PARTIAL: f"Webbplatsen är delvis förenlig med {_LAW}. Bristerna står nedan.",
    Conformance.NONE: f"Webbplatsen är inte förenlig med {_LAW}. Bristerna står nedan.",
}


def accessibility(site: Site) -> Iterator[Page]:
    """Draw the accessibility statement, or a page that says that none is published."""
    here = addresses.ACCESSIBILITY
    statement = site.register.statement
    provider = (statement and statement.provider) or site.register.municipality.name
    title = f"Tillgänglighet för {statement.service}" if statement else TITLE
    body = site.render(
        "accessibility",
        here,
        title=title,
        provider=provider,
        statement=statement,
        means=_MEANS[statement.conformance] if statement else None,
        facts=_facts(statement) if statement else [],
        generator=GENERATOR,
        proved=proved(),
        proved_on=date_text(proved().day),
        reviewed_on=date_text(proved().review_day),
        browsers=and_list(f"{name} {version}" for name, version in proved().browsers.items()),
        contact=_contact(site, statement),
        supervisor=SUPERVISOR,
        disagreements=views.differing(site, here, statement) if statement else [],
        sources=views.sources(site, here, statement) if statement else [],
        cite=views.cite(site, here, title),
    )
    told = (
        _MEANS[statement.conformance] if statement else "Ingen tillgänglighetsredogörelse är publicerad ännu."
    )
    yield Page(here, title, body, description=told, search_text=f"Tillgänglighetsredogörelse. {told}")


def _facts(statement: AccessibilityStatement) -> list[tuple[str, object]]:
    return [
        ("Metod", f"{statement.testing.value.capitalize()}. {statement.testing.meaning}"),
        ("Bedömningen gjordes", when_text(statement.assessed)),
        ("Redogörelsen uppdaterades senast", when_text(statement.updated)),
    ]


def _contact(site: Site, statement: AccessibilityStatement | None) -> list[Markup]:
    """Give the ways to tell of a shortcoming: the statement's own, else the municipality's for faults on the pages."""
    kommun = site.register.municipality
    form = (statement and statement.form) or kommun.feedback_link
    email = (statement and statement.email) or kommun.feedback_email
    phone = (statement and statement.phone) or next((one.phone for one in kommun.contacts if one.phone), None)
    ways = [
        Markup("Formulär: {}").format(views.link(form, form)) if form else None,
        Markup("E-post: {}").format(views.link(f"mailto:{email}", email)) if email else None,
        Markup("Telefon: {}").format(phone) if phone else None,
    ]
    return [way for way in ways if way]
