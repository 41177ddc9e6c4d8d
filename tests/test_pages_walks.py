"""Laws of the pages of walks: what became of every stop, no finer and no more than is known."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_town
from loftet.facts import AsOf
from loftet.facts.progress import progress_of_stops
from loftet.loading import load
from loftet.model.place import Municipality
from loftet.model.register import Register
from loftet.model.walk import SafetyWalk
from loftet.pages import all_pages
from loftet.pages.components import placed
from loftet.pages.site import Page, Site, plain_text
from loftet.pages.walk_words import summary
from loftet.pages.walks import walks
from loftet.problems import DataError

CASES = Path(__file__).parent / "cases"
TOWN = {
    "kommun.yml": "namn: Byn\ninställningar:\n  svar_inom_månader: 3\n",
    "parter/kommunen.yml": "namn: Byns kommun\ntyp: kommun\n",
    "omraden/mitten.yml": "namn: Mitten\n",
    "loften/ljus.yml": "titel: Ljus\nåtaganden:\n  - id: lampor\n    text: Nya lampor\n",
    "atgarder/armaturer.yml": """\
titel: Sju armaturer
ansvariga: [kommunen]
klart_senast: hösten 2025
kommer_ur:
  - vandring: torget
    stopp: 1
""",
    "uppfoljningar/februari.yml": """\
gäller_per: 2026-02-10
rapporterar: [kommunen]
poster:
  - om: armaturer
    bedömning: pågår
    text: Fem av sju lampor lyser.
    ny_tidsplan: april 2026
    skäl: väntar på leverans
""",
    "vandringar/torget.yml": """\
titel: Torget
datum: 2025-10-14
områden: [mitten]
inom: ljus/lampor
samlade_svar:
  - text: Vi klipper alla häckar i maj.
    kategori: växtlighet
  - text: Ring 112 vid pågående brott.
    kategori: bråk
stopp:
  - nr: 1
    plats: Tunneln
    läge: {lat: 58.31207, lon: 14.50311}
    iakttagelse: [Två lampor är trasiga., Klotter på väggen.]
    slag: brist
  - nr: 2
    plats: Trappan
    läge: {lat: 58.31277, lon: 14.50377}
    iakttagelse: Isigt.
    ägare_i_ord: oklart
  - nr: 3
    plats: Häcken
    kategorier: [växtlighet]
    iakttagelse: Skymmer sikten.
  - nr: 4
    plats: Parken
    slag: positivt
    läge: {lat: 58.3140699, lon: 14.5067899, noggrannhet: område}
    iakttagelse: Folk i rörelse.
  - plats: Gränden
    iakttagelse: Mörk.
    åtgärdat_i_ord: Lampan byttes samma kväll.
