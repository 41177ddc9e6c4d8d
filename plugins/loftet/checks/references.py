"""Every id that one record names must be another record's; nothing public may lean on a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from loftet.checks.telling import problem
from loftet.facts.subjects import subjects
from loftet.model.base import Entity
from loftet.model.follow_up import Entry
from loftet.model.promise import Measure, Origin
from loftet.model.register import KIND_BY_NAME, Register, is_draft
from loftet.model.walking import KeyPath, leaves, records_of
from loftet.problems import Problem
from loftet.wording import nearest

_MANY_MEANINGS = ("atagande",)


def references_exist(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each id that names nothing, with the nearest one that exists."""
    for _, record in register.everything():
        for leaf in leaves(record):
            if (
                leaf.ref is None
                or not isinstance(leaf.value, str)
                or set(leaf.ref.kinds) & set(_MANY_MEANINGS)
            ):
                continue
            yield from _one_reference(register, record, leaf.path, leaf.value, leaf.ref.kinds)


def _one_reference(
    register: Register, record: Entity, path: KeyPath, id: str, kinds: tuple[str, ...]
) -> Iterator[Problem]:
    if any((kind, id) in register.unread for kind in kinds):
        return
    found = [named for kind in kinds if (named := register.of(KIND_BY_NAME[kind]).get(id))]
    words = " eller ".join(KIND_BY_NAME[kind].one for kind in kinds)
    if not found:
        known = [one for kind in kinds for one in register.of(KIND_BY_NAME[kind])]
        yield problem(
            register, record, path, f"«{id}» finns inte: ingen {words} har det id:t.", _mend(id, known)
        )
    elif is_draft(found[0]) and not is_draft(record):
        yield problem(
            register,
            record,
            path,
            f"«{id}» är ett utkast ({words}), och denna post publiceras.",
            "Publicera det som nämns, eller gör även denna post till utkast (utkast: ja).",
        )


def _mend(id: str, known: Iterable[str]) -> str:
    names = sorted(known)
    meant = nearest(id, names)
    if meant:
        return f"Menar du «{meant}»?"
    if not names:
        return "Lägg till posten, eller skriv orden i nyckelns _i_ord."
    shown = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
    return f"De som finns: {shown}."


def about_is_clear(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where a follow-up, a measure or a walk points at no one thing, or at several."""
    for follow_up in register.follow_ups.values():
        for path, entry in records_of(follow_up, Entry):
            yield from _one_subject(register, follow_up, (*path, "om"), entry.about)
    for measure in register.measures.values():
        if measure.commitment:
            yield from _one_subject(register, measure, ("åtagande",), measure.commitment)
        yield from _stops_exist(register, measure)
    for walk in register.walks.values():
        if walk.within:
            yield from _one_subject(register, walk, ("inom",), walk.within)


def _one_subject(register: Register, record: Entity, path: KeyPath, about: str) -> Iterator[Problem]:
    found = subjects(register, about)
    if len(found) == 1 or _may_be_unread(register, about):
        return
    if found:
        choices = " eller ".join(f"«{one.kind}/{one.key}»" for one in found)
        yield problem(register, record, path, f"«{about}» kan betyda flera saker.", f"Skriv {choices}.")
        return
    known = [*register.measures, *register.promises, *_commitment_keys(register)]
    what = f"«{about}» finns inte: inget åtagande, ingen åtgärd och inget löfte har det id:t."
    yield problem(register, record, path, what, _mend(about, known))


def _may_be_unread(register: Register, about: str) -> bool:
    parts = {about, about.partition("/")[0], about.rpartition("/")[2]}
    if any(kind in ("lofte", "atgard") and id in parts for kind, id in register.unread):
        return True
    return "/" not in about and any(kind == "lofte" for kind, _ in register.unread)


def _commitment_keys(register: Register) -> Iterator[str]:
    for promise in register.promises.values():
        yield from (f"{promise.id}/{own.id}" for own in promise.commitments)


def _stops_exist(register: Register, measure: Measure) -> Iterator[Problem]:
    for path, origin in records_of(measure, Origin):
        if origin.stop:
            yield from _stop_exists(register, measure, (*path, "stopp"), origin.walk, origin.stop)
        dialogue = register.dialogues.get(origin.dialogue or "")
        if dialogue and origin.point and origin.point not in [point.id for point in dialogue.heard]:
            what = f"Dialogen «{dialogue.id}» har ingen punkt «{origin.point}»."
            mend = _mend(origin.point, [point.id for point in dialogue.heard])
            yield problem(register, measure, (*path, "punkt"), what, mend)


def _stop_exists(
    register: Register, measure: Measure, path: KeyPath, walk_id: str | None, stop: str
) -> Iterator[Problem]:
    walk = register.walks.get(walk_id or "")
    if walk_id is None:
        yield problem(register, measure, path, "Stoppet saknar vandring.", "Skriv även «vandring:».")
    elif walk:
        names = [name for one in walk.stops for name in (one.number, one.id) if name]
        if stop.lower() not in [name.lower() for name in names]:
            what = f"Vandringen «{walk.id}» har inget stopp «{stop}»."
            yield problem(register, measure, path, what, _mend(stop, names))
