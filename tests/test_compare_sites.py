"""Two builds are the same site when every file says the same, whoever made it."""

import gzip
from pathlib import Path

from compare_sites import differences, main

PAGE = '<html><meta name="generator" content="{maker}"><p>Hej</p>'


def site(folder: Path, **files: bytes) -> Path:
    """Write a built site: file names have _ for the dot."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    return folder


def test_pages_that_differ_only_in_the_name_of_their_generator_are_the_same(tmp_path: Path) -> None:
    one = site(tmp_path / "a", index_html=PAGE.format(maker="mkdocs-1.6.1").encode())
    other = site(tmp_path / "b", index_html=PAGE.format(maker="ProperDocs 1.6.7").encode())
    assert differences(one, other) == []


def test_packed_files_are_compared_by_what_is_in_them(tmp_path: Path) -> None:
    one = site(tmp_path / "a", sitemap_gz=gzip.compress(b"<x/>", mtime=1))
    other = site(tmp_path / "b", sitemap_gz=gzip.compress(b"<x/>", mtime=2))
    assert differences(one, other) == []


def test_a_line_that_differs_is_shown_with_its_number(tmp_path: Path) -> None:
    one = site(tmp_path / "a", data_csv=b"id\r\n1\r\n")
    other = site(tmp_path / "b", data_csv=b"id\r\n2\r\n")
    assert differences(one, other) == ["data.csv skiljer sig, rad 2: b'1' / b'2'"]


def test_a_file_that_only_one_site_has_is_named(tmp_path: Path) -> None:
    one, other = site(tmp_path / "a", x_txt=b""), site(tmp_path / "b", y_txt=b"")
    assert differences(one, other) == [f"x.txt finns bara i {one}", f"y.txt finns bara i {other}"]


def test_an_empty_site_is_not_taken_for_an_equal_one(tmp_path: Path) -> None:
    empty = site(tmp_path / "a")
    assert main([str(empty), str(empty)]) == 1
