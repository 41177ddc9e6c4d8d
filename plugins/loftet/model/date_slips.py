"""What an editor may have meant by words that are no date: Excel's ways, two days, a day without its year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from loftet.model.faults import Fault

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
MONTH = "(" + "|".join(MONTHS) + ")"
_SHORT_MONTH = r"(jan|feb|mar|apr|maj|jun|jul|aug|sep|sept|okt|nov|dec)\.?"
_ISO = r"\d{4}-\d{1,2}-\d{1,2}"
_AS_ISO = "Skriv dagen som år-månad-dag: 2025-10-14."
_WITH_YEAR = "Skriv även året: 14 oktober 2025."
_YEAR = r"\d{4}|\d\d"
_WEEK = r"(?:vecka|v|w)[. ]*(?P<week>\d{1,2})"
_PART = r"(?:(?:q|kv\.?|kvartal) ?(?P<number>[1-4])|(?:h|halvår) ?(?P<which>[12]))"
_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?"
_NEEDLESS = rf"senast|till och med|t\.? ?o\.? ?m\.?|under|i|klart|{_WEEKDAY}"


def not_a_date(words: str) -> Fault:
    """Name the likeliest slip behind words that are no date; Excel's own ways of writing one come first."""
    lowered = words.lower()
    for pattern, saying in _SLIPS:
        found = re.fullmatch(pattern, lowered)
        if found:
            what, mend = saying(found)
            return Fault(f"”{words}” {what}", mend)
    return Fault(
        f"”{words}” är inte ett datum.",
        "Skriv en dag (2025-10-14), en månad (oktober 2025), en årstid (hösten 2025), ett kvartal (kvartal 3 2025) "
        "eller ett år (2025).",
        wordy=True,
    )


def _whole_month(found: re.Match[str]) -> str:
    name = next(month for month in MONTHS if month.startswith(found["month"][:3]))
    return f"{name} {_century(found['year'])}"


def _week(found: re.Match[str]) -> tuple[str, str]:
    try:
        last = date.fromisocalendar(int(found["year"]), int(found["week"]), 7)
    except (TypeError, ValueError):  # no year, or a week that the year does not have
        return "är en vecka.", _AS_ISO
    return "är en vecka.", f"Skriv en dag, till exempel veckans sista: {last}."


def _day_before_month(found: re.Match[str]) -> tuple[str, str]:
    number, month, year = (int(part) for part in found.groups())
    if not 1 <= month <= 12:
        return "kan läsas på flera sätt.", _AS_ISO
    return "är inte ett datum.", f"Menar du {number} {MONTHS[month - 1]} {year}? Skriv ut det."


def _part(found: re.Match[str]) -> tuple[str, str]:
    half = {"1": "första halvåret", "2": "andra halvåret"}
    meant = half[found["which"]] if found["which"] else f"kvartal {found['number']}"
    return "är inte ett datum.", f"Menar du {meant} {found['year']}? Skriv ut det."


def _term(found: re.Match[str]) -> tuple[str, str]:
    month = "juni" if found["term"].startswith("v") else "december"
    end = f"{month} {_century(found['year'])}"
    return "är en termin.", f"Skriv en dag eller en månad, till exempel {end} för terminens slut."


def _century(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


_Slip = Callable[[re.Match[str]], tuple[str, str]]
_SLIPS: tuple[tuple[str, _Slip], ...] = (
    (
        r"[34]\d{4}(?:[.,]\d+)?",
        lambda _: (
            "ser ut som ett datum som Excel har gjort om till ett löpnummer.",
            "Formatera cellen som text i Excel, eller skriv dagen som 2025-10-14.",
        ),
    ),
    (
        rf"({_ISO})[ t]\d.*",
        lambda found: ("har ett klockslag efter dagen.", f"Skriv bara dagen: {found[1]}."),
    ),
    (
        rf"({_ISO})\s*(?:[–—-]|till|/)\s*({_ISO})",
        lambda found: (
            "är två dagar.",
            f"En period skrivs på egna rader, från: {found[1]} och till: {found[2]}. Annars: skriv en av dagarna.",
        ),
    ),
    (r"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}", lambda _: ("kan läsas på flera sätt.", _AS_ISO)),
    (r"\d{1,2}[/.]\d{1,2}", lambda _: ("saknar år.", _AS_ISO)),
    (
        r"((?:20|19)\d\d)(\d\d)(\d\d)",
        lambda found: (
            "är inte ett datum.",
            f"Menar du {found[1]}-{found[2]}-{found[3]}? Skriv bindestrecken.",
        ),
    ),
    (
        rf"(?P<day>\d{{1,2}})[ -]{_SHORT_MONTH.replace('(', '(?P<month>', 1)}[ -](?P<year>\d{{4}}|\d\d)",
        lambda found: (
            "är förkortat, som Excel skriver det.",
            f"Menar du {found['day']} {_whole_month(found)}? Skriv ut det.",
        ),
    ),
    (
        rf"{_SHORT_MONTH.replace('(', '(?P<month>', 1)}[ -](?P<year>\d{{4}}|\d\d)",
        lambda found: (
            "är förkortat, som Excel skriver det.",
            f"Menar du {_whole_month(found)}? Skriv ut det.",
        ),
    ),
    (rf"{_WEEK}(?:,? (?P<year>\d{{4}}))?", _week),
    (rf"(?P<year>\d{{4}})[ -]?{_WEEK}", _week),
    (r"(\d{1,2})/(\d{1,2})[ -](\d{4})", _day_before_month),
    (
        r"(\d{4})-([1-9])",
        lambda found: (
            "är inte ett datum.",
            f"Menar du {MONTHS[int(found[2]) - 1]} {found[1]}? Skriv {found[1]}-0{found[2]}.",
        ),
    ),
    (
        r"(\d{4})[\u2010-\u2015\u2212-](\d\d)[\u2010-\u2015\u2212-](\d\d)",
        lambda found: (
            "är inte ett datum.",
            f"Menar du {found[1]}-{found[2]}-{found[3]}? Skriv vanliga bindestreck.",
        ),
    ),
    (rf"(?P<year>\d{{4}})[ -]{_PART}", _part),
    (rf"{_PART},?[ -](?P<year>\d{{4}})", _part),
    (rf"(?P<term>vt|ht|vårterminen|höstterminen)[ -]*(?P<year>{_YEAR})", _term),
    (
        rf"({'|'.join(MONTHS)}|våren|sommaren|hösten|vintern) ?[-’'´]?(\d\d)",
        lambda found: ("saknar hela årtalet.", f"Menar du {found[1]} 20{found[2]}? Skriv ut det."),
    ),
    (
        rf"(?:{_NEEDLESS}) ((?:den )?\S.*\d{{4}}(?:-\d\d)*|\d{{4}}(?:-\d\d)*)",
        lambda found: ("har ett ord för mycket.", f"Skriv bara ”{found[1]}”."),
    ),
    (rf"(?:den )?\d{{1,2}} {_SHORT_MONTH}", lambda _: ("saknar år.", _WITH_YEAR)),
    (rf"(?:den )?\d{{1,2}} {MONTH}", lambda _: ("saknar år.", _WITH_YEAR)),
)
"""What an editor may have meant by what is no date: to add one, a pattern and what is said of it."""
