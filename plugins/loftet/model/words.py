"""The closed lists of Löftet: every word a status, a reason or a kind may take, with its meaning.

*Så räknar vi* prints these lists; pages, tables, maps and pictures take word, shape and tone from here alone.
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


class Status(Word):
    """What a page says of a measure, a commitment, a goal or a stop: word, shape, tone and inflection.

    The word is said as it stands about an åtgärd; `neuter` about an åtagande or a mål; `plural` about several.
    """

    shape: str
    tone: str
    neuter: str
    plural: str

    def __new__(
        cls, value: str, shape: str, tone: str, meaning: str, neuter: str = "", plural: str = ""
    ) -> Self:
        """Make one status."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.shape, word.tone, word.meaning = shape, tone, meaning
        word.neuter, word.plural = neuter or value, plural or neuter or value
        return word

    @classmethod
    def forms(cls) -> dict[str, Self]:
        """Give every inflection with the status that it stands for."""
        return {form: word for word in cls for form in (word.plural, word.neuter, word.value)}

    @property
    def slug(self) -> str:
        """Give the status as it stands in addresses and anchors: ASCII, hyphens."""
        return self.value.translate(str.maketrans("åäö ", "aao-")).lower()


class MeasureStatus(Status):
    """Åtgärdens läge. *Försenad* and *ej uppföljd ännu* are computed and never written by an editor."""

    DONE = "genomförd", "●", "klart", "Åtgärden är gjord.", "genomfört", "genomförda"
    PARTLY = "delvis genomförd", "◐", "delvis", "En del är gjord.", "delvis genomfört", "delvis genomförda"
    ONGOING = "pågår", "◆", "pagar", "Arbetet är i gång."
    CONTINUOUS = "löpande", "↻", "lopande", "Görs hela tiden eller vid behov, räknas inte i «x av y»."
    ON_TRIAL = "på försök", "◇", "forsok", "Prövas och kan ändras eller tas bort."
    PAUSED = "pausad", "‖", "pausad", "Arbetet ligger stilla.", "pausat", "pausade"
    PLANNED = "planerad", "■", "planerad", "Bestämd men inte påbörjad.", "planerat", "planerade"
    LATE = "försenad", "▲", "sen", "Sista dagen har gått utan att åtgärden är klar.", "försenat", "försenade"
    NOT_DONE = "genomförs inte", "✕", "inte", "Blir inte av. Skälet står intill."
    HANDED_OVER = "överlämnad", "→", "vidare", "Någon annan har tagit över.", "överlämnat", "överlämnade"
    MOVED = "flyttad", "→", "vidare", "Görs i ett annat löfte eller projekt.", "flyttat", "flyttade"
    UNTRACEABLE = "går inte att följa upp", "?", "oklart", "Det går inte att säga om åtgärden är gjord."
    NOT_ASSESSED = (
        "ej bedömd",
        "○",
        "tyst",
        "En uppföljning har tagit upp den utan att säga hur långt den har kommit.",
        "ej bedömt",
        "ej bedömda",
    )
    NOT_FOLLOWED_UP = (
        "ej uppföljd ännu",
        "○",
        "tyst",
        "Ingen publicerad uppföljning har tagit upp den. Det betyder inte att inget är gjort.",
        "ej uppföljt ännu",
        "ej uppföljda ännu",
    )


