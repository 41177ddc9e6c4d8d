"""Some commitments or measures as several pages show them: counts by status, and the list behind the counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loftet.facts.progress import Counted, Progress, progress_of_measures, progress_of_pairs
from loftet.model.promise import Commitment, Measure, Promise
from loftet.pages import marks
from loftet.pages.lines import Line
from loftet.pages.long_lists import LongLists
from loftet.pages.promise_life import holds
from loftet.pages.site import Site

Pair = tuple[Promise, Commitment]


@dataclass(frozen=True)
class Tally:
    """What the `tally` component takes."""

    segments: Sequence[dict[str, object]]
    sentence: str
    note: str | None
    lines: Sequence[Line]
    rest: dict[str, object] | None = None

    def shown(self, long: LongLists, anchor: str, title: str) -> Tally:
        """Give it with the first of its lines, where they are many; the counts are still of them all."""
        first = long.first(anchor, title, self.lines)
        return replace(self, lines=first.lines, rest=first.rest)


def tally_of_commitments(site: Site, here: str, pairs: Sequence[Pair]) -> Tally:
    """Count some commitments, each with its promise, and list them: those of promises that hold today come first."""
    now = [pair for pair in pairs if holds(site, pair[0])]
    ordered = [*now, *(pair for pair in pairs if not holds(site, pair[0]))]
    lines = [_in_promise(marks.commitment_item(site, here, *pair), pair[0]) for pair in ordered]
    tally = _tally(progress_of_pairs(site.as_of, pairs), lines)
    if not now or len(now) == len(pairs):
        return tally
    return replace(
        tally, sentence=f"{tally.sentence} {len(now)} i {site.noun('löfte').plural} som gäller nu."
    )


def _in_promise(line: Line, promise: Promise) -> Line:
    """Name the promise of a commitment that stands outside its page."""
    who = str(line["fact"])
    told = who if who.startswith("Ansvarig") else f"Ansvarig: {who}"
    return {**line, "fact": f"{told}. {promise.title}."}


def tally_of_measures(site: Site, here: str, measures: Sequence[Measure]) -> Tally:
    """Count some measures and list them."""
    lines = [marks.measure_item(site, here, one) for one in measures]
    return _tally(progress_of_measures(site.as_of, measures), lines)


def _tally(progress: Progress[Counted], lines: Sequence[Line]) -> Tally:
    note = "Det som är löpande eller villkorat räknas inte i ”x av y”." if progress.left_out else None
    return Tally(marks.bar_segments(progress), progress.sentence, note, lines)


def all_pairs(site: Site) -> list[Pair]:
    """Give every commitment with its promise, in the order of the promises."""
    return [(promise, own) for promise in site.register.promises.values() for own in promise.commitments]
