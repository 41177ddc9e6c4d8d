"""Hand a drawn Page to MkDocs: a File that nobody reads and a Page that is already rendered."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from loftet import addresses
from loftet.charts.once import drawn_once
from loftet.pages.site import Heading, Page, Share, Version


class GeneratedPage(MkDocsPage):
    """A page whose body is already HTML: Python-Markdown never starts for it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        """Keep the body and say of the page what the theme asks for."""
        self.drawn = page
        super().__init__(page.menu or page.title, file, config)
        self.meta = meta_of(page)
        self.parent = None

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the place of reading Markdown: there is none."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Give MkDocs the finished body with its anchors and table of contents.

        The page of a follow-up holds its frozen edition, which stands there byte for byte.
        """
        frozen = self.drawn.address.startswith(addresses.FOLLOW_UPS)
        self.content = self.drawn.body if frozen else drawn_once(self.drawn.body)
        self.toc = table_of_contents(self.drawn.headings)
        self.present_anchor_ids = {heading.id for heading in self.drawn.headings}


def meta_of(page: Page) -> dict[str, Any]:
    """Give what the shell needs to know: whole title, description, search, and what is its own.

    MkDocs holds titles as HTML, as Markdown leaves them; so is what an editor typed handed over.
    """
    meta: dict[str, Any] = {
        "title": escape(page.title, quote=False),
        "description": escape(page.description, quote=False),
        "search": {"exclude": True},
    }
    if not page.listed:
        meta["robots"] = "noindex"
    if page.feed:
        meta["flode"] = {"titel": page.feed.title, "adress": page.feed.address}
    if page.structured:
        meta["strukturdata"] = page.structured
    if page.language != "sv":
        meta["sprak"], meta["hoger"], meta["hide"] = page.language, page.right_to_left, ["toc"]
    if page.versions:
        meta["versioner"] = [version_meta(one) for one in page.versions]
    meta.update(page.frame)
    if page.share:
        meta["delningsbild"] = share_meta(page.share)
    return meta


def share_meta(share: Share) -> dict[str, str]:
    """Give a picture to be shared with as the shell takes it."""
    return {"adress": share.address, "text": escape(share.words, quote=False)}


def version_meta(version: Version) -> dict[str, Any]:
    """Give a page in one of its languages as the shell takes it."""
    return {
        "kod": version.code,
        "namn": version.name,
        "adress": version.address,
        "hoger": version.right_to_left,
    }


def table_of_contents(headings: Iterable[Heading]) -> TableOfContents:
    """Give headings of levels 2 and 3 as MkDocs nests them: level 3 under the level 2 before it."""
    items: list[AnchorLink] = []
    for heading in headings:
        anchor = AnchorLink(escape(heading.title, quote=False), heading.id, heading.level)
        if heading.level > 2 and items:
            items[-1].children.append(anchor)
        else:
            items.append(anchor)
    return TableOfContents(items)


def add_pages(pages: Iterable[Page], files: Files, config: MkDocsConfig) -> None:
    """Append pages and their files; a page that stands in the editor's content/ already is left to the editor."""
    taken = {file.dest_uri for file in files}  # content/om.md and om/index.md are written to the same place
    for page in pages:
        name = f"{page.address}index.md"
        file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        if file.dest_uri not in taken:
            GeneratedPage(page, file, config)
            files.append(file)
        add_files(page.files.items(), files, config)


def add_files(contents: Iterable[tuple[str, bytes]], files: Files, config: MkDocsConfig) -> None:
    """Append files with their bytes, each address once."""
    for address, content in contents:
        if files.get_file_from_path(address) is None:
            files.append(File.generated(config, address, content=content))
