"""What a map shows: places with their status, the route, the boundary and the ground under them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from loftet.geo.coordinates import Point
from loftet.geo.precision import coarsened
from loftet.maps.ground import Ground
from loftet.model.place import MapService
from loftet.model.words.places import PlacePrecision

ID = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
LINK = re.compile(r"(https?:|(?![a-z][a-z0-9+.-]*:))[^\x00-\x20]*", re.IGNORECASE)


def css_word(word: str) -> str:
    """Give a word as it may stand in a class name: letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9-]", "", word.lower().translate(str.maketrans("åäö", "aao")))


@dataclass(frozen=True)
class Place:
    """One place on a map, with the words that the list beside the map says of it.

    `id` is the anchor of the place on its page (`stopp-4`) and its id in the GeoJSON; `number` is what
    stands beside its symbol ("4", or "" when the place has none). `shape` and `tone` come from
    the status (`loftet.model.statuses`), `status_word` is how it is said ("pågår"). `lines` are short plain
    texts for the popup. `kind` is the status without its date ("väntar"); it and `categories` are what
    places are chosen by. `href` leads to the place's own words: relative to the page, or http(s).
    `position` is None when only the words are known: then the place stands in the list alone.
    """

    id: str
    number: str
    title: str
    lines: tuple[str, ...]
    status_word: str
    shape: str
    tone: str
    href: str
    position: Point | None
    precision: PlacePrecision = PlacePrecision.POINT
    kind: str = ""
    categories: tuple[str, ...] = ()

    @property
    def shown(self) -> Point | None:
        """Give the position as exactly as its class lets it be published; None when there is none."""
        return self.position and coarsened(self.position, self.precision)

    @property
    def name(self) -> str:
        """Say the place in one line: number, title and status."""
        number = f"{self.number}. " if self.number else ""
        status = f": {self.status_word}" if self.status_word else ""
        return f"{number}{self.title}{status}"

    @property
    def link(self) -> str:
        """Give the link, or "" when it is not a relative or http(s) one."""
        return self.href if LINK.fullmatch(self.href) else ""


@dataclass(frozen=True)
class Scene:
    """One map: what the picture, the interactive map and the point file are all made from.

    `id` names the files and every element (`vandring-vista-2025`): the kind and the record's own id, unchanged.
    `description` says in a sentence or two what the picture shows. `route` is a walk's line, already
    cropped; `boundary` the outlines of an area, each a line of points. `attribution` is the source
    of the ground, shown in the picture; "" takes the ground's own. With `choosable` the open map can be
    narrowed to some statuses and categories. `service` is a map of a server of the municipality's choice,
    fetched only for those who choose it.
    """

    id: str
    title: str
    description: str
    places: tuple[Place, ...]
    route: tuple[Point, ...] = ()
    boundary: tuple[tuple[Point, ...], ...] = ()
    ground: Ground | None = None
    attribution: str = ""
    choosable: bool = False
    service: MapService | None = None

    def __post_init__(self) -> None:
        """Refuse an id that could not name a file, an element and a variable."""
        if not ID.fullmatch(self.id):
            raise ValueError(f"a map's id is made of a kind and a record's id, not {self.id!r}")

    @cached_property
    def located(self) -> tuple[tuple[Place, Point], ...]:
        """Give the places that can be drawn, each with its published position, in the list's order."""
        return tuple((place, shown) for place in self.places if (shown := place.shown))

    @property
    def drawable(self) -> bool:
        """Tell whether there is anything to draw a map of."""
        return bool(self.located or self.boundary) or len(self.route) > 1

    @property
    def source(self) -> str:
        """Give the attribution to show, "" when the map has no ground."""
        return self.attribution or (self.ground.attribution if self.ground else "")
