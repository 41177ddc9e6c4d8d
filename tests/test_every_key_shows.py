"""The law of representation: whatever an editor may write of a municipality can be seen on some page.

Every key of every kind is filled in alone, on a small site, and some page must then say it. A key that stands on no
page is named below with its reason; there is no third way.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from every_key import (
    BESIDE,
    CANARY,
    CANARY_LINK,
    CANARY_MAILBOX,
    DAY,
    Plain,
    Way,
    bases,
    drawn,
    filled,
    keys,
    value,
)
from loftet.model.register import KINDS, SINGLES, Kind
from loftet.wording import date_text

UNSEEN = {
    "id": "står i adressen, inte i texten",
    "utkast": "ja tar bort posten från alla sidor; tests/test_pages_common.py prövar det",
    "original.sha256": "skrivs av Löftet; sidan visar den kontrollsumma som räknas på filen",
    "benämningar": "byter ord på alla sidor; tests/test_own_words.py prövar det",
    "läge": "ritas på kartan, inte finare än det är känt; tests/test_maps.py prövar det",
    "ram": "används för att granska koordinater, visas inte",
    "kommun: exempel": "står i bandet överst på varje sida, utanför sidans egen text",
    "kommun: felanmälan": "står i foten på varje sida, utanför sidans egen text",
    "kommun: inställningar.redogörelse_månader": "påminner redaktören, visas inte för läsare",
    "kommun: inställningar.minsta_antal_svar": "står på Så räknar vi när kartor_per_område är på",
    "karttjänst.lager": "väljer bild hos tjänsten, när läsaren öppnar kartan",
    "karttjänst.källa": "står i den öppnade kartans hörn",
    "godkänt": "står bara i underlaget före mötet; tests/test_publishing_draft.py prövar det",
    "uppfoljning: skede": "utkast tar bort uppföljningen från alla sidor; behandlad är det som visas",
}
"""Keys, of every kind or of one (`kind: key`), that stand on no page, and why."""


def reason(kind: Kind, way: Way) -> str | None:
    """Give why a key stands on no page, when that has been said."""
    named = [way[first:last] for first in range(len(way)) for last in range(first + 1, len(way) + 1)]
    said = [UNSEEN.get(f"{kind.name}: {'.'.join(way)}"), *(UNSEEN.get(".".join(one)) for one in named)]
    return next((one for one in said if one), None)


def at_once(kind: Kind) -> tuple[Plain, dict[Way, str]]:
    """Give a record with every text, link and day filled in, each with one of its own, and how a page says that."""
    record, words = bases(kind)[0], {}
    for number, (way, field) in enumerate(keys(kind.type)):
        own = own_value(value(field, way[-1]), number)
        if own and way[-1] not in BESIDE and not reason(kind, way):
            written, words[way] = own
            record = filled(kind.type, record, way, written)
    return record, words


def own_value(plain: object, number: int) -> tuple[str, str] | None:
    """Give a value that only one key has, as written and as said; None where a value cannot be told from others."""
    if plain in (CANARY, CANARY_LINK, CANARY_MAILBOX):
        return f"{plain}{number:03d}", f"{plain}{number:03d}"
    if plain == DAY:
        day = date.fromisoformat(DAY) + timedelta(days=number)
        return day.isoformat(), date_text(day)
    return None


def shows(folder: Path, kind: Kind, way: Way, before: list[list[str]]) -> bool:
    """Tell whether filling in a key alone changes what some page says; a text must stand there as written."""
    field = next(own for other, own in keys(kind.type) if other == way)
    word = f"{CANARY}999" if value(field, way[-1]) == CANARY else None
    for place, base in enumerate(bases(kind)):
        bodies = drawn(folder / f"{place}-{'-'.join(way)}", kind, filled(kind.type, base, way, word))
        if bodies != before[place] and (word is None or word in " ".join(bodies).casefold()):
            return True
    return False


@pytest.mark.parametrize("kind", [*SINGLES, *KINDS], ids=lambda kind: str(kind.name))
def test_every_key_is_seen_on_some_page_or_has_its_reason(tmp_path: Path, kind: Kind) -> None:
    """Whatever a municipality publishes can be written, and whatever can be written can be read."""
    record, words = at_once(kind)
    told = " ".join(drawn(tmp_path / "allt", kind, record)).casefold()
    seen = {way for way, word in words.items() if word in told}
    before = [drawn(tmp_path / f"utan-{place}", kind, base) for place, base in enumerate(bases(kind))]
    unseen = [
        ".".join(way)
        for way, _ in keys(kind.type)
        if way not in seen and not reason(kind, way) and not shows(tmp_path, kind, way, before)
    ]
    assert unseen == []
