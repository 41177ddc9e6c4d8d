"""A detail taken out of files: text, packed files and zips within zips; what cannot be taken out of, and where."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loftet.pictures.share import Card, drawn
from loftet.publishing.detail import SLUG, WORDS, Detail, MaskingReason
from loftet.publishing.journal import MARK
from loftet.publishing.kept import sha256
from loftet.publishing.masks import Swap
from loftet.publishing.readable import FOLDER
from loftet.wording import first_upper

_BINARY = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".pdf", ".woff2", ".pmtiles")
_ALT = re.compile(r"\balt=\"([^\"]*)\"|(?:\b|_)alt\"?: (.+)")
_SHARED = re.compile(r'property="og:image" content="[^"]*?(delning/[^"/]+\.png)"')
_SHARED_WORDS = re.compile(r'property="og:image:alt" content="([^"]*)"')
_TAGS = re.compile(r"</?([a-z][a-z0-9-]*)")
_KINDS: tuple[tuple[str, str], ...] = (
    ("manifest", "manifest"),
    ("utgavor/", "fryst utgåva"),
    ("adresser.jsonl", "adresslista"),
    ("logg.jsonl", "logg"),
    ("search/", "sökindex"),
    ("floden/", "flöde"),
    ("kalender/", "kalender"),
    ("data/", "data"),
    ("original/", "original"),
    ("kartor/", "karta"),
    ("bilder/", "bild"),
)


class Unreadable(Exception):
    """A zip that is broken or locked: what stands in it cannot be known."""


@dataclass(frozen=True)
class Found:
    """One file in which the detail stands: its name, what kind of file it is, and how many times.

    `in_alt` is how many of them are pictures' alternative texts. `whole` says that it cannot be taken out of the
    file, so that the whole file goes; `spoilt` that it also stands in the file's own code.
    """

    name: str
    kind: str
    times: int
    in_alt: int = 0
    whole: bool = False
    spoilt: bool = False


@dataclass(frozen=True)
class MaskedFile:
    """A file's bytes without the detail, and where in it the detail stood.

    `swaps` are the files of a published zip that changed.
    """

    data: bytes
    found: tuple[Found, ...]
    swaps: tuple[Swap, ...] = ()


def masked_file(name: str, data: bytes, detail: Detail, reason: MaskingReason) -> MaskedFile:
    """Take a detail out of one file's bytes; nothing found gives the very same bytes.

    Raises Unreadable for a zip that cannot be read.
    """
    if data.startswith(b"PK\x03\x04"):
        return _zip(name, data, detail, reason)
    if data.startswith(b"\x1f\x8b"):
        return _packed(name, data, detail, reason)
    text = None if name.lower().endswith(_BINARY) else _text(data)
    return _binary(name, data, detail, reason) if text is None else _in_text(name, *text, detail, reason)


def _in_text(name: str, text: str, coding: str, detail: Detail, reason: MaskingReason) -> MaskedFile:
    times = detail.count(text)
    if not times:
        return MaskedFile(text.encode(coding), ())
    masked = detail.masked(text, reason.marker)
    in_alt = sum(detail.count(one or other) for one, other in _ALT.findall(text))
    found = Found(name, kind_of(name), times, in_alt, spoilt=_spoilt(name, text, masked))
    return MaskedFile(masked.encode(coding, "replace"), (found,))


def _spoilt(name: str, text: str, masked: str) -> bool:
    """Tell whether more than words is lost: tags of a page, or the form of a data file."""
    if name.endswith((".html", ".xml", ".svg")):
        return sorted(_TAGS.findall(text)) != sorted(_TAGS.findall(masked))
    if name.endswith((".css", ".js")):
        return not name.startswith("kartor/")
    if not name.endswith((".json", ".geojson")):
        return False
    try:
        return _keys(json.loads(text)) != _keys(json.loads(masked))
    except ValueError:
        return True


def _keys(value: object) -> object:
    if isinstance(value, dict):
        return [("" if "/" in key or "." in key else key, _keys(one)) for key, one in value.items()]
    return [_keys(one) for one in value] if isinstance(value, list) else None


def _text(data: bytes) -> tuple[str, str] | None:
    """Read text in the codings that editors' files come in; None for what is no text."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for coding in ("utf-16",) if marked else ("utf-8", "cp1252"):
        try:
            text = data.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and text.encode(coding) == data:
            return text, coding
    return None


