"""Laws of the table of the five plans: each thing that a plan describes stands at an address of its site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from example_sites import MUNICIPALITIES, missing

Row = dict[str, Any]  # Any: a row as written, its name and a cell per municipality

TABLE = Path(__file__).parent / "plan_coverage.yml"
NOT_THERE = "inte i planen"


def rows() -> list[Row]:
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [row for part in table for row in part["rader"]]


def faults(municipality: str, cell: object) -> list[str]:
    """Give what is wrong with one cell: every place in it that does not say what it should."""
    if isinstance(cell, str) and cell.startswith(NOT_THERE):
        return []
    if not isinstance(cell, dict) or not cell:
        return [f"{municipality}: raden har ingen adress"]
    said = [
        (address, words)
        for address, told in cell.items()
        for words in ([told] if isinstance(told, str) else told)
    ]
    return [fault for address, words in said if (fault := missing(municipality, address, str(words)))]


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row["rad"]))
def test_every_row_of_the_plans_stands_at_an_address_of_each_site(row: Row) -> None:
    """What a plan describes is found where the table says, in its words; what a plan lacks is said to be lacking."""
    assert set(row) == {"rad", *MUNICIPALITIES}
    assert [fault for one in MUNICIPALITIES for fault in faults(one, row[one])] == []


def test_a_row_without_an_address_is_a_fault() -> None:
    """An empty cell, a page, an anchor or words that are not there are each told."""
    assert faults("nassjo", {}) == ["nassjo: raden har ingen adress"]
    assert faults("nassjo", None) == ["nassjo: raden har ingen adress"]
    assert faults("nassjo", {"dokument/borta/": "x"}) == ["nassjo: sidan ”dokument/borta/” finns inte"]
    assert faults("nassjo", {"ordlista/#borta": "x"}) == ["nassjo: ”ordlista/” har inget ankare ”borta”"]
    assert faults("nassjo", {"ordlista/#lob": "polislagen"}) == [
        "nassjo: ”polislagen” står inte på ”ordlista/#lob”"
    ]
