"""Components that an editor places in hand-written pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from loftet.facts import AsOf
from loftet.loading import load
from loftet.pages.components import placed
from loftet.pages.site import Site
from loftet.problems import DataError, Problem

DAY = date(2026, 3, 10)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A municipality with one promise, one commitment in it and one measure."""
    (tmp_path / "loften").mkdir()
    (tmp_path / "kommun.yml").write_text("namn: Byn\n", encoding="utf-8")
    promise = "titel: Ljus\nåtaganden:\n  - id: lampor\n    text: Tänd lamporna\n"
    promise += "åtgärder:\n  - id: lampa\n    titel: En lampa\n"
    (tmp_path / "loften" / "ljus.yml").write_text(promise, encoding="utf-8")
    register, problems = load(tmp_path)
    assert not problems
    return Site(AsOf(register, DAY), DAY)


def test_a_component_alone_on_a_line_becomes_its_html(site: Site) -> None:
    """The line is replaced and what stands around it is left as it was."""
    shown = placed(site, "om/", "content/om.md", '# Om\n\n{{ loftet.framsteg("ljus") }}\n\nMer.\n')
    assert shown.startswith("# Om\n\n<")
    assert "1 åtagande: ej uppföljt ännu." in shown
    assert shown.endswith("\n\nMer.\n")


def test_a_measure_table_links_each_measure_from_where_the_page_stands(site: Site) -> None:
    """Links are relative to the page that the component is placed in."""
    shown = placed(site, "om/", "content/om.md", "{{ loftet.atgardstabell(ljus) }}")
    assert 'href="../atgarder/lampa/"' in shown


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            '{{ loftet.framstag("ljus") }}',
            Problem("content/om.md", 3, 1, "Komponenten ”framstag” finns inte.", "Menar du ”framsteg”?"),
        ),
        (
            '{{ loftet.framsteg("lju") }}',
            Problem("content/om.md", 3, 1, "”lju” finns inte: inget löfte har det id:t.", "Menar du ”ljus”?"),
        ),
    ],
)
def test_an_unknown_component_or_id_is_told_with_file_and_line(
    site: Site, line: str, problem: Problem
) -> None:
    """A misspelt word in a page stops the build with the nearest one that exists."""
    with pytest.raises(DataError) as told:
        placed(site, "om/", "content/om.md", f"# Om\n\n{line}\n")
    assert told.value.problems == (problem,)


def test_text_that_only_speaks_of_components_is_left_alone(site: Site) -> None:
    """Inside a sentence nothing is replaced."""
    text = 'Skriv {{ loftet.framsteg("x") }} på en egen rad.'
    assert placed(site, "om/", "content/om.md", text) == text


def test_a_line_is_counted_from_the_top_of_the_file_and_not_from_the_text(site: Site) -> None:
    """What stands above the text, such as page settings, is counted in."""
    with pytest.raises(DataError) as told:
        placed(site, "om/", "content/om.md", "{{ loftet.framsteg(x) }}", first_line=5)
    assert told.value.problems[0].line == 5
