"""Laws of the municipality's own words in running sentences: they stand everywhere, and in nothing that is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from loftet.exports import all_files
from loftet.exports.source import Source
from loftet.facts import AsOf
from loftet.facts.labels import NOUNS
from loftet.facts.own_words import OwnWords
from loftet.loading import load
from loftet.model.base import Entity, Record
from loftet.model.place import Label, Municipality
from loftet.model.register import KINDS, Kind, Register
from loftet.model.words.follow_ups import Reason
from loftet.model.words.organisation import LawPart
from loftet.pages import all_pages
from loftet.pages.accessibility import GENERATOR
from loftet.pages.proved import proved
from loftet.pages.site import Page, Site, plain_text
from loftet.wording import Noun, first_upper
from made_registers import TODAY

EXEMPELBY = Path(__file__).parents[1] / "site_data"
EVERYDAY = "ord"
OURS = [noun for name, noun in NOUNS.items() if name != EVERYDAY]
FORMS = sorted(
    {form for one in OURS for form in (one.singular, one.definite, one.plural, one.definite_plural)},
    key=len,
    reverse=True,
)
OUR_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(FORMS)})s?(?![\w/-])", re.IGNORECASE)
LONG = [one.singular.rstrip("e") for one in OURS if len(one.singular) >= 8]
COMPOUND = re.compile(rf"(?<![\w/-])\w*(?:{'|'.join([*LONG, 'åtgärd', 'löfte'])})\w*", re.IGNORECASE)
"""A word with one of ours in it. Short ones (”ord”, ”part”) stand inside words that have nothing to do with them."""
SPOKEN = re.compile(r'\b(?:aria-label|alt|title)="([^"]*)"|<title>(.*?)</title>')


def own(noun: Noun, place: int) -> Noun:
    """Give a made-up noun for one of ours, of the other gender."""
    stem = f"kval{chr(ord('a') + place)}"
    ending = "n" if noun.neuter else "t"
    return Noun(f"{stem}e", f"{stem}e{ending}", f"{stem}er", f"{stem}erna", not noun.neuter)


OWN = {noun.singular: own(noun, place) for place, noun in enumerate(NOUNS.values())}


@cache
def pages() -> tuple[Page, ...]:
    """Draw Exempelby with none of our words in its data and another word for every one of them."""
    register, unread = load(EXEMPELBY)
    assert not unread
    site = Site(AsOf(renamed(scrubbed(register)), TODAY), TODAY)
    return tuple(all_pages(site))


def scrubbed(register: Register) -> Register:
    cleaned: list[tuple[Kind, Entity]] = [(kind, clean(record)) for kind, record in register.everything()]
    gathered: dict[str, dict[str, Entity]] = {kind.field: {} for kind in KINDS}
    for kind, record in cleaned:
        gathered.setdefault(kind.field, {})[record.id] = record
    municipality = next(one for _, one in cleaned if isinstance(one, Municipality))
    return replace(
        register.holding({kind.field: gathered[kind.field] for kind in KINDS}), municipality=municipality
    )


def clean(value: Any) -> Any:  # Any: whatever a record holds, given back as the same kind of thing
    """Give a value of a record with each of our words in its texts put out of the way."""
    if isinstance(value, Record):
        return value.model_copy(
            update={name: clean(getattr(value, name)) for name in type(value).model_fields}
        )
    if isinstance(value, tuple):
        return type(value)(clean(one) for one in value)
    if type(value) is str:
        return COMPOUND.sub("xx", OUR_WORD.sub("xx", value))
    return value


def renamed(register: Register) -> Register:
    labels = {
        name: Label.model_validate(
            {
                "singular": one.singular,
                "bestämd": one.definite,
                "plural": one.plural,
                "bestämd_plural": one.definite_plural,
                "ett_ord": "ja" if one.neuter else "nej",
            }
        )
        for name, one in OWN.items()
    }
    return replace(register, municipality=register.municipality.model_copy(update={"labels": labels}))


QUOTED = re.compile("|".join(re.escape(word) for word in sorted(Reason, key=len, reverse=True)))
"""Words of a closed list that stand as the editor chose them, with a thing's reason."""
PROGRAM = f"{GENERATOR} {proved().version}"
"""The program's own name, which the accessibility statement gives with its version."""
DONE = {"åtgärdat", "åtgärdad", "åtgärdade", "åtgärdas", "åtgärda"}
"""What is said of a stop that has been seen to: a verb, and no name of a thing."""
ADDRESS = re.compile(r"https://[^\s\"<]+")
CODE = re.compile(r"<code>[^<]*</code>")
"""What stands in the site's files, the same in every municipality, so that programs can read them."""
LAW = "lagen/"
"""The page that says the law's own words, which are not the municipality's to change."""


def ours_in(text: str) -> Iterator[str]:
    """Give each of our words that a text still says, with what stands around it."""
    text = QUOTED.sub("", text).replace(PROGRAM, "")
    for found in OUR_WORD.finditer(text):
        yield text[max(found.start() - 40, 0) : found.end() + 30]


