"""Data that would make a page say what is not so: it is told before anybody reads it."""

from __future__ import annotations

from typing import Any

import pytest

from loftet.checks import judge
from loftet.model.register import Register
from made_registers import TODAY, commitment, measure, promise, register, said, stop, told, walk


def problems(made: Register) -> list[str]:
    return [one.what for one in judge(made, TODAY)[0]]


def hints(made: Register) -> list[str]:
    return [one.what for one in judge(made, TODAY)[1]]


CORRECTION = {"id": "r-1", "rättar": "uppfoljning/rad-1", "stod": "5", "ska_vara": "6", "varför": "Fel."}


def dated(day: str) -> dict[str, dict[str, Any]]:
    """Give each record that says a day on which something has happened."""
    entry = said("lampor", "pågår", datum=day)
    answers = [{"text": "Ja.", "stopp": ["1"], "datum": day}]
    return {
        "an entry": {"atgarder": [measure()], "uppfoljningar": [told("rad-1", "2026-02-10", entry)]},
        "an answer": {"vandringar": [walk(stop(svar="Ja.", svar_datum=day))]},
        "a joint answer": {"vandringar": [walk(stop(), samlade_svar=answers)]},
        "a signing": {"loften": [promise(undertecknat=day, sammanfattning="Ljus.")]},
        "a correction": {
            "uppfoljningar": [told("rad-1", "2026-02-10")],
            "rattelser": [{**CORRECTION, "datum": day}],
        },
    }


@pytest.mark.parametrize("name", dated(""))
def test_nothing_is_said_to_have_happened_on_a_day_to_come(name: str) -> None:
    assert [one.split(",")[0] for one in problems(register(**dated("2026-12-24")[name]))] == [
        "Dagen 24 december 2026 har inte varit än"
    ]
    assert problems(register(**dated("2026-03-10")[name])) == []
    assert problems(register(**dated("mars 2026")[name])) == []


def test_a_draft_may_hold_a_day_to_come() -> None:
    entry = said("lampor", "pågår", datum="2026-05-02")
    draft = told("rad-1", "2026-05-10", entry, skede="utkast")
    assert problems(register(atgarder=[measure()], uppfoljningar=[draft])) == []


def test_an_answer_that_is_older_than_its_walk_is_asked_about() -> None:
    early = walk(stop(svar="Ja.", svar_datum="2025-01-14"))
    assert hints(register(vandringar=[early])) == [
        "Svaret är daterat 14 januari 2025, före vandringen 14 oktober 2025."
    ]
    assert hints(register(vandringar=[walk(stop(svar="Ja.", svar_datum="oktober 2025"))])) == []


def twice(first: dict[str, Any], second: dict[str, Any]) -> Register:
    return register(atgarder=[measure()], uppfoljningar=[told("rad-1", "2026-02-10", first, second)])


def test_a_follow_up_says_one_thing_of_each_thing() -> None:
    ongoing, done = said("lampor", "pågår"), said("lampor", "genomförd")
    assert problems(twice(ongoing, done)) == [
        "”lampor” har redan bedömts som ”pågår” i samma uppföljning, och får här ”genomförd”."
    ]
    assert problems(twice(ongoing, said("lampor", "pågår", text="Kabel lagd."))) == []
    assert problems(twice({**ongoing, "avser": "2025"}, {**done, "avser": "2026"})) == []


def account(from_whom: str, **more: Any) -> Register:
    parties = [
        {"id": "kommunen", "namn": "Kommunen", "typ": "kommun"},
        {"id": "polisen", "namn": "Polisen", "typ": "polis"},
        {"id": "yttre", "namn": "Yttre befäl", "typ": "annan", "ingår_i": "polisen"},
        {"id": "bolaget", "namn": "Bolaget", "typ": "bostadsbolag"},
    ]
    signers = [{"part": one, "roll": "undertecknar"} for one in ("kommunen", "polisen")]
    made = promise(commitment(), sammanfattning="Ljus.", parter=signers)
    entry = said("lofte-1/ljus", "pågår", uppgift_från=from_whom)
    follow_up = told("rad-1", "2026-02-10", entry, löften=["lofte-1"], **more)
    return register(parter=parties, loften=[made], uppfoljningar=[follow_up])


