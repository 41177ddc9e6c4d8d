"""The closed lists of Löftet: every word an assessment, a reason or a kind may take, with its meaning.

*Så räknar vi* prints these lists and those of `statuses`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A closed list of Swedish words; each word may carry a meaning in a sentence."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Make one word of the list."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        return word

    @classmethod
    def forms(cls) -> dict[str, Self]:
        """Give every accepted spelling with the word that it stands for."""
        return {word.value: word for word in cls}


class Assessment(Word):
    """Bedömning i en uppföljning: what the meeting said about a measure, a commitment or a promise."""

    PLANNED = "planerad", "bestämd men inte påbörjad"
    ONGOING = "pågår", "arbetet är i gång"
    CONTINUOUS = "löpande", "görs hela tiden eller vid behov"
    ON_TRIAL = "på försök", "prövas"
    PAUSED = "pausad", "ligger stilla"
    DONE = "genomförd", "åtgärden är gjord"
    PARTLY_DONE = "delvis genomförd", "en del av åtgärden är gjord"
    NOT_DONE = "genomförs inte", "blir inte av"
    HANDED_OVER = "överlämnad", "någon annan har tagit över"
    MOVED = "flyttad", "görs i ett annat löfte eller projekt"
    UNTRACEABLE = "går inte att följa upp", "det går inte att säga"
    KEPT = "uppfyllt", "åtagandet är uppfyllt"
    PARTLY_KEPT = "delvis uppfyllt", "en del av åtagandet är uppfyllt"
    NOT_KEPT = "inte uppfyllt", "åtagandet uppfylldes inte"

    @classmethod
    def forms(cls) -> dict[str, Assessment]:
        """Give every inflection that an editor may write."""
        inflected = {
            "planerat": cls.PLANNED,
            "pågående": cls.ONGOING,
            "pausat": cls.PAUSED,
            "genomfört": cls.DONE,
            "genomförda": cls.DONE,
            "delvis genomfört": cls.PARTLY_DONE,
            "delvis": cls.PARTLY_DONE,
            "överlämnat": cls.HANDED_OVER,
            "flyttat": cls.MOVED,
            "uppfylld": cls.KEPT,
            "delvis uppfylld": cls.PARTLY_KEPT,
            "inte uppfylld": cls.NOT_KEPT,
        }
        return {word.value: word for word in cls} | inflected


class Reason(Word):
    """Skäl, from a closed list; the text beside it tells the rest."""

    DELIVERY = "väntar på leverans"
    DECISION = "väntar på beslut"
    PERMIT = "väntar på tillstånd"
    OTHER_PARTY = "väntar på annan part"
    MONEY = "saknar pengar"
    STAFF = "saknar personal"
    PARTICIPANTS = "saknar deltagare"
    OTHER_OWNER = "annan ägare"
    OTHER_PROJECT = "ingår i annat projekt"
    NOT_PRIORITISED = "inte prioriterat"
    SEASON = "årstid eller väder"
    EVENT = "yttre händelse"
    TECHNICAL = "tekniskt hinder"
    UNSUITABLE = "passar inte på platsen"
    NO_NEED = "behovet finns inte längre"
    RESCHEDULED = "ny tidsplan"
    OTHER = "annat skäl"
    NOT_STATED = "skäl ej angivet"


class PartyType(Word):
    """Slag av part."""

    MUNICIPALITY = "kommun"
    DEPARTMENT = "förvaltning"
    POLICE = "polis"
    FEDERATION = "kommunalförbund"
    RESCUE = "räddningstjänst"
    HOUSING = "bostadsbolag"
    PROPERTY_OWNER = "fastighetsägare"
    REGION = "region"
    COUNTY_BOARD = "länsstyrelse"
    SCHOOL = "skola"
    ASSOCIATION = "förening"
    BUSINESS = "näringsliv"
    OTHER = "annan"


class PartyRole(Word):
    """Vad en part gör i ett löfte."""

    SIGNS = "undertecknar"
    EXECUTES = "utför"
    TAKES_PART = "medverkar"
    CONDITION = "villkor"
    NOT_STATED = "roll ej angiven"


class AreaType(Word):
    """Slag av område."""

    MUNICIPALITY = "kommun"
    LOCALITY = "tätort"
    DISTRICT = "stadsdel"
    ELECTORAL = "valdistrikt"
    DESO = "DeSO"
    REGSO = "RegSO"
    LOCAL_POLICE = "lokalpolisområde"
    POLICE_AREA = "polisområde"
    POLICE_REGION = "polisregion"
    COUNTY = "län"
    COUNTRY = "riket"
    PLACE = "plats"


class BodyLevel(Word):
    """Nivå för en grupp."""

    POLITICAL = "politisk"
    STRATEGIC = "strategisk"
    PREPARING = "beredande"
    OPERATIVE = "operativ"
    REGIONAL = "regional"


class MeetingPhase(Word):
    """Mötets skede."""

    PLANNED = "planerat"
    HELD = "hållet"
    CANCELLED = "inställt"


class FollowUpPhase(Word):
    """Uppföljningens skede."""

    DRAFT = "utkast", "underlag före mötet, publiceras inte"
    HANDLED = "behandlad", "publiceras och ändras sedan aldrig"


class WalkPhase(Word):
    """Vandringens skede."""

    PLANNED = "planerad"
    CANCELLED = "inställd"
    MOVED = "flyttad"
    WALKED = "genomförd"
    PROTOCOL = "protokoll klart"
    FOLLOWED_UP = "följs upp"
    CLOSED = "avslutad"

    @property
    def called_off(self) -> bool:
        """Tell whether the walk was not held when it should have been."""
        return self in (WalkPhase.CANCELLED, WalkPhase.MOVED)

    @property
    def walked(self) -> bool:
        """Tell whether the walk has been held."""
        return self is not WalkPhase.PLANNED and not self.called_off


class Light(Word):
    """Ljusförhållande på vandringen."""

    DAY = "dagsljus"
    DUSK = "skymning"
    DARK = "mörker"


class ObservationKind(Word):
    """Slag av iakttagelse."""

    FAULT = "brist"
    POSITIVE = "positivt"
    PROPOSAL = "förslag"


class MapServiceKind(Word):
    """Hur en karttjänst ger sina bilder."""

    WMS = "WMS"
    WMTS = "WMTS"


class PlacePrecision(Word):
    """Hur noga läget är känt: a place is drawn as exactly as it is known."""

    POINT = "punkt"
    STREET = "gata"
    AREA = "område"


class DwellingPrecision(Word):
    """Hur noga det som ligger vid en bostad visas: never as a point."""

    STREET = "gata"
    AREA = "område"


class DialogueForm(Word):
    """Form av medborgardialog."""

    SURVEY = "enkät"
    WEB_SURVEY = "webbenkät"
    WALK = "trygghetsvandring"
    INTERVIEW = "intervju"
    FOCUS_GROUP = "fokusgrupp"
    MEETING = "möte"
    STREET = "dialog på stan"
    STAFF = "medarbetardialog"
    CHILDREN = "barn och unga"


class Selection(Word):
    """Hur de som svarade valdes."""

    SELF_SELECTED = "självvalda"
    RANDOM = "slumpmässigt"
    EVERYONE = "alla tillfrågades"


class GoalKind(Word):
    """Slag av mål: output is not outcome (rule 4)."""

    OUTPUT = "prestation", "vad parterna gör"
    OUTCOME = "effekt", "vad som förändras för dem som bor här"


class Direction(Word):
    """Önskad riktning; without one no arrow and no colour (rule 8)."""

    UP = "öka"
    DOWN = "minska"
    SAME = "oförändrat"
    NONE = "ingen"


class Per(Word):
    """Vad ett tal räknas per."""

    YEAR = "år"
    PERIOD = "period"
    HALF_YEAR = "halvår"
    TERTIAL = "tertial"
    QUARTER = "kvartal"
    MONTH = "månad"
    WEEK = "vecka"


class PreventionLevel(Word):
    """Preventionsnivå."""

    UNIVERSAL = "universell", "riktas till alla"
    SELECTIVE = "selektiv", "riktas till en utvald grupp"
    INDICATED = "indikerad", "riktas till enskilda med särskilda behov"


class MissingValue(Word):
    """Varför ett värde saknas; never shown as zero (rules 5 and 9)."""

    NOT_AVAILABLE = "uppgift saknas"
    TOO_FEW = "för få svar"
    SECRET = "sekretess"
    NOT_MEASURED = "ej mätt"


class SourceForm(Word):
    """Vad en sparad fil är: dokumentet självt, eller något som är gjort av det."""

    DOCUMENT = "original", "dokumentet självt"
    TRANSCRIPT = "avskrift", "dokumentets text ordagrant, inte dokumentet självt"
    NOTE = "anteckning", "uppgifter ur källan i egna ord, inte dokumentet självt"


class FactorKind(Word):
    """Risk- eller skyddsfaktor."""

    RISK = "riskfaktor"
    PROTECTIVE = "skyddsfaktor"


class Domain(Word):
    """Område där en orsak finns."""

    FAMILY = "familjen"
    PEERS = "kamratgruppen och fritiden"
    SCHOOL = "skolan"
    SOCIETY = "samhället"
    INDIVIDUAL = "individen själv"
    PLACE = "plats och situation"


class ProcessStep(Word):
    """De gemensamma stegen i arbetet."""

    MAPPING = "kartläggning"
    ANALYSIS = "analys"
    PRIORITISING = "prioritering"
    ACTION = "löfte och åtgärder"
    FOLLOW_UP = "uppföljning"
    FEEDBACK = "återkoppling"


class LifecycleEvent(Word):
    """Beslutad händelse i ett löftes liv."""

    EXTENDED = "förlängt", "löftet gäller längre"
    REPLACED = "ersatt", "ett nytt löfte gäller i stället"
    WITHDRAWN = "återtaget", "parterna har dragit tillbaka det"
    CHANGED = "ändrat", "lydelsen är en annan"
    ENDED = "avslutat", "löftet är slut"
    CARRIED_OVER = "överfört", "ett åtagande fortsätter i ett annat löfte eller på annat håll"
    STRUCK = "struket", "ett åtagande gäller inte längre"
    ADDED = "tillagt", "ett åtagande har kommit till"


class LawPart(Word):
    """Del av arbetet enligt lag 2023:196; the meaning holds only what could be read of the law or the bill.

    Source: 4 § and the bill's own summary (prop. 2022/23:43). Nothing is said of the parts whose wording is unread.
    """

    SITUATION = (
        "lägesbild",
        "Enligt 4 § ska kommunen ta fram en lägesbild över brottsligheten i kommunen. I den ingår en kartläggning av "
        "brottsligheten, dess omfattning och konsekvenser, annan information av betydelse och en analys.",
    )
    PLAN = (
        "åtgärdsplan",
        "Enligt propositionens sammanfattning ska kommunen med lägesbilden som grund ta ställning till behovet av "
        "åtgärder och besluta om en åtgärdsplan.",
    )
    FOLLOW_UP = "uppföljning"
    AGREEMENTS = "överenskommelser"
    COUNCIL = "råd"
    COORDINATION = "samordningsfunktion", "Propositionens sammanfattning nämner en samordningsfunktion."

    @property
    def slug(self) -> str:
        """Give the part as it stands in anchors: ASCII."""
        return self.value.translate(str.maketrans("åäö", "aao"))


class Conformance(Word):
    """Hur väl webbplatsen följer kraven på tillgänglighet."""

    FULL = "helt förenlig"
    PARTIAL = "delvis förenlig"
    NONE = "inte förenlig"


class Testing(Word):
    """Hur tillgängligheten har bedömts."""

    OWN = "självskattning", "Vi har själva testat webbplatsen."
    EXTERNAL = "extern granskning", "En oberoende part har granskat webbplatsen."
