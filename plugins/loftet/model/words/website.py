"""The words of the website itself: its map services and its accessibility."""

from __future__ import annotations

from loftet.model.words.word import Word


class MapServiceKind(Word):
    """Hur en karttjänst ger sina bilder."""

    WMS = "WMS"
    WMTS = "WMTS"


class Conformance(Word):
    """Hur väl webbplatsen följer kraven på tillgänglighet."""

    FULL = "helt förenlig"
    PARTIAL = "delvis förenlig"
    NONE = "inte förenlig"


class Testing(Word):
    """Hur tillgängligheten har bedömts."""

    OWN = "självskattning", "Vi har själva testat webbplatsen."
    EXTERNAL = "extern granskning", "En oberoende part har granskat webbplatsen."
