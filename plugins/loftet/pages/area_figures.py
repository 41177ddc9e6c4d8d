"""An indicator area by area: the map, its legend in words, and the list that says the same (rule 19)."""

from __future__ import annotations

from markupsafe import Markup

from loftet import addresses
from loftet.facts.by_area import AreaValue, ByArea, by_area
from loftet.maps.choropleth import Shade, choropleth, swatch
from loftet.model.knowledge import Indicator
from loftet.pages.area_maps import outline
from loftet.pages.site import Site
from loftet.wording import and_list, number


def area_map(site: Site, here: str, indicator: Indicator) -> dict[str, object] | None:
    """Give the map of an indicator's areas for the page at `here`; None when such maps are off or show nothing."""
    found = by_area(site.register, indicator)
    if found is None:
        return None
    title = f"{indicator.name} per område, {found.period}"
    said = "; ".join(f"{_name(site, one)}: {_said(one)}" for one in found.values)
    picture = choropleth(
        f"siffra-{indicator.id}",
        title,
        f"{said}.",
        [_shade(site, found, one) for one in found.values],
        site.ground,
    )
    if not picture:
        return None
    return {
        "title": title,
        "sheet": addresses.href(here, addresses.START) + "kartor/karta.css",
        "picture": picture,
        "legend": list(_legend(site, indicator, found)),
        "rows": [(_name(site, one), _said(one)) for one in found.values],
    }


def _name(site: Site, one: AreaValue) -> str:
    return site.register.areas[one.area].name


def _said(one: AreaValue) -> str:
    return one.words or f"visas inte: {one.hidden}"


def _shade(site: Site, found: ByArea, one: AreaValue) -> Shade:
    rings = outline(site, site.register.areas[one.area])
    if one.number is None:
        return Shade(rings, "", None)
    return Shade(rings, number(one.number), found.class_of(one.number))


def _legend(site: Site, indicator: Indicator, found: ByArea) -> list[Markup]:
    """Say each class in words with its areas, then the areas whose value is not shown."""
    rows = []
    for place in range(len(found.bounds)):
        members = found.members(place)
        numbers = sorted(one.number for one in members if one.number is not None)
        span = " till ".join(number(one) for one in dict.fromkeys((numbers[0], numbers[-1])))
        unit = f" {indicator.unit}" if indicator.unit and indicator.unit != "antal" else ""
        named = and_list([_name(site, one) for one in members])
        rows.append(Markup("{} {}{}: {}").format(swatch(place), span, unit, named))
    if found.hidden:
        told = and_list([f"{_name(site, one)} ({one.hidden})" for one in found.hidden])
        rows.append(Markup("{} Visas inte: {}").format(swatch(None), told))
    return rows
