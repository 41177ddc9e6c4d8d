"""What is known: the picture of the situation, its causes, the dialogue and the figures."""

from __future__ import annotations

from typing import Annotated

from loftet.model.base import (
    Count,
    Day,
    Entity,
    Identifier,
    Link,
    Number,
    Record,
    RefTo,
    Several,
    Span,
    Text,
    When,
    YesNo,
    choice,
    key,
)
from loftet.model.place import AreaRef, FocusRef, PartyRef
from loftet.model.words.follow_ups import Reason
from loftet.model.words.knowledge import DialogueForm, Direction, Domain, FactorKind, MissingValue, Selection


class Conclusion(Record):
    """One conclusion of a situation report."""

    text: Text = key("text", "Slutsatsen.")
    focus: Several[FocusRef] = key("fokusområden", "Fokusområden.", ())
    area: Several[AreaRef] = key("område", "Område.", ())
    source: Text | None = key("enligt", "Vad slutsatsen vilar på.", None)


class SituationReport(Entity):
    """Lägesbild: weighed public summary; never incidents about persons."""

    title: Text = key("titel", "Rubrik.")
    period: Span | None = key("period", "Perioden.", None)
    period_words: Text | None = key("period_i_ord", "Perioden i ord.", None)
    areas: Several[AreaRef] = key("områden", "Områden.", ())
    sources: Several[Text] = key("källor", "Vad den bygger på.", ())
    conclusions: Several[Conclusion] = key("slutsatser", "Slutsatserna.", ())
    next_due: When | None = key("nästa", "När nästa kommer.", None)
    link: Link | None = key("länk", "Var den finns.", None)
    made_by: Text | None = key("gjord_av_i_ord", "Vem som gjorde den.", None)
    template: Text | None = key("mall_i_ord", "Mallen.", None)


class Factor(Record):
    """A risk or protective factor in its domain."""

    text: Text = key("text", "Faktorn.")
    kind: Annotated[FactorKind, choice(FactorKind)] = key("slag", "riskfaktor eller skyddsfaktor.")
    domain: Annotated[Domain, choice(Domain)] = key("domän", "Var den finns.")


class CauseAnalysis(Entity):
    """Orsaksanalys: why a problem arises."""

    title: Text = key("titel", "Rubrik.")
    problem: Text | None = key("problem", "Problemet.", None)
    date: When | None = key("datum", "När den gjordes.", None)
    report: Annotated[Identifier, RefTo(("lagesbild",))] | None = key("lägesbild", "Lägesbilden bakom.", None)
    focus: Several[FocusRef] = key("fokusområden", "Fokusområden.", ())
    factors: tuple[Factor, ...] = key("faktorer", "Faktorerna.", ())
    domains: Several[Annotated[Domain, choice(Domain)]] = key("domäner", "Områden som analysen ser till.", ())
    method: Text | None = key("metod_i_ord", "Hur den gjordes.", None)
    sources: Several[Text] = key("källor", "Forskning och annat som den bygger på.", ())
    text: Text | None = key("beskrivning", "Mer.", None)


class HeardPoint(Record):
    """One thing that was heard in a dialogue, and the answer when nothing else came of it."""

    id: Identifier = key("id", "Punktens id.")
    text: Text = key("text", "Vad som sades.")
    answer: Text | None = key("svar", "Svaret.", None)
    reason: Annotated[Reason, choice(Reason)] | None = key("skäl", "Varför inget görs.", None)
    focus: Several[FocusRef] = key("fokusområden", "Fokusområden.", ())
    secrecy: Text | None = key("sekretessprövad", "Funktionen som har prövat att punkten kan visas.", None)


