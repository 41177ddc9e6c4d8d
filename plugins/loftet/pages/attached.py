"""The files that belong to no page alone: photos in their sizes, kept originals, pictures for shared links."""

from __future__ import annotations

from loftet import originals
from loftet.pages.share_cards import share_pictures
from loftet.pages.site import Site
from loftet.pictures import gallery


def attached_files(site: Site) -> dict[str, bytes]:
    """Give every such file of what the public may see: address → bytes. Raises DataError for a broken photo."""
    return {
        **gallery.published(site.register),
        **originals.published(site.register),
        **share_pictures(site),
    }
