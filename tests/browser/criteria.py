"""The criteria of WCAG 2.2, levels A and AA, in words of our own, and which of our tests look at each.

A criterion without tests has not been looked at by any program; only a person can say how it is met.
"""

from __future__ import annotations

AXE, SNIFFER, IBM = "axe-core", "HTML_CodeSniffer", "IBM Equal Access"
JOURNEYS, KEYBOARD = "resor med tangentbord", "varje tangentbordsstopp"
NARROW, MEDIA = "smal skärm och 400 procents förstoring", "letat efter ljud och film"

CRITERIA: dict[str, tuple[str, tuple[str, ...]]] = {
    "1.1.1": ("Bilder har text", (AXE, SNIFFER, IBM)),
    "1.2.1": ("Bara ljud eller bara bild", (MEDIA,)),
    "1.2.2": ("Texter till film", (MEDIA,)),
    "1.2.3": ("Syntolkning eller annan text", (MEDIA,)),
    "1.2.4": ("Texter till direktsändning", (MEDIA,)),
    "1.2.5": ("Syntolkning", (MEDIA,)),
    "1.3.1": ("Rubriker, listor och tabeller är märkta", (AXE, SNIFFER, IBM)),
    "1.3.2": ("Läsordningen håller", ("uppläsning i ordning på två sidor",)),
    "1.3.3": ("Inget hänger på form eller plats", ()),
    "1.3.4": ("Stående och liggande skärm", ()),
    "1.3.5": ("Fält säger vad de vill ha", (AXE,)),
    "1.4.1": ("Inget hänger på färg", (AXE,)),
    "1.4.2": ("Ljud kan stängas av", (MEDIA,)),
    "1.4.3": ("Textens kontrast", (AXE, SNIFFER, IBM, "ordens kontrast i bilder")),
    "1.4.4": ("Större text", (NARROW,)),
    "1.4.5": ("Text är inte bilder", ()),
    "1.4.10": ("Ingen rullning i sidled", (NARROW,)),
    "1.4.11": ("Fälts och figurers kontrast", ()),
    "1.4.12": ("Glesare text", ("glesare text på smal skärm",)),
    "1.4.13": ("Det som visas vid pekning eller fokus", ()),
    "2.1.1": ("Allt går med tangentbord", (JOURNEYS, KEYBOARD)),
    "2.1.2": ("Ingen fastnar", (JOURNEYS,)),
    "2.1.4": ("Kortkommandon", ()),
    "2.2.1": ("Tidsgränser", (AXE,)),
    "2.2.2": ("Det som rör sig", ("letat efter rörelse",)),
    "2.3.1": ("Inget blinkar", ()),
    "2.4.1": ("Hoppa till innehållet", (AXE, SNIFFER, IBM)),
    "2.4.2": ("Sidan har en titel", (AXE, SNIFFER, IBM)),
    "2.4.3": ("Fokus går i ordning", (JOURNEYS,)),
    "2.4.4": ("Länkar säger vart de leder", (AXE, SNIFFER, IBM)),
    "2.4.5": ("Flera vägar till en sida", ()),
    "2.4.6": ("Rubriker och etiketter beskriver", ()),
    "2.4.7": ("Fokus syns", (KEYBOARD,)),
    "2.4.11": ("Fokus skyms inte", (KEYBOARD,)),
    "2.5.1": ("Gester har en enklare väg", ()),
    "2.5.2": ("Ett tryck kan ångras", ()),
    "2.5.3": ("Det som syns är det som sägs", (IBM,)),
    "2.5.4": ("Inget styrs av rörelse", ()),
    "2.5.7": ("Att dra har en enklare väg", ()),
    "2.5.8": ("Stora nog att trycka på", (AXE,)),
    "3.1.1": ("Sidans språk", (AXE, SNIFFER, IBM)),
    "3.1.2": ("Delars språk", (AXE, SNIFFER, IBM)),
    "3.2.1": ("Inget händer av fokus", ()),
    "3.2.2": ("Inget händer av inmatning", ()),
    "3.2.3": ("Menyn är likadan", ()),
    "3.2.4": ("Lika saker heter lika", ()),
    "3.2.6": ("Hjälp på samma plats", ()),
    "3.3.1": ("Fel visas", ()),
    "3.3.2": ("Fält har etiketter", (AXE, SNIFFER, IBM)),
    "3.3.3": ("Förslag vid fel", ()),
    "3.3.4": ("Ångra det viktiga", ()),
    "3.3.7": ("Inget frågas två gånger", ()),
    "3.3.8": ("Inloggning utan minnesprov", ()),
    "4.1.2": ("Namn, roll och värde", (AXE, SNIFFER, IBM)),
    "4.1.3": ("Meddelanden läses upp", ()),
}
