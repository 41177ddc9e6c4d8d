"""What was promised, what is done about it, and the change that is wanted."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from loftet.model.base import (
    Cadence,
    Disagreement,
    Entity,
    FileName,
    Identifier,
    Number,
    Record,
    RefTo,
    Several,
    Span,
    Text,
    When,
    Wording,
    YesNo,
    choice,
    key,
)
from loftet.model.faults import Fault
from loftet.model.place import AreaRef, FocusRef, PartyRef, Position
from loftet.model.translation import Translations
from loftet.model.words.knowledge import Direction, Per
from loftet.model.words.promises import GoalKind, LifecycleEvent, PartyRole, PreventionLevel

PromiseRef = Annotated[Identifier, RefTo(("lofte",))]
CommitmentRef = Annotated[Text, RefTo(("atagande",))]
MeasureRef = Annotated[Identifier, RefTo(("atgard",))]
WalkRef = Annotated[Identifier, RefTo(("vandring",))]
DialogueRef = Annotated[Identifier, RefTo(("dialog",))]
IndicatorRef = Annotated[Identifier, RefTo(("indikator",))]
OriginRef = Annotated[Identifier, RefTo(("dialog", "lagesbild", "vandring", "orsak", "beslut", "indikator"))]


class Smart(Record):
    """SMART: what makes the goal specific, measurable, accepted, realistic and timed, in words."""

    specific: Text | None = key("specifikt", "Vad exakt.", None)
    measurable: Text | None = key("mätbart", "Hur det mäts.", None)
    accepted: Text | None = key("accepterat", "Vem som har godtagit det.", None)
    realistic: Text | None = key("realistiskt", "Varför det går.", None)
    timed: Text | None = key("tidssatt", "Till när.", None)


class Goal(Record):
    """Mål: a wanted change, as words and, where it exists, a number with unit and per what."""

    words: Text | None = key("text", "Målet i ord.", None)
    kind: Annotated[GoalKind, choice(GoalKind)] | None = key("typ", "prestation eller effekt.", None)
    direction: Annotated[Direction, choice(Direction)] | None = key(
        "riktning", "öka, minska, oförändrat, ingen.", None
    )
    at_least: Number | None = key("minst", "Minsta antal.", None)
    at_most: Number | None = key("högst", "Högsta antal.", None)
    exactly: Number | None = key("antal", "Antal.", None)
    unit: Text | None = key("enhet", "Vad som räknas, i plural: trafikkontroller.", None)
    per: Annotated[Per, choice(Per)] | None = key(
        "per", "år, period, halvår, tertial, kvartal, månad eller vecka.", None
    )
    deadline: When | None = key("senast", "När målet ska vara nått.", None)
    area: AreaRef | None = key("område", "Var målet gäller.", None)
    indicator: IndicatorRef | None = key("indikator", "Indikatorn som mäter det.", None)
    smart: Smart | None = key("smart", "SMART i ord.", None)


class Commitment(Record):
    """Åtagande: one thing promised inside a promise."""

    id: Identifier = key("id", "Id inom löftet; står i adressen, ändras aldrig.")
    text: Text = key("text", "Åtagandet, kort.")
    wording: Text | None = key("ordalydelse", "Exakt lydelse.", None)
    focus: Several[FocusRef] = key("fokusområden", "Fokusområden.", ())
    goals: Several[Goal] = key("mål", "Mål.", ())
    goals_words: Text | None = key("mål_i_ord", "Målet med löftets egna ord.", None)
    indicators: Several[IndicatorRef] = key("indikatorer", "Indikatorer att läsa bredvid.", ())
    responsible: Several[PartyRef] = key("ansvariga", "Parter som ansvarar.", ())
    responsible_words: Text | None = key("ansvariga_i_ord", "Ansvariga i ord.", None)
    areas: Several[AreaRef] = key("områden", "Områden.", ())
    place_words: Text | None = key("plats_i_ord", "Platsen i ord.", None)
    deadline: When | None = key("klart_senast", "Sista dagen.", None)
    deadline_words: Text | None = key("klart_senast_i_ord", "Tiden i ord.", None)
    continuous: YesNo = key("löpande", "ja för sådant som görs hela tiden.", False)
    condition: Text | None = key("villkor_i_ord", "Villkoret: vid behov, vid önskemål …", None)
    aspiration: YesNo = key("strävan", "ja när det inte går att bocka av: eftersträva, fortsätta.", False)
    contributors: Several[PartyRef] = key("medverkande", "Andra som medverkar.", ())
    note: Text | None = key("anmärkning", "Något läsaren behöver veta.", None)
    indented_under: Identifier | None = key("del_av", "Åtagandet i samma löfte som detta är en del av.", None)
    disagreements: tuple[Disagreement, ...] = key(
        "uppgifterna_skiljer_sig", "Lydelser som inte stämmer överens.", ()
    )


class SignatureParty(Record):
    """A party to the promise with its role."""

    party: PartyRef = key("part", "Parten.")
    role: Annotated[PartyRole, choice(PartyRole)] = key(
        "roll", "undertecknar, utför, medverkar, villkor.", PartyRole.NOT_STATED
    )
    function: Text | None = key("funktion", "Funktionen som skrev under.", None)


class PromiseEvent(Record):
    """A decided step in a promise's life, or in that of one commitment of it."""

    kind: Annotated[LifecycleEvent, choice(LifecycleEvent)] = key(
        "händelse", "förlängt, ersatt, återtaget, ändrat, avslutat, överfört, struket, tillagt."
    )
    date: When | None = key("datum", "När det beslutades.", None)
    date_words: Text | None = key("datum_i_ord", "När, i ord.", None)
    commitment: Identifier | None = key(
        "åtagande", "Åtagandets id i samma löfte, när beslutet bara gäller det.", None
    )
    carried_to: CommitmentRef | None = key(
        "förs_till", "löfte/åtagande i det löfte som tar över ett överfört åtagande.", None
    )
    carried_to_words: Text | None = key("förs_till_i_ord", "Vart åtagandet förs, i ord.", None)
    until: When | None = key("till", "Nytt slutdatum när löftet förlängs.", None)
    reason: Text | None = key("skäl_i_ord", "Varför.", None)
    decision: Text | None = key("beslut_i_ord", "Vem som beslutade, paragraf och diarienummer.", None)
    before: Text | None = key("lydelse_före", "Lydelsen före.", None)
    after: Text | None = key("lydelse_efter", "Lydelsen efter.", None)

    @model_validator(mode="after")
    def _says_of_what(self) -> PromiseEvent:
        single = (LifecycleEvent.CARRIED_OVER, LifecycleEvent.STRUCK, LifecycleEvent.ADDED)
        if self.kind in single and self.commitment is None:
            raise Fault(
                f"”{self.kind.value}” sägs om ett åtagande, men här står inte vilket.",
                "Skriv även ”åtagande:” med åtagandets id. Om hela löftet skriver du ersatt eller återtaget.",
            )
        if (self.carried_to or self.carried_to_words) and self.commitment is None:
            raise Fault(
                "”förs_till” gäller ett enda åtagande, men här står inte vilket.",
                "Skriv även ”åtagande:” med åtagandets id. Det nya löftet säger själv att det ersätter det gamla.",
            )
        return self


