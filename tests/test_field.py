"""Laws of making a walk of what came home from the street: nothing private taken along, all or nothing written."""

import json
import os
import unicodedata
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from loftet.checks import judge
from loftet.cli import main
from loftet.field.placing import put_all
from loftet.field.record import record_text
from loftet.field.stops import Stop, of_csv, of_geojson
from loftet.field.walk import Inputs, new_walk
from loftet.geo import gpx
from loftet.geo.coordinates import Point
from loftet.loading import load
from loftet.model.walk import SafetyWalk
from loftet.problems import DataError
from made_photos import jpeg

TODAY = date(2026, 3, 1)
HEAD = '<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1" creator="Telefon 7">'
HOME = '<trkpt lat="58.32000" lon="14.52000"><time>2025-10-14T17:40:00Z</time></trkpt>'
ROUTE = f"""{HEAD}
<metadata><author><name>Kim Exempelsson</name></author></metadata>
<wpt lat="58.30000" lon="14.50000"><name>Mörkt vid Kims port</name><time>2025-10-14T18:02:00Z</time></wpt>
<wpt lat="58.30200" lon="14.50000"/>
<trk><name>Kvällsrunda</name><trkseg>{HOME}
<trkpt lat="58.30000" lon="14.50000"/><trkpt lat="58.30100" lon="14.50200"/><trkpt lat="58.30200" lon="14.50000"/>
{HOME}</trkseg></trk></gpx>"""
CSV = """\
Nr;Plats;Lat;Lon;Slag;Kategorier;Iakttagelse
1;Tunneln;58,3;14,5;brist;belysning, sikt;Två lampor: trasiga
2;Torget;;;;;
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write the smallest register that a walk can be added to."""
    made = tmp_path / "site_data"
    made.mkdir()
    (made / "kommun.yml").write_text("namn: Provkommun\n", encoding="utf-8")
    return made


def photos(folder: Path, files: Mapping[str, bytes]) -> Path:
    made = folder.parent / "foton"
    made.mkdir()
    for name, data in files.items():
        (made / name).write_bytes(data)
    return made


