"""The frame of a chart: an SVG with title and description that carries no colour and no style of its own."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from loftet.charts.axes import WIDTH
from loftet.wording import ended


def framed(chart_id: str, title: str, description: str, height: int, parts: Iterable[Markup]) -> Markup:
    """Wrap a chart's parts in an SVG that a screen reader reads as one picture: title, then description."""
    opening = Markup('<svg class="lo-chart" id="{}" viewBox="0 0 {} {}" {}').format(
        chart_id, WIDTH, height, picture_name(chart_id, title, description)
    )
    return opening + unspoken(parts) + Markup("</svg>")


def picture_name(picture_id: str, title: str, description: str) -> Markup:
    """End the opening tag of an SVG that is one picture, and say what it shows; a description apart is often unsaid."""
    return Markup(
        'role="img" aria-labelledby="{0}-titel {0}-text">'
        '<title id="{0}-titel">{1}</title><desc id="{0}-text">{2}</desc>'
    ).format(picture_id, ended(title), description)


def unspoken(parts: Iterable[Markup]) -> Markup:
    """Hide what is drawn from screen readers: Firefox lets them into a picture, to read its words one by one."""
    return Markup('<g aria-hidden="true">{}</g>').format(Markup("").join(parts))


def written(text: str, x: float, y: float, css_class: str, anchor: str = "start") -> Markup:
    """Write text in the chart; `anchor` is start, middle or end."""
    markup = Markup('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>')
    return markup.format(css_class, f"{x:g}", f"{y:g}", anchor, text)


def ruled(css_class: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    """Draw one straight line."""
    places = (f"{place:g}" for place in (x1, y1, x2, y2))
    return Markup('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(css_class, *places)
