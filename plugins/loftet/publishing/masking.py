"""Take a personal or secret detail out of everything at hand: data, editions, snapshots, the shown site, its log.

First all is worked out and judged, and nothing is touched while anything hinders it. Then every file changes in one
exchange (see journal). What was found is told by file and number; the detail itself is never printed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from loftet.problems import DataError, Problem, disk_words
from loftet.publishing import journal
from loftet.publishing.detail import PLACE, Detail, MaskingReason, faults
from loftet.publishing.journal import MARK
from loftet.publishing.kept import EDITIONS, LEDGER, LOG, MANIFESTS, Kept, beside, line_text, sha256
from loftet.publishing.locking import locked
from loftet.publishing.masked_data import own_faults
from loftet.publishing.masked_files import (
    Found,
    Unreadable,
    masked_file,
    masked_files,
    masked_name,
    swapped,
)
from loftet.publishing.masking_faults import in_binary, in_edition_name, in_name, too_much, unreadable
from loftet.publishing.masks import MASKS, Masks, Swap, read_masks, with_mask
from loftet.publishing.swapping import sweep
from loftet.wording import count

_LEFT_ALONE = (".git", ".venv", "node_modules")


@dataclass(frozen=True)
class MaskOrder:
    """What is to go and why, and where to look: the editor's folders, the shown site, copies (zips and folders).

    `most` is the largest number of places in the editor's own files that one detail may stand in.
    """

    detail: Detail
    reason: MaskingReason
    data: Path
    content: Path
    target: Path
    copies: tuple[Path, ...] = ()
    most: int = 20


@dataclass
class _Work:
    """What has been worked out so far: where the detail stood, each file's new content, and what changed of what."""

    found: list[tuple[str, Found]] = field(default_factory=list)
    contents: dict[Path, bytes | None] = field(default_factory=dict)
    swaps: list[Swap] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    inside_words: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def rehearse_masking(order: MaskOrder) -> Iterator[str]:
    """Say every place where the detail stands, and change nothing. Raises DataError as `mask` does."""
    _refuse(list(faults(order.detail.text, order.reason)))
    work, _ = _worked_out(order)
    yield from _told(work)
    yield "Inget är ändrat."


def mask(order: MaskOrder, tell: Callable[[str], None]) -> Iterator[str]:
    """Take the detail out of every file at hand, write down why, and say where it stood.

    Raises DataError with every reason why it cannot be, and then nothing is changed. A publication or masking that
    was stopped earlier is completed first.
    """
    _refuse(list(faults(order.detail.text, order.reason)))
    kept = beside(order.data)
    with locked(kept):
        if journal.complete(kept):
            tell("Det förra kommandot avbröts. Nu är det slutfört.")
        sweep(order.target.absolute())
        tell("Letar i uppgifter, utgåvor, webbplats och kopior …")
        work, masks = _worked_out(order)
        work.contents[kept.path(MASKS)] = with_mask(
            kept, masks, order.reason, tuple(dict.fromkeys(work.swaps))
        )
        try:
            journal.exchange(kept, work.contents)
        except OSError as error:
            raise DataError([_unwritten(kept, error)]) from error
        shutil.rmtree(order.data.resolve().parent / ".cache" / "delning", ignore_errors=True)
    yield from _told(work)


def _unwritten(kept: Kept, error: OSError) -> Problem:
    what = f"Det går inte att skriva: {disk_words(error)}."
    mend = "Kontrollera att disken har plats och att du får skriva i mapparna. Kör sedan kommandot igen."
    return Problem(kept.folder.name, 0, 0, what, mend)


def _worked_out(order: MaskOrder) -> tuple[_Work, Masks]:
    kept = beside(order.data)
    masks, unread = read_masks(kept)
    _refuse(list(unread))
    work = _Work()
    own = {**_own(order, order.data, work), **_own(order, order.content, work)}
    times = sum(one.times for _, one in work.found)
    if times > order.most:
        work.problems.append(too_much(times))
    _kept_files(order, kept, work)
    for copy in _copies(order):
        _copy(order, copy, work)
    work.left.extend(_settings(order))
    work.problems.extend(_spoilt(work))
    if not work.found and not work.problems:
        work.problems.append(_not_found(work))
    if not work.problems:
        work.problems.extend(own_faults(order.data, own, work.contents, order.detail))
    _refuse(work.problems)
    return work, masks


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise DataError(problems)


def _own(order: MaskOrder, folder: Path, work: _Work) -> dict[Path, bytes]:
    """Work out the editor's own files in a folder; gives each that the detail stands in, as it is now."""
    changed: dict[Path, bytes] = {}
    for path, name in _inside(folder):
        shown = f"{folder.name}/{masked_name(name, order.detail)}"
        if order.detail.count(name):
            work.problems.append(in_name(shown))
        data = path.read_bytes()
        if order.detail.inside_words(data.decode("utf-8", "ignore")):
            work.inside_words.append(shown)
        try:
            result = masked_file(name, data, order.detail, order.reason)
        except Unreadable:
            work.problems.append(unreadable(shown))
            continue
        if any(one.whole for one in result.found):
            work.problems.append(in_binary(shown))
        if result.found:
            changed[path], work.contents[path] = data, result.data
            work.found.extend((shown, one) for one in result.found)
    return changed


