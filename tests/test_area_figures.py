"""Laws of maps that colour areas by a figure: off unless asked for, and nothing of areas where few have answered."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import small_town
from loftet.facts.by_area import by_area
from loftet.model.place import Municipality
from loftet.pages.indicators import indicators
from loftet.pages.site import plain_text

AREAS = ("norr", "soder", "oster", "vaster", "mitten")
INDICATOR = """\
namn: Andel som känner sig trygga
enhet: procent
källa: Byns enkät
värden:
  - {period: 2023, värde: 90, område: norr, svarande: 400}
  - {period: 2024, värde: 52, område: norr, svarande: 200}
  - {period: 2024, värde: 61, område: soder, svarande: 120}
  - {period: 2024, värde: 74, område: oster, svarande: 80}
  - {period: 2024, värde: 33, område: vaster, svarande: 49}
  - {period: 2024, värde: 44, område: mitten}
  - {period: 2024, värde: 66, område: hela, svarande: 900}
"""
ON = "inställningar:\n  kartor_per_område: ja\n"


def town(folder: Path, kommun: str = ON, indicator: str = INDICATOR) -> Path:
    files = {"kommun.yml": f"namn: Byn\n{kommun}", "indikatorer/trygga.yml": indicator}
    for number, area in enumerate((*AREAS, "hela")):
        kind = "typ: kommun\n" if area == "hela" else ""
        files[f"omraden/{area}.yml"] = f"namn: {area.title()}\n{kind}geometri: {area}.geojson\n"
        west = 14.5 + 0.01 * number
        ring = [[west, 58.3], [west + 0.01, 58.3], [west + 0.01, 58.31], [west, 58.31], [west, 58.3]]
        shape = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        files[f"kartor/{area}.geojson"] = json.dumps({"type": "FeatureCollection", "features": [shape]})
    return small_town.write(folder, files)


def body(data: Path) -> str:
    site = small_town.site(data)
    return next(page.body for page in indicators(site) if page.address == "indikatorer/trygga/")


def part(body: str) -> str:
    """Give the map's own part of a page."""
    return re.search(r'id="per-omrade".*?</dl>', body, re.DOTALL)[0]  # type: ignore[index]  # absent fails


def test_without_the_setting_no_area_is_coloured(tmp_path: Path) -> None:
    assert "per-omrade" not in body(town(tmp_path, ""))
    assert "per-omrade" not in body(town(tmp_path, "inställningar:\n  kartor_per_område: nej\n"))


def test_the_settings_description_says_that_it_is_off() -> None:
    schema = Municipality.model_json_schema(by_alias=True)
    assert "Av om inget sägs" in json.dumps(schema, ensure_ascii=False)


def test_an_area_with_too_few_or_untold_answers_is_hatched_and_its_number_is_nowhere_in_the_map(
    tmp_path: Path,
) -> None:
    shown = part(body(town(tmp_path)))
    assert shown.count('fill="url(#siffra-trygga-streck)"') == 2
    assert not re.search(r">(33|44)<", shown)
    said = plain_text(shown)
    assert "Visas inte: Vaster (färre än 50 svar) och Mitten (antalet svar är inte angivet)" in said
    assert "33" not in said
    assert "44" not in said


def test_the_smallest_number_of_answers_is_the_municipalitys_own(tmp_path: Path) -> None:
    said = plain_text(part(body(town(tmp_path, ON + "  minsta_antal_svar: 100\n"))))
    assert "Oster (färre än 100 svar)" in said
    assert "74" not in said


def test_each_class_has_a_letter_in_its_areas_and_in_the_legend_for_grey_paper_and_forced_colours(
    tmp_path: Path,
) -> None:
    shown = part(body(town(tmp_path)))
    picture, _, legend = shown.partition("</svg>")
    assert re.findall(r">([A-D] \d+)</text>", picture) == ["C 74", "B 61", "A 52"]
    assert re.findall(r'lo-karta__letter"[^>]*>(.)</text>', legend) == ["A", "B", "C"]
    assert legend.count("lo-karta__hatch") == 1


def test_the_legend_and_the_list_say_in_words_what_the_colours_say(tmp_path: Path) -> None:
    shown = part(body(town(tmp_path)))
    legend = [plain_text(one) for one in re.findall(r"<li>.*?</li>", shown, re.DOTALL)]
    assert legend[:3] == ["52 procent: Norr", "61 procent: Soder", "74 procent: Oster"]
    terms = [plain_text(one) for one in re.findall(r"<dt>.*?</dt>", shown)]
    assert terms == ["Norr", "Soder", "Oster", "Vaster", "Mitten"]
    assert "Vaster visas inte: färre än 50 svar" in plain_text(shown.replace("</dt>", " "))


def test_the_picture_is_whole_xml_that_says_every_area_and_needs_no_script(tmp_path: Path) -> None:
    svg = re.search(r"<svg [^>]*lo-karta__picture.*?</svg>", part(body(town(tmp_path))), re.DOTALL)
    assert svg is not None
    root = ET.fromstring(svg[0])
    description = next("".join(one.itertext()) for one in root if one.tag.endswith("desc"))
    assert description == (
        "Norr: 52 procent; Soder: 61 procent; Oster: 74 procent; Vaster: visas inte: färre än 50 svar; "
        "Mitten: visas inte: antalet svar är inte angivet."
    )
    written = ["".join(one.itertext()) for one in root.iter() if one.tag.endswith("text")]
    assert {"A 52", "B 61", "C 74"} <= set(written)
    assert [one.get("aria-hidden") for one in root] == [None, None, "true"], (
        "Bara beskrivningen ska läsas upp"
    )
    assert not [one for one in root.iter() if one.tag.endswith("script") or "style" in one.attrib]


def test_areas_are_compared_in_one_period_and_never_with_the_one_that_holds_them(tmp_path: Path) -> None:
    site = small_town.site(town(tmp_path))
    found = by_area(site.register, site.register.indicators["trygga"])
    assert found is not None
    assert found.period == "2024"
    assert [one.area for one in found.values] == list(AREAS)


def test_one_area_alone_is_no_map(tmp_path: Path) -> None:
    alone = INDICATOR.replace(
        "värde: 61, område: soder, svarande: 120", "värde: 61, område: soder, svarande: 3"
    )
    alone = alone.replace("värde: 74, område: oster, svarande: 80", "värde: 74, område: oster, svarande: 3")
    assert "per-omrade" not in body(town(tmp_path, ON, alone))


def test_many_values_fall_into_four_classes_that_hold_each_once(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{period: 2024, värde: {value}, område: {area}, svarande: 90}}\n"
        for area, value in zip(AREAS, (10, 11, 50, 79, 80), strict=True)
    )
    site = small_town.site(town(tmp_path, ON, INDICATOR.partition("värden:\n")[0] + "värden:\n" + rows))
    found = by_area(site.register, site.register.indicators["trygga"])
    assert found is not None
    classes = [[one.area for one in found.members(place)] for place in range(len(found.bounds))]
    assert classes == [["norr", "soder"], ["oster"], ["vaster", "mitten"]]
