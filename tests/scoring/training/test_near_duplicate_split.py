"""No scene straddles the split."""

import numpy as np
import pytest

from scoring.training.near_duplicate_split import near_duplicate_groups, validation_mask


def unit(rows):
    rows = np.asarray(rows, np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_groups_join_chains_and_leave_others_alone():
    # 0-1 and 1-2 are close, 0-2 is not; 3 stands alone.
    angles = np.deg2rad([0, 25, 50, 120])
    embeddings = unit(np.stack([np.cos(angles), np.sin(angles)], axis=1))
    assert near_duplicate_groups(embeddings, 0.85).tolist() == [0, 0, 0, 3]


def test_groups_reach_across_the_blocks_in_which_they_are_computed():
    embeddings = unit(np.eye(600, dtype=np.float32))
    embeddings[599] = embeddings[0]
    groups = near_duplicate_groups(embeddings, 0.9)
    assert groups[599] == groups[0] == 0
    assert len(np.unique(groups)) == 599


@pytest.fixture
def scenes():
    generator = np.random.default_rng(0)
    groups = np.sort(generator.integers(0, 300, 1000))
    return groups, ["a" if group < 150 else "b" for group in groups]


def test_validation_never_splits_a_group(scenes):
    groups, subset = scenes
    mask = validation_mask(groups, subset, 0.2, "salt")
    for group in np.unique(groups):
        assert len(np.unique(mask[groups == group])) == 1


def test_validation_takes_its_share_of_each_subset(scenes):
    groups, subset = scenes
    mask = validation_mask(groups, subset, 0.2, "salt")
    for name in ("a", "b"):
        assert mask[np.array(subset) == name].mean() == pytest.approx(0.2, abs=0.02)


def test_validation_leaves_a_group_too_large_for_it_in_training():
    groups = np.array([0] * 50 + list(range(1, 51)))
    mask = validation_mask(groups, ["a"] * 100, 0.2, "salt")
    assert not mask[:50].any()
    assert mask.sum() == 20


def test_validation_is_another_with_another_salt_and_the_same_with_the_same(scenes):
    groups, subset = scenes
    first, again, other = (validation_mask(groups, subset, 0.2, salt) for salt in ("x", "x", "y"))
    assert (first == again).all()
    assert (first != other).any()
