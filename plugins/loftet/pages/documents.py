"""The pages of governing documents: what lies under what, when each holds, and what is not filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from loftet import addresses
from loftet.charts.spans import Scale, common_scale, span_line
from loftet.model.organisation import GoverningDocument
from loftet.model.register import KIND_BY_TYPE
from loftet.pages import views
from loftet.pages.alphabet import swedish_key
from loftet.pages.branches import Branch, bounded
from loftet.pages.goals import goals
from loftet.pages.lines import Line
from loftet.pages.long_lists import NAMED, LongLists
from loftet.pages.paging import MOST
from loftet.pages.records import Sheet, record_page, stated
from loftet.pages.site import Page, Site
from loftet.pages.trees import Node, above_of, forest, within
from loftet.wording import date_text, first_upper, period_text, when_text

_WANTED = ("Antaget av", "Antaget", "Paragraf", "Diarienummer", "Gäller", "Ansvarig funktion")
_LEAD = (
    "Här ser du vad som är bestämt, vem som har bestämt det och hur länge det gäller. "
    "Det som står längst upp styr det som står under."
)


def documents(site: Site) -> Iterator[Page]:
    """Draw the hierarchy of documents with their periods, and a page for each."""
    ordered = sorted(site.register.documents.values(), key=lambda one: swedish_key(one.title))
    trees = forest(ordered, lambda one: one.parents)
    yield from _overview(site, trees, _scale(site, ordered))
    series = list(_flat(trees))
    for document in series:
        yield from _pages(site, document, series, trees)


def _flat(trees: Sequence[Node[GoverningDocument]]) -> Iterator[GoverningDocument]:
    for node in trees:
        yield node.record
        yield from _flat(node.under)


def _scale(site: Site, found: Sequence[GoverningDocument]) -> Scale:
    periods = [one.period for one in found if one.period]
    days = [day for period in periods for day in (period.first, period.last)]
    return common_scale(days, site.as_of.today)


def _overview(site: Site, trees: Sequence[Node[GoverningDocument]], scale: Scale) -> Iterator[Page]:
    here, title = addresses.overview(KIND_BY_TYPE[GoverningDocument]), site.own("Styrdokument")
    long = LongLists(site, here, title)
    body = site.render(
        "documents",
        here,
        lead=site.own(_LEAD),
        branches=bounded(
            long, "ordning", "Vilket dokument hör under vilket?", [_branch(site, here, one) for one in trees]
        ),
        spans=long.first(
            "tid", "När gäller de?", [_span(site, here, one, scale) for one in _flat(trees)], MOST
        ),
        **_scale_words(site, scale),
    )
    yield Page(here, title, body, description=site.own(_LEAD))
    yield from long.pages()


def _scale_words(site: Site, scale: Scale) -> dict[str, object]:
    return {"first": scale.first.year, "last": scale.last.year, "today": date_text(site.as_of.today)}


def _branch(site: Site, here: str, node: Node[GoverningDocument]) -> Branch:
    document = node.record
    adopted = document.adopted_by and f"antaget av {document.adopted_by}"
    return Branch(
        document.title,
        site.link(here, addresses.of(document)),
        ", ".join(filter(None, [document.type, adopted])),
        (*(_branch(site, here, one) for one in node.under), *_pointers(site, here, document)),
        _also_under(site, here, document),
    )


def _known_parents(site: Site, document: GoverningDocument) -> list[GoverningDocument]:
    return [site.register.documents[id] for id in document.parents if id in site.register.documents]


def _also_under(site: Site, here: str, document: GoverningDocument) -> Markup | None:
    """Say which more documents one with several parents lies under; it stands in full under the first of them."""
    others = _known_parents(site, document)[1:]
    named = views.listed([views.record_link(site, here, one, one.title) for one in others])
    return Markup("Hör också under {}.").format(named) if named else None


def _pointers(site: Site, here: str, document: GoverningDocument) -> list[Branch]:
    """Give the documents that lie under this one too, each with where it stands in full."""
    return [
        Branch(
            one.title,
            site.link(here, addresses.of(one)),
            f"hör också hit, står under {_known_parents(site, one)[0].title}",
        )
        for one in site.register.documents.values()
        if document in _known_parents(site, one)[1:]
    ]


def _span(site: Site, here: str, document: GoverningDocument, scale: Scale) -> Line:
    period = document.period
    bar = span_line(scale, period.first, period.last, site.as_of.today) if period else None
    return {
        "title": document.title,
        "href": site.link(here, addresses.of(document)),
        "fact": first_upper(_period_words(document) or "Giltigheten är inte angiven"),
        "bar": bar,
    }


def _period_words(document: GoverningDocument) -> str | None:
    """Give when a document holds: its period, and its own words when they say more."""
    stated_period = period_text(document.period) if document.period else ""
    own = document.period_words or ""
    if stated_period and own and own != stated_period:
        return f"{stated_period} ({own})"
    return stated_period or own or None


def _pages(
    site: Site,
    document: GoverningDocument,
    series: Sequence[GoverningDocument],
    trees: Sequence[Node[GoverningDocument]],
) -> Iterator[Page]:
    here = addresses.of(document)
    long = LongLists(site, here, document.title)
    node = within(trees, document.id)
    own = [one.record for one in node.under] if node else []
    more = [one for one in site.register.documents.values() if document in _known_parents(site, one)[1:]]
    below = [*own, *more]
    above = [*reversed(_above(site, document)), document]
    chain = [*above, *below]
    scale = _scale(site, chain)
    parts: dict[str, object] = {
        "spans": long.first(
            "hor-ihop",
            "Dokument som hör ihop",
            [_span(site, here, one, scale) for one in chain] if len(chain) > 1 else [],
            len(above) + NAMED,
        ),
        "goals": goals(site, here, document.goals),
        "points": document.points,
        "references": document.references,
        "link_out": document.link,
        **_scale_words(site, scale),
    }
    sheet = Sheet(document, document.summary, _facts(site, here, document), parts)
    yield record_page(site, "document", sheet, series)
    yield from long.pages()


def _above(site: Site, document: GoverningDocument) -> list[GoverningDocument]:
    return above_of(site.register.documents, document.id, lambda one: next(iter(one.parents), None))


def _facts(site: Site, here: str, document: GoverningDocument) -> list[tuple[str, object]]:
    parents = _known_parents(site, document)
    rows: list[tuple[str, object]] = [
        ("Slag", first_upper(document.type) if document.type else None),
        ("Antaget av", document.adopted_by),
        ("Antaget", when_text(document.adopted) if document.adopted else None),
        ("Paragraf", document.paragraph),
        ("Diarienummer", document.diary),
        ("Gäller", _period_words(document)),
        ("Gäller för", document.applies_to),
        ("Hör under", [views.record_link(site, here, one, one.title) for one in parents]),
        ("Ansvarig funktion", document.owner),
        ("Revidering", document.revision),
        ("Ska revideras senast", _revision(site, document)),
    ]
    return stated(rows, _WANTED)


def _revision(site: Site, document: GoverningDocument) -> str | None:
    """Give when a document is to be revised, and say so when that day has passed."""
    due = document.revision_due
    if due is None:
        return None
    passed = (
        " Dagen har passerat, och ingen ny version är publicerad här." if site.as_of.today > due.last else ""
    )
    return f"{first_upper(when_text(due))}.{passed}"
