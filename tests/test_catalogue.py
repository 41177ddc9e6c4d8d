"""The catalogue for data portals keeps DCAT-AP-SE 3.0.1: https://docs.dataportal.se/dcat/3.0.1/sv/."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, Namespace
from rdflib.term import BNode, Node

from loftet.exports import all_files
from loftet.exports.source import Source
from loftet.facts import AsOf
from loftet.loading import load

DCAT = Namespace("http://www.w3.org/ns/dcat#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
DAY = date(2026, 3, 10)
ROOT = "https://byn.example/"
CATALOGUE = "data/katalog.rdf"
MANDATORY: dict[Node, tuple[URIRef, ...]] = {
    DCAT.Catalog: (
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.publisher,
        DCTERMS.license,
        DCAT.dataset,
    ),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.distribution),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS["format"], DCTERMS.license),
    FOAF.Agent: (FOAF.name, DCTERMS.type),
    VCARD.Organization: (VCARD.fn, VCARD.hasEmail),
}
MUNICIPALITY = 'namn: Byn\norganisationsnummer: "212000-0001"\nsynpunkter_till: hej@byn.example\n'


def files(folder: Path, municipality: str = MUNICIPALITY, root: str = ROOT) -> dict[str, bytes]:
    (folder / "kommun.yml").write_text(municipality, encoding="utf-8")
    register, problems = load(folder)
    assert not problems
    return dict(all_files(Source(AsOf(register, DAY), DAY, root)))


def catalogue(folder: Path, municipality: str = MUNICIPALITY) -> Graph:
    return Graph().parse(data=files(folder, municipality)[CATALOGUE], format="xml")


def test_every_part_states_what_the_profile_demands(tmp_path: Path) -> None:
    graph = catalogue(tmp_path)
    missing = [
        (one, wanted)
        for kind, demanded in MANDATORY.items()
        for one in graph.subjects(RDF.type, kind)
        for wanted in demanded
        if (one, wanted, None) not in graph
    ]
    assert missing == []
    assert {kind for kind in MANDATORY if (None, RDF.type, kind) in graph} == set(MANDATORY)


def test_every_node_has_an_address_and_every_text_a_language(tmp_path: Path) -> None:
    graph = catalogue(tmp_path)
    assert [one for one in graph.all_nodes() if isinstance(one, BNode)] == []
    told = (DCTERMS.title, DCTERMS.description, DCAT.keyword, FOAF.name, VCARD.fn)
    texts = [one for name in told for one in graph.objects(None, name) if isinstance(one, Literal)]
    assert texts
    assert {one.language for one in texts} == {"sv", "en"}


def test_every_table_of_the_site_is_in_it_under_the_address_where_it_lies(tmp_path: Path) -> None:
    made = files(tmp_path)
    addresses = {f"{ROOT}{name}" for name in made if name.endswith(".csv")}
    graph = Graph().parse(data=made[CATALOGUE], format="xml")
    assert {str(one) for one in graph.objects(None, DCAT.accessURL)} == addresses


def test_the_catalogue_names_every_dataset_and_each_its_file(tmp_path: Path) -> None:
    graph = catalogue(tmp_path)
    datasets, distributions = (
        set(graph.subjects(RDF.type, one)) for one in (DCAT.Dataset, DCAT.Distribution)
    )
    assert set(graph.objects(URIRef(f"{ROOT}{CATALOGUE}"), DCAT.dataset)) == datasets
    assert {one for each in datasets for one in graph.objects(each, DCAT.distribution)} == distributions


def test_the_municipality_is_known_by_its_number(tmp_path: Path) -> None:
    publishers = set(catalogue(tmp_path).objects(None, DCTERMS.publisher))
    assert publishers == {URIRef("http://dataportal.se/organisation/SE2120000001")}


def test_an_example_speaks_for_no_municipality_and_says_so_everywhere(tmp_path: Path) -> None:
    graph = catalogue(tmp_path, f"{MUNICIPALITY}exempel: Påhittad by\n")
    assert set(graph.objects(None, DCTERMS.publisher)) == {URIRef(f"{ROOT}{CATALOGUE}#utgivare")}
    described = list(graph.objects(None, DCTERMS.description))
    swedish = [str(one) for one in described if isinstance(one, Literal) and one.language == "sv"]
    assert swedish
    assert [text for text in swedish if "Påhittad by" not in text] == []
    assert all("exempel" in str(one) for one in graph.objects(None, FOAF.name))


def test_without_an_address_of_its_own_a_site_has_no_catalogue(tmp_path: Path) -> None:
    assert CATALOGUE not in files(tmp_path, root="")


def test_without_a_letter_box_nobody_is_named_to_write_to(tmp_path: Path) -> None:
    graph = catalogue(tmp_path, "namn: Byn & Ön\n")
    assert (None, DCAT.contactPoint, None) not in graph
    assert (None, RDF.type, VCARD.Organization) not in graph
    assert [str(name) for name in graph.objects(None, FOAF.name)] == ["Byn & Ön"]
