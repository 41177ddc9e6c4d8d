"""How far each page is from the start, and what the script of the judges says of a built site."""

from pathlib import Path

import pytest

from judge_site import main
from loftet.publishing.judging.built import read_built
from loftet.publishing.judging.reach import clicks, within_reach


def built(folder: Path, **pages: str) -> Path:
    """Write a site for https://kommun.example/lofte/: `index` is its start, `a_b` is the folder a/b."""
    address = "https://kommun.example/lofte/"
    listed = []
    for name, body in pages.items():
        own = "" if name == "index" else f"{name.replace('_', '/')}/"
        (folder / own).mkdir(parents=True, exist_ok=True)
        head = f'<link rel="canonical" href="{address}{own}">'
        text = f'<html lang="sv"><head>{head}</head><body><h1>x</h1>{body}</body></html>'
        (folder / own / "index.html").write_text(text, encoding="utf-8")
        listed += [] if "noindex" in body else [f"<loc>{address}{own}</loc>"]
    (folder / "sitemap.xml").write_text("".join(listed), encoding="utf-8")
    return folder


def far(folder: Path, most: int) -> list[str]:
    return [str(one) for one in within_reach(read_built(folder), most)]


def test_clicks_are_the_fewest_from_the_start_page(tmp_path: Path) -> None:
    folder = built(
        tmp_path,
        index='<a href="a/">a</a><a href="b/">b</a>',
        a='<a href="../d/">d</a><a href="../">start</a>',
        b='<a href="../c/">c</a>',
        c='<a href="../d/">d</a>',
        d="",
    )
    steps = clicks(read_built(folder))
    assert {path.split("/")[0]: count for path, count in steps.items()} == {
        "index.html": 0,
        "a": 1,
        "b": 1,
        "c": 2,
        "d": 2,
    }


def test_a_page_that_no_page_leads_to_is_a_fault_when_clicks_are_counted(tmp_path: Path) -> None:
    folder = built(tmp_path, index="", gömd="", nya='<meta name="robots" content="noindex">')
    assert far(folder, 3) == ["gömd/index.html: Sidan nås inte från startsidan."]


def test_a_kind_of_page_is_too_far_when_its_nearest_page_is(tmp_path: Path) -> None:
    folder = built(
        tmp_path,
        index='<a href="a/">a</a>',
        a='<a href="../b/">b</a>',
        b='<a href="../c/x/">c</a>',
        c_x="",
    )
    assert far(folder, 2) == ["c/<id>/: Sidorna ligger 3 klick från startsidan, de får ligga högst 2."]


def test_the_script_says_every_fault_and_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each judge of a publication is asked, not the links alone."""
    folder = built(tmp_path, index='<p id="a"></p><p id="a"></p><a href="borta/">x</a>', ensam="")
    assert main([str(folder), "--clicks", "3"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "index.html: Ankaret ”a” står 2 gånger på sidan.",
        "index.html: Länken borta/ leder till en sida som inte finns.",
        "ensam/index.html: Sidan nås inte från startsidan.",
        "2 sidor, 3 fel.",
    ]
    assert main([str(built(tmp_path / "hel", index=""))]) == 0


def test_a_folder_without_pages_is_a_fault(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 1
