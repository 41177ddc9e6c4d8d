"""Tillgänglighetsredogörelse: what the publisher states of how accessible the site is (DOS-lagen)."""

from __future__ import annotations

from typing import Annotated

from loftet.model.base import Day, Entity, Link, Mailbox, Record, Several, Text, choice, key
from loftet.model.words.website import Conformance, Testing


class Shortcoming(Record):
    """Content that is not accessible, and why."""

    text: Text = key("text", "Innehållet som inte är tillgängligt.")
    why: Text = key("skäl", "Varför det inte är tillgängligt.")
    mended: Text | None = key("åtgärdas_i_ord", "När och hur det ska åtgärdas.", None)


class Burden(Record):
    """A requirement that is set aside as an unreasonable burden (12 §), with the reasons."""

    text: Text = key("text", "Kravet eller innehållet.")
    why: Text = key("motivering", "Varför anpassningen är oskäligt betungande.")


class AccessibilityStatement(Entity):
    """Tillgänglighetsredogörelse for this site; its contents are those that Digg lists."""

    provider: Text | None = key("aktör", "Vem som ansvarar; utelämnad kommunens namn.", None)
    service: Text = key("tjänst", "Webbplatsen som redogörelsen gäller.")
    conformance: Annotated[Conformance, choice(Conformance)] = key(
        "förenlig", "helt förenlig, delvis förenlig eller inte förenlig."
    )
    shortcomings: tuple[Shortcoming, ...] = key("brister", "Innehåll som inte är tillgängligt.", ())
    burdens: tuple[Burden, ...] = key("oskäligt_betungande", "Anpassningar som undantas enligt 12 §.", ())
    outside: Several[Text] = key("undantaget_innehåll", "Innehåll som lagen inte omfattar (9 §).", ())
    testing: Annotated[Testing, choice(Testing)] = key("metod", "självskattning eller extern granskning.")
    tested: Text | None = key("testat_i_ord", "Hur webbplatsen har testats.", None)
    assessed: Day = key("bedömd", "Dagen för bedömningen, till exempel 2026-03-10.")
    updated: Day = key("uppdaterad", "Dagen då redogörelsen senast uppdaterades.")
    email: Mailbox | None = key("e_post", "Funktionens brevlåda för brister; utelämnad kommunens.", None)
    phone: Text | None = key("telefon", "Växel eller funktionens nummer.", None)
    form: Link | None = key("formulär", "Webbformulär för brister.", None)
