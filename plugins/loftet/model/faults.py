"""What a single value can have wrong with it, before anyone knows which file it stands in."""

from __future__ import annotations


class Fault(ValueError):
    """Say in Swedish why a value cannot be read, and how the editor mends it.

    Loading turns it into a Problem with file, line and column.
    """

    def __init__(self, what: str, mend: str = "", *, wordy: bool = False) -> None:
        """Keep two whole sentences; an empty `mend` means that `what` says it all.

        `wordy`: what was written may be words, which some records have a key of their own for.
        """
        super().__init__(what)
        self.wordy = wordy
        self.what = what
        self.mend = mend