def _inside(folder: Path) -> Iterator[tuple[Path, str]]:
    """Give every file of a folder with its name in it, sorted; what belongs to other programs is left alone."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        name = path.relative_to(folder)
        if path.is_file() and not set(name.parts) & set(_LEFT_ALONE):
            yield path, name.as_posix()


def _kept_files(order: MaskOrder, kept: Kept, work: _Work) -> None:
    """Work out `publicerat/`: editions and manifests with their hashes, the ledger without addresses that go."""
    for path, name in _inside(kept.folder):
        if not name.startswith((f"{EDITIONS}/", f"{MANIFESTS}/", LEDGER, LOG)):
            continue
        if name.startswith(EDITIONS) and order.detail.count(name):
            work.problems.append(in_edition_name())
        data = path.read_bytes()
        result = masked_file(name, data, order.detail, order.reason)
        if not result.found:
            continue
        content = _ledger(kept, order.detail, result.data) if name == LEDGER else result.data
        work.contents[path] = content
        work.found.extend((kept.shown(one.name), one) for one in result.found)
        if name.startswith((f"{EDITIONS}/", f"{MANIFESTS}/")):
            work.swaps.append(Swap(name, sha256(data), sha256(content)))


def _ledger(kept: Kept, detail: Detail, masked: bytes) -> bytes:
    """Give the ledger without the lines whose very address is the detail: they can be kept nowhere."""
    lines = [line for _, line in kept.lines(LEDGER) if not isinstance(line, Problem)]
    rows = masked.splitlines(keepends=True)
    if len(lines) != len(rows):
        return masked
    kept_rows = [
        row for line, row in zip(lines, rows, strict=True) if not detail.count(str(line.get("adress")))
    ]
    return b"".join(kept_rows) or line_text([])


def _settings(order: MaskOrder) -> Iterator[str]:
    """Name each file beside the editor's folders in which the detail stands; it is left alone."""
    top = order.data.resolve().parent
    beside_data = [path for path in sorted(top.glob("*")) if path.is_file()]
    for path in [*beside_data, *(path for path, _ in _inside(top / "overrides"))]:
        if order.detail.count(path.read_bytes().decode("utf-8", "ignore")):
            yield path.relative_to(top).as_posix()


def _copies(order: MaskOrder) -> list[Path]:
    """Give the shown site, what was named, and the zips in the folders that Löftet itself suggests."""
    top = order.data.resolve().parent
    known = [path for name in ("arkiv", "underlag") for path in sorted((top / name).glob("*.zip"))]
    every = [*([order.target] if order.target.is_dir() else []), *known, *order.copies]
    return list({path.resolve(): path for path in every}.values())


def _copy(order: MaskOrder, copy: Path, work: _Work) -> None:
    """Work out one copy: a zip, a single file, or a folder with a site or with zips in it."""
    own = {copy: copy.name} if copy.is_file() else dict(_inside(copy))
    shown = {path: str(copy) if copy.is_file() else f"{copy}/{name}" for path, name in own.items()}
    zips = {path for path in own if path.suffix.lower() == ".zip"}
    for path in sorted(zips):
        try:
            result = masked_file(path.name, path.read_bytes(), order.detail, order.reason)
        except Unreadable:
            work.problems.append(unreadable(shown[path]))
            continue
        if result.found:
            work.contents[path] = result.data
            work.swaps.extend(result.swaps)
            work.found.extend(
                (f"{shown[path]}/{masked_name(one.name, order.detail)}", one) for one in result.found
            )
    _loose(order, copy, {path: name for path, name in own.items() if path not in zips}, work)


def _loose(order: MaskOrder, copy: Path, own: Mapping[Path, str], work: _Work) -> None:
    """Work out the files of a folder that is a site, or the one file that was named."""
    files = {name: path.read_bytes() for path, name in own.items()}
    try:
        masked, found = masked_files(files, order.detail, order.reason)
    except Unreadable as error:
        work.problems.append(unreadable(str(error)))
        return
    for path, name in own.items():
        new = masked_name(name, order.detail)
        if new != name:
            work.contents[path] = None
            work.contents[copy / new] = masked[name]
            work.found.append((f"{copy}/{new}", Found(new, "adress", 1)))
        elif masked[name] != files[name]:
            work.contents[path] = masked[name]
    work.found.extend((f"{copy}/{masked_name(one.name, order.detail)}", one) for one in found)
    if MARK in files:
        work.swaps.extend(swapped(files, masked, order.detail))


def _told(work: _Work) -> Iterator[str]:
    """Say each place, then how many."""
    for place, one in work.found:
        alt = f", varav {one.in_alt} i bildtext" if one.in_alt else ""
        whole = ", hela filen" if one.whole else ""
        yield f"  {place}: {count(one.times, 'ställe', 'ställen')}{alt} ({one.kind}{whole})"
    times = sum(one.times for _, one in work.found)
    yield f"{count(times, 'ställe', 'ställen')} i {count(len(work.found), 'fil', 'filer')}."
    if work.inside_words:
        yield "Samma bokstäver står också inne i längre ord, som lämnas. Är de uppgiften: kör igen med hela ordet."
        yield from (f"  {place}" for place in work.inside_words)
    if work.left:
        yield f"Uppgiften står också i {', '.join(work.left)}. Ta bort den där själv."


def _spoilt(work: _Work) -> Iterator[Problem]:
    if any(one.spoilt for _, one in work.found):
        what = "Uppgiften träffar för mycket: samma ord står i sidornas eller datafilernas egen kod."
        yield Problem(PLACE, 0, 0, what, "Skriv mer av uppgiften, till exempel för- och efternamn.")


def _not_found(work: _Work) -> Problem:
    mend = "Kontrollera stavningen. Finns en kopia på annat ställe: lägg till --kopia PLATS."
    if work.inside_words:
        mend = f"Bokstäverna står inne i längre ord i {work.inside_words[0]}: skriv hela ordet."
    return Problem(PLACE, 0, 0, "Uppgiften finns inte i något som går att nå härifrån.", mend)
