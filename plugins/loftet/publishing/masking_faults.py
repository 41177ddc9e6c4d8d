"""Why a detail cannot be taken out of something, and the way out: the sentences of `loftet maskera`."""

from __future__ import annotations

from loftet.problems import Problem
from loftet.publishing.detail import PLACE
from loftet.publishing.kept import EDITIONS


def too_much(times: int) -> Problem:
    """Say that a detail stands in many places, as an ordinary word does."""
    what = f"Uppgiften står på {times} ställen i era egna filer, så den är kanske ett vanligt ord."
    mend = f"Skriv mer av uppgiften. Är det rätt: lägg till --högst {times}."
    return Problem(PLACE, 0, 0, what, mend)


def in_name(shown: str) -> Problem:
    """Say that it stands in the name of one of the editor's files."""
    what = "Uppgiften står i filens namn, som också blir en adress."
    mend = (
        "Ge filen ett nytt namn (och posten ett nytt id) där den nämns, och skriv inget om den i flyttat.yml. "
        "Kör sedan samma kommando igen: den gamla adressen stryks då ur adresslista, webbplats och kopior."
    )
    return Problem(shown, 0, 0, what, mend)


def in_edition_name() -> Problem:
    """Say that it stands in the id of a published follow-up."""
    what = "Uppgiften står i en publicerad uppföljnings id, som är namnet på dess utgåva."
    mend = "Det kan inte göras här. Ta bort mappen ur publicerat/utgavor/ tillsammans med arkivet och skriv varför."
    return Problem(f"publicerat/{EDITIONS}/", 0, 0, what, mend)


def in_binary(shown: str) -> Problem:
    """Say that it stands in a file whose text cannot be changed."""
    what = "Uppgiften står i en fil som det inte går att ändra text i (bild eller PDF)."
    mend = "Byt ut filen mot en där uppgiften är borta och kör samma kommando igen: i kopiorna tas hela filen bort."
    return Problem(shown, 0, 0, what, mend)


def unreadable(shown: str) -> Problem:
    """Say that a zip cannot be looked into."""
    what = "Zip-filen går inte att läsa, så ingen vet om uppgiften står i den."
    mend = (
        "Hämta en hel kopia, eller flytta undan filen om den ska bort. Filer med lösenord måste öppnas först."
    )
    return Problem(shown, 0, 0, what, mend)
