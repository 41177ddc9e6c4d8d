"""The pages of a snapshot that open from a disk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

from loftet.publishing.readable import readable_pages

POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">"

SITE = {
    "index.html": b'<a href="loften/">A</a> <a href="loften/#mal">B</a> <img src="bilder/a.jpg" alt="">',
    "404.html": b'<a href="/loften/">A</a>',
    "loften/index.html": b'<link href="../assets/a.css"><a href="..">Start</a> <a href="./">Hit</a> '
    b'<a href="https://exempelby.example/">Ut</a> <a href="#hit">Ner</a> <a href="mailto:a@b.example">Brev</a>',
    "gammal/index.html": b'<meta http-equiv="refresh" content="0; url=../loften/"><a href="../finns-inte/">X</a>',
    "vandringar/v/index.html": b'<source srcset="../../bilder/a.jpg 480w, ../../bilder/b.jpg 960w">'
    b'<script src="../../a.js"></script>' + POLICY.encode() + b"<script>alert(1)\n</script><p>Text</p>",
    "assets/a.css": b"",
    "bilder/a.jpg": b"",
    "bilder/b.jpg": b"",
}


def links(pages: Mapping[str, bytes]) -> list[str]:
    """Give every file that a page leads to, by its path in the snapshot."""
    found = []
    for name, data in pages.items():
        for written in re.findall(r'(?:href|src)="([^"]*)"', data.decode()):
            if not re.match(r"[a-z]+:|#", written):
                found.append(normpath(join(dirname(name), unquote(written.split("#")[0]))))
    return found


def test_each_link_leads_to_a_file_of_the_snapshot() -> None:
    pages = dict(readable_pages({key: SITE[key] for key in SITE if key != "gammal/index.html"}))
    assert set(links(pages)) - {"oppna/assets/a.css"} <= {*SITE, *pages}
    assert len(links(pages)) == 6


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("oppna/index.html", 'href="loften/index.html"'),
        ("oppna/index.html", 'href="loften/index.html#mal"'),
        ("oppna/index.html", 'src="../bilder/a.jpg"'),
        ("oppna/loften/index.html", 'href="../../assets/a.css"'),
        ("oppna/loften/index.html", 'href="../index.html"'),
        ("oppna/loften/index.html", 'href="index.html"'),
        ("oppna/loften/index.html", 'href="https://exempelby.example/"'),
        ("oppna/loften/index.html", 'href="#hit"'),
        ("oppna/loften/index.html", 'href="mailto:a@b.example"'),
        ("oppna/gammal/index.html", 'content="0; url=../loften/index.html"'),
        ("oppna/gammal/index.html", 'href="../finns-inte/"'),
        ("oppna/vandringar/v/index.html", 'srcset="../../../bilder/a.jpg 480w, ../../../bilder/b.jpg 960w"'),
    ],
)
def test_a_link_is_as_a_disk_wants_it(page: str, wanted: str) -> None:
    assert wanted in dict(readable_pages(SITE))[page].decode()


def test_no_script_and_no_policy_is_left() -> None:
    page = dict(readable_pages(SITE))["oppna/vandringar/v/index.html"].decode()
    assert "script" not in page
    assert "Content-Security-Policy" not in page
    assert page.endswith("<p>Text</p>")


def test_the_page_for_what_is_not_found_is_left_out() -> None:
    assert [name for name in dict(readable_pages(SITE)) if "404" in name] == []
