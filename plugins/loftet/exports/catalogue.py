"""The catalogue of the site's tables for data portals: DCAT-AP-SE 3.0.1 as RDF/XML.

A municipality has its own catalogue as a rule; this one is gathered into it as a part of it.
Source: https://docs.dataportal.se/dcat/3.0.1/sv/ and https://docs.dataportal.se/dcat/docs/harvesting/
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Final

from loftet import addresses
from loftet.exports.source import Source
from loftet.exports.tables import TABLES, Table
from loftet.exports.xml_files import xml_file, xml_text
from loftet.facts.silence import data_as_of
from loftet.wording import first_upper

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SPACES: Final = {
    "rdf": _RDF,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcatap": "http://data.europa.eu/r5r/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_EU: Final = "http://publications.europa.eu/resource/authority"
_LICENCE: Final = "http://creativecommons.org/publicdomain/zero/1.0/"
"""CC0 as DCAT-AP-SE asks for it, to the letter; our other files name the address of today, with https."""

_MUNICIPALITY: Final = "http://purl.org/adms/publishertype/LocalAuthority"
_THEMES: Final = (f"{_EU}/data-theme/JUST", f"{_EU}/data-theme/GOVE")
_KEYWORDS: Final = ("medborgarlöfte", "trygghet", "brottsförebyggande arbete", "uppföljning")
_ENGLISH: Final = {
    "atgarder": ("Measures", "One row for each measure: state, who is responsible, last day."),
    "ataganden": ("Commitments", "One row for each commitment: state and promise."),
    "stopp": ("Stops on safety walks", "One row for each stop: what was seen and what came of it."),
    "siffror": ("Figures", "One row for each value: period, area and source."),
}


def catalogue(source: Source) -> Iterator[tuple[str, bytes]]:
    """Give `/data/katalog.rdf`; nothing for a site that does not know its own address, which every name in it needs."""
    if source.root:
        yield addresses.DATA_CATALOGUE, _Catalogue(source).written()


class _Catalogue:
    """The catalogue while it is written; every part has an address of its own, so that no node is blank."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.kommun = source.as_of.public.municipality
        self.here = f"{source.root}{addresses.DATA_CATALOGUE}"
        self.top = ET.Element("rdf:RDF", {f"xmlns:{name}": address for name, address in _SPACES.items()})
        number = re.sub(r"\D", "", self.kommun.organisation_number or "")
        known = f"http://dataportal.se/organisation/SE{number}"
        self.publisher = known if number and not self.kommun.example else f"{self.here}#utgivare"
        self.name = f"{self.kommun.name} (exempel)" if self.kommun.example else self.kommun.name
        self.english_name = f"{self.kommun.name} (example)" if self.kommun.example else self.kommun.name
        emails = (self.kommun.feedback_email, *(one.email for one in self.kommun.contacts))
        self.email = next((one for one in emails if one), None)

    def written(self) -> bytes:
        """Give the whole file."""
        self._catalogue()
        for one in TABLES:
            self._dataset(one)
            self._distribution(one)
        self._publisher()
        if self.email:
            self._contact(self.email)
        return xml_file(self.top)

    def _catalogue(self) -> None:
        catalogue = self._node("dcat:Catalog", self.here)
        own = self.source.own("Medborgarlöften och trygghetsvandringar")
        _said(catalogue, "dcterms:title", f"{own}, {self.name}")
        _said(
            catalogue, "dcterms:title", f"Public safety promises and safety walks, {self.english_name}", "en"
        )
        told = self.source.own("Vad kommunen, polisen och andra har lovat, och hur det har gått.")
        self._described(catalogue, told, "What has been promised, and how it went.")
        _led(catalogue, "dcterms:publisher", self.publisher)
        _led(catalogue, "dcterms:license", _LICENCE)
        _led(catalogue, "dcterms:language", f"{_EU}/language/SWE")
        _led(catalogue, "dcat:themeTaxonomy", f"{_EU}/data-theme")
        _led(catalogue, "foaf:homepage", self.source.root)
        self._modified(catalogue)
        for one in TABLES:
            _led(catalogue, "dcat:dataset", self._name(one))

    def _dataset(self, table: Table) -> None:
        dataset = self._node("dcat:Dataset", self._name(table))
        self._titled(dataset, table)
        _led(dataset, "dcterms:publisher", self.publisher)
        if self.email:
            _led(dataset, "dcat:contactPoint", f"{self.here}#kontakt")
        for word in _KEYWORDS:
            _said(dataset, "dcat:keyword", word)
        for theme in _THEMES:
            _led(dataset, "dcat:theme", theme)
        _led(dataset, "dcterms:accessRights", f"{_EU}/access-right/PUBLIC")
        _led(dataset, "dcterms:accrualPeriodicity", f"{_EU}/frequency/IRREG")
        _led(dataset, "dcterms:language", f"{_EU}/language/SWE")
        _led(dataset, "dcat:landingPage", f"{self.source.root}{addresses.OPEN_DATA}")
        self._modified(dataset)
        _led(dataset, "dcat:distribution", f"{self._name(table)}-csv")

    def _distribution(self, table: Table) -> None:
        distribution = self._node("dcat:Distribution", f"{self._name(table)}-csv")
        self._titled(distribution, table)
        file = f"{self.source.root}{addresses.data_table(table.name)}"
        _led(distribution, "dcat:accessURL", file)
        _led(distribution, "dcat:downloadURL", file)
        ET.SubElement(distribution, "dcterms:format").text = "text/csv"
        _led(distribution, "dcterms:license", _LICENCE)
        _led(distribution, "dcatap:availability", f"{_EU}/planned-availability/STABLE")

    def _publisher(self) -> None:
        agent = self._node("foaf:Agent", self.publisher)
        _said(agent, "foaf:name", self.name)
        _led(agent, "dcterms:type", _MUNICIPALITY)
        if self.kommun.website:
            _led(agent, "foaf:homepage", self.kommun.website)

    def _contact(self, email: str) -> None:
        contact = self._node("vcard:Organization", f"{self.here}#kontakt")
        _said(contact, "vcard:fn", self.name)
        _led(contact, "vcard:hasEmail", f"mailto:{email}")

    def _titled(self, node: ET.Element, table: Table) -> None:
        title, told = _ENGLISH[table.name]
        _said(node, "dcterms:title", f"{self.source.own(table.title)}, {self.name}")
        _said(node, "dcterms:title", f"{title}, {self.english_name}", "en")
        self._described(node, f"{first_upper(self.source.own(table.a_row))}.", told)

    def _described(self, node: ET.Element, swedish: str, english: str) -> None:
        """Describe in both languages; an example says in both that it is one (rule 16)."""
        example = self.kommun.example
        _said(node, "dcterms:description", f"{swedish} {example}" if example else swedish)
        _said(
            node,
            "dcterms:description",
            f"{english} An example, not published by the municipality." if example else english,
            "en",
        )

    def _modified(self, node: ET.Element) -> None:
        """Say when the data holds; nothing before the first of it."""
        day = data_as_of(self.source.as_of)
        if day:
            day_type = {"rdf:datatype": "http://www.w3.org/2001/XMLSchema#date"}
            ET.SubElement(node, "dcterms:modified", day_type).text = day.isoformat()

    def _name(self, table: Table) -> str:
        return f"{self.here}#{table.name}"

    def _node(self, type: str, about: str) -> ET.Element:
        return ET.SubElement(self.top, type, {"rdf:about": about})


def _said(node: ET.Element, name: str, text: str, language: str = "sv") -> None:
    ET.SubElement(node, name, {"xml:lang": language}).text = xml_text(text)


def _led(node: ET.Element, name: str, address: str) -> None:
    ET.SubElement(node, name, {"rdf:resource": address})
