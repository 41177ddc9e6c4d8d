"""Laws of how things hang together: documents under every parent, bodies with every tie, drawn and told alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import small_town
from loftet.charts.ties import WIDTH, NamedBox, Tie, tied_boxes
from loftet.pages.bodies import bodies
from loftet.pages.documents import documents
from loftet.pages.site import plain_text

BODIES = {
    "grupper/radet.yml": "namn: Rådet\nnivå: strategisk\nrapporterar_till: [styrelsen, kommunen]\n",
    "grupper/styrelsen.yml": "namn: Kommunstyrelsen\nnivå: politisk\n",
    "grupper/est.yml": "namn: EST-gruppen\nnivå: beredande\nrapporterar_till: radet\nlyfter_till: radet\n",
}
DOCUMENTS = {
    "dokument/program.yml": "titel: Programmet\n",
    "dokument/avtal.yml": "titel: Avtalet\n",
    "dokument/plan.yml": "titel: Planen\nunder: [program, avtal]\n",
}


def page(folder: Path, files: dict[str, str], draw: object, address: str) -> str:
    site = small_town.site(small_town.write(folder, {**small_town.TOWN, **files}))
    assert callable(draw)
    return next(str(one.body) for one in draw(site) if one.address == address)


def test_each_tie_is_a_line_in_the_picture_and_in_the_list(tmp_path: Path) -> None:
    """Two report, one reports to a party, one lifts its questions: four lines, one of them dashed."""
    body = page(tmp_path, BODIES, bodies, "grupper/")
    assert len(re.findall(r'class="lo-ties__line', body)) == 4
    assert len(re.findall(r"lo-ties__line--dashed", body)) == 1
    text = plain_text(body)
    for said in (
        "Rådet rapporterar till Kommunstyrelsen",
        "Rådet rapporterar till Byns kommun",
        "EST-gruppen rapporterar till Rådet",
        "EST-gruppen lyfter frågor till Rådet",
    ):
        assert said in text


def test_bodies_without_ties_have_no_picture(tmp_path: Path) -> None:
    """One body alone, or several of which nothing is said, draws nothing."""
    alone = {"grupper/radet.yml": "namn: Rådet\n"}
    assert "lo-ties" not in page(tmp_path, alone, bodies, "grupper/")


@pytest.mark.parametrize("many", [2, 12, 60])
def test_no_two_lines_share_a_lane_and_all_lie_in_the_picture(many: int) -> None:
    """However many bodies there are, each line can be followed by the eye."""
    boxes = [NamedBox(f"Grupp {number}") for number in range(many)]
    drawn = str(tied_boxes("x", "Titel", "Text", boxes, [Tie(number, 0) for number in range(1, many)]))
    lanes = [float(one) for one in re.findall(r'd="M\d+ [\d.]+H([\d.]+)V', drawn)]
    assert len(set(lanes)) == len(lanes) == many - 1
    assert max(lanes) < WIDTH


def test_a_document_with_two_parents_is_found_under_both(tmp_path: Path) -> None:
    """It stands in full under the first, and the other points to it; both tell so on their own pages."""
    text = plain_text(page(tmp_path / "a", DOCUMENTS, documents, "dokument/"))
    assert "Planen. Hör också under Avtalet." in text
    assert "Planen: hör också hit, står under Programmet" in text
    assert "Planen" in plain_text(page(tmp_path / "b", DOCUMENTS, documents, "dokument/avtal/"))
