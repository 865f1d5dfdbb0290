"""A network elsewhere rates what it is sent; where it cannot say, the CPU here does."""

import numpy as np
import pytest

from scoring.engines.network_input import fitted
from scoring.engines.rating_elsewhere import RatingElsewhere
from scoring.engines.rating_engine import open_rating_engine
from tests.scoring.engines.torch_cuda.drawn import drawn_pictures
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry

ENTRY = find_entry(DEFAULT_RATING_WEIGHTS)
SAID = tuple(np.random.default_rng(0).random(size, np.float32) for size in (10, 48, 16))
PICTURE = drawn_pictures()[0]


@pytest.fixture(scope="module")
def on_cpu():
    return open_rating_engine("cpu")


def test_the_picture_goes_out_as_the_network_wants_it_and_what_it_says_comes_back():
    seen = []
    engine = RatingElsewhere(ENTRY, lambda picture: seen.append(picture) or SAID, "cuda")
    rated = engine.rate_with_features(PICTURE)
    np.testing.assert_array_equal(seen, [fitted(PICTURE, ENTRY.preprocessing)])
    assert (rated.rating_dist, rated.features, rated.embedding) == SAID
    assert engine.rate(PICTURE) is SAID[0]


def test_a_network_that_tells_ratings_alone_is_taken_at_its_word():
    rated = RatingElsewhere(ENTRY, lambda _picture: SAID[:1], "cuda").rate_with_features(PICTURE)
    assert rated == (SAID[0], None, None)


def test_where_the_network_elsewhere_cannot_say_the_cpu_rates(on_cpu):
    engine = RatingElsewhere(ENTRY, lambda _picture: None, "cuda")
    np.testing.assert_array_equal(engine.rate(PICTURE), on_cpu.rate(PICTURE))
    assert engine.rate_with_features(PICTURE).features is not None
    assert engine.off_by(PICTURE) == np.inf


def test_catalogues_take_it_for_the_network_it_is(on_cpu):
    assert RatingElsewhere(ENTRY, lambda _picture: None, "cuda").weights == on_cpu.weights


def test_it_tells_how_far_it_is_from_the_cpu(on_cpu):
    engine = RatingElsewhere(ENTRY, lambda _picture: (on_cpu.rate(PICTURE) + 0.25,), "cuda")
    assert engine.off_by(PICTURE) == pytest.approx(0.25)
