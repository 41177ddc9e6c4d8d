"""Rule 1 and the lifecycle: every decision stands on both promises, with its reason and both wordings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loftet.checks import judge
from loftet.facts import AsOf
from loftet.facts.life_events import LifeEvent, life_events, life_events_of
from loftet.facts.lifecycle import life_stage
from loftet.facts.progress import progress_of_commitments
from loftet.facts.silence import unmentioned
from loftet.facts.status import commitment_standing
from loftet.facts.wording_changes import wording_changes
from loftet.model.statuses import CommitmentStatus, Lifecycle
from loftet.pages.promises import promises
from made_registers import TODAY, commitment, known, loaded, promise, said, the_commitment, the_promise, told
from small_town import site, write

NEW: dict[str, Any] = {
    "id": "lofte-2",
    "titel": "Hela byn",
    "ersätter": "lofte-1",
    "period": {"från": "2026-01-01"},
}


def decided(word: str, **more: Any) -> dict[str, Any]:
    return {"händelse": word, "datum": "2026-01-15", "skäl_i_ord": "Parterna vill det.", **more}


def renewed(*events: dict[str, Any], today: date = TODAY, **new: Any) -> AsOf:
    """Make a promise of two commitments, what was decided about it, and another promise with one."""
    old = promise(
        commitment(ordalydelse="Vi byter lamporna på torget"),
        commitment("trafik"),
        händelser=list(events),
        ordalydelse="Vi lovar ljus på torget.",
    )
    other = promise(
        commitment("lampor", ordalydelse="Vi byter lamporna i hela byn"), **{"id": "lofte-2", **new}
    )
    return known(today, loften=[old, other])


def events_of(as_of: AsOf, id: str = "lofte-1") -> tuple[LifeEvent, ...]:
    return life_events(as_of, the_promise(as_of, id))


def test_what_replaces_is_told_on_both_promises_though_only_the_new_one_says_it() -> None:
    as_of = renewed(**NEW, ordalydelse="Vi lovar ljus i hela byn.")
    old, new = events_of(as_of)[0], events_of(as_of, "lofte-2")[0]
    assert (old.word, old.other, old.incoming) == ("ersatt", the_promise(as_of, "lofte-2"), False)
    assert (new.word, new.other, new.incoming) == ("ersätter", the_promise(as_of), True)
    assert (
        (old.before, old.after)
        == (new.before, new.after)
        == ("Vi lovar ljus på torget.", "Vi lovar ljus i hela byn.")
    )


def test_a_stated_replacement_carries_its_reason_to_both_promises_and_is_told_once() -> None:
    as_of = renewed(decided("ersatt"), **NEW)
    for id in ("lofte-1", "lofte-2"):
        (only,) = events_of(as_of, id)
        assert only.decided is not None
        assert only.decided.reason == "Parterna vill det."


def test_a_promise_to_come_has_not_replaced_yet() -> None:
    assert events_of(renewed(today=date(2025, 12, 31), **NEW)) == ()


def test_a_commitment_carried_over_is_told_at_both_ends_with_both_wordings() -> None:
    as_of = renewed(decided("överfört", åtagande="ljus", förs_till="lofte-2/lampor"))
    (out,), (taken,) = events_of(as_of), events_of(as_of, "lofte-2")
    assert (out.word, taken.word) == ("överfört", "övertaget")
    assert (out.commitment, out.other_commitment) == (taken.other_commitment, taken.commitment)
    assert (taken.before, taken.after) == ("Vi byter lamporna på torget", "Vi byter lamporna i hela byn")
    assert life_events_of(as_of, *the_commitment(as_of, "lofte-2/lampor")) == (taken,)
    assert life_events_of(as_of, *the_commitment(as_of, "lofte-1/trafik")) == ()


@pytest.mark.parametrize(
    ("event", "before", "after"),
    [
        (decided("struket", åtagande="ljus"), "Vi byter lamporna på torget", ""),
        (decided("tillagt", åtagande="ljus"), "", "Vi byter lamporna på torget"),
        (
            decided("ändrat", åtagande="ljus", lydelse_före="30 lampor", lydelse_efter="20 lampor"),
            "30 lampor",
            "20 lampor",
        ),
        (decided("återtaget", lydelse_före="Allt"), "Allt", ""),
        (decided("förlängt", till="2027-03-29"), "Gäller till 29 mars 2026", "Gäller till 29 mars 2027"),
    ],
)
def test_each_kind_of_decision_has_its_wording_before_and_after(
    event: dict[str, Any], before: str, after: str
) -> None:
    as_of = known(
        loften=[
            promise(
                commitment(ordalydelse="Vi byter lamporna på torget"),
                period={"från": "2024-03-30", "till": "2026-03-29"},
                händelser=[event],
            )
        ]
    )
    (only,) = events_of(as_of)
    assert (only.before, only.after) == (before, after)


def test_what_was_decided_of_one_commitment_says_nothing_of_the_whole_promise() -> None:
    for word in ("återtaget", "avslutat", "förlängt"):
        as_of = renewed(decided(word, åtagande="ljus", till="2026-02-01"))
        assert life_stage(as_of, the_promise(as_of)).stage is Lifecycle.NOT_STATED


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("struket", CommitmentStatus.NOT_DONE),
        ("återtaget", CommitmentStatus.NOT_DONE),
        ("överfört", CommitmentStatus.MOVED),
        ("ersatt", CommitmentStatus.MOVED),
        ("ändrat", CommitmentStatus.NOT_FOLLOWED_UP),
        ("tillagt", CommitmentStatus.NOT_FOLLOWED_UP),
    ],
)
def test_nobody_waits_for_a_commitment_that_a_decision_took_out(word: str, status: CommitmentStatus) -> None:
    as_of = renewed(decided(word, åtagande="ljus"))
    assert commitment_standing(as_of, *the_commitment(as_of)).status is status
    before = renewed(decided(word, åtagande="ljus"), today=date(2026, 1, 14))
    assert commitment_standing(before, *the_commitment(before)).status is CommitmentStatus.NOT_FOLLOWED_UP


def test_what_was_struck_is_not_listed_as_unmentioned() -> None:
    as_of = renewed(decided("struket", åtagande="ljus"))
    assert [one.id for one in unmentioned(as_of, the_promise(as_of))] == ["trafik"]


def test_a_verdict_outlives_the_decision_to_strike_and_what_is_added_again_stands() -> None:
    struck, again = (
        decided("struket", åtagande="ljus"),
        decided("tillagt", åtagande="ljus", datum="2026-02-01"),
    )
    old = promise(commitment(), händelser=[struck])
    judged = known(loften=[old], uppfoljningar=[told("u", "2025-12-01", said("lofte-1/ljus", "uppfyllt"))])
    assert commitment_standing(judged, *the_commitment(judged)).status is CommitmentStatus.KEPT
    as_of = renewed(struck, again)
    assert commitment_standing(as_of, *the_commitment(as_of)).status is CommitmentStatus.NOT_FOLLOWED_UP
    assert progress_of_commitments(as_of, [the_promise(as_of)]).total == 2


def test_an_editor_who_forgets_the_commitment_or_names_an_unknown_one_is_told_how_to_mend_it(
    tmp_path: Path,
) -> None:
    text = "titel: Ljus\nåtaganden:\n  - {id: ljus, text: Ljus}\nhändelser:\n  - händelse: struket\n"
    _, problems = loaded(tmp_path / "a", {"loften/ett.yml": text})
    assert [one.what for one in problems] == ["”struket” sägs om ett åtagande, men här står inte vilket."]
    wrong = text + "    åtagande: ljs\n    förs_till: tva/ljus\n"
    register, none = loaded(tmp_path / "b", {"loften/ett.yml": wrong})
    assert none == ()
    found = {one.what: one.mend for one in judge(register, TODAY)[0]}
    assert found["Löftet har inget åtagande ”ljs”."] == "Menar du ”ljus”?"
    assert "”tva/ljus” finns inte: inget åtagande har det id:t." in found


# --- Wordings ---------------------------------------------------------------------------------------------


def test_each_word_is_kept_where_it_stood_and_only_what_differs_is_marked() -> None:
    told = wording_changes("minst 30 kontroller\nper år", "minst 20 kontroller\nper år och plats")
    assert "".join(one.text for one in told.before) == "minst 30 kontroller\nper år"
    assert "".join(one.text for one in told.after) == "minst 20 kontroller\nper år och plats"
    assert [one.text.strip() for one in told.before if one.changed] == ["30"]
    assert [one.text.strip() for one in told.after if one.changed] == ["20", "och plats"]


@pytest.mark.parametrize(
    ("before", "after"), [("", "Ljus"), ("Ljus", ""), ("Ljus nu", "Helt andra ord"), ("Ljus", "Ljus")]
)
def test_two_texts_with_too_little_in_common_are_shown_whole(before: str, after: str) -> None:
    told = wording_changes(before, after)
    assert not told.marked
    assert not any(one.changed for one in (*told.before, *told.after))
    assert ("".join(one.text for one in told.before), "".join(one.text for one in told.after)) == (
        before,
        after,
    )


def test_a_wording_of_a_whole_book_is_shown_at_once() -> None:
    assert not wording_changes("ord " * 50_000, "ord " * 49_999).marked


# --- Pages ------------------------------------------------------------------------------------------------

TWO = {
    "kommun.yml": "namn: Byn\n",
    "loften/nya.yml": """\
