"""Send a site as one commit on a branch of its own, for GitHub Pages, Codeberg Pages and the like.

A push is one step: the branch is the old site or the new one. The working folder and its index are not touched.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from loftet.publishing.journal import MARK
from loftet.publishing.manifest import manifest_of
from loftet.publishing.sending.programs import Result, last_words, not_sent, run

REMOTE = "origin"
_EXACT = ("-c", "core.autocrlf=false", "-c", "core.safecrlf=false", "-c", "core.fileMode=false")
_NOBODY = {"NAME": "Löftet", "EMAIL": "loftet@localhost"}


def push(folder: Path, branch: str, archive: Path) -> str:
    """Let the branch at the remote `origin` of a git archive hold a published folder, in a commit on top of its last.

    Raises NotSent when git is missing, the remote does not answer or refuses, or the branch holds something else
    than a site of ours.
    """
    made = _Branch(folder, branch, archive)
    made.refuse_own()
    tip = made.tip()
    with tempfile.TemporaryDirectory() as place:
        tree = made.tree(Path(place))
    if tip and made.asked("rev-parse", f"{tip}^{{tree}}") == tree:
        return f"Grenen {branch} har redan den här webbplatsen."
    commit = made.commit(tree, tip)
    result = made.git("push", "--quiet", REMOTE, f"{commit}:refs/heads/{branch}")
    if result.returncode:
        what = f"Grenen ”{branch}” tog inte emot webbplatsen: {last_words(result)}"
        raise not_sent(
            made.where, what, "Kontrollera att du får skriva till grenen och kör samma kommando igen."
        )
    return f"Skickad: grenen {branch}"


@dataclass(frozen=True)
class _Branch:
    folder: Path
    name: str
    archive: Path

    @property
    def where(self) -> str:
        return f"git:{self.name}"

    def git(self, *words: str, own: dict[str, str] | None = None) -> Result:
        return run(["git", "-C", str(self.archive), *_EXACT, *words], self.where, own)

    def asked(self, *words: str, own: dict[str, str] | None = None) -> str:
        result = self.git(*words, own=own)
        if result.returncode:
            what = f"Git kan inte: {last_words(result)}"
            raise not_sent(self.where, what, "Kontrollera att webbplatsens mapp är ett git-arkiv.")
        return result.stdout.strip()

    def refuse_own(self) -> None:
        """Refuse a name that is none, and the branch on which the data stand: it would be lost under the site."""
        if self.git("check-ref-format", "--branch", self.name).returncode:
            raise not_sent(
                self.where, f"”{self.name}” kan inte vara namn på en gren.", "Skriv till exempel git:pages."
            )
        if self.git("symbolic-ref", "--short", "-q", "HEAD").stdout.strip() == self.name:
            what = f"Grenen ”{self.name}” är den som uppgifterna står på."
            raise not_sent(self.where, what, "Välj en egen gren för webbplatsen, till exempel git:pages.")

    def tip(self) -> str:
        """Give the commit that the branch stands at; empty when there is no such branch yet."""
        self.asked("rev-parse", "--git-dir")
        reference = f"refs/heads/{self.name}"
        result = self.git("ls-remote", REMOTE, reference)
        if result.returncode:
            what = f"Git-servern svarar inte: {last_words(result)}"
            raise not_sent(
                self.where, what, f"Kontrollera nätet, rättigheterna och adressen: git remote -v ({REMOTE})"
            )
        tip = result.stdout.partition("\t")[0].strip()
        if not tip:
            return ""
        self.asked("fetch", "--quiet", REMOTE, reference)
        if self.git("cat-file", "-e", f"{tip}:{MARK}").returncode:
            what = f"Grenen ”{self.name}” har redan annat innehåll, som skulle tas bort."
            raise not_sent(self.where, what, "Välj en annan gren för webbplatsen, till exempel git:pages.")
        return tip

    def tree(self, place: Path) -> str:
        """Write the folder into the archive, with the mark that lets GitHub show files as they are."""
        own = {"GIT_INDEX_FILE": str(place / "index")}
        git_dir = self.asked("rev-parse", "--absolute-git-dir")
        empty = self.asked("hash-object", "-w", "--stdin")
        self.asked(
            f"--git-dir={git_dir}",
            f"--work-tree={self.folder}",
            "-C",
            str(self.folder),
            "add",
            "--all",
            "--force",
            ".",
            own=own,
        )
        self.asked("update-index", "--add", "--cacheinfo", f"100644,{empty},.nojekyll", own=own)
        return self.asked("write-tree", own=own)

    def commit(self, tree: str, tip: str) -> str:
        """Make the commit: the day of the publication, and whoever git says publishes."""
        told = manifest_of((self.folder / MARK).read_bytes())
        own = {f"GIT_{who}_DATE": f"{told.get('datum')}T12:00:00+0000" for who in ("AUTHOR", "COMMITTER")}
        if self.git("config", "user.email").returncode:
            own |= {
                f"GIT_{who}_{what}": said for who in ("AUTHOR", "COMMITTER") for what, said in _NOBODY.items()
            }
        parent = ("-p", tip) if tip else ()
        about = f"{str(told.get('slag')).capitalize()} {told.get('nr')}, {told.get('datum')}"
        return self.asked("commit-tree", tree, *parent, "-m", about, own=own)
