"""Laws of what is personal in a text: found for certain, perhaps, or not at all, and never repeated."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftet.checks.personal import found


def certainty(text: str) -> list[bool]:
    return [finding.certain for finding in found(text)]


def number(day: date, three: int, added: int = 0) -> str:
    """Write a made-up personnummer with its right control digit, as eight digits, hyphen and four."""
    nine = f"{day:%y%m}{day.day + added:02}{three:03}"
    products = [int(digit) * (2 - place % 2) for place, digit in enumerate(nine)]
    control = -sum(product // 10 + product % 10 for product in products) % 10
    return f"{day:%Y%m}{day.day + added:02}-{three:03}{control}"


NUMBERS = st.builds(
    number, st.dates(date(1900, 1, 1), date(2024, 12, 31)), st.integers(1, 999), st.sampled_from([0, 60])
)


@given(NUMBERS, st.sampled_from(["-", "+", "–", " - ", "\u2011"]), st.booleans())
def test_a_personnummer_with_a_separator_is_certain(written: str, separator: str, short: bool) -> None:
    text = written.replace("-", separator)[2 if short else 0 :]
    assert certainty(f"Enligt {text}.") == [True]


@given(NUMBERS)
def test_a_personnummer_of_twelve_digits_is_certain(written: str) -> None:
    assert certainty(f"({written.replace('-', '')})") == [True]


@given(NUMBERS.filter(lambda written: written[2:4] != "07"))
def test_ten_bare_digits_may_be_a_personnummer(written: str) -> None:
    assert certainty(f"nr {written.replace('-', '')[2:]}") == [False]


@given(NUMBERS)
def test_what_is_found_is_never_repeated(written: str) -> None:
    for finding in found(f"{written} 070-123 45 67 anna.ek@exempelby.se"):
        said = finding.what + finding.mend
        assert written not in said
        assert written[-4:] not in said
        assert "123 45" not in said
        assert "anna" not in said


def test_the_sentence_says_what_it_is_and_what_to_do() -> None:
    (finding,) = found("Anmält av 19121212-1212.")
    assert finding.what == "Här står ett personnummer: det börjar med 19 och har 12 siffror."
    assert finding.mend == "Ta bort det. Ett personnummer får aldrig publiceras."
    (finding,) = found("Anmält av 121212-1212.")
    assert finding.what == "Här står ett personnummer: det börjar med 12 och har 10 siffror."


def test_a_samordningsnummer_is_called_by_its_name() -> None:
    (finding,) = found("Enligt 701063-2391.")
    assert finding.what == "Här står ett samordningsnummer: det börjar med 70 och har 10 siffror."


@pytest.mark.parametrize(
    "text",
    [
        "556677-8899",  # an organisation number: the third digit is at least 2
        "212000-1355",
        "16212000-1355",
        "121212-1213",  # wrong control digit
        "850230-1234",  # no such day
        "KS 2025/118, dnr 2025-00123",
        "2025-03-30–2027-03-29",
        "58.31207, 14.50311",
        "6462000, 471000",
        "180 000 kronor och 7 250,5 meter",
        "bankgiro 123-4567",
        "Ring 112, 114 14 eller 1177.",
        "kl 18:00-21:00 den 12/3",
        "a0701740605b",
        "https://exempelby.se/fil/121212-1212.pdf",
        "belysning-stationsvagen",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    "text", ["070-123 45 67", "0701234567", "+46 70 123 45 67", "0046701234567", "073 - 123 45 67"]
)
def test_a_mobile_number_is_certain(text: str) -> None:
    (finding,) = found(f"Ring {text}!")
    assert finding.certain
    assert finding.what == "Här står ett mobilnummer."


@pytest.mark.parametrize("text", ["0380-51 80 00", "08-123 456 78", "(0300) 83 40 00", "+46 380 51 80 00"])
def test_a_landline_may_be_somebodys_home(text: str) -> None:
    assert certainty(f"Ring {text}.") == [False]


@pytest.mark.parametrize(
    "text", ["010-123 45 67", "020-12 34 56", "0771-12 34 56", "070-174 06 05", "031-390 06 12"]
)
def test_numbers_of_services_and_of_fiction_are_left_alone(text: str) -> None:
    assert found(f"Ring {text}.") == ()


@pytest.mark.parametrize(
    ("address", "certain"),
    [
        ("anna.ek@exempelby.se", [True]),
        ("Anna-Karin.Ek-Berg@exempelby.se", [True]),
        ("karl_ek2@exempelby.se", [True]),
        ("goran.stadell@exempelby.se", [True]),
        ("åsa.ek@exempelby.se", [True]),
        ("xerxes.ek@exempelby.se", [False]),
        ("eken53@gmail.com", [False]),
        ("kommun@exempelby.se", []),
        ("trygghet.sakerhet@exempelby.se", []),
        ("lokalpolisomrade.exempelby@polisen.se", []),
        ("fornamn.efternamn@exempelby.se", []),
        ("nattvandrarna@gmail.com", []),
        ("info@exempelby.se", []),
    ],
)
def test_an_address_is_personal_by_its_names(address: str, certain: list[bool]) -> None:
    assert certainty(f"Skriv till {address}.") == certain


def test_all_that_is_personal_in_a_text_is_found_in_order() -> None:
    text = "anna.ek@exempelby.se, 070-123 45 67 och 19121212-1212"
    assert [finding.what[:20] for finding in found(text)] == [
        "Här står en e-postad",
        "Här står ett mobilnu",
        "Här står ett personn",
    ]


@given(st.text(alphabet="0123456789-+ ()@.a/\u00a0", max_size=60))
def test_any_text_can_be_judged(text: str) -> None:
    assert all(finding.what and finding.mend for finding in found(text))
