"""Nytt: what has changed, follow-up by follow-up, for the whole site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loftet import addresses
from loftet.facts.change_words import change_words, is_neuter
from loftet.facts.changes import Change, changes, turned_late
from loftet.facts.corrections import corrections
from loftet.model.follow_up import FollowUp
from loftet.pages import marks, views
from loftet.pages.corrections import correction_view
from loftet.pages.entries import address_of
from loftet.pages.follow_up_list import follow_up_item
from loftet.pages.follow_ups import as_of_words, settled_words
from loftet.pages.lines import Line
from loftet.pages.long_lists import LongLists
from loftet.pages.paging import MOST
from loftet.pages.site import Page, Site

_IN_FULL = 3
"""So many follow-ups are told in full; the older ones are links."""

_CHANGES = 6
"""So many changes of each follow-up are told; the follow-up itself tells them all."""


def news(site: Site) -> Iterator[Page]:
    """Draw the page of what has changed since the previous follow-ups, newest first."""
    here = addresses.NEWS
    told = list(reversed(site.as_of.follow_ups))
    long = LongLists(site, here, "Nytt")
    body = site.render(
        "news",
        here,
        late=long.first("forsenat", "Försenat sedan dess", _late(site, here, told[0]) if told else []),
        latest=views.follow_up_title(site, told[0]) if told else None,
        told=[_told(site, here, one) for one in told[:_IN_FULL]],
        older=long.first("aldre", "Äldre uppföljningar", _older(site, here, told[_IN_FULL:]), MOST),
        corrections=[correction_view(site, here, one) for one in corrections(site.as_of)[:_IN_FULL]],
        next=site.next_words,
        cite=views.cite(site, here, "Nytt"),
    )
    text = site.own("Vad som har ändrats sedan förra uppföljningen.")
    yield Page(here, "Nytt", body, description=text, menu="Nytt")
    yield from long.pages()


def _older(site: Site, here: str, told: Sequence[FollowUp]) -> list[Line]:
    return [{**follow_up_item(site, here, one), "id": _anchor(one)} for one in told]


def _late(site: Site, here: str, latest: FollowUp) -> list[dict[str, object]]:
    return [
        {
            "title": one.title,
            "href": site.link(here, address_of(one.about)),
            "status": marks.mark(one.status, is_neuter(site.as_of, one.about)),
            "fact": None,
            "date": None,
        }
        for one in turned_late(site.as_of, latest)
    ]


def _anchor(follow_up: FollowUp) -> str:
    """Give where a follow-up stands on the page, also when it is only a line there: links to it are kept."""
    return f"u--{follow_up.id}"


def _told(site: Site, here: str, follow_up: FollowUp) -> dict[str, object]:
    last_of_thing = {one.about: one for one in changes(site.as_of, follow_up)}
    told = list(last_of_thing.values())
    shown = told if len(told) <= _CHANGES + 1 else told[:_CHANGES]
    whole = site.link(here, f"{addresses.of(follow_up)}#andrat")
    return {
        "id": _anchor(follow_up),
        "title": views.follow_up_title(site, follow_up),
        "href": site.link(here, addresses.of(follow_up)),
        "settled": settled_words(site, follow_up),
        "as_of": as_of_words(follow_up),
        "overall": follow_up.overall,
        "changes": [change_item(site, here, one) for one in shown],
        "rest": {"href": whole, "total": len(told)} if len(shown) < len(told) else None,
        "beyond": [one.text for one in follow_up.beyond],
    }


def change_item(site: Site, here: str, change: Change) -> dict[str, object]:
    """Give a change as one line of a list that leads to what the follow-up said of it."""
    there = addresses.entry(change.said.follow_up, change.said.entry)
    return {
        "title": change.title,
        "href": site.link(here, there),
        "status": marks.mark(change.after, is_neuter(site.as_of, change.about)) if change.after else None,
        "fact": change_words(site.as_of, change),
        "date": None,
    }
