"""Nothing personal (rule 13), and secrecy decided before publication (rule 19)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from loftet.checks.personal import found
from loftet.checks.telling import hint, problem
from loftet.model.register import Register
from loftet.problems import Problem

_CONTACT_KEYS = {"e_post", "telefon", "synpunkter_till"}
"""Keys that are meant for a function's mailbox and switchboard."""

_MAY_BE_PERSONAL = re.compile(r"[\d@]")
"""What every number and mailbox has: other texts, which are most, need no closer look."""

_DELICATE = re.compile(
    r"\w*kamera\w*|(?:trasig|söndrig|sönder|uppbrut)\w* (?:dörr)?lås\w*|\blås(?:et|en)\b"
    r"|rondering\w*|rondvakt\w*|väktarnas|brottsplats\w*|döda vinkel\w*|lägenhet\w*|hushåll\w*",
    re.IGNORECASE,
)
"""Words that tell of a camera's blind spot, a broken lock, a guard's route, a crime scene or a household."""


def no_personal_data(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each personnummer, private address or number in any text, and a Hint for the doubtful."""
    for record, leaf in register.leaves:
        if not isinstance(leaf.value, str) or leaf.ref or leaf.path[-1] in _CONTACT_KEYS:
            continue
        for finding in found(leaf.value) if _MAY_BE_PERSONAL.search(leaf.value) else ():
            tell = problem if finding.certain else hint
            yield tell(register, record, leaf.path, finding.what, finding.mend)


def secrecy_is_decided(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for each delicate stop that no function has judged fit to show."""
    for walk in register.walks.values():
        for number, stop in enumerate(walk.stops):
            told = " ".join(
                [stop.place, *stop.seen, stop.proposal or "", stop.answer or "", stop.mended or ""]
            )
            delicate = _DELICATE.search(told)
            if delicate and not stop.secrecy:
                yield problem(
                    register,
                    walk,
                    ("stopp", number),
                    f"Stoppet nämner «{delicate[0]}», som kan vara känsligt.",
                    "Låt en funktion pröva om det får visas, och skriv vem: «sekretessprövad: säkerhetssamordnare».",
                )
