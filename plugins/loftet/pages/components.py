"""Components in hand-written pages: `{{ loftet.framsteg("lofte-7") }}` alone on a line becomes its HTML.

To add a component: write a function `(site, here, id) -> Markup` and name it in COMPONENTS with its Swedish name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup

from loftet.pages.site import Site
from loftet.problems import DataError, Problem
from loftet.wording import nearest

Component = Callable[[Site, str, str], Markup]

COMPONENTS: Mapping[str, Component] = {}

_CALL = re.compile(r"^[ \t]*\{\{\s*loftet\.(?P<name>[\w-]+)\((?P<id>[^)]*)\)\s*\}\}[ \t]*$", re.MULTILINE)


def placed(site: Site, here: str, file: str, markdown: str) -> str:
    """Put each component in its place in a page's Markdown; raises DataError naming file and line for the unknown."""
    problems: list[Problem] = []

    def one(call: re.Match[str]) -> str:
        line = markdown.count("\n", 0, call.start()) + 1
        try:
            return str(_drawn(site, here, call["name"], call["id"].strip(" \"'")))
        except LookupError as error:
            problems.append(Problem(file, line, 1, str(error.args[0]), str(error.args[1])))
            return ""

    shown = _CALL.sub(one, markdown)
    if problems:
        raise DataError(problems)
    return shown


def _drawn(site: Site, here: str, name: str, id: str) -> Markup:
    component = COMPONENTS.get(name)
    if component is None:
        meant = nearest(name, list(COMPONENTS))
        mend = f"Menar du «{meant}»?" if meant else f"De som finns: {', '.join(COMPONENTS)}."
        raise LookupError(f"Komponenten «{name}» finns inte.", mend)
    return component(site, here, id)
