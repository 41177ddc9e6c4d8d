"""The accessibility engines that read a page in the browser, and what their answers are."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
MODULES = ROOT / "node_modules"
PROBES = (Path(__file__).with_name("probes.js")).read_text(encoding="utf-8")
ENGINES = {
    "axe-core": "axe-core",
    "HTML_CodeSniffer": "html_codesniffer",
    "IBM Equal Access": "accessibility-checker-engine",
}
"""The judges by the names that the statement gives them, and the npm package of each."""

_AXE = (MODULES / "axe-core" / "axe.min.js", "axe")
_CODE_SNIFFER = (MODULES / "html_codesniffer" / "build" / "HTMLCS.js", "HTMLCS")
_IBM = (MODULES / "accessibility-checker-engine" / "ace-window.js", "ace_ibma")

_RUN_AXE = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: {"target-size": {enabled: true}},
  resultTypes: ["violations"],
}).then(result => result.violations.flatMap(rule =>
  rule.nodes.map(node => `${rule.id}: ${rule.help} ${node.target.join(" ")}`)))"""
# Type 1 is an error; 2 and 3 ask a person to look.
_RUN_CODE_SNIFFER = """() => new Promise(done => HTMLCS.process("WCAG2AA", document, () => done(
  HTMLCS.getMessages().filter(one => one.type === 1).map(one => `${one.code}: ${one.msg}`))))"""
# A potential violation is a question to a person, not an answer.
_RUN_IBM = """async () => (await new ace_ibma.Checker().check(document, ["WCAG_2_2"])).results
  .filter(one => one.value[0] === "VIOLATION" && one.value[1] === "FAIL")
  .map(one => `${one.ruleId}: ${one.message} ${one.snippet.slice(0, 120)}`)"""


def version(package: str) -> str:
    """Give the version of an npm package that is installed for the tests."""
    told: dict[str, object] = json.loads((MODULES / package / "package.json").read_text(encoding="utf-8"))
    return str(told["version"])


def axe(page: Page) -> tuple[str, ...]:
    """Ask axe about the page as it stands: one line a violation, none when clean."""
    return _asked(page, *_AXE, _RUN_AXE)


def code_sniffer(page: Page) -> tuple[str, ...]:
    """Ask HTML_CodeSniffer for breaches of WCAG 2 AA: one line each."""
    return _asked(page, *_CODE_SNIFFER, _RUN_CODE_SNIFFER)


def ibm(page: Page) -> tuple[str, ...]:
    """Ask IBM's engine for breaches of WCAG 2.2: one line each. It takes a second or more a page."""
    return _asked(page, *_IBM, _RUN_IBM)


def probed(page: Page, name: str) -> tuple[str, ...]:
    """Give the faults that one of our own probes finds on the page as it stands."""
    if not page.evaluate("'probes' in window"):
        page.evaluate(f"{PROBES};0")
    return tuple(page.evaluate(f"probes.{name}()"))


def _asked(page: Page, engine: Path, name: str, run: str) -> tuple[str, ...]:
    if not page.evaluate(f"{name!r} in window"):
        page.evaluate(f"{engine.read_text(encoding='utf-8')};0")
    return tuple(page.evaluate(run))
