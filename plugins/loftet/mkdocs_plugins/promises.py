"""The plugin `loftet/loften`: hands promises, commitments, measures and progress to MkDocs."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from loftet.mkdocs_plugins.adapter import add_pages
from loftet.mkdocs_plugins.register import pages_in


class PromisesConfig(Config):
    """No settings: what is drawn follows from the data."""


class PromisesPlugin(BasePlugin[PromisesConfig]):
    """Append the pages of the group ”loften”."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Append the pages."""
        add_pages(pages_in(config, "loften"), files, config)
        return files
