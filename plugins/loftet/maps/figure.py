"""The whole map as a page shows it: picture, button, and what the loader needs to open it."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from markupsafe import Markup

from loftet.charts.shapes import shape_mark
from loftet.maps.interactive import element_id
from loftet.maps.picture import counts_places, svg
from loftet.maps.scene import Scene
from loftet.model.words.places import PlacePrecision
from loftet.wording import first_upper

WITHOUT = Markup(
    '<p class="lo-karta__missing">Kartan kan inte ritas, eftersom inget läge är känt. '
    "Platserna står i listan.</p>"
)

FIGURE = Markup(
    """\
<figure class="lo-karta" id="karta-{id}" data-map="{id}" data-folder="{folder}">
<link rel="stylesheet" href="{folder}karta.css">
<a class="lo-karta__skip" href="#karta-{id}-slut" hidden>Hoppa förbi kartan</a>
{picture}
<button type="button" class="lo-karta__button lo-karta__open" hidden>Öppna interaktiv karta</button>
<div class="lo-karta__tools" role="group" aria-label="Kartans knappar" hidden>
<button type="button" class="lo-karta__button" data-act="close">Stäng kartan</button>
<button type="button" class="lo-karta__button" data-act="zoomIn" aria-label="Zooma in">+</button>
<button type="button" class="lo-karta__button" data-act="zoomOut" aria-label="Zooma ut">−</button>
<button type="button" class="lo-karta__button" data-act="left" aria-label="Flytta åt vänster">←</button>
<button type="button" class="lo-karta__button" data-act="up" aria-label="Flytta uppåt">↑</button>
<button type="button" class="lo-karta__button" data-act="down" aria-label="Flytta nedåt">↓</button>
<button type="button" class="lo-karta__button" data-act="right" aria-label="Flytta åt höger">→</button>
</div>
<div class="lo-karta__box" id="{box}" role="group" aria-label="Interaktiv karta: {title}" hidden></div>
{choices}
<p class="lo-karta__status" role="status"></p>
<script src="{folder}karta.js" defer></script>
<p class="lo-karta__caption" id="karta-{id}-slut" tabindex="-1">{caption}</p>
</figure>"""
)
"""The caption is a paragraph: of a `figcaption` a screen reader makes the figure's name too, and says it all twice."""


def figure(scene: Scene, base: str, picture: Markup | None = None) -> Markup:
    """Give the figure of a scene, or one sentence when it has no position.

    `base` leads from the page to the site's root ("../../", "" on the start page). The page's list
    of places is the equal of the map and stands beside it; it is not drawn here. `picture` is the scene's own where
    it is drawn already.
    """
    if not scene.drawable:
        return WITHOUT
    return FIGURE.format(
        id=scene.id,
        folder=f"{base}kartor/",
        picture=picture or svg(scene),
        choices=choices(scene),
        box=element_id(scene),
        title=scene.title,
        caption=caption(scene),
    )


CHOICES = Markup(
    """\
<details class="lo-karta__choices">
<summary>Visa bara …</summary>
{groups}
</details>"""
)

GROUP = Markup("""<fieldset><legend>{legend}</legend>{choices}</fieldset>""")

CHOICE = Markup(
    """\
<label class="lo-karta__choice"><input type="checkbox" name="{name}" value="{value}"> {mark}\
<span>{word} ({count})</span></label>"""
)


def choices(scene: Scene) -> Markup:
    """Give what the open map can be narrowed to, each with its number of places; "" for a map that is shown whole."""
    if not scene.choosable:
        return Markup("")
    statuses = Counter((place.tone, place.shape, place.kind) for place, _ in scene.located)
    categories = Counter(one for place, _ in scene.located for one in place.categories)
    groups = {
        "Läge": [
            CHOICE.format(
                name="ton[]", value=tone, mark=shape_mark(shape), word=first_upper(kind), count=number
            )
            for (tone, shape, kind), number in sorted(statuses.items())
        ],
        "Kategori": [
            CHOICE.format(name="kategorier[]", value=word, mark="", word=first_upper(word), count=number)
            for word, number in sorted(categories.items())
        ],
    }
    drawn = [GROUP.format(legend=name, choices=Markup("").join(one)) for name, one in groups.items() if one]
    return CHOICES.format(groups=Markup("\n").join(drawn))


def caption(scene: Scene) -> str:
    """Say what the map is and how its signs are read."""
    said = [f"{scene.title}."]
    if counts_places(scene):
        said.append("Siffran i en cirkel är antalet platser där.")
    if any(place.precision is not PlacePrecision.POINT for place, _ in scene.located):
        drawn = ", och där är rutten ritad rakt" if len(scene.route) > 1 else ""
        said.append(f"En ring betyder att läget bara är ungefär känt{drawn}.")
    missing = sum(place.position is None for place in scene.places)
    if missing:
        said.append(
            f"{missing} {'plats' if missing == 1 else 'platser'} har inget känt läge och står bara i listan."
        )
    if scene.source:
        said.append(f"Kartunderlag: {scene.source.rstrip('.')}.")
    if scene.service:
        host = urlsplit(scene.service.address).hostname or ""
        said.append(
            f"I den öppnade kartan kan du välja {scene.service.name} under Lager. "
            f"Den hämtas från {host}, som då ser din ip-adress."
        )
    return " ".join(said)
