"""A statement of accessibility that nobody has looked over for long, or that says two things at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loftet.checks.telling import hint, problem
from loftet.facts.silence import months_after
from loftet.model.register import Register
from loftet.model.words.website import Conformance
from loftet.problems import Problem
from loftet.wording import date_text


def statement_is_fresh(register: Register, today: date) -> Iterator[Problem]:
    """Give a Hint when the statement is older than the set time, and a Problem for ”helt” with shortcomings."""
    statement = register.statement
    if statement is None:
        return
    if statement.conformance is Conformance.FULL and (statement.shortcomings or statement.burdens):
        what = "Webbplatsen kan inte vara helt förenlig när redogörelsen har brister."
        mend = "Skriv ”delvis förenlig”, eller ta bort bristerna när de är åtgärdade."
        yield problem(register, statement, ("förenlig",), what, mend)
    months, updated = register.municipality.settings.statement_months, statement.updated.last
    if today > months_after(updated, months):
        what = f"Tillgänglighetsredogörelsen är från {date_text(updated)}, mer än {months} månader sedan."
        mend = "Gå igenom den och ändra ”uppdaterad:”. Gränsen är inställningen redogörelse_månader."
        yield hint(register, statement, ("uppdaterad",), what, mend)
