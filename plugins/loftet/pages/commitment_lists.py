"""All commitments by status, each with its reason: one list a status, each a plain page (not permanent, noindex)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loftet import addresses
from loftet.facts.lifecycle import decided_end
from loftet.facts.standing_words import due_words
from loftet.facts.status import Standing, commitment_standing
from loftet.model.promise import Commitment, Promise
from loftet.model.statuses import CommitmentStatus
from loftet.pages import events, marks
from loftet.pages.choices import choice_view
from loftet.pages.lines import Line
from loftet.pages.paging import FIRST, ListPart, in_parts, part_links
from loftet.pages.promise_life import holds, in_order, period_words
from loftet.pages.site import Page, Site
from loftet.pages.tallies import Pair
from loftet.wording import ended, first_upper

_ASKS_WHY = (
    CommitmentStatus.NOT_KEPT,
    CommitmentStatus.NOT_DONE,
    CommitmentStatus.PARTLY,
    CommitmentStatus.LATE,
    CommitmentStatus.PAUSED,
)
"""What a reader asks the reason for, so that a missing one is said."""

Chosen = dict[CommitmentStatus, list[Pair]]


def commitment_lists(site: Site) -> Iterator[Page]:
    """Draw a list for each status that some commitment has."""
    chosen = by_status(site)
    for status, pairs in chosen.items():
        for part in in_parts(_address(status), pairs, FIRST):
            yield _page(site, status, part, pairs, chosen)


def by_status(site: Site) -> Chosen:
    """Give every commitment by what it is shown as: those of promises in force first, the newest promise first."""
    found: Chosen = {status: [] for status in CommitmentStatus}
    for promise in sorted(in_order(site), key=lambda one: not holds(site, one)):
        for own in promise.commitments:
            found[commitment_standing(site.as_of, promise, own).status].append((promise, own))
    return {status: pairs for status, pairs in found.items() if pairs}


def choices(site: Site, here: str, chosen: Chosen) -> list[dict[str, object]]:
    """Give the statuses with their counts, as the `filters` component takes them."""
    return [
        choice_view(site, here, _address(status), first_upper(status.plural), len(pairs), status)
        for status, pairs in chosen.items()
    ]


def _address(status: CommitmentStatus) -> str:
    return addresses.filtered(addresses.PROMISES, addresses.BY_STATUS, status.slug)


def _page(
    site: Site, status: CommitmentStatus, part: ListPart[Pair], pairs: Sequence[Pair], chosen: Chosen
) -> Page:
    here, called = part.address, site.noun("åtagande")
    title = part.title(f"{first_upper(called.plural)}: {status.plural}")
    sentence = _sentence(site, pairs)
    body = site.render(
        "commitments",
        here,
        title=title,
        sentence=sentence,
        meaning=site.own(status.meaning),
        items=[_line(site, here, *pair) for pair in part.items],
        parts=part_links(site, part),
        choices=choices(site, here, chosen),
        everything=site.link(here, addresses.PROMISES),
    )
    return Page(here, title, body, description=f"{title}. {sentence}", listed=False)


def _sentence(site: Site, pairs: Sequence[Pair]) -> str:
    """Say how many there are, and how many of them belong to promises that hold today."""
    called, promise = site.noun("åtagande"), site.noun("löfte")
    now = sum(holds(site, one) for one, _ in pairs)
    if len(pairs) == 1:
        holding = "gäller nu" if now else "inte gäller nu"
        return f"{called.counted(1)}, i {promise.article} {promise.singular} som {holding}."
    return f"{called.counted(len(pairs))}, varav {now} i {promise.plural} som gäller nu."


def _line(site: Site, here: str, promise: Promise, own: Commitment) -> Line:
    standing = commitment_standing(site.as_of, promise, own)
    return {
        "title": own.text,
        "href": site.link(here, addresses.commitment(promise.id, own.id)),
        "status": marks.commitment_mark(site, standing),
        "fact": f"{_why(site, promise, own, standing)} {ended(promise.title)}".strip(),
        "date": first_upper(period_words(promise, site.as_of.today)),
    }


def _why(site: Site, promise: Promise, own: Commitment, standing: Standing[CommitmentStatus]) -> str:
    """Give what was said with its reason; for what a reader asks the reason of, say when none is stated."""
    said, gone = standing.said, decided_end(site.as_of, promise, own)
    told = events.said_text(said) if said else ended(first_upper(gone.reason)) if gone and gone.reason else ""
    stated = bool(said and (said.entry.reason or said.entry.reason_words)) or (not said and bool(told))
    due = due_words(standing)
    late = f"Klart senast {ended(due)}" if due and standing.status is CommitmentStatus.LATE else ""
    asked = "Skälet är inte angivet." if standing.status in _ASKS_WHY and not stated else ""
    return " ".join(one for one in (late, told, asked) if one)
