"""Commands that publish: `publicera`, `uppdatera`, `verifiera`."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import click

from loftet.cli.hearing import mkdocs_heard
from loftet.cli.options import CONFIG
from loftet.mkdocs_plugins import building
from loftet.pages.site import Site
from loftet.problems import DataError, Problem
from loftet.publishing.history import Drawn
from loftet.publishing.kept import beside
from loftet.publishing.manifest import read_log
from loftet.publishing.masks import read_masks
from loftet.publishing.publication import Build, Order, publish, rehearse, update
from loftet.publishing.sending import NotSent, destination, send
from loftet.publishing.verifying import verified, verified_copy
from loftet.wording import count

_TARGET = click.option(
    "--till",
    "target",
    metavar="PLATS",
    help="Där läsarna ser webbplatsen: en mapp, en fil.zip, rsync:VÄRD:/MAPP eller git:GREN.",
)


@click.command()
@CONFIG
@_TARGET
@click.option(
    "--torrkör", "--torrkor", "dry", is_flag=True, help="Visa vad läsarna skulle se ändras. Inget ändras."
)
@click.option(
    "--arkiv",
    "archive",
    type=click.Path(file_okay=False, path_type=Path),
    help="Mappen för e-arkivets kopia: en zip med allt, dess manifest och diarienummer.",
)
@click.option("--funktion", "function", help="Funktionen som publicerar, till e-arkivet.")
def publicera(
    config_file: Path, target: str | None, dry: bool, archive: Path | None, function: str | None
) -> None:
    """Publicera efter mötet: fryser nya uppföljningar, skriver adresslista och logg, byter webbplats i ett steg."""
    order = _order(config_file, target, archive, function)

    def act() -> None:
        if dry:
            for line in rehearse(order, _builder(config_file), _tell):
                click.echo(line)
        else:
            publish(order, _builder(config_file), _tell)
            _send(order, target, config_file)

    _carried_out(act)


@click.command()
@CONFIG
@_TARGET
def uppdatera(config_file: Path, target: str | None) -> None:
    """Bygg om med dagens datum, till exempel varje natt. Ingen ny utgåva, ingen rad i loggen."""
    order = _order(config_file, target, None, None)

    def act() -> None:
        update(order, _builder(config_file), _tell)
        _send(order, target, config_file)

    _carried_out(act)


def _send(order: Order, target: str | None, config_file: Path) -> None:
    """Send the site that is put in place on, when --till says another place than a folder."""
    to = destination(target or "")
    if to:
        _tell(f"Skickar till {to.shown} …")
        _tell(send(order.target, to, config_file.absolute().parent))


@click.command()
@CONFIG
@click.argument("copies", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[KOPIA]...")
def verifiera(config_file: Path, copies: tuple[Path, ...]) -> None:
    """Kontrollera att utgåvor, logg och varje KOPIA (mapp eller zip) är som de publicerades."""
    kept = beside(building.settings(config_file).folder)
    log, _ = read_log(kept)
    masks, _ = read_masks(kept)
    problems = [*verified(kept), *(one for copy in copies for one in verified_copy(copy, log, masks))]
    for problem in problems:
        click.echo(str(problem))
    masked = (
        f", utom {count(len(masks.said), 'loggad maskering', 'loggade maskeringar')}" if masks.said else ""
    )
    told = f"Allt är som det publicerades{masked}." if not problems else f"{len(problems)} fel."
    click.echo(f"{len(log)} publiceringar. {told}")
    raise SystemExit(1 if problems else 0)


def _order(config_file: Path, target: str | None, archive: Path | None, function: str | None) -> Order:
    chosen = building.settings(config_file)
    return Order(
        data=chosen.folder,
        content=chosen.content,
        target=(Path(target) if target and not destination(target) else chosen.target).absolute(),
        today=chosen.today,
        groups=chosen.groups,
        root=chosen.root,
        generator=f"Löftet {version('loftet')}",
        function=function,
        archive=archive,
        accent=chosen.accent,
    )


def _builder(config_file: Path) -> Build:
    def build(fresh: Path, site: Site, drawn: Drawn) -> None:
        building.build_into(config_file, fresh, ready=(site, drawn))

    return build


def _tell(line: str) -> None:
    click.echo(line, err=True)


def _carried_out(act: Callable[[], None]) -> None:
    """Do it, and say every reason why it could not be done; exit code 1 then."""
    try:
        with mkdocs_heard():
            act()
    except DataError as error:
        problems: tuple[Problem, ...] = error.problems
        for problem in problems:
            click.echo(str(problem))
        unsent = (
            "Webbplatsen är klar på den här datorn men inte skickad. Kör samma kommando igen, så skickas den."
        )
        unchanged = "Inget är ändrat på den färdiga webbplatsen."
        click.echo(f"{len(problems)} fel. {unsent if isinstance(error, NotSent) else unchanged}")
        raise SystemExit(1) from error
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        raise SystemExit(1) from error
