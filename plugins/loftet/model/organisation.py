"""Who decides what, when and by which document."""

from __future__ import annotations

from typing import Annotated

from loftet.model.base import (
    Cadence,
    Entity,
    Identifier,
    Link,
    Record,
    RefTo,
    Several,
    Span,
    Text,
    When,
    YesNo,
    choice,
    key,
)
from loftet.model.place import FocusRef, PartyRef
from loftet.model.promise import Goal
from loftet.model.words.organisation import BodyLevel, MeetingPhase

BodyRef = Annotated[Identifier, RefTo(("grupp",))]
DocumentRef = Annotated[Identifier, RefTo(("dokument",))]
MeetingRef = Annotated[Identifier, RefTo(("mote",))]
DecisionRef = Annotated[Identifier, RefTo(("beslut",))]


class GoverningDocument(Entity):
    """Styrdokument: a document in the hierarchy."""

    title: Text = key("titel", "Dokumentets namn, exakt.")
    type: Text | None = key("typ", "Slag: handlingsprogram, plan, riktlinje, överenskommelse, löfte …", None)
    adopted_by: Text | None = key("antaget_av", "Vem som antog det.", None)
    adopted: When | None = key("antaget", "När det antogs.", None)
    paragraph: Text | None = key("paragraf", "Paragraf i protokollet.", None)
    diary: Text | None = key("diarienummer", "Diarienummer.", None)
    period: Span | None = key("gäller", "När det gäller.", None)
    period_words: Text | None = key("gäller_i_ord", "Giltigheten i ord, till exempel tills vidare.", None)
    parents: Several[DocumentRef] = key("under", "Dokumenten ovanför.", ())
    revision: Text | None = key("revideras_i_ord", "När det ska revideras.", None)
    revision_due: When | None = key("revideras_senast", "Nästa revidering.", None)
    owner: Text | None = key("ansvarig_funktion", "Funktion eller enhet som äger det.", None)
    applies_to: Text | None = key("gäller_för", "Vem det gäller för.", None)
    link: Link | None = key("länk", "Var det finns.", None)
    summary: Text | None = key("sammanfattning", "Vad det säger, kort.", None)
    goals: tuple[Goal, ...] = key("mål", "Målen i dokumentet.", ())
    points: Several[Text] = key("punkter", "Vad dokumentet säger, punkt för punkt.", ())
    references: Several[Text] = key("hänvisar_till", "Lagar och skrifter som det bygger på.", ())


class Member(Record):
    """A member of a body: a party, a function, or both; never a name."""

    party: PartyRef | None = key("part", "Parten.", None)
    function: Text | None = key("funktion", "Funktionen.", None)
    when_needed: YesNo = key("vid_behov", "ja om medlemmen är med när det behövs.", False)


class Body(Entity):
    """Grupp: a standing or temporary body."""

    name: Text = key("namn", "Gruppens namn.")
    level: Annotated[BodyLevel, choice(BodyLevel)] | None = key("nivå", "Nivå.", None)
    is_also: Several[BodyRef] = key("är_också", "Grupper som den också är.", ())
    is_also_words: Text | None = key("är_också_i_ord", "Vad den också kallas.", None)
    convenor: Several[Text] = key("sammankallande", "Funktioner som kallar.", ())
    chair: Text | None = key("ordförande", "Funktion som är ordförande.", None)
    cadence: Cadence | None = key("träffas", "Hur ofta, i tal.", None)
    cadence_words: Text | None = key("träffas_i_ord", "Hur ofta, i ord.", None)
    members: tuple[Member, ...] = key("ledamöter", "Parter och funktioner.", ())
    members_words: Text | None = key("ledamöter_i_ord", "Ledamöter i ord.", None)
    reports_to: Several[Annotated[Identifier, RefTo(("grupp", "part"))]] = key(
        "rapporterar_till", "Grupper och parter som får rapporter.", ()
    )
    reports_words: Text | None = key("rapporterar_i_ord", "Rapporteringen i ord.", None)
    decides: Several[Text] = key("beslutar_om", "Vad gruppen beslutar.", ())
    tasks: Several[Text] = key("uppgifter", "Vad gruppen gör.", ())
    escalates_to: BodyRef | None = key("lyfter_till", "Gruppen som får frågan när enighet saknas.", None)
    escalation: Text | None = key("lyfter_i_ord", "När frågor lyfts.", None)
    temporary: YesNo = key("tidsbegränsad", "ja för arbetsgrupper som upplöses.", False)
    existed: Span | None = key("fanns", "När gruppen fanns.", None)
    text: Text | None = key("beskrivning", "Gruppens roll.", None)


class Decision(Record):
    """A decision taken at a meeting."""

    text: Text = key("text", "Beslutet.")
    paragraph: Text | None = key("paragraf", "Paragraf.", None)
    diary: Text | None = key("diarienummer", "Diarienummer.", None)


class Meeting(Entity):
    """Möte: held, planned or cancelled meeting of a body."""

    title: Text | None = key("titel", "Mötets namn, om det har ett.", None)
    body: BodyRef | None = key("grupp", "Gruppen som möttes.", None)
    body_words: Text | None = key("grupp_i_ord", "Vem som möttes, i ord.", None)
    date: When | None = key("datum", "Mötets dag.", None)
    date_words: Text | None = key("datum_i_ord", "Tiden i ord.", None)
    phase: Annotated[MeetingPhase, choice(MeetingPhase)] = key(
        "skede", "planerat, hållet eller inställt.", MeetingPhase.HELD
    )
    reason: Text | None = key("skäl_i_ord", "Varför det ställdes in.", None)
    paragraph: Text | None = key("paragraf", "Paragraf, när protokollet är justerat.", None)
    diary: Text | None = key("diarienummer", "Diarienummer.", None)
    minutes: Link | None = key("protokoll", "Länk till protokollet.", None)
    adjusted: When | None = key("justerat", "När protokollet justerades.", None)
    decisions: tuple[Decision, ...] = key("beslut", "Beslut på mötet.", ())


class DirectionPoint(Record):
    """One point of a direction decision."""

    id: Identifier | None = key("id", "Punktens id, när en åtgärd kommer ur den.", None)
    text: Text = key("text", "Vad det ska arbetas med.")
    parties: Several[PartyRef] = key("parter", "Vem som gör det.", ())
    parties_words: Text | None = key("parter_i_ord", "Vem, i ord.", None)
    when: When | None = key("när", "När.", None)
    when_words: Text | None = key("när_i_ord", "När, i ord.", None)
    focus: Several[FocusRef] = key("fokusområden", "Fokusområden.", ())


class DirectionDecision(Entity):
    """Beslut om inriktning: what to work on next."""

    title: Text = key("titel", "Rubrik.")
    period: Span | None = key("period", "Perioden.", None)
    period_words: Text | None = key("period_i_ord", "Perioden i ord.", None)
    body: BodyRef | None = key("grupp", "Gruppen som beslutade.", None)
    meeting: MeetingRef | None = key("möte", "Mötet där det beslutades.", None)
    published: When | None = key("publicerat", "När det publicerades.", None)
    points: tuple[DirectionPoint, ...] = key("punkter", "Punkterna.", ())
    previous: DecisionRef | None = key("efter", "Beslutet före.", None)
