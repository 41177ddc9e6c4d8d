"""Small documents for frames on other sites: how a promise goes, what became of a walk, what a follow-up changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

from loftet import addresses
from loftet.facts.changes import mentioned
from loftet.facts.lifecycle import life_stage
from loftet.facts.progress import Counted, Progress, progress_of_commitments, progress_of_stops
from loftet.facts.titles import walk_name
from loftet.facts.walks import is_to_come
from loftet.model.follow_up import FollowUp
from loftet.model.promise import Promise
from loftet.model.statuses import Lifecycle
from loftet.model.walk import SafetyWalk
from loftet.pages import marks, views
from loftet.pages.entries import counts
from loftet.pages.site import Site
from loftet.pages.walk_words import summary, walk_when
from loftet.wording import date_text, ended, first_upper, when_text

_STYLES = ("assets/tokens.css", "assets/chrome.css", "assets/components.css")
_ACCENT = "assets/accent.css"

Embedded = Promise | SafetyWalk | FollowUp


@dataclass(frozen=True)
class EmbedCard:
    """What a small document says: what it is of, as of when, sentences, and a bar where something counts."""

    kind: str
    title: str
    sentence: str
    held: str
    lead: str = ""
    lines: tuple[str, ...] = ()
    segments: tuple[dict[str, object], ...] = ()


def embed_files(site: Site, record: Embedded) -> Mapping[str, bytes]:
    """Give a record's small document, without script and chrome, by the address of its file."""
    here = addresses.embed(record)
    return {f"{here}index.html": _document(site, here, _card(site, record), addresses.of(record))}


def _document(site: Site, here: str, card: EmbedCard, page: str) -> bytes:
    drawn = site.render(
        "embed",
        here,
        card=card,
        icon=addresses.href(here, "assets/favicon.svg"),
        styles=[addresses.href(here, one) for one in (*_STYLES, *([_ACCENT] if site.accent else []))],
        whole=addresses.href(here, page),
    )
    return drawn.encode()


def removed_embed(site: Site, here: str, page: str, became: str) -> bytes:
    """Draw what stands in a frame when its record is gone; `page` is the record's page, where more is said."""
    return _document(
        site, here, EmbedCard("Borttaget", "Det som visades här finns inte kvar", became, ""), page
    )


def embedding(site: Site, here: str, record: Embedded) -> dict[str, str] | None:
    """Give what the `embed_box` component takes: text to copy, and a link to see it; None without a site address."""
    if not site.root:
        return None
    there = addresses.embed(record)
    card = _card(site, record)
    code = (
        f'<iframe src="{escape(site.root + there)}" title="{escape(f"{card.kind}: {card.title}")}" '
        'width="100%" height="420" loading="lazy"></iframe>'
    )
    return {"code": code, "href": addresses.href(here, there)}


def _card(site: Site, record: Embedded) -> EmbedCard:
    if isinstance(record, Promise):
        return _of_promise(site, record)
    return _of_walk(site, record) if isinstance(record, SafetyWalk) else _of_follow_up(site, record)


def _of_promise(site: Site, promise: Promise) -> EmbedCard:
    progress = progress_of_commitments(site.as_of, [promise])
    life = life_stage(site.as_of, promise)
    ends = life.until if life.stage in (Lifecycle.IN_FORCE, Lifecycle.EXTENDED) else None
    stage = first_upper(life.stage.value) + (f" till {date_text(ends)}" if ends else "")
    kind = first_upper(site.noun("medborgarlöfte").singular)
    return EmbedCard(kind, promise.title, progress.sentence, _held(site), f"{stage}.", (), _bar(progress))


def _of_walk(site: Site, walk: SafetyWalk) -> EmbedCard:
    bar = _bar(progress_of_stops(site.as_of, walk)) if walk.stops else ()
    told = first_upper(ended(walk_when(walk) or "")) if is_to_come(site.as_of, walk) else ""
    lines = tuple(ended(one) for one in walk.meetings_words) if told else ()
    return EmbedCard(
        first_upper(site.noun("trygghetsvandring").singular),
        walk_name(walk),
        summary(site, walk),
        _held(site),
        told,
        lines,
        bar,
    )


def _of_follow_up(site: Site, told: FollowUp) -> EmbedCard:
    changed = tuple(one["text"] for one in counts(mentioned(site.as_of, told)))
    kind = first_upper(site.noun("uppföljning").singular)
    held = f"Uppgifterna gäller per {told.as_of_words or when_text(told.as_of)}."
    title = views.follow_up_title(site, told)
    return EmbedCard(
        kind, title, ended(told.overall or "") or "Ingen samlad bedömning är angiven.", held, "", changed
    )


def _bar(progress: Progress[Counted]) -> tuple[dict[str, object], ...]:
    return tuple(marks.bar_segments(progress))


def _held(site: Site) -> str:
    return f"Uppgifterna gäller per {site.holds_as_of}." if site.as_of.follow_ups else ""
