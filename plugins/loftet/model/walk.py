"""Trygghetsvandringar and what was seen at each stop."""

from __future__ import annotations

from typing import Annotated

from loftet.model.base import (
    Count,
    Entity,
    FileName,
    Identifier,
    Link,
    Record,
    RefTo,
    Several,
    Text,
    When,
    YesNo,
    choice,
    key,
)
from loftet.model.place import AreaRef, PartyRef, Position
from loftet.model.promise import WalkRef
from loftet.model.words.follow_ups import Reason
from loftet.model.words.walks import Light, ObservationKind, WalkPhase


class Observation(Record):
    """Stopp: one stop of a walk and what was seen there."""

    id: Identifier | None = key("id", "Id i ankaret, när stoppet saknar nummer.", None)
    number: Text | None = key("nr", "Stoppets nummer.", None)
    place: Text = key("plats", "Platsen i ord.")
    position: Position | None = key("läge", "Läge på kartan.", None)
    at_home: YesNo = key(
        "vid_bostad",
        "ja: stoppet ligger vid en bostad. Läget visas då bara så grovt som kommunens inställning säger.",
        False,
    )
    areas: Several[AreaRef] = key("områden", "Områden.", ())
    kind: Annotated[ObservationKind, choice(ObservationKind)] | None = key(
        "slag", "brist, positivt eller förslag.", None
    )
    categories: Several[Text] = key("kategorier", "belysning, växtlighet, trafik …", ())
    seen: Several[Text] = key("iakttagelse", "Vad som sågs.", ())
    proposal: Text | None = key("förslag", "Vad gruppen föreslog.", None)
    said_by: Text | None = key("sagt_av_i_ord", "Vem som sade det: boende, ungdomar …", None)
    priority: Text | None = key("prioritet_i_ord", "Prioritet i ord.", None)
    owner: PartyRef | None = key("ägare", "Parten som äger platsen.", None)
    owner_words: Text | None = key("ägare_i_ord", "Ägaren i ord.", None)
    due: When | None = key("klart_senast", "Utlovad tid i protokollet.", None)
    due_words: Text | None = key("klart_senast_i_ord", "Utlovad tid i ord.", None)
    mended: Text | None = key("åtgärdat_i_ord", "Vad som gjordes redan före eller under vandringen.", None)
    answer: Text | None = key("svar", "Svaret till dem som gick.", None)
    answered: When | None = key("svar_datum", "När svaret gavs.", None)
    answered_by: Text | None = key("svar_från", "Funktion eller part som svarar.", None)
    reason: Annotated[Reason, choice(Reason)] | None = key("skäl", "Varför inget görs.", None)
    secrecy: Text | None = key("sekretessprövad", "Funktionen som har prövat att uppgiften kan visas.", None)
    image: FileName | None = key("bild", "Bild i mappen bilder/.", None)
    image_alt: Text | None = key("bild_alt", "Vad bilden visar.", None)
    image_approved: YesNo = key("bild_godkänd", "ja: inga ansikten, inga registreringsskyltar.", False)

    @property
    def anchor(self) -> str:
        """Give the id of the stop within its walk, as in `#stopp-<key>` ; empty when it has neither id nor number."""
        return self.id or (self.number or "").lower().replace(" ", "-")


class JointAnswer(Record):
    """An answer that covers a category or several stops at once."""

    text: Text = key("text", "Svaret.")
    category: Text | None = key("kategori", "Kategorin som svaret gäller.", None)
    stops: Several[Text] = key("stopp", "Stoppen som svaret gäller.", ())
    answered: When | None = key("datum", "När.", None)
    answered_by: Text | None = key("från", "Funktion eller part.", None)
    reason: Annotated[Reason, choice(Reason)] | None = key("skäl", "Varför inget görs.", None)
    due_words: Text | None = key("klart_senast_i_ord", "Utlovad tid i ord.", None)
    secrecy: Text | None = key("sekretessprövad", "Funktionen som har prövat att svaret kan visas.", None)


class ParticipantGroup(Record):
    """Who took part: a role as text, a party, a number or words."""

    who: Text = key("vilka", "Till exempel boende.")
    party: PartyRef | None = key("part", "Parten.", None)
    count: Count | None = key("antal", "Antal.", None)
    count_words: Text | None = key("antal_i_ord", "Antal i ord.", None)


class SafetyWalk(Entity):
    """Trygghetsvandring: a group walks an area and inventories it."""

    title: Text = key("titel", "Vandringens namn, ofta platsen.")
    date: When | None = key("datum", "Dag, månad eller årstid.", None)
    date_words: Text | None = key("datum_i_ord", "Tiden i ord.", None)
    time: Text | None = key("tid", "Klockslag, till exempel 19:00–21:00.", None)
    phase: Annotated[WalkPhase, choice(WalkPhase)] = key("skede", "Vandringens skede.", WalkPhase.WALKED)
    phase_reason: Text | None = key("skäl_i_ord", "Varför den ställdes in eller flyttades.", None)
    moved_to: WalkRef | None = key("flyttad_till", "Vandringen som kom i stället.", None)
    light: Annotated[Light, choice(Light)] | None = key(
        "ljusförhållande", "dagsljus, skymning eller mörker.", None
    )
    areas: Several[AreaRef] = key("områden", "Områden.", ())
    place_words: Text | None = key("plats_i_ord", "Platsen i ord.", None)
    target_groups: Several[Text] = key("målgrupper", "boende, ungdomar …", ())
    convenor: Several[Text] = key("sammankallande", "Funktioner som kallade.", ())
    organiser: Several[PartyRef] = key("arrangörer", "Parter som ordnade.", ())
    participants_words: Text | None = key("deltagare_i_ord", "Deltagare i ord.", None)
    participants: tuple[ParticipantGroup, ...] = key("deltagare", "Deltagare, grupp för grupp.", ())
    total: Count | None = key("deltagare_antal", "Antal deltagare i allt.", None)
    women: Count | None = key("deltagare_kvinnor", "Därav kvinnor.", None)
    men: Count | None = key("deltagare_män", "Därav män.", None)
    route: FileName | None = key("rutt", "GPX-fil i mappen kartor/.", None)
    route_words: Text | None = key("rutt_i_ord", "Rutten i ord.", None)
    route_chosen: Text | None = key("rutt_vald_av_i_ord", "Vem som valde rutten.", None)
    purpose: Text | None = key("syfte", "Varför vandringen gjordes.", None)
    meetings_words: Several[Text] = key("möten_i_ord", "Förmöte och uppföljande möte.", ())
    meetings: Several[Annotated[Identifier, RefTo(("mote",))]] = key("möten", "Möten före och efter.", ())
    within: Annotated[Text, RefTo(("lofte", "atagande"))] | None = key(
        "inom", "Löftet eller åtagandet den hör till.", None
    )
    stops: tuple[Observation, ...] = key("stopp", "Stoppen.", ())
    stops_words: Text | None = key("stopp_i_ord", "Om stoppen, när listan inte är publicerad.", None)
    answers: tuple[JointAnswer, ...] = key("samlade_svar", "Svar som gäller flera stopp.", ())
    protocol: Link | None = key("protokoll", "Länk till protokollet.", None)
    conflict: Text | None = key("målkonflikt", "Önskemål som drar åt olika håll.", None)
    result_words: Text | None = key("resultat_i_ord", "Vad vandringen ledde till, i ord.", None)
    sign_up: Link | None = key("anmälan", "Var den som vill gå med anmäler sig.", None)
    secrecy: Text | None = key(
        "sekretessprövad", "Funktionen som har prövat att texterna om hela vandringen kan visas.", None
    )
