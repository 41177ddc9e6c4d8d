"""The whole of a municipality's data, typed and looked up by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from loftet.model.accessibility import AccessibilityStatement
from loftet.model.base import Entity
from loftet.model.follow_up import AnnualReport, Correction, FollowUp
from loftet.model.knowledge import CauseAnalysis, Dialogue, GlossaryEntry, Indicator, SituationReport
from loftet.model.organisation import Body, DirectionDecision, GoverningDocument, Meeting
from loftet.model.place import Area, FocusArea, Municipality, Party
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.walk import SafetyWalk
from loftet.model.walking import KeyPath, Leaf, leaves
from loftet.model.words.follow_ups import FollowUpPhase


@dataclass(frozen=True)
class Kind:
    """One kind of record: its name in references, its folder, its class and what it is called."""

    name: str
    folder: str
    type: type[Entity]
    one: str
    many: str
    field: str


MUNICIPALITY = Kind("kommun", "kommun", Municipality, "kommun", "kommuner", "municipality")
STATEMENT = Kind(
    "tillganglighet",
    "tillganglighet",
    AccessibilityStatement,
    "tillgänglighetsredogörelse",
    "tillgänglighetsredogörelser",
    "statement",
)
SINGLES = (MUNICIPALITY, STATEMENT)
"""Kinds of which there is one record, in a file of its own at the top of the folder."""

KINDS = (
    Kind("part", "parter", Party, "part", "parter", "parties"),
    Kind("omrade", "omraden", Area, "område", "områden", "areas"),
    Kind("fokus", "fokus", FocusArea, "fokusområde", "fokusområden", "focus_areas"),
    Kind("dokument", "dokument", GoverningDocument, "styrdokument", "styrdokument", "documents"),
    Kind("grupp", "grupper", Body, "grupp", "grupper", "bodies"),
    Kind("mote", "moten", Meeting, "möte", "möten", "meetings"),
    Kind("beslut", "beslut", DirectionDecision, "beslut om inriktning", "beslut om inriktning", "decisions"),
    Kind("lagesbild", "lagesbilder", SituationReport, "lägesbild", "lägesbilder", "situation_reports"),
    Kind("orsak", "orsaker", CauseAnalysis, "orsaksanalys", "orsaksanalyser", "causes"),
    Kind("dialog", "dialoger", Dialogue, "medborgardialog", "medborgardialoger", "dialogues"),
    Kind("vandring", "vandringar", SafetyWalk, "trygghetsvandring", "trygghetsvandringar", "walks"),
    Kind("lofte", "loften", Promise, "medborgarlöfte", "medborgarlöften", "promises"),
    Kind("atgard", "atgarder", Measure, "åtgärd", "åtgärder", "measures"),
    Kind("uppfoljning", "uppfoljningar", FollowUp, "uppföljning", "uppföljningar", "follow_ups"),
    Kind("rattelse", "rattelser", Correction, "rättelse", "rättelser", "corrections"),
    Kind("indikator", "indikatorer", Indicator, "indikator", "indikatorer", "indicators"),
    Kind("ord", "ordlista", GlossaryEntry, "ord", "ord", "glossary"),
    Kind(
        "arsuppfoljning",
        "arsuppfoljningar",
        AnnualReport,
        "årlig uppföljning",
        "årliga uppföljningar",
        "annual_reports",
    ),
)
"""Every kind of record, in the order in which a reader meets them."""

_SINGLE_NAMES = frozenset(kind.name for kind in SINGLES)
KIND_BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
KIND_BY_TYPE: Mapping[type[Entity], Kind] = {kind.type: kind for kind in (*SINGLES, *KINDS)}


def kind_named(name: str) -> Kind | None:
    """Give the kind of record that an editor names, by its name or by its folder; None when there is none."""
    return next((one for one in KINDS if name in (one.name, one.folder)), None)


ANY = ""
"""Stands for every id of a kind where nobody can say which records could not be read."""


@dataclass(frozen=True)
class Location:
    """Where a record is written: the file, and the place of each key below it."""

    file: str
    marks: Mapping[KeyPath, tuple[int, int]] = field(default_factory=dict)
    path: KeyPath = ()

    def at(self, path: KeyPath = ()) -> tuple[int, int]:
        """Give line and column (from 1) of a key, or of its nearest known ancestor; (1, 1) at worst."""
        whole = (*self.path, *path)
        while whole and whole not in self.marks:
            whole = whole[:-1]
        return self.marks.get(whole, (1, 1))


@dataclass(frozen=True)
class Register:
    """Everything that is known, each kind by id in the order of the files (ids sorted)."""

    municipality: Municipality
    parties: Mapping[str, Party] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    focus_areas: Mapping[str, FocusArea] = field(default_factory=dict)
    documents: Mapping[str, GoverningDocument] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    decisions: Mapping[str, DirectionDecision] = field(default_factory=dict)
    situation_reports: Mapping[str, SituationReport] = field(default_factory=dict)
    causes: Mapping[str, CauseAnalysis] = field(default_factory=dict)
    dialogues: Mapping[str, Dialogue] = field(default_factory=dict)
    walks: Mapping[str, SafetyWalk] = field(default_factory=dict)
    promises: Mapping[str, Promise] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    follow_ups: Mapping[str, FollowUp] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    glossary: Mapping[str, GlossaryEntry] = field(default_factory=dict)
    annual_reports: Mapping[str, AnnualReport] = field(default_factory=dict)
    statement: AccessibilityStatement | None = None
    locations: Mapping[tuple[str, str], Location] = field(default_factory=dict)
    unread: frozenset[tuple[str, str]] = frozenset()
    maps: Mapping[str, bytes] = field(default_factory=dict)
    folder: Path | None = None

    def of(self, kind: Kind) -> Mapping[str, Entity]:
        """Give the records of one kind by id."""
        records: Mapping[str, Entity] = getattr(self, kind.field)
        return records

    def everything(self) -> Iterator[tuple[Kind, Entity]]:
        """Give every record with its kind, the municipality first."""
        yield MUNICIPALITY, self.municipality
        if self.statement:
            yield STATEMENT, self.statement
        for kind in KINDS:
            for record in self.of(kind).values():
                yield kind, record

    @cached_property
    def leaves(self) -> tuple[tuple[Entity, Leaf], ...]:
        """Give every stated value of every record, with the record; gathered once for all judges."""
        return tuple((record, leaf) for _, record in self.everything() for leaf in leaves(record))

    def is_unread(self, kind: str, id: str) -> bool:
        """Tell whether a record could not be read though it may well be there: nobody is accused of naming it."""
        return not self.unread.isdisjoint({(kind, id), (kind, ANY)})

    def location(self, kind: Kind, record: Entity) -> Location:
        """Give where a record is written; an unnamed place for records made in code."""
        return self.locations.get((kind.name, record.id), Location(file=f"{kind.folder}/{record.id}"))

    @cached_property
    def _commitments(self) -> Mapping[tuple[str, str], Commitment]:
        pairs = (
            (promise, own) for promise in self.promises.values() for own in reversed(promise.commitments)
        )
        return {(promise.id, own.id): own for promise, own in pairs}

    @cached_property
    def _promises_with(self) -> Mapping[str, tuple[Promise, ...]]:
        found: dict[str, list[Promise]] = {}
        for promise, own in self._commitments:
            found.setdefault(own, []).append(self.promises[promise])
        return {own: tuple(promises) for own, promises in found.items()}

    def commitment(self, reference: str) -> tuple[Promise, Commitment] | None:
        """Give the commitment that `löfte/åtagande` names, with its promise; None when there is none."""
        promise, _, own = reference.partition("/")
        found = self._commitments.get((promise, own))
        return (self.promises[promise], found) if found else None

    def promises_with(self, own: str) -> tuple[Promise, ...]:
        """Give the promises that have a commitment with an id of its own, in the order of their ids."""
        return self._promises_with.get(own, ())

    def without_drafts(self) -> Register:
        """Give the register as the public may see it: no drafts of any kind, nor who approved them (rule 14)."""
        kept = {
            kind.field: {
                name: _shown(record) for name, record in self.of(kind).items() if not is_draft(record)
            }
            for kind in KINDS
        }
        locations = {
            place: location
            for place, location in self.locations.items()
            if place[0] in _SINGLE_NAMES or place[1] in kept[KIND_BY_NAME[place[0]].field]
        }
        statement = None if self.statement and is_draft(self.statement) else self.statement
        return replace(self.holding(kept), locations=locations, statement=statement)

    def holding(self, records: Mapping[str, Mapping[str, Entity]]) -> Register:
        """Give the register with other records of some kinds, by the kinds' fields; the rest is as it was."""
        return replace(self, **records)  # type: ignore[arg-type]  # each field has its own record class


def _shown(record: Entity) -> Entity:
    """Give a record without what is never published of it; the same record when there is no such thing."""
    told = isinstance(record, FollowUp) and record.approvals
    return record.model_copy(update={"approvals": ()}) if told else record


def is_draft(record: Entity) -> bool:
    """Tell whether a record must not be published yet."""
    return record.draft or (isinstance(record, FollowUp) and record.phase is FollowUpPhase.DRAFT)
