"""What a list can be chosen by: counted links to the shorter lists, as the `filters` component takes them."""

from __future__ import annotations

from loftet.model.statuses import Status
from loftet.pages.site import Site


def choice_view(
    site: Site, here: str, there: str, word: str, count: int, status: Status | None
) -> dict[str, object]:
    """Give one choice: its word, how many it has, its list `there`, and its sign when it is a status.

    It is the current one on every part of its own list.
    """
    return {
        "word": word,
        "href": site.link(here, there),
        "count": count,
        "current": here.startswith(there),
        "shape": status.shape if status else None,
        "tone": status.tone if status else None,
    }
