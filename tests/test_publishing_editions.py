"""What a follow-up said when it was published stands for ever: frozen, rebuilt, corrected beside, never rewritten."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loftet.facts import AsOf
from loftet.pages.follow_ups import follow_ups
from loftet.pages.site import Site
from loftet.publishing.earlier import as_it_was, as_known
from loftet.publishing.editions import (
    Edition,
    bodies,
    edition_data,
    new_editions,
    read_editions,
    rewritten,
    then,
)
from loftet.publishing.history import draw
from loftet.publishing.kept import beside
from small_town import TODAY, TOWN, history, site, write

EXEMPELBY = Path(__file__).parent.parent / "site_data"
LATER = {
    "moten/radet.yml": "datum: 2026-02-12\njusterat: 2026-02-26\nparagraf: § 4\nprotokoll: https://byn.example/p\n",
    "moten/varen.yml": "datum: 2026-05-21\n",
    "vandringar/norra.yml": "titel: Norra\ndatum: 2026-04-02\nstopp:\n  - nr: 1\n    plats: Bron\n",
    "atgarder/bron.yml": "titel: Laga bron\nåtagande: ljus/lampor\nkommer_ur:\n  - vandring: norra\n    stopp: 1\n",
    "loften/nytt.yml": "titel: Nytt löfte\nundertecknat: 2026-04-12\nåtaganden:\n  - id: a\n    text: A\n",
    "rattelser/fel.yml": (
        "rättar: februari\nom: armaturer\ndatum: 2026-03-01\nstod: Fem av sju lampor lyser.\n"
        "ska_vara: Fyra av sju lampor lyser.\nvarför: Vi räknade fel.\n"
    ),
    "uppfoljningar/maj.yml": (
        "möte: varen\ngäller_per: 2026-05-20\nposter:\n  - om: armaturer\n    bedömning: genomförd\n"
    ),
}
FIGURES = """\
namn: Trygga
riktning: öka
enhet: procent
värden:
  - period: 2024
    värde: 70
    hämtad: 2025-02-03
