"""Personal data in a text: personnummer, mobile and home numbers, private e-mail (domain.md rule 13).

A PersonalDetail never repeats what it found: what is printed while building may be seen by anyone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from personnummer import personnummer

from loftet.wording import fold


@dataclass(frozen=True)
class PersonalDetail:
    """Something personal in a text: Swedish sentences, and whether it is certain or only may be."""

    what: str
    mend: str
    certain: bool


_DASHES = str.maketrans({"–": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " "})
_NUMBER = re.compile(r"(?<![\w.,/+-])((?:1[89]|20)?)(\d{6})( ?[-+] ?| ?)(\d{4})(?![\w-]|[.,]\d)")
_MOBILE = re.compile(
    r"(?<![\w.,/-])(?:(?:\+|00)46[ -]?(?:\(0\) ?)?|0)(7[02369](?:[ -]{0,3}\d){7})(?![\w-]|[.,]\d)"
)
_LANDLINE = re.compile(
    r"(?<![\w.,/-])(?:(?:\+|00)46[ -]?(?:\(0\) ?)?|0)"
    r"(8|(?!7[02369])[1-9]\d{1,2})(?:\)? ?[-–/] ?|\)? )(\d(?: ?\d){4,7})(?![\w-]|[.,]\d)"
)
_SHARED_AREAS = frozenset({"10", "20", "77", "771", "775", "770", "774", "900", "939", "944"})
"""Area codes of switchboards and services; nobody has one at home."""

_FICTIONAL = ((701740605, 701740699), (313900600, 313900699), (406280400, 406280499), (980319200, 980319299))
"""Numbers that the Swedish Post and Telecom Authority keeps for books and films, without the first zero."""

_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_TWO_NAMES = re.compile(r"([^\W\d_]{2,})(?:-[^\W\d_]{2,})?[._]([^\W\d_]{2,}(?:-[^\W\d_]{2,})?)\d{0,2}")
_PLACEHOLDERS = frozenset({"fornamn", "namn"})
_FUNCTION = re.compile(
    "admin|arbet|avdel|barn|biblio|bostad|brand|brott|bygg|central|dialog|dist|drift|enhet|fastig"
    "|felanm|forald|foreb|foret|forsk|forval|forvalt|fritid|gata|gatu|grund|hallbar|hem|info|kansl"
    "|kommu|kontak|kontor|kultur|kund|lank|lans|ledning|lofte|lokal|medbor|miljo|narpol|natt|omrade"
    "|omsorg|park|plan|polis|post|press|rad|radd|reg|renhall|saker|samhal|samord|server|service|skol"
    "|social|stab|stad|stan|stod|strat|synpunk|teknik|teknisk|tips|trafik|trygg|turist|upph|utbild"
    "|utveck|vakt|vandr|vaxel|verk|vux"
)
"""How the names of functions, places and services begin, folded."""

_FIRST_NAME = re.compile(
    "adam|agneta|ake|alexander|alice|alva|amanda|anders|andreas|anette|anita|ann|anna|anneli|annika"
    "|anton|arne|arvid|asa|astrid|axel|barbro|bengt|berit|birgitta|britt|camilla|carina|carl|caroline"
    "|cecilia|charlotte|christer|christian|christina|daniel|david|elin|elisabeth|ella|elsa|emelie|emil"
    "|emma|erik|erika|ester|eva|filip|fredrik|frida|gabriel|goran|gun|gunilla|gunnar|gustav|hakan|hanna"
    "|hans|helena|henrik|hugo|ida|inga|ingegerd|inger|ingrid|jakob|jan|jenny|jesper|jessica|joakim"
    "|johan|johanna|john|jonas|jorgen|josefin|julia|karin|karl|katarina|kenneth|kent|kerstin|kjell"
    "|klara|kristina|lars|leif|lena|lennart|liam|lina|linda|linnea|linus|lisa|louise|lucas|ludvig"
    "|magnus|maj|maja|malin|marcus|margareta|maria|marianne|marie|marta|martin|mats|mattias|mikael"
    "|mohammed|mona|monica|nathalie|niklas|nils|noah|ola|oliver|olle|olof|orjan|oscar|oskar|patrik|per"
    "|peter|petra|pia|pontus|rasmus|rebecca|rickard|robert|robin|roger|rolf|rune|sandra|sara|sebastian"
    "|siv|sofia|sofie|sonja|soren|stefan|sten|stig|susanne|sven|therese|thomas|tobias|tomas|tommy|tony"
    "|torbjorn|ulf|ulla|ulrika|viktor|viktoria|wilhelm|william|yvonne"
)
"""The commonest first names in Sweden, folded: an address that begins with one is a person's."""

