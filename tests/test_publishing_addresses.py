"""Nothing that was published disappears: the ledger, the two ways out, and what never changes an address."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from loftet.exports.feeds import ATOM
from loftet.loading.moves import load_moves
from loftet.model.register import KINDS
from loftet.publishing.kept import LEDGER, beside
from loftet.publishing.ledger import ledger_text, read_ledger
from loftet.publishing.offered import AddressKind
from small_town import TODAY, TOWN, drawn, history, published, published_now, refusals, write

MENDS = (
    "Annars finns två vägar, som skrivs i flyttat.yml under ”- adress: {}”: ”flyttad_till:” med den nya "
    "adressen, eller ”borttagen:” med datum, skäl och vem man frågar."
)


EXEMPELBY = Path(__file__).parent.parent / "site_data"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A small municipality whose addresses have been published."""
    data = write(tmp_path, TOWN)
    published(data)
    return data


def moved(data: Path, text: str) -> None:
    (data / "flyttat.yml").write_text(text, encoding="utf-8")


def page(data: Path, address: str) -> str:
    return next(one.body for one in drawn(data).pages if one.address == address)


def files(data: Path) -> dict[str, bytes]:
    return {name: content for one in drawn(data).pages for name, content in one.files.items()}


def test_pages_anchors_and_files_are_written_down_once_with_their_first_day(town: Path) -> None:
    """A ledger that is read and written again is the same bytes; a later day adds and never changes."""
    kept = history(town).kept
    before = kept.path(LEDGER).read_bytes()
    ledger, _ = read_ledger(kept)
    assert ledger["loften/ljus/"].title == "Ljus på torget"
    assert ledger["loften/ljus/#lampor"].kind is AddressKind.ANCHOR
    assert "vandringar/torget/#stopp-2" in ledger
    assert "uppfoljningar/februari/#ljus-buskar" in ledger
    assert ledger_text(ledger) == before
    write(town.parent, {"atgarder/buskar.yml": "titel: Klippa buskar\nåtagande: ljus/buskar\n"})
    published(town, date(2026, 3, 11))
    after = kept.path(LEDGER).read_bytes()
    assert after.startswith(before)
    assert b'"atgarder/buskar/"' in after.removeprefix(before)


def test_filters_are_not_kept_because_nobody_may_list_them(town: Path) -> None:
    """Only a page that search engines may list is promised to stay."""
    unlisted = {one.address for one in drawn(town).pages if not one.listed}
    assert unlisted
    assert not unlisted & set(history(town).ledger)


def test_a_page_that_would_vanish_is_refused_with_the_two_ways_out(town: Path) -> None:
    """Removing a record's file is not enough to remove what was published."""
    (town / "vandringar/torget.yml").unlink()
    (told,) = refusals(town)
    line = next(
        entry.line for entry in history(town).ledger.values() if entry.address == "vandringar/torget/"
    )
    assert told == (
        f"publicerat/adresser.jsonl:{line}: Sidan ”vandringar/torget/” (Torget, 14 oktober 2025) publicerades den "
        "10 mars 2026 men skulle försvinna, så att länkar dit slutar fungera.\n"
        f"  Gör så här: Lägg tillbaka posten med samma id. {MENDS.format('vandringar/torget/')}"
    )


def test_an_anchor_that_would_vanish_is_refused_and_a_changed_id_is_recognised(town: Path) -> None:
    """A stop that gets another number breaks a link just as a page does."""
    path = town / "vandringar/torget.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("nr: 2", "nr: 22"), encoding="utf-8")
    (told,) = refusals(town)
    assert "Stället på sidan ”vandringar/torget/#stopp-2” publicerades" in told
    assert "Har den bytt id? ”vandringar/torget/#stopp-22” liknar den." in told


def test_an_address_published_later_than_the_day_shown_is_not_missed(town: Path) -> None:
    """An earlier state can be drawn without what came after it."""
    (town / "vandringar/torget.yml").unlink()
    assert refusals(town, date(2026, 3, 9)) == []


