"""The list of promises, and the page of each with those of its commitments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup, escape

from loftet import addresses
from loftet.facts import Said
from loftet.facts.life_events import life_events
from loftet.facts.lifecycle import life_stage
from loftet.facts.progress import progress_of_commitments, progress_of_measures
from loftet.facts.silence import unmentioned
from loftet.facts.standing_words import due_words, later_words
from loftet.facts.status import commitment_standing
from loftet.facts.targets import target_words
from loftet.model.promise import Commitment, Promise
from loftet.model.register import KIND_BY_NAME
from loftet.model.words.promises import PartyRole
from loftet.pages import events, marks, views
from loftet.pages.commitment_lists import by_status, choices
from loftet.pages.commitments import commitment_pages
from loftet.pages.embeds import embedding
from loftet.pages.following import ways_to_follow
from loftet.pages.goals import goals
from loftet.pages.histories import promise_history
from loftet.pages.life_story import life_item
from loftet.pages.lines import Line, promise_line
from loftet.pages.long_lists import FIRST, Event, LongLists, Shown
from loftet.pages.paging import MOST
from loftet.pages.promise_life import in_order, life_steps, missing_words, period_bar, period_words
from loftet.pages.share_cards import share_of
from loftet.pages.site import Page, Site
from loftet.wording import date_text, first_upper, when_text

_TOLD = 6
"""Promises that are told with their bar in the list, the newest; the older ones have one line each."""

_MORE = 10
"""Of those lines, so many stand in the list."""

_ORIGIN_KINDS = ("dialog", "lagesbild", "vandring", "orsak", "beslut", "indikator")


def promises(site: Site) -> Iterator[Page]:
    """Draw the list of promises, a page for each promise and one for each commitment."""
    ordered = in_order(site)
    yield from _overview(site, ordered)
    series = [(addresses.of(one), one.title) for one in ordered]
    for promise in ordered:
        yield from _promise_pages(site, promise, series)
        own_series = [(addresses.commitment(promise.id, own.id), own.text) for own in promise.commitments]
        for own in promise.commitments:
            yield from commitment_pages(site, promise, own, own_series)


def _overview(site: Site, ordered: list[Promise]) -> Iterator[Page]:
    here = addresses.PROMISES
    short, title = site.noun("löfte"), first_upper(site.noun("medborgarlöfte").plural)
    long = LongLists(site, here, title)
    body = site.render(
        "promises",
        here,
        promises=[_in_list(site, here, one) for one in ordered[:_TOLD]],
        more=long.first("fler", "", [_brief(site, here, one) for one in ordered[_TOLD:]], _MORE),
        choices=choices(site, here, by_status(site)),
    )
    text = f"{short.counted(len(ordered))} från {site.register.municipality.name} och polisen."
    yield Page(here, title, body, description=text, menu=first_upper(short.plural))
    yield from long.pages()


def _brief(site: Site, here: str, promise: Promise) -> Line:
    """Give a promise as one line: that its follow-up is missing, else how it goes."""
    missing = missing_words(site, promise)
    return promise_line(
        site, here, promise, missing or progress_of_commitments(site.as_of, [promise]).sentence
    )


def _in_list(site: Site, here: str, promise: Promise) -> dict[str, object]:
    life = life_stage(site.as_of, promise)
    progress = progress_of_commitments(site.as_of, [promise])
    return {
        "title": promise.title,
        "href": site.link(here, addresses.of(promise)),
        "mark": marks.mark(life.stage, site.noun("löfte").neuter),
        "summary": promise.summary,
        "period": period_words(promise, site.as_of.today),
        "progress": marks.commitment_segments(site, here, progress),
        "sentence": progress.sentence,
        "missing": missing_words(site, promise),
    }


def _promise_pages(site: Site, promise: Promise, series: list[tuple[str, str]]) -> Iterator[Page]:
    here = addresses.of(promise)
    long = LongLists(site, here, promise.title)
    loose = [marks.measure_item(site, here, one) for one in site.as_of.loose_measures(promise)]
    life = life_stage(site.as_of, promise)
    progress = progress_of_commitments(site.as_of, [promise])
    measured = progress_of_measures(site.as_of, site.as_of.measures_of_promise(promise))
    previous, following = views.neighbours(site, here, series)
    body = site.render(
        "promise",
        here,
        promise=promise,
        steps=life_steps(site, here, promise, life),
        period=period_bar(site, promise, life),
        progress=marks.commitment_segments(site, here, progress),
        sentence=progress.sentence,
        left_out=len(progress.left_out),
        missing=missing_words(site, promise),
        no_rhythm=promise.rhythm is None and not promise.rhythm_words,
        cards=[_card(site, here, promise, own) for own in promise.commitments],
        unmentioned=[own.text for own in unmentioned(site.as_of, promise)],
        loose=long.first("atgarder", "Åtgärder i löftet", loose, MOST),
        measured=measured.sentence,
        facts=_promise_facts(site, here, promise),
        goals=goals(site, here, promise.goals),
        came_by=came_by(site, here, promise),
        history=promise_history(site, long, promise),
        events=long.story("handelser", "Vad som har hänt", _promise_events(site, promise)),
        follow_ups=long.first("uppfoljningar", "Uppföljningar", _follow_up_items(site, here, promise)),
        wordings=[views.wording(site, here, promise, one) for one in promise.wordings],
        disagreements=views.differing(site, here, promise),
        sources=views.sources(site, here, promise),
        cite=views.cite(site, here, promise.title),
        follow=ways_to_follow(site, here, promise),
        embedding=embedding(site, here, promise),
        previous=previous,
        following=following,
    )
    text = promise.summary or f"{promise.title}. {period_words(promise, site.as_of.today)}."
    called = first_upper(site.noun("medborgarlöfte").singular)
    search = " ".join([called, life.stage.value, text, *(own.text for own in promise.commitments)])
    yield Page(
        here,
        promise.title,
        body,
        description=text,
        search_text=search,
        source=site.file_of(promise),
        share=share_of(site, promise),
    )
    yield from long.pages()


def _card(site: Site, here: str, promise: Promise, own: Commitment) -> dict[str, object]:
    standing = commitment_standing(site.as_of, promise, own)
    said = standing.said
    return {
        "id": own.id,
        "title": own.text,
        "href": site.link(here, addresses.commitment(promise.id, own.id)),
        "mark": marks.commitment_mark(site, standing),
        "who": views.parties(site, here, own.responsible, own.responsible_words),
        "target": own.goals_words or _targets(own),
        "latest": events.said_text(said) if said else None,
        "latest_date": date_text(said.date) if said else None,
        "measures": _first_measures(site, here, promise, own),
        "condition": own.condition or ("görs löpande" if own.continuous else None),
        "deadline": due_words(standing) or own.deadline_words,
        "later": later_words(standing, site.own),
    }


def _first_measures(site: Site, here: str, promise: Promise, own: Commitment) -> Shown:
    """Give the first measures of a commitment; its own page has them all."""
    held = site.as_of.measures_of_commitment(promise, own)
    shown = held if len(held) <= FIRST + 1 else held[:FIRST]
    whole = site.link(here, f"{addresses.commitment(promise.id, own.id)}#atgarder")
    rest: dict[str, object] | None = {"href": whole, "total": len(held)} if len(shown) < len(held) else None
    return Shown([marks.measure_item(site, here, one) for one in shown], rest)


def _targets(own: Commitment) -> str | None:
    words = [target_words(goal) for goal in own.goals]
    return "; ".join(word for word in words if word) or None


def _promise_facts(site: Site, here: str, promise: Promise) -> list[tuple[str, object]]:
    signers = [one.party for one in promise.parties if one.role is PartyRole.SIGNS]
    others = [one.party for one in promise.parties if one.role is not PartyRole.SIGNS]
    rhythm = promise.rhythm_words or (views.cadence_text(promise.rhythm) if promise.rhythm else None)
    replaced = site.register.promises.get(promise.replaces or "")
    successor = site.as_of.successors.get(promise.id)
    rows: list[tuple[str, object]] = [
        ("Undertecknare", views.parties(site, here, signers, promise.parties_words)),
        ("Andra parter", views.parties(site, here, others)),
        ("Period", period_words(promise, site.as_of.today)),
        ("Utlovad uppföljning", rhythm),
        ("Fokusområden", views.focus_areas(site, here, promise.focus)),
        ("Områden", views.areas(site, here, promise.areas)),
        ("Diarienummer", promise.diary),
        ("Ersätter", views.record_link(site, here, replaced, replaced.title) if replaced else None),
        ("Ersatt av", views.record_link(site, here, successor, successor.title) if successor else None),
    ]
    wanted = {"Undertecknare", "Period", "Utlovad uppföljning", "Diarienummer"}
    return [(term, value) for term, value in rows if value or term in wanted]


def came_by(site: Site, here: str, promise: Promise) -> list[Markup]:
    """Give links to the dialogues, pictures of the situation and walks that a promise came by."""
    links = []
    for id in promise.arrived_by:
        for kind in (KIND_BY_NAME[name] for name in _ORIGIN_KINDS):
            record = site.register.of(kind).get(id)
            if record:
                named = views.record_link(site, here, record, views.title_of(site, record))
                links.append(Markup("{}: {}").format(first_upper(site.noun_of(kind.type).singular), named))
    return [*links, *([escape(promise.arrived_by_words)] if promise.arrived_by_words else [])]


def _promise_events(site: Site, promise: Promise) -> Sequence[Event]:
    """Give what was said and what was decided about a promise as a whole and its commitments, newest first."""
    told = [(one.date, partial(_told, site, one)) for one in site.as_of.said_of_promise(promise)]
    decided = [(one.day, partial(life_item, site, one)) for one in life_events(site.as_of, promise)]
    return [event for _, event in sorted([*told, *decided], key=lambda one: one[0])][::-1]


def _told(site: Site, said: Said, here: str) -> dict[str, object]:
    return events.said_event(site, here, said, None, "löfte")


def _follow_up_items(site: Site, here: str, promise: Promise) -> list[dict[str, object]]:
    return [
        {
            "title": views.follow_up_title(site, one),
            "href": site.link(here, addresses.of(one)),
            "status": None,
            "fact": one.overall,
            "date": f"Uppgifterna gäller per {when_text(one.as_of)}",
        }
        for one in reversed(site.as_of.follow_ups_of(promise))
    ]
