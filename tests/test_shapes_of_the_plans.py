"""Shapes that the five real plans and promises have and the model must carry, one law each."""

from __future__ import annotations

from decimal import Decimal

import pytest

from example_sites import bodies, missing, register
from loftet.model.words.knowledge import Per
from loftet.model.words.organisation import PartyType
from loftet.model.words.promises import GoalKind, PartyRole
from loftet.pages import all_pages
from loftet.pages.site import Site, plain_text
from made_registers import TODAY, known


def says(municipality: str, address: str, *words: str) -> None:
    assert [fault for one in words if (fault := missing(municipality, address, one))] == []


def test_a_document_may_lack_who_adopted_it_and_when() -> None:
    """Empty boxes in a plan are shown as not stated, never left out."""
    says("nassjo", "dokument/plan/", "Antaget av ej angivet", "Antaget ej angivet", "Paragraf ej angivet")


def test_a_promise_may_have_three_signatories_one_of_them_a_federation() -> None:
    """A kommunalförbund signs beside the municipality and the police, under each name that it is given."""
    known_here = register("nynashamn")
    signed = [one.party for one in known_here.promises["lofte-1"].parties if one.role is PartyRole.SIGNS]
    assert signed == ["nynashamns-kommun", "polisen", "sbff"]
    assert known_here.parties["sbff"].type is PartyType.FEDERATION
    says(
        "nynashamn",
        "parter/sbff/",
        "Södertörns räddningstjänstförbund (används av Nynäshamns kommun, i styrdokumentet 2017)",
    )


def test_a_period_may_cross_new_year() -> None:
    """December–February ends in the year after it began, for the decision and for the promise."""
    known_here = register("fagersta")
    for one in (known_here.decisions["inriktning-1"], known_here.promises["lofte-2"]):
        assert one.period is not None
        assert (str(one.period.first), str(one.period.last)) == ("2019-12-01", "2020-02-29")
    says("fagersta", "beslut/inriktning-1/", "december 2019–februari 2020")


def test_an_agreement_may_hold_until_further_notice() -> None:
    """An agreement without an end says so, with its own words."""
    says("varnamo", "dokument/samverkansoverenskommelse/", "från 24 januari 2020 (tills vidare")


@pytest.mark.parametrize(
    ("municipality", "promise", "parts"),
    [
        ("fagersta", "lofte-4", 0),
        ("nynashamn", "lofte-2", 1),
        ("nassjo", "lofte-1", 3),
        ("norsjo", "lofte-2", 4),
        ("varnamo", "lofte-2", 5),
        ("fagersta", "lofte-6", 8),
    ],
)
def test_a_promise_may_have_no_part_or_up_to_eight(municipality: str, promise: str, parts: int) -> None:
    """Each part has a page of its own, and a promise without parts has a page all the same."""
    found = [one for one in bodies(municipality) if one.startswith(f"loften/{promise}/")]
    assert len(found) == 1 + parts


def test_an_activity_may_be_owned_by_one_by_several_or_by_none() -> None:
    """Who answers is named, each of them, or said to be missing."""
    says("nassjo", "atgarder/trafikkontroller/", "Ansvarig Polisen, lokalpolisområde Höglandet Klart")
    says(
        "nassjo",
        "atgarder/unga-i-riskzon/",
        "Ansvarig Nässjö kommun och Polisen, lokalpolisområde Höglandet",
    )
    says("nassjo", "atgarder/inventering-resecentrum/", "Ansvarig ej angivet")


def test_a_target_may_be_counted_per_year() -> None:
    """”Minst 30 per år” keeps its bound, its unit and its per what."""
    (goal,) = register("nassjo").measures["trafikkontroller"].goals
    assert goal.kind is GoalKind.OUTPUT
    assert goal.per is Per.YEAR
    assert (goal.at_least, goal.unit) == (Decimal(30), "trafikkontroller")
    says("nassjo", "atgarder/trafikkontroller/", "minst 30 per år")


def test_an_aim_that_cannot_be_counted_is_left_out_of_the_count() -> None:
    """”Arbeta långsiktigt” is neither done nor late, and the page says that it is not counted."""
    says("nassjo", "loften/lofte-1/trafik/", "Det räknas inte i ”x av y”")


