"""Laws of the pictures beside shared links: the figures as text, right letters everywhere, the same bytes."""

import re
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from loftet.charts.shapes import shape_geometry
from loftet.facts import AsOf
from loftet.loading import load
from loftet.model import statuses
from loftet.pages import all_pages
from loftet.pages.share_cards import COLOURS, share_pictures
from loftet.pages.site import Site
from loftet.pictures.share import SIZE, BarPart, Card, drawn

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 3, 1)
SVG = '<svg xmlns="http://www.w3.org/2000/svg"'
CARD = Card(
    "Medborgarlöfte", "Tryggare centrum", "3 åtaganden: 3 pågår.", "Uppgifterna gäller per 1 mars 2026", "Å"
)
FILES = {
    "kommun.yml": "namn: Provkommun\n",
    "loften/centrum.yml": "titel: Tryggare centrum\nåtaganden:\n  - id: ljus\n    text: Bättre ljus\n",
    "loften/utkast.yml": "titel: Hemligt\nutkast: ja\n",
    "vandringar/v-1.yml": "titel: Stationen\ndatum: 2025-10-14\nstopp:\n  - nr: 1\n    plats: Tunneln\n"
    "    läge:\n      lat: 58.3\n      lon: 14.5\n",
    "uppfoljningar/u-1.yml": "titel: Mars\npublicerad: 2026-02-01\nposter:\n  - om: centrum/ljus\n"
    "    bedömning: pågår\n",
}


def site_of(folder: Path, **changed: str) -> Site:
    for name, text in {**FILES, **changed}.items():
        path = folder / "site_data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    register, problems = load(folder / "site_data")
    assert not problems
    return Site(AsOf(register, TODAY), TODAY)


def is_seen(colour: str, picture: Image.Image) -> bool:
    """Tell whether anything in a picture is nearly of a colour."""
    apart = ImageChops.difference(picture, Image.new("RGB", picture.size, colour)).convert("L")
    return any(apart.histogram()[:40])


def sheet(card: Card) -> Image.Image:
    return Image.open(BytesIO(drawn(card))).convert("RGB")


