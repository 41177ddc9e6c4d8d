"""The list of all safety walks: those to come, how every stop has gone on one map, then the walks, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from loftet import addresses
from loftet.facts.progress import progress_of_walks
from loftet.facts.walks import Walks, is_to_come
from loftet.pages import marks, views
from loftet.pages.lines import Line
from loftet.pages.long_lists import LongLists, Shown
from loftet.pages.site import Page, Site
from loftet.pages.stop_filters import StopChoices, stop_lines
from loftet.pages.walk_maps import all_walks_scene, map_figure, map_files
from loftet.pages.walk_views import mailbox, walk_card, walk_line

_WITH_BAR = 6
"""Walks that get a card of their own in the list, the newest and the next; the others have one line each."""

_BESIDE_MAP = 100
"""Stops that stand in a list beside the map of all walks: it is the map's equal as long as a page can hold it."""


def walk_list(site: Site, known: Walks) -> Iterator[Page]:
    """Draw the list of all walks, and the pages that hold what it has no room for."""
    here, title = addresses.WALKS, site.own("Trygghetsvandringar")
    long = LongLists(site, here, title)
    coming = [one for one in known.by_date if is_to_come(site.as_of, one)]
    others = [one for one in reversed(known.by_date) if not is_to_come(site.as_of, one)]
    progress = progress_of_walks(site.as_of, others)
    scene = all_walks_scene(site, here, others)
    chosen = StopChoices(site)
    body = site.render(
        "walks",
        here,
        title=title,
        coming=[walk_card(site, here, known, one) for one in coming[:_WITH_BAR]],
        more_coming=long.first(
            "kommande", "Kommande vandringar", [walk_line(site, here, one) for one in coming[_WITH_BAR:]]
        ),
        suggest=_suggest(site),
        progress=marks.bar_segments(progress),
        sentence=progress.sentence,
        figure=map_figure(scene, here),
        filters=chosen.views(here),
        stops=_beside_map(long, stop_lines(site, here, chosen.stops)),
        newest=[walk_card(site, here, known, one) for one in others[:_WITH_BAR]],
        older=long.first(
            "aldre", "Äldre vandringar", [walk_line(site, here, one) for one in others[_WITH_BAR:]]
        ),
    )
    text = f"{site.noun('vandring').counted(len(known.by_date))}: vad som sågs och vad som hände sedan."
    yield Page(
        here,
        title,
        body,
        description=text,
        search_text=text,
        menu=site.own("Vandringar"),
        files=map_files(scene),
    )
    yield from long.pages()


def _beside_map(long: LongLists, lines: Sequence[Line]) -> Shown:
    """Give the stops that a choice on the open map narrows with it; too many stand on pages of their own."""
    return long.first("stopp", "Alla stopp", lines, len(lines) if len(lines) <= _BESIDE_MAP else 0)


def _suggest(site: Site) -> Markup | None:
    """Say where a walk can be suggested: at its own address, else with the first function that has a mailbox."""
    kommun, text = site.register.municipality, site.own("Föreslå en vandring")
    if kommun.suggest_walk_link:
        return views.link(kommun.suggest_walk_link, text)
    if kommun.suggest_walk_email:
        return Markup("{}: {}").format(text, mailbox(kommun.suggest_walk_email))
    contact = next((one for one in kommun.contacts if one.email), None)
    if contact is None or contact.email is None:
        return None
    return Markup("{}: {} {}").format(text, contact.function.lower(), mailbox(contact.email))
