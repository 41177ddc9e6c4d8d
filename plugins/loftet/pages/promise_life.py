"""Where a promise is in its life, in words: its period, its steps, a follow-up that is missing, and their order."""

from __future__ import annotations

from datetime import date

from loftet import addresses
from loftet.facts.lifecycle import LifeStage, last_day_of, life_stage
from loftet.facts.silence import silence
from loftet.model.promise import Promise
from loftet.model.statuses import Lifecycle
from loftet.pages import views
from loftet.pages.site import Site
from loftet.wording import count, date_text, first_upper, period_text, when_text

_HOLDS = (Lifecycle.IN_FORCE, Lifecycle.EXTENDED, Lifecycle.NOT_STATED)


def holds(site: Site, promise: Promise) -> bool:
    """Tell whether a promise holds today, or may hold since no period is stated."""
    return life_stage(site.as_of, promise).stage in _HOLDS


def in_order(site: Site) -> list[Promise]:
    """Give the promises newest first: by start, then id; those without a period last."""
    return sorted(site.register.promises.values(), key=_newest_first)


def _newest_first(promise: Promise) -> tuple[int, str]:
    start = promise.period.first if promise.period else None
    return (-(start or date.min).toordinal(), promise.id)


def period_words(promise: Promise, today: date) -> str:
    """Give a promise's period in its own words and as dates, as exactly as it is known, with how it was extended."""
    signed = _signed_period(promise)
    last = last_day_of(promise, today)
    extended = last is not None and promise.period is not None and last != promise.period.last
    return f"{signed}, förlängt till {date_text(last)}" if extended and last else signed


def _signed_period(promise: Promise) -> str:
    stated = period_text(promise.period) if promise.period else ""
    own = promise.period_words or ""
    return (
        f"{stated} ({own})"
        if stated and own and own != stated
        else stated or own or "perioden är inte angiven"
    )


def missing_words(site: Site, promise: Promise) -> str | None:
    """Say since when a promised follow-up is missing; None when none is."""
    quiet = silence(site.as_of, promise)
    return (
        site.own("Uppföljning") + f" saknas sedan {date_text(quiet.due)}."
        if quiet.missing and quiet.due
        else None
    )


def life_steps(site: Site, here: str, promise: Promise, life: LifeStage) -> list[dict[str, object]]:
    """Give the steps of a promise's life with their days: signed, in force, and what came then."""
    start = promise.period.start if promise.period else None
    signed = when_text(promise.signed) if promise.signed else promise.signed_words
    over = life.stage.is_over
    steps: list[dict[str, object]] = [
        {
            "word": "Undertecknat",
            "date": signed or views.NOT_GIVEN,
            "state": _past(life.stage is Lifecycle.SIGNED),
        },
    ]
    if start or life.stage is not Lifecycle.NOT_STATED:
        begun = f"från {when_text(start)}" if start else None
        steps.append({"word": "Gäller", "date": begun, "state": "klart" if over else _begun(life)})
    if over:
        successor = site.link(here, addresses.of(life.successor)) if life.successor else None
        ended = date_text(life.since) if life.since else None
        steps.append({"word": first_upper(life.stage.value), "date": ended, "state": "nu", "href": successor})
    elif life.stage is Lifecycle.NOT_STATED:
        steps.append({"word": "Perioden är inte angiven", "date": promise.period_words, "state": "nu"})
    else:
        until = date_text(life.until) if life.until else "tills vidare eller ej angivet"
        steps.append({"word": "Slutar", "date": until, "state": "kommer"})
    return steps


def _past(now: bool) -> str:
    return "nu" if now else "klart"


def _begun(life: LifeStage) -> str:
    return "kommer" if life.stage is Lifecycle.SIGNED else "nu"


def period_bar(site: Site, promise: Promise, life: LifeStage) -> dict[str, object] | None:
    """Give a promise's period as the `period_bar` component takes it; None when its days are not stated."""
    first, last = promise.period.first if promise.period else None, life.until
    if not first or not last:
        return None
    today = site.as_of.today
    left = (last - today).days
    holds_or_held = "gällde" if life.stage.is_over else "gäller"
    called = first_upper(site.noun("löfte").definite)
    sentence = f"{called} {holds_or_held} {period_words(promise, today)}."
    if left >= 0 and today >= first:
        sentence += f" {count(left, 'dag', 'dagar')} är kvar."
    return {
        "start": first,
        "end": last,
        "today": today,
        "sentence": sentence,
        "start_words": date_text(first),
        "end_words": date_text(last),
    }
