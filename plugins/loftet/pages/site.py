"""What every page is drawn from, and what a drawn page is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import unescape

from markupsafe import Markup

from loftet import addresses
from loftet.facts import AsOf
from loftet.facts.histories import Turn, histories
from loftet.facts.labels import noun
from loftet.facts.own_words import OwnWords, own_words
from loftet.facts.places import NamedPlace, places
from loftet.facts.routes import routes
from loftet.facts.silence import data_as_of, next_follow_up
from loftet.facts.subjects import Subject
from loftet.geo.coordinates import Point
from loftet.maps.ground import Ground
from loftet.model.base import Entity
from loftet.model.register import KIND_BY_TYPE, Register
from loftet.originals import Original, originals
from loftet.pages.grounds import ground_of
from loftet.pages.meanings import Meanings
from loftet.pages.rendering import environment
from loftet.pages.synonyms import Synonyms
from loftet.pictures.gallery import Photo, gallery
from loftet.wording import Noun, date_text

GROUPS = ("grund", "loften", "vandringar", "uppfoljning", "oppnadata")
"""Groups of pages; each is handed to MkDocs by a plugin of its own and can be left out."""

_GROUP_OF = {
    "loften": "loften",
    "atgarder": "loften",
    "vandringar": "vandringar",
    "uppfoljningar": "uppfoljning",
    "nytt": "uppfoljning",
    "rattelser": "uppfoljning",
    "ar": "uppfoljning",
    "oppna-data": "oppnadata",
    "data": "oppnadata",
    "floden": "oppnadata",
    "kalender": "oppnadata",
}


@dataclass(frozen=True)
class Masking:
    """Why something that was published is masked, when and by which function; never what. And in which editions."""

    why: str
    day: date
    function: str
    edition_ids: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Site:
    """Everything that pages are drawn from: what is known as of a day, the day of the build, the groups drawn.

    `editions` are the frozen bodies of published follow-ups by id: what was published is never drawn anew. `years`
    are those whose pages have been published: they are drawn even when nothing is of that year any longer.
    `accent` tells whether the municipality has a colour of its own, which then stands in assets/accent.css.
    `maskings` are all that has been masked in what was published, oldest first. `undecided` are the follow-ups that
    are drawn for the parties before the meeting; on a published site there are none.
    """

    as_of: AsOf
    built: date
    groups: frozenset[str] = frozenset(GROUPS)
    root: str = ""
    editions: Mapping[str, str] = field(default_factory=dict)
    years: frozenset[str] = frozenset()
    accent: bool = False
    maskings: tuple[Masking, ...] = ()
    undecided: frozenset[str] = frozenset()

    @property
    def register(self) -> Register:
        """Give the register as the public may see it."""
        return self.as_of.public

    def link(self, here: str, there: str) -> str | None:
        """Give the relative link from one address to another; None when that page is not drawn on this site."""
        folder = there.partition("#")[0].partition("/")[0]
        if _GROUP_OF.get(folder, "grund") not in self.groups:
            return None
        return addresses.href(here, there)

    def noun(self, name: str) -> Noun:
        """Give what the municipality calls a thing, named by Löftet's word or kind (see facts.labels)."""
        return noun(self.register.municipality, name)

    def noun_of(self, type: type[Entity]) -> Noun:
        """Give what the municipality calls records of a type."""
        return self.noun(KIND_BY_TYPE[type].one)

    @cached_property
    def own(self) -> OwnWords:
        """Give what says a sentence of Löftet's own in the municipality's words; never used on what is quoted."""
        return own_words(self.register.municipality)

    def file_of(self, record: Entity) -> str:
        """Give the editor's file in which a record is written."""
        return self.register.location(KIND_BY_TYPE[type(record)], record).file

    @cached_property
    def ground(self) -> Ground | None:
        """Give the ground under every map, read once; None when the editor has none."""
        return ground_of(self.register)

    @cached_property
    def routes(self) -> Mapping[str, tuple[Point, ...]]:
        """Give the routes that may be shown, by the walk's id; made once for all pages and pictures."""
        return routes(self.register)

    @cached_property
    def walk_pictures(self) -> dict[str, Markup]:
        """Keep the pictures of walks that are drawn already, by the walk's id: see `walk_maps.walk_picture`."""
        return {}

    @cached_property
    def places(self) -> tuple[NamedPlace, ...]:
        """Give every street and place that is named, found once."""
        return places(self.as_of)

    @cached_property
    def histories(self) -> Mapping[Subject, tuple[Turn, ...]]:
        """Give what has changed about each thing, newest first; gathered once for all pages."""
        return histories(self.as_of)

    @cached_property
    def meanings(self) -> Meanings:
        """Give the glossary's words in all their forms."""
        return Meanings(self.register.glossary)

    @cached_property
    def synonyms(self) -> Synonyms:
        """Give the other words for what the glossary explains."""
        return Synonyms.of(self.register.glossary.values())

    @cached_property
    def photos(self) -> Mapping[str, Photo]:
        """Give the photos that may be shown, by the name of the editor's file."""
        return gallery(self.register)

    @cached_property
    def originals(self) -> Mapping[str, Original]:
        """Give the originals that are kept with the site, by the name of the editor's file."""
        return originals(self.register)

    @cached_property
    def holds_as_of(self) -> str:
        """Say which day the site's figures hold for."""
        day = data_as_of(self.as_of)
        return date_text(day) if day else self.own("ingen uppföljning är publicerad ännu")

    @cached_property
    def next_words(self) -> str:
        """Say when the next follow-up comes, as exactly as it is known."""
        following = next_follow_up(self.as_of)
        if following.when:
            return (
                following.when.words
                if following.when.first != following.when.last
                else date_text(following.when.last)
            )
        if following.due and following.due < self.as_of.today:
            return f"skulle ha kommit senast {date_text(following.due)}"
        if following.due:
            return f"senast {date_text(following.due)} enligt utlovad rytm"
        return "inget datum är angivet"

    def render(self, template: str, here: str, **values: object) -> str:
        """Draw a template for the page at an address; `link(there)` in it gives links from that page."""
        return (
            environment(self.own)
            .get_template(f"pages/{template}.html.jinja")
            .render(
                here=here,
                link=lambda there: self.link(here, there),
                site=self,
                municipality=self.register.municipality,
                address=addresses,
                **values,
            )
        )


