"""What things are called on the site: Löftet's own nouns, or the municipality's (`benämningar:` in kommun.yml).

Only words change: identifiers, keys and addresses never do.
"""

from __future__ import annotations

from collections.abc import Mapping

from loftet.model.place import Municipality
from loftet.model.register import KINDS
from loftet.wording import Noun

NOUNS: Mapping[str, Noun] = {
    noun.singular: noun
    for noun in (
        Noun("part", "parten", "parter", "parterna", False),
        Noun("område", "området", "områden", "områdena", True),
        Noun("fokusområde", "fokusområdet", "fokusområden", "fokusområdena", True),
        Noun("styrdokument", "styrdokumentet", "styrdokument", "styrdokumenten", True),
        Noun("grupp", "gruppen", "grupper", "grupperna", False),
        Noun("möte", "mötet", "möten", "mötena", True),
        Noun(
            "beslut om inriktning",
            "beslutet om inriktning",
            "beslut om inriktning",
            "besluten om inriktning",
            True,
        ),
        Noun("lägesbild", "lägesbilden", "lägesbilder", "lägesbilderna", False),
        Noun("orsaksanalys", "orsaksanalysen", "orsaksanalyser", "orsaksanalyserna", False),
        Noun("medborgardialog", "medborgardialogen", "medborgardialoger", "medborgardialogerna", False),
        Noun(
            "trygghetsvandring", "trygghetsvandringen", "trygghetsvandringar", "trygghetsvandringarna", False
        ),
        Noun("vandring", "vandringen", "vandringar", "vandringarna", False),
        Noun("medborgarlöfte", "medborgarlöftet", "medborgarlöften", "medborgarlöftena", True),
        Noun("löfte", "löftet", "löften", "löftena", True),
        Noun("åtagande", "åtagandet", "åtaganden", "åtagandena", True),
        Noun("åtgärd", "åtgärden", "åtgärder", "åtgärderna", False),
        Noun("uppföljning", "uppföljningen", "uppföljningar", "uppföljningarna", False),
        Noun("rättelse", "rättelsen", "rättelser", "rättelserna", False),
        Noun("indikator", "indikatorn", "indikatorer", "indikatorerna", False),
        Noun("ord", "ordet", "ord", "orden", True),
        Noun(
            "årlig uppföljning",
            "den årliga uppföljningen",
            "årliga uppföljningar",
            "de årliga uppföljningarna",
            False,
        ),
    )
}
"""Löftet's own word for each thing, by its singular; the same words are the names in `benämningar:`."""

_WORD_OF = {kind.name: kind.one for kind in KINDS}
_LONG_AND_SHORT = (("medborgarlöfte", "löfte"), ("trygghetsvandring", "vandring"))
"""Words for one thing: a municipality's own word for either stands for both."""

KNOWN = tuple(dict.fromkeys((*NOUNS, *_WORD_OF)))
"""Every name that may stand under `benämningar:`: Löftet's word, or the kind as in references (`atgard`)."""


def noun(municipality: Municipality, name: str) -> Noun:
    """Give what the municipality calls a thing, named by Löftet's word or by its kind (`åtgärd` or `atgard`).

    Raises KeyError for a name that is neither: a fault of the developer.
    """
    word = name if name in NOUNS else _WORD_OF[name]
    own = next((label for one in _names(word) if (label := municipality.labels.get(one))), None)
    if own is None:
        return NOUNS[word]
    return Noun(own.singular, own.definite, own.plural, own.definite_plural, own.neuter)


def _names(word: str) -> list[str]:
    """Give the names under which an editor may have put the own word for a thing, the nearest first."""
    alike = [one for pair in _LONG_AND_SHORT if word in pair for one in pair if one != word]
    words = [word, *alike]
    return [*words, *(kind for kind, called in _WORD_OF.items() if called in words)]
