"""What is sent to the parties before a meeting: the site as it would be, every page marked as not decided.

It is drawn from the drafts as if they were decided, put in a zip that opens without a web server and without
scripts, and touches neither the site nor `publicerat/`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loftet.checks import judge
from loftet.facts import AsOf
from loftet.loading import load
from loftet.model.base import Entity
from loftet.model.follow_up import FollowUp
from loftet.model.register import KINDS, Kind, Register, is_draft
from loftet.model.words.follow_ups import FollowUpPhase
from loftet.pages import all_pages
from loftet.pages.attached import attached_files
from loftet.pages.drafts import DraftSheet, draft_files
from loftet.pages.site import GROUPS, Site
from loftet.problems import DataError, Problem, disk_words
from loftet.publishing.history import read_history
from loftet.publishing.kept import beside
from loftet.publishing.snapshot import write_zip
from loftet.wording import count, date_text, nearest

FOLDER = "underlag"
"""Where the drafts are put beside the editor's folder, when no other place is said."""

_PLACE = "loftet underlag"
_DRAWN = frozenset(GROUPS) - {"oppnadata"}
"""Groups of pages that are drawn: no data files, no feeds."""


@dataclass(frozen=True)
class DraftOrder:
    """What to make a draft of (ids; none: all drafts), where to put it, and where nothing of it may be put.

    `styles` are the site's style sheets by file name; `published` the folders that become part of the site.
    """

    data: Path
    today: date
    to: Path
    styles: Mapping[str, bytes]
    published: tuple[Path, ...]
    ids: tuple[str, ...] = ()


def write_draft(order: DraftOrder, tell: Callable[[str], None]) -> Path:
    """Write the zip for the parties and give its place. Raises DataError with every reason why it cannot be."""
    tell("Kontrollerar uppgifterna …")
    register, unread = load(order.data)
    found, _ = judge(register, order.today)
    history, lost = read_history(order.data)
    _refuse([*unread, *found, *lost, *_misplaced(order), *_unknown(order, register)])
    wanted = [one for _, one in chosen(register, order.ids)]
    _refuse([] if wanted else [_nothing(order)])
    decided = as_if_decided(register, {id(one) for one in wanted})
    day = meeting_day(decided, wanted, order.today)
    undecided = frozenset(one.id for one in wanted if isinstance(one, FollowUp))
    site = history.dressed(Site(AsOf(decided, day), order.today, _DRAWN, undecided=undecided))
    sheet = DraftSheet(tuple(wanted), day, order.today, order.styles)
    pages = list(all_pages(site))
    tell(f"Ritar {count(len(pages), 'sida', 'sidor')} …")
    files = draft_files(site, sheet, pages, attached_files(site))
    return _written(order, files, day)


def chosen(register: Register, ids: Iterable[str] = ()) -> Iterator[tuple[Kind, Entity]]:
    """Give every draft with its kind, or those with some ids, in the order of the kinds."""
    named = set(ids)
    for kind in KINDS:
        for name, record in register.of(kind).items():
            if is_draft(record) and (not named or name in named):
                yield kind, record


def as_if_decided(register: Register, wanted: set[int]) -> Register:
    """Give the register as it would be if the drafts with these identities were decided; other drafts are left out."""
    kept = {
        kind.field: {
            name: _decided(record) if id(record) in wanted else record
            for name, record in register.of(kind).items()
        }
        for kind in KINDS
    }
    return register.holding(kept)


def _decided(record: Entity) -> Entity:
    handled = {"phase": FollowUpPhase.HANDLED} if isinstance(record, FollowUp) else {}
    return record.model_copy(update={"draft": False, **handled})


def meeting_day(decided: Register, wanted: Iterable[Entity], today: date) -> date:
    """Give the day that the draft shows: when the last of its follow-ups would be public, or today."""
    as_of = AsOf(decided, today)
    follow_ups = [decided.follow_ups[one.id] for one in wanted if isinstance(one, FollowUp)]
    return max([today, *(as_of.published_on(one) for one in follow_ups)])


def _written(order: DraftOrder, files: Mapping[str, bytes], day: date) -> Path:
    place = order.to / f"underlag-{day.isoformat()}.zip"
    try:
        if not order.to.exists():
            order.to.mkdir(parents=True)
            (order.to / ".gitignore").write_text("*\n", encoding="utf-8")
        with tempfile.TemporaryDirectory() as top:
            for name, content in files.items():
                path = Path(top) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            write_zip(Path(top), place)
    except OSError as error:
        what = f"Det går inte att skriva underlaget: {disk_words(error)}."
        mend = "Kontrollera att disken har plats och att du får skriva i mappen."
        raise DataError([Problem(str(order.to), 0, 0, what, mend)]) from error
    return place


def _misplaced(order: DraftOrder) -> Iterator[Problem]:
    """Give a Problem when the zip would lie where it is published."""
    here = order.to.resolve()
    places = (order.data, beside(order.data).folder, *order.published)
    if any(here.is_relative_to(place.resolve()) for place in places):
        what = "Mappen hör till det som publiceras, och ett underlag får inte publiceras."
        yield Problem(str(order.to), 0, 0, what, f"Välj en annan mapp, till exempel {FOLDER}/.")


def _unknown(order: DraftOrder, register: Register) -> Iterator[Problem]:
    drafts = [one.id for _, one in chosen(register)]
    for name in order.ids:
        if name not in drafts:
            near = nearest(name, drafts)
            mend = f"Menar du ”{near}”?" if near else f"Utkasten är: {', '.join(drafts) or 'inga'}."
            yield Problem(_PLACE, 0, 0, f"Det finns inget utkast med id ”{name}”.", mend)


def _nothing(order: DraftOrder) -> Problem:
    mend = "Skriv ”skede: utkast” i uppföljningen som ska till mötet, eller ”utkast: ja” i en annan post."
    what = f"Det finns inget utkast den {date_text(order.today)}."
    return Problem(f"{order.data.name}/", 0, 0, what, mend)


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise DataError(problems)
