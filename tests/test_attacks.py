"""Whatever an editor writes is shown as written: it becomes no element, no attribute, no address, no formula, no row.

A municipality with attacks in every text of every kind is built and compared with one that writes harmless words.
tests/browser/test_attacks.py lets a real browser open the same site.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import lxml.html
import pytest
from icalendar import Calendar

import attacks
from every_key import FILES, Plain, written
from loftet.checks.originals import originals_may_be_published
from loftet.exports.tables import safe
from loftet.loading import load
from loftet.pages.prose import prose
from loftet.pages.site import plain_text
from small_town import TODAY, drawn, put

NAME = "Byn </title><script>attack(99)</script> \" onload=attack(99) '"
OURS = {"p", "br", "strong", "em", "ul", "ol", "li", "h2", "h3", "a", "span", "del", "ins"}
"""What a longer text may become by Markdown (pages/prose.py), and two wordings side by side."""

HEARD_OF_A_CHANGE = ("span", "class", "lo-hidden")
"""What a screen reader hears around a changed word, in two wordings side by side and nowhere else (wordings)."""

WORD_BY_WORD = ("lydelse_före", "lydelse_efter")
"""Texts that stand within each other, so that what has changed is seen."""

ACTIVE = (
    "script",
    "style",
    "link",
    "meta",
    "base",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "img",
    "template",
)
"""Elements of which there are as many whatever the editor writes."""

FILE_NAMES = (
    '"><img src=x onerror=attack(96)>.{}',
    "a'onload='attack(97).{}",
    "`${{attack(98)}}`.{}",
    "x;=1+1;.{}",
    "rapport\u202efdp.{}",
    "a b&c#d?e%2f.{}",
)
_PLAIN = re.compile(r"[A-Za-z0-9._/-]+")
_SCHEME = re.compile(r"^\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return attacks.built(tmp_path_factory.mktemp("ofarlig"), attacks.harmless())


@pytest.fixture(scope="module")
def polyglot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site with the text that breaks out of everything in every place."""
    return attacks.built(tmp_path_factory.mktemp("blandad"), attacks.polyglots(), attacks.LINKS, NAME)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site with the whole corpus, a text in each place."""
    return attacks.built(tmp_path_factory.mktemp("fientlig"), attacks.rotated(0), attacks.LINKS, NAME)


@pytest.fixture(scope="module")
def formulas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site with a formula in every text."""
    return attacks.built(tmp_path_factory.mktemp("formler"), attacks.FORMULAS)


@pytest.fixture(params=["polyglot", "hostile"])
def attacked(request: pytest.FixtureRequest) -> Path:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Path)
    return found


def pages(site: Path) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), lxml.html.fromstring(file.read_bytes())


