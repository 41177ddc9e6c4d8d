"""What a publication consists of: every file with its SHA-256, chained to the publication before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loftet.exports.records import Json
from loftet.problems import Problem
from loftet.publishing.editions import Edition
from loftet.publishing.journal import MARK
from loftet.publishing.kept import BACK, LOG, MANIFESTS, Kept, json_text, line_text, parsed, sha256
from loftet.publishing.masks import Masks, standing


@dataclass(frozen=True)
class Occasion:
    """Why a site is published: the day, and what the archive asks for (diarienummer, decision, function).

    `edition_ids` are the follow-ups that become editions; `is_publication` is False for an update, which is not
    logged.
    """

    today: date
    generator: str
    municipality: str
    diary: str | None = None
    decided: str | None = None
    function: str | None = None
    edition_ids: tuple[str, ...] = ()
    is_publication: bool = True


Log = tuple[dict[str, Json], ...]


def read_log(kept: Kept) -> tuple[Log, tuple[Problem, ...]]:
    """Read logg.jsonl: one line a publication, oldest first, with a Problem for each line that cannot be read."""
    lines: list[dict[str, Json]] = []
    problems: list[Problem] = []
    for number, line in kept.lines(LOG):
        if isinstance(line, Problem):
            problems.append(line)
        elif not isinstance(line.get("manifest"), str) or not isinstance(line.get("nr"), int):
            problems.append(Problem(kept.shown(LOG), number, 0, "Raden är inte en publicering.", BACK))
        else:
            lines.append(line)
    return tuple(lines), tuple(problems)


def manifest(
    folder: Path, log: Log, occasion: Occasion, editions: Mapping[str, Edition], masks: Masks
) -> bytes:
    """Write the manifest of a built site: who, when, the SHA-256 of each file, of each edition, and the one before.

    And how many maskings there are, so that none can be added to the past.
    """
    previous = log[-1] if log else {}
    number = len(log) + (1 if occasion.is_publication else 0)
    told: dict[str, Json] = {
        "slag": "publicering" if occasion.is_publication else "uppdatering",
        "nr": number,
        "datum": occasion.today.isoformat(),
        "utgivare": occasion.municipality,
        "diarienummer": occasion.diary,
        "beslutat": occasion.decided,
        "publicerat_av": occasion.function,
        "generator": occasion.generator,
        "föregående": previous.get("manifest"),
        "utgåvor": {id: sha256(one.seal) for id, one in sorted(editions.items())},
        **standing(masks),
        "filer": dict(hashes(folder)),
    }
    return json_text(told)


def hashes(folder: Path) -> Iterable[tuple[str, Json]]:
    """Give every file of a folder with its SHA-256, sorted by path; the manifest itself is left out."""
    for path in sorted(folder.rglob("*"), key=lambda one: one.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != MARK:
            yield name, sha256(path.read_bytes())


def logged(kept: Kept, log: Log, occasion: Occasion, text: bytes) -> dict[str, bytes]:
    """Give the files of `publicerat/` that a publication adds to: its manifest, and the log with its line."""
    number = len(log) + 1
    line: dict[str, Json] = {
        "nr": number,
        "datum": occasion.today.isoformat(),
        "utgåvor": list(occasion.edition_ids),
        "manifest": sha256(text),
        "föregående": log[-1]["manifest"] if log else None,
    }
    old = kept.path(LOG).read_bytes() if kept.path(LOG).is_file() else b""
    return {manifest_name(number): text, LOG: old + line_text([line])}


def manifest_name(number: int) -> str:
    """Give the name in `publicerat/` of a publication's manifest."""
    return f"{MANIFESTS}/{number}.json"


def manifest_of(content: bytes) -> dict[str, Json]:
    """Read a manifest; empty when it cannot be read."""
    told = parsed(content.decode("utf-8", "replace"))
    return told if isinstance(told, dict) else {}
