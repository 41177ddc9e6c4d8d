"""The headers that a web server shall send with the site, as `_headers` for the hosts that read it.

A header of a wide rule cannot be taken back by a narrow one on every host, but policies add up on most of them: so
the common policy says nothing of frames, and every part of the site but the small documents closes them. It says the
whole policy again, for a host where the narrow rule takes the place of the wide one.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from loftet.model.place import Municipality

FILE = "_headers"
FRAMED = "inbaddat"
"""The folder of the small documents that may stand in frames on other sites."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
CLOSED = "frame-ancestors 'self'"
HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)


def map_origin(kommun: Municipality) -> str | None:
    """Give the origin of the map service that may be asked for pictures: `https://karta.byn.se`; None without any."""
    return f"https://{urlsplit(kommun.map_service.address).netloc}" if kommun.map_service else None


def headers(pages: Iterable[str], map_origin: str | None = None) -> bytes:
    """Write `_headers` for a site with pages at these addresses, and with a map service's pictures if it has one."""
    parts = sorted({one.partition("/")[0] for one in pages if "/" in one} - {FRAMED})
    closed = ["/", "/index.html", "/404.html", *(f"/{one}/*" for one in parts)]
    pictures = f"img-src 'self' data: {map_origin};" if map_origin else "img-src 'self' data:;"
    common = {name: value.replace("img-src 'self' data:;", pictures) for name, value in HEADERS}
    rows = ["/*", *(f"  {name}: {value}" for name, value in common.items())]
    for path in closed:
        rows += [path, f"  Content-Security-Policy: {common['Content-Security-Policy']}; {CLOSED}"]
    return "".join(f"{row}\n" for row in rows).encode()
