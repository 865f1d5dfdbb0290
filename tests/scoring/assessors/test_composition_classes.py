"""What the composition classes mean."""

import cv2
import numpy as np
import pytest

from scoring.assessors.composition_classes import composition_classes, mirror_symmetry
from scoring.assessors.lines import find_lines
from scoring.subject import Subject

PLAIN = np.full((400, 600), 128, np.uint8)


def classes_of(luma, subject=None):
    return composition_classes(luma, subject, find_lines(luma))


def subject_at(x, y, confidence=1.0):
    return Subject((x - 0.05, y - 0.05, x + 0.05, y + 0.05), confidence)


def ruled(angle_deg):
    luma = PLAIN.copy()
    along = 500 * np.array([np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))])
    across = 60 * np.array([-np.sin(np.radians(angle_deg)), np.cos(np.radians(angle_deg))])
    for step in range(-4, 5):
        middle = np.array([300, 200]) + step * across
        ends = [tuple(int(v) for v in np.rint(middle + sign * along)) for sign in (-1, 1)]
        cv2.line(luma, *ends, 20, 5)
    return luma


def test_subject_on_a_crossing_is_rule_of_thirds_and_not_centre():
    classes = classes_of(PLAIN, subject_at(1 / 3, 2 / 3))
    assert classes["rule_of_thirds"] == pytest.approx(1.0)
    assert classes["centre"] < 0.1


def test_subject_in_the_middle_is_centre_and_not_rule_of_thirds():
    classes = classes_of(PLAIN, subject_at(0.5, 0.5))
    assert classes["centre"] == pytest.approx(1.0)
    assert classes["rule_of_thirds"] < 0.1


def test_doubtful_subject_weakens_its_classes():
    assert classes_of(PLAIN, subject_at(0.5, 0.5, confidence=0.3))["centre"] == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("angle_deg", "name"), [(0, "horizontal"), (45, "diagonal"), (90, "vertical"), (-40, "diagonal")]
)
def test_long_lines_make_their_class_and_no_other(angle_deg, name):
    classes = classes_of(ruled(angle_deg))
    assert classes[name] > 0.8
    assert all(classes[other] < 0.2 for other in {"horizontal", "diagonal", "vertical"} - {name})


def test_mirrored_picture_is_symmetric_even_with_its_axis_off_the_middle():
    half = cv2.GaussianBlur(np.random.default_rng(3).integers(0, 255, (400, 300)).astype(np.uint8), (0, 0), 12)
    half = cv2.normalize(half, None, 0, 255, cv2.NORM_MINMAX)
    mirrored = np.hstack([half, half[:, ::-1]])
    assert mirror_symmetry(mirrored) > 0.9
    assert mirror_symmetry(mirrored[:, 30:]) > 0.5
    assert mirror_symmetry(np.hstack([half, half])) < 0.2


def test_classes_of_an_empty_picture_are_all_zero():
    assert set(classes_of(PLAIN).values()) == {0.0}
