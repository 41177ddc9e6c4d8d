"""The pages of dialogues, *Ni sa – vi gör*: what was heard, from whom, and what became of each thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from loftet import addresses
from loftet.facts.comparison import whole_percent
from loftet.facts.heard import Heard, heard, heard_sentence, loose_measures
from loftet.facts.progress import progress_of_measures
from loftet.model.knowledge import Dialogue
from loftet.model.register import KIND_BY_TYPE
from loftet.model.statuses import StopStatus
from loftet.model.words.knowledge import Selection
from loftet.pages import marks, views
from loftet.pages.lines import Line, dialogue_when, line, promise_line
from loftet.pages.long_lists import LongLists
from loftet.pages.records import Group, Sheet, overview, record_page, stated
from loftet.pages.site import Page, Site
from loftet.wording import first_upper, number

_LEAD = "Här står vad ni som bor här har sagt i dialogerna, och vad som hände med det."


def dialogues(site: Site) -> Iterator[Page]:
    """Draw the list of dialogues, newest first, and a page for each."""
    here = addresses.overview(KIND_BY_TYPE[Dialogue])
    ordered = sorted(site.register.dialogues.values(), key=_held, reverse=True)
    groups = [Group([_line(site, here, one) for one in ordered])]
    empty = "Ingen medborgardialog är publicerad ännu."
    yield from overview(site, here, "Ni sa – vi gör", _LEAD, groups, empty, "Ni sa – vi gör")
    series = list(reversed(ordered))
    for dialogue in ordered:
        yield from _pages(site, dialogue, series)


def _held(dialogue: Dialogue) -> tuple[date, str]:
    return (dialogue.date.last if dialogue.date else date.min, dialogue.id)


def _line(site: Site, here: str, dialogue: Dialogue) -> Line:
    return line(
        site, here, dialogue, heard_sentence(site.as_of, heard(site.as_of, dialogue)), dialogue_when(dialogue)
    )


def _pages(site: Site, dialogue: Dialogue, series: Sequence[Dialogue]) -> Iterator[Page]:
    here = addresses.of(dialogue)
    long = LongLists(site, here, views.title_of(site, dialogue))
    told = heard(site.as_of, dialogue)
    led_to = [one for one in site.register.promises.values() if dialogue.id in one.arrived_by]
    parts: dict[str, object] = {
        "sentence": heard_sentence(site.as_of, told),
        "points": [_point(site, long, one) for one in told],
        "loose": long.first(
            "atgarder",
            "Andra åtgärder ur dialogen",
            [marks.measure_item(site, here, one) for one in loose_measures(site.as_of, dialogue)],
        ),
        "promises": long.first(
            "loften", "Dialogen ledde till", [promise_line(site, here, one) for one in led_to]
        ),
        "self_selected": dialogue.selection is Selection.SELF_SELECTED,
    }
    search = " ".join([dialogue.text or "", *(one.point.text for one in told)])
    sheet = Sheet(dialogue, dialogue.text, _facts(site, here, dialogue), parts, "", search)
    yield record_page(site, "dialogue", sheet, series)
    yield from long.pages()


def _point(site: Site, long: LongLists, told: Heard) -> dict[str, object]:
    point, here = told.point, long.address
    mark = None
    if told.answered:
        mark = marks.mark(StopStatus.ANSWERED, neuter=True)
    elif told.waits:
        mark = marks.mark(StopStatus.WAITING, word="inget svar ännu")
    anchor = addresses.point_anchor(point)
    held = [marks.measure_item(site, here, one) for one in told.measures]
    progress = progress_of_measures(site.as_of, told.measures)
    return {
        "id": anchor,
        "text": point.text,
        "mark": mark,
        "sentence": progress.sentence if told.measures else None,
        "measures": long.first(anchor, point.text, held),
        "answer": point.answer,
        "reason": point.reason.value if point.reason else None,
        "focus": views.focus_areas(site, here, point.focus),
        "judged": views.judged(point.secrecy),
    }


def _facts(site: Site, here: str, dialogue: Dialogue) -> list[tuple[str, object]]:
    rows: list[tuple[str, object]] = [
        ("Form", first_upper(site.own(dialogue.form.value)) if dialogue.form else None),
        ("När", dialogue_when(dialogue)),
        ("Var", views.areas(site, here, dialogue.areas, dialogue.place_words)),
        ("Tillfrågade", _number(site, dialogue.asked)),
        ("Svarade", _answered(site, dialogue)),
        ("Hur de valdes", first_upper(dialogue.selection.value) if dialogue.selection else None),
        ("Ordnades av", views.parties(site, here, dialogue.parties)),
        ("Sekretess", views.judged(dialogue.secrecy)),
    ]
    return stated(rows, ("Form", "När", "Var", "Svarade", "Hur de valdes"))


def _number(site: Site, of: int | None) -> str | None:
    """Give a number of people; one under the municipality's smallest is never told exactly (rule 9)."""
    if of is None:
        return None
    least = site.register.municipality.settings.smallest_count
    return f"färre än {least}" if _is_small(site, of) else number(of)


def _is_small(site: Site, of: int) -> bool:
    return 0 < of < site.register.municipality.settings.smallest_count


def _answered(site: Site, dialogue: Dialogue) -> str | None:
    """Give how many answered, in words and of how many asked; a small number stays hidden in the words too."""
    answered, asked = dialogue.answered, dialogue.asked
    if answered is not None and _is_small(site, answered):
        return _number(site, answered)
    told = dialogue.answered_words or _number(site, answered)
    if told is None or not asked or answered is None:
        return told
    share = whole_percent(Decimal(answered), Decimal(asked))
    return f"{told}, alltså {number(answered)} av {number(asked)} ({share} procent)"
