"""The statuses of Löftet: word, shape, tone and inflection of what a page says of a thing; one list for all pages."""

from __future__ import annotations

from typing import Self

from loftet.model.words.word import Word


class Status(Word):
    """What a page says of a measure, a commitment, a goal or a stop: word, shape, tone and inflection.

    `common` is said of an en-word such as åtgärd, `neuter` of an ett-word such as åtagande or mål, `plural` of
    several. The word itself is the form that goes with Löftet's own name for the thing.
    """

    shape: str
    tone: str
    neuter: str
    plural: str
    common: str

    def __new__(
        cls,
        value: str,
        shape: str,
        tone: str,
        meaning: str,
        neuter: str = "",
        plural: str = "",
        common: str = "",
    ) -> Self:
        """Make one status."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.shape, word.tone, word.meaning = shape, tone, meaning
        word.neuter, word.plural = neuter or value, plural or neuter or value
        word.common = common or value
        return word

    @classmethod
    def forms(cls) -> dict[str, Self]:
        """Give every inflection with the status that it stands for."""
        return {form: word for word in cls for form in (word.plural, word.common, word.neuter, word.value)}

    @property
    def slug(self) -> str:
        """Give the status as it stands in addresses and anchors: ASCII, hyphens."""
        return self.value.translate(str.maketrans("åäö ", "aao-")).lower()

    @property
    def is_done(self) -> bool:
        """Tell whether it is wholly done: what ”x av y” counts (rule 5)."""
        return self in (MeasureStatus.DONE, CommitmentStatus.KEPT, StopStatus.MENDED)

    @property
    def is_refused(self) -> bool:
        """Tell whether somebody has said that it does not happen, or did not."""
        return self in (MeasureStatus.NOT_DONE, CommitmentStatus.NOT_DONE, CommitmentStatus.NOT_KEPT)

    @property
    def is_late(self) -> bool:
        """Tell whether its last day has gone by without word that it is done."""
        return self in (MeasureStatus.LATE, CommitmentStatus.LATE)

    @property
    def is_unsaid(self) -> bool:
        """Tell whether no follow-up has said how it goes."""
        measures = (MeasureStatus.NOT_ASSESSED, MeasureStatus.NOT_FOLLOWED_UP)
        return self in (*measures, CommitmentStatus.NOT_ASSESSED, CommitmentStatus.NOT_FOLLOWED_UP)


class MeasureStatus(Status):
    """Åtgärdens läge. *Försenad* and *ej uppföljd ännu* are computed and never written by an editor."""

    DONE = "genomförd", "●", "klart", "Åtgärden är gjord.", "genomfört", "genomförda"
    PARTLY = "delvis genomförd", "◐", "delvis", "En del är gjord.", "delvis genomfört", "delvis genomförda"
    ONGOING = "pågår", "◆", "pagar", "Arbetet är i gång."
    CONTINUOUS = "löpande", "↻", "lopande", "Görs hela tiden eller vid behov, räknas inte i ”x av y”."
    ON_TRIAL = "på försök", "◇", "forsok", "Prövas och kan ändras eller tas bort."
    PAUSED = "pausad", "‖", "pausad", "Arbetet ligger stilla.", "pausat", "pausade"
    PLANNED = (
        "planerad",
        "■",
        "planerad",
        "Beslutet är taget men arbetet har inte börjat.",
        "planerat",
        "planerade",
    )
    LATE = "försenad", "▲", "sen", "Sista dagen har gått utan att åtgärden är klar.", "försenat", "försenade"
    NOT_DONE = "genomförs inte", "✕", "inte", "Blir inte av. Skälet står intill."
    HANDED_OVER = "överlämnad", "→", "vidare", "Någon annan har tagit över.", "överlämnat", "överlämnade"
    MOVED = "flyttad", "→", "vidare", "Görs i ett annat löfte eller projekt.", "flyttat", "flyttade"
    UNTRACEABLE = "går inte att följa upp", "?", "oklart", "Det går inte att säga om åtgärden är gjord."
    NOT_ASSESSED = (
        "ej bedömd",
        "○",
        "tyst",
        "En uppföljning har tagit upp åtgärden utan att säga hur långt arbetet har kommit.",
        "ej bedömt",
        "ej bedömda",
    )
    NOT_FOLLOWED_UP = (
        "ej uppföljd ännu",
        "○",
        "tyst",
        "Ingen publicerad uppföljning har tagit upp åtgärden. Det betyder inte att inget är gjort.",
        "ej uppföljt ännu",
        "ej uppföljda ännu",
    )


class CommitmentStatus(Status):
    """Åtagandets läge: verdicts are said by a follow-up, never inferred from measures."""

    KEPT = (
        "uppfyllt",
        "●",
        "klart",
        "En uppföljning säger att åtagandet är uppfyllt.",
        "",
        "uppfyllda",
        "uppfylld",
    )
    PARTLY = (
        "delvis uppfyllt",
        "◐",
        "delvis",
        "En del är uppfyllt.",
        "",
        "delvis uppfyllda",
        "delvis uppfylld",
    )
    NOT_KEPT = (
        "inte uppfyllt",
        "✕",
        "inte",
        "En uppföljning säger att åtagandet inte uppfylldes.",
        "",
        "inte uppfyllda",
        "inte uppfylld",
    )
    UNTRACEABLE = "går inte att följa upp", "?", "oklart", "Det går inte att säga om åtagandet är uppfyllt."
    NOT_DONE = "genomförs inte", "✕", "inte", "Blir inte av. Skälet står intill."
    MOVED = "flyttat", "→", "vidare", "Åtagandet fortsätter på annat håll.", "", "flyttade", "flyttad"
    LATE = (
        "försenat",
        "▲",
        "sen",
        "Sista dagen har gått utan besked om att åtagandet är uppfyllt.",
        "",
        "försenade",
        "försenad",
    )
    ONGOING = "pågår", "◆", "pagar", "Arbetet är i gång."
    CONTINUOUS = "löpande", "↻", "lopande", "Görs hela tiden eller vid behov, räknas inte i ”x av y”."
    ON_TRIAL = "på försök", "◇", "forsok", "Prövas och kan ändras eller tas bort."
    PAUSED = "pausat", "‖", "pausad", "Arbetet ligger stilla.", "", "pausade", "pausad"
    PLANNED = (
        "planerat",
        "■",
        "planerad",
        "Beslutet är taget men arbetet har inte börjat.",
        "",
        "planerade",
        "planerad",
    )
    NOT_ASSESSED = (
        "ej bedömt",
        "○",
        "tyst",
        "En uppföljning har tagit upp åtagandet utan att säga om det hålls.",
        "",
        "ej bedömda",
        "ej bedömd",
    )
    NOT_FOLLOWED_UP = (
        "ej uppföljt ännu",
        "○",
        "tyst",
        "Ingen publicerad uppföljning har tagit upp åtagandet. Det betyder inte att inget är gjort.",
        "",
        "ej uppföljda ännu",
        "ej uppföljd ännu",
    )


class GoalStatus(Status):
    """Målets läge, från siffrorna och bara när mål och utfall går att jämföra."""

    REACHED = "uppnått", "●", "klart", "Utfallet når målet i samma enhet, tid och område.", "", "uppnådda"
    NOT_REACHED = "inte uppnått", "✕", "inte", "Utfallet når inte målet.", "", "inte uppnådda"
    UNDECIDED = (
        "inte avgjort än",
        "◆",
        "pagar",
        "Tiden är inte slut, så ingen kan säga om målet nås.",
        "",
        "inte avgjorda än",
    )
    NOT_COMPARABLE = (
        "kan inte jämföras",
        "?",
        "oklart",
        "Mål och utfall har inte samma enhet, tid eller område.",
    )
    NOT_MEASURED = "ej mätt ännu", "○", "tyst", "Inget utfall är publicerat.", "", "ej mätta ännu"


class StopStatus(Status):
    """Vad som hänt med ett stopp på en vandring."""

    MENDED = "åtgärdat", "●", "klart", "Det som behövde göras är gjort.", "", "åtgärdade"
    PARTLY = (
        "delvis åtgärdat",
        "◐",
        "delvis",
        "Minst en åtgärd är gjord. Resten görs inte eller har lämnats över, och det står intill.",
        "",
        "delvis åtgärdade",
    )
    ONGOING = "pågår", "◆", "pagar", "En åtgärd är i gång."
    PLANNED = "planerat", "■", "planerad", "En åtgärd är bestämd.", "", "planerade"
    ANSWERED = "fått svar", "✉", "svar", "Någon har svarat; ingen åtgärd görs, och skälet står intill."
    WAITING = "väntar", "▲", "sen", "Varken åtgärd eller svar är publicerat."
    POSITIVE = (
        "positivt",
        "+",
        "positivt",
        "De som gick lyfte fram det som bra. Stoppet ber inte om något.",
        "",
        "positiva",
    )


class Lifecycle(Status):
    """Löftets livscykel."""

    DRAFT = "utkast", "○", "tyst", "Inte publicerat."
    SIGNED = (
        "undertecknat",
        "■",
        "planerad",
        "Undertecknat; perioden har inte börjat.",
        "",
        "",
        "undertecknad",
    )
    IN_FORCE = "gäller", "◆", "pagar", "Perioden pågår."
    ENDED = "avslutat", "●", "klart", "Perioden är slut.", "", "", "avslutad"
    EXTENDED = (
        "förlängt",
        "◆",
        "pagar",
        "Löftet gäller längre än det först undertecknades för.",
        "",
        "",
        "förlängd",
    )
    REPLACED = "ersatt", "→", "vidare", "Ett nytt löfte gäller i stället."
    WITHDRAWN = "återtaget", "✕", "inte", "Parterna har dragit tillbaka löftet.", "", "", "återtagen"
    NOT_STATED = "perioden är inte angiven", "?", "oklart", "Det går inte att säga om löftet gäller."

    @property
    def is_over(self) -> bool:
        """Tell whether the promise holds no more."""
        return self in (Lifecycle.ENDED, Lifecycle.REPLACED, Lifecycle.WITHDRAWN)
