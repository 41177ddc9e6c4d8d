"""The site's own shell stands on Material 9.8.1, keeps its colours readable and writes nothing unescaped."""

import hashlib
import re
from importlib.resources import files
from pathlib import Path

import lxml.html
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from loftet.publishing.headers import POLICY

OVERRIDES = Path(__file__).parents[1] / "overrides"
MATERIAL = Path(str(files("material"))) / "templates"
ASSETS = OVERRIDES / "assets"

WORKER = "assets/javascripts/workers/search.a7633da7.min.js"

# What our files replace or speak to, and its SHA-256. When one has changed: read the change,
# carry over what concerns us, write the new sum.
UPSTREAM = {
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "main.html": "9948b55a7bc979c35825df99baba9e6971fca4eb298dea3cdde61e990a2de5e0",
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "partials/content.html": "ce33929c85af129f6e2f3b0aed47159e9c4a519482d1938bae15f5ff4a3cfae5",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "partials/nav-item.html": "89895208f22d68ce405a4bcb6649b9150eba5bbb04663a6cb3f93f02daf1d2f7",
    "partials/path.html": "cbde0642861fe91597825d03c1c8cf6876f1fd079045579edea5bf578075d2ca",
    "partials/search.html": "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
    "partials/toc-item.html": "418f31ce2e6d559934f610084a5c8493f9618b96268909601552ac48aa0c15c2",
    WORKER: "da1b3df5e5f00cc73083c9e21ff0ec28bde85cd247057bdd05b7a167e5903bd4",
    "assets/javascripts/lunr/min/lunr.sv.min.js": "942b165bcc8218e3246fc4735af9b1c2f66514366d0000be051bf1bb896d413e",
}

HEX = r"#[0-9a-f]{6}"
STATUSES = ("done", "partly", "ongoing", "late", "not", "quiet")
WORDS = ("accent", "ink", "ink-soft", *STATUSES)

SETTINGS = """
site_name: "Aby & <b>löften</b>"
site_url: https://exempel.invalid/lofte/
site_description: 'Vad "vi" & polisen lovat'
theme:
  name: material
  custom_dir: {overrides}
  language: sv
  font: false
  favicon: assets/favicon.svg
  static_templates: [assets/accent.css]
plugins: [search]
{extra}
nav: [index.md, om.md, sida.md]
not_in_nav: /om/record.md
"""

EXTRA = """
extra:
  banner: "Exempeldata: Åby är en påhittad kommun."
  accent: {ljus: "#123456", mork: "#abcdef"}
  kontakt: {e_post: a@exempel.invalid}
  sidfot: [{titel: Om oss, adress: om/}]
  loftet: {galler_per: 10 februari 2026, byggd: 11 februari 2026}
"""

PAGE = """---
galler_per: 3 mars 2026
datafil: data/om/sida.json
vag: [{titel: "Löften & <b>mål</b>", adress: om/}, {titel: Löftet, adress: om/record/}]
---
# Tunneln & 3 < 4 be\u00adlysningar

| Fråga | År |
|---|--:|
| Antal | 3 |

Efter tabellen.
"""


def built(folder: Path, extra: str) -> Path:
    """Build a site of four pages with our shell and give its folder."""
    docs = folder / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Start\n", encoding="utf-8")
    (docs / "om.md").write_text("# Om\n\n## Ett\n\n## Två\n\n## Tre\n", encoding="utf-8")
    (docs / "om").mkdir()
    (docs / "om/record.md").write_text("# En post\n", encoding="utf-8")
    (docs / "sida.md").write_text(PAGE, encoding="utf-8")
    settings = folder / "mkdocs.yml"
    settings.write_text(SETTINGS.format(overrides=OVERRIDES, extra=extra), encoding="utf-8")
    build(load_config(str(settings), strict=True))
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("site"), EXTRA)


@pytest.fixture(scope="module")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("bare"), "")