class Promise(Entity):
    """Medborgarlöfte: the promise as signed."""

    title: Text = key("titel", "Löftets rubrik.")
    summary: Text | None = key("sammanfattning", "Löftet på lätt svenska, högst 300 tecken.", None)
    easy: Text | None = key(
        "lättläst", "Löftet på lättläst svenska: korta rader. Får ha rubriker, listor och länkar.", None
    )
    translations: Translations = key("översättningar", "Löftet på andra språk, efter språkkod.", {})
    wording: Text | None = key("ordalydelse", "Exakt lydelse.", None)
    period: Span | None = key("period", "från och till.", None)
    period_words: Text | None = key("period_i_ord", "Perioden med löftets egna ord.", None)
    signed: When | None = key("undertecknat", "När det undertecknades.", None)
    signed_words: Text | None = key("undertecknat_i_ord", "Undertecknandet i ord.", None)
    diary: Text | None = key("diarienummer", "Diarienummer.", None)
    parties: tuple[SignatureParty, ...] = key("parter", "Parter och roller.", ())
    parties_words: Text | None = key("parter_i_ord", "Parter i ord.", None)
    replaces: PromiseRef | None = key("ersätter", "Löftet som detta ersätter.", None)
    arrived_by: Several[OriginRef] = key("framtaget_genom", "Dialoger, lägesbilder, vandringar.", ())
    arrived_by_words: Text | None = key("framtaget_genom_i_ord", "Hur löftet kom till, i ord.", None)
    rhythm: Cadence | None = key("uppföljning_lovad", "antal och per.", None)
    rhythm_words: Text | None = key("uppföljning_lovad_i_ord", "Utlovad uppföljning i ord.", None)
    focus: Several[FocusRef] = key("fokusområden", "Fokusområden.", ())
    goals: Several[Goal] = key("mål", "Löftets mål.", ())
    areas: Several[AreaRef] = key("områden", "Områden.", ())
    commitments: tuple[Commitment, ...] = key("åtaganden", "Åtagandena.", ())
    measures: tuple[NestedMeasure, ...] = key("åtgärder", "Åtgärder, när de är få.", ())
    events: tuple[PromiseEvent, ...] = key(
        "händelser", "Beslut om löftet eller om ett åtagande i det: förlängt, återtaget, struket …", ()
    )
    background: Text | None = key("bakgrund", "Lägesbild och bakgrund i löftets text.", None)
    expected_effect: Text | None = key("väntad_effekt", "Vad löftet väntas leda till.", None)
    wordings: tuple[Wording, ...] = key("lydelser", "Publicerade versioner av löftet.", ())


