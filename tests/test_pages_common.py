"""Laws of the pages that stand around the promises: areas, parties, words, documents, bodies, dialogues, years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_town
from loftet import addresses
from loftet.charts.spans import common_scale, span_line
from loftet.facts.heard import heard, heard_sentence
from loftet.model import statuses
from loftet.model.place import Area
from loftet.pages.about import about
from loftet.pages.alphabet import by_letter, swedish_key
from loftet.pages.areas import areas
from loftet.pages.bodies import bodies
from loftet.pages.decisions import decisions
from loftet.pages.dialogues import dialogues
from loftet.pages.documents import documents
from loftet.pages.focus import focus_areas
from loftet.pages.glossary import glossary
from loftet.pages.index import index
from loftet.pages.meetings import meetings
from loftet.pages.method import method
from loftet.pages.parties import parties
from loftet.pages.reports import causes, situation_reports
from loftet.pages.site import Page, Site, plain_text
from loftet.pages.trees import forest, ids_of
from loftet.pages.years import years

Draw = Callable[[Site], Iterator[Page]]

LISTS: tuple[Draw, ...] = (
    areas,
    parties,
    focus_areas,
    documents,
    bodies,
    meetings,
    decisions,
    dialogues,
    situation_reports,
    causes,
    years,
)

AROUND = {
    "kommun.yml": "namn: Byn\ninställningar:\n  frist_dagar: 12\n  minsta_antal: 7\n",
    "omraden/byn.yml": "namn: Byns kommun\ntyp: kommun\n",
    "omraden/soder.yml": "namn: Söder\ntyp: stadsdel\ningår_i: byn\n",
    "omraden/torget.yml": "namn: Torget\ningår_i: soder\n",
    "omraden/norr.yml": "namn: Norr\ntyp: stadsdel\ningår_i: byn\n",
    "fokus/ljus.yml": "namn: Mörker\n",
    "parter/kommunen.yml": "namn: Byns kommun\ntyp: kommun\n",
    "parter/gatukontoret.yml": "namn: Gatukontoret\ntyp: förvaltning\ningår_i: kommunen\n",
    "parter/polisen.yml": """\
namn: Polisen i Byn
typ: polis
andra_namn:
  - namn: Landsfiskalen
    period:
      till: 1964-12-31
    används_av: de äldre
""",
    "loften/ljus.yml": """\
titel: Ljus på torget
områden: [byn]
period:
  från: 2025-01-01
  till: 2026-12-31
parter:
  - part: kommunen
    roll: undertecknar
  - part: polisen
    roll: undertecknar
åtaganden:
  - id: lampor
    text: Nya lampor på torget
    områden: [torget]
    ansvariga: [kommunen]
    fokusområden: [ljus]
  - id: patruller
    text: Poliser till fots
    ansvariga: [polisen]
""",
    "atgarder/armaturer.yml": """\
titel: Sju armaturer
åtagande: ljus/lampor
område: [torget]
ansvariga: [kommunen]
kommer_ur:
  - dialog: samtal
    punkt: morkt
  - beslut: varen
    punkt: lampor
""",
    "dialoger/samtal.yml": """\
titel: Samtal på torget
datum: 2024-09-01
tillfrågade: 40
svarande: 6
svarande_i_ord: sex grannar
hört:
  - id: morkt
    text: Det är mörkt.
  - id: kameror
    text: Sätt upp kameror.
    svar: Det får vi inte.
  - id: bank
    text: En bänk till.
""",
    "moten/radet-1.yml": "grupp: radet\ndatum: 2025-11-20\n",
    "moten/radet-2.yml": "grupp: radet\ndatum: 2026-05-21\nskede: planerat\n",
    "moten/radet-3.yml": "grupp: radet\ndatum: 2026-02-01\nskede: planerat\n",
    "moten/radet-4.yml": "grupp: radet\ndatum: 2025-09-04\nskede: inställt\n",
    "grupper/radet.yml": """\
namn: Rådet
nivå: strategisk
träffas:
  antal: 4
  per: år
  minst: ja
