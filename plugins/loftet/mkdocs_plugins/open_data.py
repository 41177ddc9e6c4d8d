"""The plugin `loftet/oppnadata`: hands data files, feeds and catalogue to MkDocs."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from loftet.exports import all_files
from loftet.exports.source import Source
from loftet.mkdocs_plugins.adapter import add_files, add_pages
from loftet.mkdocs_plugins.register import pages_in, site_of


class OpenDataConfig(Config):
    """No settings: what is drawn follows from the data."""


class OpenDataPlugin(BasePlugin[OpenDataConfig]):
    """Append data files, and the page that tells of them."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Append the page about the data and every data file."""
        site = site_of(config)
        add_pages(pages_in(config, "oppnadata"), files, config)
        add_files(all_files(Source(site.as_of, site.built, site.root)), files, config)
        return files
