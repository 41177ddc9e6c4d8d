"""Corrections: the page of all of them, and one of them as any page tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loftet import addresses
from loftet.facts.changes import title_of
from loftet.facts.corrections import corrected, corrected_entry, corrections
from loftet.facts.subjects import subject
from loftet.model.follow_up import Correction, FollowUp
from loftet.pages import views
from loftet.pages.site import Masking, Page, Site
from loftet.wording import date_text, when_text


def correction_page(site: Site) -> Iterator[Page]:
    """Draw the page of all corrections, newest first."""
    here = addresses.CORRECTIONS
    made = corrections(site.as_of)
    title = site.own("Rättelser")
    body = site.render(
        "corrections",
        here,
        corrections=[{**correction_view(site, here, one), **_record(site, here, one)} for one in made],
        maskings=masking_views(site.maskings),
        cite=views.cite(site, here, title),
    )
    told = site.noun("rättelse").counted(len(made)) if made else site.own("Inga rättelser")
    yield Page(here, title, body, description=f"{told} av det som har publicerats.")


def correction_view(site: Site, here: str, correction: Correction) -> dict[str, object]:
    """Give a correction as the `correction` component takes it, with a link to the entry that it is of."""
    record = corrected(site.register, correction)
    entry = corrected_entry(site.register, correction)
    about = subject(site.register, entry.about) if entry else None
    there = addresses.entry(record, entry) if isinstance(record, FollowUp) and entry else None
    return {
        "id": correction.id,
        "date": when_text(correction.date),
        "of": title_of(site.as_of, about) if about else correction.about,
        "href": site.link(here, there) if there else None,
        "before": correction.before,
        "after": correction.after,
        "why": correction.why,
        "by": correction.corrected_by,
        "note": correction.note,
        "disagreements": views.differing(site, here, correction),
        "sources": views.sources(site, here, correction),
    }


def masking_views(maskings: Iterable[Masking]) -> list[dict[str, object]]:
    """Give maskings as the `masking` component takes them, in the order they were made."""
    return [{"date": date_text(one.day), "why": one.why, "by": one.function} for one in maskings]


def _record(site: Site, here: str, correction: Correction) -> dict[str, object]:
    record = corrected(site.register, correction)
    if record is None:
        return {"record": correction.of, "record_href": None}
    return {"record": views.title_of(site, record), "record_href": site.link(here, addresses.of(record))}