rapporterar_till: [kommunen]
""",
    "grupper/gruppen.yml": "namn: Gruppen\nrapporterar_till: [radet]\nlyfter_till: radet\n",
    "beslut/hosten.yml": "titel: Inriktning hösten 2025\nperiod: hösten 2025\npunkter:\n  - text: Mer ljus\n",
    "beslut/varen.yml": """\
titel: Inriktning våren 2026
period: våren 2026
efter: hosten
punkter:
  - id: lampor
    text: Lampor på torget
""",
    "dokument/program.yml": "titel: Programmet\ngäller: 2020–2030\n",
    "dokument/plan.yml": "titel: Planen\nunder: program\nrevideras_senast: 2025-12-31\n",
    "lagesbilder/hosten.yml": """\
titel: Lägesbild
period: hösten 2025
slutsatser:
  - text: Det är mörkt.
    område: [torget]
""",
    "orsaker/varfor.yml": """\
titel: Varför?
lägesbild: hosten
faktorer:
  - text: Lamporna är trasiga
    slag: riskfaktor
    domän: plats och situation
""",
    "ordlista/andt.yml": "ord: ANDT\nuttydning: alkohol och annat\nbetydelse: Ett samlat namn.\n",
    "ordlista/aga.yml": "ord: äga\nbetydelse: Ha något.\n",
    "ordlista/zon.yml": "ord: zon\nbetydelse: En del av en plats.\n",
    "indikatorer/stolder.yml": """\
namn: Stulna cyklar
enhet: stölder
område: byn
värden:
  - period: 2025
    värde: 3
  - period: 2025
    område: torget
    värde: 31
""",
    "vandringar/torget.yml": """\
titel: Torget
datum: 2025-10-14
områden: [torget]
stopp:
  - nr: 1
    plats: Tunneln
  - nr: 2
    plats: Trappan
    slag: positivt
""",
    "uppfoljningar/november.yml": """\
möte: radet-1
gäller_per: 2025-11-18
löften: [ljus]
rapporterar: [gatukontoret]
poster:
  - om: armaturer
    bedömning: genomförd
    text: Alla lyser.
""",
    "arsuppfoljningar/bokslut.yml": 'titel: Bokslut\når: "2025"\nsammanfattning: Ett ljust år.\n',
}


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give the site of a municipality with one or a few records of every kind."""
    return small_town.site(small_town.write(tmp_path_factory.mktemp("byn"), AROUND))


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give the site of a municipality that has published nothing but its name."""
    return small_town.site(small_town.write(tmp_path_factory.mktemp("tom"), {"kommun.yml": "namn: Byn\n"}))


def written(tmp_path: Path, files: Mapping[str, str]) -> Site:
    """Give the site of the usual municipality with some files more or other."""
    return small_town.site(small_town.write(tmp_path, {**AROUND, **files}))


def page(draw: Draw, site: Site, address: str) -> Page:
    """Give the page of a type that stands at an address."""
    return {one.address: one for one in draw(site)}[address]


def text(draw: Draw, site: Site, address: str) -> str:
    """Give the text of a page."""
    return plain_text(page(draw, site, address).body)


def part(body: str, anchor: str) -> str:
    """Give the text of a page from the heading with an anchor to the next heading of its level."""
    start = body.index(f'<h2 id="{anchor}"')
    end = body.find("<h2", start + 3)
    return plain_text(body[start:end])


# --- All kinds ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("draw", LISTS, ids=lambda one: one.__name__)
def test_every_kind_has_its_list_first_and_then_each_record(around: Site, draw: Draw) -> None:
    """The list links to every page of the kind, and each page begins with one h1."""
    first, *others = draw(around)
    assert others
    for one in others:
        assert f'href="{around.link(first.address, one.address)}"' in first.body
        assert one.body.count("<h1") == 1


@pytest.mark.parametrize("draw", LISTS, ids=lambda one: one.__name__)
def test_a_kind_without_records_says_that_nothing_is_published(bare: Site, draw: Draw) -> None:
    """An empty list is never an empty box."""
    (only,) = draw(bare)
    assert re.search(r"(Ing(en|et)|Inga)\b.* publicer", plain_text(only.body))


@pytest.mark.parametrize("draw", LISTS, ids=lambda one: one.__name__)
def test_no_page_has_the_same_anchor_twice(around: Site, draw: Draw) -> None:
    """An id stands once on a page."""
    for one in draw(around):
        ids = re.findall(r'\bid="([^"]+)"', one.body)
        assert len(ids) == len(set(ids)), one.address


@pytest.mark.parametrize("draw", LISTS, ids=lambda one: one.__name__)
def test_a_draft_stands_on_no_page(tmp_path: Path, draw: Draw) -> None:
    """Drafts never leak, be it as pages or as names on others' (rule 14)."""
    files = {
        name: f"{content}utkast: ja\nanmärkning: HEMLIGT\n"
        for name, content in AROUND.items()
        if name.partition("/")[0] in ("dokument", "dialoger", "beslut", "lagesbilder", "orsaker", "ordlista")
    }
    hidden = ("Programmet", "Samtal på torget", "Inriktning", "Lägesbild ", "Varför?", "HEMLIGT")
    for one in draw(written(tmp_path, files)):
        assert not any(name in plain_text(one.body) for name in hidden), one.address


