"""What a single value can have wrong with it, before anyone knows which file it stands in."""

from __future__ import annotations


class Fault(ValueError):
    """Say in Swedish why a value cannot be read, and how the editor mends it.

    Loading turns it into a Problem with file, line and column.
    """

    def __init__(self, what: str, mend: str = "") -> None:
        """Keep two whole sentences; an empty `mend` means that `what` says it all."""
        super().__init__(what)
        self.what = what
        self.mend = mend