class CommitmentStatus(Status):
    """Åtagandets läge: verdicts are said by a follow-up, never inferred from measures."""

    KEPT = "uppfyllt", "●", "klart", "En uppföljning säger att åtagandet är uppfyllt.", "", "uppfyllda"
    PARTLY = "delvis uppfyllt", "◐", "delvis", "En del är uppfyllt.", "", "delvis uppfyllda"
    NOT_KEPT = (
        "inte uppfyllt",
        "✕",
        "inte",
        "En uppföljning säger att det inte uppfylldes.",
        "",
        "inte uppfyllda",
    )
    UNTRACEABLE = "går inte att följa upp", "?", "oklart", "Det går inte att säga om åtagandet är uppfyllt."
    NOT_DONE = "genomförs inte", "✕", "inte", "Blir inte av. Skälet står intill."
    MOVED = "flyttat", "→", "vidare", "Åtagandet fortsätter på annat håll.", "", "flyttade"
    LATE = "försenat", "▲", "sen", "Sista dagen har gått utan besked om att det är uppfyllt.", "", "försenade"
    ONGOING = "pågår", "◆", "pagar", "Arbetet är i gång."
    CONTINUOUS = "löpande", "↻", "lopande", "Görs hela tiden eller vid behov, räknas inte i «x av y»."
    ON_TRIAL = "på försök", "◇", "forsok", "Prövas och kan ändras eller tas bort."
    PAUSED = "pausat", "‖", "pausad", "Arbetet ligger stilla.", "", "pausade"
    PLANNED = "planerat", "■", "planerad", "Bestämt men inte påbörjat.", "", "planerade"
    NOT_ASSESSED = (
        "ej bedömt",
        "○",
        "tyst",
        "En uppföljning har tagit upp det utan att säga om det är uppfyllt.",
        "",
        "ej bedömda",
    )
    NOT_FOLLOWED_UP = (
        "ej uppföljt ännu",
        "○",
        "tyst",
        "Ingen publicerad uppföljning har tagit upp det. Det betyder inte att inget är gjort.",
        "",
        "ej uppföljda ännu",
    )


class GoalStatus(Status):
    """Målets läge, från siffrorna och bara när mål och utfall går att jämföra."""

    REACHED = "uppnått", "●", "klart", "Utfallet når målet i samma enhet, tid och område.", "", "uppnådda"
    NOT_REACHED = "inte uppnått", "✕", "inte", "Utfallet når inte målet.", "", "inte uppnådda"
    UNDECIDED = (
        "inte avgjort än",
        "◆",
        "pagar",
        "Tiden är inte slut, så ingen kan säga om målet nås.",
        "",
        "inte avgjorda än",
    )
    NOT_COMPARABLE = (
        "kan inte jämföras",
        "?",
        "oklart",
        "Mål och utfall har inte samma enhet, tid eller område.",
    )
    NOT_MEASURED = "ej mätt ännu", "○", "tyst", "Inget utfall är publicerat.", "", "ej mätta ännu"


class StopStatus(Status):
    """Vad som hänt med ett stopp på en vandring."""

    MENDED = "åtgärdat", "●", "klart", "Det som behövde göras är gjort.", "", "åtgärdade"
    ONGOING = "pågår", "◆", "pagar", "En åtgärd är i gång."
    PLANNED = "planerat", "■", "planerad", "En åtgärd är bestämd.", "", "planerade"
    ANSWERED = "fått svar", "✉", "svar", "Någon har svarat; ingen åtgärd görs, och skälet står intill."
    WAITING = "väntar", "▲", "sen", "Varken åtgärd eller svar är publicerat."
    POSITIVE = "positivt", "+", "positivt", "Platsen fungerar bra, inget behöver göras.", "", "positiva"


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


class Lifecycle(Status):
    """Löftets livscykel."""

    DRAFT = "utkast", "○", "tyst", "Inte publicerat."
    SIGNED = "undertecknat", "■", "planerad", "Undertecknat; perioden har inte börjat."
    IN_FORCE = "gäller", "◆", "pagar", "Perioden pågår."
    ENDED = "avslutat", "●", "klart", "Perioden är slut."
    EXTENDED = "förlängt", "◆", "pagar", "Löftet gäller längre än det först undertecknades för."
    REPLACED = "ersatt", "→", "vidare", "Ett nytt löfte gäller i stället."
    WITHDRAWN = "återtaget", "✕", "inte", "Parterna har dragit tillbaka löftet."
    NOT_STATED = "perioden är inte angiven", "?", "oklart", "Det går inte att säga om löftet gäller."


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


class PlacePrecision(Word):
    """Hur noga läget är känt: a place is drawn as exactly as it is known."""

    POINT = "punkt"
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

    EXTENDED = "förlängt"
    WITHDRAWN = "återtaget"
    CHANGED = "ändrat"
    ENDED = "avslutat"


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
