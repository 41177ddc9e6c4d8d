"""Pages of indicators: the finding, the chart that joins nothing apart, the limits, the table."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftet.facts import AsOf
from loftet.loading import load
from loftet.model.knowledge import Indicator
from loftet.model.place import Area, Municipality
from loftet.model.register import Register
from loftet.pages.indicator_charts import areas_of, line_of, short_period
from loftet.pages.indicators import indicators
from loftet.pages.site import Page, Site, plain_text

TODAY = date(2026, 3, 10)
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
Row = dict[str, object]


def indicator(*rows: Row, **more: object) -> Indicator:
    stated = {"id": "i", "namn": "Anmälda brott", "enhet": "brott", "område": "byn", "värden": rows, **more}
    return Indicator.model_validate(stated)


def row(period: object, value: str = "50", **more: object) -> Row:
    return {"period": period, "värde": value, **more}


def points(told: Indicator) -> list[tuple[str, bool, bool]]:
    """Give label, whether there is a figure, and whether a line may lead there from the one before."""
    chart = line_of(BYN, told)
    assert chart is not None
    return [
        (one.label, one.value is not None, one.joined and not one.break_before)
        for one in chart.series[0].points
    ]


def test_a_year_that_is_missing_between_two_figures_stands_as_missing() -> None:
    assert points(indicator(row("2022"), row("2024"))) == [
        ("2022", True, True),
        ("2023", False, True),
        ("2024", True, False),
    ]


def test_a_series_that_comes_every_other_year_has_no_gaps() -> None:
    told = points(indicator(row("2018"), row("2020"), row("2022"), row("2024")))
    assert [joined for _, _, joined in told] == [True] * 4


def test_no_line_leads_across_a_series_break() -> None:
    broken = indicator(row("2021"), row("2022"), row("2023"), serien_bryts=[{"före": "2022", "varför": "ny"}])
    assert [joined for _, _, joined in points(broken)] == [True, False, True]


def test_no_line_leads_to_a_part_of_a_year() -> None:
    part = indicator(row("2023"), row("2024"), row({"från": "2025-01-01", "till": "2025-09-30"}))
    assert points(part)[-1] == ("jan–sep 2025", True, False)


def test_a_period_that_the_axis_shortens_is_said_in_full_in_the_words() -> None:
    part = indicator(row("2023"), row("2024"), row({"från": "2025-01-01", "till": "2025-09-30"}))
    drawn = line_of(BYN, part)
    assert drawn is not None
    assert "januari–september 2025: " in drawn.description
    assert "jan–sep 2025" in drawn.labels()


@given(st.sets(st.integers(2005, 2025), min_size=2, max_size=9), st.sets(st.integers(2005, 2025), max_size=3))
def test_a_line_joins_only_figures_of_periods_that_follow_each_other(
    years: set[int], hidden: set[int]
) -> None:
    rows: list[Row] = [
        {"period": str(year), "visas_inte": "ej mätt"} if year in hidden else row(str(year))
        for year in sorted(years)
    ]
    chart = line_of(BYN, indicator(*rows))
    if chart is None:
        assert len(years - hidden) < 2
        return
    steps = sorted(two - one for one, two in pairwise(sorted(years)))
    rhythm = steps[0] if steps.count(steps[0]) > 1 else 1
    for before, after in pairwise(chart.series[0].points):
        if before.value is not None and after.value is not None and after.joined:
            assert int(after.label) - int(before.label) in (1, rhythm)


def test_a_hidden_count_is_in_no_chart() -> None:
    chart = line_of(BYN, indicator(row("2023", "12"), row("2024", "9"), row("2025", "3")))
    assert chart is not None
    last = chart.series[0].points[-1]
    assert (last.value, last.missing) == (None, "färre än 5")
    assert "3" not in chart.description.rpartition("2025:")[2]


def test_one_figure_makes_no_line_and_areas_of_one_period_stand_side_by_side() -> None:
    told = indicator(row("2025"), row("2025", "40", område="riket"), row("2024", "30", område="riket"))
    assert line_of(BYN, told) is None
    bars = areas_of(BYN, told)
    assert bars is not None
    assert bars.title == "Anmälda brott, 2025"
    assert [bar.label for bar in bars.bars] == ["Byns kommun", "Riket"]


@pytest.mark.parametrize(
    ("period", "short"),
    [
        ("2025", "2025"),
        ({"från": "2025-01-01", "till": "2025-12-31"}, "2025"),
        ({"från": "2025-01-01", "till": "2025-09-30"}, "jan–sep 2025"),
        ("oktober 2025", "okt 2025"),
        ("våren 2025", "våren 2025"),
        ("2024/2025", "2024/2025"),
        ({"från": "2019"}, "från 2019"),
    ],
)
def test_a_period_is_short_on_an_axis_but_says_no_more_than_is_known(period: object, short: str) -> None:
    assert short_period(indicator(row(period)).values[0].period) == short


TOWN = {
    "kommun.yml": "namn: Byns kommun\n",
    "omraden.yml": "- {id: byn, namn: Byns kommun, typ: kommun}\n- {id: riket, namn: Riket, typ: riket}\n",
    "loften/ljus.yml": """\
