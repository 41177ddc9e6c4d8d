"""The plugin `loftet`: loads and judges the register, and hands the common pages to MkDocs."""

from __future__ import annotations

import logging
from collections import ChainMap
from collections.abc import Mapping
from datetime import date
from html import escape
from pathlib import Path
from typing import Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from loftet.checks import judge
from loftet.facts import AsOf
from loftet.loading import load
from loftet.mkdocs_plugins import appearance, shell
from loftet.mkdocs_plugins.adapter import GeneratedPage, add_files, add_pages
from loftet.mkdocs_plugins.clock import stopped, today
from loftet.pages.components import placed
from loftet.pages.explained import explained_text
from loftet.pages.menus import pages_above
from loftet.pages.site import GROUPS, Page, Site
from loftet.problems import DataError
from loftet.publishing.earlier import as_it_was
from loftet.publishing.history import Drawn, History, broken_promises, draw, read_history
from loftet.publishing.written import written_pages
from loftet.wording import date_text

log = logging.getLogger("mkdocs.plugins.loftet")


class LoftetConfig(Config):
    """Settings of the plugin in mkdocs.yml."""

    mapp = config_options.Type(str, default="site_data")
    """The editor's folder, relative to mkdocs.yml."""
    idag = config_options.Optional(config_options.Type(str))
    """A fixed day (2026-03-10) for example sites; without it the clock is SOURCE_DATE_EPOCH or the machine's."""
    per = config_options.Optional(config_options.Type(str))
    """An earlier day (2025-11-20): the site is drawn as it was known then. Set by `loftet bygg --per`."""


class LoftetPlugin(BasePlugin[LoftetConfig]):
    """Load, judge and keep the register of one build; `site` is what all page plugins draw from.

    `ready` is a site that a publication has judged and drawn already: nothing is read or drawn again.
    """

    site: Site
    drawn: Drawn
    titles: dict[str, str]
    ready: tuple[Site, Drawn] | None = None
    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether somebody watches: then a data fault is shown on the page instead of ending it all."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the register before anything is emptied: a Problem stops the build while the old site stands."""
        fault = ""
        try:
            unfit = tuple(appearance.faults(config))
            if unfit:
                raise DataError(unfit)
            self.site, self.drawn = self.ready or self._read(config)
        except DataError as error:
            if not self.serving or not hasattr(self, "site"):
                raise PluginError(f"\n{error}\n{summary(len(error.problems))}") from error
            log.error("%s", error)
            fault = str(error)
        shell.dress(config, self.site, fault)
        if self.config.per:
            config.extra["banner"] = shown_as_it_was(date.fromisoformat(self.config.per))
        return config

    def _read(self, config: MkDocsConfig) -> tuple[Site, Drawn]:
        folder = folder_of(config)
        day = today(self.config.idag)
        register, unread = load(folder)
        found, hints = judge(register, day)
        history, lost = read_history(folder)
        if unread or found or lost:
            raise DataError([*unread, *found, *lost])
        for hint in (*stopped(self.config.idag, register.municipality), *hints):
            log.info("%s", hint)
        site = history.dressed(site_of_settings(config, AsOf(register, day)))
        if self.config.per:
            earlier = as_it_was(site, date.fromisoformat(self.config.per))
            return earlier, draw(earlier, History(history.kept), written_pages(Path(config.docs_dir)))
        drawn = draw(site, history, written_pages(Path(config.docs_dir)))
        broken = broken_promises(history, site, drawn.offered)
        if broken:
            raise DataError(broken)
        return site, drawn

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Append the common pages, and the files that belong to no page alone; remember what each page is called."""
        self.titles = {
            page.address: escape(page.menu or page.title, quote=False)
            for pages in self.drawn.groups.values()
            for page in pages
        }
        add_pages(pages_in(config, "grund"), files, config)
        add_files(self.drawn.attached.items(), files, config)
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put components where a hand-written page asks for them; a component that is not known is a Problem."""
        if not markdown:
            return markdown
        try:
            file = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
            above = page.file.content_string.count("\n") - markdown.count("\n")
            return placed(self.site, page.url, file, markdown, above + 1)
        except DataError as error:
            raise PluginError(f"\n{error}") from error

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Explain the glossary's words on a hand-written page; a drawn one has them explained already."""
        return html if isinstance(page, GeneratedPage) else explained_text(self.site, page.url, html)

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the shell what a page is a part of and where its record is as data; tell the search what it holds."""
        in_menu = {one.url: one.title for one in nav.pages}
        page.meta["vag"] = pages_above(page.url, ChainMap(in_menu, self.titles))
        record = f"data/{page.url.rstrip('/')}.json"
        if record in self.drawn.data and "oppnadata" in self.site.groups:
            page.meta["datafil"] = record
        if isinstance(page, GeneratedPage):
            shell.add_to_search(config, page.drawn)
        return context

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Watch the editor's folder too."""
        server.watch(str(folder_of(config)))
        return server


def folder_of(config: MkDocsConfig) -> Path:
    """Give the editor's folder: the setting `mapp`, relative to mkdocs.yml."""
    own = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return own / str(config.plugins["loftet"].config["mapp"])


def shown_as_it_was(day: date) -> str:
    """Say that the site shows an earlier state, and which."""
    return f"Så här såg uppgifterna ut den {date_text(day)}. Senare uppgifter finns."


def summary(number: int) -> str:
    """Say how many faults there are and what became of the site."""
    faults = "1 fel" if number == 1 else f"{number} fel"
    return f"{faults}. Inget är ändrat på den färdiga webbplatsen."


def site_of_settings(config: MkDocsConfig, as_of: AsOf) -> Site:
    """Give the site that mkdocs.yml asks for, of what is known as of a day."""
    accent = bool(config.extra.get("accent"))
    return Site(as_of, as_of.today, groups_of(config), config.site_url or "", accent=accent)


def groups_of(config: MkDocsConfig) -> frozenset[str]:
    """Give the groups of pages whose plugins stand in mkdocs.yml."""
    return frozenset(name for name in GROUPS if name == "grund" or f"loftet/{name}" in config.plugins)


def pages_in(config: MkDocsConfig, group: str) -> tuple[Page, ...]:
    """Give the drawn pages of one group; raises PluginError when the plugin `loftet` is left out."""
    return _plugin(config).drawn.groups.get(group, ())


def data_files_in(config: MkDocsConfig) -> Mapping[str, bytes]:
    """Give the data files of the site by address; raises PluginError when the plugin `loftet` is left out."""
    return _plugin(config).drawn.data


def _plugin(config: MkDocsConfig) -> LoftetPlugin:
    plugin = config.plugins.get("loftet")
    if not isinstance(plugin, LoftetPlugin):
        raise PluginError("Pluginet ”loftet” måste stå före de andra i plugins i mkdocs.yml.")
    return plugin
