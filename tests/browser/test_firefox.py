"""The main journeys in Firefox: what is read at their end, with the finger, without script, by keyboard alone."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

import pytest

from travelling import PICTURES

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
NODE = Path(sys.executable).parent / "node"
DRIVER = Path(__file__).with_name("firefox_journeys.mjs")
EDITION = "Uppföljning 12 februari 2026, Trygghetsrådet"
EDITION_ADDRESS = "https://exempelby.example/uppfoljningar/radet-2026-02-12/"
STOP = (["Stationsområdet", "Stopp 8, Norra tunnelmynningen"], "#stopp-8")
FOLLOW_UP = (["Uppföljningar", EDITION], "main")
WAYS = {"finger": (True, False), "utan-skript": (False, False), "tangentbord": (True, True)}


class Told(TypedDict):
    """What one journey told: its last page's text, the console's errors, px too wide, and the data file."""

    told: str
    complaints: list[str]
    wide: int
    fetched: list[str]


class Answer(TypedDict):
    """Firefox's version, and what each journey told."""

    version: str
    told: dict[str, Told]


@pytest.fixture(scope="module")
def told(site_url: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    """Walk every journey in one Firefox and give what each told."""
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    assert firefox, "Firefox saknas: apt-get install firefox-esr"
    journeys = [
        {
            "name": f"{name}-{way}",
            "way": words,
            "read": read,
            "width": width,
            "script": script,
            "keyboard": keyboard,
        }
        for name, (words, read), width in (("stopp", STOP, 360), ("utgava", FOLLOW_UP, 1280))
        for way, (script, keyboard) in WAYS.items()
    ]
    asked = tmp_path_factory.mktemp("firefox") / "resor.json"
    asked.write_text(json.dumps(journeys), encoding="utf-8")
    PICTURES.mkdir(parents=True, exist_ok=True)
    command = [str(NODE), str(DRIVER), firefox, site_url, str(asked), str(PICTURES)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert ran.returncode == 0, ran.stderr
    answer: Answer = json.loads(ran.stdout)
    return answer["told"]


@pytest.mark.parametrize("way", WAYS)
def test_in_firefox_a_resident_finds_the_stop_that_waits(told: dict[str, Told], way: str) -> None:
    read = told[f"stopp-{way}"]["told"]
    assert "Stopp 8, Norra tunnelmynningen: väntar sedan oktober 2025" in read
    assert "Varken åtgärd eller svar är publicerat." in read


@pytest.mark.parametrize("way", WAYS)
def test_in_firefox_a_journalist_cites_the_edition_and_gets_its_data(told: dict[str, Told], way: str) -> None:
    journey = told[f"utgava-{way}"]
    assert "Fastställd version den 12 februari 2026, ändras inte" in journey["told"]
    assert EDITION_ADDRESS in journey["told"]
    assert [json.loads(data)["adress"] for data in journey["fetched"]] == [EDITION_ADDRESS]


def test_in_firefox_no_page_complains_or_scrolls_sideways(told: dict[str, Told]) -> None:
    faults = [(name, one["complaints"], one["wide"]) for name, one in told.items()]
    assert [one for one in faults if one[1] or one[2] > 0] == []