def test_a_moved_page_becomes_a_redirect_that_needs_no_server_and_no_script(town: Path) -> None:
    """The old address answers with the new one; its anchors and rules for three servers come along."""
    (town / "loften/ljus.yml").rename(town / "loften/ljus-2025.yml")
    for name in ("atgarder/armaturer.yml", "uppfoljningar/februari.yml"):
        text = (town / name).read_text(encoding="utf-8")
        (town / name).write_text(text.replace("ljus/", "ljus-2025/"), encoding="utf-8")
    moved(town, "- adress: loften/ljus/\n  flyttad_till: loften/ljus-2025/\n")
    assert [one for one in refusals(town) if "loften/" in one.splitlines()[0]] == []
    made = files(town)
    redirect = made["loften/ljus/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../ljus-2025/">' in redirect
    assert '<link rel="canonical" href="https://byn.example/lovar/loften/ljus-2025/">' in redirect
    assert '<a href="../ljus-2025/">' in redirect
    assert '<p id="lampor">Stället som du söker finns nu <a href="../ljus-2025/#lampor">' in redirect
    lower = made["loften/ljus/lampor/index.html"].decode()
    assert "url=../../ljus-2025/lampor/" in lower
    assert b"/lovar/loften/ljus/ /lovar/loften/ljus-2025/ 301\n" in made["_redirects"]
    assert (
        b"location = /lovar/loften/ljus/ { return 301 /lovar/loften/ljus-2025/; }\n"
        in made["omdirigeringar/nginx.conf"]
    )
    assert (
        b"RedirectMatch 301 ^/lovar/loften/ljus/$ /lovar/loften/ljus-2025/\n"
        in made["omdirigeringar/apache.conf"]
    )


REMOVED = """\
- adress: vandringar/torget/
  borttagen:
    datum: 2026-03-05
    skäl: Protokollet hörde till en annan kommun.
    fråga: registrator@byn.example
"""


def test_a_removed_page_leaves_a_tombstone_that_says_what_when_why_and_whom_to_ask(town: Path) -> None:
    """Someone who follows an old link learns what became of it."""
    (town / "vandringar/torget.yml").unlink()
    moved(town, REMOVED)
    assert refusals(town) == []
    stone = page(town, "vandringar/torget/")
    for words in (
        "Borttagen sida: Torget",
        "Borttagen den 5 mars 2026",
        "Protokollet hörde till en annan kommun.",
        "Fråga registrator@byn.example.",
    ):
        assert words in stone
    assert '<p id="stopp-1">' in stone
    assert not next(one.listed for one in drawn(town).pages if one.address == "vandringar/torget/")


def test_a_site_from_which_a_record_was_removed_can_be_published(tmp_path: Path) -> None:
    """Page, embed, feed and data file stand at their addresses and say what became of it."""
    data = write(tmp_path, {**TOWN, "omraden/torg.yml": "namn: Torget\ntyp: plats\n"})
    published_now(data)
    for name in ("vandringar/torget.yml", "omraden/torg.yml"):
        (data / name).unlink()
    moved(data, REMOVED + REMOVED.replace("vandringar/torget/", "omraden/torg/"))
    assert published_now(data)[-1].startswith("Publicering 2 är klar")
    shown = tmp_path / "site"
    gone = "Togs bort den 5 mars 2026. Protokollet hörde till en annan kommun. Fråga registrator@byn.example."
    assert gone in (shown / "inbaddat/vandringar/torget/index.html").read_text(encoding="utf-8")
    feed = ET.fromstring((shown / "floden/omraden/torg.xml").read_bytes())
    (entry,) = feed.findall(f"{{{ATOM}}}entry")
    assert (entry.findtext(f"{{{ATOM}}}summary"), entry.findtext(f"{{{ATOM}}}updated")) == (
        gone,
        "2026-03-05T00:00:00+01:00",
    )


def test_a_year_keeps_its_page_when_the_last_record_of_it_gets_another_date(town: Path) -> None:
    """Nobody removed anything, so nobody is asked for a way out; the list of years leaves it out."""
    for name in ("torget", "parken"):
        path = town / f"vandringar/{name}.yml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("datum: 2025", "datum: 2024"), encoding="utf-8"
        )
    assert refusals(town) == []
    pages = {one.address: one for one in drawn(town).pages}
    assert "De har fått ett annat datum och hör nu till ett annat år." in pages["ar/2025/"].body
    assert not pages["ar/2025/"].listed
    assert "2025/" not in pages["ar/"].body
    moved(town, REMOVED.replace("vandringar/torget/", "ar/2025/"))
    assert refusals(town) == []
    assert "Borttagen sida: Året 2025" in page(town, "ar/2025/")


def test_one_row_removes_a_photo_in_all_its_sizes(town: Path) -> None:
    """Somebody who asks for a photo to be taken away is not kept waiting for six rows."""
    kept = history(town).kept
    sizes = [f"bilder/torget-{size}.{ending}" for size in (640, 1280) for ending in ("webp", "jpg")]
    rows = "".join(f'{{"adress": "{one}", "slag": "fil", "sedan": "2026-03-10"}}\n' for one in sizes)
    kept.path(LEDGER).write_text(kept.path(LEDGER).read_text(encoding="utf-8") + rows, encoding="utf-8")
    (told,) = refusals(town)
    assert "Filen ”bilder/torget-640.webp” publicerades" in told
    assert "”- adress: bilder/torget/”" in told
    moved(town, REMOVED.replace("vandringar/torget/", "bilder/torget/"))
    assert refusals(town) == []
    assert drawn(town).missing == frozenset(sizes)
    rules = files(town)["omdirigeringar/nginx.conf"].decode()
    assert "location = /lovar/bilder/torget-640.webp { return 410; }" in rules.splitlines()


