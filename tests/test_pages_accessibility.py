"""Laws of the accessibility statement: everything that Digg lists, from data; nothing is claimed without data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

import small_town
from loftet import addresses
from loftet.checks import judge
from loftet.loading import load
from loftet.pages.accessibility import accessibility
from loftet.pages.menus import FOOTER
from loftet.pages.proved import RESULT, proved
from loftet.pages.site import Page, plain_text
from loftet.wording import date_text

STATEMENT = """\
tjänst: Byn lovar
förenlig: delvis förenlig
brister:
  - text: Kartan saknar fokusmarkering.
    skäl: Felet är känt.
oskäligt_betungande:
  - text: Texta gamla filmer.
    motivering: Det är tusen filmer.
undantaget_innehåll: Filmer före 2020
metod: självskattning
bedömd: 2026-03-10
uppdaterad: 2026-03-10
e_post: fel@byn.example
"""
HEADINGS = (
    "Hur tillgänglig är webbplatsen?",
    "Vad kan du göra om du inte kan använda delar av webbplatsen?",
    "Rapportera brister i webbplatsens tillgänglighet",
    "Tillsyn",
    "Teknisk information om webbplatsens tillgänglighet",
    "Innehåll som inte är tillgängligt",
    "Oskäligt betungande anpassning",
    "Innehåll som inte omfattas av lagen",
    "Hur vi testat webbplatsen",
)


def page_of(folder: Path, statement: str | None, kommun: str = "namn: Byn\n") -> Page:
    files: Mapping[str, str] = {
        "kommun.yml": kommun,
        **({"tillganglighet.yml": statement} if statement else {}),
    }
    (page,) = accessibility(small_town.site(small_town.write(folder, files)))
    return page


def judged(
    folder: Path, statement: str, today: date, kommun: str = "namn: Byn\n"
) -> tuple[list[str], list[str]]:
    """Give the problems and the hints about a statement on a day."""
    data = small_town.write(folder, {"kommun.yml": kommun, "tillganglighet.yml": statement})
    register, unread = load(data)
    problems, hints = judge(register, today)
    return [str(one) for one in (*unread, *problems)], [str(one) for one in hints]


def test_the_statement_has_every_heading_in_order(tmp_path: Path) -> None:
    """The reader finds what other public sites have, in the same order."""
    titles = [one.title for one in page_of(tmp_path, STATEMENT).headings]
    assert [one for one in titles if one in HEADINGS] == list(HEADINGS)


def test_the_statement_says_all_that_is_in_its_data(tmp_path: Path) -> None:
    """Provider, service, how far, shortcomings with reasons, burden, outside, method, both days, contact, Digg."""
    page = page_of(tmp_path, STATEMENT)
    text = plain_text(page.body)
    wanted = (
        "Byn står bakom",
        "Byn lovar",
        "delvis förenlig med kraven",
        "Kartan saknar fokusmarkering. Skäl: Felet är känt.",
        "Texta gamla filmer. Motivering: Det är tusen filmer.",
        "Filmer före 2020",
        "Självskattning.",
        "10 mars 2026",
        "fel@byn.example",
    )
    assert [one for one in wanted if one not in text] == []
    assert 'href="https://www.digg.se/tdosanmalan"' in page.body


@pytest.mark.parametrize("statement", [None, f"utkast: ja\n{STATEMENT}"], ids=["none", "draft"])
def test_without_a_published_statement_the_page_says_so_and_claims_nothing(
    tmp_path: Path, statement: str | None
) -> None:
    """How to complain is told all the same."""
    page = page_of(tmp_path, statement, "namn: Byn\nsynpunkter_till: kontakt@byn.example\n")
    text = plain_text(page.body)
    assert "Ingen tillgänglighetsredogörelse är publicerad ännu" in text
    assert "förenlig med" not in text
    assert "kontakt@byn.example" in text
    assert "digg.se/tdosanmalan" in text


def test_a_statement_older_than_the_set_time_is_a_hint_from_the_day_after(tmp_path: Path) -> None:
    """Twelve months unless the municipality has set another number; never a fault."""
    assert judged(tmp_path / "a", STATEMENT, date(2027, 3, 10)) == ([], [])
    problems, (told,) = judged(tmp_path / "b", STATEMENT, date(2027, 3, 11))
    assert problems == []
    assert told.startswith(
        "site_data/tillganglighet.yml:12:1: Tillgänglighetsredogörelsen är från 10 mars 2026, mer än 12 månader sedan."
    )
    own = "namn: Byn\ninställningar:\n  redogörelse_månader: 24\n"
    assert judged(tmp_path / "c", STATEMENT, date(2027, 3, 11), own) == ([], [])


def test_a_site_with_shortcomings_is_not_wholly_accessible(tmp_path: Path) -> None:
    """A statement that contradicts itself is stopped."""
    (told,), _ = judged(tmp_path, STATEMENT.replace("delvis", "helt"), small_town.TODAY)
    assert "Webbplatsen kan inte vara helt förenlig när redogörelsen har brister." in told


def test_a_statement_in_two_files_is_a_problem(tmp_path: Path) -> None:
    """There is one statement, as there is one municipality."""
    files = {"kommun.yml": "namn: Byn\n", "tillganglighet.yml": STATEMENT, "tillganglighet.yaml": STATEMENT}
    _, problems = load(small_town.write(tmp_path, files))
    assert any("Tillgängligheten är redan beskriven i" in str(one) for one in problems)


def test_the_statement_tells_by_itself_what_the_programs_own_tests_found(tmp_path: Path) -> None:
    """Version, day, judges, how much, what was found, and how each criterion has been looked at, or that it has not."""
    told, text = proved(), plain_text(page_of(tmp_path, STATEMENT).body)
    wanted = [
        f"Löftet {told.version}. Den versionen provades {date_text(told.day)}",
        f"{told.pages} sidor av {told.page_types} slag",
        *(f"{name} {version}" for name, version in told.judges.items()),
        *(f"{name}: {', '.join(tests)}" for name, tests in told.tested),
        f"gicks igenom {date_text(told.review_day)}",
        f"En skärmläsare på svenska ({told.screen_reader})",
        "ingen som är beroende av en skärmläsare eller ett annat hjälpmedel har prövat webbplatsen",
        *(f"{name}: {seen}" for name, seen in told.reviewed),
        *told.not_looked_at,
        *(told.findings or ["Proven hittade inga brister."]),
    ]
    assert [one for one in wanted if one not in text] == []


def test_what_the_tests_found_is_told_and_never_hidden(tmp_path: Path) -> None:
    """A result with findings has them all."""
    result = json.loads(RESULT.read_text(encoding="utf-8")) | {"fynd": ["axe: Knappen saknar namn."]}
    (tmp_path / "provresultat.json").write_text(json.dumps(result), encoding="utf-8")
    assert proved(tmp_path / "provresultat.json").findings == ("axe: Knappen saknar namn.",)


def test_every_criterion_of_wcag_has_its_line() -> None:
    """Levels A and AA of WCAG 2.2 are 55 criteria, 4.1.1 being gone."""
    told = proved()
    looked_at = {name for name, _ in (*told.tested, *told.reviewed)}
    assert len(looked_at) + len(told.not_looked_at) == 55


def test_every_kind_of_field_is_named_where_the_review_speaks_of_fields() -> None:
    """The street's field and the choices above lists were passed over as if the search were alone."""
    about = [seen for name, seen in proved().reviewed if name.startswith("3.3.")]
    assert all(word in " ".join(about) for word in ("sökningen", "gata eller plats", "valen ovanför listor"))
    assert not any("enda fältet" in one for one in about)


def test_a_criterion_that_nobody_has_looked_at_is_said_to_be_so(tmp_path: Path) -> None:
    """One that only the review has looked at is not among them."""
    result = json.loads(RESULT.read_text(encoding="utf-8"))
    result["krav"] = {
        "1.3.4": {"namn": "Skärm", "prov": [], "genomgång": ""},
        "2.3.1": {"namn": "Inget blinkar", "prov": [], "genomgång": "Skripten lästes."},
    }
    (tmp_path / "provresultat.json").write_text(json.dumps(result), encoding="utf-8")
    told = proved(tmp_path / "provresultat.json")
    assert (told.tested, told.not_looked_at) == ((), ("1.3.4 Skärm",))
    assert told.reviewed == (("2.3.1 Inget blinkar", "Skripten lästes."),)


def test_every_page_leads_to_the_statement() -> None:
    """It is in the footer."""
    assert addresses.ACCESSIBILITY in [address for _, address in FOOTER]
