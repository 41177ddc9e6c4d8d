"""Whenever a publication is stopped, readers have the old site or the new one, whole, and the next run ends it.

A child process publishes and is killed at one step of the file system after the other (every file that is
opened to write, every rename, every folder made or removed), or meets a full disk there.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from loftet.publishing import journal
from loftet.publishing.kept import Kept, json_text
from loftet.publishing.swapping import prefix, put_in_place, sweep
from small_town import put, tree
from stopped_runs import ALL_DONE, full_disk, kill, stopped_at

NEW_KEPT = {"adresser.jsonl": b"gammal\nny\n", "utgavor/ny/data.json": b"{}\n", "logg.jsonl": b"1\n2\n"}


def scene(top: Path, shown_as: str) -> tuple[Kept, Path, Path]:
    """Make an old site with what is kept of it, shown as a folder, through a symbolic link, or not yet at all."""
    kept, target, fresh = Kept(top / "publicerat"), top / "site", top / f"{prefix(top / 'site')}ny"
    put(kept.folder, "adresser.jsonl", "gammal\n")
    put(kept.folder, "logg.jsonl", "1\n")
    if shown_as != "inget":
        home = top / f"{prefix(target)}1" if shown_as == "länk" else target
        site(home, "gammal")
        if shown_as == "länk":
            target.symlink_to(home.name)
    site(fresh, "ny")
    return kept, fresh, target


def site(folder: Path, name: str) -> None:
    for number in range(3):
        put(folder, f"sida-{number}/index.html", f"{name} {number}")
    put(folder, journal.MARK, json_text({"sida": name}))


@pytest.mark.parametrize("shown_as", ["mapp", "länk", "inget"])
@pytest.mark.parametrize("stop", [kill, full_disk])
def test_stopped_at_any_step_the_site_is_old_or_new_and_the_next_run_ends_it(
    tmp_path: Path, shown_as: str, stop: Callable[[], None]
) -> None:
    """Site, ledger, edition and log go together, whichever step was the last."""
    ends = []
    for step in range(1, 200):
        top = tmp_path / str(step)
        kept, fresh, target = scene(top, shown_as)
        old_site, old_kept = tree(target), tree(kept.folder)
        new_site, new_kept = tree(fresh), {**old_kept, **NEW_KEPT}
        ended = stopped_at(step, lambda: journal.carry_out(kept, fresh, target, NEW_KEPT), stop)  # noqa: B023 - run at once
        assert tree(target) in (old_site, new_site), f"step {step}"
        completed = journal.complete(kept)
        sweep(target)
        shown, now_kept = tree(target), tree(kept.folder)
        assert (shown, now_kept) in ((old_site, old_kept), (new_site, new_kept)), f"step {step}"
        assert not completed or shown == new_site
        left = {one.name for one in top.iterdir()} - {"publicerat", "site"}
        assert len(left) == (shown_as == "länk"), left
        ends.append((ended, shown == new_site))
        shutil.rmtree(top)
        if ended == ALL_DONE:
            break
    assert len(ends) > 10
    assert ends[-1] == (ALL_DONE, True)
    assert (ends[0][1], ends[-2][1]) == (False, True)


def test_a_plan_whose_new_site_was_thrown_away_is_dropped_and_the_old_site_stands(tmp_path: Path) -> None:
    """Nothing is written down as published that nobody could read."""
    for step in range(1, 100):
        kept, fresh, target = scene(tmp_path / str(step), "mapp")
        old_site, old_kept = tree(target), tree(kept.folder)
        stopped_at(step, lambda: journal.carry_out(kept, fresh, target, NEW_KEPT), kill)  # noqa: B023 - run at once
        if journal.unfinished(kept) and tree(target) == old_site:
            break
    shutil.rmtree(fresh)
    assert journal.complete(kept) is False
    assert (tree(target), tree(kept.folder)) == (old_site, old_kept)


def test_a_link_points_at_the_new_site_in_one_step_and_a_folder_changes_places(tmp_path: Path) -> None:
    """A reader never meets a name with nothing behind it."""
    for shown_as in ("mapp", "länk"):
        _, fresh, target = scene(tmp_path / shown_as, shown_as)
        new = tree(fresh)
        put_in_place(fresh, target)
        assert tree(target) == new
        assert target.is_symlink() == (shown_as == "länk")
