"""The law of place: nothing that is published holds a place finer than it may be shown, in whatever kind of file."""

from __future__ import annotations

import gzip
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

import small_town
from every_key import keys
from loftet.cli import main
from loftet.facts.coarse import as_public
from loftet.geo.coordinates import Point
from loftet.loading import load
from loftet.maps.frame import Frame
from loftet.maps.terrain import path_of
from loftet.model.place import Area
from loftet.model.promise import Measure, Promise
from loftet.model.register import KINDS, SINGLES
from loftet.model.walk import SafetyWalk
from loftet.model.words.places import PlacePrecision
from loftet.pages.walk_maps import walk_scene
from loftet.publishing.snapshot import write_snapshot
from made_photos import jpeg
from told_places import files, halves, hidden, leaks, turns

WALK = """\
titel: Storgatan
datum: 2025-10-14
rutt: rutt.gpx
stopp:
  - nr: 1
    plats: Torget
    läge: {lat: 58.3100012, lon: 14.5000034}
  - nr: 2
    plats: En gård vid Storgatan
    vid_bostad: ja
    sekretessprövad: säkerhetssamordnare
    bild: gard.jpg
    bild_alt: En gård i mörker.
    bild_godkänd: ja
    läge: {lat: 58.31234, lon: 14.50678}
  - nr: 3
    plats: Parken
    läge: {lat: 58.3150001, lon: 14.5100002}
  - nr: 4
    plats: Gångvägen bakom skolan
    läge: {lat: 58.31817, lon: 14.51533, noggrannhet: gata}
  - nr: 5
    plats: Skogen, någonstans
    läge: {lat: 58.32468, lon: 14.52913, noggrannhet: område}
  - nr: 6
    plats: Bron
    läge: {lat: 58.3300001, lon: 14.5300002}
"""
MEASURE = """\
titel: Lampa på gården
kommer_ur:
  - {vandring: storgatan, stopp: " 2"}
läge: {lat: 58.31234, lon: 14.50678}
"""
NESTED = """\
titel: Ljus
period: 2025
åtgärder:
  - id: grind
    titel: En grind
    vid_bostad: ja
    läge: {sweref: [6463590.6, 471100.6]}
"""
WAY = [(58.31, 14.5), (58.311, 14.503), (58.31234, 14.506), (58.31234, 14.50678), (58.3124, 14.5072)]
WAY += [(58.3124, 14.512), (58.315, 14.51)]
WAY += [(58.3175, 14.5152), (58.31817, 14.51533), (58.3181, 14.5163), (58.3216, 14.5202)]
WAY += [(58.3240, 14.5270), (58.32468, 14.52913), (58.3249, 14.5280), (58.329, 14.529), (58.33, 14.53)]


def gpx(points: list[tuple[float, float]]) -> str:
    marks = "".join(f'<trkpt lat="{lat}" lon="{lon}"/>' for lat, lon in points)
    return f'<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>{marks}</trkseg></trk></gpx>'


