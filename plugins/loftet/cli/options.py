"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from loftet.cli.swedish import speak_swedish

# Before any option is made: click takes its words for files and folders then.
speak_swedish()

CONFIG = click.option(
    "--config-file",
    "config_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="Webbplatsens inställningar.",
)