def written(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder.parent / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def walk_of(folder: Path, given: Inputs, id: str = "vandring-15") -> SafetyWalk:
    """Make a walk, put it in place, and read it as the site does: without a single problem."""
    put_all(new_walk(folder, id, given).files)
    register, problems = load(folder)
    assert not problems
    assert not judge(register, TODAY)[0]
    return register.walks[id]


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def faults(folder: Path, given: Inputs, id: str = "vandring-15") -> list[str]:
    """Tell what is wrong with the inputs, and that nothing is written."""
    before = everything(folder)
    with pytest.raises(DataError) as raised:
        put_all(new_walk(folder, id, given).files)
    assert everything(folder) == before
    return [str(one).replace(f"{folder.parent}/", "") for one in raised.value.problems]


def test_waypoints_become_stops_and_the_record_reads_at_once(folder: Path) -> None:
    walk = walk_of(folder, Inputs(route=written(folder, "rutt.gpx", ROUTE), title="Stationen: norra sidan"))
    assert walk.draft
    assert walk.title == "Stationen: norra sidan"
    assert walk.route == "vandring-15.gpx"
    assert [(stop.number, str(stop.position.lat)) for stop in walk.stops if stop.position] == [
        ("1", "58.30000"),
        ("2", "58.30200"),
    ]


def test_nothing_but_coordinates_between_the_stops_is_taken_from_the_phone(folder: Path) -> None:
    before = everything(folder)
    walk_of(
        folder, Inputs(route=written(folder, "rutt.gpx", ROUTE), photos=photos(folder, {"1.jpg": jpeg()}))
    )
    made = {name: data for name, data in everything(folder).items() if name not in before}
    assert sorted(made) == [
        "bilder/vandring-15-1.jpg",
        "kartor/vandring-15.gpx",
        "vandringar/vandring-15.yml",
    ]
    for secret in (
        b"Kim",
        b"Telefon",
        b"2025-10-14",
        b"17:40",
        b"18:02",
        b"58.32",
        b"14.52",
        b"Exif",
        b"GPS",
    ):
        assert not [name for name, data in made.items() if secret in data], secret
    kept = gpx.read(made["kartor/vandring-15.gpx"], "x").route
    assert kept == (Point(58.3, 14.5), Point(58.301, 14.502), Point(58.302, 14.5))


def test_a_route_without_a_stop_near_it_is_not_kept_and_that_is_said(folder: Path) -> None:
    path = written(folder, "rutt.gpx", f"{HEAD}<trk><trkseg>{HOME}{HOME}</trkseg></trk></gpx>")
    walk = new_walk(folder, "vandring-15", Inputs(route=path))
    assert [file.name for file in walk.files] == ["vandring-15.yml"]
    assert walk.notes == (
        "Rutten är inte sparad: inget stopp har ett läge vid den, så det går inte att se var vandringen började.",
    )


def test_photos_stand_at_the_stops_in_the_order_of_their_names(folder: Path) -> None:
    colours = {"IMG_2.jpg": "red", "IMG_10.jpg": "green", "img_1.JPG": "blue"}
    given = photos(folder, {name: jpeg(20, 20, colour=colour) for name, colour in colours.items()})
    (given / ".DS_Store").write_bytes(b"x")
    (given / "Thumbs.db").write_bytes(b"x")
    walk = new_walk(folder, "v", Inputs(photos=given))
    drawn = [
        Image.open(BytesIO(data)).convert("RGB").getpixel((15, 15))
        for path, data in walk.files.items()
        if path.suffix == ".jpg"
    ]
    assert [pixel.index(max(pixel)) for pixel in drawn if isinstance(pixel, tuple)] == [2, 0, 1]
    text = walk.files[folder / "vandringar" / "v.yml"].decode()
    assert [line.strip() for line in text.splitlines() if "bild:" in line] == [
        f"# bild: v-{n}.jpg" for n in (1, 2, 3)
    ]
    assert text.count("- nr: ") == 3


def test_a_photo_is_shown_first_when_somebody_has_looked_at_it(folder: Path) -> None:
    walk_of(folder, Inputs(photos=photos(folder, {"1.jpg": jpeg()})))
    path = folder / "vandringar" / "vandring-15.yml"
    text = path.read_text(encoding="utf-8")
    for key in ("bild", "bild_alt", "bild_godkänd"):
        text = text.replace(f"# {key}:", f"{key}:")
    path.write_text(text, encoding="utf-8")
    register, problems = load(folder)
    assert not problems
    (stop,) = register.walks["vandring-15"].stops
    assert (stop.image, stop.image_approved) == ("vandring-15-1.jpg", True)
    assert stop.image_alt == "Vad bilden visar, för den som inte ser den."


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("cp1252"),
        CSV.encode("utf-16"),
        CSV.replace("\n", "\r\n").encode(),
        CSV.replace(";", "\t").encode(),
        f"sep=;\r\n{CSV}".encode("utf-8-sig"),
        b'nr,plats,lat,lon,slag,kategorier,iakttagelse\n1,Tunneln,58.3,14.5,Brist,"belysning, sikt",'
        b'"Tv\xc3\xa5 lampor: trasiga"\n2,Torget,,,,,\n',
        "stopp;plats;Nord;Öst;slag;kategori;iakttagelse\n1;Tunneln;6462074,9;470699,6;brist;belysning|sikt;Två lampor: "
        "trasiga\n2;Torget\n".encode(),
    ],
)
def test_a_table_of_any_common_make_gives_the_same_stops(folder: Path, data: bytes) -> None:
    walk = walk_of(folder, Inputs(table=written(folder, "stopp.csv", data)))
    first, second = walk.stops
    assert first.position is not None
    assert (float(first.position.lat or 0), float(first.position.lon or 0)) == pytest.approx(
        (58.3, 14.5), abs=2e-3
    )
    assert (first.number, first.place, first.kind, first.categories, first.seen) == (
        "1",
        "Tunneln",
        "brist",
        ("belysning", "sikt"),
        ("Två lampor: trasiga",),
    )
    assert (second.place, second.position) == ("Torget", None)


@pytest.mark.parametrize(
    ("crs", "coordinates"),
    [(None, [14.5, 58.3, 91]), ("urn:ogc:def:crs:EPSG::3006", [470695.4, 6462074.9])],
)
def test_points_from_qgis_become_stops_in_either_system(crs: str | None, coordinates: list[float]) -> None:
    feature = {
        "type": "Feature",
        "properties": {"Plats": "Tunneln", "fid": 7, "klar": True},
        "geometry": {"type": "Point", "coordinates": coordinates},
    }
    line = {
        "type": "Feature",
        "properties": {},
        "geometry": {"type": "LineString", "coordinates": [coordinates, coordinates]},
    }
    document: dict[str, object] = {"type": "FeatureCollection", "features": [line, feature]}
    if crs:
        document["crs"] = {"type": "name", "properties": {"name": crs}}
    (stop,) = of_geojson(json.dumps(document).encode(), "stopp.geojson")
    assert stop.point is not None
    assert (stop.point.lat, stop.point.lon) == pytest.approx((58.3, 14.5), abs=2e-3)
    assert stop.texts == {"plats": "Tunneln"}


