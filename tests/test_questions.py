"""Laws of finding: someone who knows only the plan finds twenty answers on each municipality's site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
import yaml

from example_sites import MUNICIPALITIES, bodies, missing

Question = dict[str, Any]  # Any: a question as written, where its answer stands and in which words

QUESTIONS: dict[str, list[Question]] = yaml.safe_load(
    (Path(__file__).parent / "questions.yml").read_text(encoding="utf-8")
)
ASKED = [
    pytest.param(municipality, one, id=f"{municipality}: {one['fråga']}")
    for municipality, asked in QUESTIONS.items()
    for one in asked
]


@pytest.mark.parametrize(("municipality", "question"), ASKED)
def test_each_question_has_its_answer_at_its_address(municipality: str, question: Question) -> None:
    """The page that the question leads to says the answer in words."""
    assert missing(municipality, question["på"], question["svar"]) is None


def test_each_municipality_is_asked_twenty_different_questions() -> None:
    """Twenty questions a municipality, none of them twice."""
    assert set(QUESTIONS) == set(MUNICIPALITIES)
    assert {one: len({asked["fråga"] for asked in QUESTIONS[one]}) for one in QUESTIONS} == dict.fromkeys(
        MUNICIPALITIES, 20
    )


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_each_answer_is_reached_in_two_steps_from_the_list_of_all_pages(municipality: str) -> None:
    """Nobody needs to know an address: A–Ö leads to every page with an answer, or to the page that leads there."""
    pages = bodies(municipality)
    near = leads_to(pages, "a-o/")
    reached = near | {further for one in near for further in leads_to(pages, one)}
    wanted = {urldefrag(one["på"]).url for one in QUESTIONS[municipality]}
    assert wanted - reached == set()


def leads_to(pages: Any, address: str) -> set[str]:  # Any: bodies by address
    there = (urljoin(f"/{address}", link) for link in re.findall(r'href="([^"#]+)', pages.get(address, "")))
    return {one.lstrip("/") for one in there}
