"""Masking: a detail goes from everything at hand in every form, the reason stays, and the chain still verifies."""

from __future__ import annotations

import gzip
import html
import io
import json
import shutil
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from loftet.cli import main
from loftet.loading import load
from loftet.problems import DataError
from loftet.publishing import journal
from loftet.publishing.detail import Detail, MaskingReason
from loftet.publishing.kept import Kept, beside
from loftet.publishing.manifest import read_log
from loftet.publishing.masking import MaskOrder, mask, rehearse_masking
from loftet.publishing.masks import read_masks
from loftet.publishing.publication import publish, update
from loftet.publishing.verifying import verified, verified_copy
from small_town import SETTINGS, TOWN, order, plainly_built, put, tree, write
from stopped_runs import ALL_DONE, full_disk, kill, stopped_at

NAME = "Åke O'Hara-Björk"
LATER = date(2026, 3, 20)
REASON = MaskingReason("personuppgift (OSL 21 kap. 1 §)", LATER, "registratorn")
MARKER = "(uppgift maskerad 20 mars 2026 av registratorn – personuppgift (OSL 21 kap. 1 §))"
ORIGINAL = f"Protokoll. {NAME} var med.\n".encode()
PEOPLED = {
    **TOWN,
    "vandringar/torget.yml": f"""\
# Vandringen på torget, anteckningar av {NAME}
titel: Torget med {NAME}
datum: 2025-10-14   # en tisdag
anmärkning: >
  Vi gick förbi huset där Åke
  O'Hara-Björk bor.
original:
  - fil: protokoll.txt
    sha256: {sha256(ORIGINAL).hexdigest()}
    titel: 'Protokoll av Åke O''Hara-Björk'
stopp:
  - nr: 1
    plats: "Tunneln"   # mörk
  - nr: 2
    plats: {{i_ord: Trappan}}
""".replace("plats: {i_ord: Trappan}", "plats: Trappan"),
    "uppfoljningar/februari.yml": TOWN["uppfoljningar/februari.yml"].replace(
        "Fem av sju lampor lyser.", f"Fem av sju lampor lyser vid {NAME}s port."
    ),
}


def silent(_line: str) -> None:
    """Say nothing meanwhile."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A municipality that has published twice what it should not have, with a snapshot of each publication."""
    top = tmp_path_factory.mktemp("byn")
    data = write(top, PEOPLED)
    put(data, "original/protokoll.txt", ORIGINAL)
    put(top, "content/tack.txt", f"Tack till {NAME}.\n")
    ask = replace(order(data), archive=top / "arkiv")
    publish(ask, plainly_built(), silent)
    write(top, {"atgarder/buskar.yml": "titel: Klippa buskar\nåtagande: ljus/buskar\n"})
    publish(replace(ask, today=date(2026, 3, 12)), plainly_built(), silent)
    return top


@pytest.fixture
def town(published: Path, tmp_path: Path) -> Path:
    """The same municipality, to be changed at will."""
    return shutil.copytree(published, tmp_path / "byn") / "site_data"


def asked(data: Path, words: str = NAME, **more: object) -> MaskOrder:
    top = data.parent
    base = MaskOrder(Detail(words), REASON, data, top / "content", top / "site")
    return replace(base, **more)  # type: ignore[arg-type]  # the fields that a test names


def masked(data: Path, words: str = NAME, **more: object) -> list[str]:
    return list(mask(asked(data, words, **more), silent))


def refused(data: Path, words: str = NAME, **more: object) -> str:
    before = tree(data.parent)
    with pytest.raises(DataError) as error:
        masked(data, words, **more)
    assert tree(data.parent) == before
    return str(error.value)


def forms(words: str) -> set[str]:
    """Give a detail in each form that a site writes words in."""
    hyphenated = words.replace("Bj", "Bj\u00ad").replace("Ha", "Ha\u00ad")
    plain = {words, hyphenated, words.replace(" ", "\u00a0"), unicodedata.normalize("NFD", words)}
    cased = {one for each in plain for one in (each, each.upper(), each.lower())}
    escaped = {form for one in cased for form in (html.escape(one), json.dumps(one)[1:-1], quote(one), one)}
    return escaped | {words.replace("'", "&#39;"), words.replace("'", "''"), "ake-o-hara-bjork"}


