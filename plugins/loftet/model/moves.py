"""What the editor says of published addresses that are gone: moved, or removed with a reason (rule 11)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from loftet.model.base import Day, Record, Text, key
from loftet.model.faults import Fault
from loftet.problems import Problem


def own_address(value: object) -> str:
    """Give an address as the ledger writes it: relative to the site's root, pages with a slash at the end.

    Raises Fault for what cannot be an address on this site.
    """
    text = value.strip() if isinstance(value, str) else ""
    path, mark, anchor = text.partition("#")
    path = path.lstrip("/")
    if not text or re.search(r"[\s<>\"'\\?:]", text) or ".." in path.split("/") or (mark and not anchor):
        raise Fault(
            f"”{value}” är inte en adress på webbplatsen.",
            "Skriv adressen utan domän, till exempel loften/lofte-7/ eller loften/lofte-7/#belysning.",
        )
    if path and not path.endswith("/") and "." not in path.rpartition("/")[2]:
        path += "/"
    return f"{path}{mark}{anchor}"


def _target(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    return text if re.fullmatch(r"https?://[^\s<>\"']+", text) else own_address(value)


_AS_TEXT = WithJsonSchema({"type": "string"})
OwnAddress = Annotated[str, BeforeValidator(own_address), _AS_TEXT]


class Removal(Record):
    """Borttagen: why a published page is gone, and where to ask for the record."""

    date: Day = key("datum", "Dagen då den togs bort.")
    reason: Text = key("skäl", "Varför.")
    ask: Text = key("fråga", "Vem man frågar efter handlingen, till exempel registrator@kommunen.se.")
    what: Text | None = key("vad", "Vad som stod där, om det inte kan sägas med sidans gamla rubrik.", None)


class Move(Record):
    """What became of one published address or anchor."""

    address: OwnAddress = key(
        "adress", "Den publicerade adressen: loften/lofte-7/ eller loften/lofte-7/#ankare."
    )
    to: Annotated[str, BeforeValidator(_target), _AS_TEXT] | None = key(
        "flyttad_till", "Adressen där det står nu.", None
    )
    removed: Removal | None = key("borttagen", "datum, skäl och fråga, när det inte står någonstans.", None)

    @model_validator(mode="after")
    def _one_way_out(self) -> Move:
        if (self.to is None) == (self.removed is None):
            raise Fault(
                f"”{self.address}” ska vara antingen flyttad eller borttagen.",
                "Skriv ”flyttad_till:” med den nya adressen, eller ”borttagen:” med datum, skäl och fråga.",
            )
        return self


@dataclass(frozen=True)
class Moves:
    """Every move by its address, with the place in flyttat.yml where it is written."""

    said: Mapping[str, Move] = field(default_factory=dict)
    places: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)

    def problem(self, address: str, what: str, mend: str) -> Problem:
        """Give a Problem at the row of one move."""
        return Problem(*self.places.get(address, ("flyttat.yml", 0, 0)), what, mend)
