"""Judge the links of a built site: nothing missing, nothing fetched from elsewhere, all pages reached.

MkDocs checks the links of Markdown only; most of our bodies are HTML, so the built files are judged.
"""

from __future__ import annotations

import argparse
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

# Elements that a browser fetches by itself when the page is shown.
FETCHED = {"script", "img", "iframe", "source", "audio", "video", "embed", "object", "image", "use"}
FETCHED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect"}
# The tops that every browser knows without an element of that name.
ALWAYS_THERE = {"", "top"}


@dataclass(frozen=True)
class Reference:
    """One address that a page names: as written, whether fetched unasked, whether one may click it."""

    address: str
    fetched: bool
    clicked: bool


@dataclass(frozen=True)
class Page:
    """One built page: path in the site, anchors, references, and whether search engines may list it."""

    path: str
    anchors: frozenset[str]
    references: tuple[Reference, ...]
    listed: bool
    canonical: str


@dataclass(frozen=True)
class Site:
    """A built folder: its pages by path, the paths of all its files, and the address it is built for."""

    pages: dict[str, Page]
    files: frozenset[str]
    address: str

    def own_path(self, page: Page, address: str) -> tuple[str, str] | None:
        """Give the file path and anchor that an address means when on this site, else None."""
        whole = urljoin(urljoin(self.address, page.path), address)
        parts = urlsplit(whole)
        if parts.scheme not in ("http", "https") or not whole.startswith(self.address):
            return None
        path = unquote(parts.path)[len(urlsplit(self.address).path) :]
        if path == "" or path.endswith("/"):
            path += "index.html"
        return path, unquote(parts.fragment)


def references(tree: html.HtmlElement) -> Iterator[Reference]:
    """Give every address that the page's elements name."""
    for element in tree.iter("*"):
        rels = set((element.get("rel") or "").split())
        fetched = element.tag in FETCHED or (element.tag == "link" and bool(rels & FETCHED_LINKS))
        for name in ("href", "src", "data", "action", "{http://www.w3.org/1999/xlink}href", "xlink:href"):
            address = element.get(name)
            if address is not None:
                yield Reference(address.strip(), fetched, element.tag in ("a", "iframe"))


def page(site: Path, file: Path) -> Page:
    """Read one built page."""
    tree = html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    robots = " ".join(tree.xpath("//meta[@name='robots']/@content"))
    return Page(
        path=file.relative_to(site).as_posix(),
        anchors=frozenset(tree.xpath("//@id")) | frozenset(tree.xpath("//a/@name")),
        references=tuple(references(tree)),
        listed="noindex" not in robots,
        canonical=next(iter(tree.xpath("//link[@rel='canonical']/@href")), ""),
    )


def read(folder: Path) -> Site:
    """Read a built folder; the address it is built for stands as canonical on its first page."""
    pages = {found.path: found for found in (page(folder, file) for file in sorted(folder.rglob("*.html")))}
    files = frozenset(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    start = pages.get("index.html")
    address = start.canonical if start and start.canonical else "http://localhost/"
    return Site(pages, files, address)


def fault(site: Site, here: Page, reference: Reference) -> str | None:
    """Say in Swedish what is wrong with one reference, or None."""
    target = site.own_path(here, reference.address)
    if target is None:
        foreign = urlsplit(reference.address).netloc
        return (
            f"{here.path}: hämtar {reference.address} från en annan värd"
            if reference.fetched and foreign
            else None
        )
    path, anchor = target
    if path not in site.files:
        return f"{here.path}: {reference.address} finns inte"
    aim = site.pages.get(path)
    if aim is None or anchor in ALWAYS_THERE or anchor in aim.anchors:
        return None
    return f"{here.path}: {reference.address} pekar på ett ankare som inte finns"


def clicks(site: Site) -> dict[str, int]:
    """Give how many clicks each page is from the start page; pages that are never reached are left out."""
    steps = {"index.html": 0} if "index.html" in site.pages else {}
    queue = deque(steps)
    while queue:
        here = site.pages[queue.popleft()]
        for reference in here.references:
            target = site.own_path(here, reference.address) if reference.clicked else None
            if target and target[0] in site.pages and target[0] not in steps:
                steps[target[0]] = steps[here.path] + 1
                queue.append(target[0])
    return steps


def far(site: Site, most: int) -> list[str]:
    """Give a line for each page that is never reached, and each kind of page too far from the start."""
    steps = clicks(site)
    lost = [
        path
        for path, found in site.pages.items()
        if found.listed and path != "404.html" and path not in steps
    ]
    lines = [f"{path}: nås inte från startsidan" for path in lost]
    nearest: dict[str, int] = {}
    for path, count in steps.items():
        kind = path.split("/")[0] + ("/<id>/" if path.count("/") > 1 else "/")
        nearest[kind] = min(count, nearest.get(kind, count))
    return lines + [
        f"{kind}: {count} klick från startsidan" for kind, count in nearest.items() if count > most
    ]


def faults(site: Site, most_clicks: int | None = None) -> list[str]:
    """Give every fault of the site's links, one Swedish line each, sorted."""
    broken = {
        line
        for here in site.pages.values()
        for reference in here.references
        if (line := fault(site, here, reference)) is not None
    }
    return sorted(broken) + (sorted(far(site, most_clicks)) if most_clicks is not None else [])


def main(arguments: list[str]) -> int:
    """Print the faults of the named site; 1 when there are any or the site has no pages."""
    parser = argparse.ArgumentParser(description="Granskar länkarna i en byggd webbplats.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clicks", type=int, default=None, help="så många klick bort får en sidtyp ligga")
    options = parser.parse_args(arguments)
    site = read(options.folder)
    lines = faults(site, options.clicks)
    for line in lines[:200]:
        print(line)
    print(f"{len(site.pages)} sidor, {len(lines)} länkfel.")
    return 1 if lines or not site.pages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
