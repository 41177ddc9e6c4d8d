"""Laws of the originals that are kept with the site: the very bytes, with their hash, of kinds that run nothing."""

import os
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html

from loftet.checks import judge
from loftet.facts import AsOf
from loftet.loading import load
from loftet.model.register import Register
from loftet.originals import published
from loftet.pages import all_pages
from loftet.pages.site import Site
from loftet.wording import size_text
from made_photos import jpeg

TODAY = date(2026, 3, 1)
PDF = b"%PDF-1.7\n" + b"x" * 119_500
NOTE = b"Sju."
PROMISE = """\
id: centrum
titel: Tryggare centrum
period_i_ord: 2019/2020
original:
  - fil: {file}
    utgivare: Provkommun
"""

QUOTED = (
    PROMISE
    + """\
    form: FORM
uppgifterna_skiljer_sig:
  - om: hur många lampor
    lydelser:
      - text: sju
        utgivare: Provkommun
        fil: {file}
      - text: åtta
        utgivare: Polisen
"""
)


def register_of(folder: Path, data: bytes = PDF, file: str = "lofte.pdf", record: str = PROMISE) -> Register:
    site_data = folder / "site_data"
    (site_data / "loften").mkdir(parents=True)
    (site_data / "original").mkdir()
    (site_data / "kommun.yml").write_text("namn: Provkommun\n", encoding="utf-8")
    (site_data / "loften" / "centrum.yml").write_text(record.format(file=file), encoding="utf-8")
    (site_data / "original" / file).write_bytes(data)
    register, problems = load(site_data)
    assert not problems
    return register


def problems_of(register: Register) -> list[str]:
    return [str(one) for one in judge(register, TODAY)[0]]


def test_an_original_is_published_byte_for_byte(tmp_path: Path) -> None:
    assert published(register_of(tmp_path)) == {"original/lofte.pdf": PDF}


def test_the_source_line_links_to_the_copy_and_tells_its_kind_size_and_hash(tmp_path: Path) -> None:
    site = Site(AsOf(register_of(tmp_path), TODAY), TODAY)
    body = next(page.body for page in all_pages(site) if page.address == "loften/centrum/")
    (line,) = html.fromstring(f"<div>{body}</div>").xpath("//p[@class='lo-source']")
    assert line.text_content() == (
        f"Källa: Provkommun (sparad kopia, PDF, 120\u00a0kB). Filens SHA-256: {sha256(PDF).hexdigest()}"
    )
    assert [one.get("href") for one in line.xpath(".//a")] == ["../../original/lofte.pdf"]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("original", "sparad kopia"),
        ("avskrift", "sparad avskrift, inte dokumentet självt"),
        ("anteckning", "sparad anteckning ur källan, inte dokumentet självt"),
    ],
)
def test_a_kept_file_is_told_to_be_what_it_is(tmp_path: Path, form: str, words: str) -> None:
    """A note or a transcript is never taken for the document itself, in its line or beside what it is quoted for."""
    register = register_of(tmp_path, NOTE, "not.txt", QUOTED.replace("FORM", form))
    assert problems_of(register) == []
    page = next(
        one for one in all_pages(Site(AsOf(register, TODAY), TODAY)) if one.address == "loften/centrum/"
    )
    lines = [
        (" ".join(one.text_content().split()), [link.get("href") for link in one.xpath(".//a")])
        for one in html.fromstring(f"<div>{page.body}</div>").xpath("//p[@class='lo-source']")
    ]
    seal = f"Filens SHA-256: {sha256(NOTE).hexdigest()}"
    there = ["../../original/not.txt"]
    assert lines == [
        (f"{words[0].upper()}{words[1:]}, text, 1 kB. {seal}", there),
        (f"Källa: Provkommun ({words}, text, 1 kB). {seal}", there),
    ]


@pytest.mark.parametrize(
    ("form", "heading", "quotes"),
    [("original", "Så skriver", 2), ("avskrift", "Så skriver", 2), ("anteckning", "Enligt", 1)],
)
def test_what_rests_on_a_note_is_not_shown_as_a_quotation(
    tmp_path: Path, form: str, heading: str, quotes: int
) -> None:
    """A note has the facts of a source in other words, so what is taken from it is told and not quoted."""
    register = register_of(tmp_path, NOTE, "not.txt", QUOTED.replace("FORM", form))
    page = next(
        one for one in all_pages(Site(AsOf(register, TODAY), TODAY)) if one.address == "loften/centrum/"
    )
    shown = html.fromstring(f"<div>{page.body}</div>")
    headings = [one.text for one in shown.xpath("//p[@class='lo-original__heading']")]
    assert headings == [f"{heading} Provkommun", "Så skriver Polisen"]
    assert len(shown.xpath("//figure[@class='lo-original']/blockquote")) == quotes


