"""What is measured of a crop depends on what it shows, not on where that lies."""

import numpy as np
import pytest

from scoring.crops.features import NAMES, crop_features
from scoring.crops.scene import scene_from
from scoring.subject import Subject

WHOLE = np.array([[0.0, 0.0, 1.0, 1.0]])


def maps(height=64, width=96, seed=1):
    rng = np.random.default_rng(seed)
    return rng.random((height, width)).astype(np.float32), rng.random((height, width)).astype(np.float32)


def named(features):
    return dict(zip(NAMES, features, strict=True))


def test_features_are_one_number_a_name_and_finite():
    features = crop_features(scene_from(*maps(), 1.5), np.array([[0.0, 0.0, 1.0, 1.0], [0.1, 0.2, 0.9, 0.8]]))
    assert features.shape == (2, len(NAMES))
    assert np.isfinite(features).all()


def test_crop_measures_the_same_wherever_its_picture_lies():
    salience, detail = maps()
    alone = named(crop_features(scene_from(salience, detail, 1.5), WHOLE)[0])
    wide = [np.zeros((128, 192), np.float32) for _ in range(2)]
    for canvas, part in zip(wide, (salience, detail), strict=True):
        canvas[32:96, 48:144] = part
    found = named(crop_features(scene_from(*wide, 1.5), np.array([[0.25, 0.25, 0.75, 0.75]]))[0])
    of_the_frame = {"salience_gain", "detail_gain"}
    for name in NAMES:
        if name not in of_the_frame:
            assert found[name] == pytest.approx(alone[name], abs=1e-4), name


def test_crop_through_what_draws_the_eye_measures_more_at_its_edge():
    salience = np.zeros((60, 90), np.float32)
    salience[20:40, 30:60] = 1.0
    scene = scene_from(salience, np.full_like(salience, 0.2), 1.5)
    through, round_it = crop_features(scene, np.array([[0.5, 0.0, 1.0, 1.0], [0.2, 0.2, 0.8, 0.8]]))
    assert named(through)["cut_most"] > 2.0 * named(round_it)["cut_most"]


def test_empty_side_is_measured():
    detail = np.full((60, 90), 0.5, np.float32)
    detail[:, :20] = 0.0
    scene = scene_from(np.full_like(detail, 0.3), detail, 1.5)
    with_it, without = crop_features(scene, np.array([[0.0, 0.0, 1.0, 1.0], [0.25, 0.0, 1.0, 1.0]]))
    assert named(with_it)["empty_most"] > 0.8
    assert named(without)["empty_most"] < 0.2


def test_subject_on_a_third_lies_nearer_to_a_third_than_in_the_middle():
    subject = Subject((0.28, 0.28, 0.38, 0.38), 1.0)
    scene = scene_from(*maps(), 1.5, subject)
    features = named(crop_features(scene, WHOLE)[0])
    assert features["subject_off_third"] < 0.01
    assert features["subject_off_middle"] > 0.2