@pytest.mark.parametrize("whom", ["polisen", "yttre"])
def test_who_gives_a_figure_is_not_said_to_have_reported_nothing(whom: str) -> None:
    assert problems(account(whom, rapporterar=["kommunen"])) == [
        f"Uppgiften är från ”{whom}”, men uppföljningen säger att ”polisen” inte har rapporterat."
    ]
    assert problems(account(whom, rapporterar=["kommunen", "polisen"])) == []
    assert problems(account(whom)) == []


def test_who_has_not_signed_may_give_a_figure_without_being_one_who_reports() -> None:
    assert problems(account("bolaget", rapporterar=["kommunen"])) == []


def test_a_walk_that_was_called_off_has_no_stops_that_wait() -> None:
    stormy = walk(stop(), skede="inställd", skäl_i_ord="Storm.")
    assert problems(register(vandringar=[stormy])) == ["Vandringen är ”inställd”, men har stopp."]
    assert problems(register(vandringar=[walk(skede="inställd", skäl_i_ord="Storm.")])) == []


def test_the_parts_of_those_who_walked_are_no_more_than_all() -> None:
    made = walk(deltagare_antal="10", deltagare_kvinnor="8", deltagare_män="7")
    assert problems(register(vandringar=[made])) == ["8 kvinnor och 7 män är fler än 10 deltagare."]
    assert problems(register(vandringar=[{**made, "deltagare_män": "1"}])) == []
    assert problems(register(vandringar=[walk(deltagare_kvinnor="8", deltagare_män="7")])) == []


def test_an_extension_ends_later_than_what_it_extends() -> None:
    def extended(until: str) -> Register:
        event = {"händelse": "förlängt", "datum": "2026-01-10", "till": until}
        own = {"från": "2025-03-01", "till": "2026-12-31"}
        return register(loften=[promise(period=own, sammanfattning="Ljus.", händelser=[event])])

    assert problems(extended("2026-06-30")) == [
        "Löftet förlängs till 30 juni 2026, men gäller redan till 31 december 2026."
    ]
    assert problems(extended("2027")) == []


def test_a_record_that_says_just_what_another_says_is_asked_about() -> None:
    walks = [walk(stop(), id="vandring-1"), walk(stop(), id="vandring-1-kopia")]
    assert hints(register(vandringar=walks)) == ["Posten säger ordagrant detsamma som ”vandring-1”."]
    assert hints(register(vandringar=[walks[0], walk(stop("2"), id="vandring-2")])) == []


def test_nobody_is_named_twice_in_one_list() -> None:
    parties = [{"id": "kommunen", "namn": "Kommunen", "typ": "kommun"}]
    twice_named = measure(ansvariga=["kommunen", "kommunen"])
    assert problems(register(parter=parties, atgarder=[twice_named])) == [
        "”kommunen” står två gånger i samma lista."
    ]


@pytest.mark.parametrize(
    ("written", "asked"),
    [("1.234", ["Talet läses som 1,234, med tre decimaler."]), ("1,23", []), ("0,125", []), ("1 234", [])],
)
def test_a_figure_that_may_be_thousands_is_asked_about(written: str, asked: list[str]) -> None:
    entry = said("lampor", "pågår", utfall=written)
    made = register(atgarder=[measure()], uppfoljningar=[told("rad-1", "2026-02-10", entry)])
    assert (problems(made), hints(made)) == ([], asked)


def test_a_coordinate_has_as_many_decimals_as_it_has() -> None:
    assert hints(register(atgarder=[measure(läge={"lat": "58.310", "lon": "14.503"})])) == []
