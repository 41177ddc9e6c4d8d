"""Photos that records name: readable, with words, approved by somebody, each with an address of its own (rule 13)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loftet.checks.telling import problem
from loftet.model.register import Register
from loftet.pictures.gallery import named_photos, place_of, stem_of, unreadable
from loftet.pictures.photograph import hushed, tells_where
from loftet.problems import Hint, Problem


def photos_are_fit_to_show(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each photo without words for those who do not see it, or without approval."""
    for _, record in register.everything():
        for photo in named_photos(record):
            if not photo.alt:
                what = "Bilden saknar text för den som inte ser."
                mend = f"Lägg till ”{photo.prefix or ''}alt:” som säger vad bilden visar."
                yield problem(register, record, photo.path, what, mend)
            if not photo.approved:
                look = "Kontrollera att inga ansikten och registreringsskyltar syns."
                mend = f"{look} Skriv sedan ”{photo.prefix}godkänd: ja”."
                yield problem(register, record, photo.path, "Bilden är inte godkänd.", mend)


def photos_are_readable(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each photo file that is no photo, is broken or too large."""
    yield from unreadable(register)


def photos_have_addresses(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem where two photo files would get the same address on the site."""
    owner: dict[str, str] = {}
    for _, record in register.everything():
        for photo in named_photos(record):
            first = owner.setdefault(stem_of(photo.file), photo.file)
            if first != photo.file:
                what = f"Bilden ”{photo.file}” får samma adress som ”{first}”."
                yield problem(register, record, photo.path, what, "Byt namn på en av filerna.")


def photos_keep_their_place(register: Register, _today: date) -> Iterator[Hint]:
    """Give a Hint for each photo file that says where it was taken: the site drops it, the editor's folder does not."""
    files = {photo.file for _, record in register.everything() for photo in named_photos(record)}
    for file in sorted(files):
        place = place_of(register, file)
        with hushed():
            where = place is not None and tells_where(place[0])
        if place and where:
            yield Hint(
                place[1],
                0,
                0,
                "Bildfilen säger var den är tagen. På webbplatsen är det borttaget, men inte i mappen.",
                "Kan andra läsa mappen? Spara då bilden utan plats, till exempel genom en skärmbild.",
            )
