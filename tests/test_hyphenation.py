"""Laws of the soft hyphens: a long word is broken where it is read best, and only marks are added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftet.hyphenation import soft_hyphens, title_hyphens


def test_long_words_may_be_broken_and_short_ones_not() -> None:
    assert (
        soft_hyphens("En (trygghetsvandring), nattvandring.") == "En (trygghets\u00advandring), nattvandring."
    )


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("brottsförebyggande", "brotts-förebyggande"),
        ("socialförvaltningen", "social-förvaltningen"),
        ("lokalpolisområdeschefen", "lokal-polis-områdes-chefen"),
        ("räddningstjänstförbundet", "räddnings-tjänst-förbundet"),
        ("ungdomsbrottslighet", "ungdoms-brottslighet"),
        ("kommunikationerna", "kommunikationerna"),
        ("tremånadersintervaller", "tremå-na-dersin-ter-val-ler"),
    ],
)
def test_a_compound_is_broken_at_its_joints_and_only_the_longest_others_between_syllables(
    word: str, broken: str
) -> None:
    assert soft_hyphens(word) == broken.replace("-", "\u00ad")


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("Medborgarlöfte", "Medborgar-löfte"),
        ("Trygghetsrådet", "Trygghets-rådet"),
        ("Stationsområdet", "Stations-området"),
        ("fredagskvällarna", "fredags-kvällarna"),
        ("bostadsinbrotten", "bostads-inbrotten"),
        ("igångsättningen", "igång-sätt-ningen"),
        ("Tillgänglighet", "Till-gäng-lighet"),
        ("Ungdomslöftet", "Ungdomslöftet"),
    ],
)
def test_a_word_in_the_largest_heading_is_broken_from_fourteen_letters_on(word: str, broken: str) -> None:
    assert title_hyphens(word) == broken.replace("-", "\u00ad")


@pytest.mark.parametrize(
    "text",
    [
        "trygghetsvandring-12",
        "https://exempelby.se/trygghetsvandringar/stationsomradet",
        "/trygghetsvandringar/",
        "trygghetssamordnare@exempelby.se",
        "lofte_trygghetsvandring",
        "trygghetsvandring12",
    ],
)
def test_no_id_link_or_address_is_touched(text: str) -> None:
    assert soft_hyphens(text) == text


@given(st.text(alphabet="abcåäö ,.-/@:1trygghetsvandring", max_size=80))
def test_soft_hyphens_only_add_and_add_nothing_the_second_time(text: str) -> None:
    once = soft_hyphens(text)
    assert once.replace("\u00ad", "") == text
    assert soft_hyphens(once) == once
