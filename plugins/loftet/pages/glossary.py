"""*Ordlista*: every term with its anchor, what it stands for, other words for it and its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loftet import addresses
from loftet.model.knowledge import GlossaryEntry
from loftet.pages import views
from loftet.pages.alphabet import by_letter
from loftet.pages.site import Page, SearchEntry, Site
from loftet.wording import or_list


def glossary(site: Site) -> Iterator[Page]:
    """Draw the glossary in Swedish order; the anchor of a term is its id."""
    here = addresses.GLOSSARY
    letters = by_letter(site.register.glossary.values(), lambda one: one.term)
    body = site.render(
        "glossary",
        here,
        letters=[
            {
                "title": one.title,
                "anchor": one.anchor,
                "entries": [_entry(site, here, term) for term in one.members],
            }
            for one in letters
        ],
        method=site.link(here, addresses.METHOD),
        cite=views.cite(site, here, "Ordlista"),
    )
    terms = [one for letter in letters for one in letter.members]
    text = "Ord och förkortningar på webbplatsen, förklarade med vanliga ord."
    yield Page(here, "Ordlista", body, description=text, search_text=text, entries=tuple(_searched(terms)))


def _searched(entries: Sequence[GlossaryEntry]) -> Iterator[SearchEntry]:
    for one in entries:
        also = " ".join((one.expansion or "", *one.synonyms))
        yield SearchEntry(addresses.of(one), one.term, "Ord i ordlistan", one.meaning, also)


def _entry(site: Site, here: str, entry: GlossaryEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "term": entry.term,
        "expansion": entry.expansion,
        "meaning": entry.meaning,
        "synonyms": or_list(entry.synonyms) or None,
        "source": entry.source,
        "note": entry.note,
        "disagreements": views.differing(site, here, entry),
        "sources": views.sources(site, here, entry),
    }
