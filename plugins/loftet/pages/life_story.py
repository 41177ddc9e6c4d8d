"""What was decided about a promise or a commitment, as events of a time line with the wordings side by side."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from loftet import addresses
from loftet.facts.life_events import LifeEvent
from loftet.facts.wording_changes import wording_changes
from loftet.model.promise import Commitment, Promise
from loftet.model.words.promises import LifecycleEvent
from loftet.pages import views
from loftet.pages.site import Site
from loftet.wording import ended, first_upper, when_text

_FOLDED = 600
"""Wordings that together are longer than so many characters are folded: the reason stands before them."""

_NEEDS_REASON = tuple(
    one for one in LifecycleEvent if one not in (LifecycleEvent.CHANGED, LifecycleEvent.ADDED)
)


def life_item(site: Site, event: LifeEvent, here: str) -> dict[str, object]:
    """Give a decision as an event of a time line: what, about what, why, who decided, and the wordings."""
    own = event.commitment
    about = f": {own.text}" if own else ""
    return {
        "date": _when(event),
        "heading": f"{first_upper(event.word)}{about}",
        "text": Markup(" ").join(_sentences(site, here, event)),
        "wordings": _wordings(event),
    }


def _when(event: LifeEvent) -> str:
    words = event.decided.date_words if event.decided else None
    return when_text(event.when) if event.when else words or views.NOT_GIVEN


def _sentences(site: Site, here: str, event: LifeEvent) -> Iterator[Markup]:
    decided = event.decided
    yield from _ties(site, here, event)
    reason = decided.reason if decided else None
    if reason:
        yield escape(ended(first_upper(reason)))
    elif event.kind in _NEEDS_REASON:
        yield escape("Skälet är inte angivet.")
    if decided and decided.decision:
        yield escape(f"Beslut: {ended(decided.decision)}")


def _ties(site: Site, here: str, event: LifeEvent) -> Iterator[Markup]:
    """Say what stands at the other end of the decision, with a link to it."""
    other, carried = event.other, event.other_commitment
    words = event.decided.carried_to_words if event.decided else None
    if other and carried:
        to = _commitment_link(site, here, other, carried)
        yield Markup("{}: {} i {}.").format(
            "Från" if event.incoming else "Till", to, _promise_link(site, here, other)
        )
    elif other:
        called = "Gällde förut" if event.incoming else "Gäller i stället"
        yield Markup("{}: {}.").format(called, _promise_link(site, here, other))
    if words and not event.incoming:
        yield escape(f"Till: {ended(words)}")


def _promise_link(site: Site, here: str, promise: Promise) -> Markup:
    return views.record_link(site, here, promise, promise.title)


def _commitment_link(site: Site, here: str, promise: Promise, own: Commitment) -> Markup:
    return views.link(site.link(here, addresses.commitment(promise.id, own.id)), own.text)


def _wordings(event: LifeEvent) -> dict[str, object] | None:
    """Give the wordings as the `before_after` component takes them; None when neither is known."""
    if not (event.before or event.after):
        return None
    told = wording_changes(event.before, event.after)
    return {
        "before": told.before,
        "after": told.after,
        "marked": told.marked,
        "folded": len(event.before) + len(event.after) > _FOLDED,
        "no_before": "Fanns inte förut."
        if event.kind is LifecycleEvent.ADDED
        else "Lydelsen är inte angiven.",
        "no_after": _nothing_after(event),
    }


def _nothing_after(event: LifeEvent) -> str:
    gone = (LifecycleEvent.STRUCK, LifecycleEvent.WITHDRAWN)
    return "Inget i stället." if event.kind in gone else "Lydelsen är inte angiven."
