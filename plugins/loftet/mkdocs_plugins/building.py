"""Build a site into a fresh folder and put it in place: a fault never touches the site that stands."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from loftet.mkdocs_plugins.clock import today
from loftet.mkdocs_plugins.register import folder_of


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says that the command line needs: the editor's folder, the day, where the site goes."""

    folder: Path
    today: date
    target: Path


def settings(config_file: Path) -> Settings:
    """Read mkdocs.yml; raises mkdocs' ConfigurationError when it is wrong."""
    config = load_config(str(config_file))
    return Settings(folder_of(config), today(config.plugins["loftet"].config["idag"]), Path(config.site_dir))


def build(config_file: Path, target: Path | None = None) -> Path:
    """Build strictly into a fresh folder beside the target, then swap; gives the target.

    Raises mkdocs' Abort or BuildError, and then the old site stands untouched.
    """
    wanted = (target or settings(config_file).target).resolve()
    wanted.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{wanted.name}-", dir=wanted.parent))
    try:
        config = load_config(str(config_file), site_dir=str(fresh), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
        fresh.chmod(0o755)
        _swap(fresh, wanted)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return wanted


def _swap(fresh: Path, wanted: Path) -> None:
    old = wanted.with_name(f".{wanted.name}-gammal")
    shutil.rmtree(old, ignore_errors=True)
    if wanted.exists():
        wanted.rename(old)
    fresh.rename(wanted)
    shutil.rmtree(old, ignore_errors=True)
