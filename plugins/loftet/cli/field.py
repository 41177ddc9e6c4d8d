"""Commands that make new records: `nytt vandring`."""

from __future__ import annotations

from pathlib import Path

import click

from loftet.cli.options import CONFIG
from loftet.field.placing import put_all
from loftet.field.walk import Inputs, new_walk
from loftet.mkdocs_plugins import building
from loftet.problems import DataError

_FILE = click.Path(path_type=Path)


@click.group()
def nytt() -> None:
    """Gör en ny post att fylla i."""


@nytt.command()
@click.option("--id", "id", required=True, help="Vandringens id, till exempel vandring-15. Ändras aldrig.")
@click.option("--gpx", "route", type=_FILE, help="Rutten från telefonen, med vägpunkter som stopp.")
@click.option("--foton", "photos", type=_FILE, help="Mapp med foton, ett för varje stopp i namnens ordning.")
@click.option(
    "--csv", "table", type=_FILE, help="Tabell med stopp: nr, plats, lat och lon eller nord och öst."
)
@click.option("--geojson", "points", type=_FILE, help="Stopp från QGIS, i WGS 84 eller SWEREF 99 TM.")
@click.option("--titel", "title", help="Vandringens namn, ofta platsen.")
@CONFIG
def vandring(
    id: str,
    route: Path | None,
    photos: Path | None,
    table: Path | None,
    points: Path | None,
    title: str | None,
    config_file: Path,
) -> None:
    """Gör en vandring av rutt, foton och stopp. Är något fel skrivs ingenting."""
    if table and points:
        raise click.UsageError("Välj --csv eller --geojson, inte båda: stoppen kan bara komma från en fil.")
    folder = building.settings(config_file).folder
    try:
        walk = new_walk(folder, id, Inputs(route, photos, table, points, title))
        put_all(walk.files)
    except DataError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    for path in walk.files:
        click.echo(f"Skriven: {path}")
    for note in walk.notes:
        click.echo(note)
    click.echo("Fyll i vandringen och kör sedan: loftet kontroll")
