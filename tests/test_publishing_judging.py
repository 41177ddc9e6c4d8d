"""Every judge of the built site has a case in which it is content and one in which it speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from loftet.loading import load
from loftet.publishing.judging import JUDGES, judged
from loftet.publishing.judging.built import Expected, read_built
from loftet.publishing.judging.leaks import draft_words
from small_town import ROOT, TODAY, TOWN, drawn, plainly_built, put, site, write

SOUND = {
    "index.html": f"""<html lang="sv"><head><link rel="canonical" href="{ROOT}"></head><body><h1>Start</h1>
<a href="loften/#ljus">Löftet</a> <a href="https://polisen.example/">Polisen</a> <a href="mailto:a@b.example">x</a>
<img src="bild.png" alt="Torget"></body></html>""",
    "loften/index.html": '<html lang="sv"><h1>Löften</h1><p id="ljus">Ljus</p><a href="../">Start</a></html>',
    "bild.png": "x",
    "sitemap.xml": f"<loc>{ROOT}</loc><loc>{ROOT}loften/</loc>",
    "data/loften.json": '{"titel": "Ljus"}',
}
LEDGER = ("", "loften/", "loften/#ljus", "data/loften.json")
CANARY = "Kanariefågeln kvittrar i skogen"


def faults(folder: Path, changed: dict[str, tuple[str, str]], expected: Expected) -> list[tuple[str, str]]:
    """Write the sound site with a piece of a file exchanged, and give what the judges say."""
    for name, text in SOUND.items():
        old, new = changed.get(name, ("", ""))
        assert old in text
        put(folder, name, text.replace(old, new))
    return [(one.file, one.what) for one in judged(read_built(folder, ROOT), expected)]


def test_a_sound_site_is_passed_by_every_judge(tmp_path: Path) -> None:
    """Links to other sites, a mail address and pictures of one's own are all right."""
    assert faults(tmp_path, {}, Expected(LEDGER, (CANARY,))) == []


PAGE, START, DATA = "loften/index.html", "index.html", "data/loften.json"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (PAGE, '"../"', '"../borta/"', "Länken ../borta/ leder till en sida som inte finns."),
        (START, "#ljus", "#mörker", "Länken loften/#mörker leder till ett ställe som inte finns på sidan."),
        (START, "loften/#ljus", f"{ROOT}borta/", f"Länken {ROOT}borta/ leder till en sida som inte finns."),
        (
            START,
            "bild.png",
            "//cdn.example/b.png",
            "Sidan hämtar //cdn.example/b.png från en annan värd, som då får veta vem som läser.",
        ),
        (PAGE, "<h1>", '<h1 id="ljus">', "Ankaret ”ljus” står 2 gånger på sidan."),
        (PAGE, "Ljus</p>", "Ljus</p><h1>Till</h1>", "Sidan har 2 huvudrubriker (h1), den ska ha en."),
        (PAGE, "<h1>Löften</h1>", "", "Sidan har 0 huvudrubriker (h1), den ska ha en."),
        (PAGE, ' lang="sv"', "", "Sidan säger inte vilket språk den är skriven på (lang)."),
        (PAGE, "Ljus<", f"{CANARY}<", "Här står text ur ett utkast, som inte är publicerat."),
        (
            PAGE,
            "Ljus<",
            "Kanarie\u00adfågeln <b>kvittrar</b> i\nskogen<",
            "Här står text ur ett utkast, som inte är publicerat.",
        ),
        (DATA, "Ljus", CANARY, "Här står text ur ett utkast, som inte är publicerat."),
        (DATA, "Ljus", "850709-9805", "Här står ett personnummer: det börjar med 85 och har 10 siffror."),
    ],
)
def test_a_fault_is_told_with_the_file_it_stands_in(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    """One piece exchanged, one judge speaks."""
    assert faults(tmp_path, {file: (old, new)}, Expected((), (CANARY,))) == [(file, told)]


def test_a_published_address_that_is_not_built_is_told(tmp_path: Path) -> None:
    """Page, anchor and file, whatever the generator did with them."""
    gone = ("loften/gammalt/", "loften/#mörker", "data/gammalt.json")
    what = "Adressen är publicerad men finns inte i den byggda webbplatsen."
    assert faults(tmp_path, {}, Expected(gone)) == [(one, what) for one in sorted(gone)]


def test_the_sitemap_names_all_that_may_be_listed_and_nothing_else(tmp_path: Path) -> None:
    """A page left out is not found; one that is named against its will is."""
    changed = {
        "sitemap.xml": ("<loc>", "<loc>x</loc><loc>"),
        PAGE: ('lang="sv">', 'lang="sv"><meta name="robots" content="noindex">'),
    }
    assert [what for _, what in faults(tmp_path, changed, Expected())] == [
        f"Webbplatskartan nämner {ROOT}loften/, som inte ska listas.",
        "Webbplatskartan nämner x, som inte ska listas.",
    ]
    (tmp_path / "sitemap.xml").unlink()
    told = [one.what for one in judged(read_built(tmp_path, ROOT), Expected())]
    assert told == [f"Webbplatskartan saknar {ROOT}."]


def test_each_judge_is_asked_and_has_a_place_in_the_tuple() -> None:
    """A judge that nobody asks finds nothing."""
    assert len(JUDGES) == len({judge.__name__ for judge in JUDGES}) == 9


DRAFTS = {
    "parter/hemlig.yml": f"namn: {CANARY} part\ntyp: kommun\nutkast: ja\n",
    "loften/hemligt.yml": f"titel: {CANARY} löfte\nutkast: ja\nåtaganden:\n  - id: a\n    text: {CANARY} åtagande\n",
    "atgarder/hemlig.yml": f"titel: {CANARY} åtgärd\nbeskrivning: {CANARY} text\nutkast: ja\nåtagande: ljus/lampor\n",
    "vandringar/hemlig.yml": (
        f"titel: {CANARY} vandring\nutkast: ja\ndatum: 2026-01-14\nstopp:\n  - nr: 1\n    plats: {CANARY} plats\n"
    ),
    "uppfoljningar/hemlig.yml": (
        "skede: utkast\ngäller_per: 2026-03-01\nposter:\n  - om: armaturer\n    bedömning: genomförd\n"
        f"    text: {CANARY} post\n"
    ),
    "rattelser/hemlig.yml": (
        f"rättar: februari\nutkast: ja\ndatum: 2026-03-01\nstod: {CANARY} stod\nska_vara: {CANARY} ska\n"
        f"varför: {CANARY} varför\n"
    ),
    "moten/hemligt.yml": f"titel: {CANARY} möte\ndatum: 2026-03-05\nutkast: ja\n",
}


def test_no_text_of_any_draft_is_in_any_file_of_a_site_that_is_drawn(tmp_path: Path) -> None:
    """Canaries in every kind of draft are heard in no page and no data file."""
    data = write(tmp_path, {**TOWN, **DRAFTS})
    words = draft_words(load(data)[0])
    assert len(words) == 12
    plainly_built()(tmp_path / "site", site(data), drawn(data))
    built = tmp_path / "site"
    assert drawn(data, TODAY).offered.lasting
    assert judged(read_built(built, ROOT), Expected((), words)) == ()
    put(built, "data/lacka.json", f'{{"x": "{words[0]}"}}')
    assert [one.file for one in judged(read_built(built, ROOT), Expected((), words))] == ["data/lacka.json"]
