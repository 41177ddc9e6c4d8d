"""Build a site into a fresh folder and put it in place: a fault never touches the site that stands."""

from __future__ import annotations

import os
import shutil
import tempfile
from calendar import timegm
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from loftet.facts import AsOf
from loftet.mkdocs_plugins.appearance import faults
from loftet.mkdocs_plugins.clock import today
from loftet.mkdocs_plugins.register import LoftetPlugin, folder_of, groups_of
from loftet.model.register import Register
from loftet.pages.site import Site
from loftet.problems import DataError, Problem
from loftet.publishing.history import Drawn, History, broken_promises, draw, read_history
from loftet.publishing.manifest import read_log
from loftet.publishing.swapping import occupied, put_in_place
from loftet.publishing.written import written_pages


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says that the command line needs.

    `folder` is the editor's, `content` that of hand-written pages, `target` where the site goes, `groups` the
    groups of pages that are drawn, `root` the address that the site is published at (empty: not stated),
    `accent` whether it has a colour of its own, `fixed_day` the day that an example site always shows, and `unfit`
    what is wrong with its colour, logo and drawings.
    """

    folder: Path
    content: Path
    today: date
    target: Path
    groups: frozenset[str]
    root: str
    accent: bool
    fixed_day: str | None = None
    unfit: tuple[Problem, ...] = ()


def settings(config_file: Path) -> Settings:
    """Read mkdocs.yml; raises mkdocs' ConfigurationError when it is wrong."""
    config = load_config(str(config_file))
    return Settings(
        folder_of(config),
        Path(config.docs_dir),
        today(config.plugins["loftet"].config["idag"]),
        Path(config.site_dir),
        groups_of(config),
        config.site_url or "",
        bool(config.extra.get("accent")),
        config.plugins["loftet"].config["idag"],
        tuple(faults(config)),
    )


def build(config_file: Path, target: Path | None = None, per: date | None = None) -> Path:
    """Build strictly into a fresh folder beside the target, then put it in place; gives the target.

    `per` is an earlier day whose state is drawn; None for today's.
    Raises mkdocs' Abort or BuildError, and then the old site stands untouched; DataError when something else than a
    site lies there.
    """
    wanted = (target or settings(config_file).target).absolute()
    taken = tuple(occupied(wanted))
    if taken:
        raise DataError(taken)
    wanted.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{wanted.name}-", dir=wanted.parent))
    try:
        build_into(config_file, fresh, per)
        put_in_place(fresh, wanted)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return wanted


def build_into(
    config_file: Path, fresh: Path, per: date | None = None, ready: tuple[Site, Drawn] | None = None
) -> None:
    """Build strictly into an empty folder; raises mkdocs' Abort or BuildError.

    `ready` is a site with its drawn pages, when a publication has judged and drawn them already.
    """
    config = load_config(str(config_file), site_dir=str(fresh), strict=True)
    plugin = config.plugins["loftet"]
    plugin.config["per"] = per.isoformat() if per else None
    with _one_clock(today(plugin.config["idag"])), _handed_on(plugin, ready):
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    fresh.chmod(0o755)


@contextmanager
def _handed_on(plugin: object, ready: tuple[Site, Drawn] | None) -> Iterator[None]:
    """Hand a drawn site to the plugin for one build only: MkDocs gives the same plugin to the next one."""
    if isinstance(plugin, LoftetPlugin):
        plugin.ready = ready
    try:
        yield
    finally:
        if isinstance(plugin, LoftetPlugin):
            plugin.ready = None


@contextmanager
def _one_clock(day: date) -> Iterator[None]:
    """Let MkDocs take the same day as we do, so that two builds of one day's data are the same bytes."""
    stated = os.environ.get("SOURCE_DATE_EPOCH")
    if stated is None:
        os.environ["SOURCE_DATE_EPOCH"] = str(timegm(day.timetuple()))
    try:
        yield
    finally:
        if stated is None:
            del os.environ["SOURCE_DATE_EPOCH"]


def site_as_set(chosen: Settings, register: Register, history: History) -> Site:
    """Give the site that the settings ask for, drawn from a register without faults."""
    as_of = AsOf(register, chosen.today)
    return history.dressed(Site(as_of, chosen.today, chosen.groups, chosen.root, accent=chosen.accent))


def broken(chosen: Settings, register: Register) -> tuple[Problem, ...]:
    """Give a Problem for all that was published and would vanish or change, and for each fault in what is kept."""
    history, unread = read_history(chosen.folder)
    _, unlogged = read_log(history.kept)
    if unread or unlogged:
        return (*unread, *unlogged)
    site = site_as_set(chosen, register, history)
    drawn = draw(site, history, written_pages(chosen.content))
    return broken_promises(history, site, drawn.offered)
