"""What every record is made of: keys in Swedish, values that are text until they are typed here.

The bridge between Swedish YAML and English code is this package alone: `key("titel", …)` names both sides.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema

from loftet.model.dates import FuzzyDate, Period, day, fuzzy_date, period
from loftet.model.faults import Fault
from loftet.model.words.knowledge import Per, SourceForm
from loftet.model.words.word import Word


def key(swedish: str, description: str, default: Any = ...) -> Any:  # Any: what pydantic's Field returns
    """Declare a field: the editor's key, what it means, and the value when it is left out (none: required)."""
    return Field(default, alias=swedish, description=description)


ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
"""What an id looks like: it stands in addresses, in file names and in references."""

MOST_FEW = 1000
"""The most days, months or times per year that a rhythm or a grace may have: what is more is a slip."""


class Record(BaseModel):
    """A piece of the editor's data: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


@dataclass(frozen=True)
class RefTo:
    """Mark a text as the id of a record of one of these kinds (names as in KINDS)."""

    kinds: tuple[str, ...]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Fault("Här ska det stå text.", "Skriv en enda text, utan bindestreck och utan nycklar under.")
    return value.strip()


def _identifier(value: object) -> str:
    text = _text(value)
    if not ID.fullmatch(text):
        raise UnfitId(text)
    return text


class UnfitId(Fault):
    """A text that no id can be; loading knows whether it was to be an id or to name another record."""

    def __init__(self, text: str) -> None:
        """Keep the text; the sentences are those of an id of one's own."""
        super().__init__(
            f"”{text}” kan inte vara ett id: id är små bokstäver a–z, siffror och bindestreck.",
            f"Skriv ”{suggested_id(text)}”. Id:t står i adressen och ändras aldrig.",
        )
        self.text = text


