"""The map of a server that an editor offers as a choice: safe to name in a page that everybody can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from loftet.checks.telling import hint, problem
from loftet.model.place import MapService
from loftet.model.register import Register
from loftet.model.words.website import MapServiceKind
from loftet.problems import Problem

_SECRET = re.compile(r"(^|[?&/;])(api[-_]?key|key|token|access_?token|auth\w*|nyckel)=", re.IGNORECASE)
"""A part of an address that carries a key; whatever stands in a static page is read by everybody."""

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?")
"""A host, and perhaps a port: nothing that could say more in a Content-Security-Policy (`;`, `,`, `*`, a quote)."""


def map_service_is_fit(register: Register, _today: date) -> Iterator[Problem]:
    """Give a Problem for a map service that cannot work or would give a key away, a Hint for OpenStreetMap's."""
    kommun = register.municipality
    if kommun.map_service is None:
        return
    for name, what, mend in _faults(kommun.map_service):
        yield problem(register, kommun, ("karttjänst", name), what, mend)
    host = host_of(kommun.map_service)
    if host.endswith(("openstreetmap.org", "osm.org")):
        what = "OpenStreetMaps kartrutor ser besökarnas ip-adresser, och inget avtal om personuppgifter finns med dem."
        mend = "Använd kommunens egen karttjänst, eller lägg underlaget i mappen kartor/."
        yield hint(register, kommun, ("karttjänst", "adress"), what, mend)


def host_of(service: MapService) -> str:
    """Give the host that a map service is fetched from."""
    return urlsplit(service.address).hostname or ""


def _faults(service: MapService) -> Iterator[tuple[str, str, str]]:
    """Give each fault: the key, what is wrong, how to mend it."""
    parts = urlsplit(service.address)
    if parts.scheme != "https":
        yield "adress", "Karttjänsten hämtas utan https.", "Skriv adressen med https://."
    if not _HOST.fullmatch(parts.netloc.rpartition("@")[2]):
        yield (
            "adress",
            f"”{parts.netloc}” kan inte vara en värd: den står i sidornas skydd (CSP).",
            "Skriv en värd med bara a–z, siffror, punkter och bindestreck, till exempel karta.exempel.se.",
        )
    if host_of(service).endswith("lantmateriet.se"):
        yield (
            "adress",
            "Lantmäteriets karttjänster kräver en nyckel, och den kan inte stå i en sida som alla kan läsa.",
            "Ladda ner kartdata från Lantmäteriet, gör om dem till GeoJSON och lägg filen i mappen kartor/.",
        )
    elif _SECRET.search(service.address) or parts.username:
        yield (
            "adress",
            "Adressen innehåller en nyckel som alla besökare kan läsa.",
            "Välj en öppen karttjänst.",
        )
    if service.kind is MapServiceKind.WMS and not service.layers:
        yield "slag", "En WMS behöver veta vilka lager som ska ritas.", "Skriv dem som lager."
    if service.kind is MapServiceKind.WMTS and not all(
        one in service.address for one in ("{z}", "{x}", "{y}")
    ):
        yield (
            "adress",
            "Adressen till en WMTS saknar {z}, {x} eller {y}.",
            "Skriv mönstret för en kartruta, till exempel https://karta.exempel.se/wmts/{z}/{y}/{x}.png.",
        )
