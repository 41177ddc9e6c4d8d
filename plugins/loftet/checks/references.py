"""Every id that one record names must be another record's; nothing public may lean on a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from loftet.checks.telling import problem
from loftet.facts.subjects import Subject, SubjectKind, promised, subjects
from loftet.loading.sentences import words_key
from loftet.model.base import Entity
from loftet.model.follow_up import Entry
from loftet.model.promise import Measure, Origin, PromiseEvent
from loftet.model.register import KIND_BY_NAME, Register, is_draft
from loftet.model.walking import KeyPath, records_of
from loftet.problems import Problem
from loftet.wording import nearest, or_list

_MEANS_MANY = "atagande"


def references_exist(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each id that names nothing, with the nearest one that exists."""
    plain = _public_ids(register)
    for record, leaf in register.leaves:
        if leaf.ref is None or not isinstance(leaf.value, str) or _MEANS_MANY in leaf.ref.kinds:
            continue
        if not any(leaf.value in plain[kind] for kind in leaf.ref.kinds):
            yield from _one_reference(register, record, leaf.path, leaf.value, leaf.ref.kinds)


def _public_ids(register: Register) -> dict[str, set[str]]:
    """Give, for each kind, the ids that anybody may name: most references are to these and need no closer look."""
    return {
        kind.name: {id for id, one in register.of(kind).items() if not is_draft(one)}
        for kind in KIND_BY_NAME.values()
    }


def _one_reference(
    register: Register, record: Entity, path: KeyPath, id: str, kinds: tuple[str, ...]
) -> Iterator[Problem]:
    prefix, _, rest = id.partition("/")
    named = [kind for kind in kinds if prefix in (kind, KIND_BY_NAME[kind].folder)] if rest else []
    wanted, own = (named, rest) if named else (list(kinds), id)
    found = [one for kind in wanted if (one := register.of(KIND_BY_NAME[kind]).get(own))]
    if not found:
        if not any(register.is_unread(kind, own) for kind in wanted):
            yield _unknown(register, record, path, id, wanted)
    elif is_draft(found[0]) and not is_draft(record):
        yield _leans_on_draft(register, record, path, id, wanted)


def _unknown(register: Register, record: Entity, path: KeyPath, id: str, kinds: Iterable[str]) -> Problem:
    words = " eller ".join(KIND_BY_NAME[kind].one for kind in kinds)
    known = [one for kind in kinds for one in register.of(KIND_BY_NAME[kind])]
    what = f"”{id}” finns inte: det finns {_none(kinds)} {words} med det id:t."
    mend = _mend(id, known) if known else _none_yet(record, path, kinds)
    return problem(register, record, path, what, mend)


def _none_yet(record: Entity, path: KeyPath, kinds: Iterable[str]) -> str:
    """Tell where the first record of a kind is written, and where words will do instead."""
    add = f"Lägg till posten i {or_list(f'{KIND_BY_NAME[kind].folder}/' for kind in kinds)}"
    own = words_key(type(record), path)
    return f"{add}, eller skriv bara ord i ”{own}:”." if own else f"{add}."


_NEUTER = {"lofte", "omrade", "fokus", "dokument", "mote", "beslut", "ord"}


def _none(kinds: Iterable[str]) -> str:
    return "inget" if next(iter(kinds)) in _NEUTER else "ingen"


def _leans_on_draft(
    register: Register, record: Entity, path: KeyPath, id: str, kinds: Iterable[str]
) -> Problem:
    words = " eller ".join(KIND_BY_NAME[kind].one for kind in kinds)
    what = f"”{id}” är ett utkast ({words}), och denna post publiceras."
    mend = "Publicera det som nämns, eller gör även denna post till utkast (utkast: ja)."
    return problem(register, record, path, what, mend)


def _mend(id: str, known: Iterable[str]) -> str:
    names = sorted(known)
    meant = nearest(id, names)
    if meant:
        return f"Menar du ”{meant}”?"
    if not names:
        return "Det finns inget att nämna här än: lägg till det, eller ta bort raden."
    shown = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
    return f"De som finns: {shown}."


