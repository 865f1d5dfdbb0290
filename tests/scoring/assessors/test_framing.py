"""What the frame cuts, and the room over a head."""

from dataclasses import replace

import pytest

from scoring.assessors.framing import framing_of, is_cut
from scoring.face import Face
from scoring.subject import Subject


def subject(*box, confidence=0.9):
    return Subject(box, confidence)


def face(*box, confidence=0.9):
    return Face(box, confidence, ((0.4, 0.4), (0.5, 0.4)), (0.45, 0.45), ((0.42, 0.5), (0.48, 0.5)))


@pytest.mark.parametrize(
    ("box", "sides"),
    [
        ((0.3, 0.3, 0.6, 0.6), ()),
        ((0.0, 0.3, 0.3, 0.6), ("left",)),
        ((0.6, 0.4, 1.0, 0.8), ("right",)),
        ((0.3, 0.0, 0.6, 0.3), ("top",)),
    ],
)
def test_edges_that_touch_the_subject_cut_it(box, sides):
    assert framing_of(subject(*box), None).cut == sides


def test_what_fills_the_frame_or_is_doubtful_is_not_cut():
    assert framing_of(subject(0.0, 0.0, 1.0, 0.8), None).cut == ()
    assert framing_of(subject(0.0, 0.3, 0.3, 0.6, confidence=0.4), None).cut == ()


def test_what_runs_into_an_edge_lengthwise_is_not_cut_by_it():
    chain, lamps = subject(0.2, 0.0, 0.35, 0.85), subject(0.1, 0.3, 1.0, 0.6)
    assert framing_of(chain, None).cut == ()
    assert framing_of(lamps, None, aspect=4 / 3).cut == ()
    assert framing_of(lamps, None, aspect=1 / 2).cut == ("right",)


def test_what_lies_over_a_corner_is_not_called_cut():
    assert framing_of(subject(0.5, 0.6, 1.0, 1.0), None).cut == ()


def test_only_a_good_part_that_is_cut_off_counts():
    flower = Subject((0.3, 0.4, 0.6, 1.0), 0.9, (0.4, 0.5, 0.4, 0.1))
    assert framing_of(flower, None).cut == ()
    assert framing_of(replace(flower, contact=(0.4, 0.5, 0.4, 0.6)), None).cut == ("bottom",)


def test_person_is_not_cut_by_the_frame_but_a_face_is():
    framing = framing_of(subject(0.3, 0.2, 0.7, 1.0), [face(0.4, 0.25, 0.6, 0.5)])
    assert (framing.cut, framing.face_cut) == ((), ())
    assert framing_of(None, [face(-0.02, 0.25, 0.2, 0.5)]).face_cut == ("left",)


def test_faces_of_passers_by_and_doubtful_faces_are_not_told():
    assert framing_of(None, [face(0.4, 0.2, 0.7, 0.6), face(0.0, 0.5, 0.05, 0.58)]).face_cut == ()
    assert framing_of(None, [face(0.0, 0.2, 0.3, 0.6, confidence=0.4)]).face_cut == ()


def test_face_cropped_at_the_top_alone_is_a_close_portrait_and_no_fault():
    top, side = framing_of(None, [face(0.4, -0.01, 0.7, 0.4)]), framing_of(None, [face(0.8, 0.2, 1.01, 0.5)])
    assert top.face_cut == ("top",)
    assert not is_cut(top)
    assert is_cut(side)


def test_head_room_is_measured_from_the_crown():
    assert framing_of(None, [face(0.4, 0.3, 0.6, 0.5)]).head_room == pytest.approx(0.25)
    assert framing_of(None, [face(0.4, 0.02, 0.6, 0.42)]).head_room == pytest.approx(-0.08)


def test_without_a_face_it_is_measured_from_the_subject():
    assert framing_of(subject(0.3, 0.2, 0.6, 0.6), ()).head_room == pytest.approx(0.2)
    assert framing_of(None, None).head_room is None