class Dialogue(Entity):
    """Medborgardialog: what was asked, who answered and what was heard."""

    title: Text = key("titel", "Rubrik.")
    form: Annotated[DialogueForm, choice(DialogueForm)] | None = key(
        "form", "enkät, möte, dialog på stan …", None
    )
    date: When | None = key("datum", "När.", None)
    date_words: Text | None = key("datum_i_ord", "När, i ord.", None)
    areas: Several[AreaRef] = key("områden", "Områden.", ())
    place_words: Text | None = key("plats_i_ord", "Var, i ord.", None)
    asked: Count | None = key("tillfrågade", "Antal tillfrågade.", None)
    answered: Count | None = key("svarande", "Antal som svarade.", None)
    answered_words: Text | None = key("svarande_i_ord", "Antal i ord.", None)
    selection: Annotated[Selection, choice(Selection)] | None = key(
        "urval", "självvalda eller slumpmässigt.", None
    )
    heard: tuple[HeardPoint, ...] = key("hört", "Vad som sades.", ())
    text: Text | None = key("beskrivning", "Mer.", None)
    parties: Several[PartyRef] = key("parter", "Vem som ordnade den.", ())
    secrecy: Text | None = key(
        "sekretessprövad", "Funktionen som har prövat att beskrivningen kan visas.", None
    )


class Value(Record):
    """One value of a series, with its own period, area and source (rule 9)."""

    period: Span = key("period", "När värdet gäller.")
    value: Number | None = key("värde", "Talet.", None)
    missing: Annotated[MissingValue, choice(MissingValue)] | None = key(
        "visas_inte", "Varför talet saknas.", None
    )
    words: Text | None = key("värde_i_ord", "Utfallet i ord.", None)
    area: AreaRef | None = key("område", "Område, om annat än indikatorns.", None)
    margin: Number | None = key("felmarginal", "± i samma enhet.", None)
    asked: Count | None = key("tillfrågade", "Antal tillfrågade.", None)
    respondents: Count | None = key("svarande", "Antal svarande.", None)
    respondents_words: Text | None = key("svarande_i_ord", "Antal svarande i ord.", None)
    response_rate: Number | None = key("svarsandel", "Svarsandel i procent.", None)
    sample: Annotated[Selection, choice(Selection)] | None = key("urval", "Hur de som svarade valdes.", None)
    preliminary: YesNo = key("preliminärt", "ja tills talet är slutligt.", False)
    source: Text | None = key("källa", "Källa, om annan än indikatorns.", None)
    address: Link | None = key("källa_länk", "Webbadress.", None)
    fetched: Day | None = key("hämtad", "Dagen då talet hämtades.", None)
    measured: When | None = key("mätt", "När det mättes, om annat än perioden.", None)
    group: Text | None = key("grupp", "Vilka talet gäller, när det inte är alla.", None)
    note: Text | None = key("anmärkning", "Läsanvisning.", None)


class SeriesBreak(Record):
    """Tidsseriebrott: values before and after cannot be compared."""

    before: When = key("före", "Första perioden efter brottet.")
    why: Text = key("varför", "Vad som ändrades.")


class Indicator(Entity):
    """Indikator: a series of values."""

    name: Text = key("namn", "Vad som mäts.")
    direction: Annotated[Direction, choice(Direction)] | None = key("riktning", "Önskad riktning.", None)
    unit: Text | None = key("enhet", "procent, antal, per 100 000 invånare …", None)
    source: Text | None = key("källa", "Källa.", None)
    source_address: Link | None = key("källa_länk", "Webbadress.", None)
    area: AreaRef | None = key("område", "Område.", None)
    values: tuple[Value, ...] = key("värden", "Värdena.", ())
    breaks: tuple[SeriesBreak, ...] = key("serien_bryts", "Tidsseriebrott.", ())
    text: Text | None = key("beskrivning", "Hur siffran ska läsas.", None)
    caveats: Several[Text] = key("läsanvisningar", "Vad siffran inte säger.", ())
    focus: Several[FocusRef] = key("fokusområden", "Fokusområden.", ())


class GlossaryEntry(Entity):
    """Ord i ordlistan: explains a term or an abbreviation."""

    term: Text = key("ord", "Ordet eller förkortningen.")
    expansion: Text | None = key("uttydning", "Vad förkortningen står för.", None)
    meaning: Text = key("betydelse", "Vad det betyder, i en eller två meningar.")
    synonyms: Several[Text] = key("andra_ord", "Andra ord för samma sak.", ())
    source: Link | None = key("källa", "Webbadress.", None)
