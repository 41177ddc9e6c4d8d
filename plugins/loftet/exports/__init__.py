"""Files for machines: `all_files(source)` gives every data file of the site as (address, bytes).

To add an export: write a function `(Source) -> Iterator[tuple[str, bytes]]` in a module here and name it in EXPORTS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loftet.exports.calendar import calendar, walk_calendars
from loftet.exports.catalogue import catalogue
from loftet.exports.feeds import feeds
from loftet.exports.records import record_files
from loftet.exports.source import Source
from loftet.exports.tables import tables

EXPORTS: tuple[Callable[[Source], Iterator[tuple[str, bytes]]], ...] = (
    record_files,
    tables,
    catalogue,
    feeds,
    calendar,
    walk_calendars,
)


def all_files(source: Source) -> Iterator[tuple[str, bytes]]:
    """Give every data file: address below the site's root, and its bytes."""
    for export in EXPORTS:
        yield from export(source)
