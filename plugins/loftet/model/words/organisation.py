"""The words of parties, bodies, meetings and the work that the law asks for."""

from __future__ import annotations

from loftet.model.words.word import Word


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


class ProcessStep(Word):
    """De gemensamma stegen i arbetet."""

    MAPPING = "kartläggning"
    ANALYSIS = "analys"
    PRIORITISING = "prioritering"
    ACTION = "löfte och åtgärder"
    FOLLOW_UP = "uppföljning"
    FEEDBACK = "återkoppling"


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
