"""The words of figures, dialogues, causes and sources."""

from __future__ import annotations

from loftet.model.words.word import Word


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