""",
}


def site(folder: Path, today: date = small_town.TODAY, **changed: str) -> Site:
    """Give the town with some walks written otherwise: the names are ids, the texts whole files."""
    files = TOWN | {f"vandringar/{id.replace('_', '-')}.yml": text for id, text in changed.items()}
    return small_town.site(small_town.write(folder, files), today)


def drawn(site: Site) -> dict[str, Page]:
    return {page.address: page for page in walks(site)}


def page(site: Site, id: str = "torget") -> Page:
    return drawn(site)[f"vandringar/{id}/"]


def card(body: str, anchor: str) -> str:
    found = re.search(rf'<section [^>]*id="{anchor}".*?</section>', body, re.DOTALL)
    assert found, anchor
    return plain_text(found[0])


# The stops and what became of them


def test_a_stops_heading_is_whole_with_number_place_and_status(tmp_path: Path) -> None:
    headings = [plain_text(one) for one in re.findall(r"<h3.*?</h3>", page(site(tmp_path)).body, re.DOTALL)]
    assert headings[:5] == [
        "Stopp 1, Tunneln: pågår",
        "Stopp 2, Trappan: väntar sedan oktober 2025",
        "Stopp 3, Häcken: fått svar",
        "Stopp 4, Parken: positivt",
        "Stopp utan nummer, Gränden: åtgärdat",
    ]


def test_on_a_walk_without_numbers_no_heading_says_that_there_is_none(tmp_path: Path) -> None:
    text = "titel: Torget\nstopp:\n  - {plats: bron}\n  - {plats: Torget}\n"
    body = page(site(tmp_path, torget=text)).body
    headings = [plain_text(one) for one in re.findall(r"<h3.*?</h3>", body, re.DOTALL)]
    assert headings == ["Bron: väntar", "Torget: väntar"]


def test_a_long_word_in_a_stops_heading_may_break_where_its_parts_meet(tmp_path: Path) -> None:
    text = "titel: Torget\nstopp:\n  - {nr: 1, plats: Samhällsbyggnadsförvaltningens entré}\n"
    heading = re.search(r"<h3.*?</h3>", page(site(tmp_path, torget=text)).body, re.DOTALL)
    assert heading
    assert "Samhällsbyggnads\u00adförvaltningens entré" in heading[0]


def test_the_sentence_the_bar_and_the_headings_tell_the_same_counts(tmp_path: Path) -> None:
    body = page(site(tmp_path)).body
    assert (
        "Av 5 stopp är 1 åtgärdat, 1 pågår, 1 har fått svar, 1 väntar sedan oktober 2025 och 1 är positivt."
        in plain_text(body)
    )
    counts = body[body.index('<ul class="lo-progress__counts"') :].partition("</ul>")[0]
    assert plain_text(counts.partition(">")[2]) == "1 åtgärdat 1 pågår 1 fått svar 1 väntar 1 positivt"


def test_a_stop_tells_its_measures_status_today_with_the_new_time_beside_the_old(tmp_path: Path) -> None:
    told = card(page(site(tmp_path)).body, "stopp-1")
    assert "försenad, pågår sedan 1 december 2025: Sju armaturer." not in told
    assert "pågår sedan 10 februari 2026: Sju armaturer. Ansvarig: Byns kommun." in told
    assert "Klart senast april 2026 (från början: hösten 2025)." in told
    assert "10 februari 2026: Fem av sju lampor lyser. Skäl: väntar på leverans." in told


def test_several_things_seen_at_a_stop_are_a_list(tmp_path: Path) -> None:
    assert "<li>Två lampor är trasiga.</li><li>Klotter på väggen.</li>" in page(site(tmp_path)).body


def test_a_joint_answer_stands_at_every_stop_that_it_reaches_and_once_by_itself(tmp_path: Path) -> None:
    body = page(site(tmp_path)).body
    assert "Vi klipper alla häckar i maj. Samlat svar för allt om växtlighet." in card(body, "stopp-3")
    assert body.count("Vi klipper alla häckar i maj.") == 2
    assert 'Gäller <a href="#stopp-3">stopp 3</a>.' in body


def test_a_joint_answer_that_reaches_no_stop_is_told_all_the_same(tmp_path: Path) -> None:
    body = plain_text(page(site(tmp_path)).body)
    assert "Ring 112 vid pågående brott." in body
    assert "Källan säger inte vilka stopp svaret gäller." in body


def test_a_stop_that_waits_is_told_against_the_municipalitys_own_goal(tmp_path: Path) -> None:
    body = page(site(tmp_path)).body
    assert "Kommunens egen tid för svar gick ut 14 januari 2026." in card(body, "stopp-2")
    assert (
        "Kommunens mål: svar inom 3 månader. 1 stopp väntar fortfarande på svar efter den tiden."
        in plain_text(body)
    )


def test_a_stop_with_neither_number_nor_id_has_no_anchor(tmp_path: Path) -> None:
    body = page(site(tmp_path)).body
    assert body.count('class="lo-card lo-stop') == 5
    assert re.findall(r'class="lo-card lo-stop[^>]*id="([^"]*)"', body) == [
        f"stopp-{n}" for n in (1, 2, 3, 4)
    ]


def test_a_missing_owner_is_said_at_each_stop_or_once_when_none_has_one(tmp_path: Path) -> None:
    told = plain_text(page(site(tmp_path)).body)
    assert told.count("Vem som äger platsen är inte angivet.") == 3
    text = "titel: Parken\nstopp:\n  - {nr: 1, plats: Ett}\n  - {nr: 2, plats: Två}\n"
    bare = plain_text(page(site(tmp_path / "annan", parken=text), "parken").body)
    assert bare.count("Vem som äger platserna är inte angivet.") == 1
    assert "Vem som äger platsen är inte angivet." not in bare


def test_the_same_place_on_an_earlier_walk_stands_beside_and_is_linked(tmp_path: Path) -> None:
    earlier = (
        "titel: Torget förra året\ndatum: 2024-10-22\nområden: [mitten]\n"
        "stopp:\n  - {nr: 7, plats: tunneln, iakttagelse: Mörkt}\n"
    )
    body = page(site(tmp_path, fore=earlier)).body
    assert '<a href="../fore/#stopp-7">22 oktober 2024: väntar sedan oktober 2024</a>' in body
    assert '<span>Mörkt. <a href="../fore/#stopp-7">Väntar sedan oktober 2024</a></span>' in body
    assert 'data-label="14 oktober 2025"' in body


KINDS: tuple[dict[str, str], ...] = (
    {"slag": "positivt"},
    {"svar": "Nej."},
    {"åtgärdat_i_ord": "Lagat."},
    {},
)


@given(st.lists(st.sampled_from(KINDS), min_size=1, max_size=12))
def test_the_numbers_of_the_sentence_add_up_to_the_stops(kinds: list[dict[str, str]]) -> None:
    stops = [{"nr": str(number), "plats": "Här", **kind} for number, kind in enumerate(kinds, 1)]
    walk = SafetyWalk.model_validate({"id": "torget", "titel": "Torget", "stopp": stops})
    kommun = Municipality.model_validate({"id": "kommun", "namn": "Byn"})
    made = Site(AsOf(Register(kommun, walks={"torget": walk}), small_town.TODAY), small_town.TODAY)
    said = summary(made, walk)
    counts = [one.count for one in progress_of_stops(made.as_of, walk).segments]
    numbers = [int(one) for one in re.findall(r"\d+", said)]
    if len(counts) > 1:
        assert numbers == [len(stops), *counts]
    else:
        assert numbers == ([] if len(stops) == 1 else [len(stops)])


# Walks without stops, planned, moved


def test_unpublished_stops_are_told_in_words_and_never_as_none(tmp_path: Path) -> None:
    told = site(
        tmp_path,
        hamnen="titel: Hamnen\ndatum: 2025-11\nstopp_i_ord: Listan prövas.\n",
        parken="titel: Parken\n",
    )
    for one in drawn(told).values():
        assert not re.search(r"\b0 stopp|Inga stopp", plain_text(one.body) + one.description)
    assert "Listan prövas." in page(told, "hamnen").body
    assert "Stoppen på vandringen är inte publicerade." in page(told, "parken").body


def test_a_planned_walk_comes_first_with_how_to_join_until_its_day_has_passed(tmp_path: Path) -> None:
    text = "titel: Parken\ndatum: 2026-04-21\ntid: 19:00–20:30\nskede: planerad\nanmälan: https://byn.example/a\n"
    before = drawn(site(tmp_path, parken=text))["vandringar/"].body
    assert "Tisdag 21 april 2026, klockan 19:00–20:30" in plain_text(before)
    assert 'href="https://byn.example/a"' in before
    assert before.index("Parken") < before.index('id="vandringar"')
    after = drawn(site(tmp_path, date(2026, 4, 22), parken=text))["vandringar/"].body
    assert "Ingen vandring är planerad just nu." in after
    assert "Inget är publicerat om att vandringen blev av" in after


def test_a_moved_walk_and_the_one_that_came_instead_name_each_other(tmp_path: Path) -> None:
    told = site(
        tmp_path,
        hamnen="titel: Hamnen\ndatum: 2025-09-18\nskede: flyttad\nskäl_i_ord: Storm.\nflyttad_till: piren\n",
        piren="titel: Piren\ndatum: 2025-11-05\n",
    )
    assert "Skäl: Storm." in page(told, "hamnen").body
    assert 'href="../piren/"' in page(told, "hamnen").body
    assert 'href="../hamnen/"' in page(told, "piren").body


def test_walks_are_listed_newest_first(tmp_path: Path) -> None:
    text = "titel: Parken\ndatum: våren 2024\n"
    body = drawn(site(tmp_path, parken=text))["vandringar/"].body
    assert body.rindex("Torget, 14 oktober 2025") < body.rindex("Parken, våren 2024")


def test_the_precision_of_a_date_is_kept(tmp_path: Path) -> None:
    text = "titel: Parken\ndatum: hösten 2021\nstopp:\n  - {nr: 1, plats: Bänken}\n"
    told = plain_text(page(site(tmp_path, parken=text), "parken").body)
    assert "Det enda stoppet väntar sedan hösten 2021." in told


def test_numbers_of_those_who_walked_are_told_as_they_were(tmp_path: Path) -> None:
    words = "titel: A\ndeltagare_antal: 36\ndeltagare_kvinnor: 11\ndeltagare_män: 25\n"
    both = words + "deltagare_i_ord: 36 i olika åldrar, varav 25 män och 11 kvinnor\n"
    told = site(
        tmp_path, a=words, b=both, c="titel: C\ndeltagare:\n  - {vilka: boende, antal_i_ord: drygt 30}\n"
    )
    assert "36 personer, varav 11 kvinnor och 25 män." in page(told, "a").body
    assert "36 i olika åldrar, varav 25 män och 11 kvinnor." in page(told, "b").body
    assert "36 personer" not in page(told, "b").body
    assert "<li>boende: drygt 30</li>" in page(told, "c").body


def test_what_an_editor_wrote_is_text_and_runs_nothing(tmp_path: Path) -> None:
    text = "titel: <img src=x>\nstopp:\n  - {nr: 1, plats: <script>a</script>, iakttagelse: <b>b</b>}\n"
    for one in drawn(site(tmp_path, ont=text)).values():
        assert "<img" not in one.body
        assert "<script>a" not in one.body
        assert "<b>b" not in one.body


# Maps


def test_every_point_of_a_map_is_in_the_list_by_its_id_and_every_placed_stop_is_on_the_map(
    tmp_path: Path,
) -> None:
    one = page(site(tmp_path))
    points = json.loads(one.files["kartor/vandring-torget.geojson"])["features"]
    assert [point["id"] for point in points] == ["stopp-1", "stopp-2", "stopp-4"]
    assert all(f'id="{point["id"]}"' in one.body for point in points)
    assert [point["properties"]["lank"] for point in points] == ["#stopp-1", "#stopp-2", "#stopp-4"]


def test_the_common_map_leads_to_each_stop_on_its_own_walk(tmp_path: Path) -> None:
    overview = drawn(site(tmp_path))["vandringar/"]
    points = json.loads(overview.files["kartor/vandringar.geojson"])["features"]
    assert [point["properties"]["lank"] for point in points] == [f"torget/#stopp-{n}" for n in (1, 2, 4)]
    assert all(f'href="torget/#stopp-{n}"' in overview.body for n in (1, 2, 3, 4))


def test_no_output_holds_a_place_finer_than_its_precision(tmp_path: Path) -> None:
    for one in drawn(site(tmp_path)).values():
        for text in (one.body.encode(), *one.files.values()):
            assert b"58.31407" not in text
            assert b"14.50679" not in text
    assert "område" in page(site(tmp_path)).files["kartor/vandring-torget.geojson"].decode()


def test_an_answer_that_names_no_stop_is_not_denied_at_a_stop_without_its_own(tmp_path: Path) -> None:
    """Real shape 54: answers for each category, while nobody knows which stops they are for."""
    loose = "titel: Parken\nstopp:\n  - {nr: 1, plats: Bänken, slag: brist}\n"
    told = "samlade_svar:\n  - {kategori: buskage och belysning, text: Plan upprättad.}\n"
    alone = page(site(tmp_path / "a", parken=loose), "parken").body
    answered = page(site(tmp_path / "b", parken=loose + told), "parken").body
    assert "Varken åtgärd eller svar är publicerat." in alone
    assert "Varken åtgärd eller svar är publicerat." not in answered
    assert "Inget eget svar är publicerat." in answered


def test_a_promise_of_time_without_a_walk_is_told_as_it_is_given() -> None:
    """Real shape 74: a municipality tells how walks are done, and that its own work is done within six months."""
    case = Path(__file__).parent / "cases" / "servicemal-for-vandringar" / "site_data"
    register, problems = load(case)
    assert not problems
    bodies = {
        one.address: one.body for one in all_pages(Site(AsOf(register, small_town.TODAY), small_town.TODAY))
    }
    said = [bodies["sa-raknar-vi/"], bodies["dokument/sa-gar-en-vandring-till/"]]
    texts = [plain_text(one) for one in said]
    assert "Det som ska åtgärdas ska vara åtgärdat inom 6 månader." in texts[0]
    assert "ska få svar inom" not in texts[0]
    for words in ("inom några veckor", "inte skulle fungera på platsen", "inom sex månader", "avkortad"):
        assert words in texts[1], words


def test_without_positions_there_is_no_map_but_a_sentence_and_the_list(tmp_path: Path) -> None:
    one = page(site(tmp_path, parken="titel: Parken\nstopp:\n  - {nr: 1, plats: Bänken}\n"), "parken")
    assert one.files == {}
    assert "<svg xmlns" not in one.body
    assert "Inga lägen är publicerade, så det finns ingen karta." in one.body


def route(folder: Path, points: list[tuple[float, float]]) -> None:
    marks = "".join(f'<trkpt lat="{lat}" lon="{lon}"/>' for lat, lon in points)
    text = f'<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>{marks}</trkseg></trk></gpx>'
    small_town.write(folder, {"kartor/rutt.gpx": text})


HOME, ALONG = (58.32, 14.51), [(58.31207, 14.50311), (58.3125, 14.5052), (58.31277, 14.50377)]
STOPS = TOWN["vandringar/torget.yml"].partition("samlade_svar")[2].replace(", noggrannhet: område", "")


def test_a_recorded_route_is_cut_at_the_outermost_stops(tmp_path: Path) -> None:
    route(tmp_path, [HOME, *ALONG, HOME])
    script = (
        page(site(tmp_path, torget=f"titel: Torget\nrutt: rutt.gpx\nsamlade_svar{STOPS}"))
        .files["kartor/vandring-torget.js"]
        .decode()
    )
    assert "14.5052" in script
    assert "58.32," not in script


def test_a_recording_without_stops_on_the_map_is_not_shown(tmp_path: Path) -> None:
    route(tmp_path, [HOME, *ALONG, HOME])
    one = page(site(tmp_path, parken="titel: Parken\nrutt: rutt.gpx\n"), "parken")
    assert one.files == {}


def test_the_route_of_a_planned_walk_is_an_invitation_and_shown_whole(tmp_path: Path) -> None:
    route(tmp_path, [HOME, *ALONG])
    text = "titel: Parken\nskede: planerad\nrutt: rutt.gpx\n"
    script = page(site(tmp_path, parken=text), "parken").files["kartor/vandring-parken.js"].decode()
    assert "[58.32, 14.51]" in script


def test_the_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    assert drawn(site(tmp_path)) == drawn(site(tmp_path))


# Real walks and hand-written pages


@pytest.mark.parametrize(
    "case",
    sorted(
        {
            name
            for one in CASES.glob("*/site_data/vandringar/*.yml")
            if not (name := one.parents[2].name).startswith("fel-")
        }
    ),
)
def test_a_published_walk_comes_out_unchanged(case: str) -> None:
    told = small_town.site(CASES / case / "site_data")
    pages = drawn(told)
    for id, walk in told.register.walks.items():
        text = plain_text(pages[f"vandringar/{id}/"].body)
        words = [walk.route_words, walk.purpose, walk.result_words, walk.participants_words, walk.stops_words]
        seen = [one for stop in walk.stops for one in (stop.place, *stop.seen, stop.priority, stop.answer)]
        answers = [one for joint in walk.answers for one in (joint.text, joint.due_words, joint.answered_by)]
        for one in filter(None, [*words, *seen, *answers]):
            assert one.lower() in text.lower()


def test_a_walks_map_can_be_placed_in_a_hand_written_page(tmp_path: Path) -> None:
    shown = placed(site(tmp_path), "om/", "content/om.md", "{{ loftet.vandringskarta(torget) }}")
    assert shown.startswith('<figure class="lo-karta"><link rel="stylesheet" href="../kartor/karta.css"><svg')
    assert '<a href="../vandringar/torget/">Torget, 14 oktober 2025: läs om varje stopp</a>' in shown
    assert "\n" not in shown


def test_a_walks_map_cannot_be_placed_where_walks_are_not_drawn(tmp_path: Path) -> None:
    told = site(tmp_path)
    without = Site(told.as_of, told.built, frozenset({"grund"}))
    with pytest.raises(DataError, match="Vandringarna ritas inte på den här webbplatsen"):
        placed(without, "om/", "content/om.md", "{{ loftet.vandringskarta(torget) }}")
