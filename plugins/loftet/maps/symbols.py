"""The shapes of the status language as outlines, so that they look the same on every machine.

Each is one path in a square from −7 to 7, filled by the even-odd rule. A new status shape is one line here.
"""

from __future__ import annotations

import re

OUTLINES = {
    "●": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "◐": "M0-6.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM0-4.7a4.7 4.7 0 0 1 0 9.4z",
    "◆": "M0-7L7 0 0 7-7 0z",
    "↻": "M0-6A6 6 0 1 0 6 0L3.6 0A3.6 3.6 0 1 1 0-3.6zM0-8.4L5.2-4.8 0-1.2z",
    "◇": "M0-7L7 0 0 7-7 0zM0-4L-4 0 0 4 4 0z",
    "‖": "M-5-6h3.6v12h-3.6zM1.4-6h3.6v12h-3.6z",
    "■": "M-5.5-5.5h11v11h-11z",
    "▲": "M0-6.5L7 5.8h-14z",
    "✕": "M-6-3.8L-3.8-6 0-2.2 3.8-6 6-3.8 2.2 0 6 3.8 3.8 6 0 2.2-3.8 6-6 3.8-2.2 0z",
    "→": "M-7-1.5h7v-4.5l7 6-7 6v-4.5h-7z",
    "✉": "M-7-5.2h14v10.4h-14zM-5.5-3.7h11v7.4h-11zM-5.5-3.7L0 .6 5.5-3.7v2.1L0 2.7-5.5-1.6z",
    "+": "M-1.5-6h3v4.5h4.5v3h-4.5v4.5h-3v-4.5h-4.5v-3h4.5z",
    "?": "M-4-3a4 4 0 1 1 5.4 3.7v1.6h-2.7v-3.6c1.9-.3 2.6-.8 2.6-1.7a1.3 1.3 0 0 0-2.6 0zM-1.3 4h2.7v2.7h-2.7z",
    "○": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0zM-4 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0z",
}


def outline(shape: str) -> str:
    """Give the path of a status shape; an unknown one is a developer's fault (KeyError)."""
    return OUTLINES[shape]


def tone_class(tone: str) -> str:
    """Give a tone as it may stand in a class name: letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9-]", "", tone.lower().translate(str.maketrans("åäö", "aao")))