titel: Ljus
åtaganden:
  - {id: lampor, text: Nya lampor, indikatorer: [brott]}
  - id: buskar
    text: Lägre buskar
    mål: {typ: effekt, högst: 10, enhet: brott, indikator: brott}
""",
}
BROTT = """\
namn: Anmälda brott
enhet: brott
område: byn
källa: Polisen
värden:
  - {period: 2023, värde: 44, hämtad: 2024-02-01}
  - {period: 2024, värde: 3, preliminärt: ja}
  - {period: 2024, värde: 90000, område: riket, källa: Brå}
  - {period: 2025, visas_inte: ej mätt}
"""


def pages(folder: Path, text: str = BROTT) -> dict[str, Page]:
    for name, content in {**TOWN, "indikatorer/brott.yml": text}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    register, problems = load(folder)
    assert not problems, problems
    return {one.address: one for one in indicators(Site(AsOf(register, TODAY), TODAY))}


def page(folder: Path, text: str = BROTT) -> str:
    return pages(folder, text)["indikatorer/brott/"].body


def test_the_title_is_the_finding_and_the_name_stays_the_pages_name(tmp_path: Path) -> None:
    drawn = pages(tmp_path)["indikatorer/brott/"]
    assert drawn.title == "Anmälda brott"
    found = re.search("<h1>(.*?)</h1>", drawn.body)
    assert found
    assert plain_text(found[1]) == "Anmälda brott: 44 år 2023; för 2025: ej mätt"


def test_every_value_has_its_row_with_an_anchor_and_its_own_area_and_source(tmp_path: Path) -> None:
    drawn = page(tmp_path)
    assert re.findall(r'<tr id="([^"]+)"', drawn) == ["2025", "2024", "2024-riket", "2023"]
    other = plain_text(drawn[drawn.index('<tr id="2024-riket"') : drawn.index('<tr id="2023"')])
    assert "Riket" in other
    assert "Brå" in other
    assert "hämtad 1 februari 2024" in plain_text(drawn[drawn.index('<tr id="2023"') :])


def test_a_small_count_is_nowhere_in_what_is_drawn(tmp_path: Path) -> None:
    numbers = {"värde: 3,": "värde: 4,"}
    drawn, other = page(tmp_path / "a"), page(tmp_path / "b", BROTT.replace(*next(iter(numbers.items()))))
    assert drawn == other
    assert "färre än 5 (preliminär)" in plain_text(drawn)


@pytest.mark.parametrize(
    ("change", "limit"),
    [
        (("område: byn", "område: riket"), "Siffran för Riket säger inget om Byns kommun för sig."),
        (("värde: 44", "värde: 44, urval: självvalda"), "Svaren för 2023 kommer från dem som själva valde"),
        (
            ("källa: Polisen", "serien_bryts: [{före: 2024, varför: Ny lag}]"),
            "kan inte jämföras med dem från 2024",
        ),
        (("värde: 44", "värde: 44, preliminärt: ja"), "Siffran för 2023 och 2024 är preliminär"),
        (("namn: Anmälda", "läsanvisningar: [Allt anmäls inte.]\nnamn: Anmälda"), "Allt anmäls inte."),
    ],
)
def test_what_the_figure_cannot_say_is_said(tmp_path: Path, change: tuple[str, str], limit: str) -> None:
    drawn = plain_text(page(tmp_path, BROTT.replace(*change, 1)))
    assert limit in drawn[drawn.index("Det här säger siffran inte") : drawn.index("Alla värden")]


def test_the_commitments_that_point_at_it_stand_there_and_are_never_counted_with_it(tmp_path: Path) -> None:
    drawn = plain_text(page(tmp_path))
    tied = drawn[drawn.index("Löften som pekar på siffran") :]
    assert "räknas aldrig ihop" in tied
    assert "Nya lampor" in tied
    assert "Mål (effekt): högst 10 brott." in tied


def test_an_indicator_without_values_says_so_and_has_no_chart(tmp_path: Path) -> None:
    drawn = page(tmp_path, "namn: Trygghet\n")
    assert "Trygghet: inga siffror är publicerade" in plain_text(drawn)
    assert "Inga värden är publicerade." in plain_text(drawn)
    assert "<svg" not in drawn.partition('id="varden"')[0]


def test_the_list_says_every_finding_and_an_empty_one_that_there_is_none(tmp_path: Path) -> None:
    drawn = pages(tmp_path)["indikatorer/"].body
    assert "Anmälda brott: 44 år 2023" in plain_text(drawn)
    empty = Site(AsOf(BYN, TODAY), TODAY)
    assert "Inga siffror är publicerade ännu." in plain_text(next(indicators(empty)).body)


def test_a_cell_is_empty_only_where_nothing_is_missed(tmp_path: Path) -> None:
    """A phone leaves out what has nothing to say; what is not known of a figure is said in words on every screen."""
    _, unmeasured, _, sourceless, _ = page(tmp_path, BROTT.replace(", källa: Brå", "")).split("<tr id=")
    assert '<td data-label="Källa"></td>' in unmeasured
    assert '<td data-label="Källa">ej angivet</td>' in sourceless


def test_the_list_leads_to_every_value_as_a_table(tmp_path: Path) -> None:
    assert '<a href="../data/siffror.csv">' in pages(tmp_path)["indikatorer/"].body
