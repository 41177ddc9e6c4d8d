"""Uppföljningar: dated public accounts, and what is later said about them."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from loftet.model.base import (
    Day,
    Disagreement,
    Entity,
    FileName,
    Identifier,
    Link,
    Number,
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
from loftet.model.dates import FuzzyDate
from loftet.model.faults import Fault
from loftet.model.place import PartyRef
from loftet.model.words.follow_ups import Assessment, FollowUpPhase, Reason


class Evidence(Record):
    """Belägg: what a claim rests on."""

    image: FileName | None = key("bild", "Bild i mappen bilder/.", None)
    alt: Text | None = key("alt", "Vad bilden visar.", None)
    approved: YesNo = key("godkänd", "ja: inga ansikten, inga registreringsskyltar.", False)
    link: Link | None = key("länk", "Webbadress.", None)
    text: Text | None = key("text", "Belägget i ord: protokoll, siffra.", None)


class Part(Record):
    """One part of a commitment or measure, assessed apart."""

    text: Text = key("text", "Delen.")
    assessment: Annotated[Assessment, choice(Assessment)] | None = key("bedömning", "Delens bedömning.", None)
    place_words: Text | None = key("plats_i_ord", "Var.", None)
    outcome: Number | None = key("utfall", "Antal.", None)
    outcome_words: Text | None = key("utfall_i_ord", "Utfall i ord.", None)
    unit: Text | None = key("enhet", "Vad som räknas.", None)
    reason: Annotated[Reason, choice(Reason)] | None = key("skäl", "Skälet.", None)
    note: Text | None = key("anmärkning", "Mer om delen.", None)
    parts: tuple[Part, ...] = key("delar", "Därav.", ())


class Entry(Record):
    """Post: what a follow-up says about one measure, commitment or promise."""

    about: Annotated[Text, RefTo(("atagande", "atgard", "lofte"))] = key(
        "om", "Åtgärdens id, löfte/åtagande eller löfte."
    )
    assessment: Annotated[Assessment, choice(Assessment)] | None = key("bedömning", "Bedömningen.", None)
    text: Text | None = key("text", "Vad som har hänt.", None)
    reason: Annotated[Reason, choice(Reason)] | None = key("skäl", "Skälet, ur den slutna listan.", None)
    reason_words: Text | None = key("skäl_i_ord", "Skälet i ord.", None)
    period: Span | None = key("avser", "Perioden som posten gäller.", None)
    outcome: Number | None = key("utfall", "Utfall som tal.", None)
    outcome_words: Text | None = key("utfall_i_ord", "Utfall i ord.", None)
    unit: Text | None = key("enhet", "Utfallets enhet, om annan än målets.", None)
    when: When | None = key("datum", "När det hände.", None)
    evidence: tuple[Evidence, ...] = key("belägg", "Belägg.", ())
    said_by: PartyRef | None = key("uppgift_från", "Part som lämnar uppgiften.", None)
    confirmed_by: Text | None = key("bekräftat_av_i_ord", "Vem som har bekräftat.", None)
    parts: tuple[Part, ...] = key("delar", "Delar som bedöms var för sig.", ())
    new_deadline: When | None = key("ny_tidsplan", "Ny sista dag.", None)
    new_deadline_words: Text | None = key("ny_tidsplan_i_ord", "Ny tid i ord.", None)
    new_target: Text | None = key("nytt_mål_i_ord", "Ändrat mål i ord, bredvid det gamla.", None)
    recipient: PartyRef | None = key("mottagare", "Part som har tagit över.", None)
    recipient_words: Text | None = key("mottagare_i_ord", "Mottagare i ord.", None)
    next_step: Text | None = key("nästa_steg", "Vad som händer härnäst.", None)
    disagreements: tuple[Disagreement, ...] = key(
        "uppgifterna_skiljer_sig", "Källor som inte stämmer överens.", ()
    )
    secrecy: Text | None = key("sekretessprövad", "Funktionen som har prövat att posten kan visas.", None)


class Beyond(Record):
    """Work beyond the promise."""

    text: Text = key("text", "Vad som gjordes.")
    parties: Several[PartyRef] = key("parter", "Vem.", ())
    outcome_words: Text | None = key("utfall_i_ord", "Utfall i ord.", None)
    secrecy: Text | None = key("sekretessprövad", "Funktionen som har prövat att arbetet kan visas.", None)


class Approval(Record):
    """Godkännande: that a party has read the draft before the meeting and stands by it; never published."""

    party: PartyRef = key("part", "Parten som har godkänt.")
    function: Text = key("funktion", "Funktionen som har godkänt, till exempel kommunpolis; inget namn.")
    date: Day = key("datum", "Dagen.")


class FollowUp(Entity):
    """Uppföljning: a dated public account; published when handled, then never edited."""

    title: Text | None = key("titel", "Rubrik; utelämnad sätts den av mötet eller datumet.", None)
    phase: Annotated[FollowUpPhase, choice(FollowUpPhase)] = key(
        "skede", "utkast eller behandlad.", FollowUpPhase.HANDLED
    )
    approvals: tuple[Approval, ...] = key(
        "godkänt", "Parter som har godkänt underlaget före mötet. Står bara i ”loftet underlag”.", ()
    )
    meeting: Annotated[Identifier, RefTo(("mote",))] | None = key("möte", "Mötet där den behandlades.", None)
    stated_as_of: When | None = key("gäller_per", "Dagen som uppgifterna gäller.", None)
    as_of_words: Text | None = key("gäller_per_i_ord", "Dagen i ord, när den inte är känd.", None)
    published: When | None = key("publicerad", "Dagen då den publicerades, om annan än mötets.", None)
    period: Span | None = key("avser", "Perioden som den gäller.", None)
    period_words: Text | None = key("avser_i_ord", "Perioden i ord.", None)
    promises: Several[Annotated[Identifier, RefTo(("lofte",))]] = key(
        "löften", "Löften som den följer upp.", ()
    )
    reporting: Several[PartyRef] = key("rapporterar", "Parter som rapporterar.", ())
    reporting_words: Text | None = key("rapporterar_i_ord", "Vem som rapporterar, i ord.", None)
    entries: tuple[Entry, ...] = key("poster", "Posterna.", ())
    overall: Text | None = key("samlad_bedömning_i_ord", "Samlad bedömning.", None)
    beyond: tuple[Beyond, ...] = key("utöver_löftet", "Arbete som inte var lovat.", ())
    next: When | None = key("nästa_uppföljning", "När nästa kommer.", None)
    next_words: Text | None = key("nästa_uppföljning_i_ord", "Nästa, i ord.", None)
    secrecy: Text | None = key(
        "sekretessprövad", "Funktionen som har prövat att texterna om hela uppföljningen kan visas.", None
    )
    examples_only: YesNo = key("bara_exempel", "ja när källan säger att listan är exempel.", False)
    affected_by: Text | None = key("påverkat_av_i_ord", "Något som påverkade hela perioden.", None)
    link: Link | None = key("länk", "Var den publicerades.", None)

    @model_validator(mode="after")
    def _has_a_time(self) -> FollowUp:
        if not (self.stated_as_of or self.published or (self.period and self.period.end)):
            raise Fault(
                "Uppföljningen säger inte när den gäller, så den kan inte ställas i ordning.",
                "Lägg till ”gäller_per:”, ”publicerad:” eller ”avser:”.",
            )
        return self

    @property
    def as_of(self) -> FuzzyDate:
        """Give when the figures hold: as stated, else the end of the period covered, else when it was published."""
        end = self.period.end if self.period else None
        return self.stated_as_of or end or self.published or _never()


def _never() -> FuzzyDate:
    raise AssertionError("a follow-up without any time is refused when it is read")


class Correction(Entity):
    """Rättelse: dated, reasoned correction of something published."""

    of: Annotated[Text, RefTo(("uppfoljning", "indikator", "lofte", "atgard", "vandring"))] = key(
        "rättar", "Vad som rättas."
    )
    date: When = key("datum", "När.")
    before: Text = key("stod", "Vad som stod.")
    after: Text = key("ska_vara", "Vad som ska stå.")
    why: Text = key("varför", "Varför det blev fel.")
    about: Text | None = key("om", "Posten i uppföljningen.", None)
    corrected_by: Text | None = key("rättat_av", "Funktionen.", None)


class AnnualReport(Entity):
    """Årlig uppföljning: words to the year's account, which is put together from the year's records."""

    title: Text | None = key("titel", "Vad den kallas lokalt.", None)
    year: Text = key("år", "Året.")
    summary: Text | None = key("sammanfattning", "Sammanfattning.", None)
    accounted_to: Several[Text] = key("redovisas_för", "Vem den redovisas för.", ())
    owner: PartyRef | None = key("ägare", "Parten som gör den.", None)
    link: Link | None = key("länk", "Var den publicerades.", None)
    points: Several[Text] = key("punkter", "Vad den säger.", ())
