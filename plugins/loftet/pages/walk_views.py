"""What the list of walks and a walk's own page say alike: its card, its line, its banners, how to come along."""

from __future__ import annotations

from markupsafe import Markup

from loftet import addresses
from loftet.facts.progress import progress_of_stops
from loftet.facts.walks import Walks, is_to_come, is_unreported
from loftet.model.dates import Precision
from loftet.model.walk import SafetyWalk
from loftet.model.words.walks import WalkPhase
from loftet.pages import marks, views
from loftet.pages.site import Site
from loftet.pages.walk_words import summary, walk_name, walk_when
from loftet.wording import first_upper, weekday_date_text

GONE = {WalkPhase.CANCELLED: "ställdes in", WalkPhase.MOVED: "flyttades"}
"""What is said of a walk that was not held when it should have been."""

NO_SIGN_UP = "Hur man anmäler sig är inte angivet."


def walk_card(site: Site, here: str, known: Walks, walk: SafetyWalk) -> dict[str, object]:
    """Give a walk as a card of the list: its banners, how to come along, how its stops have gone."""
    progress = progress_of_stops(site.as_of, walk)
    return {
        "title": walk_name(walk),
        "href": site.link(here, addresses.of(walk)),
        "phase": _phase(site, walk),
        "place": views.areas(site, here, walk.areas, walk.place_words),
        "notices": walk_notices(site, here, known, walk),
        "join": join_rows(site, here, walk) if is_to_come(site.as_of, walk) else None,
        "progress": marks.bar_segments(progress) if walk.stops else None,
        "sentence": None if walk.phase in GONE or is_unreported(site.as_of, walk) else summary(site, walk),
        "result": walk.result_words,
    }


def walk_line(site: Site, here: str, walk: SafetyWalk) -> dict[str, object]:
    """Give a walk as one line of a list."""
    return {
        "title": walk_name(walk),
        "href": site.link(here, addresses.of(walk)),
        "fact": summary(site, walk),
        "date": _phase(site, walk),
    }


def _phase(site: Site, walk: SafetyWalk) -> str:
    return "Skulle ha hållits" if is_unreported(site.as_of, walk) else first_upper(walk.phase.value)


def walk_notices(site: Site, here: str, known: Walks, walk: SafetyWalk) -> list[dict[str, object]]:
    """Give the banners of a walk that was called off or moved, of which nothing is known, or that another led to."""
    notices: list[dict[str, object]] = []
    if walk.phase in GONE:
        successor = site.register.walks.get(walk.moved_to or "")
        notices.append(
            {
                "kind": "installd",
                "heading": site.own("Vandringen") + f" {GONE[walk.phase]}",
                "text": f"Skäl: {walk.phase_reason or views.NOT_GIVEN}",
                "href": site.link(here, addresses.of(successor)) if successor else None,
                "link_text": f"Den här kom i stället: {walk_name(successor)}" if successor else None,
            }
        )
    if is_unreported(site.as_of, walk):
        passed = "Dagen" if walk.date and walk.date.precision is Precision.DAY else "Tiden"
        text = site.own("Inget är publicerat om att vandringen blev av eller vad som sågs.")
        notices.append({"kind": "saknas", "text": f"{passed} har gått. {text}"})
    for earlier in known.moved_here(walk):
        notices.append(
            {
                "kind": "upplysning",
                "text": site.own("Vandringen kom i stället för en som")
                + f" {GONE.get(earlier.phase, 'flyttades')}.",
                "href": site.link(here, addresses.of(earlier)),
                "link_text": walk_name(earlier),
            }
        )
    return notices


def join_rows(site: Site, here: str, walk: SafetyWalk) -> list[tuple[str, object]]:
    """Give what somebody who wants to come needs: when, where, for whom, and how to say so."""
    exact = walk.date if walk.date and walk.date.first == walk.date.last else None
    clock = f", klockan {walk.time}" if walk.time else ""
    when = first_upper(weekday_date_text(exact.first)) + clock if exact else walk_when(walk)
    sign_up = views.link(walk.sign_up, "Anmäl dig") if walk.sign_up else _asked(site)
    file = site.link(here, addresses.calendar(walk)) if exact else None
    rows: list[tuple[str, object]] = [
        ("När", when),
        ("Kalender", views.link(file, "Lägg in dagen i din kalender") if file else None),
        ("Samling", list(walk.meetings_words)),
        ("Väg", walk.route_words),
        ("För vem", ", ".join(walk.target_groups)),
        ("Anmälan", sign_up),
    ]
    return [(term, value) for term, value in rows if value or term == "När"]


def _asked(site: Site) -> Markup | str:
    contact = next((one for one in site.register.municipality.contacts if one.email), None)
    if contact is None or contact.email is None:
        return NO_SIGN_UP
    return Markup("{} Fråga {}: {}").format(NO_SIGN_UP, contact.function.lower(), mailbox(contact.email))


def mailbox(address: str) -> Markup:
    """Give a mail address as a link that writes to it."""
    return views.link(f"mailto:{address}", address)
