"""What an editor may have meant by words that are no date: Excel's ways, two days, a day without its year."""

from __future__ import annotations

import re
from collections.abc import Callable

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


def not_a_date(words: str) -> Fault:
    """Name the likeliest slip behind words that are no date; Excel's own ways of writing one come first."""
    lowered = words.lower()
    for pattern, saying in _SLIPS:
        found = re.fullmatch(pattern, lowered)
        if found:
            what, mend = saying(found)
            return Fault(f"«{words}» {what}", mend)
    return Fault(
        f"«{words}» är inte ett datum.",
        "Skriv en dag (2025-10-14), en månad (oktober 2025), en årstid (hösten 2025), ett kvartal (kvartal 3 2025) "
        "eller ett år (2025). Andra ord skrivs i samma nyckel med _i_ord efter.",
    )


def _whole_month(found: re.Match[str]) -> str:
    name = next(month for month in MONTHS if month.startswith(found["month"][:3]))
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    return f"{name} {year}"


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
    (rf"(?:den )?\d{{1,2}} {MONTH}", lambda _: ("saknar år.", "Skriv även året: 14 oktober 2025.")),
)
"""What an editor may have meant by what is no date: to add one, a pattern and what is said of it."""
