"""*Så räknar vi*: every word that a reader meets with its meaning, and each way of counting with a worked example.

The examples are made by the functions that make the pages, so that they can never say anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from loftet import addresses
from loftet.facts import Said
from loftet.facts.comparison import Comparison, TimeFrame, compare, whole_percent
from loftet.facts.progress import progress_of_measures
from loftet.facts.silence import one_period_after, silence
from loftet.facts.status import COMMITMENT_WORDS, MEASURE_WORDS
from loftet.geo.precision import RADIUS_OF
from loftet.model import statuses
from loftet.model.base import Cadence
from loftet.model.dates import fuzzy_date, period
from loftet.model.follow_up import FollowUp
from loftet.model.promise import Goal
from loftet.model.words import follow_ups, knowledge, organisation, places, promises, walks
from loftet.model.words.word import Word
from loftet.pages import marks, views
from loftet.pages.long_lists import NAMED
from loftet.pages.site import Page, Site
from loftet.pages.told_comparisons import comparison_view
from loftet.wording import date_text, first_upper, number, percent_in_words

_TEXT = (
    "Vad orden betyder och hur vi räknar: när något är försenat, när en uppföljning saknas, vad som jämförs."
)
_SAID, _COMPUTED = "Sägs i en uppföljning.", "Räknas ut."

_STATUSES: tuple[tuple[str, str, str, type[statuses.Status]], ...] = (
    ("lista-atgarder", "Åtgärder", "Det som någon gör för att hålla ett löfte.", statuses.MeasureStatus),
    ("lista-ataganden", "Åtaganden", "Det som har lovats.", statuses.CommitmentStatus),
    ("lista-mal", "Mål", "Det som ska ha nåtts, ofta ett tal.", statuses.GoalStatus),
    (
        "lista-stopp",
        "Stopp på en trygghetsvandring",
        "Platser där de som gick stannade.",
        statuses.StopStatus,
    ),
    ("lista-loften", "Löften", "Hela löftet, från underskrift till slut.", statuses.Lifecycle),
)

_LISTS: tuple[tuple[str, type[Word]], ...] = (
    ("Vad en part gör i ett löfte", promises.PartyRole),
    ("Slag av mål", promises.GoalKind),
    ("Vem en åtgärd riktas till", promises.PreventionLevel),
    ("Önskad riktning", knowledge.Direction),
    ("Varför ett tal inte visas", knowledge.MissingValue),
    ("Hur de som svarade valdes", knowledge.Selection),
    ("Hur en dialog gick till", knowledge.DialogueForm),
    ("Vandringens skede", walks.WalkPhase),
    ("Ljuset på vandringen", walks.Light),
    ("Slag av iakttagelse på en vandring", walks.ObservationKind),
    ("Mötets skede", organisation.MeetingPhase),
    ("Uppföljningens skede", follow_ups.FollowUpPhase),
    ("Slag av orsak", knowledge.FactorKind),
    ("Var en orsak finns", knowledge.Domain),
    ("Gruppens nivå", organisation.BodyLevel),
    ("Slag av part", organisation.PartyType),
    ("Slag av område", places.AreaType),
    ("Beslut om ett löfte", promises.LifecycleEvent),
    ("Vad en sparad fil är", knowledge.SourceForm),
)

_DEADLINES = (
    "14 oktober 2025",
    "oktober 2025",
    "våren 2025",
    "sommaren 2025",
    "hösten 2025",
    "vintern 2025/2026",
    "kvartal 3 2025",
    "andra tertialet 2025",
    "första halvåret 2025",
    "2025",
)

_EXAMPLES: tuple[tuple[Mapping[str, str], Mapping[str, str]], ...] = (
    (
        {"minst": "30", "enhet": "trafikkontroller", "per": "år"},
        {"utfall": "22", "enhet": "trafikkontroller", "avser": "2025"},
    ),
    (
        {"minst": "30", "enhet": "trafikkontroller", "per": "år"},
        {"utfall": "22", "enhet": "trafikkontroller", "avser": "första halvåret 2025"},
    ),
    (
        {"minst": "4", "enhet": "besök", "per": "år"},
        {"utfall_i_ord": "flera besök", "avser": "2025"},
    ),
    ({"text": "Fler ska känna sig trygga"}, {"utfall": "71", "enhet": "procent", "avser": "2025"}),
)
"""Target and outcome as an editor writes them: comparable, another span, an outcome and a target in words."""


def method(site: Site) -> Iterator[Page]:
    """Draw *Så räknar vi*."""
    here = addresses.METHOD
    settings, rhythms = site.register.municipality.settings, _rhythms(site)
    body = site.render(
        "method",
        here,
        statuses=[_status_list(site, *one) for one in _STATUSES],
        reasons=[one.value for one in follow_ups.Reason],
        lists=[{"title": site.own(title), "words": _words(site, kind)} for title, kind in _LISTS],
        deadlines=[_deadline(text) for text in _DEADLINES],
        settings=settings,
        rhythm=_rhythm_example(settings.grace_days),
        promises=rhythms[:NAMED],
        more=len(rhythms) - NAMED,
        counted=progress_of_measures(site.as_of, site.register.measures.values()),
        comparisons=[comparison_view(_comparison(*one)) for one in _EXAMPLES],
        roundings=[_rounding(*one) for one in ((22, 30), (199, 200), (200, 200))],
        one_in_all=_one_in_all(site),
        precisions=_precisions(site),
        cite=views.cite(site, here, "Så räknar vi"),
    )
    text = site.own(_TEXT)
    yield Page(here, "Så räknar vi", body, description=text, search_text=text, menu="Så räknar vi")


def _status_list(
    site: Site, id: str, title: str, note: str, kind: type[statuses.Status]
) -> dict[str, object]:
    rows = [
        {
            "id": addresses.status_anchor(one),
            "mark": marks.mark(one, _gender(site, one)),
            "meaning": site.own(one.meaning),
            "when": site.own(_known_by(one)),
        }
        for one in kind
        if one is not statuses.Lifecycle.DRAFT
    ]
    return {"id": id, "title": site.own(title), "note": site.own(note), "rows": rows}


_SAID_OF: Mapping[type[statuses.Status], str] = {
    statuses.MeasureStatus: "åtgärd",
    statuses.CommitmentStatus: "åtagande",
    statuses.Lifecycle: "löfte",
}


def _gender(site: Site, status: statuses.Status) -> bool | None:
    """Tell the gender of what a status is said of; None where its word is not the municipality's to choose."""
    name = _SAID_OF.get(type(status))
    return site.noun(name).neuter if name else None


