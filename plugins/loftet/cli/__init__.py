"""The command line `loftet …`: one module a theme, each adding its commands to `main`.

Exit codes: 0 clean, 1 problems, 2 wrong use. To add a command: write it in a module here and name it in COMMANDS.
"""

from __future__ import annotations

import os

import click

from loftet.cli.data import fakta, kontroll, schema
from loftet.cli.draft import underlag
from loftet.cli.field import nytt
from loftet.cli.masking import maskera
from loftet.cli.publishing import publicera, uppdatera, verifiera
from loftet.cli.site import bygg

COMMANDS = (kontroll, bygg, underlag, publicera, uppdatera, verifiera, maskera, schema, fakta, nytt)


@click.group(context_settings={"help_option_names": ["--hjalp", "--help"]})
@click.version_option(package_name="loftet", message="Löftet %(version)s")
def main() -> None:
    """Löftet: från en mapp YAML till en kommuns uppföljda medborgarlöften."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "1")


for command in COMMANDS:
    main.add_command(command)
