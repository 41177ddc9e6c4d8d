"""What an indicator's figures say, in words: only what the data carries, no better or worse without a stated direction.

The name of the indicator gives the words: ”Andel som känner sig trygga sent” becomes ”66 procent kände sig trygga
sent 2022”; a name of another form stands before its figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from loftet.facts.own_words import NO_OWN_WORDS, OwnWords
from loftet.facts.readings import (
    Reading,
    amount,
    in_time,
    is_count,
    is_own_area,
    main_series,
    readings,
    why_not_comparable,
)
from loftet.model.dates import Period, Precision
from loftet.model.knowledge import Indicator
from loftet.model.register import Register
from loftet.model.words.knowledge import Direction, Selection
from loftet.wording import count, number, period_text

_PAST = {
    "känner": "kände",
    "är": "var",
    "har": "hade",
    "tycker": "tyckte",
    "anser": "ansåg",
    "upplever": "upplevde",
    "oroar": "oroade",
    "uppger": "uppgav",
    "svarar": "svarade",
    "säger": "sade",
    "litar": "litade",
    "vet": "visste",
    "avstår": "avstod",
    "undviker": "undvek",
    "kan": "kunde",
    "vill": "ville",
    "mår": "mådde",
    "trivs": "trivdes",
    "utsätts": "utsattes",
    "utsatts": "utsattes",
    "deltar": "deltog",
}
"""Verbs that a share's name may begin with, and how they were then."""

_ALL = {
    "elever": "eleverna",
    "hushåll": "hushållen",
    "personer": "personerna",
    "invånare": "invånarna",
    "kvinnor": "kvinnorna",
    "män": "männen",
    "flickor": "flickorna",
    "pojkar": "pojkarna",
    "ungdomar": "ungdomarna",
    "unga": "de unga",
    "barn": "barnen",
    "äldre": "de äldre",
    "företag": "företagen",
}
"""Whom a share can be of, as all of them are called."""

_SHARE = re.compile(
    r"andel(?:en)? (?:(?P<who>\w+)(?P<where> .+?)? )?som (?P<verb>\w+)\b(?P<rest>.*)", re.IGNORECASE
)


@dataclass(frozen=True)
class Finding:
    """What the figures of an indicator's own series say.

    `latest` is the latest final figure, `preliminary` a preliminary one after it, `earlier` the figure before
    `latest` where the two can be compared; None where there is none. `sentence` is the title of the page.
    """

    sentence: str
    latest: Reading | None = None
    earlier: Reading | None = None
    preliminary: Reading | None = None


def finding(register: Register, indicator: Indicator) -> Finding:
    """Give what an indicator's figures say, in words that are computed from them."""
    told = readings(register, indicator)
    series = main_series(indicator, told)
    known = [one for one in series if one.number is not None]
    final = [one for one in known if not one.value.preliminary]
    if not known:
        return Finding(_without_numbers(indicator, in_time(told)))
    latest = final[-1] if final else None
    after = known[-1] if known[-1] is not latest else None
    found = Finding("", latest, _earlier(indicator, final), after)
    words = _sentence(indicator, found) + _after(series, known[-1])
    return Finding(words + _area(register, indicator, known[-1]), latest, found.earlier, after)


def _earlier(indicator: Indicator, final: list[Reading]) -> Reading | None:
    """Give the final figure before the latest, of another period, where the two can be compared."""
    older = [one for one in final if one.period.first != final[-1].period.first]
    before = older[-1] if older else None
    return before if before and not why_not_comparable(indicator, before, final[-1]) else None


def _sentence(indicator: Indicator, found: Finding) -> str:
    latest, after = found.latest, found.preliminary
    if latest is None:
        return f"{_claim(indicator, after)}, preliminär siffra" if after else ""
    words = _claim(indicator, latest)
    if after is None:
        earlier = found.earlier
        return f"{words}, {_figure(indicator, earlier)} {_when(earlier.period)}" if earlier else words
    apart = why_not_comparable(indicator, latest, after)
    tail = " och kan inte jämföras" if apart else ""
    return (
        f"{words}; siffran för {period_text(after.period)} är {_figure(indicator, after)}, preliminär{tail}"
    )


def _after(series: list[Reading], last: Reading) -> str:
    """Say that the figure of the last period is not shown, and why."""
    missing = series[-1]
    if missing is last or missing.number is not None or not missing.missing:
        return ""
    return f"; för {period_text(missing.period)}: {missing.missing}"


def _claim(indicator: Indicator, reading: Reading) -> str:
    share = (
        _SHARE.fullmatch(indicator.name) if indicator.unit == "procent" and not reading.value.words else None
    )
    past = _PAST.get(share["verb"].lower()) if share else None
    who = share["who"] if share else None
    if share is None or past is None or (who and who.lower() not in _ALL):
        return f"{indicator.name}: {_figure(indicator, reading)} {_when(reading.period)}"
    whose = f" av {_ALL[who.lower()]}{share['where'] or ''}" if who else ""
    return f"{reading.words}{whose} {past}{share['rest']} {in_period(reading.period)}"


def _figure(indicator: Indicator, reading: Reading) -> str:
    """Say a figure; its unit is left out where the indicator's name says it already."""
    unit = indicator.unit or ""
    if reading.number is not None and unit and unit.lower() in indicator.name.lower():
        return reading.value.words or number(reading.number)
    return reading.words


