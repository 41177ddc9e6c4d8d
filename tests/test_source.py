"""Laws of reading the editor's YAML: text stays text, places are true, every slip has its own Swedish sentence."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.problems import Problem
from loftet.source import DEEPEST, Document, Plain, read


def document(text: str | bytes) -> Document:
    data = text.encode() if isinstance(text, str) else text
    found, problems = read(data, "x.yml")
    assert problems == ()
    assert found is not None
    return found


def told(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return [f"{problem.place}: {problem.what}" for problem in read(data, "x.yml")[1]]


def only(text: str | bytes) -> Problem:
    data = text.encode() if isinstance(text, str) else text
    problems = read(data, "x.yml")[1]
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize("written", ["18:00", "no", "0192", "2026-02-30", "1e3", "5_000", "ja", "58.3"])
def test_every_scalar_stays_the_text_it_was_written_as(written: str) -> None:
    assert document(f"värde: {written}\n").value == {"värde": written}


def test_places_count_from_one_and_tell_key_from_value() -> None:
    read_ = document("id: x\nparter:\n  - part: polisen\n    roll: undertecknar\n")
    assert read_.place(("parter", 0, "roll")) == (4, 5)
    assert read_.value_place(("parter", 0, "roll")) == (4, 11)
    assert read_.place(("parter", 0)) == (3, 5)


def test_a_path_that_is_not_written_has_the_place_of_its_nearest_ancestor() -> None:
    read_ = document("id: x\nperiod:\n  från: 2025\n")
    assert read_.place(("period", "till")) == (2, 1)
    assert read_.value_place(("period", "till")) == (2, 1)
    assert read_.place(("saknas",)) == (1, 1)


def test_line_ends_byte_order_mark_and_a_schema_comment_change_nothing() -> None:
    plain = "# yaml-language-server: $schema=lofte.json\nid: x\ntext: |\n  å\n  ä\n"
    expected = document(plain)
    for data in (plain.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + plain.encode()):
        assert document(data) == expected


def test_decomposed_letters_are_put_together() -> None:
    text = "område: Strömstad\n"
    assert document(unicodedata.normalize("NFD", text)) == document(text)


def test_block_texts_keep_their_lines() -> None:
    assert document("a: |\n  ett\n  två\nb: >-\n  tre\n  fyra\n").value == {
        "a": "ett\ntvå\n",
        "b": "tre fyra",
    }


FAULTS: dict[str, tuple[str | bytes, str, str]] = {
    "empty file": (b"", "x.yml: Filen är tom.", "Fyll i uppgifterna eller ta bort filen."),
    "only comments": (
        "# id: x\n\n",
        "x.yml: Filen innehåller bara kommentarer.",
        "Fyll i uppgifterna eller ta bort filen.",
    ),
    "running text": (
        "Vi lovar mer ljus.\n",
        "x.yml:1:1: Filen är löpande text. Den ska bestå av rader med nyckel, kolon och värde.",
        "Skriv till exempel ”titel: Tryggare centrum”, med kolon och blanksteg efter nyckeln.",
    ),
    "too large": (
        b"a: b\n" * 300_000,
        "x.yml: Filen är 1,4 MB. En fil får vara högst 1 MB.",
        "Dela filen: en post per fil. Bilder och dokument läggs i egna filer.",
    ),
    "a picture": (
        b"\x89PNG\r\n\x1a\n\x00",
        "x.yml: Filen är en bild (png) och inte text.",
        "Skriv uppgifterna i en textfil som slutar på .yml. Bilder läggs i bilder/ och dokument i original/.",
    ),
    "any binary": (
        b"\x00\x01\x02\x03\x04",
        "x.yml: Filen är inte text: den innehåller nolltecken, som i ett program eller en bild.",
        "Skriv uppgifterna i en textfil som slutar på .yml. Bilder läggs i bilder/ och dokument i original/.",
    ),
    "UTF-16 with a mark": (
        "id: x\n".encode("utf-16"),
        "x.yml: Filen är sparad som UTF-16 (kallas ibland Unicode). Den måste vara UTF-8.",
        "Spara om filen som UTF-8. I Anteckningar: Spara som, och välj UTF-8 vid Kodning.",
    ),
    "UTF-16 without a mark": (
        "titel: Väg\n".encode("utf-16-le"),
        "x.yml: Filen är sparad som UTF-16 (kallas ibland Unicode). Den måste vara UTF-8.",
        "Spara om filen som UTF-8. I Anteckningar: Spara som, och välj UTF-8 vid Kodning.",
    ),
    "Latin-1": (
        "id: x\ntitel: Väg\n".encode("latin-1"),
        "x.yml:2:9: Filen är sparad som Latin-1 (kallas också ANSI eller Windows-1252) och måste vara UTF-8, "
        "annars blir å, ä och ö fel. Första felet: ”ä”.",
        "Spara om filen som UTF-8. I Anteckningar: Spara som, och välj UTF-8 vid Kodning.",
    ),
    "control character": (
        "id: x\ntitel: V\x07g\n",
        "x.yml:2:9: Här står ett osynligt tecken (U+0007) som inte kan läsas.",
        "Radera raden och skriv om den. Tecknet följde troligen med när texten klistrades in.",
    ),
    "duplicate key": (
        "id: x\ntitel: a\nid: y\n",
        "x.yml:3:1: ”id” står två gånger: här och på rad 1.",
        "Behåll den ena. Är det flera värden: skriv dem som en lista under en enda nyckel.",
    ),
    "empty value": (
        "id: x\ntitel:\n",
        "x.yml:2:1: ”titel” har inget värde.",
        "Skriv ett värde efter kolon, eller ta bort raden. Hör raderna under till ”titel”: "
        "dra in dem med två blanksteg.",
    ),
    "empty value by a comment": (
        "id: x\ntitel: #trygg\n",
        "x.yml:2:1: ”titel” har inget värde: allt efter # är en kommentar och läses inte.",
        'Ska det vara med, sätt det inom citattecken: ”titel: "#trygg"”.',
    ),
    "empty item": (
        "lista:\n  - a\n  -\n",
        "x.yml:3:4: Strecket har inget efter sig.",
        "Skriv något efter strecket eller ta bort raden.",
    ),
    "tabs": (
        "id: x\nperiod:\n\tfrån: 2025\n\ttill: 2026\n",
        "x.yml:3:1: Raden är indragen med tabb. YAML tillåter bara blanksteg. Likaså rad 4.",
        "Byt varje tabb mot två blanksteg. I VS Code: ”Convert Indentation to Spaces”.",
    ),
    "missing space": (
        "id: x\ntitel:Hej\ntext: y\n",
        "x.yml:2:6: Det saknas blanksteg efter kolon i ”titel:Hej”.",
        "Skriv ”titel: Hej”.",
    ),
    "missing space in the only row": (
        "titel:Hej\n",
        "x.yml:1:6: Det saknas blanksteg efter kolon i ”titel:Hej”.",
        "Skriv ”titel: Hej”.",
    ),
    "missing space in an indented row": (
        "period:\n  från:2025-03-30\n",
        "x.yml:2:3: Det saknas blanksteg efter kolon i ”från:2025-03-30”.",
        "Skriv ”från: 2025-03-30”.",
    ),
    "hard blank after the colon": (
        "id:\u00a0x\ntitel: y\n",
        "x.yml:1:3: Efter kolon i ”id:” står ett hårt blanksteg (U+00A0), inte ett vanligt.",
        "Radera det och skriv ett vanligt blanksteg. Det följde troligen med vid inklistring.",
    ),
    "hard blank before the key": (
        "id: x\n\u00a0titel: y\n",
        "x.yml:2:1: Vid nyckeln ”titel” står ett hårt blanksteg (U+00A0), som inte räknas som blanksteg.",
        "Radera det och skriv vanliga blanksteg. Det följde troligen med när texten klistrades in.",
    ),
    "missing space in the first row": (
        "titel:Hej\nid: x\n",
        "x.yml:1:6: Det saknas blanksteg efter kolon i ”titel:Hej”.",
        "Skriv ”titel: Hej”.",
    ),
    "no colon in the first row": (
        "Löfte om centrum\nid: x\n",
        "x.yml:1:1: Raden saknar kolon och nyckel: ”Löfte om centrum”.",
        "Hör den till texten ovanför: dra in den med två blanksteg. "
        "Annars: skriv nyckel, kolon, blanksteg och värde.",
    ),
    "no colon": (
        "id: x\nen rad till\ntitel: y\n",
        "x.yml:2:1: Raden saknar kolon och nyckel: ”en rad till”.",
        "Hör den till texten ovanför: dra in den med två blanksteg. "
        "Annars: skriv nyckel, kolon, blanksteg och värde.",
    ),
    "no key": (
        ": Hej\n",
        "x.yml:1:1: Nyckeln före kolon saknas.",
        "Skriv nyckeln, till exempel ”titel: Tryggare centrum”.",
    ),
    "indent between two": (
        "period:\n  från: 2025\n till: 2026\n",
        "x.yml:3:2: Indraget stämmer inte: raden har 1 blanksteg och raden ovanför 2.",
        "Använd två blanksteg för varje nivå, och samma indrag för rader som hör ihop.",
    ),
    "indented under a value": (
        "titel: Hej\n  text: y\n",
        "x.yml:2:3: ”text” är indragen under en rad som redan har ett värde: ”titel: Hej”.",
        "Ge ”text” samma indrag som raden ovanför. Hör den dit: ta bort värdet ovanför.",
    ),
    "block text with a short indent": (
        "text: |\n  ett\n två\nid: x\n",
        "x.yml:3:2: Raden hör till texten som börjar på rad 1 men är mindre indragen än den.",
        "Dra in raden lika mycket som textens första rad.",
    ),
    "comma cuts a sentence": (
        "- {text: Bättre ljus, säkrare väg, lugnare, id: a}\n",
        "x.yml:1:23: Kommatecknet inom { } klipper av texten: ”säkrare väg” blev en egen nyckel utan värde.",
        'Sätt hela texten inom raka citattecken: "Bättre ljus, säkrare väg, lugnare".',
    ),
    "double quote never closed": (
        'titel: "Hej\nid: x\n',
        'x.yml:1:8: Citattecknet (") avslutas inte, så raden ”id: x” blev en del av texten.',
        'Sätt ett " till där texten slutar, eller ta bort det första.',
    ),
    "double quote closed by another's": (
        'titel: "Hej\nid: "x"\n',
        'x.yml:1:8: Citattecknet (") avslutas inte, så raden ”id: "x"” blev en del av texten.',
        'Sätt ett " till där texten slutar, eller ta bort det första.',
    ),
    "quote that swallows a key": (
        'titel: "Hej\nid: x"\n',
        'x.yml:1:8: Citattecknet (") avslutas inte, så raden ”id: x"” blev en del av texten.',
        'Sätt ett " till där texten slutar, eller ta bort det första.',
    ),
    "quote never closed in the last row": (
        "id: x\ntitel: 'Hej\n",
        "x.yml:2:8: Citattecknet (') avslutas inte.",
        "Sätt ett ' till där texten slutar.",
    ),
    "bracket never closed": (
        "ansvariga: [polisen, tekniska\nid: x\n",
        "x.yml:1:12: [ avslutas inte med ] på samma rad: ”ansvariga: [polisen, tekniska”.",
        "Sätt ] där listan slutar. Är [ en del av en text: sätt texten inom raka citattecken.",
    ),
    "brace never closed": (
        "läge: {lat: 58.3, lon: 14.5\n",
        "x.yml:1:7: { avslutas inte med } på samma rad: ”läge: {lat: 58.3, lon: 14.5”.",
        "Sätt } där listan slutar. Är { en del av en text: sätt texten inom raka citattecken.",
    ),
    "closing bracket of nothing": (
        "id: x\n]\n",
        "x.yml:2:1: Här står ] men ingen sådan hakparentes är öppnad ovanför.",
        "Ta bort ].",
    ),
    "two commas": (
        "lista: [a,, b]\n",
        "x.yml:1:11: Inom hakparenteserna saknas något före ”,”.",
        "Skriv det som saknas, eller ta bort det ena kommatecknet.",
    ),
    "text after a quote": (
        'titel: "Trygg" stad\n',
        "x.yml:1:16: Text efter det avslutande citattecknet: ”stad”.",
        "Sätt citattecken runt hela texten: '\"Trygg\" stad'.",
    ),
    "apostrophe within single quotes": (
        "plats: 'Anna's gata'\n",
        "x.yml:1:14: Text efter det avslutande citattecknet: ”s gata'”.",
        'Sätt citattecken runt hela texten: "Anna\'s gata".',
    ),
    "text after a bracket": (
        "titel: [Trygg] stad\n",
        "x.yml:1:16: Text efter ]: ”stad”. YAML läser [ som en lista.",
        'Sätt hela texten inom raka citattecken: "[Trygg] stad".',
    ),
    "colon in a text": (
        "titel: Trygghet: på kvällen\n",
        "x.yml:1:16: Kolon inne i texten: ”Trygghet: på kvällen”. YAML tror att en ny nyckel börjar där.",
        'Sätt hela texten inom citattecken: titel: "Trygghet: på kvällen".',
    ),
    "colon in the second row of a text": (
        "text: Vi lovar\n  flera poliser: tre\n",
        "x.yml:2:16: Kolon inne i en text på flera rader: ”flera poliser: tre”.",
        "Skriv | efter nyckeln och hela texten på raderna under, indragen med två blanksteg.",
    ),
    "typographic quotes": (
        "titel: ”Hej”\n",
        "x.yml:1:8: Texten står inom typografiska citattecken (”). De skyddar inte texten utan följer med ut.",
        'Skriv raka citattecken: "Hej". Ska de typografiska synas: "”Hej”".',
    ),
    "typographic quotes around a colon": (
        "titel: “Trygghet: nu”\n",
        "x.yml:1:17: Texten står inom typografiska citattecken (“). De skyddar inte texten utan följer med ut.",
        'Skriv raka citattecken: "Trygghet: nu". Ska de typografiska synas: "“Trygghet: nu”".',
    ),
    "key that is no text": (
        "[a, b]: c\n",
        "x.yml:1:1: Nyckeln före kolon är inte vanlig text.",
        "Skriv nyckeln som ett ord. Ska raden vara text: sätt den inom raka citattecken.",
    ),
    "at sign first": (
        "epost: @kommunen\n",
        "x.yml:1:8: Ett värde kan inte börja med @ i YAML.",
        'Sätt texten inom raka citattecken: "@kommunen".',
    ),
    "per cent sign first": (
        "mål: %5 fler\n",
        "x.yml:1:6: Ett värde kan inte börja med % i YAML.",
        'Sätt texten inom raka citattecken: "%5 fler".',
    ),
    "grave accent first": (
        "id: `x`\n",
        "x.yml:1:5: Ett värde kan inte börja med ` i YAML.",
        'Sätt texten inom raka citattecken: "`x`".',
    ),
    "row that begins with per cent": (
        "%5 fler\nid: x\n",
        "x.yml:1:1: En rad kan inte börja med %, som är en instruktion i YAML.",
        "Ta bort raden, eller skriv nyckel och kolon före och sätt texten inom raka citattecken.",
    ),
    "greater than first": (
        "mål: > 5 procent\n",
        "x.yml:1:6: > efter kolon betyder att texten börjar på nästa rad, men här står text på samma rad.",
        'Sätt texten inom raka citattecken: "> 5 procent".',
    ),
    "block text that begins too early": (
        "text: | Hej\n  på dig\n",
        "x.yml:1:7: | efter kolon betyder att texten börjar på nästa rad, men här står text på samma rad.",
        "Flytta det som står efter | till nästa rad, med samma indrag som där.",
    ),
    "backslash": (
        'fil: "C:\\Users"\n',
        "x.yml:1:9: Omvänt snedstreck (\\) inom dubbla citattecken har en särskild betydelse i YAML.",
        "Byt de dubbla citattecknen mot enkla ('…'), eller skriv \\\\ i stället för \\.",
    ),
    "dash after the colon": (
        "lista: - a\n",
        "x.yml:1:8: - direkt efter kolon kan inte läsas: ”lista: - a”.",
        "En lista: skriv varje streck på en egen rad under nyckeln. "
        'En text: sätt den inom raka citattecken, "- a".',
    ),
    "list under a value": (
        "parter: flera\n  - polisen\n",
        "x.yml:2:3: Raden börjar med streck, men raden ovanför har redan ett värde: ”parter: flera”.",
        "En lista: ta bort texten efter kolon ovanför. En text: börja inte raden med streck.",
    ),
    "list among keys": (
        "id: x\n- polisen\n",
        "x.yml:2:1: Här börjar en lista bland nycklarna, utan egen nyckel: ”- polisen”.",
        "Skriv nyckeln med kolon på raden ovanför listan, utan värde efter kolon.",
    ),
    "key among items": (
        "- id: x\ntitel: y\n",
        "x.yml:2:1: Raden saknar streck, men raderna ovanför är en lista med streck: ”titel: y”.",
        "Sätt streck och blanksteg först på raden, eller dra in den så att den hör till raden ovanför.",
    ),
    "alias": (
        "titel: *viktigt\n",
        "x.yml:1:8: * först i ett värde är en hänvisning till ett ankare i YAML och används inte här.",
        'Sätt texten inom raka citattecken: "*…". Ska samma uppgift stå på två ställen: skriv den två gånger.',
    ),
    "emphasis": (
        "titel: *viktigt*\n",
        "x.yml:1:8: * först i ett värde är en hänvisning till ett ankare i YAML och används inte här.",
        'Sätt texten inom raka citattecken: "*viktigt*".',
    ),
    "anchor": (
        "titel: &a Hej\n",
        "x.yml:1:8: & först i ett värde är ett ankare i YAML och används inte här.",
        'Sätt texten inom raka citattecken: "&…". Ska samma uppgift stå på två ställen: skriv den två gånger.',
    ),
    "tag": (
        "titel: !viktigt Hej\n",
        "x.yml:1:8: Utropstecken först i ett värde är en instruktion i YAML (en tagg) och används inte här.",
        'Sätt texten inom raka citattecken: "!…", eller ta bort utropstecknet.',
    ),
    "two documents": (
        "id: x\n---\nid: y\n",
        "x.yml:2:1: Här börjar ett nytt dokument (---). En fil får bara innehålla ett.",
        "Ta bort raden med ---. Är det en ny post som börjar: lägg den i en egen fil.",
    ),
    "row after the end": (
        "id: x\n...\ntitel: y\n",
        "x.yml:3:1: Raden hör inte ihop med det som står ovanför: ”titel: y”.",
        "En fil är antingen rader med nycklar eller en enda lista. Ta bort rader med tre punkter (...).",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_common_fault_has_its_own_sentence_and_mend(name: str) -> None:
    text, what, mend = FAULTS[name]
    problem = only(text)
    assert f"{problem.place}: {problem.what}" == what
    assert problem.mend == mend


def test_a_mend_that_is_followed_is_read_without_complaint() -> None:
    assert document('titel: "Trygghet: på kvällen"\nplats: "Anna\'s gata"\ncitat: "”Hej”"\n').value == {
        "titel": "Trygghet: på kvällen",
        "plats": "Anna's gata",
        "citat": "”Hej”",
    }


@pytest.mark.parametrize(
    "text",
    [
        "källa: https://polisen.se/a",
        "a:\n  https://scb.se/b",
        "- mailto:x@y.se",
        "tid: kl 18:00",
        "a: ”b” och ”c”",
    ],
)
def test_a_colon_that_belongs_to_the_text_is_no_fault(text: str) -> None:
    assert told(text) == []


def test_a_syntax_fault_does_not_hide_the_faults_after_it() -> None:
    assert told('a: Ett: två\nb:tre\nc: "fyra\nd: [fem\nd: sex\ne:\n') == [
        "x.yml:1:7: Kolon inne i texten: ”Ett: två”. YAML tror att en ny nyckel börjar där.",
        "x.yml:2:2: Det saknas blanksteg efter kolon i ”b:tre”.",
        'x.yml:3:4: Citattecknet (") avslutas inte, så raden ”d: [fem” blev en del av texten.',
        "x.yml:4:4: [ avslutas inte med ] på samma rad: ”d: [fem”.",
        "x.yml:5:1: ”d” står två gånger: här och på rad 4.",
        "x.yml:6:1: ”e” har inget värde.",
    ]


def test_a_file_whose_structure_must_be_guessed_gives_no_values_and_no_guessed_faults() -> None:
    found, problems = read(b"titel: a\n  titel: b\n  id: c\nx:y\n", "x.yml")
    assert found is None
    assert [problem.line for problem in problems] == [2, 4]


def test_a_file_whose_fault_is_plain_gives_its_other_values_to_be_judged() -> None:
    found, _ = read("titel: Ett: två\nid:\nperiod: 2025\n".encode(), "x.yml")
    assert found is not None
    assert found.value == {"titel": "Ett: två", "period": "2025"}
    assert ("id",) in found.marks


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000, "? " * 100_000])
def test_a_hundred_thousand_levels_are_one_problem_and_no_crash(text: str) -> None:
    assert only(text).what == f"Här är det fler än {DEEPEST} nivåer inuti varandra."


def test_fifty_levels_are_read() -> None:
    assert told("[" * DEEPEST + "a" + "]" * DEEPEST) == []


def test_a_bomb_of_aliases_is_refused_where_each_is_used() -> None:
    text = "a: &a [x, x]\nb: [*a, *a]\n"
    assert [problem.line for problem in read(text.encode(), "x.yml")[1]] == [1, 2, 2]


ODD_TEXT = st.text(alphabet="ab:-[]{}\"'#|>&*!%@`?,.\n\t \r\u00a0åö”\\0\ufeff\u2028", max_size=60)
ENGLISH = ("expected", "found ", "while ", "mapping", "parsing", "scanning")


@settings(max_examples=300, deadline=None)
@given(st.one_of(ODD_TEXT.map(str.encode), st.binary(max_size=60)))
def test_whatever_the_bytes_there_are_values_or_swedish_problems_within_the_file(data: bytes) -> None:
    found, problems = read(data, "x.yml")
    assert found is not None or problems
    last = data.count(b"\n") + data.count(b"\r") + 1
    for problem in problems:
        assert 0 <= problem.line <= last
        assert problem.mend
        assert not any(word in f"{problem.what} {problem.mend}" for word in ENGLISH)


KEYS = st.text(alphabet="abåäö_", min_size=1, max_size=3)
TEXTS = st.text(alphabet="abåäö :#-'\"[]{}\\", min_size=1, max_size=8).filter(str.strip)
PLAIN: st.SearchStrategy[Plain] = st.one_of(
    TEXTS, st.lists(TEXTS, max_size=3), st.lists(st.dictionaries(KEYS, TEXTS, max_size=2), max_size=2)
)


def written(value: Plain) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return "{" + ", ".join(f"{key}: {written(inner)}" for key, inner in value.items()) + "}"


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(KEYS, PLAIN, min_size=1))
def test_what_is_written_within_quotes_comes_back_as_it_was(value: dict[str, Plain]) -> None:
    text = "".join(f"{key}: {written(inner)}\n" for key, inner in value.items())
    assert document(text).value == value


def test_a_megabyte_of_faults_is_told_within_seconds() -> None:
    began = time.process_time()
    assert read(b"a: b: c\n" * 120_000, "x.yml")[1]
    assert time.process_time() - began < 5
