"""The map of a walk on its page: what it says in words, once."""

from __future__ import annotations

from pathlib import Path

import small_town
from loftet.pages.walk_words import summary
from loftet.pages.walks import walks

WALK = "titel: Torget\ndatum: 2025-10-14\nstopp:\n  - nr: 1\n    plats: Torget\n    läge: {lat: 58.301, lon: 14.501}\n"


def test_a_walks_map_does_not_say_the_walks_summary_again(tmp_path: Path) -> None:
    """The page says it in words before the map; the map says what else it shows."""
    site = small_town.site(
        small_town.write(tmp_path, {"kommun.yml": "namn: Byn\n", "vandringar/torget.yml": WALK})
    )
    (body,) = (page.body for page in walks(site) if page.address == "vandringar/torget/")
    said = summary(site, site.register.walks["torget"])
    assert said in body.partition("<figure")[0]
    assert said not in body.partition("<figure")[2]
