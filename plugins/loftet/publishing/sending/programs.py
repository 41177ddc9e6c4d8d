"""Run another program with a list of words, never through a shell, and say in Swedish when it cannot be."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence

from loftet.problems import DataError, Problem

_CLOSING = ("rsync error:", "rsync: connection unexpectedly", "hint:", "error: failed to push")
Result = subprocess.CompletedProcess[str]


class NotSent(DataError):
    """A published site that could not be sent: it stands on this machine, and can be sent again."""


def not_sent(where: str, what: str, mend: str) -> NotSent:
    """Give the error of one reason why a site could not be sent somewhere."""
    return NotSent([Problem(where, 0, 0, what, mend)])


def run(words: Sequence[str], where: str, own: Mapping[str, str] | None = None, said: str = "") -> Result:
    """Run a program to its end, with `said` as what it reads; its own messages in English, asking nothing.

    Raises NotSent when the program is not there.
    """
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", **(own or {})}
    try:
        return subprocess.run(words, env=environment, input=said, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        what = f"Programmet {words[0]} finns inte på datorn."
        raise not_sent(where, what, f"Installera det, till exempel: apt-get install {words[0]}") from error


def last_words(result: Result) -> str:
    """Give the most telling line of what a program complained of: its last that is not a closing remark."""
    lines = [one.strip() for one in result.stderr.splitlines() if one.strip()]
    telling = [one for one in lines if not one.startswith(_CLOSING)]
    return (telling or lines or [f"felkod {result.returncode}"])[-1]