def page(file: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(file.read_text(encoding="utf-8"))


def texts(document: lxml.html.HtmlElement, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in document.xpath(path)]


def schemes() -> dict[str, dict[str, str]]:
    """Give the colour tokens of the light and the dark scheme, name → #rrggbb."""
    light, dark = (ASSETS / "tokens.css").read_text(encoding="utf-8").split("(prefers-color-scheme: dark)")
    tokens = {"light": dict(re.findall(rf"--lo-([a-z-]+): ({HEX})", light))}
    return tokens | {"dark": tokens["light"] | dict(re.findall(rf"--lo-([a-z-]+): ({HEX})", dark))}


def luminance(colour: str) -> float:
    """Give the relative luminance of #rrggbb, after WCAG 2.2."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21, after WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", UPSTREAM)
def test_what_we_replace_in_material_has_not_changed(name: str) -> None:
    assert hashlib.sha256((MATERIAL / name).read_bytes()).hexdigest() == UPSTREAM[name]


def test_every_template_of_material_that_we_replace_has_its_sum() -> None:
    ours = {str(file.relative_to(OVERRIDES)) for file in OVERRIDES.rglob("*.html")}
    theirs = {name for name in ours if (MATERIAL / name).exists()}
    assert theirs - set(UPSTREAM) == set()


def test_every_template_of_ours_says_what_it_mends() -> None:
    """Whoever takes a newer Material can see which of them are still needed."""
    ours = [file for end in ("html", "xml") for file in OVERRIDES.rglob(f"*.{end}")]
    assert [file.name for file in ours if "mends" not in file.read_text(encoding="utf-8").casefold()] == []


def test_the_search_starts_the_worker_that_material_has(site: Path) -> None:
    search = (site / "assets/search.js").read_text(encoding="utf-8")
    assert f'at("{WORKER}")' in search
    assert (site / WORKER).exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_colour_is_readable_on_every_ground(scheme: str) -> None:
    colours = schemes()[scheme]
    pairs = [(word, ground) for word in WORDS for ground in ("paper", "paper-soft")]
    pairs += [(word, f"{status}-soft") for status in STATUSES for word in ("ink", "ink-soft", status)]
    pairs += [("on-accent", "accent")]
    assert [p for p in pairs if contrast(colours[p[0]], colours[p[1]]) < 4.5] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edge_of_a_field_is_seen(scheme: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours["line-strong"], colours["paper"]) >= 3


def test_the_policy_in_the_page_is_the_one_in_the_header(site: Path) -> None:
    (meta,) = page(site / "om/index.html").xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
    assert meta == POLICY


def test_no_page_needs_more_than_the_policy_allows(site: Path) -> None:
    for file in site.rglob("*.html"):
        document = page(file)
        assert document.xpath("//script[not(@src)] | //style") == []
        assert document.xpath("//@style | //@*[starts-with(name(), 'on')]") == []
        assert [
            a for a in document.xpath("//link[@rel!='canonical']/@href | //script/@src") if "//" in a
        ] == []


def test_titles_and_settings_are_escaped_once(site: Path) -> None:
    document = page(site / "sida/index.html")
    assert texts(document, "//title") == ["Tunneln & 3 < 4 belysningar – Aby & <b>löften</b>"]
    assert texts(document, "//a[@class='lo-brand']") == ["Aby & <b>löften</b>"]
    assert document.xpath("//meta[@name='description']/@content") == ['Vad "vi" & polisen lovat']


def test_the_page_says_its_own_date_before_the_sites(site: Path) -> None:
    assert "Uppgifterna gäller per3 mars 2026" in texts(page(site / "sida/index.html"), "//footer//dl/div")
    assert "Uppgifterna gäller per10 februari 2026" in texts(page(site / "om/index.html"), "//footer//dl/div")
    assert "Sidan byggd11 februari 2026" in texts(page(site / "sida/index.html"), "//footer//dl/div")


def test_every_page_says_that_it_is_an_example(site: Path) -> None:
    for file in site.rglob("*.html"):
        assert texts(page(file), "//section[@aria-label]") == ["Exempeldata: Åby är en påhittad kommun."]


def test_a_fault_on_the_page_is_told_with_its_address(site: Path) -> None:
    (letter,) = page(site / "om/index.html").xpath("//a[.='Fel på den här sidan?']/@href")
    subject = "Fel%20p%C3%A5%20sidan%3A%20https%3A//exempel.invalid/lofte/om/"
    assert letter == f"mailto:a@exempel.invalid?subject={subject}"


def test_what_is_not_set_is_not_shown(bare_site: Path) -> None:
    document = page(bare_site / "sida/index.html")
    assert texts(document, "//footer//h2") == ["Om den här sidan", "Gäller det något annat?"]
    assert document.xpath("//a[.='Fel på den här sidan?'] | //section[@aria-label]") == []
    assert document.xpath("//link[contains(@href, 'accent.css')]") == []


def test_the_sidebar_lists_headings_when_there_are_more_than_two(site: Path) -> None:
    assert texts(page(site / "om/index.html"), "//nav[@class='lo-toc']//a") == ["Ett", "Två", "Tre"]
    assert page(site / "sida/index.html").xpath("//nav[@class='lo-toc']") == []


def test_the_list_of_headings_takes_one_line_until_it_is_asked_for(site: Path) -> None:
    (folded,) = page(site / "om/index.html").xpath("//nav[@class='lo-toc']/details")
    assert (folded.get("open"), texts(folded, "summary")) == (None, ["På den här sidan"])


def test_a_page_says_what_it_is_a_part_of_before_its_text(site: Path) -> None:
    (way,) = page(site / "sida/index.html").xpath("//main/preceding::nav[@aria-label='Du är här']")
    links = [(link.text_content(), link.get("href")) for link in way.iter("a")]
    assert links == [("Start", ".."), ("Löften & <b>mål</b>", "../om/"), ("Löftet", "../om/record/")]
    assert page(site / "om/index.html").xpath("//nav[@aria-label='Du är här']") == []


def test_a_table_from_markdown_gets_a_box_and_no_style_attribute(site: Path) -> None:
    document = page(site / "sida/index.html")
    assert texts(document, "//div[@class='lo-scroll']/table//td[@class='lo-right']") == ["3"]
    assert texts(document, "//article/p") == ["Efter tabellen."]


def test_a_lost_visitor_is_answered_in_swedish_with_a_way_on(site: Path) -> None:
    document = page(site / "404.html")
    assert texts(document, "//h1") == ["Sidan finns inte"]
    assert "/lofte/" in {address.removesuffix(".") for address in document.xpath("//article//a/@href")}


def test_a_lost_visitor_may_say_what_was_looked_for(site: Path) -> None:
    (form,) = page(site / "404.html").xpath("//article//form[@role='search']")
    assert texts(form, ".//label[@for='lo-letade']") == ["Vad letade du efter?"]
    assert form.xpath(".//input[@id='lo-letade' and @name='q']")
    (told,) = form.xpath("following-sibling::*[1][self::noscript]")
    assert texts(told, "p") == ["Välj en av de här vägarna vidare:"]


def test_a_record_leads_to_its_data_file(site: Path) -> None:
    """Whoever cites a page can fetch what it says, from that page."""
    (address,) = page(site / "sida/index.html").xpath("//footer//a[.='Samma uppgifter som datafil']/@href")
    assert address == "../data/om/sida.json"
    assert page(site / "om/index.html").xpath("//a[.='Samma uppgifter som datafil']") == []


def test_the_municipalitys_colour_is_written_for_both_schemes(site: Path) -> None:
    css = (site / "assets/accent.css").read_text(encoding="utf-8")
    assert re.findall(r"--lo-accent: (\S+);", css) == ["#123456", "#abcdef"]


def test_the_menu_marks_the_page_and_for_a_page_outside_it_the_overview(site: Path) -> None:
    assert texts(page(site / "om/index.html"), "//nav//a[@aria-current='page']") == ["Om"]
    assert texts(page(site / "om/record/index.html"), "//nav//a[@aria-current='true']") == ["Om"]
    assert page(site / "sida/index.html").xpath("//nav//a[@aria-current='true']") == []
