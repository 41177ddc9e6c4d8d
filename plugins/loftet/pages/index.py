"""The index from A to Ö: every page of a record, for those who do not search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loftet import addresses
from loftet.model.base import Entity
from loftet.model.follow_up import AnnualReport, Correction
from loftet.model.knowledge import Dialogue, GlossaryEntry
from loftet.model.place import Area
from loftet.model.register import KINDS
from loftet.pages import views
from loftet.pages.alphabet import Letter, by_letter, swedish_key
from loftet.pages.lines import Line
from loftet.pages.long_lists import FIRST, LongLists
from loftet.pages.site import Page, Site
from loftet.wording import first_upper

_TITLE = "Alla sidor A–Ö"

_SHARED = (GlossaryEntry, Correction, AnnualReport)
"""Kinds whose records stand on pages that they share; those pages stand among the lists."""

_TITLES: dict[type[Entity], str] = {
    Area: "Områden: där du bor",
    Dialogue: "Medborgardialoger: ni sa – vi gör",
}
"""Kinds whose list has a name of its own; here the plain word stands first."""


_ON_ONE_PAGE = 300
"""Entries that stand on one page, where a browser's own search finds them; of more, each letter has its own pages."""

_ON_EACH_PAGE = 60


@dataclass(frozen=True)
class IndexLine:
    """One line of the index."""

    title: str
    kind: str
    href: str


def index(site: Site) -> Iterator[Page]:
    """Draw the index in Swedish order."""
    here = addresses.A_TO_Z
    letters = by_letter(_entries(site, here), lambda one: one.title)
    long = LongLists(site, here, _TITLE, _ON_EACH_PAGE)
    whole = sum(len(one.members) for one in letters) <= _ON_ONE_PAGE
    shown = [_letter(long, one, len(one.members) if whole else FIRST) for one in letters]
    body = site.render("index", here, title=_TITLE, letters=shown, lists=_lists(site, here))
    text = site.own("Alla löften, åtgärder, vandringar, områden, parter och andra sidor, från A till Ö.")
    yield Page(here, _TITLE, body, description=text)
    yield from long.pages()


def _letter(long: LongLists, letter: Letter[IndexLine], most: int) -> dict[str, object]:
    """Give a letter with its first entries, and the way to all of them where they are many."""
    lines: list[Line] = [{"title": one.title, "href": one.href, "fact": one.kind} for one in letter.members]
    return {
        "title": letter.title,
        "anchor": letter.anchor,
        "shown": long.first(letter.anchor, letter.title, lines, most),
    }


def _entries(site: Site, here: str) -> Iterator[IndexLine]:
    for kind in KINDS:
        for record in site.register.of(kind).values():
            href = site.link(here, addresses.of(record))
            if href and not isinstance(record, _SHARED):
                yield IndexLine(views.title_of(site, record), site.noun_of(kind.type).singular, href)
    yield from _words(site, here)
    for promise in site.register.promises.values():
        for own in promise.commitments:
            href = site.link(here, addresses.commitment(promise.id, own.id))
            if href:
                yield IndexLine(own.text, f"{site.noun('åtagande').singular} i {promise.title}", href)


def _words(site: Site, here: str) -> Iterator[IndexLine]:
    """Give each explained word and every other word for the same thing, which leads to it."""
    for word in site.register.glossary.values():
        href = site.link(here, addresses.of(word)) or ""
        yield IndexLine(word.term, "ord i ordlistan", href)
        for other in (*word.synonyms, *([word.expansion] if word.expansion else [])):
            yield IndexLine(other, f"se {word.term}", href)


def _lists(site: Site, here: str) -> list[dict[str, str]]:
    """Give the lists of all records of a kind and the pages that stand alone, in Swedish order."""
    lists = [
        (
            site.own(_TITLES.get(kind.type, "")) or first_upper(site.noun_of(kind.type).plural),
            addresses.overview(kind),
        )
        for kind in KINDS
        if not issubclass(kind.type, _SHARED)
    ]
    alone = [
        ("Så räknar vi", addresses.METHOD),
        ("Ordlista", addresses.GLOSSARY),
        ("Om webbplatsen", addresses.ABOUT),
        ("Gator och platser", addresses.PLACES),
        ("Tillgänglighet", addresses.ACCESSIBILITY),
        ("Så arbetar vi", addresses.PROCESS),
        ("Arbetet enligt lag 2023:196", addresses.LAW),
        ("Nytt", addresses.NEWS),
        (site.own("Rättelser"), addresses.CORRECTIONS),
        ("År för år", addresses.YEARS),
    ]
    shown = sorted([*lists, *alone], key=lambda one: swedish_key(one[0]))
    return [{"text": text, "href": href} for text, there in shown if (href := site.link(here, there))]
