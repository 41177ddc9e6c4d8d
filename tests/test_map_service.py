"""Laws of the map service that an editor offers as a choice: what may be named, and what the site then lets in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import small_town
from loftet.checks.map_service import map_service_is_fit
from loftet.cli import main
from loftet.loading import load
from loftet.maps.interactive import script
from loftet.pages.walk_maps import walk_scene
from loftet.problems import Hint

WMS = "https://karta.byn.example/wms"
SETTINGS = """\
site_name: Byn lovar
theme:
  name: material
  language: sv
  font: false
plugins:
  - loftet:
      idag: "2026-03-10"
  - loftet/vandringar
"""


def town(folder: Path, service: str) -> Path:
    """Write a town with one walk on the map and a map service."""
    walk = (
        "titel: Torget\ndatum: 2025-10-14\nstopp:\n"
        "  - nr: 1\n    plats: Tunneln\n    läge: {lat: 58.312, lon: 14.503}\n"
    )
    files = {"kommun.yml": f"namn: Byn\n{service}", "vandringar/torget.yml": walk}
    return small_town.write(folder, files)


def service(address: str, slag: str = "WMS", layers: str = "stadskarta") -> str:
    """Write the setting as an editor does."""
    lager = f"  lager: {layers}\n" if layers else ""
    return f"karttjänst:\n  slag: {slag}\n  adress: {address}\n{lager}  källa: © Byns kommun\n"


def told(folder: Path, written: str) -> list[str]:
    register, unread = load(town(folder, written))
    assert not unread
    return [str(one) for one in map_service_is_fit(register, small_town.TODAY)]


@pytest.mark.parametrize(
    ("written", "what"),
    [
        (service("http://karta.byn.example/wms"), "Karttjänsten hämtas utan https."),
        (
            service("https://api.lantmateriet.se/open/topowebb-ccby/v1/wmts/token/x/{z}/{y}/{x}", "WMTS"),
            "Lantmäteriets karttjänster kräver en nyckel, och den kan inte stå i en sida som alla kan läsa.",
        ),
        (
            service("https://karta.byn.example/wms?apikey=hemlig"),
            "Adressen innehåller en nyckel som alla besökare kan läsa.",
        ),
        (
            service("https://namn:losen@karta.byn.example/wms"),
            "Adressen innehåller en nyckel som alla besökare kan läsa.",
        ),
        (service(WMS, layers=""), "En WMS behöver veta vilka lager som ska ritas."),
        (service(WMS, "WMTS"), "Adressen till en WMTS saknar {z}, {x} eller {y}."),
    ],
)
def test_a_service_that_cannot_work_or_gives_a_key_away_is_a_problem(
    tmp_path: Path, written: str, what: str
) -> None:
    (one,) = told(tmp_path, written)
    assert re.match(rf"site_data/kommun\.yml:\d+:\d+: {re.escape(what)}\n  Gör så här: ", one)


@pytest.mark.parametrize(
    "host",
    ["*", "karta.byn.example;script-src", "a.example,default-src", "'none'", "å.example", "{s}.byn.example"],
)
def test_a_host_that_would_say_more_than_its_name_in_the_policy_is_a_problem(
    tmp_path: Path, host: str
) -> None:
    """The policy names the host, and some servers pass it on as it stands."""
    (one,) = told(tmp_path, service(f'"https://{host}/wms"'))
    assert f"”{host}” kan inte vara en värd: den står i sidornas skydd (CSP)." in one


def test_a_good_service_is_told_nothing_of(tmp_path: Path) -> None:
    assert told(tmp_path, service(WMS)) == []
    assert told(tmp_path, service("https://karta.byn.example/wmts/{z}/{y}/{x}.png", "WMTS", "")) == []


def test_the_tiles_of_openstreetmap_are_warned_of(tmp_path: Path) -> None:
    written = service("https://tile.openstreetmap.org/{z}/{x}/{y}.png", "WMTS", "")
    (hint,) = map_service_is_fit(load(town(tmp_path, written))[0], small_town.TODAY)
    assert isinstance(hint, Hint)
    assert "inget avtal om personuppgifter" in hint.what


@pytest.mark.parametrize(
    ("written", "call"),
    [
        (service(WMS), "L.tileLayer.wms("),
        (service("https://karta.byn.example/wmts/{z}/{y}/{x}.png", "WMTS", ""), "L.tileLayer("),
    ],
)
def test_the_service_is_described_but_never_added_to_the_map_unasked(
    tmp_path: Path, written: str, call: str
) -> None:
    site = small_town.site(town(tmp_path, written))
    described = script(walk_scene(site, "vandringar/torget/", site.register.walks["torget"])).decode()
    (name,) = re.findall(rf"var (\w+) = {re.escape(call)}", described)
    assert f"{name}.addTo(" not in described
    assert f'"Kommunens karta" : {name},' in described
    again = small_town.site(small_town.write(tmp_path, {}))
    assert described.encode() == script(
        walk_scene(again, "vandringar/torget/", again.register.walks["torget"])
    )


def test_the_site_lets_in_that_host_alone_and_only_its_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both policies, the page's own and the header's, name it; the small documents stay as closed as before."""
    town(tmp_path, service(WMS))
    (tmp_path / "content").mkdir()
    (tmp_path / "content/om.md").write_text("# Om\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"{SETTINGS}docs_dir: content\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["bygg"])
    assert done.exit_code == 0, done.output
    headers = (tmp_path / "site/_headers").read_text(encoding="utf-8")
    page = (tmp_path / "site/vandringar/torget/index.html").read_text(encoding="utf-8")
    (meta,) = re.findall(
        r'http-equiv="Content-Security-Policy" content="([^"]+)"', page.replace("&#39;", "'")
    )
    common, *closing = re.findall(r"  Content-Security-Policy: (.+)", headers)
    assert common == meta
    assert set(closing) == {f"{common}; frame-ancestors 'self'"}
    assert "img-src 'self' data: https://karta.byn.example;" in meta
    assert meta.count("karta.byn.example") == 1
    small = (tmp_path / "site/inbaddat/vandringar/torget/index.html").read_text(encoding="utf-8")
    assert "karta.byn.example" not in small
    assert "Den hämtas från karta.byn.example, som då ser din ip-adress." in page
