"""What is sent to the parties before a meeting: marked on every page, whole without a net, and in no published byte."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from loftet.cli import main
from loftet.problems import DataError
from loftet.publishing.draft import DraftOrder, write_draft
from loftet.publishing.reading import read_page
from small_town import SETTINGS, TODAY, TOWN, published_now, tree, write

CANARY = "Kanariefågeln sjunger i tunneln"
APPROVER = "kanarieföreståndaren"
DRAFTS = {
    **TOWN,
    "parter/polisen.yml": "namn: Polisen i Byn\ntyp: polis\n",
    "moten/varen.yml": "datum: 2026-05-21\nskede: planerat\n",
    "atgarder/hemlig.yml": f"titel: {CANARY} på nytt\nåtagande: ljus/buskar\nutkast: ja\n",
    "uppfoljningar/maj.yml": f"""\
skede: utkast
möte: varen
gäller_per: 2026-05-18
rapporterar: [kommunen, polisen]
godkänt:
  - part: polisen
    funktion: {APPROVER}
    datum: 2026-03-09
poster:
  - om: armaturer
    bedömning: genomförd
    text: {CANARY}.
""",
}


def silent(_line: str) -> None:
    """Say nothing meanwhile."""


def asked(data: Path, *ids: str) -> DraftOrder:
    top = data.parent
    published = (top / "site", top / "content")
    return DraftOrder(data, TODAY, top / "underlag", {"tokens.css": b"", "chrome.css": b""}, published, ids)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft of a small municipality, unpacked; its data lies beside."""
    data = write(tmp_path_factory.mktemp("byn"), DRAFTS)
    place = write_draft(asked(data), silent)
    with zipfile.ZipFile(place) as archive:
        archive.extractall(data.parent / "uppackat")
    return data.parent


def documents(made: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in tree(made / "uppackat").items() if name.endswith(".html")}


def test_every_page_is_marked_and_kept_from_search_engines(made: Path) -> None:
    """The mark stands in the title and first in the text, also of pages that the draft does not change."""
    told = documents(made)
    assert {"index.html", "utskrift.html", "startsidan/index.html", "vandringar/parken/index.html"} <= set(
        told
    )
    for name, html in told.items():
        assert "<title>UNDERLAG – ej beslutat: " in html, name
        assert re.search(r'<body>\s*<p class="lo-draft-mark" lang="sv">UNDERLAG – ej beslutat', html), name
        assert '<meta name="robots" content="noindex' in html, name


def test_it_opens_without_net_and_scripts_and_every_link_leads_to_a_file(made: Path) -> None:
    """Nothing is fetched, nothing is run, there is no feed and no data file."""
    files = set(tree(made / "uppackat"))
    assert {posixpath.splitext(one)[1] for one in files} <= {".html", ".css", ".png", ".jpg", ".webp", ".svg"}
    assert not any(
        one.startswith(("data/", "floden/", "kalender/", "inbaddat/", "delning/")) for one in files
    )
    for name, html in documents(made).items():
        assert "<script" not in html, name
        assert 'type="application/atom+xml"' not in html, name
        for one in read_page(name, html).references:
            path = one.address.partition("#")[0]
            if one.fetched:
                assert not re.match(r"https?:|//", path), (name, path)
            if path and not re.match(r"[a-z]+:", path):
                assert posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) in files, (
                    name,
                    path,
                )
        ids = read_page(name, html).ids
        assert len(ids) == len(set(ids)), name
        assert read_page(name, html).headings == 1, name


def test_the_drafts_are_shown_as_they_would_be_and_never_as_settled(made: Path) -> None:
    """The follow-up, its measure and the promise tell of it; the paper has the drafts' own pages."""
    told = {name: html.replace("\u00ad", "") for name, html in documents(made).items()}
    for name in ("uppfoljningar/maj", "atgarder/armaturer", "atgarder/hemlig"):
        assert CANARY in told[f"{name}/index.html"], name
    assert told["utskrift.html"].count(CANARY) >= 2
    page = told["uppfoljningar/maj/index.html"]
    assert "Underlag, ej beslutat, till den 21 maj 2026" in page
    assert "ändras inte" not in page
    assert "ändras inte" in told["uppfoljningar/februari/index.html"]


