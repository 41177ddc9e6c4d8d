"""What an indicator's figures say in words: only what they carry."""

from __future__ import annotations

import pytest

from loftet.facts.finding import change_words, finding, wanted_words
from loftet.model.knowledge import Indicator
from loftet.model.place import Area, Municipality
from loftet.model.register import Register

BYN = Register(
    Municipality.model_validate({"id": "kommun", "namn": "Byns kommun"}),
    areas={
        id: Area.model_validate({"id": id, "namn": name, "typ": type})
        for id, name, type in (
            ("byn", "Byns kommun", "kommun"),
            ("riket", "Riket", "riket"),
            ("norra", "Norra Byn", "stadsdel"),
        )
    },
)
TRYGGA = "Andel som känner sig trygga sent på kvällen"
Row = dict[str, object]


def indicator(*rows: Row, name: str = TRYGGA, unit: str = "procent", **more: object) -> Indicator:
    return Indicator.model_validate(
        {"id": "i", "namn": name, "enhet": unit, "område": "byn", "värden": rows, **more}
    )


def row(period: str, value: str, **more: str) -> Row:
    return {"period": period, "värde": value, **more}


def sentence(told: Indicator) -> str:
    return finding(BYN, told).sentence


def test_a_preliminary_figure_stands_after_the_final_one_and_is_called_so() -> None:
    told = indicator(row("2022", "66"), row("2024", "71", preliminärt="ja"))
    assert sentence(told) == (
        "66 procent kände sig trygga sent på kvällen 2022; siffran för 2024 är 71 procent, preliminär"
    )


def test_two_comparable_figures_stand_side_by_side() -> None:
    told = indicator(row("2022", "66"), row("2024", "71"))
    assert sentence(told) == "71 procent kände sig trygga sent på kvällen 2024, 66 procent år 2022"


def test_a_figure_before_a_series_break_is_not_in_the_sentence() -> None:
    told = indicator(
        row("2021", "55"), row("2022", "66"), serien_bryts=[{"före": "2022", "varför": "ny enkät"}]
    )
    assert sentence(told) == "66 procent kände sig trygga sent på kvällen 2022"
    assert change_words(told, finding(BYN, told)) == ""


@pytest.mark.parametrize(
    ("name", "unit", "said"),
    [
        ("Andel elever i åk 8 som mår bra", "procent", "66 procent av eleverna i åk 8 mådde bra 2022"),
        ("Andel som utsatts för brott", "procent", "66 procent utsattes för brott 2022"),
        (
            "Andel som inte känner sig trygga",
            "procent",
            "Andel som inte känner sig trygga: 66 procent år 2022",
        ),
        (
            "Andel elever som någon gång rökt",
            "procent",
            "Andel elever som någon gång rökt: 66 procent år 2022",
        ),
        ("Medelfart på Storgatan", "km/h", "Medelfart på Storgatan: 66 km/h år 2022"),
        ("Anmälda brott", "anmälda brott", "Anmälda brott: 66 år 2022"),
    ],
)
def test_a_name_becomes_a_sentence_only_where_it_can_be_said(name: str, unit: str, said: str) -> None:
    assert sentence(indicator(row("2022", "66"), name=name, unit=unit)) == said


def test_a_figure_for_another_area_names_it() -> None:
    for area, name in (("riket", "Riket"), ("norra", "Norra Byn")):
        assert sentence(indicator(row("2022", "66"), område=area)).endswith(f"({name})")
    assert "(" not in sentence(indicator(row("2022", "66")))


def test_a_last_figure_that_is_hidden_or_missing_is_told_with_its_reason() -> None:
    told = indicator(row("2024", "12"), row("2025", "3"), name="Bränder", unit="bränder")
    assert sentence(told) == "Bränder: 12 år 2024; för 2025: färre än 5"


def test_without_figures_the_sentence_says_so() -> None:
    assert sentence(indicator()) == f"{TRYGGA}: inga siffror är publicerade"
    assert sentence(indicator({"period": "2025", "visas_inte": "ej mätt"})) == f"{TRYGGA}: ej mätt år 2025"


def change(*rows: Row, **more: object) -> str:
    told = indicator(*rows, **more)  # type: ignore[arg-type]  # keywords of the helper above
    return change_words(told, finding(BYN, told))


def test_a_difference_within_the_margins_may_be_chance_and_is_never_called_wanted() -> None:
    told = change(row("2022", "66", felmarginal="4"), row("2024", "71", felmarginal="4"), riktning="öka")
    assert told == (
        "Siffran för 2024 är 5 procentenheter högre än år 2022, men skillnaden är mindre än felmarginalerna "
        "tillsammans (4 + 4) och kan bero på slumpen."
    )


def test_a_difference_beyond_the_margins_is_set_against_the_wanted_direction() -> None:
    rows = row("2022", "66", felmarginal="2"), row("2024", "71", felmarginal="2")
    assert change(*rows, riktning="öka").endswith("åt det håll som parterna vill.")
    assert change(*rows, riktning="minska").endswith("inte åt det håll som parterna vill.")


@pytest.mark.parametrize("direction", [{}, {"riktning": "ingen"}, {"riktning": "oförändrat"}])
def test_without_a_stated_direction_nothing_is_better_or_worse(direction: dict[str, object]) -> None:
    assert change(row("2022", "20"), row("2024", "71"), **direction) == (
        "Siffran för 2024 är 51 procentenheter högre än år 2022."
    )


def test_self_selected_answers_tell_nothing_about_all() -> None:
    rows = row("2022", "20", urval="självvalda"), row("2024", "71", urval="självvalda")
    assert "säger inget säkert om alla" in change(*rows, riktning="öka")


@pytest.mark.parametrize(("before", "after", "chance"), [("14", "13", True), ("100", "60", False)])
def test_small_counts_that_differ_little_may_be_chance(before: str, after: str, chance: bool) -> None:
    told = change(row("2023", before), row("2024", after), name="Bränder", unit="bränder", riktning="minska")
    assert ("slumpen" in told) is chance
    assert ("parterna vill" in told) is not chance


def test_a_wanted_direction_that_is_not_stated_is_said_to_be_so() -> None:
    assert "inte angiven" in wanted_words(indicator())
    assert wanted_words(indicator(riktning="öka")) == "Parterna vill att siffran ska öka."
