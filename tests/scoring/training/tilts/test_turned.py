"""A photo teaches by its turned copies."""

import numpy as np
import pytest

from scoring.crops.lean_votes import FAR_ROW, LEANS_DEG
from scoring.training.tilts.turned import LARGEST_TURN_DEG, turned_photo
from tests.scoring.crops.drawn_scenes import wall


def test_evidence_moves_by_each_turn():
    photo = turned_photo(wall(1.0), 4, np.random.default_rng(0))
    assert photo.turned_deg[0] == 0.0
    assert 0.0 < np.abs(photo.turned_deg[1:]).max() <= LARGEST_TURN_DEG
    for rows, turned_deg in zip(photo.evidence, photo.turned_deg, strict=True):
        assert LEANS_DEG[rows[FAR_ROW].argmax()] == pytest.approx(1.0 + turned_deg, abs=0.6)


def test_same_seed_gives_the_same_copies():
    one, other = (turned_photo(wall(), 2, np.random.default_rng(7)) for _ in range(2))
    assert np.array_equal(one.evidence, other.evidence)
