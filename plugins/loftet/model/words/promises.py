"""The words of promises: the parts that parties take, kinds of goals and measures, decisions in a life."""

from __future__ import annotations

from loftet.model.words.word import Word


class PartyRole(Word):
    """Vad en part gör i ett löfte."""

    SIGNS = "undertecknar"
    EXECUTES = "utför"
    TAKES_PART = "medverkar"
    CONDITION = "villkor"
    NOT_STATED = "roll ej angiven"


class GoalKind(Word):
    """Slag av mål: output is not outcome (rule 4)."""

    OUTPUT = "prestation", "vad parterna gör"
    OUTCOME = "effekt", "vad som förändras för dem som bor här"


class PreventionLevel(Word):
    """Preventionsnivå."""

    UNIVERSAL = "universell", "riktas till alla"
    SELECTIVE = "selektiv", "riktas till en utvald grupp"
    INDICATED = "indikerad", "riktas till enskilda med särskilda behov"


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
