"""The page of each published follow-up: an edition that never changes, in a frame that belongs to today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from loftet import addresses
from loftet.facts.accounts import PassedOver, covered, left_out, passed_over, reporting
from loftet.facts.changes import edition, mentioned, previous
from loftet.facts.corrections import corrections_of
from loftet.facts.readings import Reading, latest_reading
from loftet.facts.status import commitment_standing, measure_standing
from loftet.model.dates import FuzzyDate
from loftet.model.follow_up import Beyond, FollowUp
from loftet.model.knowledge import Indicator
from loftet.model.organisation import Meeting
from loftet.model.statuses import CommitmentStatus, MeasureStatus
from loftet.model.words.organisation import MeetingPhase
from loftet.pages import views
from loftet.pages.corrections import correction_view, masking_views
from loftet.pages.embeds import embedding
from loftet.pages.entries import Rows, counts, entry_cards, grouped
from loftet.pages.share_cards import share_of
from loftet.pages.site import Page, Site
from loftet.wording import period_text, when_text


def follow_ups(site: Site) -> Iterator[Page]:
    """Draw a page for each published follow-up."""
    series = [(addresses.of(one), views.follow_up_title(site, one)) for one in site.as_of.follow_ups]
    for follow_up in site.as_of.follow_ups:
        yield _page(site, follow_up, series)


def _page(site: Site, follow_up: FollowUp, series: list[tuple[str, str]]) -> Page:
    here = addresses.of(follow_up)
    title = views.follow_up_title(site, follow_up)
    before, after = views.neighbours(site, here, series)
    made = corrections_of(site.as_of, follow_up)
    settled = settled_words(site, follow_up)
    body = site.render(
        "follow_up",
        here,
        title=title,
        settled=settled,
        undecided=follow_up.id in site.undecided,
        later=_later(site, here, follow_up),
        corrected=when_text(made[-1].date) if made else None,
        facts=_meeting_facts(site, here, follow_up),
        edition=Markup(
            site.editions.get(follow_up.id) or edition_body(site, follow_up)
        ),  # our own drawn HTML
        corrections=[correction_view(site, here, one) for one in made],
        maskings=masking_views(one for one in site.maskings if follow_up.id in one.edition_ids),
        sources=_sources(site, here, follow_up),
        note=follow_up.note,
        embedding=embedding(site, here, follow_up),
        cite=views.cite(site, here, title, f"{settled}. Uppgifterna gäller per {as_of_words(follow_up)}")
        | {"data_href": site.link(here, addresses.data_file(follow_up))},
        previous=before,
        following=after,
    )
    told = follow_up.overall or f"Uppgifterna gäller per {as_of_words(follow_up)}."
    text = f"{title}. {told}"
    return Page(
        here,
        title,
        body,
        description=text,
        search_text=text,
        source=site.file_of(follow_up),
        share=share_of(site, follow_up),
    )


def _sources(site: Site, here: str, follow_up: FollowUp) -> list[dict[str, str | None]]:
    """Give the originals, and where it was published when none of them says so."""
    known = [one.address for one in follow_up.originals]
    where = follow_up.link if follow_up.link not in known else None
    told: dict[str, str | None] = {
        "publisher": site.own("Platsen där uppföljningen publicerades"),
        "href": where,
    }
    return [*views.sources(site, here, follow_up), *([told] if where else [])]


def settled_words(site: Site, follow_up: FollowUp) -> str:
    """Say which version it is, as exactly as its day is known: settled at a meeting, else published."""
    word, when = _settled(site, follow_up)
    if follow_up.id in site.undecided:
        return f"Underlag, ej beslutat{f', till den {when_text(when)}' if when else ''}"
    if when is None:
        return f"{word} version, dagen är inte angiven"
    day = "den " if when.first == when.last else ""
    return f"{word} version {day}{when_text(when)}"


def settled_briefly(site: Site, follow_up: FollowUp) -> str:
    """Say when it was settled or published, for a list."""
    word, when = _settled(site, follow_up)
    if follow_up.id in site.undecided:
        return "underlag, ej beslutat"
    return f"{word} {when_text(when)}" if when else f"{word}, dagen är inte angiven"


def _settled(site: Site, follow_up: FollowUp) -> tuple[str, FuzzyDate | None]:
    """Give the word and the day: a cancelled meeting has settled nothing."""
    meeting = site.as_of.meeting(follow_up)
    handled = meeting if meeting and meeting.phase is not MeetingPhase.CANCELLED else None
    when = (handled.date if handled else None) or follow_up.published
    return ("Fastställd" if handled else "Publicerad"), when


def as_of_words(follow_up: FollowUp) -> str:
    """Say which day the figures hold for: as stated, in the source's own words, or that no day is stated."""
    if follow_up.as_of_words or follow_up.stated_as_of:
        return follow_up.as_of_words or when_text(follow_up.as_of)
    return f"{when_text(follow_up.as_of)} (dagen är inte angiven)"


