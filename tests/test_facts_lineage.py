"""Rule 17: a link is written once, and every arrow can be followed in both directions."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loftet.facts import AsOf
from loftet.facts.heard import heard
from loftet.facts.subjects import Subject, promised, subject, subjects
from made_registers import (
    commitment,
    known,
    measure,
    promise,
    register,
    said,
    stop,
    the_commitment,
    the_measure,
    the_promise,
    the_stop,
    told,
    walk,
)


def chain() -> AsOf:
    """Make dialogue and walk → observation → measure → commitment → promise → follow-up → meeting."""
    return known(
        dialoger=[{"id": "dialog-1", "titel": "Enkät", "hört": [{"id": "morkt", "text": "Det är mörkt."}]}],
        vandringar=[walk(stop("4"), stop("5"))],
        loften=[promise(commitment(), framtaget_genom=["dialog-1", "vandring-1"])],
        atgarder=[
            measure(
                åtagande="lofte-1/ljus",
                kommer_ur=[
                    {"vandring": "vandring-1", "stopp": "4"},
                    {"dialog": "dialog-1", "punkt": "morkt"},
                ],
            )
        ],
        moten=[{"id": "radet-1", "datum": "2026-02-12", "paragraf": "§ 4"}],
        uppfoljningar=[told("rad-1", "2026-02-10", said("lampor", "genomförd"), möte="radet-1")],
    )


def test_from_what_was_seen_to_the_paragraph_of_the_meeting() -> None:
    as_of = chain()
    point = next(iter(as_of.public.dialogues.values()))
    from_stop = as_of.measures_of_stop(*the_stop(as_of, "4"))
    from_dialogue = heard(as_of, point)[0].measures
    assert [one.id for one in from_stop] == [one.id for one in from_dialogue] == ["lampor"]
    tied = as_of.commitment_of(from_stop[0])
    assert tied == the_commitment(as_of)
    said_of_it = as_of.said_of_measure(from_stop[0])
    meeting = as_of.meeting(said_of_it[0].follow_up)
    assert meeting is not None
    assert meeting.paragraph == "§ 4"


def test_from_the_follow_up_back_to_what_was_seen() -> None:
    as_of = chain()
    entry = as_of.follow_ups[0].entries[0]
    assert subject(as_of.public, entry.about) == Subject("atgard", "lampor")
    walked, seen = as_of.stops_of(the_measure(as_of))[0]
    assert (walked.id, seen.number) == ("vandring-1", "4")
    assert as_of.follow_ups_of(the_promise(as_of)) == as_of.follow_ups


def test_a_stop_that_led_to_nothing_has_no_measure() -> None:
    as_of = chain()
    assert as_of.measures_of_stop(*the_stop(as_of, "5")) == ()


ORIGINS = st.lists(
    st.tuples(
        st.sampled_from(["vandring-1", "vandring-2"]), st.sampled_from(["1", "2", "A", "hornet", None])
    ),
    max_size=4,
)


@settings(max_examples=40)
@given(st.lists(ORIGINS, max_size=4))
def test_a_measure_comes_from_a_stop_exactly_when_the_stop_led_to_the_measure(
    origins: list[list[tuple[str, str | None]]],
) -> None:
    stops = [stop("1"), stop("2", id="hornet"), stop("a")]
    as_of = known(
        vandringar=[walk(*stops, id="vandring-1"), walk(*stops, id="vandring-2")],
        atgarder=[
            measure(
                f"atgard-{number}",
                kommer_ur=[{"vandring": one, **({"stopp": place} if place else {})} for one, place in found],
            )
            for number, found in enumerate(origins)
        ],
    )
    forward = [
        (measure.id, walked.id, seen.number)
        for measure in as_of.public.measures.values()
        for walked, seen in as_of.stops_of(measure)
    ]
    backward = [
        (measure.id, walked.id, seen.number)
        for walked in as_of.public.walks.values()
        for seen in walked.stops
        for measure in as_of.measures_of_stop(walked, seen)
    ]
    assert sorted(forward) == sorted(backward)
    assert len(set(forward)) == len(forward)


TIES = st.sampled_from(["lofte-1/ljus", "lofte-1/trafik", "lofte-2/ljus", "trafik", None])


@settings(max_examples=40)
@given(st.lists(TIES, max_size=6))
def test_a_measure_carries_out_a_commitment_exactly_when_the_commitment_has_the_measure(
    ties: list[str | None],
) -> None:
    as_of = known(
        loften=[promise(commitment("ljus"), commitment("trafik")), promise(commitment("ljus"), id="lofte-2")],
        atgarder=[
            measure(f"atgard-{number}", **({"åtagande": tie} if tie else {"löfte": "lofte-2"}))
            for number, tie in enumerate(ties)
        ],
    )
    below = [
        (f"{one.id}/{own.id}", tied.id)
        for one in as_of.public.promises.values()
        for own in one.commitments
        for tied in as_of.measures_of_commitment(one, own)
    ]
    above = [
        (f"{pair[0].id}/{pair[1].id}", one.id)
        for one in as_of.public.measures.values()
        if (pair := as_of.commitment_of(one))
    ]
    assert sorted(below) == sorted(above)
    everywhere = [
        tied.id for one in as_of.public.promises.values() for tied in as_of.measures_of_promise(one)
    ]
    assert sorted(everywhere) == sorted(as_of.public.measures)
    for one in as_of.public.measures.values():
        of_it = as_of.promise_of(one)
        assert of_it is not None
        assert one in as_of.measures_of_promise(of_it)


BOTH = register(
    loften=[promise(commitment("ljus"), commitment("lampor")), promise(commitment("ljus"), id="lofte-2")],
    atgarder=[measure("lampor"), measure("lofte-2")],
)


def test_a_reference_names_a_measure_a_commitment_or_a_promise() -> None:
    assert subject(BOTH, "lofte-1") == Subject("lofte", "lofte-1")
    assert subject(BOTH, "lofte-1/ljus") == Subject("atagande", "lofte-1/ljus")
    assert subject(BOTH, "finns-inte") is None
    assert subject(BOTH, "lofte-1/finns-inte") is None


def test_a_bare_id_that_several_things_have_means_none_of_them() -> None:
    assert [one.key for one in subjects(BOTH, "ljus")] == ["lofte-1/ljus", "lofte-2/ljus"]
    assert {one.kind for one in subjects(BOTH, "lampor")} == {"atgard", "atagande"}
    assert subject(BOTH, "lampor") is None
    assert subject(BOTH, "lofte-2") is None


def test_kind_and_id_name_one_of_several() -> None:
    assert subject(BOTH, "atgard/lampor") == Subject("atgard", "lampor")
    assert subject(BOTH, "atgarder/lampor") == Subject("atgard", "lampor")
    assert subject(BOTH, "atagande/lampor") == Subject("atagande", "lofte-1/lampor")
    assert subject(BOTH, "lofte/lofte-2") == Subject("lofte", "lofte-2")
    assert subject(BOTH, "atagande/lofte-1/ljus") == Subject("atagande", "lofte-1/ljus")


def test_what_a_measure_carries_out_is_never_a_measure_of_the_same_id() -> None:
    assert promised(BOTH, "lampor") == Subject("atagande", "lofte-1/lampor")