def test_an_anchor_that_was_removed_keeps_an_element_that_says_so(town: Path) -> None:
    """A link to the old stop lands on the answer, not at the top of the page."""
    path = town / "vandringar/torget.yml"
    path.write_text(path.read_text(encoding="utf-8").rpartition("  - nr")[0], encoding="utf-8")
    moved(town, REMOVED.replace("torget/\n", "torget/#stopp-2\n"))
    assert refusals(town) == []
    assert '<p id="stopp-2">Det som stod här togs bort den 5 mars 2026.' in page(town, "vandringar/torget/")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "- adress: loften/ljus/\n  flyttad_till: parter/kommunen/\n",
            "site_data/flyttat.yml:1:11: ”loften/ljus/” finns kvar på webbplatsen, så den är varken flyttad "
            "eller borttagen.",
        ),
        (
            "- adress: loften/gammalt/\n  flyttad_till: loften/ljuss/\n",
            "site_data/flyttat.yml:1:11: ”loften/gammalt/” är flyttad till ”loften/ljuss/”, som inte finns på "
            "webbplatsen.\n  Gör så här: Menar du ”loften/ljus/”?",
        ),
        (
            "- adress: a/b/\n  flyttad_till: a/c/\n- adress: a/c/\n  flyttad_till: a/b/\n",
            "site_data/flyttat.yml:1:11: ”a/b/” är flyttad till ”a/c/”, som inte finns på webbplatsen.",
        ),
    ],
)
def test_a_move_that_cannot_be_right_is_told_at_its_row(town: Path, text: str, told: str) -> None:
    """Of what still stands, to what does not stand, and round in a ring."""
    moved(town, text)
    assert refusals(town)[0].startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- adress: loften/x/\n", "”loften/x/” ska vara antingen flyttad eller borttagen."),
        ("- adres: loften/x/\n  flyttad_till: om/\n", "Nyckeln ”adres” finns inte här."),
        ("- adress: ../x/\n  flyttad_till: om/\n", "”../x/” är inte en adress på webbplatsen."),
        ("- adress: x\n  borttagen:\n    datum: 2026-01-02\n    skäl: Fel.\n", "Nyckeln ”fråga” saknas."),
        ("adress: x\n", "Filen ska ha en lista av adresser."),
        (
            "- adress: x\n  flyttad_till: om/\n- adress: /x/\n  flyttad_till: om/\n",
            "Adressen ”x/” står två gånger: här och på rad 1.",
        ),
    ],
)
def test_flyttat_yml_is_read_as_strictly_as_every_other_file(tmp_path: Path, text: str, told: str) -> None:
    """A slip of the pen there would break links in silence."""
    moved(write(tmp_path, TOWN), text)
    _, problems = load_moves(tmp_path / "site_data")
    assert told in [problem.what for problem in problems]


def test_a_ledger_that_cannot_be_read_is_told_line_by_line(town: Path) -> None:
    """A ledger that was damaged must not pass for a shorter one."""
    kept = beside(town)
    with kept.path(LEDGER).open("a", encoding="utf-8") as file:
        file.write('{"adress": "loften/x/"}\n<<<<<<<\n')
    _, problems = read_ledger(kept)
    assert [problem.what for problem in problems] == ["Raden är inte en adress.", "Raden går inte att läsa."]


