"""A scene's places as GeoJSON: what the interactive map reads, and anybody else who wants the points."""

from __future__ import annotations

from loftet.geo.coordinates import Point
from loftet.geo.geojson import Feature, Property, point_feature, write
from loftet.geo.precision import RADIUS_OF
from loftet.maps.scene import Place, Scene


def geojson(scene: Scene) -> bytes:
    """Write the places that have a position, in the list's order, none finer than its precision class.

    Properties: nr, titel, status, form (the status shape), ton, noggrannhet, and where there is one rader
    (texts), lank, kategorier and radie (metres within which the true place lies).
    """
    return write(_feature(place, point) for place, point in scene.located)


def _feature(place: Place, point: Point) -> Feature:
    properties: dict[str, Property] = {
        "nr": place.number,
        "titel": place.title,
        "status": place.status_word,
        "form": place.shape,
        "ton": place.tone,
        "noggrannhet": place.precision.value,
    }
    given: dict[str, Property] = {
        "rader": place.lines,
        "lank": place.link,
        "kategorier": place.categories,
        "radie": RADIUS_OF[place.precision],
    }
    properties.update((name, value) for name, value in given.items() if value)
    return point_feature(place.id, point, properties)
