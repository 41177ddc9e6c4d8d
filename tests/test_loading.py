"""The editor's folder is read whole: every fault in every file at once, and never a traceback."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loftet.checks import judge
from loftet.facts import AsOf
from loftet.facts.telling import tell
from loftet.loading import load
from loftet.model.register import KINDS
from loftet.problems import Hint
from made_registers import TODAY, loaded, written

ROOT = Path(__file__).parents[1]
LOFTE = "titel: Tryggare centrum\nåtaganden:\n  - id: ljus\n    text: Bättre ljus\n"


def told(place: Path, files: dict[str, str]) -> list[str]:
    """Give every Problem as the editor reads it, from loading and from the judges."""
    register, unread = loaded(place, files)
    found, _ = judge(register, TODAY)
    return [str(one) for one in sorted({*unread, *found})]


# What other programs leave in a file is read as it was meant.


def test_a_byte_order_mark_and_the_line_ends_of_windows_change_nothing(tmp_path: Path) -> None:
    folder = written(tmp_path, {})
    text = "titel: Lampor på gången\r\nklart_senast: hösten 2025\r\n"
    (folder / "atgarder").mkdir()
    (folder / "atgarder/lampor.yml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    register, problems = load(folder)
    assert problems == ()
    assert register.measures["lampor"].title == "Lampor på gången"


def test_letters_in_two_parts_are_read_as_one_in_texts_and_in_file_names(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", "titel: Gården på höjden\nbild: gården.jpg\n")
    folder = written(tmp_path, {"atgarder/garden.yml": apart})
    (folder / "kartor").mkdir()
    (folder / "kartor" / unicodedata.normalize("NFD", "gården.gpx")).write_bytes(b"<gpx/>")
    register, problems = load(folder)
    assert problems == ()
    assert register.measures["garden"].title == "Gården på höjden"
    assert list(register.maps) == ["gården.gpx"]


def test_what_programs_leave_behind_is_not_read(tmp_path: Path) -> None:
    litter = dict.fromkeys(
        ["Thumbs.db", ".DS_Store", "loften/~$lofte.yml", "loften/.gammalt/lofte.yml"], "x: ["
    )
    assert told(tmp_path, litter) == []


@pytest.mark.parametrize("name", ["flyttat.yaml", "flyttat.yml.txt", "Flyttat.yml", "flyttat.xlsx"])
def test_moves_under_another_name_are_not_passed_over(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, {name: "- adress: loften/a/\n"}) == [
        f"site_data/{name}: Filen läses inte: adresser som har flyttat skrivs i filen flyttat.yml.\n"
        "  Gör så här: Byt namn på filen till flyttat.yml, och spara den som ren text."
    ]


@pytest.mark.parametrize(
    "name", ["lofte-1 - kopia.yml", "lofte-1 (2).yml", "lofte-1-DESKTOP-AB12.yml", "Lofte-1 copy.yml"]
)
def test_a_copy_that_a_program_made_is_not_told_to_become_a_record(tmp_path: Path, name: str) -> None:
    mend = mend_of(tmp_path, {"loften/lofte-1.yml": LOFTE, f"loften/{name}": LOFTE})
    assert mend.startswith(
        "Är den en kopia av lofte-1.yml, från Utforskaren eller OneDrive: jämför dem och ta bort den ena. Annars: "
    )


def test_a_map_of_another_make_is_told_how_it_can_be_read(tmp_path: Path) -> None:
    assert mend_of(tmp_path, {"rutt.kml": "<kml/>"}) == "Spara den som GPX eller GeoJSON i mappen kartor/."


def test_a_file_that_cannot_be_opened_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    folder = written(tmp_path, {"loften/lofte-1.yml": LOFTE})
    (folder / "loften/bruten.yml").symlink_to(tmp_path / "finns-inte.yml")
    _, problems = load(folder)
    assert [str(one) for one in problems] == [
        "site_data/loften/bruten.yml: Filen går inte att öppna.\n"
        "  Gör så här: Kontrollera att den finns och att du får läsa den."
    ]


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    _, problems = load(tmp_path / "site_data")
    assert [one.what for one in problems] == ["Mappen med data finns inte."]


def test_a_file_name_that_is_no_text_is_shown_as_it_can_be(tmp_path: Path) -> None:
    folder = written(tmp_path, {"loften/lofte-1.yml": LOFTE})
    (folder / "loften" / "trygg\udce5.yml").write_text(LOFTE, encoding="utf-8")
    _, problems = load(folder)
    assert [str(one).encode("utf-8").decode() for one in problems] == [
        "site_data/loften/trygg?.yml: Filens namn blir postens id, och ”trygg?” kan inte vara ett id.\n"
        "  Gör så här: Byt namn på filen till trygg.yml: små bokstäver a–z, siffror och bindestreck."
    ]


# The id.


def test_a_record_without_an_id_has_its_file_name_as_id(tmp_path: Path) -> None:
    register, problems = loaded(
        tmp_path, {"loften/centrum.yml": "titel: Tryggare centrum\nperiod_i_ord: 2019/2020\n"}
    )
    assert problems == ()
    assert list(register.promises) == ["centrum"]


def test_a_measure_inside_a_promise_is_a_measure_tied_to_it_and_is_a_draft_with_it(tmp_path: Path) -> None:
    inside = (
        LOFTE
        + "åtgärder:\n  - id: lampor\n    titel: Lampor\n    åtagande: ljus\n  - id: los\n    titel: Lös\n"
    )
    files = {"loften/lofte-1.yml": inside, "loften/lofte-2.yml": LOFTE}
    register, problems = loaded(tmp_path, files)
    assert problems == ()
    assert register.measures["lampor"].commitment == "lofte-1/ljus"
    as_of = AsOf(register, TODAY)
    assert [one.id for one in as_of.measures_of_promise(register.promises["lofte-1"])] == ["lampor", "los"]
    hidden, _ = loaded(tmp_path / "utkast", {"loften/lofte-1.yml": inside + "utkast: ja\n"})
    assert not hidden.without_drafts().measures


# A fault hides nothing and accuses nobody else.


def test_a_syntax_fault_in_one_file_does_not_hide_the_faults_of_the_others(tmp_path: Path) -> None:
    files = {
        "loften/lofte-1.yml": 'titel: "Tryggare centrum\nperiod: 2025\n',
        "atgarder/a.yml": "titel: Lampor\nfarg: blå\n",
        "atgarder/b.yml": "titel: Buskar\nklart_senast: igår\n",
    }
    places = [one.split(": ")[0] for one in told(tmp_path, files)]
    assert [place.rpartition("/")[2].partition(":")[0] for place in places] == [
        "a.yml",
        "b.yml",
        "lofte-1.yml",
    ]


NAMED = {"atgarder/lampor.yml": "titel: Lampor\nansvariga: [polisen]\nåtagande: lofte-1/ljus\n"}


@pytest.mark.parametrize(
    "files",
    [
        {"parter.yml": '- id: polisen\n  namn: "Polisen\n', "loften/lofte-1.yml": LOFTE},
        {"parter.yml": "- namn: Polisen\n", "loften/lofte-1.yml": LOFTE},
        {"parter.yml": "polisen\n", "loften/lofte-1.yml": LOFTE},
        {"parter.yml": "id: polisen\nnamn: Polisen\n", "loften/lofte-1.yml": LOFTE},
        {"parter/polisen.yml": "typ: polis\n", "loften/lofte-1.yml": LOFTE},
        {"parter/polisen.yml": "- namn: Polisen\n", "loften/lofte-1.yml": LOFTE},
        {"parter/polisen.yml": "namn: Polisen\n", "loften/lofte-1.yml": "- " + LOFTE.replace("\n", "\n  ")},
        {"parter/polisen.yml": "namn: Polisen\n", "loften/lofte-1.yml": LOFTE.replace("text", "texten")},
    ],
)
def test_nobody_is_accused_of_naming_a_record_that_could_not_be_read(
    tmp_path: Path, files: dict[str, str]
) -> None:
    faults = told(tmp_path, {**NAMED, **files})
    assert faults
    assert not [one for one in faults if "lampor.yml" in one]


def test_a_municipality_with_a_fault_is_not_said_to_be_missing(tmp_path: Path) -> None:
    assert [
        one.split("\n")[0] for one in told(tmp_path, {"kommun.yml": "id: exempelby\nnamn: A\nfarg: blå\n"})
    ] == ["site_data/kommun.yml:3:1: Nyckeln ”farg” finns inte här."]


def test_two_files_that_describe_the_municipality_are_one_too_many(tmp_path: Path) -> None:
    assert told(tmp_path, {"kommun.yaml": "namn: Exempelby\n"}) == [
        "site_data/kommun.yml:1:1: Kommunen är redan beskriven i site_data/kommun.yaml.\n"
        "  Gör så här: Ta bort en av filerna."
    ]


def test_rule_16_an_example_stays_marked_as_one(tmp_path: Path) -> None:
    register, _ = loaded(tmp_path, {"kommun.yml": "namn: Exempelby\nexempel: Detta är ett exempel.\n"})
    assert register.without_drafts().municipality.example == "Detta är ett exempel."


def test_hints_are_no_problems_and_are_sorted_apart(tmp_path: Path) -> None:
    register, _ = loaded(tmp_path, {"loften/lofte-1.yml": LOFTE})
    problems, hints = judge(register, TODAY)
    assert problems == ()
    assert hints == tuple(sorted(hints))
    assert all(isinstance(one, Hint) for one in hints)


# Advice that is followed leads on.


def mend_of(tmp_path: Path, files: dict[str, str]) -> str:
    (problem,) = loaded(tmp_path, files)[1]
    return problem.mend


def test_words_are_sent_to_a_key_that_is_there_and_nowhere_else(tmp_path: Path) -> None:
    late = mend_of(tmp_path, {"atgarder/a.yml": "titel: A\nklart_senast: så snart det går\n"})
    start = mend_of(tmp_path, {"atgarder/a.yml": "titel: A\nbörjar: så snart det går\n"})
    assert late == f"{start} Andra ord skrivs i ”klart_senast_i_ord:”."
    assert "_i_ord" not in start
    entry = "gäller_per: 2026-02-20\nposter:\n  - om: a\n    utfall: drygt 20\n"
    outcome = mend_of(tmp_path, {"atgarder/a.yml": "titel: A\n", "uppfoljningar/u.yml": entry})
    assert outcome == "Skriv bara siffror (22 eller 22,5). Andra ord skrivs i ”utfall_i_ord:”."
    goal = mend_of(
        tmp_path,
        {"uppfoljningar/u.yml": "gäller_per: 2026\n", "atgarder/a.yml": "titel: A\nmål:\n  minst: fem\n"},
    )
    assert goal == "Skriv bara siffror (22 eller 22,5)."


@pytest.mark.parametrize(
    ("written_as", "told_mend"),
    [
        (
            "kommunen, polisen-norra",
            "Skriv flera som en lista: [kommunen, polisen-norra].",
        ),
        ("kommunen och polisen", "Skriv flera som en lista: [kommunen, polisen]."),
        ("[Kommunen]", "Skriv ”kommunen”."),
        (
            "Norrmåla kommun",
            "Skriv id:t för posten som du menar: det som står efter ”id:” i den, annars filens namn utan .yml.",
        ),
    ],
)
def test_a_name_that_is_no_id_is_not_made_to_one_where_another_record_is_meant(
    tmp_path: Path, written_as: str, told_mend: str
) -> None:
    assert mend_of(tmp_path, {"atgarder/a.yml": f"titel: A\nansvariga: {written_as}\n"}) == told_mend


@pytest.mark.parametrize(
    "written_as",
    ["Säkerhet <sakerhet@exempelby.se>", "mailto:sakerhet@exempelby.se", "sakerhet@exempelby.se;"],
)
@pytest.mark.parametrize("key", ["synpunkter_till", "föreslå_vandring_till"])
def test_a_mailbox_that_no_letter_would_reach_is_told_with_the_one_that_is_meant(
    tmp_path: Path, key: str, written_as: str
) -> None:
    kommun = f"namn: Exempelby\n{key}: {written_as}\n"
    assert mend_of(tmp_path, {"kommun.yml": kommun}) == "Skriv bara adressen: sakerhet@exempelby.se."


@pytest.mark.parametrize(
    ("route", "what", "mend"),
    [
        ("r.kml", "Filen ”r.kml” är ingen karta som kan läsas.", "Spara den som GPX eller GeoJSON."),
        ("kartor/r.gpx", "Filen ”kartor/r.gpx” finns inte i mappen kartor/.", "Menar du ”r.gpx”?"),
    ],
)
def test_a_route_that_would_not_be_drawn_is_told(tmp_path: Path, route: str, what: str, mend: str) -> None:
    walk = f"titel: Centrum\ndatum: 2025-10-14\nrutt: {route}\n"
    files = {"vandringar/v.yml": walk, "kartor/r.kml": "<kml/>", "kartor/r.gpx": "<gpx/>"}
    register, _ = loaded(tmp_path, files)
    assert (what, mend) in [(one.what, one.mend) for one in judge(register, TODAY)[0]]


def test_a_mailbox_without_an_address_is_told_and_one_with_a_dot_less_name_is_taken(tmp_path: Path) -> None:
    kommun = "namn: Exempelby\nkontakt:\n  - funktion: Samordnare\n    e_post: {}\n"
    assert mend_of(tmp_path, {"kommun.yml": kommun.format("växeln")}) == (
        "Skriv adressen, till exempel trygghet@exempelby.se."
    )
    assert told(tmp_path, {"kommun.yml": kommun.format("åsa-enheten@växjö.se")}) == []


# Whatever the editor does, there are Problems and no traceback.

VALID = {
    "kommun.yml": (ROOT / "site_data/kommun.yml").read_text(encoding="utf-8"),
    **{
        name: (ROOT / "site_data" / name).read_text(encoding="utf-8")
        for name in (
            "parter.yml", "omraden.yml", "fokus.yml", "loften/lofte-7.yml", "atgarder/belysning-stationsvagen.yml",
            "atgarder/kontroller-skolorna.yml", "uppfoljningar/radet-2026-02-12.yml", "vandringar/vandring-12.yml",
            "indikatorer/trygg-sen-kvall.yml", "dialoger/dialog-2024.yml", "moten/radet-2026-02-12.yml",
            "dokument/program-trygghet.yml", "grupper/radet.yml", "arsuppfoljningar/bokslut-2025.yml",
        )
    },
}  # fmt: skip
VALUES = [
    "", "ja", "0", "-1", "1E15", "1E-400", "nan", "99999999999", "2026-02-30", "0000-01-01", "9999-12-31",
    "lofte-7/belysning", "lofte-7", "polisen", "[]", "{}", "[a, b]", "{från: 2025}", "- a", "{år: 2025, från: 2024}",
    "uppfyllt", "försenad", "../../hemligt", "https://", "19811228-9874", "🙂", "a/b/c", "/", "atgard/", "x" * 3000,
    "58.3", "hösten 2025",
    "|\n  text", "'", '"', "*a", "&a b", "!x", "@", "\u2028", "a\u0301", "[[[[", "null", "~", "0x1F", "1_000", "１２",
]  # fmt: skip
KEY_AND_VALUE = re.compile(r"^(\s*(?:- )?[^\s:#][^:]*): .*$", re.MULTILINE)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value[:20]))
def test_no_value_under_any_key_gives_a_traceback(tmp_path: Path, value: str) -> None:
    files = {
        name: KEY_AND_VALUE.sub(lambda line: f"{line[1]}: {value}", text) for name, text in VALID.items()
    }
    register, problems = loaded(tmp_path, files)
    found, _ = judge(register, TODAY)
    assert problems
    assert all(one.what and one.file.startswith("site_data/") for one in (*problems, *found))


EDITS = ["delete", "value", "insert", "indent", "swap", "repeat"]


def edited(lines: list[str], edit: str, at: int, value: str, key: str) -> list[str]:
    line = lines[at]
    if edit == "delete":
        return lines[:at] + lines[at + 1 :]
    if edit == "value" and ":" in line:
        return [*lines[:at], f"{line.split(':')[0]}: {value}", *lines[at + 1 :]]
    if edit == "insert":
        blanks = line[: len(line) - len(line.lstrip(" -"))].replace("-", " ")
        return [*lines[:at], f"{blanks}{key}: {value}", *lines[at:]]
    if edit == "indent":
        return [*lines[:at], f"  {line}", *lines[at + 1 :]]
    if edit == "swap" and at:
        return [*lines[: at - 1], line, lines[at - 1], *lines[at + 1 :]]
    return [*lines[:at], line, *lines[at:]]


KEYS = sorted(
    {field.alias or name for kind in KINDS for name, field in kind.type.model_fields.items()}
    | {"senast", "läge", "x y"}
)


@st.composite
def careless(draw: st.DrawFn) -> dict[str, str]:
    """Make the files of a folder after somebody has edited up to four lines of them without looking."""
    files = dict(VALID)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(files)))
        lines = files[name].split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(EDITS))
        value, key = draw(st.sampled_from(VALUES)), draw(st.sampled_from(KEYS))
        files[name] = "\n".join(edited(lines, change, at, value, key))
    return files


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(careless())
def test_whatever_is_edited_there_are_problems_in_swedish_and_no_traceback(
    tmp_path: Path, files: dict[str, Any]
) -> None:
    register, unread = loaded(tmp_path, files)
    found, hints = judge(register, TODAY)
    for one in (*unread, *found, *hints):
        assert one.file.startswith("site_data/")
        assert one.what
        assert one.what[-1] in ".”"
        assert one.line >= 0
    as_of = AsOf(register, TODAY)
    for id in [*as_of.public.promises, *as_of.public.measures, *as_of.public.walks]:
        list(tell(as_of, id))