TEXT = st.text(max_size=60)


@given(place=TEXT, seen=TEXT, title=TEXT, number=TEXT)
def test_whatever_is_written_in_a_table_the_record_reads_and_says_it(
    tmp_path_factory: pytest.TempPathFactory, place: str, seen: str, title: str, number: str
) -> None:
    cells = [f'"{one.replace(chr(34), chr(34) * 2)}"' for one in (number, place, seen)]
    data = f"nr;plats;iakttagelse;lat;lon\n{';'.join(cells)};58,3;14,5\n".encode("utf-8", "ignore")
    (stop,) = of_csv(data, "stopp.csv")
    folder = tmp_path_factory.getbasetemp() / "register"
    (folder / "vandringar").mkdir(parents=True, exist_ok=True)
    (folder / "kommun.yml").write_text("namn: Provkommun\n", encoding="utf-8")
    text = record_text("v-1", title, None, [stop], [])
    (folder / "vandringar" / "v-1.yml").write_bytes(text.encode("utf-8", "ignore"))
    register, problems = load(folder)
    assert not problems
    (read,) = register.walks["v-1"].stops
    said = {key: unicodedata.normalize("NFC", text) for key, text in stop.texts.items()}
    assert read.place == said.get("plats", "Skriv platsen i ord")
    assert read.seen == ((said["iakttagelse"],) if "iakttagelse" in said else ())


COLUMNS = (
    "Kolumner som läses: nr, plats, lat och lon (eller nord och öst), slag, kategorier, iakttagelse, förslag."
)
NO_TEXT = "\x81\x8d".encode("latin-1")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", f"stopp.csv: Tabellen har inga rader.\n  Gör så här: {COLUMNS}"),
        (b"nr;plats\n\n;\n", f"stopp.csv: Tabellen har inga rader.\n  Gör så här: {COLUMNS}"),
        (b"a;b\n1;2\n", f"stopp.csv:1: Tabellens första rad har ingen känd kolumn.\n  Gör så här: {COLUMNS}"),
        (b"nr;Nummer\n1;2\n", "stopp.csv:1: Flera kolumner betyder nr.\n  Gör så här: Ta bort alla utom en."),
        (
            b"nr;x;y\n1;2;3\n",
            "stopp.csv:1: Vad x och y är går inte att veta.\n"
            "  Gör så här: Döp dem till lat och lon (grader), eller nord och öst (SWEREF 99 TM).",
        ),
        (NO_TEXT, "stopp.csv: Tabellen är inte text.\n  Gör så här: Spara den som CSV med UTF-8."),
        (
            b'nr;plats\n1;"a"b\n',
            "stopp.csv: Tabellen går inte att läsa.\n  Gör så här: Spara den som CSV på nytt.",
        ),
        (
            b"nr;slag\n1;fel\n",
            "stopp.csv:2: ”fel” är inget slag av iakttagelse.\n  Gör så här: Skriv brist, positivt eller förslag.",
        ),
        (
            b"nr;lat;lon\n1;58,3;\n",
            "stopp.csv:2: Raden har lat eller lon, men inte båda.\n  Gör så här: Skriv båda, eller ingen av dem.",
        ),
        (
            b"nr;lat;lon\n1;norr;14,5\n",
            "stopp.csv:2: ”norr” och ”14,5” är inte två tal.\n  Gör så här: Skriv bara tal i kolumnerna lat och lon.",
        ),
        (
            b"nr;lat;lon\n1;14.5;58.3\n",
            "stopp.csv:2: Latitud och longitud har bytt plats (lat: 14.5, lon: 58.3).\n"
            "  Gör så här: Byt plats på dem: lat: 58.3 och lon: 14.5.",
        ),
        (
            b"nr;plats\n" + b"1;x\n" * 600_000,
            "stopp.csv: Tabellen är för stor (2 MB, högst 2 MB).\n  Gör så här: Spara bara raderna med stopp.",
        ),
    ],
)
def test_a_table_that_cannot_be_read_is_told_with_row_and_mend(folder: Path, data: bytes, told: str) -> None:
    assert faults(folder, Inputs(table=written(folder, "stopp.csv", data))) == [told]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (ROUTE[:-40], "GPX-filen är trasig eller avklippt."),
        (ROUTE.replace("GPX/1/1", "GPX/9/9"), "Filen är ingen GPX-fil."),
        (f"{HEAD}<trk><trkseg/></trk></gpx>", "GPX-filen har ingen rutt."),
        (f"<!DOCTYPE gpx>{ROUTE.partition('?>')[2]}", "GPX-filen innehåller <!DOCTYPE, som inte tas emot."),
        ("", "GPX-filen är trasig eller avklippt."),
        ("Hej", "GPX-filen är trasig eller avklippt."),
    ],
)
def test_a_broken_route_is_told_and_nothing_is_written(folder: Path, data: str, what: str) -> None:
    given = Inputs(route=written(folder, "rutt.gpx", data), photos=photos(folder, {"1.jpg": jpeg()}))
    (told,) = faults(folder, given)
    assert told.startswith("rutt.gpx")
    assert what in told


