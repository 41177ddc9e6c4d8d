"""No file of the built Exempelby tells a place finer than its editor lets it be shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from loftet.loading import load
from told_places import hidden, leaks, turns

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]


def test_no_place_is_told_finer_than_its_class(site: Path) -> None:
    """Pages, maps, data, search, sitemap and what pictures say of themselves."""
    register, _ = load(ROOT / "site_data")
    secret = hidden(register)
    assert len(secret) > 5
    assert leaks(site, secret) == []
    assert turns(site, register) == []