def spoken(page: Page) -> str:
    """Give all that a page says: its text, what its pictures and controls are called, its title and description."""
    named = " | ".join(one or two for one, two in SPOKEN.findall(page.body))
    feed = page.feed.title if page.feed else ""
    return " | ".join(
        (
            plain_text(CODE.sub("", page.body)),
            plain_text(named),
            page.title,
            page.menu,
            page.description,
            feed,
        )
    )


def test_no_page_says_a_word_that_the_municipality_has_replaced() -> None:
    """Headings, sentences, lists, labels of drawings: every one of them, in every inflection."""
    told = {page.address: list(ours_in(spoken(page))) for page in pages() if page.address != LAW}
    assert {address: found for address, found in told.items() if found} == {}


def test_our_sentences_hide_no_word_in_a_compound() -> None:
    """”Åtgärdsplan” would keep our word where the municipality has another: our own sentences say it in two words."""
    told = {
        word
        for page in pages()
        if page.address != LAW
        for found in COMPOUND.finditer(spoken(page))
        if (word := found.group().lower().rstrip("0123456789")) not in {*DONE, *FORMS}
    }
    assert told == set()


def test_no_feed_or_calendar_says_a_word_that_the_municipality_has_replaced() -> None:
    """Who follows in a reader or a calendar meets the same words as on the pages."""
    told = {address: list(ours_in(ADDRESS.sub("", text))) for address, text in followed().items()}
    assert len(told) > 20
    assert {address: found for address, found in told.items() if found} == {}


def followed() -> dict[str, str]:
    """Give what every feed and calendar says, with the broken lines of calendars put together."""
    register, _ = load(EXEMPELBY)
    files = all_files(Source(AsOf(renamed(scrubbed(register)), TODAY), TODAY, "https://byn.example/"))
    return {
        address: unescape(data.decode().replace("\r\n ", ""))
        for address, data in files
        if address.startswith(("floden/", "kalender/"))
    }


def test_the_law_page_keeps_only_the_laws_own_words() -> None:
    """What the law calls its parts is quoted; all around it is in the municipality's words."""
    (law,) = [page for page in pages() if page.address == LAW]
    text = spoken(law)
    for quoted in (*(part.meaning for part in LawPart if part.meaning), *map(first_upper, LawPart), *LawPart):
        text = text.replace(quoted, "")
    assert list(ours_in(text)) == []


def test_a_status_agrees_with_the_municipalitys_word() -> None:
    """Försenat åtagande is försenad when the own word is an en-word, and försenad åtgärd försenat when an ett-word."""
    said = {page.address: plain_text(page.body) for page in pages()}
    method = said["sa-raknar-vi/"]
    acts, duties = (method.partition(f"Ord om {OWN[name].plural}")[2] for name in ("åtgärd", "åtagande"))
    assert acts.index("genomfört") < acts.index("försenat Sista dagen")
    assert duties.index("uppfylld ") < duties.index("försenad Sista dagen")
    assert "1 delvis uppfylld, 1 inte uppfylld" in said["loften/lofte-7/"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ingen åtgärd är försenad.", "Inget arbete är försenat."),
        ("En av åtgärderna pågår.", "Ett av arbetena pågår."),
        ("Den senaste publicerade uppföljningen", "Det senaste publicerade bokslutet"),
        ("Ett löfte har flera åtaganden.", "En plan har flera insatser."),
        ("löftets väg, åtgärdernas tid", "planens väg, arbetenas tid"),
        ("Styrdokument", "Rättesnören"),
        ("Inget styrdokument är publicerat.", "Inget rättesnöre är publicerat."),
        ("Ordet åtgärdsplan och x-åtgärd står kvar.", "Ordet åtgärdsplan och x-åtgärd står kvar."),
    ],
)
def test_the_words_around_a_noun_follow_its_gender(ours: str, theirs: str) -> None:
    """Article, determiner and predicate agree; compounds are other words and stay."""
    chosen = {
        "åtgärd": Noun("arbete", "arbetet", "arbeten", "arbetena", True),
        "åtagande": Noun("insats", "insatsen", "insatser", "insatserna", False),
        "löfte": Noun("plan", "planen", "planer", "planerna", False),
        "uppföljning": Noun("bokslut", "bokslutet", "bokslut", "boksluten", True),
        "styrdokument": Noun("rättesnöre", "rättesnöret", "rättesnören", "rättesnörena", True),
    }
    own = OwnWords(tuple((NOUNS[name], noun) for name, noun in chosen.items()))
    assert own(ours) == theirs


def test_what_is_quoted_is_never_said_in_other_words() -> None:
    """A title, a wording and an address keep our word when the editor has written it."""
    register, unread = load(EXEMPELBY)
    assert not unread
    site = Site(AsOf(renamed(register), TODAY), TODAY)
    quoted = [own.text for promise in site.register.promises.values() for own in promise.commitments]
    told = {page.title for page in all_pages(site)}
    assert [one for one in quoted if one not in told] == []
