"""A small municipality written into a folder, file by file, and the site drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from loftet.facts import AsOf
from loftet.loading import load
from loftet.pages.site import GROUPS, Site
from loftet.publishing.history import Drawn, History, broken_addresses, draw, read_history
from loftet.publishing.kept import LEDGER
from loftet.publishing.ledger import grown, ledger_text
from loftet.publishing.publication import Build, Order, publish

ROOT = "https://byn.example/lovar/"
TODAY = date(2026, 3, 10)
TOWN = {
    "kommun.yml": "namn: Byn\n",
    "parter/kommunen.yml": "namn: Byns kommun\ntyp: kommun\n",
    "moten/radet.yml": "datum: 2026-02-12\n",
    "vandringar/parken.yml": "titel: Parken\ndatum: 2025-09-02\nstopp_i_ord: Stoppen är inte publicerade.\n",
    "loften/ljus.yml": """\
titel: Ljus på torget
period:
  från: 2025-01-01
  till: 2026-12-31
åtaganden:
  - id: lampor
    text: Nya lampor på torget
  - id: buskar
    text: Lägre buskar
""",
    "atgarder/armaturer.yml": "titel: Sju armaturer\nåtagande: ljus/lampor\nklart_senast: hösten 2025\n",
    "vandringar/torget.yml": """\
titel: Torget
datum: 2025-10-14
stopp:
  - nr: 1
    plats: Tunneln
  - nr: 2
    plats: Trappan
""",
    "uppfoljningar/februari.yml": """\
möte: radet
gäller_per: 2026-02-10
rapporterar: [kommunen]
poster:
  - om: armaturer
    bedömning: pågår
    text: Fem av sju lampor lyser.
  - om: ljus/buskar
    bedömning: uppfyllt
    text: Buskarna är klippta.
""",
}

SETTINGS = """\
site_name: Byn lovar
site_url: https://byn.example/lovar/
site_description: Vad byn har lovat.
docs_dir: content
theme:
  name: material
  language: sv
  font: false
plugins:
  - search:
      lang: sv
  - loftet:
      idag: "2026-03-10"
  - loftet/loften
  - loftet/vandringar
  - loftet/uppfoljning
  - loftet/oppnadata
"""
"""The settings of the small municipality, as mkdocs.yml says them."""


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write an editor's folder `site_data` below a folder; gives it."""
    data = folder / "site_data"
    for name, text in files.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text, encoding="utf-8")
    return data


def site(data: Path, today: date = TODAY) -> Site:
    """Give the site of an editor's folder, which must be without faults."""
    register, problems = load(data)
    assert not problems, problems
    return Site(AsOf(register, today), today, root=ROOT)


def history(data: Path) -> History:
    """Read what is kept beside an editor's folder, which must be without faults."""
    read, problems = read_history(data)
    assert not problems, problems
    return read


def drawn(data: Path, today: date = TODAY) -> Drawn:
    """Draw the site of an editor's folder with what is kept of it."""
    known = history(data)
    return draw(known.dressed(site(data, today)), known)


def published(data: Path, today: date = TODAY) -> Drawn:
    """Write down every address of the site in its ledger, as a publication does."""
    result, before = drawn(data, today), history(data)
    before.kept.folder.mkdir(exist_ok=True)
    before.kept.path(LEDGER).write_bytes(ledger_text(grown(before.ledger, result.offered, today)))
    return result


def refusals(data: Path, today: date = TODAY) -> list[str]:
    """Give what a check says of the addresses, as the editor reads it."""
    return [str(one) for one in broken_addresses(history(data), drawn(data, today).offered, today)]


def plainly_built() -> Build:
    """Give a builder that puts the bare bodies in the barest of shells: quick, and enough for every judge."""

    def build(fresh: Path, made: Site, result: Drawn) -> None:
        for shared in ("tokens.css", "chrome.css", "components.css", "favicon.svg"):
            put(fresh, f"assets/{shared}", "")
        listed = []
        for page in result.pages:
            robots = "" if page.listed else '<meta name="robots" content="noindex">'
            head = f'<meta charset="utf-8"><link rel="canonical" href="{made.root}{page.address}">{robots}'
            body = f"<main>{page.body}</main>"
            put(fresh, f"{page.address}index.html", f'<html lang="sv"><head>{head}</head>{body}</html>')
            listed += [f"<loc>{made.root}{page.address}</loc>"] * page.listed
            for name, content in page.files.items():
                put(fresh, name, content)
        for name, content in result.files.items():
            put(fresh, name, content)
        put(fresh, "sitemap.xml", "".join(listed))

    return build


def put(folder: Path, name: str, content: str | bytes) -> None:
    """Write one file of a site."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


def order(data: Path, today: date = TODAY, root: str = ROOT) -> Order:
    """Ask for an editor's folder to be published into `site` beside it."""
    content = data.parent / "content"
    return Order(data, content, data.parent / "site", today, frozenset(GROUPS), root, "Löftet prov")


def published_now(data: Path, today: date = TODAY, root: str = ROOT) -> list[str]:
    """Publish an editor's folder and give what was told meanwhile."""
    told: list[str] = []
    publish(order(data, today, root), plainly_built(), told.append)
    return told


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder with its bytes."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