def every_byte(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give every file below a folder as it lies, and what is packed in it."""
    for name, data in tree(folder).items():
        yield name, name.encode() + data
        yield from unpacked(name, data)


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                inner = archive.read(entry)
                yield f"{name}/{entry.filename}", entry.filename.encode() + entry.comment + inner
                yield from unpacked(f"{name}/{entry.filename}", inner)
    elif data.startswith(b"\x1f\x8b"):
        yield name, gzip.decompress(data)


def standing(folder: Path, words: str = NAME) -> list[str]:
    """Name every file in which a detail stands in any form."""
    wanted = [one.encode() for one in forms(words)]
    return sorted({name for name, data in every_byte(folder) if any(one in data for one in wanted)})


def test_after_masking_the_detail_stands_in_no_byte_at_hand(town: Path) -> None:
    """Data, comments, originals, edition, ledger, shown site, both snapshots; stored, deflated, escaped, hyphenated."""
    everything = "\n".join(sorted(forms(NAME)))
    put(town.parent, "site/alla-former.txt", everything)
    packed(town.parent / "arkiv/lagrad.zip", zipfile.ZIP_STORED, {"a.html": f"<p>{everything}</p>"})
    inner = (town.parent / "arkiv/lagrad.zip").read_bytes()
    packed(
        town.parent / "annat/i-zip.zip",
        zipfile.ZIP_DEFLATED,
        {"b.zip": inner, "c.gz": gzip.compress(everything.encode())},
    )
    put(town.parent, ".site.loftet-avbruten/index.html", everything)
    assert len(standing(town.parent)) > 20
    masked(town, copies=(town.parent / "annat",))
    assert standing(town.parent) == []


def packed(path: Path, packing: int, files: dict[str, str | bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.comment = f"Av {NAME}".encode()
        for name, content in files.items():
            archive.writestr(name, content)


def test_yaml_keeps_its_form_and_its_comments(town: Path) -> None:
    """Only the words change; the hash of an original that was masked is stated anew."""
    masked(town)
    told = (town / "vandringar/torget.yml").read_text(encoding="utf-8")
    protocol = (town / "original/protokoll.txt").read_bytes()
    assert protocol.decode() == f"Protokoll. {MARKER} var med.\n"
    wanted = PEOPLED["vandringar/torget.yml"].replace("Åke O''Hara-Björk", MARKER).replace(NAME, MARKER)
    wanted = wanted.replace("Åke\n  O'Hara-Björk", MARKER)
    assert told == wanted.replace(sha256(ORIGINAL).hexdigest(), sha256(protocol).hexdigest())
    assert load(town)[1] == ()


def test_the_chain_verifies_and_every_other_alteration_is_still_named(town: Path) -> None:
    """Kept files, both snapshots and the shown site: exactly what was masked is accepted."""
    masked(town)
    assert faults(town) == []
    for name, what in (
        ("publicerat/utgavor/februari/kropp.html", "Utgåvan ”februari” är ändrad sedan den publicerades."),
        ("publicerat/utgavor/februari/data.json", "Utgåvan ”februari” är ändrad sedan den publicerades."),
        ("publicerat/manifest/1.json", "Manifestet för publicering 1 saknas eller är ändrat."),
        ("site/vandringar/torget/index.html", "Filen är ändrad sedan den publicerades (publicering 2)."),
        ("site/atgarder/buskar/index.html", "Filen är ändrad sedan den publicerades (publicering 2)."),
    ):
        path = town.parent / name
        before = path.read_bytes()
        path.write_bytes(before + b" ")
        assert [one.partition(": ")[2] for one in faults(town)] == [what], name
        path.write_bytes(before)


def faults(data: Path) -> list[str]:
    kept = beside(data)
    log, masks = read_log(kept)[0], read_masks(kept)[0]
    copies = [data.parent / "site", *sorted((data.parent / "arkiv").glob("*.zip"))]
    found = [*verified(kept), *(one for copy in copies for one in verified_copy(copy, log, masks))]
    return [f"{one.file}: {one.what}" for one in found]


def test_an_older_copy_in_which_the_detail_stands_is_named(town: Path) -> None:
    """Somebody puts an unmasked snapshot back: it is as it was published, and that is the fault."""
    name = "publicering-1-2026-03-10.zip"
    shutil.copy(town.parent / "arkiv" / name, town.parent / "gammal.zip")
    masked(town)
    (town.parent / "gammal.zip").replace(town.parent / "arkiv" / name)
    told = {one.partition(": ")[2] for one in faults(town)}
    assert told == {
        "Här står kvar en uppgift som är maskerad på andra ställen; kör ”loftet maskera” med --kopia (publicering 1)."
    }
    masked(town)
    assert faults(town) == []


def test_a_masking_can_neither_be_altered_nor_added_to_the_past(town: Path) -> None:
    """Each line hangs on the one before, and the next publication on the last."""
    masked(town)
    masked(town, "Klippa buskar")
    publish(order(town, LATER), plainly_built(), silent)
    path = beside(town).path("maskeringar.jsonl")
    first, second = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for altered in (first.replace("registratorn", "någon") + second, first, second, ""):
        path.write_text(altered, encoding="utf-8")
        assert faults(town) != []
    path.write_text(first + second, encoding="utf-8")
    assert [one for one in faults(town) if "arkiv/" not in one] == []


def test_what_is_kept_of_a_masking_is_no_hash_of_the_detail(town: Path) -> None:
    """Only hashes that a manifest or a seal has published already, and what each file became."""
    published = {
        one
        for name, data in every_byte(beside(town).folder)
        for one in json_hashes(data)
        if "maskering" not in name
    }
    masked(town)
    (line,) = beside(town).path("maskeringar.jsonl").read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert (told["skäl"], told["datum"], told["funktion"]) == (REASON.why, "2026-03-20", "registratorn")
    assert {one["före"] for one in told["filer"]} <= published
    assert "utgavor/februari/data.json" in {one["fil"] for one in told["filer"]}


def json_hashes(data: bytes) -> set[str]:
    return {one for one in data.decode("utf-8", "replace").split('"') if len(one) == 64}


def test_the_next_publication_agrees_with_the_masked_edition_and_says_why(town: Path) -> None:
    """The edition's page and the page of corrections give reason, day and function, not what."""
    masked(town)
    update(order(town, LATER), plainly_built(), silent)
    for page in ("uppfoljningar/februari", "rattelser"):
        text = (town.parent / f"site/{page}/index.html").read_text(encoding="utf-8").replace("\u00ad", "")
        assert "20 mars 2026" in text, page
        assert "registratorn" in text, page
        assert "personuppgift (OSL 21 kap. 1 §)" in text, page
    assert "Maskerat" not in (town.parent / "site/uppfoljningar/index.html").read_text(encoding="utf-8")
    assert faults(town) == []
    assert standing(town.parent) == []


def test_an_editor_who_has_already_taken_the_words_out_of_the_data_may_publish(town: Path) -> None:
    """A frozen account whose words are masked agrees with one where they are left out, and with nothing else."""
    path = town / "uppfoljningar/februari.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(f"{NAME}s", "s"), encoding="utf-8")
    with pytest.raises(DataError, match="får inte ändras efteråt"):
        update(order(town, LATER), plainly_built(), silent)
    masked(town)
    update(order(town, LATER), plainly_built(), silent)
    path.write_text(path.read_text(encoding="utf-8").replace("lyser", "är släckta"), encoding="utf-8")
    with pytest.raises(DataError, match="får inte ändras efteråt"):
        update(order(town, LATER), plainly_built(), silent)


def test_a_rehearsal_names_every_place_and_changes_nothing(town: Path) -> None:
    """Pages, data, feeds, originals, ledger, edition, alternative texts and each file of a snapshot."""
    put(town.parent, "site/bild/index.html", f'<img alt="{html.escape(NAME)}">')
    before = tree(town.parent)
    told = list(rehearse_masking(asked(town)))
    assert tree(town.parent) == before
    top = town.parent
    for line in (
        "  site_data/vandringar/torget.yml: 4 ställen (uppgifter)",
        "  site_data/original/protokoll.txt: 1 ställe (original)",
        "  content/tack.txt: 1 ställe (fil)",
        "  publicerat/utgavor/februari/kropp.html: 1 ställe (fryst utgåva)",
        f"  {top}/site/bild/index.html: 1 ställe, varav 1 i bildtext (sida)",
        f"  {top}/site/data/vandringar/torget.json: 3 ställen (data)",
        f"  {top}/arkiv/publicering-1-2026-03-10.zip/original/protokoll.txt: 1 ställe (original)",
        "Inget är ändrat.",
    ):
        assert line in told, line
    assert any("(flöde)" in line for line in told)
    assert any("(adresslista)" in line for line in told)
    assert not any(form in line for line in told for form in forms(NAME))


def test_the_settings_are_left_alone_and_named(town: Path) -> None:
    """What is no data is not ours to change."""
    put(town.parent, "mkdocs.yml", f"site_name: {NAME} lovar\n")
    assert masked(town)[-1] == "Uppgiften står också i mkdocs.yml. Ta bort den där själv."
    assert standing(town.parent) == ["mkdocs.yml"]


def test_an_address_that_is_the_detail_goes_once_the_editor_has_renamed_the_record(town: Path) -> None:
    """In a file's name or an id it is refused with the way out; then ledger, site and snapshots lose the address."""
    old, new = town / "vandringar/ake-o-hara-bjork.yml", town / "vandringar/porten.yml"
    old.write_text("titel: Porten\ndatum: 2025-11-01\nstopp_i_ord: Inga.\n", encoding="utf-8")
    ask = replace(order(town, LATER), archive=town.parent / "arkiv")
    publish(ask, plainly_built(), silent)
    told = refused(town)
    assert (
        "site_data/vandringar/uppgift-maskerad.yml: Uppgiften står i filens namn, som också blir en adress."
        in told
    )
    assert "Gör så här: Ge filen ett nytt namn" in told
    old.rename(new)
    masked(town)
    assert standing(town.parent) == []
    assert (town.parent / "site/vandringar/uppgift-maskerad/index.html").is_file()
    assert faults(town) == []
    update(replace(ask, archive=None), plainly_built(), silent)


def test_an_id_that_is_the_detail_is_refused_at_its_line(tmp_path: Path) -> None:
    """An id is an address: masking it would break links without a word."""
    data = write(
        tmp_path, {**TOWN, "dialoger/kafe.yml": "titel: Kafé\nhört:\n  - id: andersson\n    text: Mer ljus\n"}
    )
    told = refused(data, "Andersson")
    assert told.startswith("site_data/dialoger/kafe.yml:3:9: Uppgiften står i ett id, som är en adress.")


def test_a_key_or_a_value_that_must_be_of_a_kind_is_refused_at_its_line(tmp_path: Path) -> None:
    """The file would not be readable, or not be a promise any more, without the words."""
    data = write(tmp_path, TOWN)
    told = refused(data, "titel")
    assert "site_data/atgarder/armaturer.yml:1:8: Uppgiften står så att filen inte skulle gå att läsa" in told
    assert "site_data/moten/radet.yml:1:8: Efter maskeringen: ”(uppgift" in refused(data, "2026-02-12")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Åk", "loftet maskera: Uppgiften är för kort: den måste ha minst 3 bokstäver eller siffror."),
        ("...", "loftet maskera: Uppgiften är för kort: den måste ha minst 3 bokstäver eller siffror."),
        ("Quintus Zetterqvist", "loftet maskera: Uppgiften finns inte i något som går att nå härifrån."),
        ("lamp", "Bokstäverna står inne i längre ord i site_data/"),
        ("div", "Uppgiften träffar för mycket: samma ord står i sidornas eller datafilernas egen kod."),
        ("maskerad", "Uppgiften är ett ord som alltid står kvar där något är maskerat."),
    ],
)
def test_words_that_cannot_be_masked_are_refused(town: Path, words: str, told: str) -> None:
    """Too short, not there, within words, in the pages' own code: nothing is changed."""
    assert told in refused(town, words)