def test_a_chain_of_documents_may_have_four_levels_with_periods_of_their_own() -> None:
    """Programme, plan, agreement and promise are drawn under one another, each with its own time."""
    here = register("nassjo").documents
    assert [here[one].parents for one in ("handlingsprogram", "plan", "samverkansoverenskommelse")] == [
        (),
        ("handlingsprogram",),
        ("plan",),
    ]
    assert here["medborgarlofte"].parents == ("samverkansoverenskommelse",)
    says("nassjo", "dokument/plan/", "Gäller 2020–2023")
    says("nassjo", "dokument/medborgarlofte/", "Gäller tvåårsperioder")


def test_a_body_may_also_be_another_body() -> None:
    """The council is the steering group, and the group for EST prepares."""
    says("varnamo", "grupper/radet/", "Är också Styrgrupp för det brottsförebyggande arbetet")
    says("varnamo", "grupper/est-gruppen/", "Är också Beredningsgrupp")


def test_a_body_says_where_a_question_goes_when_they_do_not_agree() -> None:
    """The ladder of escalation is told from both ends."""
    says("nynashamn", "grupper/samordningsgruppen/", "Lyfter frågor till Styrgruppen När samsyn saknas")
    says("nynashamn", "grupper/styrgruppen/", "Får frågor från Samordningsgruppen")


def test_six_focus_areas_may_end_in_other_things() -> None:
    """”Övrigt” is a focus area with an example of what it holds."""
    assert len(register("fagersta").focus_areas) == 6
    says("fagersta", "fokus/ovrigt/", "Övrigt", "hot och hat på sociala medier")


def test_a_figure_may_be_for_another_area_than_the_municipality() -> None:
    """The page says whose figure it is and that it says nothing of the municipality alone."""
    says("norsjo", "indikatorer/utsatt-for-brott/", "15,3 procent", "Polisområde Skellefteå", "Hela landet")
    says("norsjo", "indikatorer/utsatt-for-brott/", "större än Norsjö kommun")


def test_a_figure_may_be_preliminary() -> None:
    """A preliminary figure is called so wherever it stands."""
    says("norsjo", "indikatorer/anmalda-brott/", "7 250", "preliminär")
    says("norsjo", "/", "preliminärt")


def test_a_survey_every_second_year_has_gaps_that_are_no_zeros() -> None:
    """The year between is said not to be measured, and no line is drawn across it."""
    says("nynashamn", "indikatorer/otrygg-kollektivt/", "2021: ej mätt", "16 procent", "23 procent")
    assert 'class="lo-chart__line"' not in bodies("nynashamn")["indikatorer/otrygg-kollektivt/"]


def test_the_period_before_may_be_followed_up_when_the_next_promise_is_published() -> None:
    """A follow-up published with the next promise belongs to the promise that it is about."""
    says("fagersta", "uppfoljningar/vintern-2022/", "Publicerad 9 mars 2022")
    says("fagersta", "loften/lofte-5/", "Uppföljning av december 2021–februari 2022")
    says("fagersta", "loften/lofte-6/", "Ingen uppföljning är publicerad ännu")


def test_a_promise_may_be_revised_in_the_middle_of_its_period() -> None:
    """The wording before stays beside the wording after, with when and why."""
    revised = {
        "händelse": "ändrat",
        "datum": "2026-02-01",
        "lydelse_före": "minst 30 kontroller",
        "lydelse_efter": "minst 20 kontroller",
        "skäl_i_ord": "färre poliser",
    }
    promise = {"id": "lofte-1", "titel": "Löfte", "period": "2026", "händelser": [revised]}
    site = Site(known(loften=[promise]), TODAY)
    page = next(one for one in all_pages(site) if one.address == "loften/lofte-1/")
    told = plain_text(page.body)
    for words in ("1 februari 2026", "minst [borttaget: 30", "minst [tillagt: 20", "Färre poliser"):
        assert words in told


def test_a_municipality_calls_things_what_it_calls_them() -> None:
    """An own word stands in headings, while the address stays the same."""
    says("fagersta", "beslut/", "Inriktningsbeslut")
    says("nassjo", "ar/2020/", "Trygghetsbokslut 2020")
