"""The discriminant keeps what tells photos apart and drops what differs between views of one photo."""

import numpy as np
import pytest

from scoring.training.embedder.discriminant import discriminant, leading
from scoring.training.embedder.recipe import Projection


def drawn_features(photos=200, views=4, width=12):
    """Feature 0 and 1 belong to the photo, all others to the view, and vary ten times as much."""
    rng = np.random.default_rng(1)
    features = rng.normal(0, 10, (photos, views, width))
    features[..., :2] = rng.normal(0, 1, (photos, 1, 2)) + rng.normal(0, 0.05, (photos, views, 2))
    return features + 3.0


def wanted(components=12, dimension=2):
    return Projection("any", components, dimension, 0.01)


def test_map_reads_what_belongs_to_the_photo():
    to_map, _ = discriminant(drawn_features(), wanted())
    strength = np.abs(to_map * drawn_features().reshape(-1, 12).std(axis=0)[:, None])
    assert strength[:2].max(axis=0).min() > 20 * strength[2:].max()


def test_mapped_features_have_their_mean_at_zero():
    features = drawn_features()
    to_map, offset = discriminant(features, wanted())
    mapped = features.reshape(-1, 12) @ to_map + offset
    assert np.abs(mapped.mean(axis=0)).max() < 1e-3 * mapped.std()


def test_feature_that_never_moves_does_no_harm():
    features = drawn_features()
    features[..., 5] = 7.0
    to_map, offset = discriminant(features, wanted())
    assert np.isfinite(to_map).all()
    assert np.isfinite(offset).all()


def test_fewer_pictures_than_components_are_enough():
    to_map, _ = discriminant(drawn_features(photos=3, views=2), wanted(components=12, dimension=2))
    assert to_map.shape == (12, 2)


def test_leading_directions_are_the_strongest_with_a_settled_sign():
    vectors = leading(np.diag([1.0, 9.0, 4.0]), 2)
    assert vectors == pytest.approx(np.array([[0, 0], [1, 0], [0, 1]], float))