def test_walks_promises_and_follow_ups_have_one_each_the_site_one_and_drafts_none(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    pictures = share_pictures(site)
    assert sorted(pictures) == [
        "delning/loften-centrum.png",
        "delning/start.png",
        "delning/uppfoljningar-u-1.png",
        "delning/vandringar-v-1.png",
    ]
    assert {page.share.address for page in all_pages(site) if page.share} == set(pictures)
    assert all(page.share for page in all_pages(site))
    for data in pictures.values():
        assert Image.open(BytesIO(data)).size == SIZE
        assert len(data) < 100_000


def test_what_the_picture_says_is_told_in_words_with_figures_and_day(tmp_path: Path) -> None:
    said = {page.address: page.share.words for page in all_pages(site_of(tmp_path)) if page.share}
    assert said["loften/centrum/"] == (
        "Medborgarlöfte: Tryggare centrum. 1 åtagande: pågår. Uppgifterna gäller per 1 februari 2026. Provkommun."
    )
    assert said["loften/centrum/ljus/"] == said["loften/centrum/"]
    assert said["om/"] == (
        "Medborgarlöften: Det här har Provkommun lovat. 1 åtagande: pågår. "
        "Uppgifterna gäller per 1 februari 2026. Provkommun."
    )
    assert said["vandringar/v-1/"].startswith(
        "Trygghetsvandring: Stationen, 14 oktober 2025. Det enda stoppet väntar sedan oktober 2025."
    )


def test_an_example_says_so_in_its_pictures(tmp_path: Path) -> None:
    site = site_of(tmp_path, **{"kommun.yml": "namn: Provkommun\nexempel: Påhittat.\n"})
    assert all(", exempel:" in page.share.words for page in all_pages(site) if page.share)


def test_a_group_that_is_left_out_draws_no_pictures(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    without = Site(site.as_of, TODAY, frozenset({"grund", "loften"}))
    assert list(share_pictures(without)) == ["delning/start.png", "delning/loften-centrum.png"]


def test_the_same_card_gives_the_same_bytes_in_another_run_and_without_fonts(tmp_path: Path) -> None:
    code = "from test_share_pictures import CARD, drawn, sys; sys.stdout.buffer.write(drawn(CARD))"  # no fonts, no home
    env = {
        "PYTHONPATH": f"{Path(__file__).parent}:{ROOT / 'plugins'}",
        "HOME": str(tmp_path),
        "PYTHONHASHSEED": "7",
    }
    again = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True).stdout
    assert again == drawn(CARD)


def test_swedish_letters_are_letters_and_not_empty_boxes() -> None:
    looks = {drawn(Card("", sign, "", "", "")) for sign in "åäöÅÄÖéü–—«»”§½\N{CJK UNIFIED IDEOGRAPH-4E00}"}
    assert len(looks) == 16


def test_text_in_the_map_is_drawn_with_the_same_font() -> None:
    frame = f'{SVG} viewBox="0 0 480 300"><text y="90" font-family="sans-serif">{{}}</text></svg>'
    empty, written = (sheet(Card("", "", "", "", "", map_svg=frame.format(text))) for text in ("", "Å"))
    assert empty.tobytes() != written.tobytes()


@given(st.text(max_size=400), st.text(max_size=900), st.lists(st.integers(1, 40), max_size=14), st.booleans())
def test_no_text_leaves_its_room_whatever_it_is(
    title: str, sentence: str, counts: list[int], beside: bool
) -> None:
    parts = tuple(BarPart(one, "<circle r='6'/>", "#000000") for one in counts)
    empty = f'{SVG} width="480" height="600"></svg>' if beside else None
    picture = sheet(Card(title, title, sentence, sentence, title, parts, empty))
    for box in ((0, 16, 60, 630), (1145, 16, 1200, 630), (0, 436, 1200, 452), (0, 600, 1200, 630)):
        assert not any(picture.crop(box).convert("L").histogram()[:250]), box


def test_a_map_is_never_cut_for_its_source_stands_at_its_foot() -> None:
    tall = f'{SVG} width="480" height="900"><rect y="880" width="480" height="20" fill="red"/></svg>'
    assert is_seen("red", sheet(Card("", "", "", "", "", map_svg=tall)))


def test_the_colours_are_those_of_the_style_sheet() -> None:
    tokens = (ROOT / "overrides" / "assets" / "tokens.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--lo-([a-z]+): (#[0-9a-f]{6});", tokens.split("@media")[0]))
    styles = (ROOT / "overrides" / "assets" / "components.css").read_text(encoding="utf-8")
    rules = re.findall(r"((?:\.lo-tone--[a-z]+,?\s*)+)\{\s*--lo-tone: var\(--lo-([a-z]+)\)", styles)
    told = {tone: light[name] for names, name in rules for tone in re.findall(r"lo-tone--([a-z]+)", names)}
    used = {status.tone for kind in (statuses.CommitmentStatus, statuses.StopStatus) for status in kind}
    assert {tone: COLOURS.get(tone, light["quiet"]) for tone in used} == {tone: told[tone] for tone in used}


def test_a_picture_is_kept_by_what_it_says(tmp_path: Path) -> None:
    first = share_pictures(site_of(tmp_path))
    kept = sorted(path.name for path in (tmp_path / ".cache" / "delning").glob("*.png"))
    assert len(kept) == 4
    for path in (tmp_path / ".cache" / "delning").glob("*.png"):
        path.write_bytes(b"kept")
    assert set(share_pictures(site_of(tmp_path)).values()) == {b"kept"}
    changed = share_pictures(site_of(tmp_path, **{"kommun.yml": "namn: Annanby\n"}))
    assert b"kept" not in changed.values()
    assert changed != first


@pytest.mark.parametrize("shape", sorted({status.shape for status in statuses.StopStatus}))
def test_a_shape_is_seen_in_the_bar_and_on_the_white_label_of_a_map(shape: str) -> None:
    """The plus, the cross and the letter are lines: white on the bar's colour, dark on a map's white label."""
    drawing = str(shape_geometry(shape))
    bar = sheet(Card("", "", "", "", "", (BarPart(1, drawing, "#2040a0"),))).crop((64, 452, 1136, 512))
    label = f'{SVG} viewBox="-10 -10 20 20"><rect x="-10" y="-10" width="20" height="20" fill="#fff"/>{drawing}</svg>'
    right = sheet(Card("", "", "", "", "", map_svg=label)).crop((660, 50, 1130, 500))
    assert is_seen("white", bar)
    assert is_seen("black", right)


@pytest.mark.parametrize("count", [1, 400])
def test_a_part_too_narrow_for_its_shape_is_still_seen(count: int) -> None:
    parts = (BarPart(count, "", "#ff0000"), BarPart(400, "", "#0000ff"))
    assert is_seen("red", sheet(Card("", "", "", "", "", parts)))