def about_is_clear(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where a follow-up, a measure or a walk points at no one thing, at several, or at a draft."""
    for follow_up in register.follow_ups.values():
        for path, entry in records_of(follow_up, Entry):
            yield from _one_subject(register, follow_up, (*path, "om"), entry.about)
    for measure in register.measures.values():
        if measure.commitment:
            yield from _one_subject(register, measure, ("åtagande",), measure.commitment, _PROMISED)
            yield from _one_promise(register, measure)
        yield from _stops_exist(register, measure)
    for promise in register.promises.values():
        for path, event in records_of(promise, PromiseEvent):
            if event.carried_to:
                yield from _one_subject(register, promise, (*path, "förs_till"), event.carried_to, _COMMITTED)
    for walk in register.walks.values():
        if walk.within:
            yield from _one_subject(register, walk, ("inom",), walk.within, _PROMISED)


Kinds = tuple[SubjectKind, ...]

_COMMITTED: Kinds = ("atagande",)
_PROMISED: Kinds = ("atagande", "lofte")
_EVERY: Kinds = ("atgard", *_PROMISED)


def _one_subject(
    register: Register, record: Entity, path: KeyPath, about: str, kinds: Kinds = _EVERY
) -> Iterator[Problem]:
    found = [one for one in subjects(register, about) if one.kind in kinds]
    if len(found) > 1:
        choices = or_list(f"”{one.kind}/{one.key}”" for one in found)
        yield problem(register, record, path, f"”{about}” kan betyda flera saker.", f"Skriv {choices}.")
    elif found and _is_in_draft(register, found[0]) and not is_draft(record):
        yield _leans_on_draft(
            register, record, path, about, ["atgard" if found[0].kind == "atgard" else "lofte"]
        )
    elif not found and not _may_be_unread(register, about):
        measures = register.measures if "atgard" in kinds else ()
        known = [*measures, *register.promises, *_commitment_keys(register)]
        what = f"”{about}” finns inte: {_MISSING[kinds]} har det id:t."
        yield problem(register, record, path, what, _mend(about, known))


_MISSING = {
    _COMMITTED: "inget åtagande",
    _EVERY: "inget åtagande, ingen åtgärd och inget löfte",
    _PROMISED: "inget åtagande och inget löfte",
}


def _is_in_draft(register: Register, about: Subject) -> bool:
    if about.kind == "atgard":
        return is_draft(register.measures[about.key])
    return is_draft(register.promises[about.key.partition("/")[0]])


def _one_promise(register: Register, measure: Measure) -> Iterator[Problem]:
    """Give a Problem where a measure names a promise and a commitment of another one (rule 17)."""
    about = promised(register, measure.commitment or "")
    own = about.key.partition("/")[0] if about else None
    if own and measure.promise and own != measure.promise:
        what = f"Åtagandet hör till löftet ”{own}”, men här står också löftet ”{measure.promise}”."
        yield problem(
            register,
            measure,
            ("löfte",),
            what,
            "Ta bort raden ”löfte:”: åtagandet säger vilket löfte det är.",
        )


def _may_be_unread(register: Register, about: str) -> bool:
    parts = {about, about.partition("/")[0], about.rpartition("/")[2]}
    if any(register.is_unread(kind, part) for kind in ("lofte", "atgard") for part in parts):
        return True
    return "/" not in about and any(kind == "lofte" for kind, _ in register.unread)


def parts_exist(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each commitment that a promise speaks of and does not have: as a whole, or as decided on."""
    for promise in register.promises.values():
        known = [one.id for one in promise.commitments]
        for where, event in records_of(promise, PromiseEvent):
            if event.commitment and event.commitment not in known:
                what = f"Löftet har inget åtagande ”{event.commitment}”."
                yield problem(register, promise, (*where, "åtagande"), what, _mend(event.commitment, known))
        for number, one in enumerate(promise.commitments):
            path = ("åtaganden", number, "del_av")
            if one.indented_under == one.id:
                what = f"”{one.id}” kan inte vara en del av sig själv."
                yield problem(register, promise, path, what, "Skriv id:t på åtagandet som det är en del av.")
            elif one.indented_under and one.indented_under not in known:
                what = f"Löftet har inget åtagande ”{one.indented_under}”."
                yield problem(register, promise, path, what, _mend(one.indented_under, known))


def _commitment_keys(register: Register) -> Iterator[str]:
    for promise in register.promises.values():
        yield from (f"{promise.id}/{own.id}" for own in promise.commitments)


def _stops_exist(register: Register, measure: Measure) -> Iterator[Problem]:
    for path, origin in records_of(measure, Origin):
        if origin.stop:
            yield from _stop_exists(register, measure, (*path, "stopp"), origin.walk, origin.stop)
        dialogue = register.dialogues.get(origin.dialogue or "")
        if dialogue and origin.point and origin.point not in [point.id for point in dialogue.heard]:
            what = f"Dialogen ”{dialogue.id}” har ingen punkt ”{origin.point}”."
            mend = _mend(origin.point, [point.id for point in dialogue.heard])
            yield problem(register, measure, (*path, "punkt"), what, mend)


def _stop_exists(
    register: Register, measure: Measure, path: KeyPath, walk_id: str | None, stop: str
) -> Iterator[Problem]:
    walk = register.walks.get(walk_id or "")
    if walk_id is None:
        yield problem(register, measure, path, "Stoppet saknar vandring.", "Skriv även ”vandring:”.")
    elif walk:
        names = [name for one in walk.stops for name in (one.number, one.id) if name]
        if stop.lower() not in [name.lower() for name in names]:
            what = f"Vandringen ”{walk.id}” har inget stopp ”{stop}”."
            yield problem(register, measure, path, what, _mend(stop, names))