def test_the_first_sheet_says_who_has_approved_and_who_has_not(made: Path) -> None:
    """Party, function and day; those who report and have not approved stand after them."""
    lines = read_page("index.html", documents(made)["index.html"]).lines
    start = lines.index("Vem som har godkänt")
    assert lines[start + 1 : start + 10] == (
        *("Part", "Funktion", "Godkänt"),
        *("Polisen i Byn", APPROVER, "9 mars 2026"),
        *("Byns kommun", "–", "har inte godkänt än"),
    )


def test_nothing_of_it_is_in_any_published_byte(made: Path) -> None:
    """Published after the draft was made, with the zip still lying there; and no name of who approved, ever."""
    data = made / "site_data"
    published_now(data)
    published = {**tree(made / "site"), **tree(made / "publicerat")}
    assert len(published) > 20
    for name, content in published.items():
        text = name + content.decode("utf-8", "ignore").replace("\u00ad", "")
        assert CANARY not in text, name
        assert APPROVER not in text, name
        assert "uppfoljningar/maj" not in text, name
        assert "underlag-2026" not in text, name


def test_who_approved_is_not_published_when_the_follow_up_is(tmp_path: Path) -> None:
    """The list is of the draft; it may even be filled in later, since it is frozen nowhere."""
    handled = DRAFTS["uppfoljningar/maj.yml"].replace("skede: utkast", "skede: behandlad")
    handled = handled.replace("varen", "radet").replace("2026-05-18", "2026-02-11")
    data = write(tmp_path, {**DRAFTS, "uppfoljningar/maj.yml": handled})
    published_now(data)
    published = {**tree(tmp_path / "site"), **tree(tmp_path / "publicerat")}
    assert any(CANARY.encode() in content for content in published.values())
    assert not [name for name, content in published.items() if APPROVER.encode() in content]
    write(tmp_path, {"uppfoljningar/maj.yml": handled.replace(APPROVER, "en annan")})
    assert published_now(data)[-1] == "Inget är nytt sedan förra publiceringen."


def test_the_same_drafts_give_the_same_bytes_and_leave_everything_else_alone(made: Path) -> None:
    """Made twice of what stands there now; nothing is written but the zip."""
    place = made / "underlag/underlag-2026-05-21.zip"
    assert write_draft(asked(made / "site_data"), silent) == place
    before = tree(made)
    place.unlink()
    assert write_draft(asked(made / "site_data"), silent) == place
    assert tree(made) == before
    assert (made / "underlag/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_one_draft_alone_leaves_the_others_out(made: Path) -> None:
    """By its id; a day without a meeting is today."""
    place = write_draft(replace(asked(made / "site_data", "hemlig"), to=made / "ett"), silent)
    assert place.name == "underlag-2026-03-10.zip"
    with zipfile.ZipFile(place) as archive:
        assert "atgarder/hemlig/index.html" in archive.namelist()
        assert "uppfoljningar/maj/index.html" not in archive.namelist()


def refused(order: DraftOrder) -> str:
    with pytest.raises(DataError) as error:
        write_draft(order, silent)
    return str(error.value)


def test_a_folder_that_is_published_an_unknown_id_and_no_draft_are_refused(
    made: Path, tmp_path: Path
) -> None:
    """Each with the way out."""
    order = asked(made / "site_data")
    for folder in ("site/underlag", "content", "site_data/original", "publicerat"):
        told = refused(replace(order, to=made / folder))
        assert "Mappen hör till det som publiceras, och ett underlag får inte publiceras." in told, folder
    assert refused(replace(order, ids=("maaj",))) == (
        "loftet underlag: Det finns inget utkast med id ”maaj”.\n  Gör så här: Menar du ”maj”?"
    )
    assert refused(asked(write(tmp_path, TOWN))) == (
        "site_data/: Det finns inget utkast den 10 mars 2026.\n  Gör så här: Skriv ”skede: utkast” i "
        "uppföljningen som ska till mötet, eller ”utkast: ja” i en annan post."
    )


def test_the_command_says_where_the_draft_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the style sheets that ship with Löftet."""
    write(tmp_path, DRAFTS)
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, ("underlag",))
    assert (told.exit_code, "Packa upp och öppna index.html." in told.output) == (0, True), told.output
    with zipfile.ZipFile(tmp_path / "underlag/underlag-2026-05-21.zip") as archive:
        assert b"--lo-" in archive.read("stil/tokens.css")
        assert b"lo-draft-mark" in archive.read("stil/underlag.css")
    told = CliRunner().invoke(main, ("underlag", "--till", "content"))
    assert (told.exit_code, "1 fel. Inget underlag är gjort." in told.output) == (1, True)