def test_a_common_word_is_refused_until_the_editor_states_how_often_it_stands(town: Path) -> None:
    """Twenty places in the municipality's own files are many for one person."""
    put(town.parent, "content/lista.md", "# Lista\n\n" + "- Gunnebo\n" * 21)
    assert "Uppgiften står på 21 ställen i era egna filer" in refused(town, "Gunnebo")
    assert "lägg till --högst 21" in refused(town, "Gunnebo")
    masked(town, "Gunnebo", most=21)
    assert standing(town.parent, "Gunnebo") == []


def test_a_zip_that_cannot_be_read_and_a_file_without_text_are_refused(town: Path) -> None:
    """Nobody may believe that what was not looked into is clean."""
    put(town.parent, "arkiv/trasig.zip", b"PK\x03\x04" + b"x" * 40)
    assert "arkiv/trasig.zip: Zip-filen går inte att läsa" in refused(town)
    (town.parent / "arkiv/trasig.zip").unlink()
    put(town, "original/karta.pdf", b"%PDF-1.4 (" + NAME.encode() + b")")
    assert (
        "site_data/original/karta.pdf: Uppgiften står i en fil som det inte går att ändra text i"
        in refused(town)
    )
    (town / "original/karta.pdf").unlink()
    put(town.parent, "site/original/karta.pdf", b"%PDF-1.4 (" + NAME.encode() + b")")
    masked(town)
    assert (town.parent / "site/original/karta.pdf").read_text(encoding="utf-8") == MARKER


