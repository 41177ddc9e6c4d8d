"""What the editor has had translated: a start page in each language, and promises, in a frame of English words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loftet import addresses
from loftet.facts.lifecycle import life_stage
from loftet.facts.progress import progress_of_commitments
from loftet.facts.silence import data_as_of, next_follow_up, silence
from loftet.model.dates import Precision
from loftet.model.promise import Promise
from loftet.model.translation import Translation
from loftet.model.words.promises import PartyRole
from loftet.pages import english
from loftet.pages.promise_life import in_order, period_words
from loftet.pages.prose import prose
from loftet.pages.site import Page, Site
from loftet.pages.start import shown_promises
from loftet.pages.versions import language_name, languages, right_to_left, versions

FRAME = "en"
"""The language of the frame: dates, counts and the shell's own words."""


def translated_pages(site: Site) -> Iterator[Page]:
    """Draw the start page in each language that anything is translated to, and each translated promise."""
    for code in sorted(languages(site)):
        yield _start(site, code)
        for promise in in_order(site) if "loften" in site.groups else ():
            told = promise.translations.get(code)
            if told:
                yield _promise(site, code, promise, told)


def _start(site: Site, code: str) -> Page:
    here = addresses.translated(code)
    kommun = site.register.municipality
    told = kommun.translations.get(code)
    title = told.title if told else f"{kommun.name}: {language_name(code)}"
    promises = [_listed(site, here, code, one) for one in in_order(site)] if "loften" in site.groups else []
    return _page(site, here, code, title, told, shown_promises(site), promises=promises)


def _listed(site: Site, here: str, code: str, promise: Promise) -> dict[str, str | None]:
    """Give a link to a promise: translated where it is, else in Swedish and said to be."""
    told = promise.translations.get(code)
    there = addresses.translated(code, promise.id) if told else addresses.of(promise)
    return {
        "text": told.title if told else promise.title,
        "href": site.link(here, there),
        "language": None if told else "sv",
        "stage": _stage(site, promise),
    }


def _stage(site: Site, promise: Promise) -> str:
    """Say where a promise is in its life, and that a follow-up of it is missing (rule 3)."""
    stage, quiet = english.stage_text(life_stage(site.as_of, promise).stage), silence(site.as_of, promise)
    since = (
        f"; a promised follow-up has been missing since {english.day_text(quiet.due)}" if quiet.due else ""
    )
    return f"{stage}{since}" if quiet.missing else stage


def _promise(site: Site, code: str, promise: Promise, told: Translation) -> Page:
    here = addresses.translated(code, promise.id)
    signers = [
        site.register.parties[one.party].name for one in promise.parties if one.role is PartyRole.SIGNS
    ]
    about: dict[str, object] = {
        "original": promise.title,
        "stage": _stage(site, promise),
        "period": english.period_text(promise.period),
        "period_swedish": period_words(promise, site.as_of.today),
        "signers": signers or ([promise.parties_words] if promise.parties_words else []),
    }
    return _page(site, here, code, told.title, told, [promise], promise=promise, about=about)


def _page(
    site: Site,
    here: str,
    code: str,
    title: str,
    told: Translation | None,
    counted: Sequence[Promise],
    promises: Sequence[dict[str, str | None]] = (),
    promise: Promise | None = None,
    about: dict[str, object] | None = None,
) -> Page:
    progress = progress_of_commitments(site.as_of, counted)
    frame = _frame(site)
    body = site.render(
        "translated",
        here,
        title=title,
        frame_language=None if code == FRAME else FRAME,
        code=code,
        language=language_name(code),
        text=prose(told.text) if told else None,
        total=progress.total,
        counts=[(english.status_text(one.status), one.count) for one in progress.segments],
        left_out=len(progress.left_out),
        not_done=[(english.status_text(one.status), one.count) for one in progress.aside_not_done],
        frame=frame,
        translated=english.when_text(told.translated) if told and told.translated else None,
        promises=promises,
        about=about,
        swedish=site.link(here, addresses.of(promise) if promise else addresses.START),
        up=site.link(here, addresses.translated(code)) if promise else None,
    )
    return Page(
        here,
        title,
        body,
        description=title,
        language=code,
        right_to_left=right_to_left(code),
        versions=versions(site, promise),
        frame=frame,
        source=site.file_of(promise) if promise else None,
    )


def _frame(site: Site) -> dict[str, str]:
    """Say in English what the shell says in Swedish: how old the figures are, and when the next come."""
    held = data_as_of(site.as_of)
    return {
        "galler_per": english.day_text(held) if held else "no follow-up has been published yet",
        "nasta_uppfoljning": _next(site),
        "byggd": english.day_text(site.built),
    }


def _next(site: Site) -> str:
    following = next_follow_up(site.as_of)
    if following.when:
        exact = following.when.precision in (Precision.DAY, Precision.MONTH)
        return (
            english.when_text(following.when) or ""
            if exact
            else f"by {english.day_text(following.when.last)}"
        )
    if following.due and following.due < site.as_of.today:
        return f"was due by {english.day_text(following.due)}"
    if following.due:
        return f"by {english.day_text(following.due)}, as promised"
    return "no date is stated"