_PRIVATE_HOSTS = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|telia|bredband|bredband2|comhem|tele2|swipnet"
    r"|spray|passagen|glocalnet|protonmail|proton)\.(?:com|se|net|me)",
    re.IGNORECASE,
)
_FUNCTION_MEND = "Skriv funktionen i stället, till exempel säkerhetssamordnare eller kontaktcenter."


def found(text: str) -> tuple[PersonalDetail, ...]:
    """Give what is personal in a text, in the order it stands; nothing for a text without.

    Certain: a personnummer or samordningsnummer with a separator or twelve digits, a mobile number, and an
    address of the form first name.surname. May be: ten bare digits, a number that may be a home's, a private
    mailbox. Source of the rates of chance hits: one in ten for a date and four digits, one in a hundred for
    ten digits of a mobile number, none for an organisation number.
    """
    plain = text.translate(_DASHES)
    spots = sorted([*_numbers(plain), *_mobiles(plain), *_landlines(plain), *_mailboxes(plain)], key=_start)
    return tuple(dict.fromkeys(finding for _, finding in spots))


_Spot = tuple[int, PersonalDetail]


def _start(spot: _Spot) -> int:
    return spot[0]


def _numbers(text: str) -> Iterator[_Spot]:
    """Find personnummer and samordningsnummer; the control digit and the date must be right."""
    for match in _NUMBER.finditer(text):
        century, day, separator, last = match.groups()
        if not _valid(century, day + last) or (not century and not separator and _MOBILE.match(match[0])):
            continue
        certain = bool(separator.strip() or century)
        name = "samordningsnummer" if int(day[4:]) > 60 else "personnummer"
        seems = "Här står ett" if certain else "Siffrorna kan vara ett"
        yield (
            match.start(),
            PersonalDetail(
                f"{seems} {name}: det börjar med {(century + day)[:2]} och har {len(century + day) + 4} siffror.",
                "Ta bort det. Ett personnummer får aldrig publiceras."
                if certain
                else "Ta bort det om det är ett personnummer. Är det ett ärende: skriv vad det är, som KS 2025/118.",
                certain,
            ),
        )


def _valid(century: str, ten_digits: str) -> bool:
    """Judge with the century written out, so that the answer does not depend on today's date."""
    centuries = (century,) if century else ("19", "20")
    return any(personnummer.valid(each + ten_digits) for each in centuries)


def _mobiles(text: str) -> Iterator[_Spot]:
    for match in _MOBILE.finditer(text):
        if not _is_fictional(match[1]):
            what = "Här står ett mobilnummer."
            mend = "Ta bort det. Är det en funktions nummer: skriv det under telefon hos parten."
            yield match.start(), PersonalDetail(what, mend, certain=True)


def _landlines(text: str) -> Iterator[_Spot]:
    for match in _LANDLINE.finditer(text):
        digits = re.sub(r"\D", "", match[1] + match[2])
        if 7 <= len(digits) <= 9 and match[1] not in _SHARED_AREAS and not _is_fictional(digits):
            what = "Här står ett telefonnummer. Det får gå till en växel eller funktion, inte hem till någon."
            mend = (
                "Är det en funktions nummer: skriv det helst under telefon hos parten. Annars: ta bort det."
            )
            yield match.start(), PersonalDetail(what, mend, certain=False)


def _is_fictional(digits: str) -> bool:
    number = int(re.sub(r"\D", "", digits))
    return any(first <= number <= last for first, last in _FICTIONAL)


def _mailboxes(text: str) -> Iterator[_Spot]:
    for match in _EMAIL.finditer(text):
        finding = _mailbox(match[1].casefold(), match[2])
        if finding is not None:
            yield match.start(), finding


def _mailbox(box: str, host: str) -> PersonalDetail | None:
    """Judge one address: two names before the @, or a private person's host."""
    names = _TWO_NAMES.fullmatch(box)
    words = [fold(word) for word in re.split(r"[._-]", box)]
    if words[0] in _PLACEHOLDERS:
        return None
    if names and _FIRST_NAME.fullmatch(words[0]):
        return PersonalDetail("Här står en e-postadress med någons namn.", _FUNCTION_MEND, certain=True)
    if any(_FUNCTION.match(word) for word in words):
        return None
    if names:
        return PersonalDetail("E-postadressen kan vara någons namn.", _FUNCTION_MEND, certain=False)
    if _PRIVATE_HOSTS.fullmatch(host):
        return PersonalDetail("E-postadressen kan vara en privatpersons.", _FUNCTION_MEND, certain=False)
    return None
