"""Judges that no case of a fault shows whole: hints, what is allowed, and what the site keeps for itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from loftet.addresses import MEASURE_CHOICES, PROMISE_SECTIONS
from loftet.checks import judge
from loftet.model.follow_up import Entry, Evidence, Part
from loftet.model.promise import Goal, MeasureBody
from loftet.model.register import Register
from loftet.model.walk import Observation
from loftet.model.walking import leaves, records_of
from loftet.pages.measure_lists import FILTERS
from made_registers import TODAY, commitment, measure, promise, register, said, stop, told, walk

PAGES = Path(__file__).parents[1] / "plugins/loftet/templates"


def problems(made: Register) -> list[str]:
    return [one.what for one in judge(made, TODAY)[0]]


def hints(made: Register) -> list[str]:
    return [one.what for one in judge(made, TODAY)[1]]


# What the site keeps for itself.


def test_every_way_to_choose_among_measures_is_kept_from_their_ids() -> None:
    assert {one.slug for one in FILTERS} == set(MEASURE_CHOICES)


def test_every_section_of_a_promise_page_is_kept_from_its_commitments() -> None:
    template = (PAGES / "pages/promise.html.jinja").read_text(encoding="utf-8")
    ending = (PAGES / "components/page_end.html.jinja").read_text(encoding="utf-8")
    sections = set(re.findall(r'section\(\d, "([a-z-]+)"', template + ending))
    assert sections
    assert sections <= PROMISE_SECTIONS


# Hints.


@pytest.mark.parametrize(
    ("words", "told_of_it"),
    [
        ("vintern 2025", ["”vintern 2025” läses som december 2024 till februari 2025."]),
        ("vintern 2025/2026", []),
        ("hösten 2025", []),
    ],
)
def test_a_winter_with_one_year_is_asked_about(words: str, told_of_it: list[str]) -> None:
    assert hints(register(atgarder=[measure(klart_senast=words)])) == told_of_it


def test_a_planned_meeting_whose_day_has_passed_is_asked_about() -> None:
    meetings = [{"id": "radet", "datum": "2026-03-09", "skede": "planerat"}]
    assert hints(register(moten=meetings)) == ["Mötet är ”planerat”, men dagen 2026-03-09 har varit."]


def test_a_reason_without_a_text_is_asked_about_and_stops_nothing() -> None:
    entry = said("lampor", "pausad", skäl="saknar pengar")
    made = register(atgarder=[measure()], uppfoljningar=[told("rad-1", "2026-02-10", entry)])
    assert (problems(made), hints(made)) == ([], ["Skälet har ingen text bredvid sig."])


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\u200f"])
def test_a_sign_that_hides_in_a_word_is_told_of_and_stops_nothing(sign: str) -> None:
    made = register(atgarder=[measure(titel=f"Ny{sign}a lampor")])
    told_of_it = f"Här står ett osynligt tecken (U+{ord(sign):04X}), och då hittar sökningen inte ordet."
    assert (problems(made), hints(made)) == ([], [told_of_it])


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069"])
def test_a_sign_that_turns_figures_around_stops_the_build(sign: str) -> None:
    made = register(atgarder=[measure(titel=f"Högst {sign}53 stölder")])
    what = f"Här står ett osynligt tecken (U+{ord(sign):04X}) som får text och tal att läsas baklänges."
    assert problems(made) == [what]


@pytest.mark.parametrize("broken", ["PÃ¥ gÃ¤rdet", "Ã…ngen", "Lampor p\ufffd torget", "Torget â€“ nytt"])
def test_letters_that_another_program_has_broken_stop_the_build(broken: str) -> None:
    told_of_it = problems(register(atgarder=[measure(titel=broken)]))
    assert len(told_of_it) == 1
    assert told_of_it[0].startswith("Här har bokstäver gått sönder: ”")


@pytest.mark.parametrize(
    ("written", "sign"), [("G&aring;ngen", "&aring;"), ("G&#229;ngen", "&#229;"), ("Du &amp; jag", "&amp;")]
)
def test_a_sign_in_the_code_of_web_pages_is_told_of_and_stops_nothing(written: str, sign: str) -> None:
    made = register(atgarder=[measure(titel=written)])
    assert (problems(made), hints(made)) == ([], [f"”{sign}” är ett tecken i webbsidors kod, och visas så."])


def test_letters_of_every_language_and_joined_pictures_are_fine() -> None:
    made = register(
        atgarder=[measure(titel="Löftet عربي, 3\u00a0kvällar 👨\u200d👩\u200d👧, SÃO & crème brûlée")]
    )
    assert (problems(made), hints(made)) == ([], [])


def test_who_names_the_first_of_its_kind_is_told_where_it_is_written_and_of_a_key_that_is_there() -> None:
    def mends(**own: str) -> list[str]:
        return [one.mend for one in judge(register(atgarder=[measure(**own)]), TODAY)[0]]

    assert mends(ansvariga="polisen") == [
        "Lägg till posten i parter/, eller skriv bara ord i ”ansvariga_i_ord:”."
    ]
    assert mends(löfte="lofte-1") == ["Lägg till posten i loften/."]


# What is allowed.

FINE: dict[str, dict[str, Any]] = {
    "a walk that was to be and is moved": {
        "vandringar": [
            walk(
                id="vandring-1",
                datum="2026-05-10",
                skede="flyttad",
                skäl_i_ord="Storm.",
                flyttad_till="vandring-2",
            ),
            walk(id="vandring-2", datum="2026-05-20", skede="planerad"),
        ]
    },
    "a draft that names drafts": {
        "loften": [promise(commitment(), utkast="ja", sammanfattning="Ljus.")],
        "atgarder": [measure(åtagande="lofte-1/ljus", utkast="ja")],
    },
    "an underlag of a meeting to come": {
        "moten": [{"id": "radet", "datum": "2026-05-21", "skede": "planerat"}],
        "uppfoljningar": [told("rad-1", "2026-05-18", möte="radet", skede="utkast")],
    },
    "a correction that names its record by kind and id": {
        "uppfoljningar": [told("rad-1", "2026-02-10")],
        "rattelser": [
            {
                "id": "r-1",
                "rättar": "uppfoljning/rad-1",
                "datum": "2026-02-20",
                "stod": "5",
                "ska_vara": "6",
                "varför": "Fel räknat.",
            }
        ],
    },
    "a measure and a promise of the same id": {
        "loften": [promise(sammanfattning="Ljus.")],
        "atgarder": [measure("lofte-1")],
    },
    "an answer to stops by number or id": {
        "vandringar": [
            walk(stop("4"), stop("5", id="torget"), samlade_svar=[{"text": "Ja.", "stopp": ["4", "Torget"]}])
        ]
    },
}


@pytest.mark.parametrize("name", FINE)
def test_what_is_right_is_not_complained_of(name: str) -> None:
    assert problems(register(**FINE[name])) == []


# The one way that every judge visits everything.


def test_every_record_of_a_class_is_found_at_any_depth_and_nowhere_else() -> None:
    entry = said("lampor", delar=[{"text": "a", "delar": [{"text": "b"}]}], belägg=[{"text": "c"}])
    made = register(
        loften=[promise(commitment(mål={"text": "m"}), åtgärder=[measure(mål=[{"text": "n"}])])],
        uppfoljningar=[told("rad-1", "2026-02-10", entry)],
    )
    follow_up, found = made.follow_ups["rad-1"], made.promises["lofte-1"]
    assert [path for path, _ in records_of(follow_up, Part)] == [
        ("poster", 0, "delar", 0),
        ("poster", 0, "delar", 0, "delar", 0),
    ]
    assert [path for path, _ in records_of(follow_up, Evidence)] == [("poster", 0, "belägg", 0)]
    assert [one.words for _, one in records_of(found, Goal)] == ["m", "n"]
    assert [path for path, _ in records_of(found, MeasureBody)] == [("åtgärder", 0)]
    assert not list(records_of(found, Observation))
    assert not list(records_of(follow_up, Goal))
    assert len(list(records_of(follow_up, Entry))) == 1


def test_every_stated_value_is_visited_once_with_its_key_and_what_it_may_name() -> None:
    made = register(atgarder=[measure(ansvariga=["polisen"], åtagande="lofte-1/ljus")]).measures["lampor"]
    visited = {leaf.path: (leaf.value, leaf.ref.kinds if leaf.ref else None) for leaf in leaves(made)}
    assert visited == {
        ("id",): ("lampor", None),
        ("titel",): ("Sju nya lampor", None),
        ("ansvariga", 0): ("polisen", ("part",)),
        ("åtagande",): ("lofte-1/ljus", ("atagande",)),
    }