# --- Order ----------------------------------------------------------------------------------------------


def test_swedish_letters_stand_last_and_accents_and_case_make_no_difference() -> None:
    """Å, ä and ö come after z, in that order; é sorts as e and ü as u."""
    names = ["Öppet", "zon", "Ädel", "Ån", "Ekö", "école", "Über", "usel", "2 lampor"]
    assert sorted(names, key=swedish_key) == [
        "2 lampor",
        "école",
        "Ekö",
        "Über",
        "usel",
        "zon",
        "Ån",
        "Ädel",
        "Öppet",
    ]


@given(st.lists(st.text(max_size=12), max_size=30))
def test_an_index_holds_every_name_once_in_order_under_unique_anchors(names: list[str]) -> None:
    """Whatever the names are, none is lost, and the anchors of letters are ASCII and differ."""
    letters = by_letter(names, lambda one: one)
    assert [one for letter in letters for one in letter.members] == sorted(names, key=swedish_key)
    anchors = [letter.anchor for letter in letters]
    assert len(anchors) == len(set(anchors))
    assert all(re.fullmatch(r"[a-z0-9-]+", one) for one in anchors)


def test_the_index_leads_to_every_record_and_to_every_list(around: Site) -> None:
    """What is drawn is found from A to Ö without any search."""
    (only,) = index(around)
    for draw in LISTS:
        for one in draw(around):
            link = around.link(only.address, one.address)
            # Years are found through their list.
            assert one.address.startswith("ar/2") or f'href="{link}"' in only.body, one.address
    assert 'href="../loften/ljus/lampor/"' in only.body


@given(st.lists(st.integers(0, 7), min_size=8, max_size=8))
def test_a_tree_holds_every_record_once_whatever_lies_under_what(parents: list[int]) -> None:
    """Rings, unknown parents and records under themselves lose nothing and never loop."""
    made = [Area.model_validate({"id": f"a{n}", "namn": f"A{n}"}) for n in range(8)]
    trees = forest(made, lambda one: [f"a{parents[int(one.id[1:])]}"])
    found = [id for tree in trees for id in ids_of(tree)]
    assert sorted(found) == sorted(one.id for one in made)


# --- Areas and parties ----------------------------------------------------------------------------------


def test_a_party_of_no_named_kind_is_called_a_party_in_the_list(tmp_path: Path) -> None:
    town = small_town.write(
        tmp_path, {"kommun.yml": "namn: Byn\n", "parter/unga.yml": "namn: Unga\ntyp: annan\n"}
    )
    listed, alone = (page(parties, small_town.site(town), one).body for one in ("parter/", "parter/unga/"))
    assert "Annan part" in plain_text(listed)
    assert "Parten ansvarar inte för någon åtgärd." in plain_text(alone)


