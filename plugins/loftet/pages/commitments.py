"""The page of one commitment: what it is shown as, target beside outcome, what is done and what has been said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from loftet import addresses
from loftet.facts import Said
from loftet.facts.comparison import comparisons_of_commitment
from loftet.facts.life_events import life_events_of
from loftet.facts.signed import given_at_signing
from loftet.facts.standing_words import later_words, new_time_words
from loftet.facts.status import commitment_standing
from loftet.facts.subjects import of_commitment
from loftet.model.promise import Commitment, Promise
from loftet.pages import events, marks, views
from loftet.pages.goals import told_goals
from loftet.pages.histories import thing_history
from loftet.pages.life_story import life_item
from loftet.pages.long_lists import Event, LongLists
from loftet.pages.site import Page, Site
from loftet.pages.told_comparisons import shown_comparisons
from loftet.wording import first_upper

_MEASURES = 12
"""Measures that stand on the page of their commitment, which is about them."""


def commitment_pages(
    site: Site, promise: Promise, own: Commitment, series: list[tuple[str, str]]
) -> Iterator[Page]:
    """Draw the page of a commitment and its long lists; `series` are those of its promise, as (address, title)."""
    here = addresses.commitment(promise.id, own.id)
    long = LongLists(site, here, own.text)
    held = [marks.measure_item(site, here, one) for one in site.as_of.measures_of_commitment(promise, own)]
    standing = commitment_standing(site.as_of, promise, own)
    previous, following = views.neighbours(site, here, series)
    body = site.render(
        "commitment",
        here,
        promise=promise,
        commitment=own,
        promise_href=site.link(here, addresses.of(promise)),
        mark=marks.commitment_mark(site, standing),
        standing=standing,
        facts=_facts(site, here, promise, own),
        given=[(first_upper(one.label), one.value) for one in given_at_signing(site.register, own)],
        comparisons=shown_comparisons(long, comparisons_of_commitment(site.as_of, promise, own)),
        measures=long.first("atgarder", "Det här görs", held, _MEASURES),
        goals=told_goals(site, here, own.goals, own.goals_words),
        later=later_words(standing, site.own),
        new_time=new_time_words(standing, site.own),
        history=thing_history(site, long, of_commitment(promise, own)),
        events=long.story("handelser", "Vad som har sagts", _story(site, promise, own)),
        disagreements=views.differing(site, here, promise, own.disagreements),
        sources=views.sources(site, here, promise),
        cite=views.cite(site, here, own.text),
        previous=previous,
        following=following,
    )
    called, state = site.own("Åtagande"), marks.standing_words(site, "åtagande", standing)
    text = f"{called} i {promise.title}: {own.text}. {first_upper(state)}."
    search = f"{called} {state} {promise.title} {own.wording or ''} {own.place_words or ''}"
    yield Page(here, own.text, body, description=text, search_text=search, source=site.file_of(promise))
    yield from long.pages()


def _story(site: Site, promise: Promise, own: Commitment) -> Sequence[Event]:
    """Give what was said and what was decided about a commitment, newest first."""
    told = [
        (one.date, partial(_told, site, promise, own, one))
        for one in site.as_of.said_of_commitment(promise, own)
    ]
    decided = [(one.day, partial(life_item, site, one)) for one in life_events_of(site.as_of, promise, own)]
    return [event for _, event in sorted([*told, *decided], key=lambda one: one[0])][::-1]


def _told(site: Site, promise: Promise, own: Commitment, said: Said, here: str) -> dict[str, object]:
    then = commitment_standing(site.as_of.at(site.as_of.published_on(said.follow_up)), promise, own)
    return events.said_event(site, here, said, then.status if said.entry.assessment else None, "åtagande")


def _facts(site: Site, here: str, promise: Promise, own: Commitment) -> list[tuple[str, object]]:
    indicators = [site.register.indicators[id] for id in own.indicators if id in site.register.indicators]
    figures = [views.record_link(site, here, one, one.name) for one in indicators]

    def to(one: Commitment) -> Markup:
        return views.link(site.link(here, addresses.commitment(promise.id, one.id)), one.text)

    rows: list[tuple[str, object]] = [
        ("Ansvarig", views.parties(site, here, own.responsible, own.responsible_words)),
        ("Del av", [to(one) for one in promise.commitments if one.id == own.indented_under]),
        ("Delar", [to(one) for one in promise.commitments if one.indented_under == own.id]),
        ("Plats", views.areas(site, here, own.areas, own.place_words)),
        ("Fokusområden", views.focus_areas(site, here, own.focus)),
        ("Siffror att läsa bredvid", figures or None),
        ("Villkor", own.condition or ("görs löpande" if own.continuous else None)),
    ]
    return [(term, value) for term, value in rows if value or term == "Ansvarig"]
