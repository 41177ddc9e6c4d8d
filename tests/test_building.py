"""A folder of YAML becomes a site, and a fault never touches the site that stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import lxml.html
import pytest
from click.testing import CliRunner, Result
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from loftet.cli import main
from loftet.mkdocs_plugins.register import LoftetPlugin, pages_in

ROOT = Path(__file__).parents[1]
SETTINGS = """\
site_name: Byn lovar
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
"""
PARTS = ("loften", "vandringar", "uppfoljning", "oppnadata")


@pytest.fixture
def byn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The smallest municipality: a name and a promise of two keys, with every plugin."""
    written = {
        "mkdocs.yml": SETTINGS + "".join(f"  - loftet/{part}\n" for part in PARTS),
        "content/om.md": "# Om\n",
        "site_data/kommun.yml": "namn: Byn\n",
        "site_data/loften/ljus.yml": "titel: Ljus på torget\nperiod_i_ord: 2019/2020\n",
    }
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loftet(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.parametrize(("extra", "sheet"), [("", ""), ("extra: {accent: {ljus: '#075a6b'}}\n", "#075a6b")])
def test_the_municipalitys_colour_needs_no_more_than_its_own_line(byn: Path, extra: str, sheet: str) -> None:
    """The style sheet is filled in, with and without a colour; as a template it would be no CSS at all."""
    with (byn / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(extra)
    assert loftet("bygg").exit_code == 0
    written = (byn / "site/assets/accent.css").read_text(encoding="utf-8")
    assert "{%" not in written
    assert sheet in written


def test_a_promise_of_two_keys_publishes_under_the_name_of_its_file(byn: Path) -> None:
    """The shortest honest file must publish; nobody has to write an id."""
    done = loftet("bygg")
    assert done.exit_code == 0, done.output
    page = (byn / "site/loften/ljus/index.html").read_text(encoding="utf-8")
    assert "Ljus på torget" in page
    assert "perioden är inte angiven" in page.lower()


def test_a_fault_leaves_the_old_site_byte_for_byte_and_says_where_it_is(byn: Path) -> None:
    """Build, break the data, build again: exit 1, a Swedish sentence, the same site as before."""
    assert loftet("bygg").exit_code == 0
    before = {file: file.read_bytes() for file in (byn / "site").rglob("*") if file.is_file()}
    (byn / "site_data/loften/ljus.yml").write_text("titel: Ljus\nperoid: 2019\n", encoding="utf-8")
    done = loftet("bygg")
    assert done.exit_code == 1
    assert "site_data/loften/ljus.yml:2:1: Nyckeln ”peroid” finns inte här." in done.output
    assert "Menar du ”period”?" in done.output
    assert "Traceback" not in done.output
    assert {file: file.read_bytes() for file in (byn / "site").rglob("*") if file.is_file()} == before
    assert not [place for place in byn.iterdir() if place.name.startswith(".site")]


def test_the_same_data_gives_the_same_bytes(byn: Path) -> None:
    """Two builds differ in nothing: no clock, no chance, no order of files."""
    for target in ("ett", "tva"):
        assert loftet("bygg", "--till", target).exit_code == 0
    one, two = (
        {file.relative_to(byn / top): file.read_bytes() for file in (byn / top).rglob("*") if file.is_file()}
        for top in ("ett", "tva")
    )
    assert one == two


@pytest.mark.parametrize("left_out", PARTS)
def test_each_plugin_can_be_left_out(byn: Path, left_out: str) -> None:
    """A municipality without walks leaves that line out, and no page points at what is not there."""
    text = SETTINGS + "".join(f"  - loftet/{part}\n" for part in PARTS if part != left_out)
    (byn / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = loftet("bygg")
    assert done.exit_code == 0, done.output


def test_kontroll_tells_of_a_damaged_log_before_publicera_refuses_it(byn: Path) -> None:
    """Nobody learns at the hour of publishing what could have been mended the day before."""
    (byn / "publicerat").mkdir()
    (byn / "publicerat/logg.jsonl").write_text("{}\n", encoding="utf-8")
    told = loftet("kontroll")
    assert told.exit_code == 1
    assert "publicerat/logg.jsonl:1: Raden är inte en publicering." in told.output


def test_kontroll_ends_with_0_when_clean_1_on_faults_and_2_on_wrong_use(byn: Path) -> None:
    """Scripts can tell the three apart."""
    assert loftet("kontroll").exit_code == 0
    (byn / "site_data/loften/ljus.yml").write_text("titel:\n", encoding="utf-8")
    assert loftet("kontroll").exit_code == 1
    assert loftet("kontroll", "--finns-inte").exit_code == 2


@pytest.mark.usefixtures("byn")
def test_fakta_prints_what_is_derived_and_ends_with_2_for_an_unknown_id() -> None:
    """The arithmetic can be read without building."""
    told = loftet("fakta", "ljus")
    assert "livscykel: perioden är inte angiven" in told.output
    unknown = loftet("fakta", "morker")
    assert unknown.exit_code == 2
    assert unknown.output == (
        "Fakta räknas fram för löften, åtaganden, åtgärder och vandringar. ”morker” är inget av dem.\n"
    )


def test_fakta_asks_which_of_two_things_with_the_same_id_is_meant(byn: Path) -> None:
    """An id that a promise and a measure share names neither, and is not said to be unknown."""
    (byn / "site_data/atgarder").mkdir(exist_ok=True)
    (byn / "site_data/atgarder/ljus.yml").write_text("titel: Nya lampor\n", encoding="utf-8")
    told = loftet("fakta", "ljus")
    assert told.exit_code == 2
    assert told.output == "”ljus” kan vara flera saker. Skriv atgard/ljus eller lofte/ljus.\n"


def test_under_serve_a_fault_is_shown_on_the_page_and_the_last_good_data_stand(byn: Path) -> None:
    """Somebody who writes sees the sentence at once, and the page goes away when it is mended."""
    first = load_config(str(byn / "mkdocs.yml"))
    plugin = first.plugins["loftet"]
    assert isinstance(plugin, LoftetPlugin)
    plugin.on_startup(command="serve", dirty=False)
    try:
        plugin.on_config(first)
        good = plugin.site
        (byn / "site_data/loften/ljus.yml").write_text("titel: Ljus\nperoid: 2019\n", encoding="utf-8")
        again = load_config(str(byn / "mkdocs.yml"))
        plugin.on_config(again)
    finally:
        # MkDocs keeps the plugin from one configuration to the next in the same process.
        plugin.on_startup(command="build", dirty=False)
    assert plugin.site is good
    assert "site_data/loften/ljus.yml:2:1: Nyckeln ”peroid” finns inte här." in again.extra["banner"]


def test_what_a_publication_has_drawn_is_handed_to_no_later_build(byn: Path) -> None:
    """MkDocs keeps the plugin: a site that was handed on would be shown again whatever the data say."""
    assert "Granskar den byggda webbplatsen" in loftet("publicera").output
    plugin = load_config(str(byn / "mkdocs.yml")).plugins["loftet"]
    assert isinstance(plugin, LoftetPlugin)
    assert plugin.ready is None


def test_a_plugin_without_the_register_before_it_is_told_in_swedish(byn: Path) -> None:
    """The order of the plugins is the editor's; the mend is in the sentence."""
    text = SETTINGS.replace('  - loftet:\n      idag: "2026-03-10"\n', "") + "  - loftet/loften\n"
    (byn / "mkdocs.yml").write_text(text, encoding="utf-8")
    config = load_config(str(byn / "mkdocs.yml"))
    with pytest.raises(PluginError, match="måste stå före de andra"):
        pages_in(config, "loften")


def test_every_page_that_lasts_says_how_to_refer_to_it_once_and_has_a_picture_to_be_shared_with(
    byn: Path,
) -> None:
    """Lists, hand-written pages and the start page too; a filter has no lasting address to give."""
    settings = byn / "mkdocs.yml"
    settings.write_text(
        f"site_url: https://byn.example/\n{settings.read_text(encoding='utf-8')}", encoding="utf-8"
    )
    loftet("bygg")
    built = {path: path.read_text(encoding="utf-8") for path in (byn / "site").rglob("index.html")}
    pages = {path: text for path, text in built.items() if "inbaddat" not in path.parts}
    lasting = {path: text for path, text in pages.items() if 'content="noindex' not in text}
    assert len(lasting) > 10
    for path, text in lasting.items():
        assert text.count('"lo-box lo-cite"') == 1, path
        address = f"https://byn.example/{path.parent.relative_to(byn / 'site').as_posix()}/".replace(
            "/./", "/"
        )
        cited = text[text.index('"lo-box lo-cite"') :]
        assert f"{address}</div>" in cited, path
        assert '<meta property="og:image:alt" content="' in text, path
    assert all("lo-cite" not in text for path, text in pages.items() if path not in lasting)


def test_a_title_stands_in_head_menu_and_footer_as_it_was_typed(byn: Path) -> None:
    """What looks like an entity or a tag is text, there as in the page's heading."""
    typed = "Ljus &lt;3 & <b>lugn</b> &shy; &amp;"
    promise = f"titel: '{typed}'\nsammanfattning: '{typed}'\nåtaganden: [{{id: lampor, text: Lampor}}]\n"
    (byn / "site_data/loften/ljus.yml").write_text(promise, encoding="utf-8")
    loftet("bygg")
    document = lxml.html.fromstring((byn / "site/loften/ljus/index.html").read_text(encoding="utf-8"))
    told = [
        *document.xpath("//title/text()"),
        *document.xpath("//meta[@name='description']/@content"),
        *(one.text_content() for one in document.xpath("//h1")),
    ]
    assert told == [f"{typed} – Byn lovar", typed, typed]


def test_the_settings_of_the_example_serve_a_municipality_that_copies_them(byn: Path) -> None:
    """The README says so: nothing in the file hangs on the folder that it was copied from."""
    shutil.copy(ROOT / "mkdocs.yml", byn / "mkdocs.yml")
    done = loftet("bygg")
    assert done.exit_code == 0, done.output
    assert (byn / "site/assets/chrome.css").is_file()


def test_a_clock_that_stands_still_is_told_of_where_the_site_is_no_example(byn: Path) -> None:
    """Nothing would ever become late."""
    assert (
        "mkdocs.yml: Raden idag gör att sidorna alltid visar läget den 2026-03-10"
        in loftet("kontroll").output
    )
    (byn / "site_data/kommun.yml").write_text("namn: Byn\nexempel: Påhittad.\n", encoding="utf-8")
    assert "idag" not in loftet("kontroll").output
