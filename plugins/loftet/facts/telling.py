"""The derived facts of one record, line by line with their arithmetic: what `loftet fakta ID` prints."""

from __future__ import annotations

from collections.abc import Iterator

from loftet.facts.as_of import AsOf
from loftet.facts.comparison import Comparison, comparisons_of_commitment, comparisons_of_measure
from loftet.facts.lifecycle import life_stage
from loftet.facts.own_words import own_words
from loftet.facts.progress import progress_of_commitments, progress_of_measures, progress_of_stops
from loftet.facts.signed import given_at_signing
from loftet.facts.silence import silence, unmentioned
from loftet.facts.standing_words import later_words, new_time_words
from loftet.facts.status import Standing, commitment_standing, measure_standing
from loftet.facts.stops import stop_standing
from loftet.facts.subjects import subject
from loftet.model.promise import Commitment, Measure, Promise
from loftet.model.statuses import CommitmentStatus, MeasureStatus
from loftet.model.walk import SafetyWalk
from loftet.wording import date_text, when_text


def tell(as_of: AsOf, id: str) -> Iterator[str]:
    """Give the derived facts of a measure, commitment, promise or walk; nothing for an id that names none."""
    walk = as_of.public.walks.get(id)
    if walk:
        yield from _of_walk(as_of, walk)
    about = subject(as_of.public, id)
    if about is None:
        return
    if about.kind == "atgard":
        yield from _of_measure(as_of, as_of.public.measures[about.key])
    elif about.kind == "lofte":
        yield from _of_promise(as_of, as_of.public.promises[about.key])
    else:
        pair = as_of.public.commitment(about.key)
        if pair:
            yield from _of_commitment(as_of, *pair)


def _of_measure(as_of: AsOf, measure: Measure) -> Iterator[str]:
    standing = measure_standing(as_of, measure)
    yield f"åtgärd {measure.id}: {measure.title}"
    yield f"  läge: {standing.status.value}" + (f", {standing.under.value}" if standing.under else "")
    if standing.since:
        yield f"  sedan: {when_text(standing.since)}"
    if standing.said:
        yield f"  enligt: {standing.said.follow_up.id}"
    if standing.deadline:
        last = standing.deadline.when
        yield f"  klart senast: {when_text(last)} (sista dag {date_text(last.last)})"
    yield from _hidden(as_of, standing)
    if not standing.counted:
        yield "  räknas inte i ”x av y”: löpande eller villkorad"
    yield from _comparisons(comparisons_of_measure(as_of, measure))


def _hidden(as_of: AsOf, standing: Standing[MeasureStatus] | Standing[CommitmentStatus]) -> Iterator[str]:
    """Give what the status alone would hide."""
    own = own_words(as_of.public.municipality)
    yield from (
        f"  {words}" for words in (later_words(standing, own), new_time_words(standing, own)) if words
    )


def _comparisons(compared: tuple[Comparison, ...]) -> Iterator[str]:
    for one in compared:
        yield f"  mål ”{one.target}”, utfall ”{one.outcome or 'inget'}”: {one.status.value}. {one.sentence}"


def _of_commitment(as_of: AsOf, promise: Promise, own: Commitment) -> Iterator[str]:
    standing = commitment_standing(as_of, promise, own)
    yield f"åtagande {promise.id}/{own.id}: {own.text}"
    yield f"  läge: {standing.status.value}" + (f", {standing.under.value}" if standing.under else "")
    yield from _hidden(as_of, standing)
    if standing.of is not None:
        yield f"  {standing.done} av {standing.of} åtgärder genomförda, ingen bedömning av åtagandet"
    yield from _comparisons(comparisons_of_commitment(as_of, promise, own))
    for given in given_at_signing(as_of.public, own):
        yield f"  {given.label}: {given.words}"


def _of_promise(as_of: AsOf, promise: Promise) -> Iterator[str]:
    life, quiet = life_stage(as_of, promise), silence(as_of, promise)
    yield f"löfte {promise.id}: {promise.title}"
    yield f"  livscykel: {life.stage.value}" + (f" till {date_text(life.until)}" if life.until else "")
    yield f"  {progress_of_commitments(as_of, [promise]).sentence}"
    progress = progress_of_measures(as_of, as_of.measures_of_promise(promise))
    yield f"  {progress.sentence} {progress.arithmetic} genomförda."
    if quiet.due:
        state = "saknas sedan" if quiet.missing else "väntas senast"
        yield f"  uppföljning {state} {date_text(quiet.due)}"
    for own in unmentioned(as_of, promise):
        yield f"  ingen uppföljning har nämnt: {own.id}"


def _of_walk(as_of: AsOf, walk: SafetyWalk) -> Iterator[str]:
    yield f"vandring {walk.id}: {walk.title}"
    yield f"  {progress_of_stops(as_of, walk).sentence}"
    for stop in walk.stops:
        standing = stop_standing(as_of, walk, stop)
        since = f" sedan {when_text(standing.since)}" if standing.since else ""
        yield f"  stopp {stop.anchor or '(utan nummer)'}, {stop.place}: {standing.status.value}{since}"