"""
MORE_FIGURES = FIGURES + "  - period: 2025\n    värde: 72\n    hämtad: 2026-03-03\n"


def editions(of: Site) -> dict[str, Edition]:
    return {one.id: one for one in new_editions(of, {}, "loftet")}


def test_an_edition_frozen_at_the_meeting_equals_the_one_rebuilt_from_all_that_came_later(
    tmp_path: Path,
) -> None:
    """Paragraph, correction, new walk, measure, promise, figure and follow-up: none of them reaches back."""
    before = write(tmp_path / "da", {**TOWN, "indikatorer/trygga.yml": FIGURES})
    after = write(tmp_path / "nu", {**TOWN, **LATER, "indikatorer/trygga.yml": MORE_FIGURES})
    first = editions(site(before, date(2026, 2, 12)))["februari"]
    second = editions(site(after, date(2026, 6, 1)))
    assert list(second) == ["februari", "maj"]
    assert second["februari"] == first
    told = json.loads(second["maj"].data)
    assert told["åtgärder"]["armaturer"]["läge"] == "genomförd"
    assert "bron" in told["åtgärder"]
    assert len(told["siffror"]["trygga"]["värden"]) == 2


def test_an_edition_holds_the_state_of_every_commitment_and_measure_then(tmp_path: Path) -> None:
    """The figure that a journalist quotes can be found again, whatever has happened since."""
    data = json.loads(editions(site(write(tmp_path, TOWN)))["februari"].data)
    assert data["åtgärder"]["armaturer"]["läge"] == "försenad"
    states = {one["id"]: one["läge"] for one in data["löften"]["ljus"]["åtaganden"]}
    assert states["buskar"] == "uppfyllt"
    assert data["möte"]["id"] == "radet"
    assert data["uppföljning"]["poster"][0]["text"] == "Fem av sju lampor lyser."


@pytest.fixture(scope="module")
def exempelby() -> Site:
    """Exempelby as its example site shows it."""
    return site(EXEMPELBY)


def test_every_edition_of_exempelby_can_be_rebuilt(exempelby: Site) -> None:
    """The data of an earlier state equal what was published then, meeting by meeting."""
    published = editions(exempelby)
    assert len(published) == 9
    for follow_up in exempelby.as_of.follow_ups:
        day = exempelby.as_of.published_on(follow_up)
        known = as_known(exempelby.as_of.register, day)
        at_the_time = editions(replace(exempelby, as_of=AsOf(known, day), built=day))
        assert at_the_time[follow_up.id] == published[follow_up.id]
        rebuilt = edition_data(then(exempelby, day), follow_up)
        assert rebuilt == json.loads(published[follow_up.id].data)


def test_a_frozen_body_points_only_at_what_stays(exempelby: Site) -> None:
    """A link in a frozen text cannot be mended, so it may not lead to a list that comes and goes."""
    drawn = draw(exempelby, history(EXEMPELBY))
    for id, edition in editions(exempelby).items():
        here = f"/uppfoljningar/{id}/"
        for link in re.findall(r'href="([^"#][^"]*)"', edition.body.decode()):
            if "://" in link:
                continue
            path, _, anchor = link.partition("#")
            there = posixpath.normpath(here + path).lstrip("/") + "/"
            address = there.removeprefix("./") + (f"#{anchor}" if anchor else "")
            assert address in drawn.offered.lasting, f"{id}: {link}"


def test_a_correction_and_a_paragraph_stand_beside_a_body_that_does_not_change(tmp_path: Path) -> None:
    """The page is today's frame around yesterday's text; a paragraph is not a correction."""
    data = write(tmp_path, TOWN)
    frozen = {"februari": bodies(editions(site(data)))["februari"] + "<p>Så skrev vi förr.</p>"}
    write(tmp_path, LATER)
    today = replace(site(data), editions=frozen)
    page = next(one for one in follow_ups(today) if one.address == "uppfoljningar/februari/")
    assert frozen["februari"] in page.body
    assert "Fyra av sju lampor lyser." in page.body
    assert "Rättad 1 mars 2026" in page.body
    assert "§ 4" in page.body
    write(tmp_path, {"rattelser/fel.yml": "utkast: ja\n" + LATER["rattelser/fel.yml"]})
    page = next(one for one in follow_ups(replace(site(data), editions=frozen)))
    assert "Rättad" not in page.body
    assert "§ 4" in page.body


def kept(data: Path) -> dict[str, Edition]:
    """Freeze every follow-up of a folder and write the editions down."""
    frozen = editions(site(data))
    for one in frozen.values():
        for name, content in one.files.items():
            beside(data).path(name).parent.mkdir(parents=True, exist_ok=True)
            beside(data).path(name).write_bytes(content)
    return frozen


def test_a_published_follow_up_that_is_changed_is_refused(tmp_path: Path) -> None:
    """What was said can be corrected, not unsaid; the editor hears which key was changed."""
    data = write(tmp_path, TOWN)
    frozen = kept(data)
    told = TOWN["uppfoljningar/februari.yml"].replace("Fem av", "Sex av")
    write(tmp_path, {"uppfoljningar/februari.yml": told})
    assert [str(one) for one in rewritten(site(data), frozen)] == [
        "site_data/uppfoljningar/februari.yml: Uppföljningen publicerades den 12 februari 2026 och får inte "
        "ändras efteråt. Ändrat: ”poster”.\n  Gör så här: Ta tillbaka ändringen. Var något fel: skriv en "
        "rättelse i rattelser/, så läggs den bredvid."
    ]
    write(
        tmp_path,
        {"uppfoljningar/februari.yml": TOWN["uppfoljningar/februari.yml"] + "länk: https://byn.example/u\n"},
    )
    assert list(rewritten(site(data), frozen)) == []


def test_an_entry_of_a_published_follow_up_may_be_judged_fit_to_show_afterwards(tmp_path: Path) -> None:
    """A stricter list of delicate words must not leave a site that cannot be built."""
    data = write(tmp_path, TOWN)
    frozen = kept(data)
    told = TOWN["uppfoljningar/februari.yml"].replace(
        "    bedömning:", "    sekretessprövad: säkerhetssamordnare\n    bedömning:"
    )
    assert "sekretessprövad" in told
    write(tmp_path, {"uppfoljningar/februari.yml": told})
    assert list(rewritten(site(data), frozen)) == []


@pytest.mark.parametrize("name", ["data.json", "kropp.html"])
def test_a_frozen_file_that_was_altered_or_lost_is_named(tmp_path: Path, name: str) -> None:
    """One changed byte is enough."""
    data = write(tmp_path, TOWN)
    kept(data)
    path = beside(data).path(f"utgavor/februari/{name}")
    path.write_bytes(path.read_bytes() + b" ")
    _, (told,) = read_editions(beside(data))
    assert told.file == f"publicerat/utgavor/februari/{name}"
    assert told.what == "Utgåvan ”februari” är ändrad sedan den publicerades."
    path.unlink()
    _, (told,) = read_editions(beside(data))
    assert told.what == "Filen i en publicerad utgåva saknas."


def test_an_earlier_day_shows_nothing_of_what_came_later(tmp_path: Path) -> None:
    """The whole site can be built as it was."""
    data = write(tmp_path, {**TOWN, **LATER})
    addresses = {
        page.address for page in draw(as_it_was(site(data, TODAY), date(2026, 2, 1)), history(data)).pages
    }
    assert "vandringar/torget/" in addresses
    assert not addresses & {"uppfoljningar/februari/", "vandringar/norra/", "atgarder/bron/", "loften/nytt/"}
