"""The menu, the foot of every page, and the way to a page: titles with the addresses that they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from loftet import addresses
from loftet.facts.labels import NOUNS
from loftet.pages.site import Site
from loftet.wording import first_upper

MENU = (
    ("Start", addresses.START),
    ("löfte", addresses.PROMISES),
    ("åtgärd", addresses.MEASURES),
    ("vandring", addresses.WALKS),
    ("uppföljning", addresses.FOLLOW_UPS),
    ("område", addresses.AREAS),
    ("Siffror", addresses.INDICATORS),
    ("Så räknar vi", addresses.METHOD),
)
"""The menu when mkdocs.yml has none of its own; big series stand on their overview pages.

A title that is one of Löftet's nouns is said as the municipality says it, in the plural.
"""

FOOTER = (
    ("Nytt", addresses.NEWS),
    ("Om webbplatsen", addresses.ABOUT),
    ("Så räknar vi", addresses.METHOD),
    ("Ordlista", addresses.GLOSSARY),
    ("part", addresses.PARTIES),
    ("fokusområde", addresses.FOCUS),
    ("rättelse", addresses.CORRECTIONS),
    ("Så arbetar vi", addresses.PROCESS),
    ("Lag 2023:196", addresses.LAW),
    ("A till Ö", addresses.A_TO_Z),
    ("Öppna data", addresses.OPEN_DATA),
    ("Tillgänglighet", addresses.ACCESSIBILITY),
)


def shown(site: Site, menu: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give the titles and addresses of a menu in the municipality's words; pages that the site lacks are left out."""
    for name, address in menu:
        if site.link("", address) is not None:
            yield (first_upper(site.noun(name).plural) if name in NOUNS else name), address


def pages_above(address: str, titles: Mapping[str, str]) -> list[dict[str, str]]:
    """Give the pages that an address lies under, the widest first, as the shell takes them; the start page left out.

    `titles` are the site's pages by address; a folder without a page of its own is passed over.
    """
    parts = address.split("/")[:-2]
    folders = ["/".join(parts[: depth + 1]) + "/" for depth in range(len(parts))]
    return [{"titel": titles[one], "adress": one} for one in folders if one in titles]
