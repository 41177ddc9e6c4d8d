"""The interactive map as folium describes it, kept as one inert script under stable names.

A real `folium.Map` with small layers of our own; only `Figure.script` is kept. folium's page head asks
five other hosts, and its own popups put texts into JavaScript: neither is used. The script does
nothing until the loader (`static/karta.js`) calls it, and no text of an editor stands in it but the
source, escaped.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import folium
from branca.element import Element, Figure, MacroElement
from folium.map import Layer
from folium.template import Template
from markupsafe import escape

from loftet.geo.coordinates import Point
from loftet.maps.frame import WIDTH, Frame
from loftet.maps.scene import Scene
from loftet.model.place import MapService
from loftet.model.words.website import MapServiceKind

CLOSEST = 19
"""The zoom level of Leaflet at which a street fills the screen; closer there is nothing to see."""

ABOVE = 60
"""Pixels at the top that the button for layers takes: the frame is fitted below it, so that it covers no place."""

PHONE = 288
"""Pixels across a map on the narrowest phone: there, too, the whole frame fits at the lowest zoom level."""


def script(scene: Scene) -> bytes:
    """Write the script of a drawable scene's map: the same scene gives the same bytes."""
    figure = _map(scene).get_root()
    assert isinstance(figure, Figure)
    _name_all(figure, scene)
    figure.render()
    body = figure.script.render()
    return f'LoftetMaps.define("{scene.id}", function () {{\n{_dense(body)}\n}});\n'.encode()


def element_id(scene: Scene) -> str:
    """Give the id of the element that the map is opened in: folium's name for the map."""
    return f"karta_{_variable(scene.id)}"


def _variable(id: str) -> str:
    """Write an id as it may stand in the name of a variable; two ids never become the same name."""
    return "".join({"-": "_", "_": "$u", ".": "$d"}.get(letter, letter) for letter in id)


class GroundLayer(Layer):
    """The picture's own ground, laid under the map."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = LoftetMaps.ground({{ this.box|tojson }}, {{ this.size|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, frame: Frame, choice: bool) -> None:
        """Lay the picture of a frame where it belongs; with a `choice` another map can take its place."""
        super().__init__(name="Enkel karta", overlay=not choice, control=choice)
        self.box = _corners(frame)
        self.size = [int(WIDTH), int(frame.height)]


class LineLayer(Layer):
    """A line that can be switched off: the route or the boundary."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = LoftetMaps.line({{ this.lines|tojson }}, {{ this.kind|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, name: str, kind: str, lines: tuple[tuple[Point, ...], ...]) -> None:
        """Draw lines of points; `kind` is the class of the style sheet."""
        super().__init__(name=str(escape(name)), overlay=True)
        self.kind = kind
        self.lines = [[[point.lat, point.lon] for point in line] for line in lines]


class PlacesLayer(Layer):
    """The places of the scene's GeoJSON; their symbols are the picture's own."""

    _template = Template(
        "{% macro script(this, kwargs) %}var {{ this.get_name() }} = LoftetMaps.places();{% endmacro %}"
    )

    def __init__(self) -> None:
        """Show the scene's places."""
        super().__init__(name="Platser", overlay=True, control=False)


class SourceLayer(Layer):
    """The source of the ground; Leaflet sets it as HTML, so it is escaped here."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = LoftetMaps.source({{ this.text|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, text: str) -> None:
        """Name the source."""
        super().__init__(name="Källa", overlay=True, control=False)
        self.text = str(escape(text))


def _map(scene: Scene) -> folium.Map:
    """Describe the map: ground, boundary, route, places, and what it may show."""
    frame = Frame.of(scene)
    (south, west), (north, east) = corners = _corners(frame)
    described = folium.Map(
        location=((south + north) / 2, (west + east) / 2),
        tiles=None,
        zoom_start=_lowest_zoom(frame),
        zoom_control=False,
        attribution_control=False,
        scroll_wheel_zoom=False,
        max_bounds_viscosity=1.0,
        zoom_snap=0.25,
    )
    # With tiles=None the arguments of the same names are lost in folium.
    described.options |= {"max_bounds": _room(frame), "min_zoom": _lowest_zoom(frame), "max_zoom": CLOSEST}
    elements = tuple(_elements(scene, frame))
    for element in elements:
        described.add_child(element)
    above = ABOVE if any(isinstance(one, folium.LayerControl) for one in elements) else 0
    described.fit_bounds(corners, max_zoom=CLOSEST, padding_top_left=(0, above) if above else None)
    return described


def _elements(scene: Scene, frame: Frame) -> Iterator[MacroElement]:
    """Give the parts of the map, undermost first; the control of layers comes last, as folium asks."""
    yield GroundLayer(frame, choice=scene.service is not None)
    if scene.service:
        yield _of_service(scene.service)
    lines = []
    if scene.boundary:
        lines.append(LineLayer("Gräns", "boundary", scene.boundary))
    if len(scene.route) > 1:
        lines.append(LineLayer("Rutt", "route", (scene.route,)))
    yield from lines
    yield PlacesLayer()
    if scene.source or scene.service:
        yield SourceLayer(scene.source)
    if lines or scene.service:
        yield folium.LayerControl(position="topright", collapsed=True)


def _of_service(service: MapService) -> MacroElement:
    """Give the layer of a map service: in the control, but not fetched until somebody chooses it."""
    name, source = str(escape(service.name)), str(escape(service.source))
    if service.kind is MapServiceKind.WMTS:
        return folium.TileLayer(
            service.address, attr=source, name=name, overlay=False, show=False, max_zoom=CLOSEST
        )
    layers = service.layers or ""
    return folium.WmsTileLayer(
        service.address, layers, fmt="image/png", attr=source, name=name, overlay=False, show=False
    )


def _corners(frame: Frame) -> list[list[float]]:
    """Give the frame as Leaflet wants it: south-west and north-east, latitude first."""
    bounds = frame.bounds
    return [[bounds.south, bounds.west], [bounds.north, bounds.east]]


def _room(frame: Frame) -> list[list[float]]:
    """Give how far the map may be moved: the frame and a third, so that a card need not cover a place."""
    (south, west), (north, east) = _corners(frame)
    up, right = (north - south) / 3, (east - west) / 3
    room = [[south - up, west - right], [north + up, east + right]]
    return [[round(lat, 6), round(lon, 6)] for lat, lon in room]


def _lowest_zoom(frame: Frame) -> int:
    """Give the zoom level of Leaflet at which the whole frame fits on a narrow phone."""
    across = WIDTH / frame.scale
    return min(CLOSEST - 1, max(0, math.floor(math.log2(PHONE / 256 / across))))


def _name_all(figure: Figure, scene: Scene) -> None:
    """Replace folium's random names: the map by its scene, its parts by their order."""
    (described,) = figure._children.values()
    described._name, described._id = "karta", _variable(scene.id)
    for number, element in enumerate(_below(described), 1):
        element._id = str(number)


def _below(element: Element) -> Iterator[Element]:
    for child in element._children.values():
        yield child
        yield from _below(child)


def _dense(body: str) -> str:
    """Drop the indentation and empty lines that folium's templates leave."""
    return "\n".join(line.strip() for line in body.splitlines() if line.strip())
