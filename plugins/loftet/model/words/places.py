"""The words of areas and of how exactly a place is known."""

from __future__ import annotations

from loftet.model.words.word import Word


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


class PlacePrecision(Word):
    """Hur noga läget är känt: a place is drawn as exactly as it is known."""

    POINT = "punkt"
    STREET = "gata"
    AREA = "område"


class DwellingPrecision(Word):
    """Hur noga det som ligger vid en bostad visas: never as a point."""

    STREET = "gata"
    AREA = "område"