def suggested_id(text: str) -> str:
    """Give the nearest allowed id for a text: ASCII, lower case, hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "namn"


def _number(value: object) -> Decimal:
    text = re.sub(r"[\s\u00a0\u202f\u2009]", "", _text(value)).replace("\u2212", "-").replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite() or abs(number) >= Decimal(10) ** 15 or number != round(number, 10):
        raise Fault(
            f"”{value}” är inte ett tal.",
            "Skriv bara siffror (22 eller 22,5).",
            wordy=True,
        )
    return number


def _count(value: object) -> int:
    number = _number(value)
    if number < 0 or number != int(number):
        raise Fault(f"”{value}” är inte ett antal.", "Skriv ett helt tal, 0 eller större.")
    return int(number)


def _few(value: object) -> int:
    number = _count(value)
    if number > MOST_FEW:
        raise Fault(f"”{value}” är orimligt mycket här.", f"Skriv ett tal som är högst {MOST_FEW}.")
    return number


def _yes(value: object) -> bool:
    answers = {"ja": True, "nej": False, "true": True, "false": False}
    text = _text(value).lower()
    if text not in answers:
        raise Fault(f"”{value}” är varken ja eller nej.", "Skriv ja eller nej.")
    return answers[text]


def _several(value: object) -> object:
    return (value,) if isinstance(value, str | dict) else value


def _link(value: object) -> str:
    text = _text(value)
    if not re.match(r"https?://[^\s<>\"]+$", text):
        raise Fault(
            f"”{text}” är inte en webbadress.", "Skriv hela adressen, till exempel https://www.exempel.se/."
        )
    return text


def _mailbox(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(_MAILBOX, text) or text.startswith("mailto:"):
        found = re.search(_MAILBOX, text.removeprefix("mailto:"))
        mend = (
            f"Skriv bara adressen: {found[0]}."
            if found
            else "Skriv adressen, till exempel trygghet@exempelby.se."
        )
        raise Fault(f"”{text}” är inte en e-postadress.", mend)
    return text


_MAILBOX = re.compile(r"[^\s@<>,;:\"()]{1,64}@[^\s@<>,;:\"()]{1,200}\.\w{2,20}")


def _file_name(value: object) -> str:
    text = _text(value)
    if ".." in text.split("/") or text.startswith("/") or "\\" in text or ":" in text:
        raise Fault(
            f"”{text}” ligger utanför mappen.", "Skriv bara filens namn, till exempel vandring-12.gpx."
        )
    return text


Text = Annotated[str, BeforeValidator(_text)]
Identifier = Annotated[str, BeforeValidator(_identifier)]
Link = Annotated[str, BeforeValidator(_link), WithJsonSchema({"type": "string", "format": "uri"})]
Mailbox = Annotated[str, BeforeValidator(_mailbox)]
FileName = Annotated[str, BeforeValidator(_file_name)]
_AS_TEXT = {"type": ["string", "number"]}
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema(_AS_TEXT)]
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema(_AS_TEXT)]
Few = Annotated[int, BeforeValidator(_few), WithJsonSchema(_AS_TEXT)]
YesNo = Annotated[bool, BeforeValidator(_yes), WithJsonSchema({"enum": ["ja", "nej", True, False]})]
When = Annotated[FuzzyDate, PlainValidator(lambda value: fuzzy_date(_text(value))), WithJsonSchema(_AS_TEXT)]
Day = Annotated[
    FuzzyDate, PlainValidator(lambda value: day(_text(value))), WithJsonSchema({"type": "string"})
]
Span = Annotated[Period, PlainValidator(period), WithJsonSchema({"type": ["string", "number", "object"]})]

_Member = TypeVar("_Member")
Several = Annotated[tuple[_Member, ...], BeforeValidator(_several)]
"""A list; one value alone is read as a list of one."""


def choice(words: type[Word]) -> BeforeValidator:
    """Read one word of a closed list in any accepted inflection; raise Fault naming the whole list otherwise."""

    def read(value: object) -> object:
        text = _text(value)
        forms = {form.lower(): word for form, word in words.forms().items()}
        found = forms.get(text.lower()) or _undotted(forms).get(suggested_id(text))
        if found is None:
            raise UnknownWord(text, tuple(word.value for word in words))
        return found

    return BeforeValidator(read)


def _undotted(forms: dict[str, Word]) -> dict[str, Word]:
    return {suggested_id(form): word for form, word in forms.items()}


class UnknownWord(Fault):
    """A word that is not in its closed list; loading adds the nearest one."""

    def __init__(self, word: str, words: tuple[str, ...]) -> None:
        """Keep the word and the list it should have come from."""
        super().__init__(
            f"”{word}” finns inte bland de ord som får stå här.", f"Skriv ett av: {', '.join(words)}."
        )
        self.word = word
        self.words = words


class Source(Record):
    """Original: the published document as it was, with where and when it was fetched.

    `form` says what the kept file is when it is not the document itself; None is the document. `read_in_copy` is
    the day when a copy that somebody else had stored was read: that the address itself was fetched is not said.
    """

    file: FileName | None = key("fil", "Filens namn i mappen original/.", None)
    form: Annotated[SourceForm, choice(SourceForm)] | None = key(
        "form", "Vad filen är: original (utelämnat), avskrift eller anteckning.", None
    )
    title: Text | None = key("titel", "Vad dokumentet heter.", None)
    publisher: Text | None = key("utgivare", "Vem som har publicerat det.", None)
    address: Link | None = key("källa", "Webbadressen där det stod.", None)
    reference: Text | None = key("källa_i_ord", "Källan i ord, när den inte är en webbadress.", None)
    fetched: Day | None = key("hämtad", "Dagen då det hämtades.", None)
    read_in_copy: Day | None = key(
        "läst_i_kopia",
        "Dagen då det lästes i en kopia som någon annan har lagrat, i stället för hämtad.",
        None,
    )
    published: When | None = key("publicerad", "När det publicerades.", None)
    sha256: Text | None = key("sha256", "Filens SHA-256, om ni vill att Löftet vaktar filen.", None)


class Wording(Record):
    """One of several published wordings of the same thing, quoted with its publisher."""

    text: Text = key("text", "Så som det står, eller i andra ord när filen är en anteckning.")
    publisher: Text = key("utgivare", "Vem som skriver så.")
    address: Link | None = key("källa", "Webbadressen.", None)
    when: When | None = key("datum", "När det publicerades.", None)
    file: FileName | None = key("fil", "Filen som postens original anger för källan.", None)


class Disagreement(Record):
    """Uppgifterna skiljer sig: what two or more published sources say differently."""

    about: Text = key("om", "Vad uppgifterna gäller.")
    wordings: tuple[Wording, ...] = key("lydelser", "Varje lydelse med sin utgivare.")


class Entity(Record):
    """A record with an address of its own."""

    id: Identifier = key("id", "Id i adressen, väljs en gång. Utelämnat: filens namn.")
    draft: YesNo = key("utkast", "ja: publiceras inte någonstans.", False)
    originals: tuple[Source, ...] = key("original", "Originalen: fil, källa, hämtad.", ())
    disagreements: tuple[Disagreement, ...] = key(
        "uppgifterna_skiljer_sig", "Källor som inte stämmer överens.", ()
    )
    note: Text | None = key("anmärkning", "Något läsaren behöver veta, till exempel om källan.", None)


class Cadence(Record):
    """How often: a number per something, at least or exactly."""

    times: Few = key("antal", "Hur många gånger.", 1)
    every: Few = key("varje", "2 för varannan (varannan vecka: per vecka, varje 2).", 1)
    per: Annotated[Per, choice(Per)] = key("per", "Per vad: år, halvår, tertial, kvartal, månad, vecka.")
    at_least: YesNo = key("minst", "ja om antalet är det minsta.", False)
