"""Laws of the municipality's own words: they stand in menu, headings, lists and counts, and in no address."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

import small_town
from loftet.checks import judge
from loftet.facts.labels import KNOWN, NOUNS, noun
from loftet.loading import load
from loftet.model.register import KINDS
from loftet.pages import all_pages
from loftet.pages.site import Page, plain_text

OWN = """\
namn: Byn
benämningar:
  åtgärd: {singular: arbete, bestämd: arbetet, plural: arbeten, bestämd_plural: arbetena, ett_ord: ja}
  löfte: {singular: handlingsplan, bestämd: handlingsplanen, plural: handlingsplaner, bestämd_plural: handlingsplanerna}
  åtagande: {singular: insats, bestämd: insatsen, plural: insatser, bestämd_plural: insatserna}
  uppfoljning: {singular: bokslut, bestämd: bokslutet, plural: bokslut, bestämd_plural: boksluten, ett_ord: ja}
"""


def pages(folder: Path, files: Mapping[str, str]) -> dict[str, Page]:
    site = small_town.site(small_town.write(folder, files))
    return {one.address: one for one in all_pages(site)}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Give every page of a town with words of its own."""
    return pages(tmp_path_factory.mktemp("own"), {**small_town.TOWN, "kommun.yml": OWN})


def judged(folder: Path, name: str) -> list[str]:
    """Give what the judges say of a label with this name."""
    forms = "{singular: a, bestämd: b, plural: c, bestämd_plural: d}"
    data = small_town.write(folder, {"kommun.yml": f"namn: Byn\nbenämningar:\n  {name}: {forms}\n"})
    register, unread = load(data)
    return [str(one) for one in (*unread, *judge(register, small_town.TODAY)[0])]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "atgarder/",
            ["Alla arbeten", "Ett arbete är något som görs för att hålla en handlingsplan", "Arbetena"],
        ),
        ("atgarder/", ["1 arbete 1 försenat"]),
        ("atgarder/armaturer/", ["Arbete Sju armaturer"]),
        ("loften/", ["Handlingsplaner", "En handlingsplan är något som", "2 insatser:"]),
        (
            "loften/ljus/",
            ["Handlingsplan Ljus på torget", "Om handlingsplanen", "Hur handlingsplanen kom till"],
        ),
        ("loften/ljus/lampor/", ["Insats Nya lampor", "Det här var sagt när handlingsplanen undertecknades"]),
        ("uppfoljningar/", ["Bokslut", "Publicerade bokslut", "Så ofta är bokslut utlovat", "Nästa bokslut"]),
        ("", ["Nytt sedan förra bokslutet", "Nästa bokslut:"]),
    ],
)
def test_a_page_says_the_municipalitys_own_words_in_the_right_form(
    own: dict[str, Page], address: str, words: list[str]
) -> None:
    """Headings, leads and counts agree in gender, number and definiteness."""
    text = plain_text(own[address].body)
    assert [one for one in words if one not in text] == []


def test_own_words_change_no_address(own: dict[str, Page], tmp_path: Path) -> None:
    """A link that was shared before the words were chosen holds after (rule 11)."""
    assert set(own) == set(pages(tmp_path, small_town.TOWN))


def test_the_menu_of_a_page_is_the_municipalitys_word(own: dict[str, Page]) -> None:
    """The menu says what the page says."""
    menus = {address: own[address].menu for address in ("atgarder/", "loften/", "uppfoljningar/")}
    assert menus == {"atgarder/": "Arbeten", "loften/": "Handlingsplaner", "uppfoljningar/": "Bokslut"}


def test_every_kind_has_a_noun_whose_forms_are_those_of_the_kind() -> None:
    """Löftet's own words are said alike wherever they come from."""
    assert [kind.one for kind in KINDS if NOUNS[kind.one].plural != kind.many] == []


def test_a_word_for_the_long_name_stands_for_the_short_one_too(tmp_path: Path) -> None:
    """Whoever renames medborgarlöfte has renamed löfte."""
    files = {"kommun.yml": OWN.replace("  löfte:", "  medborgarlöfte:")}
    register = small_town.site(small_town.write(tmp_path, files)).register
    assert noun(register.municipality, "löfte").plural == "handlingsplaner"
    assert noun(register.municipality, "lofte").neuter is False


def test_a_label_for_nothing_is_a_problem_with_what_was_meant(tmp_path: Path) -> None:
    """A misspelt name would never be seen, so the editor is told."""
    (told,) = judged(tmp_path, "åtgärdd")
    assert told == (
        "site_data/kommun.yml:3:3: Benämningen ”åtgärdd” används inte, så det egna ordet skulle aldrig synas.\n"
        "  Gör så här: Menar du ”åtgärd”?"
    )


@pytest.mark.parametrize("name", KNOWN)
def test_every_known_name_is_accepted(tmp_path: Path, name: str) -> None:
    """Löftet's word and the kind's name are both good."""
    assert judged(tmp_path, name) == []
