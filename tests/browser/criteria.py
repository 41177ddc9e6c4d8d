"""The criteria of WCAG 2.2, levels A and AA, in words of our own, and how each has been looked at.

By our tests, every time; and by a review, once, for what no program can tell: screenshots, the accessibility tree
and the order of the keyboard were read in Chromium, as were the words of one page of each type.

A screen reader was driven by the keyboard, reading whole pages and jumping by heading, landmark, link, button, field
and table: the start page, lists of promises, measures and walks, a promise, a walk with its map opened, an edition, a
measure, an area, a party, an indicator, what is new, the glossary, how we count, the accessibility statement, the
easy-to-read and the translated start pages, the page that is not found, and the search in use. What it said was read
in its log by the program's makers. Nobody who depends on a screen reader has listened, and no visitor took part; a
review that is made with them is written here, with its day.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

AXE, SNIFFER, IBM = "axe-core", "HTML_CodeSniffer", "IBM Equal Access"
JOURNEYS, KEYBOARD = "resor med tangentbord", "varje tangentbordsstopp"
NARROW, MEDIA = "smal skärm och 400 procents förstoring", "letat efter ljud och film"

REVIEWED = date(2026, 11, 22)
"""The day of the review."""

SCREEN_READER = "Orca 43.1 i Firefox 153.7"
"""What read the pages aloud in the review, as the accessibility statement says it."""

FIELDS = (
    "Fälten är sökningen, fältet för gata eller plats och valen ovanför listor och kartor. "
    "Inget av dem skickar något."
)


class Criterion(NamedTuple):
    """What a criterion is about, which of our tests look at it, and what the review saw; both may be empty."""

    name: str
    tests: tuple[str, ...] = ()
    review: str = ""


CRITERIA: dict[str, Criterion] = {
    "1.1.1": Criterion(
        "Bilder har text",
        (AXE, SNIFFER, IBM),
        "Texten till varje foto lästes bredvid bilden, och diagrams och kartors namn på en sida av varje slag. Med "
        "skärmläsare sägs varje bild en gång, utan de ord som är ritade i den.",
    ),
    "1.2.1": Criterion("Bara ljud eller bara bild", (MEDIA,)),
    "1.2.2": Criterion("Texter till film", (MEDIA,)),
    "1.2.3": Criterion("Syntolkning eller annan text", (MEDIA,)),
    "1.2.4": Criterion("Texter till direktsändning", (MEDIA,)),
    "1.2.5": Criterion("Syntolkning", (MEDIA,)),
    "1.3.1": Criterion(
        "Rubriker, listor och tabeller är märkta",
        (AXE, SNIFFER, IBM),
        "Rubrikerna lästes i ordning på en sida av varje slag. Skärmläsaren sade rubriker med nivå, listor med antal "
        "och tabeller med rader och kolumner. Kolumnens rubrik vid varje cell sade den inte i någon tabell.",
    ),
    "1.3.2": Criterion(
        "Läsordningen håller",
        ("uppläsning i ordning på två sidor",),
        "Arton slags sidor lästes upp från början till slut, i samma ordning som för ögat. När skärmläsaren läser allt "
        "i ett hoppar den över första meningen i en beskrivning som är delad i stycken. Rad för rad sägs den.",
    ),
    "1.3.3": Criterion(
        "Inget hänger på form eller plats",
        review="Texterna söktes igenom efter ord för form, färg och plats. Inget behöver dem för att förstås.",
    ),
    "1.3.4": Criterion(
        "Stående och liggande skärm", review="Sidor sågs åt båda hållen. Ingen stilmall låser läget."
    ),
    "1.3.5": Criterion("Fält säger vad de vill ha", (AXE,)),
    "1.4.1": Criterion(
        "Inget hänger på färg",
        (AXE,),
        "Fyra slags sidor sågs i gråskala. Varje läge har både form och ord, och länkar i text är understrukna.",
    ),
    "1.4.2": Criterion("Ljud kan stängas av", (MEDIA,)),
    "1.4.3": Criterion("Textens kontrast", (AXE, SNIFFER, IBM, "ordens kontrast i bilder")),
    "1.4.4": Criterion("Större text", (NARROW,)),
    "1.4.5": Criterion(
        "Text är inte bilder", review="Inget foto har text. Text i diagram och kartor är text."
    ),
    "1.4.10": Criterion("Ingen rullning i sidled", (NARROW,)),
    "1.4.11": Criterion(
        "Fälts och figurers kontrast",
        review="Kanten på fält, knappar och fokus mättes på elva slags sidor, i ljust och mörkt: minst 3:1.",
    ),
    "1.4.12": Criterion("Glesare text", ("glesare text på smal skärm",)),
    "1.4.13": Criterion(
        "Det som visas när man pekar eller har fokus",
        ("ordens förklaringar med tangentbord",),
        "Inget visas bara för att man pekar. En förklaring öppnas med ett tryck och stängs med Esc.",
    ),
    "2.1.1": Criterion("Allt går med tangentbord", (JOURNEYS, KEYBOARD)),
    "2.1.2": Criterion(
        "Ingen fastnar",
        (JOURNEYS,),
        "Meny, sökning, förklaringar, val i listor och karta öppnades och lämnades.",
    ),
    "2.1.4": Criterion(
        "Kortkommandon",
        review="Skripten lästes. Enstaka tangenter gör något bara i en öppnad karta som har fokus.",
    ),
    "2.2.1": Criterion("Tidsgränser", (AXE,), "Skripten lästes. Ingen tid går ut för den som läser."),
    "2.2.2": Criterion("Det som rör sig", ("letat efter rörelse",)),
    "2.3.1": Criterion("Inget blinkar", review="Stilmallar och skript lästes. Inget på sidorna blinkar."),
    "2.4.1": Criterion("Hoppa till innehållet", (AXE, SNIFFER, IBM)),
    "2.4.2": Criterion("Sidan har en titel", (AXE, SNIFFER, IBM)),
    "2.4.3": Criterion(
        "Fokus går i ordning",
        (JOURNEYS, "kartans lager med tangentbord"),
        "Ordningen följdes på smal skärm genom meny, sökning, förklaringar och karta, också med skärmläsare.",
    ),
    "2.4.4": Criterion(
        "Länkar säger vart de leder",
        (AXE, SNIFFER, IBM),
        "Länkar med samma ord och olika mål söktes upp. Raden eller rubriken runt dem skiljer dem åt, också uppläst.",
    ),
    "2.4.5": Criterion(
        "Flera vägar till en sida", review="Meny, sökning, listor och A till Ö leder till sidorna."
    ),
    "2.4.6": Criterion(
        "Rubriker och etiketter beskriver", review="Rubriker och etiketter lästes på en sida av varje slag."
    ),
    "2.4.7": Criterion("Fokus syns", (KEYBOARD,)),
    "2.4.11": Criterion("Fokus skyms inte", (KEYBOARD, "ordens förklaringar med tangentbord")),
    "2.5.1": Criterion("Gester har en enklare väg", review="Kartan har knappar för att zooma och flytta."),
    "2.5.2": Criterion(
        "Ett tryck kan ångras",
        review="Skripten lästes. Knappar och länkar verkar när man släpper, inte förr.",
    ),
    "2.5.3": Criterion(
        "Det som syns är det som sägs",
        (IBM,),
        "Namn och synliga ord jämfördes på en sida av varje slag. Bara tecken som + och ← sägs med andra ord.",
    ),
    "2.5.4": Criterion(
        "Inget styrs av rörelse", review="Skripten lästes. Inget frågar hur telefonen rör sig."
    ),
    "2.5.7": Criterion(
        "Att dra har en enklare väg", review="Kartan har pilknappar, och en lista med samma platser."
    ),
    "2.5.8": Criterion("Stora nog att trycka på", (AXE,)),
    "3.1.1": Criterion("Sidans språk", (AXE, SNIFFER, IBM)),
    "3.1.2": Criterion(
        "Delars språk",
        (AXE, SNIFFER, IBM),
        "De översatta sidornas delar och språklänkarna lästes. Var del är märkt, och skärmläsaren bad om rätt röst.",
    ),
    "3.2.1": Criterion(
        "Inget händer av fokus", review="Skripten lästes. Fokus hämtar sökningen men flyttar ingen."
    ),
    "3.2.2": Criterion(
        "Inget händer av inmatning", review="Sökningen och kartans val ändrar bara sin egen lista."
    ),
    "3.2.3": Criterion(
        "Menyn är likadan", review="Menyn och sidfoten jämfördes på en sida av varje slag. De är lika."
    ),
    "3.2.4": Criterion(
        "Lika saker heter lika", review="Knappar, meny och sidfot jämfördes på en sida av varje slag."
    ),
    "3.2.6": Criterion(
        "Hjälp på samma plats", review="Kontakt och felanmälan står i sidfoten på varje sida."
    ),
    "3.3.1": Criterion("Fel visas", review=f"{FIELDS} Inga träffar sägs i ord."),
    "3.3.2": Criterion("Fält har etiketter", (AXE, SNIFFER, IBM)),
    "3.3.3": Criterion("Förslag vid fel", review=f"{FIELDS} Utan träff föreslås ett annat ord."),
    "3.3.4": Criterion("Ångra det viktiga", review=FIELDS),
    "3.3.7": Criterion("Inget frågas två gånger", review=FIELDS),
    "3.3.8": Criterion("Inloggning utan minnesprov", review="Det finns ingen inloggning."),
    "4.1.2": Criterion(
        "Namn, roll och värde",
        (AXE, SNIFFER, IBM, "rubriker och länkar hörs hela"),
        "Skärmläsaren sade namn, roll och om något är utfällt, för meny, sökning, förklaringar och karta.",
    ),
    "4.1.3": Criterion(
        "Meddelanden läses upp",
        review="Sökningens antal och kartans besked sades av skärmläsaren när de kom, utan att fokus flyttades.",
    ),
}
