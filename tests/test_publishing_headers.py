"""The headers of a site: as hosts read them in `_headers`, and as the ready settings make real servers send them."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from loftet.publishing.headers import CLOSED, HEADERS, POLICY, headers
from site_server import header_rules
from small_town import TOWN, drawn, published_now, put, write

DRIFT = Path(__file__).parent.parent / "drift"
SETTINGS = {"nginx": "nginx/lofte.conf", "caddy": "caddy/Caddyfile", "apache2": "apache/lofte.conf"}
HERE = [name for name in SETTINGS if shutil.which(name)] or ["nginx"]
"""The servers of this machine; scripts/test sees to nginx."""

POLICY_NAME = "Content-Security-Policy"


def sent(rules: tuple[tuple[str, str, str], ...], path: str) -> list[str]:
    """Give what the policies demand that a host which adds up all rules sends with a path."""
    return demands([value for paths, name, value in rules if name == POLICY_NAME and _fits(paths, path)])


def demands(policies: Sequence[str]) -> list[str]:
    """Give the demands of policies that hold together, each once."""
    return sorted({one.strip() for policy in policies for one in policy.split(";")})


def _fits(paths: str, path: str) -> bool:
    return path.startswith(paths.removesuffix("*")) if paths.endswith("*") else path == paths


def test_every_page_but_the_small_documents_closes_its_frames_on_a_host_that_adds_up_all_rules(
    tmp_path: Path,
) -> None:
    """No rule takes back another, which only some hosts can."""
    made = drawn(write(tmp_path, TOWN))
    put(tmp_path, "_headers", made.files["_headers"])
    rules = header_rules(tmp_path)
    assert b"!" not in made.files["_headers"]
    for address in (*made.offered.anchors, "404.html", "data/atgarder.csv"):
        assert sent(rules, f"/{address}") == demands([POLICY, CLOSED]), address
    assert sent(rules, "/inbaddat/loften/ljus/") == demands([POLICY])
    assert made.files["_headers"].count(b"\n  ") < 100


def test_a_page_that_was_published_earlier_is_closed_too() -> None:
    """Its tombstone or redirect stands at an address that no page of today has."""
    rule = f"/gammalt/*\n  Content-Security-Policy: {POLICY}; {CLOSED}\n"
    assert rule in headers(["gammalt/sida/"]).decode()


def test_a_map_service_that_the_editor_has_chosen_may_be_asked_for_pictures() -> None:
    """In every policy; the small documents close themselves by their own."""
    text = headers(["loften/ljus/"], "https://karta.byn.example").decode()
    policies = re.findall(r"Content-Security-Policy: (.+)", text)
    assert all("img-src 'self' data: https://karta.byn.example;" in one for one in policies)


@pytest.mark.parametrize("name", SETTINGS.values())
def test_the_ready_settings_say_the_same_headers(name: str) -> None:
    text = (DRIFT / name).read_text(encoding="utf-8")
    said = [(key, re.findall(rf'(?:^|\s){key} "([^"]*)"', text)) for key, _ in HEADERS]
    assert {key: values[0] for key, values in said} == dict(HEADERS)
    assert CLOSED in text


KINDS_OF_FILES = (
    "",
    "loften/ljus/",
    "inbaddat/loften/ljus/",
    "data/atgarder.csv",
    "data/lofte/ljus.json",
    "floden/allt.xml",
    "kalender/allt.ics",
    "finns/inte/",
)


@pytest.mark.parametrize("name", SETTINGS.values())
def test_the_ready_settings_say_nothing_else_and_tell_of_a_map_service(name: str) -> None:
    """A header that only one kind of server sends would be a promise that only some readers get."""
    text = (DRIFT / name).read_text(encoding="utf-8")
    said = set(re.findall(r'^[^#\n]*?\b([A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]+)+) "', text, re.MULTILINE))
    assert said - {"Cache-Control", "Content-Type"} == {key for key, _ in HEADERS}
    assert "karttjänst" in text


@pytest.mark.slow
@pytest.mark.parametrize("server", HERE)
def test_every_kind_of_file_is_sent_with_the_headers_that_the_hosts_file_says(
    tmp_path: Path, server: str
) -> None:
    """`_headers` and the settings of a real server agree, for pages, small documents, data and what is missing."""
    tmp_path.chmod(0o755)
    data = write(tmp_path, TOWN)
    published_now(data, root="https://byn.example/")
    put(tmp_path / "site", "404.html", "<h1>Sidan finns inte</h1>")
    rules = header_rules(tmp_path / "site")
    with serving(server, tmp_path / "site") as port:
        for path in KINDS_OF_FILES:
            response = answer(port, f"/{path}")
            assert {key: response.headers[key] for key, _ in HEADERS[1:]} == dict(HEADERS[1:]), path
            wanted = sent(rules, f"/{path}") if path != "finns/inte/" else demands([POLICY, CLOSED])
            assert demands(policies(response)) == wanted, path


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def settings(server: str, root: Path, port: int) -> str:
    """Give the ready settings with this test's folder and port in place of the municipality's."""
    text = (DRIFT / SETTINGS[server]).read_text(encoding="utf-8").replace("/var/www/lofte", str(root))
    if server == "nginx":
        own = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
        place = root.parent
        temporary = "".join(
            f"{kind}_temp_path {place}/t-{kind}; "
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        log = f"pid {place}/pid; error_log {place}/fel; daemon off;"
        http = f"include /etc/nginx/mime.types; access_log off; {temporary} {own}"
        return f"user root; {log} events {{}} http {{ {http} }}"
    if server == "caddy":
        return "{\n\tadmin off\n\tauto_https off\n}\n" + text.replace(
            "lofte.exempelby.example {", f"http://127.0.0.1:{port} {{"
        )
    modules = ("mpm_event", "authz_core", "dir", "mime", "headers", "alias")
    loads = [f"LoadModule {one}_module /usr/lib/apache2/modules/mod_{one}.so" for one in modules]
    own = text.replace("<VirtualHost *:80>", f"<VirtualHost *:{port}>")
    head = [
        f"Listen 127.0.0.1:{port}",
        f"PidFile {root.parent}/pid",
        f"ErrorLog {root.parent}/fel",
        "User www-data",
    ]
    return "\n".join([*loads, *head, "ServerName byn", "TypesConfig /etc/mime.types", own])


def words(server: str, file: Path) -> list[str]:
    return {
        "nginx": ["nginx", "-c", str(file)],
        "caddy": ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)],
        "apache2": ["apache2", "-X", "-f", str(file)],
    }[server]


@contextmanager
def serving(server: str, root: Path) -> Iterator[int]:
    port, file = free_port(), root.parent / f"{server}.conf"
    file.write_text(settings(server, root, port), encoding="utf-8")
    process = subprocess.Popen(words(server, file), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        for _ in range(200):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.communicate()[1].decode()
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


def answer(port: int, path: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    return connection.getresponse()


def policies(response: HTTPResponse) -> list[str]:
    told = response.headers.get_all(POLICY_NAME) or []
    return sorted(one.strip() for value in told for one in value.split(","))


@pytest.mark.slow
@pytest.mark.parametrize("server", HERE)
def test_a_real_server_with_the_ready_settings_moves_tells_what_is_gone_and_opens_only_the_small_documents(
    tmp_path: Path, server: str
) -> None:
    """What the settings say is what a reader's browser gets."""
    tmp_path.chmod(0o755)
    data = write(tmp_path, TOWN)
    published_now(data, root="https://byn.example/")
    (data / "vandringar/torget.yml").rename(data / "vandringar/torg.yml")
    (data / "vandringar/parken.yml").unlink()
    told = "  borttagen:\n    datum: 2026-03-05\n    skäl: Fel.\n    fråga: a@byn.example\n"
    put(
        data,
        "flyttat.yml",
        f"- adress: vandringar/torget/\n  flyttad_till: vandringar/torg/\n- adress: vandringar/parken/\n{told}",
    )
    published_now(data, root="https://byn.example/")
    put(tmp_path / "site", "404.html", "<h1>Sidan finns inte</h1>")
    with serving(server, tmp_path / "site") as port:
        page = answer(port, "/loften/ljus/")
        assert page.status == 200
        assert {key: page.headers[key] for key, _ in HEADERS[1:]} == dict(HEADERS[1:])
        assert page.headers["Content-Type"].lower() == "text/html; charset=utf-8"
        assert policies(page) == sorted([POLICY, CLOSED])
        assert policies(answer(port, "/inbaddat/loften/ljus/")) == [POLICY]
        moved = answer(port, "/vandringar/torget/")
        assert (moved.status, moved.headers["Location"].removeprefix(f"http://127.0.0.1:{port}")) == (
            301,
            "/vandringar/torg/",
        )
        removed = answer(port, "/vandringar/parken/")
        assert removed.status == (410 if server == "nginx" else 200)
        assert "Borttagen sida: Parken" in removed.read().decode()
        missing = answer(port, "/finns/inte/")
        assert (missing.status, missing.read().decode()) == (404, "<h1>Sidan finns inte</h1>")
        assert policies(missing) == sorted([POLICY, CLOSED])
        assert (
            answer(port, "/floden/allt.xml").headers["Content-Type"].startswith(("application/", "text/xml"))
        )
        assert answer(port, "/kalender/allt.ics").headers["Content-Type"].startswith("text/calendar")
        catalogue = answer(port, "/data/katalog.rdf").headers["Content-Type"]
        assert catalogue.startswith("application/rdf+xml")
