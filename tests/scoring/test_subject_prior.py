"""What faces and focus points tell of the subject."""

import pytest

from scoring.face import Face
from scoring.subject import Subject
from scoring.subject_prior import with_priors

SKY = Subject((0.1, 0.05, 0.5, 0.3), 0.5)
BOAT = Subject((0.6, 0.6, 0.9, 0.8), 0.3)


def face(x0, y0, x1, y1, confidence=0.9):
    return Face((x0, y0, x1, y1), confidence, ((x0, y0), (x1, y0)), (x0, y1), ((x0, y1), (x1, y1)))


def test_without_priors_salient_regions_stay_as_they_are():
    assert with_priors((SKY, BOAT), None, ()) == (SKY, BOAT)
    assert with_priors((), (), ()) == ()


def test_off_centre_focus_point_puts_its_region_first_and_trusts_it():
    first, second = with_priors((SKY, BOAT), None, [(0.7, 0.65, 0.75, 0.7)])
    assert (first.box, first.confidence) == (BOAT.box, 0.6)
    assert second == SKY


def test_central_focus_point_says_nothing():
    whole = Subject((0.3, 0.3, 0.7, 0.7), 0.3)
    assert with_priors((SKY, whole), None, [(0.48, 0.48, 0.52, 0.52)]) == (SKY, whole)


def test_focus_point_beside_every_region_says_nothing():
    assert with_priors((SKY, BOAT), None, [(0.1, 0.9, 0.15, 0.95)]) == (SKY, BOAT)


def test_person_comes_before_what_is_bright():
    person, *others = with_priors((SKY,), [face(0.6, 0.3, 0.75, 0.5)], ())
    assert person == Subject((0.6, 0.3, 0.75, 0.5), 0.9)
    assert others == [SKY]


@pytest.mark.parametrize(
    "region", [(0.55, 0.25, 0.8, 0.9), (0.6, 0.55, 0.8, 0.8)], ids=["around the face", "body below"]
)
def test_region_of_a_face_or_of_its_body_belongs_to_the_person(region):
    people = with_priors((SKY, Subject(region, 0.4)), [face(0.6, 0.3, 0.75, 0.5)], ())
    wanted = (min(0.6, region[0]), min(0.3, region[1]), max(0.75, region[2]), max(0.5, region[3]))
    assert people == (Subject(wanted, 0.9), SKY)


def test_region_that_is_most_of_the_picture_does_not_swallow_the_person():
    everything = Subject((0.0, 0.0, 0.9, 0.9), 0.3)
    assert with_priors((everything,), [face(0.6, 0.3, 0.75, 0.5)], ())[0].box == (0.6, 0.3, 0.75, 0.5)


def test_group_is_one_subject():
    group = [face(0.2, 0.3, 0.3, 0.45), face(0.45, 0.32, 0.55, 0.47), face(0.7, 0.3, 0.8, 0.45)]
    assert with_priors((), group, ())[0].box == (0.2, 0.3, 0.8, 0.47)


@pytest.mark.parametrize("stranger", [face(0.6, 0.3, 0.75, 0.5, confidence=0.5), face(0.6, 0.3, 0.63, 0.34)])
def test_doubtful_and_tiny_faces_are_nobody(stranger):
    assert with_priors((SKY,), [stranger], ()) == (SKY,)


def test_box_of_a_person_is_cut_to_the_frame():
    assert with_priors((), [face(-0.05, 0.3, 0.2, 1.02)], ())[0].box == (0.0, 0.3, 0.2, 1.0)
