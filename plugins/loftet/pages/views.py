"""What several pages say alike: marks of status, links to records, events of a story, lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from markupsafe import Markup, escape

from loftet import addresses
from loftet.facts import Said, titles
from loftet.facts.progress import Progress
from loftet.facts.status import Standing, commitment_standing, measure_standing
from loftet.model.base import Cadence, Entity, Source
from loftet.model.follow_up import Evidence, FollowUp
from loftet.model.organisation import Meeting
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.statuses import CommitmentStatus, MeasureStatus, Status
from loftet.pages.site import Site
from loftet.pictures.encoding import FORMATS, MIME
from loftet.wording import Adjective, and_list, count, date_text, first_upper, size_text, when_text

NOT_GIVEN = "ej angivet"

_DONE = Adjective("genomförd", "genomfört", "genomförda")

Neighbour = dict[str, str | None]
Counted = TypeVar("Counted")


def mark(
    status: Status, neuter: bool = False, since: date | None = None, word: str | None = None
) -> dict[str, str | None]:
    """Give what the `status` component takes: word, shape, tone and since when."""
    shown = word or (status.neuter if neuter else status.value)
    return {
        "word": shown,
        "shape": status.shape,
        "tone": status.tone,
        "since": date_text(since) if since else None,
    }


def measure_mark(standing: Standing[MeasureStatus]) -> dict[str, str | None]:
    """Give the mark of a measure; a late one says what was said of it beneath, and from which day it is late."""
    word = standing.status.value
    if standing.under:
        word = f"{standing.status.value}, {standing.under.value}"
    return mark(standing.status, since=standing.since, word=word)


def commitment_mark(site: Site, standing: Standing[CommitmentStatus]) -> dict[str, str | None]:
    """Give the mark of a commitment; without a verdict it says how many of its measures are done (rule 2)."""
    if standing.of:
        act = site.noun("åtgärd")
        words = f"{act.form(standing.of)} {act.agreeing(_DONE, standing.of)}"
        return mark(standing.status, word=f"{standing.done} av {standing.of} {words}", since=standing.since)
    word = f"{standing.status.value}, {standing.under.value}" if standing.under else None
    return mark(standing.status, since=standing.since, word=word)


def record_link(site: Site, here: str, record: Entity, text: str) -> Markup:
    """Give a link to a record, or its text alone where its page is not drawn."""
    return link(site.link(here, addresses.of(record)), text)


def link(href: str | None, text: str) -> Markup:
    """Give a link, or the text alone without an address."""
    return Markup('<a href="{}">{}</a>').format(href, text) if href else escape(text)


def parties(site: Site, here: str, ids: Sequence[str], words: str | None = None) -> Markup | None:
    """Name parties with links to them, and what is said in words; None when nobody is stated."""
    known = [site.register.parties[id] for id in ids if id in site.register.parties]
    named = [record_link(site, here, one, one.name) for one in known]
    return listed([*named, *([escape(words)] if words else [])])


def areas(site: Site, here: str, ids: Sequence[str], words: str | None = None) -> Markup | None:
    """Name areas with links to them, and what is said in words; None when no place is stated."""
    known = [site.register.areas[id] for id in ids if id in site.register.areas]
    named = [record_link(site, here, one, one.name) for one in known]
    return listed([*([escape(words)] if words else []), *named])


def focus_areas(site: Site, here: str, ids: Iterable[str]) -> Markup | None:
    """Name focus areas with links to them; None when none is stated."""
    known = [site.register.focus_areas[id] for id in dict.fromkeys(ids) if id in site.register.focus_areas]
    return listed([record_link(site, here, one, one.name) for one in known])


def listed(parts: Sequence[Markup]) -> Markup | None:
    """Join parts as in a sentence: a, b och c; None of nothing."""
    if not parts:
        return None
    return Markup(", ").join(parts[:-1]) + Markup(" och ") + parts[-1] if len(parts) > 1 else parts[0]


def said_event(
    site: Site, here: str, said: Said, status: Status | None, neuter: bool = False
) -> dict[str, object]:
    """Give one follow-up's entry as an event of a time line."""
    entry, follow_up = said.entry, said.follow_up
    reporter = site.register.parties.get(entry.said_by or "")
    there = addresses.entry(follow_up, entry)
    return {
        "date": when_text(entry.when) if entry.when else date_text(said.date),
        "heading": follow_up_title(site, said.follow_up),
        "status": mark(status, neuter) if status else None,
        "text": said_text(said),
        "href": site.link(here, there),
        "link_text": "Läs i uppföljningen",
        "said_by": reporter.name if reporter else None,
        "confirmed_by": entry.confirmed_by,
        "evidence": [evidence_item(site, here, one) for one in entry.evidence] if status else None,
    }