class Origin(Record):
    """Where a measure comes from: one of a stop, a point of a dialogue, a decision."""

    walk: WalkRef | None = key("vandring", "Vandringen.", None)
    stop: Text | None = key("stopp", "Stoppets nummer eller id.", None)
    dialogue: DialogueRef | None = key("dialog", "Dialogen.", None)
    point: Text | None = key("punkt", "Punkten i dialogen.", None)
    decision: Annotated[Identifier, RefTo(("beslut", "mote"))] | None = key("beslut", "Beslutet.", None)
    cause: Annotated[Identifier, RefTo(("orsak",))] | None = key("orsak", "Orsaksanalysen.", None)
    words: Text | None = key("i_ord", "Ursprunget i ord.", None)


class MeasureBody(Record):
    """What a measure says wherever it is written."""

    title: Text = key("titel", "Vad som görs.")
    text: Text | None = key("beskrivning", "Mer om åtgärden.", None)
    commitment: CommitmentRef | None = key(
        "åtagande", "löfte/åtagande, eller bara åtagandets id inne i löftet.", None
    )
    responsible: Several[PartyRef] = key("ansvariga", "Parter som ansvarar.", ())
    responsible_words: Text | None = key("ansvariga_i_ord", "Ansvariga i ord.", None)
    contributors: Several[PartyRef] = key("medverkande", "Andra som medverkar.", ())
    planned_start: When | None = key("börjar", "När arbetet börjar.", None)
    deadline: When | None = key("klart_senast", "Sista dagen, med sin precision.", None)
    deadline_words: Text | None = key("klart_senast_i_ord", "Tiden i ord.", None)
    goals: Several[Goal] = key("mål", "Mål för åtgärden.", ())
    goals_words: Text | None = key("mål_i_ord", "Målet i ord.", None)
    prevention: Annotated[PreventionLevel, choice(PreventionLevel)] | None = key(
        "preventionsnivå", "universell, selektiv eller indikerad.", None
    )
    kind_words: Text | None = key("slag_i_ord", "Slag av åtgärd.", None)
    focus: Several[FocusRef] = key("fokusområden", "Fokusområden.", ())
    area: Several[AreaRef] = key("område", "Område.", ())
    place_words: Text | None = key("plats_i_ord", "Platsen i ord.", None)
    position: Position | None = key("läge", "Läge på kartan.", None)
    at_home: YesNo = key(
        "vid_bostad",
        "ja: åtgärden görs vid en bostad. Läget visas då bara så grovt som kommunens inställning säger.",
        False,
    )
    secrecy: Text | None = key("sekretessprövad", "Funktionen som har prövat att uppgiften kan visas.", None)
    comes_from: Several[Origin] = key("kommer_ur", "Vandring och stopp, dialog, beslut.", ())
    depends_on: Several[MeasureRef] = key("beror_på", "Åtgärder som måste bli klara först.", ())
    depends_words: Text | None = key("beror_på_i_ord", "Villkor i ord.", None)
    continuous: YesNo = key("löpande", "ja för sådant som görs hela tiden.", False)
    condition: Text | None = key("villkor_i_ord", "Villkoret: vid behov, vid önskemål …", None)
    cost_words: Text | None = key("kostnad_i_ord", "Kostnad.", None)
    beyond: YesNo = key("utöver_löftet", "ja för arbete som inte var lovat.", False)
    image: FileName | None = key("bild", "Bild i mappen bilder/.", None)
    image_alt: Text | None = key("bild_alt", "Vad bilden visar.", None)
    image_approved: YesNo = key("bild_godkänd", "ja: inga ansikten, inga registreringsskyltar.", False)


class NestedMeasure(MeasureBody):
    """Åtgärd written inside its promise; its address is its own all the same."""

    id: Identifier = key("id", "Id i adressen, ändras aldrig.")


class Measure(Entity, MeasureBody):
    """Åtgärd: a concrete act."""

    promise: PromiseRef | None = key("löfte", "Löftet, när åtgärden inte hör till ett visst åtagande.", None)


Promise.model_rebuild()
