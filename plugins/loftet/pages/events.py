"""What a follow-up said, as an event of a time line, with its evidence and photos."""

from __future__ import annotations

from loftet import addresses
from loftet.facts import Said
from loftet.facts.targets import outcome_words
from loftet.model.follow_up import Evidence
from loftet.model.statuses import Status
from loftet.pages import marks, views
from loftet.pages.site import Site
from loftet.pictures.encoding import FORMATS, MIME
from loftet.wording import date_text, ended, when_text


def said_event(site: Site, here: str, said: Said, status: Status | None, name: str) -> dict[str, object]:
    """Give one follow-up's entry about a thing, named by Löftet's word for it, as an event of a time line."""
    entry, follow_up = said.entry, said.follow_up
    reporter = site.register.parties.get(entry.said_by or "")
    there = addresses.entry(follow_up, entry)
    return {
        "date": when_text(entry.when) if entry.when else date_text(said.date),
        "heading": views.follow_up_title(site, said.follow_up),
        "status": marks.mark(status, site.noun(name).neuter) if status else None,
        "text": said_text(said),
        "heading_href": site.link(here, there),
        "said_by": reporter.name if reporter else None,
        "confirmed_by": entry.confirmed_by,
        "evidence": [evidence_item(site, here, one) for one in entry.evidence] if status else None,
    }


def said_text(said: Said) -> str:
    """Give what an entry says, with its reason, new time-table and next step, in whole sentences.

    One that says nothing else in words gives its outcome.
    """
    entry = said.entry
    outcome = outcome_words(said)
    reason = entry.reason_words or (entry.reason.value if entry.reason else "")
    moved = when_text(entry.new_deadline) if entry.new_deadline else entry.new_deadline_words
    parts = [
        entry.text or (f"Utfall: {ended(outcome)}" if outcome else None),
        f"Skäl: {ended(reason)}" if reason else None,
        f"Ny tidsplan: {ended(moved)}" if moved else None,
        f"Ändrat mål: {ended(entry.new_target)}" if entry.new_target else None,
        f"Härnäst: {entry.next_step}" if entry.next_step else None,
    ]
    return " ".join(part for part in parts if part)


def evidence_item(site: Site, here: str, evidence: Evidence) -> dict[str, object]:
    """Give one piece of evidence as the `evidence` component takes it; a photo is shown when it may be."""
    shown = photo(site, here, evidence.image, evidence.alt, evidence.approved)
    own = evidence.text or evidence.link
    return {
        "text": own if shown else own or evidence.alt or "",
        "href": evidence.link,
        "kind": "bild" if evidence.image and not shown else None,
        "photo": shown,
    }


def photo(
    site: Site, here: str, file: str | None, alt: str | None, approved: bool, caption: str | None = None
) -> dict[str, object] | None:
    """Give a photo as the `picture` component takes it; None unless it is approved, has words and can be read."""
    found = site.photos.get(file or "")
    if found is None or not approved or not alt:
        return None

    def at(size: int, ending: str) -> str:
        return addresses.href(here, found.address(size, ending))

    def offered(ending: str) -> str:
        return ", ".join(f"{at(size, ending)} {width}w" for size, width, _ in found.sizes)

    (smallest, *_), (_, width, height) = found.sizes[0], found.sizes[-1]
    return {
        "alt": alt,
        "src": at(smallest, FORMATS[-1]),
        "srcset": offered(FORMATS[-1]),
        "others": [(MIME[ending], offered(ending)) for ending in FORMATS[:-1]],
        "width": width,
        "height": height,
        "caption": caption,
    }