def _later(site: Site, here: str, follow_up: FollowUp) -> dict[str, str | None] | None:
    """Give the latest follow-up when this is an older one of the same promises."""
    own = {one.id for one in covered(site.as_of, follow_up)}
    order = list(site.as_of.follow_ups)
    since = order[order.index(follow_up) + 1 :]
    same = [one for one in since if own & {promise.id for promise in covered(site.as_of, one)}]
    if not same:
        return None
    return {
        "text": views.follow_up_title(site, same[-1]),
        "href": site.link(here, addresses.of(same[-1])),
    }


def _meeting_facts(site: Site, here: str, follow_up: FollowUp) -> Rows:
    """Give what is known of the meeting today: paragraph and minutes come after the edition is settled."""
    meeting = site.as_of.meeting(follow_up)
    judged: Rows = [("Sekretess", views.judged(follow_up.secrecy))] if follow_up.secrecy else []
    if meeting is None:
        published = when_text(follow_up.published) if follow_up.published else None
        return [("Möte", site.own("inget möte är angivet")), ("Publicerad", published), *judged]
    numbered = ", ".join(one for one in (meeting.paragraph, meeting.diary) if one)
    title = views.record_link(site, here, meeting, views.meeting_title(site, meeting))
    named = [title, numbered or "paragraf och diarienummer är inte angivna"]
    return [("Möte", named), ("Protokoll", _minutes(meeting)), *judged]


def _minutes(meeting: Meeting) -> Markup:
    adjusted = f"justerat {when_text(meeting.adjusted)}" if meeting.adjusted else "inte justerat ännu"
    if meeting.minutes is None:
        return Markup("inte publicerat, {}").format(adjusted)
    return Markup("{}, {}").format(views.link(meeting.minutes, "protokollet"), adjusted)


def edition_body(site: Site, follow_up: FollowUp) -> str:
    """Draw what is frozen of a follow-up: everything that it said, from what was known the day it became public.

    Nothing in it comes from today or from later records; the page puts it in today's frame.
    """
    then = replace(site, as_of=edition(site.as_of, follow_up))
    here = addresses.of(follow_up)
    told = mentioned(then.as_of, follow_up)
    cards = entry_cards(then, here, follow_up, told)
    earlier = previous(then.as_of, follow_up)
    return then.render(
        "follow_up_edition",
        here,
        follow_up=follow_up,
        facts=_account_facts(then, here, follow_up),
        next=when_text(follow_up.next) if follow_up.next else follow_up.next_words,
        counts=counts(told),
        earlier=_earlier(then, here, earlier) if earlier else None,
        groups=grouped(cards),
        silent=[_passed_over(then, here, one) for one in passed_over(then.as_of, follow_up)],
        left_out=[views.record_link(then, here, one, one.title) for one in left_out(then.as_of, follow_up)],
        figures=_figures(then, here, follow_up),
        beyond=[_beyond(then, here, one) for one in follow_up.beyond],
        disagreements=views.differing(then, here, follow_up),
    )


