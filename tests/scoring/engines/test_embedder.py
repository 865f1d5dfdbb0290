"""Photos are embedded from what the rating network saw, whatever network rates them."""

import dataclasses

import cv2
import numpy as np
import pytest

from scoring.engines.embedder import Embedder
from scoring.engines.rated import Rated
from scoring.engines.rating_engine import open_rating_engine
from weights.registry import EMBEDDER_WEIGHTS, WeightsError, bundled_entries, bundled_entry


class Stranger:
    """Rates with weights that tell no features."""

    device, weights = "cpu", "someone@0123456789ab"

    def rate_with_features(self, _rgb):
        return Rated(np.full(10, 0.1, np.float32), None)


def drawn_photo(seed, shift_px=0):
    """Discs (odd seeds) or bars (even ones) on a grainy ground."""
    rng = np.random.default_rng(seed)
    wide = rng.integers(90, 140, (480, 640, 3)).astype(np.uint8)
    for x, y, size in rng.integers(20, 460, (12, 3)).tolist():
        colour = rng.integers(0, 256, 3).tolist()
        if seed % 2:
            cv2.circle(wide, (x, y), 10 + size // 8, colour, -1)
        else:
            cv2.line(wide, (x, 0), (x + size - 240, 480), colour, 1 + size // 60)
    return np.ascontiguousarray(wide[:, shift_px : 600 + shift_px])


@pytest.fixture(scope="module")
def rating():
    return open_rating_engine("cpu")


@pytest.fixture(scope="module")
def embedder(rating):
    return Embedder(rating)


def test_embedding_has_length_one_and_comes_with_the_rating(embedder, rating):
    rating_dist, embedding = embedder.rate(rating, drawn_photo(1))
    assert embedding.shape == (embedder.dimension,)
    assert np.linalg.norm(embedding) == pytest.approx(1.0, abs=1e-5)
    np.testing.assert_array_equal(rating_dist, rating.rate(drawn_photo(1)))


def test_two_views_of_one_picture_lie_closer_than_two_pictures(embedder, rating):
    one, shifted, other = (
        embedder.rate(rating, rgb)[1] for rgb in (drawn_photo(1), drawn_photo(1, 20), drawn_photo(2))
    )
    assert one @ shifted > one @ other + 0.2


def test_embedding_does_not_depend_on_the_weights_that_rate(embedder, rating):
    stranger = Stranger()
    rating_dist, embedding = Embedder(stranger).rate(stranger, drawn_photo(1))
    np.testing.assert_array_equal(embedding, embedder.rate(rating, drawn_photo(1))[1])
    assert rating_dist[0] == pytest.approx(0.1)


def test_flat_and_tiny_pictures_have_an_embedding_too(embedder, rating):
    for shape in ((40, 60, 3), (1, 1, 3), (3, 900, 3)):
        assert np.isfinite(embedder.rate(rating, np.full(shape, 255, np.uint8))[1]).all()


def test_embedder_made_for_other_parameters_is_refused(monkeypatch, rating):
    entry = bundled_entry(EMBEDDER_WEIGHTS)
    network = {**entry.facts["network"], "features_sha256": "0" * 64}
    other = dataclasses.replace(entry, facts={**entry.facts, "network": network})
    shipped = {**bundled_entries(), EMBEDDER_WEIGHTS: other}
    monkeypatch.setattr("weights.registry.bundled_entries", lambda: shipped)
    with pytest.raises(WeightsError, match="made for another"):
        Embedder(rating)