def parts(page: lxml.html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    """Give every element with each of its attributes and, of a class, each word."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            yield "<!-- -->", "", ""
            continue
        yield element.tag, "", ""
        for name, value in element.items():
            yield from ((element.tag, name, word) for word in (value.split() if name == "class" else [""]))


def test_no_text_becomes_an_element_an_attribute_or_a_class(harmless: Path, attacked: Path) -> None:
    known = {part for _, page in pages(harmless) for part in parts(page)}
    known |= {(tag, "", "") for tag in OURS} | {("a", "href", ""), HEARD_OF_A_CHANGE}
    found = {
        (*part, address) for address, page in pages(attacked) for part in parts(page) if part not in known
    }
    assert sorted(found) == []


def test_no_page_gets_another_script_form_picture_or_frame(harmless: Path, attacked: Path) -> None:
    before = {address: _active(page) for address, page in pages(harmless)}
    after = {address: _active(page) for address, page in pages(attacked) if address in before}
    assert {address: found for address, found in after.items() if found != before[address]} == {}
    assert len(after) > 100


def _active(page: lxml.html.HtmlElement) -> Mapping[str, int]:
    return Counter(element.tag for element in page.iter(*ACTIVE))


def test_every_address_in_a_page_is_of_a_kind_that_cannot_run(attacked: Path) -> None:
    wrong = []
    for address, page in pages(attacked):
        for element, name, href, _ in page.iterlinks():
            scheme = _SCHEME.match(re.sub(r"[\x00-\x20\u2028\u2029]", "", href))
            allowed = ("data",) if name == "src" else ("https", "http", "mailto", "tel")
            if (
                scheme
                and scheme[1].lower() not in allowed
                and name in ("href", "src", "action", "xlink:href")
            ):
                wrong.append((address, element.tag, name, href))
    assert wrong == []


def test_every_text_that_shows_when_it_is_harmless_shows_as_typed_when_it_attacks(
    harmless: Path, polyglot: Path
) -> None:
    """Nothing is silently cut out either: the reader sees what the editor wrote, sign for sign."""
    before, after = whole_text(harmless), whole_text(polyglot)
    typed = dict(zip(attacks.harmless(), attacks.polyglots(), strict=True))
    ways = {plain: way for plain, (_, _, way) in zip(typed, attacks.places_of_text(), strict=True)}
    shown = [plain for plain in typed if plain in before and ways[plain][-1] not in WORD_BY_WORD]
    lost = [
        ways[plain]
        for plain in shown
        if not {one.casefold() for one in (typed[plain], seen(plain_text(prose(typed[plain]))))}
        & {*said(after, plain)}
    ]
    assert lost == []
    assert len(shown) > 400


def whole_text(site: Path) -> str:
    return "\n".join(seen(page.find("body").text_content()) for _, page in pages(site)).casefold()


def seen(text: str) -> str:
    """Give what a reader sees of a text: without what may break long words, with one blank between words."""
    return re.sub(r"\s+", " ", text.replace("\u00ad", ""))


def said(text: str, plain: str) -> Iterator[str]:
    """Give everything that stands on some page between the two numbers of a place."""
    return (found[0] for found in re.finditer(f"{plain[:8]}.*?{plain[-8:]}", text))


def test_every_data_file_keeps_its_form(harmless: Path, attacked: Path) -> None:
    """Each reads as what it is, and has no other names in it than a harmless one."""
    for ending, names in (
        ("json", json_names),
        ("geojson", json_names),
        ("xml", xml_names),
        ("ics", ics_names),
    ):
        known = {name for file in files(harmless, ending) for name in names(file)}
        found = {name for file in files(attacked, ending) for name in names(file)}
        assert sorted(found - known) == [], ending
        assert len(files(attacked, ending)) == len(files(harmless, ending)) > 0


def files(site: Path, ending: str) -> list[Path]:
    return sorted(site.rglob(f"*.{ending}"))


def json_names(file: Path) -> Iterator[str]:
    waiting = [json.loads(file.read_text(encoding="utf-8"))]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield from one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def xml_names(file: Path) -> Iterator[str]:
    for element in ElementTree.fromstring(file.read_bytes()).iter():
        yield element.tag
        yield from (f"{element.tag} {name}" for name in element.attrib)


def ics_names(file: Path) -> Iterator[str]:
    calendar = Calendar.from_ical(file.read_bytes())
    for part in calendar.walk():
        yield from (
            f"{part.name} {name} {sorted(value.params)}"
            for name, value in part.property_items()
            if hasattr(value, "params")
        )
    assert not [line for line in file.read_bytes().split(b"\r\n") if len(line) > 75 or b"\n" in line]


def test_what_a_feed_says_as_html_has_nothing_that_runs(harmless: Path, attacked: Path) -> None:
    known = {part for page in feed_pages(harmless) for part in parts(page)}
    assert sorted({part for page in feed_pages(attacked) for part in parts(page)} - known) == []
    assert known


def feed_pages(site: Path) -> Iterator[lxml.html.HtmlElement]:
    for file in files(site / "floden", "xml"):
        for element in ElementTree.fromstring(file.read_bytes()).iter("{http://www.w3.org/2005/Atom}content"):
            yield lxml.html.fragment_fromstring(element.text or "", create_parent="div")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_of_a_table_is_a_formula_however_a_spreadsheet_splits_it(
    formulas: Path, separator: str
) -> None:
    """A Swedish Excel splits at semicolons and does not ask what the file is (CWE-1236)."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in files(formulas, "csv"))
    assert text.count("1+1") > 10
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    cells = [cell.lstrip(" \"'") if cell[:1] != "'" else cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []
    assert "atagande" in text


FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("=1+1", "'=1+1"),
        ("lampor;=1+1;ljus", "lampor;'=1+1;ljus"),
        ('lampor; "=1+1&";ljus', 'lampor;\' "=1+1&";ljus'),
        ("lampor\n@A1", "lampor\n'@A1"),
        ("kl. 8-17; ljus - och värme", "kl. 8-17; ljus - och värme"),
        (None, ""),
    ],
)
def test_only_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: object, told: str) -> None:
    assert safe(cell) == told


def test_a_map_script_and_the_rules_for_servers_have_no_text_of_an_editor_outside_quotes(
    harmless: Path, attacked: Path
) -> None:
    def bare(site: Path) -> Mapping[str, str]:
        scripts = {file.name: file.read_text(encoding="utf-8") for file in files(site / "kartor", "js")}
        return {name: re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', text) for name, text in scripts.items()}

    assert bare(attacked) == bare(harmless)
    for name in ("_headers", "_redirects", "sitemap.xml", "omdirigeringar/nginx.conf"):
        new = rows(attacked / name) - rows(harmless / name)
        assert [row for row in new if not _PLACE.fullmatch(row)] == [], name
    assert len(rows(attacked / "_headers")) > 20


_PLACE = re.compile(r"(<url><loc>https://byn\.example/lovar)?/[a-z0-9/-]*(\*|</loc></url>)?")
"""An address of a page that words give, such as that of a letter."""


def rows(file: Path) -> set[str]:
    return set(file.read_text(encoding="utf-8").splitlines()) if file.is_file() else set()


def test_every_share_picture_is_drawn(harmless: Path, attacked: Path) -> None:
    drawn = [
        {file.relative_to(site).as_posix() for file in files(site, "png")} for site in (harmless, attacked)
    ]
    assert drawn[0] == drawn[1]
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in files(attacked, "png"))
    assert drawn[0]


