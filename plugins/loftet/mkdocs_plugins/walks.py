"""The plugin `loftet/vandringar`: hands walks and maps to MkDocs."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from loftet.mkdocs_plugins.adapter import add_pages
from loftet.mkdocs_plugins.register import pages_in


class WalksConfig(Config):
    """No settings: what is drawn follows from the data."""


class WalksPlugin(BasePlugin[WalksConfig]):
    """Append the pages of the group ”vandringar”."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Append the pages."""
        add_pages(pages_in(config, "vandringar"), files, config)
        return files
