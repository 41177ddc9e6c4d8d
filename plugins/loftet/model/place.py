"""Who and where: the municipality, its parties and areas."""

from __future__ import annotations

from typing import Annotated

from loftet.model.base import (
    Count,
    Entity,
    Few,
    FileName,
    Identifier,
    Link,
    Mailbox,
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
from loftet.model.translation import Translations
from loftet.model.words.organisation import LawPart, PartyType, ProcessStep
from loftet.model.words.places import AreaType, DwellingPrecision, PlacePrecision
from loftet.model.words.website import MapServiceKind

PartyRef = Annotated[Identifier, RefTo(("part",))]
AreaRef = Annotated[Identifier, RefTo(("omrade",))]
FocusRef = Annotated[Identifier, RefTo(("fokus",))]


class Contact(Record):
    """A function that answers, never a person (rule 13)."""

    function: Text = key("funktion", "Funktionen, till exempel säkerhetssamordnare.")
    email: Mailbox | None = key("e_post", "Funktionens brevlåda.", None)
    phone: Text | None = key("telefon", "Växel eller funktionens nummer.", None)
    address: Link | None = key("webb", "Kontaktsida.", None)


class Label(Record):
    """A municipality's own word for one of Löftet's: all four forms and the gender."""

    singular: Text = key("singular", "insats")
    definite: Text = key("bestämd", "insatsen")
    plural: Text = key("plural", "insatser")
    definite_plural: Text = key("bestämd_plural", "insatserna")
    neuter: YesNo = key("ett_ord", "ja för ett-ord, nej för en-ord.", False)


class Box(Record):
    """The municipality's bounding box in degrees WGS 84, for judging coordinates."""

    south: Number = key("syd", "Lägsta latitud.")
    west: Number = key("väst", "Lägsta longitud.")
    north: Number = key("nord", "Högsta latitud.")
    east: Number = key("öst", "Högsta longitud.")


class Settings(Record):
    """What the municipality has chosen about counting and deadlines."""

    grace_days: Few = key("frist_dagar", "Dagar efter utlovad uppföljning innan den kallas saknad.", 30)
    smallest_count: Few = key("minsta_antal", "Egna antal under detta visas som ”färre än”.", 5)
    answer_months: Few | None = key("svar_inom_månader", "Servicemål för stopp på vandringar.", None)
    mended_months: Few | None = key(
        "åtgärdat_inom_månader", "Servicemål för åtgärder efter vandringar.", None
    )
    statement_months: Few = key(
        "redogörelse_månader", "Månader innan tillgänglighetsredogörelsen behöver ses över.", 12
    )
    area_maps: YesNo = key(
        "kartor_per_område",
        "ja: siffror som finns för flera områden visas också på en karta som färgar områdena. Av om inget sägs, "
        "för en sådan karta kan peka ut ett område.",
        False,
    )
    smallest_answers: Few = key(
        "minsta_antal_svar", "Så många måste ha svarat i ett område för att kartan ska visa dess siffra.", 50
    )
    answer_goal_words: Text | None = key("svar_inom_i_ord", "Servicemålet i ord, med källa.", None)
    dwelling_precision: Annotated[DwellingPrecision, choice(DwellingPrecision)] = key(
        "vid_bostad_visas",
        "gata eller område: så grovt visas läget för det som ligger vid en bostad (vid_bostad: ja).",
        DwellingPrecision.AREA,
    )


class MapService(Record):
    """A map of the municipality's own server, shown only to those who choose it in the open map."""

    name: Text = key("namn", "Vad kartan heter i lagervalet.", "Kommunens karta")
    kind: Annotated[MapServiceKind, choice(MapServiceKind)] = key("slag", "WMS eller WMTS.")
    address: Link = key(
        "adress",
        "Tjänstens adress, med https. WMTS: hela mönstret med {z}, {x} och {y}, i webbkartans rutnät (EPSG:3857).",
    )
    layers: Text | None = key("lager", "Lagren i en WMS, med komma emellan.", None)
    source: Text = key("källa", "Vem som har gjort kartan. Visas i den.")


class Step(Record):
    """One step of the municipality's own process, laid over the common core."""

    name: Text = key("namn", "Stegets namn hos kommunen.")
    core: Annotated[ProcessStep, choice(ProcessStep)] = key("motsvarar", "Steget i den gemensamma kärnan.")
    method: Text | None = key("metod", "Arbetssättet som steget hör till, när kommunen har flera.", None)
    text: Text | None = key("text", "Vad steget innebär.", None)


class LawLine(Record):
    """What the municipality itself names as one part of its work under lag 2023:196."""

    part: Annotated[LawPart, choice(LawPart)] = key(
        "del", "lägesbild, åtgärdsplan, uppföljning, överenskommelser, råd eller samordningsfunktion."
    )
    record: Text = key(
        "post", "Posten som slag/id, till exempel dokument/plan-2024, eller vad det är, i ord."
    )
    next_due: When | None = key("nästa", "När det ska göras nästa gång.", None)


class Municipality(Entity):
    """Kommun: the publisher of the site."""

    name: Text = key("namn", "Kommunens namn, till exempel Nässjö kommun.")
    code: Text | None = key("kommunkod", "Fyra siffror, med inledande nolla.", None)
    organisation_number: Text | None = key("organisationsnummer", "Kommunens organisationsnummer.", None)
    county: Text | None = key("län", "Länet.", None)
    police_areas: Several[Text] = key("lokalpolisområden", "Lokalpolisområden.", ())
    website: Link | None = key("webbplats", "Kommunens egen webbplats.", None)
    introduction: Text | None = key("inledning", "En eller två meningar till startsidan.", None)
    easy: Text | None = key(
        "lättläst", "Startsidan på lättläst svenska: korta rader. Får ha rubriker, listor och länkar.", None
    )
    translations: Translations = key("översättningar", "Startsidan på andra språk, efter språkkod.", {})
    example: Text | None = key("exempel", "Text i exempelbandet; finns bara på exempelwebbplatser.", None)
    page_owner: Text | None = key("sidansvarig", "Funktionen som ansvarar för sidorna.", None)
    contacts: tuple[Contact, ...] = key("kontakt", "Funktioner som svarar.", ())
    feedback_email: Mailbox | None = key("synpunkter_till", "Brevlåda för fel på sidan och synpunkter.", None)
    feedback_link: Link | None = key("synpunkter_adress", "Webbformulär i stället för brevlåda.", None)
    suggest_walk_email: Mailbox | None = key(
        "föreslå_vandring_till", "Brevlåda för den som vill föreslå en trygghetsvandring.", None
    )
    suggest_walk_link: Link | None = key(
        "föreslå_vandring_adress", "Webbformulär för den som vill föreslå en trygghetsvandring.", None
    )
    fault_report: Link | None = key("felanmälan", "Kommunens egen felanmälan, för en trasig lampa.", None)
    follow_by_email: Link | None = key("följ_via_e_post", "Kommunens egen tjänst för bevakning.", None)
    labels: dict[Text, Label] = key("benämningar", "Egna ord för åtgärd, löfte, grupp …", {})
    settings: Settings = key("inställningar", "Frister och gränser.", Settings.model_validate({}))
    box: Box | None = key("ram", "Kommunens ram i grader, för kontroll av koordinater.", None)
    map_service: MapService | None = key(
        "karttjänst",
        "Kommunens egen karta som val i de öppnade kartorna. Den som väljer den visar sin ip-adress för värden.",
        None,
    )
    process: tuple[Step, ...] = key("arbetssteg", "Kommunens egna steg.", ())
    law: tuple[LawLine, ...] = key("lagen", "Vad som hör till delarna i lag 2023:196.", ())
    population: Count | None = key("folkmängd", "Invånare.", None)
    population_when: When | None = key("folkmängd_avser", "När folkmängden gäller.", None)


class PartyName(Record):
    """A name that a party has or had."""

    name: Text = key("namn", "Namnet.")
    period: Span | None = key("period", "När namnet gällde.", None)
    used_by: Text | None = key("används_av", "Vem som skriver så.", None)


class Party(Entity):
    """Part: an organisation that signs, answers for, takes part in or owns; never a private person."""

    name: Text = key("namn", "Organisationens namn.")
    type: Annotated[PartyType, choice(PartyType)] = key("typ", "Slag av part.", PartyType.OTHER)
    short: Text | None = key("kortnamn", "Kort namn, till exempel polisen.", None)
    names: tuple[PartyName, ...] = key("andra_namn", "Tidigare namn och namn hos andra.", ())
    part_of: PartyRef | None = key("ingår_i", "Parten som den hör till.", None)
    existed: Span | None = key("fanns", "När organisationen fanns under detta namn.", None)
    website: Link | None = key("webbplats", "Webbplats.", None)
    text: Text | None = key("beskrivning", "Vad parten gör i arbetet.", None)
    contact: Contact | None = key("kontakt", "Funktion som svarar.", None)


class Position(Record):
    """A position as exact as it is known, in WGS 84 degrees or SWEREF 99 TM metres."""

    lat: Number | None = key("lat", "Latitud i grader, 55–69.", None)
    lon: Number | None = key("lon", "Longitud i grader, 10–24.", None)
    sweref: tuple[Number, ...] | None = key("sweref", "[nord, öst] i meter, SWEREF 99 TM.", None)
    precision: Annotated[PlacePrecision, choice(PlacePrecision)] = key(
        "noggrannhet", "punkt, gata eller område.", PlacePrecision.POINT
    )


class Area(Entity):
    """Område: a place with a type, a code, and a geometry or none."""

    name: Text = key("namn", "Områdets namn.")
    type: Annotated[AreaType, choice(AreaType)] = key("typ", "Slag av område.", AreaType.PLACE)
    code: Text | None = key("kod", "Områdets kod hos SCB, polisen eller Valmyndigheten.", None)
    division_year: Text | None = key("indelning", "Året för indelningen.", None)
    part_of: AreaRef | None = key("ingår_i", "Större område.", None)
    position: Position | None = key("läge", "Ungefärlig mitt.", None)
    geometry: FileName | None = key("geometri", "GeoJSON-fil i mappen kartor/.", None)
    text: Text | None = key("beskrivning", "Något om området.", None)


class FocusArea(Entity):
    """Fokusområde: a prioritised problem."""

    name: Text = key("namn", "Fokusområdets namn.")
    text: Text | None = key("beskrivning", "Vad det omfattar.", None)
    examples: Text | None = key("exempel", "Exempel, till exempel hot på sociala medier.", None)
