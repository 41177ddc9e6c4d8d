"""What one file of the editor's holds: plain values, and where in the file each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Plain = str | list["Plain"] | dict[str, "Plain"]
KeyPath = tuple[str | int, ...]
Place = tuple[int, int]


@dataclass(frozen=True)
class Document:
    """The values of one file and their places; places are (line, column) from 1.

    `marks` holds the place of the key for an entry of a mapping, and of the item for an item of a list;
    `value_marks` holds the place of the value. An entry that was left out of `value` because it was
    empty or faulty (a Problem tells of it) still has its mark: `path in document.marks` says it was written.
    """

    file: str
    value: Plain
    marks: Mapping[KeyPath, Place]
    value_marks: Mapping[KeyPath, Place]

    def place(self, path: KeyPath) -> Place:
        """Give the place of the key (or list item) at a path, or of its nearest ancestor that is known."""
        return _nearest(self.marks, path)

    def value_place(self, path: KeyPath) -> Place:
        """Give the place of the value at a path, or of the nearest key that is known."""
        found = self.value_marks.get(path)
        return found if found is not None else self.place(path)


def _nearest(marks: Mapping[KeyPath, Place], path: KeyPath) -> Place:
    for length in range(len(path), -1, -1):
        place = marks.get(path[:length])
        if place is not None:
            return place
    return (1, 1)
