"""The markup of every built page is valid HTML."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
NODE = Path(sys.executable).parent / "node"
HTML_VALIDATE = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"


def judged(site: Path, answer: Path) -> list[str]:
    """Let html-validate read every page of the folder: one line for each fault."""
    # It writes to a file, for a pipe is cut when the answer is long.
    command = [str(NODE), str(HTML_VALIDATE), "--config", str(Path(__file__).with_name("html-validate.json"))]
    command += ["--formatter", f"json={answer}", f"{site}/**/*.html"]
    ran = subprocess.run(command, cwd=ROOT, check=False, timeout=600)
    assert ran.returncode in (0, 1)
    assert answer.is_file(), "html-validate fann inga sidor att läsa"
    return [
        f"{Path(page['filePath']).relative_to(site)}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for page in json.loads(answer.read_text(encoding="utf-8"))
        for fault in page["messages"]
    ]


def test_html_validate_accepts_every_page(site: Path, tmp_path: Path) -> None:
    assert "\n".join(judged(site.resolve(), tmp_path / "svar.json")) == ""
