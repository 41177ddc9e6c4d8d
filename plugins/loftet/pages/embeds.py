"""Small documents for frames on other sites: how a promise goes, what became of a walk, what a follow-up changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

from loftet import addresses
from loftet.facts.changes import mentioned
from loftet.facts.lifecycle import life_stage
from loftet.facts.progress import progress_of_commitments, progress_of_stops
from loftet.facts.titles import walk_name
from loftet.model.follow_up import FollowUp
from loftet.model.promise import Promise
from loftet.model.walk import SafetyWalk
from loftet.pages import views
from loftet.pages.entries import counts
from loftet.pages.site import Site
from loftet.pages.walk_words import summary
from loftet.wording import ended, first_upper, when_text

_STYLES = ("assets/tokens.css", "assets/chrome.css", "assets/components.css")

Embedded = Promise | SafetyWalk | FollowUp


@dataclass(frozen=True)
class Card:
    """What a small document says: what it is of, sentences, and a bar where there is something to count."""

    kind: str
    title: str
    sentence: str
    lines: tuple[str, ...] = ()
    segments: tuple[dict[str, object], ...] = ()


def embed_files(site: Site, record: Embedded) -> Mapping[str, bytes]:
    """Give a record's small document, without script and chrome, by the address of its file."""
    here = addresses.embed(record)
    body = site.render(
        "embed",
        here,
        card=_card(site, record),
        styles=[addresses.href(here, one) for one in _STYLES],
        whole=addresses.href(here, addresses.of(record)),
        held=site.holds_as_of if site.as_of.follow_ups and not isinstance(record, FollowUp) else None,
    )
    return {f"{here}index.html": body.encode()}


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


def _card(site: Site, record: Embedded) -> Card:
    if isinstance(record, Promise):
        return _of_promise(site, record)
    return _of_walk(site, record) if isinstance(record, SafetyWalk) else _of_follow_up(site, record)


def _of_promise(site: Site, promise: Promise) -> Card:
    progress = progress_of_commitments(site.as_of, [promise])
    stage = first_upper(life_stage(site.as_of, promise).stage.value)
    bar = tuple(views.bar_segments(progress))
    return Card("Medborgarlöfte", promise.title, progress.sentence, (ended(stage),), bar)


def _of_walk(site: Site, walk: SafetyWalk) -> Card:
    progress = progress_of_stops(site.as_of, walk)
    bar = tuple(views.bar_segments(progress)) if walk.stops else ()
    return Card("Trygghetsvandring", walk_name(walk), summary(site, walk), (), bar)


def _of_follow_up(site: Site, told: FollowUp) -> Card:
    held = f"Uppgifterna gäller per {told.as_of_words or when_text(told.as_of)}."
    changed = tuple(one["text"] for one in counts(mentioned(site.as_of, told)))
    title = views.follow_up_title(site, told)
    return Card(
        "Uppföljning", title, ended(told.overall or "") or held, (*changed, *([held] if told.overall else ()))
    )
