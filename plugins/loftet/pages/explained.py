"""Words of the glossary explained where they stand: the first time on a page, at hand by keyboard and touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup, escape

from loftet import addresses
from loftet.model.knowledge import GlossaryEntry
from loftet.pages.rendering import environment
from loftet.pages.site import Page, Site
from loftet.wording import ended

_ENDINGS = (
    *("", "s", "n", "en", "et", "t", "er", "ar", "or", "na", "arna", "erna", "orna", "ns", "ens", "ets"),
    *("ers", "ars", "arnas", "ernas", "are"),
)
_UNEXPLAINED = (addresses.GLOSSARY, addresses.A_TO_Z, addresses.PLACES, addresses.EASY)
_CLOSED = frozenset(
    (
        *("a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "nav", "dt", "th", "caption", "svg"),
        *("figcaption", "blockquote", "label", "form", "table", "code", "header"),
    )
)
"""Elements in which nothing is explained: what is itself to press, a name, a quotation, or a table's."""

_CLOSED_CLASS = re.compile(
    r'class="[^"]*\blo-(?:status|progress|item__title|original|quote|cite|term|banner|links|follow|contact|embed)'
)
_EMPTY = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "wbr", "path", "use", "rect"))
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_CITING = '<section class="lo-box lo-cite"'


def explained(site: Site, pages: Iterable[Page]) -> Iterator[Page]:
    """Give pages whose words are explained: where they stand, or after an edition, which is shown as it was fixed."""
    words = Explanations(site.register.glossary)
    for page in pages:
        apart = page.language != "sv" or not page.listed or page.address.startswith(_UNEXPLAINED)
        if apart or not site.register.glossary:
            yield page
        elif page.address.startswith(addresses.FOLLOW_UPS) and page.address != addresses.FOLLOW_UPS:
            yield replace(page, body=_listed(page, words.found(page.body)))
        else:
            yield replace(page, body=_marked(site, page.address, page.body, words))


def explained_text(site: Site, here: str, body: str) -> str:
    """Give the HTML of a hand-written page with its words explained."""
    return _marked(site, here, body, Explanations(site.register.glossary))


@dataclass(frozen=True)
class Explanations:
    """The words of the glossary in all their forms; an abbreviation has only one, in capitals."""

    entries: Mapping[str, GlossaryEntry]

    @cached_property
    def forms(self) -> dict[str, GlossaryEntry]:
        """Give the entry of each form that a word may have."""
        found: dict[str, GlossaryEntry] = {}
        for entry in self.entries.values():
            for form in _forms(entry.term):
                found.setdefault(form, entry)
        return found

    @cached_property
    def first_words(self) -> dict[str, tuple[str, ...]]:
        """Give the forms by their first word, so that a page without any of them is soon passed by."""
        found: dict[str, list[str]] = {}
        for form in self.forms:
            found.setdefault(_WORD.findall(form)[0], []).append(form)
        return {word: tuple(forms) for word, forms in found.items()}

    def found(self, html: str) -> dict[str, GlossaryEntry]:
        """Give the forms that may stand in a text, with their entries; the longest first."""
        words = self.first_words.keys() & set(_WORD.findall(html))
        forms = sorted(
            (form for word in words for form in self.first_words[word]), key=lambda one: (-len(one), one)
        )
        return {form: self.forms[form] for form in forms}


def _forms(term: str) -> Iterator[str]:
    """Give the forms of a word: its endings, in lower case and at the start of a sentence; none without a letter."""
    if not _WORD.search(term):
        return
    if term.isupper():
        yield term
        return
    stem = term[:-1] if term.endswith(("a", "e")) else term
    for start in dict.fromkeys((term, stem)):
        for ending in _ENDINGS if " " not in term else ("",):
            yield f"{start}{ending}"
            yield f"{start[:1].upper()}{start[1:]}{ending}"


def _marked(site: Site, here: str, body: str, words: Explanations) -> str:
    """Give a body with the first use of each word as a button that shows what it means."""
    left = words.found(body)
    parts: list[str] = []
    place = 0
    closed: list[str] = []
    for tag in _TAG.finditer(body):
        text = body[place : tag.start()]
        parts.append(text if closed or not left else _with_terms(site, here, text, left))
        parts.append(tag.group())
        place = tag.end()
        _step(tag, closed)
    return "".join((*parts, body[place:]))


def _step(tag: re.Match[str], closed: list[str]) -> None:
    """Keep count of the elements in which nothing is explained, and of those inside them."""
    end, name, alone = tag.groups()
    if alone or name in _EMPTY:
        return
    if end:
        if closed and closed[-1] == name:
            closed.pop()
    elif closed or name in _CLOSED or _CLOSED_CLASS.search(tag.group()):
        closed.append(name)


def _with_terms(site: Site, here: str, text: str, left: dict[str, GlossaryEntry]) -> str:
    """Explain the words of one piece of text, and take them from those that are left to explain."""
    if not text.strip():
        return text
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(form) for form in left)})(?!\w)")

    def one(word: re.Match[str]) -> str:
        entry = left.get(word.group())
        if entry is None:
            return word.group()
        for form in [form for form, known in left.items() if known is entry]:
            del left[form]
        return str(_term(site, here, entry, word.group()))

    return pattern.sub(one, text)


def _term(site: Site, here: str, entry: GlossaryEntry, word: str) -> Markup:
    module = environment().get_template("components/term.html.jinja").module
    href = site.link(here, addresses.of(entry))
    drawn: Markup = module.term(f"ord-{entry.id}", word, _meaning(entry), href)  # type: ignore[attr-defined]  # a macro is made by Jinja
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