def said_text(said: Said) -> str:
    """Give what an entry says, with its reason, new time-table and next step, in whole sentences."""
    entry = said.entry
    reason = entry.reason_words or (entry.reason.value if entry.reason else "")
    moved = when_text(entry.new_deadline) if entry.new_deadline else entry.new_deadline_words
    parts = [
        entry.text,
        f"Skäl: {reason}." if reason else None,
        f"Ny tidsplan: {moved}." if moved else None,
        f"Ändrat mål: {entry.new_target}." if entry.new_target else None,
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


def follow_up_title(site: Site, told: FollowUp) -> str:
    """Give a follow-up's title (see `facts.titles`)."""
    return titles.follow_up_title(site.as_of, told)


def measure_item(site: Site, here: str, measure: Measure, with_promise: bool = False) -> dict[str, object]:
    """Give a measure as one line of a list: status, title, who (or which promise), last day."""
    standing = measure_standing(site.as_of, measure)
    promise = site.as_of.promise_of(measure)
    deadline = standing.deadline
    who = responsible_words(site, measure.responsible, measure.responsible_words)
    belongs = promise.title if promise else "Hör inte till något löfte"
    return {
        "id": None,
        "title": measure.title,
        "href": site.link(here, addresses.of(measure)),
        "status": measure_mark(standing),
        "fact": belongs if with_promise else who,
        "date": f"Klart senast {when_text(deadline.when)}" if deadline else None,
    }


def responsible_words(site: Site, ids: Sequence[str], words: str | None) -> str:
    """Name who is responsible as plain text, or say that it is not stated."""
    names = [site.register.parties[id].name for id in ids if id in site.register.parties]
    return and_list(names) or words or "Ansvarig ej angiven"


def commitment_item(site: Site, here: str, promise: Promise, own: Commitment) -> dict[str, object]:
    """Give a commitment as one line of a list."""
    standing = commitment_standing(site.as_of, promise, own)
    deadline = standing.deadline
    return {
        "id": None,
        "title": own.text,
        "href": site.link(here, addresses.commitment(promise.id, own.id)),
        "status": commitment_mark(site, standing),
        "fact": responsible_words(site, own.responsible, own.responsible_words),
        "date": f"Klart senast {when_text(deadline.when)}" if deadline else None,
    }


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


def source_view(site: Site, here: str, source: Source) -> dict[str, str | None]:
    """Give an original as the `source_line` component takes it, with the file that is kept with the site."""
    kept = site.originals.get(source.file or "")
    return {
        "publisher": source.publisher or source.reference or source.address or "okänd utgivare",
        "href": source.address,
        "fetched": when_text(source.fetched) if source.fetched else None,
        "published": when_text(source.published) if source.published else None,
        "title": source.title,
        "reference": source.reference if source.publisher else None,
        "kept_href": addresses.href(here, kept.address) if kept else None,
        "kept_what": f"{kept.kind}, {size_text(kept.size)}" if kept else None,
        "kept_hash": kept.sha256 if kept else None,
    }


def cite(site: Site, here: str, title: str, edition: str | None = None) -> dict[str, str]:
    """Give what the `cite_box` component takes: author, title, edition or the day the figures hold for, address."""
    author = site.register.municipality.name
    known = (
        f"Uppgifterna gäller per {site.holds_as_of}"
        if site.as_of.follow_ups
        else first_upper(site.holds_as_of)
    )
    held = edition or known
    whole = f"{site.root}{here}"
    ended = title if title.endswith((".", "?", "!")) else f"{title}."
    return {"text": f"{author}. {ended} {held}. {whole}", "address": whole}


def neighbours(
    site: Site, here: str, titled: Sequence[tuple[str, str]]
) -> tuple[Neighbour | None, Neighbour | None]:
    """Give the pages before and after this one in its series, a sequence of (address, title) with `here` in it."""
    place = [address for address, _ in titled].index(here)
    before = titled[place - 1] if place else None
    after = titled[place + 1] if place + 1 < len(titled) else None
    return _neighbour(site, here, before), _neighbour(site, here, after)


def _neighbour(site: Site, here: str, one: tuple[str, str] | None) -> Neighbour | None:
    return {"title": one[1], "href": site.link(here, one[0])} if one else None


def sources(site: Site, here: str, record: Entity) -> list[dict[str, str | None]]:
    """Give a record's originals as the `source_line` component takes them."""
    return [source_view(site, here, one) for one in record.originals]


def title_of(site: Site, record: Entity) -> str:
    """Give what a record of any kind is called on pages."""
    if isinstance(record, FollowUp):
        return follow_up_title(site, record)
    if isinstance(record, Meeting):
        return meeting_title(site, record)
    named = getattr(record, "title", None) or getattr(record, "name", None)
    return str(named or record.id)


def meeting_title(site: Site, meeting: Meeting) -> str:
    """Give a meeting's title: its own, else its body and day."""
    body = site.register.bodies.get(meeting.body or "")
    name = body.name if body else meeting.body_words or "Möte"
    when = when_text(meeting.date) if meeting.date else meeting.date_words or ""
    return meeting.title or f"{name} {when}".strip()


def cadence_text(cadence: Cadence) -> str:
    """Give how often in words: «minst 4 gånger per år», «varannan vecka»."""
    bound = "minst " if cadence.at_least else ""
    if cadence.every > 1:
        ordinal = {2: "varannan", 3: "var tredje", 4: "var fjärde"}.get(
            cadence.every, f"var {cadence.every}:e"
        )
        times = "" if cadence.times == 1 else f"{count(cadence.times, 'gång', 'gånger')} "
        return f"{bound}{times}{ordinal} {cadence.per.value}"
    return f"{bound}{count(cadence.times, 'gång', 'gånger')} per {cadence.per.value}"
