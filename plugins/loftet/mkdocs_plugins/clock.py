"""The one clock: read here, in the outermost layer, and handed down as an argument."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime

from loftet.model.place import Municipality
from loftet.problems import Hint


def today(setting: str | None) -> date:
    """Give the day that the site is built for: the setting `idag`, else SOURCE_DATE_EPOCH, else the machine's day.

    Raises ValueError when the setting is no ISO day.
    """
    if setting:
        return date.fromisoformat(setting)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()  # noqa: TID251 - the outermost layer reads it here


def stopped(setting: str | None, municipality: Municipality) -> Iterator[Hint]:
    """Advise against a clock that stands still where the site is no example: nothing would ever become late."""
    if setting and not municipality.example:
        what = (
            f"Raden idag gör att sidorna alltid visar läget den {setting}, och inget blir försenat efter det."
        )
        yield Hint("mkdocs.yml", 0, 0, what, "Ta bort raden. Den är till för exempelwebbplatser.")