def test_a_reason_and_a_function_are_demanded_in_swedish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As somebody at a municipality meets the command, who may also be asked for the detail."""
    write(tmp_path, PEOPLED)
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    put(tmp_path, "site_data/original/protokoll.txt", ORIGINAL)
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, ("maskera", NAME))
    assert told.exit_code == 1
    assert told.output == (
        "loftet maskera: --funktion saknas.\n"
        "  Gör så här: Skriv funktionen som har beslutat, inget namn: --funktion registratorn.\n"
        "loftet maskera: --skäl saknas.\n"
        "  Gör så här: Skriv varför, utan att säga vad: --skäl personuppgift.\n"
        "2 fel. Inget är ändrat.\n"
    )
    words = ("maskera", "--skäl", "personuppgift", "--funktion", "registratorn")
    told = CliRunner().invoke(main, words, input=f"{NAME}\n")
    assert (told.exit_code, "git filter-repo" in told.output) == (0, True), told.output
    assert standing(tmp_path) == []
    told = CliRunner().invoke(main, ("maskera", NAME, "--skäl", f"{NAME}: hemligt", "--funktion", "a@b"))
    assert told.output.count("får bara ha bokstäver") == 2


@pytest.mark.parametrize("stop", [kill, full_disk])
def test_stopped_at_any_step_all_files_change_or_none(tmp_path: Path, stop: Callable[[], None]) -> None:
    """The next run ends what was decided, and clears away what was not."""
    ends = set()
    for step in range(1, 100):
        top = tmp_path / str(step)
        for name in ("data/a.yml", "arkiv/b.zip", "site/gammal/index.html"):
            put(top, name, "Åke")
        kept, old = Kept(top / "publicerat"), tree(top)
        kept.folder.mkdir()
        new: dict[Path, bytes | None] = {
            top / "data/a.yml": b"(maskerad)",
            top / "arkiv/b.zip": b"PK",
            top / "site/gammal/index.html": None,
            top / "site/ny/index.html": b"ny",
        }
        ended = stopped_at(step, lambda: journal.exchange(kept, new), stop)  # noqa: B023 - run at once
        journal.complete(kept)
        done = {"data/a.yml": b"(maskerad)", "arkiv/b.zip": b"PK", "site/ny/index.html": b"ny"}
        assert tree(top) in (old, done), f"step {step}"
        assert tree(top) == old or not (top / "site/gammal").exists()
        ends.add(tree(top) == done)
        shutil.rmtree(top)
        if ended == ALL_DONE:
            break
    assert (ends, step > 10, ended) == ({True, False}, True, ALL_DONE)
