"""The search knows kind, status, place, party and other words of each page, and no more text than its hits show."""

from datetime import date
from pathlib import Path

import pytest

from loftet.facts import AsOf
from loftet.loading import load
from loftet.pages import all_pages
from loftet.pages.searching import longest_text
from loftet.pages.site import SearchEntry, Site
from loftet.pages.synonyms import Synonyms

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def entries() -> dict[str, SearchEntry]:
    register, _ = load(ROOT / "site_data")
    day = date(2026, 3, 10)
    site = Site(AsOf(register, day), day)
    return {one.address: one for page in all_pages(site) for one in page.entries}


def test_a_measure_is_found_by_status_place_party_and_other_words(entries: dict[str, SearchEntry]) -> None:
    found = entries["atgarder/tunnel-lampor/"]
    assert found.kind == "Åtgärd · överlämnad, tas över av Trafikverket"
    assert {"Stationsområdet", "Tekniska", "insats", "aktivitet"} <= set(found.also.split())


def test_a_stop_is_found_by_itself(entries: dict[str, SearchEntry]) -> None:
    found = entries["vandringar/vandring-9/#stopp-1"]
    assert (found.title, found.kind) == ("Stopp 1, Stationshusets entré", "Stopp · positivt")


def test_a_commitment_is_found_by_its_verdict(entries: dict[str, SearchEntry]) -> None:
    assert entries["loften/lofte-6/cykelstolder/"].kind == "Åtagande · inte uppfyllt"


def test_a_street_is_found_with_how_much_there_is(entries: dict[str, SearchEntry]) -> None:
    (there,) = [one for one in entries if one.startswith("platser/s/") and one.endswith("#stationsvagen")]
    found = entries[there]
    assert (found.title, found.kind) == ("Stationsvägen", "Gata eller plats")
    assert found.text == "1 åtagande, 1 åtgärd och 3 stopp"


def test_a_word_of_the_glossary_is_found_by_what_it_stands_for(entries: dict[str, SearchEntry]) -> None:
    assert entries["ordlista/#sig"].also == "sociala insatsgrupper"


def test_a_filtered_list_is_not_found(entries: dict[str, SearchEntry]) -> None:
    assert not [one for one in entries if one.startswith("atgarder/status/")]


def test_no_entry_keeps_more_text_than_a_hit_shows(entries: dict[str, SearchEntry]) -> None:
    assert max(len(one.text) for one in entries.values()) <= 182


def test_a_thousand_records_keep_a_shorter_text_each(tmp_path: Path) -> None:
    (tmp_path / "kommun.yml").write_text("namn: Byn\n", encoding="utf-8")
    many = "".join(f"- {{id: a{n}, titel: Lampa {n}, beskrivning: {'lampor ' * 60}}}\n" for n in range(1000))
    (tmp_path / "atgarder.yml").write_text(many, encoding="utf-8")
    register, _ = load(tmp_path)
    day = date(2026, 3, 10)
    assert longest_text(Site(AsOf(register, day), day)) == 60


def test_an_abbreviation_is_no_small_word() -> None:
    register, _ = load(ROOT / "site_data")
    synonyms = Synonyms.of(register.glossary.values())
    assert synonyms.others("de känner sig trygga") == ()
    assert synonyms.others("arbetet i SIG") == ("sociala insatsgrupper",)
