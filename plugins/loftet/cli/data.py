"""Commands about the data: `kontroll`, `schema`, `fakta`."""

from __future__ import annotations

from pathlib import Path

import click

from loftet.checks import judge
from loftet.cli.options import CONFIG
from loftet.facts import AsOf
from loftet.facts.subjects import subjects
from loftet.facts.telling import tell
from loftet.loading import load
from loftet.mkdocs_plugins import building
from loftet.mkdocs_plugins.clock import stopped
from loftet.model.register import Register
from loftet.model.schema import schemas
from loftet.problems import Hint, Problem
from loftet.wording import or_list


@click.command()
@CONFIG
@click.option(
    "--tips/--inga-tips", "show_hints", default=True, help="Visa även tips, som inte stoppar något."
)
def kontroll(config_file: Path, show_hints: bool) -> None:
    """Kontrollera data och publicerade adresser. Avslutar med 0 utan fel, 1 med fel."""
    problems, hints = _found(building.settings(config_file))
    for problem in problems:
        click.echo(str(problem))
    for hint in hints if show_hints else ():
        click.echo(f"Tips: {hint}")
    click.echo(f"{len(problems)} fel, {len(hints)} tips.")
    raise SystemExit(1 if problems else 0)


def _found(chosen: building.Settings) -> tuple[list[Problem], tuple[Hint, ...]]:
    """Give every problem and hint; addresses are judged only of data without problems, since pages need it."""
    register, unread = load(chosen.folder)
    found, hints = judge(register, chosen.today)
    problems = sorted({*unread, *found, *chosen.unfit})
    advice = (*stopped(chosen.fixed_day, register.municipality), *hints)
    return problems or list(building.broken(chosen, register)), advice


@click.command()
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("schema"), metavar="MAPP"
)
def schema(folder: Path) -> None:
    """Skriv ett JSON-schema per slag av post i MAPP, för hjälp medan du skriver i VS Code."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas():
        (folder / name).write_text(text, encoding="utf-8")
        click.echo(str(folder / name))


@click.command()
@click.argument("id")
@CONFIG
def fakta(id: str, config_file: Path) -> None:
    """Skriv ut vad som räknas fram om posten ID, med uträkningen."""
    chosen = building.settings(config_file)
    register, problems = load(chosen.folder)
    lines = list(tell(AsOf(register, chosen.today), id))
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo(_untold(register, id), err=True)
        raise SystemExit(2)
    raise SystemExit(1 if problems else 0)


def _untold(register: Register, id: str) -> str:
    meant = [f"{one.kind}/{one.key}" for one in subjects(register, id)]
    if meant:
        return f"”{id}” kan vara flera saker. Skriv {or_list(meant)}."
    return f"Fakta räknas fram för löften, åtaganden, åtgärder och vandringar. ”{id}” är inget av dem."