def _when(period: Period) -> str:
    words = period_text(period)
    return f"år {words}" if words.isdigit() else in_period(period)


def in_period(period: Period) -> str:
    """Say a period as when something was: ”2022”, ”i oktober 2022”, ”1 januari – 30 september 2025”."""
    words = period_text(period)
    month = (
        period.start is not None and period.start == period.end and period.start.precision is Precision.MONTH
    )
    return f"i {words}" if month and words[:1].islower() else words


def _area(register: Register, indicator: Indicator, reading: Reading) -> str:
    """Name the area where it is not the municipality itself (rule 9)."""
    area = register.areas.get(reading.area or "")
    if area is None or is_own_area(register, area.id) or area.name in indicator.name:
        return ""
    return f" ({area.name})"


def _without_numbers(indicator: Indicator, told: list[Reading]) -> str:
    series = main_series(indicator, told)
    latest = series[-1] if series else None
    others = {one.area for one in told if one.number is not None}
    if others:
        return f"{indicator.name}: siffror för {count(len(others), 'område', 'områden')}"
    if latest and latest.value.words and not latest.missing:
        return f"{indicator.name}: {latest.words}, {period_text(latest.period)}"
    if latest and latest.missing:
        return f"{indicator.name}: {latest.missing} {_when(latest.period)}"
    return f"{indicator.name}: inga siffror är publicerade"


_WANTED = {
    Direction.UP: "Parterna vill att siffran ska öka.",
    Direction.DOWN: "Parterna vill att siffran ska minska.",
    Direction.SAME: "Parterna vill att siffran ska vara oförändrad.",
    Direction.NONE: "Ingen riktning är önskad: en högre siffra är varken bättre eller sämre.",
}


def wanted_words(indicator: Indicator) -> str:
    """Say which direction is wanted; without one nothing is called better or worse (rule 8)."""
    if indicator.direction is None:
        return "Önskad riktning är inte angiven, så sidan säger inte om en ändring är bra eller dålig."
    return _WANTED[indicator.direction]


def change_words(indicator: Indicator, found: Finding, own: OwnWords = NO_OWN_WORDS) -> str:
    """Say how the latest final figure stands to the one before, and whether it can be chance; empty of only one."""
    latest, earlier = found.latest, found.earlier
    if latest is None or earlier is None or latest.number is None or earlier.number is None:
        return ""
    risen = latest.number - earlier.number
    since = _when(earlier.period)
    what = f"Siffran för {period_text(latest.period)}"
    if risen == 0:
        return f"{what} är densamma som {since}."
    words = f"{what} är {_size(indicator, abs(risen))} {'högre' if risen > 0 else 'lägre'} än {since}"
    doubt = _doubt(indicator, latest, earlier)
    return f"{words}, men {doubt}." if doubt else f"{words}{own(_verdict(indicator, risen > 0))}."


def _size(indicator: Indicator, difference: Decimal) -> str:
    if indicator.unit == "procent":
        return amount(difference, "procentenhet" if difference == 1 else "procentenheter")
    unit = indicator.unit or ""
    plain = is_count(indicator) or unit.lower() in indicator.name.lower()
    return number(difference) if plain else amount(difference, unit)


def _doubt(indicator: Indicator, latest: Reading, earlier: Reading) -> str:
    """Say why a difference may be none: margins that are wider, unknown margins, self-selected answers, few things."""
    new, old = latest.value, earlier.value
    if Selection.SELF_SELECTED in (new.sample, old.sample):
        return "svaren kommer från dem som själva valde att svara, så skillnaden säger inget säkert om alla"
    if new.margin is not None and old.margin is not None:
        both = f"{number(old.margin)} + {number(new.margin)}"
        within = _difference(latest, earlier) < new.margin + old.margin
        return (
            f"skillnaden är mindre än felmarginalerna tillsammans ({both}) och kan bero på slumpen"
            if within
            else ""
        )
    if Selection.RANDOM in (new.sample, old.sample):
        return "felmarginalen är inte angiven, så skillnaden kan bero på slumpen"
    return "en så liten skillnad kan bero på slumpen" if _may_be_chance(indicator, latest, earlier) else ""


def _difference(latest: Reading, earlier: Reading) -> Decimal:
    return abs((latest.number or Decimal(0)) - (earlier.number or Decimal(0)))


def _may_be_chance(indicator: Indicator, latest: Reading, earlier: Reading) -> bool:
    """Tell whether two figures differ by less than twice the spread that chance alone gives.

    Counts spread as their square root; shares of so many answers as the root of p(100 - p)/n. Of other figures,
    and of shares without the number of answers, nothing is known and nothing is doubted.
    """
    spreads = [_variance(indicator, one) for one in (latest, earlier)]
    known = [one for one in spreads if one is not None]
    return len(known) == len(spreads) and _difference(latest, earlier) <= 2 * sum(known, Decimal(0)).sqrt()


def _variance(indicator: Indicator, reading: Reading) -> Decimal | None:
    figure, answers = reading.number or Decimal(0), reading.value.respondents
    if is_count(indicator):
        return figure
    if indicator.unit == "procent" and answers:
        return figure * (100 - figure) / answers
    return None


def _verdict(indicator: Indicator, risen: bool) -> str:
    if indicator.direction not in (Direction.UP, Direction.DOWN):
        return ""
    wanted = risen is (indicator.direction is Direction.UP)
    return ", åt det håll som parterna vill" if wanted else ", inte åt det håll som parterna vill"
