"""The command that takes a personal or secret detail out of what is published: `maskera`."""

from __future__ import annotations

from pathlib import Path

import click

from loftet.cli.options import CONFIG
from loftet.mkdocs_plugins import building
from loftet.problems import DataError
from loftet.publishing.detail import Detail, MaskingReason
from loftet.publishing.masking import MaskOrder, mask, rehearse_masking

_BEYOND = """\
Maskerat. Det här når kommandot inte, så gör det också:
- Webbplatsen: kör ”loftet uppdatera” med samma --till som vanligt. Då byts det som läsarna ser, och sidorna säger
  att något är maskerat.
- Versionshistoriken (git): gamla versioner av filerna finns kvar. Rensa dem med ”git filter-repo --replace-text”,
  skriv över grenen på servern, be alla hämta på nytt och be GitHub eller GitLab att tömma sitt minne.
- Kopior på andra ställen: e-arkivet, säkerhetskopior, andra datorer. Kör igen med --kopia PLATS där du når dem.
- Det som andra redan har hämtat: utskick, flöden, sökmotorers och arkivtjänsters kopior. Be dem ta bort sina.
- Bilder och PDF: text som är ritad eller packad syns inte för kommandot. Se efter själv, och byt ut filen.
- Andra skrivsätt, till exempel ett personnummer utan sekel eller bara efternamnet: kör en gång för varje.
- Filernas gamla kontrollsummor står kvar, så att historiken kan granskas. En kort uppgift kan gissas ur dem av den
  som har resten av filen.
- Skrev du uppgiften på kommandoraden: töm terminalens historik."""


@click.command()
@click.argument("detail", metavar="[UPPGIFT]", required=False)
@CONFIG
@click.option("--skäl", "--skal", "why", default="", help="Varför, till exempel: personuppgift.")
@click.option("--funktion", "function", default="", help="Funktionen som har beslutat, inget namn.")
@click.option(
    "--kopia",
    "copies",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="PLATS",
    help="En arkivkopia till (zip eller mapp). Mapparna arkiv/ och underlag/ tas alltid med.",
)
@click.option(
    "--högst", "--hogst", "most", default=20, show_default=True, help="Flest ställen i era egna filer."
)
@click.option(
    "--torrkör", "--torrkor", "dry", is_flag=True, help="Visa varje ställe som hittas. Inget ändras."
)
def maskera(
    detail: str | None,
    config_file: Path,
    why: str,
    function: str,
    copies: tuple[Path, ...],
    most: int,
    dry: bool,
) -> None:
    """Ta bort en personlig eller hemlig UPPGIFT ur allt som är publicerat.

    I dess ställe står ”uppgift maskerad” med dag, funktion och skäl. Utan UPPGIFT frågar kommandot efter den.
    """
    chosen = building.settings(config_file)
    words = " ".join((detail or click.prompt("Uppgiften som ska bort", err=True)).split())
    reason = MaskingReason(why.strip(), chosen.today, function.strip())
    order = MaskOrder(Detail(words), reason, chosen.folder, chosen.content, chosen.target, copies, most)
    try:
        for line in rehearse_masking(order) if dry else mask(order, _tell):
            click.echo(line)
    except DataError as error:
        click.echo(f"{error}\n{len(error.problems)} fel. Inget är ändrat.")
        raise SystemExit(1) from error
    if not dry:
        click.echo(_BEYOND)


def _tell(line: str) -> None:
    click.echo(line, err=True)