def test_a_huge_route_is_refused(folder: Path) -> None:
    path = written(folder, "rutt.gpx", "")
    os.truncate(path, 100_000_000)
    (told,) = faults(folder, Inputs(route=path))
    assert told.startswith("rutt.gpx: GPX-filen är för stor (100 MB, högst 20 MB).")


def test_every_fault_of_every_input_is_told_at_once(folder: Path) -> None:
    given = Inputs(
        route=written(folder, "rutt.gpx", "Hej"),
        photos=photos(folder, {"1.jpg": jpeg(), "2.heic": b"\0\0\0\x18ftypheic", "3.jpg": jpeg()[:300]}),
        points=written(folder, "stopp.geojson", '{"type": "FeatureCollection", "features": []}'),
    )
    told = [one.partition("\n")[0] for one in faults(folder, given, "Vandring 15")]
    assert told == [
        "--id: ”Vandring 15” kan inte vara ett id: id är små bokstäver a–z, siffror och bindestreck.",
        "foton/2.heic: HEIC (iPhones eget format) kan inte visas som foto.",
        "foton/3.jpg: Bilden är trasig eller avklippt.",
        "rutt.gpx:1: GPX-filen är trasig eller avklippt.",
        "stopp.geojson: GeoJSON-filen har inga punkter.",
    ]


def test_what_is_not_there_is_told(folder: Path) -> None:
    empty = photos(folder, {})
    nowhere = folder.parent / "borta"
    assert [
        one.partition("\n")[0] for one in faults(folder, Inputs(route=nowhere, photos=empty, table=nowhere))
    ] == [
        "borta: Filen går inte att läsa: den finns inte.",
        "foton: Mappen har inga foton.",
    ]


def test_a_walk_that_is_there_is_never_written_over(folder: Path) -> None:
    walk_of(folder, Inputs(route=written(folder, "rutt.gpx", ROUTE)))
    (told,) = faults(folder, Inputs(route=folder.parent / "rutt.gpx"))
    assert told == "--id: Vandringen ”vandring-15” finns redan.\n  Gör så här: Välj ett annat id."
    (folder / "vandringar" / "vandring-15.yml").unlink()
    (told,) = faults(folder, Inputs(route=folder.parent / "rutt.gpx"))
    assert told.startswith("site_data/kartor/vandring-15.gpx: Filen finns redan.")


def test_when_one_file_cannot_be_written_none_is_left(folder: Path) -> None:
    (folder / "bilder").write_text("en fil där en mapp ska vara", encoding="utf-8")
    given = Inputs(route=written(folder, "rutt.gpx", ROUTE), photos=photos(folder, {"1.jpg": jpeg()}))
    (told,) = faults(folder, given)
    assert "Inget är skrivet." in told
    assert sorted(path.name for path in folder.iterdir()) == ["bilder", "kommun.yml"]


def test_the_command_writes_tells_and_ends_with_its_code(folder: Path) -> None:
    settings = folder.parent / "mkdocs.yml"
    settings.write_text(
        "site_name: Prov\ndocs_dir: content\ntheme: material\nplugins:\n  - loftet:\n      idag: '2026-03-01'\n",
        encoding="utf-8",
    )
    (folder.parent / "content").mkdir()
    route = written(folder, "rutt.gpx", ROUTE)
    wanted = ["nytt", "vandring", "--id", "vandring-15", "--gpx", str(route), "--config-file", str(settings)]
    ran = CliRunner().invoke(main, wanted)
    assert ran.exit_code == 0, ran.output
    assert ran.output.splitlines()[-1] == "Fyll i vandringen och kör sedan: loftet kontroll"
    assert (folder / "vandringar" / "vandring-15.yml").is_file()
    again = CliRunner().invoke(main, wanted)
    assert (again.exit_code, "finns redan" in again.output) == (1, True)
    both = CliRunner().invoke(main, [*wanted, "--csv", "a.csv", "--geojson", "b.geojson"])
    assert both.exit_code == 2


def test_an_empty_walk_can_be_made_to_fill_in(folder: Path) -> None:
    assert walk_of(folder, Inputs()).stops == ()


def test_a_stop_without_a_known_place_has_no_position() -> None:
    text = record_text("v", None, None, [Stop()], [])
    assert "läge" not in text