@dataclass(frozen=True)
class Heading:
    """A heading with an anchor, for the table of contents."""

    level: int
    id: str
    title: str


@dataclass(frozen=True)
class Share:
    """The picture that stands beside a shared link to a page: its address, and what it says in words."""

    address: str
    words: str


@dataclass(frozen=True)
class FeedLink:
    """A feed that a page's head points to: what it is called, and its address."""

    title: str
    address: str


@dataclass(frozen=True)
class Version:
    """A page in one language (`sv-simple` is plain Swedish): its code, what the language calls itself, its address."""

    code: str
    name: str
    address: str
    right_to_left: bool = False


@dataclass(frozen=True)
class SearchEntry:
    """What the search says of a page or a part of it: where, its title, kind and status, a text, other words for it."""

    address: str
    title: str
    kind: str = ""
    text: str = ""
    also: str = ""


@dataclass(frozen=True)
class Page:
    """A page ready to be put in a shell: its address, its bare HTML body and what search and menu say of it.

    `body` starts with its own h1. `files` are written beside it (address → bytes). `search_text` is a brief
    text, not the whole body, so that the index stays small. `versions` are the page in each of its languages,
    its own among them; `frame` is what the shell says of it in another language than Swedish.
    """

    address: str
    title: str
    body: str
    description: str = ""
    search_text: str = ""
    menu: str = ""
    source: str | None = None
    listed: bool = True
    files: Mapping[str, bytes] = field(default_factory=dict)
    share: Share | None = None
    feed: FeedLink | None = None
    structured: str = ""
    language: str = "sv"
    right_to_left: bool = False
    versions: tuple[Version, ...] = ()
    frame: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[SearchEntry, ...] = ()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Give the h2 and h3 of the body that have an anchor."""
        return tuple(
            Heading(int(level), unescape(id), plain_text(inner))
            for level, id, inner in _HEADING.findall(self.body)
        )


_HEADING = re.compile(r'<h([23])\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


def plain_text(html: str) -> str:
    """Give the text of a piece of our own HTML: what is hidden from screen readers and every tag left out."""
    shown = re.sub(r'<(\w+)[^>]*aria-hidden="true"[^>]*>.*?</\1>', "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", shown))).replace("\u00ad", "").strip()
