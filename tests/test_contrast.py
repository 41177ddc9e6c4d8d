"""Laws of colours that can be read: how far two are apart, and the nearest one that is far enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftet.mkdocs_plugins.appearance import GROUNDS
from loftet.pictures.contrast import LEAST, contrast, nearest_readable


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("#000000", "#ffffff", 21), ("#777777", "#777777", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag_whichever_colour_is_named_first(one: str, other: str, apart: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(apart, abs=0.005)


@given(st.integers(0, 0xFFFFFF), st.sampled_from(sorted(GROUNDS)))
def test_the_nearest_colour_is_readable_and_one_that_is_readable_is_its_own_nearest(
    number: int, name: str
) -> None:
    colour, ground = f"#{number:06x}", GROUNDS[name]
    near = nearest_readable(colour, ground)
    assert contrast(near, ground) >= LEAST
    if contrast(colour, ground) >= LEAST + 0.1:
        assert contrast(near, colour) < 1.05