def _known_by(status: statuses.Status) -> str:
    """Say whether a follow-up says a status or whether it is computed."""
    said_of = {statuses.MeasureStatus: MEASURE_WORDS, statuses.CommitmentStatus: COMMITMENT_WORDS}
    may_be_said = said_of.get(type(status), frozenset())
    return _SAID if follow_ups.Assessment.forms().get(status.value) in may_be_said else _COMPUTED


def _words(site: Site, kind: type[Word]) -> list[tuple[str, str]]:
    return [(site.own(one.value), site.own(one.meaning)) for one in kind]


def _deadline(text: str) -> list[str]:
    last = fuzzy_date(text).last
    return [first_upper(text), date_text(last), date_text(last + timedelta(days=1))]


def _rhythm_example(grace: int) -> dict[str, str]:
    rhythm = Cadence.model_validate({"antal": "4", "per": "år"})
    latest = date(2025, 11, 20)
    due = one_period_after(latest, rhythm)
    return {
        "rhythm": views.cadence_text(rhythm),
        "latest": date_text(latest),
        "due": date_text(due),
        "missing": date_text(due + timedelta(days=grace + 1)),
    }


def _rhythms(site: Site) -> list[dict[str, object]]:
    """Give the promises that say how often they are followed up, with the day when the next account is due."""
    found: list[dict[str, object]] = []
    for promise in site.register.promises.values():
        quiet = silence(site.as_of, promise)
        if promise.rhythm and quiet.due:
            found.append(
                {
                    "title": promise.title,
                    "href": site.link(addresses.METHOD, addresses.of(promise)),
                    "rhythm": views.cadence_text(promise.rhythm),
                    "latest": date_text(quiet.heard) if quiet.heard else None,
                    "due": date_text(quiet.due),
                    "missing": quiet.missing,
                }
            )
    return found


def _comparison(target: Mapping[str, str], outcome: Mapping[str, str]) -> Comparison:
    told = {"id": "exempel", "gäller_per": "2025-12-31", "poster": [{"om": "exempel", **outcome}]}
    follow_up = FollowUp.model_validate(told)
    return compare(
        Goal.model_validate(target), Said(follow_up, follow_up.entries[0]), TimeFrame(period("2025"))
    )


def _rounding(part: int, whole: int) -> str:
    exact = Decimal(part) * 100 / whole
    shown = whole_percent(Decimal(part), Decimal(whole)) or 0
    return f"{part} av {whole} är {number(exact, 1)} procent. Vi skriver {percent_in_words(shown)}."


def _one_in_all(site: Site) -> dict[str, str] | None:
    """Give what one event is per 100 000 residents, for the municipality's own population."""
    residents = site.register.municipality.population
    if not residents:
        return None
    return {"population": number(residents), "rate": number(Decimal(100_000) / residents, 0)}


def _precisions(site: Site) -> list[list[str]]:
    meanings = {
        places.PlacePrecision.POINT: "Platsen är känd. Märket sitter där.",
        places.PlacePrecision.STREET: "Bara gatan är känd.",
        places.PlacePrecision.AREA: "Bara området är känt.",
    }
    return [
        [
            site.own(first_upper(one.value)),
            site.own(said) + (f" Platsen ligger inom {RADIUS_OF[one]} meter." if RADIUS_OF[one] else ""),
        ]
        for one, said in meanings.items()
    ]
