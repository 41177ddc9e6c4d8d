"""The pages of parties: what each has signed, answers for and reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from loftet import addresses
from loftet.facts.accounts import reporting, wholes
from loftet.model.follow_up import FollowUp
from loftet.model.place import Party, PartyName
from loftet.model.promise import Measure, Promise
from loftet.model.words.organisation import PartyType
from loftet.model.words.promises import PartyRole
from loftet.pages import marks, views
from loftet.pages.alphabet import swedish_key
from loftet.pages.following import ways_to_follow
from loftet.pages.lines import Line, follow_up_line, line, promise_line, stop_line
from loftet.pages.long_lists import LongLists
from loftet.pages.records import Group, Sheet, overview, record_page, stated
from loftet.pages.site import Page, Site
from loftet.pages.tallies import Pair, all_pairs, tally_of_commitments, tally_of_measures
from loftet.wording import and_list, first_upper, period_text

_LEAD = (
    "Här ser du vilka som är med: de som har skrivit på ett löfte, de som gör något och de som hjälper till. "
    "Välj en av dem så ser du vad den har lovat och hur det går."
)
_EMPTY = "Ingen part är publicerad ännu."


def parties(site: Site) -> Iterator[Page]:
    """Draw the list of parties and a page for each: signatories first, then the others by name."""
    signed = [one for one in _in_order(site) if _signs(site, one)]
    others = [one for one in _in_order(site) if not _signs(site, one)]
    here = addresses.PARTIES
    groups = [
        Group([_line(site, here, one) for one in signed], "Har skrivit under löften", "undertecknare"),
        Group([_line(site, here, one) for one in others], "Andra som är med", "andra"),
    ]
    yield from overview(site, here, "Parter", _LEAD, groups, _EMPTY)
    for party in (*signed, *others):
        yield from _pages(site, party, [*signed, *others])


def _in_order(site: Site) -> list[Party]:
    return sorted(site.register.parties.values(), key=lambda one: swedish_key(one.name))


def _signs(site: Site, party: Party) -> bool:
    return any(
        one.party == party.id and one.role is PartyRole.SIGNS
        for promise in site.register.promises.values()
        for one in promise.parties
    )


def _line(site: Site, here: str, party: Party) -> Line:
    roles = len(_promises(site, party))
    parts = [
        site.noun("löfte").counted(roles) if roles else "",
        site.noun("åtagande").counted(answers) if (answers := len(_commitments(site, party))) else "",
        site.noun("åtgärd").counted(acts) if (acts := len(_measures(site, party))) else "",
    ]
    fact = and_list(part for part in parts if part)
    existed = f"Fanns {period_text(party.existed)}" if party.existed else None
    return line(site, here, party, f"{_kind(site, party)}{f': {fact}' if fact else ''}", existed)


def _kind(site: Site, party: Party) -> str:
    """Name the kind of party, alone before what it does: ”annan” says nothing there."""
    return site.own("Annan part") if party.type is PartyType.OTHER else first_upper(party.type.value)


def _promises(site: Site, party: Party) -> list[Promise]:
    named = [
        one for one in site.register.promises.values() if any(own.party == party.id for own in one.parties)
    ]
    answering = [promise for promise, _ in _commitments(site, party)]
    return list({one.id: one for one in (*named, *answering)}.values())


def _commitments(site: Site, party: Party) -> list[Pair]:
    return [pair for pair in all_pairs(site) if party.id in pair[1].responsible]


def _measures(site: Site, party: Party) -> list[Measure]:
    return [one for one in site.register.measures.values() if party.id in one.responsible]


def _helped(site: Site, party: Party) -> list[Measure]:
    return [one for one in site.register.measures.values() if party.id in one.contributors]


def _pages(site: Site, party: Party, series: Sequence[Party]) -> Iterator[Page]:
    here = addresses.of(party)
    long = LongLists(site, here, party.name)
    reported, silent = _reported(site, party)
    parts: dict[str, object] = {
        "names": [name_words(one) for one in party.names],
        "promises": long.first(
            "loften",
            "Roll i löftena",
            [promise_line(site, here, one, _role(site, one, party)) for one in _promises(site, party)],
        ),
        "signs": _signs(site, party),
        "commitments": tally_of_commitments(site, here, _commitments(site, party)).shown(
            long, "ataganden", "Åtaganden"
        ),
        "measures": tally_of_measures(site, here, _measures(site, party)).shown(long, "atgarder", "Åtgärder"),
        "helped": long.first(
            "medverkar",
            "Medverkar i andras åtgärder",
            [marks.measure_item(site, here, one) for one in _helped(site, party)],
        ),
        "stops": long.first("stopp", "Platser som parten äger", _stops(site, here, party)),
        "reported": long.first(
            "rapporterat",
            "Rapporterade i de här uppföljningarna",
            [follow_up_line(site, here, one) for one in reported],
        ),
        "silent": long.first(
            "inte-rapporterat", "Rapporterade inte", [follow_up_line(site, here, one) for one in silent]
        ),
        "contacts": [views.contact_view(party.contact, party.name)] if party.contact else [],
        "follow": ways_to_follow(site, here, party),
    }
    yield record_page(site, "party", Sheet(party, party.text, _facts(site, long, party), parts), series)
    yield from long.pages()


def name_words(name: PartyName) -> str:
    """Give another name with when it held and who uses it: ”RTS (används av polisen)”."""
    beside = [
        period_text(name.period) if name.period else "",
        f"används av {name.used_by}" if name.used_by else "",
    ]
    told = ", ".join(part for part in beside if part)
    return f"{name.name} ({told})" if told else name.name


def _facts(site: Site, long: LongLists, party: Party) -> list[tuple[str, object]]:
    here = long.address
    whole = site.register.parties.get(party.part_of or "")
    units = [one for one in _in_order(site) if one.part_of == party.id]
    bodies = [
        one
        for one in site.register.bodies.values()
        if any(member.party == party.id for member in one.members)
    ]
    return stated(
        [
            ("Slag", party.type.value),
            ("Kallas", party.short),
            ("Ingår i", views.record_link(site, here, whole, whole.name) if whole else None),
            ("Hit hör", long.named("hit-hor", "Hit hör", units)),
            ("Med i", long.named("med-i", "Med i", bodies)),
            ("Fanns", period_text(party.existed) if party.existed else None),
            ("Webbplats", _website(party)),
        ]
    )


def _website(party: Party) -> Markup | None:
    return views.link(party.website, party.website) if party.website else None


def _role(site: Site, promise: Promise, party: Party) -> str:
    own = [one for one in promise.parties if one.party == party.id]
    if not own:
        return site.own("Ansvarar för åtaganden utan att stå bland parterna.")
    roles = and_list(one.role.value for one in own)
    functions = and_list(one.function for one in own if one.function)
    return f"Roll: {roles}{f' ({functions})' if functions else ''}."


def _stops(site: Site, here: str, party: Party) -> list[Line]:
    return [
        stop_line(site, here, walk, stop)
        for walk in site.register.walks.values()
        for stop in walk.stops
        if stop.owner == party.id
    ]


def _reported(site: Site, party: Party) -> tuple[list[FollowUp], list[FollowUp]]:
    """Give the follow-ups that a party reported in, itself or through a part of it, and those it owed and did not."""
    reported, silent = [], []
    for told in reversed(site.as_of.follow_ups):
        account = reporting(site.as_of, told)
        if any(party.id in wholes(site.register, id) for id in account.reported):
            reported.append(told)
        elif account.absent and party.id in account.absent:
            silent.append(told)
    return reported, silent
