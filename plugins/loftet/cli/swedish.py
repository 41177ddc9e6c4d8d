"""Let click speak Swedish: its own words go through gettext, and the catalogue stands beside this module."""

from __future__ import annotations

import gettext
import os
from pathlib import Path


def speak_swedish() -> None:
    """Point gettext at our Swedish words for click, whatever language the machine is set to."""
    os.environ["LANGUAGE"] = "sv"
    gettext.bindtextdomain("click", str(Path(__file__).parent / "locale"))
    gettext.textdomain("click")