def test_the_choice_of_area_is_a_nested_list_of_links(around: Site) -> None:
    """*Där du bor* works without script: Torget lies in Söder, which lies in the municipality."""
    body = page(areas, around, "omraden/").body
    names = ("byn", "soder", "torget")
    places = [body.index(f'href="{name}/"') for name in names]
    depths = [body[:place].count("<ul") - body[:place].count("</ul") for place in places]
    assert depths == [1, 2, 3]


def test_an_area_counts_what_lies_in_the_areas_within_it(around: Site) -> None:
    """What is promised on the square is promised in the district around it, and not in another district."""
    assert "Nya lampor på torget" in text(areas, around, "omraden/soder/")
    assert "Nya lampor på torget" not in text(areas, around, "omraden/norr/")
    assert "Inget åtagande nämner området." in text(areas, around, "omraden/norr/")


def test_a_promise_for_the_whole_municipality_holds_in_each_district(around: Site) -> None:
    """An area tells the promises that hold for a larger one, and which it is."""
    assert "Ljus på torget" in part(page(areas, around, "omraden/norr/").body, "storre-loften")
    assert "Gäller Byns kommun." in part(page(areas, around, "omraden/norr/").body, "storre-loften")


def test_a_figure_of_a_larger_area_is_never_told_as_the_areas_own(around: Site) -> None:
    """Each value carries its own area (rule 9)."""
    body = page(areas, around, "omraden/norr/").body
    assert "Inga siffror är publicerade för just det här området." in part(body, "siffror")
    assert "Gäller Byns kommun" in part(body, "storre-siffror")


def test_an_area_with_a_stop_on_the_map_carries_the_maps_files_and_its_own_stops_alone(
    tmp_path: Path,
) -> None:
    """The square's map shows the stop on the square; the map of the north is not drawn."""
    walk = AROUND["vandringar/torget.yml"].replace(
        "    plats: Tunneln\n", "    plats: Tunneln\n    läge:\n      lat: 58.3\n      lon: 14.5\n"
    )
    site = written(tmp_path, {"vandringar/torget.yml": walk})
    square = page(areas, site, "omraden/torget/")
    assert "kartor/omrade-torget.js" in square.files
    assert b"Tunneln" in square.files["kartor/omrade-torget.geojson"]
    assert page(areas, site, "omraden/norr/").files == {}


def test_stops_that_wait_stand_before_those_that_ask_for_nothing(around: Site) -> None:
    """In an area the open stops are read first; the others lie behind their count."""
    body = page(areas, around, "omraden/torget/").body
    assert body.index("Tunneln") < body.index("<details") < body.index("Trappan")


def test_a_signatory_that_did_not_report_is_told_and_a_part_of_one_reports_for_it(around: Site) -> None:
    """The office reports for the municipality; the police signed and were silent."""
    whole = page(parties, around, "parter/kommunen/").body
    assert 'id="inte-rapporterat"' not in whole
    assert "Uppföljning 20 november 2025" in part(whole, "rapporterat")
    silent = part(page(parties, around, "parter/polisen/").body, "inte-rapporterat")
    assert "Uppföljning 20 november 2025" in silent


def test_a_party_keeps_its_other_names_with_their_time_and_users(around: Site) -> None:
    """An old name is told with when it held and who says it."""
    assert "Landsfiskalen (till 31 december 1964, används av de äldre)" in text(
        parties, around, "parter/polisen/"
    )


# --- Words and ways of counting --------------------------------------------------------------------------


def test_every_status_has_an_anchor_of_its_own_on_the_method_page(around: Site) -> None:
    """Lists share words, anchors do not: every status but the draft stands once, with its meaning."""
    body = page(method, around, "sa-raknar-vi/").body
    kinds = (
        statuses.MeasureStatus,
        statuses.CommitmentStatus,
        statuses.GoalStatus,
        statuses.StopStatus,
        statuses.Lifecycle,
    )
    shown = [one for kind in kinds for one in kind if one is not statuses.Lifecycle.DRAFT]
    anchors = [addresses.status_anchor(one) for one in shown]
    assert len(anchors) == len(set(anchors))
    for status, anchor in zip(shown, anchors, strict=True):
        assert body.count(f'id="{anchor}"') == 1
        assert status.meaning in plain_text(body)


