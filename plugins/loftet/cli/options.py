"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from loftet.cli.swedish import speak_swedish
from loftet.mkdocs_plugins.unfit_settings import unfit_settings

# Before any option is made: click takes its words for files and folders then.
speak_swedish()


def _fit(_context: click.Context, _option: click.Parameter, config_file: Path) -> Path:
    """Let a command start only when its mkdocs.yml can be read; else tell what is wrong, and end with 1."""
    problems = unfit_settings(config_file)
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        raise SystemExit(1)
    return config_file


CONFIG = click.option(
    "--config-file",
    "config_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    callback=_fit,
    help="Webbplatsens inställningar.",
)
