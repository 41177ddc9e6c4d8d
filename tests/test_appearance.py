"""The look that mkdocs.yml sets: a colour that all can read, a logo that is there, drawings that are only that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.config import load_config

from loftet.cli import main
from loftet.mkdocs_plugins.appearance import GROUNDS, faults
from loftet.pictures import drawing
from small_town import SETTINGS, TOWN, put, write

TOKENS = Path(__file__).parents[1] / "overrides/assets/tokens.css"
GOOD = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
    "<style>.a{fill:url(#b)}</style><path class='a' d='M0 0h9'/></svg>"
)


def town(folder: Path, extra: dict[str, object]) -> Path:
    """Write a town whose mkdocs.yml says this under extra; gives mkdocs.yml."""
    write(folder, TOWN)
    put(folder, "content/vapen.svg", GOOD)
    settings = yaml.safe_load(SETTINGS) | {"extra": {"scope": "/", **extra}}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return folder / "mkdocs.yml"


def told(folder: Path, **extra: object) -> list[str]:
    return [str(one) for one in faults(load_config(str(town(folder, extra))))]


def test_a_colour_that_cannot_be_read_is_a_fault_that_names_the_nearest_that_can(tmp_path: Path) -> None:
    (one,) = told(tmp_path, accent={"ljus": "#ffcc00"})
    assert re.fullmatch(
        r"mkdocs\.yml:\d+: Färgen #ffcc00 går inte att läsa på den ljusa sidan: kontrasten är 1,4:1, minst 4,5:1\.\n"
        r"  Gör så här: Skriv '#[0-9a-f]{6}', den närmaste som går\.",
        one,
    )
    near = re.search(r"'(#\w+)'", one)
    assert near
    assert told(tmp_path, accent={"ljus": near[1]}) == []


def test_the_dark_side_is_judged_too(tmp_path: Path) -> None:
    (one,) = told(tmp_path, accent={"ljus": "#075a6b", "mork": "#075a6b"})
    assert "på den mörka sidan" in one


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    assert re.findall(r"--lo-paper-soft: (#\w+);", TOKENS.read_text(encoding="utf-8"))[:2] == list(
        GROUNDS.values()
    )


@pytest.mark.parametrize(
    ("extra", "what"),
    [
        ({"accent": {"ljus": "red; } body { display: none"}}, "är ingen färg."),
        ({"accent": {"light": "#075a6b"}}, "”light” finns inte i accent."),
        ({"accent": "#075a6b"}, "”accent” ska ha två färger."),
        ({"logo": "https://angripare.example/vapen.svg"}, "ligger inte på webbplatsen."),
        ({"logo": "//angripare.example/vapen.svg"}, "ligger inte på webbplatsen."),
        ({"logo": "../vapen.svg"}, "ligger inte på webbplatsen."),
        ({"logo": "vapen.html"}, "är ingen bild som visas."),
        ({"logo": "borta.svg"}, "finns inte."),
    ],
)
def test_a_setting_that_is_no_colour_and_no_picture_of_the_site_is_a_fault(
    tmp_path: Path, extra: dict[str, object], what: str
) -> None:
    (one,) = told(tmp_path, **extra)
    assert what in one
    assert "Gör så här: " in one


def test_a_logo_stands_in_an_img_and_is_never_part_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = town(tmp_path, {"logo": "vapen.svg", "accent": {"ljus": "#075a6b"}})
    monkeypatch.chdir(settings.parent)
    done = CliRunner().invoke(main, ["bygg"])
    assert done.exit_code == 0, done.output
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert '<img class="lo-brand__logo" src="vapen.svg" alt="" height="40">' in page
    assert "M0 0h9" not in page
    town(tmp_path, {"logo": "vapen.svg", "accent": {"ljus": "#ffcc00"}})
    refused = CliRunner().invoke(main, ["kontroll", "--inga-tips"])
    assert refused.exit_code == 1
    assert "Färgen #ffcc00 går inte att läsa" in refused.output
    assert CliRunner().invoke(main, ["bygg"]).exit_code == 1
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == page


HOSTILE = {
    "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>": "innehåller <script>",
    "<svg xmlns='http://www.w3.org/2000/svg' onload='a()'/>": "kör något vid ”onload”",
    "<a:svg xmlns:a='http://www.w3.org/2000/svg'><a:script/></a:svg>": "innehåller <a:script>",
    "<svg><foreignObject><b/></foreignObject></svg>": "innehåller <foreignObject>",
    "<svg><a href='javascript:a()'><path/></a></svg>": "leder någon annanstans i ”href”",
    "<svg xmlns:x='urn:x'><use x:href='//a.example/b.svg#c'/></svg>": "leder någon annanstans i <use>",
    "<svg><image href='data:image/svg+xml,x'/></svg>": "leder någon annanstans i <image>",
    "<svg><set attributeName='href' to='javascript:a()'/></svg>": "leder någon annanstans i <set>",
    "<svg><animate attributeName='onclick' values='a()'/></svg>": "leder någon annanstans i <animate>",
    "<svg><style>@import 'https://a.example/b.css';</style></svg>": "hämtar något från annat håll",
    "<svg><path style=\"fill:url('https://a.example/b')\"/></svg>": "leder någon annanstans i ”style”",
    "<?xml-stylesheet href='a.css'?><svg/>": "innehåller en instruktion (<?xml-stylesheet)",
    "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>": "innehåller egna regler (<!DOCTYPE)",
    "<svg>": "är ingen hel SVG",
}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_drawing_that_could_run_or_fetch_is_refused(tmp_path: Path, text: str) -> None:
    assert drawing.fault(text.encode()) == HOSTILE[text]
    town(tmp_path, {})
    put(tmp_path, "content/bilder/vapen.svg", text)
    (one,) = (str(one) for one in faults(load_config(str(tmp_path / "mkdocs.yml"))))
    assert one.startswith("content/bilder/vapen.svg: Filen ")
    assert "Öppnad för sig kan den köra kod på webbplatsen." in one


def test_a_mere_drawing_and_one_from_a_drawing_program_pass() -> None:
    drawn = (
        "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/svg11.dtd'>"
        + GOOD
    )
    picture = (
        "<svg><defs><path id='a'/></defs><use href='#a'/><image href='data:image/png;base64,AA=='/></svg>"
    )
    assert [drawing.fault(one.encode()) for one in (GOOD, drawn, picture)] == [None] * 3
    assert drawing.fault(b"<svg>" + b" " * 600_000 + b"</svg>") == "är för stor (600 kB, högst 500 kB)"
