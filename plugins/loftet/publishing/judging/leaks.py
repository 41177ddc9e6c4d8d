"""Nothing of a draft and nothing personal in any file that is published (rules 13 and 14)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loftet.checks.personal import found
from loftet.model.base import Entity
from loftet.model.register import KINDS, SINGLES, Register, is_draft
from loftet.model.walking import leaves
from loftet.problems import Problem
from loftet.publishing.judging.built import Built, Expected, fault

_SHORTEST = 12
"""Shorter texts (”2 km”, ”belysning”) say nothing of where they come from."""

_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".gz", ".pdf", ".woff2")


def draft_words(register: Register) -> tuple[str, ...]:
    """Give every text that stands in drafts and in nothing that is public: as a canary, it may be heard nowhere.

    The name of a kind stands in addresses whether a record of it is a draft or not.
    """
    drafts: set[str] = set()
    public = {kind.folder for kind in (*SINGLES, *KINDS)}
    for _, record in register.everything():
        (drafts if is_draft(record) else public).update(_texts(record))
    everything = "\n".join(sorted(public))
    return tuple(sorted(text for text in drafts if text not in everything))


def _texts(record: Entity) -> Iterator[str]:
    for leaf in leaves(record):
        if leaf.path[:1] == ("godkänt",):
            continue  # a function's name, which may well stand elsewhere
        if isinstance(leaf.value, str) and leaf.ref is None and len(leaf.value) >= _SHORTEST:
            yield " ".join(leaf.value.split())


def no_drafts(built: Built, expected: Expected) -> Iterator[Problem]:
    """Give a Problem for each file in which a draft's text stands: page, search index, feed, data file, sitemap."""
    for name in sorted(built.files) if expected.drafts else ():
        text = _text(built, name)
        if any(draft in text for draft in expected.drafts):
            yield fault(name, "Här står text ur ett utkast, som inte är publicerat.")


def nothing_personal(built: Built, _expected: Expected) -> Iterator[Problem]:
    """Give a Problem for each page or data file in which a personnummer or a private number certainly stands."""
    for name in sorted(built.files):
        if name.endswith((".html", ".json", ".csv", ".xml", ".ics", ".geojson")):
            for finding in found(_text(built, name)):
                if finding.certain:
                    yield fault(name, finding.what, finding.mend)


def _text(built: Built, name: str) -> str:
    page = built.pages.get(name)
    if page:
        return " ".join(page.text.replace("\u00ad", "").split())
    return "" if name.endswith(_PICTURES) else _decoded(built.folder / name)


def _decoded(path: Path) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    return " ".join(text.replace("\\n", " ").replace('\\"', '"').replace("\u00ad", "").split())
