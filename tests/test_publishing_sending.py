"""A published site is sent to a zip, by rsync or to a git branch, or it is said in Swedish why it could not be."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from loftet.publishing.kept import beside
from loftet.publishing.manifest import read_log
from loftet.publishing.sending import Destination, NotSent, destination, send
from loftet.publishing.verifying import verified_copy
from small_town import TOWN, published_now, put, tree, write

LONE_GIT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    """The folder of a small municipality that has published once."""
    published_now(write(tmp_path / "byn", TOWN))
    return tmp_path / "byn/site"


def git(folder: Path, *words: str) -> str:
    told = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)
    return told.stdout.strip()


@pytest.fixture
def archive(shown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git archive with the data on main, and a bare one as its origin."""
    for name, value in LONE_GIT.items():
        monkeypatch.setenv(name, value)
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(tmp_path / "fjarr.git")], check=True)
    own = shown.parent
    git(own, "init", "-q", "-b", "main")
    git(own, "add", "site_data")
    git(own, "-c", "user.name=x", "-c", "user.email=x@byn.example", "commit", "-qm", "Uppgifter")
    git(own, "remote", "add", "origin", str(tmp_path / "fjarr.git"))
    git(own, "push", "-q", "origin", "main")
    return own


def refusal(shown: Path, to: Destination, archive: Path) -> str:
    with pytest.raises(NotSent) as refused:
        send(shown, to, archive)
    return str(refused.value)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("site", None),
        ("/var/www/lofte", None),
        ("C:/lofte", None),
        ("ut/webbplats.zip", Destination("zip", "ut/webbplats.zip")),
        ("rsync:www@byn.example:/var/www", Destination("rsync", "www@byn.example:/var/www")),
        ("git:pages", Destination("git", "pages")),
    ],
)
def test_what_stands_after_till_is_a_folder_unless_it_says_otherwise(
    written: str, read: Destination | None
) -> None:
    assert destination(written) == read


def test_a_zip_holds_the_site_and_can_be_verified(shown: Path, tmp_path: Path) -> None:
    told = send(shown, Destination("zip", str(tmp_path / "ut/w.zip")), tmp_path)
    assert told == f"Skriven: {tmp_path}/ut/w.zip"
    log, _ = read_log(beside(shown.parent / "site_data"))
    assert list(verified_copy(tmp_path / "ut/w.zip", log)) == []


def test_a_branch_holds_the_site_and_nothing_else_and_the_working_folder_is_untouched(
    shown: Path, archive: Path, tmp_path: Path
) -> None:
    """Two sendings of one site are one commit; a changed site is a commit on top of it."""
    before = git(archive, "status", "--porcelain")
    assert send(shown, Destination("git", "pages"), archive) == "Skickad: grenen pages"
    told = send(shown, Destination("git", "pages"), archive)
    assert told == "Grenen pages har redan den här webbplatsen."
    put(shown, "ny.html", "x")
    send(shown, Destination("git", "pages"), archive)
    assert git(archive, "status", "--porcelain") == before
    far = tmp_path / "fjarr.git"
    assert (
        git(far, "log", "--format=%an %ad %s", "--date=short", "pages").splitlines()
        == ["Löftet 2026-03-10 Publicering 1, 2026-03-10"] * 2
    )
    git(tmp_path, "clone", "-q", "-b", "pages", str(far), "hamtad")
    fetched = {name: data for name, data in tree(tmp_path / "hamtad").items() if not name.startswith(".git/")}
    assert fetched == {**tree(shown), ".nojekyll": b""}


@pytest.mark.parametrize(
    ("branch", "told"),
    [
        ("main", "git:main: Grenen ”main” är den som uppgifterna står på."),
        ("kod", "git:kod: Grenen ”kod” har redan annat innehåll, som skulle tas bort."),
        ("a b", "git:a b: ”a b” kan inte vara namn på en gren."),
    ],
)
def test_a_branch_that_holds_something_else_is_left_alone(
    shown: Path, archive: Path, branch: str, told: str
) -> None:
    git(archive, "push", "-q", "origin", "main:kod")
    before = git(archive, "ls-remote", "origin")
    assert refusal(shown, Destination("git", branch), archive).splitlines()[0] == told
    assert git(archive, "ls-remote", "origin") == before