def _earlier(then: Site, here: str, earlier: FollowUp) -> dict[str, str | None]:
    return {"text": views.follow_up_title(then, earlier), "href": then.link(here, addresses.of(earlier))}


def _account_facts(then: Site, here: str, follow_up: FollowUp) -> Rows:
    spoken = covered(then.as_of, follow_up)
    promises = views.listed([views.record_link(then, here, one, one.title) for one in spoken])
    period = follow_up.period_words or (period_text(follow_up.period) if follow_up.period else None)
    reported = views.parties(then, here, follow_up.reporting)
    rows: Rows = [
        ("Uppgifterna gäller per", as_of_words(follow_up)),
        ("Tiden som följs upp", period),
        ("Löften", promises),
        ("Rapporterade", [one for one in (reported, follow_up.reporting_words) if one]),
        ("Rapporterade inte", _not_reported(then, here, follow_up)),
        ("Påverkat av", follow_up.affected_by),
    ]
    return [row for row in rows if row[1] or row[0] != "Påverkat av"]


def _not_reported(then: Site, here: str, follow_up: FollowUp) -> Markup | str:
    absent = reporting(then.as_of, follow_up).absent
    if absent is None:
        unsaid = "vilka som undertecknade" if follow_up.reporting else "vem som rapporterade"
        return f"går inte att se: källan säger inte {unsaid}"
    named = views.parties(then, here, absent)
    if named is None:
        return then.own("alla som undertecknade löftena rapporterade")
    return Markup("<strong>{}</strong>").format(named)


def _passed_over(then: Site, here: str, one: PassedOver) -> dict[str, object]:
    commitments = [
        {
            "text": own.text,
            "href": then.link(here, addresses.commitment(one.promise.id, own.id)),
            "heard": commitment_standing(then.as_of, one.promise, own).status
            is not CommitmentStatus.NOT_FOLLOWED_UP,
        }
        for own in one.commitments
    ]
    measures = [
        {
            "text": own.title,
            "href": then.link(here, addresses.of(own)),
            "heard": measure_standing(then.as_of, own).status is not MeasureStatus.NOT_FOLLOWED_UP,
        }
        for own in one.measures
    ]
    return {
        "promise": one.promise.title,
        "href": then.link(here, addresses.of(one.promise)),
        "wholly": one.wholly,
        "things": [*commitments, *measures],
    }


def _figures(then: Site, here: str, follow_up: FollowUp) -> list[dict[str, object]]:
    """Give the figures beside the promises that had been fetched the day the follow-up became public."""
    day = then.as_of.published_on(follow_up)
    commitments = [own for promise in covered(then.as_of, follow_up) for own in promise.commitments]
    wanted = dict.fromkeys(id for own in commitments for id in own.indicators)
    known = [then.register.indicators[id] for id in wanted if id in then.register.indicators]
    told = [(one, latest_reading(then.register, one, fetched_by=day)) for one in known]
    return [_figure(then, here, one, latest) for one, latest in told if latest]


def _figure(then: Site, here: str, indicator: Indicator, latest: Reading) -> dict[str, object]:
    area = then.register.areas.get(latest.area or "")
    preliminary = ", preliminärt" if latest.value.preliminary else ""
    return {
        "title": indicator.name,
        "href": then.link(here, addresses.of(indicator)),
        "status": None,
        "fact": f"{latest.words}{preliminary}, {area.name if area else then.own('området är inte angivet')}",
        "date": period_text(latest.period),
    }


def _beyond(then: Site, here: str, one: Beyond) -> dict[str, object]:
    return {
        "text": one.text,
        "who": views.parties(then, here, one.parties),
        "outcome": one.outcome_words,
        "judged": views.judged(one.secrecy),
    }
