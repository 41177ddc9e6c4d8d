"""Charts and bars: nothing is drawn that is not known, and all that is drawn is also said."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from loftet.charts.axes import WIDTH, axis, round_step, shown_labels
from loftet.charts.bars import LEAST_PERCENT, part_widths, period_line, segmented_bar, share_bar, swatch
from loftet.charts.counts import bar_chart
from loftet.charts.key import chart_key
from loftet.charts.line import line_chart
from loftet.charts.once import drawn_once
from loftet.charts.series import BarChart, CountBar, LineChart, Series, SeriesPoint
from loftet.charts.shapes import SHAPES, shape_mark
from loftet.charts.ties import NamedBox, Tie, tied_boxes
from loftet.model.statuses import Lifecycle, Status
from loftet.wording import number

STYLES = Path(__file__).parents[1] / "overrides" / "assets" / "components.css"
HOSTILE = """<img src=x onerror="alert('1')">&${1}`"""

counts = st.lists(st.integers(0, 300), min_size=1, max_size=14)
values = st.lists(st.decimals(-(10**6), 10**6, places=2), min_size=1, max_size=30)


def chart(*points: SeriesPoint, **settings: bool) -> LineChart:
    return LineChart("trygg", "Titel", "Text", "procent", (Series("Exempelby", points),), **settings)


def parts(drawing: Markup, css_class: str) -> list[ElementTree.Element]:
    """Give the elements of a drawing that carry a class; a drawing that is not well formed raises."""
    elements = ElementTree.fromstring(drawing).iter()
    return [element for element in elements if css_class in element.get("class", "").split()]


def texts(drawing: Markup, css_class: str) -> list[str]:
    return ["".join(element.itertext()) for element in parts(drawing, css_class)]


def a_drawing_of_each_kind() -> list[Markup]:
    return [
        segmented_bar([3, 0, 1], ["●", "◆", "▲"], ["klart", "pagar", "sen"]),
        swatch("●", "klart"),
        share_bar(Fraction(3, 4)),
        period_line(date(2025, 1, 1), date(2025, 12, 31), date(2025, 6, 1)),
        line_chart(
            chart(
                SeriesPoint("2023", Decimal(62), low=Decimal(58), high=Decimal(66)),
                SeriesPoint("2024", None),
                SeriesPoint("2025", Decimal(71), preliminary=True, break_before=True),
            )
        ),
        bar_chart(BarChart("antal", "Titel", "Text", (CountBar("Belysning", 14, tone="klart"),))),
        *map(shape_mark, SHAPES),
    ]


@given(counts)
def test_the_widths_of_a_bar_fill_it_and_follow_the_counts(numbers: list[int]) -> None:
    widths = part_widths(numbers)
    assert sum(widths) == (100 if any(numbers) else 0)
    assert all((width > 0) == (number > 0) for width, number in zip(widths, numbers, strict=True))
    in_order = sorted(zip(numbers, widths, strict=True))
    assert [width for _, width in in_order] == sorted(widths)


@given(counts)
def test_one_of_three_hundred_is_still_seen(numbers: list[int]) -> None:
    assert all(width >= LEAST_PERCENT for width in part_widths(numbers) if width)


def test_a_bar_has_one_part_for_each_status_that_has_a_count() -> None:
    bar = segmented_bar([3, 0, 1], ["●", "◆", "▲"], ["klart", "pagar", "sen"])
    tones = [part.get("class", "").split()[1] for part in parts(bar, "lo-bar__part")]
    assert tones == ["lo-tone--klart", "lo-tone--sen"]


def test_a_part_with_room_carries_its_shape_and_every_part_its_pattern() -> None:
    bar = segmented_bar([99, 1], ["●", "▲"], ["klart", "sen"])
    assert len(parts(bar, "lo-bar__shape")) == 1
    assert len(parts(bar, "lo-pattern--klart")) == len(parts(bar, "lo-pattern--sen")) == 1


def test_an_outcome_above_its_target_moves_the_mark_and_never_fills_more_than_all() -> None:
    bar = share_bar(Fraction(5, 4))
    assert [part.get("width") for part in parts(bar, "lo-share__done")] == ["100%"]
    assert [part.get("x1") for part in parts(bar, "lo-share__mark")] == ["80%"]


def test_a_share_below_the_target_never_looks_full() -> None:
    bar = share_bar(Fraction(299, 300))
    assert [part.get("width") for part in parts(bar, "lo-share__done")] == ["99.67%"]


@pytest.mark.parametrize(
    ("today", "place"),
    [
        (date(2024, 6, 1), "0%"),
        (date(2025, 1, 1), "0%"),
        (date(2025, 7, 2), "49.86%"),
        (date(2027, 1, 1), "100%"),
    ],
)
def test_today_outside_the_period_stands_at_its_end(today: date, place: str) -> None:
    line = period_line(date(2025, 1, 1), date(2025, 12, 31), today)
    assert [part.get("x1") for part in parts(line, "lo-period__today")] == [place]


def test_no_line_is_drawn_across_a_missing_value() -> None:
    drawing = line_chart(
        chart(
            SeriesPoint("1", Decimal(1)),
            SeriesPoint("2", Decimal(2)),
            SeriesPoint("3", None),
            SeriesPoint("4", Decimal(3)),
        )
    )
    lines = parts(drawing, "lo-chart__line")
    assert [len(line.get("points", "").split()) for line in lines] == [2]
    assert len(parts(drawing, "lo-chart__point")) == 3
    assert len(parts(drawing, "lo-chart__missing")) == 1


def test_no_line_is_drawn_across_a_series_break_and_the_break_is_named() -> None:
    before, after = (
        (SeriesPoint("1", Decimal(1)), SeriesPoint("2", Decimal(2))),
        (SeriesPoint("4", Decimal(3)),),
    )
    drawing = line_chart(chart(*before, SeriesPoint("3", Decimal(2), break_before=True), *after))
    assert [len(line.get("points", "").split()) for line in parts(drawing, "lo-chart__line")] == [2, 2]
    assert len(parts(drawing, "lo-chart__break")) == 1
    assert texts(drawing, "lo-chart__note") == ["tidsseriebrott"]


def test_no_line_leads_to_a_value_that_is_not_joined_to_the_one_before() -> None:
    apart = SeriesPoint("2024–2025", Decimal(2), joined=False)
    drawing = line_chart(chart(SeriesPoint("1", Decimal(1)), SeriesPoint("2", Decimal(2)), apart))
    assert [len(line.get("points", "").split()) for line in parts(drawing, "lo-chart__line")] == [2]
    assert parts(drawing, "lo-chart__break") == []


def test_a_preliminary_value_is_hollow() -> None:
    drawing = line_chart(chart(SeriesPoint("1", Decimal(1)), SeriesPoint("2", Decimal(2), preliminary=True)))
    assert len(parts(drawing, "lo-chart__point--preliminary")) == 1


def test_a_margin_is_drawn_only_when_both_its_ends_are_known() -> None:
    both, one = (
        SeriesPoint("1", Decimal(2), low=Decimal(1), high=Decimal(3)),
        SeriesPoint("2", Decimal(2), low=Decimal(1)),
    )
    assert len(parts(line_chart(chart(both, one)), "lo-chart__margin")) == 3


def test_each_number_of_a_short_series_is_printed_and_of_a_long_one_the_ends() -> None:
    short = [SeriesPoint(str(year), Decimal(year)) for year in range(6)]
    long = [SeriesPoint(str(year), Decimal(year)) for year in range(7)]
    assert texts(line_chart(chart(*short)), "lo-chart__number") == ["0", "1", "2", "3", "4", "5"]
    assert texts(line_chart(chart(*long)), "lo-chart__number") == ["0", "6"]


def test_a_series_without_any_value_draws_its_gaps() -> None:
    drawing = line_chart(chart(SeriesPoint("2024", None, "för få svar")))
    assert len(parts(drawing, "lo-chart__missing")) == 1
    assert parts(drawing, "lo-chart__point") == []


def test_a_comparison_is_drawn_behind_and_otherwise() -> None:
    own = Series("Exempelby", (SeriesPoint("1", Decimal(1)), SeriesPoint("2", Decimal(2))))
    county = Series("Länet", (SeriesPoint("1", Decimal(3)), SeriesPoint("2", Decimal(3))), comparison=True)
    drawing = line_chart(LineChart("a", "b", "c", "d", (own, county)))
    kinds = [line.get("class", "").rsplit("--")[-1] for line in parts(drawing, "lo-chart__line")]
    assert kinds == ["comparison", "main"]


def test_the_key_names_only_the_signs_that_the_chart_has() -> None:
    assert chart_key(chart(SeriesPoint("1", Decimal(1)))) == ""
    key = chart_key(
        chart(
            SeriesPoint("2022", None, "visas inte: för få svar"),
            SeriesPoint("2023", None),
            SeriesPoint("2024", None, "visas inte: för få svar"),
            SeriesPoint("2025", Decimal(2), preliminary=True),
        )
    )
    words = ["".join(element.itertext()).strip() for element in ElementTree.fromstring(key)]
    assert words == ["preliminär siffra", "2022, 2024: visas inte: för få svar", "2023: uppgift saknas"]


def test_a_count_in_words_stays_in_words() -> None:
    drawing = bar_chart(BarChart("a", "b", "c", (CountBar("Kontroller", 20, words="drygt 20"),)))
    assert texts(drawing, "lo-chart__number") == ["drygt 20"]


def test_a_missing_count_has_no_bar_and_says_so() -> None:
    drawing = bar_chart(BarChart("a", "b", "c", (CountBar("Rån", None, missing="visas inte: färre än 5"),)))
    assert parts(drawing, "lo-chart__bar") == []
    assert texts(drawing, "lo-chart__number") == ["visas inte: färre än 5"]


def test_bars_are_as_long_as_their_counts() -> None:
    drawing = bar_chart(BarChart("a", "b", "c", (CountBar("A", 10), CountBar("B", 5), CountBar("C", 0))))
    whole, half, none = (float(bar.get("width", "")) for bar in parts(drawing, "lo-chart__bar"))
    assert abs(half - whole / 2) <= 0.1
    assert none == 0


def test_a_long_name_is_broken_and_never_cut() -> None:
    name = "Trygghetsskapande" * 8
    drawing = bar_chart(BarChart("a", "b", "c", (CountBar(name, 1),)))
    assert "".join(texts(drawing, "lo-chart__name")) == name
    assert len(texts(drawing, "lo-chart__name")) > 1


def test_a_chart_is_one_picture_with_title_and_description() -> None:
    svg = ElementTree.fromstring(line_chart(chart(SeriesPoint("1", Decimal(1)))))
    assert svg.get("role") == "img"
    assert [child.text for child in svg[:2]] == ["Titel.", "Text"]
    assert [child.get("id") for child in svg[:2]] == svg.get("aria-labelledby", "").split()


def test_no_word_drawn_in_a_chart_is_spoken_beside_its_title_and_description() -> None:
    """Firefox lets a screen reader into a picture, and the numbers of an axis say nothing without it."""
    drawings = (
        line_chart(chart(SeriesPoint("2024", Decimal(62)), SeriesPoint("2025", Decimal(71)))),
        bar_chart(BarChart("stapel", "Titel", "Text", (CountBar("Klotter", 3),))),
        tied_boxes("band", "Titel", "Text", (NamedBox("Rådet", "Nivå"), NamedBox("Gruppen")), (Tie(1, 0),)),
    )
    for drawing in drawings:
        *named, drawn = ElementTree.fromstring(drawing)
        assert ["".join(element.itertext()) for element in named] == ["Titel.", "Text"]
        assert drawn.get("aria-hidden") == "true"
        assert list(drawn.iter("text"))


def test_drawings_carry_classes_and_neither_colours_nor_styles() -> None:
    for drawing in a_drawing_of_each_kind():
        for element in ElementTree.fromstring(drawing).iter():
            assert not {"style", "fill", "stroke", "color"} & set(element.keys()), drawing


def test_a_text_is_ten_pixels_high_on_a_phone() -> None:
    sizes = re.findall(r"\.lo-chart text \{[^}]*font-size: ([\d.]+)px", STYLES.read_text(encoding="utf-8"))
    on_phone, on_screen = map(float, sizes)
    assert on_phone * (360 - 32) / WIDTH >= 10
    assert on_screen * (720 - 64) / WIDTH >= 10


def test_hostile_words_are_written_as_words() -> None:
    drawing = line_chart(
        LineChart("a", HOSTILE, HOSTILE, HOSTILE, (Series(HOSTILE, (SeriesPoint(HOSTILE, Decimal(1)),)),))
    )
    assert texts(drawing, "lo-chart__unit") == texts(drawing, "lo-chart__period") == [HOSTILE]
    bars = bar_chart(BarChart("a", HOSTILE, HOSTILE, (CountBar(HOSTILE, None, missing=HOSTILE),)))
    assert texts(bars, "lo-chart__number") == [HOSTILE]
    assert texts(shape_mark(HOSTILE), "lo-shape") == [HOSTILE]


@pytest.mark.parametrize("kind", Status.__subclasses__())
def test_every_status_has_a_drawn_shape_and_a_dressed_tone(kind: type[Status]) -> None:
    rules = re.findall(r"([^{}]+)\{\s*--lo-tone: var", STYLES.read_text(encoding="utf-8"))
    dressed = set(re.findall(r"lo-tone--(\w+)", " ".join(rules)))
    for status in kind:
        assert status.shape in SHAPES, status
        assert status.tone in dressed, status


def test_the_life_of_a_promise_is_among_the_statuses() -> None:
    assert Lifecycle in Status.__subclasses__()


def test_numbers_keep_the_precision_that_they_were_published_with() -> None:
    drawing = line_chart(chart(SeriesPoint("1", Decimal("66.50")), SeriesPoint("2", Decimal(7250))))
    assert texts(drawing, "lo-chart__number") == [number(Decimal("66.50")), number(7250)]


@given(values, st.booleans())
def test_an_axis_holds_every_value_and_rises_by_one_round_step(
    numbers: list[Decimal], from_zero: bool
) -> None:
    scale = axis(numbers, 276, 56, from_zero=from_zero)
    assert scale.low <= min(numbers) <= max(numbers) <= scale.high
    assert {later - tick for tick, later in pairwise(scale.ticks)} == {scale.ticks[1] - scale.ticks[0]}
    assert 2 <= len(scale.ticks) <= 7
    assert not from_zero or scale.low <= 0 <= scale.high


@pytest.mark.parametrize(
    ("least", "step"), [("0.75", "1"), ("1", "1"), ("1.2", "2"), ("23", "50"), ("0.012", "0.02")]
)
def test_a_step_is_one_two_or_five(least: str, step: str) -> None:
    assert str(round_step(Decimal(least))) == step


@given(st.lists(st.text("0123456789/", min_size=1, max_size=12), min_size=1, max_size=60), st.floats(50, 400))
def test_the_last_label_is_always_printed_and_none_touch(labels: list[str], room: float) -> None:
    shown = shown_labels(labels, room)
    printed = [place for place, is_shown in enumerate(shown) if is_shown]
    assert printed[-1] == len(labels) - 1
    step = room / max(len(labels) - 1, 1)
    widest = max(map(len, labels)) * 8.6
    assert all((later - place) * step > widest for place, later in pairwise(printed))


def test_what_a_page_draws_often_is_drawn_once_and_shown_in_every_place() -> None:
    """Put back in each place, the body is what it was; what stands once is left alone."""
    bar = segmented_bar([3, 2], ["●", "◐"], ["klart", "delvis"])
    marks = [shape_mark("●"), *[shape_mark("◐")] * 3, swatch("●", "klart"), swatch("◐", "delvis"), bar]
    body = f"<h1>Läget</h1>{''.join(marks)}"
    once = drawn_once(body)
    sheet, _, rest = once.partition("</defs></svg>\n")
    drawn = dict(
        re.findall(r'<(?:symbol|g) id="([^"]+)"[^>]*>(.*?)</(?:symbol|g)>(?=<symbol|<g id|$)', sheet)
    )
    assert len(drawn) == 3
    assert len(once) < len(body)
    assert rest.count(str(shape_mark("●"))) == 1
    assert re.sub(r'<use href="#([^"]+)"/>', lambda use: drawn[use[1]], rest) == body.replace(
        str(shape_mark("◐")),
        str(shape_mark("◐")).replace(' viewBox="-8 -8 16 16" width="16" height="16"', ""),
    )


@pytest.mark.parametrize("marks", [["●"], ["●", "◐", "◆"], []])
def test_a_body_that_repeats_no_drawing_is_given_back_as_it_was(marks: list[str]) -> None:
    body = "<p>Ett</p>".join(str(shape_mark(mark)) for mark in marks)
    assert drawn_once(body) == body


def test_no_rule_of_the_style_sheet_reaches_into_a_drawing_from_outside() -> None:
    """A drawing's copies are styled by rules that begin inside it; the rest they inherit."""
    inside = re.compile(r"\.lo-(?:pattern[\w-]* > (?:rect|line)|bar__shape|shape__line)$")
    rules = re.findall(r"(?m)^\s*([^{}@/]*[^{}@/\s])\s*\{", STYLES.read_text(encoding="utf-8"))
    reaching = [one.strip() for rule in rules for one in rule.split(",") if inside.search(one.strip())]
    assert len(reaching) > 10
    assert [one for one in reaching if len(one.split()) > 1 and not one.startswith(".lo-pattern")] == []
