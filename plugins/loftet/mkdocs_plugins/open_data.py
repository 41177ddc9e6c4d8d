"""The plugin `loftet/oppnadata`: hands data files and feeds to MkDocs."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from loftet.mkdocs_plugins.adapter import add_files, add_pages
from loftet.mkdocs_plugins.register import data_files_in, pages_in


class OpenDataConfig(Config):
    """No settings: what is drawn follows from the data."""


class OpenDataPlugin(BasePlugin[OpenDataConfig]):
    """Append data files, and the page that tells of them."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Append the page about the data and every data file."""
        add_pages(pages_in(config, "oppnadata"), files, config)
        add_files(data_files_in(config).items(), files, config)
        return files
