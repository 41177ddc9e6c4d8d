"""What several pages say alike: links to records, titles, originals, how to cite and the pages beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from loftet import addresses
from loftet.facts import titles
from loftet.model.base import Cadence, Disagreement, Entity, Source, Wording
from loftet.model.follow_up import FollowUp
from loftet.model.organisation import Meeting
from loftet.model.place import Contact
from loftet.model.words.knowledge import SourceForm
from loftet.pages.site import Site
from loftet.wording import count, first_upper, size_text, when_text

NOT_GIVEN = "ej angivet"

Neighbour = dict[str, str | None]

_KEPT_AS = {
    SourceForm.DOCUMENT: "sparad kopia",
    SourceForm.TRANSCRIPT: "sparad avskrift, inte dokumentet självt",
    SourceForm.NOTE: "sparad anteckning ur källan, inte dokumentet självt",
}


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


def contact_view(contact: Contact, organisation: str | None = None) -> dict[str, str | None]:
    """Give a function that answers as the `contact_box` component takes it; with its organisation where it is known."""
    known = (organisation, f"telefon {contact.phone}" if contact.phone else None)
    return {
        "function": contact.function,
        "organisation": ", ".join(one for one in known if one) or None,
        "href": f"mailto:{contact.email}" if contact.email else contact.address,
        "link_text": contact.email or "kontaktsida",
    }


def judged(function: str | None) -> str:
    """Say which function has judged that a delicate text may be shown; "" where none had to."""
    return f"Prövat före publicering av {function}." if function else ""


def at_home(on_map: bool) -> str:
    """Say that something is at a dwelling, and what that means for the map."""
    return "Platsen ligger vid en bostad." + (" Kartan visar därför bara ungefär var." if on_map else "")


def focus_areas(site: Site, here: str, ids: Iterable[str]) -> Markup | None:
    """Name focus areas with links to them; None when none is stated."""
    known = [site.register.focus_areas[id] for id in dict.fromkeys(ids) if id in site.register.focus_areas]
    return listed([record_link(site, here, one, one.name) for one in known])


def listed(parts: Sequence[Markup]) -> Markup | None:
    """Join parts as in a sentence: a, b och c; None of nothing."""
    if not parts:
        return None
    return Markup(", ").join(parts[:-1]) + Markup(" och ") + parts[-1] if len(parts) > 1 else parts[0]


def follow_up_title(site: Site, told: FollowUp) -> str:
    """Give a follow-up's title (see `facts.titles`)."""
    return titles.follow_up_title(site.as_of, told)


def source_view(site: Site, here: str, source: Source) -> dict[str, str | None]:
    """Give an original as the `source_line` component takes it, with the file that is kept with the site."""
    return {
        "publisher": source.publisher or source.reference or source.address or "okänd utgivare",
        "href": source.address,
        "fetched": when_text(source.fetched) if source.fetched else None,
        "read_in_copy": when_text(source.read_in_copy) if source.read_in_copy else None,
        "published": when_text(source.published) if source.published else None,
        "title": source.title,
        "reference": source.reference if source.publisher else None,
        **_kept(site, here, source),
    }


def _kept(site: Site, here: str, source: Source) -> dict[str, str | None]:
    """Give what is said of a source's file: what it is, its kind and size, its address and hash; {} without a file."""
    kept = site.originals.get(source.file or "")
    if kept is None:
        return {}
    return {
        "kept_as": _KEPT_AS[source.form or SourceForm.DOCUMENT],
        "kept_href": addresses.href(here, kept.address),
        "kept_what": f"{kept.kind}, {size_text(kept.size)}",
        "kept_hash": kept.sha256,
    }


def differing(
    site: Site, here: str, record: Entity, of: Sequence[Disagreement] | None = None
) -> list[dict[str, object]]:
    """Give what sources say differently in a record, or in a part of it, as the `disagreement` component takes it."""
    told = record.disagreements if of is None else of
    return [
        {"about": one.about, "wordings": [wording(site, here, record, said) for said in one.wordings]}
        for one in told
    ]


def wording(site: Site, here: str, record: Entity, said: Wording) -> dict[str, str | bool | None]:
    """Give a wording in a record as the `published_wording` component takes it: retold when it rests on a note."""
    named = [one for one in record.originals if one.file and one.file == said.file]
    return {
        "text": said.text,
        "retold": any(one.form is SourceForm.NOTE for one in named),
        "publisher": said.publisher,
        "when": when_text(said.when) if said.when else None,
        "href": said.address,
        **(_kept(site, here, named[0]) if named else {}),
    }


def cite(site: Site, here: str, title: str, edition: str | None = None) -> dict[str, str]:
    """Give what the `cite_box` component takes: author, title, edition or the day the figures hold for, address."""
    author = site.register.municipality.name
    held = edition or held_words(site)
    whole = f"{site.root}{here}"
    ended = title if title.endswith((".", "?", "!")) else f"{title}."
    return {"text": f"{author}. {ended} {held}. {whole}"}


def held_words(site: Site) -> str:
    """Say which day the site's figures hold for, or that no follow-up is published."""
    if site.as_of.follow_ups:
        return f"Uppgifterna gäller per {site.holds_as_of}"
    return first_upper(site.holds_as_of)


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
    when = when_text(meeting.date) if meeting.date else meeting.date_words or ""
    return meeting.title or f"{titles.meeting_name(site.register, meeting)} {when}".strip()


def cadence_text(cadence: Cadence) -> str:
    """Give how often in words: ”minst 4 gånger per år”, ”varannan vecka”."""
    bound = "minst " if cadence.at_least else ""
    if cadence.every > 1:
        ordinal = {2: "varannan", 3: "var tredje", 4: "var fjärde"}.get(
            cadence.every, f"var {cadence.every}:e"
        )
        times = "" if cadence.times == 1 else f"{count(cadence.times, 'gång', 'gånger')} "
        return f"{bound}{times}{ordinal} {cadence.per.value}"
    return f"{bound}{count(cadence.times, 'gång', 'gånger')} per {cadence.per.value}"
