"""The maps of walks: what they show, and the files they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from loftet import addresses
from loftet.facts.stops import stop_standing
from loftet.facts.walks import Seen
from loftet.geo.positions import point_of
from loftet.maps import assets, interactive, points
from loftet.maps.figure import figure
from loftet.maps.picture import svg
from loftet.maps.scene import Place, Scene
from loftet.model.walk import Observation, SafetyWalk
from loftet.model.words.places import PlacePrecision
from loftet.pages.site import Site
from loftet.pages.walk_words import stop_word, summary, walk_name


def walk_scene(site: Site, here: str, walk: SafetyWalk) -> Scene:
    """Give the map of one walk for the page at `here`: its stops in the list's order, its route, the ground."""
    return Scene(
        id=f"vandring-{walk.id}",
        title=site.own("Karta över vandringen") + f" {walk_name(walk)}",
        description="",
        places=tuple(_place(site, here, walk, stop, number) for number, stop in enumerate(walk.stops, 1)),
        route=site.routes.get(walk.id, ()),
        ground=site.ground,
        service=site.register.municipality.map_service,
    )


def all_walks_scene(site: Site, here: str, walks: Sequence[SafetyWalk]) -> Scene:
    """Give the map of every stop of every walk for the page at `here`; what it shows can be chosen in it."""
    return Scene(
        id="vandringar",
        title=site.own("Karta över alla stopp på alla vandringar"),
        description=site.own("Varje stopp leder till sin plats i vandringens lista."),
        places=tuple(places(site, here, walks)),
        ground=site.ground,
        service=site.register.municipality.map_service,
        choosable=True,
    )


def stops_scene(site: Site, here: str, name: str, title: str, stops: Sequence[Seen]) -> Scene:
    """Give the map of some stops of several walks for the page at `here`."""
    chosen, walks = {id(stop) for _, stop in stops}, {walk.id: walk for walk, _ in stops}
    found = places(site, here, walks.values(), lambda _walk, stop: id(stop) in chosen)
    return Scene(
        id=name,
        title=title,
        description="",
        places=tuple(found),
        ground=site.ground,
        service=site.register.municipality.map_service,
    )


def categories_of(stop: Observation) -> tuple[str, ...]:
    """Give the categories of a stop as they are compared: in small letters, each once."""
    return tuple(dict.fromkeys(one.casefold() for one in stop.categories))


def _all(_walk: SafetyWalk, _stop: Observation) -> bool:
    return True


def places(
    site: Site,
    here: str,
    walks: Iterable[SafetyWalk],
    wanted: Callable[[SafetyWalk, Observation], bool] = _all,
) -> Iterator[Place]:
    """Give the stops of several walks that have a position and are wanted, each named with its walk."""
    for walk in walks:
        for number, stop in enumerate(walk.stops, 1):
            if stop.position and wanted(walk, stop):
                place = _place(site, here, walk, stop, number)
                title = f"{stop.place} ({walk_name(walk)})"
                yield replace(place, id=f"{walk.id}-{place.id}", number="", title=title)


def _place(site: Site, here: str, walk: SafetyWalk, stop: Observation, number: int) -> Place:
    standing = stop_standing(site.as_of, walk, stop)
    return Place(
        id=addresses.stop_anchor(stop) or f"plats-{number}",
        number=stop.number or "",
        title=stop.place,
        lines=stop.seen,
        status_word=stop_word(walk, standing),
        shape=standing.status.shape,
        tone=standing.status.tone,
        href=site.link(here, addresses.stop(walk, stop)) or "",
        position=point_of(stop.position) if stop.position else None,
        precision=stop.position.precision if stop.position else PlacePrecision.POINT,
        kind=standing.status.neuter,
        categories=categories_of(stop),
    )


def walk_picture(site: Site, walk: SafetyWalk) -> Markup:
    """Give the picture of a walk's map, drawn once for its page and for where the walk is shared; "" without any."""
    if walk.id not in site.walk_pictures:
        site.walk_pictures[walk.id] = svg(walk_scene(site, addresses.of(walk), walk))
    return site.walk_pictures[walk.id]


def map_figure(scene: Scene, here: str, picture: Markup | None = None) -> Markup | None:
    """Give the figure of a scene for the page at `here`, with its picture where that is drawn already.

    None when nothing of it has a position.
    """
    return figure(scene, addresses.href(here, addresses.START), picture) if scene.drawable else None


def map_files(scene: Scene) -> dict[str, bytes]:
    """Give the files that a scene's figure asks for, by address: its script, its points and what all maps share."""
    if not scene.drawable:
        return {}
    own = {f"{scene.id}.js": interactive.script(scene), f"{scene.id}.geojson": points.geojson(scene)}
    return {**shared_files(), **{f"kartor/{name}": data for name, data in own.items()}}


def shared_files() -> dict[str, bytes]:
    """Give what every map shares, by address: the style sheet, the loader and Leaflet."""
    return {f"kartor/{name}": data for name, data in assets.files().items()}


def map_picture(site: Site, here: str, walk: SafetyWalk, there: str) -> Markup:
    """Give a walk's map for another page: the picture with its sentence and the way to the walk, at `there`.

    The interactive map stays on the walk's own page, where its list of places is.
    """
    scene = walk_scene(site, here, walk)
    said = Markup('{} <a href="{}">{}: läs om varje stopp</a>').format(
        summary(site, walk), there, walk_name(walk)
    )
    if not scene.drawable:
        return Markup("<p>{}</p>").format(said)
    return still_figure(scene, here, said)


def still_figure(scene: Scene, here: str, said: str) -> Markup:
    """Give the picture of a drawable scene with a caption, without the interactive map."""
    sheet = addresses.href(here, addresses.START) + "kartor/karta.css"
    return Markup(
        '<figure class="lo-karta"><link rel="stylesheet" href="{}">{}'
        '<figcaption class="lo-karta__caption">{}</figcaption></figure>'
    ).format(sheet, svg(scene), said)
