"""The plugin `loftet/uppfoljning`: hands follow-ups, editions and what changed to MkDocs."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from loftet.mkdocs_plugins.adapter import add_pages
from loftet.mkdocs_plugins.register import pages_in


class FollowUpsConfig(Config):
    """No settings: what is drawn follows from the data."""


class FollowUpsPlugin(BasePlugin[FollowUpsConfig]):
    """Append the pages of the group ”uppfoljning”."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Append the pages."""
        add_pages(pages_in(config, "uppfoljning"), files, config)
        return files
