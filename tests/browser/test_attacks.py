"""A real browser opens a site whose every text is an attack: nothing runs, and nothing breaks the policy.

First without the policy, so that escaping alone must hold; then with it. tests/test_attacks.py reads the same site.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

import attacks
from browsing import Visitor, addresses, new_context, visitor
from made_maps import OPEN, SIGN, wait_until
from site_server import site_server

pytestmark = pytest.mark.browser

HOOKS = f"""{attacks.WINDOW};
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => attack(name);
addEventListener("securitypolicyviolation", event =>
  (window.violated ||= []).push(`${{event.violatedDirective}} ${{event.blockedURI}} ${{event.sample}}`), true);"""
LIVE = """() => [...document.querySelectorAll("*")].flatMap(element => [...element.attributes]
  .filter(one => one.name.startsWith("on") || one.name === "srcdoc" || one.name === "style"
    || (/^(href|src|action|formaction|data|xlink:href)$/.test(one.name)
      && /^\\s*(javascript|vbscript|data:text)/i.test(one.value)))
  .map(one => `${element.tagName} ${one.name}=${one.value}`))"""
"""What would run when somebody touched it, though nothing has run yet. Scripts set `style` on maps that are open."""
PARTS = """() => [...document.querySelectorAll("*")].map(element =>
  `${element.tagName} ${[...element.attributes].map(one => one.name).sort().join(" ")}`)"""
TOUCH = """() => document.querySelectorAll("main *").forEach(element =>
  ["mouseover", "mouseenter", "focus", "focusin", "pointerover"].forEach(name =>
    element.dispatchEvent(new Event(name, {bubbles: true}))))"""


@dataclass(frozen=True)
class Seen:
    """What a browser noticed on a page: what ran, what could, what was asked for, and the elements that there are."""

    address: str
    ran: tuple[str, ...]
    live: tuple[str, ...]
    complaints: tuple[str, ...]
    parts: frozenset[str]


@contextmanager
def reading(browser: Browser, site: Path, *, policy: bool) -> Iterator[Visitor]:
    """Give a visitor of a site, with its policy or without it."""
    server = site_server(site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = new_context(browser, bypass_csp=not policy)
    guest = visitor(context, f"http://127.0.0.1:{server.server_port}/")
    guest.page.add_init_script(HOOKS)
    guest.page.on("dialog", lambda dialog: closed(guest, dialog))
    yield guest
    context.close()
    server.shutdown()
    server.server_close()


def closed(guest: Visitor, dialog: Dialog) -> None:
    guest.complaints.append(f"dialog: {dialog.message}")
    dialog.dismiss()


def look(guest: Visitor, address: str) -> Seen:
    """See a page, touch everything in it, and open its map."""
    guest.visit(address)
    page = guest.page
    live = tuple(page.evaluate(LIVE))
    parts = frozenset(page.evaluate(PARTS))
    page.evaluate(TOUCH)
    if page.locator(".lo-karta__open").count():
        page.locator(".lo-karta__open").first.click()
        page.wait_for_selector(OPEN)
    # The error page stands at the server's root, and its links at the root of the site's own address.
    heard = [one for one in guest.complaints if address != "404.html" or "/lovar/" not in one]
    return Seen(address, ran(guest), live, (*guest.foreign, *heard), parts)


def ran(guest: Visitor) -> tuple[str, ...]:
    """Give what has run, and every breach of the policy."""
    return tuple(
        map(str, guest.page.evaluate("() => [...(window.attacked || []), ...(window.violated || [])]"))
    )


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """Build a harmless site, one of the text that breaks out of everything, and one of the whole corpus."""
    place = tmp_path_factory.mktemp("angrepp")
    texts = (attacks.harmless(), attacks.polyglots(), attacks.rotated(len(attacks.corpus()) // 2))
    one, two, three = (attacks.built(place / str(number), told) for number, told in enumerate(texts))
    return one, two, three


@pytest.fixture(scope="module")
def seen(browser: Browser, sites: tuple[Path, Path, Path]) -> tuple[tuple[Seen, ...], ...]:
    """Open every page of each site without the policy."""
    found = []
    for site in sites:
        with reading(browser, site, policy=False) as guest:
            found.append(tuple(look(guest, address) for address in addresses(site)))
    return tuple(found)


def test_without_any_policy_nothing_runs_nothing_could_run_and_nobody_else_is_asked(
    seen: tuple[tuple[Seen, ...], ...],
) -> None:
    faults = [(one.address, one.ran, one.live, one.complaints) for own in seen for one in own]
    assert [one for one in faults if any(one[1:])] == []
    assert min(map(len, seen)) > 100


def test_no_text_becomes_an_element_or_an_attribute_in_a_browser(seen: tuple[tuple[Seen, ...], ...]) -> None:
    """A browser reads what lxml does not: nested forms, tables, MathML and SVG that are mended in odd ways."""
    harmless, *hostile = seen
    known = {part for one in harmless for part in one.parts}
    found = {(part, one.address) for own in hostile for one in own for part in one.parts if part not in known}
    longer = {
        f"{tag} " for tag in ("P", "BR", "STRONG", "EM", "UL", "OL", "LI", "H2", "H3", "SPAN", "DEL", "INS")
    }
    assert sorted(one for one in found if one[0] not in {*longer, "A href"}) == []


def test_with_the_policy_no_page_breaks_it(browser: Browser, sites: tuple[Path, Path, Path]) -> None:
    with reading(browser, sites[1], policy=True) as guest:
        told = [look(guest, address) for address in addresses(sites[1])]
    assert [(one.address, one.ran, one.complaints) for one in told if one.ran or one.complaints] == []


@pytest.mark.parametrize("policy", [False, True], ids=["utan-skydd", "med-skydd"])
def test_hits_and_opened_maps_show_what_was_typed(
    browser: Browser, sites: tuple[Path, Path, Path], policy: bool
) -> None:
    with reading(browser, sites[1], policy=policy) as guest:
        page = guest.page
        guest.visit("")
        page.get_by_label("Sök på webbplatsen").fill("falt <img src=x onerror=attack(98)>")
        wait_until(page, "!!document.querySelector('.lo-hits li')")
        assert "<img src=x onerror=attack(70)>" in page.locator(".lo-hits__list").inner_text()
        assert "onerror=attack(98)>" in page.locator(".lo-hits__count").inner_text()
        guest.visit("vandringar/provet-0/")
        page.locator(".lo-karta__open").first.click()
        page.wait_for_selector(OPEN)
        page.locator(SIGN).first.press("Enter")
        assert "<img src=x onerror=attack(70)>" in page.locator("[role=dialog]").inner_text()
        assert (ran(guest), guest.foreign, guest.complaints) == ((), [], [])


def test_an_attack_that_is_not_escaped_is_seen(browser: Browser, tmp_path: Path) -> None:
    """The proof itself is tried: a page that runs is told of, and stopped by the policy."""
    page = "<!doctype html><title>x</title><main><b onmouseover=attack(2)>x</b><img src=x onerror=attack(1)></main>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    with reading(browser, tmp_path, policy=False) as guest:
        found = look(guest, "")
        guest.page.wait_for_function("window.attacked?.length > 1")
        assert set(ran(guest)) == {"1", "2"}
        assert found.live == ("B onmouseover=attack(2)", "IMG onerror=attack(1)")
    (tmp_path / "_headers").write_text("/*\n  Content-Security-Policy: script-src 'self'\n")
    with reading(browser, tmp_path, policy=True) as guest:
        look(guest, "")
        assert {one.split()[0] for one in ran(guest)} == {"script-src-attr"}
