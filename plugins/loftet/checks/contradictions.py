"""What an editor may write in two places so that a page would say what is not so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from loftet.checks.telling import hint, problem
from loftet.facts import AsOf
from loftet.facts.accounts import reporting, wholes
from loftet.model.base import Entity
from loftet.model.dates import FuzzyDate, Period
from loftet.model.follow_up import Correction, Entry, FollowUp
from loftet.model.promise import Promise
from loftet.model.register import KINDS, Register, is_draft
from loftet.model.walk import SafetyWalk
from loftet.model.walking import KeyPath, records_of
from loftet.model.words.follow_ups import Assessment
from loftet.model.words.promises import LifecycleEvent
from loftet.problems import Problem
from loftet.wording import number, when_text

_HAS_HAPPENED: dict[tuple[type[Entity], KeyPath], str] = {
    (FollowUp, ("poster", "datum")): "så det kan inte ha hänt då",
    (SafetyWalk, ("stopp", "svar_datum")): "så svaret kan inte ha getts då",
    (SafetyWalk, ("samlade_svar", "datum")): "så svaret kan inte ha getts då",
    (Promise, ("undertecknat",)): "så löftet kan inte ha undertecknats då",
    (Correction, ("datum",)): "så rättelsen kan inte ha gjorts då",
}
"""The keys under which a day is told of as past, without the numbers of lists, and what is said of a day to come."""


def nothing_happens_ahead(register: Register, today: date) -> Iterator[Problem]:
    """Give a Problem for each day to come on which a page would say that something has happened."""
    for record, leaf in register.leaves:
        if not isinstance(leaf.value, FuzzyDate) or leaf.value.first <= today or is_draft(record):
            continue
        keys = tuple(part for part in leaf.path if isinstance(part, str))
        why = _HAS_HAPPENED.get((type(record), keys))
        if why:
            what = f"Dagen {when_text(leaf.value)} har inte varit än, {why}."
            mend = "Rätta dagen. Har det inte hänt än: vänta med uppgiften."
            yield problem(register, record, leaf.path, what, mend)


def entries_agree(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where one follow-up says two different words of the same thing and the same time."""
    for follow_up in register.follow_ups.values():
        earlier: dict[tuple[str, Period | None], Assessment] = {}
        for path, entry in records_of(follow_up, Entry):
            if entry.assessment is None:
                continue
            first = earlier.setdefault((entry.about, entry.period), entry.assessment)
            if first is not entry.assessment:
                what = (
                    f"”{entry.about}” har redan bedömts som ”{first.value}” i samma uppföljning, "
                    f"och får här ”{entry.assessment.value}”."
                )
                mend = "Skriv en post med en bedömning. Gick det olika på olika ställen: skriv dem under ”delar:”."
                yield problem(register, follow_up, (*path, "bedömning"), what, mend)


def informants_report(register: Register, today: date) -> Iterator[Problem]:
    """Give a Problem where a party gives a figure to a follow-up that says that the party has not reported."""
    as_of = AsOf(register, today)
    for follow_up in register.follow_ups.values():
        absent = reporting(as_of, follow_up).absent or ()
        for path, entry in records_of(follow_up, Entry):
            silent = next((one for one in wholes(register, entry.said_by or "") if one in absent), None)
            if silent:
                what = (
                    f"Uppgiften är från ”{entry.said_by}”, men uppföljningen säger att ”{silent}” inte har "
                    "rapporterat."
                )
                mend = f"Skriv även ”{silent}” under ”rapporterar:”, eller rätta ”uppgift_från:”."
                yield problem(register, follow_up, (*path, "uppgift_från"), what, mend)


def walks_agree(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for a walk that was called off with stops or whose parts are more than all who walked."""
    for walk in register.walks.values():
        if walk.phase.called_off and walk.stops:
            what = f"Vandringen är ”{walk.phase.value}”, men har stopp."
            mend = "Ta bort stoppen, som annars visas som att de väntar på svar. Blev den av: rätta ”skede:”."
            yield problem(register, walk, ("stopp",), what, mend)
        women, men = walk.women or 0, walk.men or 0
        if walk.total is not None and women + men > walk.total:
            what = f"{women} kvinnor och {men} män är fler än {walk.total} deltagare."
            yield problem(register, walk, ("deltagare_antal",), what, "Rätta det tal som är fel.")
        yield from _answered_early(register, walk)


def _answered_early(register: Register, walk: SafetyWalk) -> Iterator[Problem]:
    for place, stop in enumerate(walk.stops):
        if walk.date and stop.answered and stop.answered.last < walk.date.first:
            what = f"Svaret är daterat {when_text(stop.answered)}, före vandringen {when_text(walk.date)}."
            yield hint(register, walk, ("stopp", place, "svar_datum"), what, "Kontrollera dagen.")


def extensions_extend(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where a promise is extended to a day that it already held for."""
    for promise in register.promises.values():
        end = promise.period.end if promise.period else None
        for place, event in enumerate(promise.events):
            if event.kind is not LifecycleEvent.EXTENDED or not (event.until and end):
                continue
            if event.until.last <= end.last:
                what = (
                    f"Löftet förlängs till {when_text(event.until)}, men gäller redan till {when_text(end)}."
                )
                mend = "Rätta ”till:”, eller periodens slut om det redan är det förlängda."
                yield problem(register, promise, ("händelser", place, "till"), what, mend)


def records_differ(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Hint for each record that says word for word what another of its kind says, as a copied file does."""
    for kind in KINDS:
        first: dict[str, str] = {}
        for id, record in register.of(kind).items():
            said = repr([(name, value) for name, value in record if name != "id"])
            if first.setdefault(said, id) != id:
                what = f"Posten säger ordagrant detsamma som ”{first[said]}”."
                mend = "Är den en kopia: ta bort den före publiceringen, för adressen är sedan permanent."
                yield hint(register, record, (), what, mend)


def lists_name_once(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each record that is named twice in one list."""
    named: set[tuple[type[Entity], str, KeyPath, object]] = set()
    for record, leaf in register.leaves:
        if leaf.ref is None or not isinstance(leaf.path[-1], int):
            continue
        place = (type(record), record.id, leaf.path[:-1], leaf.value)
        if place in named:
            what = f"”{leaf.value}” står två gånger i samma lista."
            yield problem(register, record, leaf.path, what, "Ta bort den ena.")
        named.add(place)


_DEGREES = {"lat", "lon", "syd", "väst", "nord", "öst", "sweref"}


def figures_are_not_thousands(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Hint for each figure with three decimals: another country's Excel writes thousands so."""
    for record, leaf in register.leaves:
        figure = leaf.value
        if not isinstance(figure, Decimal) or _DEGREES & set(leaf.path):
            continue
        if figure.as_tuple().exponent == -3 and 1 <= abs(figure) < 1000:
            what = f"Talet läses som {number(figure)}, med tre decimaler."
            mend = f"Är det tusental: skriv {number(figure * 1000)}."
            yield hint(register, record, leaf.path, what, mend)
