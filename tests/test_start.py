"""The start page says first what is promised and how it goes, and has the ways on that lead somewhere."""

from datetime import date
from pathlib import Path

import lxml.html

from loftet.facts import AsOf
from loftet.loading import load
from loftet.pages.site import Site
from loftet.pages.start import start

DAY = date(2026, 3, 10)

PROMISE = """
titel: Tryggare centrum
period: {från: 2025-01-01, till: 2026-12-31}
parter:
  - {part: polisen, roll: undertecknar}
  - {part: kommunen, roll: undertecknar}
åtaganden:
  - {id: ljus, text: Bättre ljus, plats_i_ord: Storgatan}
  - {id: jour, text: Jour vid behov, villkor_i_ord: vid behov}
"""

PARTIES = """
- {id: kommunen, namn: Byns kommun, kortnamn: kommunen}
- {id: polisen, namn: Lokalpolisområde Norr, kortnamn: polisen}
"""


def test_parties_whose_part_is_not_stated_are_named_when_nobody_is_said_to_sign(tmp_path: Path) -> None:
    """Who has promised stands on the first screen also where the source does not say who signed."""
    body = drawn(tmp_path, PROMISE.replace(", roll: undertecknar", ""))
    (line,) = body.xpath("//ul[@class='lo-start__promises']/li/span")
    assert line.text_content() == "Polisen och kommunen, till 31 december 2026."


def drawn(folder: Path, promise: str, town: str = "namn: Byns kommun\n") -> lxml.html.HtmlElement:
    (folder / "loften").mkdir()
    (folder / "kommun.yml").write_text(town, encoding="utf-8")
    (folder / "parter.yml").write_text(PARTIES, encoding="utf-8")
    (folder / "loften" / "centrum.yml").write_text(promise, encoding="utf-8")
    register, problems = load(folder)
    assert problems == ()
    (page,) = start(Site(AsOf(register, DAY), DAY))
    return lxml.html.fromstring(f"<div>{page.body}</div>")


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_first_part_says_who_has_promised_what_until_when_and_how_it_goes(tmp_path: Path) -> None:
    (first,) = drawn(tmp_path, PROMISE).xpath(".//div[@class='lo-start']")
    told = words(first)
    assert "Tryggare centrum Polisen och kommunen, till 31 december 2026." in told
    assert "1 åtagande. Ingen uppföljning är publicerad ännu." in told
    assert "1 ej uppföljt ännu Dessutom 1 som görs löpande eller på villkor." in told


def test_work_that_is_not_counted_is_not_hidden_when_it_does_not_happen(tmp_path: Path) -> None:
    (tmp_path / "uppfoljningar").mkdir()
    (tmp_path / "uppfoljningar" / "a.yml").write_text(
        "gäller_per: 2026-02\nposter:\n"
        "  - {om: centrum/jour, bedömning: genomförs inte, skäl: saknar personal}\n",
        encoding="utf-8",
    )
    (first,) = drawn(tmp_path, PROMISE).xpath(".//div[@class='lo-start']")
    assert "Dessutom 1 löpande eller på villkor, varav 1 genomförs inte." in words(first)


def test_where_you_live_leads_to_every_street_without_script(tmp_path: Path) -> None:
    body = drawn(tmp_path, PROMISE)
    assert body.xpath(".//a[text()='Alla gator och platser, A–Ö']/@href") == ["platser/"]
    assert body.xpath(".//a[text()='Där du bor']/@href") == ["#dar-du-bor"]


def test_without_script_the_list_of_streets_is_named_where_the_field_would_stand(tmp_path: Path) -> None:
    (told,) = drawn(tmp_path, PROMISE).xpath(
        ".//form[@class='lo-find']/following-sibling::*[1][self::noscript]"
    )
    assert words(told) == "Hitta din gata eller plats i listan från A till Ö."


def test_a_function_that_is_reached_by_telephone_alone_can_be_reached(tmp_path: Path) -> None:
    town = "namn: Byns kommun\nkontakt:\n  - {funktion: växeln, telefon: 0000-100 00}\n"
    assert "växeln, telefon 0000-100 00" in words(drawn(tmp_path, PROMISE, town))


def test_a_function_is_not_said_to_be_the_municipalitys(tmp_path: Path) -> None:
    """The municipality's page names the police officer of the district too, who is not its own."""
    town = "namn: Byns kommun\nkontakt:\n  - {funktion: kommunpolis}\n"
    (box,) = drawn(tmp_path, PROMISE, town).xpath(".//*[contains(@class, 'lo-contact__list')]")
    assert words(box) == "kommunpolis"


def test_without_script_the_areas_are_named_where_there_is_no_list_of_streets(tmp_path: Path) -> None:
    (tmp_path / "omraden.yml").write_text("- {id: centrum, namn: Centrum, typ: stadsdel}\n", encoding="utf-8")
    body = drawn(tmp_path, "titel: Tryggare centrum\nperiod_i_ord: 2019/2020\nområden: [centrum]\n")
    assert words(body.xpath(".//noscript")[0]) == "Välj ditt område här för att se vad som gäller där."


def test_without_any_place_nobody_is_asked_where_she_lives(tmp_path: Path) -> None:
    body = drawn(tmp_path, "titel: Tryggare centrum\nperiod_i_ord: 2019/2020\n")
    assert "Där du bor" not in words(body)
    assert body.xpath(".//form") == []


def test_where_everything_is_continuous_that_is_said_once(tmp_path: Path) -> None:
    only = "titel: Avtal\nåtaganden:\n  - {id: jour, text: Jour vid behov, villkor_i_ord: vid behov}\n"
    body = drawn(tmp_path, only)
    assert "1 åtagande: löpande eller villkorat, som inte räknas." in words(body)
    assert "Dessutom" not in words(body)
    assert body.xpath(".//ul[not(li)]") == []


FIGURES = """
id: trygga
namn: Andel som känner sig trygga
enhet: procent
riktning: öka
värden:
  - {period: 2022, värde: 66}
  - {period: 2024, värde: 71}
"""


def figure(folder: Path, indicator: str) -> str:
    """Give what the start page says of the only figure that its promise points to."""
    (folder / "indikatorer").mkdir()
    (folder / "indikatorer" / "trygga.yml").write_text(indicator, encoding="utf-8")
    promise = PROMISE.replace("plats_i_ord: Storgatan", "indikatorer: [trygga]")
    (item,) = drawn(folder, promise).xpath(".//li[@class='lo-figures__item']")
    return words(item)


def test_a_figure_stands_beside_the_one_before_it(tmp_path: Path) -> None:
    told = figure(tmp_path, FIGURES)
    assert told == "71 procent Andel som känner sig trygga 2024. Förra gången, 2022: 66 procent Ska öka."


def test_a_figure_across_a_break_in_the_series_stands_alone(tmp_path: Path) -> None:
    """What was measured in another way says nothing of whether it has risen (rule 9)."""
    broken = FIGURES + "serien_bryts: [{före: 2023, varför: Ny enkät}]\n"
    assert figure(tmp_path, broken) == "71 procent Andel som känner sig trygga 2024 Ska öka."
