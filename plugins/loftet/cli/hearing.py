"""Let what MkDocs warns of reach the one who typed the command."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def mkdocs_heard() -> Iterator[None]:
    """Write MkDocs' warnings and errors on standard error while a site is built."""
    engine, handler = logging.getLogger("mkdocs"), logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    engine.addHandler(handler)
    try:
        yield
    finally:
        engine.removeHandler(handler)