def test_a_measures_status_has_the_bare_word_as_its_anchor() -> None:
    """`#forsenad` is the measure's, `#atagande-forsenat` the commitment's."""
    assert addresses.status_anchor(statuses.MeasureStatus.LATE) == "forsenad"
    assert addresses.status_anchor(statuses.CommitmentStatus.LATE) == "atagande-forsenat"


def test_the_method_page_says_the_municipalitys_own_grace_and_smallest_number(around: Site) -> None:
    """What is set in kommun.yml is what is told."""
    said = text(method, around, "sa-raknar-vi/")
    assert "12 dagar till" in said
    assert "under 7 visas som ”färre än 7”" in said


def test_the_worked_examples_tell_one_sum_and_three_reasons_why_there_is_none(around: Site) -> None:
    """The real function makes them: 22 of 30 is 73, rounded down; the others cannot be compared."""
    body = page(method, around, "sa-raknar-vi/").body
    told = part(body, "sa-mal-och-utfall")
    assert "22 av 30 trafikkontroller 2025 är 73 procent, avrundat nedåt." in told
    assert told.count("Mål och utfall kan inte jämföras") == 3


def test_a_season_is_late_from_the_day_after_its_last(around: Site) -> None:
    """Hösten ends on 30 November, våren on 31 May."""
    said = part(page(method, around, "sa-raknar-vi/").body, "sa-forsenad")
    assert "Hösten 2025 30 november 2025 1 december 2025" in said
    assert "Våren 2025 31 maj 2025 1 juni 2025" in said


def test_a_term_stands_under_its_id_in_swedish_order(around: Site) -> None:
    """The anchor of a term is its id; ä comes after z."""
    body = page(glossary, around, "ordlista/").body
    places = [body.index(f'id="{id}"') for id in ("andt", "zon", "aga")]
    assert places == sorted(places)


# --- Documents, bodies, meetings, decisions --------------------------------------------------------------


def test_what_is_not_filled_in_when_a_document_was_adopted_is_told_as_missing(around: Site) -> None:
    """Empty fields of decision are shown, not left out."""
    said = text(documents, around, "dokument/plan/")
    for term in ("Antaget av", "Antaget", "Paragraf", "Diarienummer", "Gäller", "Ansvarig funktion"):
        assert f"{term} ej angivet" in said


def test_a_day_of_revision_that_has_passed_is_told(around: Site, tmp_path: Path) -> None:
    """A document due for revision says so from the day after, not before."""
    assert "Dagen har passerat" in text(documents, around, "dokument/plan/")
    later = {"dokument/plan.yml": "titel: Planen\nunder: program\nrevideras_senast: 2026-03-10\n"}
    assert "Dagen har passerat" not in text(documents, written(tmp_path, later), "dokument/plan/")


@given(
    st.dates(date(1990, 1, 1), date(2050, 1, 1)),
    st.integers(0, 9000),
    st.dates(date(1990, 1, 1), date(2050, 1, 1)),
)
def test_a_period_lies_inside_its_scale_and_the_bars_never_leave_it(
    first: date, days: int, today: date
) -> None:
    """Whatever period and day, start and width are within 0 and 100 percent."""
    last = date.fromordinal(first.toordinal() + days)
    drawn = span_line(common_scale([first, last], today), first, last, today)
    x, width = (float(one) for one in re.findall(r'x="([\d.]+)%" width="([\d.]+)%"', drawn)[0])
    assert 0 <= x <= 100
    assert width > 0
    assert x + width <= 100.01


def test_ties_between_bodies_are_told_at_both_ends(around: Site) -> None:
    """Who reports and who receives, who lifts a question and who gets it; the tie is written once (rule 17)."""
    said = text(bodies, around, "grupper/radet/")
    assert "Får rapporter från Gruppen" in said
    assert "Får frågor från Gruppen" in said
    assert "Rapporterar till Rådet" in text(bodies, around, "grupper/gruppen/")


