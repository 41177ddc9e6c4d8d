"""Laws of *Så arbetar vi*: the municipality's own steps, and each promise's links; what is missing is said."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import small_town
from loftet.facts.process import chain
from loftet.model.words.organisation import ProcessStep
from loftet.pages.process import process
from loftet.pages.site import Page, plain_text

WHOLE = {
    **small_town.TOWN,
    "lagesbilder/laget.yml": "titel: Läget\n",
    "orsaker/varfor.yml": "titel: Varför mörkt\nlägesbild: laget\n",
    "fokus/ljuset.yml": "namn: Ljuset\n",
    "dialoger/torg.yml": "titel: På torget\nhört:\n  - id: morkt\n    text: Det är mörkt\n    svar: Ja\n",
    "loften/ljus.yml": small_town.TOWN["loften/ljus.yml"]
    + "framtaget_genom: [laget, torg]\nfokusområden: [ljuset]\n",
}
STEPS = """\
namn: Byn
arbetssteg:
  - namn: spana
    motsvarar: kartläggning
    text: Vi tittar.
  - namn: uppföljning
    motsvarar: uppföljning
"""


def page_of(folder: Path, files: Mapping[str, str]) -> Page:
    (page,) = process(small_town.site(small_town.write(folder, files)))
    return page


def missing(folder: Path, files: Mapping[str, str]) -> list[ProcessStep]:
    """Give the steps that the one promise has no link to."""
    site = small_town.site(small_town.write(folder, files))
    return [one.step for one in chain(site.as_of, site.register.promises["ljus"]) if one.missing]


def test_a_promise_with_every_tie_misses_none(tmp_path: Path) -> None:
    """Lägesbild, analysis of it, focus, measures, follow-up and an answer in the dialogue: the whole chain."""
    assert missing(tmp_path, WHOLE) == []
    assert "Varje länk finns." in page_of(tmp_path, WHOLE).body


def test_each_tie_that_is_taken_away_is_the_only_one_missing(tmp_path: Path) -> None:
    """A link rests on its own record and on no other."""
    ties = {
        ProcessStep.ANALYSIS: "orsaker/varfor.yml",
        ProcessStep.ACTION: "atgarder/armaturer.yml",
        ProcessStep.FOLLOW_UP: "uppfoljningar/februari.yml",
    }
    for step, file in ties.items():
        left = {name: text for name, text in WHOLE.items() if name != file}
        if step is ProcessStep.ACTION:
            told = left["uppfoljningar/februari.yml"]
            left["uppfoljningar/februari.yml"] = told.replace("armaturer", "ljus/lampor")
        assert missing(tmp_path / step.name, left) == [step]


def test_what_was_said_and_not_answered_is_no_feedback(tmp_path: Path) -> None:
    """A dialogue gives back only when something that was said has an answer or a measure."""
    quiet = {**WHOLE, "dialoger/torg.yml": WHOLE["dialoger/torg.yml"].replace("    svar: Ja\n", "")}
    assert missing(tmp_path, quiet) == [ProcessStep.FEEDBACK]


def test_a_missing_link_is_said_and_never_called_not_done(tmp_path: Path) -> None:
    """The bare promise lacks its beginning and its end, and the page says so in words."""
    text = plain_text(page_of(tmp_path, small_town.TOWN).body)
    assert "Länkar som saknas: kartläggning, analys, prioritering och återkoppling." in text
    assert "En länk som saknas betyder inte att inget är gjort." in text


def test_the_municipalitys_own_steps_stand_with_the_common_step_they_stand_for(tmp_path: Path) -> None:
    """Own names first, the common name only where it differs, and common steps without an own one are named."""
    text = plain_text(page_of(tmp_path, {**WHOLE, "kommun.yml": STEPS}).body)
    assert "Spana (motsvarar kartläggning)" in text
    assert "Uppföljning (motsvarar" not in text
    assert "inget eget steg för analys, prioritering, löfte och åtgärder och återkoppling" in text


def test_each_step_counts_what_stands_in_it_with_a_link(tmp_path: Path) -> None:
    """Counts lead to the lists; an empty step says so."""
    body = page_of(tmp_path, small_town.TOWN).body
    assert '<a href="../vandringar/">2 vandringar</a>' in body
    assert '<a href="../loften/">1 medborgarlöfte</a> och <a href="../atgarder/">1 åtgärd</a>' in body
    assert "Inget är publicerat här." in body


def test_a_municipality_without_steps_or_promises_gets_a_page_that_says_so(tmp_path: Path) -> None:
    """Nothing is invented for it."""
    text = plain_text(page_of(tmp_path, {"kommun.yml": "namn: Byn\n"}).body)
    assert "Byn har inte publicerat egna steg." in text
    assert "Inget löfte är publicerat ännu." in text
