"""The links of a built site are judged on its files, as a browser would read them."""

from pathlib import Path

from judge_links import clicks, faults, main, read

HOME = '<link rel="canonical" href="https://kommun.example/lofte/">'


def built(folder: Path, **pages: str) -> Path:
    """Write a site for https://kommun.example/lofte/: `index` is its start, `a_b` is the folder a/b."""
    for name, body in pages.items():
        home = folder if name == "index" else folder / name.replace("_", "/")
        home.mkdir(parents=True, exist_ok=True)
        canonical = HOME if name == "index" else ""
        (home / "index.html").write_text(
            f"<html><head>{canonical}</head><body>{body}</body>", encoding="utf-8"
        )
    return folder


def test_a_link_to_a_page_and_anchor_that_exist_is_right(tmp_path: Path) -> None:
    folder = built(tmp_path, index='<a href="loften/#mål">x</a>', loften='<p id="mål"><a href="../">upp</a>')
    assert faults(read(folder)) == []


def test_a_link_to_a_missing_page_is_named_with_the_page_it_stands_on(tmp_path: Path) -> None:
    folder = built(tmp_path, index="", loften='<a href="../atgarder/">x</a>')
    assert faults(read(folder)) == ["loften/index.html: ../atgarder/ finns inte"]


def test_a_link_to_a_missing_anchor_is_a_fault(tmp_path: Path) -> None:
    folder = built(tmp_path, index='<a href="#borta">x</a>')
    assert faults(read(folder)) == ["index.html: #borta pekar på ett ankare som inte finns"]


def test_the_sites_own_whole_addresses_are_judged_as_its_pages(tmp_path: Path) -> None:
    folder = built(
        tmp_path, index='<a href="https://kommun.example/lofte/borta/">x</a><a href="/lofte/">y</a>'
    )
    assert faults(read(folder)) == ["index.html: https://kommun.example/lofte/borta/ finns inte"]


def test_a_link_to_another_site_is_right_but_a_picture_from_there_is_not(tmp_path: Path) -> None:
    links = '<a href="https://polisen.example/">x</a><a href="mailto:a@b.example">y</a>'
    folder = built(tmp_path, index=links + '<img src="//cdn.example/a.png">')
    assert faults(read(folder)) == ["index.html: hämtar //cdn.example/a.png från en annan värd"]


def test_clicks_are_the_fewest_from_the_start_page(tmp_path: Path) -> None:
    folder = built(
        tmp_path,
        index='<a href="a/">a</a><a href="b/">b</a>',
        a='<a href="../d/">d</a><a href="../">start</a>',
        b='<a href="../c/">c</a>',
        c='<a href="../d/">d</a>',
        d="",
    )
    steps = clicks(read(folder))
    assert {path.split("/")[0]: count for path, count in steps.items()} == {
        "index.html": 0,
        "a": 1,
        "b": 1,
        "c": 2,
        "d": 2,
    }


def test_a_page_that_no_page_leads_to_is_a_fault_when_clicks_are_counted(tmp_path: Path) -> None:
    folder = built(tmp_path, index="", gömd="", nya='<meta name="robots" content="noindex">')
    assert faults(read(folder), 3) == ["gömd/index.html: nås inte från startsidan"]


def test_a_kind_of_page_is_too_far_when_its_nearest_page_is(tmp_path: Path) -> None:
    folder = built(
        tmp_path,
        index='<a href="a/">a</a>',
        a='<a href="../b/">b</a>',
        b='<a href="../c/x/">c</a>',
        c_x="",
    )
    assert faults(read(folder), 2) == ["c/<id>/: 3 klick från startsidan"]


def test_a_folder_without_pages_is_a_fault(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 1