def test_what_the_search_is_told_is_bare_text(attacked: Path) -> None:
    """Material's worker reads what it is given as HTML; search.js puts its text in a page."""
    entries = json.loads((attacked / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert all(isinstance(one[key], str) for one in entries for key in ("location", "title", "text"))
    assert not [one for entry in entries for one in (entry["title"], entry["text"]) if "<" in one]
    assert not [one["location"] for one in entries if _SCHEME.match(one["location"])]
    assert len(entries) > 80


@pytest.mark.parametrize("link", attacks.REFUSED_LINKS)
def test_an_address_that_could_run_or_break_out_is_refused(tmp_path: Path, link: str) -> None:
    data = written(tmp_path, {"kommun.yml": {"namn": "Byn", "webbplats": link}})
    _, problems = load(data)
    assert [one.mend for one in problems] == ["Skriv hela adressen, till exempel https://www.exempel.se/."]


@pytest.mark.parametrize("name", FILE_NAMES)
def test_a_file_name_that_tries_to_be_more_is_refused_or_never_reaches_an_address(
    tmp_path: Path, name: str
) -> None:
    """Photos, originals, routes and outlines are named by whoever sends them in."""
    files_of = {ending: name.format(ending) for ending in ("jpg", "txt", "gpx", "geojson")}
    records: dict[str, Plain] = {
        "omraden/torget.yml": {"namn": "Torget", "geometri": files_of["geojson"]},
        "vandringar/torget.yml": {
            "titel": "Torget",
            "datum": "2025-10-14",
            "rutt": files_of["gpx"],
            "stopp": [{"nr": "1", "plats": "Bron", "läge": {"lat": "57.65", "lon": "14.7"}}],
        },
        "atgarder/lampor.yml": {
            "titel": "Lampor",
            "bild": files_of["jpg"],
            "bild_alt": "Lampa",
            "bild_godkänd": "ja",
            "original": [{"fil": files_of["txt"]}],
        },
    }
    data = written(tmp_path, records)
    for folder, ending in (("bilder", "jpg"), ("original", "txt"), ("kartor", "gpx"), ("kartor", "geojson")):
        put(data, f"{folder}/{files_of[ending]}", FILES[f"{folder}/kanarie.{ending}"])
    made = drawn(data)
    odd = [
        one
        for one in (*made.files, *(own for page in made.pages for own in page.files))
        if not _PLAIN.fullmatch(one)
    ]
    assert odd == []
    register, _ = load(data)
    assert [
        one for one in originals_may_be_published(register, TODAY) if "kan inte stå i en adress" in one.what
    ]


@pytest.mark.parametrize(
    "id", ["<b>", '"onload=', "a/../b", "a b", "%2e%2e", "javascript:x", "å", "a\u200bb", ""]
)
def test_an_id_is_only_what_an_address_can_hold(tmp_path: Path, id: str) -> None:
    _, problems = load(written(tmp_path, {"omraden/torget.yml": {"namn": "Torget", "id": id}}))
    assert len(problems) == 1


def test_properties_of_a_map_file_and_notes_of_a_route_reach_no_page_as_markup(tmp_path: Path) -> None:
    """Names of streets are shown on maps; a phone's notes never are."""
    bad = "<img src=x onerror=attack(95)>"
    ring = [[14.69, 57.64], [14.71, 57.64], [14.71, 57.66], [14.69, 57.66], [14.69, 57.64]]
    line = {"type": "LineString", "coordinates": [[14.69, 57.649], [14.71, 57.651]]}
    ground = {
        "type": "FeatureCollection",
        "källa": bad,
        "features": [
            {
                "type": "Feature",
                "id": bad,
                "properties": {"slag": "gata", "namn": bad, bad: bad},
                "geometry": line,
            },
            {
                "type": "Feature",
                "properties": {"slag": "park", "namn": bad},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            },
        ],
    }
    route = "".join(
        f'<trkpt lat="57.65{n}" lon="14.70{n}"><name>hemma</name><cmt>hemligt</cmt></trkpt>' for n in range(5)
    )
    gpx = f'<gpx version="1.1" creator="hemlig" xmlns="http://www.topografix.com/GPX/1/1"><metadata><author><name>hemlig</name></author></metadata><trk><trkseg>{route}</trkseg></trk></gpx>'
    walk = {
        "titel": "Torget",
        "datum": "2025-10-14",
        "rutt": "vag.gpx",
        "stopp": [{"nr": "1", "plats": bad, "läge": {"lat": "57.65", "lon": "14.7"}}],
    }
    data = written(tmp_path, {"vandringar/torget.yml": walk})
    put(data, "kartor/vag.gpx", gpx)
    put(data, "kartor/mark.geojson", json.dumps(ground))
    made = drawn(data)
    page = next(one for one in made.pages if one.address == "vandringar/torget/")
    told = [page.body.encode(), *page.files.values()]
    assert not [one for one in told if b"heml" in one or b"hemma" in one]
    assert not lxml.html.fromstring(page.body).xpath("//img[@onerror]")
    assert "&lt;img src=x" in page.body
