"""Judges of the whole register: `judge(register, today)` lets every one of them speak.

To add a judge: write one function `(register, today) -> Iterator[Problem]` in a module here and name it in
JUDGES. A Hint is printed and stops nothing; any other Problem stops the build before the old site is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from loftet.checks.accessibility import statement_is_fresh
from loftet.checks.attachments import files_exist, map_files_read
from loftet.checks.contradictions import (
    entries_agree,
    extensions_extend,
    figures_are_not_thousands,
    informants_report,
    lists_name_once,
    nothing_happens_ahead,
    records_differ,
    walks_agree,
)
from loftet.checks.follow_ups import (
    assessments_fit,
    evidence_is_given,
    handled_is_over,
    reasons_are_given,
    recipients_are_named,
)
from loftet.checks.labels import labels_are_known
from loftet.checks.law import law_records_exist
from loftet.checks.map_service import map_service_is_fit
from loftet.checks.order import anchors_are_unique, chains_end, dates_make_sense
from loftet.checks.originals import (
    forms_are_of_files,
    originals_are_as_stated,
    originals_may_be_published,
    wordings_name_an_original,
)
from loftet.checks.photos import (
    photos_are_fit_to_show,
    photos_are_readable,
    photos_have_addresses,
    photos_keep_their_place,
)
from loftet.checks.places import positions_are_in_place
from loftet.checks.references import about_is_clear, parts_exist, references_exist
from loftet.checks.secrecy import dwellings_are_hidden, no_personal_data, secrecy_is_decided
from loftet.checks.signing import promises_are_ready
from loftet.checks.signs import texts_hide_no_signs
from loftet.checks.taken import ids_are_free
from loftet.checks.walks import walks_hold_together
from loftet.model.register import Register
from loftet.problems import Hint, Problem

Judge = Callable[[Register, date], Iterator[Problem]]

JUDGES: tuple[Judge, ...] = (
    references_exist,
    about_is_clear,
    parts_exist,
    ids_are_free,
    labels_are_known,
    statement_is_fresh,
    law_records_exist,
    chains_end,
    anchors_are_unique,
    dates_make_sense,
    nothing_happens_ahead,
    extensions_extend,
    records_differ,
    lists_name_once,
    figures_are_not_thousands,
    assessments_fit,
    handled_is_over,
    entries_agree,
    informants_report,
    reasons_are_given,
    recipients_are_named,
    walks_hold_together,
    walks_agree,
    evidence_is_given,
    positions_are_in_place,
    files_exist,
    map_files_read,
    map_service_is_fit,
    photos_are_fit_to_show,
    photos_are_readable,
    photos_have_addresses,
    photos_keep_their_place,
    originals_may_be_published,
    originals_are_as_stated,
    wordings_name_an_original,
    forms_are_of_files,
    texts_hide_no_signs,
    no_personal_data,
    secrecy_is_decided,
    dwellings_are_hidden,
    promises_are_ready,
)


def judge(register: Register, today: date) -> tuple[tuple[Problem, ...], tuple[Hint, ...]]:
    """Give every Problem and every Hint that the judges find, each sorted by place."""
    found = {problem for speak in JUDGES for problem in speak(register, today)}
    hints = tuple(sorted(one for one in found if isinstance(one, Hint)))
    return tuple(sorted(one for one in found if not isinstance(one, Hint))), hints
