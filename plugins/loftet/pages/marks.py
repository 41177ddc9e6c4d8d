"""How a status is shown on pages: as a mark, in a line of a list, as a part of a bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from loftet import addresses
from loftet.facts.progress import Progress
from loftet.facts.standing_words import due_words
from loftet.facts.status import Standing, commitment_standing, measure_standing, recipient
from loftet.model.dates import FuzzyDate
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.statuses import CommitmentStatus, MeasureStatus, Status
from loftet.pages.site import Site
from loftet.wording import Adjective, and_list, when_text

_DONE = Adjective("genomförd", "genomfört", "genomförda")

Counted = TypeVar("Counted")


def mark(
    status: Status,
    neuter: bool | None = None,
    since: FuzzyDate | None = None,
    word: str | None = None,
    more: str = "",
) -> dict[str, str | None]:
    """Give what the `status` component takes: word, shape, tone and since when.

    `neuter` is the gender of what it is said of; None where the word has one form or is said of Löftet's own noun.
    `more` is what is said after since when.
    """
    form = status.value if neuter is None else status.neuter if neuter else status.common
    shown = word or form
    return {
        "word": shown,
        "shape": status.shape,
        "tone": status.tone,
        "since": when_text(since) if since else None,
        "more": more,
    }


def standing_words(
    site: Site, name: str, standing: Standing[MeasureStatus] | Standing[CommitmentStatus]
) -> str:
    """Say where a thing (`åtgärd` or `åtagande`) stands: its status, and beneath *försenad* what was said of it."""
    neuter = site.noun(name).neuter
    status = standing.status.neuter if neuter else standing.status.common
    return ", ".join((status, *_beneath(site, standing, neuter)))


def _beneath(
    site: Site, standing: Standing[MeasureStatus] | Standing[CommitmentStatus], neuter: bool
) -> list[str]:
    """Give what the status alone does not say: none of it is as old as the status, so it stands after ”sedan”."""
    words = [standing.under.neuter if neuter else standing.under.common] if standing.under else []
    if standing.later and standing.later.entry.assessment:
        words.append(f"senare sagt {standing.later.entry.assessment.value}")
    if standing.new_time and standing.status.is_late:
        words.append(f"ny tid: {standing.new_time}")
    if taken_over := recipient(site.register, standing):
        words.append(f"tas över av {taken_over}")
    return words


def _standing_mark(
    site: Site, name: str, standing: Standing[MeasureStatus] | Standing[CommitmentStatus]
) -> dict[str, str | None]:
    neuter = site.noun(name).neuter
    return mark(standing.status, neuter, standing.since, more=", ".join(_beneath(site, standing, neuter)))


def measure_mark(site: Site, standing: Standing[MeasureStatus]) -> dict[str, str | None]:
    """Give the mark of a measure; a late one says what was said of it beneath, and from which day it is late."""
    return _standing_mark(site, "åtgärd", standing)


def commitment_mark(site: Site, standing: Standing[CommitmentStatus]) -> dict[str, str | None]:
    """Give the mark of a commitment; without a verdict it says how many of its measures are done (rule 2)."""
    if standing.of:
        act = site.noun("åtgärd")
        words = f"{act.form(standing.of)} {act.agreeing(_DONE, standing.of)}"
        return mark(standing.status, word=f"{standing.done} av {standing.of} {words}")
    return _standing_mark(site, "åtagande", standing)


def measure_item(site: Site, here: str, measure: Measure, with_promise: bool = False) -> dict[str, object]:
    """Give a measure as one line of a list: status, title, who (or which promise), last day."""
    standing = measure_standing(site.as_of, measure)
    promise = site.as_of.promise_of(measure)
    due = due_words(standing)
    who = responsible_words(site, measure.responsible, measure.responsible_words)
    belongs = promise.title if promise else site.own("Hör inte till något löfte")
    return {
        "id": None,
        "title": measure.title,
        "href": site.link(here, addresses.of(measure)),
        "status": measure_mark(site, standing),
        "fact": belongs if with_promise else who,
        "date": f"Klart senast {due}" if due else None,
    }


def responsible_words(site: Site, ids: Sequence[str], words: str | None) -> str:
    """Name who is responsible as plain text, or say that it is not stated."""
    names = [site.register.parties[id].name for id in ids if id in site.register.parties]
    return and_list(names) or words or "Ansvarig ej angiven"


def commitment_item(site: Site, here: str, promise: Promise, own: Commitment) -> dict[str, object]:
    """Give a commitment as one line of a list."""
    standing = commitment_standing(site.as_of, promise, own)
    due = due_words(standing)
    return {
        "id": None,
        "title": own.text,
        "href": site.link(here, addresses.commitment(promise.id, own.id)),
        "status": commitment_mark(site, standing),
        "fact": responsible_words(site, own.responsible, own.responsible_words),
        "date": f"Klart senast {due}" if due else None,
    }


def commitment_segments(
    site: Site, here: str, progress: Progress[tuple[Promise, Commitment]]
) -> list[dict[str, object]]:
    """Give counts of commitments as a bar whose words lead to the list of all that stand so, with reasons."""
    slugs = [segment.status.slug for segment in progress.segments]
    lists = {slug: addresses.filtered(addresses.PROMISES, "status", slug) for slug in slugs}
    return bar_segments(progress, {slug: site.link(here, there) for slug, there in lists.items()})


def bar_segments(
    progress: Progress[Counted], hrefs: dict[str, str | None] | None = None
) -> list[dict[str, object]]:
    """Give a progress as the `progress_bar` component takes it; `hrefs` by status slug."""
    return [
        {
            "word": progress.form(segment),
            "count": segment.count,
            "shape": segment.status.shape,
            "tone": segment.status.tone,
            "href": (hrefs or {}).get(segment.status.slug),
        }
        for segment in progress.segments
    ]
