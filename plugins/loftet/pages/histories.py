"""Vad har ändrats: the section on the page of a promise, a commitment or a measure, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from loftet import addresses
from loftet.facts.change_words import is_neuter
from loftet.facts.changes import title_of
from loftet.facts.histories import UNMENTIONED, Turn
from loftet.facts.subjects import Subject, of_commitment, of_measure, of_promise
from loftet.model.promise import Promise
from loftet.pages import marks, views
from loftet.pages.long_lists import NAMED, LongLists, Shown
from loftet.pages.site import Site
from loftet.wording import count, date_text, first_upper, when_text

_IN_FULL = 4
"""So many changes of one thing stand open; the older ones are folded under them."""

_OLDER = ("aldre-andringar", "Äldre ändringar")


def thing_history(site: Site, long: LongLists, about: Subject) -> dict[str, object]:
    """Give what has changed about one commitment or measure as the `history` component takes it."""
    here = long.address
    turns = site.histories.get(about, ())
    told = [{**_item(site, here, one, _when_title(site, one)), "status": None} for one in turns]
    older = long.first(*_OLDER, told[_IN_FULL:], NAMED)
    return {"latest": told[:_IN_FULL], "older": older, "empty": _nothing(site, about)}


def _nothing(site: Site, about: Subject) -> str:
    """Say that nothing has changed, and whether anybody has looked."""
    told = site.as_of.said(about)
    if not told:
        return site.own("Inget har ändrats. Ingen uppföljning har sagt något om det här ännu.")
    return f"Inget har ändrats sedan {date_text(told[0].date)}."


def promise_history(site: Site, long: LongLists, promise: Promise) -> dict[str, object]:
    """Give what has changed about a promise and all in it: the latest in full, what came before in one line each.

    The older lines lead to the follow-ups, which tell every change in full and never go away.
    """
    here = long.address
    turns = [one for about in _within(site, promise) for one in site.histories.get(about, ())]
    groups: dict[tuple[str, str], list[Turn]] = {}
    for one in sorted(turns, key=lambda one: one.day, reverse=True):
        groups.setdefault(_group(one), []).append(one)
    told = list(groups.values())
    latest = [_in_full(site, long, one) for one in told[:1]]
    older = long.first(*_OLDER, [_in_brief(site, here, one) for one in told[1:]], NAMED)
    return {"latest": latest, "older": older}


def _in_full(site: Site, long: LongLists, turns: Sequence[Turn]) -> dict[str, object]:
    loud = [one for one in turns if one.words != UNMENTIONED]
    brief = _in_brief(site, long.address, turns)
    items = [_item(site, long.address, one, title_of(site.as_of, one.about)) for one in loud]
    if turns[0].follow_up is None:
        return {**brief, "shown": long.first("andrat", "Vad har ändrats", items)}
    cut = len(items) > _IN_FULL + 1
    rest: dict[str, object] | None = {"href": brief["href"], "total": len(items)} if cut else None
    return {**brief, "shown": Shown(items[:_IN_FULL] if cut else items, rest)}


def _in_brief(site: Site, here: str, turns: Sequence[Turn]) -> dict[str, object]:
    """Give a group of turns as one line: where it was said, how much changed, how much was not mentioned."""
    first, quiet = turns[0], sum(one.words == UNMENTIONED for one in turns)
    loud = len(turns) - quiet
    if first.follow_up is None:
        fact = " ".join(one.words for one in turns[:_IN_FULL])
    else:
        changed = count(loud, "ändring", "ändringar") if loud else "inget ändrades"
        unsaid = f", {count(quiet, 'sak', 'saker')} nämns inte" if quiet else ""
        fact = first_upper(f"{changed}{unsaid}.")
    there = site.link(here, f"{addresses.of(first.follow_up)}#andrat") if first.follow_up else None
    return {"title": _when_title(site, first), "href": there or _address(site, here, first), "fact": fact}


def _within(site: Site, promise: Promise) -> list[Subject]:
    return [
        of_promise(promise),
        *(of_commitment(promise, own) for own in promise.commitments),
        *(of_measure(one) for one in site.as_of.measures_of_promise(promise)),
    ]


def _group(turn: Turn) -> tuple[str, str]:
    """Give what a turn is told together with: all of its follow-up, or of its day."""
    return turn.day.isoformat(), turn.follow_up.id if turn.follow_up else ""


def _when_title(site: Site, turn: Turn) -> str:
    """Name what a turn comes from: the follow-up, the correction, the decision, or the calendar."""
    if turn.follow_up:
        return views.follow_up_title(site, turn.follow_up)
    if turn.correction:
        return f"{site.own('Rättelse')} {when_text(turn.correction.date)}"
    if turn.decided:
        when = turn.decided.when
        words = turn.decided.decided.date_words if turn.decided.decided else None
        return f"Beslut {when_text(when) if when else words or 'utan angiven dag'}"
    return f"Sista dagen gick ut, {date_text(turn.day)}"


def _item(site: Site, here: str, turn: Turn, title: str) -> dict[str, object]:
    neuter = is_neuter(site.as_of, turn.about)
    return {
        "title": title,
        "href": _address(site, here, turn),
        "status": marks.mark(turn.status, neuter) if turn.status else None,
        "fact": turn.words,
    }


def _address(site: Site, here: str, turn: Turn) -> str | None:
    """Give where a change is told in full; None for what stands on this very page or nowhere."""
    if turn.follow_up:
        there = (
            addresses.entry(turn.follow_up, turn.entry)
            if turn.entry
            else f"{addresses.of(turn.follow_up)}#ej-namnt"
        )
        return site.link(here, there)
    if turn.correction:
        return site.link(here, addresses.of(turn.correction))
    return "#handelser" if turn.decided else None
