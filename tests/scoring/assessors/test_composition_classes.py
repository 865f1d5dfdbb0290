"""What the composition classes mean: nine, several at once."""

import numpy as np
import pytest

from scoring.assessors.composition_classes import composition_classes, find_structure
from scoring.assessors.lines import find_lines
from scoring.subject import Subject
from tests.scoring.assessors import drawn_scenes as drawn

CLASSES = {
    "rule_of_thirds",
    "centre",
    "horizontal",
    "symmetric",
    "diagonal",
    "curved",
    "vertical",
    "triangle",
    "pattern",
}


def classes_of(luma, subject=None):
    return composition_classes(find_structure(find_lines(luma), subject), subject)


def subject_at(x, y, confidence=1.0):
    return Subject((x - 0.05, y - 0.05, x + 0.05, y + 0.05), confidence)


def test_nine_classes_are_told_of_every_picture():
    assert set(classes_of(drawn.plain())) == CLASSES
    assert all(0.0 <= strength <= 1.0 for strength in classes_of(drawn.mountain()).values())


def test_subject_on_a_crossing_is_rule_of_thirds_and_not_centre():
    classes = classes_of(drawn.plain(), subject_at(1 / 3, 2 / 3))
    assert classes["rule_of_thirds"] == pytest.approx(1.0)
    assert classes["centre"] < 0.1


def test_subject_in_the_middle_is_centre_and_not_rule_of_thirds():
    classes = classes_of(drawn.plain(), subject_at(0.5, 0.5))
    assert classes["centre"] == pytest.approx(1.0)
    assert classes["rule_of_thirds"] < 0.1


def test_doubtful_subject_weakens_its_classes():
    assert classes_of(drawn.plain(), subject_at(0.5, 0.5, confidence=0.3))["centre"] == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("angle_deg", "name"), [(0, "horizontal"), (45, "diagonal"), (90, "vertical"), (-40, "diagonal")]
)
def test_long_lines_make_their_class_and_no_other(angle_deg, name):
    classes = classes_of(drawn.ruled(angle_deg))
    assert classes[name] > 0.8
    assert all(classes[other] < 0.2 for other in {"horizontal", "diagonal", "vertical"} - {name})


@pytest.mark.parametrize(
    ("luma", "name"),
    [
        (drawn.disc(), "curved"),
        (drawn.mountain(), "triangle"),
        (drawn.tiles(), "pattern"),
        (drawn.mirrored(), "symmetric"),
    ],
)
def test_drawn_scene_has_its_class(luma, name):
    assert classes_of(luma)[name] > 0.6


def test_several_classes_hold_at_once():
    classes = classes_of(drawn.stripes())
    assert min(classes["vertical"], classes["pattern"]) > 0.8


@pytest.mark.parametrize(
    "luma",
    [drawn.plain(), drawn.gradient(90), drawn.gradient(0), drawn.gradient(35), np.full((1, 1), 9, np.uint8)],
    ids=["plain", "sky", "side light", "slanting light", "one pixel"],
)
def test_plain_pictures_have_no_class(luma):
    assert set(classes_of(luma).values()) == {0.0}


@pytest.mark.parametrize("seed", range(6))
def test_noise_has_no_class(seed):
    assert max(classes_of(drawn.noise(seed)).values()) < 0.2
