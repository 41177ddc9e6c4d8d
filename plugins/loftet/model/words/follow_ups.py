"""The words of follow-ups: what was said of a measure or a commitment, and why."""

from __future__ import annotations

from loftet.model.words.word import Word


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


class FollowUpPhase(Word):
    """Uppföljningens skede."""

    DRAFT = "utkast", "underlag före mötet, publiceras inte"
    HANDLED = "behandlad", "publiceras och ändras sedan aldrig"
