"""Skriver om click.mo när click.po har ändrats: den svenska som kommandoraden säger genom click."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

MESSAGES = Path(__file__).parents[1] / "plugins/loftet/cli/locale/sv/LC_MESSAGES"


def compiled() -> bytes:
    """Give the catalogue as gettext reads it."""
    with (MESSAGES / "click.po").open("rb") as source:
        catalogue = read_po(source, locale="sv")
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


if __name__ == "__main__":
    (MESSAGES / "click.mo").write_bytes(compiled())
