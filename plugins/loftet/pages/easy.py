"""*Lättläst*: the start page and each promise in plain Swedish with short lines, where the editor has written it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loftet import addresses
from loftet.facts.lifecycle import life_stage
from loftet.facts.progress import progress_of_commitments
from loftet.facts.silence import data_as_of
from loftet.model.promise import Promise
from loftet.pages import marks
from loftet.pages.promise_life import in_order
from loftet.pages.prose import prose
from loftet.pages.site import Page, Site
from loftet.pages.start import shown_promises
from loftet.pages.versions import EASY, versions
from loftet.wording import date_text, first_upper


def easy_pages(site: Site) -> Iterator[Page]:
    """Draw the start page and each promise in plain Swedish."""
    kommun = site.register.municipality
    written = [one for one in in_order(site) if one.easy] if "loften" in site.groups else []
    if kommun.easy:
        here = addresses.EASY
        links = [{"text": one.title, "href": site.link(here, addresses.easy(one.id))} for one in written]
        title = f"Det här har {kommun.name} lovat"
        yield _page(site, here, title, kommun.easy, shown_promises(site), None, links)
    for promise in written:
        yield _page(
            site, addresses.easy(promise.id), promise.title, promise.easy or "", [promise], promise, []
        )


def _page(
    site: Site,
    here: str,
    title: str,
    text: str,
    counted: Sequence[Promise],
    promise: Promise | None,
    links: Sequence[dict[str, str | None]],
) -> Page:
    held = data_as_of(site.as_of)
    body = site.render(
        "easy",
        here,
        title=title,
        language=EASY,
        text=prose(text),
        counts=marks.bar_segments(progress_of_commitments(site.as_of, counted)),
        held=date_text(held) if held else None,
        stage=first_upper(life_stage(site.as_of, promise).stage.value) if promise else None,
        links=links,
        whole=site.link(here, addresses.of(promise) if promise else addresses.START),
        up=site.link(here, addresses.EASY) if promise and site.register.municipality.easy else None,
    )
    description = f"Lättläst: {title}."
    return Page(
        here,
        f"{title}, lättläst",
        body,
        description=description,
        search_text=description,
        source=site.file_of(promise) if promise else None,
        versions=versions(site, promise),
    )
