"""The command that builds the site: `bygg`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from loftet.cli.hearing import mkdocs_heard
from loftet.cli.options import CONFIG
from loftet.mkdocs_plugins import building
from loftet.problems import DataError


@click.command()
@CONFIG
@click.option(
    "--till", "target", type=click.Path(file_okay=False, path_type=Path), help="Mappen att bygga till."
)
@click.option(
    "--per",
    "per",
    type=click.DateTime(["%Y-%m-%d"]),
    help="En tidigare dag: bygg det som var känt då, till exempel 2025-11-20.",
)
def bygg(config_file: Path, target: Path | None, per: datetime | None) -> None:
    """Bygg webbplatsen i en ny mapp och byt ut den gamla först när allt är klart."""
    if per and not target:
        raise click.UsageError("Skriv också --till MAPP, så att webbplatsen som visas nu inte byts ut.")
    try:
        with mkdocs_heard():
            built = building.build(config_file, target, per.date() if per else None)
    except DataError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    except click.ClickException as error:
        click.echo(
            "Webbplatsen är inte byggd.", err=True
        )  # MkDocs has said why in the log, and here says it stops
        raise SystemExit(1) from error
    click.echo(f"Klart: {built / 'index.html'}")
