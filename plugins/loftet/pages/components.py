"""Components in hand-written pages: `{{ loftet.framsteg("lofte-7") }}` alone on a line becomes its HTML.

To add a component: write a function `(site, here, id) -> Markup` and name it in COMPONENTS with its Swedish name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from markupsafe import Markup

from loftet import addresses
from loftet.facts.progress import progress_of_commitments
from loftet.model.faults import Fault
from loftet.pages import marks, views
from loftet.pages.about import municipality_facts
from loftet.pages.site import Site
from loftet.pages.walk_maps import map_picture
from loftet.problems import DataError, Problem
from loftet.wording import did_you_mean

Component = Callable[[Site, str, str], Markup]


def _progress(site: Site, here: str, id: str) -> Markup:
    """Draw how a promise goes; raises Fault for an id that names none."""
    promise = _known(site.register.promises, id, "inget löfte")
    progress = progress_of_commitments(site.as_of, [promise])
    return _drawn_by(
        site, here, "progress", segments=marks.bar_segments(progress), sentence=progress.sentence
    )


def _measure_table(site: Site, here: str, id: str) -> Markup:
    """Draw a promise's measures as a table: what, who, when, how it stands."""
    promise = _known(site.register.promises, id, "inget löfte")
    items = [marks.measure_item(site, here, one) for one in site.as_of.measures_of_promise(promise)]
    rows = [_row(item) for item in items]
    caption = f"{site.own('Åtgärder')} i {promise.title}"
    return _drawn_by(site, here, "measure_table", id=id, caption=caption, rows=rows)


def _row(item: dict[str, object]) -> list[object]:
    href, title, status = item["href"], str(item["title"]), item["status"]
    word = status["word"] if isinstance(status, dict) else ""
    return [
        views.link(str(href) if href else None, title),
        item["fact"],
        item["date"] or views.NOT_GIVEN,
        word,
    ]


def _next_follow_up(site: Site, here: str, _id: str) -> Markup:
    """Say when the next follow-up comes."""
    return _drawn_by(site, here, "next_follow_up")


def _walk_map(site: Site, here: str, id: str) -> Markup:
    """Draw the map of a walk with its sentence; raises Fault where walks are not drawn."""
    walk = _known(site.register.walks, id, "ingen vandring")
    there = site.link(here, addresses.of(walk))
    if there is None:
        mend = "Lägg till ”loftet/vandringar” bland plugins i mkdocs.yml, eller ta bort raden."
        raise Fault("Vandringarna ritas inte på den här webbplatsen.", mend)
    return map_picture(site, here, walk, there)


def _municipality(site: Site, here: str, _id: str) -> Markup:
    """Tell which municipality publishes the site: its numbers, county and police areas."""
    return _drawn_by(site, here, "municipality", rows=municipality_facts(site))


def _drawn_by(site: Site, here: str, template: str, **values: object) -> Markup:
    # One line: what follows in Markdown must not be taken for part of the HTML, nor indented HTML for code.
    lines = site.render(f"placed/{template}", here, **values).splitlines()
    return Markup("".join(line.strip() for line in lines))


Found = TypeVar("Found")


def _known(records: Mapping[str, Found], id: str, none: str) -> Found:
    if id not in records:
        raise Fault(f"”{id}” finns inte: {none} har det id:t.", did_you_mean(id, list(records)))
    return records[id]


COMPONENTS: Mapping[str, Component] = {
    "framsteg": _progress,
    "atgardstabell": _measure_table,
    "nasta_uppfoljning": _next_follow_up,
    "vandringskarta": _walk_map,
    "kommunen": _municipality,
}

_CALL = re.compile(r"^ {0,3}\{\{\s*loftet\.(?P<name>[\w-]+)\((?P<id>[^)]*)\)\s*\}\}[ \t]*$", re.MULTILINE)


def placed(site: Site, here: str, file: str, markdown: str, first_line: int = 1) -> str:
    """Put each component in its place in a page's Markdown, whose first line is `first_line` of the file.

    Raises DataError naming file and line for a component or an id that does not exist.
    """
    problems: list[Problem] = []

    def one(call: re.Match[str]) -> str:
        line = markdown.count("\n", 0, call.start()) + first_line
        try:
            return str(_drawn(site, here, call["name"], call["id"].strip(" \"'")))
        except Fault as fault:
            problems.append(Problem(file, line, 1, fault.what, fault.mend))
            return ""

    shown = _CALL.sub(one, markdown)
    if problems:
        raise DataError(problems)
    return shown


def _drawn(site: Site, here: str, name: str, id: str) -> Markup:
    component = COMPONENTS.get(name)
    if component is None:
        raise Fault(f"Komponenten ”{name}” finns inte.", did_you_mean(name, list(COMPONENTS)))
    return component(site, here, id)