def test_a_body_says_how_often_it_is_to_meet_beside_how_often_it_met(around: Site) -> None:
    """Minst fyra gånger per år, and one meeting held, one cancelled."""
    said = text(bodies, around, "grupper/radet/")
    assert "Minst 4 gånger per år" in said
    assert "2025: 1 möte hållet, 1 inställt" in said


def test_a_planned_meeting_whose_day_has_passed_is_not_planned_any_more(around: Site) -> None:
    """What nobody has told of is told as missing, not as to come."""
    body = page(meetings, around, "moten/").body
    assert "radet-2/" in body[body.index('id="planerade"') : body.index('id="ar-2026"')]
    assert "radet-3/" not in body[body.index('id="planerade"') : body.index('id="ar-2026"')]
    assert "Besked saknas" in text(meetings, around, "moten/radet-3/")


def test_the_neighbours_of_a_meeting_are_its_own_bodys_in_order(around: Site) -> None:
    """The meeting before the one in November is the cancelled one, the one after is the one nobody told of."""
    body = page(meetings, around, "moten/radet-1/").body
    assert re.findall(r'rel="(prev|next)" href="../([\w-]+)/"', body) == [
        ("prev", "radet-4"),
        ("next", "radet-3"),
    ]


def test_a_decision_stands_with_the_one_before_and_what_came_of_its_points(around: Site) -> None:
    """The measure names the point it comes from; the decision derives it."""
    body = page(decisions, around, "beslut/varen/").body
    assert "Sju armaturer" in part(body, "punkter")
    assert "Mer ljus" in part(body, "fore")


# --- Dialogues, reports, years ---------------------------------------------------------------------------


def test_each_thing_heard_became_a_measure_or_an_answer_or_waits(around: Site) -> None:
    """Ni sa – vi gör: nothing that was heard is left without its fate."""
    dialogue = around.register.dialogues["samtal"]
    told = heard(around.as_of, dialogue)
    assert [(bool(one.measures), one.answered, one.waits) for one in told] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert (
        heard_sentence(around.as_of, told)
        == "Av 3 saker som sades har 1 lett till åtgärder, 1 fått svar och 1 varken fått åtgärd eller svar."
    )
    assert heard_sentence(around.as_of, told[1:2]) == "1 sak som sades har fått svar."
    assert "inget svar ännu" in text(dialogues, around, "dialoger/samtal/").lower()


def test_a_small_number_who_answered_is_told_neither_in_digits_nor_in_words(around: Site) -> None:
    """Six of forty is under the municipality's smallest number, seven."""
    said = text(dialogues, around, "dialoger/samtal/")
    assert "Svarade färre än 7" in said
    assert "sex grannar" not in said


def test_a_report_tells_the_analysis_that_names_it(around: Site) -> None:
    """The cause analysis names its report; the report derives it (rule 17)."""
    assert "Varför?" in text(situation_reports, around, "lagesbilder/hosten/")
    said = text(causes, around, "orsaker/varfor/")
    assert "Plats och situation Risk Lamporna är trasiga Skydd inga angivna" in said


def test_a_year_gathers_its_follow_ups_walks_and_figures_under_the_local_name(around: Site) -> None:
    """Small counts stay hidden in the year too."""
    body = page(years, around, "ar/2025/").body
    assert "Bokslut" in plain_text(body)
    assert "Uppföljning 20 november 2025" in part(body, "uppfoljningar")
    assert "Torget" in part(body, "vandringar")
    assert "färre än 7" in part(body, "siffror").lower()
    assert "31 stölder" in part(body, "siffror")


def test_a_year_that_is_not_over_says_so(around: Site, tmp_path: Path) -> None:
    """The year of the clock is told as going on."""
    files = {"arsuppfoljningar/nu.yml": 'år: "2026"\n'}
    assert "Året är inte slut." in text(years, written(tmp_path, files), "ar/2026/")
    assert "Året är inte slut." not in text(years, around, "ar/2025/")


def test_the_least_about_page_names_the_municipality(bare: Site) -> None:
    """A municipality without a page of its own about the site still says who answers."""
    assert "Byn ansvarar för sidorna." in text(about, bare, "om/")