def test_a_source_that_was_read_in_a_stored_copy_is_not_said_to_be_fetched(tmp_path: Path) -> None:
    """The day is told with what it is the day of: nobody may take it for a visit to the address."""
    register = register_of(tmp_path, record=PROMISE + "    läst_i_kopia: 2026-02-03\n")
    assert problems_of(register) == []
    body = next(
        one.body for one in all_pages(Site(AsOf(register, TODAY), TODAY)) if one.address == "loften/centrum/"
    )
    (line,) = html.fromstring(f"<div>{body}</div>").xpath("//p[@class='lo-source']")
    told = " ".join(line.text_content().split())
    assert told.startswith("Källa: Provkommun, läst 3 februari 2026 i en lagrad kopia (sparad kopia, PDF,")
    assert "hämtad" not in told


def test_a_draft_keeps_its_originals_to_itself(tmp_path: Path) -> None:
    register = register_of(tmp_path, record=PROMISE + "utkast: ja\n")
    assert published(AsOf(register, TODAY).public) == {}


@pytest.mark.parametrize("written", [str.upper, str.lower])
def test_the_stated_hash_may_be_written_in_either_case(tmp_path: Path, written: type[str]) -> None:
    stated = written(sha256(PDF).hexdigest())
    assert problems_of(register_of(tmp_path, record=PROMISE + f"    sha256: {stated}\n")) == []


def test_another_file_than_the_stated_hash_was_taken_of_is_told(tmp_path: Path) -> None:
    register = register_of(tmp_path, record=PROMISE + "    sha256: abc\n")
    assert problems_of(register) == [
        "site_data/loften/centrum.yml:7:5: Filen ”lofte.pdf” är inte den som kontrollsumman gäller.\n"
        f"  Gör så här: Hämta originalet igen. Är filen rätt, skriv ”sha256: {sha256(PDF).hexdigest()}”."
    ]


@pytest.mark.parametrize(
    ("file", "data", "what", "mend"),
    [
        (
            "lofte.html",
            b"<script>",
            "”lofte.html” är inte en sorts fil som publiceras.",
            "Spara dokumentet som PDF. Det går också med txt, csv, png och jpg.",
        ),
        (
            "lofte.svg",
            b"<svg/>",
            "”lofte.svg” är inte en sorts fil som publiceras.",
            "Spara dokumentet som PDF. Det går också med txt, csv, png och jpg.",
        ),
        (
            "Löfte 7.pdf",
            PDF,
            "Filnamnet ”Löfte 7.pdf” kan inte stå i en adress.",
            "Byt namn på filen till ”lofte-7.pdf”.",
        ),
        (
            "lofte.pdf",
            b"<html><script>",
            "Filen ”lofte.pdf” är inte PDF, som namnet säger.",
            "Spara dokumentet på nytt.",
        ),
        (
            "rader.csv",
            b"a\0b",
            "Filen ”rader.csv” är inte CSV, som namnet säger.",
            "Spara dokumentet på nytt.",
        ),
        (
            "foto.jpg",
            jpeg(),
            "Bilden ”foto.jpg” säger var den är tagen (GPS).",
            "Spara den utan plats, eller som PDF.",
        ),
    ],
)
def test_what_may_not_be_published_is_told_and_is_not(
    tmp_path: Path, file: str, data: bytes, what: str, mend: str
) -> None:
    register = register_of(tmp_path, data, file)
    assert problems_of(register) == [f"site_data/loften/centrum.yml:5:5: {what}\n  Gör så här: {mend}"]
    if file != "foto.jpg":
        assert published(register) == {}


def test_a_link_out_of_the_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "hemligt.pdf"
    secret.write_bytes(PDF)
    register = register_of(tmp_path)
    place = tmp_path / "site_data" / "original" / "lofte.pdf"
    place.unlink()
    place.symlink_to(secret)
    assert problems_of(register) == [
        "site_data/loften/centrum.yml:5:5: Filen ”lofte.pdf” är en länk ut ur mappen original/.\n"
        "  Gör så här: Lägg själva filen i mappen."
    ]
    assert published(register) == {}


def test_a_huge_original_is_told_and_not_read(tmp_path: Path) -> None:
    register = register_of(tmp_path)
    os.truncate(tmp_path / "site_data" / "original" / "lofte.pdf", 100_000_000)
    assert problems_of(register) == [
        "site_data/loften/centrum.yml:5:5: Filen ”lofte.pdf” är för stor (100 MB, högst 50 MB).\n"
        "  Gör så här: Spara dokumentet mindre."
    ]
    assert not list(published(register))


@pytest.mark.parametrize("name", ["../kommun.yml", "/etc/passwd", "..\\kommun.yml", "a/../../kommun.yml"])
def test_a_name_that_climbs_is_refused_when_it_is_read(tmp_path: Path, name: str) -> None:
    register_of(tmp_path)
    place = tmp_path / "site_data" / "loften" / "centrum.yml"
    place.write_text(PROMISE.format(file=name), encoding="utf-8")
    _, problems = load(tmp_path / "site_data")
    assert [one.what for one in problems] == [f"”{name}” ligger utanför mappen."]


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 kB"),
        (1, "1 kB"),
        (119_001, "120 kB"),
        (999_000, "999 kB"),
        (999_001, "1,0 MB"),
        (1_150_000, "1,2 MB"),
    ],
)
def test_a_size_is_told_in_round_words_and_never_too_small(size: int, words: str) -> None:
    assert size_text(size).replace("\u00a0", " ") == words
