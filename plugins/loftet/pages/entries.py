"""What one follow-up says of each thing, as cards: its word, its figures beside the target, its reason and evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from loftet import addresses
from loftet.facts.accounts import covered
from loftet.facts.change_words import is_neuter, moved_words, target_change_words, word_of
from loftet.facts.changes import Change, ChangeKind
from loftet.facts.comparison import Comparison, comparisons_of_commitment, comparisons_of_measure
from loftet.facts.status import Standing, commitment_standing, measure_standing, said_status
from loftet.facts.subjects import Subject
from loftet.facts.targets import outcome_words
from loftet.model.follow_up import Entry, FollowUp, Part
from loftet.model.statuses import CommitmentStatus, MeasureStatus
from loftet.pages import events, marks, views
from loftet.pages.site import Site
from loftet.pages.told_comparisons import comparison_view
from loftet.wording import number, period_text, when_text

Rows = list[tuple[str, object]]


def entry_cards(
    site: Site, here: str, follow_up: FollowUp, told: Sequence[Change]
) -> list[dict[str, object]]:
    """Give each entry of a follow-up as a card, in its order; `kind` is the group in which it is told."""
    several = len({one.id for one in covered(site.as_of, follow_up)}) != 1
    anchors = dict(zip(map(id, follow_up.entries), addresses.entry_anchors(follow_up), strict=True))
    return [
        _card(site, here, one, anchors[id(one.said.entry)], _title(one, _again(one, told)), several)
        for one in told
    ]


def _again(change: Change, told: Sequence[Change]) -> bool:
    return sum(one.about == change.about for one in told) > 1


def _card(site: Site, here: str, change: Change, anchor: str, title: str, several: bool) -> dict[str, object]:
    entry = change.said.entry
    mark = _mark(site, change)
    compared = _comparisons(site, change)
    return {
        "kind": change.kind,
        "id": anchor,
        "title": title,
        "href": site.link(here, address_of(change.about)),
        "mark": mark,
        "before": _before(site, change),
        "tie": _tie(site, here, change.about) if several else None,
        "text": entry.text,
        "comparisons": [comparison_view(one) for one in compared if one.target],
        "rows": [(term, value) for term, value in _rows(site, here, change, compared) if value],
        "parts": [_part(site, change.about, one) for one in entry.parts],
        "evidence": [events.evidence_item(site, here, one) for one in entry.evidence],
        "said_by": _party(site, entry.said_by),
        "confirmed_by": entry.confirmed_by,
        "disagreements": views.differing(site, here, change.said.follow_up, entry.disagreements),
    }


def _mark(site: Site, change: Change) -> dict[str, str | None] | None:
    """Give the mark of what an entry says; when it has become late by the calendar, that stands first."""
    entry = change.said.entry
    said = said_status(change.about.kind, entry.assessment)
    if said is None:
        return None
    neuter = is_neuter(site.as_of, change.about)
    pair = site.register.commitment(change.about.key) if change.about.kind == "atagande" else None
    if pair:
        stands = commitment_standing(site.as_of, *pair)
        return marks.commitment_mark(site, stands) if _late(stands, entry) else marks.mark(said, neuter)
    if change.about.kind == "lofte":
        return marks.mark(said, neuter)
    standing = measure_standing(site.as_of, site.register.measures[change.about.key])
    return marks.measure_mark(site, standing) if _late(standing, entry) else marks.mark(said, neuter)


def _late(standing: Standing[MeasureStatus] | Standing[CommitmentStatus], entry: Entry) -> bool:
    """Tell whether *försenad* lies over what this very entry says."""
    return standing.under is not None and standing.said is not None and standing.said.entry is entry


def _title(change: Change, again: bool) -> str:
    period = change.said.entry.period
    return f"{change.title} ({period_text(period)})" if again and period else change.title


def address_of(about: Subject) -> str:
    """Give the address of the thing that an entry is about."""
    if about.kind == "atagande":
        return addresses.commitment(*about.key.split("/", 1))
    return addresses.reference(about.kind, about.key)


def _tie(site: Site, here: str, about: Subject) -> Markup:
    """Say what kind of thing it is and which promise it belongs to."""
    if about.kind == "lofte":
        return Markup("{}").format(site.own("Hela löftet"))
    if about.kind == "atagande":
        promise = site.register.promises[about.key.partition("/")[0]]
        return Markup("{} i {}").format(
            site.own("Åtagande"), views.record_link(site, here, promise, promise.title)
        )
    tied = site.as_of.promise_of(site.register.measures[about.key])
    if tied is None:
        return Markup("{}").format(site.own("Åtgärd som inte hör till något löfte"))
    return Markup("{} i {}").format(site.own("Åtgärd"), views.record_link(site, here, tied, tied.title))


def _comparisons(site: Site, change: Change) -> list[Comparison]:
    about = change.about
    pair = site.register.commitment(about.key) if about.kind == "atagande" else None
    if pair:
        found = comparisons_of_commitment(site.as_of, *pair)
    elif about.kind == "atgard":
        found = comparisons_of_measure(site.as_of, site.register.measures[about.key])
    else:
        found = ()
    return [one for one in found if one.said and one.said.entry is change.said.entry]


def _rows(
    site: Site, here: str, change: Change, compared: Sequence[Comparison]
) -> Iterator[tuple[str, object]]:
    entry = change.said.entry
    beside_target = any(one.target for one in compared)
    yield "Visas som", _after(site, change)
    yield "Skäl", _reason(entry)
    yield "Utfall", None if beside_target else _outcome_alone(change)
    yield "Uppgiften avser", period_text(entry.period) if entry.period else None
    yield "Hände", when_text(entry.when) if entry.when else None
    yield "Tidsplan", moved_words(change)
    yield "Mål", target_change_words(change)
    yield "Tas över av", views.parties(site, here, _known(entry.recipient), entry.recipient_words)
    yield "Härnäst", entry.next_step
    yield "Sekretess", views.judged(entry.secrecy)


def _before(site: Site, change: Change) -> str | None:
    if change.kind is not ChangeKind.STATUS or change.before is None:
        return None
    return word_of(site.as_of, change.before, change.about)


def _after(site: Site, change: Change) -> str | None:
    """Say what the thing is shown as when that is not what this entry says: a later word, or a verdict that stands."""
    said = said_status(change.about.kind, change.said.entry.assessment)
    if change.after is None or change.after is said or change.after.is_unsaid:
        return None
    if said and change.after.is_late:
        return None
    return word_of(site.as_of, change.after, change.about)


def _outcome_alone(change: Change) -> str | None:
    words = outcome_words(change.said)
    return f"{words}. Inget mål är angivet att jämföra med." if words else None


def _reason(entry: Entry) -> str | None:
    return entry.reason_words or (entry.reason.value if entry.reason else None)


def _known(id: str | None) -> tuple[str, ...]:
    return (id,) if id else ()


def _party(site: Site, id: str | None) -> str | None:
    party = site.register.parties.get(id or "")
    return party.name if party else None


def _part(site: Site, about: Subject, part: Part) -> dict[str, object]:
    status = said_status(about.kind, part.assessment)
    figure = f"{number(part.outcome)} {part.unit or ''}".strip() if part.outcome is not None else None
    reason = f"skäl: {part.reason.value}" if part.reason else None
    told = (part.place_words, part.outcome_words or figure, reason, part.note)
    return {
        "text": part.text,
        "mark": marks.mark(status, is_neuter(site.as_of, about)) if status else None,
        "more": "; ".join(one for one in told if one),
        "parts": [_part(site, about, one) for one in part.parts],
    }


GROUPS: tuple[tuple[ChangeKind, str, str, str], ...] = (
    (ChangeKind.STATUS, "nytt-lage", "Nytt läge", "har fått ett nytt läge"),
    (ChangeKind.DEADLINE, "ny-tidsplan", "Ny tidsplan eller nytt mål", "har fått ny tidsplan eller nytt mål"),
    (ChangeKind.FIRST, "forsta-gangen", "Tas upp för första gången", "tas upp för första gången"),
    (ChangeKind.CONFIRMED, "samma-lage", "Samma läge som förut", "har samma läge som förut"),
    (
        ChangeKind.FIGURES,
        "bara-uppgifter",
        "Nya uppgifter utan bedömning",
        "har fått nya uppgifter utan bedömning",
    ),
)
"""The groups of entries in the order in which a page tells them: anchor, heading, and the words after a count."""


def counts(told: Sequence[Change]) -> list[dict[str, str]]:
    """Give how many things each group holds, in words with the anchor of the group; a thing is counted once."""
    found = []
    for kind, anchor, _, words in GROUPS:
        things = {one.about for one in told if one.kind is kind}
        if things:
            found.append({"href": f"#{anchor}", "text": f"{number(len(things))} {words}"})
    return found


def grouped(cards: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """Give the cards by group, those that have any."""
    groups: list[dict[str, object]] = []
    for kind, anchor, title, _ in GROUPS:
        own = [card for card in cards if card["kind"] is kind]
        if own:
            groups.append({"id": anchor, "title": title, "cards": own})
    return groups
