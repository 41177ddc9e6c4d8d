"""Page types: `all_pages(site)` draws every page of the groups that are wanted.

To add a page type: write a function `(site) -> Iterator[Page]` in a module here, a template in
templates/pages/, and name the function in PAGE_TYPES with the group whose plugin hands it to MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loftet.pages.about import about
from loftet.pages.accessibility import accessibility
from loftet.pages.areas import areas
from loftet.pages.bodies import bodies
from loftet.pages.commitment_lists import commitment_lists
from loftet.pages.corrections import correction_page
from loftet.pages.decisions import decisions
from loftet.pages.dialogues import dialogues
from loftet.pages.documents import documents
from loftet.pages.easy import easy_pages
from loftet.pages.explained import explained
from loftet.pages.focus import focus_areas
from loftet.pages.follow_up_list import follow_up_list
from loftet.pages.follow_ups import follow_ups
from loftet.pages.glossary import glossary
from loftet.pages.heads import headed
from loftet.pages.index import index
from loftet.pages.indicators import indicators
from loftet.pages.law import law
from loftet.pages.measure_lists import measure_lists
from loftet.pages.measures import measures
from loftet.pages.meetings import meetings
from loftet.pages.method import method
from loftet.pages.news import news
from loftet.pages.open_data import open_data
from loftet.pages.parties import parties
from loftet.pages.places import place_pages
from loftet.pages.process import process
from loftet.pages.promises import promises
from loftet.pages.reports import causes, situation_reports
from loftet.pages.searching import searchable
from loftet.pages.site import GROUPS, Page, Site
from loftet.pages.start import start
from loftet.pages.stop_filters import stop_filters
from loftet.pages.translated import translated_pages
from loftet.pages.walks import walks
from loftet.pages.years import years

PAGE_TYPES: tuple[tuple[str, Callable[[Site], Iterator[Page]]], ...] = (
    ("grund", start),
    ("grund", easy_pages),
    ("grund", translated_pages),
    ("grund", areas),
    ("grund", place_pages),
    ("grund", parties),
    ("grund", focus_areas),
    ("grund", dialogues),
    ("grund", situation_reports),
    ("grund", causes),
    ("grund", documents),
    ("grund", bodies),
    ("grund", meetings),
    ("grund", decisions),
    ("grund", glossary),
    ("grund", method),
    ("grund", index),
    ("grund", about),
    ("grund", indicators),
    ("grund", accessibility),
    ("grund", law),
    ("grund", process),
    ("loften", promises),
    ("loften", commitment_lists),
    ("loften", measures),
    ("loften", measure_lists),
    ("vandringar", walks),
    ("vandringar", stop_filters),
    ("uppfoljning", follow_up_list),
    ("uppfoljning", follow_ups),
    ("uppfoljning", years),
    ("uppfoljning", news),
    ("oppnadata", open_data),
    ("uppfoljning", correction_page),
)


def pages_of(site: Site, group: str) -> Iterator[Page]:
    """Draw the pages of one group (see GROUPS)."""
    for name, draw in PAGE_TYPES:
        if name == group:
            yield from searchable(site, headed(site, explained(site, draw(site))))


def all_pages(site: Site) -> Iterator[Page]:
    """Draw every page of the groups that the site has."""
    for group in GROUPS:
        if group in site.groups:
            yield from pages_of(site, group)
