"""Publish a site, or update the one that is shown: check, build aside, judge, write down, change places.

Nothing that readers see is touched before everything has been found right, and what is begun is finished.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from loftet.checks import judge
from loftet.facts import AsOf
from loftet.loading import load
from loftet.model.register import Register
from loftet.pages.site import Site
from loftet.problems import DataError, Problem, disk_words
from loftet.publishing import journal
from loftet.publishing.editions import Edition, new_editions
from loftet.publishing.history import Drawn, History, broken_promises, draw, read_history
from loftet.publishing.journal import MARK
from loftet.publishing.judging import judged
from loftet.publishing.judging.built import Built, Expected, read_built
from loftet.publishing.judging.leaks import draft_words
from loftet.publishing.kept import LEDGER, beside
from loftet.publishing.ledger import grown, ledger_text
from loftet.publishing.locking import locked
from loftet.publishing.manifest import (
    Log,
    Occasion,
    hashes,
    logged,
    manifest,
    manifest_name,
    manifest_of,
    read_log,
)
from loftet.publishing.seen import seen, seen_words
from loftet.publishing.snapshot import snapshot_name, write_snapshot
from loftet.publishing.swapping import occupied, prefix, put_in_place, sweep
from loftet.publishing.written import written_pages
from loftet.wording import count, date_text

Build = Callable[[Path, Site, Drawn], None]
"""Builds a site into an empty folder from its pages and files, which are drawn already."""

Tell = Callable[[str], None]
"""Says to whoever waits what is being done."""


@dataclass(frozen=True)
class Order:
    """What is to be published, where, on which day, and what the archive asks for."""

    data: Path
    content: Path
    target: Path
    today: date
    groups: frozenset[str]
    root: str
    generator: str
    function: str | None = None
    archive: Path | None = None
    accent: bool = False


@dataclass(frozen=True)
class _Ready:
    """Everything that is known before the site is built: the new history, and what the new site is judged against."""

    register: Register
    site: Site
    drawn: Drawn
    history: History
    fresh_editions: tuple[Edition, ...]
    log: Log


def publish(order: Order, build: Build, tell: Tell) -> bool:
    """Publish: new editions, ledger and log, and the new site in place of the old.

    Gives False when nothing was new. Raises DataError with every reason why it cannot be, and then nothing is
    changed; a publication that was stopped earlier is completed instead of a new one.
    """
    with locked(beside(order.data)):
        if _completed(order, tell):
            return True
        ready = _ready(order, tell)
        with _fresh(order.target) as fresh:
            _build(order, ready, fresh, build, tell)
            if not ready.fresh_editions and _same_as_last(ready, fresh):
                tell("Inget är nytt sedan förra publiceringen.")
                _put_back(order, ready, fresh)
                return False
            _put(order, ready, fresh, is_publication=True)
        tell(_done(order, ready))
        return True


def update(order: Order, build: Build, tell: Tell) -> None:
    """Build the same data with today's date in place of the site that is shown; no edition, no line in the log.

    Raises DataError as `publish` does, and when a follow-up waits to be published.
    """
    with locked(beside(order.data)):
        _completed(order, tell)
        ready = _ready(order, tell)
        if ready.fresh_editions:
            raise DataError(_waiting(ready, one) for one in ready.fresh_editions)
        with _fresh(order.target) as fresh:
            _build(order, ready, fresh, build, tell)
            _put(order, ready, fresh, is_publication=False)
        tell(f"Uppdaterad: {order.target}")


def rehearse(order: Order, build: Build, tell: Tell) -> Iterator[str]:
    """Say what readers would see change, and change nothing. Raises DataError as `publish` does."""
    ready = _ready(order, tell)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        built = _build(order, ready, fresh, build, tell)
        for edition in ready.fresh_editions:
            yield f"Ny utgåva, som sedan inte kan ändras: {edition.id}"
        yield from seen_words(seen(read_built(order.target, order.root), built))
        yield "Inget är ändrat. Utan --torrkör blir det så här."


def _completed(order: Order, tell: Tell) -> bool:
    done = journal.complete(beside(order.data))
    if done:
        tell("Den förra publiceringen avbröts. Nu är den slutförd.")
    return done


def _ready(order: Order, tell: Tell) -> _Ready:
    tell("Kontrollerar uppgifter och adresser …")
    register, unread = load(order.data)
    found, _ = judge(register, order.today)
    history, lost = read_history(order.data)
    log, unlogged = read_log(history.kept)
    _refuse(*unread, *found, *lost, *unlogged)
    as_of = AsOf(register, order.today)
    plain = Site(as_of, order.today, order.groups, order.root, accent=order.accent)
    new = tuple(new_editions(plain, history.editions, order.generator))
    history = replace(history, editions={**history.editions, **{one.id: one for one in new}})
    site = history.dressed(plain)
    drawn = draw(site, history, written_pages(order.content))
    _refuse(*broken_promises(history, site, drawn.offered))
    ledger = grown(history.ledger, drawn.offered, order.today)
    return _Ready(register, site, drawn, replace(history, ledger=ledger), new, log)


def _refuse(*problems: Problem) -> None:
    if problems:
        raise DataError(problems)


@contextmanager
def _fresh(target: Path) -> Iterator[Path]:
    """Give an empty folder beside the target, gone afterwards; raises DataError where nothing can be written.

    Nor where something else than a site lies: it would be lost.
    """
    _refuse(*occupied(target))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target)
        fresh = Path(tempfile.mkdtemp(prefix=prefix(target), dir=target.parent.resolve()))
    except OSError as error:
        raise DataError([_unwritable(target, error)]) from error
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _unwritable(target: Path, error: OSError) -> Problem:
    what = f"Det går inte att skriva webbplatsen där: {disk_words(error)}. Den gamla står kvar."
    return Problem(
        str(target), 0, 0, what, "Kontrollera att disken har plats och att du får skriva i mappen."
    )


def _build(order: Order, ready: _Ready, fresh: Path, build: Build, tell: Tell) -> Built:
    tell(f"Bygger {count(len(ready.drawn.offered.anchors), 'sida', 'sidor')} …")
    build(fresh, ready.site, ready.drawn)
    tell("Granskar den byggda webbplatsen …")
    published = (one.address for one in ready.history.ledger.values() if one.since <= order.today)
    addresses = tuple(one for one in published if one not in ready.drawn.missing)
    built = read_built(fresh, order.root)
    _refuse(*judged(built, Expected(addresses, draft_words(ready.register))))
    return built


def _same_as_last(ready: _Ready, fresh: Path) -> bool:
    if not ready.log:
        return False
    last = ready.history.kept.path(manifest_name(len(ready.log)))
    told = manifest_of(last.read_bytes()) if last.is_file() else {}
    return told.get("filer") == dict(hashes(fresh))


def _put_back(order: Order, ready: _Ready, fresh: Path) -> None:
    """Show the site of the last publication where it is not shown: on a new machine, or over an update."""
    last = ready.history.kept.path(manifest_name(len(ready.log))).read_bytes()
    shown = order.target / MARK
    if shown.is_file() and shown.read_bytes() == last:
        return
    try:
        (fresh / MARK).write_bytes(last)
        fresh.chmod(0o755)
        put_in_place(fresh, order.target)
    except OSError as error:
        raise DataError([_unwritable(order.target, error)]) from error


def _put(order: Order, ready: _Ready, fresh: Path, is_publication: bool) -> None:
    occasion = _occasion(order, ready, is_publication)
    text = manifest(fresh, ready.log, occasion, ready.history.editions, ready.history.masks)
    kept = ready.history.kept
    files = {LEDGER: ledger_text(ready.history.ledger)}
    if is_publication:
        files |= logged(kept, ready.log, occasion, text)
        files |= {name: content for one in ready.fresh_editions for name, content in one.files.items()}
    try:
        (fresh / MARK).write_bytes(text)
        if order.archive:
            order.archive.mkdir(parents=True, exist_ok=True)
            write_snapshot(fresh, order.archive / snapshot_name(fresh))
        journal.carry_out(kept, fresh, order.target, files)
    except OSError as error:
        halfway = journal.unfinished(kept) is not None
        problem = _unlogged(order.target, error) if halfway else _unwritable(order.target, error)
        raise DataError([problem]) from error


def _unlogged(target: Path, error: OSError) -> Problem:
    what = f"Den nya webbplatsen visas, men adresslistan och loggen kunde inte skrivas: {disk_words(error)}."
    return Problem(str(target), 0, 0, what, "Ge plats på disken och kör kommandot igen, så slutförs det.")


def _occasion(order: Order, ready: _Ready, is_publication: bool) -> Occasion:
    """Gather what the archive asks for: the meetings' diarienummer and days, and the function that publishes."""
    as_of = ready.site.as_of
    new = {one.id for one in ready.fresh_editions}
    meetings = [as_of.meeting(one) for one in as_of.follow_ups if one.id in new]
    diaries = dict.fromkeys(one.diary for one in meetings if one and one.diary)
    days = [one.date.last for one in meetings if one and one.date]
    kommun = ready.register.municipality
    return Occasion(
        order.today,
        order.generator,
        kommun.name,
        ", ".join(diaries) or None,
        max(days).isoformat() if days else None,
        order.function or kommun.page_owner,
        tuple(one.id for one in ready.fresh_editions),
        is_publication,
    )


def _waiting(ready: _Ready, edition: Edition) -> Problem:
    follow_up = ready.register.follow_ups[edition.id]
    file = ready.site.file_of(follow_up)
    day = date_text(ready.site.as_of.published_on(follow_up))
    what = f"Uppföljningen är behandlad den {day} men har ingen publicerad utgåva."
    return Problem(file, 0, 0, what, "Kör ”loftet publicera”, så fryses den och webbplatsen byts.")


def _done(order: Order, ready: _Ready) -> str:
    told = f"Publicering {len(ready.log) + 1} är klar: {order.target}"
    names = ", ".join(one.id for one in ready.fresh_editions)
    return f"{told}\nNya utgåvor: {names}" if names else told
