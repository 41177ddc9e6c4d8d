"""A municipality with as many records of every kind as wanted, all tied to the same few, as YAML files."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def grown_town(many: int) -> Mapping[str, str]:
    """Give the files of a municipality where each list of each page holds about so many records."""
    return {
        "kommun.yml": "namn: Byn\n",
        "omraden.yml": _hub("centrum", "namn: Centrum, typ: stadsdel")
        + _hub("byn", "namn: Byn, typ: kommun")
        + _rows(many * 3, _area),
        "parter.yml": _hub("kommunen", "namn: Byns kommun, typ: kommun") + _rows(many, _party),
        "fokus.yml": _hub("ordning", "namn: Ordning") + _rows(many, _focus),
        "grupper.yml": _hub("radet", "namn: Rådet") + _rows(many, _body),
        "dokument.yml": _hub("program", "titel: Program") + _rows(many * 3, _document),
        "moten.yml": _hub("mote", "grupp: radet, datum: 2025-05-22") + _rows(many * 3, _meeting),
        "beslut.yml": _hub("inriktning", "titel: Inriktning, punkter: [{id: ljus, text: Ljus}]")
        + _rows(many, _decision),
        "lagesbilder.yml": _hub("lage", "titel: Läget") + _rows(many, _report),
        "orsaker.yml": _hub("orsak", "titel: Orsaken") + _rows(many, _cause),
        "dialoger.yml": _hub("dialog", "titel: Dialogen, hört: [{id: ljus, text: Mer ljus}]")
        + _rows(many, _dialogue),
        "indikatorer.yml": _rows(many, _indicator),
        "loften.yml": _hub("ljus", "titel: Ljus, åtaganden: [{id: lampor, text: Nya lampor}]")
        + _rows(many, _promise),
        "atgarder.yml": _hub("hela", "titel: Hela lampor, åtagande: ljus/lampor") + _rows(many, _measure),
        "vandringar.yml": _hub(
            "torget", "titel: Torget, datum: 2025-03-01, områden: [centrum], stopp: [{nr: 1, plats: Torget}]"
        )
        + _rows(many, _walk),
        "uppfoljningar.yml": _rows(many + 5, _follow_up),
    }


def _hub(id: str, rest: str) -> str:
    return f"- {{id: {id}, {rest}}}\n"


def _rows(many: int, row: Callable[[int], str]) -> str:
    return "".join(f"- {{id: n{number:04}, {row(number)}}}\n" for number in range(many))


def _day(number: int) -> str:
    """Give a day of 2025, as many as there are, again and again."""
    return f"2025-{1 + number // 28 % 12:02}-{1 + number % 28:02}"


def _area(n: int) -> str:
    return f"namn: Kvarter {n:04}, typ: plats, ingår_i: byn"


def _party(n: int) -> str:
    return f"namn: Enhet {n:04}, typ: förvaltning, ingår_i: kommunen"


def _focus(n: int) -> str:
    return f"namn: Fokus {n:04}"


def _body(n: int) -> str:
    return (
        f"namn: Grupp {n:04}, nivå: operativ, rapporterar_till: [radet], lyfter_till: radet, "
        "är_också: [radet], ledamöter: [{part: kommunen}]"
    )


def _document(n: int) -> str:
    return f"titel: Plan {n:04}, typ: handlingsplan, under: program, gäller: {{från: 2024-01-01, till: 2026-12-31}}"


def _meeting(n: int) -> str:
    if n % 3 == 0:
        return f"grupp: radet, datum: 2026-{4 + n // 28 % 8:02}-{1 + n % 28:02}, skede: planerat"
    if n % 3 == 1:
        return f"grupp: radet, datum: {_day(n)}, skede: inställt"
    return f"grupp: radet, datum: {_day(n)}"


def _decision(n: int) -> str:
    return (
        f"titel: Beslut {n:04}, grupp: radet, möte: mote, period: 2025, efter: inriktning, "
        f"punkter: [{{text: Punkt {n:04}, fokusområden: [ordning]}}]"
    )


def _report(n: int) -> str:
    return (
        f"titel: Lägesbild {n:04}, period: 2025, områden: [centrum], "
        f"slutsatser: [{{text: Slutsats {n:04}, område: [centrum], fokusområden: [ordning]}}]"
    )


def _cause(n: int) -> str:
    return f"titel: Analys {n:04}, lägesbild: lage, fokusområden: [ordning]"


def _dialogue(n: int) -> str:
    return (
        f"titel: Dialog {n:04}, datum: {_day(n)}, områden: [centrum], "
        f"hört: [{{id: ljus, text: Synpunkt {n:04}, fokusområden: [ordning]}}]"
    )


def _indicator(n: int) -> str:
    return (
        f"namn: Siffra {n:04}, källa: Enkäten, område: centrum, fokusområden: [ordning], "
        'värden: [{period: 2024, värde: "10"}, {period: 2025, värde: "12"}]'
    )


def _promise(n: int) -> str:
    return (
        f"titel: Löfte {n:04}, period: {{från: 2025-01-01, till: 2026-12-31}}, områden: [centrum], "
        "uppföljning_lovad: {antal: 4, per: år}, framtaget_genom: [dialog, lage, orsak, torget], "
        f"parter: [{{part: kommunen, roll: undertecknar}}], åtaganden: [{{id: ett, text: Åtagande {n:04}, "
        "ansvariga: [kommunen], fokusområden: [ordning]}]"
    )


def _measure(n: int) -> str:
    origins = (
        "{vandring: torget}",
        "{dialog: dialog}",
        "{dialog: dialog, punkt: ljus}",
        "{beslut: inriktning}",
        "{beslut: inriktning, punkt: ljus}",
        "{beslut: mote}",
        "{orsak: orsak}",
    )
    return (
        f"titel: Sak {n:04}, område: [centrum], åtagande: ljus/lampor, ansvariga: [kommunen], "
        f"medverkande: [kommunen], plats_i_ord: Väg{n:04}gatan, kommer_ur: [{', '.join(origins)}], "
        "fokusområden: [ordning], klart_senast: 2025-12-31"
    )


def _walk(n: int) -> str:
    planned = "skede: planerad, datum: 2026-05-01" if n % 2 == 0 else f"datum: {_day(n)}"
    stops = ", ".join(
        f"{{nr: {number}, plats: Väg{n:02}{number}gatan, ägare: kommunen}}" for number in range(1, 11)
    )
    return f"titel: Vandring {n:04}, {planned}, områden: [centrum], möten: [mote]" + (
        "" if n % 2 == 0 else f", stopp: [{stops}]"
    )


def _follow_up(n: int) -> str:
    word = "pågår" if n % 2 else "planerad"
    return (
        f"gäller_per: {_day(n)}, publicerad: {_day(n)}, möte: mote, löften: [ljus], rapporterar: [kommunen], "
        f"poster: [{{om: hela, bedömning: {word}, utfall_i_ord: {n} lampor}}, "
        "{om: ljus/lampor, bedömning: pågår}, {om: ljus, text: Löftet.}]"
    )
