"""The components of page bodies: what they say, how they are built, and that nothing in them runs."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from lxml import html
from markupsafe import Markup

from loftet.pages.rendering import environment, linkable

ROOT = Path(__file__).parents[1]
COMPONENTS = ROOT / "plugins" / "loftet" / "templates" / "components"
PAGES = ROOT / "plugins" / "loftet" / "pages"
CHARTS = ROOT / "plugins" / "loftet" / "charts"
STYLES = ROOT / "overrides" / "assets" / "components.css"
NAMES = sorted(file.name.removesuffix(".html.jinja") for file in COMPONENTS.iterdir())

HOSTILE = """<img src=x onerror="alert('1')">&${1}`</script>"""
LATE = {"word": "försenad", "shape": "▲", "tone": "sen", "since": "1 december 2025"}


def drawn(name: str, *values: object, **named: object) -> html.HtmlElement:
    """Call one component and give its HTML as a tree, in a frame of its own."""
    macro = getattr(environment().get_template(f"components/{name}.html.jinja").module, name)
    return html.fragment_fromstring(macro(*values, **named), create_parent="div")


def said(tree: html.HtmlElement) -> str:
    """Give the text that a reader meets, with single spaces; hidden drawings say nothing."""
    return " ".join(tree.text_content().split())


@pytest.mark.parametrize("name", NAMES)
def test_a_component_is_one_macro_named_as_its_file(name: str) -> None:
    source = (COMPONENTS / f"{name}.html.jinja").read_text(encoding="utf-8")
    assert re.findall(r"{%-? macro (\w+)\(", source) == [name]
    assert source.startswith("{#"), "each file says what it is for"


@pytest.mark.parametrize("name", NAMES)
def test_a_component_has_no_style_of_its_own_and_no_script(name: str) -> None:
    source = (COMPONENTS / f"{name}.html.jinja").read_text(encoding="utf-8")
    assert not re.search(r"style=|<script|\son[a-z]+=|\|\s*safe", source)


@pytest.mark.parametrize("name", NAMES)
def test_every_component_is_drawn_by_some_page(name: str) -> None:
    """A component that only tests draw is dead, and keeps its styles alive."""
    others = [file for file in COMPONENTS.parent.rglob("*.jinja") if file.stem != f"{name}.html"]
    sources = [*others, *PAGES.rglob("*.py")]
    assert any(f"components/{name}.html.jinja" in one.read_text(encoding="utf-8") for one in sources)


def test_every_style_is_for_something_that_is_drawn() -> None:
    rules = re.sub(r"/\*.*?\*/", "", STYLES.read_text(encoding="utf-8"), flags=re.DOTALL)
    files = [*COMPONENTS.parent.rglob("*.jinja"), *CHARTS.glob("*.py")]
    drawn_names = set(
        re.findall(r"lo-[a-z_-]+", "\n".join(file.read_text(encoding="utf-8") for file in files))
    )
    for name in set(re.findall(r"\.(lo-[a-z_-]+)", rules)) - {"lo-page"}:
        assert name in drawn_names or re.sub(r"--[a-z]+$", "--", name) in drawn_names, name


def test_a_status_says_its_word_first_and_hides_its_shape() -> None:
    tree = drawn("status", "försenad", "▲", "sen", "1 december 2025")
    assert said(tree) == "försenad sedan 1 december 2025"
    assert [svg.get("aria-hidden") for svg in tree.iter("svg")] == ["true"]


def test_a_status_without_since_is_the_word_alone() -> None:
    assert said(drawn("status", "pågår", "◆", "pagar")) == "pågår"


def test_a_bar_says_its_counts_in_words_and_leaves_out_what_is_zero() -> None:
    segments = [
        {"word": "uppfyllda", "count": 3, "shape": "●", "tone": "klart", "href": "../uppfyllda/"},
        {"word": "pausade", "count": 0, "shape": "‖", "tone": "pausad"},
        {"word": "pågår", "count": 5, "shape": "◆", "tone": "pagar"},
    ]
    tree = drawn("progress_bar", segments, "8 åtaganden", note="2 löpande räknas inte med.")
    assert said(tree) == "8 åtaganden 3 uppfyllda 5 pågår 2 löpande räknas inte med."
    assert [link.get("href") for link in tree.iter("a")] == ["../uppfyllda/"]


def test_the_key_of_a_bar_is_read_aloud_only_where_it_leads_on_or_nothing_else_says_the_counts() -> None:
    """A listener hears the counts in the label; a link must never be hidden."""
    plain = {"word": "pågår", "count": 5, "shape": "◆", "tone": "pagar"}
    link = {**plain, "href": "../pagar/"}
    heard = [
        drawn("progress_bar", segments, label).xpath(".//ul/@aria-hidden")
        for segments, label in (
            ([plain], "5 åtaganden: 5 pågår"),
            ([plain, link], "10 pågår"),
            ([plain], None),
        )
    ]
    assert heard == [["true"], [], []]


@pytest.mark.parametrize(
    ("name", "values"), [("cite_box", ["x"]), ("contact_box", [[]]), ("follow_box", [[]])]
)
def test_a_box_under_a_heading_is_no_landmark_that_says_the_heading_again(
    name: str, values: list[object]
) -> None:
    tree = drawn(name, *values)
    assert len(tree.xpath(".//h2")) == 1
    assert tree.xpath(".//section[@aria-labelledby or @aria-label or @role]") == []


def test_a_bar_of_nothing_says_what_is_missing() -> None:
    tree = drawn("progress_bar", [], "0 åtgärder", empty_text="Inga åtgärder är beslutade.")
    assert said(tree) == "0 åtgärder Inga åtgärder är beslutade."
    assert list(tree.iter("svg")) == []


def test_target_and_outcome_are_drawn_only_with_the_sentence_that_does_the_sum() -> None:
    compared = drawn(
        "target_bar", "30 kontroller", "24 kontroller", "24 av 30 är 80 procent.", Fraction(4, 5)
    )
    assert said(compared) == "Mål 30 kontroller Utfall 24 kontroller 24 av 30 är 80 procent."
    assert len(list(compared.iter("svg"))) == 1
    apart = drawn("target_bar", "en i veckan", "62", share=Fraction(4, 5), why_not="tiden är inte densamma.")
    assert said(apart).endswith("Mål och utfall kan inte jämföras: tiden är inte densamma.")
    assert list(apart.iter("svg")) == []


def test_a_missing_target_or_outcome_is_said_and_is_not_zero() -> None:
    assert said(drawn("target_bar", None, None)) == (
        "Mål inget mål är angivet Utfall inget utfall är redovisat Mål och utfall kan inte jämföras."
    )


def test_a_period_without_an_end_is_words_and_no_bar() -> None:
    whole = (
        date(2025, 1, 1),
        date(2025, 12, 31),
        date(2025, 6, 1),
        "Gäller hela 2025.",
        "1 januari",
        "31 december",
    )
    assert len(list(drawn("period_bar", *whole).iter("svg"))) == 1
    tree = drawn(
        "period_bar", date(2025, 1, 1), None, date(2025, 6, 1), "Gäller tills vidare.", "1 januari", None
    )
    assert said(tree) == "Löftets tid Gäller tills vidare."
    assert list(tree.iter("svg")) == []


def test_the_step_that_a_promise_has_come_to_is_marked() -> None:
    steps = [{"word": "Undertecknat", "date": "1 maj", "state": "klart"}, {"word": "Gäller", "state": "nu"}]
    current = drawn("lifecycle", steps).xpath(".//*[@aria-current='step']")
    assert [said(step) for step in current] == ["Gäller"]


def test_a_fact_that_is_not_given_is_said_to_be_missing_and_zero_is_a_fact() -> None:
    tree = drawn(
        "facts", [("Kostnad", None), ("Antal", 0), ("Ansvarig", ["Kommunen", "Polisen"]), ("Plats", "")]
    )
    assert [(said(row[0]), *map(said, row[1:])) for row in tree.xpath(".//dl/div")] == [
        ("Kostnad", "ej angivet"),
        ("Antal", "0"),
        ("Ansvarig", "Kommunen", "Polisen"),
        ("Plats", "ej angivet"),
    ]


def test_a_fact_may_be_made_of_markup() -> None:
    tree = drawn("facts", [("Plats", Markup('<a href="../tunneln/">Tunneln</a>'))])
    assert [said(link) for link in tree.iter("a")] == ["Tunneln"]


def test_a_line_of_an_overview_says_title_status_fact_and_date() -> None:
    item = {
        "title": "Ny belysning",
        "href": "../b/",
        "status": LATE,
        "fact": "3 av 5",
        "date": "10 mars 2026",
    }
    tree = drawn("item_list", [item, {"title": "Bara en rad"}])
    assert [said(line) for line in tree.iter("li")] == [
        "Ny belysning försenad sedan 1 december 2025 3 av 5 10 mars 2026",
        "Bara en rad",
    ]
    assert list(tree.iter("h3")) == []
    assert len(list(drawn("item_list", [item], level=3).iter("h3"))) == 1


def test_an_empty_list_says_what_is_missing() -> None:
    assert said(drawn("item_list", [], "Inga vandringar ännu.")) == "Inga vandringar ännu."
    assert said(drawn("timeline", [], empty_text="Inget har hänt.")) == "Inget har hänt."
    assert said(drawn("table", "t", "Rubrik", ["A"], [], "Inga värden.")) == "Inga värden."


def test_a_table_names_its_rows_and_columns_and_each_cell_on_a_phone() -> None:
    columns = ["Åtagande", {"title": "Mål", "numeric": True}]
    tree = drawn(
        "table", "mal", "Åtaganden", columns, [["Kontroller", "30"], {"id": "rad-2", "cells": ["Rond", "9"]}]
    )
    assert [cell.get("scope") for cell in tree.iter("th")] == ["col", "col", "row", "row"]
    assert [(cell.get("data-label"), cell.get("class")) for cell in tree.iter("td")] == [
        ("Mål", "lo-number")
    ] * 2
    assert [row.get("id") for row in tree.xpath(".//tbody/tr")] == [None, "rad-2"]
    assert said(tree.xpath(".//caption")[0]) == "Åtaganden"


def test_only_a_table_that_scrolls_is_in_the_tab_order() -> None:
    assert drawn("table", "t", "Rubrik", ["A"], [["1"]]).xpath(".//*[@tabindex]") == []
    frame = drawn("table", "t", "Rubrik", ["A"], [["1"]], cards=False).xpath(".//*[@tabindex='0']")
    assert [element.get("aria-labelledby") for element in frame] == ["t-rubrik"]


def test_a_claim_without_evidence_says_so_and_whose_it_is() -> None:
    assert said(drawn("evidence", [], "polisen")) == "Enligt polisen, underlag saknas."
    assert said(drawn("evidence", [])) == ("Underlag saknas. Vem som har lämnat uppgiften är inte angivet.")
    items = [{"text": "Protokoll, § 7", "href": "https://exempelby.se/p"}]
    assert said(drawn("evidence", items, "kommunen", "vandrarna")) == (
        "Underlag, enligt kommunen: Protokoll, § 7 Bekräftat av vandrarna."
    )


def test_an_event_that_claims_something_always_says_what_it_rests_on() -> None:
    claim = {"date": "12 augusti 2025", "heading": "Pågår", "said_by": "polisen"}
    meeting = {"date": "1 maj 2025", "heading": "Möte"}
    first, second = drawn("timeline", [claim, meeting]).iter("li")
    assert said(first) == "12 augusti 2025: Pågår Enligt polisen, underlag saknas."
    assert said(second) == "1 maj 2025: Möte"


def test_a_filter_marks_where_the_reader_is_and_leads_nowhere_empty() -> None:
    choices = [
        {"word": "Alla", "href": "../", "count": 25, "current": True},
        {"word": "Pausade", "href": "../pausade/", "count": 0},
    ]
    tree = drawn("filters", [{"title": "Status", "choices": choices}])
    assert [(said(link), link.get("aria-current")) for link in tree.iter("a")] == [("Alla 25", "page")]
    assert [said(item) for item in tree.iter("li")] == ["Alla 25", "Pausade 0"]
    assert said(tree.xpath(".//summary")[0]) == "Status: Alla"


def test_a_stop_has_its_whole_story_in_its_heading() -> None:
    status = {"word": "pågår", "shape": "◆", "tone": "pagar"}
    tree = drawn("stop", "stopp-4", "Stopp 4, Tunneln under spåren", status, "Mörkt.", None)
    assert said(tree.xpath(".//h3")[0]) == "Stopp 4, Tunneln under spåren: pågår"
    assert said(tree).endswith("Det här hände Inget svar ännu.")
    assert tree.xpath(".//section/@id") == ["stopp-4"]


def test_neighbours_are_told_apart_by_words_and_an_end_has_one() -> None:
    tree = drawn("prev_next", {"title": "Mars", "href": "../m/"}, None, "Uppföljningar")
    assert [(said(link), link.get("rel")) for link in tree.iter("a")] == [("Föregående: Mars", "prev")]
    assert said(drawn("prev_next", None, None, "Uppföljningar")) == ""


def test_an_explained_word_opens_without_script() -> None:
    tree = drawn("term", "ord-est", "EST", "Effektiv samordning för trygghet.")
    assert [button.get("popovertarget") for button in tree.iter("button")] == tree.xpath(".//*[@popover]/@id")


def test_an_original_is_a_quotation_with_its_source() -> None:
    tree = drawn("original", "30 per år.", "Löftet", "https://exempelby.se/l.pdf")
    assert tree.xpath(".//blockquote/@cite") == ["https://exempelby.se/l.pdf"]


CALLS: dict[str, tuple[object, ...]] = {
    "status": (HOSTILE, HOSTILE, "tyst", HOSTILE),
    "page_title": (HOSTILE, HOSTILE, HOSTILE),
    "facts": ([(HOSTILE, HOSTILE), (HOSTILE, [HOSTILE])],),
    "banner": ("saknas", HOSTILE, HOSTILE),
    "original": (HOSTILE, HOSTILE),
    "cite_box": (HOSTILE, "https://exempelby.se/"),
    "details": (HOSTILE, HOSTILE),
    "target_bar": (HOSTILE, HOSTILE, HOSTILE),
    "term": ("id", HOSTILE, HOSTILE),
    "table": ("id", HOSTILE, [HOSTILE, HOSTILE], [[HOSTILE, HOSTILE]]),
    "timeline": ([{"date": HOSTILE, "heading": HOSTILE, "text": HOSTILE, "said_by": HOSTILE}],),
    "item_list": ([{"title": HOSTILE, "fact": HOSTILE, "date": HOSTILE}],),
    "figures": ([{"value": HOSTILE, "label": HOSTILE}],),
    "documents": ([{"text": HOSTILE, "note": HOSTILE}],),
}


@pytest.mark.parametrize("name", CALLS)
def test_hostile_words_are_shown_as_words(name: str) -> None:
    tree = drawn(name, *CALLS[name])
    assert " ".join(HOSTILE.split()) in said(tree)
    assert list(tree.iter("img", "script")) == []


@pytest.mark.parametrize("name", CALLS)
def test_the_same_values_give_the_same_bytes(name: str) -> None:
    assert html.tostring(drawn(name, *CALLS[name])) == html.tostring(drawn(name, *CALLS[name]))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:x", " java\nscript:x", "data:text/html,x", "vbscript:x"]
)
def test_an_address_that_a_browser_could_run_is_text_and_no_link(address: str) -> None:
    assert not linkable(address)
    assert list(drawn("link", "Läs mer", address).iter("a")) == []
    assert drawn("original", "Ord", "Källa", address).xpath(".//@cite") == []


@pytest.mark.parametrize(
    "address", ["../loften/a/", "#stopp-4", "https://exempelby.se/", "mailto:a@b.se", "tel:112", "a/b:c", ""]
)
def test_an_address_of_a_page_a_letter_or_a_call_may_be_a_link(address: str) -> None:
    assert linkable(address)


def test_only_the_first_heading_of_a_page_may_be_broken_in_words_of_fourteen_letters() -> None:
    word = "Stationsområdet"
    title = drawn("page_title", word, kind=word, lead=word)
    assert title.xpath("string(//h1)") == "Stations\u00adområdet"
    assert title.text_content().count(word) == 2
    assert said(drawn("section", 2, "stationsomradet", word)) == word
