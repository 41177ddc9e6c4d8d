"""The one clock: read here, in the outermost layer, and handed down as an argument."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today(setting: str | None) -> date:
    """Give the day that the site is built for: the setting `idag`, else SOURCE_DATE_EPOCH, else the machine's day.

    Raises ValueError when the setting is no ISO day.
    """
    if setting:
        return date.fromisoformat(setting)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()  # noqa: TID251 - the outermost layer reads it here
