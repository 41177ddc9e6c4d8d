"""The ready workflows for GitHub and GitLab: they parse, say only commands that exist, and publish when run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from loftet.cli import COMMANDS
from small_town import SETTINGS, TOWN, write

DRIFT = Path(__file__).parent.parent / "drift"
GITHUB, GITLAB = DRIFT / "github/pages.yml", DRIFT / "gitlab/.gitlab-ci.yml"
LONE_GIT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


def steps(file: Path, event: str) -> list[str]:
    """Give the commands that a workflow runs for an event (push or schedule), in order, without what fetches Löftet."""
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    if file is GITLAB:
        commands = [*told["pages"]["before_script"], *told["pages"]["script"]]
    else:
        own = told["jobs"]["publicera"]["steps"]
        commands = [one["run"] for one in own if "run" in one and _runs(one.get("if", ""), event)]
    return [one for one in commands if not one.startswith("pip install")]


def _runs(condition: str, event: str) -> bool:
    match = re.search(r"github\.event_name (==|!=) 'schedule'", condition)
    return match is None or (match.group(1) == "==") == (event == "schedule")


@pytest.mark.parametrize("file", [GITHUB, GITLAB], ids=["github", "gitlab"])
def test_every_command_and_option_of_a_workflow_exists(file: Path) -> None:
    """A workflow that is copied once is not looked at again until it fails."""
    known = {one.name: {option for own in one.params for option in own.opts} for one in COMMANDS}
    lines = [
        line.strip()
        for event in ("push", "schedule")
        for one in steps(file, event)
        for line in one.splitlines()
    ]
    ours = [shlex.split(line) for line in lines if line.startswith("loftet ")]
    assert {one[1] for one in ours} == {"kontroll", "publicera", "uppdatera"}
    for _, command, *rest in ours:
        assert {one for one in rest if one.startswith("--")} <= known[command] | {"--inga-tips"}
    others = {line.split()[0] for line in lines if line} - {"loftet"}
    assert others <= {"git", "if", "else", "fi"}


def git(folder: Path, *words: str) -> str:
    told = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def run(commands: list[str], folder: Path, event: str) -> None:
    own = {
        **os.environ,
        **LONE_GIT,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "CI_COMMIT_BRANCH": "main",
        "CI_PIPELINE_SOURCE": event,
    }
    script = "\n".join(commands).replace(
        '"https://lofte:${LOFTE_TOKEN}@${CI_SERVER_HOST}/${CI_PROJECT_PATH}.git"', "origin"
    )
    done = subprocess.run(
        ["sh", "-e", "-c", script], cwd=folder, env=own, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(("file", "shown"), [(GITHUB, "site"), (GITLAB, "public")], ids=["github", "gitlab"])
def test_a_workflow_publishes_from_a_merge_saves_what_is_kept_and_updates_at_night(
    file: Path, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each run begins in a fresh checkout, as on a build machine."""
    for name, value in LONE_GIT.items():
        monkeypatch.setenv(name, value)
    write(tmp_path / "eget", TOWN)
    (tmp_path / "eget/content").mkdir()
    (tmp_path / "eget/content/tack.md").write_text("# Tack\n\n[Start](index.md)\n", encoding="utf-8")
    (tmp_path / "eget/mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "fjarr.git")
    git(tmp_path, "init", "-q", "-b", "main", "eget")
    git(tmp_path / "eget", "add", ".")
    git(
        tmp_path / "eget", "-c", "user.name=x", "-c", "user.email=x@byn.example", "commit", "-qm", "Uppgifter"
    )
    git(tmp_path / "eget", "push", "-q", str(tmp_path / "fjarr.git"), "main")
    subjects = []
    for number, event in enumerate(("push", "schedule")):
        checkout = tmp_path / f"korning-{number}"
        git(tmp_path, "clone", "-q", "fjarr.git", str(checkout))
        run(steps(file, event), checkout, event)
        assert (checkout / shown / "loften/ljus/index.html").is_file(), event
        subjects.append(git(tmp_path / "fjarr.git", "log", "-1", "--format=%s", "main"))
    assert subjects == ["Publicerat"] * 2
    assert git(tmp_path / "fjarr.git", "rev-list", "--count", "main") == "2"
    kept = git(tmp_path / "fjarr.git", "ls-tree", "-r", "--name-only", "main", "publicerat").splitlines()
    assert "publicerat/logg.jsonl" in kept
    assert not [one for one in kept if "/." in one]
