"""The command that makes what is sent to the parties before a meeting: `underlag`."""

from __future__ import annotations

from pathlib import Path

import click

from loftet.cli.options import CONFIG
from loftet.mkdocs_plugins import building
from loftet.mkdocs_plugins.shell import shipped_overrides
from loftet.problems import DataError
from loftet.publishing.draft import FOLDER, DraftOrder, write_draft

_STYLES = ("tokens.css", "chrome.css", "components.css")


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@CONFIG
@click.option(
    "--till",
    "to",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"Mappen för underlaget. [förval: {FOLDER}/ bredvid uppgifterna]",
)
def underlag(ids: tuple[str, ...], config_file: Path, to: Path | None) -> None:
    """Gör ett märkt underlag av utkasten att skicka till parterna före mötet.

    En zip som öppnas utan nät och utan skript, med en sida för utskrift. Utan ID tas alla utkast med.
    """
    chosen = building.settings(config_file)
    assets = (shipped_overrides() or Path()) / "assets"
    order = DraftOrder(
        data=chosen.folder,
        today=chosen.today,
        to=to or chosen.folder.resolve().parent / FOLDER,
        styles={name: (assets / name).read_bytes() for name in _STYLES},
        published=(chosen.target, chosen.content),
        ids=ids,
    )
    try:
        place = write_draft(order, _tell)
    except DataError as error:
        click.echo(f"{error}\n{len(error.problems)} fel. Inget underlag är gjort.")
        raise SystemExit(1) from error
    click.echo(
        f"Klart: {place}\nPacka upp och öppna index.html. Utskrift: utskrift.html. Inget är publicerat."
    )


def _tell(line: str) -> None:
    click.echo(line, err=True)