def test_a_build_refuses_before_the_old_site_is_touched(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs empties the old site after on_config: the refusal comes there."""
    monkeypatch.chdir(town.parent)
    (town / "vandringar/torget.yml").unlink()
    Path("content").mkdir()
    Path("mkdocs.yml").write_text(
        "site_name: Byn\ndocs_dir: content\ntheme:\n  name: material\nplugins:\n  - loftet:\n"
        '      idag: "2026-03-10"\n  - loftet/loften\n  - loftet/vandringar\n  - loftet/uppfoljning\n'
        "  - loftet/oppnadata\n",
        encoding="utf-8",
    )
    config = load_config("mkdocs.yml")
    with pytest.raises(PluginError, match="Sidan ”vandringar/torget/”"):
        config.plugins.on_config(config)


WORDS = st.text("abcåäö 123", min_size=1, max_size=20).map(str.strip).filter(bool)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=WORDS, year=st.integers(2010, 2030), above=st.integers(0, 3), deeper=st.booleans())
def test_no_title_year_place_or_company_changes_an_address(
    town: Path, title: str, year: int, above: int, deeper: bool
) -> None:
    """Renaming, moving to another file, adding records above, another year or status: every address stays."""
    for number in range(3):
        (town / f"vandringar/a{number}.yml").unlink(missing_ok=True)
    promise = TOWN["loften/ljus.yml"].replace("Ljus på torget", f'"x {title}"')
    promise = promise.replace("2026-12-31", f"{max(year, 2025)}-12-31")
    for old in (town / "loften").rglob("*.yml"):
        old.unlink()
    place = f"loften/{'aldre/' if deeper else ''}{'helt-annat-namn' if year % 2 else 'ljus'}.yml"
    write(town.parent, {place: f"id: ljus\n{promise}"})
    walk = TOWN["vandringar/torget.yml"].replace("2025-10-14", f"{year}-10-14")
    walk = walk.replace("stopp:\n", "stopp:\n  - nr: 99\n    plats: Överst\n" if above else "stopp:\n")
    walk = walk.replace("titel: Torget", "titel: Torget\nskede: följs upp")
    added = {
        f"vandringar/a{number}.yml": f"titel: Ny {number}\ndatum: 2026-01-0{number + 1}\n"
        for number in range(above)
    }
    write(town.parent, {"vandringar/torget.yml": walk, **added})
    assert refusals(town, TODAY) == []


@pytest.mark.slow
def test_every_kind_of_record_keeps_its_addresses_in_another_file_under_another_name(tmp_path: Path) -> None:
    """All of Exempelby's records are renamed, moved and given company above them: nothing published is missed."""
    data = tmp_path / "site_data"
    shutil.copytree(EXEMPELBY, data)
    before = published(data)
    promised = {address.partition("/")[0] for address in before.offered.lasting if "/" in address}
    assert {kind.folder for kind in KINDS if kind.folder} <= promised | NO_PAGE_OF_THEIR_OWN
    assert {"data", "floden", "kalender", "inbaddat", "kartor", "bilder", "original", "ar"} <= promised
    moved_files = 0
    for path in sorted(data.glob("*/*.yml")):
        text = path.read_text(encoding="utf-8")
        own = "" if re.search(r"^id:", text, re.MULTILINE) else f"id: {path.stem}\n"
        if path.parent.name != "uppfoljningar":  # what was published of a meeting may not be changed at all
            text = re.sub(r"^(titel|namn): .*", rf"\1: Nytt namn {moved_files}", text, flags=re.MULTILINE)
        place = path.parent / "aldre" / f"{900 - moved_files}-flyttad.yml"
        place.parent.mkdir(exist_ok=True)
        place.write_text(own + text, encoding="utf-8")
        path.unlink()
        moved_files += 1
    for path in data.glob("*.yml"):  # several of a kind in one file: renamed, and another put above them
        if path.stem in ABOVE:
            text = re.sub(
                r"^  (titel|namn): .*", r"  \1: Nytt namn", path.read_text(encoding="utf-8"), flags=re.M
            )
            path.write_text(
                f"- id: allra-overst\n  {ABOVE[path.stem].strip().replace(chr(10), chr(10) + '  ')}\n{text}",
                encoding="utf-8",
            )
    assert moved_files > 80
    write(tmp_path, {f"{folder}/aaa.yml": text for folder, text in ABOVE.items()})
    assert refusals(data) == []


NO_PAGE_OF_THEIR_OWN = {"arsuppfoljningar"}
ABOVE = {
    "loften": "titel: Först\n",
    "atgarder": "titel: Först\n",
    "vandringar": "titel: Först\ndatum: 2026-01-02\n",
    "omraden": "namn: Först\ntyp: plats\n",
    "parter": "namn: Först\ntyp: kommun\n",
}


def test_a_moved_records_data_file_stays_with_the_bytes_of_its_new_one(town: Path) -> None:
    """A program that reads the old file goes on working on a host without rules."""
    (town / "vandringar/torget.yml").rename(town / "vandringar/stora-torget.yml")
    moved(town, "- adress: vandringar/torget/\n  flyttad_till: vandringar/stora-torget/\n")
    assert refusals(town) == []
    new = drawn(town).files["data/vandringar/stora-torget.json"]
    assert files(town)["data/vandringar/torget.json"] == new
    moved(town, REMOVED)
    assert b'"fr\xc3\xa5ga": "registrator@byn.example"' in files(town)["data/vandringar/torget.json"]
