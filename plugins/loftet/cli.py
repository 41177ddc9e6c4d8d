"""The command line: `loftet kontroll`, `loftet bygg`, `loftet schema`, `loftet fakta ID`.

Exit codes: 0 clean, 1 problems in the data, 2 wrong use.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

import click

from loftet.checks import judge
from loftet.facts import AsOf
from loftet.facts.telling import tell
from loftet.loading import load
from loftet.mkdocs_plugins import building
from loftet.model.schema import schemas

_CONFIG = click.option(
    "--config-file",
    "config_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="Webbplatsens inställningar.",
)


@click.group(context_settings={"help_option_names": ["--hjalp", "--help"]})
@click.version_option(package_name="loftet", message="Löftet %(version)s")
def main() -> None:
    """Löftet: från en mapp YAML till en kommuns uppföljda medborgarlöften."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "1")


@main.command()
@_CONFIG
@click.option(
    "--tips/--inga-tips", "show_hints", default=True, help="Visa även tips, som inte stoppar något."
)
def kontroll(config_file: Path, show_hints: bool) -> None:
    """Kontrollera data. Avslutar med 0 utan fel, 1 med fel."""
    chosen = building.settings(config_file)
    register, problems = load(chosen.folder)
    found, hints = judge(register, chosen.today)
    everything = sorted({*problems, *found})
    for problem in everything:
        click.echo(str(problem))
    for hint in hints if show_hints else ():
        click.echo(f"Tips: {hint}")
    click.echo(f"{len(everything)} fel, {len(hints)} tips.")
    raise SystemExit(1 if everything else 0)


@main.command()
@_CONFIG
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


@main.command()
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("schema"), metavar="MAPP"
)
def schema(folder: Path) -> None:
    """Skriv ett JSON-schema per slag av post i MAPP, för hjälp medan du skriver i VS Code."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas():
        (folder / name).write_text(text, encoding="utf-8")
        click.echo(str(folder / name))


@main.command()
@click.argument("id")
@_CONFIG
def fakta(id: str, config_file: Path) -> None:
    """Skriv ut vad som räknas fram om posten ID, med uträkningen."""
    chosen = building.settings(config_file)
    register, problems = load(chosen.folder)
    lines = list(tell(AsOf(register, chosen.today), id))
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo(f"Ingen post, inget åtagande och inget stopp har id «{id}».", err=True)
        raise SystemExit(2)
    raise SystemExit(1 if problems else 0)
