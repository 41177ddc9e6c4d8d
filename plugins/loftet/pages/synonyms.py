"""Other words for the same thing, out of the glossary: who searches for *insats* finds what is called *åtgärd*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from loftet.model.knowledge import GlossaryEntry

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Synonyms:
    """Every form of every explained word with the others, by its first word in lower case.

    An abbreviation counts in capitals only: *SIG* is not *sig*.
    """

    forms: dict[str, list[tuple[str, tuple[str, ...]]]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[GlossaryEntry]) -> Synonyms:
        """Gather the forms of the entries: the word, what it stands for, and the other words for it."""
        known = cls()
        for entry in entries:
            forms = (entry.term, *([entry.expansion] if entry.expansion else []), *entry.synonyms)
            for form in forms if len(forms) > 1 else ():
                kept = form if form.isupper() else form.casefold()
                others = tuple(one for one in forms if one != form)
                first = _WORD.findall(form.casefold())[:1]
                known.forms.setdefault("".join(first), []).append((kept, others))
        return known

    def others(self, text: str) -> tuple[str, ...]:
        """Give the other words for what a text names, each once, those that it says itself left out."""
        lower = text.casefold()
        found: dict[str, None] = {}
        for word in dict.fromkeys(_WORD.findall(lower)):
            for form, others in self.forms.get(word, ()):
                if form in (text if form.isupper() else lower):
                    found.update(dict.fromkeys(one for one in others if one.casefold() not in lower))
        return tuple(found)
