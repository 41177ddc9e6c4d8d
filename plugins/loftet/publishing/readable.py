"""A snapshot's pages once more, as a browser opens them from a disk: without server, script and policy.

A link to `../loften/` opens a list of files there, and the policy's `'self'` is nobody. The published pages stand
untouched beside these, as the manifest says; anyone can make these from them again.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

FOLDER = "oppna/"
"""Where the pages lie in a snapshot: `oppna/index.html` is the one to open. No page of a site has this address."""

_NOT_FOUND = "404.html"
"""The page for addresses that are not there; on a disk nobody meets it."""

_LEFT_OUT = re.compile(
    r'<script\b[^>]*>.*?</script>|<meta http-equiv="Content-Security-Policy"[^>]*>', re.DOTALL | re.IGNORECASE
)
_ADDRESSED = re.compile(r'(\s(?:href|src|srcset|data|poster)="|\scontent="0; ?url=)([^"]*)(")')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?|$", re.IGNORECASE)


def readable_pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Give each page of a site by its path under `oppna/`; `files` are all the site's files by their paths."""
    for name in sorted(files):
        if name.endswith(".html") and name != _NOT_FOUND:
            text = _LEFT_OUT.sub("", files[name].decode("utf-8"))
            yield FOLDER + name, _relinked(text, name, files).encode("utf-8")


def _relinked(text: str, page: str, files: Mapping[str, bytes]) -> str:
    def one(found: re.Match[str]) -> str:
        many = ", " if "srcset" in found[1] else None
        parts = found[2].split(many) if many else [found[2]]
        return found[1] + (many or "").join(_address(part, page, files) for part in parts) + found[3]

    return _ADDRESSED.sub(one, text)


def _address(written: str, page: str, files: Mapping[str, bytes]) -> str:
    """Give a link as it holds from the page under `oppna/`: pages are its neighbours there, other files are not."""
    if _ELSEWHERE.match(written):
        return written
    path = re.split(r"[?# ]", written, maxsplit=1)[0]
    here = posixpath.dirname(page)
    there = posixpath.normpath(posixpath.join(here, path))
    target = there if there in files else posixpath.normpath(f"{there}/index.html")
    if target not in files:
        return written
    start = here if target.endswith(".html") else FOLDER + here
    return posixpath.relpath(target, start or ".") + written[len(path) :]