titel: Nya löftet
ersätter: gamla
period: {från: 2026-01-01}
åtaganden:
  - {id: ljus, text: Vi byter alla trasiga lampor i hela byn}
""",
    "loften/gamla.yml": """\
titel: Gamla löftet
åtaganden:
  - {id: ljus, text: Vi byter alla trasiga lampor på torget}
  - {id: klotter, text: Klotter bort}
händelser:
  - {händelse: överfört, åtagande: ljus, förs_till: nya/ljus, datum: 2026-01-01, skäl_i_ord: Fler ska få ljus}
  - {händelse: struket, åtagande: klotter, datum: 2026-01-01, skäl_i_ord: <b>Nog</b>}
""",
}


def bodies(folder: Path) -> dict[str, str]:
    return {one.address: one.body for one in promises(site(write(folder, TWO)))}


def test_the_wordings_stand_side_by_side_under_headings_and_the_marks_are_words_too(tmp_path: Path) -> None:
    drawn = bodies(tmp_path)
    for page in ("loften/gamla/", "loften/nya/", "loften/gamla/ljus/", "loften/nya/ljus/"):
        told = drawn[page]
        assert 0 < told.index("<h4>Före</h4>") < told.index("<h4>Efter</h4>")
        assert (
            '<del><span class="lo-hidden">[borttaget: </span>på torget<span class="lo-hidden">]</span></del>'
            in told
        )
        assert (
            '<ins><span class="lo-hidden">[tillagt: </span>i hela byn<span class="lo-hidden">]</span></ins>'
            in told
        )
        assert "Överstruket är borttaget. Understruket är tillagt." in told
        assert "Fler ska få ljus." in drawn[page]


def test_what_was_struck_says_why_and_that_nothing_came_instead(tmp_path: Path) -> None:
    for page in ("loften/gamla/", "loften/gamla/klotter/"):
        body = bodies(tmp_path)[page]
        assert "Struket: Klotter bort" in body
        assert "&lt;b&gt;Nog&lt;/b&gt;." in body
        assert "<em>Inget i stället.</em>" in body


def test_a_replacement_without_a_reason_says_so_on_both_promises(tmp_path: Path) -> None:
    drawn = bodies(tmp_path)
    assert (
        'Gäller i stället: <a href="../nya/">Nya löftet</a>. Skälet är inte angivet.'
        in drawn["loften/gamla/"]
    )
    assert (
        'Gällde förut: <a href="../gamla/">Gamla löftet</a>. Skälet är inte angivet.' in drawn["loften/nya/"]
    )
