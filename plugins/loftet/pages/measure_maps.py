"""The map of a measure: the stops that it comes from, and the outlines of the areas it is done in."""

from __future__ import annotations

from loftet import addresses
from loftet.facts.by_area import WIDE
from loftet.maps.scene import Scene
from loftet.model.promise import Measure
from loftet.pages.area_maps import outline
from loftet.pages.site import Site
from loftet.pages.walk_maps import stops_scene
from loftet.wording import and_list


def measure_scene(site: Site, measure: Measure) -> Scene:
    """Give the map of a measure; it has nothing to draw when neither a stop's place nor an area's outline is known.

    Without stops the map shows the areas, but none as large as a municipality: that is no place.
    """
    here = addresses.of(measure)
    stops = stops_scene(
        site, here, f"atgard-{measure.id}", f"Karta: {measure.title}", site.as_of.stops_of(measure)
    )
    if stops.located:
        return stops
    known = (site.register.areas[id] for id in measure.area if id in site.register.areas)
    areas = [area for area in known if area.type not in WIDE]
    return Scene(
        id=stops.id,
        title=stops.title,
        description=f"Görs i {and_list([one.name for one in areas])}." if areas else "",
        places=(),
        boundary=tuple(ring for area in areas for ring in outline(site, area)),
        ground=site.ground,
        service=site.register.municipality.map_service,
    )
