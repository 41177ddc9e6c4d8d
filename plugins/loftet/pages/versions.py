"""The same page in several languages: plain Swedish, and what the editor has had translated."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from loftet import addresses
from loftet.model.promise import Promise
from loftet.model.translation import Translations
from loftet.pages.site import Site, Version

EASY = "sv-simple"
"""Plain Swedish for those who read little, as BCP 47 writes it (the variant `simple`)."""

_NAMES = {"fit": "Meänkieli", "rom": "Romani", "rmy": "Romani čhib"}
"""Swedish national minority languages that Babel has no name for."""


def versions(site: Site, promise: Promise | None = None) -> tuple[Version, ...]:
    """Give a promise, or the start page, in each language that it has, Swedish first; empty when it has no other."""
    others = tuple(_others(site, promise))
    own = addresses.of(promise) if promise else addresses.START
    return (Version("sv", "Svenska", own), *others) if others else ()


def _others(site: Site, promise: Promise | None) -> Iterator[Version]:
    about = promise or site.register.municipality
    id = promise.id if promise else ""
    if about.easy:
        yield Version(EASY, "Lättläst", addresses.easy(id))
    for code in sorted(languages(site) if promise is None else about.translations):
        yield Version(code, language_name(code), addresses.translated(code, id), right_to_left(code))


def languages(site: Site) -> frozenset[str]:
    """Give every language that something is translated to; each has a start page, if only to lead to the rest."""
    about: tuple[Translations, ...] = tuple(one.translations for one in site.register.promises.values())
    drawn = about if "loften" in site.groups else ()
    return frozenset(code for one in (site.register.municipality.translations, *drawn) for code in one)


def language_name(code: str) -> str:
    """Give what a language calls itself, with its first letter in upper case: ”English”, ”العربية”; else its code."""
    try:
        name = _NAMES.get(code) or _locale(code).get_display_name(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return code
    return name[:1].upper() + name[1:] if name else code


def right_to_left(code: str) -> bool:
    """Tell whether a language is written from right to left."""
    try:
        return _locale(code).text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


def _locale(code: str) -> Locale:
    return Locale.parse(code, sep="-")
