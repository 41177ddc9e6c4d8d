"""Laws of the page on lag 2023:196: what exists is linked, what is missing is said, and nothing more is claimed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

import small_town
from loftet.checks import judge
from loftet.loading import load
from loftet.model.words.organisation import LawPart
from loftet.pages.law import law
from loftet.pages.site import Page, Site, plain_text

PUBLISHED = {
    **small_town.TOWN,
    "lagesbilder/gammal.yml": "titel: Läget förr\nperiod: 2023\n",
    "lagesbilder/ny.yml": "titel: Läget nu\nperiod: 2025\nnästa: maj 2026\n",
    "dokument/plan.yml": "titel: Planen\ntyp: handlingsplan\nrevideras_senast: november 2025\n",
    "dokument/avtal.yml": "titel: Avtalet\ntyp: samverkansöverenskommelse\n",
    "grupper/byradet.yml": "namn: Byrådet\nnivå: strategisk\n",
    "grupper/vagen.yml": "namn: Vägmötet\nnivå: operativ\n",
}


def site_of(folder: Path, files: Mapping[str, str]) -> Site:
    return small_town.site(small_town.write(folder, files))


def page_of(folder: Path, files: Mapping[str, str]) -> Page:
    (page,) = law(site_of(folder, files))
    return page


def section(page: Page, part: LawPart) -> str:
    """Give the HTML of one part of the page."""
    return page.body.partition(f'<h2 id="{part.slug}">')[2].partition("<h2")[0]


def judged(folder: Path, lines: str) -> list[str]:
    """Give what the judges say of a municipality with these lines."""
    data = small_town.write(folder, {**PUBLISHED, "kommun.yml": f"namn: Byn\nlagen:\n{lines}"})
    register, unread = load(data)
    problems, _ = judge(register, small_town.TODAY)
    return [str(one) for one in (*unread, *problems)]


def test_what_is_not_published_is_shown_as_missing_part_by_part(tmp_path: Path) -> None:
    """An empty part says so, in its own section and at the top."""
    page = page_of(tmp_path, {"kommun.yml": "namn: Byn\n"})
    assert all("Saknas. Inget är publicerat här." in section(page, part) for part in LawPart)
    everything = ", ".join(part.value for part in list(LawPart)[:-1])
    assert f"Saknas här: {everything} och samordningsfunktion." in plain_text(page.body)


def test_what_plainly_is_a_part_stands_there_with_a_link(tmp_path: Path) -> None:
    """The latest lägesbild, plans and agreements by their type, councils by their level; and it says who chose."""
    page = page_of(tmp_path, PUBLISHED)
    links = {
        LawPart.SITUATION: "../lagesbilder/ny/",
        LawPart.PLAN: "../dokument/plan/",
        LawPart.FOLLOW_UP: "../uppfoljningar/februari/",
        LawPart.AGREEMENTS: "../dokument/avtal/",
        LawPart.COUNCIL: "../grupper/byradet/",
    }
    for part, href in links.items():
        assert f'href="{href}"' in section(page, part), part
        assert "Kommunen har inte själv angett" in section(page, part), part
    assert "Saknas" in section(page, LawPart.COORDINATION)


def test_an_older_report_and_a_group_of_another_level_do_not_fill_a_part(tmp_path: Path) -> None:
    """Only the latest lägesbild is today's, and only a strategic body can be the council."""
    page = page_of(tmp_path, PUBLISHED)
    assert "gammal" not in page.body
    assert "vagen" not in page.body


def test_the_editors_word_goes_before_what_is_found(tmp_path: Path) -> None:
    """What kommun.yml names stands alone in its part, and is not said to be found."""
    lines = "lagen:\n  - del: råd\n    post: grupp/vagen\n  - del: samordningsfunktion\n    post: Rådhusets växel\n"
    page = page_of(tmp_path, {**PUBLISHED, "kommun.yml": f"namn: Byn\n{lines}"})
    assert 'href="../grupper/vagen/"' in section(page, LawPart.COUNCIL)
    assert "byradet" not in section(page, LawPart.COUNCIL)
    assert "Kommunen har inte själv angett" not in section(page, LawPart.COUNCIL)
    assert "Rådhusets växel" in section(page, LawPart.COORDINATION)


def test_the_next_time_is_told_and_a_day_that_has_passed_is_told_as_passed(tmp_path: Path) -> None:
    """May 2026 is to come on 10 March 2026; November 2025 is not."""
    page = page_of(tmp_path, PUBLISHED)
    report, plan = section(page, LawPart.SITUATION), section(page, LawPart.PLAN)
    assert "Maj 2026" in report
    assert "har passerat" not in report
    assert "November 2025. Dagen har passerat" in plan


def test_a_day_that_was_due_before_the_latest_follow_up_is_not_called_the_next(tmp_path: Path) -> None:
    """An old promise whose account never came says nothing of when the next one comes."""
    old = (
        "titel: Förr\nperiod: {från: 2019-01-01, till: 2019-12-31}\nuppföljning_lovad: {antal: 1, per: år}\n"
    )
    page = page_of(tmp_path, {**PUBLISHED, "loften/forr.yml": old})
    assert "har passerat" not in section(page, LawPart.FOLLOW_UP)


def test_a_draft_fills_no_part(tmp_path: Path) -> None:
    """What is not published is missing (rule 14)."""
    files = {**PUBLISHED, "grupper/byradet.yml": "namn: Byrådet\nnivå: strategisk\nutkast: ja\n"}
    assert "Saknas" in section(page_of(tmp_path, files), LawPart.COUNCIL)


def test_the_page_never_says_that_the_law_is_met(tmp_path: Path) -> None:
    """It tells what is published, and leaves unquoted what its text was not at hand for."""
    text = plain_text(page_of(tmp_path, PUBLISHED).body)
    assert "Sidan säger inte om lagen följs." in text
    assert (
        "Vad lagen säger om uppföljning, överenskommelser och råd återges inte här. Det står i lagen." in text
    )
    assert not any(word in text.lower() for word in ("uppfyller", "vartannat år", "kommunstyrelsen"))


@pytest.mark.parametrize(
    ("post", "what", "mend"),
    [
        (
            "dokument/plann",
            "”dokument/plann” finns inte: ingen post av slaget styrdokument har det id:t.",
            "plan",
        ),
        ("dokumen/plan", "”dokumen” är inget slag av poster.", "dokument"),
    ],
)
def test_a_record_that_does_not_exist_is_a_problem_with_the_nearest_one(
    tmp_path: Path, post: str, what: str, mend: str
) -> None:
    """The editor learns the line and what was likely meant."""
    (told,) = judged(tmp_path, f"  - del: åtgärdsplan\n    post: {post}\n")
    assert told == f"site_data/kommun.yml:4:5: {what}\n  Gör så här: Menar du ”{mend}”?"


def test_words_and_folders_are_as_good_as_a_reference(tmp_path: Path) -> None:
    """A slash between words is no reference, and a folder's name is as good as a kind's."""
    lines = "  - del: råd\n    post: rådet och/eller styrgruppen\n  - del: åtgärdsplan\n    post: grupper/byradet\n"
    assert judged(tmp_path, lines) == []
