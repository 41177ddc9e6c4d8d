"""Rule 10: precision is kept, and what is computed from it are the first and last day of what is written."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftet.model.dates import MONTHS, FuzzyDate, Precision, day, fuzzy_date, period
from loftet.model.faults import Fault

# Every precision word of the decision table with its first and last day.
READ = {
    "2025-10-14": (date(2025, 10, 14), date(2025, 10, 14), Precision.DAY),
    "2025-1-5": (date(2025, 1, 5), date(2025, 1, 5), Precision.DAY),
    "14 oktober 2025": (date(2025, 10, 14), date(2025, 10, 14), Precision.DAY),
    "den 14 oktober 2025": (date(2025, 10, 14), date(2025, 10, 14), Precision.DAY),
    "2025-10": (date(2025, 10, 1), date(2025, 10, 31), Precision.MONTH),
    "oktober 2025": (date(2025, 10, 1), date(2025, 10, 31), Precision.MONTH),
    "Februari 2024": (date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
    "början av januari 2026": (date(2026, 1, 1), date(2026, 1, 31), Precision.MONTH),
    "våren 2025": (date(2025, 3, 1), date(2025, 5, 31), Precision.SEASON),
    "sommaren 2025": (date(2025, 6, 1), date(2025, 8, 31), Precision.SEASON),
    "hösten 2025": (date(2025, 9, 1), date(2025, 11, 30), Precision.SEASON),
    "höst 2025": (date(2025, 9, 1), date(2025, 11, 30), Precision.SEASON),
    "vintern 2025": (date(2024, 12, 1), date(2025, 2, 28), Precision.SEASON),
    "vintern 2024": (date(2023, 12, 1), date(2024, 2, 29), Precision.SEASON),
    "vintern 2025/2026": (date(2025, 12, 1), date(2026, 2, 28), Precision.SEASON),
    "vintern 2025-26": (date(2025, 12, 1), date(2026, 2, 28), Precision.SEASON),
    "vintern 1999/00": (date(1999, 12, 1), date(2000, 2, 29), Precision.SEASON),
    "kvartal 3 2025": (date(2025, 7, 1), date(2025, 9, 30), Precision.QUARTER),
    "Q1 2025": (date(2025, 1, 1), date(2025, 3, 31), Precision.QUARTER),
    "fjärde kvartalet 2025": (date(2025, 10, 1), date(2025, 12, 31), Precision.QUARTER),
    "tertial 2 2025": (date(2025, 5, 1), date(2025, 8, 31), Precision.TERTIAL),
    "T1 2024": (date(2024, 1, 1), date(2024, 4, 30), Precision.TERTIAL),
    "tredje tertialet 2025": (date(2025, 9, 1), date(2025, 12, 31), Precision.TERTIAL),
    "första halvåret 2025": (date(2025, 1, 1), date(2025, 6, 30), Precision.HALF_YEAR),
    "andra halvåret 2025": (date(2025, 7, 1), date(2025, 12, 31), Precision.HALF_YEAR),
    "2025": (date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR),
    "2019/2020": (date(2019, 1, 1), date(2020, 12, 31), Precision.SPAN),
    "2019-2023": (date(2019, 1, 1), date(2023, 12, 31), Precision.SPAN),
    "2019–2020": (date(2019, 1, 1), date(2020, 12, 31), Precision.SPAN),
    "2019-20": (date(2019, 1, 1), date(2020, 12, 31), Precision.SPAN),
    "1999/00": (date(1999, 1, 1), date(2000, 12, 31), Precision.SPAN),
    "mars–maj 2022": (date(2022, 3, 1), date(2022, 5, 31), Precision.SPAN),
    "december 2021–februari 2022": (date(2021, 12, 1), date(2022, 2, 28), Precision.SPAN),
    "december–februari 2022": (date(2021, 12, 1), date(2022, 2, 28), Precision.SPAN),
    "november 2023 till februari 2024": (date(2023, 11, 1), date(2024, 2, 29), Precision.SPAN),
}


@pytest.mark.parametrize("words", READ)
def test_each_precision_has_its_first_and_last_day_and_keeps_its_words(words: str) -> None:
    read = fuzzy_date(words)
    assert (read.first, read.last, read.precision) == READ[words]
    assert read.words == words


# What is no date, with the whole of what the editor is told.
REFUSED = {
    "2026-02-30": ("Den 30 februari 2026 finns inte.", "Februari 2026 har 28 dagar: rätta dagen."),
    "2025-13-01": ("Månad 13 finns inte.", "Skriv dagen som år-månad-dag: 2025-10-14."),
    "45944": (
        "”45944” ser ut som ett datum som Excel har gjort om till ett löpnummer.",
        "Formatera cellen som text i Excel, eller skriv dagen som 2025-10-14.",
    ),
    "14-okt-25": (
        "”14-okt-25” är förkortat, som Excel skriver det.",
        "Menar du 14 oktober 2025? Skriv ut det.",
    ),
    "okt-25": ("”okt-25” är förkortat, som Excel skriver det.", "Menar du oktober 2025? Skriv ut det."),
    "14/10/2025": ("”14/10/2025” kan läsas på flera sätt.", "Skriv dagen som år-månad-dag: 2025-10-14."),
    "2025/10": (
        "”2025/10” kan vara en månad eller två år.",
        "En månad skrivs 2025-10, två år skrivs 2025/2026.",
    ),
    "2025-10-14 00:00:00": (
        "”2025-10-14 00:00:00” har ett klockslag efter dagen.",
        "Skriv bara dagen: 2025-10-14.",
    ),
    "20251014": ("”20251014” är inte ett datum.", "Menar du 2025-10-14? Skriv bindestrecken."),
    "14 oktober": ("”14 oktober” saknar år.", "Skriv även året: 14 oktober 2025."),
    "9999-12-31": (
        "Årtalet 9999 kan inte stämma.",
        "Rätta årtalet, eller ta bort raden om dagen inte är känd.",
    ),
    "2025-10-14 – 2025-10-16": (
        "”2025-10-14 – 2025-10-16” är två dagar.",
        "En period skrivs på egna rader, från: 2025-10-14 och till: 2025-10-16. Annars: skriv en av dagarna.",
    ),
    "vintern 2025/2027": ("”vintern 2025/2027” är inte en vinter.", "Skriv vintern som 2025/2026."),
    "vecka 6 2026": ("”vecka 6 2026” är en vecka.", "Skriv en dag, till exempel veckans sista: 2026-02-08."),
    "v. 53 2026": ("”v. 53 2026” är en vecka.", "Skriv en dag, till exempel veckans sista: 2027-01-03."),
    "2026-W06": ("”2026-W06” är en vecka.", "Skriv en dag, till exempel veckans sista: 2026-02-08."),
    "v. 53 2025": ("”v. 53 2025” är en vecka.", "Skriv dagen som år-månad-dag: 2025-10-14."),
    "v6": ("”v6” är en vecka.", "Skriv dagen som år-månad-dag: 2025-10-14."),
    "3/2 2026": ("”3/2 2026” är inte ett datum.", "Menar du 3 februari 2026? Skriv ut det."),
    "3/13 2026": ("”3/13 2026” kan läsas på flera sätt.", "Skriv dagen som år-månad-dag: 2025-10-14."),
    "2026-2": ("”2026-2” är inte ett datum.", "Menar du februari 2026? Skriv 2026-02."),
    "2026–02–03": ("”2026–02–03” är inte ett datum.", "Menar du 2026-02-03? Skriv vanliga bindestreck."),
    "2026\u201102\u201103": (
        "”2026\u201102\u201103” är inte ett datum.",
        "Menar du 2026-02-03? Skriv vanliga bindestreck.",
    ),
    "2026 Q2": ("”2026 Q2” är inte ett datum.", "Menar du kvartal 2 2026? Skriv ut det."),
    "Q2-2026": ("”Q2-2026” är inte ett datum.", "Menar du kvartal 2 2026? Skriv ut det."),
    "H1 2026": ("”H1 2026” är inte ett datum.", "Menar du första halvåret 2026? Skriv ut det."),
    "halvår 2 2026": ("”halvår 2 2026” är inte ett datum.", "Menar du andra halvåret 2026? Skriv ut det."),
    "ht 2025": (
        "”ht 2025” är en termin.",
        "Skriv en dag eller en månad, till exempel december 2025 för terminens slut.",
    ),
    "VT26": (
        "”VT26” är en termin.",
        "Skriv en dag eller en månad, till exempel juni 2026 för terminens slut.",
    ),
    "våren -26": ("”våren -26” saknar hela årtalet.", "Menar du våren 2026? Skriv ut det."),
    "oktober -26": ("”oktober -26” saknar hela årtalet.", "Menar du oktober 2026? Skriv ut det."),
    "senast mars 2026": ("”senast mars 2026” har ett ord för mycket.", "Skriv bara ”mars 2026”."),
    "t.o.m. 2026-06-30": ("”t.o.m. 2026-06-30” har ett ord för mycket.", "Skriv bara ”2026-06-30”."),
    "under 2026": ("”under 2026” har ett ord för mycket.", "Skriv bara ”2026”."),
    "tisdag den 3 februari 2026": (
        "”tisdag den 3 februari 2026” har ett ord för mycket.",
        "Skriv bara ”den 3 februari 2026”.",
    ),
    "31 dec": ("”31 dec” saknar år.", "Skriv även året: 14 oktober 2025."),
    "fjärde tertialet 2025": ("”fjärde tertialet 2025” finns inte: året har 3 tertial.", ""),
    "2020-2019": ("”2020-2019” slutar innan det börjar.", "Skriv det tidigare året först."),
}


@pytest.mark.parametrize("words", REFUSED)
def test_each_common_slip_in_a_date_has_its_own_sentence_and_mend(words: str) -> None:
    with pytest.raises(Fault) as told:
        fuzzy_date(words)
    assert (told.value.what, told.value.mend) == REFUSED[words]


@pytest.mark.parametrize(
    "words", ["vid behov", "under ett år", "från och med undertecknandet", "snart", "drygt 30"]
)
def test_vague_words_are_no_deadline(words: str) -> None:
    with pytest.raises(Fault, match="är inte ett datum"):
        fuzzy_date(words)


def test_an_exact_day_is_asked_for_where_only_a_day_will_do() -> None:
    assert day("2025-10-14").first == date(2025, 10, 14)
    with pytest.raises(Fault, match="är inte en bestämd dag"):
        day("oktober 2025")


YEARS = st.integers(1800, 2199)


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_a_day_reads_the_same_in_iso_and_in_swedish(moment: date) -> None:
    swedish = fuzzy_date(f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}")
    iso = fuzzy_date(moment.isoformat())
    assert (swedish.first, swedish.last) == (iso.first, iso.last) == (moment, moment)


@given(YEARS)
def test_quarters_tertials_halves_and_months_each_fill_the_year_without_gap_or_overlap(year: int) -> None:
    for parts in (
        [f"kvartal {n} {year}" for n in range(1, 5)],
        [f"tertial {n} {year}" for n in range(1, 4)],
        [f"{word} halvåret {year}" for word in ("första", "andra")],
        [f"{month} {year}" for month in MONTHS],
    ):
        read = [fuzzy_date(part) for part in parts]
        assert read[0].first == date(year, 1, 1)
        assert read[-1].last == date(year, 12, 31)
        assert all(one.last + timedelta(days=1) == two.first for one, two in pairwise(read))


@given(st.text(max_size=30))
def test_any_words_are_a_date_with_its_words_or_a_fault_in_swedish(words: str) -> None:
    try:
        read: FuzzyDate | Fault = fuzzy_date(words)
    except Fault as fault:
        read = fault
    assert read.what.endswith(".") if isinstance(read, Fault) else read.first <= read.last


def test_a_period_keeps_the_end_that_is_not_stated_open() -> None:
    assert period({"från": "2025-03-30"}).last is None
    assert period({"till": "2020"}).first is None
    assert period({"från": "2025-03-30"}).covers(date(2199, 1, 1))


def test_a_period_is_also_a_date_with_its_words() -> None:
    read = period("2019/2020")
    assert (read.first, read.last, read.words) == (date(2019, 1, 1), date(2020, 12, 31), "2019/2020")


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ({"från": "2025-03-30", "till": "2024"}, "Perioden slutar (2024) innan den börjar (2025-03-30)."),
        ({"år": "2025", "från": "2025-01-01"}, "Perioden har både år och från eller till."),
        ({"start": "2025"}, "Nyckeln ”start” finns inte i en period."),
        ({}, "En period skrivs som ett datum eller med från och till."),
        (["2025"], "En period skrivs som ett datum eller med från och till."),
    ],
)
def test_a_period_that_cannot_be_is_refused_in_swedish(value: object, what: str) -> None:
    with pytest.raises(Fault) as told:
        period(value)
    assert told.value.what == what
