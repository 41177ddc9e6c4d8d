"""The command that builds the site: `bygg`."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from loftet.cli.options import CONFIG
from loftet.mkdocs_plugins import building


@click.command()
@CONFIG
@click.option(
    "--till", "target", type=click.Path(file_okay=False, path_type=Path), help="Mappen att bygga till."
)
def bygg(config_file: Path, target: Path | None) -> None:
    """Bygg webbplatsen i en ny mapp och byt ut den gamla först när allt är klart."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        built = building.build(config_file, target)
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        raise SystemExit(1) from error
    click.echo(f"Klart: {built / 'index.html'}")
