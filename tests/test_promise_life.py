"""The steps of a promise's life, as words that are read in a row."""

from __future__ import annotations

from pathlib import Path

import small_town
from loftet import addresses
from loftet.facts.lifecycle import life_stage
from loftet.pages.promise_life import life_steps

PROMISE = "titel: Ljus\nundertecknat: 2025-04-12\nperiod: {från: 2025-03-30, till: 2027-03-29}\n"


def test_each_step_of_a_promises_life_is_a_sentence_when_it_is_read_aloud(tmp_path: Path) -> None:
    """«Slutar till 29 mars» was heard where the eye saw a word over a day."""
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
