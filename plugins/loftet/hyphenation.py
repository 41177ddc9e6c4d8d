"""Where a long Swedish word may be broken: at the joints of a compound, else between Pyphen's syllables."""

from __future__ import annotations

import re
from functools import cache

import pyphen

SOFT_HYPHEN = "\u00ad"
"""Where a long word may be broken; seen only when it is."""

LONG_WORD = 17
"""How many letters a word has at least before it may be broken: fewer fit a heading at 320 px."""

LONG_IN_TITLE = 14
"""How many in the first heading of a page, whose letters are larger: 13 fit."""

LONGEST_WHOLE_WORD = 20
"""From how many letters a word without a joint known here is broken between syllables."""


def _words_of(letters: int) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\S)"  # after a blank
        r"([(\[”””\"'–]*)"
        rf"([^\W\d_]{{{letters},}})"
        r"(?=[)\]”””\"'.,:;!?–]*(?:\s|$))"  # nothing but marks before the next blank
    )


_WORD, _WORD_IN_TITLE = _words_of(LONG_WORD), _words_of(LONG_IN_TITLE)
_COMPOUND_JOINT = re.compile(
    r"(?<=[^\W\d_]{4})"
    r"(?:(?<=hets)|(?<=ings)|(?<=ions)|(?<=skaps)|(?<=brotts)(?!lig)|(?<=rätts)|(?<=verkans)|(?<=arbets)|(?<=ansvars)"
    r"|(?<=områdes)|(?<=ungdoms)|(?<=dags)|(?<=gångs)(?!ätt)|(?<=orsaks)|(?<=bostads)|(?<=skydds)|(?<=vålds)(?!am)"
    r"|(?=polis)|(?=områd)|(?=förvaltning)|(?=förebygg)|(?=förbund)|(?=förening)"
    r"|(?=undersökning)|(?=utvärdering)|(?=uppföljning)|(?=utbildning)|(?=dialog)|(?=tjänst)|(?=styrelse)"
    r"|(?=kontroll)|(?=handel)|(?=genomsnitt)|(?=redovisning)|(?=kommelse)|(?=sekreterar)|(?=löfte)|(?=belysning)"
    r"|(?=bostäd)|(?<!in)(?<!av)(?=brott)|(?<!om)(?<!r)(?=rådet)|(?=central)|(?=tandvård)|(?=sökning)|(?=direktör)"
    r"|(?=övervakning)|(?=mätning)|(?=säkerhet)|(?=försäljning)|(?=anställd)|(?=utskott)|(?=hallen)"
    r"|(?=fullmäktig)|(?=statistik)|(?=samverkan)|(?=program)|(?=grupp)|(?=chef))"
    r"(?=[^\W\d_]{5})",
    re.IGNORECASE,
)
"""The joints of the compounds that the field writes most: whole words on both lines read best."""


def soft_hyphens(text: str) -> str:
    """Mark where words of 17 letters and more may be broken: at the joints of a compound, else between syllables.

    Only words that stand free between blanks (and marks such as commas and brackets): an id, a link or an
    address always has a sign inside it and is left alone.
    """
    return _WORD.sub(lambda found: found[1] + _hyphenated(found[2]), text)


def title_hyphens(text: str) -> str:
    """Mark where words of 14 letters and more in the first heading of a page may be broken on a narrow screen.

    As `soft_hyphens` does, but a word without a joint known here is broken between syllables from 14 letters on:
    it would else be cut where the screen ends, without a hyphen.
    """
    return _WORD_IN_TITLE.sub(lambda found: found[1] + _hyphenated(found[2], LONG_IN_TITLE, 4), text)


@cache
def _swedish(least: int) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="sv", left=least, right=least)


@cache
def _hyphenated(word: str, longest_whole: int = LONGEST_WHOLE_WORD, least: int = 3) -> str:
    """Break a word at its joints; one without, of so many letters, between syllables at least so far from its ends."""
    joined = _COMPOUND_JOINT.sub(SOFT_HYPHEN, word)
    if joined != word or len(word) < longest_whole:
        return joined
    return str(_swedish(least).inserted(word, hyphen=SOFT_HYPHEN))
