"""Serve a built site on this computer only, with the headers that its web server shall send."""

from __future__ import annotations

import sys
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

# A site that says nothing of headers gets these.
PLAIN_RULES = (
    ("/*", "Content-Security-Policy", "base-uri 'self'; object-src 'none'; frame-ancestors 'self'"),
    ("/*", "Referrer-Policy", "no-referrer"),
    ("/*", "X-Content-Type-Options", "nosniff"),
)


def header_rules(site: Path) -> tuple[tuple[str, str, str], ...]:
    """Read the site's own `_headers`: for each header, which paths (`/*` for all), its name and its value."""
    file = site / "_headers"
    if not file.is_file():
        return PLAIN_RULES
    rules: list[tuple[str, str, str]] = []
    paths = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        name, colon, value = line.partition(":")
        if line.startswith((" ", "\t")) and colon:
            rules.append((paths, name.strip(), value.strip()))
        elif line.strip() and not line.startswith("#"):
            paths = line.strip()
    return tuple(rules)


class SiteHandler(SimpleHTTPRequestHandler):
    """Answer with the files of one built site, and with its own page when there is none."""

    extensions_map = {  # noqa: RUF012 the base class has it so
        **SimpleHTTPRequestHandler.extensions_map,
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".geojson": "application/geo+json",
        ".html": "text/html; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".jsonld": "application/ld+json",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",
    }

    def end_headers(self) -> None:
        """Add the site's headers to every answer, and let nothing be kept."""
        self.send_header("Cache-Control", "no-store")
        for paths, name, value in header_rules(Path(self.directory)):
            if fnmatchcase(urlsplit(self.path).path, paths):
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own 404 page instead of the server's English one."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def site_server(site: Path, port: int = 0) -> ThreadingHTTPServer:
    """Give a server of the folder on loopback, not yet started; port 0 takes any free one.

    Raises OSError when the port is taken.
    """
    return ThreadingHTTPServer(("127.0.0.1", port), partial(SiteHandler, directory=str(site)))


def free_server(site: Path, ports: range) -> ThreadingHTTPServer:
    """Give a server on the first free port of the range, or on any port when all are taken."""
    for port in ports:
        try:
            return site_server(site, port)
        except OSError:
            continue
    return site_server(site)


def main(arguments: list[str]) -> int:
    """Serve the named folder until Ctrl+C."""
    server = free_server(Path(arguments[0]), range(8000, 8010))
    print(f"Webbplatsen visas på http://127.0.0.1:{server.server_port}/ (avsluta med Ctrl+C)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