def test_a_branch_that_refuses_and_a_server_that_is_gone_are_told(
    shown: Path, archive: Path, tmp_path: Path
) -> None:
    hook = tmp_path / "fjarr.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho Skyddad gren >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    told = refusal(shown, Destination("git", "pages"), archive)
    assert told.startswith("git:pages: Grenen ”pages” tog inte emot webbplatsen: ")
    git(archive, "remote", "set-url", "origin", str(tmp_path / "borta.git"))
    told = refusal(shown, Destination("git", "pages"), archive)
    assert told.startswith("git:pages: Git-servern svarar inte: ")
    told = refusal(shown, Destination("git", "pages"), tmp_path)
    assert "Kontrollera att webbplatsens mapp är ett git-arkiv." in told


@pytest.mark.parametrize(("way", "program"), [("git", "git"), ("rsync", "rsync")])
def test_a_program_that_is_not_there_is_named_with_how_to_get_it(
    shown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, program: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(shown, Destination(way, "pages"), tmp_path) == (
        f"{way}:pages: Programmet {program} finns inte på datorn.\n"
        f"  Gör så här: Installera det, till exempel: apt-get install {program}"
    )


def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Let rsync reach its host through a program of ours instead of ssh."""
    place = tmp_path / "ssh"
    place.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    place.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(place))


# These need rsync, which scripts/test sees to.


@pytest.mark.slow
def test_rsync_makes_the_hosts_folder_the_same_and_leaves_what_is_the_hosts_own(
    shown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over a connection, file by file; a page that is gone is taken away."""
    shell(tmp_path, monkeypatch, 'shift; exec "$@"')
    there = tmp_path / "www"
    to = Destination("rsync", f"vard:{there}")
    assert send(shown, to, tmp_path) == f"Skickad: vard:{there}"
    assert tree(there) == tree(shown)
    put(there, ".htaccess", "Require all granted")
    (shown / "om/index.html").unlink()
    put(shown, "index.html", "<h1>Ny</h1>")
    send(shown, to, tmp_path)
    assert tree(there) == {**tree(shown), ".htaccess": b"Require all granted"}
    assert os.stat(there / "index.html").st_mode & 0o777 == 0o644


@pytest.mark.slow
def test_rsync_that_is_broken_off_loses_no_page_and_is_completed_by_the_next(
    shown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After any of the connections that a sending makes: every old page or its new text, and all that it asks for."""
    old = {name: data for name, data in tree(shown).items() if name != "manifest.json"}
    for broken in range(1, 5):
        there = tmp_path / f"www{broken}"
        shell(tmp_path, monkeypatch, 'shift; exec "$@"')
        to = Destination("rsync", f"vard:{there}")
        put(shown, "index.html", old["index.html"])
        (shown / "assets/ny.css").unlink(missing_ok=True)
        send(shown, to, tmp_path)
        put(shown, "index.html", old["index.html"] + b"<link rel=stylesheet href=assets/ny.css>")
        put(shown, "assets/ny.css", "a {}")
        count = f'n=$(cat "{tmp_path}/n{broken}" 2>/dev/null || echo 0); n=$((n+1)); echo $n >"{tmp_path}/n{broken}"'
        shell(tmp_path, monkeypatch, f'{count}; [ $n -ge {broken} ] && exit 255; shift; exec "$@"')
        told = refusal(shown, to, tmp_path)
        assert told.startswith(f"rsync:vard:{there}: Värden svarar inte: ")
        held = tree(there)
        assert old.keys() <= held.keys()
        assert b"ny.css" not in held["index.html"] or "assets/ny.css" in held
        shell(tmp_path, monkeypatch, 'shift; exec "$@"')
        send(shown, to, tmp_path)
        assert tree(there) == tree(shown)


@pytest.mark.slow
def test_rsync_refuses_a_folder_with_something_else_in_it(shown: Path, tmp_path: Path) -> None:
    put(tmp_path / "www", "annat/viktigt.txt", "x")
    assert refusal(shown, Destination("rsync", f"{tmp_path}/www"), tmp_path) == (
        f"rsync:{tmp_path}/www: Mappen har redan annat innehåll, som skulle tas bort.\n"
        "  Gör så här: Välj en tom mapp, eller töm den först om inget där ska vara kvar."
    )
    assert tree(tmp_path / "www") == {"annat/viktigt.txt": b"x"}


@pytest.mark.slow
def test_rsync_to_a_host_that_does_not_answer_is_told(
    shown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell(tmp_path, monkeypatch, "echo 'ssh: Could not resolve hostname vard' >&2; exit 255")
    told = refusal(shown, Destination("rsync", "vard:/www"), tmp_path)
    assert told.splitlines()[0] == (
        "rsync:vard:/www: Värden svarar inte: ssh: Could not resolve hostname vard"
    )
    assert "ssh värden" in told
