"""Laws of photographs: what is published of them, what is left behind, and what is refused."""

import os
import struct
import zlib
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from PIL import Image, ImageCms

from loftet.checks import judge
from loftet.facts import AsOf
from loftet.loading import load
from loftet.model.register import Register
from loftet.pages import all_pages
from loftet.pages.site import Site
from loftet.pictures.encoding import FORMATS
from loftet.pictures.gallery import gallery, published
from loftet.pictures.photograph import MAX_BYTES, dimensions, photograph
from loftet.problems import DataError
from made_photos import exif, jpeg, saved

TODAY = date(2026, 3, 1)
STOP = """\
titel: Stationen
datum: 2025-10-14
stopp:
  - nr: 1
    plats: Tunneln
    bild: {file}
    bild_alt: Två trasiga lampor
    bild_godkänd: ja
"""


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(width: int, height: int) -> bytes:
    """Make a PNG that says it is huge and is a few bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def register_of(
    folder: Path, data: bytes | None = None, file: str = "foto.jpg", record: str = STOP
) -> Register:
    """Write a municipality with one walk of one stop that shows a photo, and read it."""
    site_data = folder / "site_data"
    (site_data / "vandringar").mkdir(parents=True, exist_ok=True)
    (site_data / "bilder").mkdir(exist_ok=True)
    (site_data / "kommun.yml").write_text("namn: Provkommun\n", encoding="utf-8")
    (site_data / "vandringar" / "v-1.yml").write_text(record.format(file=file), encoding="utf-8")
    (site_data / "bilder" / file).write_bytes(jpeg() if data is None else data)
    register, problems = load(site_data)
    assert not problems
    return register


def problems_of(register: Register) -> list[str]:
    return [str(one) for one in judge(register, TODAY)[0]]


def test_nothing_that_the_camera_knew_is_in_any_published_byte(tmp_path: Path) -> None:
    files = published(register_of(tmp_path, jpeg(600, 400)))
    assert len(files) == 2 * len(FORMATS)
    for address, data in files.items():
        for secret in (b"Exif", b"GPS", b"Kim", b"Telefon", b"<x>", b"ICC", b"XMP", b"58.", b"Photoshop"):
            assert secret not in data, (address, secret)
        with Image.open(BytesIO(data)) as image:
            assert not image.getexif()
            assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info), address


@pytest.mark.parametrize("name", ["PNG", "WEBP"])
def test_other_formats_lose_what_they_carry_too(tmp_path: Path, name: str) -> None:
    image = Image.new("RGB", (500, 500), "red")
    data = saved(image, name, exif=exif())
    assert b"Kim" in data
    files = published(register_of(tmp_path, data, f"foto.{name.lower()}"))
    assert files
    assert not any(b"Kim" in one for one in files.values())


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_whichever_way_the_phone_was_held(tmp_path: Path, orientation: int) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(jpeg(64, 32, orientation))
    # Where the blue corner goes when each orientation is undone.
    corner = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[
        orientation
    ]
    image = photograph(path, "foto.jpg")
    assert image.size == dimensions(path, "foto.jpg") == ((64, 32) if orientation < 5 else (32, 64))
    pixel = image.getpixel((4 + corner[0] * (image.width - 9), 4 + corner[1] * (image.height - 9)))
    assert isinstance(pixel, tuple)
    assert pixel[2] > 200
    assert pixel[0] < 60


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        ((2400, 1800), ((480, 480, 360), (1600, 1600, 1200))),
        ((600, 2400), ((480, 120, 480), (1600, 400, 1600))),
        ((600, 300), ((480, 480, 240), (1600, 600, 300))),
        ((300, 200), ((480, 300, 200),)),
        ((2000, 1), ((480, 480, 1), (1600, 1600, 1))),
    ],
)
def test_a_photo_is_published_small_and_large_and_never_enlarged(
    tmp_path: Path, size: tuple[int, int], sizes: tuple[tuple[int, int, int], ...]
) -> None:
    register = register_of(tmp_path, saved(Image.new("RGB", size, "red"), "JPEG"))
    assert gallery(register)["foto.jpg"].sizes == sizes
    files = published(register)
    for name, width, height in sizes:
        for ending in FORMATS:
            with Image.open(BytesIO(files[f"bilder/foto-{name}.{ending}"])) as image:
                assert image.size == (width, height)


def test_the_same_photo_gives_the_same_bytes_drawn_anew_or_kept(tmp_path: Path) -> None:
    first = published(register_of(tmp_path / "a", jpeg(500, 300)))
    again = published(register_of(tmp_path / "a", jpeg(500, 300)))
    elsewhere = published(register_of(tmp_path / "b", jpeg(500, 300)))
    assert first == again == elsewhere


def test_what_is_kept_lies_beside_the_data_and_is_kept_by_content(tmp_path: Path) -> None:
    published(register_of(tmp_path, jpeg()))
    cache = tmp_path / ".cache" / "bilder"
    kept = {path.name for path in cache.iterdir()}
    assert len(kept) == len(FORMATS) + 1
    assert (cache / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert [path.name for path in (tmp_path / "site_data" / "bilder").iterdir()] == ["foto.jpg"]
    published(register_of(tmp_path, jpeg(colour="green")))
    assert len({path.name for path in cache.iterdir()} - kept) == len(FORMATS)


def test_a_kept_file_is_used_and_an_empty_one_made_anew(tmp_path: Path) -> None:
    register = register_of(tmp_path, jpeg())
    whole = published(register)
    for path in (tmp_path / ".cache" / "bilder").glob("*.*g"):
        path.write_bytes(b"")
    assert published(register) == whole
    for path in (tmp_path / ".cache" / "bilder").glob("*.jpg"):
        path.write_bytes(b"kept")
    assert published(register)["bilder/foto-480.jpg"] == b"kept"


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("    bild_godkänd: ja\n", ""),
        ("    bild_godkänd: ja\n", "    bild_godkänd: nej\n"),
        ("    bild_alt: Två trasiga lampor\n", ""),
        ("titel: Stationen\n", "titel: Stationen\nutkast: ja\n"),
    ],
)
def test_only_an_approved_photo_with_words_of_a_published_record_is_published(
    tmp_path: Path, line: str, other: str
) -> None:
    assert line in STOP
    register = register_of(tmp_path, record=STOP.replace(line, other))
    assert published(register.without_drafts()) == {}


def test_a_stop_without_words_or_approval_is_told_with_the_keys_to_write(tmp_path: Path) -> None:
    bare = STOP.replace("    bild_alt: Två trasiga lampor\n    bild_godkänd: ja\n", "")
    assert problems_of(register_of(tmp_path, record=bare)) == [
        "site_data/vandringar/v-1.yml:6:5: Bilden saknar text för den som inte ser.\n"
        "  Gör så här: Lägg till ”bild_alt:” som säger vad bilden visar.",
        "site_data/vandringar/v-1.yml:6:5: Bilden är inte godkänd.\n"
        "  Gör så här: Kontrollera att inga ansikten och registreringsskyltar syns. Skriv sedan ”bild_godkänd: ja”.",
    ]


def test_a_measure_without_words_or_approval_is_told_too(tmp_path: Path) -> None:
    register_of(tmp_path)
    measures = tmp_path / "site_data" / "atgarder.yml"
    measures.write_text("- id: lampor\n  titel: Nya lampor\n  bild: foto.jpg\n", encoding="utf-8")
    told = problems_of(load(tmp_path / "site_data")[0])
    assert [one.split("\n")[0] for one in told] == [
        "site_data/atgarder.yml:3:3: Bilden saknar text för den som inte ser.",
        "site_data/atgarder.yml:3:3: Bilden är inte godkänd.",
    ]


def test_two_files_that_would_get_one_address_are_told(tmp_path: Path) -> None:
    both = STOP + STOP[STOP.index("  - nr: 1") :].replace("nr: 1", "nr: 2").format(file="Fotö 1.png")
    register_of(tmp_path, file="foto-1.jpg", record=both)
    (tmp_path / "site_data" / "bilder" / "Fotö 1.png").write_bytes(jpeg())
    assert problems_of(load(tmp_path / "site_data")[0]) == [
        "site_data/vandringar/v-1.yml:11:5: Bilden ”Fotö 1.png” får samma adress som ”foto-1.jpg”.\n"
        "  Gör så här: Byt namn på en av filerna."
    ]


AS_JPEG = "Gör så här: Spara bilden som JPEG i ett bildprogram."
BROKEN = (
    "Bilden är trasig eller avklippt.\n  Gör så här: Hämta bilden från kameran igen. Spara bilden som JPEG i ett "
    "bildprogram."
)
HUGE = "Bilden har för många pixlar (högst 64 miljoner).\n  Gör så här: Spara bilden mindre, högst 4 000 pixlar bred."
MOVES = "Bilden rör sig.\n  Gör så här: Spara en stillbild som JPEG."
TWO = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            f"HEIC (iPhones eget format) kan inte visas som foto.\n  {AS_JPEG}",
        ),
        (b"\0\0\0\x18ftypisom\0\0\0\0", f"En film kan inte visas som foto.\n  {AS_JPEG}"),
        (
            b"\xef\xbb\xbf <svg xmlns='http://www.w3.org/2000/svg'/>",
            f"SVG kan inte visas som foto.\n  {AS_JPEG}",
        ),
        (b"<?xml version='1.0'?><svg/>", f"SVG kan inte visas som foto.\n  {AS_JPEG}"),
        (b"%PDF-1.7", f"PDF kan inte visas som foto.\n  {AS_JPEG}"),
        (saved(TWO[0], "GIF"), f"GIF kan inte visas som foto.\n  {AS_JPEG}"),
        (saved(TWO[0], "TIFF"), f"TIFF kan inte visas som foto.\n  {AS_JPEG}"),
        (b"", f"Filen är ingen bild i JPEG, PNG eller WebP.\n  {AS_JPEG}"),
        (b"Hej! Det h\xc3\xa4r \xc3\xa4r text.", f"Filen är ingen bild i JPEG, PNG eller WebP.\n  {AS_JPEG}"),
        (jpeg(400, 300)[:-300], BROKEN),
        (jpeg()[:30], BROKEN),
        (saved(TWO[0], "PNG")[:-30], BROKEN),
        (saved(TWO[0], "WEBP")[:-4], BROKEN),
        (saved(TWO[0], "WEBP", save_all=True, append_images=TWO[1:]), MOVES),
        (saved(TWO[0], "PNG", save_all=True, append_images=TWO[1:]), MOVES),
        (bomb(60_000, 60_000), HUGE),
        (bomb(10_000, 10_000), HUGE),
        (bomb(100, 100), BROKEN),
    ],
)
def test_a_file_that_is_no_photo_is_told_and_how_to_mend_it(tmp_path: Path, data: bytes, what: str) -> None:
    register = register_of(tmp_path, data)
    assert problems_of(register) == [f"site_data/bilder/foto.jpg: {what}"]
    assert gallery(register) == {} or what == BROKEN
    if gallery(register):
        with pytest.raises(DataError):
            published(register)


def test_a_file_of_100_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    register = register_of(tmp_path, b"\xff\xd8\xff")
    os.truncate(tmp_path / "site_data" / "bilder" / "foto.jpg", 100_000_000)
    assert MAX_BYTES < 100_000_000
    assert problems_of(register) == [
        "site_data/bilder/foto.jpg: Bildfilen är för stor (100 MB, högst 40 MB).\n"
        "  Gör så här: Spara bilden mindre, högst 4 000 pixlar bred."
    ]


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's own, hushed around the whole gallery
@given(place=st.integers(0, 1500), junk=st.binary(min_size=1, max_size=40))
def test_a_damaged_photo_is_shown_or_refused_but_never_ends_the_build(
    tmp_path_factory: pytest.TempPathFactory, place: int, junk: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "skadad.jpg"
    for whole in (jpeg(), saved(TWO[0], "PNG", exif=exif()), saved(TWO[1], "WEBP", exif=exif())):
        at = place % len(whole)
        path.write_bytes(whole[:at] + junk + whole[at + len(junk) :])
        with suppress(DataError):
            assert photograph(path, "skadad.jpg").mode == "RGB"


def test_a_phone_photo_with_a_depth_map_behind_it_is_taken(tmp_path: Path) -> None:
    both = saved(TWO[0], "MPO", save_all=True, append_images=TWO[1:])
    assert problems_of(register_of(tmp_path, both)) == []


@pytest.mark.parametrize(
    ("image", "pixel"),
    [
        (Image.new("RGBA", (20, 20), (255, 0, 0, 0)), (255, 255, 255)),
        (Image.new("LA", (20, 20), (0, 0)), (255, 255, 255)),
        (Image.new("I;16", (20, 20), 128 * 256), (128, 128, 128)),
        (Image.new("1", (20, 20), 1), (255, 255, 255)),
        (Image.new("RGB", (20, 20), (255, 0, 0)).quantize(4), (255, 0, 0)),
    ],
)
def test_see_through_and_grey_pictures_look_as_they_do_on_paper(
    tmp_path: Path, image: Image.Image, pixel: tuple[int, int, int]
) -> None:
    path = tmp_path / "bild.png"
    path.write_bytes(saved(image, "PNG"))
    assert photograph(path, "bild.png").getpixel((10, 10)) == pixel


def test_colours_of_another_profile_are_turned_into_those_of_the_web(tmp_path: Path) -> None:
    path = tmp_path / "bild.jpg"
    lab_like = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path.write_bytes(
        saved(Image.new("RGB", (20, 20), (200, 100, 50)), "JPEG", quality=100, icc_profile=lab_like)
    )
    plain = photograph(path, "bild.jpg").getpixel((10, 10))
    assert isinstance(plain, tuple)
    assert all(abs(one - other) <= 3 for one, other in zip(plain, (200, 100, 50), strict=True))
    path.write_bytes(saved(Image.new("RGB", (20, 20), (200, 100, 50)), "JPEG", icc_profile=b"not a profile"))
    assert photograph(path, "bild.jpg").size == (20, 20)


def page_of(register: Register, address: str) -> html.HtmlElement:
    site = Site(AsOf(register, TODAY), TODAY)
    body = next(page.body for page in all_pages(site) if page.address == address)
    return html.fromstring(f"<div>{body}</div>")


def test_a_stop_shows_its_photo_with_words_size_and_every_format(tmp_path: Path) -> None:
    register = register_of(tmp_path, jpeg(600, 400))
    page = page_of(register, "vandringar/v-1/")
    (image,) = page.xpath("//section[contains(@class, 'lo-stop')]//figure[@class='lo-picture']//img")
    assert image.get("alt") == "Två trasiga lampor"
    assert (image.get("width"), image.get("height"), image.get("loading")) == ("600", "400", "lazy")
    offered = [one.get("srcset") for one in page.xpath("//picture//*[@srcset]")]
    assert len(offered) == len(FORMATS)
    addresses = {choice.split()[0] for one in offered for choice in one.split(", ")}
    assert addresses == {f"../../{address}" for address in published(register)}
    assert image.get("srcset") == "../../bilder/foto-480.jpg 480w, ../../bilder/foto-1600.jpg 600w"


def test_a_photo_that_may_not_be_shown_leaves_no_trace_on_the_page(tmp_path: Path) -> None:
    register = register_of(tmp_path, record=STOP.replace("    bild_godkänd: ja\n", ""))
    page = page_of(register, "vandringar/v-1/")
    assert not page.xpath("//img")
    assert "foto" not in html.tostring(page, encoding="unicode")


def test_an_approval_is_for_one_place_and_not_for_every_use_of_the_photo(tmp_path: Path) -> None:
    again = STOP[STOP.index("  - nr: 1") :].replace("nr: 1", "nr: 2").replace("    bild_godkänd: ja\n", "")
    page = page_of(register_of(tmp_path, record=STOP + again), "vandringar/v-1/")
    assert len(page.xpath("//img")) == 1


def test_evidence_and_measure_show_their_photos(tmp_path: Path) -> None:
    register_of(tmp_path)
    site_data = tmp_path / "site_data"
    (site_data / "atgarder.yml").write_text(
        "- id: lampor\n  titel: Nya lampor\n  bild: foto.jpg\n  bild_alt: Vägen\n  bild_godkänd: ja\n",
        encoding="utf-8",
    )
    (site_data / "uppfoljningar.yml").write_text(
        "- id: u-1\n  publicerad: 2026-02-01\n  poster:\n    - om: lampor\n      bedömning: genomförd\n"
        "      belägg:\n        - bild: foto.jpg\n          alt: Fem lampor\n          godkänd: ja\n"
        "          text: Besiktningen\n",
        encoding="utf-8",
    )
    register, problems = load(site_data)
    assert not problems
    alts = [one.get("alt") for one in page_of(register, "atgarder/lampor/").xpath("//img")]
    assert alts == ["Fem lampor", "Vägen"]
    evidence = page_of(register, "uppfoljningar/u-1/").xpath("//div[@class='lo-evidence']//li")
    assert [one.get("alt") for one in evidence[0].xpath(".//img")] == ["Fem lampor"]
    assert "Besiktningen" in evidence[0].text_content()
