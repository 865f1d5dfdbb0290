"""Pairs of photos that look alike come from the index of vectors."""

import numpy as np

from assist_cli.workflows.alike_photos import alike_photos

ROWS = np.float32([[1, 0], [0.8, 0.6], [0, 0], [0, 1], [0.6, 0.8]])


def test_pairs_are_told_by_their_places_with_their_cosine():
    pairs = alike_photos(ROWS, 0.75)
    found = {(int(one), int(other)): round(float(cosine), 2) for one, other, cosine in zip(*pairs, strict=True)}
    assert found == {(0, 1): 0.8, (1, 4): 0.96, (3, 4): 0.8}


def test_photo_without_an_embedding_is_like_no_other():
    assert 2 not in {*alike_photos(ROWS, -1.0).first.tolist(), *alike_photos(ROWS, -1.0).second.tolist()}


def test_shoot_without_any_embedding_has_no_pairs():
    assert len(alike_photos(np.zeros((3, 0), np.float32), 0.5).first) == 0
    assert len(alike_photos(np.zeros((3, 4), np.float32), 0.5).first) == 0
