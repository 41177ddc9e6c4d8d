"""The steps of a promise's life, as words that are read in a row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import small_town
from loftet import addresses
from loftet.facts.lifecycle import life_stage
from loftet.pages.promise_life import life_steps, period_bar

PROMISE = "titel: Ljus\nundertecknat: 2025-04-12\nperiod: {från: 2025-03-30, till: 2027-03-29}\n"


def test_each_step_of_a_promises_life_is_a_sentence_when_it_is_read_aloud(tmp_path: Path) -> None:
    """”Slutar till 29 mars” was heard where the eye saw a word over a day."""
    site = small_town.site(
        small_town.write(tmp_path, {"kommun.yml": "namn: Byn\n", "loften/ljus.yml": PROMISE})
    )
    promise = site.register.promises["ljus"]
    steps = life_steps(site, addresses.of(promise), promise, life_stage(site.as_of, promise))
    assert [f"{step['word']} {step['date']}" for step in steps] == [
        "Undertecknat 12 april 2025",
        "Gäller från 30 mars 2025",
        "Slutar 29 mars 2027",
    ]


@pytest.mark.parametrize(("today", "word"), [(date(2026, 3, 10), "gäller"), (date(2027, 3, 30), "gällde")])
def test_a_promise_that_has_ended_is_told_in_the_past(tmp_path: Path, today: date, word: str) -> None:
    files = {"kommun.yml": "namn: Byn\n", "loften/ljus.yml": PROMISE}
    site = small_town.site(small_town.write(tmp_path, files), today)
    promise = site.register.promises["ljus"]
    bar = period_bar(site, promise, life_stage(site.as_of, promise))
    assert bar
    assert str(bar["sentence"]).startswith(f"Löftet {word} 30 mars 2025 – 29 mars 2027.")