def photo() -> bytes:
    """Draw a photo that says where it was taken, in its own words and as a phone does."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (58.0, 18.0, 44.42), 3: "E", 4: (14.0, 30.0, 24.4)}
    exif[0x010E] = "58.31234 14.50678"
    file = BytesIO()
    Image.open(BytesIO(jpeg(64, 48))).save(file, "JPEG", exif=exif)
    return file.getvalue()


def town(folder: Path, shown_as: str = "gata") -> Path:
    """Write a site with a walk past a dwelling, a measure that comes from there and another inside a promise."""
    small_town.write(
        folder,
        {
            **small_town.TOWN,
            "kommun.yml": f"namn: Byn\ninställningar:\n  vid_bostad_visas: {shown_as}\n",
            "vandringar/storgatan.yml": WALK,
            "atgarder/lampa.yml": MEASURE,
            "loften/grindar.yml": NESTED,
            "kartor/rutt.gpx": gpx(WAY),
        },
    )
    small_town.put(folder, "site_data/bilder/gard.jpg", photo())
    small_town.put(folder, "mkdocs.yml", small_town.SETTINGS)
    small_town.put(folder, "content/om.md", "# Om\n")
    return folder / "site_data"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the site past a dwelling with the real command, and pack it as the archive does."""
    folder = tmp_path_factory.mktemp("bostad")
    town(folder)
    done = CliRunner().invoke(main, ["publicera", "--config-file", str(folder / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    write_snapshot(folder / "site", folder / "publicerat" / "allt.zip")
    return folder


@pytest.mark.parametrize("part", ["site", "publicerat"])
def test_no_file_tells_where_a_dwelling_is(published: Path, part: str) -> None:
    """Pages, maps, data, search, what is frozen and packed, and what pictures say of themselves."""
    register, _ = load(published / "site_data")
    secret = hidden(register)
    assert ("58.31234", "14.50678") in secret
    assert halves(published / part, secret) == []
    assert not [name for name, data in files(published / part) if b"6463590" in data or b"471100" in data]
    assert any(name.endswith("storgatan.json") for name, _ in files(published / part))


def test_no_route_turns_where_a_stop_is_only_roughly_known(published: Path) -> None:
    """Neither as coordinates nor in a picture: a turn would tell where in its circle the stop is."""
    register, _ = load(published / "site_data")
    site = published / "site"
    assert turns(site, register) == []
    drawn = [path for path in site.rglob("*.html") if "lo-karta__route" in path.read_text("utf-8")]
    assert site / "vandringar" / "storgatan" / "index.html" in drawn


def test_the_search_finds_a_route_that_turns_at_a_stop(published: Path, tmp_path: Path) -> None:
    """In a picture's units, and as text in a file of any kind."""
    register, _ = load(published / "site_data")
    made = (published / "site" / "kartor" / "vandring-storgatan.js").read_text("utf-8")
    small_town.put(tmp_path, "kartor/vandring-storgatan.js", re.sub('LoftetMaps.line.*"route"', "", made))
    page = (published / "site" / "vandringar" / "storgatan" / "index.html").read_text("utf-8")
    frame = Frame.of(walk_scene(small_town.site(published / "site_data"), "x/", register.walks["storgatan"]))
    turn = path_of([frame.xy(Point(58.31, 14.5)), frame.xy(Point(58.31817, 14.51533))])
    small_town.put(tmp_path, "a.html", re.sub('(class="lo-karta__route".*? d=)".*?"', rf'\1"{turn}"', page))
    small_town.put(tmp_path, "b.csv", "lat;lon\n58.32468;14.52913\n")
    small_town.put(tmp_path, "c.gpx", gpx(WAY[:1]))
    assert {one.partition(":")[0] for one in turns(tmp_path, register)} == {"a.html", "b.csv"}


def test_the_search_finds_a_place_in_every_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>58.3123400 N, 14.50678 E</p>", encoding="utf-8")
    (tmp_path / "b.js.gz").write_bytes(gzip.compress(b"[14.506781,58.31234]"))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as packed:
        packed.writestr("d.json", '{"lat": 58.31234, "lon": 14.50678}', zipfile.ZIP_DEFLATED)
    (tmp_path / "e.jpg").write_bytes(photo())
    secret = frozenset({("58.31234", "14.50678")})
    named = ["a.html", "b.js", "c.zip/d.json", "e.jpg", "e.jpg (beside the picture)"]
    assert sorted({one.partition(":")[0] for one in leaks(tmp_path, secret)}) == named
    assert sorted({one.partition(":")[0] for one in halves(tmp_path, secret)}) == named


def test_a_dwelling_is_shown_as_the_municipality_says(tmp_path: Path) -> None:
    """Also where a measure says no more than that it comes from there; what is no dwelling stays as it is."""
    for word, lat, lon in (("gata", "58.312", "14.507"), ("område", "58.31", "14.505")):
        register, problems = load(town(tmp_path / word, word))
        assert not problems
        public = as_public(register)
        told = [stop.position for stop in public.walks["storgatan"].stops]
        nested = public.promises["grindar"].measures[0].position
        for position in (
            told[1],
            public.measures["lampa"].position,
            public.measures["grind"].position,
            nested,
        ):
            assert position is not None
            assert (float(position.lat or 0), float(position.lon or 0)) == (float(lat), float(lon))
            assert (position.precision.value, position.sweref) == (word, None)
        assert told[0] is not None
        assert (str(told[0].lat), told[0].precision) == ("58.31000", PlacePrecision.POINT)
        assert as_public(public) == public


def test_every_kind_of_record_that_has_a_place_is_made_coarse() -> None:
    """A new kind with a position must be taken up in facts/coarse.py; then name it here."""
    placed = {
        kind.type
        for kind in (*KINDS, *SINGLES)
        if any(way[-1] == "noggrannhet" for way, _ in keys(kind.type))
    }
    assert placed == {SafetyWalk, Measure, Promise, Area}
