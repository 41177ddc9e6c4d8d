"""The editor's flyttat.yml: which published addresses have moved or gone."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from loftet.loading.folder import MOVES
from loftet.loading.sentences import faults
from loftet.model.moves import Move, Moves
from loftet.problems import Problem
from loftet.source import read


def load_moves(folder: Path) -> tuple[Moves, tuple[Problem, ...]]:
    """Read flyttat.yml of the editor's folder strictly; no file means that nothing has moved."""
    path = folder / f"{MOVES}.yml"
    if not path.is_file():
        return Moves(), ()
    shown = f"{folder.name}/{path.name}"
    document, problems = read(path.read_bytes(), shown)
    if document is None:
        return Moves(), tuple(problems)
    if not isinstance(document.value, list):
        mend = "Börja varje rad med ett bindestreck: ”- adress: loften/lofte-7/”."
        return Moves(), (*problems, Problem(shown, 1, 1, "Filen ska ha en lista av adresser.", mend))
    said: dict[str, Move] = {}
    places: dict[str, tuple[str, int, int]] = {}
    found = list(problems)
    for number, value in enumerate(document.value):
        try:
            move = Move.model_validate(value)
        except ValidationError as error:
            found.extend(faults(error, document, (number,), Move))
            continue
        place = (shown, *document.value_place((number, "adress")))
        if move.address in said:
            first = places[move.address][1]
            what = f"Adressen ”{move.address}” står två gånger: här och på rad {first}."
            found.append(Problem(*place, what, "Behåll den ena."))
            continue
        said[move.address], places[move.address] = move, place
    return Moves(said, places), tuple(sorted(set(found)))
