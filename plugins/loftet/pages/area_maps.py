"""The map of an area: its outline and the stops of walks in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from loftet.geo import geojson
from loftet.geo.coordinates import Point
from loftet.maps.scene import Scene
from loftet.model.place import Area
from loftet.model.walk import Observation, SafetyWalk
from loftet.pages.site import Site
from loftet.pages.walk_maps import places
from loftet.problems import DataError


def area_scene(
    site: Site,
    here: str,
    area: Area,
    walks: Sequence[SafetyWalk],
    lies_here: Callable[[SafetyWalk, Observation], bool],
) -> Scene:
    """Give the map of an area for the page at `here`: the stops that lie in it, its outline, the ground."""
    return Scene(
        id=f"omrade-{area.id}",
        title=f"Karta över {area.name}",
        description="",
        places=tuple(places(site, here, walks, lies_here)),
        boundary=outline(site, area),
        ground=site.ground,
        service=site.register.municipality.map_service,
    )


def outline(site: Site, area: Area) -> tuple[tuple[Point, ...], ...]:
    """Give the outer lines of an area; none without a readable file (the judges tell of a faulty one)."""
    data = site.register.maps.get(area.geometry or "")
    if data is None or area.geometry is None:
        return ()
    try:
        features = geojson.read(data, area.geometry)
    except DataError:
        return ()
    rings = [part[0] for one in features if one.form is geojson.Form.POLYGON for part in one.parts]
    return tuple(tuple(Point(lat, lon) for lon, lat in ring) for ring in rings)
