"""The built site is shown as its web server will show it."""

import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from site_server import header_rules, site_server


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Serve a small site on loopback and give its address."""
    (tmp_path / "404.html").write_text("Sidan finns inte", encoding="utf-8")
    (tmp_path / "index.html").write_text("Hej", encoding="utf-8")
    (tmp_path / "_headers").write_text("/*\n  X-Alla: ja\n/data/*\n  X-Data: ja\n", encoding="utf-8")
    server = site_server(tmp_path)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_each_header_is_sent_for_the_paths_that_the_site_says(address: str) -> None:
    with urlopen(address) as answer:
        assert (answer.headers["X-Alla"], answer.headers["X-Data"]) == ("ja", None)
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_missing_page_is_answered_with_the_sites_own_words(address: str) -> None:
    with pytest.raises(HTTPError) as raised:
        urlopen(address + "borta/")
    assert (raised.value.code, raised.value.read().decode()) == (404, "Sidan finns inte")


def test_a_site_without_headers_of_its_own_gets_plain_ones(tmp_path: Path) -> None:
    assert ("/*", "X-Content-Type-Options", "nosniff") in header_rules(tmp_path)


def test_the_server_is_reached_from_this_computer_only(tmp_path: Path) -> None:
    server = site_server(tmp_path)
    server.server_close()
    assert server.server_address[0] == "127.0.0.1"