def _binary(name: str, data: bytes, detail: Detail, reason: MaskingReason) -> MaskedFile:
    """Look for the words as they would stand unpacked in a picture or PDF; what is drawn or packed is not seen."""
    views = (
        data.decode("utf-8", "ignore"),
        data.decode("cp1252", "ignore"),
        data.replace(b"\0", b"").decode("latin-1"),
    )
    times = max(detail.count(view) for view in views)
    if not times:
        return MaskedFile(data, ())
    return MaskedFile(reason.marker.encode(), (Found(name, kind_of(name), times, whole=True),))


def _packed(name: str, data: bytes, detail: Detail, reason: MaskingReason) -> MaskedFile:
    try:
        inner = masked_file(name.removesuffix(".gz"), gzip.decompress(data), detail, reason)
    except (OSError, EOFError, zlib.error):
        return _binary(name, data, detail, reason)
    return (
        MaskedFile(gzip.compress(inner.data, mtime=0), inner.found) if inner.found else MaskedFile(data, ())
    )


def _zip(name: str, data: bytes, detail: Detail, reason: MaskingReason) -> MaskedFile:
    """Take it out of every file of a zip, of their names and its comments; order, times and packing are kept."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [(entry, archive.read(entry)) for entry in archive.infolist()]
            comment = archive.comment
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error) as error:
        raise Unreadable(name) from error
    files = {entry.filename: inner for entry, inner in entries}
    masked, found = masked_files(files, detail, reason)
    said = masked_file("kommentar", comment, detail, reason)
    marks = [masked_file("kommentar", entry.comment, detail, reason) for entry, _ in entries]
    extra = (*said.found, *(one for mark in marks for one in mark.found))
    named = [Found(f"{name}/{one}", kind_of(one), detail.count(one)) for one in files if detail.count(one)]
    if not (found or extra or named):
        return MaskedFile(data, ())
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.comment = said.data
        for (entry, _), mark in zip(entries, marks, strict=True):
            fresh = zipfile.ZipInfo(masked_name(entry.filename, detail), entry.date_time)
            fresh.compress_type, fresh.external_attr = entry.compress_type, entry.external_attr
            fresh.create_system, fresh.comment = entry.create_system, mark.data
            archive.writestr(fresh, masked[entry.filename])
    swaps = swapped(files, masked, detail) if MARK in files else ()
    return MaskedFile(written.getvalue(), (*found, *extra, *named), swaps)


def swapped(files: Mapping[str, bytes], masked: Mapping[str, bytes], detail: Detail) -> tuple[Swap, ...]:
    """Give each published file that changed, by its new name, with its SHA-256 before and after.

    The pages to open from a disk are made of the published ones and are verified against them.
    """
    changed = (name for name, data in files.items() if masked[name] != data and not name.startswith(FOLDER))
    return tuple(
        Swap(masked_name(name, detail), sha256(files[name]), sha256(masked[name])) for name in changed
    )


def masked_name(name: str, detail: Detail) -> str:
    """Give a file's name or an address without the detail."""
    return detail.masked(name, SLUG)


def masked_files(
    files: Mapping[str, bytes], detail: Detail, reason: MaskingReason
) -> tuple[dict[str, bytes], tuple[Found, ...]]:
    """Take a detail out of every file of a site, by their old names; pictures that draw it for shared links go too."""
    masked = {name: masked_file(name, data, detail, reason) for name, data in files.items()}
    result = {name: one.data for name, one in masked.items()}
    found = [one for each in masked.values() for one in each.found]
    for picture in sorted(set(_drawn_in(files, masked, detail))):
        result[picture] = _blank(reason)
        found.append(Found(picture, "bild för delade länkar", 1, whole=True))
    return result, tuple(found)


def _drawn_in(files: Mapping[str, bytes], masked: Mapping[str, MaskedFile], detail: Detail) -> Iterator[str]:
    for name, one in masked.items():
        if one.found and name.endswith(".html"):
            html = files[name].decode("utf-8", "ignore")
            words, picture = _SHARED_WORDS.search(html), _SHARED.search(html)
            if words and picture and picture[1] in files and detail.count(words[1]):
                yield picture[1]


def _blank(reason: MaskingReason) -> bytes:
    return drawn(Card("", first_upper(WORDS), reason.marker, "", ""))


def kind_of(name: str) -> str:
    """Say what kind of file a file of a site or of `publicerat/` is."""
    for part, kind in _KINDS:
        if name.startswith(part):
            return kind
    if name.endswith((".yml", ".yaml")):
        return "uppgifter"
    return "sida" if name.endswith((".html", ".md")) else "fil"
