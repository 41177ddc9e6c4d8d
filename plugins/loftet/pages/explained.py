"""Words of the glossary explained where they stand: the first time on a page, at hand by keyboard and touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from markupsafe import Markup, escape

from loftet import addresses
from loftet.model.knowledge import GlossaryEntry
from loftet.pages.rendering import environment
from loftet.pages.site import Page, Site
from loftet.wording import ended

_UNEXPLAINED = (addresses.GLOSSARY, addresses.A_TO_Z, addresses.PLACES, addresses.EASY)
_CLOSED = re.compile(
    r"<(?:(a|button|h[1-6]|summary|nav|dt|th|caption|svg|figcaption|blockquote|label|form|table|code|header)\b"
    r"|([a-z]+)\b[^>]*?class=\"[^\"]*\blo-(?:status|progress|item__title|original|quote|cite|banner|links|follow"
    r"|contact|embed|karta))[^>]*>"
)
"""The start of what is left alone: what is itself to press, a name, a quotation, or a part of a table."""

_BEFORE_CITING = '<section class="lo-box lo-cite"'


def explained(site: Site, pages: Iterable[Page]) -> Iterator[Page]:
    """Give pages whose words are explained: where they stand, or after an edition, which is shown as it was fixed."""
    for page in pages:
        apart = page.language != "sv" or not page.listed or page.address.startswith(_UNEXPLAINED)
        if apart or not site.register.glossary:
            yield page
        elif page.address.startswith(addresses.FOLLOW_UPS) and page.address != addresses.FOLLOW_UPS:
            yield replace(page, body=_listed(page, site.meanings.found(page.body)))
        else:
            yield replace(page, body=_marked(site, page.address, page.body))


def explained_text(site: Site, here: str, body: str) -> str:
    """Give the HTML of a hand-written page with its words explained."""
    return _marked(site, here, body)


def _marked(site: Site, here: str, body: str) -> str:
    """Give a body with the first use of each word as a button that shows what it means."""
    left = site.meanings.found(body)
    parts: list[str] = []
    place = 0
    while left and (closed := _CLOSED.search(body, place)):
        end = _end_of(body, closed[1] or closed[2], closed.end())
        parts += (_with_terms(site, here, body[place : closed.start()], left), body[closed.start() : end])
        place = end
    return "".join((*parts, _with_terms(site, here, body[place:], left)))


def _end_of(body: str, name: str, start: int) -> int:
    """Give where an element ends that begins before `start`, those of the same name inside it passed by."""
    depth = 1
    for tag in _tags(name).finditer(body, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(body)


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^>]*>")


def _with_terms(site: Site, here: str, html: str, left: dict[str, GlossaryEntry]) -> str:
    """Explain the words of a piece of a page, its tags left as they are, and take them from those left to explain."""
    if not left:
        return html

    def one(word: re.Match[str]) -> str:
        entry = left.get(word["word"] or "")
        if entry is None:
            return word.group()
        for form in [form for form, known in left.items() if known is entry]:
            del left[form]
        return str(_term(site, here, entry, word["word"], word["after"]))

    return _pattern(tuple(left)).sub(one, html)


@lru_cache(maxsize=64)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Give what finds tags, to be left as they are, and whole words in some forms with the stop or comma after."""
    words = "|".join(re.escape(form) for form in forms)
    return re.compile(rf"<[^>]*>|(?<![\w-])(?P<word>{words})(?!\w)(?P<after>[.,:;?!)”]*)")


def _term(site: Site, here: str, entry: GlossaryEntry, word: str, after: str) -> Markup:
    module = environment().get_template("components/term.html.jinja").module
    href = site.link(here, addresses.of(entry))
    drawn: Markup = module.term(f"betyder-{entry.id}", word, _meaning(entry), href, after)  # type: ignore[attr-defined]  # a macro is made by Jinja
    return drawn


def _meaning(entry: GlossaryEntry) -> str:
    stands_for = f"{entry.term}: {entry.expansion}. " if entry.expansion else ""
    return f"{stands_for}{ended(entry.meaning)}"


def _listed(page: Page, found: Mapping[str, GlossaryEntry]) -> str:
    """Give an edition's page with its words explained in a list of their own, before how to cite it."""
    text = re.sub(r"<[^>]+>", " ", page.body)
    used = {
        entry.id: entry
        for form, entry in found.items()
        if re.search(rf"(?<![\w-]){re.escape(form)}(?!\w)", text)
    }
    if not used:
        return page.body
    rows = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>\n").format(one.term, _meaning(one))
        for one in sorted(used.values(), key=lambda one: one.term.casefold())
    )
    words = Markup('<h2 id="ord-pa-sidan">Ord på sidan</h2>\n<dl class="lo-facts">\n{}</dl>\n').format(rows)
    before, mark, after = page.body.rpartition(_BEFORE_CITING)
    return f"{before}{escape(words)}{mark}{after}" if mark else f"{page.body}{words}"
